"""The Edit menu: undo, the clipboard, the pin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from explorer.ui import clipboard
from explorer.ui.actions.table import Action
from explorer.ui.cards.copies import COPIES, SCRIPTS
from explorer.wording import again, noted, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.ui.commands import Commands

Key = QKeySequence.StandardKey
CARD_COPIES = "&Edit/Copy &card as"
OF_FOCUSED = noted("The card that has the focus; its own menu (right click, or Menu key) has the same")


def _undo_words(commands: Commands) -> str:
    label = commands.session.history.undo_label
    return say("&Undo {step}", step=_lower(label)) if label else say("&Undo")


def _redo_words(commands: Commands) -> str:
    label = commands.session.history.redo_label
    return say("&Redo {step}", step=_lower(label)) if label else say("&Redo")


def _lower(label: str) -> str:
    label = again(label)
    return label[0].lower() + label[1:]


def _pin_words(commands: Commands) -> str:
    return say("&Unpin" if commands.session.state.study.pin else "&Pin")


def _copies() -> Iterator[Action]:
    for key, (text, _) in clipboard.WRITERS.items():

        def run(commands: Commands, key: str = key) -> None:
            commands.classes.copy_sample(key)

        yield Action(
            id=f"copy_sample.{key}",
            text=text,
            menu="&Edit/Copy &sample as",
            run=run,
            hint="The shown sample in full precision, as Paste a table reads it back",
            of_study=True,
        )


def _card_copies() -> Iterator[Action]:
    for way in COPIES:

        def run(commands: Commands, name: str = way.id) -> None:
            commands.sharing.copy_card(name)

        def alone(commands: Commands, words: str = way.alone) -> str:
            return say(words)

        yield Action(
            id=way.id,
            text=way.alone if way.keys else way.text,
            menu="&Edit" if way.keys else CARD_COPIES,
            run=run,
            keys=(way.keys,) if way.keys else (),
            alone=alone,
            hint=OF_FOCUSED,
        )
    for script in SCRIPTS:

        def write(commands: Commands, framework: str = script.framework) -> None:
            commands.sharing.copy_script(framework)

        def called(commands: Commands, words: str = script.alone) -> str:
            return say(words)

        yield Action(
            id=script.id,
            text=script.text,
            menu=CARD_COPIES,
            run=write,
            alone=called,
            hint=noted("Prints the values and gradients shown, by itself"),
            rule=script is SCRIPTS[0],
            of_study=True,
        )


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
    *_card_copies(),
    Action(
        id="copy_code",
        text=noted("Copy state cod&e"),
        menu="&Edit",
        run=lambda commands: commands.sharing.copy_code(),
        hint=noted("This sample as a short text, which Paste opens again"),
        of_study=True,
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
