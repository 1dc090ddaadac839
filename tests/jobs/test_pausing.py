"""A task that is paused waits without working, goes on where it was, and can be left at any time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from explorer.jobs.control import Control, Left
from explorer.jobs.events import Cancelled, Died, Finished, Progress
from tests.jobs.conftest import WAIT, is_alive, wait_until

if TYPE_CHECKING:
    from explorer.jobs.events import Event
    from tests.jobs.conftest import Office

STILL = 0.2  # seconds in which a paused task tells nothing


def silent(office: Office, generation: int) -> bool:
    """Whether a request tells nothing more, once what was on its way has come."""
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        gathered = drained(office)
        time.sleep(STILL)
        if not gathered and office.events.empty():
            return True
    return False


def drained(office: Office) -> list[Event]:
    found = []
    while not office.events.empty():
        found.append(office.events.get())
    return found


def test_a_paused_task_tells_nothing_and_goes_on(office: Office) -> None:
    running = office.run()
    office.worker.pause(running)
    assert silent(office, running)
    office.worker.pause(running, False)
    office.until(Progress, running)
    office.worker.cancel(running)
    assert office.answer(running) == Cancelled(running, "ping")


def test_a_paused_task_can_be_cancelled(office: Office) -> None:
    running = office.run()
    office.worker.pause(running)
    assert silent(office, running)
    office.worker.cancel(running)
    assert office.answer(running) == Cancelled(running, "ping")
    assert isinstance(office.ask("ping"), Finished)


def test_a_request_that_waits_can_be_paused_before_it_begins(office: Office) -> None:
    running = office.run()
    waiting = office.worker.request("ping", echo=1)
    office.worker.pause(waiting)
    office.worker.cancel(running)
    assert isinstance(office.answer(running), Cancelled)
    assert silent(office, waiting)
    office.worker.pause(waiting, False)
    assert office.answer(waiting) == Finished(waiting, "ping", 1)


def test_a_pause_survives_the_process_that_did_not_get_to_the_request(office: Office) -> None:
    running = office.run()
    waiting = office.worker.request("ping", echo=1)
    office.worker.pause(waiting)
    office.worker.kill()
    assert isinstance(office.answer(running), Died)
    assert silent(office, waiting)
    office.worker.pause(waiting, False)
    assert office.answer(waiting) == Finished(waiting, "ping", 1)


def test_to_pause_what_is_answered_or_never_was_does_nothing(office: Office) -> None:
    done = office.worker.request("ping")
    office.answer(done)
    office.worker.pause(done)
    office.worker.pause(10**9)
    assert isinstance(office.ask("ping"), Finished)


def test_a_paused_worker_ends_with_its_window(office: Office) -> None:
    running, pid = office.run(), office.worker.process_id
    assert pid is not None
    office.worker.pause(running)
    assert silent(office, running)
    office.worker.close()
    wait_until(lambda: not is_alive(pid))


def test_waiting_is_no_time_of_the_task(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("explorer.jobs.control.time.monotonic", lambda: now[0])
    told: list[Progress] = []
    control = Control(1, "ping", told.append)
    going = control._going

    class Pause:
        """One of 50 seconds: nobody is asked again and again meanwhile."""

        is_set, waits = going.is_set, 0

        def wait(self) -> None:
            self.waits += 1
            now[0] += 50.0
            control.go_on()

        set, clear = going.set, going.clear

    control._going = pause = Pause()  # type: ignore[assignment]
    now[0] += 2.0
    control.pause()
    control.progress(1, 1)
    control.progress(1, 1)
    assert pause.waits == 1
    assert [event.elapsed for event in told] == [2.0, 2.0]


def test_a_cancelled_task_is_not_held_up_by_a_pause() -> None:
    control = Control(1, "ping", lambda _: None)
    control.cancel()
    control.pause()
    with pytest.raises(Left):
        control.check()
