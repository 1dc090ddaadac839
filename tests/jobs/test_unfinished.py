"""Notes of trainings that have not ended: whose they are, what is found of them, what goes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest

from explorer.jobs import unfinished
from explorer.jobs.unfinished import Claim
from explorer.training.engine import checkpoints
from explorer.training.experiment import Experiment, Recording, TaskChoice
from explorer.training.simulate import Cancelled, simulate

if TYPE_CHECKING:
    from pathlib import Path

    from explorer.training.moments import Moment


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def left(folder: Path, name: str, age: float = 0.0) -> Path:
    """Note a training as a window does that is closed then."""
    path = folder / name
    Claim.new(path, f"spec of {name}", "numpy").leave()
    note = folder / f"{name}{unfinished.ASKED}"
    os.utime(note, (time.time() - age,) * 2)
    return path


def test_what_a_window_left_is_found_newest_first(tmp_path: Path) -> None:
    old, new = left(tmp_path, "old.npz", 60), left(tmp_path, "new.npz")
    claims = list(unfinished.found(tmp_path))
    assert [claim.path for claim in claims] == [new, old]
    assert (claims[0].spec, claims[0].device) == ("spec of new.npz", "numpy")
    assert list(unfinished.found(tmp_path)) == []  # they are taken up
    for claim in claims:
        claim.leave()
    assert len(list(unfinished.found(tmp_path))) == 2


def test_one_in_training_is_not_found_and_begun_by_nobody_else(tmp_path: Path) -> None:
    claim = Claim.new(tmp_path / "a.npz", "spec", "auto")
    assert list(unfinished.found(tmp_path)) == []
    with pytest.raises(BlockingIOError, match=r"a\.npz is in training already"):
        Claim.new(tmp_path / "a.npz", "other", "auto")
    claim.end()
    assert names(tmp_path) == set()


def test_one_that_has_its_result_is_over(tmp_path: Path) -> None:
    left(tmp_path, "a.npz").write_bytes(b"the result")
    assert list(unfinished.found(tmp_path)) == []
    assert names(tmp_path) == {"a.npz"}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"spec": "x"}', "\udcff"])
def test_a_note_that_cannot_be_read_goes(tmp_path: Path, text: str) -> None:
    left(tmp_path, "a.npz")
    (tmp_path / "a.npz.asked").write_bytes(text.encode(errors="surrogateescape"))
    good = left(tmp_path, "b.npz", 5)
    assert [claim.path for claim in unfinished.found(tmp_path)] == [good]
    assert names(tmp_path) == {"b.npz.asked", "b.npz.lock"}


def test_a_folder_that_is_not_there_has_nothing(tmp_path: Path) -> None:
    assert list(unfinished.found(tmp_path / "none")) == []


def test_it_is_known_how_far_one_has_come_and_it_is_forgotten_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    claim = Claim.new(path, "spec", "numpy")
    assert claim.progress() == (0, 0)
    assert claim.update is None
    last: list[Moment] = []
    experiment = Experiment(
        task=TaskChoice("logits", (("classes", (4,)),)), updates=5_000, recording=Recording(count=4)
    )
    with pytest.raises(Cancelled):
        simulate(experiment, "numpy", last.append, lambda: bool(last) and last[-1].done > 0, output=path)
    done, update = claim.progress()  # it went on a little after it told how far it was
    assert last[-1].done <= done < last[-1].total
    assert update == 0
    assert claim.update is not None
    assert claim.update * experiment.runs <= done  # blocks are not all equally far
    state = checkpoints.folder_of(path) / checkpoints.STATE
    state.write_bytes(state.read_bytes()[:99])
    assert claim.progress() == (0, 0)
    np.savez(state, other=np.zeros(3))
    assert claim.progress() == (0, 0)
    claim.forget()
    assert names(tmp_path) == set()


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_what_a_killed_process_left_is_found(tmp_path: Path) -> None:
    code = (
        "import pathlib, sys, time\n"
        "from explorer.jobs.unfinished import Claim\n"
        "claim = Claim.new(pathlib.Path(sys.argv[1]), 'spec', 'cpu')\n"
        "print('noted', flush=True)\n"
        "time.sleep(60)\n"
    )
    words = [sys.executable, "-c", code, str(tmp_path / "a.npz")]
    with subprocess.Popen(words, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"noted"
        assert list(unfinished.found(tmp_path)) == []
        process.send_signal(signal.SIGKILL)
    assert [claim.spec for claim in unfinished.found(tmp_path)] == ["spec"]
