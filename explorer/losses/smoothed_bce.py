"""BCE smoothed: binary cross entropy on targets pulled towards 1/2, so that no logit need be infinite.

Labels: soft, from 0 to 1; 0/1 labels are the usual case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Parameter, Reading
from explorer.losses import bce

if TYPE_CHECKING:
    from explorer.numeric import Array


def smoothed(xp: Any, targets: Array, *, epsilon: float) -> Array:
    """(1 - epsilon) t + epsilon / 2, (..., n)."""
    return (1.0 - epsilon) * targets + epsilon / 2.0


def leaf(xp: Any, logits: Array, targets: Array, *, epsilon: float) -> tuple[Array]:
    """Return the terms of BCE, on smoothed targets."""
    return bce.leaf(xp, logits, targets, pos_weight=1.0, weight=1.0)


def finish(xp: Any, total: Array, *, epsilon: float) -> Array:
    """Return the sum of the terms as it is."""
    return total


def slopes(
    rest: tuple[float], logits: tuple[float, ...], targets: tuple[float, ...], *, epsilon: float
) -> tuple[float, ...]:
    """Return the gradient of BCE for moving classes, on smoothed targets."""
    even = (1.0,) * len(logits)
    return bce.slopes(rest, logits, targets, pos_weight=even, weight=even)


ACCUMULATORS = Accumulators(leaf=leaf, gathers=(Gather.SUM,), finish=finish, prepare=smoothed, slopes=slopes)


def value(xp: Any, logits: Array, targets: Array, *, epsilon: float = 0.1) -> Array:
    """Sum over classes of t' softplus(-s) + (1 - t') softplus(s), (..., n) -> (...)."""
    return ACCUMULATORS.value(xp, logits, targets, epsilon=epsilon)


def gradient(xp: Any, logits: Array, targets: Array, *, epsilon: float = 0.1) -> Array:
    """Return sigma(s) - t', (..., n)."""
    return bce.gradient(xp, logits, smoothed(xp, targets, epsilon=epsilon))


def lowest(xp: Any, targets: Array, *, epsilon: float = 0.1) -> Array:
    """Sum over classes of the entropy of t', (..., n) -> (...)."""
    return bce.lowest(xp, smoothed(xp, targets, epsilon=epsilon))


LOSS = Loss(
    key="smoothed_bce",
    title="BCE smoothed",
    order=50,
    family="sigmoid",
    member=1,
    labels=Labels.SOFT,
    value_function=value,
    gradient_function=gradient,
    decide_function=bce.decide,
    decision="s > 0",
    formula=r"\mathrm{BCE}(s, (1 - \varepsilon)\, t + \varepsilon / 2)",
    gradient_formula=r"\sigma(s_i) - (1 - \varepsilon)\, t_i - \varepsilon / 2",
    reference="https://www.tensorflow.org/api_docs/python/tf/keras/losses/BinaryCrossentropy",
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
    readings=(Reading("σ(s)", bce.read),),
    invariances=(Invariance.FLIP, Invariance.ORDER),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
)
