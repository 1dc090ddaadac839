"""CSV and TSV: comma, semicolon or tab, with columns sample, logit:NAME, target:NAME, or plain."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from explorer.study.failures import ImportFailure, quoted
from explorer.study.importers.grid import NUMBERS_ALLOWED, Grid, check_names, clean_name, numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from explorer.study.values import Numbers

DELIMITERS: Final = ("\t", ";", ",")  # the first of those that fit equally well
NUMBER: Final = re.compile(r"[+-]?((\d+\.?\d*|\.\d+)(e[+-]?\d+)?|nan|inf|infinity)", re.ASCII | re.IGNORECASE)
DECIMAL_COMMA: Final = re.compile(r"[+-]?\d*,\d+(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
MINUS: Final = "−"  # as typeset numbers have it, also this program's own
LONGEST_FIELD: Final = 1 << 24


@dataclass(frozen=True, slots=True)
class Record:
    """One row of the file and the line on which it begins, counted from 1."""

    line: int
    fields: list[str]


@dataclass(frozen=True, slots=True)
class Header:
    """What each column is. kinds: "sample", "logit", "target" or "plain"; names: of the classes."""

    line: int
    titles: tuple[str, ...]
    kinds: tuple[str, ...]
    names: tuple[str, ...]

    def columns(self, kind: str) -> list[int]:
        """Return the columns of one kind, in the order of the file."""
        return [column for column, found in enumerate(self.kinds) if found == kind]

    def title(self, column: int) -> str:
        """Return how a message names a column."""
        title = self.titles[column] if self.line else ""
        return f"column {column + 1} {quoted(title)}" if title.strip() else f"column {column + 1}"


def read_delimited(text: str, name: str) -> Grid:
    """Read a table from text. `name` is the file's, for messages. Raises ImportFailure."""
    delimiter = _delimiter(text)
    rows = [record for record in _records(text, delimiter, name) if any(map(str.strip, record.fields))]
    if not rows:
        message = f"{name}: no rows; allowed is 1 or more"
        raise ImportFailure(message)
    header = _header(rows[0], delimiter, name)
    body = rows[1:] if header.line else rows
    if not body:
        message = f"{name}: no rows after the header in line {header.line}; allowed is 1 or more"
        raise ImportFailure(message)
    width = len(header.kinds)
    for record in body:
        if len(record.fields) != width:
            raise ImportFailure(_ragged(record, header, rows[0].line, delimiter, name))
    return _grid(body, header, delimiter, name)


def _delimiter(text: str) -> str:
    """Choose the delimiter under which most fields of the first filled row read as a table's."""

    def fit(delimiter: str) -> tuple[bool, int, int]:
        try:
            rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
            fields = next((row for row in rows if any(map(str.strip, row))), [])
        except csv.Error:
            return False, 0, 0
        known = sum(_kind(field)[0] != "plain" or is_number(field, delimiter) for field in fields)
        return (known == len(fields), known, len(fields)) if len(fields) > 1 else (False, 0, 1)

    csv.field_size_limit(LONGEST_FIELD)
    return max(DELIMITERS, key=fit)


def _records(text: str, delimiter: str, name: str) -> Iterator[Record]:
    """Yield every row with its line; a quoted field may reach over several lines."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            start = quoted(next(islice(io.StringIO(text, newline=""), line - 1, None), ""))
            message = f"{name}: line {line}: {start}: {error}; allowed are fields, quoted as in CSV"
            raise ImportFailure(message) from error
        yield Record(line, fields)


# The header


def _header(first: Record, delimiter: str, name: str) -> Header:
    """Read the first row as a header, or say that there is none (line 0) where it holds numbers only."""
    if all(is_number(field, delimiter) for field in first.fields):
        return Header(0, ("",) * len(first.fields), ("plain",) * len(first.fields), ())
    found = [_kind(field) for field in first.fields]
    kinds, names = tuple(kind for kind, _ in found), tuple(name for _, name in found)
    if not {"logit", "target"} & set(kinds) and not first.fields[0].strip():
        kinds = ("sample", *kinds[1:])  # the index column of a data frame has no title
    header = Header(first.line, tuple(first.fields), kinds, names)
    _check_header(header, name)
    return header


def _kind(title: str) -> tuple[str, str]:
    """Return what a column is and the name of its class."""
    before, colon, after = title.partition(":")
    word = before.strip().lower()
    if colon and word in ("logit", "target"):
        return word, clean_name(after)
    return ("sample", "") if title.strip().lower() == "sample" else ("plain", clean_name(title))


def _check_header(header: Header, name: str) -> None:
    kinds = set(header.kinds)
    if kinds & {"logit", "target"}:
        for column in header.columns("plain"):
            message = (
                f"{name}: line {header.line}, {header.title(column)} is not known; "
                "allowed are sample, logit:NAME and target:NAME"
            )
            raise ImportFailure(message)
    for column in header.columns("sample")[1:]:
        message = f"{name}: line {header.line}, {header.title(column)} is there twice; allowed is one"
        raise ImportFailure(message)
    if kinds == {"sample"}:
        message = f"{name}: line {header.line}: only 'sample'; allowed are columns of numbers beside it"
        raise ImportFailure(message)
    for kind in ("logit", "target", "plain"):
        columns = header.columns(kind)
        where = [f"line {header.line}, {header.title(column)}" for column in columns]
        check_names([header.names[column] for column in columns], where, name)
    _check_targets(header, name)


def _check_targets(header: Header, name: str) -> None:
    """Refuse a target of a class that has no logit, unless the file holds targets only."""
    known = {header.names[column] for column in header.columns("logit")}
    for column in header.columns("target") if known else ():
        if header.names[column] not in known:
            wanted = quoted(f"logit:{header.names[column]}")
            message = (
                f"{name}: line {header.line}, {header.title(column)} has no column {wanted}; "
                "allowed are targets of classes that have logits"
            )
            raise ImportFailure(message)


# The numbers


def _grid(body: Sequence[Record], header: Header, delimiter: str, name: str) -> Grid:
    plain, logit = header.columns("plain"), header.columns("logit")
    sample, classes = header.columns("sample"), [header.names[i] for i in logit]
    order, notes = _target_order(header, classes)
    values = _values(body, [*plain, *logit, *header.columns("target")], header, delimiter, name)
    count, every = len(plain) + len(logit), [*plain, *logit] or header.columns("target")
    return Grid(
        name=name,
        logits=values[:, :count] if count else None,
        targets=_targets(values[:, count:], order),
        classes=tuple(header.names[i] for i in every) if header.line else None,
        samples=tuple(clean_name(record.fields[sample[0]]) for record in body) if sample else None,
        places=tuple(f"line {record.line}" for record in body),
        plain=bool(plain),
        notes=notes,
    )


def _target_order(header: Header, classes: Sequence[str]) -> tuple[list[int | None], tuple[str, ...]]:
    """Return for every class the place of its target among the targets, and notes on those without."""
    given = [header.names[column] for column in header.columns("target")]
    if not classes:
        return list(range(len(given))), ()
    places = {name: place for place, name in enumerate(given)}
    missing = [name for name in classes if name not in places] if given else []
    notes = tuple(f"No targets for class {quoted(name)}: all are 0." for name in missing)
    return [places.get(name) for name in classes], notes


def _targets(values: Numbers, order: Sequence[int | None]) -> Numbers | None:
    """Return targets in the order of the classes, 0 where a class has none."""
    if not values.shape[1]:
        return None
    padded = numbers([[*row, 0.0] for row in values.tolist()])
    return padded[:, [-1 if place is None else place for place in order]]


def _values(
    body: Sequence[Record], columns: Sequence[int], header: Header, delimiter: str, name: str
) -> Numbers:
    """Return the numbers of these columns, shape (rows, columns), in their order."""
    everything = list(columns) == list(range(len(header.kinds)))
    rows = []
    for record in body:
        fields = record.fields if everything else [record.fields[column] for column in columns]
        try:
            rows.append(_quick(fields))
        except ValueError:
            rows.append([_exact(record, column, header, delimiter, name) for column in columns])
    return numbers(rows)


def _quick(fields: Sequence[str]) -> list[float]:
    """Read usual numbers; Python also takes 1_000 and other scripts' digits: those are for `_exact`."""
    joined = "".join(fields)
    if "_" in joined or not joined.isascii():
        raise ValueError
    return list(map(float, fields))


def _exact(record: Record, column: int, header: Header, delimiter: str, name: str) -> float:
    text = record.fields[column].strip()
    if is_number(text, delimiter):
        return _float(text)
    said = f"{quoted(text)} is not a number" if text else "'' is empty"
    message = f"{name}: line {record.line}, {header.title(column)}: {said}; {NUMBERS_ALLOWED}"
    raise ImportFailure(message)


def is_number(text: str, delimiter: str) -> bool:
    """Say whether a field is a number; a decimal comma only where commas do not delimit."""
    plain = text.strip().replace(MINUS, "-")
    return bool(NUMBER.fullmatch(plain) or (delimiter != "," and DECIMAL_COMMA.fullmatch(plain)))


def _float(text: str) -> float:
    return float(text.replace(MINUS, "-").replace(",", "."))


def _ragged(record: Record, header: Header, first: int, delimiter: str, name: str) -> str:
    given, wanted = len(record.fields), len(header.kinds)
    if given < wanted:
        column = f"{header.title(given)} is missing"
    else:
        column = f"column {wanted + 1} {quoted(record.fields[wanted])} is too many"
    text = quoted(delimiter.join(record.fields))
    return (
        f"{name}: line {record.line}, {column}: {text} has {given} fields; "
        f"allowed are {wanted}, as in line {first}"
    )
