"""Curves of the timeline: a course's values over its steps on a scale of their own, thinned."""

from __future__ import annotations

from functools import lru_cache
from math import isfinite
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.analysis.descents import Course
    from explorer.analysis.keeping import Same

    Numbers = NDArray[np.float64]

HALF: Final = 0.34  # of a lane's height is half of its curve
BUCKETS: Final = 400  # of a long curve, each with its lowest and its highest value
TALLEST: Final = 3.0  # a curve rises above its start at most by this much of the way down to its floor


def on_lane(row: int, shares: Numbers) -> Numbers:
    """Return where shares of a lane's scale stand: 0 on its grey line, 1 at its top."""
    return row + HALF * (1.0 - 2.0 * shares)


@lru_cache(maxsize=128)
def curve_of(course: Same[Course], lowest: float) -> tuple[Numbers, Numbers]:
    """Return steps and heights of a course's curve, 0 for the lowest value to 1 for the highest.

    At most two points for each of BUCKETS parts: the lowest and the highest there, so no spike is lost. What
    rises too far over the start is cut at the top, or a burst would make all before it a flat line.
    """
    values = np.asarray(course.it.values, dtype=np.float64)
    finite = values[np.isfinite(values)]
    if not len(finite):
        return np.zeros(1), np.full(1, np.nan)
    low = min(float(finite.min()), lowest) if isfinite(lowest) else float(finite.min())
    high, start = float(finite.max()), float(finite[0])
    high = min(high, start + TALLEST * (start - low)) if start > low else high
    at = extremes(values)
    span = high - low if high > low else 1.0
    with np.errstate(all="ignore"):
        shares = np.minimum((values[at] - low) / span, 1.0)
    return at.astype(np.float64), shares


def extremes(values: Numbers, buckets: int = BUCKETS) -> NDArray[np.intp]:
    """Return places that keep the shape of a long curve: its ends, the lowest and highest of each part.

    Ascending; all places of a curve that is not long. NaN counts as the highest, so a break is kept.
    """
    if len(values) <= 2 * buckets:
        return np.arange(len(values))
    size = -(-len(values) // buckets)
    whole = len(values) // size * size
    parts = np.where(np.isnan(values[:whole]), np.inf, values[:whole]).reshape(-1, size)
    starts = np.arange(len(parts)) * size
    kept = (starts + parts.argmin(1), starts + parts.argmax(1), [0], np.arange(whole, len(values)))
    return np.unique(np.concatenate(kept))
