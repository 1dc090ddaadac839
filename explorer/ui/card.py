"""A card: a canvas with the button that enlarges it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from explorer.ui.canvas import Canvas
from explorer.ui.icons import icon

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from explorer.paint.theme import Theme
    from explorer.plots import Plot
    from explorer.ui.session import Session

BUTTON = 26


class Card(QWidget):
    """One figure in its frame."""

    enlarge_asked = Signal(str)

    def __init__(self, session: Session, plot: Plot, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName(f"card-{plot.key}")
        self.canvas = Canvas(session, plot, theme, self)
        self.canvas.enlarge_asked.connect(self.enlarge_asked)
        self.button = QToolButton(self)
        self.button.setObjectName("quiet")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setIconSize(QSize(14, 14))
        self.button.clicked.connect(lambda: self.enlarge_asked.emit(plot.key))
        self.show_enlarged(False)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from the next frame on."""
        self.theme = theme
        self.canvas.set_theme(theme)
        self.show_enlarged(self._enlarged)

    def show_enlarged(self, enlarged: bool) -> None:
        """Show the way back when the card is enlarged, the way out when it is not."""
        self._enlarged = enlarged
        words = "Back to all cards (Esc)" if enlarged else f"Enlarge {self.canvas.plot.title.lower()}"
        self.button.setIcon(icon("shrink" if enlarged else "enlarge", self.theme.colour("mut")))
        self.button.setToolTip(words)
        self.button.setAccessibleName(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.canvas.setGeometry(self.rect())
        size = round(BUTTON * self.canvas.ui_scale)
        self.button.setGeometry(self.width() - size - 6, 4, size, size)
