"""Adagrad: each weight's step shrinks with all squared gradients that it has seen."""

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
    count: int, rate: Any, decay: ArrayLike, *, slowing: Any, initial: Any, eps: Any
) -> dict[str, ArrayLike]:
    """The rate falls as 1 / (1 + slowing (count - 1)), torch's `lr_decay`."""
    return with_decay({"rate": rate / (1.0 + (count - 1) * slowing), "initial": initial, "eps": eps}, decay)


def update(
    xp: Any,
    weights: Array,
    gradient: Array,
    slots: Slots,
    *,
    rate: Any,
    initial: Any,
    eps: Any,
    decay: Any = None,
) -> tuple[Array, Slots]:
    """Take G = G + d^2 with d = g + decay w, then w - rate d / (sqrt(initial + G) + eps)."""
    (total,) = slots
    direction = coupled(weights, gradient, decay)
    total = total + direction * direction
    return weights - rate * direction / (xp.sqrt(initial + total) + eps), (total,)


OPTIMIZER = Optimizer(
    key="adagrad",
    title="Adagrad",
    order=40,
    slots=("total",),
    update_function=update,
    coefficients_function=coefficients,
    parameters=(
        Parameter(
            name="slowing",
            symbol="γ",
            latex=r"\gamma",
            default=0.0,
            low=0.0,
            high=1.0,
            usual=(0.0, 0.1),
            meaning="How fast the rate falls beside: it is divided by 1 + slowing (t - 1) at update t.",
        ),
        Parameter(
            name="initial",
            symbol="G₀",
            latex="G_0",
            default=0.0,
            low=0.0,
            high=1e6,
            usual=(0.0, 1.0),
            meaning="What the sum of squared gradients starts from: more of it, smaller first steps.",
        ),
        epsilon(1e-10, noted("Added to the root of the sum of squared gradients.")),
    ),
    rate=0.2,
    formula=(
        r"G \leftarrow G + d^2, \quad "
        r"w \leftarrow w - \frac{\eta}{1 + \gamma (t - 1)}\, \frac{d}{\sqrt{G_0 + G} + \epsilon}, \quad "
        r"d = g + \lambda w"
    ),
    reference="Duchi et al. 2011, https://jmlr.org/papers/v12/duchi11a.html; torch.optim.Adagrad",
)
