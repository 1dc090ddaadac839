"""`open`: the window, and what happens where none can be shown."""

import signal
from pathlib import Path

import pytest

from explorer.cli import display
from explorer.cli.messages import CommandError
from explorer.jobs import display as screens
from explorer.resources import asset
from tests.cli.runs import Run

FIVE = asset("five-samples.csv")
PNG = b"\x89PNG\r\n"

# Stands in for a machine without Qt's system libraries: the import fails as the loader's does.
WITHOUT_QT = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.startswith("PySide6"):
            message = "libEGL.so.1: cannot open shared object file: No such file or directory"
            raise ImportError(message, name=name)
sys.meta_path.insert(0, Missing())
"""


def test_without_a_display_a_table_and_a_picture(spawn, run: Run, tmp_path: Path) -> None:
    ran = spawn(FIVE, cwd=tmp_path)
    assert ran.status == 0, ran.err
    assert ran.out == run("eval", FIVE).out
    first, last = ran.err.splitlines()
    assert "no display" in first
    assert last.endswith("loss-explorer.png")
    assert (tmp_path / "loss-explorer.png").read_bytes().startswith(PNG)


def test_without_qt_the_table_and_one_line(
    spawn, run: Run, tmp_path: Path, environment: dict[str, str]
) -> None:
    (tmp_path / "sitecustomize.py").write_text(WITHOUT_QT)
    poor = environment | {"PYTHONPATH": str(tmp_path)}
    ran = spawn(cwd=tmp_path, env=poor)
    assert (ran.status, ran.out) == (0, run("eval").out)
    assert "the system's library libEGL.so.1 is missing" in ran.err.splitlines()[-1]
    assert not (tmp_path / "loss-explorer.png").exists()
    refused = spawn("open", env=poor | {"DISPLAY": ":99"})
    assert "libEGL.so.1 is missing" in refused.complaint


def test_a_folder_that_cannot_be_written_is_said(spawn, tmp_path: Path) -> None:
    (tmp_path / "loss-explorer.png").mkdir()
    ran = spawn(FIVE, cwd=tmp_path)
    assert ran.status == 0
    assert "no picture of the window" in ran.err.splitlines()[-1]


def test_with_a_display_the_window_is_shown(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = []
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr("signal.signal", lambda number, handler: shown.append((number, handler)))
    monkeypatch.setattr(
        "explorer.ui.application.run",
        lambda opened, *chosen: shown.append((opened.study.table, *chosen)) or 0,
    )
    assert run(FIVE, "--theme", "dark").status == 0
    interrupt, (table, *chosen) = shown
    assert interrupt == (signal.SIGINT, signal.SIG_DFL)
    assert (len(table), *chosen) == (5, "dark", False, None, None)


@pytest.mark.parametrize(
    ("platform", "variables", "there"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_has_display(
    monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], there: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(screens.sys, "platform", platform)
    assert display.has_display() is there


def test_a_fault_of_our_own_imports_is_no_missing_library() -> None:
    fault = ImportError("cannot import name 'x'", name="explorer.ui.window")
    with pytest.raises(ImportError) as raised:
        display.missing_library(fault)
    assert raised.value is fault
    assert not isinstance(raised.value, CommandError)
