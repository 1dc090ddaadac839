"""RMSprop: the gradient over the root of a fading mean of its square, with momentum if wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy

from explorer.catalogue import Parameter
from explorer.optimizers.optimizer import Optimizer, coupled, epsilon, with_decay
from explorer.wording import noted

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from explorer.numeric import Array
    from explorer.optimizers.optimizer import Slots


def coefficients(
    _count: int, rate: ArrayLike, decay: ArrayLike, *, alpha: Any, eps: Any, momentum: Any, centered: Any
) -> dict[str, ArrayLike]:
    """The same at every update; momentum and centring are left out where no run has them."""
    made = {"rate": rate, "alpha": alpha, "gain": 1.0 - alpha, "eps": eps}
    extras = {"momentum": momentum, "centered": centered}
    return with_decay(made | {name: given for name, given in extras.items() if numpy.any(given)}, decay)


def update(
    xp: Any,
    weights: Array,
    gradient: Array,
    slots: Slots,
    *,
    rate: Any,
    alpha: Any,
    gain: Any,
    eps: Any,
    momentum: Any = None,
    centered: Any = None,
    decay: Any = None,
) -> tuple[Array, Slots]:
    """Step d / (root + eps), summed with momentum; the root is of the mean square, or of the variance."""
    square, mean, velocity = slots
    direction = coupled(weights, gradient, decay)
    spread = square = alpha * square + gain * direction * direction
    if centered is not None:
        mean = mean + gain * (direction - mean)
        spread = square - centered * mean * mean
    step = direction / (xp.sqrt(spread) + eps)
    if momentum is not None:
        step = velocity = momentum * velocity + step
    return weights - rate * step, (square, mean, velocity)


OPTIMIZER = Optimizer(
    key="rmsprop",
    title="RMSprop",
    order=60,
    slots=("square", "mean", "velocity"),
    update_function=update,
    coefficients_function=coefficients,
    parameters=(
        Parameter(
            name="alpha",
            symbol="α",
            latex=r"\alpha",
            default=0.99,
            low=0.0,
            high=0.999999,
            usual=(0.5, 0.9999),
            meaning="How slowly the mean of squared gradients fades: about 1 / (1 - alpha) updates count.",
        ),
        epsilon(1e-8, noted("Added to the root.")),
        Parameter(
            name="momentum",
            symbol="μ",
            latex=r"\mu",
            default=0.0,
            low=0.0,
            high=0.9999,
            usual=(0.0, 0.99),
            meaning="How much of the last step is kept.",
        ),
        Parameter(
            name="centered",
            symbol="c",
            latex="c",
            default=0,
            low=0,
            high=1,
            kind="integer",
            names=("mean_square", "variance"),
            titles=("mean square", "variance"),
            notes=(
                "The root is of the mean of the squared gradients.",
                "The root is of the gradients' variance: their mean squared is taken off.",
            ),
            meaning="What the gradient is divided by the root of.",
        ),
    ),
    rate=0.02,
    formula=(
        r"b \leftarrow \mu b + \frac{d}{\sqrt{v - c\, m^2} + \epsilon}, \quad "
        r"w \leftarrow w - \eta\, b, \quad "
        r"v \leftarrow \alpha v + (1 - \alpha)\, d^2, \quad m \leftarrow \alpha m + (1 - \alpha)\, d, \quad "
        r"d = g + \lambda w"
    ),
    reference=(
        "Tieleman and Hinton 2012, https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf; "
        "centred: Graves 2013, arXiv:1308.0850; torch.optim.RMSprop"
    ),
)
