"""What leaves the program: pictures, copies of cards, state codes, scripts; the window answers signals."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from explorer.study.failures import StudyFailure
from explorer.study.source import ArraySource
from explorer.study.storage import Opened
from explorer.ui.notice import Way
from explorer.ui.program.unsaved import ask_first
from explorer.wording import say

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, SignalInstance

    from explorer.study.history import History
    from explorer.ui.commands import Commands

PICTURES: Final = ("image/png", "image/svg+xml", "application/pdf")


class Films(Protocol):
    """Whoever makes films."""

    ended: SignalInstance

    @property
    def name(self) -> str:
        """The name of the film that is being made, "" while none is."""
        ...


class ShareCommands(QObject):
    """Reached as `commands.sharing`. `export_asked` carries the key of a figure, "" for the likeliest.

    `film_ended` comes when a film is made, was left or failed.
    """

    export_asked = Signal(str)
    code_asked = Signal()
    script_asked = Signal()
    film_ended = Signal()

    def __init__(self, commands: Commands) -> None:
        super().__init__(commands)
        self._commands = commands
        self._films: Films | None = None

    def use(self, films: Films) -> None:
        """Know whoever makes films, once there is need of films."""
        self._films = films
        films.ended.connect(self.film_ended)

    @property
    def film(self) -> str:
        """The name of the film that is being made, "" while none is."""
        return self._films.name if self._films is not None else ""

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
                self.open_pasted(opened, say("The picture"))
            return True
        return False

    def open_pasted(self, opened: Opened, named: str) -> None:
        """Open what was pasted or dropped in place of the study, and offer the way back to that as it was.

        named: what the question calls it where something is not saved. The file that its table once came
        from is not its own, and is not named.
        """
        study = opened.study
        if isinstance(study.table.source, ArraySource):
            source = replace(study.table.source, origin=say("clipboard"), fingerprint="")
            study = replace(study, table=replace(study.table, source=source))
        pasted = replace(opened, study=study, path=None)
        ask_first(self._commands, "opened", partial(self._replace, pasted), named)

    def _replace(self, pasted: Opened) -> None:
        commands, session = self._commands, self._commands.session
        state, path, mark = session.state, commands.path, commands.mark
        before = Opened(state.study, state.look, commands.read_only, path=path, mark=mark)
        history = session.history
        name = commands.path.name if commands.path is not None else f"“{before.study.title}”"
        commands.adopt(pasted)
        session.open(pasted.study, pasted.look)
        back = Way(say("Back to {name}", name=name), partial(self._go_back, before, history, name))
        commands.offered.emit(say("Opened in place of {name}.", name=name), "note", (back,))

    def _go_back(self, before: Opened, history: History, name: str) -> None:
        def go() -> None:
            self._commands.adopt(before)
            self._commands.session.open(history.study, before.look, history)

        ask_first(self._commands, "opened", go, name)

    def copy_code(self) -> None:
        """Copy the state as a code."""
        from explorer.study.state_code import code_of  # not needed to show the window

        state = self._commands.session.state
        code = code_of(state.study, state.look)
        QGuiApplication.clipboard().setText(code)
        self._commands.noted.emit(say("Copied the state code, {letters} letters", letters=f"{len(code):,}"))
