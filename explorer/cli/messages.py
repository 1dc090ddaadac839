"""What is said on stderr, and how a command is refused."""

from __future__ import annotations

import sys

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


def say(message: str) -> None:
    """Write one line on stderr: whatever lines the message has are joined."""
    text = one_line(" ".join(message.split()))
    print(f"{PROGRAM}: {text}", file=sys.stderr)
