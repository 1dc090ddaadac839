"""Pairwise: every labelled logit above every unlabelled one, log(1 + sum over pairs of e^(s_i - s_j)).

Labels: 0 or 1. A sample without labelled or without unlabelled classes has no pair: its value and its
gradient are 0, it gives no signal. The double sum is a product of two sums, so no pair is ever built. With
one labelled class, scale 1 and margin 0 it is cross entropy. It knows no threshold: asked for its answer,
it has to be told how many labels there are.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Parameter, Reading
from explorer.numeric import (
    INFINITY,
    Array,
    below_largest,
    from_tops,
    largest,
    masked,
    sigmoid,
    softmax,
    softplus,
    sums_of_sides,
    tops_of_sides,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


def leaf(xp: Any, logits: Array, targets: Array, *, gamma: float, margin: float) -> tuple[Array, Array]:
    """Exponents of the two sums: gamma (s + m) where unlabelled, -gamma s where labelled, (..., n) each."""
    return masked(xp, targets == 0, gamma * (logits + margin)), masked(xp, targets == 1, -gamma * logits)


def joined(xp: Any, unlabelled: Array, labelled: Array) -> Array:
    """Return a + b, the logarithm of the sum over pairs; -inf, for no pair, even against +inf."""
    opposed = xp.isinf(unlabelled) & (unlabelled == -labelled)
    return xp.where(opposed, -INFINITY, unlabelled + labelled)


def finish(xp: Any, unlabelled: Array, labelled: Array, **_settings: Any) -> Array:
    """log(1 + e^(a + b))."""
    return softplus(xp, joined(xp, unlabelled, labelled))


def opposed(xp: Any, logits: Array, targets: Array) -> tuple[Array, Array, Array]:
    """Which classes are labelled, how far each is behind the first of its side, and the widest pair.

    Each side is taken from its own largest: a logit of the other side that lies far out, or a wide margin,
    would cost digits of these.
    """
    labelled = targets == 1
    signed = xp.where(labelled, -logits, logits)
    tops = tops_of_sides(xp, labelled, signed)
    anchors = tuple(xp.where(top == -INFINITY, 0.0, top) for top in tops)
    return labelled, from_tops(xp, labelled, signed, anchors), joined(xp, *tops)


def summed(xp: Any, labelled: Array, exponents: Array) -> tuple[Array, Array, Array]:
    """Logarithms of the sums of e^a of both sides, (..., 1), and shares of them, negative where labelled.

    The largest exponent of either side is 0; without a class, so is the logarithm.
    """
    terms = xp.exp(exponents)
    outer, inner = (xp.where(total == 0, 1.0, total) for total in sums_of_sides(xp, labelled, terms))
    return xp.log(outer), xp.log(inner), terms / xp.where(labelled, -inner, outer)


def slopes(
    rest: tuple[float, float], logits: tuple[float, ...], targets: tuple[float, ...], *,
    gamma: float, margin: float,
) -> tuple[float, ...]:  # fmt: skip
    """Return the gradient of moving classes as floats."""
    unlabelled = [
        gamma * (logit + margin) if target == 0.0 else -INFINITY
        for logit, target in zip(logits, targets, strict=True)
    ]
    labelled = [
        -gamma * logit if target == 1.0 else -INFINITY for logit, target in zip(logits, targets, strict=True)
    ]
    strength, falls, rises = sides_of_moving(rest, unlabelled, labelled)
    return tuple([gamma * strength * (fall - rise) for fall, rise in zip(falls, rises, strict=True)])


def sides_of_moving(
    rest: tuple[float, float],
    unlabelled: Sequence[float],
    labelled: Sequence[float],
    stretch: tuple[float, float] = (1.0, 1.0),
) -> tuple[float, list[float], list[float]]:
    """Return sigma of the joined sums, stretched, and the shares of moving classes in their sides."""
    above, falls = _side_of_moving(rest[0], unlabelled)
    below, rises = _side_of_moving(rest[1], labelled)
    if above == -INFINITY or below == -INFINITY:
        return 0.0, falls, rises
    total = stretch[0] * above + stretch[1] * below
    tail = math.exp(-abs(total))
    return (1.0 if total >= 0.0 else tail) / (1.0 + tail), falls, rises


def _side_of_moving(rest: float, exponents: Sequence[float]) -> tuple[float, list[float]]:
    anchor = max(rest, *exponents)
    if anchor == -INFINITY:
        return anchor, [0.0] * len(exponents)
    terms = [math.exp(exponent - anchor) for exponent in exponents]
    total = math.exp(rest - anchor) + sum(terms)
    return anchor + math.log(total), [term / total for term in terms]


ACCUMULATORS = Accumulators(
    leaf=leaf, gathers=(Gather.LOGSUMEXP, Gather.LOGSUMEXP), finish=finish, anchored=True, slopes=slopes
)


def value(xp: Any, logits: Array, targets: Array, *, gamma: float = 1.0, margin: float = 0.0) -> Array:
    """log(1 + sum over unlabelled i and labelled j of e^(gamma (s_i - s_j + m))), (..., n) -> (...)."""
    return both(xp, logits, targets, gamma=gamma, margin=margin)[0]


def gradient(xp: Any, logits: Array, targets: Array, *, gamma: float = 1.0, margin: float = 0.0) -> Array:
    """Return gamma sigma(a + b) times a class's share of its side, positive where unlabelled, (..., n)."""
    return both(xp, logits, targets, gamma=gamma, margin=margin)[1]


def both(
    xp: Any, logits: Array, targets: Array, *, gamma: float = 1.0, margin: float = 0.0
) -> tuple[Array, Array]:
    """Return value and gradient."""
    labelled, gaps, widest = opposed(xp, logits, targets)
    above, below, shares = summed(xp, labelled, gamma * gaps)
    total = gamma * (widest + margin) + above + below
    return softplus(xp, total)[..., 0], gamma * sigmoid(xp, total) * shares


def lowest(xp: Any, targets: Array, **_settings: Any) -> Array:
    """0, approached as labelled logits leave the others below, (..., n) -> (...)."""
    return xp.zeros_like(targets[..., 0])


def decide(xp: Any, logits: Array, *, count: Array, **_settings: Any) -> Array:
    """Predict as many classes as there are labels, those with the largest logits."""
    return largest(xp, logits, count)


def read(xp: Any, logits: Array, *, gamma: float = 1.0, margin: float = 0.0) -> Array:
    """softmax(gamma s): the probability that a class is the one labelled."""
    return softmax(xp, gamma * below_largest(xp, logits))


SCRIPT = """
def pairwise(s, t, gamma=1.0, margin=0.0):
    unlabelled = logsumexp(where(t == 0, gamma * (s + margin), -inf))
    return softplus(unlabelled + logsumexp(where(t == 1, -gamma * s, -inf)))
"""

LOSS = Loss(
    key="pairwise",
    title="pairwise",
    order=90,
    family="pairs",
    member=0,
    labels=Labels.HARD,
    strict=True,
    instead="soft_zlpr",
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    decide_function=decide,
    decision="top k",
    counted=True,
    formula=r"\log\Bigl( 1 + \sum_{t_i = 0} \; \sum_{t_j = 1} e^{\gamma (s_i - s_j + m)} \Bigr)",
    gradient_formula=(
        r"\gamma\, (1 - e^{-L}) \biggl( \frac{(1 - t_i)\, e^{\gamma s_i}}{\sum_{t_j = 0} e^{\gamma s_j}} "
        r"- \frac{t_i\, e^{-\gamma s_i}}{\sum_{t_j = 1} e^{-\gamma s_j}} \biggr)"
    ),
    reference="Su 2020, https://kexue.fm/archives/7359; Sun et al. 2020, arXiv:2002.10857",
    parameters=(
        Parameter(
            name="gamma",
            symbol="γ",
            latex=r"\gamma",
            default=1.0,
            low=1e-3,
            high=1e4,
            usual=(0.1, 100.0),
            logarithmic=True,
            meaning="multiplies the differences: the larger, the more the closest pair counts alone",
            varies=True,
        ),
        Parameter(
            name="margin",
            symbol="m",
            latex="m",
            default=0.0,
            low=0.0,
            high=100.0,
            usual=(0.0, 2.0),
            meaning="how far labelled logits must be above the others",
            varies=True,
        ),
    ),
    readings=(
        Reading(
            "softmax(γs)",
            read,
            holds="With one label a sample and no margin: then it is softmax and cross entropy.",
            fails="With several labels only the order of the logits means something.",
        ),
    ),
    invariances=(Invariance.SHIFT, Invariance.FLIP, Invariance.ORDER),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
    script=SCRIPT,
)
