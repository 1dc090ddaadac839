"""ZLPR smoothed: soft ZLPR on targets pulled towards 1/2, so that no logit need be infinite.

Labels: soft, from 0 to 1; 0/1 labels are the usual case, with their optimum at
plus or minus log((2 - epsilon) / epsilon) / 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Parameter, Reading
from explorer.losses import soft_zlpr, zlpr

if TYPE_CHECKING:
    from explorer.numeric import Array


def smoothed(xp: Any, targets: Array, *, epsilon: float) -> Array:
    """(1 - epsilon) t + epsilon / 2, (..., n)."""
    return (1.0 - epsilon) * targets + epsilon / 2.0


def leaf(xp: Any, logits: Array, targets: Array, *, epsilon: float) -> tuple[Array, Array]:
    """Return the exponents of soft ZLPR, on smoothed targets."""
    return soft_zlpr.leaf(xp, logits, targets)


def finish(xp: Any, unlabelled: Array, labelled: Array, *, epsilon: float) -> Array:
    """log(1 + e^a) of either side."""
    return zlpr.finish(xp, unlabelled, labelled)


ACCUMULATORS = Accumulators(
    leaf=leaf,
    gathers=(Gather.LOGSUMEXP, Gather.LOGSUMEXP),
    finish=finish,
    prepare=smoothed,
    slopes=zlpr.slopes,
)


def value(xp: Any, logits: Array, targets: Array, *, epsilon: float = 0.1) -> Array:
    """Soft ZLPR with the targets t', (..., n) -> (...)."""
    return ACCUMULATORS.value(xp, logits, targets, epsilon=epsilon)


def gradient(xp: Any, logits: Array, targets: Array, *, epsilon: float = 0.1) -> Array:
    """Return the gradient of soft ZLPR with the targets t', (..., n)."""
    return soft_zlpr.gradient(xp, logits, smoothed(xp, targets, epsilon=epsilon))


def lowest(xp: Any, targets: Array, *, epsilon: float = 0.1) -> Array:
    """2 log(1 + sum of sqrt(t' (1 - t'))), (..., n) -> (...)."""
    return soft_zlpr.lowest(xp, smoothed(xp, targets, epsilon=epsilon))


LOSS = Loss(
    key="smoothed_zlpr",
    title="ZLPR smoothed",
    order=130,
    family="zlpr",
    member=2,
    labels=Labels.SOFT,
    strict=True,
    value_function=value,
    gradient_function=gradient,
    decide_function=zlpr.decide,
    decision="s > 0",
    formula=r"\mathrm{soft\;ZLPR}(s, (1 - \varepsilon)\, t + \varepsilon / 2)",
    gradient_formula=(
        r"\frac{(1 - t'_i)\, e^{s_i}}{1 + \sum_j (1 - t'_j)\, e^{s_j}} "
        r"- \frac{t'_i\, e^{-s_i}}{1 + \sum_j t'_j\, e^{-s_j}}, "
        r"\quad t' = (1 - \varepsilon)\, t + \varepsilon / 2"
    ),
    reference="Su 2022, https://kexue.fm/archives/9064",
    parameters=(
        Parameter(
            name="epsilon",
            symbol="ε",
            latex=r"\varepsilon",
            default=0.1,
            low=0.0,
            high=1.0,
            meaning="how far every target is pulled towards 1/2",
        ),
    ),
    readings=(Reading("σ(2s)", zlpr.read_doubled), Reading("σ(s)", zlpr.read)),
    invariances=(Invariance.FLIP, Invariance.ORDER),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
)
