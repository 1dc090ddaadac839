"""Fields over the plane: values on the neutral ramp, and small arrows.

Both are kept by the identity of their mark: a landscape stays while its two logits are dragged.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QPixmap

from explorer.paint.strokes import draw_stroke_rows
from explorer.paint.surface import colour

if TYPE_CHECKING:
    from explorer.paint.surface import Surface
    from explorer.paint.theme import Theme
    from explorer.plots.figure import Arrows, Image
    from explorer.plots.layout import Box, Frame

ARROWHEAD: Final = 3.2
SHORTEST: Final = 3.0  # pixels; shorter arrows are not drawn


def draw_image(surface: Surface, mark: Image) -> None:
    """Draw a field on the neutral ramp; what is undefined keeps the card's colour."""
    if mark.values.ndim != 2 or not mark.values.size:
        return
    frame, theme = surface.layout.frame, surface.theme
    if not surface.raster:
        surface.painter.drawImage(_area(mark, frame), _picture(mark, theme))
        return
    ratio, (left, top) = surface.ratio, surface.origin
    whole_left, whole_top = floor(left), floor(top)
    shift = left - whole_left, top - whole_top
    stretched, column, row = _stretched(mark, frame, surface.layout.plot.grown(2.0), theme, ratio, shift)
    corner = QPointF((column - shift[0]) / ratio, (row - shift[1]) / ratio)
    surface.painter.drawPixmap(corner, stretched)


def _area(mark: Image, frame: Frame) -> QRectF:
    corners = frame.points([mark.x0, mark.x1], [mark.y0, mark.y1])
    left, right = sorted(corners.real.tolist())
    top, bottom = sorted(corners.imag.tolist())
    return QRectF(left, top, right - left, bottom - top)


@lru_cache(maxsize=4)
def _stretched(
    mark: Image, frame: Frame, seen: Box, theme: Theme, ratio: float, shift: tuple[float, float]
) -> tuple[QPixmap, int, int]:
    """Return what is seen of the picture at the device's pixels, and the column and row of its corner.

    Stretching costs twenty times the drawing of what was stretched.
    """
    area = _area(mark, frame)
    shown = area & QRectF(seen.x, seen.y, seen.width, seen.height)
    column, row = floor(shown.left() * ratio + shift[0]), floor(shown.top() * ratio + shift[1])
    right, below = ceil(shown.right() * ratio + shift[0]), ceil(shown.bottom() * ratio + shift[1])
    stretched = QPixmap(max(right - column, 1), max(below - row, 1))
    stretched.fill(colour(theme.colour("card")))  # opaque: blending would take thirty times as long
    painter = QPainter(stretched)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(shift[0] - column, shift[1] - row)
    painter.scale(ratio, ratio)
    painter.drawImage(area, _picture(mark, theme))
    painter.end()
    stretched.setDevicePixelRatio(ratio)
    return stretched, column, row


@lru_cache(maxsize=4)
def _picture(mark: Image, theme: Theme) -> QImage:
    """Return one pixel a value, upright."""
    values = np.asarray(mark.values, dtype=np.float64)
    # row 0 lies at the bottom, Qt's first row at the top
    values = values[:: -1 if mark.y1 > mark.y0 else 1, :: 1 if mark.x1 > mark.x0 else -1]
    extent = mark.high - mark.low
    with np.errstate(all="ignore"):  # what is not finite has no shade
        shares = (values - mark.low) / (extent or 1.0) * 255
    levels = np.rint(np.fmin(np.fmax(shares, 0.0), 255.0)).astype(np.uint8)  # undefined ones are 0
    pixels = _ramp(theme)[levels]
    rows, columns = pixels.shape
    return QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_RGB32).copy()


@lru_cache(maxsize=8)
def _ramp(theme: Theme) -> np.ndarray:
    """Return the 256 colours of the ramp as Qt's pixels."""
    low, high = colour(theme.colour("card")), colour(theme.colour("ramp_high"))
    parts = [(low.red(), high.red()), (low.green(), high.green()), (low.blue(), high.blue())]
    shares = np.linspace(0.0, 1.0, 256)
    red, green, blue = (np.rint(start + shares * (end - start)).astype(np.uint32) for start, end in parts)
    ramp: np.ndarray = np.uint32(0xFF000000) | red << 16 | green << 8 | blue
    return ramp


def draw_arrows(surface: Surface, mark: Arrows) -> None:
    """Draw arrows centred on their points, the longest as long as asked."""
    surface.stroke(mark.colour, 1.0)
    draw_stroke_rows(surface.painter, _arrow_strokes(mark, surface.layout.frame))


@lru_cache(maxsize=4)
def _arrow_strokes(mark: Arrows, frame: Frame) -> np.ndarray:
    """Return three strokes for each arrow that is long enough."""
    places = frame.points(np.ravel(mark.x), np.ravel(mark.y))
    flow = np.empty(len(places), dtype=np.complex128)
    # an axis that runs the other way turns the arrows round
    flow.real = np.ravel(mark.u) * np.sign(frame.x_step)
    flow.imag = np.ravel(mark.v) * np.sign(frame.y_step)
    size = np.abs(flow)
    longest = np.max(size, initial=0.0, where=np.isfinite(size))
    # arrows too short to have a head would look like dots
    is_long = size >= SHORTEST / mark.length * longest
    seen = (size > 0) & np.isfinite(size) & is_long & np.isfinite(places)
    places, size, along = places[seen], size[seen], flow[seen]
    half = along * (mark.length / 2 / max(longest, 1e-300))
    back = half * (np.minimum(ARROWHEAD, np.abs(half)) / np.maximum(np.abs(half), 1e-12))
    tips = places + half
    starts = np.concatenate((places - half, tips, tips))
    ends = np.concatenate((tips, tips - back * (1 + 0.5j), tips - back * (1 - 0.5j)))
    return np.stack((starts, ends), axis=1)
