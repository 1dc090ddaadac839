"""The stated infimum is what a minimiser comes down to, and never above any value."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.losses import LOSSES
from tests.losses.samples import cases, second_of

INFINITE = float("inf")


def test_no_value_is_lower(loss):
    for logits, targets, settings in cases(loss, spread=5.0):
        lowest = float(loss.lowest(targets, **settings))
        if np.isnan(lowest):
            continue  # it is not known for these targets
        for scale in (0.0, 0.1, 1.0, 10.0, -1.0):
            assert loss.value(scale * logits, targets, **settings) >= lowest - 1e-12 * max(1.0, abs(lowest))


def test_a_minimiser_comes_down_to_it(loss, torch):
    if np.isnan(loss.lowest([1.0, 0.0])):
        pytest.skip("the infimum is not known")
    dead = loss.key in ("abs_kl", "abs_kl_sigmoid")  # no slope where a prediction is clipped
    if loss.gradient_of != "value" or loss.lowest([1.0, 0.0]) == -INFINITE or dead:
        pytest.skip("its gradient does not lead there")
    for logits, targets, settings in cases(loss):
        lowest = float(loss.lowest(targets, **settings))
        if np.isnan(lowest):
            continue
        leaf = torch.tensor(0.1 * logits, requires_grad=True)
        optimizer = torch.optim.LBFGS(
            [leaf], max_iter=300, tolerance_grad=1e-12, line_search_fn="strong_wolfe"
        )

        def closure(leaf=leaf, targets=targets, settings=settings):
            leaf.grad = loss.gradient(leaf.detach(), targets, **settings)
            return loss.value(leaf.detach(), targets, **settings)

        for _ in range(3):
            optimizer.step(closure)
        reached = float(closure())
        assert lowest - 1e-12 * max(1.0, lowest) <= reached <= lowest + 1e-5, f"{settings} {targets}"


@pytest.mark.parametrize("key", ["bce", "cross_entropy"])
def test_targets_outside_0_1_are_unbounded_below(key):
    loss = LOSSES[key]
    for targets, far in (([2.0, -1.0, 0.0], [1e6, -1e6, 0.0]), ([1.0, 1.0, -1.0], [0.0, 0.0, -1e6])):
        assert loss.lowest(targets) == -INFINITE
        assert loss.value(far, targets) < -1e5


def test_targets_above_1_are_no_matter_to_cross_entropy():
    """T H(t / T) asks only that none be negative."""
    assert LOSSES["cross_entropy"].lowest([3.0, 1.0]) == pytest.approx(-3 * np.log(0.75) - np.log(0.25))
    assert LOSSES["cross_entropy"].lowest([0.0, 0.0]) == 0
    assert LOSSES["bce"].lowest([3.0, 1.0]) == -INFINITE


def test_smoothing_can_bring_targets_back_inside():
    """-0.05 and 1.05 are 0.0 and 1.0 and more after smoothing by 0.1."""
    assert np.isfinite(LOSSES["smoothed_bce"].lowest([-0.05, 1.05]))
    assert LOSSES["smoothed_bce"].lowest([-0.2, 0.5]) == -INFINITE


def test_weights_of_bce_count():
    pos_weight, weight = [2.0, 0.0], [1.0, 3.0]
    found = LOSSES["bce"].lowest([0.5, 0.5], pos_weight=pos_weight, weight=weight)
    assert found == pytest.approx(-np.log(2 / 3) - 0.5 * np.log(1 / 3))


def test_refused_targets_have_no_lowest_value():
    lowest = LOSSES["zlpr"].lowest([[1.0, 0.0], [1.0, 0.5]])
    np.testing.assert_array_equal(lowest, [0.0, float("nan")])


def test_batches(loss):
    targets = second_of(loss, np.random.default_rng(0), (2, 3, 5))
    found = loss.lowest(targets)
    for place in np.ndindex(2, 3):
        assert found[place] == pytest.approx(float(loss.lowest(targets[place])), rel=1e-14, nan_ok=True)
