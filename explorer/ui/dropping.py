"""Files and texts that are dropped onto the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from explorer.wording import say

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

    from explorer.ui.commands import Commands


def accept(event: QDropEvent) -> None:
    """Let files and texts be dropped."""
    if event.mimeData().hasUrls() or event.mimeData().hasText():
        _take_copy(event)


def take(event: QDropEvent, commands: Commands) -> None:
    """Open what was dropped."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    if paths:
        _take_copy(event)
        commands.open_dropped(paths)
    elif event.mimeData().hasText():
        _take_copy(event)
        commands.take_text(event.mimeData().text(), say("dropped text"), say("Drop a table"))


def _take_copy(event: QDropEvent) -> None:
    """Accept a drop without taking it away: who moves a file deletes it once it has arrived."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
