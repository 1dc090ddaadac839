"""Arrays of numbers as Qt's shapes, without a Python object for each point.

Qt's primitives are rows of doubles in memory (QPointF 2, QLineF and QRectF 4), so a contiguous
float64 array is handed over by its address. Measured: 130 points 2 us instead of 55 us.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shiboken6
from PySide6.QtCore import QLineF, QPointF, QRectF

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


def draw_stroke_rows(painter: QPainter, rows: np.ndarray) -> None:
    """Draw separate strokes from a contiguous (n, 2) array of finite points x + iy."""
    if len(rows):
        painter.drawLines(_wrapped(rows, QLineF), len(rows))


def _finite(rows: np.ndarray) -> np.ndarray:
    whole = np.isfinite(rows)
    return rows if whole.all() else np.ascontiguousarray(rows[whole.all(axis=1)])
