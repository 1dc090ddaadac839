"""Buttons of languages side by side, of which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton

from explorer.ui.focus import CLOSE, tab_to_chosen
from explorer.ui.scaling import px
from explorer.wording import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from explorer.wording import Language

FRAME: Final = 2  # between the frame's line and the buttons
WIDTHS: Final[Mapping[Language, int]] = {"en": 60, "zh": 42}
NAMES: Final[Mapping[Language, str]] = {"en": "English", "zh": "中文"}


class LanguageButtons(QFrame):
    """A button for each language, in a frame.

    described: says of a language's name what the button is for, to those who hear it. speak: told which was
    pressed; what is chosen then shows by `show_chosen`.
    """

    def __init__(self, described: Callable[[str], str], speak: Callable[[Language], object]) -> None:
        super().__init__()
        self.setObjectName("segments")
        inner = QHBoxLayout(self)
        inner.setContentsMargins(FRAME, FRAME, FRAME, FRAME)
        inner.setSpacing(0)
        self.buttons = {language: self._button(language, described, speak) for language in LANGUAGES}
        choice = QButtonGroup(self)
        for language, button in self.buttons.items():
            choice.addButton(button)
            inner.addWidget(button, WIDTHS[language])

    def _button(
        self, language: Language, described: Callable[[str], str], speak: Callable[[Language], object]
    ) -> QPushButton:
        button = QPushButton(NAMES[language])
        button.setObjectName("segment")
        button.setCheckable(True)
        button.setAccessibleName(described(NAMES[language]))
        button.setProperty(CLOSE, True)
        button.clicked.connect(lambda: speak(language))
        return button

    def set_height(self, height: int) -> None:
        """Be so many logical pixels high."""
        self.setFixedSize(px(sum(WIDTHS.values()) + 6), px(height))
        for button in self.buttons.values():
            button.setFixedHeight(px(height) - 2 * (FRAME + 1))

    def show_chosen(self, language: Language) -> None:
        """Show which language is chosen; Tab comes to its button."""
        self.buttons[language].setChecked(True)
        tab_to_chosen(list(self.buttons.values()))
