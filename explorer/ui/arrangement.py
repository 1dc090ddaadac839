"""Where the parts of the desk lie: rectangles from a size, by arithmetic alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MARGIN = 12
GAP = 8
HAND, LOSSES = 316, 296  # widths at 1440 and above
NARROW_HAND, NARROW_LOSSES = 268, 248  # at 1024
WIDE, NARROW = 1440, 1024
ROWS = (234, 192, 250)  # shares of the height of the three rows of cards
TABLE_SHARE = 0.42  # the most that the table takes of the hand's height


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Left, top, width and height in logical pixels."""

    x: int
    y: int
    width: int
    height: int


def arrange(
    width: int, height: int, cards: Sequence[str], table: int, enlarged: str | None = None, scale: float = 1.0
) -> dict[str, Rectangle]:
    """Rectangles of "logits" (the editor), "classes" (the table), "losses" and each card.

    table: the height that shows all of the table, which it gets up to TABLE_SHARE of the hand.
    Cards fill two columns from the top left, rows of equal heights across both. An enlarged card
    takes the whole of the middle, or of the hand if it is the editor; what it covers is left out.
    """
    hand, losses = _side_widths(width, scale)
    margin, gap = round(MARGIN * scale), round(GAP * scale)
    bottom = height - margin
    middle = Rectangle(
        margin + hand + gap, 0, max(2, width - hand - losses - 2 * margin - 2 * gap), max(1, bottom)
    )
    places = {"losses": Rectangle(width - margin - losses, 0, losses, middle.height)}
    if enlarged == "logits":
        return places | {"logits": Rectangle(margin, 0, hand + gap + middle.width, middle.height)}
    places |= _hand(Rectangle(margin, 0, hand, middle.height), table, gap)
    if enlarged is not None and enlarged in cards:
        return places | {enlarged: middle}
    return places | _grid(middle, cards, gap)


def _side_widths(width: int, scale: float) -> tuple[int, int]:
    share = min(1.0, max(0.0, (width / scale - NARROW) / (WIDE - NARROW)))
    hand = NARROW_HAND + share * (HAND - NARROW_HAND)
    losses = NARROW_LOSSES + share * (LOSSES - NARROW_LOSSES)
    return round(hand * scale), round(losses * scale)


def _hand(area: Rectangle, wanted: int, gap: int) -> dict[str, Rectangle]:
    table = min(wanted, round(area.height * TABLE_SHARE))
    editor = max(1, area.height - table - gap)
    return {
        "logits": Rectangle(area.x, area.y, area.width, editor),
        "classes": Rectangle(area.x, area.y + editor + gap, area.width, table),
    }


def _grid(area: Rectangle, cards: Sequence[str], gap: int) -> dict[str, Rectangle]:
    if not cards:
        return {}
    columns = 1 if len(cards) == 1 else 2
    rows = -(-len(cards) // columns)
    shares = ROWS[:rows] if rows <= len(ROWS) else (1,) * rows
    edges = _edges(area.height, shares, gap)
    places = {}
    for index, key in enumerate(cards):
        row, column = divmod(index, columns)
        last_alone = index == len(cards) - 1 and column == 0
        left, right = _edges(area.width, (1,) * columns, gap)[column]
        if last_alone:
            right = area.width
        top, bottom = edges[row]
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
