"""Reading a story; a fault is said with the file, the place in it, and what is allowed.

Keys that are not known, and texts in further languages, are kept and written back: a newer program may have
written them. What a step's study leaves out is that of the step before it. Of a newer format a slider or a
loss that is not known is kept too, and not shown.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NoReturn

from explorer.study.described import LOOK_KEYS, STUDY_KEYS, Reader
from explorer.study.failures import StudyFailure
from explorer.study.json_text import KeyTwice, loaded
from explorer.study.stories.story import FORMAT, SECONDS, Control, Step, Story
from explorer.wording import LANGUAGES, say, words_in

if TYPE_CHECKING:
    from collections.abc import Mapping

ENDING: Final = ".story.json"
STORY_KEYS: Final = ("format", "key", "order", "title", "steps")
STEP_KEYS: Final = (
    "title", "caption", "notes", "study", "look", "cards", "control", "numbers", "seconds",
)  # fmt: skip
CONTROL_KEYS: Final = ("kind", "name", "low", "high", "step", "log", *LANGUAGES)


LOSSES_PATH: Final = ("study", "losses")  # of what is kept of a step's losses, by their places
PIN_PATH: Final = ("study", "pin", "losses")  # the same of those of its pin


class StoryFailure(StudyFailure):
    """A story does not say what a story needs."""


def read_story(text: str, name: str) -> Story:
    """Read the text of a story's file of this name. Raises StoryFailure with one line.

    One of a newer format opens as far as it is understood, and its message says so.
    """
    try:
        found = loaded(text)
    except KeyTwice as error:
        raise StoryFailure(say("{what}: {fact}", what=name, fact=error)) from error
    except (ValueError, RecursionError) as error:
        message = say("{file}: it cannot be read as JSON: {problem}", file=name, problem=error)
        raise StoryFailure(message) from error
    return story_of(found, name)


def story_of(found: Any, name: str, within: str = "") -> Story:
    """Read a story's plain values, as `values_of` writes them. within: begins the place of a fault."""
    return _StoryReader(name, StoryFailure, within, ()).story(found)


class _Keeping(Reader):
    """Reads what may be of a newer program: unknown keys are kept by the path of their object."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.extra: dict[tuple[str, ...], Mapping[str, object]] = {}

    def surplus(self, rest: Mapping[str, Any], place: str, allowed: tuple[str, ...]) -> None:
        """Keep them; in a list there is no path back to them."""
        if rest and "[" in place:
            super().surplus(rest, place, allowed)
        if rest:
            path = tuple(part for part in place.split(".") if part not in ("story", "step"))
            self.extra[path] = MappingProxyType(dict(rest))


class _StoryReader(_Keeping):
    """Reads one story."""

    def story(self, found: Any) -> Story:
        top = self.object(found, "story", STORY_KEYS)
        version = self.get(top, "format", int, "story")
        if version < 1:
            self.fail("story.format", say("{value}; allowed is {allowed}", value=version, allowed=FORMAT))
        titles = self.words(self.object(top.get("title"), "story.title", LANGUAGES), "story.title")
        steps = self.get(top, "steps", list, "story")
        if not steps:
            self.fail("story.steps", say("empty; allowed are 1 or more"))
        key = self.get(top, "key", str, "story") if "key" in top else self._file.removesuffix(ENDING)
        order = self.get(top, "order", int, "story") if "order" in top else 0
        extra = dict(self.extra.get((), {}))
        if ("title",) in self.extra:
            extra["title"] = self.extra["title",]
        made, aside = self.steps(steps, words_in(titles, "en"), version > FORMAT)
        message = None
        if version > FORMAT:
            extra["format"] = version
            message = self.newer(version, aside)
        return Story(key, titles, made, order, MappingProxyType(extra), message)

    def newer(self, version: int, aside: tuple[str, ...]) -> str:
        """Say that a story is newer, and what of it is not shown."""
        message = say(
            "{file} is of format {version}, newer than {format}: what is unknown is not shown.",
            file=self._file,
            version=version,
            format=FORMAT,
        )
        if not aside:
            return message
        names = ", ".join(aside)
        kept = say("Not known here and not shown, but kept in the file: {names}.", names=names)
        return f"{message} {kept}"

    def steps(self, found: list[Any], title: str, is_newer: bool) -> tuple[tuple[Step, ...], tuple[str, ...]]:
        """Read the steps, and the names of what is set aside.

        Each may leave out what the study of the one before it has.
        """
        made: list[Step] = []
        before: Mapping[str, Any] = {}
        aside: dict[str, None] = {}
        for index, item in enumerate(found):
            reader = _StepReader(self._file, StoryFailure, f"{self._within}steps[{index}].", ())
            reader.is_newer = is_newer
            entry = reader.object(item, "step", STEP_KEYS)
            before = {**before, **reader.object(entry.get("study", {}), "study", STUDY_KEYS)}
            made.append(reader.step(entry, before, title))
            aside |= dict.fromkeys(reader.aside)
        return tuple(made), tuple(aside)


class _StepReader(_Keeping):
    """Reads one step. is_newer: it is of a newer format; aside: names of what of it is not known here."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.is_newer = False
        self.aside: list[str] = []

    def unknown_loss(self, entry: Mapping[str, Any], place: str) -> None:
        if not self.is_newer:
            super().unknown_loss(entry, place)
        self.aside.append(entry["loss"])
        self._keep_loss(entry, place)

    def beside_loss(self, key: str, unknown: Mapping[str, Any], place: str) -> Mapping[str, Any]:
        if not self.is_newer or not unknown:
            return {}
        self._keep_loss({"loss": key, **unknown}, place)
        return unknown

    def _keep_loss(self, entry: Mapping[str, Any], place: str) -> None:
        """Keep it by its place among the losses of the study, or of its pin."""
        path = LOSSES_PATH if place.startswith("study.losses[") else PIN_PATH
        kept = dict(self.extra.get(path, {})) | {place.split("[")[1].rstrip("]"): dict(entry)}
        self.extra[path] = MappingProxyType(kept)

    def fail(self, place: str, what: object, cause: Exception | None = None) -> NoReturn:
        super().fail(place.removeprefix("step."), what, cause)

    def step(self, entry: Mapping[str, Any], described: Mapping[str, Any], title: str) -> Step:
        study = self.study(described, title, "story")
        look = self.look(self.object(entry.get("look", {}), "look", LOOK_KEYS), study.table)
        cards = self.get(entry, "cards", list, "step")
        if not all(isinstance(card, str) for card in cards):
            self.fail("step.cards", say("{value}; allowed are keys of figures", value=repr(cards)))
        numbers = self.get(entry, "numbers", list, "step") if "numbers" in entry else []
        titles, captions, notes = (
            self.words(self.object(entry.get(key, {}), key, LANGUAGES), key)
            for key in ("title", "caption", "notes")
        )
        try:
            return Step(
                titles,
                captions,
                notes,
                study,
                look,
                tuple(cards),
                self.control_of(entry) if entry.get("control") is not None else None,
                self.numbers(numbers),
                self.number(entry.get("seconds", SECONDS), "seconds"),
                MappingProxyType(dict(self.extra)),
            )
        except ValueError as error:
            if isinstance(error, StudyFailure):
                raise
            self.fail("step", error, error)

    def control_of(self, entry: Mapping[str, Any]) -> Control | None:
        """Read the slider; one that only a newer program knows is kept, and there is none."""
        kept = dict(self.extra)
        try:
            return self.control(entry["control"])
        except StoryFailure:
            if not self.is_newer:
                raise
        self.extra = kept  # without the parts of what is kept whole
        self.extra[()] = MappingProxyType({**self.extra.get((), {}), "control": entry["control"]})
        self.aside.append("control")
        return None

    def control(self, found: Any) -> Control:
        """Read the slider."""
        entry = self.object(found, "control", CONTROL_KEYS)
        numbers = {
            key: self.number(entry[key], f"control.{key}") for key in ("low", "high", "step") if key in entry
        }
        try:
            return Control(
                self.get(entry, "kind", str, "control"),
                self.get(entry, "name", str, "control") if "name" in entry else "",
                **numbers,
                log=self.get(entry, "log", bool, "control") if "log" in entry else False,
                words=self.words(entry, "control"),
            )
        except ValueError as error:
            if isinstance(error, StudyFailure):
                raise
            self.fail("control", error, error)
