"""A way out, said as an underlined word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from explorer.paint.fonts import font, is_chinese
from explorer.ui.focus import draw_ring
from explorer.ui.scaling import px, scale

if TYPE_CHECKING:
    from explorer.paint.theme import Theme

MARGIN: Final = 5  # room for the focus ring
HEIGHT: Final = 14  # of the word and its line


class LinkButton(QAbstractButton):
    """A button that looks like a link: bold ink, underlined; the line grows stronger on hover."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFont(self._face())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.say(text)

    def say(self, text: str) -> None:
        """Show another text."""
        if text != self.text():
            self.setText(text)
            self.setFont(self._face())
            self.setAccessibleName(text)
            self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def _face(self) -> QFont:
        """Return the face of the text."""
        return font("name", bold=True, chinese=is_chinese(self.text()))

    def _word_width(self) -> float:
        return QFontMetricsF(self._face()).horizontalAdvance(self.text())

    def sizeHint(self) -> QSize:
        return QSize(px(self._word_width() + 1.0 + 2 * MARGIN), px(HEIGHT + 2 * MARGIN))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale(), scale())
            painter.setFont(self._face())
            strong = self.underMouse() or self.isDown()
            painter.setPen(QColor(self._theme.colour("ink" if self.isEnabled() else "edge")))
            drop = 1.0 if self.isDown() else 0.0
            baseline = MARGIN + 10.0 + drop
            painter.drawText(QPointF(MARGIN, baseline), self.text())
            painter.setPen(QPen(QColor(self._theme.colour("ink" if strong else "edge")), 1.5))
            right = self.width() / scale() - MARGIN
            painter.drawLine(QPointF(MARGIN, baseline + 3.25), QPointF(right, baseline + 3.25))
            if self.hasFocus():
                word = QRectF(MARGIN, MARGIN, right - MARGIN, HEIGHT)
                draw_ring(painter, word.adjusted(1, 1, -1, -1), 2.0, self._theme)
