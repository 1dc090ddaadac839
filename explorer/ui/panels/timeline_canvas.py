"""The timeline's figure on screen: a cursor that is dragged through time, lanes that are chosen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QToolTip

from explorer.analysis.plans import plan_of
from explorer.paint.surface import colour
from explorer.paint.underlay import Underlay
from explorer.plots import PLACED, moves, timeline
from explorer.ui.cards.canvas import Canvas
from explorer.wording import say

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from explorer.paint.theme import Theme
    from explorer.plots.timeline import Lane
    from explorer.ui.session import Session

LATE: Final = 120  # milliseconds by which it may lag behind what is dragged elsewhere
PAGE: Final = 10  # steps
TRAVELS: Final = {Qt.Key.Key_PageUp: PAGE, Qt.Key.Key_PageDown: -PAGE}
LANE_KEYS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class TimelineCanvas(Canvas):
    """The lanes, or one row of all curves; it has no frame of its own.

    A press in the plot brings the cursor there and holds it; Esc brings it back. A press on a lane's name or
    numbers lets the cards show that loss's copy: `selected` carries its place among the shown losses.
    """

    selected = Signal(int)
    seen = Signal()  # once, when it was painted for the first time

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(session, PLACED[timeline.KEY], theme, parent)
        self.setMinimumSize(1, 1)
        self._underlay = Underlay(_fill)
        self._unseen = True
        self._time_before: int | None = None  # the step that a press found
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(LATE)
        self._late.timeout.connect(self._catch_up)
        self.scrolled.connect(self._scroll)

    @property
    def is_row(self) -> bool:
        """Whether all curves are in one row."""
        return self.plot.key != timeline.KEY

    def show_row(self, in_a_row: bool) -> None:
        """Show all curves in one row, or a lane each."""
        if in_a_row != self.is_row:
            self.plot = PLACED["timeline_row" if in_a_row else timeline.KEY]
            self.renew()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._unseen:
            self._unseen = False
            QTimer.singleShot(0, self.seen.emit)

    # What is shown may lag: a drag elsewhere is not to wait for it

    def _changed(self) -> None:
        if self.session.in_gesture and self._gesture is None:
            if not self._late.isActive():
                self._late.start()
        else:
            super()._changed()

    def _catch_up(self) -> None:
        super()._changed()

    def hideEvent(self, event: QHideEvent) -> None:  # type: ignore[override]
        self._late.stop()
        super().hideEvent(event)

    # Lanes

    def lane_at(self, position: QPointF) -> Lane | None:
        """Return the lane whose name or numbers are at a place beside the plot."""
        layout = self.layout_of_figure
        x, y = position.x(), position.y()
        beside = not layout.plot.x <= x <= layout.plot.right
        if self.is_row or self.figure.note or not beside or not layout.plot.y <= y <= layout.plot.bottom:
            return None
        state = self.session.state
        lanes = timeline.lanes_of(state)
        row = timeline.first_of(state.look, len(lanes)) + round(layout.to_data(x, y)[1])
        return lanes[row] if 0 <= row < len(lanes) else None

    def _scroll(self, lines: float) -> None:
        state = self.session.state
        self.session.show_look(timeline.scrolled(state.look, len(timeline.lanes_of(state)), lines))

    def _choose_lane(self, step: int) -> None:
        """Select the lane before or after the selected one, and bring it into sight."""
        state = self.session.state
        lanes = timeline.lanes_of(state)
        shown = timeline.shown_index(state)
        now = [place for place, lane in enumerate(lanes) if lane.index == shown]
        if lanes:
            place = min(max((now[0] if now else 0) + step, 0), len(lanes) - 1)
            self.session.show_look(timeline.in_sight(state.look, len(lanes), place))
            self.selected.emit(lanes[place].index)

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        self._time_before = self.session.state.look.time
        if event.button() == Qt.MouseButton.LeftButton and self.aim.handle(position) is None:
            lane, layout = self.lane_at(position), self.layout_of_figure
            if lane is not None:
                self.selected.emit(lane.index)
            elif layout.plot.contains(position.x(), position.y()) and self.figure.handles:
                place = layout.to_data(position.x(), position.y())
                self.session.perform(moves.move(self.session.state, timeline.TIME, place))
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def _hover(self, position: QPointF) -> None:
        super()._hover(position)
        if self.lane_at(position) is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def cancel(self) -> bool:
        """Leave the drag and go back to the step that the press found; say whether there was one."""
        was_held = self._gesture is not None
        left = super().cancel()
        if was_held and self._time_before is not None:
            self.session.look(time=self._time_before)
        return left

    # Keys and words

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, state = Qt.Key(event.key()), self.session.state
        if key in LANE_KEYS:
            self._choose_lane(LANE_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # there is no card to enlarge
        elif key in TRAVELS:
            self._go(timeline.time_of(state) + TRAVELS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else plan_of(state.look).updates)
        else:
            super().keyPressEvent(event)

    def _go(self, step: int) -> None:
        self.session.perform(timeline.at_step(self.session.state, step))
        self._focus_first()

    def _pop_up(self, position: QPointF, class_index: int | None) -> None:
        """Open the menu: whose copy the cards show, and copying the numbers."""
        if self._gesture is not None or (self._menu is not None and self._menu.isVisible()):
            return
        if self._menu is not None:
            self._menu.deleteLater()
        from explorer.ui.cards.copying import copy_numbers  # not needed to show the window

        self._menu = menu = QMenu(self)
        for lane in timeline.lanes_of(self.session.state):
            words = say("Show the copy of {loss}", loss=lane.entry.label)
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(lane.index == timeline.shown_index(self.session.state))
            action.triggered.connect(partial(self._select, lane.index))
        menu.addSeparator()
        menu.addAction(say("Copy the losses at every step"), lambda: self.said.emit(copy_numbers(self)))
        menu.popup(self.mapToGlobal(position.toPoint()))

    def _select(self, index: int, _checked: bool = True) -> None:
        self.selected.emit(index)

    def _tell(self, position: QPoint, screen: QPoint) -> None:
        lane = self.lane_at(QPointF(position))
        if lane is None:
            super()._tell(position, screen)
            return
        shown = lane.index == timeline.shown_index(self.session.state)
        words = (
            say("The bars, table, slice and sharpening show its copy")
            if shown
            else say("Click: bars, table, slice and sharpening show its copy")
        )
        QToolTip.showText(screen, f"{lane.entry.label}\n{words}", self)


def _fill(painter: QPainter, area: QRect, theme: Theme) -> None:
    """Draw the ground inside the panel's frame."""
    painter.fillRect(area, colour(theme.colour("card")))
