"""The optimizers that there are, what they say of themselves, and optimizers from outside."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import metadata
from importlib.metadata import EntryPoint

import pytest

from explorer.optimizers import OPTIMIZERS, Optimizer
from explorer.optimizers.optimizer import Optimizer as Record

ORDER = ["sgd", "momentum", "nesterov", "adagrad", "adadelta", "rmsprop", "adam", "adamw"]
OUTSIDE = replace(OPTIMIZERS["sgd"], key="mine", title="mine")
NO_OPTIMIZER = "sgd"


def test_order() -> None:
    assert list(OPTIMIZERS.own) == ORDER
    assert Optimizer is Record


def test_no_two_share_a_title_or_a_place() -> None:
    for identity in (lambda one: one.title, lambda one: one.order):
        assert len({identity(one) for one in OPTIMIZERS.own.values()}) == len(ORDER)


@pytest.mark.parametrize("key", ORDER)
def test_every_optimizer_is_told_in_full(key: str) -> None:
    optimizer = OPTIMIZERS[key]
    assert re.search(r"https?://\S+|arXiv:\d{4}\.\d{4,5}|doi:10\.|Nesterov 1983", optimizer.reference)
    assert r"\left(" not in optimizer.formula
    assert optimizer.formula.count("{") == optimizer.formula.count("}")
    assert optimizer.rate > 0
    for parameter in optimizer.parameters:
        assert parameter.meaning.endswith(".")
        assert parameter.latex.split("_")[0] in optimizer.formula, parameter.name


def test_settings_are_checked() -> None:
    adam = OPTIMIZERS["adam"]
    assert adam.settings(beta1=0.5) == {"beta1": 0.5, "beta2": 0.999, "eps": 1e-8}
    with pytest.raises(ValueError, match=r"optimizer 'adam': beta1=1 outside \[0, 0.999999\]"):
        adam.settings(beta1=1.0)
    with pytest.raises(KeyError, match="optimizer 'sgd': no parameter 'momentum'; it has none"):
        OPTIMIZERS["sgd"].settings(momentum=0.9)


def test_unknown_keys() -> None:
    assert "lion" not in OPTIMIZERS
    with pytest.raises(KeyError, match="lion"):
        OPTIMIZERS["lion"]


def test_optimizers_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    groups = []

    def entry_points(group: str) -> list[EntryPoint]:
        groups.append(group)
        names = {"mine": "OUTSIDE", "wrong": "NO_OPTIMIZER", "gone": "ABSENT"}
        return [EntryPoint(name, f"{__name__}:{of}", group) for name, of in names.items()]

    monkeypatch.setattr(metadata, "entry_points", entry_points)
    found = type(OPTIMIZERS)(
        "explorer.optimizers",
        OPTIMIZERS.path,
        Optimizer,
        attribute="OPTIMIZER",
        group="loss_explorer.optimizers",
        kind="optimizer",
    )
    assert found["adam"].key == "adam"
    assert groups == []  # nothing is searched for an optimizer that is here
    assert list(found) == [*ORDER, "mine"]
    assert found["mine"] is OUTSIDE
    wrong, gone = found.failures
    assert "optimizer 'wrong' from " in wrong
    assert "TypeError: it is a str, not an explorer.optimizers.Optimizer" in wrong
    assert "AttributeError" in gone
    assert groups == ["loss_explorer.optimizers"]
