"""Samples with the same logits and other targets, found by 64-bit prints of their rows, then confirmed."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Prints = NDArray[np.uint64]

NO_PAIRS: Final = np.empty((0, 2), dtype=np.intp)
MOST_CONFIRMED: Final = 1_000  # pairs that are read again; prints agree by chance once in 2^44 pairs
SEED: Final = 0x10E5


def prints_of(logits: Numbers, targets: Numbers) -> Prints:
    """Print every row, shape (2, rows): its logits, then its targets; 0 for logits that are all the same.

    Equal rows have equal prints. Logits that are all the same are those of a model not yet trained.
    """
    found = np.stack([_print(logits), _print(targets)])
    found[0, ~(logits.max(axis=-1) > logits.min(axis=-1))] = 0
    return found


def _print(numbers: Numbers) -> Prints:
    # Digits of short numbers are in the high bits only: they are mixed down before the product.
    bits = np.ascontiguousarray(numbers).view(np.uint64)
    mixed = bits >> np.uint64(32)
    mixed ^= bits
    mixed *= _factors(numbers.shape[-1])
    summed: Prints = mixed.sum(axis=-1)
    return summed


@lru_cache(maxsize=4)
def _factors(classes: int) -> Prints:
    random = np.random.default_rng(SEED)
    return random.integers(0, 1 << 63, classes, dtype=np.uint64) * np.uint64(2) + np.uint64(1)


def contradicting(prints: Prints) -> NDArray[np.intp]:
    """Pair each row with the first row of the same logits and other targets, (pairs, 2), second ascending."""
    ordered = np.sort(prints[0])
    again = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
    again = again[again != 0]
    if not len(again):
        return NO_PAIRS
    rows = np.flatnonzero(np.isin(prints[0], again))
    _, first, place = np.unique(prints[0, rows], return_index=True, return_inverse=True)
    firsts = rows[first[place]]
    other = prints[1, rows] != prints[1, firsts]
    return np.stack([firsts[other], rows[other]], axis=1)


def confirmed(
    pairs: NDArray[np.intp], block: Callable[[int, int], tuple[Numbers, Numbers]]
) -> NDArray[np.intp]:
    """Read the first pairs again and drop those whose rows are no contradiction after all."""
    holds = np.ones(len(pairs), dtype=np.bool_)
    for place, (one, other) in enumerate(pairs[:MOST_CONFIRMED].tolist()):
        holds[place] = contradict(block(one, one + 1), block(other, other + 1))
    return pairs[holds]


def contradict(one: tuple[Numbers, Numbers], other: tuple[Numbers, Numbers]) -> bool:
    """Whether logits agree to the last bit and targets do not."""
    return np.array_equal(one[0], other[0]) and not np.array_equal(one[1], other[1], equal_nan=True)
