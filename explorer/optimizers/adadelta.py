"""Adadelta: the step's size follows the sizes of the last steps, so that the rate has no unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.catalogue import Parameter
from explorer.optimizers.optimizer import Optimizer, coupled, epsilon, with_decay
from explorer.wording import noted

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from explorer.numeric import Array
    from explorer.optimizers.optimizer import Slots


def coefficients(
    _count: int, rate: ArrayLike, decay: ArrayLike, *, rho: Any, eps: Any
) -> dict[str, ArrayLike]:
    """The same at every update."""
    return with_decay({"rate": rate, "rho": rho, "gain": 1.0 - rho, "eps": eps}, decay)


def update(
    xp: Any,
    weights: Array,
    gradient: Array,
    slots: Slots,
    *,
    rate: Any,
    rho: Any,
    gain: Any,
    eps: Any,
    decay: Any = None,
) -> tuple[Array, Slots]:
    """Step rate sqrt(u + eps) / sqrt(v + eps) d; v, u: fading means of squared gradients and of steps."""
    square, steps = slots
    direction = coupled(weights, gradient, decay)
    square = rho * square + gain * direction * direction
    step = xp.sqrt(steps + eps) / xp.sqrt(square + eps) * direction
    return weights - rate * step, (square, rho * steps + gain * step * step)


OPTIMIZER = Optimizer(
    key="adadelta",
    title="Adadelta",
    order=50,
    slots=("square", "steps"),
    update_function=update,
    coefficients_function=coefficients,
    parameters=(
        Parameter(
            name="rho",
            symbol="ρ",
            latex=r"\rho",
            default=0.9,
            low=0.0,
            high=0.999999,
            usual=(0.5, 0.999),
            meaning="How slowly both means fade: about 1 / (1 - rho) updates count.",
        ),
        epsilon(1e-6, noted("Added under both roots; its root is the size of the first step.")),
    ),
    rate=1.0,
    formula=(
        r"x = \frac{\sqrt{u + \epsilon}}{\sqrt{v + \epsilon}}\, d, \quad w \leftarrow w - \eta\, x, \quad "
        r"v \leftarrow \rho v + (1 - \rho)\, d^2, \quad u \leftarrow \rho u + (1 - \rho)\, x^2, \quad "
        r"d = g + \lambda w"
    ),
    reference="Zeiler 2012, arXiv:1212.5701; torch.optim.Adadelta",
)
