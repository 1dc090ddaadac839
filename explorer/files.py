"""Files that are written whole or not at all: beside their place first, then renamed into it."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST: Final = 100  # bytes
BINARY: Final = getattr(os, "O_BINARY", 0)  # of Windows alone: line ends stay as they are written


@contextlib.contextmanager
def replacing(target: str | os.PathLike[str]) -> Iterator[IO[bytes]]:
    """Open a file for writing and reading that takes the target's place when the block ends.

    At every moment the target is the old file or the new one, whole; it has the permissions of the file
    that it replaces, else those of any new file, and lies on the disk when this returns. What is raised in
    the block, or OSError of a full disk or a folder that cannot be written, leaves the old one as it was.
    """
    target = Path(target)
    if target.exists() and not target.is_file():  # a pipe, or /dev/stdout: it has no place to take
        with target.open("wb") as file:
            yield file
        return
    target = target.resolve()  # through a link, so that the link stays
    beside = target.with_name(f".{beginning(target.name)}.{secrets.token_hex(4)}.tmp")
    try:
        with os.fdopen(os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL | BINARY, 0o666), "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())  # some disks say only then that they are full
        _renamed(beside, target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def beginning(name: str) -> str:
    """Return what of a file's name stands in that of a file beside it: names have at most 255 bytes."""
    return os.fsencode(name)[:LONGEST].decode(errors="ignore")


def put_in_place(beside: Path, target: Path) -> None:
    """Let a file that somebody else has written take a target's place, as that of `replacing` does.

    beside: in the target's own folder, whatever links led there. Raises OSError; it then lies there still.
    """
    with beside.open("r+b") as file:
        os.fsync(file.fileno())
    _renamed(beside, target)


def _renamed(beside: Path, target: Path) -> None:
    if target.exists():
        beside.chmod(stat.S_IMODE(target.stat().st_mode))
    beside.replace(target)
    _sync_folder(target.parent)


def write_whole(target: str | os.PathLike[str], content: bytes | str) -> None:
    """Write a file's whole content, text as UTF-8, as `replacing` does. Raises OSError."""
    with replacing(target) as file:
        file.write(content.encode() if isinstance(content, str) else content)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself last; systems that cannot open a folder do so by themselves."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
