"""The table of reductions: its numbers, what is not known, how they are written."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.analysis import reductions as analysis
from explorer.analysis.evaluation import evaluate
from explorer.plots import PLOTS
from explorer.plots.figure import Text
from explorer.plots.lens import lens
from explorer.plots.reductions import UNKNOWN, short
from explorer.study.state import State
from explorer.study.study import Look, ShownLoss, Study
from explorer.study.table import Table
from tests.plots.states import state

FIGURE = PLOTS["reductions"].figure


def three(**look) -> State:
    logits = np.array([[2.0, -1.0], [0.5, -3.0], [1.0, 1.0]])
    return State(Study("test", Table.of(logits, np.eye(3)[:, :2]), (ShownLoss("bce"),)), Look(**look))


def cells(figure):
    return [mark.text for mark in figure.marks if isinstance(mark, Text)]


def test_the_numbers_of_sample_and_table():
    now = three()
    values = [evaluate(now.study.table.sample(row), ShownLoss("bce")).value for row in range(3)]
    first, total = values[0], sum(values)
    assert cells(FIGURE(now)) == [short(first), short(first / 2), short(total / 3), short(total / 6)]
    wide = cells(FIGURE(three(enlarged="reductions")))
    assert wide[1:] == [short(each) for each in (first, first / 2, total, total / 3, total / 6)]
    assert wide[0] == "0.127 … 0.313"  # log(1 + e^-2) and log(1 + e^-1)


def test_the_read_out_has_every_digit():
    now = three()
    found = lens(now, FIGURE(now), 0.5, 0.0)
    assert found is not None
    texts = {row.label: row.text for row in found.rows}
    assert texts["sum, this sample"] == repr(evaluate(now.sample, ShownLoss("bce")).value)
    assert lens(now, FIGURE(now), 0.5, 3.0) is None


def test_of_a_table_that_is_not_known_nothing_is_said(monkeypatch):
    monkeypatch.setattr(analysis, "MOST_NUMBERS", 1)
    figure = FIGURE(three())
    assert figure.corner == UNKNOWN
    assert cells(figure)[2:] == ["—", "—"]


def test_a_loss_shown_twice_has_its_own_row():
    twice = (ShownLoss("smoothed_bce"), ShownLoss("smoothed_bce", (("epsilon", 0.4),)))
    found = cells(FIGURE(state(shown=twice)))
    assert found[0] != found[4]


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (1e-9, "<0.001"), (0.0123, "0.012"), (6.4591, "6.459"), (13.36, "13.36"), (498.55, "498.6"),
     (12345.6, "12,346"), (-2.5, "−2.500"), (float("nan"), "—"), (float("inf"), "—")],
)  # fmt: skip
def test_numbers_are_short(value, text):
    assert short(value) == text
