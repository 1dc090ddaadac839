"""What a press on a canvas begins: a drag of a handle, a rubber band, a choice of classes, a pan.

A gesture lives from press to release. `begin` chooses it; the canvas tells it of moves, at most one
a frame, and of its end.
"""

from __future__ import annotations

from math import isfinite
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Qt

from explorer.plots import moves, selection
from explorer.plots.figure import Rectangles, Unit
from explorer.plots.layout import clamp
from explorer.plots.names import NARROW_COLUMNS
from explorer.plots.ranking import ranking
from explorer.ui.cards.zoom import panned
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.plots.figure import Handle, Mark
    from explorer.study.state import State
    from explorer.ui.cards.canvas import Canvas

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
EDITOR = "logits"
GROWTH_INTERVAL = 0.12  # seconds between two steps of an axis while the pointer is outside the plot
GROWTH_REACH = 12.0  # pixels outside the plot that count then


class Gesture:
    """One gesture on a canvas. By itself it does nothing: a press beside everything.

    pressed: id of the handle that it holds.
    """

    pressed: str | None = None

    def __init__(self, canvas: Canvas, start: QPointF) -> None:
        self.canvas = canvas
        self.start = start

    def first_move(self) -> None:
        """The pointer has left the place of the press."""

    def move(self, position: QPointF) -> None:
        """The pointer is somewhere else."""

    def end(self, moved: bool) -> None:
        """The button is released; moved: whether the pointer ever left the place of the press."""

    def cancel(self, moved: bool) -> None:
        """Put back what was there before."""

    def marks(self) -> tuple[Mark, ...]:
        """Return what lies over the figure meanwhile."""
        return ()


class Drag(Gesture):
    """A handle that follows the pointer, from where it is.

    One outside the limits is seen at the plot's edge, and moves from its value all the same. At a later step
    of a descent the first move goes to step 0; where that has other limits, as after a copy that diverged,
    the handle is taken hold of anew.
    """

    def __init__(self, canvas: Canvas, start: QPointF, handle: Handle) -> None:
        super().__init__(canvas, start)
        self.pressed = handle.id
        self._handle = handle
        self._keeps_offset = handle.shape not in ("chip", "dot") and handle.reach != "plot"
        self._offset, self._beyond = QPointF(), (0.0, 0.0)
        self._hold_at(start)
        self._again = self._beyond != (0.0, 0.0) or canvas.session.state.look.time > 0
        self._grown_at = 0.0
        canvas.session.perform(moves.grab(canvas.session.state, handle.id))

    def first_move(self) -> None:
        self.canvas.session.begin(say("Drag"))

    def move(self, position: QPointF) -> None:
        session, place = self.canvas.session, self._place(position + self._offset)
        if session.in_gesture:  # else an undo took the drag back: it is over
            session.perform(moves.move(session.state, self.pressed or "", place))
            if self._again:
                self._again = False
                self._hold_at(position)

    def _hold_at(self, position: QPointF) -> None:
        """Remember how far from the pointer the handle is: in pixels, and by how much it is out of sight."""
        found = (each for each in self.canvas.figure.handles if each.id == self.pressed)
        handle = next(found, None)
        if handle is None or not self._keeps_offset:
            return
        layout, place = self.canvas.layout_of_figure, handle.place
        x, y = layout.to_pixels(place)
        self._offset = QPointF(x, y) - position
        seen = layout.to_data(x - place.dx * layout.scale, y - place.dy * layout.scale)
        self._beyond = (_out(place.x, seen[0], place.across), _out(place.y, seen[1], place.up))

    def _place(self, position: QPointF) -> tuple[float, float]:
        """Where a pixel is in the figure's units, held to the plot, which then grows by steps."""
        layout = self.canvas.layout_of_figure
        share = layout.share_of_chip(self._handle, position.x())
        if share is not None:
            return share, layout.to_data(position.x(), position.y())[1]
        bounds = layout.plot
        if not bounds.contains(position.x(), position.y()):
            now = perf_counter()
            if now - self._grown_at >= GROWTH_INTERVAL:
                self._grown_at = now
                bounds = bounds.grown(GROWTH_REACH)
        x = clamp(position.x(), bounds.x, bounds.right)
        at_x, at_y = layout.to_data(x, clamp(position.y(), bounds.y, bounds.bottom))
        return at_x + self._beyond[0], at_y + self._beyond[1]

    def end(self, moved: bool) -> None:
        session = self.canvas.session
        if moved:
            session.end()
        elif self._handle.reach == "plot":
            session.perform(moves.move(session.state, self.pressed or "", self._place(self.start)))
        else:
            session.perform(moves.click(session.state, self.pressed or ""))

    def cancel(self, moved: bool) -> None:
        if moved:
            self.canvas.session.cancel()


def _out(value: float, seen: float, unit: Unit) -> float:
    """Return how far a value lies beyond the limit at which it is seen; 0 for one in sight, or for none."""
    apart = value - seen
    return apart if unit is Unit.DATA and isfinite(apart) and abs(apart) > 1e-6 * (1.0 + abs(seen)) else 0.0


class Pan(Gesture):
    """Moves the limits of the card; a press and release in place holds the class there."""

    def __init__(self, canvas: Canvas, start: QPointF, class_index: int | None) -> None:
        super().__init__(canvas, start)
        self._view = canvas.view
        self._class = class_index

    def move(self, position: QPointF) -> None:
        layout = self.canvas.layout_of_figure
        from_x, from_y = layout.to_data(self.start.x(), self.start.y())
        to_x, to_y = layout.to_data(position.x(), position.y())
        self.canvas.choose(panned(self.canvas.figure, self._view, (from_x - to_x, from_y - to_y)))

    def end(self, moved: bool) -> None:
        session = self.canvas.session
        if not moved and self._class is not None:
            session.perform(moves.hold(session.state, self._class))


class Extend(Gesture):
    """Shift: a click selects as far as the class, in the editor a drag all classes inside a band."""

    def __init__(self, canvas: Canvas, start: QPointF, class_index: int | None) -> None:
        super().__init__(canvas, start)
        self._class = class_index
        self._band: tuple[float, float, float, float] | None = None

    def move(self, position: QPointF) -> None:
        if self.canvas.plot.key == EDITOR:
            layout = self.canvas.layout_of_figure
            plot = layout.plot
            corners = [
                layout.to_data(clamp(at.x(), plot.x, plot.right), clamp(at.y(), plot.y, plot.bottom))
                for at in (self.start, position)
            ]
            self._band = (*corners[0], *corners[1])
            self.canvas.update()

    def end(self, moved: bool) -> None:
        state = self.canvas.session.state
        if self._band is not None:
            inside = selection.inside(self.canvas.figure, *self._band)
            if inside:
                self.canvas.session.perform(selection.select(state, inside))
        elif not moved and self._class is not None:
            self.canvas.session.perform(selection.extend(state, self._class, order_shown(state)))
        self.canvas.update()

    def cancel(self, moved: bool) -> None:
        self.canvas.update()

    def marks(self) -> tuple[Mark, ...]:
        if self._band is None:
            return ()
        x0, y0, x1, y1 = (np.array([value]) for value in self._band)
        ground = Rectangles(x0=x0, y0=y0, x1=x1, y1=y1, fill="ink", opacity=0.08)
        return ground, Rectangles(x0=x0, y0=y0, x1=x1, y1=y1, edge="ink2", dash=(3.0, 2.0))


class Toggle(Gesture):
    """Ctrl: a click adds the class to the selected ones, or takes it away."""

    def __init__(self, canvas: Canvas, start: QPointF, class_index: int) -> None:
        super().__init__(canvas, start)
        self._class = class_index

    def end(self, moved: bool) -> None:
        session = self.canvas.session
        if not moved:
            session.perform(selection.toggle(session.state, self._class))


class Pick(Gesture):
    """A click puts the class on the axis that waits for one."""

    def __init__(self, canvas: Canvas, start: QPointF, class_index: int | None) -> None:
        super().__init__(canvas, start)
        self._class = class_index

    def end(self, moved: bool) -> None:
        if self._class is not None and not moved:
            self.canvas.session.picking.take(self._class)


class Title(Gesture):
    """A click on an axis' title lets the axis wait for a class."""

    def __init__(self, canvas: Canvas, start: QPointF, axis: str) -> None:
        super().__init__(canvas, start)
        self._axis = axis

    def end(self, moved: bool) -> None:
        if not moved:
            self.canvas.session.picking.start(self._axis)


def begin(canvas: Canvas, start: QPointF, modifiers: Qt.KeyboardModifier) -> Gesture:
    """Return the gesture that a press of the left button begins at a place."""
    axis = canvas.aim.axis(start)
    if axis is not None:
        return Title(canvas, start, axis)
    handle, class_index = canvas.aim.handle(start), canvas.aim.class_index(start)
    if canvas.session.picking.axis is not None:
        return Pick(canvas, start, class_index)
    layout = canvas.layout_of_figure
    in_plot = layout.plot.contains(start.x(), start.y())
    if modifiers & SHIFT and (class_index is not None or (in_plot and canvas.plot.key == EDITOR)):
        return Extend(canvas, start, class_index)
    if modifiers & CONTROL and class_index is not None:
        return Toggle(canvas, start, class_index)
    if handle is not None:
        return Drag(canvas, start, handle)
    return Pan(canvas, start, class_index) if in_plot else Gesture(canvas, start)


def order_shown(state: State) -> Sequence[int] | None:
    """Return the classes in the order of the editor's list; None for columns, which follow the table."""
    if len(state.sample.classes) <= NARROW_COLUMNS:
        return None
    return [int(index) for index in ranking(state)]
