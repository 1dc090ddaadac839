"""Tables from NPY and NPZ files: in place where they are large, in memory where they are small."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from explorer.study.failures import ImportFailure
from explorer.study.source import ArraySource, check_classes, default_classes
from explorer.study.sources.arrays import text_of
from explorer.study.sources.contents import ROLES, contents
from explorer.study.sources.file_source import FileSource
from explorer.study.sources.files import DataFile
from explorer.study.table import Table
from explorer.wording import noted, say

if TYPE_CHECKING:
    import os

    from explorer.study.sources.arrays import Array
    from explorer.study.sources.contents import Contents, Entry

CALLED: Final = frozenset(name for names in ROLES.values() for name in names)
IN_MEMORY: Final = 1 << 15  # logits up to which a table is simply read
NO_TARGETS: Final = noted("No targets in this file: all are 0.")


def read_arrays(
    path: str | os.PathLike[str],
    targets: str | os.PathLike[str] | None = None,
    folder: Path | None = None,
) -> Table:
    """Open logits, shape (samples, classes) or (classes,), of an NPY or NPZ; without targets all are 0.

    An NPZ has `logits`, and may have `targets`, `classes` and `samples`, or what else people call them
    (ROLES); a single array of any other name is taken for the logits. targets: another NPY or NPZ with
    targets. folder: the cache for large packed arrays, which are unpacked first unless `unpack` has done
    so. Raises ImportFailure with one line.
    """
    path = Path(path)
    try:
        return Table.over(_source(path, None if targets is None else Path(targets), folder))
    except OSError as error:
        message = say("{file}: it cannot be read: {problem}", file=path.name, problem=error.strerror or error)
        raise ImportFailure(message) from error


def _source(path: Path, other: Path | None, folder: Path | None) -> ArraySource | FileSource:
    inside = contents(_opened(path))
    logits = _wanted(inside, "logits")
    rows, width = shape_of(logits)
    marks = _wanted(contents(_opened(other)), "targets") if other is not None else inside.role("targets")
    if marks is not None and shape_of(marks) != (rows, width):
        _refuse(
            marks,
            say(
                "its shape is {shape}, that of the logits {logits}",
                shape=marks.layout.shape,
                logits=logits.layout.shape,
            ),
        )
    classes = _classes(inside.role("classes"), width, folder)
    names = inside.role("samples")
    if names is not None and names.layout.shape != (rows,):
        _refuse(
            names,
            say(
                "its shape is {shape}; allowed are {count} names, one a sample",
                shape=names.layout.shape,
                count=f"{rows:,}",
            ),
        )
    found = FileSource(
        classes,
        logits.array(rows, width, folder),
        None if marks is None else marks.array(rows, width, folder),
        None if names is None else names.array(rows, 1, folder),
        path.name,
        () if marks is not None else (NO_TARGETS,),
    )
    return in_memory(found) if rows * width <= IN_MEMORY else found


def read_targets(path: str | os.PathLike[str], folder: Path | None = None) -> Table:
    """Open the targets of an NPY or NPZ as a table whose logits they are. Raises ImportFailure."""
    path = Path(path)
    try:
        marks = _wanted(contents(_opened(path)), "targets")
        rows, width = shape_of(marks)
        found = FileSource(default_classes(width), marks.array(rows, width, folder), origin=path.name)
        return Table.over(in_memory(found) if rows * width <= IN_MEMORY else found)
    except OSError as error:
        message = say("{file}: it cannot be read: {problem}", file=path.name, problem=error.strerror or error)
        raise ImportFailure(message) from error


def in_memory(source: FileSource) -> ArraySource:
    """Return the same table as arrays in memory. Raises OSError where it cannot be read whole."""
    logits, targets = source.strict(0, len(source))
    named = source.samples is not None
    samples = [source.sample_name(row) for row in range(len(source))] if named else None
    return ArraySource.of(logits, targets, source.classes, samples, source.origin, source.notes)


def shape_of(entry: Entry) -> tuple[int, int]:
    """Return rows and columns of an array of numbers; one dimension is one row. Raises ImportFailure."""
    if entry.layout.is_text:
        _refuse(entry, say("it holds texts; allowed are numbers"))
    shape = entry.layout.shape
    return (shape[0], shape[1]) if len(shape) == 2 else (1, shape[0])


def classes_of(array: Array) -> tuple[str, ...]:
    """Read the names of all classes."""
    return tuple(text_of(array, place) for place in range(array.rows))


def _classes(entry: Entry | None, width: int, folder: Path | None) -> tuple[str, ...]:
    if entry is None:
        return default_classes(width)
    if entry.layout.shape != (width,):
        _refuse(
            entry,
            say(
                "its shape is {shape}; allowed are {count} names, one a class",
                shape=entry.layout.shape,
                count=f"{width:,}",
            ),
        )
    names = classes_of(entry.array(width, 1, folder))
    try:
        check_classes(names)
    except ValueError as error:
        _refuse(entry, str(error))
    return names


def _opened(path: Path) -> DataFile:
    try:
        return DataFile.open(path)
    except OSError as error:
        message = say("{file}: it cannot be read: {problem}", file=path.name, problem=error.strerror or error)
        raise ImportFailure(message) from error


def _wanted(inside: Contents, key: str) -> Entry:
    """Return the array that is called so, or the only one that there is, unless it is called otherwise."""
    only = None if inside.members is None else inside.keys[0] if len(inside.keys) == 1 else key
    entry = inside.role(key) or (None if only in CALLED else inside.entry(only))
    if entry is None:
        allowed = say(" or ").join(ROLES[key])
        message = say(
            "{file}: it holds {names}; allowed is an array named {allowed}",
            file=inside.file.name,
            names=", ".join(inside.keys),
            allowed=allowed,
        )
        raise ImportFailure(message)
    return entry


def _refuse(entry: Entry, why: str) -> NoReturn:
    message = say("{file}: {problem}", file=entry.what, problem=why)
    raise ImportFailure(message)
