"""What keeps the start of the window short; free of Qt until it is asked for."""

from __future__ import annotations

import builtins
import gc
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def quickly() -> Iterator[None]:
    """Import and make what lives as long as the program, with nobody looking through it.

    The collector would go over it again and again, some 50 ms, and later in the midst of a drag: what is
    made in here is left out for good. And PySide reads the source of every module that is imported after
    it, another 50 ms, to see whether that module uses `__feature__`, which none here does.
    """
    gc.disable()
    try:
        import_module("PySide6.QtCore")
        builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
        yield
    finally:
        gc.freeze()
        gc.enable()
