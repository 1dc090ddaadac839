"""A worker whose events are gathered, over each kind of line."""

from __future__ import annotations

import queue
import time
from typing import TYPE_CHECKING

import pytest

from explorer.jobs.events import Begun, Progress
from explorer.jobs.process import SOCKETS
from explorer.jobs.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from explorer.jobs.events import Event

WAIT = 120.0  # seconds until something that must come is missed


class Office:
    """A worker and what it said."""

    def __init__(self, *, by_sockets: bool) -> None:
        self.events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.worker = Worker(self.events.put, by_sockets=by_sockets)

    def next(self) -> Event:
        return self.events.get(timeout=WAIT)

    def until(self, kind: type, generation: int | None = None) -> Event:
        """Pass over events until one of this kind comes."""
        while True:
            event = self.next()
            if isinstance(event, kind) and generation in (None, event.generation):
                return event

    def answer(self, generation: int) -> Event:
        """Wait for the event that answers a request."""
        return self.answers(generation)[0]

    def answers(self, *generations: int) -> list[Event]:
        """Wait for the events that answer requests, in whichever order they come."""
        found: dict[int, Event] = {}
        while not found.keys() >= set(generations):
            event = self.next()
            if not isinstance(event, Begun | Progress):
                assert event.generation not in found, "answered twice"
                found[event.generation] = event
        return [found[generation] for generation in generations]

    def ask(self, kind: str, **arguments: object) -> Event:
        return self.answer(self.worker.request(kind, **arguments))

    def run(self, seconds: float = 600.0) -> int:
        """Ask for something long and wait until it is under way."""
        generation = self.worker.request("ping", seconds=seconds)
        self.until(Progress, generation)
        return generation


@pytest.fixture(
    params=[pytest.param(True, marks=pytest.mark.skipif(not SOCKETS, reason="no sockets")), False]
)
def office(request: pytest.FixtureRequest) -> Iterator[Office]:
    made = Office(by_sockets=request.param)
    yield made
    made.worker.close()


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait for something that must come true."""
    end = time.monotonic() + WAIT
    while not holds():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.01)


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that ended and waits to be noticed does not."""
    from pathlib import Path

    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False
