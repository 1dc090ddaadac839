"""A slider over real numbers: thin track, filled part in ink, round knob."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from explorer.ui.focus import draw_ring
from explorer.ui.scaling import px, scale

if TYPE_CHECKING:
    from explorer.paint.theme import Theme
    from explorer.ui.controls.scale import Scale

HEIGHT: Final = 26
KNOB: Final = 6.5  # radius of the knob with its ring
HALO: Final = 13.0  # radius
HALO_OPACITY: Final = 0.11
TRACK: Final = 2.0
EDGE: Final = 13.0  # from the widget's sides to the ends of the track: half a halo
PAGE: Final = 10  # positions
BY_KEYS: Final = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
DIRECTIONS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -PAGE,
    Qt.Key.Key_PageUp: PAGE,
}


class Slider(QSlider):
    """A number on a scale.

    A drag says `began`, any number of `moved`, then `ended` or (Esc) `cancelled`; moves between
    two frames are said once. Keys and the wheel say `stepped`; a double click says `reset`.
    The slider never keeps what it says: its owner shows the number that came of it by `show_number`.
    """

    began = Signal()
    moved = Signal(float)
    ended = Signal()
    cancelled = Signal()
    stepped = Signal(float)
    reset = Signal()

    def __init__(self, name: str, scale: Scale, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.scale = scale
        self._theme = theme
        self._number = scale.low
        self._grabbed: float | None = None  # pixels from the pointer to the knob
        self._pending: float | None = None
        self._ringed = False
        self._flush = QTimer(self)
        self._flush.setInterval(0)
        self._flush.setSingleShot(True)
        self._flush.timeout.connect(self._say_moved)
        self.setRange(0, scale.count)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def number(self) -> float:
        """The number shown, exact also where it lies between two positions."""
        return self._number

    @property
    def dragging(self) -> bool:
        """Whether the knob is held."""
        return self._grabbed is not None

    def show_number(self, number: float) -> None:
        """Show a number without saying anything."""
        if number == self._number:
            return
        self._number = number
        blocked = self.blockSignals(True)
        self.setValue(self.scale.position(number))
        self.blockSignals(blocked)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        self._theme = theme
        self.setFixedHeight(px(HEIGHT))
        self.update()

    def cancel(self) -> bool:
        """Leave the drag under way; say whether there was one."""
        if self._grabbed is None:
            return False
        self._grabbed, self._pending = None, None
        self._flush.stop()
        self.update()
        self.cancelled.emit()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.let_go()

    def let_go(self) -> bool:
        """End the drag here, as where no release would ever come; say whether there was one."""
        if self._grabbed is None:
            return False
        self._grabbed, self._pending = None, None
        self._flush.stop()
        self.update()
        self.ended.emit()
        return True

    # Geometry

    def sizeHint(self) -> QSize:
        return QSize(px(140), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(60), px(HEIGHT))

    def knob(self) -> QPointF:
        """Return the middle of the knob, in pixels."""
        edge = EDGE * scale()
        across = edge + self.scale.share(self._number) * (self.width() - 2 * edge)
        return QPointF(across, self.height() / 2)

    def _number_at(self, across: float) -> float:
        edge = EDGE * scale()
        share = (across - edge) / max(1.0, self.width() - 2 * edge)
        return self.scale.number(round(min(max(share, 0.0), 1.0) * self.scale.count))

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        event.accept()
        self._ringed = False
        distance = self.knob().x() - event.position().x()
        on_knob = abs(distance) <= HALO * scale()
        self._grabbed = distance if on_knob else 0.0
        self.update()
        self.began.emit()
        if not on_knob:
            self._pending = event.position().x()
            self._say_moved()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None:
            return
        event.accept()
        self._pending = event.position().x() + self._grabbed
        if not self._flush.isActive():
            self._flush.start()

    def _say_moved(self) -> None:
        """Say the latest move: those between two frames become one."""
        across, self._pending = self._pending, None
        if across is None or self._grabbed is None:
            return
        number = self._number_at(across)
        if number != self._number:
            self.moved.emit(number)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._grabbed is None:
            event.ignore()
            return
        event.accept()
        self._say_moved()
        self._grabbed = None
        self.update()
        self.ended.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self.reset.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # without the focus the wheel scrolls the column, or sliders would change in passing
        steps = round(event.angleDelta().y() / 120)
        if not self.hasFocus() or not steps:
            event.ignore()
            return
        event.accept()
        self._step(steps)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.cancel():
            event.accept()
        elif key in DIRECTIONS:
            event.accept()
            many = PAGE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._step(DIRECTIONS[key] * many)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            event.accept()
            self.stepped.emit(self.scale.low if key == Qt.Key.Key_Home else self.scale.high)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            event.accept()
            self.reset.emit()
        else:
            event.ignore()

    def _step(self, steps: int) -> None:
        self._ringed = True
        number = self.scale.moved(self._number, steps)
        if number != self._number:
            self.stepped.emit(number)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() in BY_KEYS
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.let_go()  # a menu that opens takes the release
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self.dragging:
            event.accept()  # Esc belongs to the drag, whatever the window does with it
            return True
        return super().event(event)

    # Picture

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            size = scale()
            painter.scale(size, size)
            knob, middle = self.knob() / size, self.height() / size / 2
            active = self.isEnabled()
            ink = QColor(self._theme.colour("ink" if active else "edge"))
            pen = QPen(QColor(self._theme.colour("line2")), TRACK)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            start, end = EDGE - KNOB, self.width() / size - EDGE + KNOB
            painter.setPen(pen)
            painter.drawLine(QPointF(knob.x(), middle), QPointF(end, middle))
            pen.setColor(ink)
            painter.setPen(pen)
            painter.drawLine(QPointF(start, middle), QPointF(knob.x(), middle))
            if active and (self.dragging or self.underMouse()):
                halo = QColor(ink)
                halo.setAlphaF(HALO_OPACITY)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(halo)
                painter.drawEllipse(knob, HALO, HALO)
            painter.setPen(QPen(ink, 1.6))
            painter.setBrush(ink if self.dragging else QColor(self._theme.colour("card")))
            painter.drawEllipse(knob, KNOB - 0.8, KNOB - 0.8)
            if self.hasFocus() and self._ringed and not self.dragging:
                disc = QRectF(knob.x() - KNOB, knob.y() - KNOB, 2 * KNOB, 2 * KNOB).adjusted(1, 1, -1, -1)
                draw_ring(painter, disc, KNOB - 1, self._theme)
