"""`open`: the window; without a display the losses as a table and a picture of the window."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING, Final

from explorer.cli.choice import chosen
from explorer.cli.columns import columns_of
from explorer.cli.display import draw_in_memory, has_display, missing_library
from explorer.cli.messages import CommandError, say
from explorer.cli.report import as_text, explain
from explorer.cli.sources import opened
from explorer.ui.program.starting import quickly

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from explorer.study.storage import Opened
    from explorer.study.study import Study
    from explorer.ui.window import Window

PICTURE: Final = Path("loss-explorer.png")


def run(arguments: Namespace) -> int:
    """Show the window until it is closed. Without a display, exit status 0 once the table is out."""
    document = _document(arguments)
    if not has_display():
        _show_without_display(document, arguments.theme)
        return 0
    try:
        # ui brings Qt: it is imported only to open the window.
        with quickly():
            from explorer.ui.application import run as show
    except ImportError as failure:
        raise CommandError(missing_library(failure)) from failure
    # Qt's loop never comes back to Python's handler: let Ctrl+C in the terminal end the program.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return show(document, arguments.theme, arguments.reset, arguments.lesson, arguments.language)


def run_shown(words: Sequence[str]) -> int:
    """Show the window on the arrays of a script until it is closed: `explorer.show` starts a process so.

    words: the descriptors of the line along which they come; none: standard input.
    """
    from explorer.jobs.lines.line import Ended
    from explorer.jobs.lines.message import Opening
    from explorer.jobs.lines.opening import incoming

    line = incoming(words)
    opening = Opening.read(line.opening())
    with quickly():
        from explorer.ui.application import run as show
        from explorer.ui.shown_arrays import Reading, ShownArrays, first_study

    reading = Reading(line, opening)
    try:
        first = reading.next()
    except Ended:  # the script was gone before it had sent anything
        return 0

    def follow(window: Window) -> None:
        ShownArrays(window.commands, window.status, reading, first)

    return show(first_study(first, opening), language=opening.language, made=follow)


def _document(arguments: Namespace) -> Opened:
    """Open the file that was named, or the lesson."""
    if arguments.lesson is None:
        return opened(arguments.file, arguments.targets)
    from explorer.cli.lessons import known  # few windows begin with one

    if arguments.file is not None:
        message = "--lesson opens its own study; leave FILE out"
        raise CommandError(message)
    return known(arguments.lesson).open()


def _show_without_display(document: Opened, theme: str | None) -> None:
    """Print the table, then try a picture: one line says where it is, or why there is none."""
    say("no display (DISPLAY and WAYLAND_DISPLAY are not set): the losses as a table instead of the window")
    _print_values(document.study)
    draw_in_memory()
    try:
        from explorer.ui.application import picture

        picture(document, PICTURE, theme="dark" if theme == "dark" else "light")
    except ImportError as failure:
        say(f"no picture of the window: {missing_library(failure)}")
    except OSError as failure:
        say(f"no picture of the window: {failure}")
    else:
        say(f"a picture of the window is in {PICTURE.resolve()}")


def _print_values(study: Study) -> None:
    """Print what `eval` prints. Flushed: whatever becomes of the picture, the table is out."""
    columns = columns_of(study.table, chosen(study.shown, (), (), study.table.class_count))
    print(as_text(study.table, columns), end="", flush=True)
    explain(study.table, columns)
