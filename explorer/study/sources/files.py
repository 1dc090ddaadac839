"""A file that is read by offset and never mapped: one that is shortened must not end the process."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import stat
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Self

SAMPLES: Final = 256  # places at which a large file is looked at
SAMPLE: Final = 4096  # bytes at each
OPENING: Final = (
    os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)
)
KEPT: Final = noted("samples that cannot be read show no numbers, edited ones are kept")


@dataclass(frozen=True, slots=True)
class Stamp:
    """By what a file is known to be unchanged without reading it: bytes, time of the last change in ns."""

    size: int
    time: int

    @classmethod
    def of(cls, found: os.stat_result) -> Stamp:
        """Take it from what the system says."""
        return cls(found.st_size, found.st_mtime_ns)


class DataFile:
    """A file as it was when it was opened; it stays open, so that a file put in its place changes nothing.

    places: where to look for it, the first is where it was found. stamp: as it was. sample: fingerprint of
    bytes here and there. shut: why it is not read at all, None where it is. Safe to use from every
    thread; pickled as these four, and opened again where it is first read.
    """

    __slots__ = ("__weakref__", "_descriptor", "_lock", "places", "sample", "shut", "stamp")

    def __init__(self, places: tuple[Path, ...], stamp: Stamp, sample: str, shut: str | None = None) -> None:
        self.places = places
        self.stamp = stamp
        self.sample = sample
        self.shut = shut
        self._descriptor: int | None = None
        self._lock = threading.Lock()

    @classmethod
    def open(cls, path: Path, others: tuple[Path, ...] = ()) -> Self:
        """Open a file; others: where to look later, should it be gone. Raises OSError."""
        descriptor = _opened(path)
        try:
            stamp = Stamp.of(os.fstat(descriptor))
            file = cls((Path(os.path.abspath(path)), *others), stamp, "")  # noqa: PTH100 - links stay
            file._descriptor = descriptor
        except BaseException:
            os.close(descriptor)
            raise
        file.sample = sampled(file.read, stamp.size)
        return file

    def __reduce__(self) -> tuple[object, ...]:
        return DataFile, (self.places, self.stamp, self.sample, self.shut)

    def __del__(self) -> None:
        descriptor = getattr(self, "_descriptor", None)
        if descriptor is not None:
            with contextlib.suppress(OSError):
                os.close(descriptor)

    @property
    def path(self) -> Path:
        """Where it was found."""
        return self.places[0]

    @property
    def name(self) -> str:
        """The name alone, for people to read."""
        return self.path.name

    @property
    def fingerprint(self) -> str:
        """Differs for any two files that a person would call different, and for one changed since."""
        return f"{self.sample} {self.stamp.size} {self.stamp.time}"

    def read(self, offset: int, count: int) -> bytes:
        """Return exactly these bytes. Raises OSError where they are not there."""
        descriptor = self._reopened()
        data = self._piece(descriptor, offset, count)
        while len(data) < count:  # a system may give less than it has
            more = self._piece(descriptor, offset + len(data), count - len(data))
            if not more:
                message = say("{file} ends before byte {byte}", file=self.name, byte=f"{offset + count:,}")
                raise OSError(message)
            data += more
        return data

    def trouble(self) -> str | None:
        """Say in one sentence why the file can no longer be trusted; asks the system only, reads nothing."""
        if self.shut is not None:
            return self.shut
        try:
            now = Stamp.of(self.path.stat())
        except FileNotFoundError:
            return say("{file} is no longer there: {kept}.", file=self.name, kept=say(KEPT))
        except OSError as error:
            return say(
                "{file} cannot be reached ({problem}): {kept}.",
                file=self.name,
                problem=error.strerror or error,
                kept=say(KEPT),
            )
        if now.size < self.stamp.size:
            return say(
                "{file} was shortened from {before} to {now} bytes: {kept}.",
                file=self.name,
                before=f"{self.stamp.size:,}",
                now=f"{now.size:,}",
                kept=say(KEPT),
            )
        if now != self.stamp:
            return say(
                "{file} was changed after it was opened: numbers that were not edited may be new.",
                file=self.name,
            )
        return None

    def _reopened(self) -> int:
        if self._descriptor is not None:
            return self._descriptor
        with self._lock:
            if self._descriptor is None:
                self._descriptor = self._same_file()
            return self._descriptor

    def _same_file(self) -> int:
        """Open the path again, in another process, if what lies there is still what was opened."""
        if self.shut is not None:
            raise OSError(self.shut)
        descriptor = _opened(self.path)
        again = DataFile(self.places, Stamp.of(os.fstat(descriptor)), "")
        again._descriptor = descriptor
        size = again.stamp.size
        is_same = again.stamp == self.stamp
        if not is_same and (size != self.stamp.size or sampled(again.read, size) != self.sample):
            message = say("{file} is no longer the file that was opened", file=self.name)
            raise OSError(message)  # `again` closes what it opened
        again._descriptor = None
        return descriptor

    def _piece(self, descriptor: int, offset: int, count: int) -> bytes:
        if hasattr(os, "pread"):
            return os.pread(descriptor, count, offset)
        with self._lock:
            os.lseek(descriptor, offset, os.SEEK_SET)
            return os.read(descriptor, count)


def _opened(path: Path) -> int:
    """Open a plain file; a pipe or a device could hang whoever reads it."""
    descriptor = os.open(path, OPENING)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        message = say("it is not a plain file")
        raise OSError(message)
    return descriptor


def sampled(read: Callable[[int, int], bytes], size: int) -> str:
    """Return a fingerprint of the size and of bytes evenly spread, beginning and end among them."""
    digest = hashlib.blake2b(str(size).encode(), digest_size=16)
    if size <= SAMPLES * SAMPLE:
        digest.update(read(0, size))
    else:
        for place in range(SAMPLES):
            digest.update(read((size - SAMPLE) * place // (SAMPLES - 1), SAMPLE))
    return digest.hexdigest()


class Reader(io.RawIOBase):
    """A data file for those who want to read one after another, such as `zipfile`."""

    def __init__(self, file: DataFile) -> None:
        super().__init__()
        self._file = file
        self._place = 0

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def seekable(self) -> bool:
        """Say that it can be read from any place."""
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place; one before the beginning is refused."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._place, os.SEEK_END: self._file.stamp.size}[whence]
        if start + offset < 0:
            message = f"place {start + offset} is before the beginning"
            raise ValueError(message)
        self._place = start + offset
        return self._place

    def readinto(self, target: Any) -> int:
        """Fill the target as far as the file goes."""
        view = memoryview(target).cast("B")
        count = max(0, min(len(view), self._file.stamp.size - self._place))
        view[:count] = self._file.read(self._place, count)
        self._place += count
        return count
