"""Both sides of the gradient: against the formulas, and against sums over a gradient."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.balance import Levels, counts_between, levels_of, over_classes, over_labels, sides
from explorer.losses import LOSSES
from explorer.study.study import ShownLoss
from explorer.study.table import Table

ZLPR, BCE = ShownLoss("zlpr"), ShownLoss("bce")


def test_a_thousand_classes_with_three_labels() -> None:
    assert sides(ZLPR, 1000, 3) == (pytest.approx(0.75, abs=1e-12), pytest.approx(997 / 998, abs=1e-12))
    assert sides(BCE, 1000, 3) == (pytest.approx(1.5, abs=1e-12), pytest.approx(498.5, abs=1e-9))


@pytest.mark.parametrize(("classes", "others"), [(100, 0.990), (10_000, 1.000)])
def test_zlpr_hardly_minds_the_number_of_classes(classes: int, others: float) -> None:
    found = sides(ZLPR, classes, 3)
    assert (round(found.labelled, 3), round(found.others, 3)) == (0.75, others)


@given(st.integers(1, 400), st.integers(0, 400), st.floats(-3, 3), st.floats(-3, 3))
def test_zlpr_and_bce_by_their_formulas(classes: int, labels: int, high: float, low: float) -> None:
    labels = min(labels, classes)
    levels = Levels(high, low)
    up, down = labels * np.exp(-high), (classes - labels) * np.exp(low)
    assert sides(ZLPR, classes, labels, levels) == (
        pytest.approx(up / (1 + up), rel=1e-12),
        pytest.approx(down / (1 + down), rel=1e-12),
    )
    sigma = 1 / (1 + np.exp(-np.array([high, low])))
    assert sides(BCE, classes, labels, levels) == (
        pytest.approx(labels * (1 - sigma[0]), rel=1e-12),
        pytest.approx((classes - labels) * sigma[1], rel=1e-12),
    )


@pytest.mark.parametrize("key", [key for key, loss in LOSSES.items() if not loss.takes_other_logits])
def test_every_loss_is_its_own_gradient(key: str) -> None:
    shown, loss = ShownLoss(key), LOSSES[key]
    targets = np.array([1.0, 1.0, 0.0, 0.0, 0.0, 0.0])
    logits = np.where(targets > 0, 0.7, -0.4)
    sizes = np.abs(loss.gradient(logits, targets))
    wanted = [sizes[:2].sum(), sizes[2:].sum()]
    np.testing.assert_allclose(sides(shown, 6, 2, Levels(0.7, -0.4)), wanted, equal_nan=True)


def test_curves_are_the_points_of_each_count() -> None:
    by_classes = over_classes(ZLPR, (4, 40), 3)
    assert by_classes.T.tolist() == [list(sides(ZLPR, 4, 3)), list(sides(ZLPR, 40, 3))]
    by_labels = over_labels(BCE, 10, (1, 5, 12))
    assert by_labels.T[:2].tolist() == [list(sides(BCE, 10, 1)), list(sides(BCE, 10, 5))]
    assert np.isnan(by_labels[:, 2]).all()  # more labels than classes


def test_settings_a_class_fit_their_own_number_alone() -> None:
    shown = ShownLoss("bce", (("pos_weight", (2.0, 1.0, 1.0)),))
    assert sides(shown, 3, 1) == (pytest.approx(1.0), pytest.approx(1.0))
    assert np.isnan(sides(shown, 4, 1)).all()


@given(st.integers(1, 1000), st.integers(1, 100_000))
def test_counts_are_whole_and_each_once(low: int, high: int) -> None:
    found = counts_between(low, high)
    assert list(found) == sorted(set(found))
    assert (found[0], found[-1]) == (low, max(low, high))


def test_levels_are_the_means_of_both_sides() -> None:
    row = Table.of([1.0, 3.0, -2.0, np.inf], [1.0, 1.0, 0.0, 0.0]).sample(0)
    assert levels_of(row) == (2.0, 0.0)
    assert levels_of(Table.of([1.0, 3.0], [0.0, 0.0]).sample(0)) == (0.0, 2.0)
