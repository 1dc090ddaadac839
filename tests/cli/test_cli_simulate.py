"""`simulate`: what it trains, what it says, how it refuses, and how it goes on after Ctrl+C."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest

from explorer.cli import bar, parser, readers
from explorer.training import Cancelled, shipped, simulate, spec
from explorer.training.device import DEVICES, WAITING
from explorer.training.engine.checkpoints import folder_of
from explorer.training.moments import Moment
from explorer.training.result_file import ResultFile
from explorer.training.spec.reading import NUMBERS
from tests.training.results import SMALL

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runs import Run

SPEC = """
title = "Two losses"
updates = 6
seeds = 3

[task]
kind = "logits"
classes = [4, 6]
labels = 2

[[losses]]
key = "zlpr"

[[losses]]
key = "combinatorial_threshold"
max_labels = 1

[[optimizers]]
key = "sgd"

[[expect]]
metric = "loss"
where = { loss = "zlpr" }
below = BOUND

[small]
updates = 2
seeds = 1
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "own.toml").write_text(SPEC.replace("BOUND", "100.0"), encoding="utf-8")
    return tmp_path / "own.toml"


def test_it_trains_and_prints_a_table(run: Run, path: Path, tmp_path: Path) -> None:
    said = run("simulate", path, "--device", "numpy", "-o", tmp_path / "out.npz")
    assert said.status == 0
    lines = said.out.splitlines()
    assert lines[0].startswith("Two losses: 12 runs, 6 updates, ")
    assert lines[0].endswith(" s on numpy")
    assert lines[2].split()[:3] == ["loss", "classes", "loss"]
    assert lines[3].startswith("zlpr ")
    result = ResultFile(tmp_path / "out.npz")
    median = np.median(result.at("loss", len(result.updates) - 1)[0])
    assert f"{median:.4f}" in lines[3]
    refused = lines[4].split()
    assert refused[:3] == ["combinatorial_threshold", "4", "-"]
    assert lines[7].startswith("combinatorial_threshold: ")  # and why
    assert lines[-1].split()[:2] == ["loss", "of"]
    assert lines[-1].endswith("holds")
    assert "12 runs of 6 updates; less than 1 s on this CPU" in said.err
    assert list(tmp_path.glob("*.part")) == []


def test_programs_get_every_number(run: Run, path: Path, tmp_path: Path) -> None:
    said = run("simulate", path, "--device", "numpy", "--seed", "7", "--json", "-o", tmp_path / "out.npz")
    found = said.json
    assert (found["title"], found["seed"], found["updates"], found["device"]) == ("Two losses", 7, 6, "numpy")
    cell = found["cells"][0]
    assert cell["coordinates"]["loss"] == "zlpr"
    last = ResultFile(tmp_path / "out.npz").at("loss", -1 + len(ResultFile(tmp_path / "out.npz").updates))
    assert cell["metrics"]["loss"]["median"] == np.median(last[0])
    assert found["cells"][1]["metrics"]["loss"]["median"] == "nan"
    assert found["cells"][1]["refused"]
    assert found["expectations"][0]["holds"] is True


def test_an_expectation_that_fails_gives_status_1(run: Run, path: Path, tmp_path: Path) -> None:
    path.write_text(SPEC.replace("BOUND", "-1.0"), encoding="utf-8")
    said = run("simulate", path, "--device", "numpy", "--small", "-o", tmp_path / "out.npz")
    assert said.status == 1
    assert said.out.splitlines()[0].startswith("Two losses: 4 runs, 2 updates, ")
    assert said.out.splitlines()[-1].split()[-4:-1:2] == ["below", said.out.splitlines()[-1].split()[-2]]
    assert said.out.rstrip().endswith("fails")


def test_options_change_the_experiment(run: Run, path: Path, tmp_path: Path) -> None:
    run("simulate", path, "--device", "numpy", "--small", "--raw", "--seed", "3", "-o", tmp_path / "out.npz")
    result = ResultFile(tmp_path / "out.npz")
    assert (result.header["seed"], result.header["seeds"], result.experiment.updates) == (3, 1, 2)
    assert result.logits(0, 0, 0).shape == (1, 6)


def test_without_a_specification_it_lists_the_shipped(run: Run) -> None:
    said = run("simulate")
    assert said.status == 0
    assert [line.split()[0] for line in said.out.splitlines()] == ["key", *shipped.paths()]
    found = run("simulate", "--json").json["experiments"]
    assert [each["key"] for each in found] == list(shipped.paths())
    assert all(each["about"] and each["runs"] for each in found)


def test_a_shipped_experiment_is_asked_for_by_its_key(run: Run, tmp_path: Path) -> None:
    said = run("simulate", "gradient-balance", "--small", "--device", "numpy", "-o", tmp_path / "out.npz")
    assert said.status == 0
    assert said.out.startswith(shipped.shipped("gradient-balance").title)


def test_bad_use_is_refused_in_one_line(run: Run, path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.npz"
    assert run("simulate", path).complaint == "-o is missing; it says where the result goes, as -o result.npz"
    said = run("simulate", "gone", "-o", out).complaint
    assert said.startswith("no file and no shipped experiment 'gone'; there are ")
    said = run("simulate", path, "-o", tmp_path / "out.csv").complaint
    assert said.endswith("out.csv: the ending '.csv' is no result; allowed is .npz")
    said = run("simulate", path, "-o", tmp_path / "gone" / "out.npz").complaint
    assert "there is no folder" in said
    said = run("simulate", tmp_path / "gone.toml", "-o", out).complaint
    assert said.endswith("gone.toml: No such file or directory")
    path.write_text(SPEC.replace("BOUND", "1").replace('"sgd"', '"sdg"'), encoding="utf-8")
    said = run("simulate", path, "-o", out).complaint
    assert said.startswith('own.toml: optimizers[0].key: "sdg" is no optimizer, perhaps sgd; allowed: sgd, ')
    path.write_bytes(b"title = '\xff'")
    assert "own.toml: byte 10 is not UTF-8" in run("simulate", path, "-o", out).complaint
    assert run("simulate", path, "--device", "tpu", "-o", out).complaint.startswith("argument --device: ")
    assert not out.exists()


def test_every_mistake_is_said_at_once(run: Run, path: Path, tmp_path: Path) -> None:
    wrong = SPEC.replace("BOUND", "1").replace('"sgd"', '"sdg"').replace("updates = 6", "updates = -6")
    path.write_text(f"{wrong}".replace("seeds = 3", 'seeds = "three"'), encoding="utf-8")
    said = run("simulate", path, "-o", tmp_path / "out.npz").err
    lines = [line for line in said.splitlines() if "own.toml: " in line]
    assert [line.split(": ")[2] for line in lines] == ["updates", "seeds", "optimizers[0].key"]
    assert run("simulate", path).complaint.startswith("-o is missing")


def test_nothing_is_lost_without_a_word(run: Run, path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.npz"
    command = ("simulate", path, "--device", "numpy", "-o", out)
    assert run(*command).status == 0
    before = out.read_bytes()
    said = run(*command)
    assert said.status == 2
    assert said.complaint.endswith(
        "out.npz: a result is there; name another output, or add --force to train it anew"
    )
    assert out.read_bytes() == before
    assert run(*command, "--force").status == 0
    assert run(*command, "--force", "--resume").status == 2


def test_a_checkpoint_of_another_experiment_has_a_way_out(run: Run, path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.npz"
    command = ("simulate", path, "--device", "numpy", "-o", out)
    path.write_text(LONG, encoding="utf-8")
    stopped(path, out)
    path.write_text(LONG.replace("updates = 4000", "updates = 6"), encoding="utf-8")
    assert run(*command).complaint.endswith("add --resume to go on from it, or --force to begin anew")
    said = run(*command, "--resume").err.splitlines()[-1]
    assert said.endswith("name another output, or begin anew with --force in place of --resume")
    assert run(*command, "--force").status == 0
    assert not folder_of(out).exists()


def test_no_two_columns_have_one_name(run: Run, path: Path, tmp_path: Path) -> None:
    ran = run("simulate", path, "--device", "numpy", "-o", tmp_path / "out.npz")
    head = next(line for line in ran.out.splitlines() if line.startswith("loss "))
    assert head.split()[0] == "loss"
    assert "loss value" in head


def test_a_device_that_is_not_here(
    run: Run, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explorer.training.device._here", lambda: ("numpy",))
    said = run("simulate", path, "--device", "mps", "-o", tmp_path / "out.npz")
    assert said.status == 2
    assert "device 'mps': " in said.err.splitlines()[-1]


@pytest.mark.parametrize("said", ["", "ACTIVE"])
def test_threads_wait_asleep_unless_the_environment_says_else(
    run: Run, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setenv(WAITING[0], said)  # put back afterwards, whatever it was
    if not said:
        monkeypatch.delenv(WAITING[0])
    run("simulate", path, "--device", "numpy", "--small", "-o", tmp_path / "out.npz")
    assert os.environ[WAITING[0]] == (said or WAITING[1])


def test_netcdf_needs_its_packages(run: Run, path: Path, tmp_path: Path) -> None:
    nc, out = tmp_path / "out.nc", tmp_path / "out.npz"
    said = run("simulate", path, "--device", "numpy", "--small", "--netcdf", nc, "-o", out)
    try:
        import h5netcdf  # noqa: F401
        import h5py  # noqa: F401
        import xarray  # noqa: F401
    except ImportError:
        assert said.complaint.endswith("is not installed; it comes with the extra 'data'")
        assert not out.exists()  # known before anything is trained
    else:
        assert nc.stat().st_size > 0


def test_what_cannot_be_written_is_known_before(
    run: Run, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "folder.npz").mkdir()
    said = run("simulate", path, "--device", "numpy", "-o", tmp_path / "folder.npz").complaint
    assert said.endswith("folder.npz: it is a folder; allowed is a file")
    monkeypatch.setattr("explorer.training.result_file.missing_package", lambda: "")
    out = tmp_path / "out.npz"
    said = run("simulate", path, "--netcdf", tmp_path / "folder.npz", "-o", out).complaint
    assert said.endswith("folder.npz: it is a folder; allowed is a file")
    assert "the result itself goes there" in run("simulate", path, "--netcdf", out, "-o", out).complaint


@pytest.mark.parametrize("seed", ["99999999999999999999", "1000000000000001", "9" * 5000, "-1", "1.5", "x"])
def test_a_seed_that_no_specification_may_have_is_refused(run: Run, path: Path, seed: str) -> None:
    said = run("simulate", path, f"--seed={seed}", "-o", "out.npz").complaint
    assert "is no seed; allowed: a whole number from 0 to 1,000,000,000,000,000" in said


def test_the_largest_seed_is_the_specifications(run: Run, path: Path, tmp_path: Path) -> None:
    assert NUMBERS["seed"].high == readers.MOST_SEED
    out = tmp_path / "out.npz"
    run("simulate", path, "--device", "numpy", "--small", "--seed", str(readers.MOST_SEED), "-o", out)
    assert ResultFile(out).header["seed"] == readers.MOST_SEED


@pytest.mark.parametrize("rung", ["x", "compiled"])
def test_a_rung_that_is_not_there_leaves_nothing(
    run: Run, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rung: str
) -> None:
    monkeypatch.setenv("LOSS_EXPLORER_RUNG", rung)
    said = run("simulate", path, "--device", "numpy", "-o", tmp_path / "out.npz")
    assert said.status == 2
    assert said.err.splitlines()[-1].startswith(f"loss-explorer: rung {rung!r} ")
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def stopped(path: Path, out: Path) -> None:
    """Leave a checkpoint as one that was interrupted does."""
    done: list[int] = []
    experiment = spec.read(path.read_text(), path.name)
    with pytest.raises(Cancelled):
        simulate(experiment, "numpy", lambda moment: done.append(moment.done), lambda: any(done), output=out)


def test_a_checkpoint_of_another_experiment_is_refused(run: Run, path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.npz"
    path.write_text(LONG, encoding="utf-8")
    stopped(path, out)
    for old, new, said in (
        ("updates = 4000", "updates = 4001", "updates is 4000 there and 4001 here; name another output"),
        ("[small]", "[recording]\ncount = 9\n[small]", "another experiment: recording is not the same there"),
    ):
        path.write_text(LONG.replace(old, new), encoding="utf-8")
        ran = run("simulate", path, "--device", "numpy", "--resume", "-o", out)
        assert ran.status == 2
        assert said in ran.err.splitlines()[-1]
    assert folder_of(out).is_dir()


@pytest.mark.parametrize(
    "where", ["explorer.training.engine.checkpoints.write", "explorer.training.result_file.write"]
)
def test_a_full_disk_names_the_file_and_how_to_go_on(
    run: Run, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    path.write_text(LONG, encoding="utf-8")
    out = tmp_path / "out.npz"
    stopped(path, out)

    def full(there: Path, *_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(there))

    monkeypatch.setattr(where, full)
    ran = run("simulate", path, "--device", "numpy", "--resume", "-o", out)
    assert ran.status == 2
    named = folder_of(out) if "checkpoints" in where else out
    again = f"loss-explorer simulate {path} --resume -o {out} --device numpy"
    assert ran.err.splitlines()[-1] == f"loss-explorer: {named}: No space left on device; to go on: {again}"
    monkeypatch.undo()
    assert run(*again.split()[1:]).status == 0


def test_too_little_memory_is_one_line(
    run: Run, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("explorer.cli.simulate.simulate", fails)
    ran = run("simulate", path, "--device", "numpy", "-o", tmp_path / "out.npz")
    assert ran.status == 2
    assert ran.err.splitlines()[-1].startswith("loss-explorer: the memory is not enough: it needs about ")


def test_more_than_the_machine_has_is_said_before(
    run: Run, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explorer.training.estimate.memory", lambda: 1000)
    ran = run("simulate", path, "--device", "numpy", "-o", tmp_path / "out.npz")
    assert ran.status == 0
    assert "of memory at once, and this machine has 1.0 KB" in ran.err.splitlines()[0]


LONG = (
    SPEC.replace("BOUND", "1e9").replace("updates = 6", "updates = 4000").replace("seeds = 3", "seeds = 10")
)


HELD = """
import signal, sys, time
from explorer.cli import bar, main
show = bar.Bar.show
def held(self, moment):  # so that it is not over before it is interrupted
    show(self, moment)
    ended = signal.default_int_handler
    while 0 < moment.done < moment.total and signal.getsignal(signal.SIGINT) is not ended:
        time.sleep(0.01)
bar.Bar.show = held
sys.exit(main(sys.argv[1:]))
"""


def test_it_stops_at_ctrl_c_and_goes_on(
    run: Run, environment: dict[str, str], path: Path, tmp_path: Path
) -> None:
    path.write_text(f'{LONG}\n[recording]\nmetrics = ["loss"]\ncount = 10', encoding="utf-8")
    whole, out = tmp_path / "whole.npz", tmp_path / "out.npz"
    assert run("simulate", path, "--device", "numpy", "-o", whole).status == 0
    command = [sys.executable, "-c", HELD, "simulate", str(path), "--device", "numpy", "-o", str(out)]
    child = subprocess.Popen(
        command, env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    wait_for(lambda: any(tmp_path.glob("out.npz.part/*")))
    child.send_signal(signal.SIGINT)
    said = child.communicate(timeout=240)[1].splitlines()
    assert child.returncode == 130
    again = f"loss-explorer simulate {path} --resume -o {out} --device numpy"
    assert said[-1] == f"loss-explorer: stopped; to go on: {again}"
    assert not out.exists()
    assert run(*again.split()[1:]).status == 0
    np.testing.assert_array_equal(ResultFile(out).array("loss"), ResultFile(whole).array("loss"))


def wait_for(holds: object) -> None:
    deadline = time.monotonic() + 240
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < deadline
        time.sleep(0.02)


def moment(done: int, seconds: float, **changes: object) -> Moment:
    values = {
        "total": 100, "update": 212, "wave": 1, "waves": 1, "diverged": 0, "device": "cpu, 2 threads",
        "rung": "eager", "notes": (), "summary": lambda: None,
    }  # fmt: skip
    return Moment(done=done, seconds=seconds, **{**values, **changes})  # type: ignore[arg-type]


def test_the_bar_says_how_far_it_is() -> None:
    line = bar.line(moment(50, 18.2), 400, 60)
    assert line == f"{'█' * 12}{'░' * 12} update 212 of 400, 60 runs, 18 s, about 18 s left, cpu, 2 threads"
    assert bar.line(moment(1, 2), 400, 1).split("update")[1] == " 212 of 400, 1 run, 2 s, cpu, 2 threads"
    line = bar.line(moment(100, 9, wave=2, waves=3, diverged=1200), 400, 60)
    assert "update 212 of 400, part 2 of 3, 60 runs, 1,200 diverged, 9 s, about 0 s left" in line


def test_the_bar_is_for_a_terminal_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    silent = bar.Bar(400, 60)
    silent.show(moment(50, 1))
    silent.close()
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(bar, "is_terminal", lambda: True)
    shown = bar.Bar(400, 60, "ascii")
    shown.show(moment(50, 1))
    shown.show(moment(60, 1))  # too soon
    shown.close()
    written = capsys.readouterr().err
    assert written.count("update 212") == 1
    assert f"{'#' * 12}{'-' * 12}" in written
    assert written.endswith("\r\x1b[K")


def test_the_parser_knows_the_devices() -> None:
    assert parser.DEVICES == DEVICES


def test_a_result_says_its_whole_experiment(run: Run, path: Path, tmp_path: Path) -> None:
    run("simulate", path, "--device", "numpy", "-o", tmp_path / "out.npz")
    with np.load(tmp_path / "out.npz") as data:
        header = json.loads(str(data["header"]))
    (tmp_path / "again.toml").write_text(header["experiment"], encoding="utf-8")
    run("simulate", tmp_path / "again.toml", "--device", "numpy", "-o", tmp_path / "again.npz")
    with np.load(tmp_path / "out.npz") as first, np.load(tmp_path / "again.npz") as second:
        np.testing.assert_array_equal(first["loss"], second["loss"])
    assert SMALL.title == header["title"]
