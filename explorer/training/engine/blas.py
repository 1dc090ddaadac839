"""How many threads NumPy multiplies matrices with: one, while blocks are small.

The matrices of a block fit into a processor's cache. Two threads of OpenBLAS wait for each other longer than
they work: beside other work on two cores, 100 updates of n choose k took 12 s with two and 0.6 s with one.
"""

from __future__ import annotations

import ctypes
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PREFIXES: Final = ("scipy_openblas", "openblas")
SUFFIXES: Final = ("64_", "")


@contextmanager
def one_thread() -> Iterator[None]:
    """Multiply with one thread in this process; as it is where NumPy has another library than OpenBLAS."""
    found = _functions()
    if found is None:
        yield
        return
    count, choose = found
    before = count()
    choose(1)
    try:
        yield
    finally:
        choose(before)


@cache
def _functions() -> tuple[Callable[[], int], Callable[[int], Any]] | None:
    """Return the functions of NumPy's own OpenBLAS that tell and set how many threads it uses."""
    root = Path(np.__file__).parent
    for folder in (root.parent / "numpy.libs", root / ".dylibs"):
        for path in sorted(folder.glob("*openblas*")):
            found = _in_library(path)
            if found is not None:
                return found
    return None


def _in_library(path: Path) -> tuple[Callable[[], int], Callable[[int], Any]] | None:
    try:
        library = ctypes.CDLL(str(path))  # loaded already: the same one
    except OSError:
        return None
    for prefix in PREFIXES:
        for suffix in SUFFIXES:
            names = (f"{prefix}_{what}_num_threads{suffix}" for what in ("get", "set"))
            count, choose = (getattr(library, name, None) for name in names)
            if count is not None and choose is not None:
                return count, choose
    return None
