"""What FILE and --targets name: a study, a picture, a table, a state code, standard input, or nothing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from explorer.cli.messages import CommandError, say
from explorer.study.examples import opening
from explorer.study.failures import StudyFailure
from explorer.study.importers import read_text
from explorer.study.opening import open_any, opened_table
from explorer.study.state_code import is_code, opened_of

if TYPE_CHECKING:
    from explorer.study.storage import Opened
    from explorer.study.table import Table

STANDARD_INPUT: Final = "standard input"


def opened(file: str | None, targets: str | None) -> Opened:
    """Open what was named: a file, a state code, "-" for standard input, None for the opening study.

    Standard input holds a table or a state code. Says on stderr what was noticed while reading; raises
    CommandError for what cannot be read.
    """
    if targets is not None and file in (None, "-"):
        message = "--targets belongs to a FILE of logits; give FILE too"
        raise CommandError(message)
    try:
        document = _opened(file, targets)
    except StudyFailure as failure:
        raise CommandError(str(failure)) from failure
    if document.message:
        name = STANDARD_INPUT if file == "-" else Path(file or "").name
        names_itself = targets is not None and document.message.startswith(f"{Path(targets).name}: ")
        say(document.message if names_itself else f"{name}: {document.message}")
    return document


def other_table(file: str, table: Table) -> Table:
    """Open the table whose logits a loss compares with; CommandError unless it has the same shape."""
    try:
        other = _opened(file, None).study.table
    except StudyFailure as failure:
        raise CommandError(str(failure)) from failure
    shapes = [(len(each), each.class_count) for each in (other, table)]
    if shapes[0] != shapes[1]:
        found, wanted = (f"{samples} samples of {classes} classes" for samples, classes in shapes)
        message = f"--other {file}: it has {found}; allowed is the shape of FILE, {wanted}"
        raise CommandError(message)
    return other


def _opened(file: str | None, targets: str | None) -> Opened:
    if file is None:
        return opening()
    text = _standard_input() if file == "-" else file
    if is_code(text) and targets is None:
        return opened_of(text)
    if file == "-":
        return opened_table(read_text(text, STANDARD_INPUT))
    return open_any(file, targets)


def _standard_input() -> str:
    if sys.stdin is None:
        message = f"{STANDARD_INPUT}: it is closed; allowed is a table or a state code as text"
        raise CommandError(message)
    data = sys.stdin.buffer.read()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        line = data.count(b"\n", 0, failure.start) + 1
        byte = f"0x{data[failure.start]:02x}"
        message = f"{STANDARD_INPUT}: line {line}: byte {byte} is not UTF-8; allowed is text in UTF-8"
        raise CommandError(message) from failure
