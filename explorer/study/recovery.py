"""What is kept of an unsaved study, so that it survives the end of the program.

In one folder every window has a name and these files: `NAME.study.json`, the study as any study file, with a
note under "recovery"; `NAME.data.npz`, a long table of it; `NAME.lock`, locked by the process as long as it
lives; `NAME.fault`, what the interpreter wrote as it died. Only the lock says whether a process lives:
numbers of processes come again.
"""

from __future__ import annotations

import contextlib
import os
import time
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Self

from explorer.locking import lock, release
from explorer.study import storage
from explorer.study.failures import StorageFailure
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explorer.study.storage import Opened
    from explorer.study.study import Look, Study

NOTE: Final = "recovery"
LOCK: Final = ".lock"
FAULT: Final = ".fault"
SET_ASIDE: Final = "damaged"
FAULT_MARK: Final = "\n== fault ==\n"  # what stands before it in a fault file was written at the start


class Slot:
    """The files of one window, its own as long as this process lives or until it lets go."""

    def __init__(self, folder: Path, name: str, descriptor: int) -> None:
        self.folder, self.name = folder, name
        self._descriptor: int | None = descriptor

    @classmethod
    def new(cls, folder: Path) -> Self:
        """Make a slot of this process. Raises OSError where the folder cannot be written."""
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{os.getpid()}-{time.time_ns()}"
        descriptor = lock(folder / f"{name}{LOCK}")
        if descriptor is None:
            message = f"{name}{LOCK} is locked already"
            raise BlockingIOError(message)
        return cls(folder, name, descriptor)

    @property
    def study(self) -> Path:
        """Where the unsaved study lies."""
        return self.folder / f"{self.name}{storage.ENDING}"

    @property
    def data(self) -> list[Path]:
        """The long tables that lie beside the study."""
        return sorted(self.folder.glob(f"{self.name}.data*.npz"))

    @property
    def fault(self) -> Path:
        """Where the interpreter writes as it dies."""
        return self.folder / f"{self.name}{FAULT}"

    def forget_study(self) -> None:
        """Remove the unsaved study: it was saved, or let go. Raises OSError where that is not allowed.

        A long table beside it stays until the slot is closed: what is on screen may still read it.
        """
        self.study.unlink(missing_ok=True)

    def close(self) -> None:
        """Remove every file and let go of the lock. What cannot be removed stays."""
        if self._descriptor is None:
            return
        for path in (self.study, *self.data):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        self.leave(without=(FAULT, LOCK))

    def leave(self, without: tuple[str, ...] = ()) -> None:
        """Let go of the lock, so that the next start finds what is left; some endings are removed."""
        if self._descriptor is None:
            return
        self._remove(without)
        release(self._descriptor)
        self._descriptor = None
        self._remove(without)  # where a file in use cannot be removed

    def _remove(self, endings: tuple[str, ...]) -> None:
        for ending in endings:
            with contextlib.suppress(OSError):
                (self.folder / f"{self.name}{ending}").unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Note:
    """What is known of an unsaved study beside itself. path: of its own file. seconds: when, since 1970."""

    path: Path | None
    read_only: bool
    seconds: float

    @property
    def values(self) -> Mapping[str, object]:
        """The note as plain values."""
        path = None if self.path is None else str(self.path)
        return {"path": path, "read_only": self.read_only, "seconds": self.seconds}

    @classmethod
    def of(cls, values: object) -> Note:
        """Read a note; what is missing or of another type is not known."""
        known = values if isinstance(values, dict) else {}
        path, seconds = known.get("path"), known.get("seconds")
        return cls(
            Path(path) if isinstance(path, str) else None,
            known.get("read_only") is True,
            float(seconds) if isinstance(seconds, int | float) else 0.0,
        )


@dataclass(frozen=True, slots=True)
class Found:
    """What a process left behind; its slot is now this process's. opened: None where only a fault is."""

    slot: Slot
    opened: Opened | None
    note: Note
    fault: str = ""


def keep(slot: Slot, study: Study, look: Look, note: Note) -> None:
    """Write an unsaved study; at every moment the file is the old one or the new one, whole.

    Raises StorageFailure; the file is then as it was.
    """
    root = MappingProxyType({**study.extra.get((), {}), NOTE: note.values})
    storage.save(
        slot.study, replace(study, extra=MappingProxyType({**study.extra, (): root})), look, borrow=True
    )


def found(folder: Path) -> tuple[list[Found], list[str]]:
    """Take over what dead processes left, newest first, and say which files could not be read.

    A study that equals its own file is no loss and is removed unsaid. A damaged one is set aside in a
    folder of its own. Files of processes that live are not touched.
    """
    left, damaged = [], []
    for path in sorted(folder.glob(f"*{LOCK}")):
        with contextlib.suppress(OSError):  # another start was quicker, or the folder is read-only
            descriptor = lock(path)
            if descriptor is None:
                continue
            slot = Slot(folder, path.name.removesuffix(LOCK), descriptor)
            try:
                one = _read(slot)
            except StorageFailure as problem:
                damaged.append(say("{problem}; it lies in {place}", problem=problem, place=_set_aside(slot)))
                continue
            if one is None:
                slot.close()
            else:
                left.append(one)
    _sweep(folder)
    return sorted(left, key=lambda one: one.note.seconds, reverse=True), damaged


def _read(slot: Slot) -> Found | None:
    """Read what lies in a slot; None where nothing is lost."""
    fault = _fault_of(slot)
    if not slot.study.exists():
        return Found(slot, None, Note(None, False, _written_at(slot.fault)), fault) if fault else None
    opened = storage.load(slot.study)
    root = dict(opened.study.extra.get((), {}))
    note = Note.of(root.pop(NOTE, None))
    extra = {path: keys for path, keys in opened.study.extra.items() if path != ()}
    if root:
        extra[()] = MappingProxyType(root)
    study = replace(opened.study, extra=MappingProxyType(extra))
    if _is_saved(study, note.path):
        return None
    return Found(
        slot, replace(opened, study=study, path=note.path, read_only=note.read_only, mark=None), note, fault
    )


def _is_saved(study: Study, path: Path | None) -> bool:
    try:
        return path is not None and storage.load(path).study == study
    except StorageFailure:
        return False


def _fault_of(slot: Slot) -> str:
    """Return what the interpreter wrote as it died, with what stands before it; "" if it did not."""
    try:
        text = slot.fault.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return text.strip() if text.partition(FAULT_MARK)[2].strip() else ""


def _written_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _set_aside(slot: Slot) -> Path:
    """Move a file that cannot be read out of the way; nothing is thrown away."""
    aside = slot.folder / SET_ASIDE
    with contextlib.suppress(OSError):
        aside.mkdir(exist_ok=True)
        for path in (slot.study, *slot.data):
            path.replace(aside / path.name)
    slot.leave(without=(FAULT, LOCK))
    return aside


def _sweep(folder: Path) -> None:
    """Remove what processes that are gone left of writing that was broken off, and tables without a study."""
    for pattern, end in ((".*.tmp", "."), ("*.data*.npz", ".data")):
        for path in folder.glob(pattern):
            name = path.name.lstrip(".").partition(end)[0]
            if not (folder / f"{name}{LOCK}").exists():
                with contextlib.suppress(OSError):
                    path.unlink()
