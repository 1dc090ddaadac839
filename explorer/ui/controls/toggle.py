"""A switch: a pill with a knob, ink when on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from explorer.ui.focus import draw_ring
from explorer.ui.scaling import px, scale

if TYPE_CHECKING:
    from explorer.paint.theme import Theme

WIDTH: Final = 29.0
HEIGHT: Final = 18.0
KNOB: Final = 5.5  # radius
MARGIN: Final = 5  # room for the focus ring


class Toggle(QAbstractButton):
    """On or off. Its widget is larger than the pill by `MARGIN` on each side."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(self.sizeHint())

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        self._theme = theme
        self.setFixedSize(self.sizeHint())
        self.update()

    def show_on(self, on: bool) -> None:
        """Show a state without saying `toggled` or `clicked`."""
        if self.isChecked() != on:
            blocked = self.blockSignals(True)
            self.setChecked(on)
            self.blockSignals(blocked)

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH + 2 * MARGIN), px(HEIGHT + 2 * MARGIN))

    def hitButton(self, _pos: object) -> bool:
        return True

    def _roles(self) -> tuple[str, str, str]:
        """Ground, edge and knob."""
        if not self.isEnabled():
            return ("line2", "line2", "card") if self.isChecked() else ("card", "line2", "line2")
        if self.isChecked():
            ground = "ink2" if self.underMouse() else "ink"
            return ground, ground, "card"
        return "hover" if self.underMouse() else "card", "edge", "mut"

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale(), scale())
            ground, edge, knob = (QColor(self._theme.colour(role)) for role in self._roles())
            pill = QRectF(MARGIN, MARGIN, WIDTH, HEIGHT)
            painter.setPen(QPen(edge, 1.2))
            painter.setBrush(ground)
            painter.drawRoundedRect(pill.adjusted(0.6, 0.6, -0.6, -0.6), HEIGHT / 2 - 0.6, HEIGHT / 2 - 0.6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(knob)
            middle = HEIGHT / 2
            across = WIDTH - middle if self.isChecked() else middle
            painter.drawEllipse(QPointF(MARGIN + across, MARGIN + middle), KNOB, KNOB)
            if self.hasFocus():
                draw_ring(painter, pill.adjusted(1, 1, -1, -1), HEIGHT / 2 - 1, self._theme)
