"""One picture pressed many times: fifty grips or markers in a single call.

Measured: fifty outlined circles 0.17 ms as paths, 0.01 ms as fragments of one picture.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from explorer.paint.surface import Tools

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.paint.theme import Theme

MANY: Final = 24  # fewer are drawn one by one, as sharp as can be
_SHARPNESS: Final = 2.0  # stamps hold twice the pixels, for positions between pixels


def carve(draw: Callable[[Tools], None], width: float, height: float, theme: Theme, ratio: float) -> QPixmap:
    """Return a picture of what `draw` draws about the origin, within width x height pixels."""
    zoom = ratio * _SHARPNESS
    # even sides keep the origin on a border between pixels
    picture = QPixmap(2 * ceil(width * zoom / 2), 2 * ceil(height * zoom / 2))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(picture.width() / 2, picture.height() / 2)
    painter.scale(zoom, zoom)
    draw(Tools(painter, theme))
    painter.end()
    return picture


def press(tools: Tools, picture: QPixmap, x: np.ndarray, y: np.ndarray) -> None:
    """Draw a carved picture centred at each of the pixels, which must be finite."""
    # rows as QPainter.PixmapFragment has them: centre, source corner and size, zoom, turn, opacity
    rows = np.zeros((len(x), 10))
    rows[:, 0], rows[:, 1] = x, y
    rows[:, 4], rows[:, 5] = picture.width(), picture.height()
    rows[:, 6] = rows[:, 7] = 1 / (tools.ratio * _SHARPNESS)
    rows[:, 9] = 1.0
    if len(rows):
        wrapped: Any = shiboken6.wrapInstance(rows.ctypes.data, QPainter.PixmapFragment)
        tools.painter.drawPixmapFragments(wrapped, len(rows), picture)
