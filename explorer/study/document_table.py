"""The table's part of the study file: its source, embedded or by reference, its columns and edits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np
from immutables import Map

from explorer.study.columns import Column, Columns
from explorer.study.failures import StorageFailure, quoted
from explorer.study.references import reference
from explorer.study.source import ArraySource, check_classes
from explorer.study.sources.file_source import FileSource
from explorer.study.table import Table
from explorer.study.values import Row, frozen
from explorer.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from explorer.study.node import Kept, Node
    from explorer.study.references import Library
    from explorer.study.source import Source
    from explorer.study.sources.arrays import Array

SOURCE_KEYS: Final = ("classes", "samples", "origin", "notes", "logits", "targets")
MOST_ADDED: Final = 1_000_000
"""Classes that a study may ever have added; rows with more would not fit into memory."""
COLUMN_KEYS: Final = ("names", "slots", "logits", "targets", "slot_count")


# Writing


def table_values(table: Table, folder: Path | None) -> dict[str, object]:
    """Return a table as plain values. folder: where the study file lies, so that paths are relative to it."""
    shown = table.columns.shown
    return {
        "source": _source_values(table.source, folder),
        "columns": {
            "names": [column.name for column in shown],
            "slots": [column.slot for column in shown],
            "logits": [column.logit for column in shown],
            "targets": [column.target for column in shown],
            "slot_count": table.columns.slots,
        },
        "edits": {str(index): row_values(row) for index, row in table.edits.items()},
    }


def _source_values(source: Source, folder: Path | None) -> dict[str, object]:
    about: dict[str, object] = {"classes": source.classes, "origin": source.origin, "notes": source.notes}
    if isinstance(source, FileSource):
        samples = source.samples
        named = samples if samples is None or isinstance(samples, tuple) else reference(samples, folder)
        marks = None if source.targets is None else reference(source.targets, folder)
        return about | {"samples": named, "logits": reference(source.logits, folder), "targets": marks}
    logits, targets = source.arrays()
    names = source.samples if isinstance(source, ArraySource) else None
    return about | {"samples": names, "logits": logits, "targets": targets}


def row_values(row: Row) -> dict[str, object]:
    """Return one row as plain values."""
    return {"logits": row.logits, "targets": row.targets}


# Reading


def read_table(node: Node, kept: Kept, library: Library) -> Table:
    """Read a table; what it refers to is looked for in the library. Raises StorageFailure."""
    kept.unknown(node, "source", "columns", "edits")
    source = _source(node.at("source", say("an object with the numbers")), kept, library)
    columns = Columns.of(source.classes)
    if node.has("columns"):
        columns = _columns(node.at("columns"), len(source.classes), kept)
    edits = _edits(node.at("edits"), len(source), columns, kept) if node.has("edits") else Map()
    return Table(source, columns, edits)


def _source(node: Node, kept: Kept, library: Library) -> Source:
    kept.unknown(node, *SOURCE_KEYS)
    classes = node.at("classes", say("a list of texts")).texts()
    origin = node.at("origin").text() if node.has("origin") else None
    notes = node.at("notes").texts() if node.has("notes") else []
    try:
        if isinstance(node.at("logits", say("a list of rows of numbers")).value, dict):
            return _file_source(node, kept, library, classes, origin, notes)
        rows = [
            _rows(node.at(key, say("a list of rows of numbers")), len(classes))
            for key in ("logits", "targets")
        ]
        samples = node.at("samples").texts() if node.has("samples") else None
        return ArraySource.of(rows[0], rows[1], classes, samples, origin, notes)
    except StorageFailure:
        raise
    except ValueError as error:
        message = say(
            '{file}: "{place}": {problem}', file=node.file, place=".".join(node.path), problem=error
        )
        raise StorageFailure(message) from error


def _file_source(
    node: Node,
    kept: Kept,
    library: Library,
    classes: list[str],
    origin: str | None,
    notes: list[str],
) -> FileSource:
    check_classes(classes)
    logits = library.array(node.at("logits"), kept)
    targets = library.array(node.at("targets"), kept) if node.has("targets") else None
    for key, array in (("logits", logits), ("targets", targets)):
        wanted = (logits.rows, len(classes))
        if array is not None and (array.rows, array.width) != wanted:
            node.at(key).at("shape").refuse(say("{wanted}, samples and classes", wanted=list(wanted)))
    samples: Array | tuple[str, ...] | None = None
    if node.has("samples"):
        named = node.at("samples")
        is_list = isinstance(named.value, list)
        samples = tuple(named.texts()) if is_list else library.array(named, kept, names=True)
        count = len(samples) if isinstance(samples, tuple) else samples.rows
        if count != logits.rows:
            named.refuse(say("{count} names, one a sample", count=logits.rows))
    return FileSource(tuple(classes), logits, targets, samples, origin, tuple(notes))


def _rows(node: Node, width: int) -> np.ndarray:
    rows = []
    for item in node.items(say("a list of rows of numbers")):
        row = item.numbers()
        if len(row) != width:
            item.refuse(say("a list of {count} numbers, one a class", count=width))
        rows.append(row)
    return np.array(rows, dtype=np.float64).reshape(len(rows), width)


def _columns(node: Node, own: int, kept: Kept) -> Columns:
    kept.unknown(node, *COLUMN_KEYS)
    count = node.at("slot_count", say("a whole number from {low}", low=own)).whole(
        low=own, high=own + MOST_ADDED
    )
    names = node.at("names", say("a list of texts")).texts()
    slots = [item.whole(0, count - 1) for item in node.at("slots", say("a list of whole numbers")).items()]
    logits, targets = (node.at(key, say("a list of numbers")).numbers() for key in ("logits", "targets"))
    if not len(names) == len(slots) == len(logits) == len(targets) or len(set(slots)) < len(slots):
        message = say(
            '{file}: "{place}" has {names} names, {slots} different slots, {logits} logits and {targets} '
            "targets; allowed is the same count of each",
            file=node.file,
            place=".".join(node.path),
            names=len(names),
            slots=len(set(slots)),
            logits=len(logits),
            targets=len(targets),
        )
        raise StorageFailure(message)
    try:
        return Columns(tuple(map(Column, names, slots, logits, targets)), own, count).checked()
    except ValueError as error:
        message = say(
            '{file}: "{place}.names": {problem}', file=node.file, place=".".join(node.path), problem=error
        )
        raise StorageFailure(message) from error


def _edits(node: Node, rows: int, columns: Columns, kept: Kept) -> Map[int, Row]:
    edits: dict[int, Row] = {}
    for key, entry in node.entries():
        if not re.fullmatch(r"0|[1-9][0-9]{0,8}", key) or int(key) >= rows:
            allowed = say("allowed are rows from 0 to {last}", last=rows - 1)
            message = say(
                '{file}: "table.edits" has the key {key}; {allowed}',
                file=node.file,
                key=quoted(key),
                allowed=allowed,
            )
            raise StorageFailure(message)
        edits[int(key)] = read_row(entry, columns.own, columns.slots)
        kept.unknown(entry, "logits", "targets")
    return Map(edits)


def read_row(node: Node, low: int, high: int) -> Row:
    """Read logits and targets of one length from low to high."""
    allowed = say(
        "a list of {low} numbers" if low == high else "a list of {low} to {high} numbers", low=low, high=high
    )
    logits, targets = node.at("logits", allowed).numbers(), node.at("targets", allowed).numbers()
    if not low <= len(logits) <= high:
        node.at("logits").refuse(say("{allowed}, not {count}", allowed=allowed, count=len(logits)))
    if len(targets) != len(logits):
        node.at("targets").refuse(
            say("a list of {count} numbers, as logits, not {given}", count=len(logits), given=len(targets))
        )
    return Row(frozen(logits), frozen(targets))
