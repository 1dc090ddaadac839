"""Computes the descents of what is on screen, a little at a time, so that no frame waits for them."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from explorer.analysis.descents import Descents
    from explorer.study.state import State
    from explorer.ui.session import Session

SLICE: Final = 0.003  # seconds of work between two looks at the event queue
AT_ONCE: Final = 0.02  # seconds of work before the frame that shows a step of another plan
SHOWN_EVERY: Final = 0.05  # seconds between two showings of descents that are under way
AWAITED_EVERY: Final = 0.25  # the same where every card shows them: a frame costs more than it tells
IN_GESTURES: Final = 16  # milliseconds between two slices while something is dragged
SLICE_IN_GESTURES: Final = 0.001  # seconds of each: they are taken from the frames of the drag
RESULT: Final = "descents"


class Descending(QObject):
    """Keeps the descents among the session's results; `grown` comes when there are others.

    They begin once the window has been seen. While something is dragged, descents that were begun are
    brought to their end and shown late, or there would never be any; after it those of the study as it is
    follow at once. Where a step is shown that was not computed yet, every card is told.
    """

    grown = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._made: Descents | None = None
        self._started = False
        self._shown_at = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        session.preparing.connect(self._prepare)
        session.changed.connect(self._follow)
        session.replaced.connect(self._forget)

    def start(self) -> None:
        """Compute from now on."""
        self._started = True
        self._follow()

    def stop(self) -> None:
        """Compute no more, as when the window closes."""
        self._started = False
        self._timer.stop()

    def _forget(self) -> None:
        self._made = None

    def _prepare(self) -> None:
        """Where a later step is to be shown of descents that nobody has, compute some of them first."""
        state = self._session.state
        if self._started and state.look.time and self._is_wanted() and not self._answers(state):
            self._begin_at_once(state)

    def _follow(self) -> None:
        """Begin or go on where the descents are not those of what is shown."""
        if self._started and self._is_wanted() and not self._timer.isActive():
            self._timer.start(IN_GESTURES if self._session.in_gesture else 0)

    def _is_wanted(self) -> bool:
        state = self._session.state
        if state.look.board != "desk":
            return False
        return self._made is None or not (self._made.complete and self._made.answers(state))

    def _answers(self, state: State) -> bool:
        """Whether what is shown of descents is of this very state."""
        shown: Descents | None = state.results.get(RESULT)
        return shown is not None and shown.answers(state)

    def _begin_at_once(self, state: State) -> None:
        """Compute some of another plan's descents for the coming frame, so that it need not show step 0."""
        from explorer.analysis.descents import Descents

        self._made = Descents.of(state, self._made).advance(AT_ONCE)
        self._shown_at = perf_counter()
        self._session.put_result(RESULT, self._made)

    def _go_on(self) -> None:
        """Compute for a moment, show what came of it, and come back for the rest."""
        from explorer.analysis.descents import Descents

        state, made = self._session.state, self._made
        if made is None or self._is_outdated(made, state):
            made = Descents.of(state, made)
        self._made = made = made.advance(SLICE_IN_GESTURES if self._session.in_gesture else SLICE)
        if self._is_due(made, state):
            self._show(made, state)
        self._follow()

    def _is_outdated(self, made: Descents, state: State) -> bool:
        """Whether to begin anew; what was begun during a gesture goes on to its end."""
        return not made.answers(state) and (made.complete or not self._session.in_gesture)

    def _is_due(self, made: Descents, state: State) -> bool:
        """Whether to show them as far as they are: complete, the awaited step reached, or some time over."""
        if made.complete or self._session.in_gesture:
            return made.complete
        waited = perf_counter() - self._shown_at
        if self._is_awaited(state):
            return made.done >= state.look.time or waited >= AWAITED_EVERY
        return waited >= SHOWN_EVERY

    def _is_awaited(self, state: State) -> bool:
        """Whether the cards show a step that the descents they have did not reach."""
        shown: Descents | None = state.results.get(RESULT)
        return state.look.time > 0 and not (
            shown is not None and shown.answers(state) and shown.done >= state.look.time
        )

    def _show(self, made: Descents, state: State) -> None:
        """Give the descents to those who show them; to all while a step is shown that was missing."""
        self._shown_at = perf_counter()
        if self._is_awaited(state):
            self._session.keep_result(RESULT, made)
        else:
            self._session.put_result(RESULT, made)
        self.grown.emit()
