"""Bars: plain ones in ink, and those of a loss filled as its member says."""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from explorer.paint.strokes import draw_dots, draw_lines, draw_rectangles
from explorer.paint.surface import Tools
from explorer.plots.layout import Box
from explorer.plots.looks import bar_filling

if TYPE_CHECKING:
    from explorer.paint.surface import Surface
    from explorer.paint.theme import Theme
    from explorer.plots.figure import LossLook, Rectangles
    from explorer.plots.looks import BarFilling

TINT: Final = 0.24
STEP: Final = 6.0  # between hatch lines, measured along the bar
DOT_STEP: Final = 3.6
MANY: Final = 200  # more bars than this get a tint and an outline, no texture


def pixel_rows(surface: Surface, mark: Rectangles) -> np.ndarray:
    """Return (n, 4) x, y, width, height with sides on pixel borders, cut near the plot."""
    frame, ratio, plot = surface.layout.frame, surface.ratio, surface.layout.plot.grown(8.0)
    first = frame.points(mark.x0, mark.y0).view(np.float64)
    second = frame.points(mark.x1, mark.y1).view(np.float64)
    corners = np.concatenate((first, second)).reshape(2, -1, 2)
    np.maximum(corners, (plot.x, plot.y), out=corners)
    np.minimum(corners, (plot.right, plot.bottom), out=corners)
    np.rint(corners * ratio, out=corners)
    corners /= ratio
    rows = np.empty((corners.shape[1], 4))
    np.minimum(corners[0], corners[1], out=rows[:, :2])
    np.abs(corners[0] - corners[1], out=rows[:, 2:])
    whole = np.isfinite(rows)
    return rows if whole.all() else rows[whole.all(axis=1)]


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
            _texture(surface, Box(*row), Texture(filling, look.family, opacity))
    surface.stroke(look.family, 1.4, (), opacity)
    draw_rectangles(surface.painter, _inset(rows))


class Texture(NamedTuple):
    """Hatch lines or dots of a loss's bars."""

    filling: BarFilling
    family: str
    opacity: float


def _texture(surface: Surface, bar: Box, texture: Texture) -> None:
    """Draw hatch lines or dots over one bar; on screens as a piece of a sheet that is kept."""
    if bar.width < 1 or bar.height < 1:
        return
    painter, corner = surface.painter, QPointF(bar.x, bar.y)
    if surface.raster:
        # bars lie on the device's pixels
        width, height = round(bar.width * surface.ratio), round(bar.height * surface.ratio)
        sheet = _sheet(texture, surface.theme, surface.ratio, _ample(width), _ample(height))
        painter.drawPixmap(corner, sheet, QRectF(0, 0, width, height))
        return
    with surface.clipped(bar):
        painter.translate(corner)
        _draw_texture(surface, texture, bar.width, bar.height)
        painter.translate(-corner)


def _ample(pixels: int) -> int:
    """Return the next power of two, so that few sheets serve bars of any size."""
    return 1 << max(pixels - 1, 15).bit_length()


@lru_cache(maxsize=64)
def _sheet(texture: Texture, theme: Theme, ratio: float, width: int, height: int) -> QPixmap:
    sheet = QPixmap(width, height)
    sheet.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(ratio, ratio)
    _draw_texture(Tools(painter, theme), texture, width / ratio, height / ratio)
    painter.end()
    sheet.setDevicePixelRatio(ratio)
    return sheet


def _draw_texture(tools: Tools, texture: Texture, width: float, height: float) -> None:
    """Draw a texture that starts at the painter's origin."""
    filling, family, opacity = texture
    if filling == "dots":
        tools.stroke(family, 1.7, (), opacity, round_cap=True)
        columns, lines = np.meshgrid(np.arange(2, width, DOT_STEP), np.arange(2, height, DOT_STEP))
        columns[1::2] += DOT_STEP / 2
        draw_dots(tools.painter, columns.ravel(), lines.ravel())
        return
    tools.stroke(family, 1.0, (), opacity)
    if filling in ("hatch", "cross_hatch"):
        ends = np.arange(0, width + height, STEP)
        zeros = np.zeros_like(ends)
        draw_lines(tools.painter, ends, zeros, ends - height, zeros + height)
        if filling == "cross_hatch":
            starts = ends - STEP * ceil(height / STEP)
            draw_lines(tools.painter, starts, zeros, starts + height, zeros + height)
    if filling == "rows":
        heights = np.arange(STEP / 2, height, STEP * 0.7)
        draw_lines(tools.painter, np.zeros_like(heights), heights, np.full_like(heights, width), heights)
    if filling == "columns":
        places = np.arange(STEP / 2, width, STEP * 0.7)
        draw_lines(tools.painter, places, np.zeros_like(places), places, np.full_like(places, height))
