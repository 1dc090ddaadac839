"""A board: several figures on one sheet with common edges, a title over them and a line under them."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, log
from typing import TYPE_CHECKING, Final

from explorer.plots.layout import Box
from explorer.plots.numbers import count
from explorer.wording import again, say

if TYPE_CHECKING:
    from explorer.plots.figure import Figure
    from explorer.study.state import State

MARGIN: Final = 12.0
GAP: Final = 8.0
HEAD: Final = 28.0  # the title's band
FOOT: Final = 22.0  # that of the line under the cards
SHAPE: Final = 1.5  # width by height that a card has best
EMPTY: Final = 0.25  # what a place without a card costs, beside the shape


@dataclass(frozen=True, slots=True)
class Board:
    """What one sheet shows. title, footer: one line each; aside: at the title's right."""

    title: str
    aside: str
    footer: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a board are, in logical pixels of the sheet."""

    title: Box
    cards: tuple[Box, ...]
    footer: Box


def board(state: State, figures: tuple[Figure, ...]) -> Board:
    """Gather figures of a state: the study's title, the sample, and how the numbers are to be read."""
    number, sample = state.look.sample + 1, state.sample
    position = say("sample {number} of {rows}", number=count(number), rows=count(len(state.study.table)))
    has_name = sample.name not in ("", f"sample {number}")
    aside = say("{name}, {position}", name=sample.name, position=position) if has_name else position
    footer = say("Values in nats, summed over classes. Computed in float64.")
    return Board(again(state.study.title), aside, footer, figures)


def places(cards: int, width: float, height: float) -> Places:
    """Lay out so many cards, 1 or more, on a sheet of a size in pixels; all are of one size.

    Rows share their height and columns their edges, so that what is compared is aligned.
    """
    room = Box(MARGIN, HEAD, max(width - 2 * MARGIN, 0.0), max(height - HEAD - FOOT, 0.0))
    columns = min(range(1, cards + 1), key=lambda wanted: _cost(cards, wanted, room))
    rows = ceil(cards / columns)
    wide, tall = _side(room.width, columns), _side(room.height, rows)
    found = []
    for index in range(cards):
        row, column = divmod(index, columns)
        left = room.x + column * (wide + GAP)
        found.append(Box(left, room.y + row * (tall + GAP), wide, tall))
    title = Box(MARGIN, 0.0, room.width, HEAD)
    return Places(title, tuple(found), Box(MARGIN, max(height - FOOT, 0.0), room.width, FOOT))


def _side(room: float, parts: int) -> float:
    return max((room - (parts - 1) * GAP) / parts, 1.0)


def _cost(cards: int, columns: int, room: Box) -> float:
    """Return how far the cards are from their best shape, and how much of the sheet is empty."""
    rows = ceil(cards / columns)
    shape = _side(room.width, columns) / _side(room.height, rows)
    return abs(log(shape / SHAPE)) + EMPTY * (columns * rows - cards)
