"""A card: a canvas with the button that enlarges it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

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
        self.menu_button = QToolButton(self)
        self.menu_button.setObjectName("quiet")
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.menu_button.setIconSize(QSize(16, 16))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setVisible(plot.choices is not None)
        self.menu_button.setToolTip(f"What {plot.title.lower()} shows")
        self.menu_button.setAccessibleName(f"What {plot.title.lower()} shows")
        self.menu = QMenu(self.menu_button)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.menu_button.setMenu(self.menu)
        self.show_enlarged(False)

    def _fill_menu(self) -> None:
        """List what can be chosen about the figure now."""
        self.menu.clear()
        choices = self.canvas.plot.choices
        for choice in choices(self.canvas.session.state) if choices else ():
            menu = self.menu.addMenu(choice.title) if choice.title else self.menu
            for option in choice.options:
                action = menu.addAction(option.text.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(option.chosen)
                action.triggered.connect(partial(self.canvas.session.show_look, option.look))

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
        self.menu_button.setIcon(icon("more", self.theme.colour("mut")))
        self.button.setToolTip(words)
        self.button.setAccessibleName(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.canvas.setGeometry(self.rect())
        size = round(BUTTON * self.canvas.ui_scale)
        self.button.setGeometry(self.width() - size - 6, 4, size, size)
        self.menu_button.setGeometry(self.width() - 2 * size - 6, 4, size, size)
