"""Writing the unsaved study to where the next start finds it, beside the window's own work."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.study import recovery
from explorer.study.failures import StorageFailure
from explorer.study.recovery import Note
from explorer.wording import noted, say

if TYPE_CHECKING:
    from explorer.study.recovery import Slot
    from explorer.study.study import Look, Study
    from explorer.ui.commands import Commands

PAUSE: Final = 1.0  # seconds from the beginning of one writing to the next
SHARE: Final = 10.0  # the pause is at least so many times what the last writing took
LAST: Final = 10.0  # seconds that the end of the program waits for a writing under way


class Autosave(QObject):
    """Keeps the unsaved study of one window in its slot.

    A finished gesture is written at once if the last writing began a pause ago, else when the pause is
    over: what a sudden end loses is what was finished within one pause. Nothing is written while a
    gesture is open. A thread writes the frozen study; a newer one takes the place of one that waits.
    `failed` says once why nothing can be kept, until it works again.
    """

    failed = Signal(str)
    written = Signal(object)  # the study
    moved = Signal()
    _done = Signal(object, str)

    def __init__(
        self, commands: Commands, slot: Slot, parent: QObject | None = None, pause: float = PAUSE
    ) -> None:
        super().__init__(parent)
        self.slot = slot
        self._commands, self._session = commands, commands.session
        self._pause = pause
        self._began = -1e9  # of the last writing, and how long it took
        self._took = 0.0
        self._kept: Study | None = None  # what lies in the slot
        self._thread: threading.Thread | None = None
        self._is_failing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._write)
        self._done.connect(self._take_note)
        self._session.changed.connect(self._see)

    @property
    def is_writing(self) -> bool:
        """Whether a writing is under way."""
        return self._thread is not None

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being written and nothing waits."""
        return self._thread is None and not self._timer.isActive()

    def move_to(self, slot: Slot) -> None:
        """Keep the study in another slot from now on: that of a study that was restored."""
        self._wait()
        before, self.slot = self.slot, slot
        self._kept = None
        before.close()
        self.moved.emit()
        self._see()

    def close(self, keep: bool = False) -> None:
        """End the keeping; nothing is left unless the study is to be found at the next start."""
        self._timer.stop()
        self._session.changed.disconnect(self._see)
        self._wait()
        if keep:
            self.slot.leave()
        else:
            self.slot.close()

    def _see(self) -> None:
        """Something changed: plan a writing, or forget what is no longer unsaved."""
        if self._session.in_gesture or self._thread is not None:
            return  # the end of either comes back here
        if self._session.history.is_saved:
            self._timer.stop()
            self._forget()
        elif self._session.state.study is not self._kept and not self._timer.isActive():
            pause = max(self._pause, SHARE * self._took)
            self._timer.start(max(0, round(1000 * (self._began + pause - time.monotonic()))))

    def _forget(self) -> None:
        if self._kept is None:
            return
        self._kept = None
        try:
            self.slot.forget_study()
        except OSError as problem:
            self._fail(str(problem.strerror or problem))

    def _write(self) -> None:
        if self._session.in_gesture or self._thread is not None or self._session.history.is_saved:
            return
        state = self._session.state
        note = Note(self._commands.path, self._commands.read_only, time.time())
        self._began = time.monotonic()
        arguments = (self.slot, state.study, state.look, note)
        self._thread = threading.Thread(target=self._keep, args=arguments, name="autosave", daemon=True)
        self._thread.start()

    def _keep(self, slot: Slot, study: Study, look: Look, note: Note) -> None:
        """Write, in the thread; the window's thread hears of it by a queued signal."""
        problem = ""
        try:
            recovery.keep(slot, study, look, note)
        except StorageFailure as failure:
            problem = str(failure)
        finally:
            self._done.emit(study, problem)

    def _take_note(self, study: Study, problem: str) -> None:
        self._wait()
        self._took = time.monotonic() - self._began
        self._kept = study
        if problem:
            self._fail(problem)
        else:
            self._is_failing = False
            self.written.emit(study)
        self._see()

    def _fail(self, problem: str) -> None:
        if not self._is_failing:
            self._is_failing = True
            text = noted(
                "What is not saved cannot be kept for the case of a crash: {problem}. Save it to be safe."
            )
            self.failed.emit(say(text, problem=problem))

    def _wait(self) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(LAST)
