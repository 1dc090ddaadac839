"""A card on stage: a canvas with the stage's ground and language, whose keys are the speaker's first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter

from explorer import wording
from explorer.paint.stage import draw_card
from explorer.paint.underlay import Underlay
from explorer.plots.layout import Box
from explorer.plots.stage import on_stage
from explorer.ui.cards.canvas import Canvas

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QPointF, QRect
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from explorer.paint.theme import Theme
    from explorer.plots import Plot
    from explorer.plots.figure import Figure
    from explorer.ui.session import Session
    from explorer.wording import Language

OWN_KEYS: Final = frozenset(
    {
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_S),
    }
)


class StageCanvas(Canvas):
    """One card of the stage. While it has the keyboard, arrows are the handle's; all else is the stage's."""

    def __init__(
        self, session: Session, plot: Plot, theme: Theme, language: Language, parent: QWidget
    ) -> None:
        self._language = language
        super().__init__(session, plot, theme, parent)
        self._unit = 1.0
        self._underlay = Underlay(self._draw_ground)
        self.speak(language)

    def speak(self, language: Language) -> None:
        """Show the card in another language."""
        self._language = language
        with wording.speaking(language):
            self.setAccessibleName(self.plot.said)
        self.renew()

    def event(self, event: QEvent) -> bool:
        with wording.speaking(self._language):  # tips and names of handles too
            return super().event(event)

    def set_unit(self, unit: float, scale: float) -> None:
        """Take the size of the stage: real pixels a pixel of the page, and the scale of the figure."""
        self._unit = unit
        self._underlay = Underlay(self._draw_ground)  # what is kept has the old frame
        self.set_scale(scale)

    def _draw_ground(self, painter: QPainter, area: QRect, theme: Theme) -> None:
        painter.fillRect(area, QColor(theme.colour("bg")))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_card(painter, Box(area.x(), area.y(), area.width(), area.height()), self._unit, theme)

    def _made(self) -> Figure:
        with wording.speaking(self._language):
            return on_stage(super()._made())

    def _paint(self, painter: QPainter) -> None:
        with wording.speaking(self._language):
            super()._paint(painter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            if not self.cancel():
                self.window().setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in OWN_KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _pop_up(self, position: QPointF, class_index: int | None) -> None:
        """Leave the menu of the card to the desk: it has actions that the stage has not."""
