"""Finding out what a file or a text is, and reading it."""

from __future__ import annotations

import codecs
import re
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from explorer.study.failures import ImportFailure
from explorer.study.importers.delimited import read_delimited
from explorer.study.importers.grid import NO_TARGETS, Grid, joined
from explorer.study.importers.labels import Marks
from explorer.study.importers.signatures import ARRAYS, LONGEST, READ, is_numpy, refusal
from explorer.study.source import default_classes
from explorer.study.sources import read_arrays, read_targets
from explorer.study.sources.contents import ROLES
from explorer.wording import say

if TYPE_CHECKING:
    import os

    from explorer.study.table import Table

ROLE_NAMES: Final = "|".join(name for names in ROLES.values() for name in names)
# How a text begins that is values: a bracket, an array, or a name with one of these after it.
VALUES: Final = re.compile(
    rf"\s*(?:Parameter\scontaining:\s*)?"
    rf"(?:(?:[A-Za-z_][\w.]*\s*=|(?!(?:logit|target)\s*:)(?:{ROLE_NAMES})\s*[:=]?)\s*)?"
    rf"(?:[\[{{(]|<tf\.|{ARRAYS}\s*\()",
    re.ASCII | re.IGNORECASE,
)
# What is copied along with values: fences of Markdown, prompts of Python and IPython.
AROUND: Final = re.compile(
    r"^(?:```.*|>>> |(?:In|Out) ?\[\d*\]: ?)|^Parameter containing:", re.ASCII | re.MULTILINE
)

# Lines that only a script of Python has.
SCRIPT: Final = re.compile(
    r"^(?:import [\w.]+(?: as \w+)?|from [\w.]+ import [\w, ]+)[ \r]*$", re.ASCII | re.MULTILINE
)

MARKS_AROUND: Final = ("```", ">>> ", "In [", "In[", "Out[", "Out [", "Parameter containing:")


def read(path: str | os.PathLike[str], targets: str | os.PathLike[str] | None = None) -> Table:
    """Read a table from a file of numbers as text, NPY or NPZ; targets may lie in a second one.

    NPY and NPZ stay where they are and are read row by row; beside a text they are read whole. Raises
    ImportFailure with one line that names file, row, column, the text and what is allowed.
    """
    path, other = Path(path), None if targets is None else Path(targets)
    start = beginning(path)
    if is_numpy(start) and (other is None or _fits(path, other)):
        return read_arrays(path, other)
    grid = read_grid(path)
    return grid.table() if other is None else joined(grid, read_grid(other, as_targets=True)).table()


def read_text(text: str, name: str = "clipboard") -> Table:
    """Read a table from pasted text of any form. Raises ImportFailure as `read` does."""
    return parsed_text(text, name).table()


def read_grid(path: Path, *, as_targets: bool = False) -> Grid:
    """Read one file whole. as_targets: what a table holds that does not say it. Raises ImportFailure."""
    if is_numpy(beginning(path)):
        return _numpy_grid(path, as_targets=as_targets)
    return parsed_text(file_text(path), path.name, as_targets=as_targets)


def parsed_text(text: str, name: str, *, as_targets: bool = False) -> Grid:
    """Read values where the text begins as values do, else a delimited table. Raises ImportFailure."""
    try:
        return _parsed(text, name, as_targets=as_targets)
    except ImportFailure as failure:
        if SCRIPT.search(text):
            message = say(
                "{file}: this is a script of Python, not a table; allowed are numbers as text, arrays, or the"
                " code of a study",
                file=name,
            )
            raise ImportFailure(message) from failure
        raise


def _parsed(text: str, name: str, *, as_targets: bool) -> Grid:
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        message = say(
            "{file}: line {line}: a zero byte; allowed is text; {read}", file=name, line=line, read=say(READ)
        )
        raise ImportFailure(message)
    plain = text
    if any(mark in text for mark in MARKS_AROUND):
        plain = AROUND.sub(lambda found: " " * len(found[0]), text)
    if not VALUES.match(plain):
        return read_delimited(text, name, as_targets=as_targets)
    from explorer.study.importers.literal_table import read_literal  # the first table has no need of it

    try:
        return read_literal(plain, name, as_targets=as_targets)
    except ImportFailure:
        if as_targets:
            raise
        with suppress(ImportFailure):  # a table whose first title begins as values do: "[a],b"
            return read_delimited(text, name)
        raise


def beginning(path: Path) -> bytes:
    """Return the first bytes of a file. Raises ImportFailure for one that holds no table, and why."""
    _check_has_an_end(path)
    try:
        with path.open("rb") as file:
            start = file.read(LONGEST)
    except OSError as error:
        raise ImportFailure(_unreadable(path, error)) from error
    why = refusal(path, start)
    if why is not None:
        raise ImportFailure(why)
    return start


def file_text(path: Path) -> str:
    """Return a file's text: UTF-8, or UTF-16 with a byte order mark. Raises ImportFailure."""
    _check_has_an_end(path)
    try:
        return decoded(path.read_bytes(), path.name)
    except OSError as error:
        raise ImportFailure(_unreadable(path, error)) from error


def decoded(data: bytes, name: str) -> str:
    """Return the text that bytes hold. Raises ImportFailure that names the line and the byte."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encoding = "utf-16" if wide else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"0x{data[error.start]:02x}" if error.start < len(data) else say("an end")
        wanted = encoding.removesuffix("-sig").upper()
        message = say(
            "{file}: line {line}: byte {byte} is not {wanted}; allowed is text in UTF-8",
            file=name,
            line=line,
            byte=byte,
            wanted=wanted,
        )
        raise ImportFailure(message) from error


def _check_has_an_end(path: Path) -> None:
    """Refuse a device, which may give bytes for ever: a specification that a stranger wrote may name one."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise ImportFailure(_unreadable(path, error)) from error
    if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
        message = say("{file}: it is a device; allowed are files and pipes", file=path)
        raise ImportFailure(message)


def _unreadable(path: Path, error: OSError) -> str:
    return say(
        "{file}: it cannot be read: {problem}", file=path.name or path, problem=error.strerror or error
    )


# Arrays of NumPy


def shape_of(path: Path, *, as_targets: bool = False) -> tuple[int, int]:
    """Return rows and columns of an NPY or NPZ file without reading its numbers."""
    table = read_targets(path) if as_targets else read_arrays(path)
    return len(table), table.class_count


def _fits(path: Path, other: Path) -> bool:
    """Say whether both are NumPy's and the second holds no class indices: neither need be read whole."""
    if not is_numpy(beginning(other)):
        return False
    rows, classes = shape_of(path)
    count, width = shape_of(other, as_targets=True)
    return not ((count == rows and width < classes) or (count == 1 < rows == width != classes))


def _numpy_grid(path: Path, *, as_targets: bool) -> Grid:
    """Read NPY or NPZ whole, to go with a text or with labels of another shape."""
    table = read_targets(path) if as_targets else read_arrays(path)
    logits, targets = table.arrays()
    told = say("row {row}")
    places = tuple(told.format(row=row) for row in range(1, len(table) + 1))
    if as_targets:
        return Grid(name=path.name, marks=Marks(path.name, say("the array"), places, logits), places=places)
    named = table.classes != default_classes(table.class_count)
    return Grid(
        name=path.name,
        logits=logits,
        targets=None if NO_TARGETS in table.notes else targets,
        classes=table.classes if named else None,
        places=places,
    )
