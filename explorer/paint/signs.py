"""Markers of losses and their swatches: hue and outline say the family, the filling the member."""

from __future__ import annotations

from functools import lru_cache, partial
from math import cos, pi, sin
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from explorer.paint.stamps import HALVES, MANY, carve, press, press_many
from explorer.paint.surface import colour
from explorer.plots.looks import dash, marker, marker_filling

if TYPE_CHECKING:
    import numpy as np

    from explorer.paint.stamps import Shift
    from explorer.paint.surface import Tools
    from explorer.paint.theme import Theme
    from explorer.plots.figure import LossLook

SWATCH: Final = 26.0  # length of a swatch's line: shorter ones make dashes look solid
SIGN: Final = 9.0  # size of the marker on it
HALO: Final = 1.7  # rim in card colour round a marker

_NO_PEN = QPen(Qt.PenStyle.NoPen)
Part = tuple[QPainterPath, str, str | None, float]  # path, fill role, outline role, outline width


def _corners(points: list[tuple[float, float]]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def _regular(count: int, radius: float, turn: float, inner: float = 1.0) -> list[tuple[float, float]]:
    """Return corners on a circle; with `inner` below 1, those of a star."""
    steps = count if inner == 1.0 else 2 * count
    return [
        (radius * (inner if step % 2 and inner < 1 else 1.0) * cos(turn + 2 * pi * step / steps),
         radius * (inner if step % 2 and inner < 1 else 1.0) * sin(turn + 2 * pi * step / steps))
        for step in range(steps)
    ]  # fmt: skip


@lru_cache(maxsize=256)
def outline(family: str, size: float) -> QPainterPath:
    """Return a family's marker about the origin, about `size` across, all of like weight."""
    half, shape = size / 2, marker(family)
    if shape == "circle":
        path = QPainterPath()
        path.addEllipse(QPointF(0, 0), half, half)
        return path
    if shape == "square":
        path = QPainterPath()
        path.addRect(QRectF(-0.9 * half, -0.9 * half, 1.8 * half, 1.8 * half))
        return path
    if shape == "triangle_up":
        return _corners([(0, -1.1 * half), (1.06 * half, 0.86 * half), (-1.06 * half, 0.86 * half)])
    if shape == "triangle_down":
        return _corners([(0, 1.1 * half), (1.06 * half, -0.86 * half), (-1.06 * half, -0.86 * half)])
    if shape == "diamond":
        return _corners([(0, -1.2 * half), (0.95 * half, 0), (0, 1.2 * half), (-0.95 * half, 0)])
    if shape == "hexagon":
        return _corners(_regular(6, 1.08 * half, 0.0))
    return _corners(_regular(5, 1.25 * half, -pi / 2, inner=0.45))


class Sign(NamedTuple):
    """What a marker is made of: a loss's family and member, or (family empty) a disc of a role."""

    family: str
    member: int
    size: float
    role: str = "ink"
    hollow: bool = False


@lru_cache(maxsize=512)
def parts(sign: Sign) -> tuple[Part, ...]:
    """Return what to draw for a marker, in order."""
    if not sign.family:
        return _disc(sign)
    family, size, filling = sign.family, sign.size, marker_filling(sign.member)
    rim = max(1.4, 0.17 * size)
    if filling == "full":
        return ((outline(family, size), family, None, 0.0),)
    if filling == "full_dot":
        return (outline(family, size), family, None, 0.0), (_dot(family, size), "card", None, 0.0)
    hollow = outline(family, size - 0.5 * rim)
    base: Part = (hollow, "card", family, rim)
    if filling == "left_half":
        left = QPainterPath()
        left.addRect(QRectF(-2 * size, -2 * size, 2 * size, 4 * size))
        return base, (hollow.intersected(left), family, None, 0.0)
    if filling == "hollow_dot":
        return base, (_dot(family, size), family, None, 0.0)
    if filling == "hollow_cross":
        return base, (_cross(size).intersected(hollow), family, None, 0.0)
    return (base,)


def _disc(sign: Sign) -> tuple[Part, ...]:
    path = QPainterPath()
    radius = sign.size / 2 - (0.8 if sign.hollow else 0.0)
    path.addEllipse(QPointF(0, 0), radius, radius)
    return ((path, "card", sign.role, 1.6) if sign.hollow else (path, sign.role, None, 0.0),)


def _dot(family: str, size: float) -> QPainterPath:
    """Return the dot inside a marker: at the middle of its area, smaller where there is less room."""
    shape = marker(family)
    radius = (0.13 if shape == "star" else 0.16 if shape.startswith("triangle") else 0.18) * size
    lower = {"triangle_up": 0.12, "triangle_down": -0.12}.get(shape, 0.0) * size
    path = QPainterPath()
    path.addEllipse(QPointF(0, lower), radius, radius)
    return path


def _cross(size: float) -> QPainterPath:
    thin, long = 0.055 * size, 0.42 * size
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRect(QRectF(-thin, -long, 2 * thin, 2 * long))
    path.addRect(QRectF(-long, -thin, 2 * long, 2 * thin))
    return path


@lru_cache(maxsize=512)
def _tools(sign: Sign, theme: Theme) -> tuple[tuple[QPainterPath, QPen, QBrush], ...]:
    """Return each part with its pen and brush."""
    made = []
    for path, fill, edge, width in parts(sign):
        pen = _NO_PEN if edge is None else QPen(colour(theme.colour(edge)), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        made.append((path, pen, QBrush(colour(theme.colour(fill)))))
    return tuple(made)


@lru_cache(maxsize=8)
def _rim(theme: Theme, width: float) -> QPen:
    pen = QPen(colour(theme.colour("card")), 2 * width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _draw(painter: QPainter, sign: Sign, theme: Theme, halo: float) -> None:
    """Draw a marker about the painter's origin."""
    pieces = _tools(sign, theme)
    if halo:
        painter.strokePath(pieces[0][0], _rim(theme, halo))
    for path, pen, brush in pieces:
        painter.setPen(pen)
        painter.setBrush(brush)
        painter.drawPath(path)


def draw_marker(surface: Tools, x: float, y: float, look: LossLook, size: float, halo: bool = False) -> None:
    """Draw one marker of a loss."""
    sign = Sign(look.family, look.member, size)
    _draw_one(surface, x, y, sign, HALO if halo else 0.0, look.opacity)


def draw_markers(
    surface: Tools, places: np.ndarray, sign: Sign, *, halo: bool = True, opacity: float = 1.0
) -> None:
    """Draw one marker at many pixels x + iy, which must be finite."""
    rim = HALO if halo else 0.0
    if surface.raster and len(places) >= MANY:
        surface.painter.setOpacity(opacity)
        press_many(surface, _stamp(sign, rim, surface.theme, surface.ratio, *HALVES), places)
        surface.painter.setOpacity(1.0)
        return
    for place in places.tolist():
        _draw_one(surface, place.real, place.imag, sign, rim, opacity)


def _draw_one(surface: Tools, x: float, y: float, sign: Sign, rim: float, opacity: float) -> None:
    painter = surface.painter
    if opacity < 1:
        painter.setOpacity(opacity)
    if surface.raster:
        press(surface, partial(_stamp, sign, rim, surface.theme, surface.ratio), x, y)
    else:
        painter.translate(x, y)
        _draw(painter, sign, surface.theme, rim)
        painter.translate(-x, -y)
    if opacity < 1:
        painter.setOpacity(1.0)


@lru_cache(maxsize=2048)
def _stamp(sign: Sign, halo: float, theme: Theme, ratio: float, *shifts: Shift) -> QPixmap:
    side = 1.5 * sign.size + 2 * halo + 2
    return carve(lambda tools: _draw(tools.painter, sign, theme, halo), (side, side), theme, ratio, *shifts)


def draw_swatch(surface: Tools, x: float, y: float, look: LossLook, line: bool = True) -> None:
    """Draw the sign of a loss centred at a pixel: its line with its marker, or the marker alone."""
    if not line:
        draw_marker(surface, x, y, look, SIGN)
    elif surface.raster:
        press(surface, partial(_swatch_stamp, look, surface.theme, surface.ratio), x, y)
    else:
        surface.painter.translate(x, y)
        _draw_swatch(surface, look)
        surface.painter.translate(-x, -y)


def _draw_swatch(tools: Tools, look: LossLook) -> None:
    """Draw a swatch about the painter's origin."""
    tools.stroke(look.family, 2.0, dash(look.member), look.opacity)
    half, painter = SWATCH / 2, tools.painter
    # each half starts at its outer end, so that the dashes are the same on both sides
    painter.drawLine(QPointF(-half, 0), QPointF(0, 0))
    painter.drawLine(QPointF(half, 0), QPointF(0, 0))
    painter.setOpacity(look.opacity)
    _draw(painter, Sign(look.family, look.member, SIGN), tools.theme, HALO)
    painter.setOpacity(1.0)


@lru_cache(maxsize=1024)
def _swatch_stamp(look: LossLook, theme: Theme, ratio: float, *shifts: Shift) -> QPixmap:
    size = SWATCH + 2, 1.5 * SIGN + 2 * HALO + 2
    return carve(lambda tools: _draw_swatch(tools, look), size, theme, ratio, *shifts)
