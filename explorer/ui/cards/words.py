"""What the words in a figure mean: tool tips of the texts under the pointer, whole where they are cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QImage, QPainter

from explorer.paint.cuts import listening
from explorer.paint.painter import paint
from explorer.paint.text import SHIFT, width_of
from explorer.plots.figure import Text
from explorer.plots.layout import Layout

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF, QRectF

    from explorer.paint.theme import Theme
    from explorer.plots.figure import Figure

HEIGHT: Final = 20.0  # of a line of text, as far as it is pointed at
SIGN_ROOM: Final = 36.0  # left of a name, in which its sign stands


def tip_at(layout: Layout, x: float, y: float) -> str:
    """Return what the text at a place means, in logical pixels of the card; "" where none says."""
    figure = layout.figure
    aside = () if layout.is_narrow else figure.aside
    for mark in (*figure.marks, *figure.still, *aside):
        if isinstance(mark, Text) and mark.tip and _covers(layout, mark, x, y):
            return mark.tip
    return ""


def cut_at(figure: Figure, size: QRectF, theme: Theme, scale: float, at: QPointF) -> str:
    """Return the whole of a text at a place that is cut, or that a sign stands for; "" where none is.

    The figure is painted once more, on nothing: only painting knows what it cuts.
    """
    nothing = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    with listening() as found, QPainter(nothing) as painter:
        paint(figure, painter, size, theme, scale)
    cut = next((cut.text for cut in reversed(found) if cut.box.contains(at)), "")
    return cut or _left_out(Layout(figure, size.width(), size.height(), scale), at)


def _left_out(layout: Layout, at: QPointF) -> str:
    """Return the name that a sign at a place would have beside it if the card were wider."""
    for mark in layout.figure.aside if layout.is_narrow and not layout.figure.note else ():
        if isinstance(mark, Text) and mark.room:
            x, y = layout.to_pixels(mark.place)
            across, away = (x - at.x()) / layout.scale, abs(y - at.y()) / layout.scale
            if 0.0 <= across <= SIGN_ROOM and away <= HEIGHT / 2:
                return mark.text
    return ""


def _covers(layout: Layout, mark: Text, x: float, y: float) -> bool:
    left, middle = layout.to_pixels(mark.place)
    width = layout.scale * width_of(mark.text, mark.size, mark.bold, mark.mono)
    left -= SHIFT[mark.anchor] * width
    return left <= x <= left + width and abs(y - middle) <= layout.scale * HEIGHT / 2
