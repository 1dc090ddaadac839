"""Between two pieces of work: being told, being asked, and how long it took."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from explorer.training.moments import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.training.moments import Moment

TOLD_EVERY: Final = 0.025
"""Seconds between two moments that are told."""


class Breath:
    """Asks whether to go on at each call, and tells how far it is as often as a person can see.

    is_left: the simulation was ended between two pieces of work, so that it can go on from there.
    """

    def __init__(
        self, progress: Callable[[Moment], None] | None, cancel: Callable[[], bool] | None, before: float
    ) -> None:
        self._progress, self._cancel = progress, cancel
        self._began = time.monotonic() - before
        self._told = float("-inf")
        self.is_left = False

    @property
    def seconds(self) -> float:
        """How long it has worked: not while `cancel` let it wait, and with what was before a checkpoint."""
        return time.monotonic() - self._began

    def take(self, moment: Callable[[], Moment], at_once: bool = False) -> None:
        """Raise Cancelled where it is asked to end; tell the moment where it is time, or `at_once`.

        What either function raises ends the simulation too.
        """
        try:
            self._ask()
            if self._progress is not None and (at_once or time.monotonic() - self._told >= TOLD_EVERY):
                self._progress(moment())
                self._told = time.monotonic()
        except BaseException:
            self.is_left = True
            raise

    def _ask(self) -> None:
        if self._cancel is None:
            return
        asked = time.monotonic()
        is_over = self._cancel()
        self._began += time.monotonic() - asked
        if is_over:
            raise Cancelled
