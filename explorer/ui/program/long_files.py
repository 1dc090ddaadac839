"""Files that take long: opened and saved by the worker while the window lives on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from explorer.plots import numbers
from explorer.study import opening, storage
from explorer.ui.notice import Way
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from explorer.jobs.events import Event, Finished, Progress
    from explorer.study.history import History
    from explorer.study.sources import Unpacking
    from explorer.study.storage import Opened
    from explorer.study.study import Look, Study
    from explorer.study.table import Table
    from explorer.ui.commands import Commands
    from explorer.ui.jobs import Jobs

MEGABYTE: Final = 1e6


class LongFiles(QObject):
    """Takes over what `Commands` would wait for: long texts, packed arrays, saving much data.

    Opening another file leaves the one before; what is being saved is brought to its end.
    """

    def __init__(self, commands: Commands, jobs: Jobs) -> None:
        super().__init__(commands)
        self._commands, self._jobs = commands, jobs
        self._opening: int | None = None  # generation of the file that was asked for last
        self._words: dict[int, str] = {}  # generation -> what is under way
        self._then: dict[int, Callable[[Any], object]] = {}
        jobs.progressed.connect(self._progressed)
        jobs.finished.connect(self._finished)
        jobs.failed.connect(self._ended)
        jobs.cancelled.connect(self._ended)

    # Opening

    def opens(self, path: Path, targets: Path | None = None) -> bool:
        """Open a file if that takes long, or ask whether to; say whether it was taken over.

        Raises StudyFailure where the file cannot be opened, as opening would.
        """
        packed = opening.to_unpack(path, targets)
        if packed:
            self._ask(path, targets, packed)
            return True
        if opening.takes_long(path, targets):
            self._read(path, targets)
            return True
        return False

    def _ask(self, path: Path, targets: Path | None, packed: tuple[Unpacking, ...]) -> None:
        """Say what unpacking takes before it is done."""
        text = " ".join(one.sentence for one in packed)
        if all(one.fits for one in packed):
            way = Way(say("Unpack and open"), partial(self._read, path, targets))
            self._commands.offered.emit(text, "note", (way,))
        else:
            self._commands.said.emit(say("Not opened. {reason}", reason=text), "error")

    def _read(self, path: Path, targets: Path | None) -> None:
        generation = self._jobs.read(path, targets, again=partial(self._read, path, targets))
        if self._opening is not None:
            self._jobs.cancel(self._opening)
        self._opening = generation
        self._begin(generation, say("Opening {name}", name=path.name), self._open)

    def takes_text(self, text: str, origin: str, then: Callable[[Table], object]) -> bool:
        """Read text that was pasted or dropped if that takes long; say whether it was taken over.

        origin: what it is called in messages; then: what is done with the table, unless another document was
        opened meanwhile.
        """
        if len(text) < opening.LONG:
            return False
        self._parse(self._commands.session.history, text, origin, then)
        return True

    def _parse(self, history: History, text: str, origin: str, then: Callable[[Table], object]) -> None:
        generation = self._jobs.parse(text, origin, partial(self._parse, history, text, origin, then))
        if self._opening is not None:
            self._jobs.cancel(self._opening)
        self._opening = generation
        taken = partial(self._take, history, then)
        self._begin(generation, say("Reading the table: {name}", name=origin), taken)

    def _take(self, history: History, then: Callable[[Table], object], table: Table) -> None:
        """Do with a table what was wanted, in the document that it was wanted for."""
        if self._commands.session.history is history:
            then(table)
        else:
            self._commands.noted.emit(say("Nothing was pasted: another study was opened meanwhile"))

    def _open(self, opened: Opened) -> None:
        self._commands.unsaid.emit()
        self._commands.open(opened)

    # Saving

    def saves(self, path: Path, study: Study, with_data: bool, then: Callable[[], object] | None) -> bool:
        """Save a study if that takes long; say whether it was taken over."""
        if not storage.takes_long(study, with_data):
            return False
        session = self._commands.session
        self._write(session.history, session.state.look, path, study, with_data, then)
        return True

    def _write(
        self,
        history: History,
        look: Look,
        path: Path,
        study: Study,
        with_data: bool,
        then: Callable[[], object] | None,
    ) -> None:
        again = partial(self._write, history, look, path, study, with_data, then)
        generation = self._jobs.write(path, study, look, with_data, again)
        done = partial(self._saved, history, path, study, then)
        self._begin(generation, say("Saving {name}", name=path.name), lambda _: done())

    def _saved(self, history: History, path: Path, study: Study, then: Callable[[], object] | None) -> None:
        """Take note of it; a document that was opened meanwhile lies in no such file, and stays."""
        if self._commands.session.history is not history:
            history.retitle(study.title)
            history.mark_saved(study)
            self._commands.noted.emit(say("Saved to {name}", name=path.name))
            return
        self._commands.mark_saved(path, study)
        if then is not None:
            then()

    # While it runs

    def _begin(self, generation: int, words: str, then: Callable[[Any], object]) -> None:
        self._words[generation], self._then[generation] = words, then
        leave = partial(self._jobs.cancel, generation)
        self._commands.task_said.emit(str(generation), f"{words}…", (Way(say("Cancel"), leave),))

    def _progressed(self, event: Progress) -> None:
        words = self._words.get(event.generation)
        if words is not None and event.total > 1:
            text = say("{task}: {progress}", task=words, progress=_so_far(event))
            self._commands.progress_said.emit(str(event.generation), text)

    def _finished(self, event: Finished) -> None:
        then = self._then.pop(event.generation, None)
        if self._words.pop(event.generation, None) is not None and then is not None:
            self._tell_over(event.generation)
            then(event.result)

    def _ended(self, event: Event) -> None:
        """Forget what failed or was left; what went wrong is said by the jobs."""
        self._then.pop(event.generation, None)
        if self._words.pop(event.generation, None) is not None:
            self._tell_over(event.generation)

    def _tell_over(self, generation: int) -> None:
        self._commands.task_over.emit(str(generation), "", "note", ())


def _so_far(event: Progress) -> str:
    done, total = (numbers.count(round(size / MEGABYTE)) for size in (event.done, event.total))
    left = event.left
    if left is None or left < 1.0:
        return say("{done} of {total} MB unpacked", done=done, total=total)
    return say(
        "{done} of {total} MB unpacked, about {left} s left", done=done, total=total, left=f"{left:.0f}"
    )
