"""What a file is by its first bytes, and what to do with one that holds no table to read here."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Final

from explorer.wording import noted, say

if TYPE_CHECKING:
    from pathlib import Path

READ: Final = noted("read are CSV, TSV, JSON, NPY and NPZ")
SAVE_NPZ: Final = noted("save it with numpy.savez(file, logits=..., targets=...)")
SAVE_CSV: Final = noted("save it as CSV")
SAVE_NUMBERS: Final = noted("save it as CSV, or its numbers with numpy.savez")
UNPACK: Final = noted("unpack it first")
GIVE: Final = noted("give the table of numbers")
MADE_OF: Final = noted("it holds no study; open the study or story that it was made of")
PICKLE: Final = noted("a pickle, which could run code")
PICTURE: Final = noted("a picture")
LONGEST: Final = 16
SIGNATURES: Final = {  # first bytes: what it is, what to do
    b"\x80\x02": (PICKLE, SAVE_NPZ),
    b"\x80\x03": (PICKLE, SAVE_NPZ),
    b"\x80\x04": (PICKLE, SAVE_NPZ),
    b"\x80\x05": (PICKLE, SAVE_NPZ),
    b"\x89HDF": (noted("an HDF5 file"), SAVE_NPZ),
    b"MATLAB 5": (noted("a MATLAB file"), SAVE_NPZ),
    b"\x1f\x8b": (noted("a gzip archive"), UNPACK),
    b"BZh": (noted("a bzip2 archive"), UNPACK),
    b"\xfd7zXZ": (noted("an xz archive"), UNPACK),
    b"\x28\xb5\x2f\xfd": (noted("a Zstandard archive"), UNPACK),
    b"7z\xbc\xaf": (noted("a 7z archive"), UNPACK),
    b"PAR1": (noted("a Parquet file"), SAVE_NUMBERS),
    b"ARROW1": (noted("an Arrow file"), SAVE_NUMBERS),
    b"SQLite f": (noted("an SQLite database"), SAVE_CSV),
    b"\xd0\xcf\x11\xe0": (noted("an old Excel file (XLS)"), SAVE_CSV),
    b"%PDF": (noted("a PDF document"), SAVE_CSV),
    b"\x89PNG": (PICTURE, GIVE),
    b"\xff\xd8\xff": (PICTURE, GIVE),
    b"GIF8": (PICTURE, GIVE),
}
PACKED: Final = (  # a member of a ZIP archive whose name has this: what it is, what to do
    ("data.pkl", noted("a torch file, which could run code"), SAVE_NPZ),
    ("xl/workbook", noted("an Excel file (XLSX)"), SAVE_CSV),
    ("mimetype", noted("an OpenDocument file"), SAVE_CSV),
)

# How arrays are written in Python.
ARRAYS: Final = r"(?:(?:torch|np|numpy|jnp|jax\.numpy|tf)\.)?(?:tensor|Tensor|array|asarray|Array|constant)"


def refusal(path: Path, start: bytes) -> str | None:
    """Return why a file with these first bytes cannot be read, None where it may be text or NumPy's."""
    for signature, (what, way) in SIGNATURES.items():
        if start.startswith(signature):
            return _said(path, what, way)
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return _said(path, PICTURE, GIVE)
    if start[8:10] == b'{"' and start[4:8] == b"\0\0\0\0":
        return _said(path, noted("a safetensors file"), SAVE_NPZ)
    if start[4:8] == b"ftyp":
        return _said(path, noted("a film"), MADE_OF)
    if start.lstrip().lower().startswith((b"<!doctype html", b"<html")):
        return _said(path, noted("a web page, as talk packs are"), MADE_OF)
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
        return _said(path, noted("a ZIP archive that is damaged"), noted("get it again"))
    if any(name.endswith(".npy") for name in names):
        return None
    for part, what, way in PACKED:
        if any(part in name for name in names):
            return _said(path, what, way)
    return _said(path, noted("a ZIP archive without arrays"), UNPACK)


def _said(path: Path, what: str, way: str) -> str:
    return say(
        "{file}: this is {what}; {read}: {way}", file=path.name, what=say(what), read=say(READ), way=say(way)
    )
