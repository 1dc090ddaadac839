"""Undo and redo: whole studies are put back, nothing is inverted."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from explorer.study.weighing import added_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.study.study import Study

MERGE_SECONDS: Final = 1.0
MOST_ENTRIES: Final = 1000
MOST_BYTES: Final = 256 * 2**20  # of numbers that the entries hold beside the oldest study


@dataclass(frozen=True, slots=True)
class Entry:
    """One step that can be undone: its name and the studies before and after.

    bytes: of numbers that the study after holds and the one before does not.
    """

    label: str
    before: Study
    after: Study
    bytes: int = 0


class History:
    """A study and the way that led to it: the only thing in the program that changes.

    A gesture (`begin`, `update` ..., `end` or `cancel`) is one entry. `apply` with a target merges
    into the entry before, if that has the same target and is less than a second old. What leaves
    the study equal makes no entry. clock: seconds from any start, never going back. Studies share what they
    have in common; the oldest entries are forgotten beyond `limit` of them, or where all together hold more
    than `most_bytes` of numbers. The newest one stays, however large.
    """

    def __init__(
        self,
        study: Study,
        clock: Callable[[], float] = time.monotonic,
        limit: int = MOST_ENTRIES,
        most_bytes: int = MOST_BYTES,
    ) -> None:
        self._clock = clock
        self._limit, self._most_bytes = limit, most_bytes
        self._study = study
        self._saved: Study | None = study
        self._entries: list[Entry] = []
        self._position = 0  # entries before it are done, those after it are undone
        self._gesture: tuple[str, Study] | None = None
        self._repeat: tuple[str, float] | None = None  # target and time of an entry that can still grow

    # Reading

    @property
    def study(self) -> Study:
        """The study as it is now, also in the middle of a gesture."""
        return self._study

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, oldest first; those from `position` on are undone and can be redone."""
        return tuple(self._entries)

    @property
    def position(self) -> int:
        """How many entries are done."""
        return self._position

    @property
    def in_gesture(self) -> bool:
        """Whether a gesture is open."""
        return self._gesture is not None

    @property
    def before_gesture(self) -> Study | None:
        """The study as the open gesture found it; None when no gesture is open."""
        return None if self._gesture is None else self._gesture[1]

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return self.in_gesture or self._position > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is something to redo."""
        return not self.in_gesture and self._position < len(self._entries)

    @property
    def undo_label(self) -> str | None:
        """Name of what `undo` takes back."""
        if self._gesture is not None:
            return self._gesture[0]
        return self._entries[self._position - 1].label if self._position else None

    @property
    def redo_label(self) -> str | None:
        """Name of what `redo` brings back."""
        return self._entries[self._position].label if self.can_redo else None

    # Changing

    def apply(self, label: str, study: Study, target: str | None = None) -> None:
        """Change the study in one step; inside a gesture the change belongs to the gesture.

        target: what is changed, such as "logit:3"; quick repeats on one target are one entry.
        """
        if self._gesture is not None:
            self.update(study)
            return
        now = self._clock()
        grows = self._continues(target, now)
        recorded = self._grow(study) if grows else self._record(label, self._study, study)
        self._repeat = (target, now) if recorded and target is not None else None

    def begin(self, label: str) -> None:
        """Open a gesture; one that was left open is ended first."""
        self.end()
        self._gesture = (label, self._study)

    def update(self, study: Study, label: str | None = None) -> None:
        """Change the study inside the open gesture, and its name if one is given."""
        if self._gesture is None:
            message = "no gesture is open; allowed is update between begin and end"
            raise RuntimeError(message)
        self._gesture = (label or self._gesture[0], self._gesture[1])
        self._study = study

    def end(self) -> None:
        """Close the gesture and record it as one entry; nothing happens if none is open."""
        if self._gesture is None:
            return
        label, before = self._gesture
        self._gesture = self._repeat = None
        self._record(label, before, self._study)

    def cancel(self) -> None:
        """Leave the gesture and put back what was before it; nothing happens if none is open."""
        if self._gesture is not None:
            self._study = self._gesture[1]
            self._gesture = None

    def undo(self) -> Study:
        """Put the study before the last entry back and return it; an open gesture is cancelled."""
        self._repeat = None
        if self._gesture is not None:
            self.cancel()
        elif self._position:
            self._position -= 1
            self._study = self._entries[self._position].before
        return self._study

    def redo(self) -> Study:
        """Put the study after the next entry back and return it; ends nothing and needs no gesture."""
        self._repeat = None
        if self.can_redo:
            self._study = self._entries[self._position].after
            self._position += 1
        return self._study

    def travel_to(self, position: int) -> Study:
        """Undo or redo until `position` entries are done, and return the study there.

        Raises IndexError outside 0 to the count of entries. An open gesture is cancelled first.
        """
        if not 0 <= position <= len(self._entries):
            message = f"position {position} is not in the history; allowed are 0 to {len(self._entries)}"
            raise IndexError(message)
        self.cancel()
        while self._position > position:
            self.undo()
        while self._position < position:
            self.redo()
        return self._study

    # Saving

    def mark_saved(self, study: Study | None = None) -> None:
        """Remember that a study lies in a file: the one as it is now, or one that has been changed since."""
        self._saved = self._study if study is None else study
        self._repeat = None

    def mark_unsaved(self) -> None:
        """Remember that the study lies in no file, however it came to be."""
        self._saved = None

    def retitle(self, title: str) -> None:
        """Call the study so at every step of the history; names no entry and loses none."""
        renamed: dict[int, Study] = {}

        def of(study: Study) -> Study:
            if study.title == title:
                return study
            return renamed.setdefault(id(study), replace(study, title=title))

        self._entries = [
            replace(entry, before=of(entry.before), after=of(entry.after)) for entry in self._entries
        ]
        self._saved = self._saved and of(self._saved)
        self._study = of(self._study)

    def rebase(self, change: Callable[[Study], Study], *, is_saved: bool = True) -> None:
        """Let what lies under every step be another, such as newer arrays of a script: no step of its own.

        change: maps the study of every step. What then changes nothing, such as an edit of the arrays before,
        is no step any more. An open gesture is cancelled first. is_saved: a saved study is so still; else
        the file keeps what it has.
        """
        self.cancel()
        changed: dict[int, Study] = {}

        def of(study: Study) -> Study:
            found = changed.get(id(study))
            if found is None:
                found = changed[id(study)] = change(study)
            return found

        position, entries = 0, []
        for place, entry in enumerate(self._entries):
            made = _entry(entry.label, of(entry.before), of(entry.after))
            if made.before is made.after or made.before == made.after:
                changed[id(entry.after)] = made.before  # one study, so that steps that follow begin at it
                continue
            entries.append(made)
            position += place < self._position
        self._study = of(self._study)
        if is_saved and self._saved is not None:
            self._saved = of(self._saved)
        self._entries, self._position, self._repeat = entries, position, None

    @property
    def is_saved(self) -> bool:
        """Whether the study equals the one that was saved, or opened."""
        return self._study is self._saved or self._study == self._saved

    # Helpers

    def _continues(self, target: str | None, now: float) -> bool:
        if target is None or self._repeat is None:
            return False
        before, then = self._repeat
        return before == target and now - then < MERGE_SECONDS

    def _grow(self, study: Study) -> bool:
        """Let the last entry end at this study; back where it began, it is gone."""
        last = self._entries.pop()
        self._position -= 1
        return self._record(last.label, last.before, study)

    def _record(self, label: str, before: Study, after: Study) -> bool:
        """Append an entry, unless nothing changed; say whether there is one."""
        if after is before or after == before:
            self._study = before
            return False
        entries = [*self._entries[: self._position], _entry(label, before, after)]
        held = accumulate(entry.bytes for entry in reversed(entries))  # by the newest, the newest two, ...
        kept = sum(each <= self._most_bytes for each in held)
        self._entries = entries[-min(max(kept, 1), self._limit) :]
        self._position = len(self._entries)
        self._study = after
        return True


def _entry(label: str, before: Study, after: Study) -> Entry:
    return Entry(label, before, after, added_bytes(before, after))


def changed_sample(before: Study, after: Study, current: int | None = None) -> int | None:
    """Say which sample differs between two studies, so that an undo can go there.

    Compares edited rows and pins only. Where several differ: `current` if it is among them, else the
    first. None where no single row changed: other losses, other classes, another table.
    """
    changed: set[int] = set()
    if before.table.has_columns_of(after.table):
        changed |= before.table.changed_rows(after.table)
    if before.pin != after.pin:
        changed |= {pin.sample for pin in (after.pin or before.pin,) if pin is not None}
    if not changed:
        return None
    return current if current in changed else min(changed)
