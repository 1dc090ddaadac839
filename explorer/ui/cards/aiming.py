"""What a pixel of a canvas points at: a handle, a class, an axis' title, a place in the figure's units."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from explorer.paint.axes import title_box
from explorer.plots.crosshair import ROWS
from explorer.plots.layout import Layout
from explorer.plots.pointing import Pointer, class_at, class_of, has_rows

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

    from explorer.paint.axes import AxisName
    from explorer.plots.figure import Figure, Handle

TITLE_REACH: Final = 4.0  # pixels round an axis' title
CURSORS: Final = {"x": Qt.CursorShape.SizeHorCursor, "y": Qt.CursorShape.SizeVerCursor}
SNAPPED: Final = ("cursor", "knob")  # shapes that are read where they stand
AXES_OF: Final[dict[tuple[str, AxisName], str]] = {
    ("slice", "x"): "slice",
    ("landscape", "x"): "across",
    ("landscape", "y"): "up",
}


class Aim:
    """A figure in a card of a size in pixels, asked about pixels.

    classes: how many there are. layout: where the figure's parts are, in pixels.
    """

    __slots__ = ("_classes", "_scale", "_unscaled", "figure", "layout")

    def __init__(self, figure: Figure, width: float, height: float, scale: float, classes: int) -> None:
        self.figure = figure
        self.layout = Layout(figure, width, height, scale)
        self._unscaled = Layout(figure, width / scale, height / scale)  # as titles are measured
        self._scale, self._classes = scale, classes

    def handle(self, at: QPointF) -> Handle | None:
        """Return the handle that a press would take."""
        return self.layout.hit(at.x(), at.y())

    def class_index(self, at: QPointF) -> int | None:
        """Return the class of the bar or chip there, else of the column or row."""
        index = class_of(self.handle(at))
        if index is None and self.layout.plot.contains(at.x(), at.y()):
            index = class_at(self.figure, *self.layout.to_data(at.x(), at.y()))
        return index if index is not None and index < self._classes else None

    def title(self, at: QPointF) -> AxisName | None:
        """Return the axis whose title is there, if a class can be chosen for it."""
        for key, side in AXES_OF:
            box = title_box(self._unscaled, side) if key == self.figure.key else None
            if box and box.grown(TITLE_REACH).contains(at.x() / self._scale, at.y() / self._scale):
                return side
        return None

    def axis(self, at: QPointF) -> str | None:
        """Return the same as one of `choices.AXES`."""
        side = self.title(at)
        return None if side is None else AXES_OF[self.figure.key, side]

    def place(self, at: QPointF) -> Pointer | None:
        """Return what the pointer points at; a coordinate beside the plot is NaN."""
        plot, handle = self.layout.plot, self.handle(at)
        area = self.layout.card if self.figure.key in ROWS else plot
        inside = area.contains(at.x(), at.y())
        if self.figure.note or not (inside or handle is not None):
            return None
        x, y = self.layout.to_data(at.x(), at.y())
        if handle is not None and handle.shape in SNAPPED:
            x, y = handle.place.x, handle.place.y if handle.axis == "both" else y
        elif not inside:
            x = x if plot.x <= at.x() <= plot.right else nan
            y = y if plot.y <= at.y() <= plot.bottom else nan
            if y != y and has_rows(self.figure):
                return None
        return Pointer(self.figure.key, x, y, self.class_index(at))


def cursor_of(handle: Handle | None) -> Qt.CursorShape:
    """Return the cursor that says how a handle moves."""
    if handle is None:
        return Qt.CursorShape.ArrowCursor
    if handle.shape in ("chip", "dot", "tile", "row"):
        return Qt.CursorShape.PointingHandCursor
    return CURSORS.get(handle.axis, Qt.CursorShape.SizeAllCursor)
