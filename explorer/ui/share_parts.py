"""The dialogs by which something leaves the program, each made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog

    from explorer.ui.export_film import FilmExport
    from explorer.ui.window import Window


class ShareParts(QObject):
    """One dialog of a kind at most; asked for again it comes to the front."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._open: dict[str, QDialog] = {}
        self._films: FilmExport | None = None
        sharing = window.commands.sharing
        sharing.export_asked.connect(self.export)
        sharing.code_asked.connect(self.share_code)
        sharing.script_asked.connect(self.reproduce)
        window.desk.export_asked.connect(self.export)

    def export(self, key: str) -> None:
        """Open the export dialog on a figure; "" for the card that is most likely meant."""
        from explorer.ui.export_dialog import ExportDialog  # not needed to show the window

        shown = self._open.get("export")
        dialog = shown if isinstance(shown, ExportDialog) else ExportDialog(self._window, self.films)
        dialog.offer(key or None)
        self._show("export", lambda: dialog)

    @property
    def films(self) -> FilmExport:
        """Whoever makes films; one that is under way is left when the window closes."""
        if self._films is None:
            from explorer.ui.export_film import FilmExport  # not needed to show the window

            self._films = FilmExport(self._window.commands, self)
            self._window.closed.connect(self._films.close)
            self._window.commands.sharing.use(self._films)
        return self._films

    def share_code(self) -> None:
        """Open the window of the state code."""
        from explorer.ui.share_code import CodeDialog  # not needed to show the window

        self._show("code", lambda: CodeDialog(self._window))

    def reproduce(self) -> None:
        """Open the window of scripts."""
        from explorer.ui.share_script import ScriptDialog  # not needed to show the window

        self._show("script", lambda: ScriptDialog(self._window))

    def _show(self, name: str, make: Callable[[], QDialog]) -> None:
        if name not in self._open:
            dialog = self._open[name] = make()
            dialog.destroyed.connect(lambda: self._open.pop(name, None))
        self._open[name].show()
        self._open[name].raise_()
        self._open[name].activateWindow()
