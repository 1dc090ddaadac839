"""Reading a lesson's file; a fault is said with the file, the place in it, and what is allowed."""

from __future__ import annotations

import json
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from explorer.study.described import Reader
from explorer.study.failures import StudyFailure
from explorer.study.lessons.lesson import CHAPTERS, Lesson
from explorer.wording import LANGUAGES, say, words_in

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from explorer.study.study import Look, Study
    from explorer.wording import Language, Words

LESSON_KEYS: Final = ("order", "chapter", "title", "text", "study", "look", "numbers")
STUDY_KEYS: Final = ("classes", "samples", "logits", "targets", "losses", "pin")
LOOK_KEYS: Final = ("sample", "held", "landscape", "landscape_loss", "alpha", "sharpening", "enlarged")


class LessonFailure(StudyFailure):
    """A lesson's file does not say what a lesson needs."""


def read_lesson(path: Path) -> Lesson:
    """Read one lesson. Raises LessonFailure with one line that names the file and the key."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        message = say("{file}: it cannot be read as JSON: {problem}", file=path.name, problem=error)
        raise LessonFailure(message) from error
    return _Reader(path.name, LessonFailure).lesson(path.stem, found)


class _Reader(Reader):
    """Reads one lesson."""

    def lesson(self, key: str, found: Any) -> Lesson:
        """Read the whole file; the study is made when the lesson is opened, but checked now."""
        top = self.object(found, "lesson", LESSON_KEYS)
        chapter = self.get(top, "chapter", str, "lesson")
        if chapter not in CHAPTERS:
            self.fail(
                "lesson.chapter",
                say("{value}; allowed are {names}", value=repr(chapter), names=", ".join(CHAPTERS)),
            )
        numbers = self.numbers(self.get(top, "numbers", list, "lesson"))
        if not numbers:
            self.fail("numbers", say("allowed are one or more, each with a name of its own"))
        titles = self.words(self.get(top, "title", dict, "lesson"), "lesson.title")
        study = self.object(top.get("study"), "study", STUDY_KEYS)
        look = self.object(top.get("look", {}), "look", LOOK_KEYS)
        return Lesson(
            key,
            self.get(top, "order", int, "lesson"),
            chapter,
            titles,
            self.sentences(self.get(top, "text", dict, "lesson"), {number.name for number in numbers}),
            numbers,
            partial(self.make, titles, study, look),
        )

    def sentences(self, found: Mapping[str, Any], names: set[str]) -> Mapping[Language, tuple[str, ...]]:
        """Read the sentences in every language; what they quote must be among the numbers."""
        made: dict[Language, tuple[str, ...]] = {}
        for language in LANGUAGES:
            lines = self.get(found, language, list, "text")
            place = f"text.{language}"
            if not 2 <= len(lines) <= 5 or not all(isinstance(line, str) for line in lines):
                self.fail(place, say("allowed are two to five sentences"))
            for line in lines:
                for name in self.quoted(line, place):
                    if name not in names:
                        self.fail(
                            place,
                            say(
                                "no number {name}; there are {names}",
                                name=repr(name),
                                names=", ".join(sorted(names)),
                            ),
                        )
            made[language] = tuple(lines)
        return MappingProxyType(made)

    def make(self, titles: Words, found: Mapping[str, Any], look: Mapping[str, Any]) -> tuple[Study, Look]:
        """Make the study and the look."""
        study = self.study(found, words_in(titles), say("lesson"))
        return study, self.look(look, study.table)
