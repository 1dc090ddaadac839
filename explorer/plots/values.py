"""Loss values: where each loss stands now, where it was pinned, and the lowest it can be."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from math import inf
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.keeping import Same
from explorer.plots import numbers
from explorer.plots.figure import (
    Axis,
    Figure,
    Margins,
    Place,
    Points,
    Segments,
    Swatch,
    Text,
    Unit,
)
from explorer.plots.limits import WIDEST, extent, fitted, held, ticks
from explorer.plots.phrases import clauses, sentence
from explorer.plots.rows import NAME_ROOM, names_above, rows, signs_of, tight
from explorer.plots.shown import seen_of, sight
from explorer.wording import cached, say

if TYPE_CHECKING:
    from collections.abc import Hashable

    from explorer.plots.figure import Anchor, Mark
    from explorer.plots.limits import Limits
    from explorer.plots.rows import Signs
    from explorer.plots.shown import Shown
    from explorer.study.state import State

KEY: Final = "values"
TITLE: Final = "Loss values"
MARGINS: Final = Margins(left=142.0, top=26.0, right=136.0, bottom=26.0)
NARROW: Final = Margins(left=50.0, top=26.0, right=136.0, bottom=26.0)
NOW: Final = -14.0  # pixels from the card's right side to the right end of the values ...
NOW_PINNED, CHANGE = -66.0, -14.0  # ... which the change since the pin moves aside
SPARE: Final = NOW_PINNED - NOW
MOST_TICKS: Final = 4  # the plot is narrow
HEADER_LINE: Final = -14.0  # pixels from the plot's top
FLOOR: Final = 7.0  # half the height of the stroke at the lowest possible value


def depends(state: State) -> Hashable:
    """Return what of the state the figure is about."""
    return seen_of(state), Same(state.study.pin), state.look.enlarged == KEY, state.views.get(KEY)


def figure(state: State) -> Figure:
    """Return the values of every loss that is on; a note where none has one."""
    seen = sight(state)
    shown, y, left_out = rows(seen.losses, state.look.enlarged == KEY)
    has_pin = any(entry.pinned is not None for entry in shown)
    low, high = _limits(state, shown)
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle=say("nat, sum over classes"),
        corner=left_out or seen.corner,
        x=Axis(low=low, high=high, ticks=ticks(low, high, most=MOST_TICKS), grid=True, free=True),
        y=y,
        margins=MARGINS if has_pin else _without_change(MARGINS),
        narrow=NARROW if has_pin else _without_change(NARROW),
        marks=tuple(mark for row, entry in enumerate(shown) for mark in _row(row, entry, has_pin)),
        still=(*_still(signs_of(shown), has_pin), *names_above(signs_of(shown))),
        aside=_names(signs_of(shown), has_pin),
        note=seen.note,
        description=seen.note or _description(shown) + seen.missing,
    )


def _limits(state: State, shown: tuple[Shown, ...]) -> Limits:
    values = [0.0]
    for entry in shown:
        values += [entry.evaluation.value, entry.evaluation.lowest, _pinned_value(entry)]
    low, high = extent(values)
    return held(state.views.get(KEY), "x", fitted(low, max(high, low + 1.0), most=MOST_TICKS), (low, high))


@lru_cache(maxsize=2)
def _without_change(margins: Margins) -> Margins:
    return replace(margins, right=margins.right + SPARE)


def _pinned_value(entry: Shown) -> float:
    return float("nan") if entry.pinned is None else entry.pinned.value


@cached(maxsize=8)  # the same marks are told from others at once
def _still(signs: Signs, has_pin: bool) -> tuple[Mark, ...]:
    """Head the columns, and give every row its sign."""
    heads = [_head(say("now"), NOW_PINNED if has_pin else NOW)]
    heads += [_head(say("change"), CHANGE)] if has_pin else []
    return (
        *heads,
        *(
            Swatch(place=Place(0.0, row, across=Unit.CARD, dx=25.0), look=look)
            for row, (look, _) in enumerate(signs)
        ),
    )


@cached(maxsize=8)
def _names(signs: Signs, has_pin: bool) -> tuple[Mark, ...]:
    """Say what the signs of a row mean, and name the rows."""
    key = Text(
        place=Place(0.0, 1.0, across=Unit.CARD, up=Unit.PLOT, dx=44.0, dy=HEADER_LINE),
        colour="mut",
        size="tick",
        text=say("│ lowest possible   ○ pinned" if has_pin else "│ lowest possible"),
    )
    names = (
        Text(place=Place(0.0, row, across=Unit.CARD, dx=44.0), text=label, size="name", room=NAME_ROOM)
        for row, (_, label) in enumerate(signs)
    )
    return (key, *names)


def _row(row: int, entry: Shown, has_pin: bool) -> list[Mark]:
    return [*_places(row, entry), *_columns(row, entry, has_pin)]


def _head(text: str, dx: float) -> Text:
    place = Place(1.0, 1.0, across=Unit.CARD, up=Unit.PLOT, dx=dx, dy=HEADER_LINE)
    return Text(place=place, text=text, anchor="right", colour="mut", size="tick")


def _places(row: int, entry: Shown) -> list[Mark]:
    """Draw floor, pinned ring and marker of one loss, in this order."""
    value, lowest, pinned = entry.evaluation.value, entry.evaluation.lowest, _pinned_value(entry)
    y = np.array([float(row)])
    marks: list[Mark] = []
    if np.isfinite(lowest):
        x = np.array([lowest])
        marks.append(Segments(x0=x, y0=y, x1=x, y1=y, colour="mut", width=2.0, caps=FLOOR))
    if np.isfinite(pinned):
        x, now = np.array([pinned]), np.array([value])
        marks.append(Segments(x0=x, y0=y, x1=now, y1=y, colour="pinned", width=1.2))
        marks.append(Points(x=x, y=y, colour="pinned", hollow=True))
    marks.append(Points(x=np.array([value]), y=y, look=entry.look, size=10.0))
    return marks


def _columns(row: int, entry: Shown, has_pin: bool) -> list[Mark]:
    """Write the value and, where a state is pinned, by how much it changed since."""
    value = entry.evaluation.value
    columns: list[Mark] = [
        _number(row, NOW_PINNED if has_pin else NOW, _written(value), colour="ink", bold=True),
    ]
    if entry.pinned is not None:
        columns.append(_number(row, CHANGE, _change(value - entry.pinned.value), colour="ink2"))
    return columns


def _written(value: float) -> str:
    """Write a value to three decimals; a large one to fewer, so that it stays beside the plot."""
    if WIDEST <= abs(value) < inf:
        return numbers.scientific(value, 1).replace(" ", "")
    return numbers.fixed(value, 3 if abs(value) < 1e3 else 1 if abs(value) < 1e4 else 0)


def _change(value: float) -> str:
    """Write a change so that it stays in its column."""
    return numbers.signed(value) if abs(value) < 1e2 else f"{'+' if value > 0 else ''}{tight(value)}"


def _number(row: int, dx: float, text: str, colour: str, bold: bool = False) -> Text:
    anchor: Anchor = "right"
    place = Place(1.0, row, across=Unit.CARD, dx=dx)
    return Text(
        place=place,
        text=text,
        anchor=anchor,
        colour=colour,
        size="handle" if bold else "name",
        bold=bold,
        mono=True,
    )


def _description(shown: tuple[Shown, ...]) -> str:
    words = []
    for entry in shown:
        text = say(
            "{loss} {value}, lowest possible {lowest}",
            loss=entry.label,
            value=numbers.fixed(entry.evaluation.value, 3),
            lowest=numbers.fixed(entry.evaluation.lowest, 3),
        )
        if entry.pinned is not None:
            text = say("{values}, pinned {pinned}", values=text, pinned=numbers.fixed(entry.pinned.value, 3))
        words.append(text)
    return sentence(clauses(words))
