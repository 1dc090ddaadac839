"""What a task tells and asks while it runs."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Final

from explorer.jobs.events import Progress

if TYPE_CHECKING:
    from collections.abc import Callable

TOLD_EVERY: Final = 0.04  # seconds between two progress events


class Left(Exception):  # noqa: N818 - to be cancelled is no error
    """The task was cancelled and ends where it is."""


class Control:
    """The thread of a task calls `check` and `progress` at least every 50 ms; another one calls `cancel`."""

    def __init__(self, generation: int, kind: str, tell: Callable[[Progress], None]) -> None:
        self.generation = generation
        self.kind = kind
        self._tell = tell
        self._cancelled = threading.Event()
        self._begun = self._told = time.monotonic()

    def cancel(self) -> None:
        """Ask the task to end."""
        self._cancelled.set()

    def is_cancelled(self) -> bool:
        """Whether the task is asked to end."""
        return self._cancelled.is_set()

    def check(self) -> None:
        """Raise Left where the task is asked to end."""
        if self._cancelled.is_set():
            raise Left

    def progress(self, done: int, total: int, part: object = None) -> None:
        """Tell how much is done, as often as a person can see; raise Left as `check` does.

        part: answers so far, to be shown early; they are copied now.
        """
        self.check()
        now = time.monotonic()
        if now - self._told >= TOLD_EVERY or part is not None or done >= total:
            self._told = now
            self._tell(Progress(self.generation, self.kind, done, total, now - self._begun, part))
