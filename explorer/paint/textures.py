"""Bars: plain ones in ink, and those of a loss filled as its member says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QRectF, Qt

from explorer.paint.strokes import draw_dots, draw_lines, draw_rectangles, in_rows
from explorer.plots.looks import bar_filling

if TYPE_CHECKING:
    from explorer.paint.surface import Surface
    from explorer.plots.figure import LossLook, Rectangles

TINT: Final = 0.24
STEP: Final = 6.0  # between hatch lines, measured along the bar
DOT_STEP: Final = 3.6
MANY: Final = 200  # more bars than this get a tint and an outline, no texture


def pixel_rows(surface: Surface, mark: Rectangles) -> np.ndarray:
    """Return (n, 4) x, y, width, height with sides on pixel borders, cut near the plot."""
    layout, ratio = surface.layout, surface.ratio
    plot = layout.plot.grown(8.0)
    x0, x1 = (_on_pixels(layout.across(x), plot.x, plot.right, ratio) for x in (mark.x0, mark.x1))
    y0, y1 = (_on_pixels(layout.down(y), plot.y, plot.bottom, ratio) for y in (mark.y0, mark.y1))
    left, top = np.minimum(x0, x1), np.minimum(y0, y1)
    rows = in_rows(left, top, np.maximum(x0, x1) - left, np.maximum(y0, y1) - top)
    whole = np.isfinite(rows)
    return rows if whole.all() else rows[whole.all(axis=1)]


def _on_pixels(values: np.ndarray, low: float, high: float, ratio: float) -> np.ndarray:
    held: np.ndarray = np.rint(np.minimum(np.maximum(values, low), high) * ratio) / ratio
    return held


def draw_bars(surface: Surface, mark: Rectangles) -> None:
    """Draw the rectangles of a mark."""
    rows = pixel_rows(surface, mark)
    if not len(rows):
        return
    if mark.look is not None:
        _textured(surface, rows, mark.look, mark.opacity * mark.look.opacity)
        return
    if mark.fill is not None:
        surface.fill(mark.fill, mark.opacity)
        _shapes(surface, rows, mark.radius)
    if mark.edge is not None:
        surface.stroke(mark.edge, 1.0, mark.dash, mark.opacity)
        _shapes(surface, _inset(rows), mark.radius)


def _inset(rows: np.ndarray) -> np.ndarray:
    """Move outlines of one pixel inside, where they are sharp; bars without extent stay lines."""
    inner = rows + np.array([0.5, 0.5, -1.0, -1.0])
    return np.concatenate((inner[:, :2], np.maximum(inner[:, 2:], 0.0)), axis=1)


def _shapes(surface: Surface, rows: np.ndarray, radius: float) -> None:
    if radius <= 0 or len(rows) > MANY:
        draw_rectangles(surface.painter, rows)
        return
    for row in rows.tolist():
        corner = min(radius, row[2] / 2, row[3] / 2)
        surface.painter.drawRoundedRect(QRectF(*row), corner, corner)


def _textured(surface: Surface, rows: np.ndarray, look: LossLook, opacity: float) -> None:
    filling = bar_filling(look.member)
    surface.fill(look.family, opacity * (1.0 if filling == "solid" else TINT))
    draw_rectangles(surface.painter, rows)
    if filling == "solid":
        return
    if len(rows) <= MANY:
        for row in rows.tolist():
            _texture(surface, row, look, opacity)
    surface.stroke(look.family, 1.4, (), opacity)
    draw_rectangles(surface.painter, _inset(rows))


def _texture(surface: Surface, row: list[float], look: LossLook, opacity: float) -> None:
    """Draw hatch lines or dots over one bar."""
    x, y, width, height = row
    if width < 1 or height < 1:
        return
    filling, painter = bar_filling(look.member), surface.painter
    painter.save()
    painter.setClipRect(QRectF(x, y, width, height), Qt.ClipOperation.IntersectClip)
    surface.stroke(look.family, 1.0, (), opacity)
    if filling == "dots":
        surface.stroke(look.family, 1.7, (), opacity, round_cap=True)
        across, down = np.arange(x + 2, x + width, DOT_STEP), np.arange(y + 2, y + height, DOT_STEP)
        columns, lines = np.meshgrid(across, down)
        columns[1::2] += DOT_STEP / 2
        draw_dots(painter, columns.ravel(), lines.ravel())
    if filling in ("hatch", "cross_hatch"):
        starts = np.arange(x - height, x + width, STEP)
        bottom, top = np.full_like(starts, y + height), np.full_like(starts, y)
        draw_lines(painter, starts, bottom, starts + height, top)
        if filling == "cross_hatch":
            draw_lines(painter, starts, top, starts + height, bottom)
    if filling == "rows":
        heights = np.arange(y + STEP / 2, y + height, STEP * 0.7)
        draw_lines(painter, np.full_like(heights, x), heights, np.full_like(heights, x + width), heights)
    if filling == "columns":
        places = np.arange(x + STEP / 2, x + width, STEP * 0.7)
        draw_lines(painter, places, np.full_like(places, y), places, np.full_like(places, y + height))
    painter.restore()
