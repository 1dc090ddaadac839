"""Symmetric KL divergence of two rows of sigmoids: how far two rows of logits are from saying the same.

The second argument are the other logits. A class adds the symmetric KL divergence of two yes-or-no
distributions. The scale 2 compares sigma(2s), the reading of soft ZLPR, in place of sigma(s).
"""

from __future__ import annotations

import math
import sys
from typing import Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Parameter, Reading
from explorer.numeric import Array, sigmoid, sigmoids

LARGEST = sys.float_info.max


def leaf(xp: Any, logits: Array, targets: Array, *, scale: float) -> tuple[Array]:
    """(sigma(c s) - sigma(c u)) (s - u), (..., n)."""
    first, second = sigmoids(xp, scale * logits), sigmoids(xp, scale * targets)
    return (_gaps(xp, logits, targets, first, second) * (logits - targets),)


def _gaps(
    xp: Any, logits: Array, targets: Array, first: tuple[Array, Array], second: tuple[Array, Array]
) -> Array:
    """sigma(c s) - sigma(c u): of two differences, equal but for rounding, that of the smaller numbers."""
    return xp.where(logits + targets > 0, second[1] - first[1], first[0] - second[0])


def finish(xp: Any, total: Array, *, scale: float) -> Array:
    """Return the sum of the terms as it is."""
    return total


def slopes(
    _rest: tuple[float], logits: tuple[float, ...], targets: tuple[float, ...], *, scale: float
) -> tuple[float, ...]:
    """Return the gradient of moving classes as floats: each class by itself."""
    found = []
    for logit, other in zip(logits, targets, strict=True):
        halves = math.tanh(scale * logit / 2.0), math.tanh(scale * other / 2.0)
        steep = math.exp(-abs(scale * logit)) / (1.0 + math.exp(-abs(scale * logit))) ** 2
        apart = max(-LARGEST, min(logit - other, LARGEST))
        found.append((halves[0] - halves[1]) / 2.0 + scale * (steep * apart))
    return tuple(found)


ACCUMULATORS = Accumulators(leaf=leaf, gathers=(Gather.SUM,), finish=finish, slopes=slopes)


def value(xp: Any, logits: Array, targets: Array, *, scale: float = 1.0) -> Array:
    """Sum over classes of (sigma(c s) - sigma(c u)) (s - u), (..., n) -> (...)."""
    return ACCUMULATORS.value(xp, logits, targets, scale=scale)


def gradient(xp: Any, logits: Array, targets: Array, *, scale: float = 1.0) -> Array:
    """sigma(c s) - sigma(c u) + c sigma'(c s) (s - u), (..., n)."""
    return both(xp, logits, targets, scale=scale)[1]


def both(xp: Any, logits: Array, targets: Array, *, scale: float = 1.0) -> tuple[Array, Array]:
    """Return value and gradient."""
    first, second = sigmoids(xp, scale * logits), sigmoids(xp, scale * targets)
    gaps, apart = _gaps(xp, logits, targets, first, second), logits - targets
    steep = first[0] * first[1]  # 0 far out, where it silences any distance
    most = xp.finfo(apart.dtype).max
    return xp.sum(gaps * apart, axis=-1), gaps + scale * (steep * xp.clip(apart, -most, most))


def lowest(xp: Any, targets: Array, **_settings: Any) -> Array:
    """0, where both say the same, (..., n) -> (...)."""
    return xp.zeros_like(targets[..., 0])


def decide(xp: Any, logits: Array, **_settings: Any) -> Array:
    """Predict a class where sigma(s) > 1/2."""
    return logits > 0


def read(xp: Any, logits: Array, *, scale: float = 1.0) -> Array:
    """sigma(c s), which is what is compared."""
    return sigmoid(xp, scale * logits)


SCRIPT = """
def symmetric_kl_sigmoid(s, u, scale=1.0):
    return total((sigmoid(scale * s) - sigmoid(scale * u)) * (s - u))
"""

LOSS = Loss(
    key="symmetric_kl_sigmoid",
    title="KL sigmoid",
    order=310,
    family="divergence",
    member=1,
    labels=Labels.ANY,
    inputs=("logits", "other logits"),
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    decide_function=decide,
    decision="s > 0",
    formula=r"\sum_i \bigl( \sigma(c s_i) - \sigma(c u_i) \bigr) (s_i - u_i)",
    gradient_formula=r"\sigma(c s_i) - \sigma(c u_i) + c\, \sigma'(c s_i) (s_i - u_i)",
    reference="https://kexue.fm/archives/9039",
    parameters=(
        Parameter(
            name="scale",
            symbol="c",
            latex="c",
            default=1.0,
            low=0.01,
            high=100.0,
            usual=(0.5, 4.0),
            logarithmic=True,
            meaning="what the logits are multiplied by; 2 reads σ(2s), as soft ZLPR does",
            varies=True,
        ),
    ),
    readings=(
        Reading(
            "σ(cs)",
            read,
            holds="It is the probability that is compared with the other one.",
            fails="No label enters: the divergence alone makes no reading a probability.",
        ),
    ),
    invariances=(Invariance.ORDER,),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
    elementwise=True,
    script=SCRIPT,
)
