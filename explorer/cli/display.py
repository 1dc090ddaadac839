"""Qt where there is no screen, and where it cannot be loaded."""

from __future__ import annotations

import os

from explorer.jobs.display import has_display as has_display  # the verbs take it from here


def draw_in_memory() -> None:
    """Tell Qt, not yet started, to draw into memory when nothing can be shown."""
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def missing_library(failure: ImportError) -> str:
    """Say in one line what Qt misses; on Linux mostly a library of the system.

    A fault of the program's own imports is no missing library: it is raised again.
    """
    if (failure.name or "").startswith("explorer"):
        raise failure
    if "cannot open shared object file" not in str(failure):
        return f"Qt cannot be loaded: {failure}"
    library = str(failure).split(":")[0]
    return f"Qt cannot be loaded: the system's library {library} is missing"
