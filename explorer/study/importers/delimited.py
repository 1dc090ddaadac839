"""CSV, TSV and printed tables: columns sample, logit:NAME, target:NAME, labels, or plain numbers."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.study.failures import ImportFailure, quoted
from explorer.study.importers.grid import NUMBERS_ALLOWED, TWO_READ, Grid, joined, numbers
from explorer.study.importers.header import Header
from explorer.study.importers.labels import Marks
from explorer.study.importers.names import clean_name
from explorer.study.importers.records import (
    BEGINNING,
    BLANKS,
    Record,
    delimiter_of,
    has_no_numbers,
    is_number,
    is_numbers,
    number,
    records,
)  # fmt: skip
from explorer.study.sources.contents import ROLES
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from explorer.study.values import Numbers

LINE_ENDS: Final = " \r\n\f\v"  # a tab may end the last row's last cell
LONG: Final = 1_000_000  # letters of a text that is looked at before it is read
FIRST_IS_NUMBERS: Final = noted("Line 1 ('0', '1') was read as numbers; a header needs names.")


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of the text while it is read. `as_targets`: what a plain table holds."""

    name: str
    delimiter: str
    as_targets: bool = False

    def grid(self, rows: list[Record]) -> Grid:
        """Read one table from its filled rows."""
        header = self.header(rows)
        body = rows[1:] if header.line else rows
        if not body:
            message = say(
                "{file}: no rows after the header in line {line}; allowed is 1 or more",
                file=self.name,
                line=header.line,
            )
            raise ImportFailure(message)
        if self.as_targets and self._are_labels(header, body):
            return self._labels(rows, body, header)
        width = len(header.kinds)
        for record in body:
            if len(record.fields) != width:
                raise ImportFailure(self._ragged(record, header, rows[0].line))
        return self._grid(body, header)

    def header(self, rows: Sequence[Record]) -> Header:
        """Read the first row as a header, or say that there is none where it holds numbers only."""
        first = rows[0]
        if self._is_body(first.fields) and not _counts_columns(first.fields, len(rows)):
            return Header.none(len(first.fields))
        return Header.of(first.fields, first.line, self.name)

    def _is_body(self, fields: Sequence[str]) -> bool:
        """Say whether a row is numbers, with empty cells between them if not at an end.

        An empty first cell has a data frame's header, an empty last one a line with a comma too many.
        """
        filled = [field for field in fields if field.strip()]
        has_ends = filled and fields[0].strip() and fields[-1].strip()
        return is_numbers(filled if has_ends else fields, self.delimiter)

    # Numbers

    def _grid(self, body: Sequence[Record], header: Header) -> Grid:
        plain, logit, target = (header.columns(kind) for kind in ("plain", "logit", "target"))
        if self.as_targets and header.columns("labels"):
            plain = []  # beside labels nothing else is wanted
        values, empty = self._values(body, [*plain, *logit, *target], header)
        grid = self.made(values, header, plain, _lines(record.line for record in body))
        grid = replace(grid, notes=(*grid.notes, *_empty_note(empty)))
        sample = header.columns("sample")
        if sample:
            names = tuple(clean_name(record.fields[sample[0]]) for record in body)
            grid = replace(grid, samples=names)
        if header.columns("labels"):
            grid = replace(grid, marks=self._column(body, header))
        return grid

    def made(self, values: Numbers, header: Header, plain: Sequence[int], places: Sequence[str]) -> Grid:
        """Put numbers, shape (rows, plain + logit + target columns), to their classes."""
        logit = header.columns("logit")
        order, notes = _target_order(header, [header.names[i] for i in logit])
        count, every = len(plain) + len(logit), [*plain, *logit] or header.columns("target")
        grid = Grid(
            name=self.name,
            logits=values[:, :count] if count else None,
            targets=_targets(values[:, count:], order),
            classes=tuple(header.names[i] for i in every) if header.line and every else None,
            places=places,
            notes=(*notes, *_header_note(header, values, as_targets=self.as_targets)),
        )
        if self.as_targets and grid.targets is None and plain:
            marks = Marks(self.name, say("the table"), places, grid.logits)
            return replace(grid, logits=None, marks=marks)
        return grid

    def _values(
        self, body: Sequence[Record], columns: Sequence[int], header: Header
    ) -> tuple[Numbers, list[int]]:
        """Return the numbers of these columns, shape (rows, columns), in their order.

        An empty cell is NaN, as pandas writes it; with them comes the line of each.
        """
        everything = list(columns) == list(range(len(header.kinds)))
        rows: list[list[float]] = []
        empty: list[int] = []
        for record in body:
            fields = record.fields if everything else [record.fields[column] for column in columns]
            try:
                rows.append(_quick(fields))
            except ValueError:
                rows.append([self._exact(record, column, header) for column in columns])
                empty += [record.line for field in fields if not field.strip()]
        return numbers(rows), empty

    def _exact(self, record: Record, column: int, header: Header) -> float:
        text = record.fields[column].strip()
        if not text:
            return np.nan
        if is_number(text, self.delimiter):
            return number(text)
        said = say("{value} is not a number; {allowed}", value=quoted(text), allowed=say(NUMBERS_ALLOWED))
        message = say(
            "{file}: line {line}, {column}: {problem}",
            file=self.name,
            line=record.line,
            column=header.title(column),
            problem=said,
        )
        raise ImportFailure(message)

    def _ragged(self, record: Record, header: Header, first: int) -> str:
        given, wanted = len(record.fields), len(header.kinds)
        if given < wanted:
            column = say("{column} is missing", column=header.title(given))
        else:
            column = say(
                "column {number} {value} is too many", number=wanted + 1, value=quoted(record.fields[wanted])
            )
        text = quoted(self.delimiter.join(record.fields))
        return say(
            "{file}: line {line}, {column}: {value} has {given} fields; allowed are {wanted}, as "
            "in line {first}",
            file=self.name,
            line=record.line,
            column=column,
            value=text,
            given=given,
            wanted=wanted,
            first=first,
        )

    # Labels

    def _column(self, body: Sequence[Record], header: Header) -> Marks:
        """Return the targets that stand in a column of labels."""
        (column,) = header.columns("labels")
        title = header.title(column)
        told = say("line {line}, {column}")
        places = tuple(told.format(line=record.line, column=title) for record in body)
        entries = [[record.fields[column]] for record in body]
        return Marks(self.name, title, places, entries=entries)

    def _are_labels(self, header: Header, body: Sequence[Record]) -> bool:
        """Say whether the rows of a file of targets list labels: texts, or more in one row than another."""
        if header.kinds == ("labels",):
            return True
        if {"target", "logit", "labels"} & set(header.kinds):
            return False
        plain = header.columns("plain")
        filled = [record for record in body if not record.is_empty]
        if len(plain) > 1 and header.line:  # a header of classes: numbers below, or nothing is a header
            whole = (record.fields for record in filled if len(record.fields) == len(header.kinds))
            return not any(is_numbers([fields[i] for i in plain], self.delimiter) for fields in whole)
        if any(len(record.fields) != len(header.kinds) for record in filled):
            return True
        return not all(
            is_number(record.fields[column], self.delimiter) for record in filled for column in plain
        )

    def _labels(self, rows: Sequence[Record], body: Sequence[Record], header: Header) -> Grid:
        """Read a file of labels: a column beside the samples, or every row a list."""
        plain, sample = header.columns("plain"), header.columns("sample")
        width = len(header.kinds)
        if sample and len(plain) == 1 and all(len(record.fields) == width for record in body):
            kinds = tuple("labels" if kind == "plain" else kind for kind in header.kinds)
            return self._grid(body, replace(header, kinds=kinds))
        rows = body if header.kinds == ("labels",) else rows
        places = _lines(record.line for record in rows)
        entries = [[field for field in record.fields if field.strip()] for record in rows]
        return Grid(
            name=self.name, marks=Marks(self.name, say("the table"), places, entries=entries), places=places
        )


def read_delimited(text: str, name: str, *, as_targets: bool = False) -> Grid:
    """Read a table from text. `name` is the file's, for messages. Raises ImportFailure.

    A long text that is no table, such as prose, is known by how few numbers it begins with.
    """
    text = text.rstrip(LINE_ENDS)
    if text.startswith("#"):
        text = text[1:]  # a header as numpy.savetxt writes it
    title, _, rest = text.lstrip().partition("\n")
    delimiter = delimiter_of(rest if rest and _role(title) else text)
    reading = Reading(name, delimiter, as_targets)
    if not as_targets and len(text) > LONG and has_no_numbers(text, delimiter):
        message = say(
            "{file}: hardly a number in its first {count} letters; allowed is a table of numbers",
            file=name,
            count=f"{BEGINNING:,}",
        )
        raise ImportFailure(message)
    grid = _fast(text, reading)
    if grid is not None:
        return grid
    everything = list(records(text, delimiter, name))
    rows = [record for record in everything if not record.is_empty]
    if not rows:
        message = say("{file}: no rows; allowed is 1 or more", file=name)
        raise ImportFailure(message)
    two = _two_tables(rows, delimiter)
    if two is None:
        grid = reading.grid(rows)
        return replace(grid, notes=(*grid.notes, *_left_out_note(everything, rows[-1].line)))
    in_order = sorted(two, key=lambda part: part[1])
    logits, targets = (Reading(name, delimiter, second).grid(part) for part, second in in_order)
    grid = joined(logits, targets)
    return replace(grid, notes=(TWO_READ, *grid.notes))


def _fast(text: str, reading: Reading) -> Grid | None:
    """Read rows of usual numbers, nearly all of large files; None where anything is unusual."""
    line, _, body = text.partition("\n")
    if not body or not line.strip() or '"' in text:
        return None
    first = next(records(line, reading.delimiter, reading.name))
    header = reading.header([first, first])
    columns = [column for kind in ("plain", "logit", "target") for column in header.columns(kind)]
    if len(columns) < len(header.kinds):
        return None
    lines = body if header.line else text
    try:
        delimiter = None if reading.delimiter == BLANKS else reading.delimiter
        values = np.loadtxt(io.StringIO(lines, newline=""), delimiter=delimiter, comments=None, ndmin=2)
    except ValueError:
        return None
    start = 2 if header.line else 1
    if values.shape != (lines.count("\n") + 1, len(columns)):
        return None  # empty lines, or another width than the header's
    places = _lines(range(start, start + len(values)))
    return reading.made(values[:, columns], header, header.columns("plain"), places)


def _two_tables(
    rows: list[Record], delimiter: str
) -> tuple[tuple[list[Record], bool], tuple[list[Record], bool]] | None:
    """Return two tables parted by empty lines, each with whether it holds targets; None where it is one.

    Both have a title or a header, or the second is the one of zeros and ones and as large.
    """
    starts = [i for i in range(1, len(rows)) if rows[i].line > rows[i - 1].last + 1]
    if len(starts) != 1:
        return None
    first, second = rows[: starts[0]], rows[starts[0] :]
    roles = [
        _role(part[0].fields[0]) if len(part[0].fields) == 1 < len(part) else "" for part in (first, second)
    ]
    if sorted(roles) == ["logits", "targets"]:
        return (first[1:], roles[0] == "targets"), (second[1:], roles[1] == "targets")
    headed = [_is_header(part, delimiter) for part in (first, second)]
    if not all(headed) and (headed[1] or not _is_marks(first[headed[0] :], second, delimiter)):
        return None
    return (first, False), (second, True)


def _is_header(rows: Sequence[Record], delimiter: str) -> bool:
    return len(rows) > 1 and not any(is_number(field, delimiter) for field in rows[0].fields)


def _is_marks(logits: Sequence[Record], targets: Sequence[Record], delimiter: str) -> bool:
    """Say whether two tables are of one size and only the second is all zeros and ones."""
    found = []
    for part in (logits, targets):
        fields = [field for record in part for field in record.fields]
        if not is_numbers(fields, delimiter):
            return False
        widths = {len(record.fields) for record in part}
        found.append((len(part), widths, all(number(field.strip()) in (0.0, 1.0) for field in fields)))
    (rows, widths, _), (others, other_widths, is_marks) = found
    return rows == others and widths == other_widths and is_marks and not found[0][2]


def _role(text: str) -> str:
    """Return whether a lone word names logits or targets, else ""."""
    word = text.strip().rstrip(":").lower()
    return next((role for role in ("logits", "targets") if word in ROLES[role]), "")


def _counts_columns(fields: Sequence[str], rows: int) -> bool:
    """Say whether a first row of numbers is a data frame's header: 0, 1, 2, ... over other rows."""
    return (
        rows > 1
        and len(fields) > 2
        and [field.strip() for field in fields] == [*map(str, range(len(fields)))]
    )


def _lines(numbers: Iterable[int]) -> tuple[str, ...]:
    """Name the places of many rows by their lines."""
    told = say("line {line}")
    return tuple(told.format(line=number) for number in numbers)


def _header_note(header: Header, values: Numbers, *, as_targets: bool) -> tuple[str, ...]:
    """Say how a first row that might be a header or numbers was read."""
    if header.line and _counts_columns(header.titles, 2):
        last = header.titles[-1].strip()
        return (say("Line {line} ('0' to '{last}') was read as a header.", line=header.line, last=last),)
    is_unsure = not header.line and not as_targets and len(values) > 1 and values[0].tolist() == [0.0, 1.0]
    return (FIRST_IS_NUMBERS,) if is_unsure else ()


def _empty_note(lines: Sequence[int]) -> tuple[str, ...]:
    """Say how many cells were empty. lines: where each stood."""
    if not lines:
        return ()
    if len(lines) == 1:
        return (say("1 empty cell is read as NaN, in line {line}.", line=lines[0]),)
    return (
        say(
            "{count} empty cells are read as NaN, the first in line {line}.",
            count=f"{len(lines):,}",
            line=lines[0],
        ),
    )


def _left_out_note(rows: Sequence[Record], last: int) -> tuple[str, ...]:
    """Say how many rows of empty cells stand before the last filled one; those after it are no samples."""
    lines = [row.line for row in rows if row.is_empty and len(row.fields) > 1 and row.line < last]
    if not lines:
        return ()
    if len(lines) == 1:
        return (say("1 row of empty cells is left out, line {line}.", line=lines[0]),)
    return (
        say(
            "{count} rows of empty cells are left out, the first is line {line}.",
            count=f"{len(lines):,}",
            line=lines[0],
        ),
    )


def _target_order(header: Header, classes: Sequence[str]) -> tuple[list[int | None], tuple[str, ...]]:
    """Return for every class the place of its target among the targets, and notes on those without."""
    given = [header.names[column] for column in header.columns("target")]
    if not classes:
        return list(range(len(given))), ()
    places = {name: place for place, name in enumerate(given)}
    missing = [name for name in classes if name not in places] if given else []
    notes = tuple(say("No targets for class {name}: all are 0.", name=quoted(name)) for name in missing)
    return [places.get(name) for name in classes], notes


def _targets(values: Numbers, order: Sequence[int | None]) -> Numbers | None:
    """Return targets in the order of the classes, 0 where a class has none."""
    if not values.shape[1]:
        return None
    padded = np.hstack([values, np.zeros((len(values), 1))])
    return padded[:, [-1 if place is None else place for place in order]]


def _quick(fields: Sequence[str]) -> list[float]:
    """Read usual numbers; Python also takes 1_000 and other scripts' digits: those are for `_exact`."""
    together = "".join(fields)
    if "_" in together or not together.isascii():
        raise ValueError
    return list(map(float, fields))
