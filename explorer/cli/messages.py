"""What is said on stderr, and how a command is refused."""

from __future__ import annotations

import sys

PROGRAM = "loss-explorer"


class CommandError(Exception):
    """Bad use or unreadable input, in one line: what, where, which value, what is allowed."""


def say(message: str) -> None:
    """Write one line on stderr: whatever lines the message has are joined."""
    print(f"{PROGRAM}: {' '.join(message.split())}", file=sys.stderr)
