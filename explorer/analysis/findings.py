"""Every finding of a table, one after the other, and as a file: CSV or JSON, written as it goes."""

from __future__ import annotations

import csv
import json
from dataclasses import asdict, dataclass, fields
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

import numpy as np

from explorer.analysis import doctor
from explorer.files import replacing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from explorer.analysis.doctor import Finding
    from explorer.analysis.survey import Survey
    from explorer.study.study import Study
    from explorer.study.table import Table


@dataclass(frozen=True, slots=True)
class Record:
    """One finding in plain words. sample: its name, "" where it is about the table or the losses."""

    rule: str
    severity: str
    sample: str
    classes: tuple[str, ...]
    message: str


def record(table: Table, finding: Finding) -> Record:
    """Name what a finding means by row and by index."""
    sample = "" if finding.sample is None else table.source.sample_name(finding.sample)
    classes = tuple(table.classes[place] for place in finding.classes)
    return Record(finding.rule, finding.severity.value, sample, classes, finding.message)


def of_table(study: Study, survey: Survey) -> tuple[Record, ...]:
    """Return what is said of the table and of the losses."""
    return tuple(record(study.table, finding) for finding in doctor.table_findings(survey, study))


def rows_with_findings(survey: Survey) -> NDArray[np.intp]:
    """Return the rows of which there is something to say, ascending."""
    return np.flatnonzero(doctor.severities(survey))


def of_rows(study: Study, rows: Iterable[int], done: Callable[[int], None] | None = None) -> Iterator[Record]:
    """Yield what is said of each of these rows; `done` is called with how many were read."""
    for count, row in enumerate(rows, 1):
        for finding in doctor.examine(study, study.table.sample(row)):
            if finding.sample is not None:
                yield record(study.table, finding)
        if done is not None:
            done(count)


def write(path: Path, records: Iterable[Record]) -> int:
    """Write records as JSON or CSV, by the path's ending; return how many.

    The file takes its place when it is whole: what was there before stays until then.
    """
    with replacing(path) as file:
        text = TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
        count = (_write_json if path.suffix.lower() == ".json" else _write_csv)(text, records)
        text.detach()
    return count


def _write_json(file: TextIO, records: Iterable[Record]) -> int:
    count = 0
    file.write('{"findings": [')
    for one in records:
        file.write(("," if count else "") + "\n" + json.dumps(asdict(one), ensure_ascii=False))
        count += 1
    file.write("\n]}\n")
    return count


def _write_csv(file: TextIO, records: Iterable[Record]) -> int:
    writer, count = csv.writer(file), 0
    writer.writerow([field.name for field in fields(Record)])
    for one in records:
        writer.writerow([one.rule, one.severity, one.sample, "; ".join(one.classes), one.message])
        count += 1
    return count
