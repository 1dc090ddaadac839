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
    read = by_rows(xp, lambda logits: reading(xp, logits, **seen.settings), (seen.logits,), seen.pause)
    if seen.chances is not None:
        return distance(xp, read, seen.chances)
    if seen.hard:
        return binned(xp, read, seen.targets)
    soft = xp.any((seen.targets != 0) & (seen.targets != 1), axis=(-2, -1))
    if not bool(xp.any(soft)):
        return binned(xp, read, seen.targets)
    far = distance(xp, read, seen.targets)
    return far if bool(xp.all(soft)) else xp.where(soft, far, binned(xp, read, seen.targets))


def distance(xp: Any, read: Array, chances: Array) -> Array:
    """Return the mean over rows and classes of |reading - chance|, (runs,)."""
    return xp.mean(xp.abs(read - chances), axis=(-2, -1))


@quick
def binned(xp: Any, read: Array, labels: Array) -> Array:
    """Return the expected calibration error in ten bins over rows and classes, (runs,)."""
    gaps = read - labels
    sums = _sums(xp, read, gaps)
    return xp.sum(xp.abs(sums), axis=-1) / (read.shape[-2] * read.shape[-1])


def _sums(xp: Any, read: Array, gaps: Array) -> Array:
    """Return the sum of the gaps of each bin, (runs, BINS); a reading of 1 or more is in the last bin."""
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
