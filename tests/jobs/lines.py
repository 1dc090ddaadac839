"""Both ends of a line of arrays in one process."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from explorer.jobs.lines.piped import PipeIn, PipeOut
from explorer.jobs.lines.slots import SlotsIn, SlotsOut

if TYPE_CHECKING:
    from collections.abc import Iterator

WAYS = ("slots", "pipe")


@contextlib.contextmanager
def line(way: str, opening: bytes = b"{}") -> Iterator[tuple[SlotsOut | PipeOut, SlotsIn | PipeIn]]:
    """Yield the script's end and the window's."""
    if way == "pipe":
        reads, writes = os.pipe()
        with os.fdopen(reads, "rb", buffering=0) as incoming:
            outgoing = PipeOut(opening, os.fdopen(writes, "wb", buffering=0))
            yield outgoing, PipeIn(incoming)
            incoming.close()
            outgoing.close()
        return
    slots = SlotsOut(opening)
    mine = tuple(os.dup(descriptor) for descriptor in slots.descriptors)
    slots.begun()
    try:
        yield slots, SlotsIn(mine)
    finally:
        slots.close()
        for descriptor in mine:
            os.close(descriptor)
