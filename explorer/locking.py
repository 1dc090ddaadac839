"""A lock on a file that ends with its process, however that ends."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

HELD: Final = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""What a system answers where another holds the lock."""

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def lock(path: Path) -> int | None:
    """Lock a file, made if it is not there; return its descriptor, None while another holds it.

    Raises OSError where it cannot be made. A descriptor is not inherited by programs that are started.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(descriptor)
    except OSError:  # held, or on a disk without locks: nobody may take what might be in use
        os.close(descriptor)
        return None
    return descriptor


def claim(path: Path) -> int:
    """Lock a file as `lock` does; on a disk without locks return its descriptor all the same.

    Raises BlockingIOError while another holds it, else OSError where it cannot be made.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(descriptor)
    except OSError as error:
        if error.errno in HELD:
            os.close(descriptor)
            raise BlockingIOError(error.errno, error.strerror, os.fspath(path)) from error
    return descriptor


def release(descriptor: int) -> None:
    """Let go of a lock."""
    os.close(descriptor)
