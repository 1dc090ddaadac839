"""What of a table is written into the study file itself, and what into an archive beside it."""

from __future__ import annotations

import contextlib
import re
import time
import zipfile
from typing import IO, TYPE_CHECKING, Final

import numpy as np

from explorer.files import beginning, replacing
from explorer.study.failures import ImportFailure, StorageFailure
from explorer.study.json_text import written
from explorer.study.source import ArraySource, is_unicode
from explorer.study.sources.archive import DAMAGE
from explorer.study.sources.contents import contents
from explorer.study.sources.file_source import FileSource
from explorer.study.sources.files import DataFile
from explorer.study.sources.npy import header_of
from explorer.study.sources.opening import in_memory
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from explorer.study.source import Source
    from explorer.study.sources.arrays import Array, Raw
    from explorer.study.sources.contents import Contents

MOST_TEXT: Final = 4_000_000  # bytes of numbers that a study file holds itself
SURELY_FITS: Final = 1 << 16  # numbers that fit whatever they are
LOOKED_AT: Final = 64  # rows by which the length of the text is judged
PIECE: Final = 1 << 20  # bytes written at a time
LEFT_OVER: Final = 86_400.0  # seconds after which an unfinished file belongs to nobody
ENDING: Final = ".study.json"
MARK: Final = b"loss-explorer "  # comment of an archive that lies beside a study, then what it holds


def source_to_save(source: Source, target: Path, with_data: bool = False, borrow: bool = False) -> Source:
    """Return the source as the study file `target` will name it, after writing what must lie beside.

    Short tables are embedded. A longer one in memory is written into NAME.data.npz beside the study, one
    in files is referred to, or with `with_data` copied in the same way; data that lies beside another study
    goes along, unless it is to be borrowed. An archive of older data is never written over, so that the
    study on the disk always refers to data that is there. Raises OSError and StorageFailure.
    """
    trouble = source.trouble()
    if trouble is None and _is_short(source):
        return in_memory(source) if isinstance(source, FileSource) else source
    if isinstance(source, FileSource) and _is_beside(source, target):
        return source
    mark = MARK + source.fingerprint.encode()
    places = list(_places(target))
    for place in places[:-1]:
        found = _opened(place, mark, source)
        if found is not None:
            return found
    is_borrowed = borrow or trouble is not None
    if isinstance(source, FileSource) and not with_data and (is_borrowed or not _is_of_a_study(source)):
        return source
    if trouble is not None:
        message = say(
            "{file}: the data cannot be saved with it: {trouble}", file=target.name, trouble=trouble
        )
        raise StorageFailure(message)
    _write(places[-1], source, mark)
    found = _opened(places[-1], mark, source)
    if found is None:
        message = say(
            "{file}: it cannot be read again; what was in {target} is unchanged",
            file=places[-1].name,
            target=target.name,
        )
        raise StorageFailure(message)
    return found


def _is_short(source: Source) -> bool:
    rows, width = len(source), len(source.classes)
    if 2 * rows * width <= SURELY_FITS:
        return True
    if 4 * rows * width > MOST_TEXT:
        return False
    looked = sorted({rows * place // LOOKED_AT for place in range(LOOKED_AT)})
    text = sum(len(written(source.row(row).logits)) + len(written(source.row(row).targets)) for row in looked)
    return text * rows <= MOST_TEXT * len(looked)


# Archives beside a study


def _stem(target: Path) -> str:
    return target.name.removesuffix(ENDING)


def _is_beside(source: FileSource, target: Path) -> bool:
    """Say whether the source already lies in archives that were saved with this study."""
    arrays = (source.logits, source.targets, source.samples)
    homes = [array.home.path for array in arrays if array is not None and not isinstance(array, tuple)]
    name = re.compile(rf"{re.escape(_stem(target))}\.data(-\d+)?\.npz")
    return all(path.parent == target.parent and name.fullmatch(path.name) for path in homes)


def archives_beside(target: Path) -> tuple[Path, ...]:
    """Return the archives that were saved with this study, those of older data too."""
    return tuple(place for place in _places(target) if (_comment(place) or b"").startswith(MARK))


def _is_of_a_study(source: FileSource) -> bool:
    """Say whether the source lies in an archive that was saved with some study."""
    comment = _comment(source.logits.home.path)
    return comment is not None and comment.startswith(MARK)


def _comment(place: Path) -> bytes | None:
    try:
        with zipfile.ZipFile(place) as archive:
            return archive.comment
    except DAMAGE:
        return None


def _places(target: Path) -> Iterator[Path]:
    """Yield the archives of this study that are there, then the first name that is free."""
    number = 1
    while True:
        place = target.with_name(f"{_stem(target)}.data{'' if number == 1 else f'-{number}'}.npz")
        yield place
        if not place.exists():
            return
        number += 1


def _opened(place: Path, mark: bytes, source: Source) -> FileSource | None:
    """Open an archive that holds this very source; None where it holds another."""
    if _comment(place) != mark:
        return None
    try:
        inside = contents(DataFile.open(place))
        rows, width = len(source), len(source.classes)
        logits = _array(inside, "logits", rows, width)
        targets, samples = _array(inside, "targets", rows, width), _array(inside, "samples", rows, 1)
    except (ImportFailure, *DAMAGE):
        return None
    if logits is None:
        return None
    named = samples or _kept_names(source)
    return FileSource(source.classes, logits, targets, named, source.origin, source.notes)


def _array(inside: Contents, key: str, rows: int, width: int) -> Array | None:
    entry = inside.entry(key)
    return None if entry is None else entry.array(rows, width)


def _kept_names(source: Source) -> tuple[str, ...] | None:
    """Return names that an array of texts cannot hold, such as one that ends in a zero."""
    samples = source.samples if isinstance(source, ArraySource | FileSource) else None
    return samples if isinstance(samples, tuple) else None


def _write(place: Path, source: Source, mark: bytes) -> None:
    """Write a stored NPZ in pieces: whole or not at all, and on the disk when it returns."""
    _remove_left_over(place)
    with replacing(place) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        archive.comment = mark
        for key, dtype, shape, pieces in _parts(source):
            with archive.open(f"{key}.npy", "w", force_zip64=True) as member:
                member.write(header_of(dtype, shape))
                _write_pieces(member, pieces, shape, dtype)


Part = tuple[str, "np.dtype[np.generic]", tuple[int, ...], "Callable[[int, int], Raw]"]


def _parts(source: Source) -> Iterator[Part]:
    """Yield the arrays of a source: name, kind, shape, and how to get some of its rows."""
    shape = len(source), len(source.classes)
    if isinstance(source, FileSource):
        for key, array in (("logits", source.logits), ("targets", source.targets)):
            if array is not None:
                yield key, array.dtype, shape, array.raw
    else:
        logits, targets = source.arrays()
        yield "logits", logits.dtype, shape, lambda start, stop: logits[start:stop]
        yield "targets", targets.dtype, shape, lambda start, stop: targets[start:stop]
    yield "classes", *_texts(source.classes)
    samples = source.samples if isinstance(source, ArraySource | FileSource) else None
    if samples is not None and not isinstance(samples, tuple):
        yield "samples", samples.dtype, (len(source),), samples.raw
    elif samples is not None and _is_plain(samples):
        yield "samples", *_texts(samples)


def _write_pieces(
    member: IO[bytes], rows: Callable[[int, int], Raw], shape: tuple[int, ...], dtype: np.dtype[np.generic]
) -> None:
    row_bytes = dtype.itemsize * (shape[1] if len(shape) == 2 else 1)
    step = max(1, PIECE // row_bytes)
    for start in range(0, shape[0], step):
        member.write(np.ascontiguousarray(rows(start, min(start + step, shape[0]))).data.cast("B"))


def _is_plain(names: tuple[str, ...]) -> bool:
    """Say whether an array of fixed width holds these names, without loss and without much waste."""
    if not all(is_unicode(name) and not name.endswith("\0") for name in names):
        return False
    sizes = [len(name.encode()) for name in names]
    return max(sizes) * len(sizes) <= 8 * sum(sizes) + 4096


def _texts(names: tuple[str, ...]) -> tuple[np.dtype[np.generic], tuple[int, ...], Callable[[int, int], Raw]]:
    array = np.array([name.encode(errors="replace") for name in names])
    array = array.astype(f"S{max(1, array.dtype.itemsize)}")
    return array.dtype, array.shape, lambda start, stop: array[start:stop]


def _remove_left_over(place: Path) -> None:
    """Remove what a process that was killed long ago left half written."""
    for path in place.parent.glob(f".{beginning(place.name)}.????????.tmp"):
        with contextlib.suppress(OSError):
            if path.stat().st_mtime < time.time() - LEFT_OVER:
                path.unlink()
