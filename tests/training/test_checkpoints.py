"""Interrupted at any moment, and gone on from there: the same bits as never interrupted."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from explorer.training import Cancelled, device, result_file, simulate
from explorer.training.engine import breath, checkpoints, rungs, simulation
from explorer.training.engine.recorder import Recorder
from explorer.training.experiment import (
    Experiment,
    LossChoice,
    OptimizerChoice,
    Recording,
    Schedule,
    TaskChoice,
)
from explorer.training.ladder.eager import Eager
from explorer.training.ladder.stepper import Chosen
from tests.training.experiments import LINEAR, same, small
from tests.training.test_simulate import Greedy

if TYPE_CHECKING:
    from pathlib import Path

    from explorer.training import Moment

KILLS = 4
LONGER = 300  # updates
CHILD = """
import sys, time
from pathlib import Path
from explorer.training import simulate
from explorer.training.engine import checkpoints, simulation
from tests.training.test_checkpoints import LONGER, long
simulation.SAVED_EVERY, simulation.SAVING, simulation.TURN = 0.01, 0.5, 0.0
output, begun = sys.argv[1:]
def told(moment):
    if checkpoints.is_there(checkpoints.folder_of(output)):
        Path(begun).touch()
        while moment.update > LONGER - 50:  # it is not over before it is killed
            time.sleep(0.1)
simulate(long(updates=LONGER), "numpy", told, output=output, resume=True)
"""


def long(updates: int = 60) -> Any:
    """An experiment with everything that a checkpoint must hold: slots, draws, divergence, a refusal."""
    return small(
        task=LINEAR,
        losses=(LossChoice("zlpr"), LossChoice("smoothed_bce", (("epsilon", (0.0, 0.1)),)), WRONG),
        optimizers=(OptimizerChoice("adam", (0.05, 0.2)), OptimizerChoice("momentum", (0.1, 1e30))),
        updates=updates,
        batch=5,
        noise=0.1,
        dtype="float32",
    )


WRONG = LossChoice("bce", (("pos_weight", ((1.0, 2.0),)),))


@pytest.fixture(autouse=True)
def short_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask after every turn, and take as many turns as there can be."""
    monkeypatch.setattr(simulation, "TURN", 0.0)
    monkeypatch.setattr(breath, "TOLD_EVERY", 0.0)


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """A checkpoint every few turns."""
    monkeypatch.setattr(simulation, "SAVED_EVERY", 0.01)
    monkeypatch.setattr(simulation, "SAVING", 0.5)


def interrupted(output: Path, done: int, experiment: Any = None) -> None:
    """Train until so many updates of all runs together are done, of 2,880 (the moments tell), then cancel."""
    so_far: list[Moment] = []
    with pytest.raises(Cancelled):
        simulate(
            experiment or long(),
            "numpy",
            so_far.append,
            lambda: bool(so_far) and so_far[-1].done >= done,
            output=output,
            resume=True,
        )


def test_cancelled_and_resumed(tmp_path: Path) -> None:
    whole = simulate(long(), "numpy", output=tmp_path / "whole.npz")
    output = tmp_path / "broken.npz"
    for done in (0, 1, 200, 1000, 1001, 2500):
        interrupted(output, done)
        assert not output.exists()
    assert checkpoints.folder_of(output).is_dir()
    result = simulate(long(), "numpy", output=output, resume=True)
    assert same(whole, result)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken.npz", "whole.npz"]
    assert_same_files(tmp_path / "whole.npz", output)


def assert_same_files(first: Path, second: Path) -> None:
    with np.load(first) as one, np.load(second) as other:
        assert one.files == other.files
        for name in set(one.files) - {"header"}:
            np.testing.assert_array_equal(one[name], other[name])


@pytest.mark.usefixtures("often")
def test_resumed_from_a_checkpoint_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was recorded after the checkpoint is computed once more, to the same bits."""
    whole = simulate(long(), "numpy")
    output = tmp_path / "broken.npz"
    monkeypatch.setattr(simulation.Simulation, "leave", simulation.Simulation.release)  # as when killed
    for count in (1000, 2000):
        interrupted(output, count)
    done: list[int] = []
    result = simulate(long(), "numpy", lambda moment: done.append(moment.done), output=output, resume=True)
    assert done[0] > 0
    assert done[-1] == 12 * 4 * 60
    assert same(whole, result)


@pytest.mark.usefixtures("often")
def test_resumed_where_memory_was_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks that were halved stay so, and so does the note."""
    whole = simulate(long(), "numpy")
    monkeypatch.setattr(rungs, "choose", lambda *_: Chosen(Greedy(3), 16))
    interrupted(tmp_path / "a.npz", 1000)
    sizes = Greedy(10**9)
    monkeypatch.setattr(rungs, "choose", lambda *_: Chosen(sizes, 16))
    result = simulate(long(), "numpy", output=tmp_path / "a.npz", resume=True)
    assert max(sizes.asked) <= 4
    assert any("the device has no memory for" in note for note in result.notes)
    assert same(whole, result)


def test_resumed_in_a_later_wave(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    find = device.find
    monkeypatch.setattr(device, "find", lambda *given: replace(find(*given), wave_bytes=8000))
    whole = simulate(long(), "numpy")
    for done in (700, 1500, 2200):
        interrupted(tmp_path / "a.npz", done)
    waves: list[int] = []
    result = simulate(
        long(), "numpy", lambda moment: waves.append(moment.wave), output=tmp_path / "a.npz", resume=True
    )
    assert min(waves) > 1
    assert same(whole, result)


def test_killed_at_any_moment(tmp_path: Path) -> None:
    output, begun = tmp_path / "killed.npz", tmp_path / "begun"
    for delay in np.random.default_rng(0).uniform(0.0, 0.2, KILLS):
        kill(output, begun, float(delay))
    assert checkpoints.is_there(checkpoints.folder_of(output))
    simulate(long(updates=LONGER), "numpy", output=tmp_path / "whole.npz")
    simulate(long(updates=LONGER), "numpy", output=output, resume=True)
    assert_same_files(tmp_path / "whole.npz", output)


def kill(output: Path, begun: Path, delay: float) -> None:
    """Train in a process that is killed a while after it has begun and has a checkpoint."""
    begun.unlink(missing_ok=True)
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(output), str(begun)], env=dict(os.environ))
    while not begun.exists() and child.poll() is None:
        time.sleep(0.005)
    time.sleep(delay)
    child.kill()
    assert child.wait() != 0


def test_what_was_taken_before_the_checkpoint_is_in_the_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where nothing is left to train, as the disk was full."""
    output = tmp_path / "a.npz"
    write = result_file.write
    monkeypatch.setattr(result_file, "write", full)
    with pytest.raises(OSError, match="full"):
        simulate(long(), "numpy", output=output)
    monkeypatch.setattr(result_file, "write", write)
    result = simulate(long(), "numpy", output=output, resume=True)
    assert result.rung == simulate(long(), "numpy").rung
    assert result.rung.startswith("eager")
    assert result.notes == ()


def full(*_: object) -> None:
    message = "full"
    raise OSError(message)


def test_a_rung_that_has_changed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Other(Eager):
        words = "other"

    interrupted(tmp_path / "a.npz", 1000)
    monkeypatch.setattr(rungs, "choose", lambda *_: Chosen(Other(), 16))
    result = simulate(long(), "numpy", output=tmp_path / "a.npz", resume=True)
    assert result.rung.startswith("eager, ")
    assert result.rung.endswith("; other, blocks of 16 runs")
    assert all(note.startswith("The checkpoint is of rung eager, ") for note in result.notes)
    assert all(
        note.endswith(", this is other, blocks of 16 runs: equal but for rounding.") for note in result.notes
    )
    assert result.notes


CHANGED: dict[str, Any] = {  # each field, otherwise than `long` has it
    "task": TaskChoice("logits", (("classes", (4,)),)),
    "losses": (LossChoice("zlpr"),),
    "optimizers": (OptimizerChoice("adam", (0.05, 0.3)),),
    "schedule": Schedule("cosine"),
    "updates": 61,
    "seeds": 5,
    "seed": 1,
    "batch": 4,
    "noise": 0.2,
    "dtype": "float64",
    "recording": Recording(metrics=("loss",), count=6, raw=True),
}
IN_WORDS = {"title", "about", "source", "words", "expected", "small"}  # what a result says of itself


def test_every_field_that_counts_is_changed_below() -> None:
    assert CHANGED.keys() == {field.name for field in fields(Experiment)} - IN_WORDS


@pytest.mark.parametrize("field", CHANGED)
def test_a_checkpoint_of_another_experiment_is_refused(tmp_path: Path, field: str) -> None:
    output = tmp_path / "a.npz"
    interrupted(output, 1)
    changed = replace(long(), **{field: CHANGED[field]})
    with pytest.raises(checkpoints.CheckpointFailure, match=rf"of another experiment: {field} is "):
        simulate(changed, "numpy", output=output, resume=True)
    simulate(replace(long(), title="Other words"), "numpy", output=output, resume=True)


@pytest.mark.usefixtures("often")
def test_metrics_lie_on_the_disk_before_the_state_that_counts_on_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    flush, write = Recorder.flush, checkpoints.write
    monkeypatch.setattr(Recorder, "flush", lambda own: order.append("metrics") or flush(own))
    monkeypatch.setattr(checkpoints, "write", lambda *given: order.append("state") or write(*given))
    interrupted(tmp_path / "a.npz", 1000)
    assert order
    assert order == ["metrics", "state"] * (len(order) // 2)


@pytest.mark.parametrize("waves", [[], [[0, 1, 0, 4]], [[0, 1]], None])
def test_a_checkpoint_whose_parts_do_not_fit_is_refused(tmp_path: Path, waves: object) -> None:
    output = tmp_path / "a.npz"
    interrupted(output, 1000)
    folder = checkpoints.folder_of(output)
    header, arrays = checkpoints.read(folder, {})
    del header["kind"], header["format"]
    checkpoints.write(folder, {**header, "waves": waves}, arrays)
    with pytest.raises(checkpoints.CheckpointFailure, match=r"a\.npz\.part: no checkpoint, or damaged"):
        simulate(long(), "numpy", output=output, resume=True)
    assert checkpoints.is_there(folder)


def test_another_version_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "a.npz"
    interrupted(output, 1000)
    monkeypatch.setattr(np, "__version__", "9.9.9")
    notes = simulate(long(), "numpy", output=output, resume=True).notes
    assert [note for note in notes if "of numpy" in note and "this is 9.9.9: equal but for rounding" in note]
    assert len(notes) == 1


def test_without_resume_it_begins_again(tmp_path: Path) -> None:
    output = tmp_path / "a.npz"
    interrupted(output, 1000)
    done: list[int] = []
    simulate(long(), "numpy", lambda moment: done.append(moment.done), output=output)
    assert done[0] == 0


def test_another_experiment_is_refused(tmp_path: Path) -> None:
    output = tmp_path / "a.npz"
    interrupted(output, 1000)
    before = (checkpoints.folder_of(output) / checkpoints.STATE).read_bytes()
    message = r"a\.npz\.part: the checkpoint is of another experiment: updates is 60 there and 61 here"
    with pytest.raises(checkpoints.CheckpointFailure, match=message):
        simulate(replace(long(), updates=61), "numpy", output=output, resume=True)
    assert (checkpoints.folder_of(output) / checkpoints.STATE).read_bytes() == before
    titled = replace(long(), title="Another name", about="of the same")
    assert same(simulate(long(), "numpy"), simulate(titled, "numpy", output=output, resume=True))


@pytest.mark.parametrize("change", ["numbers", "time"])
def test_a_file_that_was_changed_is_refused(tmp_path: Path, change: str) -> None:
    """Of the same name and size: what was trained on must still be what is trained on."""
    file, output = tmp_path / "rows.npz", tmp_path / "a.npz"
    random = np.random.default_rng(1)
    features, labels = random.normal(size=(40, 3)), (random.random((40, 5)) < 0.4).astype(float)
    np.savez(file, features=features, labels=labels)
    asked = replace(long(), task=TaskChoice("data", (("file", (str(file),)), ("held", (0.25,)))))
    interrupted(output, 1000, asked)
    assert checkpoints.identity(asked, device.find("numpy", "float32"))[f"file {file}"]
    before = file.stat()
    if change == "numbers":
        np.savez(file, features=features + 1.0, labels=labels)
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    else:
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns + 10**9))
    assert file.stat().st_size == before.st_size
    with pytest.raises(
        checkpoints.CheckpointFailure, match=r"another experiment: file .*rows\.npz is \d+ bytes"
    ):
        simulate(asked, "numpy", output=output, resume=True)
    np.savez(file, features=features, labels=labels)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert same(simulate(asked, "numpy"), simulate(asked, "numpy", output=output, resume=True))


@pytest.mark.parametrize("resume", [True, False])
def test_two_at_once_do_not_meet(tmp_path: Path, resume: bool) -> None:
    """The second is refused, whether it would go on or begin again; the first ends as if it were alone."""
    output = tmp_path / "a.npz"
    refused: list[str] = []

    def meet(moment: Moment) -> None:
        if not refused and moment.done > 500:
            with pytest.raises(checkpoints.CheckpointFailure) as caught:
                simulate(long(), "numpy", output=output, resume=resume)
            refused.append(str(caught.value))

    result = simulate(long(), "numpy", meet, output=output)
    assert refused == ["a.npz.part: another process trains into it; name another output, or wait for its end"]
    assert same(simulate(long(), "numpy"), result)
    assert [path.name for path in tmp_path.iterdir()] == ["a.npz"]


def test_another_device_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    output = tmp_path / "a.npz"
    interrupted(output, 1000)
    with pytest.raises(checkpoints.CheckpointFailure, match="device is numpy there and cpu here"):
        simulate(long(), "cpu", output=output, resume=True)


@pytest.mark.parametrize("damage", [b"", b"no archive", None], ids=["empty", "text", "cut off"])
def test_a_damaged_checkpoint_is_refused(tmp_path: Path, damage: bytes | None) -> None:
    output = tmp_path / "a.npz"
    interrupted(output, 1000)
    state = checkpoints.folder_of(output) / checkpoints.STATE
    state.write_bytes(state.read_bytes()[:1000] if damage is None else damage)
    with pytest.raises(checkpoints.CheckpointFailure, match=r"a\.npz\.part: no checkpoint, or damaged"):
        simulate(long(), "numpy", output=output, resume=True)


def test_a_mistake_touches_no_file(tmp_path: Path) -> None:
    output = tmp_path / "a.npz"
    interrupted(output, 1000)
    before = sorted(path.name for path in checkpoints.folder_of(output).iterdir())
    with pytest.raises(ValueError, match='"los" is no metric, perhaps loss'):
        simulate(replace(long(), recording=Recording(metrics=("los",))), "numpy", output=output)
    assert sorted(path.name for path in checkpoints.folder_of(output).iterdir()) == before


def test_what_progress_raises_leaves_a_checkpoint(tmp_path: Path) -> None:
    class LeftError(Exception):
        pass

    def leave(moment: Any) -> None:
        if moment.done > 100:
            raise LeftError

    with pytest.raises(LeftError):
        simulate(long(), "numpy", leave, output=tmp_path / "a.npz")
    done: list[int] = []
    result = simulate(
        long(), "numpy", lambda moment: done.append(moment.done), output=tmp_path / "a.npz", resume=True
    )
    assert done[0] > 100
    assert same(simulate(long(), "numpy"), result)


def test_seconds_do_not_count_pauses() -> None:
    waited = iter([0.3])

    def cancel() -> bool:
        time.sleep(next(waited, 0.0))
        return False

    began = time.monotonic()
    result = simulate(small(), "numpy", cancel=cancel)
    assert result.seconds < time.monotonic() - began - 0.29
