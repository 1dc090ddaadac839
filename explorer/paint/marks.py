"""The marks of a figure, each drawn by one function."""

from __future__ import annotations

from contextlib import nullcontext
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtGui import QPainter

from explorer.paint.axes import clear_texts, draw_zero
from explorer.paint.beginnings import draw_beginning, draw_whole
from explorer.paint.curves import draw_curve, polygon
from explorer.paint.fields import draw_arrows, draw_image
from explorer.paint.labels import draw_end_labels, draw_legend, draw_ramp
from explorer.paint.order import Halos, Zero
from explorer.paint.signs import Sign, draw_markers, draw_swatch
from explorer.paint.strip import draw_strip
from explorer.paint.strokes import draw_stroke_rows
from explorer.paint.text import SHIFT, width_of, write
from explorer.paint.textures import draw_bars
from explorer.paint.tiles import draw_tiles
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
    Strip,
    Swatch,
    Text,
    Tiles,
)
from explorer.plots.layout import Box
from explorer.plots.looks import dash

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from explorer.paint.surface import Surface
    from explorer.plots.figure import Mark

HALO: Final = 3.4  # a curve's halo is this much wider than the curve
OUTSIDE: Final = 4.0  # half width of the arrowhead that stands for points outside
PILL_HEIGHT: Final = 16.0  # under a text that lies on others
PILL_PADDING: Final = 5.0
FEW_LETTERS: Final = 24.0  # pixels that are worth a cut text
PILL_EDGE: Final = 3.0  # it keeps this far from the card's edge
# cut at the plot's edge; the zero line ends there, and is among them so as to part no others
INSIDE: Final = frozenset((Image, Tiles, Ribbon, Line, Segments, Rectangles, Arrows, Halos, Zero))


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


def draw_halos(surface: Surface, halos: Halos) -> None:
    """Clear a rim round each curve in the card's colour."""
    for mark in halos.lines:
        surface.stroke("card", mark.width + HALO)
        draw_curve(surface, surface.layout.frame, mark, plain=True)


def draw_line(surface: Surface, mark: Line) -> None:
    """Draw a curve."""
    if mark.part_of is not None and surface.raster:
        draw_beginning(surface, mark, mark.part_of)
    else:
        draw_whole(surface, surface.layout.frame, mark)


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
    frame, look = surface.layout.frame, mark.look
    rows = np.stack((frame.points(mark.x0, mark.y0), frame.points(mark.x1, mark.y1)), axis=1)
    dashes = mark.dash or (dash(look.member) if look and not mark.caps else ())
    opacity = mark.opacity * (look.opacity if look else 1.0)
    surface.stroke(look.family if look else mark.colour, mark.width, dashes, opacity)
    if mark.caps:
        rows = rows[:, 1:] + np.array([-1j, 1j]) * mark.caps
    whole = np.isfinite(rows)
    draw_stroke_rows(surface.painter, rows if whole.all() else rows[whole.all(axis=1)])


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


def draw_text(surface: Surface, mark: Text) -> None:
    """Write a line of text."""
    x, y = surface.layout.to_pixels(mark.place)
    if mark.ground:
        x = _draw_pill(surface, x, y, mark)
    room = mark.room
    if mark.until is not None:
        room = surface.layout.to_pixels(mark.until)[0] - x
        if room < FEW_LETTERS:
            return
    write(
        surface, x, y, mark.text, size=mark.size, colour=mark.colour, anchor=mark.anchor, bold=mark.bold,
        mono=mark.mono, halo=mark.halo, room=room,
    )  # fmt: skip


def _draw_pill(surface: Surface, x: float, y: float, mark: Text) -> float:
    """Draw the pill under a text; return where the text's anchor goes so that both stay inside the card."""
    width = width_of(mark.text, mark.size, mark.bold, mark.mono) + 2 * PILL_PADDING
    card = surface.layout.card
    left = x - SHIFT[mark.anchor] * width
    left = max(min(left, card.right - width - PILL_EDGE), card.x + PILL_EDGE)
    top = max(min(y, card.bottom - PILL_EDGE - PILL_HEIGHT / 2), card.y) - PILL_HEIGHT / 2
    pill = Box(left, top, width, PILL_HEIGHT)
    clear_texts(surface, pill)
    surface.fill(mark.ground)
    surface.pill(pill, 4.0)
    return left + PILL_PADDING + SHIFT[mark.anchor] * (width - 2 * PILL_PADDING)


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
    Strip: draw_strip,
    Tiles: draw_tiles,
    Halos: draw_halos,
    Zero: lambda surface, _: draw_zero(surface),
}


def draw_marks(surface: Surface, marks: Sequence[Mark | Zero | Halos]) -> None:
    """Draw marks in order; data are cut at the plot's edge, markers and texts are not."""
    for inside, group in groupby(marks, lambda mark: type(mark) in INSIDE):
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
