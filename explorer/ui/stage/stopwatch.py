"""How long a talk has been going on; it can be paused."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Stopwatch:
    """Runs from its making. now: seconds, of any beginning."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._before = 0.0  # seconds until the last pause
        self._since: float | None = now()

    @property
    def is_paused(self) -> bool:
        """Whether it stands still."""
        return self._since is None

    @property
    def seconds(self) -> float:
        """How long it has run."""
        return self._before + (0.0 if self._since is None else self._now() - self._since)

    @property
    def written(self) -> str:
        """The same as 4:05, from an hour on as 1:04:05."""
        minutes, seconds = divmod(int(self.seconds), 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"

    def toggle(self) -> None:
        """Stand still, or go on."""
        if self._since is None:
            self._since = self._now()
        else:
            self._before, self._since = self.seconds, None

    def reset(self) -> None:
        """Begin at 0 again; paused, it stays so."""
        self._before = 0.0
        if self._since is not None:
            self._since = self._now()
