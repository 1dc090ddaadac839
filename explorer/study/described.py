"""A study, a look and stated numbers, as the files of lessons and stories write them by hand.

Classes are named or counted, a long row says `{"of": 0, "times": 97}`, a loss is its key with the settings
that differ. Every fault names the file, the place in it and what is allowed.
"""

from __future__ import annotations

import string
from math import inf
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NoReturn

from explorer.losses import LOSSES
from explorer.study.failures import StudyFailure
from explorer.study.stated import Number
from explorer.study.study import Look, Pin, ShownLoss, Study
from explorer.study.table import Table
from explorer.study.values import frozen
from explorer.wording import LANGUAGES, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explorer.wording import Language, Words

STUDY_KEYS: Final = ("title", "classes", "samples", "logits", "targets", "losses", "pin")
NUMBER_KEYS: Final = ("name", *LANGUAGES, "quantity", "expected", "within", "at_most")  # others: arguments
MOST_CLASSES: Final = 1_000_000  # of a row that a file describes in a few letters ...
MOST_NUMBERS: Final = 4_000_000  # ... and of all its rows
WORDS: Final = {"nan": float("nan"), "inf": float("inf"), "-inf": float("-inf")}  # as JSON cannot say them
KINDS: Final[Mapping[str, type]] = {
    "sample": int,
    "landscape_loss": int,
    "alpha": float,
    "enlarged": str,
    "sharpening": str,
    "order": str,
    "only": str,
    "search": str,
    "first": int,
    "time": int,
}
LOOK_KEYS: Final = ("held", "slice_class", "landscape", "selected", "options", *KINDS)


class Reader:
    """Reads the parts of one file; every fault names the file and where in it.

    failure: what is raised. within: begins every place ("steps[2]."). spoken: the languages in which every
    text must be there.
    """

    def __init__(
        self,
        file: str,
        failure: type[StudyFailure] = StudyFailure,
        within: str = "",
        spoken: tuple[Language, ...] = LANGUAGES,
    ) -> None:
        self._file = file
        self._failure = failure
        self._within = within
        self._spoken = spoken

    # Values

    def fail(self, place: str, what: object, cause: Exception | None = None) -> NoReturn:
        """Raise the failure: what is wrong at a place."""
        message = say(
            "{file}: {place}: {problem}", file=self._file, place=f"{self._within}{place}", problem=what
        )
        raise self._failure(message) from cause

    def surplus(self, rest: Mapping[str, Any], place: str, allowed: tuple[str, ...]) -> None:
        """Refuse keys that are not known; a reader of files that may be newer keeps them instead."""
        for key in rest:
            self.fail(f"{place}.{key}", say("unknown; allowed are {names}", names=", ".join(allowed)))

    def object(self, found: Any, place: str, allowed: tuple[str, ...] | None) -> dict[str, Any]:
        """Return an object whose keys are allowed; None allows all."""
        if not isinstance(found, dict):
            self.fail(place, say("allowed is an object"))
        if allowed is not None:
            self.surplus({key: found[key] for key in found if key not in allowed}, place, allowed)
        return found

    def get(self, found: Mapping[str, Any], key: str, kind: type, place: str) -> Any:
        """Return the value of a key, which must be of this very type."""
        if type(found.get(key)) is not kind:
            self.fail(
                f"{place}.{key}",
                say("{value}; allowed is {kind}", value=repr(found.get(key)), kind=kind.__name__),
            )
        return found[key]

    def number(self, found: Any, place: str) -> float:
        """Return a number; those that JSON has not are texts."""
        if isinstance(found, str) and found in WORDS:
            return WORDS[found]
        if isinstance(found, bool) or not isinstance(found, int | float):
            self.fail(
                place,
                say(
                    "{value}; allowed is a number, or one of {names}",
                    value=repr(found),
                    names=", ".join(WORDS),
                ),
            )
        try:
            return float(found)
        except OverflowError as error:
            self.fail(place, say("a number that a float64 cannot hold"), error)

    def width(self, found: Any, place: str) -> float:
        """Return how far off a stated number may be: a finite one, 0 for exactly."""
        made = self.number(found, place)
        if not 0.0 <= made < inf:
            self.fail(place, say("{value}; allowed are finite numbers from 0", value=repr(found)))
        return made

    def words(self, found: Mapping[str, Any], place: str) -> Words:
        """Read one text in every language that must be there, and in others that are."""
        made: dict[Language, str] = {}
        for language in LANGUAGES:
            if language not in self._spoken and language not in found:
                continue
            text = self.get(found, language, str, place)
            if language in self._spoken and not text.strip():
                self.fail(f"{place}.{language}", say("empty; allowed is a text"))
            made[language] = text
        return MappingProxyType(made)

    def quoted(self, line: str, place: str) -> list[str]:
        """Return the names in braces of a line, in order."""
        try:
            return [name for _, name, _, _ in string.Formatter().parse(line) if name is not None]
        except ValueError as error:
            self.fail(place, f"{line!r}: {error}", error)

    def numbers(self, found: list[Any]) -> tuple[Number, ...]:
        """Read what is stated, in the order in which it is shown; each has a name of its own."""
        made = []
        for index, item in enumerate(found):
            place = f"numbers[{index}]"
            entry = self.object(item, place, None)
            if "expected" not in entry:
                self.fail(f"{place}.expected", say("missing; allowed is a number"))
            made.append(
                Number(
                    self.get(entry, "name", str, place),
                    self.words(entry, place),
                    self.get(entry, "quantity", str, place),
                    MappingProxyType({key: entry[key] for key in entry if key not in NUMBER_KEYS}),
                    self.number(entry["expected"], f"{place}.expected"),
                    self.width(entry.get("within", 0.0), f"{place}.within"),
                    bool(entry.get("at_most", False)),
                )
            )
        if len({number.name for number in made}) < len(made):
            self.fail("numbers", say("allowed are numbers, each with a name of its own"))
        return tuple(made)

    # The study

    def study(self, found: Mapping[str, Any], title: str, origin: str) -> Study:
        """Make the study; a title of its own comes before the given one."""
        table = self.table(found, origin)
        losses = self.get(found, "losses", list, "study")
        shown = tuple(self.loss(entry, f"study.losses[{index}]") for index, entry in enumerate(losses))
        if "title" in found:
            title = self.get(found, "title", str, "study")
        shown = tuple(loss for loss in shown if loss.key in LOSSES)
        if found.get("pin") is None:
            return Study(title, table, shown)
        return Study(title, table, shown, self.pin(found["pin"], table, shown))

    def pin(self, found: Any, table: Table, shown: tuple[ShownLoss, ...]) -> Pin:
        """Read the pinned logits; targets and losses are those of the sample unless they are given."""
        pin = self.object(found, "study.pin", ("sample", "name", "logits", "targets", "losses"))
        index = self.place(pin.get("sample", 0), table, "study.pin.sample", len(table))
        sample = table.sample(index)
        logits = frozen(self.row(self.get(pin, "logits", list, "study.pin"), "study.pin.logits"))
        targets = frozen(self.row(pin["targets"], "study.pin.targets")) if "targets" in pin else None
        if "losses" in pin:
            losses = self.get(pin, "losses", list, "study.pin")
            read = (self.loss(entry, f"study.pin.losses[{at}]") for at, entry in enumerate(losses))
            shown = tuple(loss for loss in read if loss.key in LOSSES)
        for key, row in (("logits", logits), ("targets", targets)):
            if row is not None and len(row) != table.class_count:
                self.fail(
                    f"study.pin.{key}",
                    say("{count} numbers; allowed are {allowed}", count=len(row), allowed=table.class_count),
                )
        name = self.get(pin, "name", str, "study.pin") if "name" in pin else sample.name
        return Pin(index, name, logits, sample.targets if targets is None else targets, shown)

    def table(self, found: Mapping[str, Any], origin: str) -> Table:
        """Read logits and targets; `classes` are their names, or how many there are."""
        classes = found.get("classes")
        if isinstance(classes, int):
            self.sized(classes, "study.classes")
            classes = counted(classes)
        rows = {key: self.rows(found, key) for key in ("logits", "targets")}
        try:
            return Table.of(rows["logits"], rows["targets"], classes, found.get("samples"), origin)
        except (ValueError, TypeError) as error:
            self.fail("study", error, error)

    def rows(self, found: Mapping[str, Any], key: str) -> list[list[float]]:
        """Read the rows of all samples."""
        made: list[list[float]] = []
        for index, row in enumerate(self.get(found, key, list, "study")):
            made.append(self.row(row, f"study.{key}[{index}]"))
            self.sized(sum(map(len, made)), f"study.{key}", MOST_NUMBERS)
        return made

    def sized(self, count: int, place: str, most: int = MOST_CLASSES) -> None:
        """Refuse more than memory is meant for, before anything of that size is made."""
        if count > most:
            self.fail(
                place, say("{count} numbers; allowed are up to {most}", count=f"{count:,}", most=f"{most:,}")
            )

    def row(self, found: Any, place: str) -> list[float]:
        """Read the numbers of one sample; `{"of": 0, "times": 97}` stands for 97 times 0."""
        if not isinstance(found, list):
            self.fail(place, say("{value}; allowed is a list of numbers", value=repr(found)))
        made: list[float] = []
        for index, item in enumerate(found):
            if isinstance(item, dict):
                each = self.object(item, f"{place}[{index}]", ("of", "times"))
                times = self.get(each, "times", int, f"{place}[{index}]")
                self.sized(len(made) + times, place)
                made.extend([self.number(each.get("of"), f"{place}[{index}].of")] * times)
            else:
                made.append(self.number(item, f"{place}[{index}]"))
        return made

    def loss(self, found: Any, place: str) -> ShownLoss:
        """Read one shown loss: its key, whether it is on, settings as numbers or by the name of a choice."""
        entry = self.object(found, place, None)
        key = self.get(entry, "loss", str, place)
        is_on = self.get(entry, "on", bool, place) if "on" in entry else True
        given = {name: setting for name, setting in entry.items() if name not in ("loss", "on")}
        if key not in LOSSES:
            self.unknown_loss(entry, place)
            return ShownLoss(key, on=is_on)
        named = {parameter.name for parameter in LOSSES[key].parameters}
        kept = self.beside_loss(key, {name: given[name] for name in given if name not in named}, place)
        given = {name: given[name] for name in given if name not in kept}
        try:
            checked = LOSSES[key].kept_settings(**given)
        except ValueError as error:
            self.fail(place, error, error)
        return ShownLoss(key, tuple((name, checked[name]) for name in given), is_on)

    def unknown_loss(self, entry: Mapping[str, Any], place: str) -> None:
        """Refuse a loss that there is not; a reader of newer files keeps it instead."""
        name, names = repr(entry["loss"]), ", ".join(LOSSES)
        self.fail(f"{place}.loss", say("no loss {name}; there are {names}", name=name, names=names))

    def beside_loss(self, key: str, unknown: Mapping[str, Any], place: str) -> Mapping[str, Any]:
        """Return which unknown keys beside a loss are kept, and not refused as settings: none."""
        return {}

    def look(self, found: Mapping[str, Any], table: Table) -> Look:
        """Read how the study is watched: classes by name, the rest as the look has it.

        The held class is the slice's and the first of the landscape's unless those are given.
        """
        held = self.place(found["held"], table, "look.held") if "held" in found else 0
        along = (
            self.place(found["slice_class"], table, "look.slice_class") if "slice_class" in found else held
        )
        pair = found.get("landscape", [held, (held + 1) % table.class_count])
        if not isinstance(pair, list) or len(pair) != 2:
            self.fail("look.landscape", say("allowed are two classes"))
        across, up = (self.place(each, table, "look.landscape") for each in pair)
        selected = self.get(found, "selected", list, "look") if "selected" in found else []
        return Look(
            held=held,
            slice_class=along,
            landscape=(across, up),
            selected=frozenset(self.place(each, table, "look.selected") for each in selected),
            options=self.options(found["options"]) if "options" in found else (),
            **{key: self._chosen(found, key, kind) for key, kind in KINDS.items() if key in found},
        )

    def _chosen(self, found: Mapping[str, Any], key: str, kind: type) -> Any:
        if kind is float:
            return self.number(found[key], f"look.{key}")
        return self.get(found, key, kind, "look")

    def options(self, found: Any) -> tuple[tuple[str, str], ...]:
        """Read what was chosen of figures: text by name."""
        entries = self.object(found, "look.options", None)
        return tuple(sorted((name, self.get(entries, name, str, "look.options")) for name in entries))

    def place(self, found: Any, table: Table, place: str, count: int | None = None) -> int:
        """Return the place of a class that is given by name, or by its place; of so many where it is said."""
        most = table.class_count if count is None else count
        if isinstance(found, int) and not isinstance(found, bool):
            if not 0 <= found < most:
                self.fail(place, say("{value}; allowed are 0 to {last}", value=found, last=most - 1))
            return found
        if not isinstance(found, str) or found not in table.classes:
            self.fail(
                place,
                say(
                    "no class {name}; there are {names}", name=repr(found), names=", ".join(table.classes[:9])
                ),
            )
        return table.classes.index(found)


def counted(classes: int) -> list[str]:
    """Return the names of classes that are only counted: c1, c2, ..."""
    return [f"c{index + 1}" for index in range(classes)]
