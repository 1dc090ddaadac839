"""What a person chose for the program itself: a small JSON file in the platform's folder for settings.

A file that is damaged, or of a newer program, never stops the program: what cannot be used is left out.
"""

from __future__ import annotations

import contextlib
import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from platformdirs import user_config_path
from PySide6.QtCore import QObject, Signal

from explorer.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PROGRAM: Final = "loss-explorer"
FILE: Final = "settings.json"


class Settings(QObject):
    """Named settings, each a plain JSON value; `changed` carries the name. Written at once, whole.

    path: the file; None keeps everything in memory, for pictures and tests.
    """

    changed = Signal(str)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._kept: dict[str, Any] = _read(path) if path is not None else {}

    @classmethod
    def of_user(cls, parent: QObject | None = None) -> Settings:
        """Return the settings of the person at the screen."""
        return cls(user_config_path(PROGRAM, appauthor=False) / FILE, parent)

    @property
    def all(self) -> Mapping[str, Any]:
        """Everything that was chosen."""
        return MappingProxyType(self._kept)

    def get(self, name: str, default: Any) -> Any:
        """Return a setting; the default where none was chosen or the kept one is of another type."""
        value = self._kept.get(name, default)
        number = isinstance(value, int) and not isinstance(value, bool) and isinstance(default, float)
        return value if default is None or number or type(value) is type(default) else default

    def clear(self) -> None:
        """Forget every choice."""
        for name in tuple(self._kept):
            self.set(name, None)

    def set(self, name: str, value: Any) -> None:
        """Choose a setting (None: forget the choice) and write the file; a full disk loses only this."""
        if self._kept.get(name) == value:
            return
        if value is None:
            self._kept.pop(name, None)
        else:
            self._kept[name] = value
        if self.path is not None:
            with contextlib.suppress(OSError):
                self.path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(self.path, json.dumps(self._kept, indent=2, sort_keys=True).encode())
        self.changed.emit(name)


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
