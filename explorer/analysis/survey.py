"""The survey: what the shown losses say about every sample, kept up to date while samples are edited."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.analysis.decisions import labelled
from explorer.analysis.passes import Answers, evaluate_all, evaluate_block

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.study.state import State
    from explorer.study.study import ShownLoss, Study
    from explorer.study.table import Table

    Numbers = NDArray[np.float64]

MOST_ANEW: Final = 2_048  # edited rows that are evaluated at once in the window; more ask for a pass


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """Rows answered since the pass, ascending, and their answers in that order."""

    rows: NDArray[np.intp]
    answers: Answers


@dataclass(frozen=True, eq=False)
class Survey:
    """Answers for every sample of one table by the losses that were shown and on.

    table, shown: what it answers. found: the answers of the pass, of `base`, the table as it was then.
    patch: those of rows edited since; it is put into the arrays when they are first asked for.
    Arrays are read-only; compared by identity.
    """

    table: Table
    shown: tuple[ShownLoss, ...]
    found: Answers
    base: Table
    patch: Patch | None = None

    @classmethod
    def of(cls, study: Study, found: Answers) -> Survey:
        """Take the answers of a pass over this study; ValueError where they are not of its size."""
        shown, wanted = asked(study), (len(asked(study)), len(study.table))
        if found.values.shape != wanted:
            message = f"answers of shape {found.values.shape} for (losses, samples) {wanted}"
            raise ValueError(message)
        return cls(study.table, shown, found, study.table)

    # What was found

    @property
    def rows(self) -> int:
        """How many samples."""
        return len(self.found.margin)

    @cached_property
    def values(self) -> Numbers:
        """Value of each loss, nat, summed over classes, shape (losses, rows); NaN where it has no meaning."""
        array: Numbers = self._array("values")
        return array

    @cached_property
    def norms(self) -> Numbers:
        """2-norm of the gradient of each loss, shape (losses, rows)."""
        array: Numbers = self._array("norms")
        return array

    @cached_property
    def f1(self) -> Numbers:
        """F1 of the decision of each loss, 0 to 1, shape (losses, rows)."""
        array: Numbers = self._array("f1")
        return array

    @cached_property
    def margin(self) -> Numbers:
        """Smallest logit of a labelled class minus largest of another, shape (rows,); NaN without either."""
        array: Numbers = self._array("margin")
        return array

    @cached_property
    def labels(self) -> NDArray[np.int32]:
        """How many classes are labelled (target above 1/2), shape (rows,)."""
        array: NDArray[np.int32] = self._array("labels")
        return array

    @cached_property
    def marks(self) -> NDArray[np.uint64]:
        """What the doctor found, shape (rows,): bit i for the i-th of its rules about samples."""
        array: NDArray[np.uint64] = self._array("marks")
        return array

    @cached_property
    def positives(self) -> NDArray[np.int64]:
        """In how many samples each class is labelled, shape (classes,)."""
        if self.patch is None:
            return self.found.positives
        before = [labelled(self.base.sample(int(row)).targets) for row in self.patch.rows]
        counts = self.found.positives - np.add.reduce(before, axis=0, dtype=np.int64)
        now: NDArray[np.int64] = counts + self.patch.answers.positives
        return now

    @property
    def twins(self) -> NDArray[np.intp]:
        """Samples with the same logits and other targets, shape (pairs, 2).

        Those of the pass: a pair that an edit made is found by the next one, and whoever puts a pair into
        words looks whether it still is one.
        """
        return self.found.twins

    # By name

    def columns(self) -> tuple[str, ...]:
        """Names of all columns: "value:0", "norm:0", "f1:0" and so on for each loss, "margin", "labels"."""
        names = tuple(
            f"{what}:{place}" for what in ("value", "norm", "f1") for place in range(len(self.shown))
        )
        return (*names, "margin", "labels")

    def column(self, name: str) -> NDArray[Any]:
        """Return one column, shape (rows,). Raises KeyError for a name that is not among `columns()`."""
        if name not in self.columns():
            message = f"no column {name!r}; there are {', '.join(self.columns())}"
            raise KeyError(message)
        what, _, place = name.partition(":")
        array: NDArray[Any] = getattr(self, {"value": "values", "norm": "norms"}.get(what, what))
        return array[int(place)] if place else array

    # Keeping up

    def is_current(self, study: Study) -> bool:
        """Whether it answers this study: the same numbers and the same losses on, under any class names."""
        return self.shown == asked(study) and _named_alike(study.table, self.table) == self.table

    def with_row(self, study: Study, index: int) -> Survey:
        """Answer one edited sample anew; the study must be the same in all others."""
        before = () if self.patch is None else self.patch.rows
        return self._patched(study.table, np.union1d(before, [index]).astype(np.intp))

    def caught_up(self, study: Study) -> Survey | None:
        """Answer the samples anew that were edited since, or None where only a new pass can tell.

        That is so when losses or classes changed, or too many samples did.
        """
        table = _named_alike(study.table, self.base)
        if self.shown != asked(study) or not table.has_columns_of(self.base):
            return None
        rows = edited_since(table, self.base)
        return None if len(rows) > MOST_ANEW else self._patched(study.table, rows)

    def _patched(self, table: Table, rows: NDArray[np.intp]) -> Survey:
        """Take the answers of the pass for all but these rows."""
        if not len(rows):
            return replace(self, table=table, patch=None)
        samples = [table.sample(int(row)) for row in rows]
        logits = np.array([sample.logits for sample in samples])
        targets = np.array([sample.targets for sample in samples])
        return replace(self, table=table, patch=Patch(rows, evaluate_block(logits, targets, self.shown)))

    def _array(self, name: str) -> Any:
        found = getattr(self.found, name)
        if self.patch is None:
            return found
        patched = found.copy()
        patched[..., self.patch.rows] = getattr(self.patch.answers, name)
        patched.flags.writeable = False
        return patched


def known(state: State) -> Survey | None:
    """Return what is known of all samples; None before it was computed, or of a table of another length."""
    found: Survey | None = state.results.get("survey")
    return found if found is not None and found.rows == len(state.study.table) else None


def asked(study: Study) -> tuple[ShownLoss, ...]:
    """Return the losses that a survey of this study is about: those shown and on, in order."""
    return tuple(shown for shown in study.shown if shown.on)


def survey(study: Study) -> Survey:
    """Evaluate every sample here and now; a large table is better left to the worker process."""
    return Survey.of(study, evaluate_all(study.table, study.table.class_count, asked(study)))


def edited_since(table: Table, base: Table) -> NDArray[np.intp]:
    """Return the rows whose numbers may differ between two tables over one source, ascending."""
    if table.edits is base.edits:
        return np.empty(0, dtype=np.intp)
    rows = [row for row, edit in table.edits.items() if base.edits.get(row) is not edit]
    rows += [row for row in base.edits if row not in table.edits]
    return np.array(sorted(rows), dtype=np.intp)


def _named_alike(table: Table, model: Table) -> Table:
    """Return a table under the class names of another, where it has as many; names change no number."""
    mine, names = table.columns, model.columns.names
    if mine.names == names or len(mine.names) != len(names):
        return table
    shown = tuple(replace(column, name=name) for column, name in zip(mine.shown, names, strict=True))
    return replace(table, columns=replace(mine, shown=shown))
