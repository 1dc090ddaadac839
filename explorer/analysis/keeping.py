"""Keep answers: what the seven figures of one frame ask for is computed once.

Answers are kept by `functools.lru_cache` on private functions. A `Sample` counts by identity: it is
frozen, and the cache holds it, so its identity is never given to another. A `ShownLoss` counts by
equality, an array by its content (`Content`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Content:
    """An array as the key of a cache: equal when its bytes are (so NaN equals NaN, 0 is not -0)."""

    content: bytes
    array: Numbers = field(compare=False, repr=False)

    @classmethod
    def of(cls, numbers: ArrayLike) -> Content:
        """Take one-dimensional numbers, copied so that a later edit cannot make an answer stale."""
        array = frozen(np.array(numbers, dtype=np.float64).reshape(-1))
        return cls(array.tobytes(), array)


def frozen(array: Numbers) -> Numbers:
    """Make an array read-only and give it back; only for arrays that nobody else writes to."""
    array.flags.writeable = False
    return array


def unanswered(*shape: int) -> Numbers:
    """NaN of a shape, read-only: the answer of a loss that refuses the targets."""
    return frozen(np.full(shape, np.nan))
