"""A figure on screen: paints it, and turns pointer and keys on its handles into moves."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from explorer.paint.painter import paint, paint_over
from explorer.paint.underlay import Underlay
from explorer.plots import moves, numbers
from explorer.plots.crosshair import crosshair
from explorer.plots.figure import Axis, Figure, Interaction, View
from explorer.plots.lens import lens
from explorer.plots.pointing import class_of
from explorer.ui import gestures
from explorer.ui.aiming import Aim, cursor_of
from explorer.ui.card_menu import card_menu
from explorer.ui.focus import draw_ring
from explorer.ui.ground import draw_ground
from explorer.ui.kept import Kept
from explorer.ui.keys import key_move
from explorer.ui.zoom import zoomed

if TYPE_CHECKING:
    from collections.abc import Hashable

    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QMenu

    from explorer.paint.axes import AxisName
    from explorer.paint.theme import Theme
    from explorer.plots import Plot
    from explorer.plots.figure import Mark
    from explorer.plots.layout import Layout
    from explorer.plots.lens import Lens
    from explorer.ui.gestures import Gesture
    from explorer.ui.session import Session

log = logging.getLogger(__name__)

WHOLE = "card"  # what has the focus where there is no handle
FOCUS_INSET, FOCUS_RADIUS = 7.0, 3.0  # of the shape that the ring goes round, inside the card's frame
CLICK_DISTANCE = 5.0  # logical pixels within which a press and release are a click


class Canvas(QWidget):
    """One card's picture and its handles.

    Nothing is computed before it is painted, so a card that is hidden costs nothing, and however
    many moves arrive between two frames the losses are evaluated once. What is pointed at elsewhere is
    drawn over a kept picture: a pointer that moves makes no figure.
    `said` carries small news, `scrolled` turns of the wheel over a list.
    """

    enlarge_asked = Signal(str)
    said = Signal(str)
    scrolled = Signal(float)

    def __init__(self, session: Session, plot: Plot, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.plot = plot
        self.theme = theme
        self.ui_scale = 1.0
        self._underlay = Underlay(draw_ground)
        self._kept = Kept()
        self._marks: tuple[Mark, ...] = ()
        self._lit: AxisName | None = None
        self._figure: Figure | None = None
        self._about: Hashable = None  # what the figure depends on
        self._fails = False
        self._awaited = False
        self._aim: Aim | None = None
        self._interaction = Interaction()
        self._gesture: Gesture | None = None
        self._press = QPointF()
        self._moved = False
        self._pending: QPointF | None = None
        self._menu: QMenu | None = None
        self._flush = QTimer(self)
        self._flush.setInterval(0)
        self._flush.setSingleShot(True)
        self._flush.timeout.connect(self._move_now)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(QSize(80, 60))
        self.setAccessibleName(plot.title)
        session.changed.connect(self._changed)
        session.pointed.connect(self._pointed)

    # Showing

    @property
    def figure(self) -> Figure:
        """The figure of the session's state, made when it is first asked for after a change."""
        if self._figure is None:
            self._figure = self._made()
            self._aim = None
            chosen = self.view.chosen if self.plot.key in self.session.views else False
            self.session.keep_view(self.plot.key, _view_of(self._figure, chosen))
            self._about = self._depends()
            self.setAccessibleDescription(self._figure.description)
        return self._figure

    def _made(self) -> Figure:
        """Make the figure; a plot that fails says so on its card and leaves the rest alive."""
        self._fails = False
        try:
            return self.plot.figure(self.session.state)
        except Exception as error:
            return self._failed(error)

    def _failed(self, error: Exception) -> Figure:
        """Make the figure of a card that failed, and keep the traceback in the log."""
        log.exception("the card %r failed", self.plot.key)
        self._fails = True
        axis = Axis(low=0.0, high=1.0)
        note = f"This card failed: {type(error).__name__}: {error}. Undo, or go to another sample."
        return Figure(key=self.plot.key, title=self.plot.title, x=axis, y=axis, note=note)

    @property
    def aim(self) -> Aim:
        """What each pixel of this widget points at."""
        figure = self.figure
        if self._aim is None:
            size = float(self.width()), float(self.height())
            self._aim = Aim(figure, *size, self.ui_scale, len(self.session.state.sample.classes))
        return self._aim

    @property
    def layout_of_figure(self) -> Layout:
        """Where the figure's parts are, in logical pixels of this widget."""
        return self.aim.layout

    def set_scale(self, scale: float) -> None:
        """Draw larger or smaller from the next frame on; 1 is the usual size."""
        self.ui_scale = scale
        self._aim = None
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from the next frame on."""
        self.theme = theme
        self.update()

    def renew(self) -> None:
        """Make the figure anew with the next frame."""
        self._figure = None
        if self.isVisible():
            self._awaited = True
            self.session.clock.expect()
            self.update()

    def _depends(self) -> Hashable:
        """Return what the figure is about, and how its numbers are written."""
        return self.plot.depends(self.session.state), numbers.current()

    def _changed(self) -> None:
        """Make the figure anew where it is about what has changed; else look at what lies over it."""
        if self._figure is None or self._fails or self._about != self._depends():
            self.renew()
        else:
            self._pointed()

    def paintEvent(self, event: QPaintEvent) -> None:
        answers, self._awaited = self._awaited, False
        painter = QPainter(self)
        try:  # Qt aborts the program when a painter outlives its widget's paint event
            self._paint(painter)
            self._ring(painter)
        finally:
            painter.end()
        if answers:
            self.session.clock.paint()

    def _ring(self, painter: QPainter) -> None:
        """Show that the keyboard is in a card that has nothing to hold."""
        if self._interaction.focus == WHOLE and self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            inside = QRectF(self.rect()).adjusted(*(FOCUS_INSET * side for side in (1, 1, -1, -1)))
            draw_ring(painter, inside, FOCUS_RADIUS, self.theme)

    def _paint(self, painter: QPainter) -> None:
        """Draw the figure; an error that left this method would make the next override crash Qt."""
        area = QRectF(self.rect())
        try:
            self._marks = self._marks_now()
            marks = (*self._marks, *(self._gesture.marks() if self._gesture else ()))
            if marks or self._lit:
                self._kept.draw(painter, area, self._paint_figure, self._shows())
                paint_over(marks, self.figure, painter, area, self.theme, self.ui_scale, self._lit)
            else:
                self._kept.forget()
                self._paint_figure(painter)
        except Exception as error:
            self._figure = self._failed(error)
            paint(self._figure, painter, area, self.theme, self.ui_scale, Interaction(), self._underlay)

    def _paint_figure(self, painter: QPainter) -> None:
        area, interaction = QRectF(self.rect()), self._shown_interaction()
        paint(self.figure, painter, area, self.theme, self.ui_scale, interaction, self._underlay)

    def _shows(self) -> tuple[object, ...]:
        """Return all that the figure's picture depends on, beside the device."""
        return self.figure, self.theme, self.ui_scale, self._shown_interaction()

    def _shown_interaction(self) -> Interaction:
        return self._interaction if self.hasFocus() else replace(self._interaction, focus=None)

    def resizeEvent(self, event: QEvent) -> None:
        self._aim = None

    def hideEvent(self, event: QEvent) -> None:
        self._let_go()

    def _interact(self, **changes: str | None) -> None:
        interaction = replace(self._interaction, **changes)
        if interaction != self._interaction:
            self._interaction = interaction
            self.update()

    # What is pointed at, here and in other cards

    def _marks_now(self) -> tuple[Mark, ...]:
        return crosshair(self.session.state, self.figure, self.session.pointer)

    def _pointed(self) -> None:
        """Paint again where the marks are others; a card that has no figure yet will be painted anyway."""
        if self._figure is not None and self.isVisible() and self._marks_now() != self._marks:
            self.update()

    def lens(self) -> Lens | None:
        """Return what the reading lens says of the place that is pointed at in this card."""
        pointer = self.session.pointer
        if pointer is None or pointer.key != self.plot.key or self._gesture is not None:
            return None
        return lens(self.session.state, self.figure, pointer.x, pointer.y)

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

    def _let_go(self) -> None:
        """End a drag here: hidden, or with the pointer at a menu, no release would ever come."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            self._pending = None
            self._interact(pressed=None)
            if self._moved:
                gesture.end(moved=True)

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

    @property
    def view(self) -> View:
        """The limits that the card keeps."""
        return self.session.views.get(self.plot.key) or _view_of(self.figure, chosen=False)

    # Keys

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._focus_first()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._let_go()
        self._interact(focus=None)
        self.setAccessibleName(self.plot.title)
        self.update()

    def _focus_first(self) -> None:
        """Let the keys act on the held handle, and say its name to a screen reader."""
        held = moves.held_handle(self.session.state, self.figure)
        self._interact(focus=WHOLE if held is None else held.id)
        if held is not None:
            self.setAccessibleName(f"{self.plot.title}: {held.name}")

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
        self._menu = card_menu(self, class_index)
        self._menu.popup(self.mapToGlobal(position.toPoint()))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _tell(self, position: QPoint, screen: QPoint) -> None:
        """Show the tool tip of a handle, unless the reading lens says as much."""
        side = self.aim.title(QPointF(position))
        handle = self.aim.handle(QPointF(position)) if side is None and self.lens() is None else None
        words = "Choose another class for this axis" if side is not None else ""
        QToolTip.showText(screen, handle.tip if handle else words, self)


def _view_of(figure: Figure, chosen: bool) -> View:
    return View((figure.x.low, figure.x.high), (figure.y.low, figure.y.high), chosen)
