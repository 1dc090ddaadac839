"""Where the parts of the desk lie: rectangles from a size, by arithmetic alone.

Lengths named here are logical pixels at UI scale 1. What gives way when there is little room: first
the table, then the losses' formulas and controls, then the list of the doctor's findings, last the cards
that do not fit, which go to pages. More cards than the usual ones take no room from the other parts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, log
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MARGIN: Final = 12
GAP: Final = 8
PAGER: Final = 30  # height of the row that names the pages
ROWS: Final = (234, 192, 250)  # shares of the height of three rows of cards
TABLE_SHARE: Final = 0.42  # the most that the table takes of the hand's height

# Widths of hand and losses at these widths of the window; between them in proportion.
WIDTHS: Final = (1024, 1440, 2560)
HAND: Final = (268, 316, 440)
LOSSES: Final = (248, 296, 360)
COMPACT: Final = 196  # the losses as one row each
DOCTOR_SHARE, DOCTOR_LEAST = 0.187, 148  # of the column's height under the cards of losses
DOCTOR_BESIDE_ROWS: Final = 0.48  # under losses that are one row each
DOCTOR_HEIGHT: Final = 500  # in a column of rows that is lower the doctor is one row too
DOCTOR_ROW: Final = 36
HAND_MOST, LOSSES_MOST = 0.36, 0.24  # shares of a window that is narrower still

TABLE_WIDTH, EDITOR_HEIGHT = 1180, 400  # without these the table goes
LOSSES_WIDTH, LOSSES_HEIGHT = 1120, 540  # without these the losses become rows
CARD_WIDTH, CARD_HEIGHT = 220, 196  # no card is smaller while another page helps
TIMELINE, TIMELINE_ROW = 112, 48  # height of the timeline with a lane for each loss, and in one row
LANES_WIDTH, LANES_HEIGHT = 1120, 660  # without these it has one row
USUAL: Final = 6  # cards that leave the losses their cards, or take the room
ASPECT: Final = 1.36  # of a card, as near as a number of columns brings it

Side = Literal["before", "swap", "after"]
Timeline = Literal["lanes", "row"]


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Left, top, width and height in logical pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first pixel beyond the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first pixel beyond the lower side."""
        return self.y + self.height

    def contains(self, x: float, y: float) -> bool:
        """Say whether a point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What is shown and where.

    places: of "logits" (the editor), "classes" (the table), "losses", "doctor", "pager", "empty" (when
    every card is closed) and each shown card; what is absent is hidden. pages: the open cards page by page,
    one page when all have room. compact: whether each loss has one row instead of a card; folded: whether
    the doctor has one row instead of a list; in_a_row: whether the timeline has one row instead of lanes.
    """

    places: Mapping[str, Rectangle]
    pages: tuple[tuple[str, ...], ...]
    page: int
    compact: bool
    folded: bool = False
    in_a_row: bool = False


def arrange(
    width: int,
    height: int,
    cards: Sequence[str],
    table: int,
    enlarged: str | None = None,
    page: int = 0,
    paged: Sequence[str] | None = None,
    scale: float = 1.0,
    *,
    timeline: Timeline | None = None,
) -> Arrangement:
    """Arrange the desk in a room of that many logical pixels.

    cards: the open ones in their order; paged: the same in the order of their pages, where that is
    another. table: the height in pixels that shows all of the table, 0 for
    none; it gets up to TABLE_SHARE of the hand. An enlarged card takes the whole of the middle, or of
    the hand if it is the editor; what it covers is left out. scale: UI scale, above 0. timeline: how
    there is one below all other parts, in one row or with lanes where they have room; it never goes.
    """
    if timeline is not None:
        return _above_timeline(timeline, width, height, cards, table, enlarged, page, paged, scale)
    room = _Room(width, height, scale)
    usual = cards[:USUAL]  # with more of them there are pages, and the other parts stay as they are
    compact = not (room.takes_losses and _is_whole(room.middle(compact=False), usual, scale))
    middle = room.middle(compact)
    pages = _pages(middle, cards, paged or cards, room, scale)
    page = min(max(page, 0), len(pages) - 1)
    places, folded = room.losses_parts(compact), compact and room.folds_doctor
    if enlarged == "logits":
        places["logits"] = Rectangle(room.margin, 0, middle.right - room.margin, middle.height)
        return Arrangement(places, pages, page, compact, folded)
    places |= room.hand_parts(0 if compact else table)
    if enlarged is not None and enlarged in cards:
        places[enlarged] = middle
    elif not cards:
        places["empty"] = middle
    else:
        if len(pages) > 1:
            places["pager"] = room.pager(middle)
            middle = room.above_pager(middle)
        places |= _grid(middle, pages[page], room.gap, scale)
    return Arrangement(places, pages, page, compact, folded)


def _above_timeline(timeline: Timeline, width: int, height: int, *rest: Any) -> Arrangement:
    """Arrange all other parts above the timeline."""
    scale: float = rest[-1]
    in_a_row = timeline == "row" or width < LANES_WIDTH * scale or height < LANES_HEIGHT * scale
    tall = round((TIMELINE_ROW if in_a_row else TIMELINE) * scale)
    margin, gap = round(MARGIN * scale), round(GAP * scale)
    made = arrange(width, max(height - tall - gap, 1), *rest)
    place = Rectangle(margin, max(height - margin - tall, 0), width - 2 * margin, tall)
    return replace(made, places={**made.places, "timeline": place}, in_a_row=in_a_row)


class _Room:
    """The lengths of one window, in pixels."""

    def __init__(self, width: int, height: int, scale: float) -> None:
        self.width, self.scale = width, scale
        self.margin, self.gap = round(MARGIN * scale), round(GAP * scale)
        self.height = max(1, height - self.margin)
        units = width / scale
        self.hand = round(min(_between(units, HAND), HAND_MOST * units) * scale)
        self.cards_wide = round(_between(units, LOSSES) * scale)
        self.rows_wide = round(min(COMPACT, LOSSES_MOST * units) * scale)
        self.folds_doctor = self.height < DOCTOR_HEIGHT * scale
        self.takes_losses = units >= LOSSES_WIDTH and self.height >= LOSSES_HEIGHT * scale

    def losses(self, compact: bool) -> Rectangle:
        wide = self.rows_wide if compact else self.cards_wide
        return Rectangle(self.width - self.margin - wide, 0, wide, self.height)

    def losses_parts(self, compact: bool) -> dict[str, Rectangle]:
        """Losses and the doctor below them, whose place does not depend on how many losses there are."""
        column = self.losses(compact)
        doctor = max(self.height * DOCTOR_SHARE, DOCTOR_LEAST * self.scale)
        if compact:
            doctor = DOCTOR_ROW * self.scale if self.folds_doctor else self.height * DOCTOR_BESIDE_ROWS
        top = max(2, column.height - round(doctor))
        return {
            "losses": Rectangle(column.x, 0, column.width, max(2, top - self.gap)),
            "doctor": Rectangle(column.x, top, column.width, max(2, column.height - top)),
        }

    def middle(self, compact: bool) -> Rectangle:
        left = self.margin + self.hand + self.gap
        return Rectangle(left, 0, max(2, self.losses(compact).x - self.gap - left), self.height)

    def hand_parts(self, wanted: int) -> dict[str, Rectangle]:
        """Editor and table; the table goes when it is not wanted or the editor would be too low."""
        table = min(wanted, round(self.height * TABLE_SHARE))
        editor = self.height - table - self.gap
        if not table or self.width < TABLE_WIDTH * self.scale or editor < EDITOR_HEIGHT * self.scale:
            return {"logits": Rectangle(self.margin, 0, self.hand, self.height)}
        return {
            "logits": Rectangle(self.margin, 0, self.hand, editor),
            "classes": Rectangle(self.margin, editor + self.gap, self.hand, table),
        }

    def pager(self, middle: Rectangle) -> Rectangle:
        tall = min(round(PAGER * self.scale), middle.height)
        return Rectangle(middle.x, middle.bottom - tall, middle.width, tall)

    def above_pager(self, middle: Rectangle) -> Rectangle:
        return Rectangle(middle.x, middle.y, middle.width, max(1, self.pager(middle).y - self.gap - middle.y))


def _between(units: float, lengths: Sequence[int]) -> float:
    """Return the length at a width, in proportion between the widths that have one."""
    if units <= WIDTHS[0]:
        return lengths[0]
    for (start, end), (low, high) in zip(_steps(WIDTHS), _steps(lengths), strict=True):
        if units <= end:
            return low + (units - start) / (end - start) * (high - low)
    return lengths[-1]


def _steps(numbers: Sequence[int]) -> list[tuple[int, int]]:
    return list(pairwise(numbers))


# The middle: a grid of cards


def _most(length: int, least: int, scale: float) -> int:
    """Return how many parts of at least that length have room, one at least."""
    return max(1, int((length + GAP * scale) // ((least + GAP) * scale)))


def _is_whole(area: Rectangle, cards: Sequence[str], scale: float) -> bool:
    """Say whether all cards have room on one page."""
    columns, rows = _most(area.width, CARD_WIDTH, scale), _most(area.height, CARD_HEIGHT, scale)
    return columns * rows >= len(cards)


def _pages(
    area: Rectangle, cards: Sequence[str], paged: Sequence[str], room: _Room, scale: float
) -> tuple[tuple[str, ...], ...]:
    if _is_whole(area, cards, scale):
        return (tuple(cards),)
    area = room.above_pager(area)
    columns, rows = _most(area.width, CARD_WIDTH, scale), _most(area.height, CARD_HEIGHT, scale)
    each = columns * rows
    return tuple(tuple(paged[start : start + each]) for start in range(0, len(paged), each))


def _columns(area: Rectangle, count: int, scale: float) -> int:
    """Return the number of columns that brings cards nearest to their aspect, none of them too small."""
    most, rows = _most(area.width, CARD_WIDTH, scale), _most(area.height, CARD_HEIGHT, scale)
    fitting = [columns for columns in range(1, min(count, most) + 1) if ceil(count / columns) <= rows]
    gap = GAP * scale

    def distance(columns: int) -> float:
        lines = ceil(count / columns)
        wide = (area.width - gap * (columns - 1)) / columns
        tall = (area.height - gap * (lines - 1)) / lines
        return abs(log(max(wide, 1.0) / max(tall, 1.0) / ASPECT))

    return min(fitting or [min(count, most)], key=distance)


def _grid(area: Rectangle, cards: Sequence[str], gap: int, scale: float) -> dict[str, Rectangle]:
    """Fill rows from the top left; the last card takes what is left of its row."""
    columns = _columns(area, len(cards), scale)
    rows = -(-len(cards) // columns)
    across = _edges(area.width, (1,) * columns, gap)
    down = _edges(area.height, ROWS if rows == len(ROWS) else (1,) * rows, gap)
    places = {}
    for index, key in enumerate(cards):
        row, column = divmod(index, columns)
        left, right = across[column]
        if index == len(cards) - 1:
            right = area.width
        top, bottom = down[row]
        places[key] = Rectangle(area.x + left, area.y + top, right - left, bottom - top)
    return places


def _edges(length: int, shares: Sequence[int], gap: int) -> list[tuple[int, int]]:
    """Start and end of each part, so that parts and gaps add up to the length exactly."""
    room = max(len(shares), length - gap * (len(shares) - 1))
    total, start, taken = sum(shares), 0, 0
    edges: list[tuple[int, int]] = []
    for share in shares:
        taken += share
        end = round(room * taken / total) + gap * len(edges)
        edges.append((start, end))
        start = end + gap
    return edges


# Dropping a card


def drop_at(places: Mapping[str, Rectangle], x: float, y: float) -> tuple[str, Side] | None:
    """Return the card under a point and what dropping there means: beside it, or changing places.

    The outer quarters mean before and after, the half between them means to change places.
    """
    for key, place in places.items():
        if place.contains(x, y):
            share = (x - place.x) / place.width
            return key, "before" if share < 0.25 else "after" if share >= 0.75 else "swap"
    return None
