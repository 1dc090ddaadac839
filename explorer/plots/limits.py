"""Limits and ticks of axes: round numbers, kept while one drags, growing in steps of the ticks."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor, isfinite, isinf, log10
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from explorer.plots import numbers
from explorer.plots.figure import Tick

if TYPE_CHECKING:
    from explorer.plots.figure import Numbers, View

Limits = tuple[float, float]

MOST_TICKS: Final = 6
UNITS: Final = ((1e9, 1e9, "G"), (1e6, 1e6, "M"), (1e4, 1e3, "k"))  # of ticks: from where on, how large
LOOSE: Final = 0.25  # of a kept axis, below which other losses get a fit of their own
WIDEST: Final = 1e6  # no axis grows beyond this by itself; what lies further is marked at its edge
NICE: Final = (1.0, 2.0, 2.5, 5.0)
FOURS: Final = (1.0, 2.0, 4.0, 5.0)  # for an axis of logits from −8 to 8
_SLACK: Final = 1e-9  # of a step: a limit this near to a tick carries it


@lru_cache(maxsize=512)
def nice_step(low: float, high: float, most: int = MOST_TICKS, factors: tuple[float, ...] = NICE) -> float:
    """Return the smallest nice step (factor times a power of ten) with at most `most` multiples within.

    Neighbouring steps differ at most by a factor of 2, so with the default there are 3 to 6 ticks.
    """
    span = abs(high - low)
    if isinf(span) and isfinite(low) and isfinite(high):
        return 2.0 * nice_step(low / 2.0, high / 2.0, most, factors)  # their difference is no number
    if not (isfinite(span) and span > 0):
        return 1.0
    smallest = floor(log10(span / most)) - 1
    candidates = (
        factor * 10.0**power if power >= 0 else factor / 10.0**-power
        for power in range(smallest, smallest + 4)
        for factor in factors
    )
    return next((step for step in candidates if _multiples(low, high, step)[1] <= most), span)


def _multiples(low: float, high: float, step: float) -> tuple[int, int]:
    """Return the first multiple of the step within the limits, and how many there are."""
    low, high = min(low, high), max(low, high)
    first = ceil(low / step - _SLACK)
    return first, floor(high / step + _SLACK) - first + 1


def nice_ticks(
    low: float, high: float, most: int = MOST_TICKS, factors: tuple[float, ...] = NICE
) -> tuple[float, ...]:
    """Return the round numbers within the limits, 3 to `most` = 6 of them, ascending."""
    step = nice_step(low, high, most, factors)
    first, amount = _multiples(low, high, step)
    digits = numbers.decimals(step)
    return tuple(round(index * step, digits) + 0.0 for index in range(first, first + amount))


@lru_cache(maxsize=512)
def ticks(
    low: float,
    high: float,
    *,
    signed: bool = False,
    most: int = MOST_TICKS,
    factors: tuple[float, ...] = NICE,
) -> tuple[Tick, ...]:
    """Return the nice ticks with their texts; 0 is kept when paint thins them.

    From 10,000 on they are written in thousands and more ("25k"), so that they stay in their margin.
    """
    largest = max(abs(low), abs(high))
    unit, sign = next(((unit, sign) for start, unit, sign in UNITS if largest >= start), (1.0, ""))
    digits = numbers.decimals(nice_step(low, high, most, factors) / unit)
    write = numbers.signed if signed else numbers.fixed

    def text(at: float) -> str:
        return write(at / unit, digits, exactly=True) + (sign if at else "")

    return tuple(Tick(at, text(at), keep=at == 0.0) for at in nice_ticks(low, high, most, factors))


def fitted(low: float, high: float, most: int = MOST_TICKS, part: float = 1.0) -> Limits:
    """Return limits round the data at multiples of a `part` of the tick spacing."""
    if not high > low:
        low, high = low - 0.5, low + 0.5
    step = nice_step(low, high, most)
    while True:
        unit = step * part
        limits = floor(low / unit + _SLACK) * unit, ceil(high / unit - _SLACK) * unit
        needed = nice_step(*limits, most)
        if needed <= step:  # rounding outwards may ask for the next larger step
            return _tidy(limits[0], unit), _tidy(limits[1], unit)
        step = needed


def grown(kept: Limits, wanted: Limits, step: float) -> Limits:
    """Return the kept limits, moved outwards by whole steps until they hold what is wanted."""
    low, high = kept
    if wanted[0] < low:
        low = min(low, _tidy(low - ceil((low - wanted[0]) / step - _SLACK) * step, step))
    if wanted[1] > high:
        high = max(high, _tidy(high + ceil((wanted[1] - high) / step - _SLACK) * step, step))
    return low, high


def held(
    view: View | None,
    axis: Literal["x", "y"],
    fit: Limits,
    data: Limits,
    factors: tuple[float, ...] = NICE,
) -> Limits:
    """Return the limits of an axis: the fit at first, then what is kept, grown to hold the data.

    Limits chosen by hand stay as they are.
    """
    if view is None:
        return fit
    kept = view.x if axis == "x" else view.y
    return kept if view.chosen else grown(kept, data, nice_step(*kept, MOST_TICKS, factors))


def held_symmetric(view: View | None, fit: float, largest: float) -> Limits:
    """Return limits about 0 of the y axis that hold +-largest, kept and grown like `held`."""
    if view is not None and view.chosen:
        return view.y
    kept = fit if view is None else max(abs(view.y[0]), abs(view.y[1]))
    if largest <= kept:
        return -kept, kept
    top = (
        fitted(0.0, largest, 4)[1]
        if view is None
        else grown((0.0, kept), (0.0, largest), nice_step(-kept, kept))[1]
    )
    return -top, top


def is_loose(view: View, fit: View) -> bool:
    """Say whether what is shown fills so little of a kept view, by either axis, that it is hard to see."""
    if view.chosen:
        return False
    sides = ((view.x, fit.x), (view.y, fit.y))
    return any(abs(fitted[1] - fitted[0]) < LOOSE * abs(kept[1] - kept[0]) for kept, fitted in sides)


def extent(*arrays: Numbers, default: Limits = (0.0, 0.0)) -> Limits:
    """Return the smallest and largest number of the arrays, without what is not finite or too far."""
    joined = np.concatenate([np.asarray(array, dtype=np.float64).reshape(-1) for array in arrays])
    finite = joined[np.isfinite(joined)]
    if not finite.size:
        return default
    return max(float(finite.min()), -WIDEST), min(float(finite.max()), WIDEST)


def _tidy(value: float, step: float) -> float:
    """Take the rounding errors off a multiple of a step: 0.30000000000000004 -> 0.3."""
    return round(value, numbers.decimals(step) + 9) + 0.0
