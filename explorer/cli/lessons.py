"""`lessons`: the list of lessons, or one of them with its numbers, computed now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.analysis.quantities import computed
from explorer.cli.messages import CommandError, perhaps
from explorer.cli.text import aligned, plain, write_json
from explorer.study.lessons import CHAPTERS, LESSONS
from explorer.study.state import State
from explorer.wording import LANGUAGES

if TYPE_CHECKING:
    from argparse import Namespace

    from explorer.study.lessons import Lesson
    from explorer.wording import Language

HEADER = ("key", "title")
NUMBERS_HEADER = ("number", "now", "stated")


def run(arguments: Namespace) -> int:
    """Print every key and title, or the sentences and numbers of one lesson; 1 where one does not hold."""
    language = next(each for each in LANGUAGES if each == arguments.language)
    if arguments.key is None:
        _list(language, as_json=arguments.json)
        return 0
    lesson = known(arguments.key)
    opened = lesson.open()
    state = State(study=opened.study, look=opened.look)
    values = [computed(number, state) for number in lesson.numbers]
    if arguments.json:
        write_json(_entry(lesson, language, values))
    else:
        _print(lesson, language, values)
    return int(not all(map(lambda number, value: number.holds(value), lesson.numbers, values)))


def known(key: str) -> Lesson:
    """Return the lesson of a key. Raises CommandError that names those there are."""
    if key not in LESSONS:
        message = f"no lesson {key!r}{perhaps(key, LESSONS)}; there are {', '.join(LESSONS)}"
        raise CommandError(message)
    return LESSONS[key]


def _list(language: Language, *, as_json: bool) -> None:
    if as_json:
        write_json({"lessons": [_about(lesson, language) for lesson in LESSONS.values()]})
        return
    for place, chapter in enumerate(CHAPTERS):
        lessons = [lesson for lesson in LESSONS.values() if lesson.chapter == chapter]
        rows = [(lesson.key, lesson.title(language)) for lesson in lessons]
        print(("\n" if place else "") + CHAPTERS[chapter][language])
        print(aligned([HEADER, *rows], left=len(HEADER)), end="")


def _print(lesson: Lesson, language: Language, values: list[float]) -> None:
    print(f"{lesson.title(language)}\n{lesson.chapter_title(language)}, {lesson.order} / {len(LESSONS)}\n")
    print("\n".join(lesson.text(language)), end="\n\n")
    rows = [
        (number.words[language], number.written(value), number.stated)
        for number, value in zip(lesson.numbers, values, strict=True)
    ]
    print(aligned([NUMBERS_HEADER, *rows]), end="")


def _about(lesson: Lesson, language: Language) -> dict[str, object]:
    chapter = lesson.chapter_title(language)
    return {"key": lesson.key, "order": lesson.order, "chapter": chapter, "title": lesson.title(language)}


def _entry(lesson: Lesson, language: Language, values: list[float]) -> dict[str, object]:
    numbers = [
        {
            "name": number.name,
            "words": number.words[language],
            "value": plain(value),
            "expected": plain(number.expected),
            "holds": number.holds(value),
        }
        for number, value in zip(lesson.numbers, values, strict=True)
    ]
    return {**_about(lesson, language), "text": list(lesson.text(language)), "numbers": numbers}
