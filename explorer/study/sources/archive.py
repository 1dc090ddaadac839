"""The arrays of an NPZ archive: where each begins in the file, and whether it is packed."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final

from explorer.study.failures import ImportFailure
from explorer.study.sources.files import Reader
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.study.sources.files import DataFile

# What `zipfile` raises over an archive that is damaged or made to harm.
DAMAGE: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError, EOFError, ValueError,
    OverflowError, LookupError, MemoryError, OSError,
)  # fmt: skip
LOCAL: Final = struct.Struct("<4s22xHH")  # signature, then the lengths of the name and of the rest
ENCRYPTED: Final = 1
PACKINGS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True, slots=True)
class Member:
    """One array of an archive. start: its first byte. packed, size: bytes in the file and unpacked."""

    name: str
    start: int
    packed: int
    size: int
    crc: int
    is_packed: bool

    @property
    def key(self) -> str:
        """The name under which NumPy gives it."""
        return self.name.removesuffix(".npy")


def members(file: DataFile) -> dict[str, Member]:
    """Return the arrays of an archive by key. Raises ImportFailure for what cannot be used."""
    try:
        with zipfile.ZipFile(io.BufferedReader(Reader(file))) as archive:
            entries = [entry for entry in archive.infolist() if entry.filename.endswith(".npy")]
            found = {member.key: member for member in (_member(file, entry) for entry in entries)}
    except ImportFailure:
        raise
    except DAMAGE as error:
        message = say("{file}: the archive is damaged: {problem}", file=file.name, problem=error)
        raise ImportFailure(message) from error
    if not found:
        message = say(
            "{file}: no arrays are in this archive; allowed is an NPZ with logits and targets", file=file.name
        )
        raise ImportFailure(message)
    return found


def _member(file: DataFile, entry: zipfile.ZipInfo) -> Member:
    if entry.flag_bits & ENCRYPTED or entry.compress_type not in PACKINGS:
        how = say("encrypted" if entry.flag_bits & ENCRYPTED else "packed in a rare way")
        message = say(
            "{file}: {name} is {how}; allowed are stored and deflated arrays",
            file=file.name,
            name=entry.filename,
            how=how,
        )
        raise ImportFailure(message)
    signature, name, rest = LOCAL.unpack(file.read(entry.header_offset, LOCAL.size))
    start = entry.header_offset + LOCAL.size + name + rest
    is_packed = entry.compress_type != zipfile.ZIP_STORED
    fits = start + entry.compress_size <= file.stamp.size
    if signature != b"PK\x03\x04" or not fits or not (is_packed or entry.compress_size == entry.file_size):
        message = say(
            "{file}: {name} is not where the archive says; it is damaged or cut off",
            file=file.name,
            name=entry.filename,
        )
        raise ImportFailure(message)
    return Member(entry.filename, start, entry.compress_size, entry.file_size, entry.CRC, is_packed)


def unpacked(file: DataFile, member: Member) -> IO[bytes]:
    """Open a packed member to read one after another; it never gives more than the archive says."""
    archive = zipfile.ZipFile(io.BufferedReader(Reader(file)))
    return archive.open(member.name)
