"""What a training will take, in plain words, before it runs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from explorer.ui.scaling import px
from explorer.wording import say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from explorer.training.estimate import Estimate
    from explorer.training.experiment import Experiment
    from explorer.ui.population_commands import PopulationCommands

LEAST: Final = 120  # width before it has one
SETTLE: Final = 120  # milliseconds without a change after which it is estimated again


class EstimateBox(QFrame):
    """How many runs of which size; about how long, and how much memory."""

    def __init__(self, population: PopulationCommands) -> None:
        super().__init__()
        self.setObjectName("estimate")
        self._population = population
        self._estimated: tuple[Experiment, str] | None = None
        self._found: Estimate | None = None
        self._measured: tuple[tuple[Experiment, str], float] | None = None  # seconds that one of them takes
        self.head = QLabel()
        self.head.setObjectName("estimate-head")
        self.lines = QLabel()
        self.lines.setObjectName("status")
        for label in (self.head, self.lines):
            label.setWordWrap(True)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.head)
        self._layout.addWidget(self.lines)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self._estimate)
        self.refit()

    def refit(self) -> None:
        """Take the scale in use."""
        self._layout.setContentsMargins(px(10), px(7), px(10), px(8))
        self._layout.setSpacing(px(2))

    def refresh(self, problem: str = "") -> None:
        """Estimate the experiment of the form where it is another one; while it is typed, later.

        problem: what is wrong with a field; the experiment of the form is then another than what is seen.
        """
        if problem:
            self._settle.stop()
            self._estimated = None
            self._say(say("A field is not understood"), problem, wrong=True)
            return
        wanted = (self._population.experiment, self._population.device)
        self._measure()
        if self._estimated == wanted:
            self._settle.stop()
            if self._found is not None:
                self._show(self._found)
        elif self._estimated is None:
            self._estimate()
        else:
            self._settle.start()

    def _measure(self) -> None:
        """Keep how long the training under way takes, which is known better than before it ran."""
        training = self._population.training
        if training is not None and training.is_running and (whole := training.whole) is not None:
            self._measured = (training.experiment, training.device), whole

    def _estimate(self) -> None:
        from explorer.training.estimate import estimate

        self._estimated = (self._population.experiment, self._population.device)
        self._found = None
        try:
            self._found = estimate(*self._estimated)
        except ValueError as problem:  # a file that is gone, settings that do not go together
            self._say(say("It cannot run like this"), str(problem), wrong=True)
            return
        self._show(self._found)

    def _show(self, found: Estimate) -> None:
        """Say it, with the time that was measured where it has run."""
        if self._measured is not None and self._measured[0] == self._estimated:
            found = replace(found, seconds=self._measured[1])
        first, *rest = found.words
        if found.is_too_large:
            rest = [line for line in (first, *rest) if line != found.too_large]
            self._say(f"{found.too_large[:1].upper()}{found.too_large[1:]}", "\n".join(rest), wrong=True)
            return
        self._say(first, "\n".join(rest))

    def _say(self, head: str, lines: str, *, wrong: bool = False) -> None:
        if self.property("wrong") != wrong:
            self.setProperty("wrong", wrong)  # the sheet draws it as an error
            for part in (self, self.head):
                part.style().unpolish(part)
                part.style().polish(part)
        if (head, lines) == (self.head.text(), self.lines.text()):
            return
        self.head.setText(head)
        self.lines.setText(lines)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """Give both texts all of their lines."""
        margins = self._layout.contentsMargins()
        room = self.width() - margins.left() - margins.right() - 2 * self.frameWidth()
        for label in (self.head, self.lines):
            label.setMinimumHeight(0)  # else it is no less high than before
            label.setFixedHeight(max(0, label.heightForWidth(max(room, px(LEAST)))))
