"""Where results of training lie until a person saves them: files of the cache folder, old ones removed."""

from __future__ import annotations

import contextlib
import re
import secrets
import shutil
import time
from typing import TYPE_CHECKING, Final

from platformdirs import user_cache_path

if TYPE_CHECKING:
    from pathlib import Path

ENDING: Final = ".npz"
MOST: Final = 4 << 30  # bytes that results may take; the oldest go first
IN_USE: Final = 86_400.0  # seconds in which a file may be one that another window shows or writes
LONGEST: Final = 40  # letters of a title in a file's name


def results_folder() -> Path:
    """Return where results are kept for this person."""
    return user_cache_path("loss-explorer", appauthor=False) / "populations"


def new_result(title: str, folder: Path | None = None) -> Path:
    """Return a file for a result, not there yet; the folder is made, old results go. Raises OSError."""
    folder = folder or results_folder()
    folder.mkdir(parents=True, exist_ok=True)
    make_room(folder)
    return folder / f"{plain_name(title)}-{secrets.token_hex(4)}{ENDING}"


def shown_name(path: Path) -> str:
    """Return the name of a result's file as a person reads it: without what keeps it apart in the folder."""
    return re.sub(rf"-[0-9a-f]{{8}}(?={re.escape(ENDING)}$)", "", path.name)


def plain_name(title: str) -> str:
    """Return a title as the name of a file: letters, digits and dashes."""
    words = re.findall(r"\w+", title.lower())
    return "-".join(words)[:LONGEST].strip("-") or "population"


def make_room(folder: Path, most: int = MOST, now: float | None = None) -> None:
    """Remove what is oldest until the folder holds at most so many bytes; what is of the last day stays.

    The folder of a checkpoint beside a result goes by its own age.
    """
    now = time.time() if now is None else now
    found = []
    for path in folder.iterdir():
        with contextlib.suppress(OSError):
            found.append((path.stat().st_mtime, _size(path), path))
    total = sum(size for _, size, _ in found)
    for used, size, path in sorted(found):
        if total <= most or now - used < IN_USE:
            break
        with contextlib.suppress(OSError):  # in use on a system that keeps open files
            shutil.rmtree(path) if path.is_dir() else path.unlink()
            total -= size


def _size(path: Path) -> int:
    """Return the bytes of a file, or of the files in a folder."""
    if path.is_dir():
        return sum(inner.stat().st_size for inner in path.iterdir())
    return path.stat().st_size
