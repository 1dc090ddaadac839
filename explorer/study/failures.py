"""Failures that a person can act on: one line that says what, where, which value, what is allowed."""

from __future__ import annotations

LONGEST_QUOTE = 40
LONGEST_MESSAGE = 600  # of what another library says about a damaged file, for one


class StudyFailure(ValueError):  # noqa: N818 - a failure to read is no error of the program
    """Something could not be read or written. The message is one line, whatever the file held."""

    def __init__(self, message: str) -> None:
        line = one_line(message)
        cut = len(line) > LONGEST_MESSAGE
        super().__init__(f"{line[: LONGEST_MESSAGE - 1]}…" if cut else line)


class ImportFailure(StudyFailure):
    """A file or a pasted text is not a table of numbers."""


class StorageFailure(StudyFailure):
    """A study file could not be read or written."""


def one_line(text: str) -> str:
    """Return the text with every line break, tab and control character written as one space."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def quoted(text: str) -> str:
    """Return the text in quotes, on one line; a long one is cut and ends in an ellipsis."""
    line = one_line(text[: 4 * LONGEST_QUOTE])
    cut = len(line) > LONGEST_QUOTE or len(text) > 4 * LONGEST_QUOTE
    return f"'{line[: LONGEST_QUOTE - 1]}…'" if cut else f"'{line}'"
