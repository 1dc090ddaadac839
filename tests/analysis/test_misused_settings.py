"""A setting that leaves nothing of the labels says so; sliders end before it."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.analysis.evaluation import evaluate
from explorer.catalogue.smoothing import CONVENTIONS, NAMES, misuse
from explorer.losses import LOSSES
from explorer.study.study import ShownLoss
from explorer.study.table import Table

CLASSES = 5


def caution(key: str, classes: int = CLASSES, **settings: float) -> str | None:
    targets = np.zeros(classes)
    targets[0] = 1.0
    sample = Table.of([np.zeros(classes)], [targets]).sample(0)
    return evaluate(sample, ShownLoss(key, tuple(settings.items()))).caution


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("epsilon", [0.0, 0.1, 0.3, 0.49, 0.5, 0.6, 0.8, 0.9, 1.0])
def test_it_is_said_where_labelled_targets_are_the_higher_ones_no_more(name: str, epsilon: float) -> None:
    place = NAMES.index(name)
    labelled, other = CONVENTIONS[place].smooth(np.array([1.0, 0.0, 0.0, 0.0, 0.0]), epsilon)[:2]
    said = misuse(epsilon, place, CLASSES)
    if labelled - other > 1e-9:
        assert said is None
    else:
        assert said is not None
        assert ("all smoothed targets are the same" in said) == (abs(labelled - other) <= 1e-9)


@pytest.mark.parametrize("key", ["smoothed_zlpr", "smoothed_bce", "label_smoothing"])
def test_the_card_of_a_loss_has_it(key: str) -> None:
    assert caution(key, epsilon=1.0, convention=NAMES.index("half")) == (
        "at ε = 1 all smoothed targets are the same: labels say nothing"
    )
    assert caution(key, epsilon=0.9, convention=NAMES.index("flip")) == (
        "at ε = 0.9 labelled classes have the lower smoothed targets"
    )
    assert caution(key) is None
    assert "say nothing" in (caution(key, epsilon=1.0) or "")  # by its own convention


def test_one_class_has_no_other() -> None:
    assert caution("smoothed_bce", classes=1, epsilon=1.0) is None


@pytest.mark.parametrize("key", sorted(LOSSES))
def test_no_end_of_a_slider_is_without_a_number_or_a_word(key: str) -> None:
    """At both ends a loss has a finite value, and a gradient that is not all zero or words on why."""
    loss = LOSSES[key]
    sample = Table.of([[0.9, -0.3, 0.4, 0.2, -0.6]], [[1.0, 0.0, 0.0, 0.0, 0.0]]).sample(0)
    other = np.array([0.1, 0.2, -0.3, 0.4, 0.0])
    for parameter in loss.parameters:
        if parameter.names or parameter.kind == "other_logits":
            continue
        for end in parameter.span:
            found = evaluate(sample, ShownLoss(key, ((parameter.name, end),)), other)
            assert np.isfinite(found.value), (parameter.name, end)
            assert found.caution or found.refusal or np.abs(found.gradient).max() > 0.0, (parameter.name, end)
