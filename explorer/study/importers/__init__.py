"""Reading tables of numbers: one file a format, none ever runs anything that it reads.

What is not needed to open the first table is imported when it is first asked for.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from explorer.study.failures import ImportFailure
from explorer.study.importers.reading import read, read_text

if TYPE_CHECKING:
    from explorer.study.importers.pairing import Pairing, pair
    from explorer.study.importers.targets_file import with_targets

__all__ = ["ImportFailure", "Pairing", "pair", "read", "read_text", "with_targets"]

_LATER = {"Pairing": "pairing", "pair": "pairing", "with_targets": "targets_file"}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(importlib.import_module(f"{__name__}.{_LATER[name]}"), name)
