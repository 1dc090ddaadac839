"""The two ends of a line of arrays, as the script and the window see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from explorer.jobs.lines.message import Arrays


class Ended(Exception):  # noqa: N818 - the usual end of a line, no error
    """Nothing comes any more. closes: the script asks the window to close; else the script is gone."""

    def __init__(self, closes: bool) -> None:
        super().__init__()
        self.closes = closes


class Outgoing(Protocol):
    """The script's end. It keeps the newest arrays only, and never waits for the window."""

    @property
    def taken(self) -> int:
        """Sequence number of the newest update that is on the other side, 0 before any."""

    def put(self, arrays: Arrays) -> None:
        """Hand the arrays over; they may be changed afterwards.

        Raises BrokenPipeError where the window is gone, another OSError where there is no room.
        """

    def ask_to_close(self) -> None:
        """Ask the window to close. Never raises."""

    def close(self) -> None:
        """Let go. The window stays and shows what it was given last."""


class Incoming(Protocol):
    """The window's end."""

    def opening(self) -> bytes:
        """Return what the window begins with."""

    def newest(self) -> Arrays:
        """Wait for arrays that are newer than those of before. Raises Ended, and MessageFailure."""
