"""Long work of a verb that somebody watches: a bar or lines of JSON, and how it is stopped."""

from __future__ import annotations

import json
import signal
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from explorer.cli.bar import ASCII, EMPTY, EVERY, FIRST, FULL, LENGTH, cut
from explorer.cli.progress import CLEARED, is_terminal, write

if TYPE_CHECKING:
    from collections.abc import Iterator

STOPPED: Final = 130  # what a shell gives for a process that Ctrl+C has ended
SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)  # Ctrl+C, and how systems end a program


class Teller:
    """Says how far something is, as a person or a program wants it, and knows whether it is to stop.

    how: "auto" draws a bar where somebody sees it, "json" prints an object a line, "none" is silent.
    """

    def __init__(self, how: str, name: str) -> None:
        self._how, self._name = how, name
        self._begun = time.monotonic()
        self._last = -EVERY
        self._drawn = False
        self._stopped = threading.Event()

    def tell(self, done: int, total: int) -> None:
        """Say how much is done of all, unless that was said just now."""
        now = time.monotonic()
        is_due = now - self._last >= EVERY or done >= total
        if not is_due or self._how == "none" or (self._how == "auto" and not is_terminal()):
            return
        self._last = now
        left = left_of(done, total, now - self._begun)
        if self._how == "json":
            told = {"done": done, "total": total, **({} if left is None else {"left": round(left, 1)})}
            print(json.dumps(told), flush=True)
            return
        self._drawn = True
        text = line(self._name, done, total, now - self._begun)
        is_plain = "utf" not in (getattr(sys.stderr, "encoding", None) or "ascii").lower()
        write(CLEARED + cut(text.translate(ASCII) if is_plain else text))

    def stop(self) -> None:
        """Ask for the end."""
        self._stopped.set()

    def is_stopped(self) -> bool:
        """Whether somebody asked for the end."""
        return self._stopped.is_set()

    def close(self) -> None:
        """Take the bar away."""
        if self._drawn:
            write(CLEARED)


def left_of(done: int, total: int, seconds: float) -> float | None:
    """Return how many seconds the rest takes; None while that would be a guess."""
    share = done / total if total else 1.0
    return None if share < FIRST else seconds * (1.0 - share) / share


def line(name: str, done: int, total: int, seconds: float) -> str:
    """Return how far it is: bar, name, share, time."""
    share = done / total if total else 1.0
    full, left = int(share * LENGTH), left_of(done, total, seconds)
    rest = "" if left is None else f", about {left:.0f} s left"
    return f"{FULL * full}{EMPTY * (LENGTH - full)} {name} {100 * share:.0f}%, {seconds:.0f} s{rest}"


@contextmanager
def told(how: str, name: str) -> Iterator[Teller]:
    """Give a teller whose work the first Ctrl+C or SIGTERM stops; the second ends the program as ever.

    With "json" the end of standard input stops it too: whoever started this process closes it, or is gone.
    """
    teller = Teller(how, name)

    def ask(_number: int, _frame: object) -> None:
        teller.stop()
        restore()

    def restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    before = {number: signal.signal(number, ask) for number in SIGNALS}
    if how == "json":
        threading.Thread(target=_watch, args=(teller,), daemon=True).start()
    try:
        yield teller
    finally:
        teller.close()
        restore()


def _watch(teller: Teller) -> None:
    """Wait until standard input ends."""
    if sys.stdin is not None:
        for _ in sys.stdin:
            pass
        teller.stop()
