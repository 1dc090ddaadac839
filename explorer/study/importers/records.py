"""Rows and fields of delimited text: comma, semicolon, tab or blanks; each row knows its line."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from explorer.study.failures import ImportFailure, quoted
from explorer.study.importers.header import kind_of
from explorer.study.importers.literal import LEFT_OUT, MINUS
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BEGINNING: Final = 200_000  # letters of a text that may be none of numbers
FEW: Final = 0.02  # of the fields; prose has fewer numbers, a table of names and labels many more
BLANKS: Final = " "  # any blanks between fields, as printed tables have them
DELIMITERS: Final = ("\t", ";", ",")  # the first of those that fit equally well
NUMBER: Final = re.compile(r"[+-]?((\d+\.?\d*|\.\d+)(e[+-]?\d+)?|nan|inf|infinity)", re.ASCII | re.IGNORECASE)
DECIMAL_COMMA: Final = re.compile(r"[+-]?\d*,\d+(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
FRAME_SIZE: Final = re.compile(r"\[\d+ rows x \d+ columns\]", re.ASCII)  # ends a printed data frame
LONGEST_FIELD: Final = 1 << 24
LOOKED_AT: Final = 1 << 20  # letters that are looked at to find the delimiter


@dataclass(frozen=True, slots=True)
class Record:
    """One row of the file and the lines on which it begins and ends, counted from 1."""

    line: int
    last: int
    fields: list[str]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in any field."""
        return not any(map(str.strip, self.fields))


def delimiter_of(text: str) -> str:
    """Choose the delimiter under which most fields of the first filled row read as a table's."""

    def fit(delimiter: str) -> tuple[bool, int, int]:
        fields = _first_row(text, delimiter)
        known = sum(kind_of(field)[0] != "plain" or is_number(field, delimiter) for field in fields)
        return (known == len(fields), known, len(fields)) if len(fields) > 1 else (False, 0, 1)

    csv.field_size_limit(LONGEST_FIELD)
    best = max(DELIMITERS, key=fit)
    whole, _, width = fit(best)
    return BLANKS if not whole and _has_blanks(text, width > 1) else best


def _first_row(text: str, delimiter: str) -> list[str]:
    try:
        rows = csv.reader(io.StringIO(text[:LOOKED_AT], newline=""), delimiter=delimiter)
        return next((row for row in rows if any(map(str.strip, row))), [])
    except csv.Error:
        return []


def _has_blanks(text: str, other: bool) -> bool:
    """Say whether blanks part the fields: a row of numbers, or a header over one. other: so may others."""
    lines = (line.split() for line in io.StringIO(text[:LOOKED_AT]) if line.strip())
    first, second = next(lines, []), next(lines, [])
    if len(first) > 1 and _all_numbers(first):
        return True
    is_over_numbers = len(second) > 1 and len(second) - len(first) in (0, 1) and _all_numbers(second[1:])
    return is_over_numbers and not other


def _all_numbers(fields: Iterable[str]) -> bool:
    return all(is_number(field, BLANKS) for field in fields)


def records(text: str, delimiter: str, name: str) -> Iterator[Record]:
    """Yield every row; a quoted field may reach over several lines. Raises ImportFailure."""
    if delimiter == BLANKS:
        yield from _blank_records(text, name)
        return
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            start = quoted(next(islice(io.StringIO(text, newline=""), line - 1, None), ""))
            message = say(
                "{file}: line {line}: {start}: {problem}; allowed are fields, quoted as in CSV",
                file=name,
                line=line,
                start=start,
                problem=error,
            )
            raise ImportFailure(message) from error
        yield Record(line, reader.line_num, fields)


def _blank_records(text: str, name: str) -> Iterator[Record]:
    """Yield rows as NumPy and pandas print them: a header may lack the title of the index."""
    rows = [Record(line, line, row.split()) for line, row in enumerate(io.StringIO(text), start=1)]
    filled = [row for row in rows if row.fields]
    if filled and FRAME_SIZE.fullmatch(" ".join(filled[-1].fields)):
        last = filled.pop()
        rows = rows[: last.line - 1]
    for row in filled:
        for column, field in enumerate(row.fields, start=1):
            if field in ("...", "..", "…"):
                message = say(
                    "{file}: line {line}, column {column}: {value} {allowed}",
                    file=name,
                    line=row.line,
                    column=column,
                    value=quoted(field),
                    allowed=say(LEFT_OUT),
                )
                raise ImportFailure(message)
    if len(filled) > 1 and len(filled[1].fields) == len(filled[0].fields) + 1:
        filled[0].fields.insert(0, "")
    yield from rows


def is_number(text: str, delimiter: str) -> bool:
    """Say whether a field is a number; a decimal comma only where commas do not delimit."""
    plain = text.strip().replace(MINUS, "-")
    return bool(NUMBER.fullmatch(plain) or (delimiter != "," and DECIMAL_COMMA.fullmatch(plain)))


def number(text: str) -> float:
    """Return what `is_number` allows."""
    return float(text.replace(MINUS, "-").replace(",", "."))


def is_numbers(fields: Iterable[str], delimiter: str) -> bool:
    """Say whether all of these are numbers."""
    return all(is_number(field, delimiter) for field in fields)


def has_no_numbers(text: str, delimiter: str) -> bool:
    """Say whether next to none of what follows the first line, which may be long with names, are numbers."""
    end = text.find("\n") + 1  # 0 where the text is one line
    sample = text[end : end + BEGINNING]
    fields = sample.split() if delimiter == BLANKS else sample.replace("\n", delimiter).split(delimiter)
    filled = [field for field in fields if field.strip()]
    return sum(is_number(field, delimiter) for field in filled) < FEW * len(filled)
