"""What is asked before something unsaved would be lost: save it, let it go, or stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from explorer.ui.notice import Way, way_back
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.ui.commands import Commands


SAID: Final = {
    "closed": noted("Not closed yet: the changes to “{title}” are not saved."),
    "opened": noted("Not opened yet: the changes to “{title}” are not saved."),
    "restored": noted("Not restored yet: the changes to “{title}” are not saved."),
}
NAMED: Final = {
    "closed": noted("{name} is not closed yet: the changes to “{title}” are not saved."),
    "opened": noted("{name} is not opened yet: the changes to “{title}” are not saved."),
    "restored": noted("{name} is not restored yet: the changes to “{title}” are not saved."),
}


def ask_first(commands: Commands, what: str, go_on: Callable[[], object], named: str = "") -> bool:
    """Go on at once if all is saved and say so; else ask, and go on when the answer allows it.

    what: "closed", "opened" or "restored", as in "Not closed yet"; named: what is opened, as a sentence
    begins with it.
    Changes of the look alone are not asked for. To close the bar is to stay.
    """
    commands.session.settle()
    if commands.session.history.is_saved:
        go_on()
        return True
    title = commands.session.state.study.title
    save = Way(say("Save"), lambda: commands.save(then=go_on))
    text = say((NAMED if named else SAID)[what], name=named, title=title)
    commands.choice.emit(text, (save, Way(say("Discard"), go_on), way_back(say("Stay"))))
    commands.unsaved.ask(text)
    return False


class Unsaved(QObject):
    """The question that was asked last: it goes when there is nothing left to ask, as after an undo."""

    def __init__(self, commands: Commands) -> None:
        super().__init__(commands)
        self._commands = commands
        self._question = ""
        commands.session.changed.connect(self._see)

    def ask(self, text: str) -> None:
        """Remember a question."""
        self._question = text

    def _see(self) -> None:
        """Take the question back once the study is that of its file."""
        if self._question and self._commands.session.history.is_saved:
            self._commands.void.emit(self._question)
            self._question = ""
