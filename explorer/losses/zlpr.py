"""ZLPR: every labelled logit above 0 and every other below, compared as a whole instead of class by class.

Labels: 0 or 1, any number of ones, none and all included. A soft label belongs to neither sum, so the loss
has no meaning there; soft ZLPR has.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Any, Final

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Reading
from explorer.numeric import (
    Array,
    filled,
    from_tops,
    log_one_and,
    masked,
    sigmoid,
    softplus,
    sums_of_sides,
    tops_of_sides,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


FAR: Final = 300.0  # below it no exponential is anywhere near overflow


def leaf(xp: Any, logits: Array, targets: Array) -> tuple[Array, Array]:
    """Exponents of the two sums: s where unlabelled, -s where labelled, (..., n) each."""
    return masked(xp, targets == 0, logits), masked(xp, targets == 1, -logits)


def finish(xp: Any, unlabelled: Array, labelled: Array) -> Array:
    """log(1 + e^a) of either side: 1 = e^0 is the threshold, a class at 0 that both sides see."""
    return softplus(xp, unlabelled) + softplus(xp, labelled)


def slopes(
    rest: tuple[float, float], logits: tuple[float, ...], targets: tuple[float, ...], **_settings: Any
) -> tuple[float, ...]:
    """Return the gradient of moving classes as floats; targets between 0 and 1 give that of soft ZLPR."""
    unlabelled = _shares_of_moving(rest[0], logits, [1.0 - target for target in targets])
    labelled = _shares_of_moving(rest[1], [-logit for logit in logits], targets)
    return tuple([fall - rise for fall, rise in zip(unlabelled, labelled, strict=True)])


def _shares_of_moving(rest: float, exponents: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Return w e^a / (1 + e^rest + sum of w e^a), anchored where an exponential could overflow."""
    if rest < FAR and max(exponents) < FAR:  # false for NaN, which the other way hands on
        terms = [weight * exp(exponent) for exponent, weight in zip(exponents, weights, strict=True)]
        whole = 1.0 + exp(rest) + sum(terms)
        return [term / whole for term in terms]
    return _anchored_shares(rest, exponents, weights)


def _anchored_shares(rest: float, exponents: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Return the same for exponents of any size."""
    anchor = max(0.0, rest)
    for exponent, weight in zip(exponents, weights, strict=True):
        if weight > 0.0 and exponent > anchor:
            anchor = exponent
    terms, whole = [], exp(-anchor) + exp(rest - anchor)
    for exponent, weight in zip(exponents, weights, strict=True):
        # What has no weight is not anchored either, and could overflow.
        term = weight * exp(exponent - anchor) if weight > 0.0 else 0.0
        whole += term
        terms.append(term)
    return [term / whole for term in terms]


ACCUMULATORS = Accumulators(
    leaf=leaf, gathers=(Gather.LOGSUMEXP, Gather.LOGSUMEXP), finish=finish, slopes=slopes
)


def value(xp: Any, logits: Array, targets: Array) -> Array:
    """log(1 + sum over unlabelled of e^s) + log(1 + sum over labelled of e^-s), (..., n) -> (...)."""
    return ACCUMULATORS.value(xp, logits, targets)


def gradient(xp: Any, logits: Array, targets: Array) -> Array:
    """Share of e^s or e^-s in its side's sum, 1 included, (..., n): a side's shares stay under 1 together."""
    return both(xp, logits, targets)[1]


def both(xp: Any, logits: Array, targets: Array) -> tuple[Array, Array]:
    """Return value and gradient."""
    return compared(xp, logits, targets, 0.0)


def compared(xp: Any, logits: Array, targets: Array, threshold: float) -> tuple[Array, Array]:
    """Value and gradient where the logits are compared with any threshold; s - s0 would cost digits of s."""
    labelled = targets == 1
    exponents = xp.where(labelled, -logits, logits)
    first, second = tops_of_sides(xp, labelled, exponents)
    outer = xp.maximum(first, filled(xp, first, threshold))
    inner = xp.maximum(second, filled(xp, second, -threshold))
    terms = xp.exp(from_tops(xp, labelled, exponents, (outer, inner)))
    above, below = sums_of_sides(xp, labelled, terms)
    value = log_one_and(xp, outer - threshold, above) + log_one_and(xp, inner + threshold, below)
    beside, under = xp.exp(threshold - outer) + above, xp.exp(-threshold - inner) + below
    return value[..., 0], terms / xp.where(labelled, -under, beside)


def lowest(xp: Any, targets: Array) -> Array:
    """0, approached as labelled logits rise and the others fall, (..., n) -> (...)."""
    return xp.zeros_like(targets[..., 0])


def decide(xp: Any, logits: Array, **_settings: Any) -> Array:
    """Predict a class where its logit is above the threshold 0."""
    return logits > 0


def read(xp: Any, logits: Array, **_settings: Any) -> Array:
    """sigma(s): the probability where classes are few; see `read_doubled`."""
    return sigmoid(xp, logits)


def read_doubled(xp: Any, logits: Array, **_settings: Any) -> Array:
    """sigma(2s): exact for soft labels, the limit for many labels drawn at random, wrong for rare ones."""
    return sigmoid(xp, 2.0 * logits)


SCRIPT = """
def zlpr(s, t):
    return softplus(logsumexp(where(t == 0, s, -inf))) + softplus(logsumexp(where(t == 1, -s, -inf)))
"""

LOSS = Loss(
    key="zlpr",
    title="ZLPR",
    order=110,
    family="zlpr",
    member=0,
    labels=Labels.HARD,
    strict=True,
    instead="soft_zlpr",
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    decide_function=decide,
    decision="s > 0",
    formula=r"\log\Bigl( 1 + \sum_{t_i = 0} e^{s_i} \Bigr) + \log\Bigl( 1 + \sum_{t_i = 1} e^{-s_i} \Bigr)",
    gradient_formula=(
        r"\frac{(1 - t_i)\, e^{s_i}}{1 + \sum_{t_j = 0} e^{s_j}} "
        r"- \frac{t_i\, e^{-s_i}}{1 + \sum_{t_j = 1} e^{-s_j}}"
    ),
    reference="Su et al. 2022, arXiv:2208.02955",
    readings=(
        Reading(
            "σ(s)",
            read,
            holds="σ(s) is the probability of labels drawn at random where there is one class.",
            fails="With more classes it is too near 1/2, or too large for rare labels.",
        ),
        Reading(
            "σ(2s)",
            read_doubled,
            holds="σ(2s) tends to the probability of labels drawn at random as many are on and many are off.",
            fails="Of rare labels it is far too small; of soft labels it holds, which soft ZLPR takes.",
        ),
    ),
    invariances=(Invariance.FLIP, Invariance.ORDER),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
    script=SCRIPT,
)
