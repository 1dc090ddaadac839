"""Arrays of an .npz file that tasks train on, read once; nothing in a file is ever run."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import numpy as np

from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Samples:
    """Logits and targets to start from, (samples, n) each; other: logits to compare with, where given."""

    logits: Numbers
    targets: Numbers
    other: Numbers | None = None


def samples(path: str) -> Samples:
    """Return the samples of an .npz file with arrays `logits`, `targets` and, if wanted, `other`.

    ValueError names the file and what is wrong with it.
    """
    found = arrays(path, ("logits", "targets"), ("other",))
    logits = found["logits"]
    for name, array in found.items():
        if array.shape != logits.shape:
            refuse(
                path,
                say(
                    "{name} {shape} do not match logits {logits}",
                    name=name,
                    shape=array.shape,
                    logits=logits.shape,
                ),
            )
    return Samples(logits, found["targets"], found.get("other"))


def arrays(path: str, needed: tuple[str, ...], more: tuple[str, ...] = ()) -> Mapping[str, Numbers]:
    """Return the arrays of an .npz file as tables (rows, columns), float64 and read-only; `more` where there.

    ValueError where the file cannot be read, lacks an array, or an array is no table of finite numbers.
    """
    try:
        stamp = Path(path).stat()
    except (OSError, ValueError) as error:  # ValueError: what no system takes for a path
        refuse(path, say("it cannot be read ({reason})", reason=getattr(error, "strerror", None) or error))
    return _arrays(path, needed, more, stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=4)
def _arrays(
    path: str, needed: tuple[str, ...], more: tuple[str, ...], _time: int, _size: int
) -> Mapping[str, Numbers]:
    """Read the file; a file with another time or size is another one."""
    try:
        if not zipfile.is_zipfile(path):
            refuse(path, say("it is no .npz file"))
        with np.load(path, allow_pickle=False) as file:
            missing = [name for name in needed if name not in file.files]
            if missing:
                there = ", ".join(file.files) or say("none")
                refuse(
                    path, say("it has no array {name}; there are {names}", name=repr(missing[0]), names=there)
                )
            names = [*needed, *(name for name in more if name in file.files)]
            return {name: _table(path, name, _read(path, name, file)) for name in names}
    except (OSError, EOFError, zipfile.BadZipFile) as error:
        refuse(path, say("it cannot be read ({reason})", reason=error))


def _read(path: str, name: str, file: Mapping[str, NDArray[np.generic]]) -> NDArray[np.generic]:
    try:
        return file[name]
    except (ValueError, zlib.error) as error:  # objects, which NumPy would have to run; a damaged member
        why = str(error).partition(".")[0]
        refuse(path, say("{name} is no array of numbers that can be read ({reason})", name=name, reason=why))


def _table(path: str, name: str, array: NDArray[np.generic]) -> Numbers:
    if array.dtype.kind not in "biuf":
        refuse(path, say("{name} is an array of {dtype}, not of numbers", name=name, dtype=array.dtype))
    if array.ndim != 2 or 0 in array.shape:
        refuse(
            path,
            say(
                "{name} is of shape {shape}; it takes rows and columns, one of each at least",
                name=name,
                shape=array.shape,
            ),
        )
    found = array.astype(np.float64)
    wrong = np.argwhere(~np.isfinite(found))
    if len(wrong):
        row, column = wrong[0]
        refuse(
            path,
            say(
                "{name}, row {row}, column {column}, is {value}, not a finite number",
                name=name,
                row=row,
                column=column,
                value=found[row, column],
            ),
        )
    found.flags.writeable = False
    return found


def refuse(path: str, why: str) -> NoReturn:
    """ValueError that names the file."""
    message = f"{path}: {why}"
    raise ValueError(message)
