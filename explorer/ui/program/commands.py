"""What is done to the program and to whole documents: new, recent files, preferences, what was left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QObject, Signal

from explorer.plots import numbers
from explorer.study.opening import default_study
from explorer.study.storage import Opened
from explorer.study.study import Look
from explorer.study.table import Table
from explorer.ui.program import language, recent
from explorer.ui.program.number_format import SETTING, chosen_format
from explorer.wording import noted, say

if TYPE_CHECKING:
    from pathlib import Path

    from explorer.ui.commands import Commands
    from explorer.ui.program.restoring import Restoring

UNTITLED: Final = noted("Untitled")
CLASSES: Final = tuple("abcde")  # of a new study
THEME: Final = "theme"


class ProgramCommands(QObject):
    """Reached as `commands.program`. The window answers `preferences_asked` and `language_asked`.

    `left_changed` comes when there is more or less to recover.
    """

    left_changed = Signal()
    preferences_asked = Signal()
    numbers_changed = Signal()
    language_asked = Signal(str)

    def __init__(self, commands: Commands) -> None:
        super().__init__(commands)
        self._commands = commands
        self.restoring: Restoring | None = None  # where the program is run for real
        commands.adopted.connect(self._remember)
        commands.saved.connect(self._remember)
        commands.settings.changed.connect(self._follow)
        numbers.use(chosen_format(commands.settings))

    def new(self) -> None:
        """Open a study with one sample and a few classes, all 0."""
        zeros = np.zeros((1, len(CLASSES)))
        self._commands.open(
            Opened(default_study(Table.of(zeros, classes=CLASSES), say(UNTITLED)), Look()),
            say("A new study"),
        )

    def open_recent(self, path: Path) -> None:
        """Open a file of the list; one that is gone is said and leaves the list."""
        if not self._commands.open_path(path) and not path.exists():
            recent.forget(self._commands.settings, path)

    @property
    def has_recent(self) -> bool:
        """Whether any file was opened or saved."""
        return bool(recent.recent(self._commands.settings))

    def clear_recent(self) -> None:
        """Forget which files were opened."""
        recent.forget(self._commands.settings)

    @property
    def has_left(self) -> bool:
        """Whether something was left by a program that ended unexpectedly."""
        return self.restoring is not None and bool(self.restoring.left)

    def offer_left(self) -> None:
        """Offer again what was left."""
        if self.restoring is not None:
            self.restoring.offer()

    @property
    def language_choice(self) -> language.Choice:
        """What was chosen: the system's language, or one."""
        return language.chosen(self._commands.settings)

    def choose_language(self, choice: str) -> None:
        """Speak the system's language or another from now on; the window is built anew in it."""
        language.keep(self._commands.settings, choice)
        self.language_asked.emit(language.wanted(self._commands.settings))

    def _remember(self, path: Path | None) -> None:
        if path is not None:
            recent.remember(self._commands.settings, path)

    def _follow(self, name: str) -> None:
        """Write numbers as chosen, at once and everywhere."""
        if name == SETTING and numbers.use(chosen_format(self._commands.settings)):
            self._commands.session.refresh()
            self.numbers_changed.emit()
