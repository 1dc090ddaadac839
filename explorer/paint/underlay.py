"""What stays under a card's data from frame to frame, kept as a picture: ground, title, grid, ticks.

While something is dragged the axes stay, so drawing them anew in every frame would be a good part of
its time. One picture is kept for one card, and made again when anything differs that it shows.
"""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QPixmap

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtCore import QRectF

    from explorer.paint.theme import Theme

    Ground = Callable[[QPainter, QRect, Theme], None]


class Underlay:
    """The kept picture of one card on a screen.

    ground: draws what the card lies on; it must cover the whole rectangle, for the picture is opaque.
    made: how many pictures there have been.
    """

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._picture = QPixmap()
        self._shows: Hashable = None
        self.made = 0

    def draw(
        self,
        painter: QPainter,
        rectangle: QRectF,
        theme: Theme,
        shows: Hashable,
        under: Callable[[QPainter], None],
    ) -> None:
        """Put the picture into a rectangle of a raster painter, whose transform is scale and shift only.

        shows: everything that `under` draws depends on, but for rectangle, theme and painter. under: draws
        with a painter whose coordinates are those of the given one.
        """
        on_device = painter.deviceTransform()
        ratio, corner = on_device.m11(), on_device.map(rectangle.topLeft())
        left, top = floor(corner.x()), floor(corner.y())  # whole device pixels: nothing is smoothed
        aside = (corner.x() - left, corner.y() - top)
        size = ceil(rectangle.width() * ratio + aside[0]), ceil(rectangle.height() * ratio + aside[1])
        key = (shows, theme, ratio, size, aside)
        if key != self._shows:
            self._picture = self._made(rectangle, theme, ratio, size, aside, under)
            self._shows = key
        shift = QPointF(aside[0] / ratio, aside[1] / ratio)
        painter.drawPixmap(rectangle.topLeft() - shift, self._picture)

    def _made(
        self,
        rectangle: QRectF,
        theme: Theme,
        ratio: float,
        size: tuple[int, int],
        aside: tuple[float, float],
        under: Callable[[QPainter], None],
    ) -> QPixmap:
        picture = QPixmap(*size)
        painter = QPainter(picture)
        try:
            painter.translate(*aside)
            painter.scale(ratio, ratio)
            painter.translate(-rectangle.topLeft())
            self._ground(painter, rectangle.toAlignedRect(), theme)
            under(painter)
        finally:
            painter.end()
        picture.setDevicePixelRatio(ratio)
        self.made += 1
        return picture
