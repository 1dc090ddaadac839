"""A painter together with its theme and layout: what every mark is drawn with.

Pens are not cosmetic although nothing may grow with the data: coordinates are logical pixels here,
so a plain pen is as wide as asked at every UI scale and device ratio, and dashes with it.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPaintEngine, QPainter, QPen

from explorer.paint.svg_clips import mark_begin, mark_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.paint.theme import Theme
    from explorer.plots.layout import Box, Layout


@lru_cache(maxsize=512)
def colour(code: str, opacity: float = 1.0) -> QColor:
    """Return a colour; shared, so never change it."""
    made = QColor(code)
    made.setAlphaF(opacity)
    return made


@lru_cache(maxsize=1024)
def _pen(code: str, width: float, dash: tuple[float, ...], opacity: float, round_cap: bool) -> QPen:
    pen = QPen(colour(code, opacity), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if round_cap else Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if round_cap else Qt.PenJoinStyle.MiterJoin)
    if dash:
        pen.setDashPattern(list(dash))
    return pen


@lru_cache(maxsize=512)
def _brush(code: str, opacity: float) -> QBrush:
    return QBrush(colour(code, opacity))


_NO_PEN = Qt.PenStyle.NoPen
_NO_BRUSH = Qt.BrushStyle.NoBrush
_RASTER = (QPaintEngine.Type.Raster, QPaintEngine.Type.OpenGL2)


class Tools:
    """A painter with a theme's pens and brushes.

    ratio: device pixels a logical pixel; origin: device pixel of the logical origin; raster: False
    where the device keeps vectors; is_svg: whether it is one that knows no clipping.
    """

    __slots__ = ("is_svg", "origin", "painter", "raster", "ratio", "theme")

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self.painter, self.theme = painter, theme
        engine = painter.paintEngine()
        self.raster = engine is not None and engine.type() in _RASTER
        self.is_svg = engine is not None and engine.type() == QPaintEngine.Type.SVG
        on_device = painter.deviceTransform()
        self.ratio, self.origin = on_device.m11(), (on_device.dx(), on_device.dy())

    def stroke(
        self,
        role: str,
        width: float = 1.0,
        dash: tuple[float, ...] = (),
        opacity: float = 1.0,
        round_cap: bool = False,
    ) -> None:
        """Draw outlines only, from now on."""
        self.painter.setPen(_pen(self.theme.colour(role), width, dash, opacity, round_cap))
        self.painter.setBrush(_NO_BRUSH)

    def fill(self, role: str, opacity: float = 1.0) -> None:
        """Draw areas without outline, from now on."""
        self.painter.setPen(_NO_PEN)
        self.painter.setBrush(_brush(self.theme.colour(role), opacity))

    def both(self, fill: str, edge: str, width: float = 1.0) -> None:
        """Draw areas with an outline, from now on."""
        self.painter.setPen(_pen(self.theme.colour(edge), width, (), 1.0, False))
        self.painter.setBrush(_brush(self.theme.colour(fill), 1.0))

    def snap(self, value: float) -> float:
        """Return the nearest border between device pixels, where edges are sharp."""
        return round(value * self.ratio) / self.ratio

    def pill(self, box: Box, radius: float | None = None) -> None:
        """Draw a rectangle with round corners; without a radius, a pill."""
        corner = min(box.width, box.height) / 2 if radius is None else radius
        self.painter.drawRoundedRect(QRectF(box.x, box.y, box.width, box.height), corner, corner)

    @contextmanager
    def clipped(self, box: Box) -> Iterator[None]:
        """Keep what is drawn meanwhile inside a box."""
        self.painter.save()
        try:
            rectangle = QRectF(box.x, box.y, box.width, box.height)
            self.painter.setClipRect(rectangle, Qt.ClipOperation.IntersectClip)
            if self.is_svg:
                mark_begin(self.painter, rectangle)
            yield
        finally:
            if self.is_svg:
                mark_end(self.painter)
            self.painter.restore()


class Surface(Tools):
    """The tools together with the layout of one painting of one figure."""

    __slots__ = ("layout",)

    def __init__(self, painter: QPainter, theme: Theme, layout: Layout) -> None:
        super().__init__(painter, theme)
        self.layout = layout
