"""What moves by itself on the stage: a share of its time, 0 to 1, by the clock."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

FRAMES: Final = 60  # a second, where they are fast enough


class Player(QObject):
    """Shows something at shares of its time until that is over; late frames are left out, never queued.

    now: seconds, of any beginning.
    """

    def __init__(self, parent: QObject, now: Callable[[], float] = perf_counter) -> None:
        super().__init__(parent)
        self._now = now
        self._began, self._seconds = 0.0, 0.0
        self._show: Callable[[float], object] | None = None
        self._done: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1000 // FRAMES)
        self._timer.timeout.connect(self.tick)

    @property
    def is_playing(self) -> bool:
        """Whether something is on its way."""
        return self._show is not None

    def play(self, seconds: float, show: Callable[[float], object], done: Callable[[], object]) -> None:
        """Show shares of the time from now on, then say that it is over: at once where it takes no time.

        What is on its way is finished first.
        """
        self.finish()
        self._began, self._seconds = self._now(), seconds
        self._show, self._done = show, done
        if seconds <= 0.0:
            self.finish()
            return
        show(0.0)
        self._timer.start()

    def tick(self) -> None:
        """Show what is due now."""
        if self._show is None:
            return
        share = (self._now() - self._began) / self._seconds
        if share >= 1.0:
            self.finish()
        else:
            self._show(share)

    def finish(self) -> None:
        """Be at the end now."""
        done = self._done
        self.stop()
        if done is not None:
            done()

    def stop(self) -> None:
        """Stay where it is."""
        self._show, self._done = None, None
        self._timer.stop()
