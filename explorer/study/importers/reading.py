"""Finding out what a file or a text is, and reading it."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import TYPE_CHECKING, Final

from explorer.study.failures import ImportFailure
from explorer.study.importers.delimited import read_delimited
from explorer.study.importers.grid import paired
from explorer.study.importers.json_table import read_json

if TYPE_CHECKING:
    import os

    from explorer.study.importers.grid import Grid
    from explorer.study.table import Table

TODAY: Final = "read today are CSV, TSV and JSON"
# What other files begin with; none of them is unpacked or run to find out more.
SIGNATURES: Final = {
    b"\x93NUMPY": "a NumPy array (NPY)",
    b"PK\x03\x04": "an archive (NPZ, XLSX or a torch file)",
    b"\x80\x02": "a pickle, which could run code",
    b"\x80\x03": "a pickle, which could run code",
    b"\x80\x04": "a pickle, which could run code",
    b"\x80\x05": "a pickle, which could run code",
    b"\x89HDF": "an HDF5 file",
    b"\x1f\x8b": "a gzip archive",
    b"PAR1": "a Parquet file",
}


def read(path: str | os.PathLike[str], targets: str | os.PathLike[str] | None = None) -> Table:
    """Read a table from a CSV, TSV or JSON file; targets may lie in a second one.

    Raises ImportFailure with one line that names file, row, column, the text and what is allowed.
    """
    grid = _grid(Path(path))
    return grid.table() if targets is None else paired(grid, _grid(Path(targets)))


def read_text(text: str, name: str = "clipboard") -> Table:
    """Read a table from pasted text: CSV, TSV or JSON. Raises ImportFailure as `read` does."""
    return _parsed(text.removeprefix("\ufeff"), name).table()


def file_text(path: Path) -> str:
    """Return a file's text: UTF-8, or UTF-16 with a byte order mark. Raises ImportFailure."""
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"{path.name or path}: it cannot be read: {error.strerror or error}"
        raise ImportFailure(message) from error
    for start, what in SIGNATURES.items():
        if data.startswith(start):
            message = f"{path.name}: this is {what}; {TODAY}"
            raise ImportFailure(message)
    return _decoded(data, path.name)


def _decoded(data: bytes, name: str) -> str:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encoding = "utf-16" if wide else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"0x{data[error.start]:02x}" if error.start < len(data) else "an end"
        wanted = encoding.removesuffix("-sig").upper()
        message = f"{name}: line {line}: byte {byte} is not {wanted}; allowed is text in UTF-8"
        raise ImportFailure(message) from error


def _grid(path: Path) -> Grid:
    return _parsed(file_text(path), path.name)


def _parsed(text: str, name: str) -> Grid:
    """Read JSON where the text begins as JSON does, else a delimited table."""
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        message = f"{name}: line {line}: a zero byte; allowed is text, {TODAY}"
        raise ImportFailure(message)
    return read_json(text, name) if text.lstrip()[:1] in ("[", "{") else read_delimited(text, name)
