"""Unpacking the packed arrays of an NPZ before it is opened: said before, done in pieces, kept for later."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.study.failures import ImportFailure
from explorer.study.sources.cache import cache_folder, free_bytes, is_unpacked, place_of, unpack_member
from explorer.study.sources.contents import contents
from explorer.study.sources.files import DataFile
from explorer.wording import say

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from explorer.study.sources.contents import Entry

USED: tuple[str, ...] = ("logits", "targets", "samples")
MEGABYTE = 1e6


@dataclass(frozen=True, slots=True)
class Unpacking:
    """What unpacking a file would take: bytes in the file, bytes unpacked, bytes free on the disk."""

    path: Path
    packed: int
    unpacked: int
    room: int

    @property
    def file(self) -> str:
        """The name of the file."""
        return self.path.name

    @property
    def fits(self) -> bool:
        """Whether there is room for it."""
        return self.unpacked <= self.room

    @property
    def sentence(self) -> str:
        """Say it to a person before it is done."""
        packed, whole, room = (
            f"{size / MEGABYTE:,.0f} MB" for size in (self.packed, self.unpacked, self.room)
        )
        return say(
            "{file} is compressed: unpacking its {packed} takes {whole} of the {room} free on the disk.",
            file=self.file,
            packed=packed,
            whole=whole,
            room=room,
        )


def needs_unpacking(path: str | os.PathLike[str], folder: Path | None = None) -> Unpacking | None:
    """Say what unpacking an NPZ would take; None where nothing is to be unpacked, or all is already.

    Any other file needs none. folder: the cache, the person's own by default. Raises ImportFailure.
    """
    found = _large(Path(path))
    left = [
        e.member for e in found if e.member and not is_unpacked(place_of(e.home, e.member, folder), e.member)
    ]
    if not left:
        return None
    room = free_bytes(folder or cache_folder())
    return Unpacking(
        Path(path), sum(member.packed for member in left), sum(member.size for member in left), room
    )


def unpack(
    path: str | os.PathLike[str],
    folder: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancel: Callable[[], bool] | None = None,
) -> tuple[Path, ...]:
    """Unpack the large packed arrays of an NPZ into the cache and return their files; what is there is kept.

    progress: called with bytes done and bytes in all. cancel: asked every millisecond or so. Opening the
    file afterwards finds them. Raises ImportFailure; Cancelled, a kind of it, where it was cancelled.
    """
    entries = _large(Path(path))
    total, done = sum(entry.member.size for entry in entries if entry.member), 0

    def step(count: int) -> None:
        nonlocal done
        done += count
        if progress is not None:
            progress(done, total)

    try:
        return tuple(unpack_member(e.home, e.member, folder, step, cancel) for e in entries if e.member)
    except OSError as error:
        message = say(
            "{file}: it cannot be unpacked: {problem}", file=Path(path).name, problem=error.strerror or error
        )
        raise ImportFailure(message) from error


def _large(path: Path) -> list[Entry]:
    try:
        file = DataFile.open(path)
        if file.read(0, min(2, file.stamp.size)) != b"PK":
            return []
        inside = contents(file)
        entries = (
            [inside.entry(key) for key in inside.keys]
            if len(inside.keys) == 1
            else ([inside.role(role) for role in USED])
        )
    except OSError as error:
        message = say("{file}: it cannot be read: {problem}", file=path.name, problem=error.strerror or error)
        raise ImportFailure(message) from error
    return [entry for entry in entries if entry is not None and entry.is_large]
