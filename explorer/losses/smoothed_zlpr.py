"""ZLPR smoothed: soft ZLPR on targets pulled towards 1/2, so that no logit need be infinite.

Labels: soft, from 0 to 1; 0/1 labels are the usual case, with their optimum at
plus or minus log((2 - epsilon) / epsilon) / 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Reading
from explorer.catalogue.smoothing import convention_parameter, epsilon_parameter, prepare, smoothed
from explorer.losses import soft_zlpr, zlpr
from explorer.wording import noted

if TYPE_CHECKING:
    from explorer.numeric import Array


def leaf(xp: Any, logits: Array, targets: Array, **_settings: float) -> tuple[Array, Array]:
    """Return the exponents of soft ZLPR, on smoothed targets."""
    return soft_zlpr.leaf(xp, logits, targets)


def finish(xp: Any, unlabelled: Array, labelled: Array, **_settings: float) -> Array:
    """log(1 + e^a) of either side."""
    return zlpr.finish(xp, unlabelled, labelled)


CONVENTION = convention_parameter("half")
HALF = CONVENTION.default

ACCUMULATORS = Accumulators(
    leaf=leaf,
    gathers=(Gather.LOGSUMEXP, Gather.LOGSUMEXP),
    finish=finish,
    prepare=prepare,
    slopes=zlpr.slopes,
)


def value(xp: Any, logits: Array, targets: Array, *, epsilon: float = 0.1, convention: float = HALF) -> Array:
    """Soft ZLPR with the targets t', (..., n) -> (...)."""
    return ACCUMULATORS.value(xp, logits, targets, epsilon=epsilon, convention=convention)


def gradient(
    xp: Any, logits: Array, targets: Array, *, epsilon: float = 0.1, convention: float = HALF
) -> Array:
    """Return the gradient of soft ZLPR with the targets t', (..., n)."""
    return soft_zlpr.gradient(xp, logits, smoothed(targets, epsilon, convention))


def both(
    xp: Any, logits: Array, targets: Array, *, epsilon: float = 0.1, convention: float = HALF
) -> tuple[Array, Array]:
    """Return value and gradient."""
    return soft_zlpr.both(xp, logits, smoothed(targets, epsilon, convention))


def lowest(xp: Any, targets: Array, *, epsilon: float = 0.1, convention: float = HALF) -> Array:
    """2 log(1 + sum of sqrt(t' (1 - t'))), (..., n) -> (...)."""
    return soft_zlpr.lowest(xp, smoothed(targets, epsilon, convention))


SCRIPT = """
def smoothed_zlpr(s, t, epsilon=0.1, convention="half"):
    return soft_zlpr(s, smoothed(t, epsilon, convention))
"""

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
    both_function=both,
    decide_function=zlpr.decide,
    decision="s > 0",
    formula=r"\mathrm{soft\;ZLPR}(s, t'), \quad t' = \mathrm{smooth}_{\varepsilon}(t)",
    gradient_formula=(
        r"\frac{(1 - t'_i)\, e^{s_i}}{1 + \sum_j (1 - t'_j)\, e^{s_j}} "
        r"- \frac{t'_i\, e^{-s_i}}{1 + \sum_j t'_j\, e^{-s_j}}"
    ),
    reference="Su 2022, https://kexue.fm/archives/9064",
    parameters=(
        epsilon_parameter(noted("how far every target is smoothed")),
        CONVENTION,
    ),
    readings=(
        Reading(
            "σ(2s)",
            zlpr.read_doubled,
            holds="At the optimum σ(2s) is the smoothed target t′.",
            fails="It is not t itself: t has to be read back through the smoothing.",
        ),
        Reading("σ(s)", zlpr.read, fails="Of smoothed targets it is too near 1/2."),
    ),
    invariances=(Invariance.FLIP, Invariance.ORDER),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
    script=SCRIPT,
)
