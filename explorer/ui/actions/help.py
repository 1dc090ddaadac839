"""The Help menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from explorer import wording
from explorer.study.lessons import CHAPTERS, LESSONS
from explorer.ui.actions.table import Action
from explorer.wording import say, words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.study.lessons import Lesson
    from explorer.ui.commands import Commands

MENU: Final = "&Help/&Lessons"
# a menu of lessons is called as its chapter, whose words come with the lessons
CHAPTERS_BY_NAME: Final = {titles["en"]: partial(words_in, titles) for titles in CHAPTERS.values()}


def _lessons() -> Iterator[Action]:
    """Yield a row for every lesson, chapter by chapter."""
    for chapter, titles in CHAPTERS.items():
        for key, lesson in LESSONS.items():
            if lesson.chapter != chapter:
                continue

            def run(commands: Commands, key: str = key) -> None:
                commands.lessons.open(key)

            def is_open(commands: Commands, key: str = key) -> bool:
                return commands.lessons.lesson is LESSONS[key]

            def words(_commands: Commands, lesson: Lesson = lesson) -> str:
                return lesson.title(wording.language())

            menu = f"{MENU}/{titles['en']}"
            yield Action(
                id=f"lesson.{key}", text=lesson.title(), menu=menu, run=run, checked=is_open, words=words
            )


ACTIONS: tuple[Action, ...] = (
    Action(
        id="next_lesson",
        text="&Next lesson",
        menu=MENU,
        run=lambda commands: commands.lessons.step(1),
        enabled=lambda commands: commands.lessons.lesson is None or commands.lessons.can_step(1),
        words=lambda commands: say("&First lesson" if commands.lessons.lesson is None else "&Next lesson"),
    ),
    Action(
        id="previous_lesson",
        text="&Previous lesson",
        menu=MENU,
        run=lambda commands: commands.lessons.step(-1),
        enabled=lambda commands: commands.lessons.can_step(-1),
    ),
    Action(
        id="close_lesson",
        text="&Close the lesson",
        menu=MENU,
        run=lambda commands: commands.lessons.close(),
        enabled=lambda commands: commands.lessons.lesson is not None,
        hint="Its study stays open",
    ),
    *_lessons(),
    Action(
        id="formulas",
        text="&Formula reference",
        menu="&Help",
        run=lambda commands: commands.help_asked.emit("formulas"),
        hint="Every loss, its gradient, parameters and readings; optimizers and schedules",
        rule=True,
    ),
    Action(
        id="keys",
        text="&Keys and gestures",
        menu="&Help",
        run=lambda commands: commands.help_asked.emit("keys"),
        keys=("F1",),
    ),
    Action(id="about", text="&About", menu="&Help", run=lambda commands: commands.help_asked.emit("about")),
)
