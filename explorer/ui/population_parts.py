"""What the window has of populations: their board, the way back, what the status line says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from explorer.ui.population_training import update_words
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.ui.panels.population import PopulationBoard
    from explorer.ui.population_commands import PopulationCommands
    from explorer.ui.window import Window


class PopulationParts(QObject):
    """The board is made when it is first asked for.

    made: the board, None before. facts: what the status line says of the population that is looked at,
    instead of its own.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._population = window, window.commands.population
        self.made: PopulationBoard | None = None
        self.facts: dict[str, str] = {}
        self._was_running = self._has_ended = False  # the latter: since the board was last looked at
        self._population.changed.connect(self._say)
        window.session.changed.connect(self._say)
        window.closed.connect(self._population.left.close)
        window.status.population_asked.connect(self._population.toggle)
        window.title_bar.desk_asked.connect(self._population.toggle)

    @property
    def board(self) -> PopulationBoard:
        """The board of populations."""
        if self.made is None:
            from explorer.ui.panels.population import PopulationBoard  # not needed to show the desk

            window = self._window
            self.made = PopulationBoard(self._population, window.appearance.theme)
            self.made.hide()
            self.made.said.connect(window.status.tell)
            self.made.export_asked.connect(window.commands.sharing.export_asked)
            self.made.facts_said.connect(self._take_facts)
            window.put_board(self.made)
        return self.made

    def _take_facts(self, facts: dict[str, str]) -> None:
        """Let the status line tell of the population that is shown; without one of the sample again."""
        self.facts = facts
        if not facts:
            self._window.status.show_facts(checked="", findings="")
        self._window.show_facts()

    def _say(self) -> None:
        """Say how the training is wherever its board is not in sight."""
        is_shown = self._window.session.state.look.board == "population"
        has_ended = self._was_running and self._population.training is None
        self._was_running = self._population.is_running
        self._has_ended = not is_shown and not self._was_running and (has_ended or self._has_ended)
        words = "" if is_shown else status_words(self._population, self._has_ended)
        self._window.status.show_facts(population=words)


def status_words(population: PopulationCommands, has_ended: bool = False) -> str:
    """Say in a few words how a training is: under way, waiting, stopped or at its end; else ""."""
    training = population.training
    if training is None:
        return say("population: done") if has_ended else ""
    words = update_words(training) or say("starting")
    if training.paused:
        return say("population: {update}, paused", update=words)
    if training.is_running:
        return say("population: {update}", update=words)
    return say("population: {update}, stopped", update=words)
