"""How far a reading of the logits is from the chance of the labels.

Where chances are known, or targets are soft, that is the mean over rows and classes of |reading - chance|.
Of 0/1 labels only their frequency is known: classes of all rows are sorted by their reading into ten bins of
equal width, and the expected calibration error is the mean over bins, weighted by how many are in them, of
|mean reading - share of labels|.

Source: Naeini, Cooper & Hauskrecht 2015 (AAAI), Guo et al. 2017 (arXiv:1706.04599), there of the most
probable class; here of every class as a yes or no of its own, as in Kull et al. 2019 (arXiv:1910.12656).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.training.pauses import by_rows
from explorer.training.scores.quick import quick

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.catalogue import Loss
    from explorer.numeric import Array
    from explorer.training.metrics.metric import Seen
    from explorer.training.tasks.task import Shape

BINS: Final = 10


def calibration(seen: Seen, index: int) -> Array:
    """Return the error of the loss's reading of this index, (runs,); NaN where it has none.

    A run is judged by its own targets: one that is neither 0 nor 1 makes them soft.
    """
    xp = seen.xp
    if index >= len(seen.loss.readings):
        return xp.full_like(seen.logits[:, 0, 0], float("nan"))
    reading = seen.loss.readings[index].function

    def read(logits: Array) -> Array:
        return reading(xp, logits, **seen.settings)

    if seen.chances is not None:
        return distance(seen, read, seen.chances)
    if seen.hard:
        return binned(seen, read)
    soft = xp.any((seen.targets != 0) & (seen.targets != 1), axis=(-2, -1))
    if not bool(xp.any(soft)):
        return binned(seen, read)
    far = distance(seen, read, seen.targets)
    return far if bool(xp.all(soft)) else xp.where(soft, far, binned(seen, read))


def distance(seen: Seen, read: Callable[[Array], Array], chances: Array) -> Array:
    """Return the mean over rows and classes of |reading - chance|, (runs,)."""
    xp = seen.xp
    far = by_rows(xp, lambda logits, own: xp.abs(read(logits) - own), (seen.logits, chances), seen.pause)
    return xp.mean(far, axis=(-2, -1))


def binned(seen: Seen, read: Callable[[Array], Array]) -> Array:
    """Return the expected calibration error in ten bins over rows and classes, (runs,)."""
    xp, (_, rows, classes) = seen.xp, seen.logits.shape

    def sums(logits: Array, labels: Array) -> Array:
        return gaps_of_bins(xp, read(logits), labels)[:, None, :]

    found = xp.sum(by_rows(xp, sums, (seen.logits, seen.targets), seen.pause), axis=1)
    return xp.sum(xp.abs(found), axis=-1) / (rows * classes)


@quick
def gaps_of_bins(xp: Any, read: Array, labels: Array) -> Array:
    """Return the sum of reading - label of each bin, (runs, BINS); one of 1 or more is in the last bin."""
    gaps = read - labels
    if xp is np:
        # fmax and fmin put a reading of NaN in the first bin, where its gap makes the sum NaN.
        found = np.fmin(np.fmax(read * BINS, 0.0), BINS - 1).astype(np.int64)
        runs = len(read)
        found += BINS * np.arange(runs)[:, np.newaxis, np.newaxis]
        made = np.bincount(found.reshape(-1), weights=gaps.reshape(-1), minlength=BINS * runs)
        return made.reshape(runs, BINS).astype(read.dtype)
    bins = xp.clip(xp.floor(read * BINS), 0, BINS - 1)
    parts = [xp.sum(xp.where(bins == place, gaps, 0.0), axis=(-2, -1)) for place in range(BINS)]
    return xp.stack(parts, axis=-1)


def has_reading(index: int) -> Any:
    """Return whether one of some losses has a reading of this index, as `Metric.says_something` asks it."""

    def says_something(_shape: Shape, losses: tuple[Loss, ...]) -> bool:
        return any(index < len(loss.readings) for loss in losses)

    return says_something
