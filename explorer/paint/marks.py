"""The marks of a figure, each drawn by one function."""

from __future__ import annotations

from contextlib import nullcontext
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, qRgb

from explorer.paint.curves import draw_curve, polygon
from explorer.paint.labels import draw_end_labels, draw_legend, draw_ramp
from explorer.paint.signs import Sign, draw_markers, draw_swatch
from explorer.paint.strokes import draw_lines
from explorer.paint.surface import colour
from explorer.paint.text import write
from explorer.paint.textures import draw_bars
from explorer.plots.figure import (
    Arrows,
    Band,
    EndLabels,
    Image,
    Legend,
    Line,
    Points,
    Ramp,
    Rectangles,
    Ribbon,
    Segments,
    Swatch,
    Text,
)
from explorer.plots.layout import Box
from explorer.plots.looks import dash

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from explorer.paint.surface import Surface
    from explorer.paint.theme import Theme
    from explorer.plots.figure import Mark

HALO: Final = 3.4  # a curve's halo is this much wider than the curve
ARROWHEAD: Final = 3.2
SHORTEST: Final = 3.0  # pixels; shorter arrows are not drawn
OUTSIDE: Final = 4.0  # half width of the arrowhead that stands for points outside
INSIDE: Final = (Image, Ribbon, Line, Segments, Rectangles, Arrows)  # cut at the plot's edge


def draw_band(surface: Surface, band: Band) -> None:
    """Draw the selected class's strip behind everything."""
    layout, plot = surface.layout, surface.layout.plot
    surface.fill(band.colour)
    if band.across:
        top, bottom = sorted(float(value) for value in layout.down([band.x0, band.x1]))
        box = Box(4.0, top, layout.card.width - 8.0, bottom - top)
    else:
        left, right = sorted(float(value) for value in layout.across([band.x0, band.x1]))
        left, right = max(left, plot.x - 4), min(right, plot.right + 4)
        top = plot.y - 4
        box = Box(left, top, right - left, plot.bottom + band.below - top)
    if box.width > 0 and box.height > 0:
        surface.pill(box, min(4.0, box.width / 2, box.height / 2))


def draw_halo(surface: Surface, mark: Line) -> None:
    """Clear a rim round a curve in the card's colour."""
    surface.stroke("card", mark.width + HALO)
    draw_curve(surface, mark, plain=True)


def draw_line(surface: Surface, mark: Line) -> None:
    """Draw a curve."""
    look = mark.look
    dashes = mark.dash or (dash(look.member) if look else ())
    opacity = mark.opacity * (look.opacity if look else 1.0)
    surface.stroke(look.family if look else mark.colour, mark.width, dashes, opacity)
    draw_curve(surface, mark, plain=not dashes and opacity == 1)


def draw_ribbon(surface: Surface, mark: Ribbon) -> None:
    """Fill the area between two curves."""
    frame, look = surface.layout.frame, mark.look
    low, high = frame.points(mark.x, mark.low), frame.points(mark.x, mark.high)
    whole = np.isfinite(low) & np.isfinite(high)
    surface.fill(look.family if look else mark.colour, mark.opacity * (look.opacity if look else 1.0))
    for part in np.split(np.arange(len(whole)), np.flatnonzero(~whole)):
        part = part[whole[part]]
        if len(part) > 1:
            surface.painter.drawPolygon(polygon(np.concatenate((high[part], low[part[::-1]]))))


def draw_segments(surface: Surface, mark: Segments) -> None:
    """Draw stems, or the upright strokes that stand for floors."""
    layout, look = surface.layout, mark.look
    x0, y0 = layout.across(mark.x0), layout.down(mark.y0)
    x1, y1 = layout.across(mark.x1), layout.down(mark.y1)
    dashes = mark.dash or (dash(look.member) if look and not mark.caps else ())
    opacity = mark.opacity * (look.opacity if look else 1.0)
    surface.stroke(look.family if look else mark.colour, mark.width, dashes, opacity)
    if mark.caps:
        x0, y0, y1 = x1, y1 - mark.caps, y1 + mark.caps
    draw_lines(surface.painter, x0, y0, x1, y1)


def draw_points(surface: Surface, mark: Points) -> None:
    """Draw markers; those outside the limits become arrowheads at the plot's edge."""
    look = mark.look
    if look is not None:
        sign, opacity = Sign(look.family, look.member, mark.size), mark.opacity * look.opacity
    else:
        sign, opacity = Sign("", 0, mark.size, mark.colour, mark.hollow), mark.opacity
    inside, outside = _sorted_out(surface.layout.plot.grown(1.0), surface.layout.frame.points(mark.x, mark.y))
    draw_markers(surface, inside, sign, halo=mark.halo, opacity=opacity)
    if len(outside):
        surface.fill(look.family if look else mark.colour, opacity)
        for place in outside.tolist():
            arrowhead(surface, place.real, place.imag)


def _sorted_out(box: Box, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the places inside a box and those outside; undefined ones are in neither."""
    x, y = places.real, places.imag
    # a place is outside by how far it lies beyond the nearer of two sides
    beyond = np.maximum(np.maximum(box.x - x, x - box.right), np.maximum(box.y - y, y - box.bottom))
    inside = beyond <= 0
    return (places, places[:0]) if inside.all() else (places[inside], places[beyond > 0])


def arrowhead(surface: Surface, px: float, py: float) -> None:
    """Draw a small triangle at the plot's edge that points to what lies outside."""
    plot, size = surface.layout.plot, OUTSIDE
    x, y = min(max(px, plot.x), plot.right), min(max(py, plot.y), plot.bottom)
    beside, beyond = (px > x) - (px < x), (py > y) - (py < y)
    if beyond:
        tip, base = y, y - beyond * 1.5 * size
        corners = np.array([x - size + base * 1j, x + size + base * 1j, x + tip * 1j])
    else:
        tip, base = x, x - beside * 1.5 * size
        corners = np.array([base + (y - size) * 1j, base + (y + size) * 1j, tip + y * 1j])
    surface.painter.drawConvexPolygon(polygon(corners))


def _ramp_table(theme: Theme) -> list[int]:
    low, high = colour(theme.colour("card")), colour(theme.colour("ramp_high"))
    parts = [(low.red(), high.red()), (low.green(), high.green()), (low.blue(), high.blue())]
    shares = np.linspace(0.0, 1.0, 256)
    mixed = [np.rint(first + shares * (last - first)).astype(int).tolist() for first, last in parts]
    return [qRgb(*channels) for channels in zip(*mixed, strict=True)]


def draw_image(surface: Surface, mark: Image) -> None:
    """Draw a field on the neutral ramp; what is undefined keeps the card's colour."""
    values = np.asarray(mark.values, dtype=np.float64)
    if values.ndim != 2 or not values.size:
        return
    extent = mark.high - mark.low
    shares = np.nan_to_num((values - mark.low) / (extent or 1.0), nan=0.0, posinf=1.0, neginf=0.0)
    x0, x1 = (float(x) for x in surface.layout.across([mark.x0, mark.x1]))
    y0, y1 = (float(y) for y in surface.layout.down([mark.y0, mark.y1]))
    if x1 < x0:
        shares, x0, x1 = shares[:, ::-1], x1, x0
    if y0 > y1:  # row 0 lies at the bottom, Qt's first row at the top
        shares, y0, y1 = shares[::-1], y1, y0
    levels = np.ascontiguousarray(np.rint(np.clip(shares, 0.0, 1.0) * 255).astype(np.uint8))
    rows, columns = levels.shape
    picture = QImage(levels.data, columns, rows, columns, QImage.Format.Format_Indexed8)
    picture.setColorTable(_ramp_table(surface.theme))
    surface.painter.drawImage(
        QRectF(x0, y0, x1 - x0, y1 - y0), picture.convertToFormat(QImage.Format.Format_RGB32)
    )


def draw_arrows(surface: Surface, mark: Arrows) -> None:
    """Draw arrows centred on their points, the longest as long as asked."""
    layout = surface.layout
    x, y = layout.across(mark.x).ravel(), layout.down(mark.y).ravel()
    u, v = np.asarray(mark.u, dtype=np.float64).ravel(), np.asarray(mark.v, dtype=np.float64).ravel()
    size = np.hypot(u, v)
    longest = np.max(size, initial=0.0, where=np.isfinite(size))
    # arrows too short to have a head would look like dots
    seen = (size > 0) & np.isfinite(size) & (size * mark.length >= SHORTEST * longest)
    whole = seen & np.isfinite(x) & np.isfinite(y)
    if not whole.any():
        return
    x, y, u, v = x[whole], y[whole], u[whole], v[whole]
    half = mark.length / 2 / longest
    # an axis that runs the other way turns its arrows round
    right = half * u * (1 if layout.figure.x.high >= layout.figure.x.low else -1)
    down = -half * v * (1 if layout.figure.y.high >= layout.figure.y.low else -1)
    tip_x, tip_y = x + right, y + down
    surface.stroke(mark.colour, 1.0)
    draw_lines(surface.painter, x - right, y - down, tip_x, tip_y)
    length = np.hypot(right, down)
    head = np.minimum(ARROWHEAD, length) / np.maximum(length, 1e-12)
    along_x, along_y = right * head, down * head
    for side in (0.5, -0.5):
        back_x, back_y = along_x - side * along_y, along_y + side * along_x
        draw_lines(surface.painter, tip_x, tip_y, tip_x - back_x, tip_y - back_y)


def draw_text(surface: Surface, mark: Text) -> None:
    """Write a line of text."""
    x, y = surface.layout.to_pixels(mark.place)
    write(
        surface, x, y, mark.text, size=mark.size, colour=mark.colour, anchor=mark.anchor, bold=mark.bold,
        mono=mark.mono, halo=mark.halo, room=mark.room,
    )  # fmt: skip


def draw_sign(surface: Surface, mark: Swatch) -> None:
    """Draw the sign of a loss."""
    x, y = surface.layout.to_pixels(mark.place)
    draw_swatch(surface, x, y, mark.look, mark.line)


DRAW: Final[dict[type, Callable[[Surface, Any], None]]] = {
    Line: draw_line,
    Ribbon: draw_ribbon,
    Segments: draw_segments,
    Rectangles: draw_bars,
    Points: draw_points,
    Image: draw_image,
    Arrows: draw_arrows,
    Text: draw_text,
    Swatch: draw_sign,
    EndLabels: draw_end_labels,
    Legend: draw_legend,
    Ramp: draw_ramp,
}


def draw_marks(surface: Surface, marks: Sequence[Mark]) -> None:
    """Draw marks in order; data are cut at the plot's edge, markers and texts are not."""
    for inside, group in groupby(marks, lambda mark: isinstance(mark, INSIDE)):
        with surface.clipped(surface.layout.plot.grown(2.0)) if inside else nullcontext():
            for mark in group:
                DRAW[type(mark)](surface, mark)


def smooth(painter: QPainter) -> None:
    """Ask for everything that makes edges soft."""
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
