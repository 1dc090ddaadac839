"""Label smoothing: softmax and cross entropy on targets pulled towards 1/n, so that a finite gap is enough.

Labels: targets that sum to 1. On several hot labels the smoothed targets do not sum to 1 either.
"""

from __future__ import annotations

from typing import Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Reading
from explorer.catalogue.smoothing import convention_parameter, epsilon_parameter, prepare, smoothed
from explorer.losses import cross_entropy
from explorer.numeric import Array, softmax
from explorer.wording import noted


def leaf(xp: Any, logits: Array, targets: Array, **_settings: float) -> tuple[Array, Array, Array]:
    """Return the parts of cross entropy, on smoothed targets."""
    return cross_entropy.leaf(xp, logits, targets, temperature=1.0)


def finish(xp: Any, log_total: Array, matched: Array, mass: Array, **_settings: float) -> Array:
    """T' logsumexp(s) - sum of t' s."""
    return cross_entropy.finish(xp, log_total, matched, mass, temperature=1.0)


def slopes(
    rest: tuple[float, float, float],
    logits: tuple[float, ...],
    targets: tuple[float, ...],
    **_settings: float,
) -> tuple[float, ...]:
    """Return the gradient of cross entropy for moving classes, on smoothed targets."""
    return cross_entropy.slopes(rest, logits, targets, temperature=1.0)


CONVENTION = convention_parameter("all")
ALL = CONVENTION.default

ACCUMULATORS = Accumulators(
    leaf=leaf,
    gathers=(Gather.LOGSUMEXP, Gather.SUM, Gather.SUM),
    finish=finish,
    prepare=prepare,
    anchored=True,
    slopes=slopes,
)


def value(xp: Any, logits: Array, targets: Array, *, epsilon: float = 0.1, convention: float = ALL) -> Array:
    """Cross entropy with the targets t', (..., n) -> (...)."""
    return ACCUMULATORS.value(xp, logits, targets, epsilon=epsilon, convention=convention)


def gradient(
    xp: Any, logits: Array, targets: Array, *, epsilon: float = 0.1, convention: float = ALL
) -> Array:
    """T' softmax(s) - t', (..., n)."""
    return cross_entropy.gradient(xp, logits, smoothed(targets, epsilon, convention))


def both(
    xp: Any, logits: Array, targets: Array, *, epsilon: float = 0.1, convention: float = ALL
) -> tuple[Array, Array]:
    """Return value and gradient."""
    return cross_entropy.both(xp, logits, smoothed(targets, epsilon, convention))


def lowest(xp: Any, targets: Array, *, epsilon: float = 0.1, convention: float = ALL) -> Array:
    """T' times the entropy of t' / T', (..., n) -> (...)."""
    return cross_entropy.lowest(xp, smoothed(targets, epsilon, convention))


def read(xp: Any, logits: Array, **_settings: Any) -> Array:
    """softmax(s), which the optimum makes equal to the smoothed targets."""
    return softmax(xp, logits)


SCRIPT = """
def label_smoothing(s, t, epsilon=0.1, convention="all"):
    return cross_entropy(s, smoothed(t, epsilon, convention))
"""

LOSS = Loss(
    key="label_smoothing",
    title="label smoothing",
    order=20,
    family="softmax",
    member=1,
    labels=Labels.DISTRIBUTION,
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    decide_function=cross_entropy.decide,
    decision="argmax",
    formula=r"\mathrm{CE}(s, t'), \quad t' = \mathrm{smooth}_{\varepsilon}(t)",
    gradient_formula=r"T' \mathrm{softmax}(s)_i - t'_i, \quad T' = \sum_i t'_i",
    reference="Szegedy et al. 2016, arXiv:1512.00567",
    parameters=(
        epsilon_parameter(noted("how far every target is smoothed")),
        CONVENTION,
    ),
    readings=(
        Reading(
            "softmax(s)",
            read,
            holds="At the optimum softmax(s) is t′ / T′, the smoothed targets divided by their sum.",
            fails="It is not t itself: t has to be read back through the smoothing.",
        ),
    ),
    invariances=(Invariance.SHIFT, Invariance.ORDER),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
    script=SCRIPT,
)
