"""Curves of the timeline: a course's values over its steps on a scale of their own, thinned."""

from __future__ import annotations

from functools import lru_cache
from math import isfinite
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.plots.figure import Line

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.analysis.courses import Told
    from explorer.analysis.keeping import Same
    from explorer.plots.figure import LossLook

    Numbers = NDArray[np.float64]

HALF: Final = 0.34  # of a lane's height is half of its curve
BUCKETS: Final = 400  # of a long curve, each with its lowest and its highest value
TALLEST: Final = 3.0  # a curve rises above its start at most by this much of the way down to its lowest
LEAST: Final = 0.01  # of the way from the start to the floor that a lane shows at least: noise stays small
LOGARITHMIC: Final = 100.0  # times nearer to the floor than the start, from where on a lane is logarithmic
WIDTH: Final = 1.8  # of a curve
DEEPEST: Final = 1e-6  # of the start's way to the floor that a logarithmic lane reaches at most


def on_lane(row: int, shares: Numbers) -> Numbers:
    """Return where shares of a lane's scale stand: 0 on its grey line, 1 at its top."""
    return row + HALF * (1.0 - 2.0 * shares)


@lru_cache(maxsize=128)
def curve_of(course: Same[Told], lowest: float) -> tuple[Numbers, Numbers]:
    """Return steps and heights of a course's curve, 0 for its lowest value to 1 for its highest.

    lowest: the lowest possible value. Of courses that come much nearer to it than they began the heights are
    of the logarithm of what is left, see `is_logarithmic`. At most two points for each of BUCKETS parts: the
    lowest and the highest there, so no spike is lost. What rises too far over the start is cut at the top,
    or a burst would make all before it a flat line.
    """
    values = np.asarray(course.it.values, dtype=np.float64)
    finite = values[np.isfinite(values)]
    if not len(finite):
        return np.zeros(1), np.full(1, np.nan)
    at, left = extremes(values), float(finite[0]) - lowest
    least = LEAST * left if isfinite(left) else LEAST * abs(float(finite[0]))
    shown = values[at]
    if is_logarithmic(course, lowest):
        finite, shown = (np.log(np.maximum(each - lowest, DEEPEST * left)) for each in (finite, shown))
        least = 0.0
    low, high, start = float(finite.min()), float(finite.max()), float(finite[0])
    high = min(high, start + TALLEST * (start - low)) if start > low else high
    span = max(high - low, least) or 1.0
    with np.errstate(all="ignore"):
        shares = np.minimum((shown - low) / span, 1.0)
    return at.astype(np.float64), shares


@lru_cache(maxsize=64)  # the same curve is told from others at once
def whole_of(look: LossLook, course: Same[Told], lowest: float, row: int) -> Line:
    """Return a course's curve on its lane."""
    at, shares = curve_of(course, lowest)
    return Line(x=at, y=on_lane(row, shares), look=look, width=WIDTH)


@lru_cache(maxsize=128)
def is_logarithmic(course: Same[Told], lowest: float) -> bool:
    """Say whether what is left above the lowest possible value falls through decades."""
    values = course.it.values
    left = float(values[0]) - lowest
    if not (isfinite(left) and left > 0):
        return False
    return float(np.nanmin(values)) - lowest <= left / LOGARITHMIC


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
