"""The ground of cards and panels: the card colour in a rounded frame one pixel wide."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from explorer.paint.surface import colour
from explorer.ui.scaling import scale

if TYPE_CHECKING:
    from explorer.paint.theme import Theme

RADIUS: Final = 8.0


def draw_ground(painter: QPainter, area: QRect, theme: Theme) -> None:
    """Fill all of an area: the corners with the window's colour, the rest with the card's.

    A widget that draws this is opaque, so nothing under it is painted again with it.
    """
    painter.fillRect(area, colour(theme.colour("card")))
    size = scale()
    radius, corner = RADIUS * size, ceil(RADIUS * size)
    bg = colour(theme.colour("bg"))
    for x in (area.left(), area.right() - corner + 1):
        for y in (area.top(), area.bottom() - corner + 1):
            painter.fillRect(x, y, corner, corner, bg)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(theme.colour("line")), max(1.0, size)))
    painter.setBrush(colour(theme.colour("card")))
    half = max(1.0, size) / 2
    painter.drawRoundedRect(QRectF(area).adjusted(half, half, -half, -half), radius, radius)


class Ground(QWidget):
    """A widget on the ground of a card."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from the next frame on."""
        self.theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            draw_ground(painter, self.rect(), self.theme)
