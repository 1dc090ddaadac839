"""The arrays of a stored .npz: where each begins, its shape and dtype; read in part, never unpickled."""

from __future__ import annotations

import errno
import struct
import tokenize
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from math import prod
from typing import IO, TYPE_CHECKING, Any, Final

import numpy

from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

DAMAGE: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, tokenize.TokenError, NotImplementedError, RuntimeError,
    EOFError, ValueError, OverflowError, LookupError, TypeError, SyntaxError, MemoryError,
)  # fmt: skip
"""What zipfile and NumPy raise over a file that is damaged or made to harm."""
LOCAL: Final = struct.Struct("<4s22xHH")  # signature, then the lengths of the name and of the rest
HEADERS: Final = {
    (1, 0): numpy.lib.format.read_array_header_1_0,
    (2, 0): numpy.lib.format.read_array_header_2_0,
}
LONGEST: Final = 1 << 20  # bytes of names and settings before an array's numbers


class ResultFailure(ValueError):  # noqa: N818  named as the failures of studies and importers are
    """Why a file is no result that can be read, in one line."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))  # what a damaged file holds may have lines


@dataclass(frozen=True, slots=True)
class Member:
    """One array of the file. start: the first byte of its numbers; crc is that of the whole member."""

    name: str
    start: int
    shape: tuple[int, ...]
    dtype: numpy.dtype[Any]

    def part(self, path: Path, index: tuple[int, ...] = ()) -> NDArray[Any]:
        """Return the part under the first indices, read from its place alone.

        Raises IndexError for an index outside, ResultFailure where the file has become shorter.
        """
        for axis, (place, length) in enumerate(zip(index, self.shape, strict=False)):
            if not 0 <= place < length:
                message = f"{path.name}: {self.name}: {place} is not among 0 to {length - 1} of axis {axis}"
                raise IndexError(message)
        rest = self.shape[len(index) :]
        first = sum(
            place * prod(self.shape[axis + 1 : len(index)]) for axis, place in enumerate(index)
        ) * prod(rest)
        size = prod(rest) * self.dtype.itemsize
        with path.open("rb") as file:
            file.seek(self.start + first * self.dtype.itemsize)
            found = file.read(size)
        if len(found) < size:
            words = say("{name} ends early; the file has become shorter", name=self.name)
            message = f"{path.name}: {words}"
            raise ResultFailure(message)
        return numpy.frombuffer(bytearray(found), dtype=self.dtype).reshape(rest)

    def along(self, path: Path, index: tuple[int, ...]) -> NDArray[Any]:
        """Return one number for each place of the first axis, at an index of all others, read one by one.

        Raises IndexError for an index outside, ResultFailure where the file has become shorter.
        """
        return numpy.array([self.part(path, (place, *index)) for place in range(self.shape[0])], self.dtype)


def members(path: Path) -> dict[str, Member]:
    """Return the arrays of a file by name. Raises ResultFailure for what is no such file, and OSError."""
    words = f"{path.name}: {say('no result of an experiment, or damaged')}"
    with path.open("rb") as file, _damage(words), zipfile.ZipFile(file) as archive:
        found = [_member(file, entry) for entry in archive.infolist()]
    return {member.name: member for member in found}


def checked(path: Path, member: Member) -> NDArray[Any]:
    """Return a whole array, its checksum compared; for small ones. Raises ResultFailure."""
    words = f"{path.name}: {say('{name} is damaged', name=member.name)}"
    with path.open("rb") as file, _damage(words), zipfile.ZipFile(file) as archive:
        archive.read(f"{member.name}.npy")
    return member.part(path)


@contextmanager
def _damage(words: str) -> Iterator[None]:
    """Turn what is raised over a damaged file into a ResultFailure that begins with these words.

    A place before the file's begin, which damage may name, is an OSError; other ones are those of a disk.
    """
    try:
        yield
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
        message = f"{words}: {error.strerror}"
        raise ResultFailure(message) from error
    except DAMAGE as error:
        message = f"{words}: {error}"
        raise ResultFailure(message) from error


def _member(file: IO[bytes], entry: zipfile.ZipInfo) -> Member:
    """Return where an array lies. Raises what is in DAMAGE."""
    if entry.compress_type != zipfile.ZIP_STORED or not entry.filename.endswith(".npy"):
        message = f"{entry.filename} is no unpacked array"
        raise ValueError(message)
    file.seek(entry.header_offset)
    signature, name, rest = LOCAL.unpack(file.read(LOCAL.size))
    if signature != b"PK\x03\x04":
        message = f"{entry.filename} is not where the archive says"
        raise ValueError(message)
    begin = entry.header_offset + LOCAL.size + name + rest
    file.seek(begin)
    shape, in_fortran_order, dtype = HEADERS[numpy.lib.format.read_magic(file)](file, LONGEST)
    start = file.tell()
    is_whole = start - begin + prod(shape) * dtype.itemsize == entry.file_size
    if dtype.hasobject or in_fortran_order or not is_whole:
        message = f"{entry.filename} holds no plain array of the size that the archive says"
        raise ValueError(message)
    return Member(entry.filename.removesuffix(".npy"), start, shape, dtype)


def names_under(found: Mapping[str, Member], folder: str) -> list[str]:
    """Return the names of arrays such as `ribbons/loss` without their folder."""
    return [name.removeprefix(folder) for name in found if name.startswith(folder)]
