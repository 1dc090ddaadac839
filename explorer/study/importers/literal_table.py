"""From values (JSON, Python, NumPy, torch) to a table: arrays, named arrays, or one object a sample."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NoReturn

from explorer.study.failures import ImportFailure, quoted
from explorer.study.importers.grid import NUMBERS_ALLOWED, TWO_READ, Grid, numbers
from explorer.study.importers.labels import Marks
from explorer.study.importers.literal import parsed
from explorer.study.importers.names import check_names, clean_name, listed
from explorer.study.source import is_unicode
from explorer.study.sources.contents import ROLES
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from explorer.study.importers.literal import Value
    from explorer.study.values import Numbers

WORDS: Final = {"nan": "nan", "infinity": "inf", "-infinity": "-inf", "inf": "inf", "-inf": "-inf"}
FIELDS: Final = {**ROLES, "samples": ("name", "sample")}  # of one object a sample
SHAPES: Final = noted(
    'allowed are {"logits": [[...]], "targets": [[...]], "classes": [...], "samples": [...]}, '
    'a list of rows, or a list of {"name", "logits", "targets"}'
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Turns values into a grid. `name`: the file's, for messages. `as_targets`: what a bare list is."""

    name: str
    as_targets: bool = False

    def grid(self, given: Sequence[tuple[str | None, Value]]) -> Grid:
        """Read the values of one text, each with its name or None."""
        values = [value for _, value in given]
        if not values:
            self.refuse(say("the file"), "", SHAPES)
        if all(name is None for name, _ in given):
            return self._bare(values)
        if len(values) == 1:
            role = next((key for key, names in ROLES.items() if str(given[0][0]).lower() in names), None)
            if role is None or isinstance(values[0], dict):
                return self._bare(values)
        return self._assigned(given)

    def _bare(self, values: list[Value]) -> Grid:
        """Read values without names."""
        if len(values) > 1:
            if all(isinstance(value, dict) for value in values) or (len(values) > 2 and _all_flat(values)):
                return self._bare([values])
            if len(values) == 2:
                return self._two(values[0], values[1])
            self.refuse(
                say("the text"),
                say("{count} tables", count=len(values)),
                noted("allowed are two: logits, then targets"),
            )
        (value,) = values
        if isinstance(value, dict):
            return self._whole(value, ())
        if not isinstance(value, list):
            self.refuse(say("the file"), value, SHAPES)
        if value and all(isinstance(row, dict) for row in value):
            return self._samples([row for row in value if isinstance(row, dict)])
        if len(value) == 2 and all(_depth(part) == 2 for part in value):
            return self._two(value[0], value[1])
        if self.as_targets:
            marks = self.marks(value, say("the list"))
            return Grid(name=self.name, marks=marks, places=marks.places)
        logits = self.rows(value, say("the list"))
        return Grid(name=self.name, logits=logits, places=_places(len(logits), say("the list")))

    def _two(self, logits: Value, targets: Value) -> Grid:
        return self._whole({"logits": logits, "targets": targets}, (TWO_READ,))

    def _assigned(self, given: Sequence[tuple[str | None, Value]]) -> Grid:
        """Read named values; two names that say nothing are logits and targets, in that order."""
        document = {name or f"value {place}": value for place, (name, value) in enumerate(given, 1)}
        if len(given) == 2 and len(document) == 2 and not _roles(document, ROLES)[0]:
            (first, logits), (second, targets) = document.items()
            note = say(
                "Read {first} as logits and {second} as targets.", first=quoted(first), second=quoted(second)
            )
            return self._whole({"logits": logits, "targets": targets}, (note,))
        return self._whole(document, ())

    def _whole(self, document: dict[str, Value], notes: tuple[str, ...]) -> Grid:
        """Read an object that names its parts."""
        if "format" in document and "table" in document:
            message = say(
                "{file}: this is a study file; it can be opened, not read as a table; {allowed}",
                file=self.name,
                allowed=say(SHAPES),
            )
            raise ImportFailure(message)
        found, unknown = _roles(document, ROLES)
        if "logits" not in found and "targets" not in found:
            message = say(
                '{file}: no key "logits", the keys are {names}; {allowed}',
                file=self.name,
                names=listed(list(document)),
                allowed=say(SHAPES),
            )
            raise ImportFailure(message)
        part = {role: document[key] for role, key in found.items() if document[key] is not None}
        logits = self.rows(part["logits"], f'"{found["logits"]}"') if "logits" in part else None
        marks = self.marks(part["targets"], f'"{found["targets"]}"') if "targets" in part else None
        classes = self.names(part.get("classes"), found.get("classes", "classes"))
        samples = self.names(part.get("samples"), found.get("samples", "samples"))
        if classes is not None:
            told, key = say('"{key}", place {place}'), found["classes"]
            where = [told.format(key=key, place=place) for place in range(1, len(classes) + 1)]
            check_names(classes, where, self.name)
        return self._made(logits, marks, classes, samples, (*notes, *_not_read(unknown)))

    def _samples(self, entries: list[dict[str, Value]]) -> Grid:
        """Read one object a sample; all have the parts of the first, and logits."""
        found, unknown = _roles({key: None for entry in entries for key in entry}, FIELDS)
        logits_key = found.get("logits", "logits")
        for place, entry in enumerate(entries, start=1):
            if logits_key not in entry:
                allowed = listed(("name", "logits", "targets"))
                message = say(
                    '{file}: row {row}: no key "{name}"; allowed is {allowed}',
                    file=self.name,
                    row=place,
                    name=logits_key,
                    allowed=allowed,
                )
                raise ImportFailure(message)
        logits = self.rows([entry[logits_key] for entry in entries], f'"{logits_key}"')
        marks = names = None
        if "targets" in found:
            key = found["targets"]
            marks = self.marks([entry.get(key) for entry in entries], f'"{key}"')
        if "samples" in found:
            names = self.names([entry.get(found["samples"]) for entry in entries], found["samples"])
        return self._made(logits, marks, None, names, _not_read(unknown))

    def _made(
        self,
        logits: Numbers | None,
        marks: Marks | None,
        classes: tuple[str, ...] | None,
        samples: tuple[str, ...] | None,
        notes: tuple[str, ...],
    ) -> Grid:
        """Check that names are as many as there are numbers."""
        if logits is not None:
            rows, columns = logits.shape
        else:
            rows = len(marks) if marks else 0
            columns = marks.numbers.shape[1] if marks and marks.numbers is not None else len(classes or ())
        for key, names, count in (("classes", classes, columns), ("samples", samples, rows)):
            if names is not None and len(names) != count:
                message = say(
                    '{file}: "{name}" has {count} names; allowed are {wanted}',
                    file=self.name,
                    name=key,
                    count=len(names),
                    wanted=count,
                )
                raise ImportFailure(message)
        return Grid(
            name=self.name,
            logits=logits,
            marks=marks,
            classes=classes,
            samples=samples,
            places=_places(rows, say("the list")),
            notes=notes,
        )

    # Numbers

    def rows(self, value: Value, where: str) -> Numbers:
        """Read a list of rows, or one row, into shape (rows, columns)."""
        if not isinstance(value, list):
            self.refuse(where, value, noted("allowed is a list of rows of numbers"))
        rows: list[Value] = value if any(isinstance(row, list) for row in value) else [value]
        if not rows[0]:
            message = say(
                "{file}: {where} has no rows; allowed is 1 or more, with 1 or more numbers each",
                file=self.name,
                where=where,
            )
            raise ImportFailure(message)
        return numbers([self._row(row, place, rows[0], where) for place, row in enumerate(rows, start=1)])

    def _row(self, row: Value, place: int, first: Value, where: str) -> list[float]:
        if not isinstance(row, list):
            self.refuse(
                say("row {place} of {where}", place=place, where=where),
                row,
                noted("allowed is a list of numbers"),
            )
        wanted = len(first) if isinstance(first, list) else len(row)
        if len(row) != wanted:
            given = say("{count} numbers", count=len(row))
            message = say(
                "{file}: row {row} of {where} has {given}; allowed are {wanted}, as in row 1",
                file=self.name,
                row=place,
                where=where,
                given=given,
                wanted=wanted,
            )
            raise ImportFailure(message)
        return [
            item if type(item) is float else self._number(item, place, i, where)
            for i, item in enumerate(row, start=1)
        ]

    def _number(self, item: Value, row: int, column: int, where: str) -> float:
        if not isinstance(item, str) or item.lower() not in WORDS:
            place = say("row {row}, column {column} of {where}", row=row, column=column, where=where)
            self.refuse(place, item, NUMBERS_ALLOWED)
        return float(WORDS[item.lower()])

    # Targets

    def marks(self, value: Value, where: str) -> Marks:
        """Read targets in any form: rows of numbers, of class indices, of label names."""
        if not isinstance(value, list):
            self.refuse(where, value, noted("allowed is a list of targets, class indices or label names"))
        if not value:
            message = say("{file}: {where} has no rows; allowed is 1 or more", file=self.name, where=where)
            raise ImportFailure(message)
        flat = not any(isinstance(row, list) for row in value)
        is_table = all(isinstance(row, list) and row for row in value)
        if _are_numbers(value) or (is_table and all(_are_numbers(row) for row in value)):
            rows = [value] if flat else value
            widths = {len(row) for row in rows if isinstance(row, list)}
            places = _places(len(rows), where)
            if len(widths) == 1:
                return Marks(self.name, where, places, self.rows(value, where), flat=flat)
        entries = [self._entries(row, place, where) for place, row in enumerate(value, start=1)]
        return Marks(self.name, where, _places(len(value), where), entries=entries, flat=flat)

    def _entries(self, row: Value, place: int, where: str) -> list[float | str]:
        items = row if isinstance(row, list) else [row]
        found: list[float | str] = []
        for item in items:
            if isinstance(item, float):
                found.append(item)
            elif isinstance(item, str) and item.lower() in WORDS:
                found.append(float(WORDS[item.lower()]))
            elif isinstance(item, str) and is_unicode(item):
                found.append(item)
            else:
                self.refuse(
                    say("row {place} of {where}", place=place, where=where),
                    item,
                    noted("allowed are numbers and label names"),
                )
        return found

    def names(self, value: Value, key: str) -> tuple[str, ...] | None:
        """Read a list of texts; None where there is none."""
        if value is None:
            return None
        if not isinstance(value, list):
            self.refuse(f'"{key}"', value, noted("allowed is a list of texts"))
        texts = []
        for place, item in enumerate(value, start=1):
            if not isinstance(item, str) or not is_unicode(item):
                self.refuse(
                    say('"{key}", place {place}', key=key, place=place), item, noted("allowed is text")
                )
            texts.append(clean_name(item))
        return tuple(texts)

    def refuse(self, where: str, value: Value, allowed: str) -> NoReturn:
        """Raise ImportFailure; the message quotes the value."""
        said = quoted(_shown(value))
        message = say(
            "{file}: {where}: {value} is not a number; {allowed}"
            if allowed == NUMBERS_ALLOWED
            else "{file}: {where}: {value} cannot be read; {allowed}",
            file=self.name,
            where=where,
            value=said,
            allowed=say(allowed),
        )
        raise ImportFailure(message)


def read_literal(text: str, name: str, *, as_targets: bool = False) -> Grid:
    """Read a table from values as text. `name` is the file's, for messages. Raises ImportFailure."""
    return Reader(name, as_targets).grid(parsed(text, name))


def _roles(
    document: dict[str, Value], roles: Mapping[str, tuple[str, ...]]
) -> tuple[dict[str, str], list[str]]:
    """Return for every role the key that has it, and the keys that have none."""
    keys = {key.lower(): key for key in reversed(document)}
    found = {}
    for role, names in roles.items():
        known = next((keys[name] for name in names if name in keys), None)
        if known is not None:
            found[role] = known
    taken = set(found.values())
    return found, [key for key in document if key not in taken]


def _not_read(unknown: list[str]) -> tuple[str, ...]:
    return (say("Not read: {names}.", names=listed(unknown)),) if unknown else ()


def _are_numbers(value: Value) -> bool:
    """Say whether this is a list of numbers; those that JSON has no sign for may be texts."""
    return isinstance(value, list) and all(
        type(item) is float or (isinstance(item, str) and item.lower() in WORDS) for item in value
    )


def _all_flat(values: list[Value]) -> bool:
    return all(isinstance(value, list) and value and not _depth(value[0]) for value in values)


def _depth(value: Value) -> int:
    """Count how deep the first items of lists lie."""
    depth = 0
    while isinstance(value, list):
        depth += 1
        value = value[0] if value else None
    return depth


def _places(count: int, where: str) -> tuple[str, ...]:
    told = say("row {place} of {where}")  # one template for many rows
    return tuple(told.format(place=place, where=where) for place in range(1, count + 1))


def _shown(value: Value) -> str:
    """Return a value as JSON has it, without writing out what is large."""
    if isinstance(value, dict | list):
        return "{...}" if isinstance(value, dict) else "[...]"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")  # every whole number was read as a float
    return "null" if value is None else value
