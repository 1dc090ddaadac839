"""How long an edit takes to be seen: from the arrival of its event to the end of the last paint."""

from __future__ import annotations

from time import perf_counter


class FrameClock:
    """Measures frames. A frame opens with the first input after a paint and closes with the last
    paint before the next input.
    """  # noqa: D205

    def __init__(self) -> None:
        self._opened: float | None = None
        self._painted: float | None = None
        self.last: float | None = None

    def input(self) -> None:
        """An input event has arrived."""
        if self._opened is None or self._painted is not None:
            self.close()
            self._opened = perf_counter()

    def paint(self) -> None:
        """A card has just been painted."""
        if self._opened is not None:
            self._painted = perf_counter()

    def close(self) -> float | None:
        """End the frame under way; seconds from input to last paint, None without a paint."""
        if self._opened is not None and self._painted is not None:
            self.last = self._painted - self._opened
        self._opened = self._painted = None
        return self.last
