"""What the windows of a code and of a script are: a text of the sample that follows the window's work."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit

from explorer.paint.fonts import font
from explorer.ui.controls.button import button
from explorer.ui.export_plan import file_name
from explorer.ui.scaling import px, scale
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.ui.window import Window


class ShareDialog(QDialog):
    """Lies beside the window's work and follows it; Esc closes it.

    title: of the window; named: what its text is, for those who hear it; copy: what its first button does.
    size: logical pixels at most; gap: those between its rows. after: milliseconds from a change to the text
    of it, see `follow`.
    """

    def __init__(
        self,
        window: Window,
        title: str,
        named: str,
        copy: Callable[[], object],
        *,
        size: tuple[int, int],
        gap: int,
        after: int,
    ) -> None:
        super().__init__(window)
        self._window, self._size, self._gap = window, size, gap
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setObjectName("code")
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(named)
        self.problem = QLabel()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.copy_button = button(say("Copy"), copy)
        self.copy_button.setObjectName("primary")
        self.close_button = button(say("Close"), self.close)
        self._renewing = QTimer(self)
        self._renewing.setSingleShot(True)
        self._renewing.setInterval(after)

    def begin(self, renew: Callable[[], object]) -> None:
        """Show the text, and follow the window's work from now on; called when all parts are in place.

        renew: shows the text of the state as it is now.
        """
        self._renewing.timeout.connect(renew)
        self._window.session.changed.connect(self.follow)
        self._window.appearance.changed.connect(self.dress)
        self.dress()
        renew()

    def follow(self) -> None:
        """Make the text anew when nothing has changed for a while."""
        self._renewing.start()

    def dress(self) -> None:
        """Take fonts and lengths of the scale in use."""
        self.text.setFont(font("name", mono=True, scale=scale()))
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(px(20), px(18), px(20), px(16))
        layout.setSpacing(px(self._gap))
        room = self.screen().availableSize()
        self.resize(min(px(self._size[0]), room.width()), min(px(self._size[1]), room.height()))

    def ask_path(
        self, title: str, filters: str, parts: tuple[str, ...], ending: str, write: Callable[[Path], object]
    ) -> None:
        """Let a file be chosen, which then is written. parts: of the name that is offered."""
        dialog = self._window.commands.file_dialog(title, filters)
        dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(file_name(parts, ending))
        dialog.fileSelected.connect(lambda name: write(Path(name)))
        dialog.open()
