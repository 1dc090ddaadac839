"""Adam: steps of about one rate in each weight, from fading means of the gradient and of its square."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.catalogue import Parameter
from explorer.optimizers.optimizer import Optimizer, coupled, epsilon, with_decay
from explorer.wording import noted

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from explorer.numeric import Array
    from explorer.optimizers.optimizer import Slots


def _beta(number: int, default: float, low: float, meaning: str) -> Parameter:
    return Parameter(
        name=f"beta{number}",
        symbol=f"β{'₀₁₂'[number]}",
        latex=rf"\beta_{number}",
        default=default,
        low=0.0,
        high=0.999999,
        usual=(low, 0.9999),
        meaning=meaning,
    )


PARAMETERS = (
    _beta(
        1, 0.9, 0.0, noted("How slowly the mean of the gradients fades: about 1 / (1 - beta1) updates count.")
    ),
    _beta(
        2,
        0.999,
        0.5,
        noted("How slowly the mean of the squared gradients fades: about 1 / (1 - beta2) updates count."),
    ),
    epsilon(1e-8, noted("Added to the root of the squared gradients' mean.")),
)


def steps(count: int, rate: Any, *, beta1: Any, beta2: Any, eps: Any) -> dict[str, ArrayLike]:
    """Both means, started from 0, are too small by 1 - beta^count: that is put into the step and eps.

    m / (1 - b1^t) over sqrt(v / (1 - b2^t)) + eps is (c / (1 - b1^t)) m / (sqrt v + c eps), c^2 = 1 - b2^t.
    """
    root = (1.0 - beta2**count) ** 0.5
    return {
        "rate": rate * root / (1.0 - beta1**count),
        "gain1": 1.0 - beta1,
        "beta2": beta2,
        "gain2": 1.0 - beta2,
        "eps": eps * root,
    }


def coefficients(
    count: int, rate: ArrayLike, decay: ArrayLike, **settings: ArrayLike
) -> dict[str, ArrayLike]:
    """The corrected steps, and the decay."""
    return with_decay(steps(count, rate, **settings), decay)


def moved(
    xp: Any,
    weights: Array,
    gradient: Array,
    slots: Slots,
    *,
    rate: Any,
    gain1: Any,
    beta2: Any,
    gain2: Any,
    eps: Any,
) -> tuple[Array, Slots]:
    """Return w - rate m / (sqrt v + eps), and both means after this gradient."""
    mean, square = slots
    mean = mean + gain1 * (gradient - mean)
    square = beta2 * square + gain2 * gradient * gradient
    return weights - rate * mean / (xp.sqrt(square) + eps), (mean, square)


def update(
    xp: Any, weights: Array, gradient: Array, slots: Slots, *, decay: Any = None, **steps: Any
) -> tuple[Array, Slots]:
    """Weight decay is part of the gradient: it is divided by the root as the gradient is."""
    return moved(xp, weights, coupled(weights, gradient, decay), slots, **steps)


OPTIMIZER = Optimizer(
    key="adam",
    title="Adam",
    order=70,
    slots=("mean", "square"),
    update_function=update,
    coefficients_function=coefficients,
    parameters=PARAMETERS,
    rate=0.05,
    formula=(
        r"w \leftarrow w - \eta\, \frac{\hat m}{\sqrt{\hat v} + \epsilon}, \quad "
        r"\hat m = \frac{m}{1 - \beta_1^t}, \quad \hat v = \frac{v}{1 - \beta_2^t}, \quad "
        r"m \leftarrow \beta_1 m + (1 - \beta_1)\, d, \quad v \leftarrow \beta_2 v + (1 - \beta_2)\, d^2, "
        r"\quad d = g + \lambda w"
    ),
    reference="Kingma and Ba 2015, arXiv:1412.6980; torch.optim.Adam",
)
