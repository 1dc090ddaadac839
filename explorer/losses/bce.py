"""Binary cross entropy: one sigmoid a class, each class a yes-or-no question of its own.

Labels: soft, from 0 to 1. Outside, the value may be negative and unbounded below.
"""

from __future__ import annotations

import math
from typing import Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Parameter, Reading
from explorer.numeric import INFINITY, Array, exponentials, sigmoid, sigmoids, softplus_tail, times


def leaf(xp: Any, logits: Array, targets: Array, *, pos_weight: Any, weight: Any) -> tuple[Array]:
    """Return w (pi t softplus(-s) + (1 - t) softplus(s)), (..., n)."""
    labelled, unlabelled = weight * pos_weight * targets, weight * (1.0 - targets)
    return (_terms(xp, logits, softplus_tail(xp, logits), labelled, unlabelled),)


def _terms(xp: Any, logits: Array, tail: Array, labelled: Array, unlabelled: Array) -> Array:
    """Return a softplus(-s) + b softplus(s) from the log(1 + e^-|s|) that both have."""
    zero = xp.zeros_like(logits)
    missing, excess = xp.maximum(-logits, zero) + tail, xp.maximum(logits, zero) + tail
    return times(xp, labelled, missing) + times(xp, unlabelled, excess)


def finish(xp: Any, total: Array, *, pos_weight: Any, weight: Any) -> Array:
    """Return the sum of the terms as it is."""
    return total


def slopes(
    _rest: tuple[float], logits: tuple[float, ...], targets: tuple[float, ...], *,
    pos_weight: tuple[float, ...], weight: tuple[float, ...],
) -> tuple[float, ...]:  # fmt: skip
    """Return the gradient of moving classes as floats: each class by itself."""
    found = []
    for logit, target, labelled, scale in zip(logits, targets, pos_weight, weight, strict=True):
        tail = math.exp(-abs(logit))
        larger, smaller = 1.0 / (1.0 + tail), tail / (1.0 + tail)
        rise, fall = (smaller, larger) if logit >= 0.0 else (larger, smaller)
        found.append(scale * ((1.0 - target) * fall - labelled * target * rise))
    return tuple(found)


ACCUMULATORS = Accumulators(leaf=leaf, gathers=(Gather.SUM,), finish=finish, slopes=slopes)


def value(xp: Any, logits: Array, targets: Array, *, pos_weight: Any = 1.0, weight: Any = 1.0) -> Array:
    """Sum over classes of w (pi t softplus(-s) + (1 - t) softplus(s)), (..., n) -> (...)."""
    return ACCUMULATORS.value(xp, logits, targets, pos_weight=pos_weight, weight=weight)


def gradient(xp: Any, logits: Array, targets: Array, *, pos_weight: Any = 1.0, weight: Any = 1.0) -> Array:
    """Return w ((1 - t) sigma(s) - pi t sigma(-s)), (..., n)."""
    probability, complement = sigmoids(xp, logits)
    return weight * ((1.0 - targets) * probability - pos_weight * targets * complement)


def both(
    xp: Any, logits: Array, targets: Array, *, pos_weight: Any = 1.0, weight: Any = 1.0
) -> tuple[Array, Array]:
    """Return value and gradient, from the same exponentials."""
    rise, fall, tail = exponentials(xp, logits)
    labelled, unlabelled = weight * pos_weight * targets, weight * (1.0 - targets)
    terms = _terms(xp, logits, xp.log1p(tail), labelled, unlabelled)
    return xp.sum(terms, axis=-1), (unlabelled * rise - labelled * fall) / (1.0 + tail)


def lowest(xp: Any, targets: Array, *, pos_weight: Any = 1.0, weight: Any = 1.0) -> Array:
    """Sum over classes of the least a softplus(-s) + b softplus(s), at sigma(s) = a / (a + b)."""
    labelled, unlabelled = weight * pos_weight * targets, weight * (1.0 - targets)
    both = labelled + unlabelled
    least = (
        0.0 - times(xp, labelled, xp.log(labelled / both)) - times(xp, unlabelled, xp.log(unlabelled / both))
    )
    unbounded = (labelled < 0) | (unlabelled < 0)  # the logit may run away and take the loss with it
    return xp.sum(xp.where(unbounded, -INFINITY, least), axis=-1)


def decide(xp: Any, logits: Array, **_settings: Any) -> Array:
    """Predict a class where sigma(s) > 1/2."""
    return logits > 0


def read(xp: Any, logits: Array, **_settings: Any) -> Array:
    """sigma(s), which the optimum makes equal to t where pos_weight is 1."""
    return sigmoid(xp, logits)


def read_corrected(xp: Any, logits: Array, *, pos_weight: Any = 1.0, **_settings: Any) -> Array:
    """sigma(s - log pi), which takes back what pos_weight adds to the logit of the optimum."""
    return sigmoid(xp, logits - xp.log(xp.zeros_like(logits) + pos_weight))


SCRIPT = """
def bce(s, t, pos_weight=1.0, weight=1.0):
    return total(weight * (pos_weight * t * softplus(-s) + (1 - t) * softplus(s)))
"""

LOSS = Loss(
    key="bce",
    title="BCE",
    order=40,
    family="sigmoid",
    member=0,
    labels=Labels.SOFT,
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    decide_function=decide,
    decision="s > 0",
    formula=r"-\sum_i w_i \bigl( \pi_i t_i \log \sigma(s_i) + (1 - t_i) \log \sigma({-}s_i) \bigr)",
    gradient_formula=r"w_i \bigl( (1 - t_i)\, \sigma(s_i) - \pi_i t_i\, \sigma({-}s_i) \bigr)",
    reference="https://docs.pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html",
    parameters=(
        Parameter(
            name="pos_weight",
            symbol="π",
            latex=r"\pi",
            default=1.0,
            low=0.0,
            high=1e6,
            usual=(0.01, 100.0),
            logarithmic=True,
            kind="per_class",
            meaning="weight of the labelled side; the optimum moves by log π",
            varies=True,
        ),
        Parameter(
            name="weight",
            symbol="w",
            latex="w",
            default=1.0,
            low=0.0,
            high=1e6,
            usual=(0.01, 100.0),
            logarithmic=True,
            kind="per_class",
            meaning="weight of the whole class",
            varies=True,
        ),
    ),
    readings=(
        Reading(
            "σ(s)",
            read,
            holds="At the optimum σ(s) is t where π is 1.",
            fails="Another π moves the logit of the optimum by log π, and σ(s) with it.",
        ),
        Reading("σ(s − log π)", read_corrected, holds="At the optimum σ(s − log π) is t, for any π above 0."),
    ),
    invariances=(Invariance.FLIP, Invariance.ORDER),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
    elementwise=True,
    script=SCRIPT,
)
