"""Newton's identities hold for few classes, and lose every digit for more."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from explorer.analysis.newton import digits_by_loss, set_sums


def exact(logits: np.ndarray, most: int) -> list[float]:
    sums = [Fraction(1)] + [Fraction(0)] * most
    for weight in np.exp(logits):
        for size in range(most, 0, -1):
            sums[size] += Fraction(float(weight)) * sums[size - 1]
    return [float(each) for each in sums]


def test_few_classes() -> None:
    logits = np.array([0.5, -1.0, 2.0, 0.0])
    assert set_sums(logits, 4) == pytest.approx(exact(logits, 4), rel=1e-12)


def test_fifty_classes() -> None:
    """Relative errors grow from rounding at k = 5 to larger than the number itself at k = 20."""
    logits = np.random.default_rng(1).normal(0.0, 2.0, 50)
    found, true = set_sums(logits, 20), exact(logits, 20)
    errors = [abs(a - b) / b for a, b in zip(found, true, strict=True)]
    assert errors[5] < 1e-12
    assert errors[10] < 1e-9
    assert errors[20] == pytest.approx(8.8e2, rel=0.02)


def test_targets_that_the_loss_refuses_have_no_digits():
    assert np.isnan(digits_by_loss(np.array([1.0, 2.0, 3.0]), np.array([1.0, 0.0, 0.25])))
