"""Lessons in the window: which one is open, in which language, and going from one to the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from explorer import wording
from explorer.study.lessons import LESSONS
from explorer.study.storage import Opened
from explorer.ui.program.unsaved import ask_first
from explorer.wording import LANGUAGES, say

if TYPE_CHECKING:
    from explorer.study.history import History
    from explorer.study.lessons import Lesson
    from explorer.study.study import Look
    from explorer.ui.commands import Commands
    from explorer.wording import Language

LANGUAGE: Final = "lesson_language"


class LessonCommands(QObject):
    """What is asked of lessons; `changed` comes when another one, none, or another language is shown.

    What a person changed in a lesson stays with it until the window closes, so that nothing is asked when
    one steps on and back, and the status line says so; a study that is no lesson is asked for first, as by
    every opening. It comes back, with all that can be undone in it, when the lesson is closed.
    """

    changed = Signal()

    def __init__(self, commands: Commands) -> None:
        super().__init__(commands)
        self._commands = commands
        self._key: str | None = None
        self._left: dict[str, tuple[History, Look]] = {}  # lessons that were changed and left
        self._before: tuple[Opened, History] | None = None  # what was open before the first lesson
        self._starts = False
        commands.session.replaced.connect(self._follow)

    @property
    def lesson(self) -> Lesson | None:
        """The lesson that is open."""
        return None if self._key is None else LESSONS[self._key]

    @property
    def language(self) -> Language:
        """The language in which lessons are shown: the one chosen, else the program's."""
        kept = self._commands.settings.get(LANGUAGE, "")
        return next((each for each in LANGUAGES if each == kept), wording.language())

    def speak(self, language: Language) -> None:
        """Show lessons in this language from now on."""
        self._commands.settings.set(LANGUAGE, None if language == wording.language() else language)
        self.changed.emit()

    def take_over(self, other: LessonCommands) -> None:
        """Go on with the lesson of a window that this one follows."""
        self._key, self._left, self._before = other._key, other._left, other._before

    def open(self, key: str) -> None:
        """Show a lesson and its study in place of the open one. KeyError for one that there is not."""
        start = partial(self._start, LESSONS[key].key)
        if self._key is not None and self._commands.path is None:
            start()
        else:
            ask_first(
                self._commands,
                "opened",
                start,
                say("The lesson “{lesson}”", lesson=LESSONS[key].title(self.language)),
            )

    def step(self, step: int) -> None:
        """Go to the next lesson (1) or the one before (-1); without one to the first."""
        keys = tuple(LESSONS)
        place = 0 if self._key is None else keys.index(self._key) + step
        if 0 <= place < len(keys):
            self.open(keys[place])

    def can_step(self, step: int) -> bool:
        """Say whether there is a next lesson (1), or one before (-1)."""
        keys = tuple(LESSONS)
        return self._key is not None and 0 <= keys.index(self._key) + step < len(keys)

    def reset(self) -> None:
        """Put the lesson's own study back, as one step that can be undone."""
        if self.lesson is not None:
            opened = self.lesson.open()
            study = opened.study.planned(opened.look)
            self._commands.session.apply(say("Reset the lesson"), study)
            self._commands.session.show_look(opened.look)
            self._commands.session.fit()

    def close(self) -> bool:
        """Put the lesson away and bring back what was open before it; say whether there was one.

        A lesson that was saved to a file is a document of its own, and stays.
        """
        if self._key is None:
            return False
        self._commands.session.settle()
        before, self._before = self._before, None
        if before is None or self._commands.path is not None:
            self._key = None
            self.changed.emit()
            return True
        stays = self._leave()
        opened, history = before
        self._show(None, opened, (history, opened.look))
        back = say("Back to “{study}”.", study=opened.study.title)
        self._commands.noted.emit(_told(back, stays))
        return True

    def _leave(self) -> str:
        """Keep what was changed in the lesson that is open; return what is said of that."""
        session, lesson = self._commands.session, self.lesson
        if lesson is None or session.history.is_saved:
            return ""
        self._left[lesson.key] = (session.history, session.state.look)
        title = lesson.title(self.language)
        return say("Your changes stay with “{lesson}” until the window closes.", lesson=title)

    def _start(self, key: str) -> None:
        stays = ""
        self._commands.session.settle()
        if self._key is None or self._commands.path is not None:
            self._before = self._present()
        else:
            stays = self._leave()
        left = self._left.pop(key, None)
        self._show(key, LESSONS[key].open(), left)
        if left is not None:
            stays = _told(stays, say("Your changes to this lesson are still here; Reset puts it as it was."))
        if stays:
            self._commands.noted.emit(stays)

    def _present(self) -> tuple[Opened, History]:
        """Return the document that is open, and what was done to it."""
        commands, state = self._commands, self._commands.session.state
        opened = Opened(state.study, state.look, commands.read_only, path=commands.path, mark=commands.mark)
        return opened, commands.session.history

    def _show(self, key: str | None, opened: Opened, left: tuple[History, Look] | None) -> None:
        """Show a document as it is, or as it was left; `key` is its lesson's."""
        self._key, self._starts = key, True
        try:
            self._commands.adopt(opened)
            session = self._commands.session
            if left is None:
                session.open(opened.study, opened.look)
            else:
                history, look = left
                session.open(history.study, look, history)
        finally:
            self._starts = False
        self.changed.emit()

    def _follow(self) -> None:
        """Put the lesson away when another document was opened."""
        if not self._starts and self._key is not None:
            self._key = self._before = None
            self.changed.emit()


def _told(*sentences: str) -> str:
    """Join what is said together; Chinese sentences have no space between them."""
    return ("" if wording.language() == "zh" else " ").join(filter(None, sentences))
