"""The Classes menu: which classes, their numbers, their names and their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.plots import selection
from explorer.ui.actions.table import Action
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.ui.commands import Commands

MENU = "&Classes"


def _has_many(commands: Commands) -> bool:
    return commands.classes.has_many


def _remove_words(commands: Commands) -> str:
    return say("Re&move {classes}", classes=commands.classes.words.replace("&", "&&"))


def _moves_up(commands: Commands) -> bool:
    return selection.chosen(commands.session.state)[0] > 0


def _moves_down(commands: Commands) -> bool:
    state = commands.session.state
    return selection.chosen(state)[-1] < state.study.table.class_count - 1


def _sorts() -> Iterator[Action]:
    largest = noted("Of the sample shown, the largest first; the order is that of all samples")
    sorts = (
        ("logit", noted("Sort by log&it"), largest),
        ("name", noted("Sort by nam&e"), noted("Numbers in names count: class 9, class 10")),
        ("target", noted("Sort by tar&get"), largest),
    )
    for key, text, hint in sorts:

        def run(commands: Commands, key: str = key) -> None:
            commands.classes.sort(key)

        yield Action(
            id=f"sort_classes.{key}",
            text=text,
            menu=MENU,
            run=run,
            enabled=_has_many,
            hint=hint,
            of_study=True,
        )


ACTIONS: tuple[Action, ...] = (
    Action(
        id="add_class",
        text="&Add a class",
        menu=MENU,
        run=lambda commands: commands.classes.ask_add(),
        keys=("Ctrl+Shift+N",),
        hint="At the end, with logit 0 and target 0 in every sample; Insert in the table",
        of_study=True,
    ),
    Action(
        id="rename_class",
        text="&Rename…",
        menu=MENU,
        run=lambda commands: commands.classes.ask_rename(),
        keys=("F2",),
        hint="The held class",
        of_study=True,
    ),
    Action(
        id="remove_classes",
        text="Re&move",
        words=_remove_words,
        menu=MENU,
        run=lambda commands: commands.classes.remove(),
        keys=("Delete",),
        enabled=_has_many,
        hint="The chosen classes, from every sample; with the focus in the table or the editor",
        of_study=True,
    ),
    Action(
        id="select_all_classes",
        text="Select a&ll",
        menu=MENU,
        run=lambda commands: commands.classes.select_all(),
        keys=("Ctrl+A",),
        enabled=_has_many,
        hint="With the focus in the table or the editor",
        rule=True,
        of_study=True,
    ),
    Action(
        id="select_labelled_classes",
        text="Select the la&belled",
        menu=MENU,
        run=lambda commands: commands.classes.select_labelled(),
        enabled=_has_many,
        hint="Every class with a target above 1/2",
        of_study=True,
    ),
    Action(
        id="select_one_class",
        text="Select &one",
        menu=MENU,
        run=lambda commands: commands.classes.clear(),
        enabled=lambda commands: commands.classes.has_selection,
        hint="The held class alone (Esc)",
        of_study=True,
    ),
    Action(
        id="scale_logits",
        text="&Scale…",
        menu=MENU,
        run=lambda commands: commands.classes.ask_scale(),
        hint="Multiply the chosen logits",
        rule=True,
        of_study=True,
    ),
    Action(
        id="shift_logits",
        text="S&hift…",
        menu=MENU,
        run=lambda commands: commands.classes.ask_shift(),
        hint="Add a number to the chosen logits",
        of_study=True,
    ),
    Action(
        id="set_logits",
        text="Set lo&gits…",
        menu=MENU,
        run=lambda commands: commands.classes.ask_logits(),
        hint="One logit for all chosen classes",
        of_study=True,
    ),
    Action(
        id="negate_logits",
        text="&Negate logits",
        menu=MENU,
        run=lambda commands: commands.classes.negate(),
        hint="Turn the signs of the chosen logits round",
        of_study=True,
    ),
    Action(
        id="set_targets",
        text="Set &targets…",
        menu=MENU,
        run=lambda commands: commands.classes.ask_targets(),
        hint="One target for all chosen classes: 0, 1 or soft",
        rule=True,
        of_study=True,
    ),
    Action(
        id="flip_labels",
        text="&Flip labels",
        menu=MENU,
        run=lambda commands: commands.classes.flip(),
        hint="Give the chosen classes the opposite targets, 1 − t",
        of_study=True,
    ),
    Action(
        id="move_classes_up",
        text="Move &up",
        menu=MENU,
        run=lambda commands: commands.classes.step(-1),
        keys=("Ctrl+Shift+Up",),
        enabled=_moves_up,
        hint="The chosen classes, in the order of all samples; or drag their rows by the name",
        rule=True,
        of_study=True,
    ),
    Action(
        id="move_classes_down",
        text="Move &down",
        menu=MENU,
        run=lambda commands: commands.classes.step(1),
        keys=("Ctrl+Shift+Down",),
        enabled=_moves_down,
        of_study=True,
    ),
    *_sorts(),
    Action(
        id="copy_classes",
        text="&Copy rows",
        menu=MENU,
        run=lambda commands: commands.classes.copy_rows(),
        keys=("Ctrl+Alt+C",),
        hint="Name, logit and target of the chosen classes, in full, with tabs",
        rule=True,
        of_study=True,
    ),
)
