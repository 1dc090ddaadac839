"""The gradient budget: how much of each gradient pushes labelled classes up and pulls the rest down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.plots import numbers
from explorer.plots.figure import Axis, Figure, Margins, Place, Rectangles, Swatch, Text, Unit
from explorer.plots.limits import WIDEST, fitted, held
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

KEY: Final = "budget"
TITLE: Final = "Gradient budget"
MARGINS: Final = Margins(left=188.0, top=24.0, right=58.0, bottom=8.0)
NARROW: Final = Margins(left=84.0, top=24.0, right=52.0, bottom=8.0)
THICK: Final = 0.21  # half of a bar's height, in rows
HEADER_LINE: Final = -13.0  # pixels from the plot's top
MARKER: Final = 25.0  # pixels from the card's left to the middle of a sign
LEAST: Final = 0.5  # a fresh view holds at least this much on both sides


def depends(state: State) -> Hashable:
    """Return what of the state the figure is about."""
    return seen_of(state), state.look.enlarged == KEY, state.views.get(KEY)


def figure(state: State) -> Figure:
    """Return the budget of every loss that is on; a note where none has a value."""
    seen = sight(state)
    shown, y, left_out = rows(seen.losses, state.look.enlarged == KEY)
    low, high = _limits(state, shown)
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle=say("sum of |∂L/∂s|"),
        corner=left_out or seen.corner,
        x=Axis(low=low, high=high, zero=True),
        y=y,
        margins=MARGINS,
        narrow=NARROW,
        marks=tuple(mark for row, entry in enumerate(shown) for mark in _row(row, entry)),
        still=(*_still(signs_of(shown)), *names_above(signs_of(shown))),
        aside=_names(signs_of(shown)),
        note=seen.note,
        description=seen.note or _description(shown) + seen.missing,
    )


def _limits(state: State, shown: tuple[Shown, ...]) -> Limits:
    """Hold every bar; each side in its own steps, so that the zero line stays where it is."""
    up = max([LEAST, *[_finite(entry.evaluation.up) for entry in shown]])
    down = max([LEAST, *[_finite(entry.evaluation.down) for entry in shown]])
    fit = fitted(-up, down, part=0.5)
    return held(state.views.get(KEY), "x", fit, (-up, down))


def _finite(value: float) -> float:
    return min(value, WIDEST) if value == value else 0.0


@cached(maxsize=8)  # the same marks are told from others at once
def _still(signs: Signs) -> tuple[Mark, ...]:
    """Head both sides, and give every row its sign."""
    header = Place(0.0, 1.0, up=Unit.PLOT, dy=HEADER_LINE)
    marks: list[Mark] = [
        Text(place=_moved(header, -8.0), text=say("← pushes up"), anchor="right", colour="mut", size="tick"),
        Text(place=_moved(header, 8.0), text=say("pulls down →"), colour="mut", size="tick"),
    ]
    for row, (look, _) in enumerate(signs):
        marks.append(Swatch(place=Place(0.0, row, across=Unit.CARD, dx=MARKER), look=look, line=False))
    return tuple(marks)


def _row(row: int, entry: Shown) -> list[Mark]:
    up, down = entry.evaluation.up, entry.evaluation.down
    marks: list[Mark] = []
    if up == up and down == down:  # a gradient with a NaN has no bar
        sides = np.array([-_finite(up)]), np.array([_finite(down)])
        edges = np.array([row + THICK]), np.array([row - THICK])
        marks.append(Rectangles(x0=sides[0], y0=edges[0], x1=sides[1], y1=edges[1], look=entry.look))
    return [
        *marks,
        _number(Place(-_finite(up), row, dx=-7.0), up, "right"),
        _number(Place(_finite(down), row, dx=7.0), down, "left"),
    ]


def _number(place: Place, value: float, anchor: Anchor) -> Text:
    return Text(place=place, text=tight(value), anchor=anchor, colour="ink", size="name", mono=True)


@cached(maxsize=8)
def _names(signs: Signs) -> tuple[Mark, ...]:
    """Name the rows where there is room: a whole sign over the bare marker, and the loss."""
    marks: list[Mark] = []
    for row, (look, label) in enumerate(signs):
        marks.append(Swatch(place=Place(0.0, row, across=Unit.CARD, dx=MARKER), look=look))
        place = Place(0.0, row, across=Unit.CARD, dx=44.0)
        marks.append(Text(place=place, text=label, size="name", room=NAME_ROOM))
    return tuple(marks)


def _moved(place: Place, dx: float) -> Place:
    return Place(place.x, place.y, across=place.across, up=place.up, dx=dx, dy=place.dy)


def _description(shown: tuple[Shown, ...]) -> str:
    words = [
        say(
            "{loss} pushes up {up}, pulls down {down}",
            loss=entry.label,
            up=numbers.fixed(entry.evaluation.up),
            down=numbers.fixed(entry.evaluation.down),
        )
        for entry in shown
    ]
    return sentence(clauses(words))
