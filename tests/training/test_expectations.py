"""Expectations: which cells are judged, against what, and what is said of them."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest

from explorer.training.expectations import SelectionFailure, Verdict, judge, pairs
from explorer.training.experiment import Expectation, LossChoice
from explorer.training.summary import Summary
from tests.training.results import SMALL

ZLPR = (("loss", "zlpr"),)


def summary(medians: list[float]) -> Summary:
    """Return a summary in which the loss of the cells has these medians at update 2, and 0 elsewhere."""
    ribbons = np.zeros((3, 3, 5))
    ribbons[1, :, 2] = medians
    return Summary(
        SMALL, np.array([0, 2, 6]), 3, MappingProxyType({"loss": ribbons}), np.zeros(3, int), ("", "", "")
    )


def verdict(medians: list[float], **settings: object) -> Verdict:
    values = {"metric": "loss", "where": (), "update": 2, "value": 1.0} | settings
    expected = Expectation(**values)  # type: ignore[arg-type]
    return judge(replace(SMALL, expected=(expected,)), summary(medians))[0]


def test_the_farthest_cell_is_told() -> None:
    found = verdict([1.0, 1.05, 0.9], tolerance=0.1)
    assert (found.holds, found.measured, found.cells) == (True, 0.9, (0, 1, 2))
    assert not verdict([1.0, 1.05, 0.89], tolerance=0.1).holds
    assert verdict([9.0, 1.1, 0.9], where=(("loss", "smoothed_bce"),), tolerance=0.1).cells == (1, 2)


def test_sides() -> None:
    assert verdict([1.1, 1.2, 1.3], side="above").holds
    assert verdict([1.1, 1.2, 1.3], side="above").measured == 1.1
    assert not verdict([1.0, 1.2, 1.3], side="above").holds
    assert verdict([0.5, 0.6, 0.9], side="below").measured == 0.9
    assert not verdict([0.5, 0.6, 1.0], side="below").holds


def test_what_is_not_there_never_holds() -> None:
    assert not verdict([np.nan, 1.0, 1.0], tolerance=9.0).holds
    assert not verdict([1.0, 1.0, 1.0], tolerance=9.0, update=3).holds
    assert not verdict([1.0, 1.0, 1.0], tolerance=9.0, metric="entropy").holds
    assert not verdict([np.nan, 1.0, 1.0], side="above").holds


def test_what_is_not_reached_neither_holds_nor_fails() -> None:
    expected = Expectation("loss", (), 6, 0.0, 1.0)
    so_far = replace(summary([1.0, 1.0, 1.0]), reached=2)
    found = judge(replace(SMALL, expected=(expected, replace(expected, update=2))), so_far)
    assert [each.word for each in found] == ["not reached", "holds"]
    assert (found[0].reached, found[0].holds, found[0].cells) == (False, False, (0, 1, 2))


def test_a_partner_is_taken_off() -> None:
    minus = (("loss", "zlpr"),)
    found = verdict([3.0, 4.0, 4.5], where=(("loss", "smoothed_bce"),), minus=minus, tolerance=0.5)
    assert (found.holds, found.measured) == (True, 1.5)
    expected = Expectation(
        "loss", ZLPR, 2, 1.0, minus=(("loss", "smoothed_bce"), ("smoothed_bce.epsilon", 0.2))
    )
    assert pairs(expected, SMALL) == [(0, 2)]
    with pytest.raises(SelectionFailure, match=r"minus: 2 cells have loss smoothed_bce and else agree with "):
        pairs(replace(expected, minus=(("loss", "smoothed_bce"),)), SMALL)
    with pytest.raises(
        SelectionFailure, match=r"no cell has loss bce; the grid has loss zlpr, smoothed_bce; "
    ):
        pairs(replace(expected, where=(("loss", "bce"),)), SMALL)


def test_a_partner_agrees_in_all_else() -> None:
    grid = replace(SMALL, losses=(LossChoice("zlpr"), LossChoice("bce")), task=replace(
        SMALL.task, settings=(("classes", (4, 5)), ("labels", ("1 to 2",)))
    ))  # fmt: skip
    expected = Expectation("loss", ZLPR, 2, 1.0, minus=(("loss", "bce"),))
    assert pairs(expected, grid) == [(0, 1), (2, 3)]


def test_words() -> None:
    found = verdict([1.0, 1.0, 1.0], where=(("loss", "smoothed_bce"),), minus=ZLPR, tolerance=0.25, value=0.5)
    assert found.what == "loss of loss smoothed_bce, less loss zlpr, at update 2"
    assert (found.expected, found.word) == ("0.5 ± 0.25", "fails")
    assert verdict([2.0, 2.0, 2.0], side="above").expected == "above 1"
