"""Asymmetric loss: focal loss with one power for labelled classes, another and a margin for the others.

Labels: 0 or 1. An unlabelled class whose probability is under the margin costs nothing, and one that is
almost sure is taken for a mislabelled one and let go.
"""

from __future__ import annotations

import math
import sys
from typing import Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Parameter, Reading
from explorer.losses import bce
from explorer.numeric import Array, filled, finite, log_of, logaddexp, sigmoids, smallest, softplus, times

SMALLEST, LARGEST = sys.float_info.min, sys.float_info.max


def labelled(xp: Any, logits: Array, gamma: float, most: float) -> tuple[Array, Array]:
    """Return (1 - p)^gamma c and its derivative, (..., n) each, with c the lesser of -log p and `most`."""
    probability, complement = sigmoids(xp, logits)
    factor = xp.exp(-gamma * finite(xp, softplus(xp, logits)))
    cost, free = _at_most(xp, softplus(xp, -logits), most)
    return times(xp, factor, cost), -factor * (gamma * (finite(xp, cost) * probability) + free * complement)


def unlabelled(xp: Any, logits: Array, gamma: float, clip: float, most: float) -> tuple[Array, Array]:
    """Return q^gamma c and its derivative, q = max(p - clip, 0), c the lesser of -log(1 - q) and `most`."""
    probability, complement = sigmoids(xp, logits)
    over, least = probability - clip, smallest(xp, logits)
    safe = xp.maximum(over, least)
    factor = xp.exp(gamma * xp.log(safe))
    cost, free = _at_most(xp, _minus_log_rest(xp, logits, over, clip), most)
    share = xp.maximum(complement, least) / xp.maximum(complement + clip, least)
    change = gamma * (finite(xp, cost) * (complement * probability / safe)) + free * share * probability
    return times(xp, factor, cost), xp.astype(over > 0, over.dtype) * factor * change


def _at_most(xp: Any, cost: Array, most: float) -> tuple[Array, Array]:
    """Return the lesser of a cost and `most`, and 1 where the cost is it, 0 where it is cut."""
    return xp.minimum(cost, filled(xp, cost, most)), xp.astype(cost <= most, cost.dtype)


def _minus_log_rest(xp: Any, logits: Array, over: Array, clip: float) -> Array:
    """Return -log(1 - q): by log1p up to q = 1/2, what is beyond that from log(1 - p) and log clip.

    So it keeps its digits both where q is next to 0 and where 1 - q is.
    """
    zero = xp.zeros_like(over)
    near = -xp.log1p(-xp.minimum(xp.maximum(over, zero), zero + 0.5))
    margin = filled(xp, over, log_of(xp, clip))
    far = -logaddexp(xp, -softplus(xp, logits), margin) - math.log(2.0)
    return near + xp.maximum(far, zero)


def terms_and_slopes(
    xp: Any, logits: Array, targets: Array, *,
    gamma_positive: float, gamma_negative: float, clip: float, floor: float,
) -> tuple[Array, Array]:  # fmt: skip
    """Return the term of each class and its derivative, (..., n) each."""
    most = -log_of(xp, floor)
    inside = labelled(xp, logits, gamma_positive, most)
    outside = unlabelled(xp, logits, gamma_negative, clip, most)
    terms, change = (xp.where(targets == 1, *pair) for pair in zip(inside, outside, strict=True))
    return terms, change


def leaf(xp: Any, logits: Array, targets: Array, **settings: float) -> tuple[Array]:
    """Return the term of each class."""
    return (terms_and_slopes(xp, logits, targets, **settings)[0],)


def finish(xp: Any, total: Array, **_settings: float) -> Array:
    """Return the sum of the terms as it is."""
    return total


def slopes(
    _rest: tuple[float], logits: tuple[float, ...], targets: tuple[float, ...], *,
    gamma_positive: float, gamma_negative: float, clip: float, floor: float,
) -> tuple[float, ...]:  # fmt: skip
    """Return the gradient of moving classes as floats: each class by itself."""
    most = -math.log(floor) if floor else math.inf
    return tuple(
        labelled_slope(logit, gamma_positive, most)
        if target == 1.0
        else _unlabelled_slope(logit, gamma_negative, clip, most)
        for logit, target in zip(logits, targets, strict=True)
    )


def labelled_slope(logit: float, gamma: float, most: float) -> float:
    """Return the derivative of `labelled` for one logit as a float."""
    rise, fall = math.exp(min(logit, 0.0)), math.exp(min(-logit, 0.0))
    whole, soft = 1.0 + rise * fall, math.log1p(rise * fall)
    cost = max(-logit, 0.0) + soft
    free = fall if cost <= most else 0.0
    factor = math.exp(-gamma * (max(logit, 0.0) + soft))
    return -factor * (gamma * (min(cost, most, LARGEST) * rise) + free) / whole


def _unlabelled_slope(logit: float, gamma: float, clip: float, most: float) -> float:
    rise, fall = math.exp(min(logit, 0.0)), math.exp(min(-logit, 0.0))
    whole = 1.0 + rise * fall
    over, rest = rise / whole - clip, fall / whole + clip
    if over <= 0.0:
        return 0.0
    if clip:
        cost = -math.log1p(-over) if over < 0.5 else -math.log(rest)
    else:
        cost = max(logit, 0.0) + math.log1p(rise * fall)
    free = max(fall / whole, SMALLEST) / max(rest, SMALLEST) if cost <= most else 0.0
    change = gamma * (min(cost, most, LARGEST) * (fall / whole / over)) + free
    return math.pow(over, gamma) * change * rise / whole


ACCUMULATORS = Accumulators(leaf=leaf, gathers=(Gather.SUM,), finish=finish, slopes=slopes)


def value(xp: Any, logits: Array, targets: Array, **settings: float) -> Array:
    """Sum over classes of the term of its side, (..., n) -> (...)."""
    return ACCUMULATORS.value(xp, logits, targets, **settings)


def gradient(xp: Any, logits: Array, targets: Array, **settings: float) -> Array:
    """Return the derivative of each class's term, (..., n); 0 where clip or floor cut it off."""
    return terms_and_slopes(xp, logits, targets, **settings)[1]


def both(xp: Any, logits: Array, targets: Array, **settings: float) -> tuple[Array, Array]:
    """Return value and gradient."""
    terms, change = terms_and_slopes(xp, logits, targets, **settings)
    return xp.sum(terms, axis=-1), change


def kinks(targets: Any, *, clip: float, floor: float, **_settings: float) -> tuple[float, ...]:
    """Logits where p = clip, where -log p reaches its limit, and where -log(1 - q) does."""
    at = (clip, floor, 1.0 + clip - floor)
    return tuple(math.log(p) - math.log1p(-p) for p in at if 0.0 < p < 1.0)


def lowest(xp: Any, targets: Array, **_settings: float) -> Array:
    """0, approached as labelled logits rise and the others fall, (..., n) -> (...)."""
    return xp.zeros_like(targets[..., 0])


SCRIPT = """
def asl(s, t, gamma_positive=1.0, gamma_negative=4.0, clip=0.05, floor=1e-8):
    most = -math.log(floor) if floor else inf
    q = at_least(sigmoid(s) - clip, 0.0)
    labelled = sigmoid(-s) ** gamma_positive * at_most(softplus(-s), most)
    cost = softplus(s) if clip == 0 else -log(at_most(sigmoid(-s) + clip, 1.0))
    return total(where(t == 1, labelled, q**gamma_negative * at_most(cost, most)))
"""

LOSS = Loss(
    key="asl",
    title="ASL",
    order=52,
    family="weighted",
    member=1,
    labels=Labels.HARD,
    strict=True,
    instead="bce",
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    decide_function=bce.decide,
    decision="s > 0",
    formula=(
        r"-\sum_{t_i = 1} (1 - p_i)^{\gamma_+} \log \max(p_i, \delta) "
        r"- \sum_{t_i = 0} q_i^{\gamma_-} \log \max(1 - q_i, \delta), "
        r"\quad q = \max(p - m, 0)"
    ),
    gradient_formula=(
        r"t_i = 1: \ -(1 - p)^{\gamma_+} (1 - p - \gamma_+\, p \log p), \quad "
        r"t_i = 0: \ q^{\gamma_-} p\, (1 - p) \Bigl( \frac{1}{1 - q} - \gamma_- \frac{\log(1 - q)}{q} \Bigr)"
    ),
    reference="Ridnik et al. 2021, arXiv:2009.14119",
    parameters=(
        Parameter(
            name="gamma_positive",
            symbol="γ₊",
            latex=r"\gamma_+",
            default=1.0,
            low=0.0,
            high=100.0,
            usual=(0.0, 5.0),
            meaning="how much labelled classes that are told well are silenced",
            varies=True,
        ),
        Parameter(
            name="gamma_negative",
            symbol="γ₋",
            latex=r"\gamma_-",
            default=4.0,
            low=0.0,
            high=100.0,
            usual=(0.0, 8.0),
            meaning="how much other classes that are told well are silenced",
            varies=True,
        ),
        Parameter(
            name="clip",
            symbol="m",
            latex="m",
            default=0.05,
            low=0.0,
            high=0.9,
            usual=(0.0, 0.5),
            meaning="probability up to which an unlabelled class costs nothing",
            varies=True,
        ),
        Parameter(
            name="floor",
            symbol="δ",
            latex=r"\delta",
            default=1e-8,
            low=0.0,
            high=0.1,
            usual=(1e-12, 0.1),
            logarithmic=True,
            meaning="least number whose logarithm is taken; 0 is the paper's loss",
            varies=True,
        ),
    ),
    readings=(
        Reading(
            "σ(s)",
            bce.read,
            fails="The two sides are weighted unlike each other, so σ(s) is no probability of the class.",
        ),
    ),
    kinks=kinks,
    invariances=(Invariance.ORDER,),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
    elementwise=True,
    script=SCRIPT,
)
