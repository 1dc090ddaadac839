"""`explorer.show`: a window on a script's arrays, in a process of its own, renewed while the script runs."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading
import weakref
from collections.abc import Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final, Self

import numpy as np

from explorer.jobs.display import has_display
from explorer.jobs.lines.arrays import plain
from explorer.jobs.lines.message import Arrays, Opening
from explorer.jobs.lines.piped import PipeOut
from explorer.jobs.lines.slots import THERE, SlotsOut
from explorer.wording import language, noted, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from types import TracebackType
    from typing import IO

    from explorer.jobs.lines.arrays import Plain
    from explorer.jobs.lines.line import Outgoing

# The program itself, frozen into one file, cannot run a module: it is started with this word.
FROZEN_WORD: Final = "--show-arrays"
# Started by its own line and not by `multiprocessing`, which would run the main script again: no fork, which
# CUDA would not survive, and no need for `if __name__ == "__main__"`.
BOOT: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from explorer.cli.open import run_shown; sys.exit(run_shown(sys.argv[2:]))"
)
GONE: Final = noted("the window was closed: updates are no longer shown")
GRACE: Final = 3.0  # seconds that a window has to close by itself
LAST_WORDS: Final = 2_000  # bytes of stderr


class ShowFailure(RuntimeError):  # noqa: N818 - nothing is wrong with the script
    """No window can be shown here; the message says why."""


class View:
    """A window on arrays, as the script that shows them holds it.

    `update` shows newer arrays. None of its methods waits for the window but `wait` and, for three seconds
    at most, `close`. Leaving a `with` block closes the window; otherwise it lives on when the script ends.
    """

    def __init__(self, rows: int, classes: int) -> None:
        self._shape = rows, classes  # of the last targets, or of the logits where there are none
        self._owner = os.getpid()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._line: Outgoing | None = None
        self._errors: IO[bytes] | None = None
        self._sequence = 0
        self._targets: Plain | None = None
        self._targets_since = 0  # the update that brought them
        self._has_told_end = self._has_told_trouble = False

    # What a script asks

    @property
    def closed(self) -> bool:
        """Whether there is no window (any more): closed by a person, by the script, or never shown."""
        process = self._process
        return process is None or process.poll() is not None

    @property
    def ready(self) -> bool:
        """Whether the window has taken the newest arrays: else those of now are dropped if newer ones come.

        For loops in which it is dear to have the arrays: `if view.ready: view.update(model(samples))`.
        """
        line = self._line
        return line is not None and self._sequence == line.taken and not self.closed

    def update(self, logits: Any, targets: Any = None) -> None:
        """Show other logits of shape (rows, classes), or (classes,) for one row; never waits for the window.

        The arrays are copied: the script may change them. targets: of the same shape; None: those of before.
        The window shows the newest and drops those that it had no time for. Where it was closed nothing
        happens, and the first time it is said on stderr. ValueError for another count of classes, for
        targets of another shape, and for other rows where targets of before would no longer fit; TypeError
        for what is no real number and for a tensor that is sparse, nested or without data. What is masked
        is shown as NaN.
        """
        if self._line is None:
            if self._process is not None:
                self._tell_end(say(GONE))
            return
        if os.getpid() != self._owner:
            return  # in a forked process, such as one that loads data
        rows = plain(logits, "logits")
        marks = None if targets is None else plain(targets, "targets")
        with self._lock:
            self._check(rows, marks)
            self._put(rows, marks)

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until the window is closed, so many seconds at most; say whether it is."""
        if self._process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout)
        return self.closed

    def close(self) -> None:
        """Close the window, whatever was done in it; nothing happens where it is closed."""
        with self._lock:
            line, self._line = self._line, None
        if self._process is None or line is None or os.getpid() != self._owner:
            return
        self._has_told_end = True  # the script knows
        line.ask_to_close()
        line.close()
        try:
            self._process.wait(GRACE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        rows, classes = self._shape
        return f"<explorer.View of {rows} x {classes}, {'closed' if self.closed else 'open'}>"

    # Helpers

    def _check(self, logits: Plain, targets: Plain | None) -> None:
        """Raise ValueError for shapes that the window cannot show; take note of the shape."""
        rows, classes = logits.shape
        if classes != self._shape[1]:
            message = say(
                "logits {given} have another count of classes than {shown}, which the window shows; "
                "allowed are {classes} classes and any count of rows",
                given=logits.shape,
                shown=self._shape,
                classes=self._shape[1],
            )
            raise ValueError(message)
        if targets is None and self._targets is not None and rows != len(self._targets):
            message = say(
                "logits {given} have other rows than the targets of before, {shown}; give targets too",
                given=logits.shape,
                shown=self._targets.shape,
            )
            raise ValueError(message)
        _check_targets(logits, targets)
        self._shape = rows, classes

    def _put(self, logits: Plain, targets: Plain | None) -> None:
        line = self._line
        if line is None:
            return
        self._sequence += 1
        if targets is not None:
            self._targets, self._targets_since = targets.copy(), self._sequence
        elif line.taken < self._targets_since:
            targets = self._targets  # what brought them may have been dropped
        try:
            line.put(Arrays(logits, targets, self._sequence))
        except BrokenPipeError:
            self._note_end()
        except OSError as problem:
            self._sequence -= 1
            if targets is not None:
                self._targets_since = self._sequence + 1  # the next update brings them
            self._tell_trouble(problem)

    def _tell_trouble(self, problem: OSError) -> None:
        if not self._has_told_trouble:
            self._has_told_trouble = True
            reason = problem.strerror or problem
            tell(say("the window could not be told of newer arrays: {reason}", reason=reason))

    def _note_end(self) -> None:
        """The window is gone: let go of the line, and say why once."""
        line, self._line = self._line, None
        if line is not None:
            line.close()
        status = None
        if self._process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                status = self._process.wait(GRACE)  # it has closed its end: no more than a moment
        text = GONE
        if status:
            text = noted("the window ended with status {status}: updates are no longer shown. {words}")
        self._tell_end(say(text, status=status, words=self._last_words()).rstrip())

    def _tell_end(self, text: str) -> None:
        if not self._has_told_end:
            self._has_told_end = True
            tell(text)

    def _last_words(self) -> str:
        """Return the last line that the window's process wrote to stderr."""
        if self._errors is None:
            return ""
        size = self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, size - LAST_WORDS))
        lines = self._errors.read().decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else ""

    def _begin(self, start: Callable[[], Started]) -> None:
        started = start()
        self._process, self._line, self._errors = started
        _kept.append(self._process)
        # without its view, and at the script's end, a window keeps what it was given last
        weakref.finalize(self, self._errors.close)
        weakref.finalize(self, self._line.close)


Started = tuple["subprocess.Popen[bytes]", "Outgoing", "IO[bytes]"]
_kept: list[subprocess.Popen[bytes]] = []  # a forgotten view leaves its window in peace


def show(
    logits: Any,
    targets: Any = None,
    classes: Sequence[str] | None = None,
    samples: Sequence[str] | None = None,
    losses: Iterable[str] | Mapping[str, Mapping[str, Any]] | None = None,
    title: str | None = None,
    *,
    strict: bool = False,
) -> View:
    """Open the window on arrays, in a process of its own, and return at once.

    logits, targets: shape (rows, classes), or (classes,) for one row: arrays of NumPy, torch (any device),
    anything of the array standard, or lists; without targets all are 0. NaN and infinities are data.
    classes, samples: names; without them they are counted. losses: keys of the catalogue, or key -> settings
    ({"asl": {"gamma_negative": 2.0}}); None: those that the program starts with. title: of the study.
    strict: ShowFailure where no window can be shown; without it that is said on stderr, and the view's
    `update` does nothing. ValueError and TypeError for arrays, names and losses that are not allowed.
    """
    rows = plain(logits, "logits")
    marks = None if targets is None else plain(targets, "targets")
    _check_targets(rows, marks)
    opening = Opening(
        title=title or say("Arrays of a script"),
        classes=_names(classes, rows.shape[1], "class"),
        samples=_names(samples, rows.shape[0], "sample"),
        shown=_shown(losses),
        language=language(),
    )
    view = View(*rows.shape)
    try:
        _refuse_where_nothing_shows()
        view._begin(lambda: start(opening.written()))
    except (ShowFailure, OSError) as problem:
        if strict:
            raise problem if isinstance(problem, ShowFailure) else ShowFailure(str(problem)) from problem
        tell(say("no window: {reason}; the script goes on without", reason=problem))
        return view
    view.update(rows, marks)
    return view


def tell(text: str) -> None:
    """Say a line on stderr; a script without one is not disturbed."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        print(f"explorer.show: {text}", file=sys.stderr, flush=True)


def start(opening: bytes, by_slots: bool = THERE) -> Started:
    """Start the window's process, which lives on when this one ends. Raises OSError where it cannot."""
    if not sys.executable:
        message = say("this program does not say which Python it is (sys.executable)")
        raise ShowFailure(message)
    errors = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the view
    try:
        process, line = _by_slots(opening, errors) if by_slots else _by_pipe(opening, errors)
    except BaseException:
        errors.close()
        raise
    return process, line, errors


def _by_slots(opening: bytes, errors: IO[bytes]) -> tuple[subprocess.Popen[bytes], Outgoing]:
    line = SlotsOut(opening)
    try:
        words = [str(descriptor) for descriptor in line.descriptors]
        process = _spawned(words, errors, stdin=subprocess.DEVNULL, pass_fds=line.descriptors)
    except BaseException:
        line.close()
        raise
    line.begun()
    return process, line


def _by_pipe(opening: bytes, errors: IO[bytes]) -> tuple[subprocess.Popen[bytes], Outgoing]:
    process = _spawned([], errors, stdin=subprocess.PIPE, bufsize=0)
    assert process.stdin is not None
    return process, PipeOut(opening, process.stdin)


def _spawned(words: list[str], errors: IO[bytes], **settings: Any) -> subprocess.Popen[bytes]:
    # A session of its own: Ctrl+C and the end of the terminal are the script's alone.
    detached = (
        {"creationflags": subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP}  # type: ignore[attr-defined]
        if sys.platform == "win32"
        else {"start_new_session": True}
    )
    command = [*_command(), *words]
    return subprocess.Popen(command, stdout=errors, stderr=errors, **detached, **settings)


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, FROZEN_WORD]
    paths = [entry or os.getcwd() for entry in sys.path if isinstance(entry, str)]  # noqa: PTH109
    return [sys.executable, "-c", BOOT, json.dumps(paths)]


def _refuse_where_nothing_shows() -> None:
    if not has_display():
        message = say("there is no display (DISPLAY and WAYLAND_DISPLAY are not set)")
        raise ShowFailure(message)
    if not getattr(sys, "frozen", False) and find_spec("PySide6") is None:
        message = say("PySide6, which draws the window, is not installed")
        raise ShowFailure(message)


def _check_targets(logits: Plain, targets: Plain | None) -> None:
    if targets is not None and targets.shape != logits.shape:
        message = say(
            "targets {targets} do not match logits {logits}", targets=targets.shape, logits=logits.shape
        )
        raise ValueError(message)


def _names(names: Sequence[str] | None, count: int, what: str) -> tuple[str, ...] | None:
    if names is None:
        return None
    found = tuple(str(name) for name in names)
    if len(found) != count:
        message = say(
            "{given} names of a {what} are given; allowed are exactly {count}",
            given=len(found),
            what=what,
            count=count,
        )
        raise ValueError(message)
    if what == "class":
        from explorer.study.source import check_classes

        check_classes(found)
    return found


def _shown(
    losses: Iterable[str] | Mapping[str, Mapping[str, Any]] | None,
) -> tuple[tuple[str, Mapping[str, Any]], ...] | None:
    """Return losses with the settings they are given, checked by the losses themselves."""
    if losses is None:
        return None
    from explorer.losses import LOSSES  # not needed for the usual ones

    if isinstance(losses, Mapping):
        given = {key: dict(settings) for key, settings in losses.items()}
    else:
        given = {key: {} for key in ([losses] if isinstance(losses, str) else losses)}
    for key, settings in given.items():
        if key not in LOSSES:
            message = say("no loss {key}; the losses are {keys}", key=repr(key), keys=", ".join(LOSSES))
            raise ValueError(message)
        LOSSES[key].kept_settings(**settings)
    return tuple((key, _as_json(settings)) for key, settings in given.items())


def _as_json(settings: Mapping[str, Any]) -> dict[str, Any]:
    return {name: np.asarray(value, dtype=np.float64).tolist() for name, value in settings.items()}


@atexit.register
def _leave_windows() -> None:
    """Let the windows live on without a warning that their processes still run."""
    for process in _kept:
        if process.poll() is None:
            process.returncode = 0
