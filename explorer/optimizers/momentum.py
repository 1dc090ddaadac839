"""Momentum: the step follows a sum of gradients that fades."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.catalogue import Parameter
from explorer.optimizers.optimizer import Optimizer, coupled, with_decay

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from explorer.numeric import Array
    from explorer.optimizers.optimizer import Slots

MOMENTUM = Parameter(
    name="momentum",
    symbol="μ",
    latex=r"\mu",
    default=0.9,
    low=0.0,
    high=0.9999,
    usual=(0.0, 0.99),
    meaning="How much of the last step is kept: about 1 / (1 - momentum) gradients count together.",
)


def coefficients(
    count: int, rate: ArrayLike, decay: ArrayLike, *, momentum: Any, dampening: Any
) -> dict[str, ArrayLike]:
    """The first gradient enters whole, as in torch.optim.SGD."""
    gain = 1.0 if count == 1 else 1.0 - dampening
    return with_decay({"rate": rate, "momentum": momentum, "gain": gain}, decay)


def update(
    _xp: Any,
    weights: Array,
    gradient: Array,
    slots: Slots,
    *,
    rate: Any,
    momentum: Any,
    gain: Any,
    decay: Any = None,
) -> tuple[Array, Slots]:
    """Take v = momentum v + gain (g + decay w), then w - rate v."""
    (velocity,) = slots
    velocity = momentum * velocity + gain * coupled(weights, gradient, decay)
    return weights - rate * velocity, (velocity,)


OPTIMIZER = Optimizer(
    key="momentum",
    title="momentum",
    order=20,
    slots=("velocity",),
    update_function=update,
    coefficients_function=coefficients,
    parameters=(
        MOMENTUM,
        Parameter(
            name="dampening",
            symbol="δ",
            latex=r"\delta",
            default=0.0,
            low=0.0,
            high=1.0,
            usual=(0.0, 0.9),
            meaning="What is taken off each gradient after the first, as a share of it.",
        ),
    ),
    rate=0.05,
    formula=r"v \leftarrow \mu v + (1 - \delta)(g + \lambda w), \quad w \leftarrow w - \eta\, v",
    reference="Polyak 1964, doi:10.1016/0041-5553(64)90137-5; torch.optim.SGD",
)
