"""What losses are at the start where nothing is trained: a bar each, instead of curves over no updates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from explorer.plots import numbers
from explorer.plots.figure import Axis, Place, Rectangles, Segments, Text, Tick
from explorer.plots.limits import fitted, ticks
from explorer.plots.population.words import digits_for

if TYPE_CHECKING:
    from explorer.plots.figure import Mark
    from explorer.plots.population.ribbons_view import View

HALF = 0.3  # of a bar's width; columns are 1 apart
ABOVE = -9.0  # pixels from the end of a bar to its number
ROOM = 1.08  # of the highest bar, for its number


def is_at_start(view: View) -> bool:
    """Whether the experiment takes no update at all."""
    return view.population.experiment.updates == 0


def axes(view: View, title: str) -> tuple[Axis, Axis]:
    """Return the axis of the losses and that of the metric, which begins at 0."""
    ends = np.array([spread[0, [0, 4]] for spread in view.spreads])
    finite = ends[np.isfinite(ends)]
    low, high = min(0.0, float(finite.min(initial=0.0))), max(0.0, float(finite.max(initial=0.0)))
    low, high = fitted(low * ROOM, high * ROOM)
    names = tuple(Tick(float(place), curve.label) for place, curve in enumerate(view.curves))
    across = Axis(low=-0.5, high=len(view.curves) - 0.5, ticks=names, names=True)
    return across, Axis(low=low, high=high, title=title, ticks=ticks(low, high), grid=True, zero=True)


def marks(view: View) -> tuple[Mark, ...]:
    """Return a bar of the median for each loss, a stroke for the range of its seeds, and its number."""
    medians = [float(spread[0, 2]) for spread in view.spreads]
    found: list[Mark] = []
    for place, (curve, spread, median) in enumerate(zip(view.curves, view.spreads, medians, strict=True)):
        if not np.isfinite(median):
            continue
        at = np.array([float(place)])
        found.append(
            Rectangles(x0=at - HALF, x1=at + HALF, y0=np.zeros(1), y1=np.array([median]), look=curve.look)
        )
        if spread[0, 4] > spread[0, 0]:
            found.append(Segments(x0=at, y0=spread[0, [0]], x1=at, y1=spread[0, [4]], width=1.4))
        top = max(float(spread[0, 4]), 0.0)
        number = numbers.fixed(median, digits_for([median]) + 1)  # a bar stands alone: small beside large
        found.append(Text(place=Place(float(place), top, dy=ABOVE), text=number, anchor="center", halo=True))
    return tuple(found)
