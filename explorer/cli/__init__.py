"""The command line: verbs like git's; data on stdout, messages on stderr."""

from explorer.cli.program import main

__all__ = ["main"]
