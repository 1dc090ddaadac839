"""Study files: written whole or not at all, read with one-line messages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from explorer.files import write_whole
from explorer.study.beside import ENDING, archives_beside, source_to_save
from explorer.study.document import document_of, read_document
from explorer.study.failures import StorageFailure
from explorer.study.json_text import parsed, written
from explorer.study.references import data_paths
from explorer.study.source import ArraySource
from explorer.study.table import Table
from explorer.wording import say

if TYPE_CHECKING:
    import os

    from explorer.study.study import Look, Study

LONG: Final = 16_000_000  # bytes of float64 that are written within a few frames

__all__ = ["ENDING", "Opened", "StorageFailure", "load", "save"]


@dataclass(frozen=True, slots=True)
class Opened:
    """A document that was opened. read_only: saving it in place would lose what is not understood.

    message: what a person should know, in one line. path: the file it came from, None for examples.
    mark: of that file as it was read (`mark_of`), None where nobody looks whether it changes.
    """

    study: Study
    look: Look
    read_only: bool = False
    message: str | None = None
    path: Path | None = None
    mark: str | None = None


def save(
    path: str | os.PathLike[str], study: Study, look: Look, with_data: bool = False, *, borrow: bool = False
) -> None:
    """Save a study and its look; at every moment the file is the old one or the new one, whole.

    A table too long for the file is referred to where it lies, or lies in NAME.data.npz beside the study:
    one that was in memory, or any other with `with_data`. Later saves keep to that, also under another
    name; `borrow`: not so, for a file that will not last longer than those data. Raises StorageFailure;
    the file is then as it was.
    """
    path = Path(path)
    try:
        target = path.resolve()  # through a link, so that the link stays
        kept = source_to_save(study.table.source, target, with_data, borrow)
        if kept is not study.table.source:
            study = replace(study, table=Table(kept, study.table.columns, study.table.edits))
        write_whole(target, written(document_of(study, look, target.parent)).encode("utf-8"))
    except StorageFailure:
        raise
    except (OSError, UnicodeEncodeError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or error
        message = say(
            "{file}: it cannot be saved: {problem}; what was in the file is unchanged",
            file=path.name,
            problem=reason,
        )
        raise StorageFailure(message) from error


def takes_long(study: Study, with_data: bool) -> bool:
    """Say whether saving may write so many numbers beside the study that it is better not waited for."""
    source = study.table.source
    is_copied = with_data or isinstance(source, ArraySource)
    return is_copied and 16 * len(source) * len(source.classes) > LONG


def load(path: str | os.PathLike[str]) -> Opened:
    """Open a study file. Raises StorageFailure with one line that names the key and what is allowed."""
    path = Path(path)
    text = _text(path)
    found = read_document(parsed(text, path.name), path.name, path.resolve().parent)
    messages = " ".join(found.messages) or None
    return Opened(found.study, found.look, found.is_newer, messages, path, _digest(text))


def mark_of(path: str | os.PathLike[str]) -> str | None:
    """Return what tells one content of a study file from another; None where no study can be read."""
    try:
        return _digest(_text(Path(path)))
    except StorageFailure:
        return None


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def remove(path: str | os.PathLike[str]) -> None:
    """Remove a study that is no longer wanted, and the data saved beside it. Raises OSError."""
    path = Path(path)
    archives = archives_beside(path)
    path.unlink(missing_ok=True)  # first: a study never lies there without its data
    for archive in archives:
        archive.unlink(missing_ok=True)


def data_of(path: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Return the files that a study refers to, as far as they are there. Raises StorageFailure."""
    path = Path(path)
    text = _text(path)
    if '"file"' not in text:  # most studies hold their table themselves
        return ()
    return data_paths(parsed(text, path.name), path.resolve().parent)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        message = say("{file}: it cannot be read: {problem}", file=path.name, problem=error.strerror or error)
        raise StorageFailure(message) from error
    except UnicodeDecodeError as error:
        message = say(
            "{file}: byte {byte} is not UTF-8; allowed is a study in UTF-8",
            file=path.name,
            byte=error.start + 1,
        )
        raise StorageFailure(message) from error
