"""F1 of predicted label sets: 2 |both| / (|predicted| + |labelled|), by a rule or at the best threshold.

Nothing labelled and nothing predicted gives 1: the empty set is then exactly right, and 0 would call a
perfect answer the worst one. So it is for one sample elsewhere in the program; scikit-learn gives what its
`zero_division` says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.training.draws import no_pause
from explorer.training.scores.large_sets import LARGE, best_of_one
from explorer.training.scores.quick import quick

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from explorer.numeric import Array


def f1(xp: Any, both: Array, total: Array, dtype: Any) -> Array:
    """Return F1 from whole numbers: |both|, and |predicted| + |labelled|; 1 where that is 0."""
    empty = total == 0
    return xp.where(empty, 1.0, 2.0 * xp.astype(both, dtype) / xp.astype(xp.where(empty, 1, total), dtype))


FEW: Final = 8
"""Times as many classes as labelled ones from which these are few."""


@quick
def counted(xp: Any, decided: Array, labelled: Array) -> tuple[Array, Array]:
    """Return how many rows have a class predicted rightly, and predicted plus labelled, (runs, n) each."""
    both, predicted, there = (
        xp.sum(mask, axis=-2, dtype=xp.int64) for mask in (decided & labelled, decided, labelled)
    )
    return both, predicted + there


@quick
def best_f1(xp: Any, logits: Array, labelled: Array, *, pause: Callable[[], None] | None = None) -> Array:
    """Return the largest F1 that one threshold over the last axis can have, (..., m) -> (...).

    Predicted are the logits above the threshold; equal logits are predicted together. NaN where a logit is
    NaN, or infinite. pause: called while a large set is worked on, and may raise.
    """
    labelled = xp.broadcast_to(labelled, logits.shape)
    if xp is np and logits.shape[-1] >= LARGE:
        return _one_by_one(logits, labelled, pause or no_pause)
    if xp is not np or logits.dtype != np.float32:
        best = _by_order(xp, logits, labelled)
    elif FEW * np.count_nonzero(labelled) <= labelled.size:
        best = _by_search(logits, labelled)
    else:
        best = _by_keys(logits, labelled)
    return best + 0.0 * xp.sum(logits, axis=-1)


def _one_by_one(logits: NDArray[Any], labelled: NDArray[np.bool_], pause: Callable[[], None]) -> NDArray[Any]:
    """Do the same for large sets, one after the other."""
    best: NDArray[Any] = 0.0 * np.sum(logits, axis=-1)
    for place in np.ndindex(best.shape):
        if np.isfinite(best[place]):
            best[place] = best_of_one(logits[place], labelled[place], pause)
    return best


def _by_order(xp: Any, logits: Array, labelled: Array) -> Array:
    """Sort, and take F1 just below each logit; of equal ones below the first, which takes all."""
    order = xp.argsort(logits, axis=-1)
    ranked = xp.take_along_axis(logits, order, axis=-1)
    hits = xp.take_along_axis(xp.astype(labelled, xp.int64), order, axis=-1)
    there = xp.sum(hits, axis=-1, keepdims=True)
    missed = xp.cumulative_sum(hits, axis=-1) - hits
    size = logits.shape[-1]
    predicted = size - xp.arange(size, device=logits.device)
    found = f1(xp, there - missed, predicted + there, logits.dtype)
    first = xp.ones_like(ranked[..., :1], dtype=xp.bool)
    apart = xp.concat((first, ranked[..., 1:] != ranked[..., :-1]), axis=-1)
    best = xp.max(xp.where(apart, found, 0.0), axis=-1)
    return xp.where(there[..., 0] == 0, 1.0, best)


def _by_keys(logits: NDArray[np.float32], labelled: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Do the same three times as fast: numbers alone are sorted, and F1 is taken below labelled ones only.

    A threshold just below a logit that is not labelled is worse than the next above it. Numbers of float32
    are sorted as whole numbers under the place of their set, so that one search finds where all labelled
    ones stand.
    """
    size = logits.shape[-1]
    shape, flat = logits.shape[:-1], labelled.reshape(-1)
    keys = _keys(logits.reshape(-1, size))
    every = np.sort(keys, axis=-1).reshape(-1)
    true = np.sort(keys.reshape(-1)[flat])
    group = (true >> np.uint64(32)).astype(np.int64)
    there = np.bincount(group, minlength=len(keys))
    ends = np.cumsum(there)
    predicted = (group + 1) * size - np.searchsorted(every, true)
    right = ends[group] - np.searchsorted(true, true)
    best = np.where(there == 0, np.float32(1.0), np.float32(0.0))
    held = np.flatnonzero(there)
    if len(held):
        found = f1(np, right, predicted + there[group], np.float32)
        best[held] = np.maximum.reduceat(found, (ends - there)[held])
    return best.reshape(shape)


def _by_search(logits: NDArray[np.float32], labelled: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Do the same quicker still where few are labelled: the sets are sorted as they are, only these searched.

    Of labelled ones that are equal the first has the most on its side, and is the one that counts.
    """
    size, shape = logits.shape[-1], logits.shape[:-1]
    every = np.sort(logits, axis=-1).reshape(-1)
    at = np.flatnonzero(labelled)
    group, true = at // size, logits.reshape(-1)[at]
    order = np.argsort(_ordered(true) + (group.astype(np.uint64) << np.uint64(32)))
    true = true[order]  # each stays in its set, and sets are in order already
    there = np.bincount(group, minlength=every.size // size)
    ends = np.cumsum(there)
    predicted = size - _below(every, true, group, size)
    right = ends[group] - np.arange(len(true))
    best = np.where(there == 0, np.float32(1.0), np.float32(0.0))
    held = np.flatnonzero(there)
    if len(held):
        found = f1(np, right, predicted + there[group], np.float32)
        best[held] = np.maximum.reduceat(found, (ends - there)[held])
    return best.reshape(shape)


def _below(
    every: NDArray[np.float32], wanted: NDArray[np.float32], group: NDArray[np.int64], size: int
) -> NDArray[np.int64]:
    """Return how many of its own sorted set of `size` are less than each wanted one: all halved together."""
    first, found = group * size, np.zeros_like(group)
    step = 1 << (size.bit_length() - 1)
    while step:
        further = found + step
        last = first + np.minimum(further, size) - 1
        found += step * ((every[last] < wanted) & (further <= size))
        step >>= 1
    return found


def _keys(logits: NDArray[np.float32]) -> NDArray[np.uint64]:
    """Return whole numbers, (sets, m), in the order of the sets, then of their logits; -0 is 0."""
    return _ordered(logits) + (np.arange(len(logits), dtype=np.uint64) << np.uint64(32))[:, np.newaxis]


def _ordered(logits: NDArray[np.float32]) -> NDArray[np.uint64]:
    """Return whole numbers below 2^32 in the order of the logits; -0 is 0."""
    bits = (logits + np.float32(0.0)).view(np.uint32)
    # Below 0 a larger pattern is a smaller number: all bits are turned there, else only that of the sign.
    ordered = bits ^ np.where(logits < 0.0, np.uint32(0xFFFFFFFF), np.uint32(0x80000000))
    return ordered.astype(np.uint64)
