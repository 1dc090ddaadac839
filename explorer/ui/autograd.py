"""Asking for gradients by torch: when the gradient check is seen and the sample stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from explorer.analysis.given import other_logits

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.analysis.gradient_check import Autograd
    from explorer.study.state import State
    from explorer.study.study import ShownLoss
    from explorer.ui.jobs import Jobs
    from explorer.ui.session import Session

RESULT: Final = "autograd"
SETTLE: Final = 250  # milliseconds without a change


class AutogradAsker(QObject):
    """Keeps the result "autograd" up to date while `is_seen()`; torch runs in the worker's process alone."""

    def __init__(
        self, session: Session, jobs: Jobs, is_seen: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._is_seen = session, jobs, is_seen
        self._asked_for: tuple[object, ...] = ()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self._ask)
        session.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Wait anew; called after every change, and when a card comes or goes."""
        if self._is_seen() and not is_answered(self._session.state):
            self._settle.start()

    def _ask(self) -> None:
        state = self._session.state
        question = (state.sample, _on(state), other_logits(state))
        if self._session.in_gesture:
            self._settle.start()
        elif self._is_seen() and not is_answered(state) and not _same(question, self._asked_for):
            self._asked_for = question
            self._jobs.autograd(state)


def is_answered(state: State) -> bool:
    """Whether the gradients at hand are those of the sample looked at, for every loss that is on."""
    result: Autograd | None = state.results.get(RESULT)
    if result is None:
        return False
    other = other_logits(state)
    return all(result.of(state.sample, shown, other) is not None for shown in _on(state))


def _on(state: State) -> tuple[ShownLoss, ...]:
    return tuple(shown for shown in state.study.shown if shown.on)


def _same(one: tuple[object, ...], two: tuple[object, ...]) -> bool:
    """Compare questions: samples and arrays by identity, losses by equality."""
    return len(one) == len(two) and one[0] is two[0] and one[1] == two[1] and one[2] is two[2]
