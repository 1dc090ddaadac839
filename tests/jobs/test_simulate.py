"""Training in the worker: pictures of it, a pause, leaving it and going on, the death of its process."""

from __future__ import annotations

import errno
import os
import signal
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from explorer.jobs.control import Control
from explorer.jobs.events import Cancelled, Died, Failed, Finished, Progress
from explorer.jobs.training import BARE, Showing, Stage, TrainingFailure
from explorer.jobs.training import simulate as train
from explorer.training import spec
from explorer.training.experiment import Experiment, LossChoice, OptimizerChoice, Recording, TaskChoice
from explorer.training.moments import Moment
from explorer.training.result_file import ResultFile
from explorer.training.summary import Summary
from tests.jobs.conftest import Office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def office() -> Iterator[Office]:
    made = Office(by_sockets=os.name != "nt")
    yield made
    made.worker.close()


def experiment(updates: int = 60, **changes: object) -> Experiment:
    """Free logits of a few classes: quick on NumPy."""
    return Experiment(
        title="small",
        task=TaskChoice("logits", (("classes", (5,)),)),
        losses=(LossChoice("zlpr"), LossChoice("bce")),
        optimizers=(OptimizerChoice("adam", (0.1,)),),
        updates=updates,
        seeds=3,
        recording=Recording(count=8, metrics=("loss", "micro_f1")),
        **changes,  # type: ignore[arg-type]
    )


def ask(office: Office, asked: Experiment, output: Path, *, resume: bool = False) -> int:
    return office.worker.request(
        "simulate", spec=spec.write(asked), device="numpy", output=output, resume=resume
    )


def begun(office: Office, generation: int) -> Stage:
    """Wait until something was trained."""
    while True:
        event = office.until(Progress, generation)
        assert isinstance(event, Progress)
        if isinstance(event.part, Stage) and event.part.update > 0:
            return event.part


def assert_same(one: Path, other: Path) -> None:
    for name in ("loss", "micro_f1", "diverged"):
        np.testing.assert_array_equal(ResultFile(one).array(name), ResultFile(other).array(name))


def test_it_shows_how_far_it_is_and_leaves_the_result_in_the_file(office: Office, tmp_path: Path) -> None:
    asked, output = experiment(), tmp_path / "a.npz"
    answer = office.answer(ask(office, asked, output))
    assert isinstance(answer, Finished), answer
    stage = answer.result
    assert isinstance(stage, Stage)
    assert (stage.update, stage.diverged, stage.device) == (60, 0, "numpy")
    summary = stage.summary_of(asked)
    assert summary.experiment == asked
    found = ResultFile(output)
    assert found.experiment == asked
    np.testing.assert_allclose(summary.ribbons["loss"], found.summary().ribbons["loss"])
    assert summary.ribbons["loss"][-1, 0, 2] < summary.ribbons["loss"][0, 0, 2]


def test_one_that_was_left_goes_on_to_the_same_result(office: Office, tmp_path: Path) -> None:
    asked, whole, parts = experiment(2_000), tmp_path / "whole.npz", tmp_path / "parts.npz"
    assert isinstance(office.answer(ask(office, asked, whole)), Finished)
    generation = ask(office, asked, parts)
    assert begun(office, generation).update < asked.updates
    office.worker.cancel(generation)
    assert office.answer(generation) == Cancelled(generation, "simulate")
    assert not parts.exists()
    resumed = ask(office, asked, parts, resume=True)
    first = office.until(Progress, resumed)
    assert isinstance(first, Progress)
    assert first.done > 0
    assert isinstance(office.answer(resumed), Finished)
    assert_same(whole, parts)


def test_a_paused_training_can_be_left_and_goes_on_when_it_is_let(office: Office, tmp_path: Path) -> None:
    generation = ask(office, experiment(1_000_000), tmp_path / "a.npz")
    stage = begun(office, generation)
    office.worker.pause(generation)
    office.worker.pause(generation, False)
    while begun(office, generation).update <= stage.update:
        pass
    office.worker.pause(generation)
    office.worker.cancel(generation)
    assert isinstance(office.answer(generation), Cancelled)


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_a_killed_worker_is_told_and_the_training_goes_on_in_another(office: Office, tmp_path: Path) -> None:
    asked, output = experiment(3_000), tmp_path / "a.npz"
    generation = ask(office, asked, output)
    begun(office, generation)
    pid = office.worker.process_id
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    died = office.answer(generation)
    assert isinstance(died, Died)
    assert died.message == "its process was ended by signal 9"
    assert isinstance(office.answer(ask(office, asked, output, resume=True)), Finished)
    whole = tmp_path / "whole.npz"
    assert isinstance(office.answer(ask(office, asked, whole)), Finished)
    assert_same(whole, output)


def test_what_cannot_be_trained_is_said_for_a_person(office: Office, tmp_path: Path) -> None:
    generation = office.worker.request(
        "simulate", spec=spec.write(experiment()), device="gpu", output=tmp_path / "a.npz"
    )
    failed = office.answer(generation)
    assert isinstance(failed, Failed)
    assert failed.message.startswith("device 'gpu' is not known")


def test_a_run_is_trained_again(office: Office) -> None:
    asked = experiment()
    answer = office.ask("replay", spec=spec.write(asked), cell=1, seed=2, update=30)
    assert isinstance(answer, Finished), answer
    replayed = answer.result
    assert replayed.cell.loss == "bce"  # type: ignore[attr-defined]
    assert replayed.logits.shape == (1, 5)  # type: ignore[attr-defined]


def moment(done: int) -> Moment:
    nothing = np.zeros(0, dtype=np.int64)
    summary = Summary(experiment(), nothing, 0, {}, nothing, ())
    return Moment(done, 100, done, 1, 1, 0, "numpy", "eager", (), 0.0, lambda: summary)


def test_pictures_are_rarer_than_moments_but_the_last_one_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("explorer.jobs.training.time.monotonic", lambda: now[0])
    monkeypatch.setattr("explorer.jobs.training.time.thread_time", lambda: 0.0)
    told: list[Any] = []
    showing = Showing(Control(1, "simulate", told.append))
    for done in range(1, 101):
        showing.show(moment(done))
        now[0] += 0.03
    stages = [event.part for event in told if event.part is not None]
    assert [stage.update for stage in stages] == [*range(1, 101, 4), 100]  # 0.1 s apart, and the last
    assert isinstance(stages[-1], Stage)
    assert stages[-1].update == 100
    assert stages[-1].summary.experiment is BARE  # which the window knows


def test_a_picture_that_had_to_wait_puts_the_next_one_off_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("explorer.jobs.training.time.monotonic", lambda: now[0])
    told: list[Any] = []

    def slowly(event: Any) -> None:
        told.append(event)
        now[0] += 20.0 if event.part is not None else 0.0  # the machine is busy, or the window does not read

    showing = Showing(Control(1, "simulate", slowly))
    showing.show(moment(1))
    assert told[-1].part is not None
    now[0] += 3.0
    showing.show(moment(2))
    assert told[-1].part is not None


@pytest.mark.parametrize(("worked", "pause"), [(0.001, 0.1), (0.1, 1.0), (60.0, 3.0)])
def test_pictures_take_a_tenth_of_the_time_but_one_comes_every_few_seconds(
    monkeypatch: pytest.MonkeyPatch, worked: float, pause: float
) -> None:
    now, busy = [0.0], [0.0]
    monkeypatch.setattr("explorer.jobs.training.time.monotonic", lambda: now[0])
    monkeypatch.setattr("explorer.jobs.training.time.thread_time", lambda: busy[0])
    told: list[Any] = []

    def work(event: Any) -> None:
        told.append(event)
        busy[0] += worked if event.part is not None else 0.0

    showing = Showing(Control(1, "simulate", work))
    showing.show(moment(1))
    now[0] = 0.99 * pause
    showing.show(moment(2))
    assert len([event for event in told if event.part is not None]) == 1
    now[0] = 1.01 * pause
    showing.show(moment(3))
    assert told[-1].part is not None


def test_one_that_is_given_up_says_so_once() -> None:
    told: list[object] = []
    control = Control(1, "simulate", told.append)
    assert not control.is_given_up()
    control.cancel()
    assert control.is_given_up()
    assert control.is_given_up()
    assert told == [Cancelled(1, "simulate")]
    assert control.is_answered


def test_showing_neither_waits_nor_ends_a_training_that_is_left() -> None:
    control = Control(1, "simulate", lambda _: None)
    showing = Showing(control)
    control.pause()
    showing.show(moment(1))
    control.cancel()
    showing.show(moment(2))
    assert control.is_left()


def test_a_full_disk_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the name of the file, and without that of a class of Python."""

    def full(path: Path, *_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr("explorer.training.result_file.write", full)
    control, output = Control(1, "simulate", lambda _: None), tmp_path / "out.npz"
    with pytest.raises(TrainingFailure, match=r"out\.npz: No space left on device$"):
        train(control, spec=spec.write(experiment()), device="numpy", output=output)
    monkeypatch.undo()
    assert train(control, spec=spec.write(experiment()), device="numpy", output=output, resume=True)
    assert ResultFile(output).experiment == experiment()
