"""Three files in memory that script and window share: one is shown, one is newest, one is written.

None has a name: they go with the last process that holds them, also by a kill. The script copies into mapped
memory, in a third of the time of a system call; it is reserved before, so that a full memory is an OSError
and no signal. A byte in a pipe wakes the window; the end of the pipe tells each side that the other is gone.

The first words of a fourth file say which slot is newest (sequence number times 4, plus slot), which one the
window is reading (slot + 1, 0 for none), which update it has taken, and whether it shall close. Each is
written by one side only. The window claims the newest slot, then looks again whether it still is the newest;
the script never writes into that one, nor into a claimed one, so a third is always free.
"""

from __future__ import annotations

import contextlib
import mmap
import os
from typing import TYPE_CHECKING, Final

from explorer.jobs.lines.line import Ended
from explorer.jobs.lines.message import Arrays, Layout, MessageFailure
from explorer.jobs.transfer import nameless_file

if TYPE_CHECKING:
    from explorer.jobs.lines.arrays import Plain

THERE: Final = os.name == "posix" and hasattr(os, "preadv")
COUNT: Final = 3
NEWEST, CLAIMED, TAKEN, CLOSES, OPENING = range(5)  # words of the control file
WORDS: Final = 512  # bytes kept for them
PAGE: Final = 4096
PIECE: Final = 1 << 20  # bytes of one write


class SlotsOut:
    """The script's end of the line; `descriptors` are what the window's process is given."""

    def __init__(self, opening: bytes) -> None:
        self._files: list[int] = []
        self._slots: list[_Slot] = []
        self.descriptors: tuple[int, ...] = ()
        try:
            self._open(opening)
        except BaseException:
            self.close()
            raise

    def _open(self, opening: bytes) -> None:
        for _ in range(1 + COUNT):
            self._files.append(nameless_file())
        control = self._files[0]
        _Slot(control).write([bytes(WORDS), opening])
        self._words = memoryview(mmap.mmap(control, WORDS)).cast("Q")
        self._words[OPENING] = len(opening)
        self._slots = [_Slot(descriptor) for descriptor in self._files[1:]]
        wakes, self._bell = os.pipe()
        self._files += [wakes, self._bell]
        os.set_blocking(self._bell, False)
        self.descriptors = (*self._files[: 1 + COUNT], wakes)

    def begun(self) -> None:
        """Take note that the window's process has its own end of the pipe: from now on its death is seen."""
        wakes = self.descriptors[-1]
        self._files.remove(wakes)
        os.close(wakes)

    @property
    def taken(self) -> int:
        """Sequence number of the newest update that the window has read."""
        return self._words[TAKEN]

    def put(self, arrays: Arrays) -> None:
        """Write into the free slot, and say that it is the newest."""
        words = self._words
        used, claimed = words[NEWEST] % 4, words[CLAIMED] - 1
        slot = 0
        while slot in (used, claimed):
            slot += 1
        self._slots[slot].write(arrays.parts())
        words[NEWEST] = arrays.sequence * 4 + slot
        self._ring()

    def ask_to_close(self) -> None:
        """Ask the window to close."""
        self._words[CLOSES] = 1
        with contextlib.suppress(OSError):
            self._ring()

    def _ring(self) -> None:
        with contextlib.suppress(BlockingIOError):  # a full pipe wakes as well
            os.write(self._bell, b"!")

    def close(self) -> None:
        """Let go of everything."""
        for descriptor in self._files:
            os.close(descriptor)
        self._files = []
        self._slots = []  # nothing is mapped any more


class _Slot:
    """A file in memory that grows, as its writer sees it."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._bytes = memoryview(b"")

    def write(self, parts: list[bytes | memoryview]) -> None:
        """Write everything at the beginning. Raises OSError without room; the slot is then as it was."""
        size = sum(len(part) if isinstance(part, bytes) else part.nbytes for part in parts)
        if size > len(self._bytes):
            _make_room(self._descriptor, size)
            self._bytes = memoryview(mmap.mmap(self._descriptor, size))
        place, view = 0, self._bytes
        for part in parts:
            part = part if isinstance(part, bytes) else part.cast("B")
            end = place + len(part)
            view[place:end] = part
            place = end


def _make_room(descriptor: int, size: int) -> None:
    """Let a file have so many bytes, each with memory behind it: to write into a hole may end the process."""
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(descriptor, 0, size)
        return
    place = os.fstat(descriptor).st_size
    while place < size:
        place += os.pwrite(descriptor, bytes(min(PIECE, size - place)), place)


class SlotsIn:
    """The window's end of the line."""

    def __init__(self, descriptors: tuple[int, ...]) -> None:
        self._control, *self._slots, self._wakes = descriptors
        self._words = memoryview(mmap.mmap(self._control, WORDS)).cast("Q")
        self._last = 0

    def opening(self) -> bytes:
        """Return what the window begins with."""
        return os.pread(self._control, self._words[OPENING], WORDS)

    def newest(self) -> Arrays:
        """Wait for newer arrays; at the end of the line the last ones still come."""
        while True:
            if self._words[CLOSES]:
                raise Ended(closes=True)
            found = self._take()
            if found is not None:
                return found
            if not os.read(self._wakes, PAGE):
                found = self._take()
                if found is not None:
                    return found
                raise Ended(closes=bool(self._words[CLOSES]))

    def _take(self) -> Arrays | None:
        """Read the newest slot; None where it was read before."""
        words = self._words
        while True:
            newest = words[NEWEST]
            if newest // 4 == self._last:
                return None
            words[CLAIMED] = newest % 4 + 1
            if words[NEWEST] == newest:
                break
        try:
            logits, targets = _read(self._slots[newest % 4])
        finally:
            words[CLAIMED] = 0
        self._last = words[TAKEN] = newest // 4
        return Arrays(logits, targets, self._last)


def _read(descriptor: int) -> tuple[Plain, Plain | None]:
    layout = Layout.read(os.pread(descriptor, PAGE, 0))
    logits, targets = layout.empty()
    _fill(descriptor, logits, layout.logits[0])
    if targets is not None and layout.targets is not None:
        _fill(descriptor, targets, layout.targets[0])
    return logits, targets


def _fill(descriptor: int, array: Plain, place: int) -> None:
    view = array.data.cast("B")
    done = 0
    while done < len(view):
        count = os.preadv(descriptor, [view[done:]], place + done)
        if not count:
            message = f"an array of {len(view)} bytes ends after {done}"
            raise MessageFailure(message)
        done += count
