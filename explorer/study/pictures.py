"""Pictures that carry the study they show: what is put into them, and opening them again."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from explorer.study.document import document_of, read_document
from explorer.study.embedding import found_in, kind_of
from explorer.study.failures import StorageFailure, StudyFailure
from explorer.study.json_text import parsed, written
from explorer.study.one_sample import one_sample
from explorer.study.storage import Opened
from explorer.wording import noted, say

if TYPE_CHECKING:
    from pathlib import Path

    from explorer.study.state import State

BEGINNING: Final = 4096  # bytes by which a picture is known
LARGEST: Final = 256_000_000  # bytes of a picture that is looked through
FIGURE: Final = "figure"
BOARD: Final = "board"  # in the place of a figure's key: several
ALLOWED: Final = noted(
    "allowed are pictures exported here with their state, studies (*.study.json), "
    "and tables as CSV, TSV, JSON, NPY and NPZ"
)


def state_text(state: State, figure: str | None = None) -> str:
    """Return what a picture of this state carries: the document of a study of the one sample watched.

    figure: the key of the figure in the picture, which is enlarged when it is opened; BOARD for several.
    """
    document = document_of(one_sample(state), state.look)
    return written(document if figure is None else {**document, FIGURE: figure})


def is_picture(path: Path) -> bool:
    """Say by its first bytes whether a file is a picture that may carry a study; False for no file."""
    try:
        with path.open("rb") as file:
            return kind_of(file.read(BEGINNING)) is not None
    except OSError:
        return False  # opening it says why


def open_picture(path: Path) -> Opened:
    """Open the study that a picture carries. Raises StorageFailure for one without, and says what opens.

    The picture is no study file: saving asks for a name.
    """
    try:
        if path.stat().st_size > LARGEST:
            message = say(
                "{file}: a picture of {size} bytes; allowed are {most}; {allowed}",
                file=path.name,
                size=path.stat().st_size,
                most=LARGEST,
                allowed=say(ALLOWED),
            )
            raise StorageFailure(message)
        text = found_in(path.read_bytes())
    except OSError as error:
        message = say("{file}: it cannot be read: {problem}", file=path.name, problem=error.strerror or error)
        raise StorageFailure(message) from error
    if text is None:
        message = say(
            "{file}: this picture has no study inside; {allowed}", file=path.name, allowed=say(ALLOWED)
        )
        raise StorageFailure(message)
    return replace(opened_text(text, path.name), path=path)


def opened_text(text: str, name: str) -> Opened:
    """Open the text that `state_text` wrote, the figure of the picture enlarged.

    name: what messages call it. Raises StorageFailure.
    """
    try:
        found = read_document(parsed(text, name), name)
    except StudyFailure as failure:
        message = say("{problem}; the study inside this picture is damaged", problem=failure)
        raise StorageFailure(message) from failure
    extra = dict(found.study.extra)
    extra[()] = MappingProxyType({key: value for key, value in extra.get((), {}).items() if key != FIGURE})
    kept = MappingProxyType({place: values for place, values in extra.items() if values})
    study = replace(found.study, extra=kept)
    figure = found.study.extra.get((), {}).get(FIGURE)
    is_one = isinstance(figure, str) and figure != BOARD
    look = replace(found.look, enlarged=str(figure)) if is_one else found.look
    return Opened(study, look, found.is_newer, " ".join(found.messages) or None)
