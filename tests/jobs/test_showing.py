"""`explorer.show`: what a script may give, and the window's process beside it."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import explorer
from explorer.jobs import showing
from explorer.jobs.showing import ShowFailure, View, show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from explorer.jobs.lines.message import Arrays

LOGITS = np.arange(12.0).reshape(4, 3)
ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are looked at as POSIX has them")


class Line:
    """A line that keeps what it is given; `taken` is as the test says."""

    def __init__(self) -> None:
        self.taken = 0
        self.came: list[Arrays] = []
        self.problem: OSError | None = None
        self.is_closed = False

    def put(self, arrays: Arrays) -> None:
        if self.problem is not None:
            raise self.problem
        self.came.append(arrays)

    def ask_to_close(self) -> None:
        self.problem = BrokenPipeError()

    def close(self) -> None:
        self.is_closed = True


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> Line:
    """A line in place of the window's process, which is one that sleeps."""
    made = Line()

    def start(opening: bytes) -> Any:
        process = subprocess.Popen(
            [sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE
        )
        return process, made, io.BytesIO(b"first\nlast words\n")

    monkeypatch.setattr(showing, "start", start)
    return made


@pytest.fixture
def ended() -> Iterator[Callable[[View], None]]:
    """End the process of a view."""
    views = []

    def end(view: View) -> None:
        views.append(view)
        process = view._process
        assert process is not None
        assert process.stdin is not None
        process.stdin.close()
        process.wait()

    yield end
    assert views, "every process of a test ends"


# What a script may give


def test_the_package_gives_it_when_it_is_asked_for() -> None:
    assert explorer.show is show
    with pytest.raises(AttributeError, match="no attribute 'shown'"):
        explorer.__getattr__("shown")


def test_targets_go_along_until_the_window_has_them(window: Line, ended: Callable[[View], None]) -> None:
    view = show(LOGITS, LOGITS > 5)
    view.update(LOGITS + 1)
    assert [arrays.targets is not None for arrays in window.came] == [True, True]
    window.taken = 2
    view.update(LOGITS + 2)
    assert window.came[-1].targets is None
    view.update(LOGITS[:2], LOGITS[:2] > 0)
    view.update(LOGITS[:2])
    assert window.came[-1].targets is not None
    assert window.came[-1].targets.tolist() == (LOGITS[:2] > 0).tolist()
    ended(view)


def test_ready_once_the_window_has_the_newest(window: Line, ended: Callable[[View], None]) -> None:
    view = show(LOGITS)
    assert not view.ready
    window.taken = 1
    assert view.ready
    view.update(LOGITS)
    assert not view.ready
    ended(view)
    assert not view.ready


def test_other_shapes_are_refused_by_name(window: Line, ended: Callable[[View], None]) -> None:
    view = show(LOGITS, LOGITS > 5)
    with pytest.raises(ValueError, match=r"\(4, 2\) have another count of classes than \(4, 3\)"):
        view.update(LOGITS[:, :2])
    with pytest.raises(ValueError, match=r"targets \(2, 3\) do not match logits \(4, 3\)"):
        view.update(LOGITS, LOGITS[:2])
    with pytest.raises(ValueError, match=r"\(2, 3\) have other rows than the targets of before, \(4, 3\)"):
        view.update(LOGITS[:2])
    assert len(window.came) == 1
    view.update(LOGITS[:2], LOGITS[:2])
    view.update(LOGITS[:2])
    ended(view)
    free = show(LOGITS)
    free.update(LOGITS[:1])
    free.update(LOGITS)
    ended(free)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"targets": LOGITS[:1]}, r"targets \(1, 3\) do not match logits \(4, 3\)"),
        ({"classes": ["a"]}, "1 names of a class are given; allowed are exactly 3"),
        ({"classes": ["a", "a", "b"]}, "'a' is there twice"),
        ({"samples": ["a"]}, "1 names of a sample are given; allowed are exactly 4"),
        ({"losses": ["nothing"]}, "no loss 'nothing'; the losses are "),
        ({"losses": {"bce": {"gamma": 1}}}, "gamma"),
        ({"losses": {"smoothed_bce": {"epsilon": 7.0}}}, "epsilon"),
    ],
)
def test_what_is_not_allowed_is_said_before_a_window_opens(given: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        show(LOGITS, **given)


# Ends


def test_a_closed_window_is_said_once_and_never_raised(
    window: Line, ended: Callable[[View], None], capsys: pytest.CaptureFixture[str]
) -> None:
    view = show(LOGITS)
    window.problem = BrokenPipeError()
    ended(view)
    for _ in range(3):
        view.update(LOGITS)
    assert capsys.readouterr().err == "explorer.show: the window was closed: updates are no longer shown\n"
    assert view.closed
    assert window.is_closed


def test_a_window_that_died_tells_its_last_words(
    window: Line, ended: Callable[[View], None], capsys: pytest.CaptureFixture[str]
) -> None:
    view = show(LOGITS)
    assert view._process is not None
    view._process.kill()
    view._process.wait()
    window.problem = BrokenPipeError()
    view.update(LOGITS)
    view.update(LOGITS)
    assert capsys.readouterr().err.endswith(
        "the window ended with status -9: updates are no longer shown. last words\n"
    )
    ended(view)


def test_a_full_memory_is_said_once_and_the_next_update_brings_the_targets(
    window: Line, ended: Callable[[View], None], capsys: pytest.CaptureFixture[str]
) -> None:
    view = show(LOGITS)
    window.problem = OSError(28, "No space left on device")
    view.update(LOGITS, LOGITS > 5)
    view.update(LOGITS, LOGITS > 5)
    assert capsys.readouterr().err.count("No space left on device") == 1
    window.problem = None
    view.update(LOGITS)
    assert window.came[-1].targets is not None
    ended(view)


def test_a_forked_process_shows_nothing(window: Line, ended: Callable[[View], None]) -> None:
    view = show(LOGITS)
    view._owner += 1  # as it is in a child
    view.update(LOGITS)
    assert len(window.came) == 1
    ended(view)


def test_without_a_display_the_script_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    view = show(LOGITS)
    assert "there is no display (DISPLAY and WAYLAND_DISPLAY are not set)" in capsys.readouterr().err
    with view:
        view.update(LOGITS)
    assert (view.closed, view.ready, view.wait(0)) == (True, False, True)
    assert capsys.readouterr().err == ""
    with pytest.raises(ShowFailure, match="there is no display"):
        show(LOGITS, strict=True)


# The window's process


def eventually(condition: Callable[[], bool], seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def is_alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("by_slots", [True, False], ids=["slots", "pipe"])
def test_a_window_takes_updates_and_closes(by_slots: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    start = showing.start
    monkeypatch.setattr(showing, "start", lambda opening: start(opening, by_slots))
    monkeypatch.setattr(showing, "GRACE", 120.0)  # it must close by itself, however busy the machine is
    with show(LOGITS, LOGITS > 5, ["a", "b", "ü"], losses=["bce"], title="here") as view:
        eventually(lambda: view.ready)
        for _ in range(5):
            view.update(LOGITS * np.nan)
        eventually(lambda: view.ready)
        assert not view.closed
    assert view.closed
    assert view._process is not None
    assert view._process.returncode == 0, view._last_words()


def test_a_killed_window_ends_no_training(capsys: pytest.CaptureFixture[str]) -> None:
    torch = pytest.importorskip("torch")
    weights = torch.zeros(4, 3, requires_grad=True)
    view = show(weights)
    optimizer = torch.optim.SGD([weights], 0.1)
    eventually(lambda: view.ready)
    assert view._process is not None
    for step in range(200):
        if step == 100:
            os.kill(view._process.pid, signal.SIGKILL)
            view.wait(120)
        torch.nn.functional.binary_cross_entropy_with_logits(weights, torch.eye(4, 3)).backward()
        optimizer.step()
        view.update(weights)
    assert view.closed
    assert capsys.readouterr().err.count("explorer.show: the window ended with status -9") == 1


SCRIPT = """
import explorer, os, sys, time, warnings
warnings.simplefilter("error")
view = explorer.show([[1.0, 2.0], [3.0, float("nan")]])
while not view.ready:
    time.sleep(0.01)
view.update([5.0, 6.0])
print(view._process.pid, flush=True)
{then}
"""


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks into /proc")
@pytest.mark.parametrize("then", ["", "os.kill(os.getpid(), 9)"], ids=["ends", "is killed"])
def test_the_window_lives_on_when_the_script(then: str) -> None:
    """Run without a file and without `if __name__`."""
    command = [sys.executable, "-c", SCRIPT.format(then=then)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=240, check=False)
    window = int(done.stdout)
    try:
        assert (done.returncode, done.stderr) == (-9 if then else 0, "")
        time.sleep(0.5)
        assert is_alive(window)
        assert os.getsid(window) == window, "Ctrl+C and the end of the terminal are the script's alone"
        shared = {str(path.readlink()) for path in Path(f"/proc/{window}/fd").iterdir()}
        names = [name for name in shared if "memfd:loss-explorer" in name]
        assert names, "what both share ..."
        assert all(name.endswith("(deleted)") for name in names), "... has no name that could stay"
    finally:
        os.kill(window, signal.SIGKILL)
    eventually(lambda: not is_alive(window))
