"""Numbers as the document keeps them: float64, read-only, one kind of NaN, compared bit by bit."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Numbers = NDArray[np.float64]


def frozen(values: ArrayLike) -> Numbers:
    """Return a read-only float64 copy in which every NaN is the same NaN.

    Any float is allowed. Raises ValueError or TypeError (from NumPy) for what is not a number.
    """
    copy: Numbers = np.array(values, dtype=np.float64)
    copy[np.isnan(copy)] = np.nan  # NaNs differ in sign and payload; a file keeps neither
    return read_only(copy)


def read_only(array: Numbers) -> Numbers:
    """Return the array itself, which can no longer be written to."""
    array.flags.writeable = False
    return array


def number(value: float) -> float:
    """Return a Python float; every NaN is `math.nan`, so that tuples that hold it are equal."""
    return math.nan if math.isnan(value) else float(value)


def same_numbers(left: Numbers, right: Numbers) -> bool:
    """Say whether two frozen arrays hold the same bits: NaN equals NaN, 0.0 is not -0.0."""
    return left is right or (left.shape == right.shape and left.tobytes() == right.tobytes())


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """Logits and targets of one sample, shape (n,) each, frozen; compared by identity."""

    logits: Numbers
    targets: Numbers

    def __reduce__(self) -> tuple[object, ...]:
        return _unpickled, (self.logits, self.targets)

    def same(self, other: Row) -> bool:
        """Say whether the other row holds the same numbers."""
        return self is other or (
            same_numbers(self.logits, other.logits) and same_numbers(self.targets, other.targets)
        )


def _unpickled(logits: Numbers, targets: Numbers) -> Row:
    return Row(read_only(logits), read_only(targets))  # a pickled array forgets that it was
