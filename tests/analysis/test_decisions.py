from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest

from explorer.analysis.budget import budget
from explorer.analysis.decisions import f1, labelled


def test_labelled_means_above_one_half() -> None:
    targets = np.array([0.0, 0.5, 0.51, 1.0, np.nan, 2.0, -1.0])
    assert labelled(targets).tolist() == [False, False, True, True, False, True, False]


@pytest.mark.parametrize("decision", [*product((False, True), repeat=3)])
@pytest.mark.parametrize("targets", [*product((0.0, 0.3, 0.7), repeat=3)])
def test_f1_is_the_harmonic_mean(decision: tuple[bool, ...], targets: tuple[float, ...]) -> None:
    hits = sum(1 for said, target in zip(decision, targets, strict=True) if said and target > 0.5)
    truth = sum(1 for target in targets if target > 0.5)
    if hits:
        precision, recall = hits / sum(decision), hits / truth
        expected = 2 * precision * recall / (precision + recall)
    else:
        expected = 1.0 if truth == sum(decision) == 0 else 0.0
    assert f1(np.array(decision), np.array(targets)) == pytest.approx(expected, rel=1e-15)


def test_budget_splits_the_gradient() -> None:
    spent = budget(np.array([-0.5, 0.25, 0.5, -0.25, 0.0]))
    assert (spent.up, spent.down, spent.total) == (0.75, 0.75, 1.5)


def test_budget_without_a_gradient_has_no_negative_zero() -> None:
    spent = budget(np.zeros(3))
    assert math.copysign(1.0, spent.up) == math.copysign(1.0, spent.down) == 1.0


def test_budget_of_an_unknown_gradient_is_unknown() -> None:
    spent = budget(np.array([np.nan, 1.0]))
    assert math.isnan(spent.up)
    assert math.isnan(spent.down)
