"""start.py: what it decides, without installing anything."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import start
from start import Request, Stamp

SCRIPT = Path(start.__file__)
WINDOW = Request("run", [], None)
SCREEN = {"DISPLAY": ":0"}
ONLY_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="libraries are checked on Linux")


@pytest.mark.parametrize(
    ("words", "request_"),
    [
        ("", Request("run", [], None)),
        ("eval table.csv --json", Request("run", ["eval", "table.csv", "--json"], None)),
        ("test -q -k layers", Request("test", ["-q", "-k", "layers"], None)),
        ("test --no-torch -q", Request("test", ["-q"], torch=False)),
        ("--torch bench live", Request("bench", ["live"], torch=True)),
        ("eval test", Request("run", ["eval", "test"], None)),
        ("oracles -q", Request("oracles", ["-q"], None)),
        ("triton -q", Request("triton", ["-q"], None)),
        ("run", Request("run", ["run"], None)),
    ],
)
def test_the_own_words_are_taken_and_the_rest_passed_on(words: str, request_: Request) -> None:
    assert start.parse(words.split()) == request_


def test_torch_is_installed_unless_it_was_left_out_now_or_before() -> None:
    without = Stamp("", frozenset(), complete=True)
    complete = Stamp("", frozenset({"torch"}), complete=True)
    assert start.wanted_extras(WINDOW, None) == {"torch", "export"}
    assert start.wanted_extras(WINDOW, without) == {"export"}
    assert start.wanted_extras(WINDOW._replace(torch=True), without) == {"torch", "export"}
    assert start.wanted_extras(WINDOW._replace(torch=False), complete) == {"export"}


def test_oracles_are_compared_on_demand_alone() -> None:
    oracles = Request("oracles", ["-q"], None)
    assert start.wanted_extras(oracles, None) == {"torch", "test", "oracles"}
    assert "oracles" not in start.wanted_extras(Request("test", [], None), None)
    assert start.program(oracles)[1:] == ["-m", "pytest", "tests/oracles", "-q"]
    assert start.environment_of(oracles, {})["QT_QPA_PLATFORM"] == "offscreen"


def test_the_triton_kernel_is_interpreted_on_demand_alone() -> None:
    triton = Request("triton", ["-q"], None)
    assert start.wanted_extras(triton, None) == {"torch", "test", "triton"}
    assert "triton" not in start.wanted_extras(Request("test", [], None), None)
    assert start.program(triton)[1:] == ["-m", "pytest", "tests/training/test_triton.py", "-q"]
    assert start.environment_of(triton, {}) == {"QT_QPA_PLATFORM": "offscreen", "TRITON_INTERPRET": "1"}
    assert "TRITON_INTERPRET" not in start.environment_of(Request("test", [], None), {})


def test_what_was_installed_for_tests_stays() -> None:
    stamp = Stamp("", frozenset({"torch", "test", "dev"}), complete=True)
    assert start.wanted_extras(WINDOW, stamp) == {"torch", "test", "dev", "export"}
    assert start.wanted_extras(Request("test", [], None), None) == {"torch", "test", "dev", "export"}


def test_the_extras_are_those_of_the_project() -> None:
    import tomllib

    project = tomllib.loads((SCRIPT.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {"torch"}.union(*start.EXTRAS.values()) <= set(project["optional-dependencies"])
    assert project["requires-python"] == ">=3.11"


def test_a_stamp_is_read_as_it_was_written(tmp_path: Path) -> None:
    stamp = Stamp("abc", frozenset({"torch", "test"}), complete=True)
    start.write_stamp(tmp_path / "stamp", stamp)
    assert start.read_stamp(tmp_path / "stamp") == stamp
    assert [path.name for path in tmp_path.iterdir()] == ["stamp"]


def test_no_stamp_is_none(tmp_path: Path) -> None:
    assert start.read_stamp(tmp_path / "stamp") is None


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"fingerprint": "abc"}', "\xff"])
def test_a_damaged_stamp_is_incomplete(tmp_path: Path, text: str) -> None:
    path = tmp_path / "stamp"
    path.write_bytes(text.encode("latin-1"))
    stamp = start.read_stamp(path)
    assert stamp is not None
    assert not stamp.complete


@pytest.mark.parametrize(
    ("stamp", "stays"),
    [
        (None, True),  # made by hand: used when it works
        (Stamp("old", frozenset({"torch"}), complete=True), True),
        (Stamp("old", frozenset({"torch", "test"}), complete=True), False),  # test would have to go
        (Stamp("new", frozenset({"torch"}), complete=False), False),  # interrupted
    ],
)
def test_an_environment_is_made_anew_when_it_cannot_be_added_to(
    monkeypatch: pytest.MonkeyPatch, stamp: Stamp | None, stays: bool
) -> None:
    monkeypatch.setattr(start, "PYTHON", Path(sys.executable))
    wanted = Stamp("new", frozenset({"torch"}), complete=True)
    assert start.can_be_added_to(stamp, wanted) is stays


def test_an_environment_without_its_python_is_made_anew(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(start, "PYTHON", tmp_path / "python")
    assert not start.can_be_added_to(None, Stamp("new", frozenset(), complete=True))


def test_the_fingerprint_follows_the_requirements(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(start, "ROOT", tmp_path)
    requirements = tmp_path / "pyproject.toml"
    requirements.write_text("a", encoding="utf-8")
    first = start.fingerprint()
    assert start.fingerprint() == first
    requirements.write_text("b", encoding="utf-8")
    assert start.fingerprint() != first


def test_a_complete_environment_is_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(start, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(start, "PYTHON", Path(sys.executable))
    done: list[str] = []
    monkeypatch.setattr(start, "do", lambda command, *_: done.append(" ".join(map(str, command))))
    start.prepare_venv(Request("test", [], torch=True))
    assert start.TORCH in done[0]  # before the project, which would pull another build
    assert done[1].endswith(" .[dev,export,test,torch]")
    start.prepare_venv(Request("test", [], None))
    start.prepare_venv(Request("run", [], None))
    assert len(done) == 2


def test_without_torch_the_project_and_its_films_are_installed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(start, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(start, "PYTHON", Path(sys.executable))
    done: list[str] = []
    monkeypatch.setattr(start, "do", lambda command, *_: done.append(" ".join(map(str, command))))
    start.prepare_venv(Request("run", [], torch=False))
    assert [command.split()[-1] for command in done] == [".[export]"]


def test_a_failed_step_leaves_an_incomplete_stamp(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(start, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(start, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(
        start, "install", lambda *_, failure: start.do([sys.executable, "-c", "1/0"], failure)
    )
    monkeypatch.setattr(sys, "stderr", (tmp_path / "messages").open("w", encoding="utf-8"))
    with pytest.raises(start.SetUpError, match="--no-torch"), sys.stderr:
        start.prepare_venv(WINDOW)
    stamp = start.read_stamp(tmp_path / "stamp")
    assert stamp is not None
    assert not stamp.complete


@ONLY_LINUX
@pytest.mark.parametrize(
    ("request_", "environment", "libraries"),
    [
        (WINDOW, SCREEN, start.QT | start.XCB),
        (WINDOW, {"WAYLAND_DISPLAY": "wayland-0"}, start.QT | start.XCB),
        (WINDOW, {}, start.QT),  # for the picture
        (WINDOW, SCREEN | {"QT_QPA_PLATFORM": "offscreen"}, start.QT),
        (Request("run", ["figure", "table.csv"], None), SCREEN, start.QT),
        (Request("run", ["losses"], None), SCREEN, {}),
        (Request("run", ["check", "table.csv"], None), SCREEN, {}),
        (Request("run", ["lessons"], None), SCREEN, {}),
        (Request("run", ["simulate", "yeast"], None), SCREEN, {}),
        (Request("run", ["eval", "table.csv"], None), {}, {}),
        (Request("test", [], None), SCREEN, start.QT),
        (Request("test", ["-m", "xcb"], None), {"QT_QPA_PLATFORM": "xcb"}, start.QT | start.XCB),
        (Request("bench", [], None), {}, start.QT),
    ],
)
def test_only_the_libraries_that_are_used_are_asked_for(
    request_: Request, environment: dict[str, str], libraries: dict[str, str]
) -> None:
    assert start.libraries_of(request_, start.environment_of(request_, environment)) == libraries


@ONLY_LINUX
def test_the_loader_is_asked() -> None:
    assert start.loads("libc.so.6")
    assert not start.loads("libno-such-library.so.0")


@ONLY_LINUX
def test_missing_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start.shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(start, "can_make_venv", lambda: False)
    monkeypatch.setattr(start, "loads", lambda library: library != "libEGL.so.1")
    assert start.missing_packages(WINDOW, {}) == [f"python{start.VERSION}-venv", "libegl1"]
    monkeypatch.setattr(start.shutil, "which", lambda _: None)
    assert start.missing_packages(WINDOW, {}) == []


@ONLY_LINUX
class TestNotRoot:
    """What a user without rights is told when libraries are missing."""

    @pytest.fixture(autouse=True)
    def _bare(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(start, "missing_packages", lambda *_: ["libegl1"])
        monkeypatch.setattr(start, "prepare_venv", lambda _: pytest.fail("went on"))
        monkeypatch.setattr(start.os, "geteuid", lambda: 1000)
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)

    LINE = "with: sudo apt-get install --yes --no-install-recommends libegl1\n"

    def test_tests_stop_with_one_line(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert start.main(["test"]) == 2
        said = capsys.readouterr().err
        assert said.endswith(self.LINE)
        assert said.count("\n") == 1

    def test_a_window_stops_too(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("DISPLAY", ":0")
        assert start.main([]) == 2
        assert capsys.readouterr().err.endswith(self.LINE)

    def test_without_a_display_the_table_needs_no_library(self, capsys: pytest.CaptureFixture[str]) -> None:
        start.prepare_system(WINDOW, {})
        assert capsys.readouterr().err.endswith(self.LINE)


def test_an_older_python_reads_the_file() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_older_python_gets_one_line() -> None:
    code = (
        f"import runpy, sys; sys.version_info = (3, 10, 12, 'final', 0); "
        f"runpy.run_path({str(SCRIPT)!r}, run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == "start.py: Python 3.11 or newer is needed; this is Python 3.10\n"


def test_the_program_is_ours_wherever_the_user_stands() -> None:
    assert start.program(Request("run", ["losses"], None))[1:] == ["-P", "-m", "explorer", "losses"]
    assert start.program(Request("test", ["-q"], None))[1:3] == ["-m", "pytest"]
    assert start.program(Request("test", ["-q"], None))[-1] == "-q"
    assert start.program(Request("bench", ["start"], None))[1:] == ["-m", "tests.benchmarks", "start"]
