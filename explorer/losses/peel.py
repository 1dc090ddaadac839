"""From ZLPR to BCE: what a product of 1 + e^a over classes has beyond its first terms, let in by an amount.

A side of ZLPR is log(1 + sum of e^a), one of BCE log of the product of 1 + e^a, which is that sum and all
products of two, three and more. Labels: 0 or 1; soft ones count on both sides, by t and by 1 - t, which
gives soft ZLPR at amount 0 and BCE at amount 1. Outside [0, 1] a sum may be negative and has no logarithm.
"""

from __future__ import annotations

import math
from typing import Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Parameter, Reading
from explorer.losses import bce, soft_zlpr, zlpr
from explorer.numeric import (
    Array,
    difference,
    filled,
    log_of,
    logaddexp,
    per_row,
    sigmoid,
    softplus,
    softplus_and_sigmoid,
    times,
    weighted,
    weighted_log_and_shares,
)


def leaf(xp: Any, logits: Array, targets: Array, *, amount: float) -> tuple[Array, Array, Array, Array]:
    """Exponents of the two sums of ZLPR and terms of the two sums of BCE, (..., n) each."""
    return (
        weighted(xp, 1.0 - targets, logits),
        weighted(xp, targets, -logits),
        times(xp, 1.0 - targets, softplus(xp, logits)),
        times(xp, targets, softplus(xp, -logits)),
    )


def finish(
    xp: Any, unlabelled: Array, labelled: Array, excess: Array, missing: Array, *, amount: float
) -> Array:
    """Return both sides."""
    first, second, amount = softplus(xp, unlabelled), softplus(xp, labelled), per_row(amount)
    return _side(xp, first, excess, amount) + _side(xp, second, missing, amount)


def _side(xp: Any, first: Array, product: Array, amount: float) -> Array:
    """log((1 - amount) e^first + amount e^product), without overflow and near 0 without loss.

    With d = product - first it is first + log(1 + amount (e^d - 1)), or where d is large
    first + log(1 - amount + amount e^d) in logarithms.
    """
    gap = difference(xp, product, first)
    bound = xp.ones_like(gap)
    near = xp.log1p(amount * xp.expm1(xp.maximum(xp.minimum(gap, bound), -bound)))
    far = logaddexp(xp, filled(xp, gap, log_of(xp, 1.0 - amount)), log_of(xp, amount) + gap)
    return first + xp.where(xp.abs(gap) < 1.0, near, far)


def _bce_part(xp: Any, first: Array, product: Array, amount: float) -> Array:
    """Return the share of the product in a side's sum, 0 to 1, (...) -> (..., 1)."""
    gap = difference(xp, product, first)
    return sigmoid(xp, gap + (log_of(xp, amount) - log_of(xp, 1.0 - amount)))[..., None]


ACCUMULATORS = Accumulators(
    leaf=leaf, gathers=(Gather.LOGSUMEXP, Gather.LOGSUMEXP, Gather.SUM, Gather.SUM), finish=finish
)


def value(xp: Any, logits: Array, targets: Array, *, amount: float = 0.5) -> Array:
    """Sum of both sides, (..., n) -> (...): soft ZLPR at amount 0, BCE at amount 1."""
    return ACCUMULATORS.value(xp, logits, targets, amount=amount)


def gradient(xp: Any, logits: Array, targets: Array, *, amount: float = 0.5) -> Array:
    """Return on either side the gradients of ZLPR and of BCE, blended, (..., n)."""
    return both(xp, logits, targets, amount=amount)[1]


def both(xp: Any, logits: Array, targets: Array, *, amount: float = 0.5) -> tuple[Array, Array]:
    """Return value and gradient."""
    above, pull = _both_of_side(xp, logits, 1.0 - targets, amount)
    below, push = _both_of_side(xp, -logits, targets, amount)
    return above + below, pull - push


def _both_of_side(xp: Any, exponents: Array, weights: Array, amount: float) -> tuple[Array, Array]:
    """Return a side and its derivative: those of ZLPR and of BCE, blended."""
    first, shares = weighted_log_and_shares(xp, weights, exponents)
    terms, slopes = softplus_and_sigmoid(xp, exponents)
    product = xp.sum(times(xp, weights, terms), axis=-1)
    part = _bce_part(xp, first, product, per_row(amount))
    return _side(xp, first, product, per_row(amount)), (1.0 - part) * shares + part * (weights * slopes)


def lowest(xp: Any, targets: Array, *, amount: float = 0.5) -> Array:
    """0 for 0/1 labels; of soft ones known at either end, else NaN; (..., n) -> (...)."""
    if amount == 0.0:
        return soft_zlpr.lowest(xp, targets)
    if amount == 1.0:
        return bce.lowest(xp, targets)
    hard = xp.all((targets == 0) | (targets == 1), axis=-1)
    return xp.where(hard, xp.zeros_like(targets[..., 0]), math.nan)


SCRIPT = """
def peel(s, t, amount=0.5):
    def side(weight, s):
        first, product = softplus(logsumexp(weighted(weight, s))), total(weight * softplus(s))
        if amount in (0.0, 1.0):
            return product if amount else first
        return logaddexp(math.log(1 - amount) + first, math.log(amount) + product)

    return side(1 - t, s) + side(t, -s)
"""

LOSS = Loss(
    key="peel",
    title="ZLPR to BCE",
    order=135,
    family="zlpr",
    member=4,
    labels=Labels.SOFT,
    strict=True,
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    decide_function=zlpr.decide,
    decision="s > 0",
    formula=(
        r"\log \Bigl( (1 - \lambda) \bigl( 1 + \sum_i \bar t_i\, e^{s_i} \bigr) "
        r"+ \lambda \prod_i \bigl( 1 + e^{s_i} \bigr)^{\bar t_i} \Bigr) + "
        r"\log \Bigl( (1 - \lambda) \bigl( 1 + \sum_i t_i\, e^{-s_i} \bigr) "
        r"+ \lambda \prod_i \bigl( 1 + e^{-s_i} \bigr)^{t_i} \Bigr), "
        r"\quad \bar t_i = 1 - t_i"
    ),
    gradient_formula=(
        r"(1 - t_i) \Bigl( \frac{(1 - b)\, e^{s_i}}{1 + \sum_j (1 - t_j)\, e^{s_j}} + b\, \sigma(s_i) \Bigr) "
        r"- t_i \Bigl( \frac{(1 - c)\, e^{-s_i}}{1 + \sum_j t_j\, e^{-s_j}} + c\, \sigma(-s_i) \Bigr), "
        r"\quad b, c = \mathrm{parts\;of\;the\;products}"
    ),
    reference="Su et al. 2022, arXiv:2208.02955",
    parameters=(
        Parameter(
            name="amount",
            symbol="λ",
            latex=r"\lambda",
            default=0.5,
            low=0.0,
            high=1.0,
            meaning="how much of the products of two and more is let in: 0 is ZLPR, 1 is BCE",
            varies=True,
        ),
    ),
    readings=(
        Reading(
            "σ(s)",
            zlpr.read,
            holds="σ(s) is the probability where λ is 1, the loss then being BCE.",
            fails="With a smaller λ it is read too near 1/2 when labels are soft.",
        ),
        Reading(
            "σ(2s)",
            zlpr.read_doubled,
            holds="σ(2s) is the probability of soft labels where λ is 0.",
            fails="With a larger λ it is read too far from 1/2.",
        ),
    ),
    invariances=(Invariance.FLIP, Invariance.ORDER),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
    script=SCRIPT,
)
