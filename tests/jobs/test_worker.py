"""The worker: answers, cancelling, death of either side, and that nobody waits."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from explorer import wording
from explorer.jobs.events import Begun, Cancelled, Died, Failed, Finished, Progress
from explorer.jobs.worker import Worker
from tests.jobs.conftest import WAIT, Office, is_alive, wait_until

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
ROOT = Path(__file__).parents[2]


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def test_a_request_is_begun_and_answered(office: Office) -> None:
    assert office.worker.process_id is None
    generation = office.worker.request("ping", echo=("a", 1.5))
    assert office.next() == Begun(generation, "ping")
    assert office.next() == Finished(generation, "ping", ("a", 1.5))
    first = office.worker.process_id
    assert office.ask("ping", echo=2) == Finished(generation + 1, "ping", 2)
    assert office.worker.process_id == first


def test_large_arrays_go_both_ways_and_come_back_read_only(office: Office) -> None:
    sent = {
        "a": np.arange(100_000.0).reshape(1000, 100),
        "b": np.arange(3),
        "c": np.arange(99_999, dtype="u1"),
    }
    back = office.ask("ping", echo=sent)
    assert isinstance(back, Finished)
    assert isinstance(back.result, dict)
    for name, array in sent.items():
        assert back.result[name].dtype == array.dtype
        assert np.array_equal(back.result[name], array)
    assert not back.result["a"].flags.writeable


def test_an_answer_outlives_the_worker(office: Office) -> None:
    back = office.ask("ping", echo=np.arange(100_000.0))
    office.worker.close()
    assert isinstance(back, Finished)
    assert isinstance(back.result, np.ndarray)
    assert back.result.sum() == sum(range(100_000))


def test_cancelling_leaves_what_is_under_way(office: Office) -> None:
    running = office.run()
    office.worker.cancel(running)
    assert office.answer(running) == Cancelled(running, "ping")
    assert isinstance(office.ask("ping"), Finished)


def test_cancelling_reaches_a_request_that_waits_behind_another(office: Office) -> None:
    running = office.run()
    waiting, last = office.worker.request("ping", seconds=600.0), office.worker.request("ping")
    office.worker.cancel(waiting)
    office.worker.cancel(running)
    assert office.answers(running, waiting, last) == [
        Cancelled(running, "ping"),
        Cancelled(waiting, "ping"),
        Finished(last, "ping", None),
    ]


def test_cancelling_what_is_answered_or_never_was_does_nothing(office: Office) -> None:
    done = office.worker.request("ping")
    office.answer(done)
    office.worker.cancel(done)
    office.worker.cancel(10**9)
    assert isinstance(office.ask("ping"), Finished)


def test_no_task_of_a_foreign_name(office: Office) -> None:
    with pytest.raises(KeyError, match=r"no task 'os\.system'; there are ping, "):
        office.worker.request("os.system", command="true")
    assert office.worker.process_id is None


def test_a_request_that_fails_says_so_in_one_line_and_with_the_traceback(office: Office) -> None:
    failed = office.ask("ping", seconds="long")
    assert isinstance(failed, Failed)
    assert failed.message.startswith("TypeError: ")
    assert "\n" not in failed.message
    assert failed.traceback.rstrip().endswith(failed.message)
    assert "in ping" in failed.traceback
    assert isinstance(office.ask("ping"), Finished)


def test_a_failure_is_said_in_the_language_of_the_window_that_asks(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "one.csv"
    path.write_text("cat,dog\n1,x\n")
    for language, words in (("zh", "第 2 行"), ("en", "line 2, column 2 'dog'")):
        with wording.speaking(wording.checked(language)):
            failed = office.ask("read", path=path)
        assert isinstance(failed, Failed)
        assert words in failed.message


def test_what_cannot_be_sent_is_told(office: Office) -> None:
    failed = office.ask("ping", echo=lambda: None)
    assert isinstance(failed, Failed)
    assert failed.message.startswith("it cannot be sent to the worker: ")
    assert isinstance(office.ask("ping"), Finished)


def test_death_is_told_and_the_next_request_starts_another(office: Office) -> None:
    running, first = office.run(), office.worker.process_id
    assert first is not None
    os.kill(first, signal.SIGKILL)
    died = office.answer(running)
    assert isinstance(died, Died)
    assert (died.kind, died.code) == ("ping", -signal.SIGKILL)
    assert died.message == "its process was ended by signal 9"
    assert office.ask("ping", echo=3).result == 3
    assert office.worker.process_id != first


def test_what_had_not_begun_survives_the_death_of_the_process(office: Office) -> None:
    running = office.run()
    waiting = office.worker.request("ping", echo="still there")
    office.worker.kill()
    died, answer = office.answers(running, waiting)
    assert isinstance(died, Died)
    assert answer == Finished(waiting, "ping", "still there")


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_a_process_killed_before_it_took_anything_up_takes_nothing_along(office: Office) -> None:
    cancelled = office.worker.request("ping", echo=1)
    wait_until(lambda: office.worker.process_id is not None)
    os.kill(office.worker.process_id or 0, signal.SIGSTOP)  # slow to start
    waiting = office.worker.request("ping", echo="still there")
    office.worker.cancel(cancelled)
    office.worker.kill()
    answers = office.answers(cancelled, waiting)
    assert answers == [Cancelled(cancelled, "ping"), Finished(waiting, "ping", "still there")]


def test_an_idle_worker_may_die_unnoticed(office: Office) -> None:
    office.ask("ping")
    office.worker.kill()
    assert isinstance(office.ask("ping"), Finished)  # whether or not the end was seen before
    office.worker.kill()
    wait_until(lambda: office.worker.process_id is None)
    assert isinstance(office.ask("ping"), Finished)


def test_a_process_that_cannot_start_is_told_once_each_time(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    died = office.ask("ping")
    assert isinstance(died, Died)
    assert died.code is None
    assert "/nowhere/python" in died.message
    monkeypatch.undo()
    assert isinstance(office.ask("ping"), Finished)


def test_a_process_that_ends_at_once_is_told_with_its_last_words(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explorer.jobs.process.BOOT", "raise SystemExit('no such thing')")
    died = office.ask("ping")
    assert isinstance(died, Died)
    assert (died.code, died.words) == (1, "no such thing")
    assert died.message == "its process ended with status 1"


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_a_stopped_worker_holds_nobody_up(office: Office) -> None:
    running, stopped = office.run(), office.worker.process_id
    assert stopped is not None
    os.kill(stopped, signal.SIGSTOP)
    done = threading.Event()

    def use() -> None:
        for _ in range(3):
            office.worker.request("ping", echo=np.zeros(3_000_000))  # more than any buffer of a line holds
        office.worker.cancel(running)
        done.set()

    threading.Thread(target=use, daemon=True).start()
    assert done.wait(WAIT)
    office.worker.close()
    assert not is_alive(stopped)


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_a_stopped_worker_can_be_ended_and_what_waits_goes_on(office: Office) -> None:
    running, stopped = office.run(), office.worker.process_id
    assert stopped is not None
    os.kill(stopped, signal.SIGSTOP)
    waiting = office.worker.request("ping", echo=1)
    office.worker.cancel(running)
    office.worker.kill()
    assert office.answers(running, waiting) == [
        Cancelled(running, "ping"),
        Finished(waiting, "ping", 1),
    ]


@LINUX
def test_closing_leaves_no_process_no_thread_no_descriptor(office: Office) -> None:
    office.ask("ping")  # whatever is opened once for ever is open now
    office.worker.close()
    gc.collect()
    before, threads = descriptors(), threading.active_count()
    again = Office(by_sockets=office.worker._by_sockets)
    again.run()
    pid = again.worker.process_id
    again.worker.close()
    again.worker.close()
    assert pid is not None
    assert not Path(f"/proc/{pid}").exists()  # not even as a zombie
    wait_until(lambda: threading.active_count() == threads)
    gc.collect()
    assert descriptors() == before


def test_after_closing_nothing_is_asked_and_nothing_told(office: Office) -> None:
    office.run()
    office.worker.close()
    while not office.events.empty():
        assert isinstance(office.events.get(), Begun | Progress)
    with pytest.raises(RuntimeError, match="closed"):
        office.worker.request("ping")


@LINUX
@pytest.mark.parametrize("by_sockets", [True, False])
def test_the_worker_ends_when_its_parent_is_killed(by_sockets: bool) -> None:
    code = (
        "import queue; from explorer.jobs.worker import Worker\n"
        f"events = queue.SimpleQueue(); worker = Worker(events.put, by_sockets={by_sockets})\n"
        "worker.request('ping', seconds=600.0); worker.request('ping', seconds=600.0)\n"
        "events.get(); print(worker.process_id, flush=True); events.get(); input()"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        assert is_alive(worker)
        parent.kill()
    wait_until(lambda: not is_alive(worker))


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_ctrl_c_is_for_the_window_alone(office: Office) -> None:
    running, pid = office.run(), office.worker.process_id
    assert pid is not None
    os.kill(pid, signal.SIGINT)
    office.until(Progress, running)
    office.worker.cancel(running)
    assert isinstance(office.answer(running), Cancelled)


def test_a_script_without_a_guard_is_not_run_again(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import queue\nprint('run')\n"
        "from explorer.jobs.worker import Worker\n"
        "events = queue.SimpleQueue(); worker = Worker(events.put)\n"
        "worker.request('ping', echo='answer')\n"
        "events.get(timeout=120); print(events.get(timeout=120).result); worker.close()\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, script], env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=240
    )
    assert (done.stdout, done.stderr, done.returncode) == ("run\nanswer\n", "", 0)


def test_generations_are_never_given_twice() -> None:
    one, other = Worker(lambda _: None), Worker(lambda _: None)
    try:
        assert one.request("ping") < other.request("ping") < one.request("ping")
    finally:
        one.close()
        other.close()


@pytest.mark.skipif(os.name == "nt", reason="a script as a program")
def test_the_program_frozen_into_one_file_is_its_own_worker(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen = tmp_path / "frozen"
    frozen.write_text(
        f"#!{sys.executable}\nimport sys; sys.frozen = True; sys.path[:] = {sys.path!r}\n"
        "from explorer.cli.program import main\nsys.exit(main())\n"
    )
    frozen.chmod(0o700)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(frozen))
    assert office.ask("ping", echo="frozen").result == "frozen"
