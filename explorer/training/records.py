"""Which updates are recorded, and the spread of what was recorded over the seeds of a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.training.summary import SPREAD
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

    from explorer.training.experiment import Recording

FEWEST: Final = 2
"""Records that there always are: the start and the last update."""


def record_updates(recording: Recording, updates: int) -> NDArray[np.int64]:
    """Return the updates that are recorded, rising, (records,): always 0 and the last one.

    Those that are named, else `count` of them, evenly or densely at first; fewer where there are not as many
    updates. ValueError for one that is named beyond the last.
    """
    if recording.updates:
        wrong = [update for update in recording.updates if not 0 <= update <= updates]
        if wrong:
            message = say(
                "recording: update {update} is not among the updates 0 to {last}",
                update=wrong[0],
                last=updates,
            )
            raise ValueError(message)
        chosen = np.array(recording.updates, dtype=np.int64)
    elif recording.logarithmic and updates > 0:
        chosen = _dense_at_first(updates, recording.count)
    else:
        chosen = np.linspace(0, updates, max(recording.count, FEWEST)).round().astype(np.int64)
    return np.unique(np.concatenate((chosen, np.array([0, updates], dtype=np.int64))))


def _dense_at_first(updates: int, count: int) -> NDArray[np.int64]:
    """Return about as many updates as are wanted, each further from the last than that from the one before.

    A ratio from record to record that gives `count` of them would give the small ones several times: those
    go one by one, and the rest is divided anew.
    """
    wanted = min(max(count, FEWEST) - 1, updates)
    singles = 0
    while singles < wanted - 1:
        ratio = (updates / (singles + 1)) ** (1.0 / (wanted - singles - 1))
        if (singles + 1) * (ratio - 1.0) >= 1.0:
            break
        singles += 1
    rest = np.geomspace(singles + 1, updates, wanted - singles).round().astype(np.int64)
    return np.concatenate((np.arange(singles + 1), rest))


def spread(values: ArrayLike, shares: Sequence[float] = SPREAD) -> NDArray[np.float64]:
    """Return the quantiles over the last axis, (..., seeds) -> (..., 5), as `Summary.ribbons` holds them.

    NaN, a run that has diverged, does not count; where none is left the quantiles are NaN. Between two runs
    they are joined by a line, as NumPy's quantile does; equal infinities stay what they are.
    """
    ordered = np.sort(np.asarray(values, dtype=np.float64), axis=-1)  # NaN goes last
    if ordered.shape[-1] == 0:
        return np.full((*ordered.shape[:-1], len(shares)), np.nan)
    count = np.count_nonzero(~np.isnan(ordered), axis=-1)[..., None]
    places = np.asarray(shares) * np.maximum(count - 1, 0)
    below = np.floor(places).astype(np.int64)
    above = np.minimum(below + 1, np.maximum(count - 1, 0))
    low = np.take_along_axis(ordered, below, axis=-1)
    high = np.take_along_axis(ordered, above, axis=-1)
    with np.errstate(invalid="ignore"):
        between = low + (places - below) * (high - low)
    return np.where((low == high) | (places == below), low, between)
