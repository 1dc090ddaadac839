"""A bar on the terminal while an experiment runs; nothing for pipes and files."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING, Final

from explorer.cli.progress import CLEARED, is_terminal, write
from explorer.cli.text import width

if TYPE_CHECKING:
    from explorer.training.moments import Moment

EVERY: Final = 0.1  # seconds between two drawings
LENGTH: Final = 24  # letters of the bar
FULL, EMPTY = "█", "░"
ASCII: Final = str.maketrans({FULL: "#", EMPTY: "-"})
FIRST: Final = 0.03  # of the whole: before it, how long the rest takes is a guess


class Bar:
    """Draws how far a simulation is, over its last drawing; the line goes at the end."""

    def __init__(self, updates: int, runs: int, encoding: str = "utf-8") -> None:
        self._updates, self._runs = updates, runs
        self._plain = "utf" not in encoding.lower()
        self._last = -EVERY
        self._drawn = False

    def show(self, moment: Moment) -> None:
        """Draw this moment, where somebody is there to see it and the last drawing is some time ago."""
        now = time.monotonic()
        if not is_terminal() or now - self._last < EVERY:
            return
        self._last, self._drawn = now, True
        text = line(moment, self._updates, self._runs)
        write(CLEARED + cut(text.translate(ASCII) if self._plain else text))

    def close(self) -> None:
        """Take the line away."""
        if self._drawn:
            write(CLEARED)


def line(moment: Moment, updates: int, runs: int) -> str:
    """Return how far a simulation is: bar, update, runs, time, device."""
    share = moment.done / moment.total if moment.total else 1.0
    full = int(share * LENGTH)
    wave = f", part {moment.wave} of {moment.waves}" if moment.waves > 1 else ""
    lost = f", {moment.diverged:,} diverged" if moment.diverged else ""
    return (
        f"{FULL * full}{EMPTY * (LENGTH - full)} update {moment.update:,} of {updates:,}{wave}, "
        f"{runs:,} run{'s' if runs != 1 else ''}{lost}, "
        f"{_time(moment, share)}, {moment.device}"
    )


def _time(moment: Moment, share: float) -> str:
    """Return how long it has taken, and how long the rest will take."""
    spent = f"{moment.seconds:.0f} s"
    if share < FIRST:
        return spent
    return f"{spent}, about {moment.seconds * (1.0 - share) / share:.0f} s left"


def cut(text: str) -> str:
    """Return what fits into one line of the terminal: a second one would stay."""
    most = shutil.get_terminal_size().columns - 1
    while width(text) > most:
        text = text[:-1]
    return text
