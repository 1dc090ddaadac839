"""Trainings that have not ended: a note beside each says how it goes on, also after the program is gone.

Beside the result OUT.npz that is to come lie `OUT.npz.asked`, what was asked for, and `OUT.npz.lock`, locked
by the process of the window as long as it lives. A note that nobody locks is of a window that was closed, or
died; its checkpoint is the worker's (`training.checkpoints`).
"""

from __future__ import annotations

import contextlib
import json
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from explorer.files import write_whole
from explorer.locking import lock, release
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ASKED: Final = ".asked"
LOCK: Final = ".lock"


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """A training of this process until it lets go.

    path: its result. spec, device: as the task "simulate" takes them.
    """

    path: Path
    spec: str
    device: str
    descriptor: int

    @classmethod
    def new(cls, path: Path, spec: str, device: str) -> Claim:
        """Note a training that begins. Raises OSError where that cannot be written."""
        descriptor = lock(_beside(path, LOCK))
        if descriptor is None:
            message = say("{file} is in training already", file=path.name)
            raise BlockingIOError(message)
        try:
            write_whole(_beside(path, ASKED), json.dumps({"spec": spec, "device": device}))
        except OSError:
            release(descriptor)
            raise
        return cls(path, spec, device, descriptor)

    def leave(self) -> None:
        """Let go: whoever looks next finds it."""
        release(self.descriptor)

    def end(self) -> None:
        """Take the note away: the training is over, or nobody wants it. What cannot be removed stays."""
        for ending in (ASKED, LOCK):
            with contextlib.suppress(OSError):
                _beside(self.path, ending).unlink(missing_ok=True)
        release(self.descriptor)
        with contextlib.suppress(OSError):  # where a file in use cannot be removed
            _beside(self.path, LOCK).unlink(missing_ok=True)

    def forget(self) -> None:
        """Take the note and the checkpoint away."""
        from explorer.training.engine import checkpoints

        checkpoints.removed(checkpoints.folder_of(self.path))
        self.end()

    @property
    def has_folder(self) -> bool:
        """Whether a worker has begun it: there is a checkpoint then, or there will be one."""
        from explorer.training.engine import checkpoints

        return checkpoints.folder_of(self.path).exists()

    def progress(self) -> tuple[int, int]:
        """Return updates of all runs together that the checkpoint has, and cells that are refused.

        Both are 0 where there is none, or none to read.
        """
        header = _header(self.path)
        done, refused = header.get("done"), header.get("refused")
        return done if isinstance(done, int) else 0, len(refused) if isinstance(refused, dict) else 0

    @property
    def update(self) -> int | None:
        """The update that every run of the checkpoint has taken, from which it goes on; None: not known."""
        blocks = _header(self.path).get("blocks")
        try:
            return min((int(update) for _, _, update, _ in blocks or ()), default=None)
        except (TypeError, ValueError):
            return None


def found(folder: Path) -> Iterator[Claim]:
    """Yield what windows that are gone have left, newest first; who takes one up has it alone.

    What is not to be read, and the note of a training that has its result, is removed.
    """
    notes = []
    with contextlib.suppress(OSError):
        for note in folder.glob(f"*{ASKED}"):
            with contextlib.suppress(OSError):  # gone since
                notes.append((note.stat().st_mtime, note))
    for _, note in sorted(notes, reverse=True):
        claim = _claim(note)
        if claim is not None:
            yield claim


def taken(path: Path) -> Claim | None:
    """Take up the training of this result; None where it is over, or another window has it."""
    return _claim(_beside(path, ASKED))


def began(claim: Claim) -> float:
    """Return when a training was asked for, in seconds since 1970; 0 where its note is gone."""
    try:
        return _beside(claim.path, ASKED).stat().st_mtime
    except OSError:
        return 0.0


def _claim(note: Path) -> Claim | None:
    """Take up a note that nobody else has; None for any other."""
    path = note.with_name(note.name.removesuffix(ASKED))
    try:
        descriptor = lock(_beside(path, LOCK))
    except OSError:
        return None
    if descriptor is None:
        return None
    try:
        asked = json.loads(note.read_text(encoding="utf-8"))
        claim = Claim(path, str(asked["spec"]), str(asked["device"]), descriptor)
    except (OSError, ValueError, LookupError, TypeError):
        Claim(path, "", "", descriptor).end()
        return None
    if path.exists():
        claim.end()
        return None
    return claim


def _header(path: Path) -> dict[str, Any]:
    """Return what the checkpoint beside a result says of itself, {} where it cannot be read."""
    import numpy as np

    from explorer.training.engine import checkpoints

    try:
        state = checkpoints.folder_of(path) / checkpoints.STATE
        with state.open("rb") as file, np.load(file, allow_pickle=False) as archive:
            header = json.loads(str(archive[checkpoints.HEADER]))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return {}
    return header if isinstance(header, dict) else {}


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
