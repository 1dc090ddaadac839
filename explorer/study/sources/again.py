"""A table over files that changed: with the files as they are now, or with the edited rows alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

import numpy as np

from explorer.study.failures import ImportFailure, StudyFailure
from explorer.study.sources.contents import contents
from explorer.study.sources.file_source import FileSource
from explorer.study.sources.files import DataFile
from explorer.study.sources.opening import classes_of, shape_of
from explorer.study.table import Table
from explorer.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from explorer.study.sources.arrays import Array
    from explorer.study.sources.contents import Contents, Entry


def reloaded(table: Table, folder: Path | None = None) -> Table:
    """Return the table over its files as they are now, with the same edits and columns.

    A table in memory stays as it is. folder: the cache for large packed arrays. Raises StudyFailure
    where a file is gone or has other classes or fewer samples; the table itself is untouched then.
    """
    source = table.source
    if not isinstance(source, FileSource):
        return table
    files: dict[DataFile, Contents] = {}
    logits, rows = _again(source.logits, files, source, None, folder)
    targets = None if source.targets is None else _again(source.targets, files, source, rows, folder)[0]
    samples = source.samples
    if samples is not None and not isinstance(samples, tuple):
        samples = _names_again(samples, files, rows, folder)
    elif samples is not None and len(samples) < rows:
        samples = (*samples, *(f"sample {place + 1}" for place in range(len(samples), rows)))
    again = replace(source, logits=logits, targets=targets, samples=samples)
    return Table(again, table.columns, table.edits)


def edits_only(table: Table) -> Table:
    """Return a table in memory of the edited samples alone, as shown. Raises StudyFailure without any."""
    rows = sorted(table.edits)
    if not rows:
        message = say("no sample was edited; allowed are tables with edited samples")
        raise StudyFailure(message)
    samples = [table.sample(row) for row in rows]
    logits = np.array([sample.logits for sample in samples])
    targets = np.array([sample.targets for sample in samples])
    names = [sample.name for sample in samples]
    return Table.of(logits, targets, table.classes, names, table.origin, table.notes)


def _again(
    array: Array, files: dict[DataFile, Contents], source: FileSource, rows: int | None, folder: Path | None
) -> tuple[Array, int]:
    """Open one array again; the other arrays say how many rows there must be."""
    inside = _contents(array, files)
    try:
        entry = inside.entry(array.key)
        if entry is None:
            _refuse(inside, say("it no longer holds {name}", name=array.key))
        found, width = shape_of(entry)
        if width != array.width or found < array.rows or found != (rows or found):
            now, then = f"{found:,} x {width:,}", f"{array.rows:,} x {array.width:,}"
            _refuse(inside, say("its shape is {now} now, it was {then}", now=now, then=then))
        named = inside.role("classes") if array is source.logits else None
        if named is not None and _have_changed(named, source.classes, folder):
            _refuse(inside, say("its classes have other names now"))
        return entry.array(found, width, folder), found
    except OSError as error:
        _refuse(inside, say("it cannot be read: {problem}", problem=error.strerror or error))


def _have_changed(entry: Entry, classes: tuple[str, ...], folder: Path | None) -> bool:
    count = len(classes)
    return entry.layout.shape != (count,) or classes_of(entry.array(count, 1, folder)) != classes


def _names_again(
    array: Array, files: dict[DataFile, Contents], rows: int, folder: Path | None
) -> Array | None:
    """Open the names of samples again; a file that has none any more gives none."""
    inside = _contents(array, files)
    try:
        entry = inside.entry(array.key)
        return entry.array(rows, 1, folder) if entry and entry.layout.shape == (rows,) else None
    except (OSError, ImportFailure):
        return None


def _contents(array: Array, files: dict[DataFile, Contents]) -> Contents:
    """Open the file of an array where it lies now, each file once."""
    home = array.home
    if home not in files:
        failures = []
        for place in home.places:
            try:
                others = tuple(other for other in home.places if other != place)
                files[home] = contents(DataFile.open(place, others))
                break
            except OSError as error:
                failures.append(error.strerror or str(error))
        else:
            message = say("{file}: it cannot be read: {problem}", file=home.name, problem=failures[0])
            raise ImportFailure(message)
    return files[home]


def _refuse(inside: Contents, why: str) -> NoReturn:
    message = say("{file}: {problem}; the table stays as it was", file=inside.file.name, problem=why)
    raise ImportFailure(message)
