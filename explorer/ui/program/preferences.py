"""The page of preferences: every choice holds at once, and all can be taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.paint.text import width_of
from explorer.plots import numbers
from explorer.plots.numbers import Format
from explorer.ui.focus import tab_to_chosen
from explorer.ui.program import number_format
from explorer.ui.program.motion import is_still, keep_still
from explorer.ui.scaling import STEPS, px
from explorer.wording import NAMES, noted, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QShowEvent

    from explorer.ui.commands import Commands

THEMES: Final = (("system", noted("System")), ("light", noted("Light")), ("dark", noted("Dark")))
TONGUES: Final = (("system", noted("System")), *NAMES.items())  # the others each in itself
DIGITS: Final = ((-1, noted("Fewer")), (0, noted("Standard")), (1, noted("More")))
MINUSES: Final = ((numbers.MINUS, noted("Typographic −")), ("-", noted("Plain -")))
THOUSANDS: Final = (
    (",", noted("Comma 1,000")),
    ("\u2009", noted("Space 1\u2009000")),
    ("", noted("None 1000")),
)
MOTION: Final = ((False, noted("Full")), (True, noted("Reduced")))
SAMPLE: Final = (-1234.5678, 0.1429)  # numbers by which a format is seen


class Choices(QFrame):
    """A few words of which one is chosen, as buttons side by side; arrow keys go from one to the next."""

    def __init__(
        self, name: str, words: Sequence[tuple[object, str]], choose: Callable[[object], object]
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setObjectName("segments")
        self._group = QButtonGroup(self)
        self._values = [value for value, _ in words]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        for place, (_, text) in enumerate(words):
            button = QPushButton(say(text))
            button.setObjectName("segment")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(say("{name}: {choice}", name=name, choice=say(text)))
            self._group.addButton(button, place)
            layout.addWidget(button)
        self._group.idClicked.connect(lambda place: choose(self._values[place]))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refit()  # the sheet, which sets sizes too, has been put on by now

    def refit(self) -> None:
        """Take the scale of the interface; each word may become bold without moving the others."""
        for button in self._group.buttons():
            button.setFixedSize(px(width_of(button.text(), "body", bold=True) + 18), px(26))

    def show_chosen(self, value: object) -> None:
        """Mark what is chosen, without choosing it; what is none of the words marks none."""
        self._group.setExclusive(False)
        for place, each in enumerate(self._values):
            self._group.button(place).setChecked(each == value)
        self._group.setExclusive(True)
        tab_to_chosen(self._group.buttons())

    def button(self, value: object) -> QPushButton:
        """Return the button of a value."""
        found = self._group.button(self._values.index(value))
        assert isinstance(found, QPushButton)
        return found


class Preferences(QDialog):
    """Theme, language, size, numbers, motion. Lies beside the work and blocks nothing; Esc closes it."""

    def __init__(self, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self._commands, self._settings = commands, commands.settings
        self.setWindowTitle(say("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        scales = [(scale, f"{scale * 100:.0f} %") for scale in STEPS]
        self.language = Choices(
            say("Language"), TONGUES, lambda value: commands.program.choose_language(str(value))
        )
        self.theme = Choices(say("Theme"), THEMES, lambda value: commands.choose_theme(str(value)))
        self.scale = Choices(say("Size"), scales, lambda value: commands.cards.zoom_to(_number(value)))
        self.digits = Choices(say("Digits"), DIGITS, lambda value: self._write(digits=value))
        self.minus = Choices(say("Minus"), MINUSES, lambda value: self._write(minus=value))
        self.thousands = Choices(say("Thousands"), THOUSANDS, lambda value: self._write(thousands=value))
        self.motion = Choices(say("Motion"), MOTION, lambda value: keep_still(self._settings, bool(value)))
        self.sample = QLabel()
        self.sample.setAccessibleName(say("Numbers look so"))
        self.defaults = QPushButton(say("Back to defaults"))
        self.defaults.setAutoDefault(False)
        self.defaults.clicked.connect(self._back)
        self.closer = QPushButton(say("Close"))
        self.closer.setAutoDefault(False)
        self.closer.clicked.connect(self.close)
        self._build()
        self._show()
        self.theme.button(commands.theme_choice).setFocus()
        self._settings.changed.connect(self._show)
        commands.appearance.changed.connect(self._dress)

    def _build(self) -> None:
        rows = (
            (say("Theme"), self.theme),
            (say("Language"), self.language),
            (say("Size"), self.scale),
            (say("Digits"), self.digits),
            (say("Minus"), self.minus),
            (say("Thousands"), self.thousands),
            ("", self.sample),
            (say("Motion"), self.motion),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(20))
        grid.setVerticalSpacing(px(10))
        for row, (name, part) in enumerate(rows):
            label = QLabel(name)
            label.setBuddy(part)
            grid.addWidget(label, row, 0)
            grid.addWidget(part, row, 1, Qt.AlignmentFlag.AlignLeft)
        below = QHBoxLayout()
        below.addWidget(self.defaults)
        below.addStretch(1)
        below.addWidget(self.closer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(18), px(20), px(16))
        layout.setSpacing(px(18))
        layout.addLayout(grid)
        layout.addLayout(below)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def _show(self, *_: object) -> None:
        """Show what is chosen, wherever it was chosen."""
        now = number_format.chosen_format(self._settings)
        self.theme.show_chosen(self._commands.theme_choice)
        self.language.show_chosen(self._commands.program.language_choice)
        self.scale.show_chosen(self._commands.appearance.scale)
        self.digits.show_chosen(now.digits)
        self.minus.show_chosen(now.minus)
        self.thousands.show_chosen(now.thousands)
        self.motion.show_chosen(is_still(self._settings))
        self.sample.setText("    ".join(numbers.fixed(number, 2) for number in SAMPLE))

    def _dress(self) -> None:
        for choices in (
            self.theme,
            self.language,
            self.scale,
            self.digits,
            self.minus,
            self.thousands,
            self.motion,
        ):
            choices.refit()
        self._show()

    def _write(self, **changes: object) -> None:
        now = number_format.chosen_format(self._settings)
        number_format.choose_format(self._settings, replace(now, **changes))  # type: ignore[arg-type]

    def _back(self) -> None:
        """Take every choice of this page back; others, such as shortcuts, stay."""
        self._commands.choose_theme("system")
        self._commands.cards.zoom_to(1.0)
        number_format.choose_format(self._settings, Format())
        keep_still(self._settings, still=False)
        self._commands.program.choose_language("system")


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 1.0
