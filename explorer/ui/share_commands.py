"""What leaves the program: pictures, copies of cards, state codes, scripts; the window answers signals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from explorer.study.failures import StudyFailure
from explorer.wording import say

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from explorer.ui.commands import Commands

PICTURES: Final = ("image/png", "image/svg+xml", "application/pdf")


class ShareCommands(QObject):
    """Reached as `commands.sharing`. `export_asked` carries the key of a figure, "" for the likeliest."""

    export_asked = Signal(str)
    code_asked = Signal()
    script_asked = Signal()

    def __init__(self, commands: Commands) -> None:
        super().__init__(commands)
        self._commands = commands

    def copy_card(self, name: str) -> None:
        """Copy the card that has the focus, in the way of this name."""
        from explorer.ui.cards import copying  # not needed to show the window

        self._commands.noted.emit(copying.copy_focused(name))

    def copy_script(self, framework: str) -> None:
        """Copy a program that prints the values and gradients of the sample."""
        from explorer.ui.cards.copying import copy_script  # not needed to show the window

        self._commands.noted.emit(copy_script(self._commands.session.state, framework))

    def open_picture(self, data: QMimeData | None) -> bool:
        """Open the study inside a picture that was copied or dropped; say whether there was one.

        data: None where a clipboard has nothing to tell, as one whose owner is gone.
        """
        if data is None:
            return False
        from explorer.study.embedding import found_in  # not needed to show the window
        from explorer.study.pictures import opened_text

        for kind in PICTURES:
            text = found_in(bytes(data.data(kind).data())) if data.hasFormat(kind) else None
            if text is None:
                continue
            try:
                opened = opened_text(text, say("the picture"))
            except StudyFailure as problem:
                self._commands.said.emit(str(problem), "error")
            else:
                self._commands.open(opened, say("The picture"))
            return True
        return False

    def copy_code(self) -> None:
        """Copy the state as a code."""
        from explorer.study.state_code import code_of  # not needed to show the window

        state = self._commands.session.state
        code = code_of(state.study, state.look)
        QGuiApplication.clipboard().setText(code)
        self._commands.noted.emit(say("Copied the state code, {letters} letters", letters=f"{len(code):,}"))
