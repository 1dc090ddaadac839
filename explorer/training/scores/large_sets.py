"""The best F1 of one large set without sorting all of it: counted in bins first, and sorted where it may lie.

The F1 at the edges of bins is known from counts. Between them it is at most what it would be if all labelled
logits of a bin came first; so most bins are never sorted. No step takes long, and between them is a pause.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.training.draws import pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    Numbers = NDArray[Any]
    Whole = NDArray[np.int64]

LARGE: Final = 1 << 20
"""Logits of a set from which it is taken here."""
AT_ONCE: Final = 1 << 18
"""Logits that are counted between two pauses, and of bins that are sorted together."""
BINS: Final = 1 << 16
SLACK: Final = 1e-6
"""How far rounding may lift an F1 over its bound, many times over."""


@dataclass(frozen=True, eq=False)
class Counted:
    """A set counted in bins of equal width, from the lowest logits to the highest.

    counts, marks: logits and labelled ones of each bin. taken, right: how many are predicted, and rightly,
    where all of a bin and of those above are.
    """

    low: float
    scale: float
    counts: Whole
    marks: Whole
    taken: Whole
    right: Whole

    def bins(self, logits: Numbers) -> NDArray[np.int32]:
        """Return the bin of each logit: rising with them, so equal ones are in one bin."""
        if self.scale == 0.0:  # all are equal, or too far apart for a number
            return np.zeros(len(logits), dtype=np.int32)
        return ((logits.astype(np.float64) - self.low) * self.scale).astype(np.int32)


def best_of_one(logits: Numbers, labelled: NDArray[np.bool_], pause: Callable[[], None]) -> Any:
    """Return the largest F1 that one threshold over finite logits, (m,), can have, as one of their dtype."""
    there = int(np.count_nonzero(labelled))
    if there == 0:
        return logits.dtype.type(1.0)
    return _best(logits, labelled, (0, 0), there, logits.dtype.type(0.0), pause)


def _best(
    logits: Numbers,
    labelled: NDArray[np.bool_],
    above: tuple[int, int],
    there: int,
    best: Any,
    pause: Callable[[], None],
) -> Any:
    """Return the largest of `best` and of F1 just below each of these logits.

    above: how many are predicted above them, and how many of these rightly.
    """
    counted = _counted(logits, labelled, above, pause)
    held = counted.counts > 0
    best = max(best, _f1(counted.right[held], counted.taken[held] + there, logits.dtype).max())
    # The bound of a bin: its labelled ones are predicted, and none of its others.
    bound = 2.0 * counted.right / (counted.taken - counted.counts + counted.marks + there)
    for group in _groups(counted, bound > best * (1.0 - SLACK)):
        if bound[group].max() <= best * (1.0 - SLACK):
            continue
        own, hits = _of_bins(logits, labelled, counted, group, pause)
        if own.min() == own.max():
            continue  # its edge is the only threshold
        if len(group) == 1 and AT_ONCE < len(own) < len(logits):
            place = int(group[0])
            before = counted.taken[place] - counted.counts[place], counted.right[place] - counted.marks[place]
            best = _best(own, hits, (int(before[0]), int(before[1])), there, best, pause)
        else:
            best = max(best, _sorted(own, hits, counted, group, there))
    return best


def _counted(
    logits: Numbers, labelled: NDArray[np.bool_], above: tuple[int, int], pause: Callable[[], None]
) -> Counted:
    low, high = float(logits.min()), float(logits.max())
    scale = (BINS - 1) / (high - low) if low < high else 0.0
    counts, marks = np.zeros(BINS, dtype=np.int64), np.zeros(BINS, dtype=np.int64)
    empty = Counted(low, scale, counts, marks, counts, marks)
    for first, last in pieces(len(logits), 1, AT_ONCE):
        pause()
        bins = empty.bins(logits[first:last])
        counts += np.bincount(bins, minlength=BINS)
        marks += np.bincount(bins[labelled[first:last]], minlength=BINS)
    taken, right = (np.cumsum(each[::-1])[::-1] for each in (counts, marks))
    return Counted(low, scale, counts, marks, taken + above[0], right + above[1])


def _groups(counted: Counted, is_open: NDArray[np.bool_]) -> Iterator[Whole]:
    """Return bins that are sorted together; those without a threshold inside are left out."""
    places = np.flatnonzero(is_open & (counted.marks > 0) & (counted.counts > 1))
    if len(places):
        ends = np.cumsum(counted.counts[places])
        yield from np.split(places, np.flatnonzero(np.diff((ends - 1) // AT_ONCE)) + 1)


def _of_bins(
    logits: Numbers, labelled: NDArray[np.bool_], counted: Counted, group: Whole, pause: Callable[[], None]
) -> tuple[Numbers, NDArray[np.bool_]]:
    """Return the logits of some bins, and which of them are labelled."""
    wanted = np.zeros(BINS, dtype=bool)
    wanted[group] = True
    found = []
    for first, last in pieces(len(logits), 1, AT_ONCE):
        pause()
        own = wanted[counted.bins(logits[first:last])]
        found.append((logits[first:last][own], labelled[first:last][own]))
    return np.concatenate([each for each, _ in found]), np.concatenate([each for _, each in found])


def _sorted(logits: Numbers, labelled: NDArray[np.bool_], counted: Counted, group: Whole, there: int) -> Any:
    """Return the largest F1 just below each logit of some bins; of equal ones below the first."""
    order = np.argsort(logits)
    ranked, hits = logits[order], labelled[order].astype(np.int64)
    sizes, marks = counted.counts[group], counted.marks[group]
    # Of a logit's own bin and those above all are predicted but what is below it in its bin.
    taken = np.repeat(counted.taken[group] + np.cumsum(sizes) - sizes, sizes) - np.arange(len(ranked))
    right = np.repeat(counted.right[group] + np.cumsum(marks) - marks, sizes) - (np.cumsum(hits) - hits)
    apart = np.append(True, ranked[1:] != ranked[:-1])
    return _f1(right[apart], taken[apart] + there, logits.dtype).max()


def _f1(both: Whole, total: Whole, dtype: Any) -> Numbers:
    found: Numbers = 2.0 * both.astype(dtype) / total.astype(dtype)
    return found
