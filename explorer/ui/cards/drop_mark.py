"""Where a dragged card would go: an outline, or a stroke between two cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from explorer.paint.surface import colour
from explorer.ui.ground import RADIUS
from explorer.ui.scaling import px

if TYPE_CHECKING:
    from explorer.paint.theme import Theme
    from explorer.ui.cards.arrangement import Rectangle, Side

STROKE: Final = 3


class DropMark(QWidget):
    """Lies over the cards and lets the mouse through."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._side: Side = "swap"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()

    def show_at(self, place: Rectangle, side: Side) -> None:
        """Mark a card as the one to change places with, or the side on which to go in."""
        self._side = side
        gap, stroke = px(8), px(STROKE)
        if side == "swap":
            self.setGeometry(place.x, place.y, place.width, place.height)
        else:
            left = place.x - (gap + stroke) // 2 if side == "before" else place.right + (gap - stroke) // 2
            self.setGeometry(left, place.y, stroke, place.height)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ink = colour(self.theme.colour("ink"))
            if self._side == "swap":
                half = px(STROKE) / 2
                painter.setPen(QPen(ink, px(STROKE)))
                painter.drawRoundedRect(
                    QRectF(self.rect()).adjusted(half, half, -half, -half), px(RADIUS), px(RADIUS)
                )
            else:
                painter.fillRect(self.rect(), ink)
