"""A pipe and a thread that sends the newest arrays, for systems without files that two processes share."""

from __future__ import annotations

import contextlib
import struct
import threading
from typing import IO, TYPE_CHECKING, Final

import numpy as np

from explorer.jobs.lines.line import Ended
from explorer.jobs.lines.message import HEAD, Arrays, Layout, MessageFailure

if TYPE_CHECKING:
    from explorer.jobs.lines.arrays import Plain

LENGTH: Final = struct.Struct("<Q")  # of the opening, and before arrays their sequence number; 0: close
PIECE: Final = 1 << 20  # bytes of one write
LAST: Final = 2.0  # seconds that an ending script waits for its last arrays to be on their way


class PipeOut:
    """The script's end: copies the newest arrays, and a thread sends them when the pipe takes them."""

    def __init__(self, opening: bytes, file: IO[bytes]) -> None:
        self._opening, self._file = opening, file
        self.taken = 0
        self._waiting: Arrays | None = None
        self._closes = self._leaves = self._broken = False
        self._news = threading.Condition()
        self._thread = threading.Thread(target=self._send, name="loss explorer: arrays", daemon=True)
        self._thread.start()

    def put(self, arrays: Arrays) -> None:
        """Copy the arrays; those that still wait are dropped, but for targets that are kept."""
        copied = _copied(arrays)
        with self._news:
            if self._broken:
                raise BrokenPipeError
            self._waiting = copied
            self._news.notify()

    def ask_to_close(self) -> None:
        """Ask the window to close."""
        with self._news:
            self._closes = True
            self._news.notify()

    def close(self) -> None:
        """Send what waits, for a moment at most, and let go."""
        with self._news:
            self._leaves = True
            self._news.notify()
        if self._thread is not threading.current_thread():
            self._thread.join(LAST)

    def _send(self) -> None:
        try:
            self._write(LENGTH.pack(len(self._opening)) + self._opening)
            while (arrays := self._next()) is not None:
                self._write(LENGTH.pack(arrays.sequence))
                for part in arrays.parts():
                    self._write(part)
                self.taken = arrays.sequence
            if self._closes:
                self._write(LENGTH.pack(0))
        except (OSError, ValueError):
            with self._news:
                self._broken = True
        with contextlib.suppress(OSError, ValueError):
            self._file.close()

    def _next(self) -> Arrays | None:
        with self._news:
            while self._waiting is None and not (self._closes or self._leaves):
                self._news.wait()
            found, self._waiting = self._waiting, None
            return None if self._closes else found

    def _write(self, part: bytes | memoryview) -> None:
        left = memoryview(part).cast("B")
        while left:
            left = left[self._file.write(left[:PIECE]) or 0 :]


def _copied(arrays: Arrays) -> Arrays:
    targets = None if arrays.targets is None else np.array(arrays.targets)
    return Arrays(np.array(arrays.logits), targets, arrays.sequence)


class PipeIn:
    """The window's end. file: unbuffered or not, read to its end."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def opening(self) -> bytes:
        """Return what the window begins with."""
        return bytes(self._exactly(LENGTH.unpack(self._exactly(LENGTH.size))[0]))

    def newest(self) -> Arrays:
        """Wait for the next arrays; the script's end has dropped what was older."""
        (sequence,) = LENGTH.unpack(self._exactly(LENGTH.size))
        if not sequence:
            raise Ended(closes=True)
        head = self._exactly(HEAD.size)
        length = HEAD.unpack(head)[0]
        if length > PIECE:
            message = f"a header has {length} bytes; allowed are fewer than {PIECE}"
            raise MessageFailure(message)
        layout = Layout.read(bytes(head + self._exactly(length)))
        logits, targets = layout.empty()
        place = HEAD.size + length
        place = self._fill(logits, layout.logits[0], place)
        if targets is not None and layout.targets is not None:
            self._fill(targets, layout.targets[0], place)
        return Arrays(logits, targets, sequence)

    def _fill(self, array: Plain, begin: int, place: int) -> int:
        """Read an array that begins there, from this place of the message on; the place after it."""
        self._exactly(begin - place)
        view = array.data.cast("B")
        left = view
        while left:
            left = left[self._into(left) :]
        return begin + len(view)

    def _into(self, view: memoryview) -> int:
        part = self._file.read(min(len(view), PIECE))
        if not part:
            raise Ended(closes=False)
        view[: len(part)] = part
        return len(part)

    def _exactly(self, count: int) -> bytes:
        found = bytearray(count)
        left = memoryview(found)
        while left:
            left = left[self._into(left) :]
        return bytes(found)
