"""Symmetric KL divergence of two softmaxes: how far two rows of logits are from saying the same.

The second argument are the other logits, such as those of a second pass through a model with dropout.
KL(p, q) + KL(q, p) for p = softmax(s), q = softmax(u) is the sum of (p - q) (s - u).
"""

from __future__ import annotations

import math
from typing import Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Reading
from explorer.losses import cross_entropy
from explorer.numeric import Array, below_largest, difference, masked, softmax, times, weighted


def anchored(xp: Any, targets: Array, **_settings: Any) -> Array:
    """Return the other logits from their largest, which keeps digits where they are round 1000."""
    return below_largest(xp, targets)


def leaf(xp: Any, logits: Array, targets: Array) -> tuple[Array, ...]:
    """Exponents of both softmaxes, and of their products with (s - u)+ and (u - s)+, (..., n) each."""
    gaps, zero = logits - targets, xp.zeros_like(logits)
    rise, fall = xp.maximum(gaps, zero), xp.maximum(-gaps, zero)
    both = tuple(weighted(xp, side, exponents) for exponents in (logits, targets) for side in (rise, fall))
    return (logits, targets, *both)


def finish(
    xp: Any, first: Array, second: Array, rise: Array, fall: Array, other_rise: Array, other_fall: Array
) -> Array:
    """Mean of s - u under p minus that under q."""
    under_first = xp.exp(rise - first) - xp.exp(fall - first)
    return under_first - (xp.exp(other_rise - second) - xp.exp(other_fall - second))


def slopes(
    rest: tuple[float, ...], logits: tuple[float, ...], targets: tuple[float, ...]
) -> tuple[float, ...]:
    """Return the gradient of moving classes as floats."""
    anchor, other_anchor = max(rest[0], *logits), max(rest[1], *targets)
    shares = [math.exp(logit - anchor) for logit in logits]
    others = [math.exp(logit - other_anchor) for logit in targets]
    whole = math.exp(rest[0] - anchor) + sum(shares)
    other_whole = math.exp(rest[1] - other_anchor) + sum(others)
    gaps = [logit - other for logit, other in zip(logits, targets, strict=True)]
    of_rest = math.exp(rest[2] - anchor) - math.exp(rest[3] - anchor)
    mean = (of_rest + sum(share * gap for share, gap in zip(shares, gaps, strict=True))) / whole
    return tuple(
        share / whole * (1.0 + gap - mean) - other / other_whole
        for share, other, gap in zip(shares, others, gaps, strict=True)
    )


ACCUMULATORS = Accumulators(
    leaf=leaf, gathers=(Gather.LOGSUMEXP,) * 6, finish=finish, prepare=anchored, anchored=True, slopes=slopes
)


def value(xp: Any, logits: Array, targets: Array) -> Array:
    """Sum over classes of (p - q) (s - u), (..., n) -> (...)."""
    return both(xp, logits, targets)[0]


def gradient(xp: Any, logits: Array, targets: Array) -> Array:
    """P - q + p (s - u - mean of s - u under p), (..., n)."""
    return both(xp, logits, targets)[1]


def both(xp: Any, logits: Array, targets: Array) -> tuple[Array, Array]:
    """Return value and gradient.

    For the gradient both are taken from the class that leads in s: far out where p is 0, u would cost digits
    of the others.
    """
    first, second = below_largest(xp, logits), below_largest(xp, targets)
    probability, other = softmax(xp, first), softmax(xp, second)
    value = xp.sum((probability - other) * (first - second), axis=-1)
    leading = xp.max(masked(xp, first == 0, targets), axis=-1, keepdims=True)
    gaps = first - difference(xp, targets, leading)
    mean = xp.sum(times(xp, probability, gaps), axis=-1, keepdims=True)
    return value, probability - other + times(xp, probability, gaps - mean)


def lowest(xp: Any, targets: Array) -> Array:
    """0, where both say the same, (..., n) -> (...)."""
    return xp.zeros_like(targets[..., 0])


def read(xp: Any, logits: Array, **_settings: Any) -> Array:
    """softmax(s), which is what is compared."""
    return softmax(xp, below_largest(xp, logits))


SCRIPT = """
def symmetric_kl_softmax(s, u):
    return total((softmax(s) - softmax(u)) * (s - u))
"""

LOSS = Loss(
    key="symmetric_kl_softmax",
    title="KL softmax",
    order=300,
    family="divergence",
    member=0,
    labels=Labels.ANY,
    inputs=("logits", "other logits"),
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    decide_function=cross_entropy.decide,
    decision="argmax",
    formula=r"\sum_i (p_i - q_i) (s_i - u_i), \quad p = \mathrm{softmax}(s), \; q = \mathrm{softmax}(u)",
    gradient_formula=r"p_i - q_i + p_i \Bigl( s_i - u_i - \sum_j p_j (s_j - u_j) \Bigr)",
    reference="https://kexue.fm/archives/9039",
    readings=(
        Reading(
            "softmax(s)",
            read,
            holds="It is the distribution that is compared with the other one.",
            fails="No label enters: the divergence alone makes no reading a probability.",
        ),
    ),
    invariances=(Invariance.SHIFT, Invariance.ORDER),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
    script=SCRIPT,
)
