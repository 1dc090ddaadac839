"""Keep answers: what the seven figures of one frame ask for is computed once.

Answers are kept by `functools.lru_cache` on private functions. What is frozen and large counts by
identity: a `Sample` does so by itself, other things as `Same`. The cache holds them, so that their
identity is never given to another. A `ShownLoss` counts by equality, a small array by its `Content`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Numbers = NDArray[np.float64]

T = TypeVar("T")


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


@dataclass(frozen=True, slots=True, eq=False)
class Same(Generic[T]):
    """Something frozen as the key of a cache: equal to itself alone, whatever its content."""

    it: T

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.it is other.it

    def __hash__(self) -> int:
        return id(self.it)


def frozen(array: Numbers) -> Numbers:
    """Make an array read-only and give it back; only for arrays that nobody else writes to."""
    array.flags.writeable = False
    return array


def unanswered(*shape: int) -> Numbers:
    """NaN of a shape, read-only: the answer of a loss that refuses the targets."""
    return frozen(np.full(shape, np.nan))
