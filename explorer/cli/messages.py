"""What is said on stderr, and how a command is refused."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

PROGRAM = "loss-explorer"


class CommandError(Exception):
    """Bad use or unreadable input, in one line: what, where, which value, what is allowed."""


def one_line(text: str) -> str:
    """Show line ends and other control characters of a name as escapes: a row stays a row."""
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
        for character in text
    )


def perhaps(name: str, known: Iterable[str]) -> str:
    """Name the known word that is like an unknown one, where one is: ", perhaps zlpr"; else ""."""
    from difflib import get_close_matches  # only a refusal needs it

    found = get_close_matches(name.lower(), list(known), 1)
    return f", perhaps {found[0]}" if found else ""


def say(message: str) -> None:
    """Write one line on stderr: whatever lines the message has are joined."""
    text = one_line(" ".join(message.split()))
    print(f"{PROGRAM}: {text}", file=sys.stderr)
