"""Arrays of a study file that lie in another file: how they are named there, and found again."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from explorer.study.failures import ImportFailure
from explorer.study.sources.arrays import Array
from explorer.study.sources.contents import contents
from explorer.study.sources.files import KEPT, DataFile, Stamp
from explorer.study.sources.npy import Layout, dtype_of
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.study.node import Kept, Node

KEYS: Final = ("array", "dtype", "file", "fingerprint", "hint", "shape", "size", "time")


def reference(array: Array, folder: Path | None) -> dict[str, object]:
    """Return how a study file in this folder names an array: as it was when the array was opened.

    file: the way from the study to it. hint: where it lay on the machine that saved it.
    """
    home = array.home
    return {
        "file": _way(home.path, folder),
        "hint": str(home.places[-1] if home.shut else home.path),
        "size": home.stamp.size,
        "time": max(home.stamp.time, 0),
        "fingerprint": home.sample,
        "array": array.key,
        "shape": list(array.layout.shape),
        "dtype": array.dtype.str,
    }


def _way(path: Path, folder: Path | None) -> str:
    if folder is not None:
        try:
            return Path(os.path.relpath(path, folder)).as_posix()
        except ValueError:
            pass  # another drive: there is no way
    return path.as_posix()


class Library:
    """The files that one study file refers to, each opened once. folder: where the study lies."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._files: dict[tuple[object, ...], DataFile] = {}

    def array(self, node: Node, kept: Kept, *, names: bool = False) -> Array:
        """Return the array that a reference names, shape (samples, classes), names (samples, 1).

        A file that is missing or was changed gives an array that cannot be read and says why. Raises
        StorageFailure only where the reference itself makes no sense.
        """
        kept.unknown(node, *KEYS)
        layout = _layout(node)
        shape = layout.shape
        if (len(shape) == 2 and names) or len(shape) > 2:
            node.at("shape").refuse(say("a list of whole numbers: samples and classes"))
        rows, width = (shape[0], 1) if names else shape if len(shape) == 2 else (1, shape[0])
        key = node.at("array").text() if node.has("array") else None
        file = self._file(node)
        if file.shut is None:
            try:
                entry = contents(file).entry(key)
                if entry is not None and entry.layout.shape == shape and entry.layout.dtype == layout.dtype:
                    return entry.array(rows, width)
                why = say(
                    "{file} does not hold what this study refers to: {kept}.", file=file.name, kept=say(KEPT)
                )
            except ImportFailure as failure:
                why = say("{problem}: {kept}.", problem=failure, kept=say(KEPT))
            except OSError as error:
                why = say(
                    "{file} cannot be read ({problem}): {kept}.",
                    file=file.name,
                    problem=error.strerror or error,
                    kept=say(KEPT),
                )
            file = DataFile(file.places, file.stamp, file.sample, why)
        return Array(file, key, layout, rows, width, file)

    def _file(self, node: Node) -> DataFile:
        way, hint = node.at("file", say("a path")).text(), node.at("hint").text() if node.has("hint") else ""
        stamp = Stamp(node.at("size", say("bytes")).whole(), node.at("time", say("nanoseconds")).whole())
        sample = node.at("fingerprint", say("text")).text()
        known = (way, hint, stamp, sample)
        if known not in self._files:
            self._files[known] = self._found(way, hint, stamp, sample)
        return self._files[known]

    def _found(self, way: str, hint: str, stamp: Stamp, sample: str) -> DataFile:
        """Open the file, first as seen from the study, then where it lay; shut if it is not what it was."""
        places = tuple(dict.fromkeys(self.places(way, hint)))
        changed = False
        for place in places:
            try:
                file = DataFile.open(place, tuple(other for other in places if other != place))
            except (OSError, ValueError):  # ValueError: what no system takes for a path
                continue
            if file.stamp.size == stamp.size and file.sample == sample:
                return file
            changed = True
        name = PurePath(way).name
        looked = say(" and ").join(str(place.parent) for place in places) or say("no folder")
        why = say(
            "{file} is not as it was when this study was saved: {kept}."
            if changed
            else "{file} is not there (looked in {places}): {kept}.",
            file=name,
            places=looked,
            kept=say(KEPT),
        )
        return DataFile(places or (Path(name),), stamp, sample, why)

    def places(self, way: str, hint: str) -> list[Path]:
        """Return where a file can lie, in the order in which it is looked for."""
        places = [] if self._folder is None else [self._folder / way]
        # A path to another machine is not followed: a study of a stranger would make this one call there.
        wanted = [Path(text) for text in (way, hint) if text and Path(text).is_absolute()]
        places += [place for place in wanted if not str(place).startswith(("\\\\", "//"))]
        return [Path(os.path.normpath(place)) for place in places]


def data_paths(document: object, folder: Path) -> tuple[Path, ...]:
    """Return the files that a parsed study refers to, as far as they are there; nothing is opened."""
    library, found = Library(folder), []
    source = document
    for key in ("table", "source"):
        source = source.get(key) if isinstance(source, dict) else None
    for array in source.values() if isinstance(source, dict) else ():
        if isinstance(array, dict):
            way, hint = (text if isinstance(text := array.get(key), str) else "" for key in ("file", "hint"))
            there = (place for place in library.places(way, hint) if _is_file(place))
            found += [place for place in (next(there, None),) if place is not None]
    return tuple(dict.fromkeys(found))


def _is_file(place: Path) -> bool:
    try:
        return place.is_file()
    except (OSError, ValueError):  # ValueError: what no system takes for a path
        return False


def _layout(node: Node) -> Layout:
    shape = tuple(item.whole(1, 1 << 40) for item in node.at("shape", say("a list of whole numbers")).items())
    if not shape:
        node.at("shape").refuse(say("a list of one or two whole numbers"))
    kind = node.at("dtype", say("text"))
    try:
        return Layout(0, dtype_of(kind.text(), node.file), shape, False)
    except ImportFailure:
        kind.refuse(say('a kind of number such as "<f4"'))
