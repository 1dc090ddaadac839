"""The File menu: opening, saving, leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from explorer.study.examples import EXAMPLES
from explorer.ui.actions.table import Action
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.ui.commands import Commands

Key = QKeySequence.StandardKey


def _examples() -> Iterator[Action]:
    for key, example in EXAMPLES.items():

        def run(commands: Commands, key: str = key) -> None:
            commands.open_example(key)

        yield Action(
            id=f"example.{key}",
            text=example.title,
            menu="&File/Open e&xample",
            run=run,
            hint=example.description,
        )


def _script_words(commands: Commands) -> str:
    shown = commands.shown_arrays
    return say(
        "&Go on with arrays of the script" if shown and shown.is_paused else "&Pause arrays of the script"
    )


def _toggle_script(commands: Commands) -> None:
    if commands.shown_arrays is not None:
        commands.shown_arrays.toggle()


ACTIONS: tuple[Action, ...] = (
    Action(
        id="new",
        text="&New",
        menu="&File",
        run=lambda commands: commands.program.new(),
        keys=(Key.New,),
        hint="One sample and five classes, all 0",
    ),
    Action(
        id="open",
        text="&Open…",
        menu="&File",
        run=lambda commands: commands.ask_open(),
        keys=(Key.Open,),
        hint="A study, or a table (CSV, TSV, JSON, NPY, NPZ); two files: logits and targets",
    ),
    Action(
        id="clear_recent",
        text="&Clear this list",
        menu="&File/Open &recent",
        run=lambda commands: commands.program.clear_recent(),
        enabled=lambda commands: commands.program.has_recent,
        rule=True,
    ),
    *_examples(),
    Action(
        id="add_targets",
        text="&Targets from a file…",
        menu="&File",
        run=lambda commands: commands.tables.ask_targets(),
        hint="Targets of the open table from a second file: one a class, class indices or label names",
    ),
    Action(
        id="reload",
        text="Re&load the file",
        menu="&File",
        run=lambda commands: commands.tables.reload(),
        enabled=lambda commands: commands.tables.can_reload,
        hint="Read the table's file again, as it is now; the edits stay",
    ),
    Action(
        id="unsaved_studies",
        text="Reco&ver…",
        menu="&File",
        run=lambda commands: commands.program.offer_left(),
        enabled=lambda commands: commands.program.has_left,
        hint="What was left when the program ended unexpectedly",
    ),
    Action(
        id="save",
        text="&Save",
        menu="&File",
        run=lambda commands: commands.save(),
        keys=(Key.Save,),
        rule=True,
    ),
    Action(
        id="save_as",
        text="Save &as…",
        menu="&File",
        run=lambda commands: commands.save_as(),
        keys=("Ctrl+Shift+S",),
    ),
    Action(
        id="save_with_data",
        text="Save with &data…",
        menu="&File",
        run=lambda commands: commands.save_as(with_data=True),
        hint="A long table is copied beside the study, so that both can be taken along",
    ),
    Action(
        id="export",
        text=noted("&Export…"),
        menu="&File",
        run=lambda commands: commands.sharing.export_asked.emit(""),
        keys=("Ctrl+E",),
        hint=noted("A card or the whole board as PNG, SVG or PDF, which opens as its study again"),
        rule=True,
    ),
    Action(
        id="share_code",
        text=noted("Share as &code…"),
        menu="&File",
        run=lambda commands: commands.sharing.code_asked.emit(),
        hint=noted("This sample as a short text, and as a QR image"),
        of_study=True,
    ),
    Action(
        id="reproduce",
        text=noted("Reprod&uce as code…"),
        menu="&File",
        run=lambda commands: commands.sharing.script_asked.emit(),
        hint=noted("A script for torch, NumPy or Keras that prints the numbers shown"),
        of_study=True,
    ),
    Action(
        id="script_arrays",
        text="&Pause arrays of the script",
        words=_script_words,
        menu="&File",
        run=_toggle_script,
        enabled=lambda commands: commands.shown_arrays is not None,
        hint="Of a window that explorer.show opened: edit what is shown while it is paused",
        rule=True,
    ),
    Action(
        id="quit",
        text="&Quit",
        menu="&File",
        run=lambda commands: commands.close_asked.emit(),
        keys=("Ctrl+Q",),
        rule=True,
    ),
)
