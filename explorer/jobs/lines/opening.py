"""The window's end of a line, as the words of its process tell."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from explorer.jobs.lines.piped import PipeIn
from explorer.jobs.lines.slots import SlotsIn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.jobs.lines.line import Incoming


def incoming(words: Sequence[str]) -> Incoming:
    """Return the end of the line of which the words tell the descriptors; without words, standard input."""
    if words:
        return SlotsIn(tuple(int(word) for word in words))
    return PipeIn(os.fdopen(sys.stdin.fileno(), "rb", buffering=0, closefd=False))
