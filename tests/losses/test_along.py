"""Slices and landscapes through accumulators are the values one would get point by point."""

from __future__ import annotations

from dataclasses import replace

import array_api_compat
import numpy as np
import pytest

from explorer.catalogue import accumulators as module
from explorer.catalogue.subsets import Subsets
from explorer.losses import LOSSES
from tests.losses.conftest import plain
from tests.losses.samples import cases, second_of, settings_of

NAMESPACE = array_api_compat.array_namespace(np.empty(0))
GRIDS = (np.linspace(-6, 6, 7), np.array([-30.0, -0.5, 0.0, 2.0, 40.0]), np.array([0.0, 1.0]))


def brute(loss, logits, targets, classes, grids, settings):
    values = np.empty([len(grid) for grid in grids])
    for place in np.ndindex(values.shape):
        moved = logits.copy()
        for index, at, grid in zip(classes, place, grids, strict=True):
            moved[index] = grid[at]
        values[place] = loss.value(moved, targets, **settings)
    return values


def tried(loss):
    """Every case with one, two and three classes, the last and all of them included."""
    for logits, targets, settings in cases(loss):
        size = len(logits)
        for classes in {(0,), (size - 1,), (size - 1, 0), (0, size // 2, size - 1)}:
            if len(set(classes)) == len(classes):
                yield logits, targets, classes, GRIDS[: len(classes)], settings


def test_along_is_brute_force(loss):
    for logits, targets, classes, grids, settings in tried(loss):
        found = loss.along(logits, targets, classes, grids, **settings)
        expected = brute(loss, logits, targets, classes, grids, settings)
        np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-13, err_msg=f"{classes} {settings}")


def test_losses_without_accumulators_are_evaluated_in_blocks(loss, monkeypatch):
    monkeypatch.setattr(module, "BLOCK", 64)
    plain_loss = replace(loss, accumulators=None)
    for logits, targets, classes, grids, settings in tried(loss):
        found = plain_loss.along(logits, targets, classes, grids, **settings)
        expected = loss.along(logits, targets, classes, grids, **settings)
        np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-13)


def test_accumulators_give_the_value(loss):
    if loss.accumulators is None:
        pytest.skip("no accumulators")
    for logits, targets, settings in cases(loss):
        _, _, _, arguments = loss._arguments(logits, targets, settings)
        with np.errstate(all="ignore"):  # as Loss.value does
            found = loss.accumulators.value(NAMESPACE, logits, targets, **arguments)
            expected = loss.value_function(NAMESPACE, logits, targets, **arguments)
        np.testing.assert_allclose(found, expected, rtol=1e-13)


def test_batches(loss, make):
    random = np.random.default_rng(0)
    logits = random.standard_normal((2, 3, 6))
    targets = second_of(loss, random, (2, 3, 6))
    for settings in settings_of(loss, 6):
        grids = tuple(make(grid) for grid in GRIDS[:2])
        found = plain(loss.along(make(logits), make(targets), (4, 1), grids, **settings))
        points = replace(loss, accumulators=None).along(
            make(logits), make(targets), (4, 1), grids, **settings
        )
        np.testing.assert_allclose(found, plain(points), rtol=1e-12, atol=1e-13)
        for place in np.ndindex(2, 3):
            expected = loss.along(logits[place], targets[place], (4, 1), GRIDS[:2], **settings)
            np.testing.assert_allclose(found[place], expected, rtol=1e-12, atol=1e-13)


@pytest.mark.parametrize("level", [0.0, 1000.0, -1000.0])
def test_float32_round_1000(loss, make, level):
    """Sums of raw logits round 1000 would leave 1e-4 of a difference."""
    random = np.random.default_rng(3)
    logits = np.float32(level + random.standard_normal(200))
    targets = np.float32(second_of(loss, random, (200,)))
    grids = tuple(np.float32(level + np.linspace(-4, 4, 9)) for _ in range(2))
    exact = brute(loss, np.float64(logits), np.float64(targets), (3, 8), grids, {})
    found = plain(loss.along(make(logits, "float32"), make(targets, "float32"), (3, 8), grids))
    np.testing.assert_allclose(found, exact, rtol=2e-6, atol=2e-6)


def test_what_the_swept_class_holds_does_not_matter(loss):
    """Its own logit is masked, not subtracted, so NaN and infinity there leave no trace."""
    targets = second_of(loss, np.random.default_rng(0), (4,))
    expected = loss.along([0.5, 0.0, 1.0, -2.0], targets, (1,), ([0.0, 3.0],))
    for own in (float("nan"), float("inf"), -float("inf"), 1e300):
        found = loss.along([0.5, own, 1.0, -2.0], targets, (1,), ([0.0, 3.0],))
        np.testing.assert_array_equal(found, expected)


def test_refused_samples_are_nan_in_slices():
    found = LOSSES["zlpr"].along(np.zeros((2, 3)), [[1, 0, 0.3], [1, 0, 0]], (0, 1), ([0, 1], [0, 1, 2]))
    assert np.isnan(found[0]).all()
    assert np.isfinite(found[1]).all()


@pytest.mark.parametrize(
    ("classes", "grids", "message"),
    [
        ((3,), ([0.0],), "class 3 is not among the 3 classes, 0 to 2"),
        ((-1,), ([0.0],), "class -1 is not among the 3 classes"),
        ((0, 0), ([0.0], [1.0]), "name the same class twice"),
        ((0, 1), ([0.0],), "2 classes and 1 grids"),
        ((), (), "0 classes and 0 grids"),
    ],
)
def test_classes_are_checked(loss, classes, grids, message):
    with pytest.raises(ValueError, match=message):
        loss.along([0.0, 1.0, 2.0], [1, 0, 0], classes, grids)


def test_a_landscape_costs_its_classes_and_its_points(loss, monkeypatch):
    """Not one times the other: 64 x 64 points of 1000 classes take 0.09 to 0.25 ms on two cores."""
    if loss.accumulators is None:
        pytest.skip("every point costs a pass over all classes")
    random = np.random.default_rng(0)
    logits, grid = random.standard_normal(1000), np.linspace(-6, 6, 64)
    sizes, whole = [], loss.accumulators
    name = "_measured" if isinstance(whole, Subsets) else "leaf"
    original = getattr(whole, name)

    def counted(xp, logits, *given, **settings):
        sizes.append(logits.size)
        return original(xp, logits, *given, **settings)

    if isinstance(whole, Subsets):
        monkeypatch.setattr(Subsets, name, lambda _, *given: counted(*given))
    else:
        loss = replace(loss, accumulators=replace(whole, leaf=counted))
    values = loss.along(logits, second_of(loss, random, (1000,)), (0, 1), (grid, grid))
    assert values.shape == (64, 64)
    assert sizes == [1000, 64, 64]
