"""The overview of very many bars in a band: filled columns, strong strokes and a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF

from explorer.paint.curves import polygon
from explorer.paint.strokes import draw_rectangles
from explorer.plots.layout import Box

if TYPE_CHECKING:
    from explorer.paint.surface import Surface
    from explorer.plots.figure import Strip

STROKE: Final = 2.0  # width of a marked column
FLAG: Final = 4.0  # half width of the triangle above it
HELD: Final = 5.0  # width of the held column's band
LEAST_WINDOW: Final = 4.0  # width of the frame, however little it shows


def draw_strip(surface: Surface, mark: Strip) -> None:
    """Draw an overview."""
    box = surface.layout.strip(mark)
    if mark.held is not None:
        surface.fill("line")
        middle = _middles(box, mark, np.array([mark.held]))[0]
        surface.pill(Box(middle - HELD / 2, box.y, HELD, box.height), 2.0)
    _columns(surface, box, mark)
    surface.stroke("ink", 1.2)
    zero = (np.floor(_heights(box, mark, np.zeros(1))[0] * surface.ratio) + 0.5) / surface.ratio
    surface.painter.drawLine(QPointF(box.x, zero), QPointF(box.right, zero))
    _marked(surface, box, mark)
    if mark.window is not None:
        first, last = mark.window
        width = max((last - first) * box.width, LEAST_WINDOW)
        left = min(box.x + first * box.width, box.right - width)
        surface.stroke("ink", 1.2)
        surface.pill(Box(left, box.y, width, box.height), 2.0)


def _columns(surface: Surface, box: Box, mark: Strip) -> None:
    """Fill every column, on pixel borders so that neighbours leave no seam."""
    borders = box.x + box.width * np.arange(len(mark.low) + 1) / len(mark.low)
    np.rint(borders * surface.ratio, out=borders)
    borders /= surface.ratio
    top, bottom = _heights(box, mark, mark.high), _heights(box, mark, mark.low)
    rows = np.stack((borders[:-1], top, np.diff(borders), bottom - top), axis=1)
    surface.fill("neg")
    draw_rectangles(surface.painter, rows)


def _marked(surface: Surface, box: Box, mark: Strip) -> None:
    if not len(mark.marked):
        return
    middles = _middles(box, mark, mark.marked)
    top, bottom = _heights(box, mark, mark.marked_high), _heights(box, mark, mark.marked_low)
    rows = np.stack((middles - STROKE / 2, top, np.full_like(middles, STROKE), bottom - top), axis=1)
    surface.fill("pos")
    draw_rectangles(surface.painter, rows)
    if mark.flagged:
        flag = np.array([-FLAG - 6j, FLAG - 6j, 0j])
        for middle in middles.tolist():
            surface.painter.drawConvexPolygon(polygon(flag + middle + box.y * 1j))


def _middles(box: Box, mark: Strip, columns: np.ndarray) -> np.ndarray:
    middles: np.ndarray = box.x + box.width * (columns + 0.5) / len(mark.low)
    return middles


def _heights(box: Box, mark: Strip, values: np.ndarray) -> np.ndarray:
    low, high = mark.limits
    heights: np.ndarray = box.bottom - (values - low) * (box.height / (high - low))
    return heights
