"""Arrays of numbers as Qt's shapes, without a Python object for each point.

Qt's primitives are rows of doubles in memory (QPointF 2, QLineF and QRectF 4), so a contiguous
float64 array is handed over by its address. Measured: 130 points 2 us instead of 55 us.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shiboken6
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPolygonF

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter


def _wrapped(rows: np.ndarray, kind: type[QLineF] | type[QPointF] | type[QRectF]) -> Any:
    return shiboken6.wrapInstance(rows.ctypes.data, kind)


def in_rows(*columns: np.ndarray) -> np.ndarray:
    """Return columns as one contiguous array; several times faster than np.stack when short."""
    rows = np.empty((len(columns[0]), len(columns)))
    for index, column in enumerate(columns):
        rows[:, index] = column
    return rows


def draw_lines(painter: QPainter, x0: np.ndarray, y0: np.ndarray, x1: np.ndarray, y1: np.ndarray) -> None:
    """Draw separate strokes in the current pen; strokes with a NaN are left out."""
    rows = _finite(in_rows(x0, y0, x1, y1))
    if len(rows):
        painter.drawLines(_wrapped(rows, QLineF), len(rows))


def draw_rectangles(painter: QPainter, rows: np.ndarray) -> None:
    """Draw rectangles from an (n, 4) array of x, y, width, height in the current pen and brush."""
    rows = _finite(np.ascontiguousarray(rows, dtype=np.float64))
    if len(rows):
        painter.drawRects(_wrapped(rows, QRectF), len(rows))


def draw_dots(painter: QPainter, x: np.ndarray, y: np.ndarray) -> None:
    """Draw dots as wide as the current pen, which must have a round cap."""
    rows = _finite(in_rows(x, y))
    if len(rows):
        painter.drawPoints(_wrapped(rows, QPointF), len(rows))


def draw_curve(painter: QPainter, x: np.ndarray, y: np.ndarray) -> None:
    """Draw a curve in the current pen, broken at NaN.

    Points that a straight stroke would meet anyway are left out: a joined curve of a quarter of
    the points costs less than separate segments of all, and has no seams.
    """
    for part_x, part_y in unbroken(x, y):
        painter.drawPolyline(polygon(*straightened(part_x, part_y)))


def straightened(x: np.ndarray, y: np.ndarray, tolerance: float = 0.08) -> tuple[np.ndarray, np.ndarray]:
    """Leave out points of a smooth curve whose absence moves it less than `tolerance` pixels.

    A chord over k steps of second difference d leaves the curve by k^2 d / 8, so points are kept
    as densely as sqrt(d / (8 tolerance)) says; corners and ends are always kept.
    """
    if len(x) < 8:
        return x, y
    bend = np.hypot(x[:-2] - 2 * x[1:-1] + x[2:], y[:-2] - 2 * y[1:-1] + y[2:])
    passed = np.floor(np.cumsum(np.sqrt(bend / (8 * tolerance))))
    kept = np.ones(len(x), dtype=bool)
    kept[1] = passed[0] > 0
    kept[2:-1] = passed[1:] > passed[:-1]
    return x[kept], y[kept]


def polygon(x: np.ndarray, y: np.ndarray) -> QPolygonF:
    """Return points as a polygon, filled through its memory."""
    made = QPolygonF()
    made.resize(len(x))
    if len(x):
        # the stubs of shiboken and of QPolygonF.data do not know that this is an address
        memory: Any = shiboken6.VoidPtr(made.data(), 16 * len(x), True)  # type: ignore[call-arg, arg-type]
        rows = np.frombuffer(memory, dtype=np.float64).reshape(-1, 2)
        rows[:, 0], rows[:, 1] = x, y
    return made


def unbroken(x: np.ndarray, y: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
    """Split a curve at NaN into parts of at least two points."""
    whole = np.isfinite(x) & np.isfinite(y)
    if whole.all():
        return [(x, y)] if len(x) > 1 else []
    borders = np.flatnonzero(np.diff(np.concatenate(([0], whole.view(np.int8), [0]))))
    parts = zip(borders[::2], borders[1::2], strict=True)
    return [(x[start:end], y[start:end]) for start, end in parts if end - start > 1]


def thinned(x: np.ndarray, y: np.ndarray, width: float) -> tuple[np.ndarray, np.ndarray]:
    """Keep of a long curve the lowest and highest point of each pixel column.

    x, y: pixels; width: of the plot. Curves of at most three points a pixel stay as they are, and
    so do those that do not run from left to right.
    """
    columns = max(int(width), 1)
    if len(x) <= 3 * columns or not np.all(np.diff(x) >= 0):
        return x, y
    size = -(-len(x) // columns)
    whole = len(x) // size * size
    blocks = y[:whole].reshape(-1, size)
    if np.isnan(blocks).any():
        return x, y
    starts = np.arange(len(blocks)) * size
    extremes = starts + blocks.argmin(1), starts + blocks.argmax(1)
    kept = np.concatenate((*extremes, [0], np.arange(whole, len(x))))
    order = np.unique(kept)
    return x[order], y[order]


def _finite(rows: np.ndarray) -> np.ndarray:
    whole = np.isfinite(rows)
    return rows if whole.all() else np.ascontiguousarray(rows[whole.all(axis=1)])
