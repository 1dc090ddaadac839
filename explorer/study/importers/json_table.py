"""JSON: an object with logits and targets, a list of rows, or a list of one object a sample."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NoReturn

from explorer.study.failures import ImportFailure, quoted
from explorer.study.importers.grid import Grid, check_names, clean_name, listed, numbers
from explorer.study.source import is_unicode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.study.values import Numbers

NUMBERS_ALLOWED: Final = "allowed are numbers, NaN, Infinity and -Infinity"
WORDS: Final = {"nan": "nan", "infinity": "inf", "-infinity": "-inf", "inf": "inf", "-inf": "-inf"}
PARTS: Final = ("logits", "targets", "classes", "samples")
FIELDS: Final = ("name", "logits", "targets")
SHAPES: Final = (
    'allowed are {"logits": [[...]], "targets": [[...]], "classes": [...], "samples": [...]}, '
    'a list of rows, or a list of {"name", "logits", "targets"}'
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Turns parsed JSON into a grid; knows the file's name for its messages."""

    name: str

    def grid(self, document: object) -> Grid:
        """Read any of the three shapes."""
        if isinstance(document, dict):
            return self._whole(document)
        if isinstance(document, list) and document and all(isinstance(row, dict) for row in document):
            return self._samples(document)
        if not isinstance(document, list):
            self.refuse("the file", document, SHAPES)
        return self._made(self.rows(document, "the list"), None, None, None, plain=True, notes=())

    def _whole(self, document: dict[str, object]) -> Grid:
        if "format" in document and "table" in document:
            message = f"{self.name}: this is a study file; it can be opened, not read as a table; {SHAPES}"
            raise ImportFailure(message)
        if "logits" not in document and "targets" not in document:
            message = f'{self.name}: no key "logits", the keys are {listed(list(document))}; {SHAPES}'
            raise ImportFailure(message)
        logits, targets = (
            self.rows(document[key], f'"{key}"') if document.get(key) is not None else None
            for key in ("logits", "targets")
        )
        classes = self.names(document.get("classes"), "classes")
        if classes is not None:
            check_names(classes, [f'"classes", place {i}' for i in range(1, len(classes) + 1)], self.name)
        samples = self.names(document.get("samples"), "samples")
        notes = _ignored(document, PARTS)
        return self._made(logits, targets, classes, samples, plain=False, notes=notes)

    def _samples(self, entries: list[dict[str, object]]) -> Grid:
        """Read one object a sample."""
        for place, entry in enumerate(entries, start=1):
            if "logits" not in entry:
                message = f'{self.name}: row {place}: no key "logits"; allowed is {listed(FIELDS)}'
                raise ImportFailure(message)
        logits = self.rows([entry["logits"] for entry in entries], '"logits"')
        targets = None
        if any("targets" in entry for entry in entries):
            targets = self.rows([entry.get("targets") for entry in entries], '"targets"')
        names = None
        if any("name" in entry for entry in entries):
            names = self.names([entry.get("name") for entry in entries], "name")
        return self._made(logits, targets, None, names, plain=False, notes=_ignored(entries[0], FIELDS))

    def _made(
        self,
        logits: Numbers | None,
        targets: Numbers | None,
        classes: tuple[str, ...] | None,
        samples: tuple[str, ...] | None,
        *,
        plain: bool,
        notes: tuple[str, ...],
    ) -> Grid:
        """Check that the parts fit together."""
        found = logits if logits is not None else targets
        shape = (0, 0) if found is None else found.shape
        if logits is not None and targets is not None and logits.shape != targets.shape:
            message = f'{self.name}: "targets" are {_size(targets)}; allowed are {_size(logits)}, as "logits"'
            raise ImportFailure(message)
        for key, names, count in (("classes", classes, shape[1]), ("samples", samples, shape[0])):
            if names is not None and len(names) != count:
                message = f'{self.name}: "{key}" has {len(names)} names; allowed are {count}'
                raise ImportFailure(message)
        return Grid(
            name=self.name,
            logits=logits,
            targets=targets,
            classes=classes,
            samples=samples,
            places=tuple(f"row {place}" for place in range(1, shape[0] + 1)),
            plain=plain,
            notes=notes,
        )

    def rows(self, value: object, where: str) -> Numbers:
        """Read a list of rows, or one row, into shape (rows, columns)."""
        if not isinstance(value, list):
            self.refuse(where, value, "allowed is a list of rows of numbers")
        rows = value if any(isinstance(row, list) for row in value) else [value]
        if not rows[0]:
            message = f"{self.name}: {where} has no rows; allowed is 1 or more, with 1 or more numbers each"
            raise ImportFailure(message)
        return numbers([self._row(row, place, rows[0], where) for place, row in enumerate(rows, start=1)])

    def _row(self, row: object, place: int, first: list[object], where: str) -> Sequence[float]:
        if not isinstance(row, list):
            self.refuse(f"row {place} of {where}", row, "allowed is a list of numbers")
        wanted = len(first) if isinstance(first, list) else len(row)
        if len(row) != wanted:
            given = f"{len(row)} numbers"
            message = f"{self.name}: row {place} of {where} has {given}; allowed are {wanted}, as in row 1"
            raise ImportFailure(message)
        if all(type(item) is float for item in row):
            return row
        return [self._number(item, f"row {place}, column {i} of {where}") for i, item in enumerate(row, 1)]

    def _number(self, item: object, where: str) -> float:
        if type(item) is float:
            return item
        if not isinstance(item, str) or item.lower() not in WORDS:
            self.refuse(where, item, NUMBERS_ALLOWED)
        return float(WORDS[item.lower()])

    def names(self, value: object, key: str) -> tuple[str, ...] | None:
        """Read a list of texts; None where there is none."""
        if value is None:
            return None
        if not isinstance(value, list):
            self.refuse(f'"{key}"', value, "allowed is a list of texts")
        for place, item in enumerate(value, start=1):
            if not isinstance(item, str) or not is_unicode(item):
                self.refuse(f'"{key}", place {place}', item, "allowed is text")
        return tuple(clean_name(item) for item in value)

    def refuse(self, where: str, value: object, allowed: str) -> NoReturn:
        """Raise ImportFailure; the message quotes the value as JSON has it."""
        said = quoted(_shown(value))
        wrong = "is not a number" if allowed == NUMBERS_ALLOWED else "cannot be read"
        message = f"{self.name}: {where}: {said} {wrong}; {allowed}"
        raise ImportFailure(message)


def read_json(text: str, name: str) -> Grid:
    """Read a table from JSON text. `name` is the file's, for messages. Raises ImportFailure."""
    try:
        document = json.loads(text, parse_int=float)
    except json.JSONDecodeError as error:
        rest = text[error.pos : error.pos + 60]
        near = quoted(rest) if rest.strip() else "the end"
        message = f"{name}: line {error.lineno}, column {error.colno}: {error.msg} at {near}; allowed is JSON"
        raise ImportFailure(message) from error
    except RecursionError as error:
        message = f"{name}: lists in lists without end; {SHAPES}"
        raise ImportFailure(message) from error
    return Reader(name).grid(document)


def _shown(value: object) -> str:
    """Return a value as JSON has it, without writing out what is large."""
    if isinstance(value, dict | list):
        return "{...}" if isinstance(value, dict) else "[...]"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")  # every whole number was read as a float
    return value if isinstance(value, str) else json.dumps(value)


def _ignored(document: dict[str, object], known: Sequence[str]) -> tuple[str, ...]:
    unknown = [key for key in document if key not in known]
    return (f"Not read: {listed(unknown)}.",) if unknown else ()


def _size(array: Numbers) -> str:
    return f"{array.shape[0]} rows of {array.shape[1]}"
