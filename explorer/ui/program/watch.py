"""Noticing that a file under the table was changed, shortened or removed by another program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from explorer.ui.notice import Way
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.study.source import Source
    from explorer.ui.commands import Commands

EVERY: Final = 2000  # milliseconds


class Watch(QObject):
    """Asks the source every two seconds, and when the window is come back to, whether it can be trusted.

    What it answers is said once. Both ways on are steps that can be undone.
    """

    def __init__(self, commands: Commands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands, self._session = commands, commands.session
        self._said: tuple[Source | None, str | None] = (None, None)  # of which source, and what
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._come_back)

    def _come_back(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()

    def look(self) -> None:
        """Say what is wrong with the file, if that is news; never under a gesture."""
        if self._session.in_gesture:
            return
        table = self._session.state.study.table
        trouble = table.trouble()
        said, self._said = self._said, (table.source, trouble)
        if trouble is None or (said[0] is table.source and said[1] == trouble):
            return
        ways = [Way(say("Reload"), self._commands.tables.reload)]
        if table.edits:
            ways.append(Way(say("Keep the edits"), self._commands.tables.keep_edits))
        self._commands.offered.emit(trouble, "warning", tuple(ways))
