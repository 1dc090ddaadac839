"""Softmax and cross entropy: all classes compete for one distribution.

Labels: targets that sum to 1. Any other sum T is computed too, as T logsumexp(s) - sum of t s with the
gradient T p - t: k hot labels then share the softmax, 1/k each.
"""

from __future__ import annotations

import math
from typing import Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Parameter, Reading
from explorer.numeric import INFINITY, Array, below_largest, softmax, times


def leaf(xp: Any, logits: Array, targets: Array, *, temperature: float) -> tuple[Array, Array, Array]:
    """Exponents s / tau, their products with t, and t, (..., n) each."""
    scaled = logits / temperature
    return scaled, times(xp, targets, scaled), targets


def finish(xp: Any, log_total: Array, matched: Array, mass: Array, *, temperature: float) -> Array:
    """T logsumexp(s / tau) - sum of t s / tau."""
    return times(xp, mass, log_total) - matched


def slopes(
    rest: tuple[float, float, float],
    logits: tuple[float, ...],
    targets: tuple[float, ...],
    *,
    temperature: float,
) -> tuple[float, ...]:
    """Return the gradient of moving classes as floats."""
    scaled = [logit / temperature for logit in logits]
    anchor = max(rest[0], *scaled)
    shares = [math.exp(exponent - anchor) for exponent in scaled]
    pull = (rest[2] + sum(targets)) / (math.exp(rest[0] - anchor) + sum(shares))
    return tuple((pull * share - target) / temperature for share, target in zip(shares, targets, strict=True))


ACCUMULATORS = Accumulators(
    leaf=leaf,
    gathers=(Gather.LOGSUMEXP, Gather.SUM, Gather.SUM),
    finish=finish,
    anchored=True,
    slopes=slopes,
)


def value(xp: Any, logits: Array, targets: Array, *, temperature: float = 1.0) -> Array:
    """Sum over classes of -t log softmax(s / tau), (..., n) -> (...)."""
    return ACCUMULATORS.value(xp, logits, targets, temperature=temperature)


def gradient(xp: Any, logits: Array, targets: Array, *, temperature: float = 1.0) -> Array:
    """(T p - t) / tau with p = softmax(s / tau) and T the sum of t, (..., n)."""
    return both(xp, logits, targets, temperature=temperature)[1]


def both(xp: Any, logits: Array, targets: Array, *, temperature: float = 1.0) -> tuple[Array, Array]:
    """Return value and gradient.

    With the terms e^gap of softmax, 1 for the leading class, they are T log(1 + rest) - sum of t gap and
    (T e^gap - t (1 + rest)) / (1 + rest) / tau. What is 1 is kept apart from what is small beside it: for a
    sure and right one-hot row p - 1 would be 0 where e^-700 is true.
    """
    gaps = below_largest(xp, logits) / temperature
    leading = xp.astype(gaps == 0, gaps.dtype)
    terms = xp.exp(gaps)
    ties = xp.sum(leading, axis=-1, keepdims=True) - 1.0
    rest = xp.sum(terms - leading, axis=-1, keepdims=True) + ties
    mass = xp.sum(targets, axis=-1, keepdims=True)
    matched = xp.sum(times(xp, targets, gaps), axis=-1)
    slopes = (mass * terms - targets) - targets * rest
    value = xp.squeeze(times(xp, mass, xp.log1p(rest)), axis=-1) - matched
    return value, slopes / ((1.0 + rest) * temperature)


def lowest(xp: Any, targets: Array, *, temperature: float = 1.0) -> Array:
    """T times the entropy of t / T, reached at softmax(s / tau) = t / T; (..., n) -> (...).

    A negative target among several classes lets its logit fall for ever, and the loss with it.
    """
    mass = xp.sum(targets, axis=-1, keepdims=True)
    entropy = 0.0 - xp.sum(times(xp, targets, xp.log(targets / mass)), axis=-1)
    if targets.shape[-1] == 1:
        return entropy  # one class has nothing to compete with
    return xp.where(xp.any(targets < 0, axis=-1), -INFINITY, entropy)


def decide(xp: Any, logits: Array, **_settings: Any) -> Array:
    """Predict the class with the largest logit, the first one of equals."""
    best = xp.argmax(logits, axis=-1, keepdims=True)
    return xp.arange(logits.shape[-1], device=logits.device) == best


def read(xp: Any, logits: Array, *, temperature: float = 1.0) -> Array:
    """softmax(s / tau), which the optimum makes equal to t."""
    return softmax(xp, below_largest(xp, logits) / temperature)


SCRIPT = """
def cross_entropy(s, t, temperature=1.0):
    s = s / temperature
    return total(t) * logsumexp(s) - total(t * s)
"""

LOSS = Loss(
    key="cross_entropy",
    title="cross entropy",
    order=10,
    family="softmax",
    member=0,
    labels=Labels.DISTRIBUTION,
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    decide_function=decide,
    decision="argmax",
    formula=r"T \log \sum_i e^{s_i / \tau} - \frac{1}{\tau} \sum_i t_i s_i, \quad T = \sum_i t_i",
    gradient_formula=r"\frac{1}{\tau} \bigl( T\, \mathrm{softmax}(s / \tau)_i - t_i \bigr)",
    reference="https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html",
    parameters=(
        Parameter(
            name="temperature",
            symbol="τ",
            latex=r"\tau",
            default=1.0,
            low=0.001,
            high=1000.0,
            usual=(0.05, 20.0),
            logarithmic=True,
            meaning="divides the logits: below 1 sharpens, above 1 flattens",
            varies=True,
        ),
    ),
    readings=(
        Reading(
            "softmax(s/τ)",
            read,
            holds="At the optimum softmax(s/τ) is t, where the targets sum to 1.",
            fails="Several labels share it: k hot ones have 1/k each, which no threshold tells apart.",
        ),
    ),
    invariances=(Invariance.SHIFT, Invariance.ORDER),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
    script=SCRIPT,
)
