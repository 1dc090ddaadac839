"""`code`: one sample with its losses as a state code, and as a QR image of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from explorer.cli.messages import CommandError
from explorer.cli.watched import state_of
from explorer.files import write_whole
from explorer.study.qr import qr_image
from explorer.study.state_code import StateCodeFailure, code_of

if TYPE_CHECKING:
    from argparse import Namespace

FORMATS: Final[dict[str, Literal["png", "svg"]]] = {".png": "png", ".svg": "svg"}


def run(arguments: Namespace) -> int:
    """Print the code that *Share as code* shows in the window; with --qr write the image of it first."""
    kind = None if arguments.qr is None else _kind(arguments.qr)
    state = state_of(arguments)
    code = code_of(state.study, state.look)
    if kind is not None:
        _write(Path(arguments.qr), code, kind)
    print(code)
    return 0


def _kind(text: str) -> Literal["png", "svg"]:
    ending = Path(text).suffix
    if ending.lower() not in FORMATS:
        message = f"--qr {text}: the ending {ending!r} is no format; allowed are {', '.join(FORMATS)}"
        raise CommandError(message)
    return FORMATS[ending.lower()]


def _write(path: Path, code: str, kind: Literal["png", "svg"]) -> None:
    try:
        write_whole(path, qr_image(code, kind))
    except StateCodeFailure as failure:
        message = f"--qr {path}: {failure}"
        raise CommandError(message) from failure
    except OSError as failure:
        message = f"--qr {path}: {failure.strerror or failure}"
        raise CommandError(message) from failure
