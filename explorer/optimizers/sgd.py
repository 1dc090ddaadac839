"""Stochastic gradient descent: a step against the gradient."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.optimizers.optimizer import Optimizer, coupled, with_decay

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from explorer.numeric import Array
    from explorer.optimizers.optimizer import Slots


def coefficients(_count: int, rate: ArrayLike, decay: ArrayLike) -> dict[str, ArrayLike]:
    """The same at every update."""
    return with_decay({"rate": rate}, decay)


def update(
    _xp: Any, weights: Array, gradient: Array, _slots: Slots, *, rate: Any, decay: Any = None
) -> tuple[Array, Slots]:
    """Return w - rate (g + decay w)."""
    return weights - rate * coupled(weights, gradient, decay), ()


OPTIMIZER = Optimizer(
    key="sgd",
    title="SGD",
    order=10,
    slots=(),
    update_function=update,
    coefficients_function=coefficients,
    rate=0.1,
    formula=r"w \leftarrow w - \eta\, (g + \lambda w)",
    reference="Robbins and Monro 1951, doi:10.1214/aoms/1177729586; torch.optim.SGD",
)
