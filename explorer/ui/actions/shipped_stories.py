"""Rows of a menu for the stories that are shipped, one each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from explorer.study.stories import STORIES
from explorer.ui.actions.table import Action
from explorer.wording import words_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.ui.commands import Commands


def rows_of_shipped(
    name: str,
    menu: str,
    run: Callable[[str, Commands], object],
    alone: Callable[[str], str] | None = None,
    **more: Any,
) -> tuple[Action, ...]:
    """Return an action "NAME.KEY" for each shipped story, called by its title.

    run: takes the key of the story and the commands. alone: of a title, what is said where no menu is round
    it. more: of all rows, as `Action` takes it. The titles alone are read, not the stories.
    """
    return tuple(
        Action(
            id=f"{name}.{key}",
            text=words_in(titles, "en"),
            menu=menu,
            run=partial(run, key),
            words=partial(_title, key),
            alone=None if alone is None else partial(_alone, alone, key),
            **more,
        )
        for key, titles in STORIES.titles.items()
    )


def _title(key: str, _commands: Commands) -> str:
    return words_in(STORIES.titles[key])


def _alone(alone: Callable[[str], str], key: str, commands: Commands) -> str:
    return alone(_title(key, commands))
