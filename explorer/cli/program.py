"""The program `loss-explorer`: find the verb, run it, turn what goes wrong into one line."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from explorer import wording
from explorer.cli.messages import CommandError, say
from explorer.cli.parser import parser, with_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

BAD_USE = 2
INTERRUPTED = 130  # what a shell gives for a process ended by Ctrl+C ...
PIPE_CLOSED = 141  # ... and by writing into a pipe that nobody reads any more


def main(words: Sequence[str] | None = None) -> int:
    """Run `loss-explorer` with these words (default: the process's) and return the exit status.

    0 fine, 2 bad use or unreadable input. A mistake in the program itself is not hidden: its traceback
    is what a report needs.
    """
    if getattr(sys, "frozen", False) and sys.argv[1:2] == ["--serve-jobs"]:
        # Frozen into one file the program is its own worker: see explorer.jobs.process.
        from explorer.jobs.serve import main as serve

        serve(sys.argv[2:])
    if getattr(sys, "frozen", False) and sys.argv[1:2] == ["--show-arrays"]:
        from explorer.cli.open import run_shown  # see explorer.jobs.showing

        return run_shown(sys.argv[2:])
    _write_any_name()
    try:
        status = _run(sys.argv[1:] if words is None else words)
        if sys.stdout is not None:
            sys.stdout.flush()
    except CommandError as refusal:
        say(str(refusal))
        return BAD_USE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _leave_stdout()
        return PIPE_CLOSED
    except OSError as failure:
        say(f"{failure.filename or 'standard output'}: {failure.strerror or failure}")
        _leave_stdout()
        return BAD_USE
    return status


def _run(words: Sequence[str]) -> int:
    try:
        arguments = parser().parse_args(with_verb(words))
    except SystemExit:  # argparse has printed --help or --version
        return 0
    wanted = getattr(arguments, "language", None) or wording.of_environment()  # of a window: its settings
    with wording.speaking(wanted):
        # A verb's module brings NumPy or Qt: only the one that is asked for is imported.
        status: int = import_module(f"explorer.cli.{arguments.verb}").run(arguments)
    return status


def _write_any_name() -> None:
    """Let a terminal that cannot show a name show its escape instead of stopping the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _leave_stdout() -> None:
    """Point stdout at nothing, so that the interpreter's last flush does not fail again."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
