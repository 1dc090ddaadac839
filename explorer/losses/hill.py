"""Hill loss: unlabelled classes that are sure are let go, as their label may be missing.

Labels: 0 or 1. Over p the cost of an unlabelled class rises to its top and flattens there like a hill; the
labelled ones have a focal loss whose logits must pass a margin.
"""

from __future__ import annotations

import math
from typing import Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Parameter, Reading
from explorer.losses import asl, bce
from explorer.numeric import Array, sigmoids


def terms_and_slopes(
    xp: Any, logits: Array, targets: Array, *, weight: float, margin: float, gamma: float
) -> tuple[Array, Array]:
    """Return the term of each class and its derivative, (..., n) each.

    Labelled: (1 - p)^gamma (-log p) with p = sigma(s - margin); unlabelled: (weight - p) p^2, p = sigma(s).
    """
    term, change = asl.labelled(xp, logits - margin, gamma, math.inf)
    probability, complement = sigmoids(xp, logits)
    square, is_labelled = probability * probability, targets == 1
    hill = (2.0 * weight - 3.0 * probability) * square * complement
    return xp.where(is_labelled, term, (weight - probability) * square), xp.where(is_labelled, change, hill)


def leaf(xp: Any, logits: Array, targets: Array, **settings: float) -> tuple[Array]:
    """Return the term of each class."""
    return (terms_and_slopes(xp, logits, targets, **settings)[0],)


def finish(xp: Any, total: Array, **_settings: float) -> Array:
    """Return the sum of the terms as it is."""
    return total


def slopes(
    _rest: tuple[float], logits: tuple[float, ...], targets: tuple[float, ...], *,
    weight: float, margin: float, gamma: float,
) -> tuple[float, ...]:  # fmt: skip
    """Return the gradient of moving classes as floats: each class by itself."""
    return tuple(
        asl.labelled_slope(logit - margin, gamma, math.inf) if target == 1.0 else _hill_slope(logit, weight)
        for logit, target in zip(logits, targets, strict=True)
    )


def _hill_slope(logit: float, weight: float) -> float:
    rise, fall = math.exp(min(logit, 0.0)), math.exp(min(-logit, 0.0))
    probability, complement = rise / (1.0 + rise * fall), fall / (1.0 + rise * fall)
    return (2.0 * weight - 3.0 * probability) * probability * probability * complement


ACCUMULATORS = Accumulators(leaf=leaf, gathers=(Gather.SUM,), finish=finish, slopes=slopes)


def value(xp: Any, logits: Array, targets: Array, **settings: float) -> Array:
    """Sum over classes of the term of its side, (..., n) -> (...)."""
    return ACCUMULATORS.value(xp, logits, targets, **settings)


def gradient(xp: Any, logits: Array, targets: Array, **settings: float) -> Array:
    """Return the derivative of each class's term, (..., n); at most 3/16 of an unlabelled class."""
    return terms_and_slopes(xp, logits, targets, **settings)[1]


def both(xp: Any, logits: Array, targets: Array, **settings: float) -> tuple[Array, Array]:
    """Return value and gradient."""
    terms, change = terms_and_slopes(xp, logits, targets, **settings)
    return xp.sum(terms, axis=-1), change


SCRIPT = """
def hill(s, t, weight=1.5, margin=1.0, gamma=2.0):
    p = sigmoid(s)
    labelled = sigmoid(margin - s) ** gamma * softplus(margin - s)
    return total(where(t == 1, labelled, (weight - p) * p**2))
"""

LOSS = Loss(
    key="hill",
    title="Hill",
    order=53,
    family="weighted",
    member=2,
    labels=Labels.HARD,
    strict=True,
    instead="bce",
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    decide_function=bce.decide,
    decision="s > 0",
    formula=(
        r"\sum_{t_i = 1} \sigma(m - s_i)^{\gamma} \log \bigl( 1 + e^{m - s_i} \bigr) "
        r"+ \sum_{t_i = 0} (\lambda - p_i)\, p_i^2, \quad p = \sigma(s)"
    ),
    gradient_formula=(
        r"t_i = 1: \ -(1 - u)^{\gamma} (1 - u - \gamma\, u \log u), \ u = \sigma(s_i - m), \quad "
        r"t_i = 0: \ (2 \lambda - 3 p_i)\, p_i^2\, (1 - p_i)"
    ),
    reference="Zhang et al. 2021, arXiv:2112.07368",
    parameters=(
        Parameter(
            name="weight",
            symbol="λ",
            latex=r"\lambda",
            default=1.5,
            low=1.0,
            high=100.0,
            usual=(1.0, 3.0),
            meaning="height of the hill; at 3/2 its slope ends at 0, below it falls again",
            varies=True,
        ),
        Parameter(
            name="margin",
            symbol="m",
            latex="m",
            default=1.0,
            low=-100.0,
            high=100.0,
            usual=(0.0, 4.0),
            meaning="logit that a labelled class must pass",
            varies=True,
        ),
        Parameter(
            name="gamma",
            symbol="γ",
            latex=r"\gamma",
            default=2.0,
            low=0.0,
            high=100.0,
            usual=(0.0, 5.0),
            meaning="how much labelled classes that are told well are silenced",
            varies=True,
        ),
    ),
    readings=(
        Reading(
            "σ(s)",
            bce.read,
            fails="The loss is not proper: sure unlabelled classes are let go, σ(s) is no probability.",
        ),
    ),
    invariances=(Invariance.ORDER,),
    lowest_function=asl.lowest,
    accumulators=ACCUMULATORS,
    elementwise=True,
    script=SCRIPT,
)
