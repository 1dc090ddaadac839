"""Reading a lesson's file; a fault is said with the file, the place in it, and what is allowed."""

from __future__ import annotations

import json
import string
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NoReturn

from explorer.losses import LOSSES
from explorer.study.failures import StudyFailure
from explorer.study.lessons.lesson import CHAPTERS, Lesson, Number
from explorer.study.study import Look, Pin, ShownLoss, Study
from explorer.study.table import Table
from explorer.study.values import frozen
from explorer.wording import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from explorer.wording import Language

LESSON_KEYS: Final = ("order", "chapter", "title", "text", "study", "look", "numbers")
STUDY_KEYS: Final = ("classes", "samples", "logits", "targets", "losses", "pin")
LOOK_KEYS: Final = ("sample", "held", "landscape", "landscape_loss", "alpha", "sharpening", "enlarged")
NUMBER_KEYS: Final = ("name", *LANGUAGES, "quantity", "expected", "within", "at_most")  # others: arguments
WORDS: Final = {"nan": float("nan"), "inf": float("inf"), "-inf": float("-inf")}  # as JSON cannot say them


class LessonFailure(StudyFailure):
    """A lesson's file does not say what a lesson needs."""


def read_lesson(path: Path) -> Lesson:
    """Read one lesson. Raises LessonFailure with one line that names the file and the key."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        message = f"{path.name}: it cannot be read as JSON: {error}"
        raise LessonFailure(message) from error
    return _Reader(path.name).lesson(path.stem, found)


class _Reader:
    """Reads the parts of one file; every fault names the file and where in it."""

    def __init__(self, file: str) -> None:
        self._file = file

    def _fail(self, place: str, what: object, cause: Exception | None = None) -> NoReturn:
        message = f"{self._file}: {place}: {what}"
        raise LessonFailure(message) from cause

    def _object(self, found: Any, place: str, allowed: tuple[str, ...] | None) -> dict[str, Any]:
        if not isinstance(found, dict):
            self._fail(place, "allowed is an object")
        for key in found:
            if allowed is not None and key not in allowed:
                self._fail(f"{place}.{key}", f"unknown; allowed are {', '.join(allowed)}")
        return found

    def _get(self, found: Mapping[str, Any], key: str, kind: type, place: str) -> Any:
        if type(found.get(key)) is not kind:
            self._fail(f"{place}.{key}", f"{found.get(key)!r}; allowed is {kind.__name__}")
        return found[key]

    def _number(self, found: Any, place: str) -> float:
        if isinstance(found, str) and found in WORDS:
            return WORDS[found]
        if isinstance(found, bool) or not isinstance(found, int | float):
            self._fail(place, f"{found!r}; allowed is a number, or one of {', '.join(WORDS)}")
        return float(found)

    def lesson(self, key: str, found: Any) -> Lesson:
        """Read the whole file; the study is made when the lesson is opened, but checked now."""
        top = self._object(found, "lesson", LESSON_KEYS)
        chapter = self._get(top, "chapter", str, "lesson")
        if chapter not in CHAPTERS:
            self._fail("lesson.chapter", f"{chapter!r}; allowed are {', '.join(CHAPTERS)}")
        numbers = self.numbers(self._get(top, "numbers", list, "lesson"))
        titles = self.words(self._get(top, "title", dict, "lesson"), "lesson.title")
        study = self._object(top.get("study"), "study", STUDY_KEYS)
        look = self._object(top.get("look", {}), "look", LOOK_KEYS)
        return Lesson(
            key,
            self._get(top, "order", int, "lesson"),
            chapter,
            titles,
            self.sentences(self._get(top, "text", dict, "lesson"), {number.name for number in numbers}),
            numbers,
            partial(self.make, titles["en"], study, look),
        )

    # Words

    def words(self, found: Mapping[str, Any], place: str) -> Mapping[Language, str]:
        """Read one text in every language."""
        made: dict[Language, str] = {}
        for language in LANGUAGES:
            text = self._get(found, language, str, place)
            if not text.strip():
                self._fail(f"{place}.{language}", "empty; allowed is a text")
            made[language] = text
        return MappingProxyType(made)

    def sentences(self, found: Mapping[str, Any], names: set[str]) -> Mapping[Language, tuple[str, ...]]:
        """Read the sentences in every language; what they quote must be among the numbers."""
        made: dict[Language, tuple[str, ...]] = {}
        for language in LANGUAGES:
            lines = self._get(found, language, list, "text")
            place = f"text.{language}"
            if not 2 <= len(lines) <= 5 or not all(isinstance(line, str) for line in lines):
                self._fail(place, "allowed are two to five sentences")
            for line in lines:
                for name in self._quoted(line, place):
                    if name not in names:
                        self._fail(place, f"no number {name!r}; there are {', '.join(sorted(names))}")
            made[language] = tuple(lines)
        return MappingProxyType(made)

    def _quoted(self, line: str, place: str) -> list[str]:
        try:
            return [name for _, name, _, _ in string.Formatter().parse(line) if name is not None]
        except ValueError as error:
            self._fail(place, f"{line!r}: {error}", error)

    def numbers(self, found: list[Any]) -> tuple[Number, ...]:
        """Read what the lesson states, in the order in which it is shown."""
        made = []
        for index, item in enumerate(found):
            place = f"numbers[{index}]"
            entry = self._object(item, place, None)
            if "expected" not in entry:
                self._fail(f"{place}.expected", "missing; allowed is a number")
            made.append(
                Number(
                    self._get(entry, "name", str, place),
                    self.words(entry, place),
                    self._get(entry, "quantity", str, place),
                    MappingProxyType({key: entry[key] for key in entry if key not in NUMBER_KEYS}),
                    self._number(entry["expected"], f"{place}.expected"),
                    self._number(entry.get("within", 0.0), f"{place}.within"),
                    bool(entry.get("at_most", False)),
                )
            )
        if not made or len({number.name for number in made}) < len(made):
            self._fail("numbers", "allowed are one or more, each with a name of its own")
        return tuple(made)

    # The study

    def make(self, title: str, found: Mapping[str, Any], look: Mapping[str, Any]) -> tuple[Study, Look]:
        """Make the study and the look."""
        table = self.table(found)
        losses = self._get(found, "losses", list, "study")
        shown = tuple(self.loss(entry, f"study.losses[{index}]") for index, entry in enumerate(losses))
        study = Study(title, table, shown)
        if "pin" in found:
            pin = self._object(found["pin"], "study.pin", ("sample", "logits"))
            sample = table.sample(pin.get("sample", 0))
            logits = self.row(self._get(pin, "logits", list, "study.pin"), "study.pin.logits")
            study = Study(
                title, table, shown, Pin(sample.index, sample.name, frozen(logits), sample.targets, shown)
            )
        return study, self.look(look, table)

    def table(self, found: Mapping[str, Any]) -> Table:
        """Read logits and targets; `classes` are their names, or how many there are."""
        rows = {
            key: [
                self.row(row, f"study.{key}[{index}]")
                for index, row in enumerate(self._get(found, key, list, "study"))
            ]
            for key in ("logits", "targets")
        }
        classes = found.get("classes")
        if isinstance(classes, int):
            classes = [f"c{index + 1}" for index in range(classes)]
        try:
            return Table.of(rows["logits"], rows["targets"], classes, found.get("samples"), "lesson")
        except ValueError as error:
            self._fail("study", error, error)

    def row(self, found: Any, place: str) -> list[float]:
        """Read the numbers of one sample; `{"of": 0, "times": 97}` stands for 97 times 0."""
        if not isinstance(found, list):
            self._fail(place, f"{found!r}; allowed is a list of numbers")
        made: list[float] = []
        for index, item in enumerate(found):
            if isinstance(item, dict):
                each = self._object(item, f"{place}[{index}]", ("of", "times"))
                times = self._get(each, "times", int, f"{place}[{index}]")
                made.extend([self._number(each.get("of"), f"{place}[{index}].of")] * times)
            else:
                made.append(self._number(item, f"{place}[{index}]"))
        return made

    def loss(self, found: Any, place: str) -> ShownLoss:
        """Read one shown loss: its key, and settings as numbers or by the name of a choice."""
        entry = self._object(found, place, None)
        key = self._get(entry, "loss", str, place)
        if key not in LOSSES:
            self._fail(f"{place}.loss", f"no loss {key!r}; there are {', '.join(LOSSES)}")
        given = {name: setting for name, setting in entry.items() if name != "loss"}
        try:
            checked = LOSSES[key].settings(**given)
        except ValueError as error:
            self._fail(place, error, error)
        return ShownLoss(key, tuple((name, checked[name]) for name in given))

    def look(self, found: Mapping[str, Any], table: Table) -> Look:
        """Read how the study is watched: classes by name, the rest as the look has it."""
        held = self.place(found["held"], table, "look.held") if "held" in found else 0
        pair = found.get("landscape", [held, (held + 1) % table.class_count])
        if not isinstance(pair, list) or len(pair) != 2:
            self._fail("look.landscape", "allowed are two classes")
        across, up = (self.place(each, table, "look.landscape") for each in pair)
        others = {key: found[key] for key in found if key not in ("held", "landscape")}
        return Look(held=held, slice_class=held, landscape=(across, up), **others)

    def place(self, found: Any, table: Table, place: str) -> int:
        """Return the place of a class that is given by name, or by its place."""
        if isinstance(found, int) and not isinstance(found, bool):
            return found
        if found not in table.classes:
            self._fail(place, f"no class {found!r}; there are {', '.join(table.classes[:9])}")
        return table.classes.index(found)
