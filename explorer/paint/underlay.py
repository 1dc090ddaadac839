"""What stays of a card from frame to frame, kept as a picture: ground, title, grid, ticks, and some data.

While something is dragged the axes stay, and in many cards the curves, so drawing them anew in every frame
would be a good part of its time. One picture is kept for one card, and made again when anything differs that
it shows. Which data stay is found out, not declared: the first parts that three frames had in common are
drawn onto the picture, until one of them differs.
"""

from __future__ import annotations

from contextlib import contextmanager
from math import ceil, floor
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QPixmap

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from PySide6.QtCore import QRectF

    from explorer.paint.theme import Theme

    Ground = Callable[[QPainter, QRect, Theme], None]


class Underlay:
    """The kept picture of one card on a screen.

    ground: draws what the card lies on; it must cover the whole rectangle, for the picture is opaque.
    made: how many pictures there have been; holds: how many parts of the data the one now has.
    """

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._picture = QPixmap()
        self._shows: Hashable = None
        self._parts: tuple[Any, ...] = ()  # drawn onto the picture
        self._before: tuple[Any, ...] = ()  # all parts of the last frame
        self._stayed = 0  # how many of its first parts the last frame had in common with the one before
        self.made = 0

    @property
    def holds(self) -> int:
        """How many parts of the data lie on the picture."""
        return len(self._parts)

    def forget(self) -> None:
        """Let go of the picture; the next frame makes another on the same ground."""
        self._picture, self._shows = QPixmap(), None
        self._parts, self._before, self._stayed = (), (), 0

    def draw(
        self,
        painter: QPainter,
        rectangle: QRectF,
        theme: Theme,
        shows: Hashable,
        under: Callable[[QPainter], None],
        parts: Sequence[Any],
        over: Callable[[QPainter, Sequence[Any]], None],
    ) -> int:
        """Put the picture into a rectangle of a raster painter, whose transform is scale and shift only.

        shows: everything that `under` draws depends on, but for rectangle, theme and painter. under: draws
        with a painter whose coordinates are those of the given one. parts: of the data, in their order; equal
        ones look alike as long as `shows` is equal. over: draws some of them. Returned is how many of the
        first parts the picture holds: the caller draws the others.
        """
        on_device = painter.deviceTransform()
        ratio, corner = on_device.m11(), on_device.map(rectangle.topLeft())
        left, top = floor(corner.x()), floor(corner.y())  # whole device pixels: nothing is smoothed
        aside = (corner.x() - left, corner.y() - top)
        size = ceil(rectangle.width() * ratio + aside[0]), ceil(rectangle.height() * ratio + aside[1])
        key = (shows, theme, ratio, size, aside)
        parts, is_new = tuple(parts), key != self._shows
        if is_new or _in_common(parts, self._parts) < len(self._parts):
            self._picture, self._parts, self._shows = QPixmap(*size), (), key
            self.made += 1
            with self._painter(rectangle, ratio, aside) as device:
                self._ground(device, rectangle.toAlignedRect(), theme)
                under(device)
        staying = self._staying(parts, is_new)
        if staying > len(self._parts):
            with self._painter(rectangle, ratio, aside) as device:
                over(device, parts[len(self._parts) : staying])
            self._parts = parts[:staying]
        shift = QPointF(aside[0] / ratio, aside[1] / ratio)
        painter.drawPixmap(rectangle.topLeft() - shift, self._picture)
        return len(self._parts)

    def _staying(self, parts: tuple[Any, ...], is_new: bool) -> int:
        """Return how many of the first parts this frame has in common with the two before."""
        common = 0 if is_new else _in_common(parts, self._before)
        staying, self._stayed, self._before = min(common, self._stayed), common, parts
        return staying

    @contextmanager
    def _painter(self, rectangle: QRectF, ratio: float, aside: tuple[float, float]) -> Iterator[QPainter]:
        """Give a painter of the picture whose coordinates are those of the rectangle."""
        self._picture.setDevicePixelRatio(1.0)
        painter = QPainter(self._picture)
        try:
            painter.translate(*aside)
            painter.scale(ratio, ratio)
            painter.translate(-rectangle.topLeft())
            yield painter
        finally:
            painter.end()
            self._picture.setDevicePixelRatio(ratio)


def _in_common(parts: tuple[Any, ...], others: tuple[Any, ...]) -> int:
    """Return how many first parts are equal."""
    pairs = zip(parts, others, strict=False)
    return next(
        (count for count, (one, other) in enumerate(pairs) if one != other), min(len(parts), len(others))
    )
