"""The few signs on buttons: strokes on a grid of 16, drawn in any colour at any scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPen, QPixmap

# Each sign is a tuple of strokes; each stroke a tuple of points on the grid.
STROKES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "previous": (((10, 3.5), (5.5, 8), (10, 12.5)),),
    "next": (((6, 3.5), (10.5, 8), (6, 12.5)),),
    "undo": (((6.5, 3), (3, 6.5), (6.5, 10)), ((3, 6.5), (10, 6.5), (12.6, 8), (12.6, 11), (10, 13), (7, 13))),
    "redo": (((9.5, 3), (13, 6.5), (9.5, 10)), ((13, 6.5), (6, 6.5), (3.4, 8), (3.4, 11), (6, 13), (9, 13))),
    "pin": (((5.5, 2.5), (10.5, 2.5)), ((6.5, 2.5), (6, 7), (4, 9.5), (12, 9.5), (10, 7), (9.5, 2.5)), ((8, 9.5), (8, 14))),
    "enlarge": (((9, 2.5), (13.5, 2.5), (13.5, 7)), ((13.5, 2.5), (9, 7)), ((7, 13.5), (2.5, 13.5), (2.5, 9)), ((2.5, 13.5), (7, 9))),
    "shrink": (((13.5, 7), (9, 7), (9, 2.5)), ((9, 7), (13.5, 2.5)), ((2.5, 9), (7, 9), (7, 13.5)), ((7, 9), (2.5, 13.5))),
    "close": (((4, 4), (12, 12)), ((12, 4), (4, 12))),
    "more": (((3.5, 8), (3.6, 8)), ((8, 8), (8.1, 8)), ((12.5, 8), (12.6, 8))),
    "plus": (((8, 3.5), (8, 12.5)), ((3.5, 8), (12.5, 8))),
}  # fmt: skip
GRID = 16.0


class _Strokes(QIconEngine):
    """Draws a sign at whatever size and pixel ratio is asked for."""

    def __init__(self, name: str, colour: QColor, faint: QColor) -> None:
        super().__init__()
        self._name, self._colour, self._faint = name, colour, faint

    def paint(self, painter: QPainter, rect: object, mode: QIcon.Mode, state: QIcon.State) -> None:
        area = QRectF(rect)  # type: ignore[call-overload]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(area.topLeft())
        painter.scale(area.width() / GRID, area.height() / GRID)
        width = 2.2 if self._name == "more" else 1.5
        colour = self._faint if mode == QIcon.Mode.Disabled else self._colour
        painter.setPen(
            QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        for stroke in STROKES[self._name]:
            painter.drawPolyline([QPointF(x, y) for x, y in stroke])
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRectF(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _Strokes(self._name, self._colour, self._faint)


@lru_cache(maxsize=64)
def icon(name: str, code: str, faint: str = "") -> QIcon:
    """Return a sign (a key of STROKES) in a colour code; in `faint` when its button is disabled."""
    return QIcon(_Strokes(name, QColor(code), QColor(faint or code)))
