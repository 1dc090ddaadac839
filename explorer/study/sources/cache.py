"""Packed arrays unpacked into files of the cache folder, where they are read in place."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from platformdirs import user_cache_path

from explorer.study.failures import ImportFailure
from explorer.study.sources.archive import DAMAGE, unpacked
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.study.sources.archive import Member
    from explorer.study.sources.files import DataFile

PIECE: Final = 1 << 18  # bytes unpacked between two looks at `cancel`: about a millisecond
MOST: Final = 16 << 30  # bytes that the cache may hold; the longest unused files go first
LEFT_OVER: Final = 86_400.0  # seconds after which an unfinished file belongs to nobody
ENDING: Final = ".npy"


class Cancelled(ImportFailure):
    """Unpacking was given up on request."""


def cache_folder() -> Path:
    """Return where unpacked arrays are kept for this person."""
    return user_cache_path("loss-explorer", appauthor=False) / "arrays"


def place_of(home: DataFile, member: Member, folder: Path | None = None) -> Path:
    """Return where the unpacked array lies or would lie: equal archives share it wherever they lie."""
    known = f"{home.sample} {member.name} {member.crc} {member.packed} {member.size}"
    name = hashlib.blake2b(known.encode(), digest_size=16).hexdigest()
    return (folder or cache_folder()) / f"{name}{ENDING}"


def is_unpacked(place: Path, member: Member) -> bool:
    """Say whether the whole array is in the cache."""
    try:
        return place.stat().st_size == member.size
    except OSError:
        return False


def free_bytes(folder: Path) -> int:
    """Return the room on the disk of a folder that may not be there yet."""
    there = next((place for place in (folder, *folder.parents) if place.exists()), Path())
    return shutil.disk_usage(there).free


def unpack_member(
    home: DataFile,
    member: Member,
    folder: Path | None = None,
    progress: Callable[[int], None] | None = None,
    cancel: Callable[[], bool] | None = None,
) -> Path:
    """Return the file with the unpacked array, made if it is not there yet: whole or not at all.

    progress: called with the bytes done since the last call. cancel: asked every PIECE. Raises
    ImportFailure for a damaged archive or too little room, Cancelled, and OSError.
    """
    place = place_of(home, member, folder)
    if is_unpacked(place, member):
        with contextlib.suppress(OSError):
            os.utime(place)  # used just now: the last to be removed
        return place
    place.parent.mkdir(parents=True, exist_ok=True)
    make_room(place.parent, MOST - member.size)
    free = free_bytes(place.parent)
    if member.size > free:
        message = say(
            "{file}: unpacking {name} takes {size} bytes, on the disk are {free}",
            file=home.name,
            name=member.key,
            size=f"{member.size:,}",
            free=f"{free:,}",
        )
        raise ImportFailure(message)
    beside = place.with_name(f".{place.stem}.{secrets.token_hex(4)}.tmp")
    try:
        _write(beside, home, member, progress, cancel)
        beside.replace(place)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    return place


def _write(
    beside: Path,
    home: DataFile,
    member: Member,
    progress: Callable[[int], None] | None,
    cancel: Callable[[], bool] | None,
) -> None:
    done = 0
    try:
        with beside.open("xb") as target, unpacked(home, member) as stream:
            while piece := stream.read(PIECE):
                if cancel is not None and cancel():
                    message = say("{file}: unpacking was cancelled", file=home.name)
                    raise Cancelled(message)
                done += target.write(piece)
                if progress is not None:
                    progress(len(piece))
    except ImportFailure:
        raise
    except DAMAGE as error:  # or a full disk
        message = say(
            "{file}: {name} cannot be unpacked: {problem}",
            file=home.name,
            name=member.key,
            problem=getattr(error, "strerror", None) or error,
        )
        raise ImportFailure(message) from error
    if done != member.size:
        message = say(
            "{file}: {name} ends after {done} of {size} bytes; it is cut off",
            file=home.name,
            name=member.key,
            done=f"{done:,}",
            size=f"{member.size:,}",
        )
        raise ImportFailure(message)


def make_room(folder: Path, most: int) -> None:
    """Remove what was left over, and the longest unused until the folder holds at most so many bytes."""
    files = []
    for path in folder.iterdir():
        with contextlib.suppress(OSError):
            found = path.stat()
            if path.suffix == ".tmp" and found.st_mtime < time.time() - LEFT_OVER:
                path.unlink()
            elif path.suffix == ENDING:
                files.append((found.st_mtime, found.st_size, path))
    total = sum(size for _, size, _ in files)
    for _, size, path in sorted(files):
        if total <= most:
            break
        with contextlib.suppress(OSError):  # in use on a system that keeps open files
            path.unlink()
            total -= size
