"""Curves in pixels: traced, thinned, straightened, and drawn as joined or as separate strokes.

A point is one complex number, x + iy, down being plus: half the calls of two arrays of floats, and
the very memory that Qt takes as points. NaN breaks a curve.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shiboken6
from PySide6.QtGui import QPolygonF

from explorer.paint.strokes import draw_stroke_rows

if TYPE_CHECKING:
    from explorer.paint.surface import Tools
    from explorer.plots.figure import Line
    from explorer.plots.layout import Frame

TOLERANCE: Final = 0.08  # pixels by which a straightened curve may leave the curve
STRAIGHT: Final = 0.9  # cosine of the sharpest turn that separate strokes pass without a gap
OVERLAP: Final = 0.25  # device pixels by which wide strokes reach into each other, to hide the seams
THIN: Final = 1.2  # strokes thinner than this have no seams


def draw_curve(tools: Tools, frame: Frame, mark: Line, plain: bool) -> None:
    """Draw a curve in the current pen; plain: it is opaque and has no dashes.

    On screens plain curves are separate strokes, which cost a third of a joined one (measured: 35
    points 13 us instead of 32); their overlaps are told from a joined curve by no eye.
    """
    rows = _strokes(mark, frame, tools.ratio) if plain and tools.raster else None
    if rows is not None:
        draw_stroke_rows(tools.painter, rows)
        return
    for part in _parts(mark, frame):
        tools.painter.drawPolyline(part)


@lru_cache(maxsize=64)
def traced(mark: Line, frame: Frame) -> np.ndarray:
    """Return the pixels of a curve that are drawn."""
    return straightened(thinned(frame.points(mark.x, mark.y), frame.width))


@lru_cache(maxsize=64)
def _parts(mark: Line, frame: Frame) -> tuple[QPolygonF, ...]:
    return tuple(polygon(part) for part in unbroken(traced(mark, frame)))


@lru_cache(maxsize=64)
def _strokes(mark: Line, frame: Frame, ratio: float) -> np.ndarray | None:
    """Return a curve as rows of strokes; None where it turns too sharply for its width."""
    points = traced(mark, frame)
    steps = points[1:] - points[:-1]
    rows = np.empty((len(steps), 2), dtype=np.complex128)
    rows[:, 0], rows[:, 1] = points[:-1], points[1:]
    if mark.width >= THIN:
        ways = steps * (1.0 / np.maximum(np.abs(steps), 1e-9))
        if (_cosines(ways) < STRAIGHT).any():
            return None
        ways *= OVERLAP / ratio
        rows[1:, 0] -= ways[1:]
        rows[:-1, 1] += ways[:-1]
    whole = np.isfinite(steps)
    return rows if whole.all() else rows[whole]


def _cosines(ways: np.ndarray) -> np.ndarray:
    """Return the cosine of each turn between neighbouring unit steps; NaN at breaks."""
    cosines: np.ndarray = (ways[1:] * ways[:-1].conj()).real
    return cosines


def straightened(points: np.ndarray, tolerance: float = TOLERANCE) -> np.ndarray:
    """Leave out points of a smooth curve whose absence moves it less than `tolerance` pixels.

    A chord over k steps of second difference d leaves the curve by k^2 d / 8, so points are kept
    as densely as sqrt(d / (8 tolerance)) says; corners, breaks and ends are always kept.
    """
    if len(points) < 8:
        return points
    steps = points[1:] - points[:-1]
    bends = np.abs(steps[1:] - steps[:-1]) / (8 * tolerance)
    bends[np.isnan(bends)] = 1.0
    passed = np.floor(np.cumsum(np.sqrt(bends)))
    kept = np.ones(len(points), dtype=bool)
    kept[1] = passed[0] > 0
    np.greater(passed[1:], passed[:-1], out=kept[2:-1])
    straight: np.ndarray = points[kept]
    return straight


def thinned(points: np.ndarray, width: float) -> np.ndarray:
    """Keep of a long curve the lowest and highest point of each pixel column.

    width: of the plot in pixels. Curves of at most three points a pixel stay as they are, and so
    do those that do not run from left to right.
    """
    columns = max(int(width), 1)
    if len(points) <= 3 * columns or not np.all(np.diff(points.real) >= 0):
        return points
    size = -(-len(points) // columns)
    whole = len(points) // size * size
    blocks = points.imag[:whole].reshape(-1, size)
    if np.isnan(blocks).any():
        return points
    starts = np.arange(len(blocks)) * size
    extremes = starts + blocks.argmin(1), starts + blocks.argmax(1)
    kept: np.ndarray = points[np.unique(np.concatenate((*extremes, [0], np.arange(whole, len(points)))))]
    return kept


def unbroken(points: np.ndarray) -> list[np.ndarray]:
    """Split a curve at NaN into parts of at least two points."""
    whole = np.isfinite(points)
    if whole.all():
        return [points] if len(points) > 1 else []
    borders = np.flatnonzero(np.diff(np.concatenate(([0], whole.view(np.int8), [0]))))
    parts = zip(borders[::2], borders[1::2], strict=True)
    return [points[start:end] for start, end in parts if end - start > 1]


def polygon(points: np.ndarray) -> QPolygonF:
    """Return points as a polygon, filled through its memory."""
    made = QPolygonF()
    made.resize(len(points))
    if len(points):
        # the stubs of shiboken and of QPolygonF.data do not know that this is an address
        memory: Any = shiboken6.VoidPtr(made.data(), 16 * len(points), True)  # type: ignore[call-arg, arg-type]
        np.frombuffer(memory, dtype=np.complex128)[:] = points
    return made
