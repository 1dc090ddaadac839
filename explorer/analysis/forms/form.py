"""What a form is, and the kernels that forms share, rounded as in torch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from explorer.analysis.narrow import fused

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Floats = NDArray[Any]


@dataclass(frozen=True, kw_only=True)
class Form:
    """One way in which code computes the loss of key `loss`.

    `value_function(logits, targets, **settings)` -> (...) and `gradient_function` -> (..., n) take floats
    of one dtype, (..., n). `parameters` are the settings of the loss that the code has; `note` says in one
    sentence what is special.
    """

    key: str
    loss: str
    title: str
    source: str
    value_function: Callable[..., Floats]
    gradient_function: Callable[..., Floats]
    note: str
    parameters: tuple[str, ...] = ()

    def value(self, logits: Any, targets: Any, **settings: Any) -> Floats:
        """Return the loss of each sample as this code computes it, (..., n) -> (...)."""
        return self._run(self.value_function, logits, targets, settings)

    def gradient(self, logits: Any, targets: Any, **settings: Any) -> Floats:
        """Return what automatic differentiation of this code gives, (..., n) -> (..., n)."""
        return self._run(self.gradient_function, logits, targets, settings)

    def _run(self, function: Callable[..., Floats], logits: Any, targets: Any, settings: Any) -> Floats:
        logits = logits if isinstance(logits, np.ndarray) else np.asarray(logits, dtype=np.float64)
        same = np.asanyarray(targets).astype(logits.dtype)
        with np.errstate(all="ignore"):
            return np.asanyarray(function(logits, same, **settings))


def sigmoid(logits: Floats) -> Floats:
    """1 / (1 + e^-s) as one kernel."""
    return fused(lambda values: 1.0 / (1.0 + np.exp(-values)), logits)


def softmax(logits: Floats) -> Floats:
    """Softmax with the largest logit taken out, as one kernel."""
    return fused(_softmax, logits)


def _softmax(logits: Floats) -> Floats:
    terms = np.exp(logits - np.max(logits, axis=-1, keepdims=True))
    return np.asarray(terms / np.sum(terms, axis=-1, keepdims=True))


def logsumexp(values: Floats) -> Floats:
    """Logarithm of the sum of exponentials over the last axis, kept as an axis of 1; -inf of nothing.

    Four operations, each rounded: torch has no one kernel for it.
    """
    largest = np.max(values, axis=-1, keepdims=True)
    finite = np.where(np.isfinite(largest), largest, np.zeros_like(largest))
    return np.asanyarray(finite + np.log(np.sum(np.exp(values - finite), axis=-1, keepdims=True)))


def with_zero(values: Floats) -> Floats:
    """Append a class at 0, the threshold."""
    return np.concatenate([values, np.zeros_like(values[..., :1])], axis=-1)


def summed(terms: Floats) -> Floats:
    """Sum over classes, (..., n) -> (...)."""
    return np.asanyarray(np.sum(terms, axis=-1))


def through_sigmoid(slopes: Floats, probability: Floats) -> Floats:
    """Return d / d s from d / d sigma(s): times (1 - p) p, 0 where p is rounded to 0 or 1."""
    return fused(lambda slope, p: slope * (1.0 - p) * p, slopes, probability)


def through_softmax(slopes: Floats, probability: Floats) -> Floats:
    """Return d / d s from d / d softmax(s): p (g - sum of g p)."""

    def backward(slope: Floats, p: Floats) -> Floats:
        return np.asarray(p * (slope - np.sum(slope * p, axis=-1, keepdims=True)))

    return fused(backward, slopes, probability)
