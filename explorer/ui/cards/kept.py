"""A card's whole picture, kept while only what lies over it changes."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPixmap

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtCore import QRectF


class Kept:
    """The picture of one card on a screen; made: how many pictures there have been."""

    def __init__(self) -> None:
        self._picture: QPixmap | None = None
        self._shows: Hashable = None
        self.made = 0

    def draw(
        self, painter: QPainter, area: QRectF, figure: Callable[[QPainter], None], shows: Hashable
    ) -> None:
        """Put the picture into an area that begins at the origin.

        figure: draws it over all of the area; shows: everything that this depends on.
        """
        ratio = painter.deviceTransform().m11()
        wanted = (shows, area.width(), area.height(), ratio)
        if self._picture is None or wanted != self._shows:
            self._picture, self._shows = self._made(area, ratio, figure), wanted
        painter.drawPixmap(area.topLeft(), self._picture)

    def _made(self, area: QRectF, ratio: float, figure: Callable[[QPainter], None]) -> QPixmap:
        picture = QPixmap(ceil(area.width() * ratio), ceil(area.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        try:
            figure(painter)
        finally:
            painter.end()
        self.made += 1
        return picture

    def forget(self) -> None:
        """Give the memory back; the next picture is made anew."""
        self._picture, self._shows = None, None
