"""The folder in which file dialogs begin: the one that was used last."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from explorer.ui.program.settings import Settings

SETTING: Final = "folder"


def last(settings: Settings, study: Path | None = None) -> Path:
    """Return the folder used last if it is there, else that of the study's file, else the present one."""
    kept = settings.get(SETTING, "")
    try:
        if kept and Path(kept).is_dir():
            return Path(kept)
    except (OSError, ValueError):
        pass  # a folder that cannot be looked at, or a damaged setting
    return study.parent if study is not None else Path.cwd()


def remember(settings: Settings, path: Path) -> None:
    """Take note of the folder of a file that was chosen."""
    settings.set(SETTING, str(path.absolute().parent))
