"""What the worker tells about a request; every event carries the request's generation and kind."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.wording import say


@dataclass(frozen=True, slots=True)
class Begun:
    """The worker has taken the request up."""

    generation: int
    kind: str


@dataclass(frozen=True, slots=True)
class Progress:
    """So much of the request is done. elapsed: seconds since it begun. part: answers so far, or None."""

    generation: int
    kind: str
    done: int
    total: int
    elapsed: float
    part: object = None

    @property
    def left(self) -> float | None:
        """About how many seconds are left, at the speed so far; None as long as nothing is done."""
        return self.elapsed * (self.total - self.done) / self.done if self.done > 0 else None


@dataclass(frozen=True, slots=True)
class Finished:
    """The answer. Its arrays are read-only and lie in shared memory for as long as they are kept."""

    generation: int
    kind: str
    result: object


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The request was left, as was asked for."""

    generation: int
    kind: str


@dataclass(frozen=True, slots=True)
class Failed:
    """The request raised an error: one line for a person, the traceback for a report."""

    generation: int
    kind: str
    message: str
    traceback: str


@dataclass(frozen=True, slots=True)
class Died:
    """The worker's process ended before the answer.

    code: its exit status, negative for a signal; None where it could not be started. words: the last
    that it wrote to stderr.
    """

    generation: int
    kind: str
    code: int | None
    words: str

    @property
    def message(self) -> str:
        """What happened, in one line."""
        if self.code is None:
            return say(
                "its process could not be started ({reason})", reason=self.words or say("no reason given")
            )
        if self.code < 0:
            return say("its process was ended by signal {signal}", signal=-self.code)
        return say("its process ended with status {status}", status=self.code)


Event = Begun | Progress | Finished | Cancelled | Failed | Died
