"""The plan of the descent in a few words, as a button that opens its settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from explorer.paint.text import width_of
from explorer.ui.focus import draw_ring
from explorer.ui.lettering import write
from explorer.ui.scaling import px, scale
from explorer.wording import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from explorer.paint.theme import Theme

PAD: Final = 6.0
CHEVRON: Final = 14.0  # room at the right
RING: Final = 5.0  # between the words and the button's sides, for the ring


class PlanButton(QAbstractButton):
    """Second text with a chevron: quiet, hovered on the ground of what is pointed at."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._fewer = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def say(self, words: str, fewer: str, whole: str) -> None:
        """Show these words, fewer where they have no room, and all of the plan in the tool tip."""
        self._fewer = fewer
        if words != self.text() or whole != self.toolTip():
            self.setText(words)
            self.setAccessibleName(say("Settings of the descent: {plan}", plan=whole))
            self.setToolTip(whole)
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(width_of(self.text(), "name") + 2 * PAD + CHEVRON), px(24))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            size, theme = scale(), self.theme
            painter.scale(size, size)
            area = QRectF(0, 0, self.width() / size, self.height() / size)
            if self.underMouse() or self.isDown():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.colour("line" if self.isDown() else "hover")))
                painter.drawRoundedRect(area, 5, 5)
            middle, room = area.height() / 2, area.width() - 2 * PAD - CHEVRON
            name = "ink2" if self.isEnabled() else "edge"
            words = self.text()
            if width_of(words, "name") > room:
                words = self._fewer  # the steps stand below as well
            write(painter, theme, PAD, middle, words, size="name", colour_of=name, room=room)
            pen = QPen(QColor(theme.colour(name)), 1.4)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            x = area.right() - PAD - 4
            painter.drawPolyline(
                [QPointF(x - 3.5, middle - 2), QPointF(x, middle + 2), QPointF(x + 3.5, middle - 2)]
            )
            if self.hasFocus():
                inside = area.adjusted(RING, RING, -RING, -RING)
                draw_ring(painter, inside, 1.0, theme)
