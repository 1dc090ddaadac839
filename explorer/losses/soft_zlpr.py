"""Soft ZLPR: each class stands on both sides of ZLPR, by t among the labelled and by 1 - t among the others.

Labels: soft, from 0 to 1; on 0/1 labels it is ZLPR. The optimum reads t = sigma(2s). Outside [0, 1] a sum may
become negative and has no logarithm, so the loss has no meaning there.
"""

from __future__ import annotations

from typing import Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Reading
from explorer.losses import zlpr
from explorer.numeric import Array, weighted, weighted_log_and_shares


def leaf(xp: Any, logits: Array, targets: Array) -> tuple[Array, Array]:
    """Exponents of the two sums, s + log(1 - t) and -s + log t, (..., n) each."""
    return weighted(xp, 1.0 - targets, logits), weighted(xp, targets, -logits)


ACCUMULATORS = Accumulators(
    leaf=leaf, gathers=(Gather.LOGSUMEXP, Gather.LOGSUMEXP), finish=zlpr.finish, slopes=zlpr.slopes
)


def value(xp: Any, logits: Array, targets: Array) -> Array:
    """log(1 + sum of (1 - t) e^s) + log(1 + sum of t e^-s), (..., n) -> (...)."""
    return ACCUMULATORS.value(xp, logits, targets)


def gradient(xp: Any, logits: Array, targets: Array) -> Array:
    """Share of (1 - t) e^s in its sum minus share of t e^-s in the other, each with its 1; (..., n)."""
    return both(xp, logits, targets)[1]


def both(xp: Any, logits: Array, targets: Array) -> tuple[Array, Array]:
    """Return value and gradient."""
    rise, pull = weighted_log_and_shares(xp, 1.0 - targets, logits)
    fall, push = weighted_log_and_shares(xp, targets, -logits)
    return rise + fall, pull - push


def lowest(xp: Any, targets: Array) -> Array:
    """2 log(1 + sum of sqrt(t (1 - t))), at s = logit(t) / 2, (..., n) -> (...)."""
    return 2.0 * xp.log1p(xp.sum(xp.sqrt(targets * (1.0 - targets)), axis=-1))


SCRIPT = """
def soft_zlpr(s, t):
    return softplus(logsumexp(weighted(1 - t, s))) + softplus(logsumexp(weighted(t, -s)))
"""

LOSS = Loss(
    key="soft_zlpr",
    title="soft ZLPR",
    order=120,
    family="zlpr",
    member=1,
    labels=Labels.SOFT,
    strict=True,
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    decide_function=zlpr.decide,
    decision="s > 0",
    formula=r"\log\Bigl( 1 + \sum_i (1 - t_i)\, e^{s_i} \Bigr) + \log\Bigl( 1 + \sum_i t_i\, e^{-s_i} \Bigr)",
    gradient_formula=(
        r"\frac{(1 - t_i)\, e^{s_i}}{1 + \sum_j (1 - t_j)\, e^{s_j}} "
        r"- \frac{t_i\, e^{-s_i}}{1 + \sum_j t_j\, e^{-s_j}}"
    ),
    reference="Su 2022, https://kexue.fm/archives/9064",
    readings=(
        Reading(
            "σ(2s)",
            zlpr.read_doubled,
            holds="At the optimum σ(2s) is the soft label t, for any number of classes.",
            fails="Of hard labels drawn at random it is the probability only where many are on and many off.",
        ),
        Reading(
            "σ(s)",
            zlpr.read,
            holds="σ(s) is the probability of hard labels drawn at random where there is one class.",
            fails="Of soft labels it is too near 1/2, by up to 0.15.",
        ),
    ),
    invariances=(Invariance.FLIP, Invariance.ORDER),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
    script=SCRIPT,
)
