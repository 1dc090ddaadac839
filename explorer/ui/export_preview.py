"""The picture that would be written, as it is drawn there, only smaller."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.paint.export import image_of
from explorer.ui.scaling import px
from explorer.wording import say

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPaintEvent, QResizeEvent

    from explorer.paint.export import Drawing
    from explorer.paint.theme import Theme

ROOM: Final = 12.0  # round the picture
LARGEST: Final = 2.0  # times its size on paper that a small picture is shown


class ExportPreview(QWidget):
    """Draws what it is shown by the function that draws the file, at the scale at which it fits."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawing: Drawing | None = None
        self._size = (1.0, 1.0)
        self.image: QImage | None = None  # as it is on screen
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(say("Preview"))

    def set_theme(self, theme: Theme) -> None:
        """Draw the ground in the window's theme; the picture has its own."""
        self._theme = theme
        self.update()

    def show_drawing(self, drawing: Drawing | None, size: tuple[float, float]) -> None:
        """Show a drawing of a size in logical pixels; None for one that cannot be made."""
        self._drawing, self._size, self.image = drawing, size, None
        self.setAccessibleDescription(drawing.description if drawing is not None else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(440), px(340))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(160))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.image = None

    def _fit(self) -> float:
        """Return the scale at which the picture fits its room."""
        room = px(ROOM)
        width, height = self.width() - 2 * room, self.height() - 2 * room
        return max(min(width / self._size[0], height / self._size[1], LARGEST), 1.0 / min(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._theme.colour("bg")))
            if self._drawing is None:
                return
            if self.image is None:
                self.image = image_of(self._drawing, self._size, self._fit() * self.devicePixelRatioF())
                self.image.setDevicePixelRatio(self.devicePixelRatioF())
            size = self.image.deviceIndependentSize()
            left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
            place = QRectF(round(left), round(top), size.width(), size.height())
            painter.drawImage(place.topLeft(), self.image)
            painter.setPen(QPen(QColor(self._theme.colour("line2")), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
