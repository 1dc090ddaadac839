"""What a task tells and asks while it runs."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Final

from explorer.jobs.events import Cancelled, Progress

if TYPE_CHECKING:
    from collections.abc import Callable

TOLD_EVERY: Final = 0.04  # seconds between two progress events


class Left(Exception):  # noqa: N818 - to be cancelled is no error
    """The task was cancelled and ends where it is."""


class Control:
    """One thread runs the task; one other cancels it, lets it pause and go on.

    The task calls `check`, `progress` or `is_left` at least every 50 ms; while it is paused they wait in
    there, and cancelling ends the wait at once. is_answered: it was said already that the task is left.
    """

    def __init__(self, generation: int, kind: str, tell: Callable[[Progress | Cancelled], None]) -> None:
        self.generation = generation
        self.kind = kind
        self.is_answered = False
        self._tell = tell
        self._cancelled = threading.Event()
        self._going = threading.Event()
        self._going.set()
        self._begun = self._told = time.monotonic()

    def cancel(self) -> None:
        """Ask the task to end, paused or not."""
        self._cancelled.set()
        self._going.set()

    def pause(self) -> None:
        """Ask the task to wait where it next asks; one that is cancelled already ends."""
        if not self._cancelled.is_set():
            self._going.clear()

    def go_on(self) -> None:
        """Let a paused task go on."""
        self._going.set()

    def is_cancelled(self) -> bool:
        """Whether the task is asked to end; waits for nothing."""
        return self._cancelled.is_set()

    def is_left(self) -> bool:
        """Wait while the task is paused, then say whether it is asked to end."""
        if not self._going.is_set():
            paused = time.monotonic()
            self._going.wait()
            self._begun += time.monotonic() - paused  # a pause is no time of the task
        return self._cancelled.is_set()

    def is_given_up(self) -> bool:
        """Do as `is_left`, and where it is asked to end say at once that it does.

        For a task that still has to put things in order: nobody waits for that but what is asked next.
        """
        left = self.is_left()
        if left and not self.is_answered:
            self.is_answered = True
            self._tell(Cancelled(self.generation, self.kind))
        return left

    def check(self) -> None:
        """Wait while the task is paused; raise Left where it is asked to end."""
        if self.is_left():
            raise Left

    def progress(self, done: int, total: int, part: object = None) -> None:
        """Tell how much is done, as often as a person can see; wait and raise Left as `check` does.

        part: answers so far, to be shown early; they are copied now.
        """
        self.check()
        self.tell(done, total, part)

    def tell(self, done: int, total: int, part: object = None) -> None:
        """Tell as `progress` does, but neither wait nor raise Left; for work that asks `is_left` itself."""
        now = time.monotonic()
        if now - self._told >= TOLD_EVERY or part is not None or done >= total:
            self._told = now
            self._tell(Progress(self.generation, self.kind, done, total, now - self._begun, part))
