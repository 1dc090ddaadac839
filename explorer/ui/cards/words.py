"""What the words in a figure mean: the tool tip of the text that lies under the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from explorer.paint.text import SHIFT, width_of
from explorer.plots.figure import Text

if TYPE_CHECKING:
    from explorer.plots.layout import Layout

HEIGHT: Final = 20.0  # of a line of text, as far as it is pointed at


def tip_at(layout: Layout, x: float, y: float) -> str:
    """Return what the text at a place means, in logical pixels of the card; "" where none says."""
    figure = layout.figure
    aside = () if layout.is_narrow else figure.aside
    for mark in (*figure.marks, *figure.still, *aside):
        if isinstance(mark, Text) and mark.tip and _covers(layout, mark, x, y):
            return mark.tip
    return ""


def _covers(layout: Layout, mark: Text, x: float, y: float) -> bool:
    left, middle = layout.to_pixels(mark.place)
    width = layout.scale * width_of(mark.text, mark.size, mark.bold, mark.mono)
    left -= SHIFT[mark.anchor] * width
    return left <= x <= left + width and abs(y - middle) <= layout.scale * HEIGHT / 2
