"""What every importer gives: numbers with the names found beside them, and how two of them pair."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.study.failures import ImportFailure, quoted
from explorer.study.source import is_unicode
from explorer.study.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.study.values import Numbers

NO_TARGETS: Final = "No targets in this file: all are 0."
NUMBERS_ALLOWED: Final = "allowed are numbers, nan, inf and -inf"


@dataclass(frozen=True, kw_only=True, eq=False)
class Grid:
    """A table as it was read. `plain`: nothing in the file says whether `logits` are logits.

    places: where each row stands in its file, in words ("line 3"). classes, samples: None where the
    file has no names. targets: None where the file has none.
    """

    name: str
    logits: Numbers | None
    targets: Numbers | None
    classes: tuple[str, ...] | None
    samples: tuple[str, ...] | None
    places: tuple[str, ...]
    plain: bool = False
    notes: tuple[str, ...] = ()

    def table(self) -> Table:
        """Make a table; without targets all are 0, and a note says so."""
        if self.logits is None:
            message = f"{self.name}: no logits; allowed are columns named logit:NAME, or give targets apart"
            raise ImportFailure(message)
        notes = self.notes if self.targets is not None else (*self.notes, NO_TARGETS)
        return Table.of(self.logits, self.targets, self.classes, self.samples, self.name, notes)


def paired(logits: Grid, targets: Grid) -> Table:
    """Make one table of two files: logits from the first, targets from the second.

    Classes that both files name are matched by name, else by position. Raises ImportFailure where
    classes, sample count or sample names do not match.
    """
    if logits.logits is None:
        return logits.table()  # says what is missing
    if logits.targets is not None:
        message = f"{logits.name}: it has targets of its own; allowed are logits alone beside {targets.name}"
        raise ImportFailure(message)
    found = targets.logits if targets.plain else targets.targets
    if found is None:
        message = f"{targets.name}: no targets; allowed are columns named target:NAME, or a plain table"
        raise ImportFailure(message)
    _match_samples(logits, targets, len(logits.logits), len(found))
    matched = found[:, _class_order(logits, targets, logits.logits.shape[1], found.shape[1])]
    notes = (*logits.notes, *targets.notes)
    both = replace(logits, targets=matched, classes=logits.classes or targets.classes, notes=notes)
    return replace(both, samples=logits.samples or targets.samples).table()


def _match_samples(logits: Grid, targets: Grid, rows: int, found: int) -> None:
    if rows != found:
        message = f"{targets.name}: {found} samples; allowed are {rows}, as in {logits.name}"
        raise ImportFailure(message)
    pairs = zip(logits.samples or (), targets.samples or (), strict=False)
    for place, (wanted, given) in enumerate(pairs):
        if wanted != given:
            message = (
                f"{targets.name}: {targets.places[place]}, column 'sample': {quoted(given)} is not "
                f"the sample of that row in {logits.name}; allowed is {quoted(wanted)}"
            )
            raise ImportFailure(message)


def _class_order(logits: Grid, targets: Grid, count: int, found: int) -> list[int]:
    """Return the column of the targets for every class of the logits."""
    if count != found:
        message = f"{targets.name}: {found} classes; allowed are {count}, as in {logits.name}"
        raise ImportFailure(message)
    if logits.classes is None or targets.classes is None:
        return list(range(count))
    columns = {name: column for column, name in enumerate(targets.classes)}
    for name in targets.classes:
        if name not in logits.classes:
            message = (
                f"{targets.name}: target column {quoted(name)} has no logits in {logits.name}; "
                f"allowed are {listed(logits.classes)}"
            )
            raise ImportFailure(message)
    return [columns[name] for name in logits.classes]


def listed(names: Sequence[str], most: int = 6) -> str:
    """Return names in quotes, the first few of many."""
    words = ", ".join(quoted(name) for name in names[:most])
    return words if len(names) <= most else f"{words} and {len(names) - most} more"


def clean_name(text: str) -> str:
    """Return a name on one line, without space at its ends."""
    return " ".join(text.split())


def check_names(names: Sequence[str], where: Sequence[str], file: str) -> None:
    """Raise ImportFailure for a name that is empty, not text, or there twice. where: place of each."""
    seen: dict[str, str] = {}
    for name, place in zip(names, where, strict=True):
        if not name or not is_unicode(name):
            message = f"{file}: {place}: {quoted(name)} is no name; allowed is text that is not empty"
            raise ImportFailure(message)
        if name in seen:
            message = f"{file}: {place}: {quoted(name)} is also {seen[name]}; allowed are names that differ"
            raise ImportFailure(message)
        seen[name] = place


def numbers(rows: Sequence[Sequence[float]]) -> Numbers:
    """Return rows of equal length as an array of shape (rows, columns)."""
    return np.array(rows, dtype=np.float64)
