"""The gradient budget: how much of a gradient pushes logits up and how much pulls them down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Budget:
    """Sums of |gradient| over classes, per nat of loss and logit; NaN when the gradient has a NaN.

    up: of the negative entries, which push their logits up in a descent. down: of the positive ones.
    """

    up: float
    down: float

    @property
    def total(self) -> float:
        """All of it: the 1-norm of the gradient."""
        return self.up + self.down


def budget(gradient: NDArray[np.float64]) -> Budget:
    """Split a gradient, shape (n,), into what pushes up and what pulls down."""
    # Adding 0.0 turns -0.0 into 0.0, which would be written with a minus sign.
    up = -float(np.minimum(gradient, 0.0).sum()) + 0.0
    return Budget(up, float(np.maximum(gradient, 0.0).sum()) + 0.0)
