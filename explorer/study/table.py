"""A table of samples: a source that never changes, the rows edited since, the columns shown."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

import numpy as np
from immutables import Map

from explorer.study.columns import Columns
from explorer.study.source import ArraySource
from explorer.study.values import Row, frozen, same_numbers

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from numpy.typing import ArrayLike

    from explorer.study.source import Source
    from explorer.study.values import Numbers


@dataclass(frozen=True, eq=False, slots=True, weakref_slot=True)
class Sample:
    """One row as it is shown: read-only float64 logits and targets, shape (classes,) each.

    Compared by identity: as long as its row is unchanged a table gives the same sample, so what
    was computed from it can be kept under it.
    """

    index: int
    name: str
    classes: tuple[str, ...]
    logits: Numbers
    targets: Numbers


@dataclass(frozen=True, eq=False)
class Table:
    """Logits and targets of all samples, frozen: every change is a new table that shares the rest.

    source: rows as they were read. edits: row index -> the row since it was edited. columns: which
    classes are shown, over the source. Two tables are equal when their sources have one fingerprint
    and columns and edited rows agree; the source is never scanned.
    """

    source: Source
    columns: Columns
    edits: Map[int, Row] = field(default_factory=Map)
    _touched: int = field(default=-1, repr=False)  # the last edited row: where a difference is likely
    _samples: WeakValueDictionary[tuple[int, Row | None], Sample] = field(
        default_factory=WeakValueDictionary, repr=False
    )

    @classmethod
    def of(
        cls,
        logits: ArrayLike,
        targets: ArrayLike | None = None,
        classes: Sequence[str] | None = None,
        samples: Sequence[str] | None = None,
        origin: str | None = None,
        notes: Sequence[str] = (),
    ) -> Table:
        """Copy arrays of shape (rows, classes), or (classes,) for one row; without targets all are 0.

        Any float is allowed, also NaN and infinities. Raises ValueError for shapes that do not match
        and for class names that are empty or equal.
        """
        return cls.over(ArraySource.of(logits, targets, classes, samples, origin, notes))

    @classmethod
    def over(cls, source: Source) -> Table:
        """Show a source as it is."""
        return cls(source, Columns.of(source.classes))

    # Reading

    def __len__(self) -> int:
        return len(self.source)

    def __iter__(self) -> Iterator[Sample]:
        return (self.sample(index) for index in range(len(self)))

    @property
    def classes(self) -> tuple[str, ...]:
        """Names of the shown classes, in order."""
        return self.columns.names

    @property
    def class_count(self) -> int:
        """How many classes are shown; 1 or more."""
        return len(self.columns.shown)

    @property
    def origin(self) -> str | None:
        """Name of the file that the source was read from."""
        return self.source.origin

    @property
    def notes(self) -> tuple[str, ...]:
        """What was noticed while the source was read, one sentence each."""
        return self.source.notes

    def trouble(self) -> str | None:
        """Say in one sentence why rows that were not edited can no longer be trusted; cheap."""
        return self.source.trouble()

    def sample(self, index: int) -> Sample:
        """Return one row, counted from 0. Raises IndexError outside the table (no negative ones)."""
        self._check_row(index)
        key = (index, self.edits.get(index))
        sample = self._samples.get(key)
        if sample is None:
            row = self.columns.show(self._kept(index))
            name = self.source.sample_name(index)
            sample = Sample(index, name, self.columns.names, row.logits, row.targets)
            self._samples[key] = sample
        return sample

    def is_edited(self, index: int) -> bool:
        """Say whether a row holds other numbers than its source, in any class shown or removed."""
        return index in self.edits

    def arrays(self) -> tuple[Numbers, Numbers]:
        """Return all logits and all targets as shown, shape (rows, classes) each, read-only."""
        return self.block(0, len(self))

    def block(self, start: int, stop: int) -> tuple[Numbers, Numbers]:
        """Return rows start to stop - 1 as shown: logits and targets, read-only.

        Shape (stop - start, classes) each. Reads those rows only.
        """
        logits, targets = self.source.block(start, stop)
        if self.columns.is_plain and not self.edits:
            return logits, targets
        logits, targets = self.columns.show_all(logits, targets)
        for index in self._edited_within(start, stop):
            row = self.columns.show(self.edits[index])
            logits[index - start], targets[index - start] = row.logits, row.targets
        logits.flags.writeable = targets.flags.writeable = False
        return logits, targets

    def _edited_within(self, start: int, stop: int) -> list[int]:
        """Return the edited rows of a block, by the shorter way: along the edits or along the rows."""
        if len(self.edits) < stop - start:
            return [index for index in self.edits if start <= index < stop]
        return [index for index in range(start, stop) if index in self.edits]

    # Editing rows

    def with_row(self, index: int, logits: ArrayLike, targets: ArrayLike) -> Table:
        """Replace one row. Both have shape (classes,); any float is allowed."""
        return self._with(index, self._checked(logits, "logits"), self._checked(targets, "targets"))

    def with_logits(self, index: int, logits: ArrayLike) -> Table:
        """Replace the logits of one row, shape (classes,)."""
        return self._with(index, self._checked(logits, "logits"), self.sample(index).targets)

    def with_targets(self, index: int, targets: ArrayLike) -> Table:
        """Replace the targets of one row, shape (classes,)."""
        return self._with(index, self.sample(index).logits, self._checked(targets, "targets"))

    def with_logit(self, index: int, class_index: int, value: float) -> Table:
        """Replace one logit. Raises IndexError for a row or class that is not there."""
        sample = self.sample(index)
        return self._with(index, self._changed(sample.logits, class_index, value), sample.targets)

    def with_target(self, index: int, class_index: int, value: float) -> Table:
        """Replace one target. Raises IndexError for a row or class that is not there."""
        sample = self.sample(index)
        return self._with(index, sample.logits, self._changed(sample.targets, class_index, value))

    # Editing classes: a map over the source, nothing is copied

    def with_class_added(self, name: str, logit: float = 0.0, target: float = 0.0) -> Table:
        """Add a class at the end with these numbers in every row. Raises ValueError for a taken name."""
        return self._showing(self.columns.added(name, logit, target))

    def with_class_removed(self, index: int) -> Table:
        """Remove a class. Raises IndexError for a class that is not there, ValueError for the last."""
        return self._showing(self.columns.removed(index))

    def with_classes_removed(self, indices: Collection[int]) -> Table:
        """Remove several classes at once. Raises IndexError and ValueError as `with_class_removed`."""
        return self._showing(self.columns.without(indices))

    def with_class_renamed(self, index: int, name: str) -> Table:
        """Rename a class. Raises ValueError for an empty or taken name."""
        return self._showing(self.columns.renamed(index, name))

    def with_classes_reordered(self, order: Sequence[int]) -> Table:
        """Show class `order[0]` first and so on. Raises ValueError unless every class is there once."""
        return self._showing(self.columns.reordered(order))

    # Comparing

    def __reduce__(self) -> tuple[object, ...]:
        # Samples are found anew; a source in a file travels as its path.
        return Table, (self.source, self.columns, self.edits, self._touched)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Table):
            return NotImplemented
        return self is other or (self.has_columns_of(other) and not any(self._differences(other)))

    def __hash__(self) -> int:
        return hash((self.source.fingerprint, self.columns.names))

    def has_columns_of(self, other: Table) -> bool:
        """Say whether the other table shows the same columns of the same source."""
        same_source = self.source is other.source or self.source.fingerprint == other.source.fingerprint
        return same_source and (self.columns is other.columns or self.columns == other.columns)

    def changed_rows(self, other: Table) -> frozenset[int]:
        """Rows in which two tables with the same columns differ; reads edited rows only."""
        if self.edits is other.edits:
            return frozenset()
        rows = {*self.edits, *other.edits}
        return frozenset(index for index in rows if self._differs(other, index))

    def _differences(self, other: Table) -> Iterator[bool]:
        """Yield for every row that may differ whether it does, the likeliest first."""
        if self.edits is other.edits:
            return
        for index in {self._touched, other._touched} - {-1}:
            yield self._differs(other, index)
        for index in self.edits:
            yield self._differs(other, index)
        for index in other.edits:
            if index not in self.edits:
                yield self._differs(other, index)

    def _differs(self, other: Table, index: int) -> bool:
        mine, theirs = self.edits.get(index), other.edits.get(index)
        if mine is theirs:
            return False
        return not self.columns.show(self._kept(index)).same(other.columns.show(other._kept(index)))

    # Helpers

    def _kept(self, index: int) -> Row:
        edited = self.edits.get(index)
        return self.source.row(index) if edited is None else edited

    def _with(self, index: int, logits: Numbers, targets: Numbers) -> Table:
        """Return a table with this row; the table itself if nothing changes."""
        sample = self.sample(index)
        if same_numbers(logits, sample.logits) and same_numbers(targets, sample.targets):
            return self
        row = self.columns.keep(Row(logits, targets), self._kept(index))
        if row.same(self.columns.complete(self.source.row(index))):
            edits = self.edits.delete(index)  # back at the source: no longer edited
        else:
            edits = self.edits.set(index, row)
        return replace(self, edits=edits, _touched=index)

    def _showing(self, columns: Columns) -> Table:
        return replace(self, columns=columns, _samples=WeakValueDictionary())

    def _check_row(self, index: int) -> None:
        if not 0 <= index < len(self):
            message = f"sample {index} is not in the table; allowed are 0 to {len(self) - 1}"
            raise IndexError(message)

    def _checked(self, values: ArrayLike, what: str) -> Numbers:
        row = frozen(values)
        if row.shape != (self.class_count,):
            message = f"{what} have shape {row.shape}; allowed is {(self.class_count,)}, one a class"
            raise ValueError(message)
        return row

    def _changed(self, row: Numbers, class_index: int, value: float) -> Numbers:
        self.columns.check(class_index)
        changed = row.copy()
        changed[class_index] = np.nan if np.isnan(value) else value
        changed.flags.writeable = False
        return changed
