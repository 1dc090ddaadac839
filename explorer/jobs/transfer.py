"""Messages between processes: pickled, with large arrays beside them in memory that both share.

The shared memory is a file without a name: it goes when the last process that holds it lets go, also by
a crash. Only the program's own two processes talk like this; nothing from a file gets here.
"""

from __future__ import annotations

import io
import mmap
import os
import pickle
import tempfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

SMALL: Final = 1 << 16  # bytes; smaller arrays travel inside the message
ALIGNMENT: Final = 64  # of every array in shared memory, as NumPy's fastest loops like it


def packed(message: object) -> tuple[bytes, list[memoryview]]:
    """Return a message as bytes and its large arrays, not copied. Raises what pickling raises."""
    beside: list[memoryview] = []

    def keep(buffer: pickle.PickleBuffer) -> bool:
        view = buffer.raw()
        if view.nbytes < SMALL:
            return True
        beside.append(view)
        return False

    body = pickle.dumps(message, protocol=5, buffer_callback=keep)
    return body, beside


def unpacked(body: bytes, buffers: Sequence[memoryview]) -> object:
    """Return the message; its large arrays are views of the buffers."""
    return pickle.loads(body, buffers=buffers)


def shared(buffers: Sequence[memoryview]) -> int:
    """Copy buffers into a new file in memory; return its descriptor. Raises OSError without room."""
    descriptor = nameless_file()
    try:
        for place, buffer in zip(places([view.nbytes for view in buffers]), buffers, strict=True):
            os.lseek(descriptor, place, os.SEEK_SET)
            _write(descriptor, buffer)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def mapped(descriptor: int, sizes: Sequence[int]) -> list[memoryview]:
    """Return the buffers of such a file, read-only and in place; close the descriptor."""
    try:
        memory = memoryview(mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ))
    finally:
        os.close(descriptor)
    return [memory[place : place + size] for place, size in zip(places(sizes), sizes, strict=True)]


def places(sizes: Sequence[int]) -> list[int]:
    """Return where buffers of these sizes begin."""
    found, place = [], 0
    for size in sizes:
        found.append(place)
        place += -(-size // ALIGNMENT) * ALIGNMENT
    return found


def nameless_file() -> int:
    """Return the descriptor of a new file in memory, which goes with the last process that holds it."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("loss-explorer", os.MFD_CLOEXEC)
    with tempfile.TemporaryFile(buffering=0) as file:
        return os.dup(file.fileno())


def _write(descriptor: int, buffer: memoryview) -> None:
    # os.write lets other threads run, which a copy in Python would not.
    left = buffer.cast("B")
    with io.FileIO(descriptor, "wb", closefd=False) as file:
        while left:
            left = left[file.write(left) or 0 :]
