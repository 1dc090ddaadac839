"""Menus that are filled when they are opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


def clear(menu: QMenu) -> None:
    """Empty a menu before it is filled anew; `QMenu.clear` alone keeps the menus in it, unseen, for ever."""
    inner: list[QObject | None] = [action.menu() for action in menu.actions()]
    menu.clear()
    for each in inner:
        if isinstance(each, QMenu) and each.parent() is menu:
            each.deleteLater()
