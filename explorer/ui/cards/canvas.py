"""A figure on screen whose handles are taken: pointer and keys become moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from explorer.plots import moves
from explorer.plots.pointing import class_of
from explorer.ui.cards import gestures
from explorer.ui.cards.aiming import cursor_of
from explorer.ui.cards.figure_view import WHOLE, FigureView
from explorer.ui.cards.keys import key_move
from explorer.ui.cards.zoom import zoomed
from explorer.wording import say

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QMenu

    from explorer.paint.axes import AxisName
    from explorer.paint.theme import Theme
    from explorer.plots import Plot
    from explorer.plots.figure import Mark, View
    from explorer.plots.lens import Lens
    from explorer.ui.cards.gestures import Gesture
    from explorer.ui.session import Session

CLICK_DISTANCE = 5.0  # logical pixels within which a press and release are a click


class Canvas(FigureView):
    """One card's picture and its handles.

    `said` carries small news, `scrolled` turns of the wheel over a list.
    """

    enlarge_asked = Signal(str)
    lesson_asked = Signal(str)
    export_asked = Signal(str)
    said = Signal(str)
    scrolled = Signal(float)

    def __init__(self, session: Session, plot: Plot, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, plot, theme, parent)
        self._gesture: Gesture | None = None
        self._press = QPointF()
        self._moved = False
        self._pending: QPointF | None = None
        self._menu: QMenu | None = None
        self._flush = QTimer(self)
        self._flush.setInterval(0)
        self._flush.setSingleShot(True)
        self._flush.timeout.connect(self._move_now)
        session.replaced.connect(self._forget)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def lens(self) -> Lens | None:
        """Return what the reading lens says of the place that is pointed at in this card."""
        pointer = self.session.pointer
        if pointer is None or pointer.key != self.plot.key or self._gesture is not None:
            return None
        from explorer.plots.lens import lens  # not needed to show the window

        return lens(self.session.state, self.figure, pointer.x, pointer.y)

    def _over(self) -> tuple[Mark, ...]:
        return self._gesture.marks() if self._gesture is not None else ()

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.session.clock.input()
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._press, self._moved, self._pending = event.position(), False, None
        self.session.point(None)
        self._gesture = gestures.begin(self, event.position(), event.modifiers())
        if self._gesture.pressed is not None:
            self._interact(pressed=self._gesture.pressed, focus=None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        if self._gesture is None:
            self._hover(position)
            return
        self.session.clock.input()
        if not self._moved:
            if (position - self._press).manhattanLength() < CLICK_DISTANCE:
                return
            self._moved = True
            self._gesture.first_move()
        self._pending = position
        if not self._flush.isActive():
            self._flush.start()

    def _move_now(self) -> None:
        """Carry out the latest move: those between two frames become one edit."""
        position, self._pending = self._pending, None
        if position is not None and self._gesture is not None:
            self._gesture.move(position)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.session.clock.input()
        if event.button() != Qt.MouseButton.LeftButton or self._gesture is None:
            return
        self._move_now()
        gesture, self._gesture = self._gesture, None
        self._interact(pressed=None)
        gesture.end(self._moved)
        self._hover(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        layout = self.layout_of_figure
        if layout.hit(position.x(), position.y()) is not None or self.aim.axis(position) is not None:
            self.mousePressEvent(event)
        elif layout.plot.contains(position.x(), position.y()):
            self.session.fit(self.plot.key)
        else:
            self.enlarge_asked.emit(self.plot.key)

    def leaveEvent(self, event: QEvent) -> None:
        self._interact(hover=None)
        self._light(None)
        pointer = self.session.pointer
        if pointer is not None and pointer.key == self.plot.key:
            self.session.point(None)

    def _hover(self, position: QPointF) -> None:
        side = self.aim.title(position)
        handle = self.aim.handle(position) if side is None else None
        picks = self.session.picking.axis is not None
        self._interact(hover=handle.id if handle and not picks else None)
        self._light(side)
        self.session.point(self.aim.place(position) if side is None else None)
        if side is not None or (picks and self.aim.class_index(position) is not None):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setCursor(cursor_of(None if picks else handle))

    def _light(self, side: AxisName | None) -> None:
        if side != self._lit:
            self._lit = side
            self.update()

    def hideEvent(self, event: QEvent) -> None:
        super().hideEvent(event)
        self._let_go()

    def _let_go(self) -> None:
        """End a drag here: hidden, or with the pointer at a menu, no release would ever come."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            self._pending = None
            self._interact(pressed=None)
            if self._moved:
                gesture.end(moved=True)

    def _forget(self) -> None:
        """Let a press be over: what it holds is of the document before."""
        if self._gesture is not None:
            self._gesture = self._pending = None
            self._interact(pressed=None)

    def cancel(self) -> bool:
        """Leave what is under way, a gesture or the choice of an axis; say whether there was anything."""
        if self._gesture is None:
            return self.session.picking.leave()
        gesture, self._gesture = self._gesture, None
        self._pending = None
        self._interact(pressed=None)
        gesture.cancel(self._moved)
        return True

    # Zoom and pan: only where the axes are numbers that the figure lets one choose

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.session.clock.input()
        steps = event.angleDelta().y() / 120.0
        position = event.position()
        layout = self.layout_of_figure
        if not steps:
            event.ignore()
            return
        if self.figure.scrolls:
            self.scrolled.emit(-steps)
        elif layout.plot.contains(position.x(), position.y()):
            self.choose(zoomed(self.figure, self.view, layout.to_data(position.x(), position.y()), steps))
        else:
            event.ignore()
            return
        event.accept()

    def choose(self, view: View | None) -> None:
        """Show these limits, chosen by hand."""
        if view is not None:
            self.session.keep_view(self.plot.key, view)
            self.renew()

    # Keys

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._focus_first()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._let_go()
        self._interact(focus=None)
        self.setAccessibleName(self.plot.said)
        self.update()

    def _focus_first(self) -> None:
        """Let the keys act on the held handle, and say its name to a screen reader."""
        held = moves.held_handle(self.session.state, self.figure)
        self._interact(focus=WHOLE if held is None else held.id)
        if held is not None:
            self.setAccessibleName(say("{card}: {handle}", card=self.plot.said, handle=held.name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.session.clock.input()
        key = event.key()
        if key == Qt.Key.Key_Escape and self.cancel():
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enlarge_asked.emit(self.plot.key)
            return
        if key == Qt.Key.Key_Menu or (key == Qt.Key.Key_F10 and event.modifiers() == gestures.SHIFT):
            self.open_menu()
            return
        move = key_move(self.session.state, self.figure, event)
        if move is None:
            super().keyPressEvent(event)
            return
        self.session.perform(move)
        self._focus_first()

    # Words

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.open_menu()
        else:
            self._pop_up(QPointF(event.pos()), self.aim.class_index(QPointF(event.pos())))

    def open_menu(self) -> None:
        """Open the menu of the card at the handle that keys act on."""
        held = moves.held_handle(self.session.state, self.figure)
        layout = self.layout_of_figure
        place = layout.to_pixels(held.place) if held is not None else layout.plot.centre
        self._pop_up(QPointF(*place), class_of(held))

    def _pop_up(self, position: QPointF, class_index: int | None) -> None:
        if self._gesture is not None or (self._menu is not None and self._menu.isVisible()):
            return
        if self._menu is not None:
            self._menu.deleteLater()
        from explorer.ui.cards.menu import card_menu  # not needed to show the window

        self._menu = card_menu(self, class_index)
        self._menu.popup(self.mapToGlobal(position.toPoint()))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _tell(self, position: QPoint, screen: QPoint) -> None:
        QToolTip.showText(screen, self.tip_at(QPointF(position)), self)

    def tip_at(self, at: QPointF) -> str:
        """Return what a text means, the whole of one that is cut, else of a handle what it is.

        Of a handle nothing while the reading lens says as much.
        """
        from explorer.ui.cards.words import cut_at, tip_at  # not needed to show the window

        if self.aim.title(at) is not None:
            return say("Choose another class for this axis")
        meaning = tip_at(self.layout_of_figure, at.x(), at.y())
        cut = cut_at(self.figure, QRectF(self.rect()), self.theme, self.ui_scale, at)
        handle = self.aim.handle(at) if self.lens() is None and not meaning else None
        words = handle.tip if handle is not None else meaning
        return words if cut in words else "\n".join(filter(None, (cut, words)))
