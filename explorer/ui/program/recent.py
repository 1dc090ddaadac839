"""The files that were opened or saved last, and the menu that lists them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction

from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from explorer.ui.program.settings import Settings

SETTING: Final = "recent"
MOST: Final = 10


def recent(settings: Settings) -> list[Path]:
    """Return the files, the newest first."""
    kept = settings.get(SETTING, [])
    return [Path(name) for name in kept if isinstance(name, str) and name][:MOST]


def remember(settings: Settings, path: Path) -> None:
    """Put a file first."""
    path = path.absolute()
    rest = [other for other in recent(settings) if other != path]
    settings.set(SETTING, [str(each) for each in (path, *rest)][:MOST])


def forget(settings: Settings, *paths: Path) -> None:
    """Take files out of the list; without any, all of them."""
    rest = [str(path) for path in recent(settings) if path not in paths] if paths else []
    settings.set(SETTING, rest or None)


class RecentMenu:
    """Fills a menu with the files each time it is shown, above the actions that it has.

    A file that is gone is greyed, with the reason in its tool tip.
    """

    def __init__(self, menu: QMenu, settings: Settings, open_path: Callable[[Path], object]) -> None:
        self._menu, self._settings, self._open = menu, settings, open_path
        self._own = menu.actions()
        self._made: list[QAction] = []
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List the files as they are now."""
        for action in self._made:
            self._menu.removeAction(action)
            action.deleteLater()
        self._made = [self._entry(path) for path in recent(self._settings)]
        if not self._made:
            nothing = QAction(say("Nothing opened yet"), self._menu)
            nothing.setEnabled(False)
            self._made = [nothing]
        self._menu.insertActions(self._own[0] if self._own else None, self._made)  # type: ignore[arg-type]

    def _entry(self, path: Path) -> QAction:
        action = QAction(path.name.replace("&", "&&"), self._menu)
        action.setToolTip(str(path.parent))
        if not path.exists():
            action.setEnabled(False)
            action.setToolTip(say("No longer in {folder}", folder=path.parent))
        action.triggered.connect(lambda *_: self._open(path))
        return action
