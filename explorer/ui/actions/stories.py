"""The rows of the Present menu that are about stories: steps, files, those that are shipped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from explorer.ui.actions.shipped_stories import rows_of_shipped
from explorer.ui.actions.table import Action
from explorer.wording import noted

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.ui.commands import Commands
    from explorer.ui.story_editing import StoryEditing

MENU: Final = "&Present"
SHIPPED_MENU: Final = f"{MENU}/&Copy a shipped story into the study"


def _has_story(commands: Commands) -> bool:
    return commands.story_editing.story is not None


def _can_remove(commands: Commands) -> bool:
    return commands.story_editing.can_remove


def _moves(by: int) -> Callable[[Commands], bool]:
    return lambda commands: commands.story_editing.is_shown and commands.story_editing.can_move(by)


def _of_step(
    name: str,
    text: str,
    way: Callable[[StoryEditing], object],
    enabled: Callable[[Commands], bool] = _has_story,
    keys: tuple[str, ...] = (),
    hint: str = "",
    rule: bool = False,
) -> Action:
    return Action(
        id=name,
        text=text,
        menu=MENU,
        run=lambda commands: way(commands.story_editing),
        keys=keys,
        enabled=enabled,
        hint=hint,
        rule=rule,
        of_study=True,
    )


def _open_shipped(key: str, commands: Commands) -> None:
    commands.story_files.open_shipped(key)


ACTIONS: tuple[Action, ...] = (
    Action(
        id="story_panel",
        text=noted("Story &panel"),
        menu=MENU,
        run=lambda commands: commands.story_editing.show(not commands.story_editing.is_shown),
        keys=("Ctrl+Shift+T",),
        checked=lambda commands: commands.story_editing.is_shown,
        hint=noted("Steps of a story, with captions and notes, beside the cards"),
        rule=True,
        of_study=True,
    ),
    _of_step(
        "record_step",
        noted("&Record step"),
        lambda editing: editing.record(),
        enabled=lambda _commands: True,
        keys=("Ctrl+Shift+R",),
        hint=noted(
            "What is on the desk now, after the chosen step: the enlarged card, else bars and first card"
        ),
    ),
    _of_step(
        "update_step",
        noted("&Update step"),
        lambda editing: editing.update(),
        keys=("Ctrl+Alt+R",),
        hint=noted("The chosen step shows what is on the desk now; its words and cards stay"),
    ),
    _of_step(
        "go_to_step",
        noted("&Go to step"),
        lambda editing: editing.go_to(),
        keys=("Ctrl+Alt+G",),
        hint=noted("The desk shows the chosen step, as an edit that can be undone"),
    ),
    _of_step("duplicate_step", noted("&Duplicate step"), lambda editing: editing.duplicate()),
    _of_step("remove_step", noted("Re&move step"), lambda editing: editing.remove(), _can_remove),
    _of_step(
        "step_up", noted("Move step u&p"), lambda editing: editing.move(-1), _moves(-1), keys=("Alt+Up",)
    ),
    _of_step(
        "step_down", noted("Move step do&wn"), lambda editing: editing.move(1), _moves(1), keys=("Alt+Down",)
    ),
    _of_step(
        "new_story",
        noted("&New story"),
        lambda editing: editing.new(),
        enabled=lambda _commands: True,
        hint=noted("Its first step is what is on the desk now"),
        rule=True,
    ),
    Action(
        id="open_story",
        text=noted("&Open story…"),
        menu=MENU,
        run=lambda commands: commands.story_files.ask_open(),
        hint=noted("A file *.story.json, which can be dropped on the window too"),
        of_study=True,
    ),
    Action(
        id="save_story",
        text=noted("S&ave story as…"),
        menu=MENU,
        run=lambda commands: commands.story_files.ask_save(),
        enabled=_has_story,
        of_study=True,
    ),
    _of_step("remove_story", noted("Remove s&tory"), lambda editing: editing.remove_story()),
    *rows_of_shipped(
        "edit_story",
        SHIPPED_MENU,
        _open_shipped,
        hint=noted("Open to edit: a copy goes into the study"),
        of_study=True,
    ),
)
