"""What a lesson is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from explorer.study.storage import Opened

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from explorer.study.stated import Number
    from explorer.study.study import Look, Study
    from explorer.wording import Language

# by the name that files use: how a chapter is called in each language
CHAPTERS: Final[Mapping[str, Mapping[Language, str]]] = {
    "traps": {"en": "Traps", "zh": "陷阱"},
    "path": {"en": "From softmax to multi-label", "zh": "从 softmax 到多标签"},
}


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson as its file has it. order: its place among all; sentences hold `{name}` for a number."""

    key: str
    order: int
    chapter: str
    titles: Mapping[Language, str]
    sentences: Mapping[Language, tuple[str, ...]]
    numbers: tuple[Number, ...]
    make: Callable[[], tuple[Study, Look]]

    def title(self, language: Language = "en") -> str:
        """Return what it is called."""
        return self.titles[language]

    def chapter_title(self, language: Language = "en") -> str:
        """Return what its chapter is called."""
        return CHAPTERS[self.chapter][language]

    def text(self, language: Language = "en") -> tuple[str, ...]:
        """Return its sentences, with the numbers that it states."""
        stated = {number.name: number.stated for number in self.numbers}
        return tuple(sentence.format_map(stated) for sentence in self.sentences[language])

    def open(self) -> Opened:
        """Make the study and how it is looked at; it lies in no file."""
        study, look = self.make()
        return Opened(study, look)
