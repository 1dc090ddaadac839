"""Where results of training lie until a person saves them: files of the cache folder, old ones removed."""

from __future__ import annotations

import contextlib
import re
import secrets
import time
from pathlib import Path
from typing import Final

from platformdirs import user_cache_path

ENDING: Final = ".npz"
MOST: Final = 4 << 30  # bytes that results may take; the oldest go first
IN_USE: Final = 86_400.0  # seconds in which a file may be one that another window shows or writes
LONGEST: Final = 40  # letters of a title in a file's name


def results_folder() -> Path:
    """Return where results are kept for this person."""
    return user_cache_path("loss-explorer", appauthor=False) / "populations"


def new_result(title: str, folder: Path | None = None) -> Path:
    """Return a file for a result that is not there yet; the folder is made, old results go. Raises OSError."""
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
    """Remove the oldest files until the folder holds at most so many bytes; those of the last day stay.

    What lies beside a result, such as its checkpoint, is a file like others.
    """
    now = time.time() if now is None else now
    files = []
    for path in folder.iterdir():
        with contextlib.suppress(OSError):
            found = path.stat()
            files.append((found.st_mtime, found.st_size, path))
    total = sum(size for _, size, _ in files)
    for used, size, path in sorted(files):
        if total <= most or now - used < IN_USE:
            break
        with contextlib.suppress(OSError):  # in use on a system that keeps open files
            path.unlink()
            total -= size
