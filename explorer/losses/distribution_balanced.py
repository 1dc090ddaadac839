"""Distribution balanced loss: binary cross entropy for a long tail of classes.

Each class has a weight and a bias made from its frequency, and its unlabelled side is flattened. Labels: 0
or 1; soft labels are computed too, but the weights are meant for hard ones.
"""

from __future__ import annotations

import math
from typing import Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Parameter, Reading
from explorer.losses import bce
from explorer.numeric import Array, softplus, softplus_and_sigmoid, times


def leaf(
    xp: Any, logits: Array, targets: Array, *, class_weight: Any, bias: Any, negative_scale: float
) -> tuple[Array]:
    """Return r (t softplus(-z) + (1 - t) softplus(k z) / k) with z = s - bias, (..., n)."""
    shifted = logits - bias
    missing, excess = softplus(xp, -shifted), softplus(xp, negative_scale * shifted)
    other = class_weight * ((1.0 - targets) / negative_scale)
    return (times(xp, class_weight * targets, missing) + times(xp, other, excess),)


def finish(xp: Any, total: Array, **_settings: Any) -> Array:
    """Return the sum of the terms as it is."""
    return total


def slopes(
    _rest: tuple[float], logits: tuple[float, ...], targets: tuple[float, ...], *,
    class_weight: tuple[float, ...], bias: tuple[float, ...], negative_scale: float,
) -> tuple[float, ...]:  # fmt: skip
    """Return the gradient of moving classes as floats: each class by itself."""
    found = []
    for logit, target, weight, shift in zip(logits, targets, class_weight, bias, strict=True):
        fall, rise = _sigma(shift - logit), _sigma(negative_scale * (logit - shift))
        found.append(weight * ((1.0 - target) * rise - target * fall))
    return tuple(found)


def _sigma(logit: float) -> float:
    return math.exp(min(logit, 0.0)) / (1.0 + math.exp(-abs(logit)))


ACCUMULATORS = Accumulators(leaf=leaf, gathers=(Gather.SUM,), finish=finish, slopes=slopes)


def value(
    xp: Any, logits: Array, targets: Array, *,
    class_weight: Any = 1.0, bias: Any = 0.0, negative_scale: float = 5.0,
) -> Array:  # fmt: skip
    """Sum over classes of r (t softplus(-z) + (1 - t) softplus(k z) / k), (..., n) -> (...)."""
    return ACCUMULATORS.value(
        xp, logits, targets, class_weight=class_weight, bias=bias, negative_scale=negative_scale
    )


def gradient(
    xp: Any, logits: Array, targets: Array, *,
    class_weight: Any = 1.0, bias: Any = 0.0, negative_scale: float = 5.0,
) -> Array:  # fmt: skip
    """Return r ((1 - t) sigma(k z) - t sigma(-z)), (..., n)."""
    return both(xp, logits, targets, class_weight=class_weight, bias=bias, negative_scale=negative_scale)[1]


def both(
    xp: Any, logits: Array, targets: Array, *,
    class_weight: Any = 1.0, bias: Any = 0.0, negative_scale: float = 5.0,
) -> tuple[Array, Array]:  # fmt: skip
    """Return value and gradient."""
    shifted = logits - bias
    missing, rise = softplus_and_sigmoid(xp, -shifted)
    excess, fall = softplus_and_sigmoid(xp, negative_scale * shifted)
    labelled, other = class_weight * targets, class_weight * (1.0 - targets)
    terms = times(xp, labelled, missing) + times(xp, other / negative_scale, excess)
    return xp.sum(terms, axis=-1), other * fall - labelled * rise


def lowest(xp: Any, targets: Array, **_settings: Any) -> Array:
    """0 for 0/1 labels, approached as the logits run out; not known for soft ones, (..., n) -> (...)."""
    hard = xp.all((targets == 0) | (targets == 1), axis=-1)
    return xp.where(hard, xp.zeros_like(targets[..., 0]), math.nan)


SCRIPT = """
def distribution_balanced(s, t, class_weight=1.0, bias=0.0, negative_scale=5.0):
    z = s - bias
    other = (1 - t) / negative_scale * softplus(negative_scale * z)
    return total(class_weight * (t * softplus(-z) + other))
"""

LOSS = Loss(
    key="distribution_balanced",
    title="distribution balanced",
    order=54,
    family="weighted",
    member=3,
    labels=Labels.HARD,
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    decide_function=bce.decide,
    decision="s > 0",
    formula=(
        r"\sum_i r_i \Bigl( t_i \log \bigl( 1 + e^{-z_i} \bigr) "
        r"+ \frac{1 - t_i}{\kappa} \log \bigl( 1 + e^{\kappa z_i} \bigr) \Bigr), \quad z = s - \nu"
    ),
    gradient_formula=r"r_i \bigl( (1 - t_i)\, \sigma(\kappa z_i) - t_i\, \sigma({-}z_i) \bigr)",
    reference="Wu et al. 2020, arXiv:2007.09654",
    parameters=(
        Parameter(
            name="class_weight",
            symbol="r",
            latex="r",
            default=1.0,
            low=0.0,
            high=1e6,
            usual=(0.01, 100.0),
            logarithmic=True,
            kind="per_class",
            meaning="weight of the class, larger for rare ones",
            varies=True,
        ),
        Parameter(
            name="bias",
            symbol="ν",
            latex=r"\nu",
            default=0.0,
            low=-100.0,
            high=100.0,
            usual=(-3.0, 3.0),
            kind="per_class",
            meaning="logit at which the class is in balance, from its frequency",
            varies=True,
        ),
        Parameter(
            name="negative_scale",
            symbol="κ",
            latex=r"\kappa",
            default=5.0,
            low=0.001,
            high=1000.0,
            usual=(0.1, 20.0),
            logarithmic=True,
            meaning="how fast an unlabelled class that is told well is silenced",
            varies=True,
        ),
    ),
    readings=(
        Reading(
            "σ(s)",
            bce.read,
            holds="σ(s) is the probability only where κ is 1 and ν is 0.",
            fails="With another κ or ν the two sides balance at another logit than that of the probability.",
        ),
    ),
    invariances=(Invariance.ORDER,),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
    elementwise=True,
    script=SCRIPT,
)
