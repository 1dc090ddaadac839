"""Nesterov momentum: the step looks one momentum step ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.optimizers.momentum import MOMENTUM
from explorer.optimizers.optimizer import Optimizer, coupled, with_decay

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from explorer.numeric import Array
    from explorer.optimizers.optimizer import Slots


def coefficients(
    _count: int, rate: ArrayLike, decay: ArrayLike, *, momentum: ArrayLike
) -> dict[str, ArrayLike]:
    """The same at every update."""
    return with_decay({"rate": rate, "momentum": momentum}, decay)


def update(
    _xp: Any,
    weights: Array,
    gradient: Array,
    slots: Slots,
    *,
    rate: Any,
    momentum: Any,
    decay: Any = None,
) -> tuple[Array, Slots]:
    """Take v = momentum v + d with d = g + decay w, then w - rate (d + momentum v)."""
    (velocity,) = slots
    direction = coupled(weights, gradient, decay)
    velocity = momentum * velocity + direction
    return weights - rate * (direction + momentum * velocity), (velocity,)


OPTIMIZER = Optimizer(
    key="nesterov",
    title="Nesterov",
    order=30,
    slots=("velocity",),
    update_function=update,
    coefficients_function=coefficients,
    parameters=(MOMENTUM,),
    rate=0.05,
    formula=(r"v \leftarrow \mu v + d, \quad w \leftarrow w - \eta\, (d + \mu v), \quad d = g + \lambda w"),
    reference="Nesterov 1983; Sutskever et al. 2013, https://proceedings.mlr.press/v28/sutskever13.html; "
    "torch.optim.SGD with nesterov",
)
