"""Curves of losses over one quantity with a cursor: what the slice and the loss against alpha share."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.keeping import Same
from explorer.plots.figure import Axis, EndLabel, EndLabels, Legend, Line, Place, Points, Unit
from explorer.plots.limits import extent, fitted, held, ticks
from explorer.plots.rows import signs_of
from explorer.wording import cached

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.plots.figure import LossLook, Mark, View
    from explorer.plots.rows import Signs
    from explorer.plots.shown import Shown

LEGEND_LINE: Final = 13.0  # pixels above the card's lower edge
LEGEND: Final = 16.0  # that a margin has more for the names in a narrow card
POINTS: Final = 97  # of a curve in the usual card: one every 2 to 3 pixels
POINTS_ENLARGED: Final = 257
LEAST: Final = 1.0  # nat that a fresh axis shows at least


def loss_marks(
    losses: Sequence[Shown],
    x: np.ndarray,
    curves: Sequence[np.ndarray],
    places: Sequence[float],
    values: Sequence[float],
) -> tuple[Mark, ...]:
    """Return a curve for each loss, its marker at its place and value, and its name at its end, or below."""
    lines = [_line(Same(x), Same(curve), shown.look) for shown, curve in zip(losses, curves, strict=True)]
    markers = [
        Points(x=np.array([at]), y=np.array([value]), look=shown.look, size=10.0)
        for shown, at, value in zip(losses, places, values, strict=True)
    ]
    ends = [
        EndLabel(y=_end(curve), text=shown.label, look=shown.look)
        for shown, curve in zip(losses, curves, strict=True)
    ]
    return (*lines, *markers, EndLabels(items=tuple(ends)), *_below(signs_of(tuple(losses))))


@lru_cache(maxsize=32)  # the same mark is told from others at once: under a drag most curves stay
def _line(x: Same[np.ndarray], curve: Same[np.ndarray], look: LossLook) -> Line:
    return Line(x=x.it, y=curve.it, look=look, halo=True)


@cached(maxsize=8)  # the same mark is told from others at once
def _below(signs: Signs) -> tuple[Legend, ...]:
    """Name the curves in a row under them where there is no room at their ends."""
    place = Place(0.0, 0.0, across=Unit.CARD, up=Unit.CARD, dx=12.0, dy=-LEGEND_LINE)
    return (Legend(place=place, items=signs, narrow=True),) if signs else ()


def loss_axis(view: View | None, curves: Sequence[np.ndarray], values: Sequence[float], title: str) -> Axis:
    """Return a y axis from 0 that holds the curves: kept, and growing in steps of its ticks."""
    low, high = extent((0.0,), values, *curves)
    low, high = held(view, "y", fitted(low, max(high, low + LEAST)), (low, high))
    return Axis(low=low, high=high, title=title, ticks=ticks(low, high), grid=True, zero=True, free=True)


def _end(curve: np.ndarray) -> float:
    """Return the last number of a curve that is one; NaN when none is."""
    finite = curve[np.isfinite(curve)]
    return float(finite[-1]) if finite.size else float("nan")
