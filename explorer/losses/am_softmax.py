"""AM-softmax: cross entropy on scaled cosines whose labelled one must win by a margin.

Labels: exactly one. The input is cosines, from -1 to 1; the margin is about the diameter of a class. With
scale 1 and margin 0 it is cross entropy. It is the pairwise loss of one labelled class, and computed so: a
sure and right answer keeps its digits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Parameter, Reading
from explorer.losses import cross_entropy, pairwise
from explorer.numeric import below_largest, softmax

if TYPE_CHECKING:
    from explorer.numeric import Array


def leaf(xp: Any, logits: Array, targets: Array, *, scale: float, margin: float) -> tuple[Array, Array]:
    """Exponents kappa (s + m) where unlabelled, -kappa s where labelled, (..., n) each."""
    return pairwise.leaf(xp, logits, targets, gamma=scale, margin=margin)


def slopes(
    rest: tuple[float, float], logits: tuple[float, ...], targets: tuple[float, ...], *,
    scale: float, margin: float,
) -> tuple[float, ...]:  # fmt: skip
    """Return the gradient of moving classes as floats."""
    return pairwise.slopes(rest, logits, targets, gamma=scale, margin=margin)


ACCUMULATORS = Accumulators(
    leaf=leaf,
    gathers=(Gather.LOGSUMEXP, Gather.LOGSUMEXP),
    finish=pairwise.finish,
    anchored=True,
    slopes=slopes,
)


def value(xp: Any, logits: Array, targets: Array, *, scale: float = 30.0, margin: float = 0.35) -> Array:
    """log(1 + sum over unlabelled i of e^(kappa (s_i + m - s_y))), y labelled, (..., n) -> (...)."""
    return both(xp, logits, targets, scale=scale, margin=margin)[0]


def gradient(xp: Any, logits: Array, targets: Array, *, scale: float = 30.0, margin: float = 0.35) -> Array:
    """Return kappa (p - t) with p = softmax(kappa (s - m t)), (..., n)."""
    return both(xp, logits, targets, scale=scale, margin=margin)[1]


def both(
    xp: Any, logits: Array, targets: Array, *, scale: float = 30.0, margin: float = 0.35
) -> tuple[Array, Array]:
    """Return value and gradient."""
    return pairwise.both(xp, logits, targets, gamma=scale, margin=margin)


def read(xp: Any, logits: Array, *, scale: float = 30.0, margin: float = 0.35) -> Array:
    """softmax(kappa s), the margin left out."""
    return softmax(xp, scale * below_largest(xp, logits))


SCRIPT = """
def am_softmax(s, t, scale=30.0, margin=0.35):
    return pairwise(s, t, scale, margin)
"""

LOSS = Loss(
    key="am_softmax",
    title="AM-softmax",
    order=210,
    family="pairs",
    member=3,
    labels=Labels.ONE_HOT,
    strict=True,
    instead="info_nce",
    inputs=("cosines", "targets"),
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    decide_function=cross_entropy.decide,
    decision="argmax",
    formula=r"\log\Bigl( 1 + \sum_{i \ne y} e^{\kappa (s_i + m - s_y)} \Bigr), \quad t_y = 1",
    gradient_formula=r"\kappa \bigl( \mathrm{softmax}(\kappa\, (s - m\, t))_i - t_i \bigr)",
    reference="Wang et al. 2018, arXiv:1801.05599",
    parameters=(
        Parameter(
            name="scale",
            symbol="κ",
            latex=r"\kappa",
            default=30.0,
            low=1e-3,
            high=1e4,
            usual=(1.0, 100.0),
            logarithmic=True,
            meaning="multiplies the cosines, which alone are too close together for a softmax",
            varies=True,
        ),
        Parameter(
            name="margin",
            symbol="m",
            latex="m",
            default=0.35,
            low=0.0,
            high=2.0,
            usual=(0.0, 1.0),
            meaning="how far the labelled cosine must be above every other",
            varies=True,
        ),
    ),
    readings=(
        Reading(
            "softmax(κs)",
            read,
            holds="Without a margin: then it is cross entropy of κs.",
            fails="With a margin the optimum is further out, so the reading is too sure.",
        ),
    ),
    invariances=(Invariance.SHIFT, Invariance.ORDER),
    lowest_function=pairwise.lowest,
    accumulators=ACCUMULATORS,
    script=SCRIPT,
)
