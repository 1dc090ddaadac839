"""Result files: NumPy alone reads them, single records come from their place, what is damaged is refused."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np
import pytest

from explorer import __version__
from explorer.training import result_file, spec
from explorer.training.metrics import METRICS
from explorer.training.result_file import RESERVED, ResultFailure, ResultFile, writing
from explorer.training.summary import SPREAD
from tests.training.results import SMALL, trajectories

if TYPE_CHECKING:
    from pathlib import Path

DATE = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    result_file.write(tmp_path / "out.npz", trajectories(raw=True), date=DATE)
    return tmp_path / "out.npz"


def test_numpy_alone_reads_it(path: Path) -> None:
    code = f"""
import json, sys
import numpy
with numpy.load({str(path)!r}) as data:
    header = json.loads(str(data["header"]))
    assert header["title"] == "Two losses", header
    assert data["updates"].tolist() == [0, 2, 6]
    assert data["loss"].shape == (3, 3, 3) and data["loss"][1, 2, 0] == 120.0
    assert data["ribbons/loss"][0, 1].tolist() == [10.0, 10.5, 11.0, 11.5, 12.0]
    assert data["cells/loss"].tolist() == ["zlpr", "smoothed_bce", "smoothed_bce"]
    assert data["cells/smoothed_bce.epsilon"][1:].tolist() == [0.1, 0.2]
    assert numpy.isnan(data["cells/smoothed_bce.epsilon"][0])
    assert data["diverged"].dtype == numpy.int64 and data["refused"][2] == "it cannot"
    assert data["raw"].shape == (3, 3, 3, 1, 4) and data["raw"].dtype == numpy.float32
assert "explorer" not in sys.modules
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_header_says_how_it_was_made(path: Path) -> None:
    header = ResultFile(path).header
    assert (header["device"], header["rung"], header["dtype"]) == ("numpy", "eager", "float32")
    assert (header["seed"], header["seeds"], header["seconds"]) == (0, 3, 1.5)
    assert header["date"] == "2026-01-02T03:04:05+00:00"
    assert header["versions"] == {"loss-explorer": __version__, "numpy": np.__version__, "python": "3.11"}
    assert spec.read(header["experiment"], "x") == SMALL == ResultFile(path).experiment


def test_records_are_read_from_their_place(path: Path) -> None:
    result, whole = ResultFile(path), trajectories(raw=True)
    for record in range(3):
        np.testing.assert_array_equal(result.at("micro_f1", record), whole.metrics["micro_f1"][record])
    assert whole.raw is not None
    np.testing.assert_array_equal(result.logits(1, 2, 1), whole.raw[1, 2, 1])
    assert result.metrics == ("loss", "micro_f1")
    with pytest.raises(KeyError, match="no metric 'f1'; there are loss, micro_f1"):
        result.at("f1", 0)
    with pytest.raises(IndexError, match="3 is not among 0 to 2 of axis 0"):
        result.at("loss", 3)


def test_a_record_is_read_without_the_rest(path: Path) -> None:
    result = ResultFile(path)
    member = result._members["loss"]
    with path.open("r+b") as file:
        file.truncate(member.start + 3 * 9 * 8)  # nothing is left behind the last record
    assert result.at("loss", 2)[0].tolist() == [200.0, 201.0, 202.0]
    assert result.run("loss", 0, 1).tolist() == [result.at("loss", record)[0, 1] for record in range(3)]
    with path.open("r+b") as file:
        file.truncate(member.start + 3 * 9 * 8 - 1)
    with pytest.raises(ResultFailure, match=r"loss ends early; the file has become shorter"):
        result.at("loss", 2)


def test_the_summary_is_that_of_the_trajectories(path: Path) -> None:
    summary, whole = ResultFile(path).summary(), trajectories()
    assert summary.reached == 3
    assert summary.updates.tolist() == [0, 2, 6]
    assert summary.diverged.tolist() == [0, 1, 0]
    assert summary.refused == ("", "", "it cannot")
    np.testing.assert_array_equal(
        summary.ribbons["loss"], np.moveaxis(np.nanquantile(whole.metrics["loss"], SPREAD, axis=-1), 0, -1)
    )
    np.testing.assert_array_equal(summary.latest["loss"], whole.metrics["loss"][-1])


def test_what_lies_in_files_is_copied_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result_file.write(tmp_path / "whole.npz", trajectories(raw=True), date=DATE)
    monkeypatch.setattr(writing, "CHUNK", 100)
    held = trajectories(raw=True)
    assert held.raw is not None
    mapped = np.memmap(tmp_path / "raw", held.raw.dtype, "w+", shape=held.raw.shape)
    mapped[:] = held.raw
    result_file.write(tmp_path / "pieces.npz", replace(held, raw=mapped), date=DATE)
    assert (tmp_path / "pieces.npz").read_bytes() == (tmp_path / "whole.npz").read_bytes()


def test_it_is_written_whole_or_not_at_all(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    broken = replace(trajectories(), metrics={"loss": "no array"})
    with pytest.raises(AttributeError):
        result_file.write(path, broken)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == ["out.npz"]


def test_no_metric_has_a_name_that_the_file_needs() -> None:
    assert not METRICS.keys() & set(RESERVED)
    assert not any("/" in name for name in METRICS)


def refusal(path: Path) -> str:
    with pytest.raises(ResultFailure) as caught:
        ResultFile(path).summary()
    message = str(caught.value)
    assert message.startswith(path.name)
    assert "\n" not in message
    return message


@pytest.mark.parametrize("kept", [0, 10, 300, 0.5, -1, -30])
def test_a_file_that_was_cut_off_is_refused(path: Path, kept: float) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: int(kept * len(whole)) if isinstance(kept, float) else kept])
    assert "no result of an experiment, or damaged" in refusal(path)


def test_a_byte_that_has_changed_is_told(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    start = ResultFile(path)._members["ribbons/loss"].start
    whole[start + 5] ^= 64
    path.write_bytes(whole)
    assert "ribbons/loss is damaged: Bad CRC-32" in refusal(path)


def rewritten(path: Path, **arrays: object) -> None:
    """Write the arrays of a file with some of them exchanged, as NumPy writes them."""
    with np.load(path) as data:
        held = {name: data[name] for name in data}
    np.savez(path, **{name: each for name, each in (held | arrays).items() if each is not None})


def test_other_archives_are_refused(path: Path) -> None:
    rewritten(path, loss=np.zeros((2, 3, 3)))
    assert "loss has shape (2, 3, 3), not (3, 3, 3)" in refusal(path)
    rewritten(path, loss=None)
    assert "loss is missing" in refusal(path)
    np.savez(path, logits=np.zeros((2, 2)))
    assert "it has no header" in refusal(path)
    np.savez(path, header=np.array("{}"))
    assert "its header cannot be read" in refusal(path)
    np.savez(path, header=np.array(json.dumps({"kind": "loss-explorer result", "format": 2})))
    assert "loss-explorer result of format 2; allowed is loss-explorer result up to 1" in refusal(path)
    np.savez(path, header=np.array([{"a": 1}], dtype=object))
    assert "holds no plain array" in refusal(path)
    np.savez_compressed(path, header=np.array("{}"))
    assert "is no unpacked array" in refusal(path)
    path.write_text("loss,value\n1,2\n")
    assert "File is not a zip file" in refusal(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("header.npy", b"no array")
    assert "no result of an experiment, or damaged" in refusal(path)


def test_a_file_that_numpy_wrote_again_is_read(path: Path) -> None:
    rewritten(path)
    assert ResultFile(path).at("loss", 1)[2, 0] == 120.0


def test_an_experiment_that_is_not_known_here(path: Path) -> None:
    with np.load(path) as data:
        header = json.loads(str(data["header"]))
    header["experiment"] = header["experiment"].replace("zlpr", "of_a_plugin")
    rewritten(path, header=np.array(json.dumps(header)))
    assert 'losses[0].key: "of_a_plugin" is no loss' in refusal(path)
    assert ResultFile(path).at("loss", 1)[2, 0] == 120.0
    header["experiment"] = spec.write(replace(SMALL, seeds=2))
    rewritten(path, header=np.array(json.dumps(header)))
    assert "its experiment has (3, 2) runs, not its arrays" in refusal(path)


def test_it_becomes_a_dataset_of_xarray(path: Path, tmp_path: Path) -> None:
    xarray = pytest.importorskip("xarray")
    for module in ("h5netcdf", "h5py"):
        pytest.importorskip(module)
    data = result_file.to_xarray(ResultFile(path))
    assert data["loss"].sel(update=2, seed=1).isel(cell=2) == 121.0
    assert data["raw"].dims == ("update", "cell", "seed", "row", "class")
    result_file.to_netcdf(ResultFile(path), tmp_path / "out.nc")
    with xarray.open_dataset(tmp_path / "out.nc", engine="h5netcdf") as again:
        assert again["micro_f1"].shape == (3, 3, 3)
        assert again["cell_loss"].values.tolist() == ["zlpr", "smoothed_bce", "smoothed_bce"]
        assert again.attrs["title"] == "Two losses"


def test_a_file_with_a_gap_is_refused(path: Path) -> None:
    """Places in it then lie before its begin, which the system itself refuses."""
    whole = path.read_bytes()
    for first in range(0, len(whole) - 200, len(whole) // 40):
        path.write_bytes(whole[:first] + whole[first + 150 :])
        assert refusal(path).count("\n") == 0
