"""Label smoothing: softmax and cross entropy on targets pulled towards 1/n, so that a finite gap is enough.

Labels: targets that sum to 1. On several hot labels the smoothed targets do not sum to 1 either.
"""

from __future__ import annotations

from typing import Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Parameter, Reading
from explorer.losses import cross_entropy
from explorer.numeric import Array, softmax


def smoothed(xp: Any, targets: Array, *, epsilon: float) -> Array:
    """(1 - epsilon) t + epsilon / n, (..., n)."""
    return (1.0 - epsilon) * targets + epsilon / targets.shape[-1]


def leaf(xp: Any, logits: Array, targets: Array, *, epsilon: float) -> tuple[Array, Array, Array]:
    """Return the parts of cross entropy, on smoothed targets."""
    return cross_entropy.leaf(xp, logits, targets, temperature=1.0)


def finish(xp: Any, log_total: Array, matched: Array, mass: Array, *, epsilon: float) -> Array:
    """T' logsumexp(s) - sum of t' s."""
    return cross_entropy.finish(xp, log_total, matched, mass, temperature=1.0)


def slopes(
    rest: tuple[float, float, float], logits: tuple[float, ...], targets: tuple[float, ...], *, epsilon: float
) -> tuple[float, ...]:
    """Return the gradient of cross entropy for moving classes, on smoothed targets."""
    return cross_entropy.slopes(rest, logits, targets, temperature=1.0)


ACCUMULATORS = Accumulators(
    leaf=leaf,
    gathers=(Gather.LOGSUMEXP, Gather.SUM, Gather.SUM),
    finish=finish,
    prepare=smoothed,
    anchored=True,
    slopes=slopes,
)


def value(xp: Any, logits: Array, targets: Array, *, epsilon: float = 0.1) -> Array:
    """(1 - epsilon) times cross entropy with t plus epsilon times that with 1/n, (..., n) -> (...)."""
    return ACCUMULATORS.value(xp, logits, targets, epsilon=epsilon)


def gradient(xp: Any, logits: Array, targets: Array, *, epsilon: float = 0.1) -> Array:
    """T' softmax(s) - t', (..., n)."""
    return cross_entropy.gradient(xp, logits, smoothed(xp, targets, epsilon=epsilon))


def lowest(xp: Any, targets: Array, *, epsilon: float = 0.1) -> Array:
    """T' times the entropy of t' / T', (..., n) -> (...)."""
    return cross_entropy.lowest(xp, smoothed(xp, targets, epsilon=epsilon))


def read(xp: Any, logits: Array, **_settings: Any) -> Array:
    """softmax(s), which the optimum makes equal to the smoothed targets."""
    return softmax(xp, logits)


LOSS = Loss(
    key="label_smoothing",
    title="label smoothing",
    order=20,
    family="softmax",
    member=1,
    labels=Labels.DISTRIBUTION,
    value_function=value,
    gradient_function=gradient,
    decide_function=cross_entropy.decide,
    decision="argmax",
    formula=r"\mathrm{CE}(s, (1 - \varepsilon)\, t + \varepsilon / n)",
    gradient_formula=r"T' \mathrm{softmax}(s)_i - t'_i, \quad t' = (1 - \varepsilon)\, t + \varepsilon / n",
    reference="Szegedy et al. 2016, arXiv:1512.00567",
    parameters=(
        Parameter(
            name="epsilon",
            symbol="ε",
            latex=r"\varepsilon",
            default=0.1,
            low=0.0,
            high=1.0,
            meaning="share of every target that is spread over all classes",
        ),
    ),
    readings=(Reading("softmax(s)", read),),
    invariances=(Invariance.SHIFT, Invariance.ORDER),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
)
