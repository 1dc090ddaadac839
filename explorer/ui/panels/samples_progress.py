"""Keeps the answers for all samples up to date, and says how far an evaluation is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from explorer.analysis.survey import asked, known
from explorer.plots import numbers
from explorer.ui.bars import Elided
from explorer.wording import say

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from explorer.analysis.survey import Survey
    from explorer.jobs.events import Event, Progress
    from explorer.study.study import Study
    from explorer.ui.session import Session

SETTLE: Final = 250  # milliseconds without a change after which all samples are evaluated again
QUIET: Final = 400  # milliseconds of evaluation before a bar is shown
SECOND: Final = 1.0


class Passes(Protocol):
    """What is asked of whoever evaluates all samples."""

    progressed: SignalInstance
    finished: SignalInstance
    failed: SignalInstance
    cancelled: SignalInstance

    def survey(self, study: Study) -> int:
        """Begin to evaluate all samples; return the generation that the answer will carry."""

    def cancel(self, generation: int) -> None:
        """Leave an evaluation under way."""


class SamplesProgress(QWidget):
    """The row over the list: how far it is, Cancel, or the way to begin again.

    `ended` says that an evaluation is over, whatever came of it.
    """

    ended = Signal()

    def __init__(self, session: Session, passes: Passes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self._passes = session, passes
        self._running: int | None = None
        self._running_for: Study | None = None
        self._stopped_for: Study | None = None  # the study whose evaluation was cancelled
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self.evaluate)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(say("Samples evaluated"))
        self.words = Elided("status")
        self.cancel_button = QPushButton(say("Cancel"))
        self.again_button = QPushButton(say("Evaluate all samples"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 2)
        row.addWidget(self.bar, 3)
        row.addWidget(self.cancel_button)
        row.addWidget(self.again_button)
        self.cancel_button.clicked.connect(self._stop)
        self.again_button.clicked.connect(self.evaluate)
        passes.progressed.connect(self._progressed)
        passes.finished.connect(self._end)
        passes.failed.connect(self._fail)
        passes.cancelled.connect(self._end)

    @property
    def survey(self) -> Survey | None:
        """What is known of all samples."""
        return known(self.session.state)

    def keep_up(self) -> None:
        """See to it that the survey answers the study: at once for an edited sample, else by a pass."""
        survey, study = self.survey, self.session.state.study
        if survey is not None and survey.is_current(study):
            self._settle.stop()
            return
        if survey is not None:
            caught_up = survey.caught_up(study)
            if caught_up is not None:
                self.session.keep_result("survey", caught_up)
                return
        if self._stopped_for is not study and not self._is_under_way(study):
            self._settle.start(0 if survey is None else SETTLE)

    def _is_under_way(self, study: Study) -> bool:
        """Say whether the evaluation that runs will answer this study, but for a few edited samples."""
        begun = self._running_for
        if self._running is None or begun is None:
            return False
        return asked(begun) == asked(study) and begun.table.has_columns_of(study.table)

    def evaluate(self) -> None:
        """Begin to evaluate all samples."""
        self._stopped_for = None
        self._running_for = self.session.state.study
        self._running = self._passes.survey(self._running_for)
        self.bar.setRange(0, len(self.session.state.study.table))
        self.bar.setValue(0)
        self.show_state()

    def _progressed(self, event: Progress) -> None:
        if event.generation != self._running:
            return
        done, total, elapsed = event.done, event.total, event.elapsed
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.words.say(_progress_words(done, total, elapsed))
        self.setVisible(elapsed * 1000 >= QUIET)

    def _end(self, event: Event) -> None:
        if event.generation == self._running:
            self._running = None
            self.ended.emit()

    def _fail(self, event: Event) -> None:
        """Keep from trying again by itself: what failed once is tried again when a person says so."""
        if event.generation == self._running:
            self._stopped_for = self.session.state.study
        self._end(event)

    def _stop(self) -> None:
        if self._running is not None:
            left, self._running, self._stopped_for = self._running, None, self.session.state.study
            self._passes.cancel(left)
        self.show_state()

    def show_state(self) -> None:
        """Show whether an evaluation runs, was left, or is not needed."""
        survey, study = self.survey, self.session.state.study
        stopped = self._running is None and self._stopped_for is study
        stale = survey is None or not survey.is_current(study)
        self.bar.setVisible(self._running is not None)
        self.cancel_button.setVisible(self._running is not None)
        self.again_button.setVisible(stopped and stale)
        if stopped and stale:
            self.words.say(say("Not evaluated." if survey is None else "Evaluated before the last change."))
            self.show()
        elif self._running is None:
            self.hide()


def _progress_words(done: int, total: int, elapsed: float) -> str:
    left = elapsed * (total - done) / max(done, 1)
    shown = {"done": numbers.count(done), "total": numbers.count(total)}
    if done and left >= SECOND:
        return say("{done} of {total} samples, about {left} s left", **shown, left=f"{left:.0f}")
    return say("{done} of {total} samples", **shown)
