"""Opening whatever a person has: a study file, a picture with its study, a table that becomes a study."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from explorer.study.importers import read
from explorer.study.importers.signatures import is_numpy
from explorer.study.pictures import is_picture, open_picture
from explorer.study.sources import needs_unpacking
from explorer.study.storage import ENDING, Opened, data_of, load
from explorer.study.study import Look, ShownLoss, Study
from explorer.wording import say

if TYPE_CHECKING:
    import os

    from explorer.study.sources import Unpacking
    from explorer.study.table import Table

LONG: Final = 4_000_000  # bytes of text that are read within about a frame or two of a progress bar
SHOWN_FIRST: Final = ("zlpr", "smoothed_zlpr", "bce", "smoothed_bce")


def open_any(path: str | os.PathLike[str], targets: str | os.PathLike[str] | None = None) -> Opened:
    """Open a study file (*.study.json), the study inside a picture, or a table as a new study.

    The targets of a table may lie in a second file.

    Raises StorageFailure or ImportFailure with one line that says what is wrong and what is allowed.
    """
    path = Path(path)
    if path.name.endswith(ENDING) and targets is None:
        return load(path)
    if targets is None and is_picture(path):
        return open_picture(path)
    return opened_table(read(path, targets), path)


def to_unpack(
    path: str | os.PathLike[str],
    targets: str | os.PathLike[str] | None = None,
    folder: Path | None = None,
) -> tuple[Unpacking, ...]:
    """Say which files must be unpacked before `open_any` can open these quickly; it would do it by itself.

    Empty for nearly every file. folder: the cache. Raises StudyFailure, as opening would.
    """
    path = Path(path)
    is_study = path.name.endswith(ENDING) and targets is None
    paths = data_of(path) if is_study else (path, *(() if targets is None else (Path(targets),)))
    found = (needs_unpacking(one, folder) for one in paths)
    return tuple(one for one in found if one is not None)


def takes_long(path: str | os.PathLike[str], targets: str | os.PathLike[str] | None = None) -> bool:
    """Say whether opening reads so much text that it is better not waited for."""
    paths = [Path(one) for one in (path, targets) if one is not None]
    return any(_is_long_text(one) for one in paths)


def _is_long_text(path: Path) -> bool:
    try:
        if path.stat().st_size < LONG:
            return False
        with path.open("rb") as file:
            return not is_numpy(file.read(8))
    except OSError:
        return False  # opening it says why


def opened_table(table: Table, path: Path | None = None, title: str | None = None) -> Opened:
    """Make a study of a table that was just read; what was noticed while reading is the message."""
    title = title or (path.stem if path is not None else table.origin) or say("untitled")
    message = " ".join(map(say, table.notes)) or None
    return Opened(default_study(table, title), Look(), message=message, path=path)


def default_study(table: Table, title: str = "untitled") -> Study:
    """Show a table with the losses that the program starts with."""
    return Study(title, table, tuple(ShownLoss(key) for key in SHOWN_FIRST))
