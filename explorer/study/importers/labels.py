"""Targets in every form that people keep them: numbers one a class, class indices, label names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NoReturn

import numpy as np

from explorer.study.failures import ImportFailure, quoted
from explorer.study.importers.literal import parsed
from explorer.study.importers.names import clean_name, listed
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.study.values import Numbers

    Entry = float | str

INDICES_READ: Final = noted("Targets read as class indices, counted from 0.")
NAMES_READ: Final = noted("Targets read as label names.")
TITLES: Final = ("label", "labels", "target", "targets")  # of a column that holds a sample's labels
PARTED: Final = re.compile(r"[;|,]")
INDEX_LIST: Final = re.compile(r"\d{1,9}(?:\s+\d{1,9})*", re.ASCII)
LONGEST_LIST: Final = 1 << 20


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """Targets as they stand in a file, before classes are known.

    numbers: shape (rows, columns) where every row is a list of as many numbers, else None.
    entries: of every row what it lists; texts may list several labels. flat: the file has one list,
    not a list of rows. places: where each row stands, in words. what: how a message names the whole.

    The rule. A row with one number a class holds targets. Otherwise whole numbers are class indices
    and texts are label names; a text of digits is a name where all such texts are names. Rows of
    zeros and ones only, two or more each, are never indices: such a table has lost a column.
    """

    file: str
    what: str
    places: Sequence[str]
    numbers: Numbers | None = None
    entries: Sequence[Sequence[Entry]] = ()
    flat: bool = False

    def __len__(self) -> int:
        return len(self.entries) if self.numbers is None else len(self.numbers)

    @property
    def size(self) -> str:
        """Say how large it is."""
        if self.numbers is None:
            return say("{count} rows", count=len(self))
        return say("{count} rows of {width}", count=len(self), width=self.numbers.shape[1])

    def targets(self, rows: int, classes: Sequence[str]) -> tuple[Numbers, str] | None:
        """Return targets of shape (rows, classes) and a note, "" where numbers stand as they are.

        None where they cannot belong to a table of that size. Raises ImportFailure for a label that
        is no class, naming its place.
        """
        count = len(classes)
        if self.numbers is not None:
            return self._from_numbers(self.numbers, rows, count)
        entries = self.entries
        if self.flat and rows == 1 and len(entries) > 1:
            entries = [[entry for row in entries for entry in row]]  # the labels of one sample
        if len(entries) != rows:
            return None
        return self._from_entries([self._parts(row, classes) for row in entries], classes)

    def _from_numbers(self, numbers: Numbers, rows: int, count: int) -> tuple[Numbers, str] | None:
        if numbers.shape == (rows, count):
            return numbers, ""
        if len(numbers) == 1 and numbers.shape[1] == rows > 1:
            numbers = numbers.T  # a list with one entry a sample
            if count == 1:
                return numbers, ""
        width = numbers.shape[1]
        if len(numbers) != rows or width >= max(count, 2):
            return None
        if width > 1 and np.isin(numbers, (0.0, 1.0)).all():
            return None
        return self._marked(numbers.tolist(), count), INDICES_READ

    def _from_entries(
        self, rows: Sequence[Sequence[Entry]], classes: Sequence[str]
    ) -> tuple[Numbers, str] | None:
        count = len(classes)
        if any(isinstance(entry, str) for row in rows for entry in row):
            return self._named(rows, classes), NAMES_READ
        if all(len(row) == count for row in rows):
            return np.array(rows, dtype=np.float64), ""
        longest = max(map(len, rows))
        if longest == count and all(entry in (0.0, 1.0) for row in rows for entry in row):
            for place, row in enumerate(rows):
                if len(row) != count:
                    self._refuse(
                        place,
                        say(
                            "{count} numbers; allowed are {wanted}, one a class", count=len(row), wanted=count
                        ),
                    )
        return self._marked(rows, count), INDICES_READ if any(rows) else ""

    # Labels

    def _parts(self, row: Sequence[Entry], classes: Sequence[str]) -> list[Entry]:
        """Return what a row lists; a text may be one name, or list several entries."""
        parts: list[Entry] = []
        for entry in row:
            parts += self._split(entry, classes) if isinstance(entry, str) else [entry]
        texts = [part for part in parts if isinstance(part, str)]
        if texts and not all(text in classes for text in texts) and all(map(_is_number, texts)):
            return [float(part) for part in parts]
        return parts

    def _split(self, text: str, classes: Sequence[str]) -> list[Entry]:
        name = clean_name(text)
        if not name or name in classes:
            return [name] if name else []
        if name[0] in "[({" and len(name) < LONGEST_LIST:
            return self._inner(name)
        if INDEX_LIST.fullmatch(name):
            return list(name.split())
        return [part for part in map(clean_name, PARTED.split(name)) if part]

    def _inner(self, text: str) -> list[Entry]:
        """Read a list inside a text, as data frames write lists: "['cat', 'dog']"."""
        values = parsed(text, self.file)
        value = values[0][1] if len(values) == 1 else None
        if isinstance(value, list) and all(isinstance(item, str | float) for item in value):
            return [clean_name(item) if isinstance(item, str) else float(item) for item in value]  # type: ignore[arg-type]
        message = say(
            "{file}: {value} cannot be read; allowed is a list of labels", file=self.file, value=quoted(text)
        )
        raise ImportFailure(message)

    def _named(self, rows: Sequence[Sequence[Entry]], classes: Sequence[str]) -> Numbers:
        columns = {name: column for column, name in enumerate(classes)}
        found = np.zeros((len(rows), len(classes)))
        for place, row in enumerate(rows):
            for entry in row:
                name = entry if isinstance(entry, str) else f"{entry:g}"
                if name not in columns:
                    self._refuse(
                        place,
                        say(
                            "{name} is not a class; allowed are {names}",
                            name=quoted(name),
                            names=listed(classes),
                        ),
                    )
                found[place, columns[name]] = 1.0
        return found

    def _marked(self, rows: Sequence[Sequence[Entry]], count: int) -> Numbers:
        found = np.zeros((len(rows), count))
        for place, row in enumerate(rows):
            for entry in row:
                index = float(entry)
                if not (0 <= index < count and index.is_integer()):
                    said = quoted(f"{index:g}")
                    self._refuse(
                        place,
                        say(
                            "{value} is not a class index; allowed are 0 to {last}",
                            value=said,
                            last=count - 1,
                        ),
                    )
                if found[place, int(index)]:
                    said = quoted(f"{index:g}")
                    self._refuse(
                        place, say("{value} is there twice; allowed is each class index once", value=said)
                    )
                found[place, int(index)] = 1.0
        return found

    def _refuse(self, place: int, why: str) -> NoReturn:
        where = self.places[place] if place < len(self.places) else self.what
        message = say("{file}: {place}: {problem}", file=self.file, place=where, problem=why)
        raise ImportFailure(message)


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[+-]?\d{1,15}(?:\.0*)?", text, re.ASCII))
