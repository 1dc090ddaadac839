"""A figure on screen: paints it, and turns pointer and keys on its handles into moves."""

from __future__ import annotations

import logging
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from explorer.paint.painter import paint
from explorer.paint.underlay import Underlay
from explorer.plots import moves
from explorer.plots.figure import Axis, Figure, Handle, Interaction, View
from explorer.plots.layout import Layout, clamp
from explorer.ui.ground import draw_ground
from explorer.ui.keys import handle_key, target_key
from explorer.ui.zoom import panned, zoomed

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from explorer.paint.theme import Theme
    from explorer.plots import Plot
    from explorer.ui.session import Session

log = logging.getLogger(__name__)

CLICK_DISTANCE = 5.0  # logical pixels within which a press and release are a click
GROWTH_INTERVAL = 0.12  # seconds between two steps of an axis while the pointer is outside the plot
GROWTH_REACH = 12.0  # pixels outside the plot that count then
CURSORS = {"x": Qt.CursorShape.SizeHorCursor, "y": Qt.CursorShape.SizeVerCursor}


class Canvas(QWidget):
    """One card's picture and its handles.

    Nothing is computed before it is painted, so a card that is hidden costs nothing, and however
    many moves arrive between two frames the losses are evaluated once.
    """

    enlarge_asked = Signal(str)

    def __init__(self, session: Session, plot: Plot, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.plot = plot
        self.theme = theme
        self.ui_scale = 1.0
        self._underlay = Underlay(draw_ground)
        self._figure: Figure | None = None
        self._layout: Layout | None = None
        self._interaction = Interaction()
        self._press: QPointF | None = None
        self._offset = QPointF()
        self._moved = False
        self._panning: View | None = None
        self._grown_at = 0.0
        self._pending: QPointF | None = None
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
        session.changed.connect(self._outdated)

    # Showing

    @property
    def figure(self) -> Figure:
        """The figure of the session's state, made when it is first asked for after a change."""
        if self._figure is None:
            self._figure = self._made()
            self._layout = None
            chosen = self._view().chosen if self.plot.key in self.session.views else False
            self.session.keep_view(self.plot.key, _view_of(self._figure, chosen))
            self.setAccessibleDescription(self._figure.description)
        return self._figure

    def _made(self) -> Figure:
        """Make the figure; a plot that fails says so on its card and leaves the rest alive."""
        try:
            return self.plot.figure(self.session.state)
        except Exception as error:
            return self._failed(error)

    def _failed(self, error: Exception) -> Figure:
        """Make the figure of a card that failed, and keep the traceback in the log."""
        log.exception("the card %r failed", self.plot.key)
        axis = Axis(low=0.0, high=1.0)
        note = f"This card failed: {type(error).__name__}: {error}. Undo, or go to another sample."
        return Figure(key=self.plot.key, title=self.plot.title, x=axis, y=axis, note=note)

    @property
    def layout_of_figure(self) -> Layout:
        """Where the figure's parts are, in logical pixels of this widget."""
        figure = self.figure
        if self._layout is None:
            self._layout = Layout(figure, float(self.width()), float(self.height()), self.ui_scale)
        return self._layout

    def set_scale(self, scale: float) -> None:
        """Draw larger or smaller from the next frame on; 1 is the usual size."""
        self.ui_scale = scale
        self._layout = None
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from the next frame on."""
        self.theme = theme
        self.update()

    def renew(self) -> None:
        """Make the figure anew with the next frame, as after a change of the state."""
        self._outdated()

    def _outdated(self) -> None:
        self._figure = None
        if self.isVisible():
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        answers = self._figure is None
        painter = QPainter(self)
        try:  # Qt aborts the program when a painter outlives its widget's paint event
            self._paint(painter)
        finally:
            painter.end()
        if answers:
            self.session.clock.paint()

    def _paint(self, painter: QPainter) -> None:
        """Draw the figure; an error that left this method would make the next override crash Qt."""
        area, interaction = QRectF(self.rect()), self._shown_interaction()
        try:
            paint(self.figure, painter, area, self.theme, self.ui_scale, interaction, self._underlay)
        except Exception as error:
            self._figure = self._failed(error)
            paint(self._figure, painter, area, self.theme, self.ui_scale, Interaction(), self._underlay)

    def _shown_interaction(self) -> Interaction:
        return self._interaction if self.hasFocus() else replace(self._interaction, focus=None)

    def resizeEvent(self, event: QEvent) -> None:
        self._layout = None

    def _interact(self, **changes: str | None) -> None:
        interaction = replace(self._interaction, **changes)
        if interaction != self._interaction:
            self._interaction = interaction
            self.update()

    def _handle(self, identity: str | None) -> Handle | None:
        return next((handle for handle in self.figure.handles if handle.id == identity), None)

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.session.clock.input()
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        position = event.position()
        layout = self.layout_of_figure
        handle = layout.hit(position.x(), position.y())
        self._press, self._moved, self._pending = position, False, None
        if handle is None:
            self._panning = self._view() if layout.plot.contains(position.x(), position.y()) else None
            return
        x, y = layout.to_pixels(handle.place)
        keeps_offset = handle.shape not in ("chip", "dot")
        self._offset = QPointF(x, y) - position if keeps_offset else QPointF()
        self._interact(pressed=handle.id, focus=None)
        self._go(moves.grab(self.session.state, handle.id))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        if self._press is None:
            self._hover(position)
            return
        self.session.clock.input()
        if not self._moved and (position - self._press).manhattanLength() < CLICK_DISTANCE:
            return
        if not self._moved:
            self._moved = True
            if self._interaction.pressed is not None:
                self.session.begin("Drag")
        self._pending = position
        if not self._flush.isActive():
            self._flush.start()

    def _move_now(self) -> None:
        """Carry out the latest move: those between two frames become one edit."""
        position, self._pending = self._pending, None
        if position is None or self._press is None:
            return
        pressed = self._interaction.pressed
        if pressed is None:
            self._pan(position)
            return
        state = self.session.state
        self.session.perform(moves.move(state, pressed, self._data_position(position + self._offset)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.session.clock.input()
        if event.button() != Qt.MouseButton.LeftButton or self._press is None:
            return
        pressed, moved = self._interaction.pressed, self._moved
        if self._pending is not None:
            self._move_now()
        self._press, self._panning = None, None
        self._interact(pressed=None)
        if pressed is not None and moved:
            self.session.end()
        elif pressed is not None:
            self.session.perform(moves.click(self.session.state, pressed))
        self._hover(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        layout = self.layout_of_figure
        if layout.hit(position.x(), position.y()) is not None:
            self.mousePressEvent(event)
        elif layout.plot.contains(position.x(), position.y()):
            self.session.fit(self.plot.key)
        else:
            self.enlarge_asked.emit(self.plot.key)

    def leaveEvent(self, event: QEvent) -> None:
        self._interact(hover=None)

    def _hover(self, position: QPointF) -> None:
        handle = self.layout_of_figure.hit(position.x(), position.y())
        self._interact(hover=handle.id if handle else None)
        self.setCursor(_cursor(handle))

    def _data_position(self, position: QPointF) -> tuple[float, float]:
        """Where a pixel is in the figure's units, held to the plot, which then grows by steps."""
        layout = self.layout_of_figure
        pressed = self._handle(self._interaction.pressed)
        share = layout.share_of_chip(pressed, position.x()) if pressed is not None else None
        if share is not None:
            return share, layout.to_data(position.x(), position.y())[1]
        bounds = layout.plot
        if not bounds.contains(position.x(), position.y()):
            now = perf_counter()
            if now - self._grown_at >= GROWTH_INTERVAL:
                self._grown_at = now
                bounds = bounds.grown(GROWTH_REACH)
        x = clamp(position.x(), bounds.x, bounds.right)
        return layout.to_data(x, clamp(position.y(), bounds.y, bounds.bottom))

    def cancel(self) -> bool:
        """Leave a gesture under way and put back what was there; say whether there was one."""
        if self._press is None:
            return False
        dragging = self._moved and self._interaction.pressed is not None
        self._press, self._pending, self._panning = None, None, None
        self._interact(pressed=None)
        if dragging:
            self.session.cancel()
        return True

    # Zoom and pan: only where the axes are numbers that the figure lets one choose

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.session.clock.input()
        steps = event.angleDelta().y() / 120.0
        position = event.position()
        layout = self.layout_of_figure
        if not steps or not layout.plot.contains(position.x(), position.y()):
            event.ignore()
            return
        view = zoomed(self.figure, self._view(), layout.to_data(position.x(), position.y()), steps)
        self._choose(view)
        event.accept()

    def _pan(self, position: QPointF) -> None:
        if self._panning is None or self._press is None:
            return
        layout = self.layout_of_figure
        from_x, from_y = layout.to_data(self._press.x(), self._press.y())
        to_x, to_y = layout.to_data(position.x(), position.y())
        self._choose(panned(self.figure, self._panning, (from_x - to_x, from_y - to_y)))

    def _choose(self, view: View | None) -> None:
        if view is not None:
            self.session.keep_view(self.plot.key, view)
            self._outdated()

    def _view(self) -> View:
        return self.session.views.get(self.plot.key) or _view_of(self.figure, chosen=False)

    # Keys

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._focus_first()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._interact(focus=None)
        self.update()

    def _focus_first(self) -> None:
        held = moves.held_handle(self.session.state, self.figure)
        if held is not None:
            self._interact(focus=held.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.session.clock.input()
        if event.key() == Qt.Key.Key_Escape and self.cancel():
            return
        state = self.session.state
        held = moves.held_handle(state, self.figure)
        move = None
        if held is not None:
            move = handle_key(state, held, event) or target_key(state, held, event)
        if move is None:
            super().keyPressEvent(event)
            return
        self._go(move)
        self._focus_first()

    def _go(self, move: moves.Move | None) -> None:
        self.session.perform(move)

    # Words

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _tell(self, position: QPoint, screen: QPoint) -> None:
        handle = self.layout_of_figure.hit(position.x(), position.y())
        QToolTip.showText(screen, handle.tip if handle else "", self)


def _view_of(figure: Figure, chosen: bool) -> View:
    return View((figure.x.low, figure.x.high), (figure.y.low, figure.y.high), chosen)


def _cursor(handle: Handle | None) -> Qt.CursorShape:
    if handle is None:
        return Qt.CursorShape.ArrowCursor
    if handle.shape in ("chip", "dot"):
        return Qt.CursorShape.PointingHandCursor
    return CURSORS.get(handle.axis, Qt.CursorShape.SizeAllCursor)
