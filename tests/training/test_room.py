"""Room for arrays: on the disk it is taken at once, so that a full one is told and ends no process."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from explorer.training import SimulationFailure, simulate
from explorer.training.engine import room
from explorer.training.engine.checkpoints import folder_of
from explorer.training.engine.room import Room
from tests.training.experiments import same, small

if TYPE_CHECKING:
    from pathlib import Path

SHAPE = (60, 7, 300)


def full(*_: Any) -> None:
    """Answer as a full disk does: without the name of a file."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def cannot(*_: Any) -> None:
    """Answer as a file system that takes no room before it is written to."""
    raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))


@pytest.fixture(params=["asked", "cannot", "missing"])
def _disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each way in which room is taken."""
    if request.param == "cannot":
        monkeypatch.setattr(os, "posix_fallocate", cannot, raising=False)
    elif request.param == "missing":
        monkeypatch.delattr(os, "posix_fallocate", raising=False)


@pytest.mark.usefixtures("_disk")
def test_a_file_has_no_holes(tmp_path: Path) -> None:
    array = Room(tmp_path, goes_on=False, is_large=False).array("loss", SHAPE, np.float64)
    about = (tmp_path / "loss.npy").stat()
    assert about.st_size >= array.nbytes
    if hasattr(about, "st_blocks"):
        assert 512 * about.st_blocks >= array.nbytes
    assert (array.shape, array.dtype, array.any()) == (SHAPE, np.float64, False)
    array[3] = 2.5
    array.flush()
    again = Room(tmp_path, goes_on=True, is_large=False).array("loss", SHAPE, np.float64)
    assert (again[3] == 2.5).all()
    assert np.load(tmp_path / "loss.npy").sum() == 2.5 * 7 * 300


def test_what_is_large_has_no_name() -> None:
    array = Room(None, goes_on=False, is_large=True).array("loss", SHAPE, np.float32)
    assert isinstance(array, np.memmap)
    array[-1] = 1.0
    assert array.sum() == 7 * 300


@pytest.mark.skipif(not hasattr(os, "posix_fallocate"), reason="this system has no such call")
@pytest.mark.parametrize("is_named", [True, False])
def test_a_full_disk_is_told_with_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_named: bool
) -> None:
    monkeypatch.setattr(os, "posix_fallocate", full)
    with pytest.raises(OSError, match="No space left on device") as caught:
        Room(tmp_path if is_named else None, goes_on=False, is_large=True).array("loss", SHAPE, np.float64)
    assert caught.value.errno == errno.ENOSPC
    assert not is_named or caught.value.filename == str(tmp_path / "loss.npy")


@pytest.mark.skipif(not hasattr(os, "posix_fallocate"), reason="this system has no such call")
def test_a_simulation_without_room_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "posix_fallocate", full)
    with pytest.raises(OSError, match="No space left"):
        simulate(small(), "numpy", output=tmp_path / "a.npz")
    assert list(tmp_path.iterdir()) == []


def cut(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def longer(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"more")


def reshaped(path: Path) -> None:
    np.save(path, np.zeros((2, 3)))


def pickled(path: Path) -> None:
    np.save(path, np.array([{}], dtype=object), allow_pickle=True)


def gone(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("damage", [cut, emptied, longer, reshaped, pickled, gone])
def test_a_metric_that_is_not_as_it_was_left_is_refused(tmp_path: Path, damage: Any) -> None:
    """NumPy fills up a file that was cut off with zeros, which would be in the result."""
    whole = simulate(small(), "numpy")
    output = tmp_path / "a.npz"
    left: list[int] = []
    with pytest.raises(RuntimeError):
        simulate(small(), "numpy", lambda moment: stop(moment.done, left), output=output)
    path = folder_of(output) / "metric-loss.npy"
    before = path.read_bytes()
    damage(path)
    message = r"a\.npz\.part/metric-loss\.npy: not as it was left; remove a\.npz\.part, or begin anew"
    with pytest.raises(SimulationFailure, match=message):
        simulate(small(), "numpy", output=output, resume=True)
    path.write_bytes(before)
    assert same(whole, simulate(small(), "numpy", output=output, resume=True))


def stop(done: int, left: list[int]) -> None:
    left.append(done)
    if done:
        raise RuntimeError


def test_other_errors_keep_their_names(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught, room.naming("other"):
        (tmp_path / "gone").read_bytes()
    assert caught.value.filename == str(tmp_path / "gone")
