"""Curves that grow with time: on screens the beginning of a kept picture of the whole."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from explorer.paint.curves import draw_curve, traced
from explorer.paint.surface import Tools
from explorer.plots.looks import dash

if TYPE_CHECKING:
    from explorer.paint.surface import Surface
    from explorer.paint.theme import Theme
    from explorer.plots.figure import Line
    from explorer.plots.layout import Frame


def draw_whole(tools: Tools, frame: Frame, mark: Line) -> None:
    """Draw a curve in its colour and dashes."""
    look = mark.look
    dashes = mark.dash or (dash(look.member) if look else ())
    opacity = mark.opacity * (look.opacity if look else 1.0)
    tools.stroke(look.family if look else mark.colour, mark.width, dashes, opacity)
    draw_curve(tools, frame, mark, plain=not dashes and opacity == 1)


def draw_beginning(surface: Surface, mark: Line, whole: Line) -> None:
    """Draw a curve as far as `mark` goes; it is cut upright at the nearest border between pixels."""
    frame, ratio, (left, top) = surface.layout.frame, surface.ratio, surface.origin
    whole_left, whole_top = floor(left), floor(top)
    shift = left - whole_left, top - whole_top
    picture, column, row = _picture(whole, frame, surface.theme, ratio, shift)
    end = float(frame.points(mark.x[-1:], mark.y[-1:]).real[0])
    width = min(round(end * ratio + shift[0]) - column, picture.width())
    if width > 0:
        corner = QPointF((column - shift[0]) / ratio, (row - shift[1]) / ratio)
        surface.painter.drawPixmap(corner, picture, QRectF(0, 0, width, picture.height()))


@lru_cache(maxsize=16)
def _picture(
    mark: Line, frame: Frame, theme: Theme, ratio: float, shift: tuple[float, float]
) -> tuple[QPixmap, int, int]:
    """Return the picture of a curve at the device's pixels, and the column and row of its corner."""
    points, reach = traced(mark, frame), mark.width / 2 + 1
    points = points[np.isfinite(points)]
    if not len(points):
        return QPixmap(1, 1), 0, 0
    column = floor((points.real.min() - reach) * ratio + shift[0])
    row = floor((points.imag.min() - reach) * ratio + shift[1])
    right = ceil((points.real.max() + reach) * ratio + shift[0])
    below = ceil((points.imag.max() + reach) * ratio + shift[1])
    picture = QPixmap(right - column, below - row)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(shift[0] - column, shift[1] - row)
    painter.scale(ratio, ratio)
    draw_whole(Tools(painter, theme), frame, mark)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture, column, row
