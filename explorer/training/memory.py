"""How much memory this machine has for a process."""

from __future__ import annotations

import contextlib
import os
import sys
from functools import lru_cache
from pathlib import Path
from typing import Final

LIMITS: Final = (  # of a container, version 2 and version 1 of the kernel's groups
    "/sys/fs/cgroup/memory.max",
    "/sys/fs/cgroup/memory/memory.limit_in_bytes",
)


@lru_cache(maxsize=1)
def memory() -> int | None:
    """Return the bytes of this machine, or those that a container may take; None where nobody knows."""
    whole = _of_windows() if sys.platform == "win32" else _of_system()
    found = [each for each in (whole, *map(_limit, LIMITS)) if each]
    return min(found, default=None)


def free_memory() -> int | None:
    """Return the bytes that no program uses now, as far as the system tells; None where it does not."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return 1024 * int(line.split()[1])
    return None


def _of_system() -> int | None:
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, OSError, ValueError):
        return None


def _of_windows() -> int | None:
    import ctypes

    total = ctypes.c_ulonglong(0)
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only Windows has it
    known = kernel.GetPhysicallyInstalledSystemMemory(ctypes.byref(total))
    return 1024 * total.value if known else None


def _limit(path: str) -> int | None:
    """Return what a file of the kernel allows; None where it says "max", or is not there."""
    with contextlib.suppress(OSError, ValueError):
        return int(Path(path).read_text(encoding="ascii"))
    return None
