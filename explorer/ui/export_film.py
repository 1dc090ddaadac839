"""Films from the window: made by a process of their own, the verb `export`, while the window lives on."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTemporaryDir, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from explorer.study.document import document_of
from explorer.study.json_text import written
from explorer.study.one_sample import one_sample
from explorer.study.stories import ENDING, write_story
from explorer.ui.notice import Way
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.study.state import State
    from explorer.study.stories import Story
    from explorer.ui.commands import Commands
    from explorer.wording import Language

STUDY: Final = "study.study.json"
PATIENCE: Final = 3_000  # milliseconds that a process has to leave by itself
MEGABYTE: Final = 1e6
FAILED: Final = 2
LAST_WORDS: Final = 400  # letters of what a process said that are shown


@dataclass(frozen=True, slots=True)
class Film:
    """What is asked for.

    what: a story, or the state whose sample descends or is swept. sweep: as `export --sweep` takes it,
    "bce.pos_weight=1..10"; "" for a descent. cards: keys of figures, of a state alone. size: in pixels, rate:
    frames a second, seconds: how long; None for what is usual. The ending of `path` is the format, and may be
    any that the verb has for it.
    """

    path: Path
    what: Story | State
    theme: str
    language: Language
    sweep: str = ""
    cards: tuple[str, ...] = ()
    size: tuple[int, int] | None = None
    rate: int | None = None
    seconds: float | None = None
    with_notes: bool = False


class FilmExport(QObject):
    """Makes one film at a time, and says in the bar how far it is, with a way to leave it.

    `progressed` carries frames done, all frames and the seconds left (below 0 while they are not known);
    `ended` comes after every film: its path, or None where nothing came of it.
    """

    progressed = Signal(int, int, float)
    ended = Signal(object)

    def __init__(self, commands: Commands, parent: QObject | None = None) -> None:
        super().__init__(parent or commands)
        self._commands = commands
        self._process: QProcess | None = None
        self._film: Film | None = None
        self._folder: QTemporaryDir | None = None
        self._text = ""  # what the process said and is not read yet
        self._left = False
        self._number = 0  # of the process, which forgets it when it ends

    @property
    def is_running(self) -> bool:
        """Whether a film is being made."""
        return self._process is not None

    @property
    def name(self) -> str:
        """The name of the film that is being made, "" while none is."""
        return self._film.path.name if self._film is not None and not self._left else ""

    def begin(self, film: Film) -> bool:
        """Begin to make a film; say whether that was possible: one is made at a time."""
        if self._process is not None:
            return False
        self._film, self._left, self._text = film, False, ""
        self._folder = QTemporaryDir()
        process = self._process = QProcess(self)
        process.setProgram(sys.executable)
        process.setArguments(words_of(film, _written_beside(film, Path(self._folder.path()))))
        process.setProcessEnvironment(_environment())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._not_started)
        process.started.connect(self._note_number)
        process.start()
        text = say("Making {name}…", name=film.path.name)
        self._commands.task_said.emit(str(film.path), text, (Way(say("Cancel"), self.cancel),))
        return True

    def cancel(self) -> None:
        """Leave the film; the process takes away what it has written."""
        process = self._process
        if process is None or self._left:
            return
        self._left = True
        process.closeWriteChannel()  # which it watches
        QTimer.singleShot(PATIENCE, process, process.kill)

    def close(self) -> None:
        """Leave the film and wait until its process is gone, as the window does when it closes."""
        process = self._process
        if process is not None:
            self.cancel()
            if not process.waitForFinished(PATIENCE):
                process.kill()
                process.waitForFinished(PATIENCE)

    def _read(self) -> None:
        """Take up what the process says, line by line."""
        assert self._process is not None
        self._text += bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        *lines, self._text = self._text.split("\n")
        for line in lines:
            try:
                told = json.loads(line)
            except ValueError:
                continue
            if "total" in told and not self._left:
                self._tell(int(told["done"]), int(told["total"]), float(told.get("left", -1.0)))

    def _tell(self, done: int, total: int, left: float) -> None:
        assert self._film is not None
        name, share = self._film.path.name, f"{100 * done / max(total, 1):.0f}"
        if left >= 1.0:
            text = say(
                "Making {name}: {share}%, about {left} s left", name=name, share=share, left=f"{left:.0f}"
            )
        else:
            text = say("Making {name}: {share}%", name=name, share=share)
        self._commands.progress_said.emit(str(self._film.path), text)
        self.progressed.emit(done, total, left)

    def _note_number(self) -> None:
        if self._process is not None:
            self._number = self._process.processId()

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._finished(FAILED)

    def _finished(self, status: int, how: QProcess.ExitStatus = QProcess.ExitStatus.NormalExit) -> None:
        process, film = self._process, self._film
        if process is None or film is None:
            return
        self._process, self._film, self._folder = None, None, None
        process.deleteLater()
        if how == QProcess.ExitStatus.CrashExit:  # killed, so that it could not take it away itself
            from explorer.paint.film import unfinished_of  # not needed at the window's start

            with suppress(OSError):
                unfinished_of(film.path, self._number).unlink(missing_ok=True)
        is_made = status == 0 and how == QProcess.ExitStatus.NormalExit and not self._left
        if is_made:
            self._show_made(film)
        elif self._left:
            self._commands.task_over.emit(str(film.path), "", "note", ())
        else:
            trouble = bytes(process.readAllStandardError().data()).decode("utf-8", "replace").strip()
            why = (trouble.splitlines() or [process.errorString()])[-1].removeprefix("loss-explorer: ")
            text = say("{name} was not made: {why}", name=film.path.name, why=why[-LAST_WORDS:])
            again = Way(say("Try again"), partial(self.begin, film))
            self._commands.task_over.emit(str(film.path), text, "error", (again,))
        self.ended.emit(film.path if is_made else None)

    def _show_made(self, film: Film) -> None:
        size = f"{film.path.stat().st_size / MEGABYTE:.1f}"
        text = say("{name} is made: {size} MB.", name=film.path.name, size=size)
        ways = (
            Way(say("Open it"), partial(_open, film.path)),
            Way(say("Show in folder"), partial(_open, film.path.parent)),
        )
        self._commands.task_over.emit(str(film.path), text, "note", ways)


def words_of(film: Film, given: Path) -> list[str]:
    """Return the words after the program's name that make a film of what lies in a file."""
    words = [] if getattr(sys, "frozen", False) else ["-m", "explorer"]
    words += ["export", str(given), "-o", str(film.path), "--theme", film.theme]
    words += ["--language", film.language, "--progress", "json"]
    if given.name == STUDY:
        words += [f"--sweep={film.sweep}"] if film.sweep else ["--descent"]
        for key in film.cards:
            words += ["--key", key]
    if film.size is not None:
        words += ["--size", f"{film.size[0]}x{film.size[1]}"]
    if film.rate is not None:
        words += ["--fps", str(film.rate)]
    if film.seconds is not None:
        words += ["--seconds", f"{film.seconds:g}"]
    return [*words, "--notes"] if film.with_notes else words


def _written_beside(film: Film, folder: Path) -> Path:
    """Write what the film is of into a folder; return the file."""
    from explorer.study.stories import Story

    if isinstance(film.what, Story):
        # a name of our own: the key in a stranger's file may be any path
        path, text = folder / f"story{ENDING}", write_story(film.what)
    else:
        path = folder / STUDY
        text = written(document_of(one_sample(film.what), film.what.look))
    path.write_text(text, encoding="utf-8")
    return path


def _environment() -> QProcessEnvironment:
    """Return what the process finds: this program, wherever the window was started from."""
    made = QProcessEnvironment.systemEnvironment()
    root = str(Path(__file__).resolve().parents[2])
    made.insert("PYTHONPATH", os.pathsep.join(filter(None, (root, made.value("PYTHONPATH")))))
    made.insert("PYTHONUTF8", "1")
    return made


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
