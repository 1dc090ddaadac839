"""What watches over a window that is run for real: autosave, recovery, reports of failures."""

from __future__ import annotations

import faulthandler
from functools import partial
from typing import TYPE_CHECKING, TextIO

from platformdirs import user_state_path
from PySide6.QtCore import QObject, QTimer

from explorer.jobs.results import results_folder
from explorer.study.recovery import FAULT_MARK, Slot
from explorer.ui.actions.table import MNEMONIC
from explorer.ui.program.autosave import Autosave
from explorer.ui.program.crash import CrashReports, facts
from explorer.ui.program.restoring import Restoring
from explorer.ui.program.settings import PROGRAM
from explorer.ui.program.watch import Watch
from explorer.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QAction

    from explorer.ui.window import Window


def recovery_folder() -> Path:
    """Return the folder of this person's unsaved studies."""
    return user_state_path(PROGRAM, appauthor=False) / "recovery"


class Keeping(QObject):
    """Begins with the window on screen, ends as it closes. A folder that cannot be written is said once."""

    def __init__(self, window: Window, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        self._fault_file: TextIO | None = None
        self.autosave: Autosave | None = None
        self.restoring: Restoring | None = None
        self.reports = CrashReports(window.commands, window)
        self.reports.install()
        for action in window.actions_by_id.values():
            action.triggered.connect(partial(self._note, action))
        window.closed.connect(self.close)
        QTimer.singleShot(0, self, self._begin)  # once the window has been painted

    def _note(self, action: QAction, *_: object) -> None:
        self.reports.note(MNEMONIC.sub("", action.text()).replace("&", ""))

    def _begin(self) -> None:
        commands = self._window.commands
        try:
            slot = Slot.new(self._folder)
        except OSError as problem:
            reason = problem.strerror or problem
            commands.said.emit(
                say(
                    "What is not saved cannot be kept for the case of a crash: {folder}: {reason}.",
                    folder=self._folder,
                    reason=reason,
                ),
                "warning",
            )
            return
        self.autosave = Autosave(commands, slot, self)
        self.autosave.failed.connect(lambda text: commands.said.emit(text, "warning"))
        self.autosave.moved.connect(self._write_faults)
        self._write_faults()
        if not commands.session.history.is_saved:
            commands.session.refresh()  # of a window that follows another one: it is kept from now on
        self.restoring = commands.program.restoring = Restoring(
            commands, self.autosave, self.reports.show, self
        )
        self.restoring.look_into(self._folder)
        # one message at a time has room: what was not saved comes first
        commands.population.left.look_into(results_folder(), tell=not self.restoring.left)
        self.watch = Watch(commands, self)

    def _write_faults(self) -> None:
        """Let the interpreter write into this window's slot if it dies of a signal."""
        self._stop_faults()
        if self.autosave is None:
            return
        try:
            file = self.autosave.slot.fault.open("w", encoding="utf-8")
            file.write("\n".join(facts()) + FAULT_MARK)
            file.flush()
        except OSError:
            return  # a full disk is said by the autosave
        self._fault_file = file
        faulthandler.enable(file)

    def _stop_faults(self) -> None:
        if self._fault_file is not None:
            faulthandler.disable()
            self._fault_file.close()
            self._fault_file = None

    def close(self) -> None:
        """End in good order: nothing is left but what was neither restored nor discarded."""
        self._stop_faults()
        if self.restoring is not None:
            self.restoring.close()
            self._window.commands.program.restoring = self.restoring = None
        if self.autosave is not None:
            self.autosave.close()
            self.autosave = None
        self.reports.uninstall()
