"""A line on the terminal while something takes long; nothing for pipes and files."""

from __future__ import annotations

import sys
import threading
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from types import TracebackType

QUIET: Final = 1.0  # seconds before the first word
EVERY: Final = 0.25  # seconds between two
CLEARED: Final = "\r\x1b[K"


class Progress:
    """Says on stderr, from a second on, what is done and for how long; the line goes when it is over."""

    def __init__(self, doing: str) -> None:
        self._doing = doing
        self._begun = time.monotonic()
        self._said = False
        self._over = threading.Event()
        self._teller = threading.Thread(target=self._tell, daemon=True)

    def __enter__(self) -> Progress:
        if is_terminal():
            self._teller.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        if self._teller.ident is not None:
            self._teller.join()
        if self._said:
            write(CLEARED)

    def now(self, doing: str) -> None:
        """Say from now on that this is done."""
        self._doing = doing

    def _tell(self) -> None:
        wait = QUIET
        while not self._over.wait(wait):
            self._said, wait = True, EVERY
            write(f"{CLEARED}{self._doing}, {time.monotonic() - self._begun:.0f} s")


def is_terminal() -> bool:
    """Whether somebody is there to read it."""
    return sys.stderr is not None and sys.stderr.isatty()


def write(text: str) -> None:
    """Write on the terminal at once."""
    sys.stderr.write(text)
    sys.stderr.flush()
