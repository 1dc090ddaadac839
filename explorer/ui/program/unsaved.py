"""What is asked before something unsaved would be lost: save it, discard it, or stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

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
CLOSED: Final = "closed"  # which ends a film as well


def must_ask(commands: Commands, what: str) -> bool:
    """Say whether something would be lost: changes, or a film that is being made where the window closes."""
    commands.session.settle()
    return not commands.session.history.is_saved or bool(_film(commands, what))


def ask_first(commands: Commands, what: str, go_on: Callable[[], object], named: str = "") -> bool:
    """Go on at once if nothing would be lost and say so; else ask, and go on when the answer allows it.

    what: "closed", "opened" or "restored", as in "Not closed yet"; named: what is opened, as a sentence
    begins with it.
    Changes of the look alone are not asked for. To close the bar is to stay.
    """
    if not must_ask(commands, what):
        go_on()
        return True
    commands.unsaved.ask(Asked(what, go_on, named))
    return False


class Asked(NamedTuple):
    """What waits for an answer, in the words of `ask_first`."""

    what: str
    go_on: Callable[[], object]
    named: str


class Unsaved(QObject):
    """The question that was asked last.

    It goes when there is nothing left to ask, as after an undo, and says less once a film is made.
    """

    def __init__(self, commands: Commands) -> None:
        super().__init__(commands)
        self._commands = commands
        self._asked: Asked | None = None
        self._question = ""
        commands.session.changed.connect(self._see)

    def ask(self, asked: Asked) -> None:
        """Ask, and remember the question."""
        self._asked, self._question = asked, _question(self._commands, asked)
        self._commands.choice.emit(self._question, self._ways(asked))

    def see_film(self) -> None:
        """Take note that a film ended: closing does not lose it any more."""
        if self._asked is None or self._asked.what != CLOSED:
            return
        before = self._question
        if self._see():
            self._question = _question(self._commands, self._asked)
            self._commands.choice_changed.emit(before, self._question, self._ways(self._asked))

    def _see(self) -> bool:
        """Take the question back once nothing would be lost; say whether there is one still."""
        if self._asked is None:
            return False
        if self._commands.session.history.is_saved and not _film(self._commands, self._asked.what):
            self._commands.void.emit(self._question)
            self._asked = None
        return self._asked is not None

    def _ways(self, asked: Asked) -> tuple[Way, ...]:
        """Return the ways on; each says what is lost by it."""
        stay = way_back(say("Stay"))
        film = _film(self._commands, asked.what)
        if self._commands.session.history.is_saved:
            return (Way(say("Discard the film"), asked.go_on), stay)
        save = Way(
            say("Save, discard the film") if film else say("Save"),
            lambda: self._commands.save(then=asked.go_on),
        )
        lost = say("Discard changes and film") if film else say("Discard changes")
        return (save, Way(lost, asked.go_on), stay)


def _film(commands: Commands, what: str) -> str:
    """Return the name of the film that would be lost, "" for none."""
    return commands.sharing.film if what == CLOSED else ""


def _question(commands: Commands, asked: Asked) -> str:
    title, film = commands.session.state.study.title, _film(commands, asked.what)
    if not film:
        return say((NAMED if asked.named else SAID)[asked.what], name=asked.named, title=title)
    if commands.session.history.is_saved:
        return say("Not closed yet: {film} is still being made.", film=film)
    return say(
        "Not closed yet: the changes to “{title}” are not saved, and {film} is still being made.",
        title=title,
        film=film,
    )
