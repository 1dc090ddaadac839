"""BCE smoothed: binary cross entropy on targets pulled towards 1/2, so that no logit need be infinite.

Labels: soft, from 0 to 1; 0/1 labels are the usual case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Reading
from explorer.catalogue.smoothing import convention_parameter, epsilon_parameter, prepare, smoothed
from explorer.losses import bce
from explorer.wording import noted

if TYPE_CHECKING:
    from explorer.numeric import Array


def leaf(xp: Any, logits: Array, targets: Array, **_settings: float) -> tuple[Array]:
    """Return the terms of BCE, on smoothed targets."""
    return bce.leaf(xp, logits, targets, pos_weight=1.0, weight=1.0)


def finish(xp: Any, total: Array, **_settings: float) -> Array:
    """Return the sum of the terms as it is."""
    return total


def slopes(
    rest: tuple[float], logits: tuple[float, ...], targets: tuple[float, ...], **_settings: float
) -> tuple[float, ...]:
    """Return the gradient of BCE for moving classes, on smoothed targets."""
    even = (1.0,) * len(logits)
    return bce.slopes(rest, logits, targets, pos_weight=even, weight=even)


CONVENTION = convention_parameter("half")
HALF = CONVENTION.default

ACCUMULATORS = Accumulators(leaf=leaf, gathers=(Gather.SUM,), finish=finish, prepare=prepare, slopes=slopes)


def value(xp: Any, logits: Array, targets: Array, *, epsilon: float = 0.1, convention: float = HALF) -> Array:
    """Sum over classes of t' softplus(-s) + (1 - t') softplus(s), (..., n) -> (...)."""
    return ACCUMULATORS.value(xp, logits, targets, epsilon=epsilon, convention=convention)


def gradient(
    xp: Any, logits: Array, targets: Array, *, epsilon: float = 0.1, convention: float = HALF
) -> Array:
    """Return sigma(s) - t', (..., n)."""
    return bce.gradient(xp, logits, smoothed(targets, epsilon, convention))


def both(
    xp: Any, logits: Array, targets: Array, *, epsilon: float = 0.1, convention: float = HALF
) -> tuple[Array, Array]:
    """Return value and gradient."""
    return bce.both(xp, logits, smoothed(targets, epsilon, convention))


def lowest(xp: Any, targets: Array, *, epsilon: float = 0.1, convention: float = HALF) -> Array:
    """Sum over classes of the entropy of t', (..., n) -> (...)."""
    return bce.lowest(xp, smoothed(targets, epsilon, convention))


SCRIPT = """
def smoothed_bce(s, t, epsilon=0.1, convention="half"):
    return bce(s, smoothed(t, epsilon, convention))
"""

LOSS = Loss(
    key="smoothed_bce",
    title="BCE smoothed",
    order=50,
    family="sigmoid",
    member=1,
    labels=Labels.SOFT,
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    decide_function=bce.decide,
    decision="s > 0",
    formula=r"\mathrm{BCE}(s, t'), \quad t' = \mathrm{smooth}_{\varepsilon}(t)",
    gradient_formula=r"\sigma(s_i) - t'_i",
    reference="https://www.tensorflow.org/api_docs/python/tf/keras/losses/BinaryCrossentropy",
    parameters=(
        epsilon_parameter(noted("how far every target is smoothed")),
        CONVENTION,
    ),
    readings=(
        Reading(
            "σ(s)",
            bce.read,
            holds="At the optimum σ(s) is the smoothed target t′.",
            fails="It is not t itself: t has to be read back through the smoothing.",
        ),
    ),
    invariances=(Invariance.FLIP, Invariance.ORDER),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
    elementwise=True,
    script=SCRIPT,
)
