"""The Present menu: the stage, shipped stories, the speaker's view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.ui.actions.shipped_stories import rows_of_shipped
from explorer.ui.actions.table import Action
from explorer.wording import noted, say

if TYPE_CHECKING:
    from explorer.ui.commands import Commands

MENU = "&Present"
SHIPPED = f"{MENU}/Present a &shipped story"


def _screen(commands: Commands) -> str:
    return say("Stage on s&creen: {screen}", screen=commands.stories.screen_words)


def _present_shipped(key: str, commands: Commands) -> None:
    commands.stories.present_shipped(key)


def _alone(title: str) -> str:
    return say("Present: {story}", story=title)


ACTIONS: tuple[Action, ...] = (
    Action(
        id="present",
        text=noted("&Present from the start"),
        menu=MENU,
        run=lambda commands: commands.stories.present(),
        keys=("F5",),
        hint=noted("The story of the study on the whole screen; without one the study itself"),
        repeats=False,
    ),
    Action(
        id="present_here",
        text=noted("Present from &this step"),
        menu=MENU,
        run=lambda commands: commands.stories.present_here(),
        keys=("Shift+F5",),
        enabled=lambda commands: commands.stories.story is not None,
        repeats=False,
    ),
    *rows_of_shipped("present", SHIPPED, _present_shipped, _alone),
    Action(
        id="speaker_view",
        text=noted("S&peaker view"),
        menu=MENU,
        run=lambda commands: commands.stories.toggle_speaker(),
        enabled=lambda commands: commands.stories.stage is not None,
        checked=lambda commands: commands.stories.has_speaker,
        hint=noted("Notes, the next step and a clock, while a story is on stage"),
        rule=True,
    ),
    Action(
        id="stage_screen",
        text=noted("Stage on s&creen"),
        menu=MENU,
        run=lambda commands: commands.stories.next_screen(),
        words=_screen,
        enabled=lambda commands: len(commands.stories.screens) > 1,
        hint=noted("Takes the next screen"),
    ),
)
