"""Room for arrays that fill up: in memory, or in files whose place on the disk is taken when they are made.

A map of a file that has holes ends the process, without a word, when it is written to and the disk is full;
so there are no holes.
"""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import contextmanager
from math import prod
from typing import IO, TYPE_CHECKING, Any, Final

import numpy as np

from explorer.training.moments import SimulationFailure
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

PIECE: Final = 1 << 20
"""Bytes that are written at a time where a disk cannot be asked for room."""

CANNOT: Final = (errno.EINVAL, errno.EOPNOTSUPP, errno.ENOSYS)
"""What a file system answers that takes no room before it is written to."""


class Room:
    """Where arrays lie: in files of a folder where there is one, else in memory or in a nameless file.

    goes_on: the files are there already, from a simulation that was interrupted. is_large: too large for
    memory.
    """

    def __init__(self, folder: Path | None, goes_on: bool, is_large: bool) -> None:
        self._folder, self._goes_on, self._is_large = folder, goes_on, is_large

    def array(self, name: str, shape: tuple[int, ...], dtype: Any) -> NDArray[Any]:
        """Return an array of this shape that stays where it is.

        Raises OSError, with the name of the file, where there is no room for it; SimulationFailure for a file
        that is not as it was left.
        """
        size = prod(shape) * np.dtype(dtype).itemsize
        if self._folder is not None:
            path = self._folder / f"{name}.npy"
            return _found(path, shape, dtype, size) if self._goes_on else _made(path, shape, dtype, size)
        if self._is_large:
            with naming(tempfile.gettempdir()), tempfile.TemporaryFile() as file:
                reserve(file, 0, size)  # the map keeps the file, without a name, until it is let go
                return np.memmap(file, dtype=dtype, mode="r+", shape=shape)
        return np.full(shape, np.nan, dtype=dtype)


def _made(path: Path, shape: tuple[int, ...], dtype: Any, size: int) -> NDArray[Any]:
    header = {"descr": np.lib.format.dtype_to_descr(np.dtype(dtype)), "fortran_order": False, "shape": shape}
    with naming(path), path.open("wb") as file:
        np.lib.format.write_array_header_1_0(file, header)
        reserve(file, file.tell(), size)
    return np.lib.format.open_memmap(path, mode="r+")


def _found(path: Path, shape: tuple[int, ...], dtype: Any, size: int) -> NDArray[Any]:
    """Return the array of a file; NumPy would fill up one that was cut off with zeros."""
    try:
        with naming(path), path.open("r+b") as file:
            np.lib.format.read_magic(file)
            own_shape, _, own_dtype = np.lib.format.read_array_header_1_0(file)
            is_whole = os.fstat(file.fileno()).st_size == file.tell() + size
            if (own_shape, own_dtype) != (shape, np.dtype(dtype)) or not is_whole:
                raise _damaged(path)
            is_reserved(file, file.tell(), size)  # a copy may have holes
    except SimulationFailure:
        raise
    except (ValueError, FileNotFoundError) as error:
        raise _damaged(path) from error
    return np.lib.format.open_memmap(path, mode="r+")


def _damaged(path: Path) -> SimulationFailure:
    name = f"{path.parent.name}/{path.name}"
    return SimulationFailure(
        say("{file}: not as it was left; remove {folder}, or begin anew", file=name, folder=path.parent.name)
    )


def reserve(file: IO[bytes], start: int, size: int) -> None:
    """Take `size` bytes on the disk from `start` on, all of them 0; the file ends there or before.

    Raises OSError where the disk has not so many.
    """
    file.flush()
    if is_reserved(file, start, size):
        return
    file.seek(start)
    for first in range(0, size, PIECE):
        file.write(bytes(min(PIECE, size - first)))
    file.flush()
    os.fsync(file.fileno())  # some disks say only then that they are full


def is_reserved(file: IO[bytes], start: int, size: int) -> bool:
    """Ask the file system for room, also in holes of what is there; False where it cannot be asked."""
    if not hasattr(os, "posix_fallocate") or not size:
        return not size
    try:
        os.posix_fallocate(file.fileno(), start, size)
    except OSError as error:
        if error.errno not in CANNOT:
            raise
        return False
    return True


@contextmanager
def naming(path: str | os.PathLike[str]) -> Iterator[None]:
    """Give an OSError that names no file, as that of a full disk, the name of this one."""
    try:
        yield
    except OSError as error:
        if error.filename is not None or error.errno is None:
            raise
        raise OSError(error.errno, error.strerror, os.fspath(path)) from error
