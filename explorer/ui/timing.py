"""How long an edit takes to be seen: from the arrival of its event to the end of the last paint."""

from __future__ import annotations

from time import perf_counter


class FrameClock:
    """Measures frames: from the first input that leads to an edit, to the last paint that shows it.

    `last` is the length of the last whole frame in seconds, `count` how many there have been.
    """

    def __init__(self) -> None:
        self._arrived: float | None = None
        self._edited = False
        self._expected = False
        self._painted: float | None = None
        self.last: float | None = None
        self.count = 0

    def input(self) -> None:
        """An input event has arrived; whether it edits anything is not known yet."""
        if self._painted is not None:
            self.close()
        if not self._edited:
            self._arrived = perf_counter()

    def edit(self) -> None:
        """The state has changed, by the last input or by itself."""
        if self._painted is not None:
            self.close()
        if self._arrived is None:
            self._arrived = perf_counter()
        if not self._edited:
            self._expected = False
        self._edited = True

    def expect(self) -> None:
        """A card will be painted that shows the edit."""
        self._expected = True

    def told(self) -> None:
        """Every card knows of the edit; where none will be painted there is no frame."""
        if not self._expected:
            self._edited, self._arrived = False, None

    def paint(self) -> None:
        """A card that shows the edit has been painted."""
        if self._edited:
            self._painted = perf_counter()

    @property
    def is_painted(self) -> bool:
        """Whether the edit under way is on screen."""
        return self._painted is not None

    def close(self) -> float | None:
        """End the frame, if its paint has come; seconds of the last whole frame, None before any."""
        if self._painted is not None and self._arrived is not None:
            self.last = self._painted - self._arrived
            self.count += 1
            self._painted = None
            self._edited = self._expected = False
        if not self._edited:
            self._arrived = None
        return self.last
