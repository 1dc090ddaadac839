"""Far out, at infinity and with NaN: finite where the loss is, infinite where it is, never NaN by chance."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.losses import LOSSES
from tests.losses.conftest import plain
from tests.losses.samples import second_of, settings_of

INFINITE = float("inf")
PRESENT = ["label_smoothing", "smoothed_bce", "smoothed_zlpr"]  # every class pulls both ways
ALONE = [loss for loss in LOSSES.values() if loss.elementwise and loss.inputs[0] == "logits"]


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("size", [800.0, 1e4])
def test_finite_far_out(loss, make, dtype, size):
    random = np.random.default_rng(1)
    logits = size * random.choice([-1.0, 0.0, 1.0], (50, 6))
    targets = second_of(loss, random, (50, 6))
    for settings in settings_of(loss, 6):
        value = plain(loss.value(make(logits, dtype), make(targets, dtype), **settings))
        gradient = plain(loss.gradient(make(logits, dtype), make(targets, dtype), **settings))
        assert np.isfinite(value).all()
        assert np.isfinite(gradient).all()
        slices = loss.along(make(logits, dtype), make(targets, dtype), (0,), (make([-size, 0, size], dtype),))
        assert np.isfinite(plain(slices)).all()


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("key", ["cross_entropy", "bce", "zlpr", "soft_zlpr"])
def test_infinite_logits(make, key, dtype):
    """A labelled class at -inf costs infinitely much, at +inf nothing; an unlabelled one the reverse."""
    loss = LOSSES[key]
    rows = [
        ([-INFINITE, 0.5], [1, 0], INFINITE),
        ([0.5, INFINITE], [1, 0], INFINITE),
        ([INFINITE, -INFINITE], [1, 0], 0.0),
        ([0.5, -INFINITE], [1, 0], loss.value([0.5, -1e4], [1, 0])),
        ([INFINITE, 0.5], [1, 0], loss.value([1e4, 0.5], [1, 0])),
    ]
    for logits, targets, expected in rows:
        arguments = make(logits, dtype), make(targets, dtype)
        np.testing.assert_allclose(plain(loss.value(*arguments)), expected, rtol=1e-6, err_msg=str(logits))
        far = loss.gradient(np.clip(logits, -1e4, 1e4), np.array(targets))
        np.testing.assert_allclose(plain(loss.gradient(*arguments)), far, atol=1e-6, err_msg=str(logits))


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("loss", ALONE, ids=lambda loss: loss.key)
def test_the_slope_at_infinity_is_the_limit(loss, make, dtype):
    """Of every loss whose classes stand alone: the slope at an infinite logit is that of one far out."""
    logits = np.array([-INFINITE, INFINITE, -INFINITE, INFINITE, 0.5])
    targets = np.array([0.0, 1.0, 1.0, 0.0, 1.0])
    far = np.clip(logits, -1e4, 1e4)
    for settings in settings_of(loss, 5):
        limit = plain(loss.gradient(far, targets, **settings))
        found = plain(loss.gradient(make(logits, dtype), make(targets, dtype), **settings))
        np.testing.assert_allclose(found, limit, rtol=1e-5, atol=1e-6, err_msg=str(settings))


@pytest.mark.parametrize("key", PRESENT)
def test_infinite_logits_of_smoothed_losses_cost_infinitely_much(make, key):
    for logits in ([INFINITE, 0.0], [0.0, -INFINITE], [-INFINITE, INFINITE]):
        assert plain(LOSSES[key].value(make(logits), make([1, 0]))) == INFINITE
        assert np.isfinite(plain(LOSSES[key].gradient(make(logits), make([1, 0])))).all()


def test_automatic_differentiation_through_minus_infinity(torch):
    """log 0 and masked sums must not leak NaN into the other classes."""
    for key in ("cross_entropy", "bce", "zlpr", "soft_zlpr"):
        leaf = torch.tensor([0.5, -INFINITE, 1.5], dtype=torch.float64, requires_grad=True)
        targets = torch.tensor([1.0, 0.0, 0.0])
        LOSSES[key].value(leaf, targets).backward()
        closed = LOSSES[key].gradient(leaf.detach(), targets)
        torch.testing.assert_close(leaf.grad, closed, rtol=1e-10, atol=1e-13)


def test_nan_logits_are_handed_on(loss, make):
    logits, targets = make([[0.5, float("nan"), 1.0], [0.5, 0.0, 1.0]]), make([[1, 0, 0], [1, 0, 0]])
    np.testing.assert_array_equal(np.isnan(plain(loss.value(logits, targets))), [True, False])
    np.testing.assert_array_equal(np.isnan(plain(loss.gradient(logits, targets))).any(axis=-1), [True, False])


def test_nan_targets_are_handed_on(loss, make):
    value = loss.value(make([0.5, 0.0, 1.0]), make([1, float("nan"), 0]))
    assert np.isnan(plain(value))
    if loss.inputs[1] != "targets":
        return
    said = loss.refuses([1, float("nan"), 0]) or loss.cautions([1, float("nan"), 0])
    assert "class 2 is NaN" in said


def test_no_warning_leaves_a_loss(loss):
    """Warnings are errors in these tests; infinities, empty sides and NaN must pass in silence."""
    nan = float("nan")
    for logits in ([INFINITE, INFINITE], [-INFINITE, -INFINITE], [nan, 0.0], [1e308, -1e308]):
        for targets in ([1, 0], [0, 0], [1, 1], [0.5, 0.5], [2, -1], [nan, 1]):
            loss.value(logits, targets)
            loss.gradient(logits, targets)
            loss.lowest(targets)
            loss.along(logits, targets, (0, 1), ([0.0, INFINITE], [-INFINITE, nan]))
            loss.decide(logits)
            assert all(loss.read(reading, logits) is not None for reading in loss.readings)
