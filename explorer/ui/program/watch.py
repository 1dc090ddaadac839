"""Noticing that a file under the table was changed, shortened or removed by another program."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from explorer.study.failures import StudyFailure
from explorer.study.sources import edits_only, reloaded
from explorer.ui.notice import Way

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.study.table import Table
    from explorer.ui.commands import Commands

EVERY: Final = 2000  # milliseconds


class Watch(QObject):
    """Asks the source every two seconds, and when the window is come back to, whether it can be trusted.

    What it answers is said once. Both ways on are steps that can be undone.
    """

    def __init__(self, commands: Commands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands, self._session = commands, commands.session
        self._said: str | None = None
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
        if trouble is None or trouble == self._said:
            self._said = trouble
            return
        self._said = trouble
        ways = [Way("Reload", lambda: self._change("Reload the file", reloaded))]
        if table.edits:
            ways.append(Way("Keep the edits", lambda: self._change("Keep edited samples only", edits_only)))
        self._commands.offered.emit(trouble, "warning", tuple(ways))

    def _change(self, label: str, make: Callable[[Table], Table]) -> None:
        study = self._session.state.study
        try:
            table = make(study.table)
        except (StudyFailure, OSError) as problem:
            self._commands.said.emit(str(problem), "error")
            return
        pin = study.pin if study.pin and study.pin.sample < len(table) else None
        self._said = None
        self._session.apply(label, replace(study, table=table, pin=pin))
