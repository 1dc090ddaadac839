"""Where the panel of a story lies: a column at the right of the desk, beside all other parts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from explorer.ui.cards.arrangement import GAP, MARGIN, Arrangement, Rectangle

if TYPE_CHECKING:
    from collections.abc import Mapping

WIDE, NARROW = 304, 264  # of the panel, at these widths of the window and beyond; between in proportion
WIDTHS: Final = (1024, 1440)


def width_of(width: int, scale: float = 1.0) -> int:
    """Return the width of the panel in a window of that many pixels."""
    share = (width / scale - WIDTHS[0]) / (WIDTHS[1] - WIDTHS[0])
    return round((NARROW + min(max(share, 0.0), 1.0) * (WIDE - NARROW)) * scale)


def taken_by(width: int, scale: float = 1.0) -> int:
    """Return what a panel takes of the width of the desk, with the gap beside it."""
    return width_of(width, scale) + round(GAP * scale)


def with_story(made: Arrangement, width: int, height: int, scale: float = 1.0) -> Arrangement:
    """Put the panel at the right of a desk that was laid out in what it leaves of the width."""
    wide, margin = width_of(width, scale), round(MARGIN * scale)
    place = Rectangle(max(width - margin - wide, 0), 0, wide, max(height - margin, 2))
    places: Mapping[str, Rectangle] = {**made.places, "stories": place}
    return replace(made, places=places)
