"""Four conventions by which libraries smooth targets; one epsilon means another thing in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy

from explorer.catalogue.parameters import Parameter
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.numeric import Array


@dataclass(frozen=True, slots=True)
class Convention:
    """One way to smooth targets t of n classes by epsilon.

    `smooth(targets, epsilon)` is pure and keeps the shape (..., n). `note` is its formula as plain text, and
    the libraries that smooth like this.
    """

    name: str
    title: str
    note: str
    smooth: Callable[[Array, float], Array]


def over_all(targets: Array, epsilon: float) -> Array:
    """(1 - epsilon) t + epsilon / n."""
    return (1.0 - epsilon) * targets + epsilon / targets.shape[-1]


def over_others(targets: Array, epsilon: float) -> Array:
    """(1 - epsilon) t + epsilon (1 - t) / (n - 1); one class has no others and stays as it is."""
    others = targets.shape[-1] - 1
    return (1.0 - epsilon) * targets + epsilon * (1.0 - targets) / others if others else targets


def towards_half(targets: Array, epsilon: float) -> Array:
    """(1 - epsilon) t + epsilon / 2."""
    return (1.0 - epsilon) * targets + epsilon / 2.0


def flipped(targets: Array, epsilon: float) -> Array:
    """(1 - epsilon) t + epsilon (1 - t): each label flipped with probability epsilon."""
    return (1.0 - epsilon) * targets + epsilon * (1.0 - targets)


CONVENTIONS: Final = (
    Convention(
        "all",
        "ε/n to every class",
        "t′ = (1 − ε) t + ε/n; torch CrossEntropyLoss(label_smoothing), Keras CategoricalCrossentropy, "
        "optax smooth_labels",
        over_all,
    ),
    Convention(
        "others",
        "ε/(n − 1) to the others",
        "t′ = (1 − ε) t + ε (1 − t)/(n − 1); older fastai, archai, Transformers4Rec",
        over_others,
    ),
    Convention("half", "towards 1/2", "t′ = (1 − ε) t + ε/2; Keras BinaryCrossentropy", towards_half),
    Convention("flip", "each label flipped", "t′ = (1 − ε) t + ε (1 − t); noisy-label experiments", flipped),
)

TOLD: Final = 1e-9  # targets nearer than this are the same

NAMES: Final = tuple(convention.name for convention in CONVENTIONS)


def smoothed(targets: Array, epsilon: float, convention: float) -> Array:
    """Smooth targets by the convention of this number, as a setting holds it."""
    return CONVENTIONS[int(convention)].smooth(targets, epsilon)


def prepare(_xp: Any, targets: Array, *, epsilon: float, convention: float, **_settings: Any) -> Array:
    """Smooth targets as the settings of a loss say: the `prepare` of its accumulators."""
    return smoothed(targets, epsilon, convention)


def misuse(epsilon: float, convention: float, classes: int) -> str | None:
    """Say that smoothed targets tell no labels any more, or the wrong way round; None while they do.

    classes: how many there are; of one alone nothing is said.
    """
    if classes < 2:
        return None
    targets = numpy.zeros(classes)
    targets[0] = 1.0
    labelled, other = smoothed(targets, epsilon, convention)[:2]
    if labelled > other + TOLD:
        return None
    written = f"{epsilon:g}"
    if labelled >= other - TOLD:
        return say("at ε = {epsilon} all smoothed targets are the same: labels say nothing", epsilon=written)
    return say("at ε = {epsilon} labelled classes have the lower smoothed targets", epsilon=written)


def convention_parameter(default: str) -> Parameter:
    """Return the parameter by which a loss lets its convention be chosen."""
    return Parameter(
        name="convention",
        symbol="t′",
        latex="t'",
        default=float(NAMES.index(default)),
        low=0.0,
        high=len(NAMES) - 1.0,
        kind="integer",
        names=NAMES,
        titles=tuple(convention.title for convention in CONVENTIONS),
        notes=tuple(convention.note for convention in CONVENTIONS),
        meaning=noted("how targets are smoothed"),
    )


def epsilon_parameter(meaning: str, default: Any = 0.1) -> Parameter:
    """Return the parameter epsilon, 0 to 1; a slider ends before labels say nothing."""
    return Parameter(
        name="epsilon",
        symbol="ε",
        latex=r"\varepsilon",
        default=default,
        low=0.0,
        high=1.0,
        usual=(0.0, 0.5),
        meaning=meaning,
        varies=True,
    )
