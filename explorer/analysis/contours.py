"""Contour lines of a field: which levels, and where they run."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, cast

from explorer.analysis.keeping import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

FEWEST, MOST = 3, 12
# Fields flatter than this, relative to their size, are rounding: contours would only draw noise.
FLAT = 1e-9


@dataclass(frozen=True, slots=True)
class Levels:
    """Heights of the contours and the step between them; no levels and step 0 for a flat field."""

    step: float
    heights: tuple[float, ...]


def choose_levels(low: float, high: float) -> Levels:
    """Whole units between low and high; a nice step (1, 2, 5 times a power of ten) for < 3 or > 12."""
    if not (math.isfinite(low) and math.isfinite(high)) or high - low <= FLAT * max(1.0, abs(low), abs(high)):
        return Levels(0.0, ())
    units = _between(low, high, 1, 0)
    if len(units) > MOST:
        return next(_allowed(low, high, _rising(), 0, MOST))
    if len(units) < FEWEST:
        return next(_allowed(low, high, _falling(), FEWEST, math.inf))
    return Levels(1.0, units)


def contour_lines(
    xs: Numbers, ys: Numbers, values: Numbers, heights: tuple[float, ...]
) -> tuple[tuple[float, tuple[Numbers, ...]], ...]:
    """Lines of each height through values[row at y, column at x]: arrays (points, 2) of x and y.

    Where a value is NaN or infinite there is no line.
    """
    if not heights:
        return ()
    from contourpy import LineType, contour_generator  # 20 ms that the first paint need not wait for

    # contourpy itself leaves out what is not finite.
    generator = contour_generator(xs, ys, values, name="serial", line_type=LineType.Separate)

    def lines(height: float) -> tuple[Numbers, ...]:
        # With Separate lines contourpy gives a list of arrays; its type names every other kind too.
        return tuple(frozen(line) for line in cast("list[Numbers]", generator.lines(height)))

    return tuple((height, lines(height)) for height in heights)


def _allowed(
    low: float, high: float, steps: Iterator[tuple[int, int]], fewest: float, most: float
) -> Iterator[Levels]:
    for mantissa, exponent in steps:
        heights = _between(low, high, mantissa, exponent)
        if fewest <= len(heights) <= most:
            yield Levels(mantissa * 10.0**exponent, heights)


def _between(low: float, high: float, mantissa: int, exponent: int) -> tuple[float, ...]:
    """Multiples of mantissa * 10^exponent strictly between low and high; at most 2,000 of them."""
    step = mantissa * 10.0**exponent
    first, last = math.floor(low / step) + 1, math.ceil(high / step) - 1
    # Dividing by a power of ten, not multiplying by 0.1, gives the float nearest to the decimal.
    scale = 10.0 ** abs(exponent)
    return tuple(
        number * mantissa * scale if exponent >= 0 else number * mantissa / scale
        for number in range(first, min(last, first + 2_000) + 1)
    )


def _rising() -> Iterator[tuple[int, int]]:
    return ((mantissa, exponent) for exponent in count() for mantissa in (1, 2, 5))


def _falling() -> Iterator[tuple[int, int]]:
    return ((mantissa, -exponent) for exponent in count(1) for mantissa in (5, 2, 1))
