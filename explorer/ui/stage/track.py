"""The slider of the stage for the hand: its whole row can be pressed; keys move it while it is focused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from explorer.plots import stage
from explorer.ui.focus import draw_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from explorer.paint.theme import Theme

STEPS: Final = 20  # presses of a key from end to end
KEYS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
}
ENDS: Final = {Qt.Key.Key_Home: 0.0, Qt.Key.Key_End: 1.0}


class Track(QWidget):
    """Lies over the slider that the page draws, and says where the hand wants it, as a share of its way.

    A drag says `began`, any number of `moved`, at most one a frame, then `ended` or (Esc) `cancelled`. Keys
    say `stepped` with how many steps, or `moved` with an end.
    """

    began = Signal()
    moved = Signal(float)
    ended = Signal()
    cancelled = Signal()
    stepped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.unit = 1.0
        self.share = 0.0
        self._drags = False
        self._pending: float | None = None
        self._flush = QTimer(self)
        self._flush.setInterval(0)
        self._flush.setSingleShot(True)
        self._flush.timeout.connect(self._say)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.SizeHorCursor)

    def share_at(self, x: float) -> float:
        """Return how far along the way a place in this widget is, held to its ends."""
        knob = stage.KNOB * self.unit
        return min(max((x - knob / 2) / max(self.width() - knob, 1.0), 0.0), 1.0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drags = True
            self.began.emit()
            self.moved.emit(self.share_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drags:
            self._pending = self.share_at(event.position().x())
            self._flush.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._let_go()

    def _say(self) -> None:
        pending, self._pending = self._pending, None
        if pending is not None and self._drags:
            self.moved.emit(pending)

    def _let_go(self) -> None:
        if self._drags:
            self._say()
            self._drags = False
            self.ended.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self._let_go()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._let_go()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            if self._drags:
                self._drags, self._pending = False, None
                self.cancelled.emit()
            else:
                self.window().setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in KEYS:
            self.stepped.emit(KEYS[key])
        elif key in ENDS:
            self.moved.emit(ENDS[key])
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasFocus():
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            knob = stage.KNOB * self.unit
            at = QPointF(knob / 2 + self.share * (self.width() - knob), self.height() / 2)
            half = knob / 2
            shape = QRectF(at.x() - half, at.y() - half, knob, knob)
            draw_ring(painter, shape, half, self.theme)
