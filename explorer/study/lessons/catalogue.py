"""All lessons by key, in their order; a file is read when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from explorer.resources import asset
from explorer.study.lessons.reading import read_lesson

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from explorer.study.lessons.lesson import Lesson

FOLDER: Final = "lessons"


class Lessons(Mapping[str, "Lesson"]):
    """The lessons of a folder, one JSON file each, called KEY.json; by their order once one is asked for."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._read: dict[str, Lesson] | None = None

    @property
    def _lessons(self) -> dict[str, Lesson]:
        if self._read is None:
            folder = asset(FOLDER) if self._folder is None else self._folder
            found = (read_lesson(path) for path in folder.glob("*.json"))
            self._read = {lesson.key: lesson for lesson in sorted(found, key=lambda each: each.order)}
        return self._read

    def __getitem__(self, key: str) -> Lesson:
        return self._lessons[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lessons)

    def __len__(self) -> int:
        return len(self._lessons)


LESSONS: Final = Lessons()
