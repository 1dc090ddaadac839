"""Absolute KL divergence of sigmoids: `abs_kl` at q = sigma(s).

The chain through the sigmoid takes the gradient away where the answer is surely wrong: it vanishes at
both ends, and is 0 where sigma(s) is under the floor.
"""

from __future__ import annotations

import math
from typing import Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Reading
from explorer.losses import abs_kl
from explorer.numeric import Array, sigmoid, sigmoids, times


def leaf(xp: Any, logits: Array, targets: Array, *, floor: float) -> tuple[Array]:
    """(t - q) log(t / q) at q = sigma(s), (..., n)."""
    return abs_kl.leaf(xp, sigmoid(xp, logits), targets, floor=floor)


def slopes(
    _rest: tuple[float], logits: tuple[float, ...], targets: tuple[float, ...], *, floor: float
) -> tuple[float, ...]:
    """Return the gradient of moving classes as floats: each class by itself."""
    found = []
    for logit, target in zip(logits, targets, strict=True):
        tail = math.exp(-abs(logit))
        predicted = (1.0 if logit >= 0.0 else tail) / (1.0 + tail)
        kept, wanted = max(predicted, floor), max(target, floor)
        slope = math.log(kept) - math.log(wanted) + (kept - wanted) / kept
        found.append(0.0 if predicted < floor else slope * tail / (1.0 + tail) ** 2)
    return tuple(found)


ACCUMULATORS = Accumulators(leaf=leaf, gathers=(Gather.SUM,), finish=abs_kl.finish, slopes=slopes)


def value(xp: Any, logits: Array, targets: Array, *, floor: float = 1e-7) -> Array:
    """Sum over classes of (t - q) log(t / q) at q = sigma(s), (..., n) -> (...)."""
    return ACCUMULATORS.value(xp, logits, targets, floor=floor)


def gradient(xp: Any, logits: Array, targets: Array, *, floor: float = 1e-7) -> Array:
    """(log(q / t) + 1 - t / q) q (1 - q), 0 where q is clipped, (..., n)."""
    return both(xp, logits, targets, floor=floor)[1]


def both(xp: Any, logits: Array, targets: Array, *, floor: float = 1e-7) -> tuple[Array, Array]:
    """Return value and gradient."""
    predicted, rest = sigmoids(xp, logits)
    terms, slopes = abs_kl.terms_and_slopes(xp, predicted, targets, floor)
    return xp.sum(terms, axis=-1), times(xp, predicted * rest, slopes)


def lowest(xp: Any, targets: Array, *, floor: float = 1e-7) -> Array:
    """0 at sigma(s) = t; of a target above 1 what is left at sigma(s) = 1, (..., n) -> (...)."""
    above = xp.maximum(targets, xp.ones_like(targets))
    return xp.sum((above - 1.0) * xp.log(above), axis=-1)


def decide(xp: Any, logits: Array, **_settings: Any) -> Array:
    """Predict a class where sigma(s) > 1/2."""
    return logits > 0


def read(xp: Any, logits: Array, **_settings: Any) -> Array:
    """sigma(s), which the optimum makes equal to t."""
    return sigmoid(xp, logits)


SCRIPT = """
def abs_kl_sigmoid(s, t, floor=1e-7):
    return abs_kl(sigmoid(s), t, floor)
"""

LOSS = Loss(
    key="abs_kl_sigmoid",
    title="abs KL sigmoid",
    order=340,
    family="divergence",
    member=4,
    labels=Labels.SOFT,
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    decide_function=decide,
    decision="s > 0",
    formula=r"\sum_i \bigl| (t_i - q_i) \log(t_i / q_i) \bigr|, \quad q_i = \sigma(s_i), \; t_i, q_i \ge c",
    gradient_formula=(
        r"q_i (1 - q_i) \bigl( \log(q_i / t_i) + 1 - t_i / q_i \bigr), \quad 0\ \mathrm{where}\ q_i < c"
    ),
    reference="https://en.wikipedia.org/wiki/Kullback-Leibler_divergence",
    parameters=(abs_kl.floor_parameter(),),
    readings=(
        Reading(
            "σ(s)",
            read,
            holds="At the optimum it is t.",
            fails="A surely wrong answer has hardly a gradient, so training may never reach the optimum.",
        ),
    ),
    kinks=lambda targets, *, floor: (math.log(floor) - math.log1p(-floor),),
    invariances=(Invariance.ORDER,),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
    elementwise=True,
    script=SCRIPT,
)
