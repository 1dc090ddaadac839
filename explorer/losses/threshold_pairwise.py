"""Threshold pairwise: pairs with one more class, the threshold s0, that all others are compared with.

Labels: 0 or 1, any number of ones, none and all included. s0 is one number that a model learns with the
logits; only the distance from it counts, so this is ZLPR of s - s0, and at s0 = 0 it is ZLPR.
"""

from __future__ import annotations

from typing import Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Parameter, Reading
from explorer.losses import zlpr
from explorer.numeric import Array, logsumexp, sigmoid


def leaf(xp: Any, logits: Array, targets: Array, *, threshold: float) -> tuple[Array, Array]:
    """Exponents of the two sums: s - s0 where unlabelled, s0 - s where labelled, (..., n) each."""
    return zlpr.leaf(xp, logits - threshold, targets)


def finish(xp: Any, unlabelled: Array, labelled: Array, *, threshold: float) -> Array:
    """log(1 + e^a) of either side: e^s0 and e^-s0 are taken out of the sums, and cancel."""
    return zlpr.finish(xp, unlabelled, labelled)


def slopes(
    rest: tuple[float, float], logits: tuple[float, ...], targets: tuple[float, ...], *, threshold: float
) -> tuple[float, ...]:
    """Return the gradient of moving classes as floats."""
    return zlpr.slopes(rest, tuple([logit - threshold for logit in logits]), targets)


ACCUMULATORS = Accumulators(
    leaf=leaf, gathers=(Gather.LOGSUMEXP, Gather.LOGSUMEXP), finish=finish, slopes=slopes
)


def value(xp: Any, logits: Array, targets: Array, *, threshold: float = 0.0) -> Array:
    """log(e^s0 + sum over unlabelled of e^s) + log(e^-s0 + sum over labelled of e^-s), (..., n) -> (...)."""
    return ACCUMULATORS.value(xp, logits, targets, threshold=threshold)


def gradient(xp: Any, logits: Array, targets: Array, *, threshold: float = 0.0) -> Array:
    """Share of e^s or e^-s in its side's sum, (..., n); with that of s0 they sum to 0."""
    return both(xp, logits, targets, threshold=threshold)[1]


def both(xp: Any, logits: Array, targets: Array, *, threshold: float = 0.0) -> tuple[Array, Array]:
    """Return value and gradient."""
    return zlpr.compared(xp, logits, targets, threshold)


def threshold_gradient(xp: Any, logits: Array, targets: Array, *, threshold: float = 0.0) -> Array:
    """Share of e^s0 in the sum of the unlabelled minus that of e^-s0 in the other, (..., n) -> (...)."""
    unlabelled, labelled = leaf(xp, logits, targets, threshold=threshold)
    return sigmoid(xp, -logsumexp(xp, unlabelled)) - sigmoid(xp, -logsumexp(xp, labelled))


def lowest(xp: Any, targets: Array, *, threshold: float = 0.0) -> Array:
    """0, as for ZLPR, (..., n) -> (...)."""
    return zlpr.lowest(xp, targets)


def decide(xp: Any, logits: Array, *, threshold: float = 0.0) -> Array:
    """Predict a class where its logit is above the threshold."""
    return logits > threshold


def read(xp: Any, logits: Array, *, threshold: float = 0.0) -> Array:
    """Return sigma(s - s0); see `zlpr.read`."""
    return zlpr.read(xp, logits - threshold)


def read_doubled(xp: Any, logits: Array, *, threshold: float = 0.0) -> Array:
    """Return sigma(2 (s - s0)); see `zlpr.read_doubled`."""
    return zlpr.read_doubled(xp, logits - threshold)


SCRIPT = """
def threshold_pairwise(s, t, threshold=0.0):
    return zlpr(s - threshold, t)
"""

LOSS = Loss(
    key="threshold_pairwise",
    title="threshold pairwise",
    order=100,
    family="zlpr",
    member=3,
    labels=Labels.HARD,
    strict=True,
    instead="soft_zlpr",
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    learned_functions={"threshold": threshold_gradient},
    decide_function=decide,
    decision="s > s₀",
    formula=(
        r"\log\Bigl( e^{s_0} + \sum_{t_i = 0} e^{s_i} \Bigr) "
        r"+ \log\Bigl( e^{-s_0} + \sum_{t_i = 1} e^{-s_i} \Bigr)"
    ),
    gradient_formula=(
        r"\frac{(1 - t_i)\, e^{s_i}}{e^{s_0} + \sum_{t_j = 0} e^{s_j}} "
        r"- \frac{t_i\, e^{-s_i}}{e^{-s_0} + \sum_{t_j = 1} e^{-s_j}}"
    ),
    reference="Su 2020, https://kexue.fm/archives/7359",
    parameters=(
        Parameter(
            name="threshold",
            symbol="s₀",
            latex="s_0",
            default=0.0,
            low=-1e4,
            high=1e4,
            usual=(-5.0, 5.0),
            learned=True,
            meaning="the logit above which a class is predicted; a model learns it with the logits",
            varies=True,
        ),
    ),
    readings=(
        Reading(
            "σ(s − s₀)",
            read,
            holds="With one class; close where labels are drawn at random and few classes compete.",
            fails="With many classes: labels drawn at random then read σ(2(s − s₀)) or neither.",
        ),
        Reading(
            "σ(2(s − s₀))",
            read_doubled,
            holds="In the limit of many labels and many unlabelled classes drawn at random.",
            fails="With few classes, and where labels are rare, however many classes there are.",
        ),
    ),
    invariances=(Invariance.FLIP, Invariance.ORDER),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
    script=SCRIPT,
)
