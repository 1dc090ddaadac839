"""What is done to the table as a whole: targets from a file, reading its file again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from explorer.study.failures import StudyFailure
from explorer.study.importers.grid import NO_TARGETS
from explorer.study.sources import FileSource, edits_only, reloaded
from explorer.ui.notice import Way
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from explorer.study.table import Table
    from explorer.ui.commands import Commands

PASTED = noted("No targets in the pasted table: all are 0.")
FILTER = noted("Tables (*.csv *.tsv *.txt *.json *.npy *.npz);;All files (*)")


class TableCommands(QObject):
    """Reached as `commands.tables`. Each is one step that can be undone; a problem is said."""

    def __init__(self, commands: Commands) -> None:
        super().__init__(commands)
        self._commands = commands
        self._told: tuple[str, tuple[str, ...]] = ("", ())  # what the bar says of notes of the table
        commands.session.changed.connect(self._see)

    def tell(self, notes: Sequence[str], severity: str = "note") -> None:
        """Say what was noticed while a table was read; where it has no targets, with the way to some."""
        if not notes:
            return
        text = " ".join(map(say, notes))
        self._offer(text, severity, say(NO_TARGETS) in text)

    def tell_pasted(self, table: Table) -> None:
        """Say what was noticed while a table was read that came as text, which is no file."""
        if table.notes:
            text = " ".join(say(PASTED if note == NO_TARGETS else note) for note in table.notes)
            self._offer(text, "note", NO_TARGETS in table.notes)
            self._told = text, table.notes

    def _offer(self, text: str, severity: str, lacks_targets: bool) -> None:
        ways = (Way(say("Choose targets…"), self.ask_targets),) if lacks_targets else ()
        self._commands.offered.emit(text, severity, ways)

    def _see(self) -> None:
        """Take back what is said of a table that is no longer there, as after an undo."""
        text, notes = self._told
        if text and not set(notes) <= set(self._commands.session.state.study.table.notes):
            self._told = "", ()
            self._commands.void.emit(text)

    def ask_targets(self) -> None:
        """Let a file of targets be chosen and take them."""
        dialog = self._commands.file_dialog(say("Take targets from a file"), say(FILTER))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take_targets(Path(name)))
        dialog.open()

    def take_targets(self, path: Path) -> None:
        """Take the targets of this file in place of the present ones."""
        from explorer.study.importers import with_targets  # not needed to show the window

        before = self._commands.session.state.study.table
        label = say("Take targets from {name}", name=path.name)
        if self._change(label, lambda table: with_targets(table, path)):
            notes = self._commands.session.state.study.table.notes
            new = tuple(note for note in notes if note not in before.notes)
            self.tell(new)
            self._told = " ".join(map(say, new)), new
            self._commands.noted.emit(say("Took targets from {name}", name=path.name))

    @property
    def can_reload(self) -> bool:
        """Whether the table lies in a file that can be read again."""
        return isinstance(self._commands.session.state.study.table.source, FileSource)

    def reload(self) -> None:
        """Read the table's file again, as it is now; the edits stay."""
        self._change(say("Reload the file"), reloaded)

    def keep_edits(self) -> None:
        """Leave the file and keep the edited samples alone."""
        self._change(say("Keep edited samples only"), edits_only)

    def _change(self, label: str, make: Callable[[Table], Table]) -> bool:
        session = self._commands.session
        study = session.state.study
        try:
            table = make(study.table)
        except (StudyFailure, OSError) as problem:
            self._commands.said.emit(str(problem), "error")
            return False
        pin = study.pin if study.pin and study.pin.sample < len(table) else None
        session.apply(label, replace(study, table=table, pin=pin))
        self._commands.unsaid.emit()
        return True
