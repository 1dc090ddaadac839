"""Arrays of rows as they lie in a file or in memory, in their own kind of number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.study.sources.files import DataFile
    from explorer.study.sources.npy import Layout
    from explorer.study.values import Numbers

    Raw = NDArray[Any]

PIECE: Final = 1 << 20  # bytes read and turned into float64 at a time, so that they stay in the cache


@dataclass(frozen=True, slots=True, eq=False)
class Array:
    """Rows of numbers or names that never change, shape (rows, width).

    home: the file that a person knows them by; key: which array of an archive, None in an NPY. layout:
    how they are kept there. file: where their bytes lie; another one where they were packed at home.
    held: the rows themselves, where they are small and were packed; then nothing is read any more.
    """

    home: DataFile
    key: str | None
    layout: Layout
    rows: int
    width: int
    file: DataFile
    held: Raw | None = None

    @property
    def dtype(self) -> np.dtype[Any]:
        """The kind of number or text."""
        return self.layout.dtype

    def raw(self, start: int, stop: int) -> Raw:
        """Return rows start to stop - 1 in their own kind, reading only those. Raises OSError."""
        if self.held is not None:
            return self.held[start:stop]
        count, item = stop - start, self.dtype.itemsize
        if not self.layout.fortran or self.rows == 1 or self.width == 1:
            step = self.width * item
            data = self.file.read(self.layout.offset + start * step, count * step)
            return np.frombuffer(data, self.dtype).reshape(count, self.width)
        found = np.empty((count, self.width), self.dtype)
        for column in range(self.width):
            place = self.layout.offset + (column * self.rows + start) * item
            found[:, column] = np.frombuffer(self.file.read(place, count * item), self.dtype)
        return found

    def numbers(self, start: int, stop: int) -> Numbers:
        """Return rows start to stop - 1 as new float64 in which every NaN is the same. Raises OSError."""
        found = np.empty((stop - start, self.width))
        step = max(1, PIECE // (self.width * self.dtype.itemsize))
        if self.layout.fortran and self.held is None:
            step = max(step, 1024)  # a column at a time: short pieces would be many reads
        for first in range(start, stop, step):
            last = min(first + step, stop)
            as_float64(self.raw(first, last), found[first - start : last - start])
        return found

    def trouble(self) -> str | None:
        """Say why the file can no longer be trusted; None where it can, or where it is not needed."""
        if self.held is not None and self.home.shut is None:
            return None
        return self.home.trouble() or (None if self.file is self.home else self.file.trouble())


def as_float64(raw: Raw, target: Numbers) -> None:
    """Write numbers of any kind into float64: true is 1 whatever its byte, every NaN is the same NaN."""
    if raw.dtype.kind == "b":
        np.not_equal(raw.view(np.uint8), 0, out=target)
        return
    with np.errstate(all="ignore"):
        np.copyto(target, raw, casting="unsafe")
    if raw.dtype.kind == "f":
        missing = np.isnan(target)
        if missing.any():
            target[missing] = np.nan


def text_of(array: Array, index: int) -> str:
    """Return one name of an array of texts or whole numbers, shape (rows, 1). Raises OSError."""
    raw = array.raw(index, index + 1)
    if raw.dtype.kind == "S":
        return raw.tobytes().rstrip(b"\0").decode("utf-8", errors="replace")
    if raw.dtype.kind == "U":
        order = "be" if raw.dtype.str.startswith(">") else "le"
        return raw.tobytes().decode(f"utf-32-{order}", errors="replace").rstrip("\0")
    return str(raw.item())
