"""The catalogue: order, looks, formulas, and losses from outside."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import metadata
from importlib.metadata import EntryPoint

import pytest

from explorer.catalogue import FAMILIES, by_family
from explorer.losses import LOSSES, Catalogue
from tests.losses.samples import golden

LOOKS = {
    "cross_entropy": ("softmax", 0, "cross entropy"),
    "label_smoothing": ("softmax", 1, "label smoothing"),
    "logit_norm": ("softmax", 2, "LogitNorm"),
    "bce": ("sigmoid", 0, "BCE"),
    "smoothed_bce": ("sigmoid", 1, "BCE smoothed"),
    "focal": ("weighted", 0, "focal"),
    "asl": ("weighted", 1, "ASL"),
    "hill": ("weighted", 2, "Hill"),
    "distribution_balanced": ("weighted", 3, "distribution balanced"),
    "pairwise": ("pairs", 0, "pairwise"),
    "threshold_pairwise": ("zlpr", 3, "threshold pairwise"),
    "zlpr": ("zlpr", 0, "ZLPR"),
    "soft_zlpr": ("zlpr", 1, "soft ZLPR"),
    "smoothed_zlpr": ("zlpr", 2, "ZLPR smoothed"),
    "peel": ("zlpr", 4, "ZLPR to BCE"),
    "circle": ("pairs", 2, "circle"),
    "am_softmax": ("pairs", 3, "AM-softmax"),
    "info_nce": ("pairs", 4, "InfoNCE"),
    "flat_nce": ("pairs", 5, "FlatNCE"),
    "two_way": ("pairs", 1, "two-way"),
}


def test_order():
    assert [key for key in LOSSES if key in LOOKS] == list(LOOKS)


def test_looks_never_change():
    found = {key: (LOSSES[key].family, LOSSES[key].member, LOSSES[key].title) for key in LOOKS}
    assert found == LOOKS


def test_no_two_losses_share_a_key_a_title_a_look_or_a_place():
    losses = list(LOSSES.own.values())
    for identity in (lambda x: x.key, lambda x: x.title, lambda x: (x.family, x.member), lambda x: x.order):
        assert len({identity(loss) for loss in losses}) == len(losses)


def test_every_loss_is_told_in_full(loss):
    assert loss.family in FAMILIES
    assert 0 <= loss.member <= 5
    assert loss.title
    assert loss.decision
    assert loss.gradient_of
    assert re.search(r"https?://\S+|arXiv:\d{4}\.\d{5}|doi:10\.", loss.reference)
    assert loss.instead is None or loss.instead in LOSSES


def test_parameters_are_those_of_the_golden_rows(loss):
    used = {name for row in golden(loss.key) for name in row["parameters"]}
    assert used <= {parameter.name for parameter in loss.parameters}


def test_formulas_mention_every_parameter(loss):
    for parameter in loss.parameters:
        assert re.search(re.escape(parameter.latex) + r"(?![a-zA-Z])", loss.formula), parameter.name
        assert parameter.symbol
        assert parameter.meaning


def test_formulas_have_no_left_and_right(loss):
    """ziamath stretches them round the limits of a sum."""
    assert r"\left" not in loss.formula + loss.gradient_formula
    for formula in (loss.formula, loss.gradient_formula):
        assert formula.count("{") == formula.count("}")


def test_unknown_keys():
    assert "focus" not in LOSSES
    with pytest.raises(KeyError, match="focus"):
        LOSSES["focus"]


OUTSIDE = replace(LOSSES["bce"], key="mine", title="mine", family="own", member=0)
SECOND = replace(OUTSIDE, key="second", title="second", family="zlpr", member=0)
NO_LOSS = 7
SAME_KEY = replace(LOSSES["bce"], family="own")


def entries(monkeypatch, **objects):
    found = [
        EntryPoint(name, f"{__name__}:{name_of}", "loss_explorer.losses") for name, name_of in objects.items()
    ]
    asked = []

    def entry_points(group):
        asked.append(group)
        return found

    monkeypatch.setattr(metadata, "entry_points", entry_points)
    return asked


def test_losses_from_outside_come_last(monkeypatch):
    asked = entries(monkeypatch, mine="OUTSIDE")
    catalogue = Catalogue()
    assert catalogue["bce"].key == "bce"
    assert asked == []  # nothing is searched for a loss that is here
    assert list(catalogue) == [*catalogue.own, "mine"]
    assert len(catalogue) == len(catalogue.own) + 1
    assert catalogue["mine"] is OUTSIDE
    assert catalogue.failures == ()
    assert asked == ["loss_explorer.losses"]


def test_losses_from_outside_look_like_no_loss_of_the_program(monkeypatch):
    entries(monkeypatch, mine="OUTSIDE", second="SECOND")
    catalogue = Catalogue()
    looks = [(catalogue[key].family, catalogue[key].member) for key in ("mine", "second")]
    assert looks == [("own", 0), ("own", 1)]


def test_broken_losses_from_outside_are_told_and_left_out(monkeypatch):
    entries(monkeypatch, gone="ABSENT", number="NO_LOSS", taken="SAME_KEY", mine="OUTSIDE", twice="OUTSIDE")
    catalogue = Catalogue()
    assert list(catalogue) == [*catalogue.own, "mine"]
    assert catalogue["bce"] is not SAME_KEY
    gone, number, taken, twice = catalogue.failures
    assert gone.startswith("loss 'gone' from ")
    assert "AttributeError" in gone
    assert "TypeError: it is a int, not an explorer.catalogue.Loss" in number
    assert "ValueError: the key 'bce' is taken" in taken
    assert "ValueError: the key 'mine' is taken" in twice


def test_families_hold_every_loss_once_in_the_order_of_menus():
    found = by_family(LOSSES.values())
    assert sorted(loss.key for losses in found.values() for loss in losses) == sorted(LOSSES)
    assert list(found) == [title for title in FAMILIES.values() if title in found]


def test_a_loss_of_an_unknown_family_is_from_outside():
    assert list(by_family([replace(LOSSES["bce"], family="mine")])) == ["From outside"]
