"""What a training will take, in plain words, before it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from explorer.ui.scaling import px
from explorer.wording import say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

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
        if self._estimated == wanted:
            self._settle.stop()
        elif self._estimated is None:
            self._estimate()
        else:
            self._settle.start()

    def _estimate(self) -> None:
        from explorer.training.estimate import estimate

        self._estimated = (self._population.experiment, self._population.device)
        try:
            found = estimate(*self._estimated)
        except ValueError as problem:  # a file that is gone, settings that do not go together
            self._say(say("It cannot run like this"), str(problem), wrong=True)
            return
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
