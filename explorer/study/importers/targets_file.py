"""Targets from a file of their own, for a table that is open already."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from immutables import Map

from explorer.study.failures import ImportFailure
from explorer.study.importers.grid import NO_TARGETS, Grid, joined
from explorer.study.importers.reading import beginning, read_grid
from explorer.study.importers.signatures import is_numpy
from explorer.study.source import are_default, default_classes
from explorer.study.sources import FileSource, needs_unpacking, read_targets
from explorer.study.table import Table
from explorer.wording import say

if TYPE_CHECKING:
    import os

MOST: Final = 1 << 24  # logits of a table in a file up to which it is read whole


def with_targets(table: Table, path: str | os.PathLike[str]) -> Table:
    """Return the table with the targets of a file, in any form that `read` takes beside logits.

    Logits that were edited stay so; what was noticed in the file comes last in the notes. A table that
    lies in its file stays there where the targets are an array of its shape. Raises ImportFailure.
    """
    path = Path(path)
    made = _in_place(table, path) or _in_memory(table, path)
    for row in table.edits:
        made = made.with_logits(row, table.sample(row).logits)
    return made


def _in_place(table: Table, path: Path) -> Table | None:
    """Return a table that reads both files row by row, None where they do not lie so."""
    source = table.source
    if not isinstance(source, FileSource) or not is_numpy(beginning(path)):
        return None
    if needs_unpacking(path) is not None:
        message = say(
            "{file}: it is compressed; allowed is an array saved with numpy.save or numpy.savez",
            file=path.name,
        )
        raise ImportFailure(message)
    marks = read_targets(path).source
    same = (len(marks), len(marks.classes)) == (len(source), len(source.classes))
    if not (same and isinstance(marks, FileSource)):
        return None
    notes = tuple(note for note in source.notes if note != NO_TARGETS)
    return Table(replace(source, targets=marks.logits, notes=notes), table.columns)


def _in_memory(table: Table, path: Path) -> Table:
    """Return a table of the shown classes with its rows as they were read."""
    size = f"{len(table):,} x {table.class_count:,}"
    if isinstance(table.source, FileSource) and len(table) * table.class_count > MOST:
        message = say(
            "{file}: allowed beside so large a table is one NPY or NPZ array of {size} targets",
            file=path.name,
            size=size,
        )
        raise ImportFailure(message)
    as_read, source = replace(table, edits=Map()), table.source
    samples = tuple(source.sample_name(row) for row in range(len(table)))
    logits = Grid(
        name=table.origin or say("the table"),
        logits=as_read.arrays()[0],
        classes=None if table.classes == default_classes(table.class_count) else table.classes,
        samples=None if are_default(samples) else samples,
        notes=tuple(note for note in table.notes if note != NO_TARGETS),
    )
    both = joined(logits, read_grid(path, as_targets=True))
    return replace(both, name=table.origin or "").table()
