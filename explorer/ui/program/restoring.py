"""Offering what a program that ended unexpectedly left behind."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from explorer.plots.numbers import shortened
from explorer.study import recovery
from explorer.ui.notice import Way
from explorer.ui.program.unsaved import ask_first
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from explorer.study.recovery import Found
    from explorer.ui.commands import Commands
    from explorer.ui.program.autosave import Autosave

NAMED: Final = 2  # studies that have a button of their own
LETTERS: Final = 24  # of a title
MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0
MINUTES: Final = noted("{count} minute ago"), noted("{count} minutes ago")
HOURS: Final = noted("{count} hour ago"), noted("{count} hours ago")
DAYS: Final = noted("{count} day ago"), noted("{count} days ago")


class Restoring(QObject):
    """What was left in the recovery folder, and the bar that offers it.

    Nothing is thrown away unasked: closing the bar keeps everything for the menu and for the next start.
    """

    def __init__(
        self,
        commands: Commands,
        autosave: Autosave,
        show_report: Callable[[str], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._commands, self._autosave, self._show_report = commands, autosave, show_report
        self.left: list[Found] = []

    def look_into(self, folder: Path) -> None:
        """Take over what dead processes left there, and offer it."""
        found, damaged = recovery.found(folder)
        self.left += found
        if damaged:
            self._commands.said.emit(
                say("What was kept of an unsaved study is damaged: {problem}.", problem=damaged[0]), "warning"
            )
        self._tell()
        if self.left:
            self.offer()

    def _tell(self) -> None:
        self._commands.program.left_changed.emit()

    def offer(self) -> None:
        """Say what was left, with the ways to have it back or to let it go."""
        studies = [one for one in self.left if one.opened is not None]
        reports = [one.fault for one in self.left if one.fault]
        ways = [Way(_restore_words(one, studies), partial(self.restore, one)) for one in studies[:NAMED]]
        if reports:
            ways.append(Way(say("Show report"), lambda: self._report("\n\n".join(reports))))
        ways.append(Way(say("Discard") if len(self.left) == 1 else say("Discard all"), self.discard_all))
        self._commands.offered.emit(_said(studies, time.time()), "warning", tuple(ways))

    def restore(self, one: Found) -> None:
        """Open a study that was left, once the present one is saved or let go."""
        ask_first(self._commands, "restored", lambda: self._restore(one), f"“{_title(one)}”")

    def _restore(self, one: Found) -> None:
        if one.opened is None:
            return
        self.left.remove(one)
        self._tell()
        self._commands.adopt(one.opened)
        self._commands.path = one.note.path
        self._commands.session.open(one.opened.study, one.opened.look)
        self._commands.session.mark_unsaved()
        self._autosave.move_to(one.slot)
        self._commands.noted.emit(say("Restored {title}, not saved yet", title=one.opened.study.title))
        if self.left:
            QTimer.singleShot(0, self.offer)

    def discard_all(self) -> None:
        """Let everything go that was left."""
        for one in self.left:
            one.slot.close()
        self.left.clear()
        self._tell()

    def close(self) -> None:
        """Let go of what was neither restored nor discarded: the next start offers it again."""
        for one in self.left:
            one.slot.leave(without=() if one.opened else (recovery.FAULT,))
        self.left.clear()

    def _report(self, text: str) -> None:
        self._show_report(text)
        for one in [one for one in self.left if one.opened is None]:
            one.slot.close()
            self.left.remove(one)
        self._tell()
        if self.left:
            self.offer()


def _restore_words(one: Found, studies: list[Found]) -> str:
    if len(studies) == 1:
        return say("Restore")
    same = [other for other in studies if _title(other) == _title(one)]
    when = time.strftime("%H:%M:%S", time.localtime(one.note.seconds))
    return say(
        "Restore “{title}”, {when}" if len(same) > 1 else "Restore “{title}”", title=_title(one), when=when
    )


def _title(one: Found) -> str:
    return shortened(one.opened.study.title, LETTERS) if one.opened else ""


def _said(studies: list[Found], now: float) -> str:
    if not studies:
        return say("The program ended unexpectedly when it last ran. Nothing was unsaved.")
    if len(studies) == 1:
        return say(
            "“{title}” was not saved when the program ended unexpectedly {when}.",
            title=_title(studies[0]),
            when=ago(now - studies[0].note.seconds),
        )
    names = [
        say("“{title}” ({when})", title=_title(one), when=ago(now - one.note.seconds)) for one in studies
    ]
    return say(
        "Not saved when the program ended unexpectedly: {names}.",
        names=say(", ", "between names").join(names),
    )


def ago(seconds: float) -> str:
    """Say how long ago something was: "3 minutes ago"."""
    if seconds < MINUTE:
        return say("less than a minute ago")
    for unit, (one, several) in ((DAY, DAYS), (HOUR, HOURS), (MINUTE, MINUTES)):
        count = int(seconds // unit)
        if count:
            return say(one if count == 1 else several, count=count)
    return say("just now")
