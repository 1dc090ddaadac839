"""What arrays a file holds, before anything of them is read or unpacked."""

from __future__ import annotations

import io
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.study.failures import ImportFailure, quoted
from explorer.study.sources import cache
from explorer.study.sources.archive import DAMAGE, Member, members, unpacked
from explorer.study.sources.arrays import Array
from explorer.study.sources.files import DataFile
from explorer.study.sources.npy import LONGEST_HEADER, MAGIC, Layout, read_layout
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from explorer.study.sources.arrays import Raw

SMALL: Final = 32 << 20  # bytes up to which a packed array is simply read into memory


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One array of a file: its layout as its header says, and where it lies. key: None in an NPY."""

    home: DataFile
    key: str | None
    layout: Layout
    member: Member | None = None

    @property
    def what(self) -> str:
        """How messages name it."""
        return self.home.name if self.key is None else f"{self.home.name}: {self.key}"

    @property
    def is_packed(self) -> bool:
        """Whether it cannot be read in place."""
        return self.member is not None and self.member.is_packed

    @property
    def is_large(self) -> bool:
        """Whether it must be unpacked into a file before it is used."""
        return self.is_packed and self.layout.nbytes > SMALL

    def array(self, rows: int, width: int, folder: Path | None = None) -> Array:
        """Return it as rows; a packed one is read into memory, or unpacked into the cache folder if large.

        Raises ImportFailure and OSError.
        """
        if self.member is None or not self.is_packed:
            start = 0 if self.member is None else self.member.start
            return Array(self.home, self.key, self.layout.moved(start), rows, width, self.home)
        if self.is_large:
            file = DataFile.open(cache.unpack_member(self.home, self.member, folder))
            return Array(self.home, self.key, self.layout, rows, width, file)
        return Array(self.home, self.key, self.layout, rows, width, self.home, self._held(rows, width))

    def _held(self, rows: int, width: int) -> Raw:
        assert self.member is not None
        try:
            with unpacked(self.home, self.member) as stream:
                data = stream.read()  # no more than the size that the header and the archive agree on
        except DAMAGE as error:
            message = say("{name}: it cannot be unpacked: {problem}", name=self.what, problem=error)
            raise ImportFailure(message) from error
        if len(data) < self.layout.offset + self.layout.nbytes:
            message = say("{name}: it is cut off after {size} bytes", name=self.what, size=f"{len(data):,}")
            raise ImportFailure(message)
        flat = np.frombuffer(data, self.layout.dtype, offset=self.layout.offset)
        turned = self.layout.fortran and 1 not in (rows, width)
        return np.ascontiguousarray(flat.reshape(width, rows).T) if turned else flat.reshape(rows, width)


ROLES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {  # what people call the parts of a table; the first name present counts
        "logits": ("logits", "logit", "scores", "score", "outputs", "output"),
        "targets": ("targets", "target", "labels", "label", "y_true", "y"),
        "classes": ("classes", "class_names"),
        "samples": ("samples", "names"),
    }
)


@dataclass(frozen=True, slots=True, eq=False)
class Contents:
    """The arrays of one file. packed: the members of an archive by key; None for an NPY."""

    file: DataFile
    members: dict[str, Member] | None

    @property
    def keys(self) -> tuple[str, ...]:
        """The names of the arrays of an archive."""
        return tuple(self.members or ())

    def entry(self, key: str | None) -> Entry | None:
        """Read the header of one array; None where it is not there. Raises ImportFailure, OSError."""
        if self.members is None:
            file = self.file
            return (
                Entry(file, None, read_layout(file.read, file.stamp.size, file.name)) if key is None else None
            )
        member = self.members.get(key or "")
        return None if member is None else _entry(self.file, member)

    def role(self, role: str) -> Entry | None:
        """Read the header of the array that has one of the names of a role in ROLES, the first there is."""
        return next((self.entry(name) for name in ROLES[role] if name in self.keys), None)


def contents(file: DataFile) -> Contents:
    """Find out what a file holds. Raises ImportFailure where it is no NPY or NPZ, OSError from reading."""
    start = file.read(0, min(len(MAGIC), file.stamp.size))
    if start == MAGIC:
        return Contents(file, None)
    if start[:2] != b"PK":
        message = say(
            "{file}: it begins with {start}; allowed are NPY and NPZ files",
            file=file.name,
            start=quoted(repr(start)),
        )
        raise ImportFailure(message)
    return Contents(file, members(file))


def _entry(file: DataFile, member: Member) -> Entry:
    what = f"{file.name}: {member.key}"
    if not member.is_packed:
        layout = read_layout(lambda place, n: file.read(member.start + place, n), member.size, what)
        return Entry(file, member.key, layout, member)
    try:
        with unpacked(file, member) as stream:
            head = io.BytesIO(stream.read(min(member.size, LONGEST_HEADER + 12)))
    except DAMAGE as error:
        message = say("{name}: it cannot be unpacked: {problem}", name=what, problem=error)
        raise ImportFailure(message) from error

    def read(place: int, count: int) -> bytes:
        head.seek(place)
        return head.read(count)

    layout = read_layout(read, member.size, what)
    if layout.offset + layout.nbytes != member.size:
        message = say(
            "{name}: its shape is {shape}, but the archive says {size} bytes",
            name=what,
            shape=layout.shape,
            size=f"{member.size:,}",
        )
        raise ImportFailure(message)
    return Entry(file, member.key, layout, member)
