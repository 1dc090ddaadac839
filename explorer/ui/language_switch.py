"""Another language while the program runs: a window made anew follows the old one, on the same document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from explorer import wording
from explorer.study.storage import Opened
from explorer.ui.notice import Way
from explorer.ui.program import language as languages
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.ui.window import Window
    from explorer.wording import Language

# Windows that followed another one: nobody else holds them. Each leaves as it closes.
_followers: Final[set[QWidget]] = set()


class LanguageSwitch(QObject):
    """Lets a window in another language follow this one, as soon as nothing is under way that would be lost.

    Texts are made with the widgets that show them, so widgets are made anew and nothing has to know how to
    change its words. What the document is, how it is watched and what was computed go on.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._wanted: Language | None = None
        window.commands.program.language_asked.connect(self.speak)
        for news in (window.jobs.finished, window.jobs.failed, window.jobs.cancelled):
            news.connect(self._look_again)
        QTimer.singleShot(0, self, self._hint)

    def _hint(self) -> None:
        text = languages.missing_face()
        if text:
            self._window.commands.said.emit(text, "warning")

    def speak(self, wanted: Language) -> None:
        """Let another window follow in this language; where something is under way, once that is over."""
        self._wanted = None if wanted == wording.language() else wanted
        if self._wanted is None:
            return
        if self._window.commands.shown_arrays is not None:
            text = say("The script that opened this window chooses its language; it holds at the next start.")
            self._window.commands.said.emit(text, "note")
            self._wanted = None
        elif self._reason():
            text = say("The language changes as soon as this is over: {what}.", what=self._reason())
            self._window.commands.offered.emit(text, "note", (Way(say("Do not change it"), self._stay),))
        else:
            self._look_again()

    def _stay(self) -> None:
        """Keep to the language in use after all."""
        self._wanted = None
        languages.keep(self._window.settings, wording.language())

    def _reason(self) -> str:
        """Return what is under way and would be lost; "" for nothing."""
        if self._window.jobs.asked_for:
            return say(self._window.jobs.asked_for)
        from explorer.ui.export_film import FilmExport  # not needed to show the window

        films = self._window.findChildren(FilmExport)
        return say("Making a film") if any(film.is_running for film in films) else ""

    def _look_again(self, *_: object) -> None:
        if self._wanted is not None:
            QTimer.singleShot(0, self, self._go)  # the menu and whoever told the news come to their end

    def _go(self) -> None:
        wanted, window = self._wanted, self._window
        if wanted is None or self._reason():
            return
        self._wanted = None
        follow(window, wanted)


def follow(before: Window, language: Language) -> Window:
    """Make a window in a language that goes on with another one's document, and close that one."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before.commands.descend.pause()
    languages.speak(app, language)
    before.appearance.dress()
    state = before.session.state
    opened = Opened(state.study, state.look)
    made = type(before)(opened, before.appearance, before.settings, before)
    _followers.add(made)
    made.closed.connect(lambda: _followers.discard(made))
    _put_where(before, made)
    had_keyboard = before.isActiveWindow()
    made.show()
    if before.shows_preferences:
        made.show_preferences()
    before.close_anyway()
    before.deleteLater()
    if had_keyboard:
        made.activateWindow()
    before.followed.emit(made)
    return made


def _put_where(before: QWidget, made: QWidget) -> None:
    """Give a window the place, size and state of another."""
    is_filled = before.isFullScreen() or before.isMaximized()
    made.setGeometry(before.normalGeometry() if is_filled else before.geometry())
    made.setWindowState(before.windowState())
