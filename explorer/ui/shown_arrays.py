"""The window on a script's arrays: the newest take the place of those before, until a person pauses them."""

from __future__ import annotations

import threading
import uuid
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from explorer.jobs.lines.line import Ended
from explorer.jobs.lines.message import MessageFailure
from explorer.plots.numbers import count
from explorer.study.source import ArraySource
from explorer.study.storage import Opened
from explorer.study.study import Look, ShownLoss, Study
from explorer.study.table import Table
from explorer.study.values import frozen, read_only
from explorer.ui.notice import Way, way_back
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.jobs.lines.arrays import Plain
    from explorer.jobs.lines.line import Incoming
    from explorer.jobs.lines.message import Arrays, Opening
    from explorer.study.values import Numbers
    from explorer.ui.bars import StatusLine
    from explorer.ui.commands import Commands

FRAME: Final = 16  # milliseconds: at most one update a frame
LONG: Final = 1 << 17  # numbers; to hash more takes longer than a frame: their fingerprint is a name


class Reading:
    """Makes sources of what comes, the last targets and the names beside newer logits."""

    def __init__(self, line: Incoming, opening: Opening) -> None:
        self.opening = opening
        self._line = line
        self._targets: Numbers | None = None

    def next(self) -> ArraySource:
        """Wait for the next arrays. Raises Ended, and MessageFailure for what is no such message."""
        return self._source(self._line.newest())

    def _source(self, arrays: Arrays) -> ArraySource:
        logits = _float64(arrays.logits)
        if arrays.targets is not None:
            self._targets = _float64(arrays.targets)
        elif self._targets is None or self._targets.shape != logits.shape:
            self._targets = read_only(np.zeros(logits.shape))
        names, rows = self.opening.samples, len(logits)
        samples = names if names is not None and len(names) == rows else None
        classes = self.opening.classes or tuple(f"class {place + 1}" for place in range(logits.shape[1]))
        mark = f"shown-{uuid.uuid4().hex}" if logits.size > LONG else ""
        return ArraySource(logits, self._targets, classes, samples, fingerprint=mark)


def _float64(array: Plain) -> Numbers:
    if array.dtype != np.float64:
        with np.errstate(all="ignore"):
            return frozen(array)
    array[np.isnan(array)] = np.nan  # it was read for this window alone
    return read_only(array)


def first_study(source: ArraySource, opening: Opening) -> Opened:
    """Return what the window opens with. Raises ValueError for names and losses that are not allowed."""
    from explorer.study.opening import default_study

    study = default_study(Table.over(source), opening.title)
    if opening.shown is not None:
        shown = tuple(ShownLoss(key, tuple(_settings(chosen).items())) for key, chosen in opening.shown)
        study = replace(study, shown=shown)
    return Opened(study, Look())


def _settings(chosen: Any) -> dict[str, Any]:
    return {str(name): tuple(value) if isinstance(value, list) else value for name, value in chosen.items()}


@dataclass(frozen=True, slots=True)
class Followed:
    """How a study follows the script: the source under its table, and how many updates were shown."""

    source: ArraySource
    updates: int = 0


class ShownArrays(QObject):
    """Shows in a window what comes along a line; `changed` comes when it pauses, goes on or ends.

    An edit of the arrays and a descent pause it: what is worked on stays. Going on takes the newest arrays
    and drops the edits; losses, look, pin and views stay at all times. An update is no step of the history.
    """

    changed = Signal()
    _arrived = Signal(object)
    _ended = Signal(object)

    def __init__(self, commands: Commands, status: StatusLine, reading: Reading, source: ArraySource) -> None:
        super().__init__(commands)
        self._commands, self._session, self._status = commands, commands.session, status
        self._reading = reading
        self._followed = Followed(source)
        self._waiting: ArraySource | None = None
        self.is_paused = self.has_ended = False
        self._is_theirs = True  # whether the open document began as theirs
        self._wanted = threading.Event()
        self._wanted.set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._wanted.set)
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self._session.changed.connect(self._watch)
        self._session.replaced.connect(self._look_at_other)
        status.script_asked.connect(self.toggle)
        commands.shown_arrays = self
        self._thread = threading.Thread(target=self._read, name="arrays", daemon=True)
        self._thread.start()
        self._tell()

    @property
    def updates(self) -> int:
        """How many updates were shown, beside the first arrays."""
        return self._followed.updates

    def _read(self) -> None:
        """Wait for arrays, in a thread of its own; the next ones once these are on screen."""
        try:
            while self._wanted.wait():
                source = self._reading.next()
                self._wanted.clear()
                self._arrived.emit(source)
        except (Ended, MessageFailure, OSError, MemoryError, RuntimeError) as end:
            try:
                self._ended.emit(end)
            except RuntimeError:  # the window is gone
                return

    # What comes

    def _take(self, source: ArraySource) -> None:
        self._waiting = source
        self._show_waiting()

    def _show_waiting(self) -> None:
        """Show what waits, unless it is paused or something is dragged; then let the next ones come."""
        if self._waiting is None or self._session.in_gesture:
            return
        if not self.is_paused:
            source, self._waiting = self._waiting, None
            self._followed = Followed(source, self._followed.updates + 1)
            self._session.rebase(over(source), is_saved=self._commands.path is None)
            self._tell()
        else:
            self._tell()
        self._timer.start(FRAME)

    @property
    def _shows_them(self) -> bool:
        """Whether the study is one of the arrays that were shown last."""
        return self._session.state.study.table.source is self._followed.source

    def _look_at_other(self) -> None:
        """Pause without a word where another document was opened; go on where it is the arrays again."""
        self._is_theirs = self._shows_them
        self.is_paused = not self._is_theirs
        self._tell()
        self.changed.emit()

    def _watch(self) -> None:
        """Pause where a person works on what is shown; go on with what waited for the end of a drag."""
        if self.is_paused:
            return
        is_edited = not self._shows_them or bool(self._session.state.study.table.edits)
        if is_edited and not self._session.in_gesture:
            self._pause(say("Paused: the arrays of the script were changed here."))
        elif self._session.state.look.time or self._commands.descend.is_playing:
            self._pause(say("Paused: the descent begins at the arrays as they were."))
        elif self._waiting is not None:
            QTimer.singleShot(0, self, self._show_waiting)

    def _end(self, end: Exception) -> None:
        if isinstance(end, Ended) and end.closes:
            if self._is_theirs:
                self._session.mark_saved()  # nobody is asked: the script wants it so
            self._commands.close_asked.emit()
            return
        self.has_ended = True
        if not isinstance(end, Ended):
            text = say("What the script sent cannot be shown: {reason}", reason=end)
            self._commands.said.emit(text, "error")
        self._tell()
        self.changed.emit()

    # What a person does

    def toggle(self) -> None:
        """Pause, or go on with the newest arrays."""
        if self.is_paused:
            self.go_on()
        else:
            self._pause()

    def _pause(self, why: str = "") -> None:
        self.is_paused = True
        self._tell()
        self.changed.emit()
        if why and not self.has_ended:
            ways = (Way(say("Go on, without the changes"), self.go_on), way_back(say("Stay paused")))
            self._commands.offered.emit(why, "note", ways)

    def go_on(self) -> None:
        """Show the newest arrays again: edits of those before are dropped, and the descent is left."""
        if not self.is_paused:
            return
        source, self._waiting = self._waiting or self._followed.source, None
        self._followed = Followed(source, self._followed.updates + (source is not self._followed.source))
        self._timer.start(FRAME)
        if not self._is_of_them():
            self._commands.open(first_study(source, self._reading.opening), say("The script"))
            return
        self._commands.descend.pause()
        self._session.look(time=0)
        self.is_paused = False
        self._session.rebase(over(source), is_saved=self._commands.path is None)
        self._tell()
        self.changed.emit()

    def _is_of_them(self) -> bool:
        """Say whether the open study has the script's classes, so that newer arrays fit under it."""
        classes = self._session.state.study.table.source.classes
        return self._is_theirs and len(classes) == len(self._followed.source.classes)

    def _tell(self) -> None:
        """Write into the status line what is shown."""
        if self.is_paused:
            waits = self._waiting is not None
            text = say("script paused, newer arrays wait") if waits else say("script paused")
        elif self.has_ended:
            text = say("nothing more comes from the script")
        else:
            text = say("live from script, update {count}", count=count(self._followed.updates))
        self._status.show_facts(script=text)


def over(source: ArraySource) -> Callable[[Study], Study]:
    """Return what puts a study on other rows of the same classes: columns stay, edits are dropped."""
    tables: dict[int, Table] = {}

    def change(study: Study) -> Study:
        columns = study.table.columns
        if len(study.table.source.classes) != len(source.classes):
            return study  # another table was opened or pasted into it
        table = tables.setdefault(id(columns), Table(source, columns))
        pin = study.pin if study.pin is not None and study.pin.sample < len(source) else None
        return replace(study, table=table, pin=pin)

    return change
