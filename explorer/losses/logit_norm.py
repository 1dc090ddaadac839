"""LogitNorm: cross entropy of the logits' direction, so that their norm cannot make the loss fall for ever.

Labels: targets that sum to 1. The value does not change when all logits are multiplied by the same positive
number. At s = 0 there is no direction; as in the published code all classes are equal there, with the
gradient that a norm of 1 gives. The norm joins all classes, so there are no accumulators: a slice costs
classes times points.
"""

from __future__ import annotations

import math
from typing import Any

from explorer.catalogue import Invariance, Labels, Loss, Parameter, Reading
from explorer.losses import cross_entropy
from explorer.numeric import INFINITY, Array, below_largest, softmax, times


def scaled(xp: Any, logits: Array) -> tuple[Array, Array]:
    """Return the logits over the largest size among them, and the norm of these, (..., 1).

    So no square over- or underflows. Infinite logits alone make the direction; for s = 0 the norm is 1.
    """
    size = xp.max(xp.abs(logits), axis=-1, keepdims=True)
    infinite = xp.where(xp.abs(logits) == INFINITY, xp.sign(logits), 0.0)
    relative = xp.where(size == INFINITY, infinite, logits / xp.where(size == 0, 1.0, size))
    square = xp.sum(relative * relative, axis=-1, keepdims=True)
    return relative, xp.sqrt(xp.where(size == 0, 1.0, square))


def value(xp: Any, logits: Array, targets: Array, *, temperature: float = 0.04) -> Array:
    """Cross entropy of s / (tau |s|), (..., n) -> (...)."""
    relative, norm = scaled(xp, logits)
    return cross_entropy.value(xp, below_largest(xp, relative) / norm, targets, temperature=temperature)


def gradient(xp: Any, logits: Array, targets: Array, *, temperature: float = 0.04) -> Array:
    """(v - u (u v)) / (tau |s|) with u = s / |s| and v = T softmax(u / tau) - t, (..., n)."""
    return both(xp, logits, targets, temperature=temperature)[1]


def both(xp: Any, logits: Array, targets: Array, *, temperature: float = 0.04) -> tuple[Array, Array]:
    """Return value and gradient.

    v sums to 0, so u v is formed of the gaps below the largest logit: round 1000 they keep their digits.
    """
    relative, norm = scaled(xp, logits)
    gaps = below_largest(xp, relative) / norm
    value, pull = cross_entropy.both(xp, gaps, targets, temperature=temperature)
    along = xp.sum(gaps * pull, axis=-1, keepdims=True)
    size = xp.max(xp.abs(logits), axis=-1, keepdims=True)
    return value, (pull - relative * (along / norm)) / (norm * xp.where(size == 0, 1.0, size))


def lowest(xp: Any, targets: Array, *, temperature: float = 0.04) -> Array:
    """Return the least value where it is known in closed form, NaN elsewhere, (..., n) -> (...).

    One label: the direction in which it is furthest above the others, by sqrt(n / (n - 1)). Soft targets that
    some direction reads exactly, softmax(u / tau) = t: their entropy.
    """
    mass = xp.sum(targets, axis=-1, keepdims=True)
    parts = targets / xp.where(mass == 0, 1.0, mass)
    logs = xp.log(parts)
    far = xp.sum((logs - xp.mean(logs, axis=-1, keepdims=True)) ** 2, axis=-1) * temperature**2
    entropy = 0.0 - xp.sum(times(xp, parts, logs), axis=-1)
    sure = xp.max(parts, axis=-1) == 1
    least = xp.where(
        sure, sure_lowest(targets.shape[-1], temperature), xp.where(far <= 1, entropy, float("nan"))
    )
    return times(xp, mass[..., 0], least)


def sure_lowest(classes: int, temperature: float) -> float:
    """log(1 + (n - 1) e^(-sqrt(n / (n - 1)) / tau)); 0 for one class."""
    others = classes - 1
    return math.log1p(others * math.exp(-math.sqrt(classes / others) / temperature)) if others else 0.0


def read(xp: Any, logits: Array, *, temperature: float = 0.04) -> Array:
    """softmax(s / (tau |s|))."""
    relative, norm = scaled(xp, logits)
    return softmax(xp, below_largest(xp, relative) / (norm * temperature))


SCRIPT = """
def logit_norm(s, t, temperature=0.04):
    return cross_entropy(s / total(s * s)[..., None] ** 0.5, t, temperature)
"""

LOSS = Loss(
    key="logit_norm",
    title="LogitNorm",
    order=30,
    family="softmax",
    member=2,
    labels=Labels.DISTRIBUTION,
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    decide_function=cross_entropy.decide,
    decision="argmax",
    formula=r"\mathrm{CE}\Bigl( \frac{s}{\tau \lVert s \rVert}, t \Bigr)",
    gradient_formula=(
        r"\frac{1}{\tau \lVert s \rVert} \bigl( (I - u u^\top)\, v \bigr)_i, \quad "
        r"u = \frac{s}{\lVert s \rVert}, \; v = T\, \mathrm{softmax}(u / \tau) - t"
    ),
    reference="Wei et al. 2022, arXiv:2205.09310",
    parameters=(
        Parameter(
            name="temperature",
            symbol="τ",
            latex=r"\tau",
            default=0.04,
            low=0.001,
            high=1000.0,
            usual=(0.01, 1.0),
            logarithmic=True,
            meaning="divides the direction of the logits: 1 / τ is the norm that they all have",
            varies=True,
        ),
    ),
    readings=(
        Reading(
            "softmax(s/(τ‖s‖))",
            read,
            holds="For targets that a vector of norm 1 / τ can express: then the optimum is t.",
            fails="For surer ones, one-hot targets above all: the norm sets the largest probability.",
        ),
    ),
    invariances=(Invariance.SCALE, Invariance.ORDER),
    lowest_function=lowest,
    script=SCRIPT,
)
