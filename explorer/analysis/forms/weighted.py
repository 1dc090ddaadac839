"""Focal loss and ASL as their own code computes them, by the product rule of automatic differentiation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.analysis.forms.form import Form, sigmoid, summed, through_sigmoid
from explorer.analysis.narrow import fused
from explorer.wording import noted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

FLOOR: Final = 1e-8  # of a probability, before its logarithm


def _focal_parts(
    logits: Floats, targets: Floats, alpha: float
) -> tuple[Floats, Floats, Floats, Floats | float]:
    """Return p, the cross entropy, 1 - p_t, and alpha_t."""
    probability = sigmoid(logits)
    entropy = fused(_bce_terms, logits, targets)
    missing = 1.0 - (probability * targets + (1.0 - probability) * (1.0 - targets))
    return (
        probability,
        entropy,
        missing,
        alpha * targets + (1.0 - alpha) * (1.0 - targets) if alpha >= 0 else 1.0,
    )


def _bce_terms(logits: Floats, targets: Floats) -> Floats:
    return np.asarray(np.maximum(logits, 0.0) - logits * targets + np.log1p(np.exp(-np.abs(logits))))


def focal(logits: Floats, targets: Floats, *, gamma: float = 2.0, alpha: float = 0.25) -> Floats:
    """Torchvision's sigmoid_focal_loss: alpha_t (1 - p_t)^gamma times the cross entropy."""
    _, entropy, missing, weight = _focal_parts(logits, targets, alpha)
    return summed(weight * (entropy * missing**gamma))


def focal_gradient(logits: Floats, targets: Floats, *, gamma: float = 2.0, alpha: float = 0.25) -> Floats:
    """Return its derivative by the product rule: 0^(gamma - 1) is infinite for a gamma below 1."""
    probability, entropy, missing, weight = _focal_parts(logits, targets, alpha)
    steep = gamma * missing ** (gamma - 1.0) if gamma else np.zeros_like(missing)
    through = through_sigmoid(weight * entropy * steep * (1.0 - 2.0 * targets), probability)
    return np.asanyarray(weight * missing**gamma * (probability - targets) + through)


@dataclass(frozen=True)
class _Asymmetric:
    """What the official ASL has at hand: p, 1 - p shifted, their logarithms' arguments, and 1 - p_t."""

    probability: Floats
    shifted: Floats
    inside: tuple[Floats, Floats]
    logarithm: Floats
    missing: Floats
    power: Floats


def _asymmetric(
    logits: Floats, targets: Floats, positive: float, negative: float, clip: float, floor: float
) -> _Asymmetric:
    probability = sigmoid(logits)
    shifted = np.minimum((1.0 - probability) + clip, 1.0) if clip > 0 else 1.0 - probability
    inside = np.maximum(probability, floor), np.maximum(shifted, floor)
    logarithm = targets * np.log(inside[0]) + (1.0 - targets) * np.log(inside[1])
    missing = 1.0 - (probability * targets + shifted * (1.0 - targets))
    power = positive * targets + negative * (1.0 - targets)
    return _Asymmetric(probability, shifted, inside, logarithm, missing, power)


def asl(
    logits: Floats, targets: Floats, *,
    gamma_positive: float = 1.0, gamma_negative: float = 4.0, clip: float = 0.05, floor: float = FLOOR,
) -> Floats:  # fmt: skip
    """Official ASL: the probability is held above 1e-8 before its logarithm."""
    found = _asymmetric(logits, targets, gamma_positive, gamma_negative, clip, floor)
    return summed(-(found.logarithm * found.missing**found.power))


def asl_gradient(
    logits: Floats, targets: Floats, *,
    gamma_positive: float = 1.0, gamma_negative: float = 4.0, clip: float = 0.05, floor: float = FLOOR,
) -> Floats:  # fmt: skip
    """Return its derivative, weights included: next to 0 for a labelled class below p = 1e-8."""
    found = _asymmetric(logits, targets, gamma_positive, gamma_negative, clip, floor)
    zero, other = np.zeros_like(logits), 1.0 - targets
    weight = found.missing**found.power
    steep = np.where(found.power == 0, zero, found.power * found.missing ** (found.power - 1.0))
    moved = found.logarithm * steep  # by how much the weight's change counts, for p_t
    up = np.where(found.probability >= floor, weight * targets / found.inside[0], zero) - moved * targets
    down = np.where(found.shifted >= floor, weight * other / found.inside[1], zero) - moved * other
    if clip > 0:
        down = np.where((1.0 - found.probability) + clip <= 1.0, down, zero)
    return -through_sigmoid(up - down, found.probability)


FORMS: Final = (
    Form(
        key="focal_autograd",
        loss="focal",
        title="autograd",
        source="torchvision, sigmoid_focal_loss",
        value_function=focal,
        gradient_function=focal_gradient,
        note="With γ between 0 and 1, a class that is right beyond rounding gets the gradient 0 · ∞ = NaN.",
        parameters=("gamma", "alpha"),
    ),
    Form(
        key="asl_official",
        loss="asl",
        title=noted("floor 10⁻⁸"),
        source=noted("Alibaba-MIIL/ASL, with the weights differentiated too"),
        value_function=asl,
        gradient_function=asl_gradient,
        note="A labelled class below p = 10⁻⁸ has almost no gradient; float16 has no 10⁻⁸, so log 0.",
        parameters=("gamma_positive", "gamma_negative", "clip", "floor"),
    ),
)
