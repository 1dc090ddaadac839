"""The ring round the button that has the keyboard: two pixels of ink, three pixels away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget
from shiboken6 import isValid

from explorer.ui.scaling import px, scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QApplication

    from explorer.paint.theme import Theme

WIDTH: Final = 2.0
DISTANCE: Final = 3.0
CLOSE: Final = "ringCloser"  # property of a button with near neighbours: its ring is one pixel away
_MOVES: Final = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.EnabledChange,
        QEvent.Type.WindowActivate,
        QEvent.Type.WindowDeactivate,
    }
)


def draw_ring(
    painter: QPainter, shape: QRectF, radius: float, theme: Theme, distance: float = DISTANCE
) -> None:
    """Draw the ring round a shape, `radius` being the shape's own; the painter stays as it was."""
    away = distance + WIDTH / 2
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.colour("ink")), WIDTH))
    painter.drawRoundedRect(shape.adjusted(-away, -away, away, away), radius + away, radius + away)
    painter.restore()


class _Ring(QWidget):
    """The ring itself, a child of the window over everything else, which lets the mouse through."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self.theme = theme
        self.radius = 6.0
        self.distance = DISTANCE
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            size, reach = scale(), self.distance + WIDTH
            painter.scale(size, size)
            button = QRectF(0, 0, self.width() / size, self.height() / size).adjusted(
                reach, reach, -reach, -reach
            )
            draw_ring(painter, button, self.radius, self.theme, self.distance)


class FocusRing(QObject):
    """Follows the focus and rings push and tool buttons, which a style sheet cannot ring outside.

    Controls that are painted by hand draw their own ring with `draw_ring`; fields thicken their
    border. So focus is seen once.
    """

    def __init__(self, app: QApplication, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ring: _Ring | None = None
        self._watched: tuple[QWidget, ...] = ()
        app.focusChanged.connect(self._follow)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        if self._ring is not None:
            self._ring.theme = theme
            self._ring.update()

    @property
    def shown_at(self) -> QWidget | None:
        """The button that is ringed now."""
        return self._watched[0] if self._ring is not None else None

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._leave()
        if not isinstance(now, QPushButton | QToolButton):
            return
        self._ring = _Ring(now.window(), self._theme)
        self._ring.distance = 1.0 if now.property(CLOSE) else DISTANCE
        self._watched = _chain(now)
        for widget in self._watched:
            widget.installEventFilter(self)
        self._place()

    def _leave(self) -> None:
        # a window that is being taken down may have deleted them already
        for widget in filter(isValid, self._watched):
            widget.removeEventFilter(self)
        self._watched = ()
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None

    def _place(self) -> None:
        ring = self._ring
        if ring is None or not isValid(ring):
            return
        button = self._watched[0]
        corner = button.mapTo(button.window(), QPoint(0, 0))
        reach = px(ring.distance + WIDTH)
        place = QRect(corner, button.size()).adjusted(-reach, -reach, reach, reach)
        ring.setGeometry(place)
        ring.setVisible(button.isVisible() and not button.visibleRegion().isEmpty())
        ring.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return False


class Earlier:
    """What had the keyboard before, to be given it back; nothing once it is deleted."""

    def __init__(self) -> None:
        self._widget: QWidget | None = None

    def keep(self, widget: QWidget | None) -> None:
        """Remember this widget in place of any other."""
        self.take()
        self._widget = widget
        if widget is not None:
            widget.destroyed.connect(self._forget)

    def take(self) -> QWidget | None:
        """Return the widget and forget it."""
        widget, self._widget = self._widget, None
        if widget is not None:
            widget.destroyed.disconnect(self._forget)
        return widget

    def _forget(self) -> None:
        self._widget = None


def tab_to_chosen(buttons: Sequence[QAbstractButton]) -> None:
    """Let Tab come to the checked one of several buttons alone, to the first where none is checked."""
    chosen = next((button for button in buttons if button.isChecked()), buttons[0])
    tab = Qt.FocusPolicy.TabFocus.value
    for button in buttons:
        rest = button.focusPolicy().value & ~tab
        button.setFocusPolicy(Qt.FocusPolicy(rest | tab if button is chosen else rest))


def _chain(button: QAbstractButton) -> tuple[QWidget, ...]:
    """Return the button and everything that carries it, up to its window."""
    chain: list[QWidget] = [button]
    while not chain[-1].isWindow():
        carrier: QWidget | None = chain[-1].parentWidget()
        if carrier is None:
            break
        chain.append(carrier)
    return tuple(chain)
