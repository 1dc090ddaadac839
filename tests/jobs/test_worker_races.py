"""What a worker makes of events that cross on the line, by a process that says what the test wants."""

from __future__ import annotations

import queue
import threading
from types import SimpleNamespace
from typing import Any

import pytest

from explorer.jobs.events import Begun, Cancelled, Event, Finished
from explorer.jobs.process import Process
from explorer.jobs.worker import Worker
from tests.jobs.conftest import WAIT


class Line:
    """A process and its line: `sent` is what it was told, `says` what it answers; None ends it."""

    def __init__(self) -> None:
        self.sent: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self.says: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self.channel, self.popen = self, SimpleNamespace(pid=1, returncode=0)

    def send(self, message: Any) -> None:
        self.sent.put(message)

    def receive(self) -> Any:
        event = self.says.get(timeout=WAIT)
        if event is None:
            raise EOFError
        return event

    def end(self, _grace: float = 0.0) -> None:
        self.says.put(None)

    def last_words(self) -> str:
        return ""

    def close(self) -> None:
        pass


@pytest.mark.parametrize("begun", [True, False])
def test_what_was_cancelled_never_finishes(monkeypatch: pytest.MonkeyPatch, begun: bool) -> None:
    """Its answer was on the way already when it was cancelled."""
    line, events = Line(), queue.SimpleQueue[Event]()
    monkeypatch.setattr(Process, "start", lambda _by_sockets: line)
    worker = Worker(events.put)
    try:
        generation = worker.request("ping")
        assert line.sent.get(timeout=WAIT)[:2] == ("run", generation)
        if begun:
            line.says.put(Begun(generation, "ping"))
            assert events.get(timeout=WAIT) == Begun(generation, "ping")
        worker.cancel(generation)
        assert line.sent.get(timeout=WAIT) == ("cancel", generation)
        line.says.put(Finished(generation, "ping", "too late"))
        assert events.get(timeout=WAIT) == Cancelled(generation, "ping")
        other = worker.request("ping")
        line.says.put(Finished(generation, "ping", "again"))  # answered: nobody hears it
        line.sent.get(timeout=WAIT)
        line.says.put(Finished(other, "ping", "in time"))
        assert events.get(timeout=WAIT) == Finished(other, "ping", "in time")
    finally:
        worker.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("jobs: read")]
