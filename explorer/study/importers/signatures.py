"""What a file is by its first bytes, and what to do with one that holds no table to read here."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

READ: Final = "read are CSV, TSV, JSON, NPY and NPZ"
SAVE_NPZ: Final = "save it with numpy.savez(file, logits=..., targets=...)"
SAVE_CSV: Final = "save it as CSV"
LONGEST: Final = 16
SIGNATURES: Final = {  # first bytes: what it is, what to do
    b"\x80\x02": ("a pickle, which could run code", SAVE_NPZ),
    b"\x80\x03": ("a pickle, which could run code", SAVE_NPZ),
    b"\x80\x04": ("a pickle, which could run code", SAVE_NPZ),
    b"\x80\x05": ("a pickle, which could run code", SAVE_NPZ),
    b"\x89HDF": ("an HDF5 file", SAVE_NPZ),
    b"MATLAB 5": ("a MATLAB file", SAVE_NPZ),
    b"\x1f\x8b": ("a gzip archive", "unpack it first"),
    b"BZh": ("a bzip2 archive", "unpack it first"),
    b"\xfd7zXZ": ("an xz archive", "unpack it first"),
    b"\x28\xb5\x2f\xfd": ("a Zstandard archive", "unpack it first"),
    b"7z\xbc\xaf": ("a 7z archive", "unpack it first"),
    b"PAR1": ("a Parquet file", "save it as CSV, or its numbers with numpy.savez"),
    b"ARROW1": ("an Arrow file", "save it as CSV, or its numbers with numpy.savez"),
    b"SQLite f": ("an SQLite database", SAVE_CSV),
    b"\xd0\xcf\x11\xe0": ("an old Excel file (XLS)", SAVE_CSV),
    b"%PDF": ("a PDF document", SAVE_CSV),
    b"\x89PNG": ("a picture", "give the table of numbers"),
    b"\xff\xd8\xff": ("a picture", "give the table of numbers"),
    b"GIF8": ("a picture", "give the table of numbers"),
}
PACKED: Final = (  # a member of a ZIP archive whose name has this: what it is, what to do
    ("data.pkl", "a torch file, which could run code", SAVE_NPZ),
    ("xl/workbook", "an Excel file (XLSX)", SAVE_CSV),
    ("mimetype", "an OpenDocument file", SAVE_CSV),
)

# How arrays are written in Python.
ARRAYS: Final = r"(?:(?:torch|np|numpy|jnp|jax\.numpy|tf)\.)?(?:tensor|Tensor|array|asarray|Array|constant)"


def refusal(path: Path, start: bytes) -> str | None:
    """Return why a file with these first bytes cannot be read, None where it may be text or NumPy's."""
    for signature, (what, way) in SIGNATURES.items():
        if start.startswith(signature):
            return _said(path, what, way)
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return _said(path, "a picture", "give the table of numbers")
    if start[8:10] == b'{"' and start[4:8] == b"\0\0\0\0":
        return _said(path, "a safetensors file", SAVE_NPZ)
    if start.startswith(b"PK"):
        return _archive(path)
    return None


def is_numpy(start: bytes) -> bool:
    """Say whether a file begins as NPY and NPZ do."""
    return start.startswith((b"\x93NUMPY", b"PK\x03\x04", b"PK\x05\x06"))


def _archive(path: Path) -> str | None:
    """Look at the names in a ZIP archive, at nothing else of it."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return _said(path, "a ZIP archive that is damaged", "get it again")
    if any(name.endswith(".npy") for name in names):
        return None
    for part, what, way in PACKED:
        if any(part in name for name in names):
            return _said(path, what, way)
    return _said(path, "a ZIP archive without arrays", "unpack it first")


def _said(path: Path, what: str, way: str) -> str:
    return f"{path.name}: this is {what}; {READ}: {way}"
