"""Everything that can be done, as one table: menus, toolbar, shortcuts, palette and help come from it.

One module a menu, each with its ACTIONS; the order here is the order on screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from explorer.ui.actions import (
    cards,
    classes,
    doctor,
    edit,
    file,
    help,
    losses,
    population,
    present,
    run,
    stories,
    table,
    view,
)
from explorer.ui.actions.table import Action, plain
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

    from explorer.ui.actions.table import Offered
    from explorer.ui.commands import Commands

__all__ = [
    "ACTIONS",
    "MENUS",
    "Action",
    "build",
    "menu_words",
    "menus",
    "place_words",
    "plain",
    "refresh",
    "tell_keys",
]

MENUS: Final = (
    noted("&File"),
    noted("&Edit"),
    noted("&Classes"),
    noted("&View"),
    noted("&Losses"),
    noted("&Run"),
    noted("&Present"),
    noted("&Help"),
)

_MODULES: Final = (file, edit, classes, view, doctor, cards, losses, run, population, present, stories, help)

ACTIONS: Final[tuple[Action, ...]] = tuple(action for module in _MODULES for action in module.ACTIONS)


def build(commands: Commands, window: QWidget) -> dict[str, Offered]:
    """Return the table as Qt actions of this window, by id."""
    return table.build(ACTIONS, commands, window)


def menu_words(path: str) -> str:
    """Return what a menu is called, of a path such as "&View/&Cards": its last part."""
    name = path.rpartition("/")[2]
    return help.CHAPTERS_BY_NAME.get(name, lambda: say(name))()


def menus(bar: QMenuBar, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Return every menu by its path, filled, and those of the bar put there."""
    made = {name: bar.addMenu(menu_words(name)) for name in MENUS}
    for entry in ACTIONS:
        if entry.menu not in made:
            made[entry.menu] = made[entry.menu.rpartition("/")[0]].addMenu(menu_words(entry.menu))
        if entry.rule:
            made[entry.menu].addSeparator()
        made[entry.menu].addAction(actions[entry.id])
    return made


def place_words(path: str) -> str:
    """Say where an action lives: "View › Cards"."""
    parts = path.split("/")
    return " › ".join(plain(menu_words(part)) for part in parts)


def tell_keys(action: QAction) -> None:
    """Let the tool tip of an action name the keys that it has now."""
    action.setToolTip(table.tip(action))


def refresh(commands: Commands, actions: Mapping[str, Offered]) -> None:
    """Show what can be done now, and what undo would undo."""
    table.refresh(commands, actions)
