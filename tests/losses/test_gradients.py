"""The closed form is the derivative of the value: by automatic differentiation and by differences."""

from __future__ import annotations

import numpy as np
import pytest

from tests.losses.samples import cases, steepness


def skip_unless_of_value(loss):
    if loss.gradient_of != "value":
        pytest.skip(f"the gradient of {loss.key} is {loss.gradient_of}")


def away_from_kinks(loss, logits, targets, settings):
    """A point within 1e-2 of a kink moves 2e-2 up."""
    if loss.kinks is None:
        return logits
    kinks = np.stack(np.broadcast_arrays(*loss.kinks(targets, **loss.settings(**settings)), logits))[:-1]
    return np.where(np.any(np.abs(kinks - logits) < 1e-2, axis=0), logits + 2e-2, logits)


def test_automatic_differentiation(loss, torch):
    skip_unless_of_value(loss)
    for logits, targets, settings in cases(loss):
        leaf = torch.tensor(away_from_kinks(loss, logits, targets, settings), requires_grad=True)
        loss.value(leaf, torch.tensor(targets), **settings).backward()
        closed = loss.gradient(leaf.detach(), torch.tensor(targets), **settings)
        torch.testing.assert_close(leaf.grad, closed, rtol=1e-10, atol=1e-13)


@pytest.mark.parametrize("row", [[0.0, 0.0, 0.0], [1e4, -1e4, 0.0], [0.0, 1e4, 1e4], [-1e4, -1e4, -1e4]])
def test_automatic_differentiation_at_ties_and_far_out(loss, torch, row):
    """Where maxima tie, a value written with `where` or `max` may have the wrong derivative, or NaN."""
    skip_unless_of_value(loss)
    for targets in ([1.0, 0.0, 0.0], [0.0, 1.0, 0.0]):
        leaf = torch.tensor(row, dtype=torch.float64, requires_grad=True)
        loss.value(leaf, torch.tensor(targets)).backward()
        closed = loss.gradient(leaf.detach(), torch.tensor(targets))
        torch.testing.assert_close(leaf.grad, closed, rtol=1e-10, atol=1e-13)


def test_central_differences(loss):
    """Order 4: error about h^4 plus rounding / h, both under 1e-9 at h = 1e-3."""
    skip_unless_of_value(loss)
    for logits, targets, settings in cases(loss):
        if not np.isfinite(loss.value(logits, targets, **settings)):
            continue
        step = 1e-3 / steepness(loss, settings)
        logits = away_from_kinks(loss, logits, targets, settings)
        size = logits.shape[0]
        moves = np.eye(size) * step
        wide = np.broadcast_to(targets, (size, size))

        def shifted(times, logits=logits, moves=moves, wide=wide, settings=settings):
            return loss.value(logits + times * moves, wide, **settings)

        slope = (8 * (shifted(1) - shifted(-1)) - (shifted(2) - shifted(-2))) / (12 * step)
        scale = 1.0 + abs(loss.value(logits, targets, **settings))
        np.testing.assert_allclose(
            loss.gradient(logits, targets, **settings), slope, rtol=1e-7, atol=1e-9 * scale
        )
