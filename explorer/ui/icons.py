"""The few signs on buttons: strokes on a grid of 16, drawn in any colour at any scale."""

from __future__ import annotations

from functools import lru_cache
from math import cos, pi, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from explorer.ui.scaling import scale

_LENS = tuple((7 + 4 * cos(step * pi / 12), 7 + 4 * sin(step * pi / 12)) for step in range(25))
_RING = tuple((8 + 6 * cos(step * pi / 16), 8 + 6 * sin(step * pi / 16)) for step in range(33))

# Each sign is a tuple of strokes; each stroke a tuple of points on the grid.
STROKES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "previous": (((10, 3.5), (5.5, 8), (10, 12.5)),),
    "next": (((6, 3.5), (10.5, 8), (6, 12.5)),),
    "undo": (
        ((6.5, 3), (3, 6.5), (6.5, 10)),
        ((3, 6.5), (10, 6.5), (12.6, 8), (12.6, 11), (10, 13), (7, 13)),
    ),
    "redo": (
        ((9.5, 3), (13, 6.5), (9.5, 10)),
        ((13, 6.5), (6, 6.5), (3.4, 8), (3.4, 11), (6, 13), (9, 13)),
    ),
    "pin": (
        ((5.5, 2.5), (10.5, 2.5)),
        ((6.5, 2.5), (6, 7), (4, 9.5), (12, 9.5), (10, 7), (9.5, 2.5)),
        ((8, 9.5), (8, 14)),
    ),
    "enlarge": (
        ((9, 2.5), (13.5, 2.5), (13.5, 7)),
        ((13.5, 2.5), (9, 7)),
        ((7, 13.5), (2.5, 13.5), (2.5, 9)),
        ((2.5, 13.5), (7, 9)),
    ),
    "shrink": (
        ((13.5, 7), (9, 7), (9, 2.5)),
        ((9, 7), (13.5, 2.5)),
        ((2.5, 9), (7, 9), (7, 13.5)),
        ((7, 9), (2.5, 13.5)),
    ),
    "close": (((4, 4), (12, 12)), ((12, 4), (4, 12))),
    "more": (((3.5, 8), (3.6, 8)), ((8, 8), (8.1, 8)), ((12.5, 8), (12.6, 8))),
    "lesson": (_RING, ((8, 4.9), (8, 5)), ((8, 7.4), (8, 11.2))),
    "search": (_LENS, ((10, 10), (13.5, 13.5))),
    "down": (((4.5, 6.5), (8, 10), (11.5, 6.5)),),
    "up": (((4.5, 9.5), (8, 6), (11.5, 9.5)),),
    "plus": (((8, 3.5), (8, 12.5)), ((3.5, 8), (12.5, 8))),
    "copy": (
        ((2.5, 2.5), (10, 2.5), (10, 10), (2.5, 10), (2.5, 2.5)),
        ((12.2, 6), (13.5, 6), (13.5, 13.5), (6, 13.5), (6, 12.2)),
    ),
    "play": (((5, 3.5), (12.5, 8), (5, 12.5)),),
    "pause": (
        ((4.7, 3.7), (6, 3.7), (6, 12.3), (4.7, 12.3)),
        ((10, 3.7), (11.3, 3.7), (11.3, 12.3), (10, 12.3)),
    ),
    "to_start": (((4, 4), (4, 12)), ((12, 4), (6.5, 8), (12, 12))),
    "step_back": (((9.3, 4.6), (4.6, 8), (9.3, 11.4)), ((12, 4), (12, 12))),
    "step_on": (((6.7, 4.6), (11.4, 8), (6.7, 11.4)), ((4, 4), (4, 12))),
}
FILLED = frozenset(("play", "pause", "to_start", "step_back", "step_on"))  # their strokes are outlines
GRID = 16.0
RATIOS = (1.0, 1.5, 2.0, 3.0)
KEPT = 96  # icons, of the scale and theme in use; at twice the usual scale one takes up to 133 kB


def icon(name: str, code: str, faint: str = "") -> QIcon:
    """Return a sign (a key of STROKES) in a colour code; in `faint` when its button is disabled.

    Made of pictures for each pixel ratio: an icon engine written in Python would belong to Qt and
    to Python at once, and be freed by one while the other still draws with it. It has the size that
    16 logical pixels have at the scale in use.
    """
    return _icon(name, code, faint, scale())


@lru_cache(maxsize=KEPT)
def _icon(name: str, code: str, faint: str, size: float) -> QIcon:
    made = QIcon()
    for ratio in RATIOS:
        usual = _picture(name, QColor(code), size, ratio)
        made.addPixmap(usual, QIcon.Mode.Normal)
        other = _picture(name, QColor(faint), size, ratio) if faint else usual  # one picture, shared
        made.addPixmap(other, QIcon.Mode.Disabled)
    return made


def _picture(name: str, colour: QColor, size: float, ratio: float) -> QPixmap:
    side = round(GRID * size * ratio)
    picture = QPixmap(side, side)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size, size)
    pen = QPen(colour, 2.2 if name == "more" else 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    if name in FILLED:
        painter.setBrush(colour)
    for stroke in STROKES[name]:
        points = [QPointF(x, y) for x, y in stroke]
        painter.drawPolygon(points) if name in FILLED else painter.drawPolyline(points)
    painter.end()
    return picture
