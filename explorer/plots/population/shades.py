"""Colours and numbers of a heat map's tiles, and the key under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.plots import numbers
from explorer.plots.figure import Place, Ramp, Text, Tiles, Unit
from explorer.plots.limits import fitted
from explorer.plots.population.words import LEAST, SMALL, axis_words, digits_for, metric_words
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.plots.limits import Limits
    from explorer.plots.population.heat_view import View

NUMBERED: Final = 12  # rows and columns up to which every tile has its number
KEY_LEFT, KEY_WIDTH, KEY_TOP = 30.0, 120.0, -20.0
LEAST_SHARE: Final = 0.02  # that a ramp of differences covers, of numbers that are not small themselves
SAME_HUE: Final = "ramp_high"  # of the loss that is taken off, where both have one hue


def limits(view: View) -> Limits:
    """Return the ends of the ramp: alike to both sides of a difference, else the metric's own where it has.

    A metric whose range is known keeps its ramp at all times, so that colours can be compared while the
    cursor is dragged.
    """
    words, population = metric_words(view.metric, view.population.experiment), view.population
    bounded = np.isfinite(words.low) and np.isfinite(words.high)
    records = range(population.summary.reached) if bounded else (view.record,)
    seen = [view.table.values(population, view.metric, record) for record in records]
    finite = np.concatenate([values[np.isfinite(values)] for values in seen])
    if view.minus is not None:
        most = fitted(0.0, max(float(np.abs(finite).max(initial=0.0)), _least(view)), 4)[1]
        return -most, most
    if not finite.size:
        return 0.0, 1.0
    low = words.low if np.isfinite(words.low) else float(finite.min())
    return fitted(min(low, float(finite.min())), max(float(finite.max()), low + LEAST), 4)


def _least(view: View) -> float:
    """Return what a ramp of differences covers at least: a part of the size of what is compared.

    So noise has no colour, and small numbers have theirs.
    """
    medians = view.population.medians(view.metric, view.record)
    largest = float(np.abs(medians[np.isfinite(medians)]).max(initial=0.0))
    return max(min(LEAST_SHARE, LEAST_SHARE * largest / SMALL), LEAST)


def _colours(view: View) -> tuple[str, ...]:
    if view.minus is None or view.main is None:
        return ("card", "ramp_high")
    family, other = view.main.look.family, view.minus.look.family
    return (other if other != family else SAME_HUE, "card", family)


def tiles(view: View, low: float, high: float) -> Tiles:
    """Return the tiles, with their numbers where there are few."""
    shows = max(view.values.shape) <= NUMBERED
    texts, below = _texts(view), _lost(view)
    return Tiles(
        values=view.values,
        low=low,
        high=high,
        colours=_colours(view),
        texts=texts if shows else (),
        below=below if shows else (),
    )


def _texts(view: View) -> tuple[tuple[str, ...], ...]:
    digits = digits_for(view.values.ravel().tolist())
    return tuple(
        tuple(
            "" if cell < 0 else written(view, value, digits) for value, cell in zip(row, cells, strict=True)
        )
        for row, cells in zip(view.values.tolist(), view.table.cells.tolist(), strict=True)
    )


def written(view: View, value: float, digits: int) -> str:
    """Write a number of the map: a difference with its sign."""
    return (numbers.fixed if view.minus is None else numbers.signed)(value, digits)


def _lost(view: View) -> tuple[tuple[str, ...], ...]:
    """Count the runs that diverged, under the number of each tile."""
    if not view.diverged.any():
        return ()
    return tuple(
        tuple(say("{count} div.", count=numbers.count(count)) if count else "" for count in row)
        for row in view.diverged.tolist()
    )


def key(view: View, low: float, high: float) -> tuple[Text | Ramp, ...]:
    """Return what stands under the map: the title of the x axis, the ramp with its ends."""
    across = Place(1.0, 0.0, across=Unit.PLOT, up=Unit.PLOT, dy=30.0)
    words = axis_words(view.population.experiment, view.table.x)
    digits = digits_for((low, high))
    ends = (view.minus.look, view.main.look) if view.minus is not None and view.main is not None else ()
    left = KEY_LEFT if ends else KEY_LEFT - 14.0
    place = Place(0.0, 0.0, across=Unit.CARD, up=Unit.CARD, dx=left, dy=KEY_TOP - 8.0)
    return (
        Text(place=across, text=f"{words} →", anchor="right", colour="mut", size="tick"),
        Ramp(
            place=place,
            width=KEY_WIDTH,
            low=written(view, low, digits),
            high=written(view, high, digits),
            colours=_colours(view),
            ends=ends,
        ),
    )
