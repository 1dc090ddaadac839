"""What every importer gives: numbers with the names found beside them, and how two of them pair."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.study.failures import ImportFailure, quoted
from explorer.study.importers.names import listed
from explorer.study.source import default_classes
from explorer.study.table import Table
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.study.importers.labels import Marks
    from explorer.study.values import Numbers

TWO_READ: Final = noted("Two tables: read as logits, then targets.")
NO_TARGETS: Final = noted("No targets in this file: all are 0.")
NUMBERS_ALLOWED: Final = noted("allowed are numbers, nan, inf and -inf")


@dataclass(frozen=True, kw_only=True, eq=False)
class Grid:
    """A table as it was read.

    targets: numbers in the order of the classes. marks: targets in another form, or those of a file
    that was read for its targets. Both None where the file has none. places: where each row stands in
    its file, in words ("line 3"). classes, samples: None where the file has no names.
    """

    name: str
    logits: Numbers | None = None
    targets: Numbers | None = None
    marks: Marks | None = None
    classes: tuple[str, ...] | None = None
    samples: tuple[str, ...] | None = None
    places: Sequence[str] = ()
    notes: tuple[str, ...] = ()

    @property
    def has_targets(self) -> bool:
        """Whether the file says what the targets are."""
        return self.targets is not None or self.marks is not None

    def table(self) -> Table:
        """Make a table; without targets all are 0, and a note says so."""
        if self.logits is None:
            raise ImportFailure(_no_logits(self))
        targets, notes = self.targets, self.notes
        if self.marks is not None:
            targets, note = self._own_targets(self.logits, self.marks)
            notes = (*notes, note) if note else notes
        elif targets is None:
            notes = (*notes, NO_TARGETS)
        return Table.of(self.logits, targets, self.classes, self.samples, self.name, notes)

    def _own_targets(self, logits: Numbers, marks: Marks) -> tuple[Numbers, str]:
        found = marks.targets(len(logits), self.classes or default_classes(logits.shape[1]))
        if found is None:
            size = say("{rows} rows of {width}", rows=logits.shape[0], width=logits.shape[1])
            message = say(
                '{file}: {what} are {size}; allowed are {allowed}, as "logits"',
                file=self.name,
                what=marks.what,
                size=marks.size,
                allowed=size,
            )
            raise ImportFailure(message)
        return found


def joined(logits: Grid, targets: Grid) -> Grid:
    """Make one grid of two: logits from the first, targets from the second.

    Classes that both name are matched by name, else by position. Raises ImportFailure where classes,
    sample count or sample names do not match.
    """
    if logits.logits is None:
        raise ImportFailure(_no_logits(logits))
    if logits.has_targets:
        message = say(
            "{file}: it has targets of its own; allowed are logits alone beside {other}",
            file=logits.name,
            other=targets.name,
        )
        raise ImportFailure(message)
    if not targets.has_targets:
        message = say(
            "{file}: no targets; allowed are columns named target:NAME, or a plain table", file=targets.name
        )
        raise ImportFailure(message)
    found, note = _targets(logits, targets, *logits.logits.shape)
    _match_samples(logits, targets)
    others = [*targets.notes, *([note] if note else [])]
    if targets.name != logits.name:
        others = [
            say("{file}: {problem}", file=targets.name, problem=say(other)) for other in others
        ]  # a line of which file
    notes = (*logits.notes, *others)
    rows, count = found.shape  # names of a list of labels are of other things
    classes = targets.classes if len(targets.classes or ()) == count else None
    samples = targets.samples if len(targets.samples or ()) == rows else None
    both = replace(logits, targets=found, classes=logits.classes or classes, notes=notes)
    return replace(both, samples=logits.samples or samples)


def _no_logits(grid: Grid) -> str:
    return say(
        "{file}: no logits; allowed are columns named logit:NAME, or give targets apart", file=grid.name
    )


def _targets(logits: Grid, targets: Grid, rows: int, count: int) -> tuple[Numbers, str]:
    """Return the targets of the second file in the order of the first one's classes, and a note."""
    own = targets.classes if targets.classes and len(targets.classes) == count else None
    if targets.targets is not None:
        found, note = targets.targets, ""
    else:
        assert targets.marks is not None
        read = targets.marks.targets(rows, own or logits.classes or default_classes(count))
        if read is None:
            raise ImportFailure(_wrong_size(logits, targets, targets.marks, rows, count))
        found, note = read
    if found.shape != (rows, count):
        raise ImportFailure(_wrong_shape(logits, targets, found.shape, rows, count))
    return (found[:, _class_order(logits, targets)] if own else found), note


def _wrong_size(logits: Grid, targets: Grid, marks: Marks, rows: int, count: int) -> str:
    if marks.numbers is not None:
        return _wrong_shape(logits, targets, marks.numbers.shape, rows, count)
    return _wrong_shape(logits, targets, (len(marks), count), rows, count)


def _wrong_shape(logits: Grid, targets: Grid, shape: tuple[int, ...], rows: int, count: int) -> str:
    if shape[0] != rows:
        return say(
            "{file}: {count} samples; allowed are {wanted}, as in {other}",
            file=targets.name,
            count=shape[0],
            wanted=rows,
            other=logits.name,
        )
    return say(
        "{file}: {count} classes; allowed are {wanted}, as in {other}",
        file=targets.name,
        count=shape[1],
        wanted=count,
        other=logits.name,
    )


def _match_samples(logits: Grid, targets: Grid) -> None:
    pairs = zip(logits.samples or (), targets.samples or (), strict=False)
    for place, (wanted, given) in enumerate(pairs):
        if wanted != given:
            message = say(
                "{file}: {place}, column 'sample': {name} is not the sample of that row in {other}; "
                "allowed is {allowed}",
                file=targets.name,
                place=targets.places[place],
                name=quoted(given),
                other=logits.name,
                allowed=quoted(wanted),
            )
            raise ImportFailure(message)


def _class_order(logits: Grid, targets: Grid) -> list[int]:
    """Return the column of the targets for every class of the logits; both have as many."""
    given = targets.classes or ()
    if logits.classes is None:
        return list(range(len(given)))
    columns = {name: column for column, name in enumerate(given)}
    known = set(logits.classes)
    for name in given:
        if name not in known:
            message = say(
                "{file}: target column {name} has no logits in {other}; allowed are {names}",
                file=targets.name,
                name=quoted(name),
                other=logits.name,
                names=listed(logits.classes),
            )
            raise ImportFailure(message)
    return [columns[name] for name in logits.classes]


def numbers(rows: Sequence[Sequence[float]]) -> Numbers:
    """Return rows of equal length as an array of shape (rows, columns)."""
    return np.array(rows, dtype=np.float64)
