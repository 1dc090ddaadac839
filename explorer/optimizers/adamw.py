"""AdamW: Adam whose weight decay shrinks the weights themselves, beside the gradient's step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy

from explorer.optimizers.adam import PARAMETERS, moved, steps
from explorer.optimizers.optimizer import Optimizer

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from explorer.numeric import Array
    from explorer.optimizers.optimizer import Slots


def coefficients(count: int, rate: Any, decay: Any, **settings: ArrayLike) -> dict[str, ArrayLike]:
    """Adam's corrected steps, and what is left of the weights, 1 - rate decay."""
    made = steps(count, rate, **settings)
    return {**made, "left": 1.0 - rate * decay} if numpy.any(decay) else made


def update(
    xp: Any, weights: Array, gradient: Array, slots: Slots, *, left: Any = None, **steps: Any
) -> tuple[Array, Slots]:
    """The weights shrink first, then Adam's step of the plain gradient."""
    return moved(xp, weights if left is None else left * weights, gradient, slots, **steps)


OPTIMIZER = Optimizer(
    key="adamw",
    title="AdamW",
    order=80,
    slots=("mean", "square"),
    update_function=update,
    coefficients_function=coefficients,
    parameters=PARAMETERS,
    rate=0.05,
    formula=(
        r"w \leftarrow (1 - \eta \lambda)\, w - \eta\, \frac{\hat m}{\sqrt{\hat v} + \epsilon}, \quad "
        r"\hat m = \frac{m}{1 - \beta_1^t}, \quad \hat v = \frac{v}{1 - \beta_2^t}, \quad "
        r"m \leftarrow \beta_1 m + (1 - \beta_1)\, g, \quad v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2"
    ),
    reference="Loshchilov and Hutter 2019, arXiv:1711.05101; torch.optim.AdamW",
)
