"""The sign of a loss outside a figure: on its card and in menus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from explorer.paint.signs import SWATCH, draw_swatch
from explorer.paint.surface import Surface
from explorer.plots.figure import Axis, Figure, LossLook
from explorer.plots.layout import Layout
from explorer.ui.scaling import scale

if TYPE_CHECKING:
    from explorer.paint.theme import Theme

HEIGHT: Final = 14
# a sign is placed in pixels: it needs a painter and a theme, but no axes
_NOWHERE: Final = Layout(Figure(key="", title="", x=Axis(low=0, high=1), y=Axis(low=0, high=1)), 1.0, 1.0)


def draw_sign(painter: QPainter, theme: Theme, x: float, y: float, look: LossLook, line: bool = True) -> None:
    """Draw the line and marker of a loss about a point, or the marker alone."""
    painter.save()
    draw_swatch(Surface(painter, theme, _NOWHERE), x, y, look, line)
    painter.restore()


def sign_icon(look: LossLook, theme: Theme) -> QIcon:
    """Return the sign of a loss for a menu."""
    icon = QIcon()
    for ratio in (1.0, 1.5, 2.0):
        size = scale()
        picture = QPixmap(round(SWATCH * size * ratio), round(HEIGHT * size * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(size, size)
        draw_sign(painter, theme, SWATCH / 2, HEIGHT / 2, look)
        painter.end()
        icon.addPixmap(picture)
    return icon
