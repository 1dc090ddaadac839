"""Readings: a logit as a probability, three ways, for logits of any shape (..., n).

Which reading is a probability depends on the loss: sigma(s) at the optimum of BCE, sigma(2s) at that
of soft ZLPR, softmax at that of cross entropy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from explorer.numeric import below_largest

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]


def sigma(logits: Numbers) -> Numbers:
    """Return the logistic function of each logit; 0 and 1 at the infinities, NaN at NaN."""
    with np.errstate(all="ignore"):
        # exp of minus the size cannot overflow, and 1 - sigma(s) keeps its digits on both sides.
        small = np.exp(-np.abs(logits))
        result: Numbers = np.where(np.signbit(logits), small, 1.0) / (1.0 + small)
    return result


def sigma_of_double(logits: Numbers) -> Numbers:
    """Return sigma(2s), the reading of soft ZLPR, whose optimum is t = sigma(2s)."""
    with np.errstate(over="ignore"):  # to infinity, whose sigma is right
        return sigma(2.0 * logits)


def softmax(logits: Numbers) -> Numbers:
    """Return the shares of exp(s) over the last axis; they sum to 1; +inf wins. NaN for a row with NaN."""
    with np.errstate(all="ignore"):
        shares = np.exp(below_largest(np, logits))
        result: Numbers = shares / np.sum(shares, axis=-1, keepdims=True)
    return result


def entropy(probabilities: Numbers) -> Numbers:
    """Return the entropy over the last axis, in nat: 0 for one sure class, log n for n equal ones."""
    with np.errstate(all="ignore"):
        # p log p is 0 at p = 0; adding 1 there makes the logarithm 0 and leaves NaN alone.
        logarithms = np.log(probabilities + (probabilities == 0.0))
        result: Numbers = 0.0 - np.sum(probabilities * logarithms, axis=-1)
    return result


def effective_classes(probabilities: Numbers) -> Numbers:
    """Return exp(entropy): how many equally likely classes the distribution is worth, 1 to n."""
    result: Numbers = np.exp(entropy(probabilities))
    return result
