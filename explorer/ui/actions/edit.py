"""The Edit menu: undo, the clipboard, the pin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from explorer.ui import clipboard
from explorer.ui.actions.table import Action

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.ui.commands import Commands

Key = QKeySequence.StandardKey


def _undo_words(commands: Commands) -> str:
    return f"&Undo {_lower(commands.session.history.undo_label)}".rstrip()


def _redo_words(commands: Commands) -> str:
    return f"&Redo {_lower(commands.session.history.redo_label)}".rstrip()


def _lower(label: str | None) -> str:
    return label[0].lower() + label[1:] if label else ""


def _pin_words(commands: Commands) -> str:
    return "&Unpin" if commands.session.state.study.pin else "&Pin"


def _copies() -> Iterator[Action]:
    for key, (text, _) in clipboard.WRITERS.items():

        def run(commands: Commands, key: str = key) -> None:
            commands.classes.copy_sample(key)

        hint = "The shown sample in full precision, as Paste a table reads it back"
        menu = "&Edit/Copy &sample as"
        yield Action(id=f"copy_sample.{key}", text=text, menu=menu, run=run, hint=hint, of_study=True)


def _copy_picture(commands: Commands) -> None:
    from explorer.ui.cards import copying  # not needed to show the window

    commands.noted.emit(copying.copy_focused())


ACTIONS: tuple[Action, ...] = (
    Action(
        id="undo",
        text="&Undo",
        words=_undo_words,
        menu="&Edit",
        run=lambda commands: commands.session.undo(),
        keys=(Key.Undo,),
        enabled=lambda commands: commands.session.history.can_undo,
        of_study=True,
    ),
    Action(
        id="redo",
        text="&Redo",
        words=_redo_words,
        menu="&Edit",
        run=lambda commands: commands.session.redo(),
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
        enabled=lambda commands: commands.session.history.can_redo,
        of_study=True,
    ),
    Action(
        id="history",
        text="&History…",
        menu="&Edit",
        run=lambda commands: commands.history_asked.emit(),
        keys=("Ctrl+H",),
        hint="Every step by its name; click one to go there",
        of_study=True,
    ),
    Action(
        id="paste_table",
        text="&Paste a table",
        menu="&Edit",
        run=lambda commands: commands.paste_table(),
        keys=(Key.Paste,),
        rule=True,
        hint="Logits, or logits and targets, copied from a spreadsheet or a file",
    ),
    *_copies(),
    Action(
        id="copy_picture",
        text="Copy &card as picture",
        menu="&Edit",
        run=_copy_picture,
        keys=("Ctrl+Shift+C",),
        hint="The card that has the focus; more ways are in its own menu (right click, or Menu key)",
    ),
    Action(
        id="pin",
        text="&Pin",
        words=_pin_words,
        menu="&Edit",
        run=lambda commands: commands.toggle_pin(),
        keys=("P",),
        checked=lambda commands: commands.session.state.study.pin is not None,
        hint="Keep this state dashed in the background, to compare with",
        rule=True,
        of_study=True,
    ),
    Action(
        id="smooth_targets",
        text="S&mooth the targets…",
        menu="&Edit",
        run=lambda commands: commands.samples.ask_smooth(),
        hint="Of the shown sample, in one of the four ways of libraries",
        rule=True,
        of_study=True,
    ),
    Action(
        id="mix_samples",
        text="Mi&x with a sample…",
        menu="&Edit",
        run=lambda commands: commands.samples.ask_mix(),
        enabled=lambda commands: commands.samples.has_others,
        hint="Logits and targets of two samples in a share λ, as mixup does",
        of_study=True,
    ),
    Action(
        id="exchange_targets",
        text="Exchan&ge 0 and 1",
        menu="&Edit",
        run=lambda commands: commands.samples.exchange(),
        hint="Every target t of the shown sample becomes 1 − t",
        of_study=True,
    ),
    Action(
        id="shortcuts",
        text="&Keyboard shortcuts…",
        menu="&Edit",
        run=lambda commands: commands.shortcuts_asked.emit(),
        rule=True,
        hint="Choose other keys for any action",
    ),
    Action(
        id="preferences",
        text="P&references…",
        menu="&Edit",
        run=lambda commands: commands.program.preferences_asked.emit(),
        keys=("Ctrl+,",),
    ),
)
