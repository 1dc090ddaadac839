"""Where a table's rows come from: an array copied on entry; an opened file can take its place."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from explorer.study.values import Row, frozen, read_only
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike

    from explorer.study.values import Numbers


class Source(Protocol):
    """Rows of logits and targets that never change. Reading one row must not read the others."""

    @property
    def classes(self) -> tuple[str, ...]:
        """Names of the columns; unique."""

    @property
    def fingerprint(self) -> str:
        """Equal for two sources exactly when they hold the same names and numbers."""

    @property
    def origin(self) -> str | None:
        """Name of the file that it was read from, for people to read."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What was noticed while reading, one sentence each."""

    def __len__(self) -> int:
        """Count the rows."""

    def row(self, index: int) -> Row:
        """Return one row: logits and targets, read-only float64, shape (classes,)."""

    def block(self, start: int, stop: int) -> tuple[Numbers, Numbers]:
        """Return rows start to stop - 1: logits and targets, float64, shape (stop - start, classes) each.

        They may be read-only. Reading a block must not read the other rows.
        """

    def sample_name(self, index: int) -> str:
        """Return the name of one row."""

    def arrays(self) -> tuple[Numbers, Numbers]:
        """Return all logits and all targets, shape (rows, classes) each, read-only."""

    def trouble(self) -> str | None:
        """Say in one sentence why the rows can no longer be trusted, None where they can; cheap."""


@dataclass(frozen=True, slots=True, eq=False)
class ArraySource:
    """A source in memory. `samples` is None where the rows have no names of their own."""

    logits: Numbers
    targets: Numbers
    classes: tuple[str, ...]
    samples: tuple[str, ...] | None = None
    origin: str | None = None
    notes: tuple[str, ...] = ()
    fingerprint: str = ""

    def __post_init__(self) -> None:
        if not self.fingerprint:
            object.__setattr__(self, "fingerprint", _fingerprint(self))

    @classmethod
    def of(
        cls,
        logits: ArrayLike,
        targets: ArrayLike | None = None,
        classes: Sequence[str] | None = None,
        samples: Sequence[str] | None = None,
        origin: str | None = None,
        notes: Sequence[str] = (),
    ) -> ArraySource:
        """Copy arrays of shape (rows, classes), or (classes,) for one row; without targets all are 0.

        Without names the classes are "class 1", "class 2", ... and the samples "sample 1", ...
        Raises ValueError where shapes do not match, nothing is there or a class name is not allowed.
        """
        rows = _table_of(logits, "logits")
        marks = frozen(np.zeros(rows.shape)) if targets is None else _table_of(targets, "targets")
        if marks.shape != rows.shape:
            message = f"targets {marks.shape} do not match logits {rows.shape}"
            raise ValueError(message)
        names = tuple(classes) if classes is not None else default_classes(rows.shape[1])
        _check_count("class names", len(names), rows.shape[1])
        check_classes(names)
        if samples is not None:
            _check_count("sample names", len(samples), rows.shape[0])
        kept = None if samples is None or are_default(samples) else tuple(samples)
        return cls(rows, marks, names, kept, origin, tuple(notes))

    def __len__(self) -> int:
        return len(self.logits)

    def row(self, index: int) -> Row:
        """Return one row as views of the arrays."""
        return Row(self.logits[index], self.targets[index])

    def block(self, start: int, stop: int) -> tuple[Numbers, Numbers]:
        """Return some rows as views of the arrays."""
        return self.logits[start:stop], self.targets[start:stop]

    def sample_name(self, index: int) -> str:
        """Return the row's own name, or "sample 1" for the first row and so on."""
        return default_sample(index) if self.samples is None else self.samples[index]

    def arrays(self) -> tuple[Numbers, Numbers]:
        """Return both arrays themselves."""
        return self.logits, self.targets

    def trouble(self) -> str | None:
        """Say that nothing can happen to arrays in memory."""
        return None

    def __reduce__(self) -> tuple[object, ...]:
        # Not hashed again, and large arrays can travel outside the pickle (protocol 5).
        names = (self.classes, self.samples, self.origin, self.notes)
        return _unpickled, (self.logits, self.targets, *names, self.fingerprint)


def default_classes(count: int) -> tuple[str, ...]:
    """Return the names of classes that have none: counted from 1, as samples and lines are."""
    return tuple(f"class {place}" for place in range(1, count + 1))


def default_sample(index: int) -> str:
    """Return the name of a row that has none, counted from 1."""
    return f"sample {index + 1}"


def are_default(samples: Sequence[str]) -> bool:
    """Say whether these are the names of rows that have none; the first other one ends the search."""
    return all(name == default_sample(index) for index, name in enumerate(samples))


def check_classes(names: Sequence[str]) -> None:
    """Raise ValueError unless there are names, each is text that can be saved, and no two are equal."""
    if not names:
        message = say("a table has no classes; allowed are 1 and more")
        raise ValueError(message)
    seen: set[str] = set()
    for place, name in enumerate(names, start=1):
        check_class(name, place)
        if name in seen:
            message = say("class name {name} is there twice; allowed are names that differ", name=repr(name))
            raise ValueError(message)
        seen.add(name)


def check_class(name: str, place: int) -> None:
    """Raise ValueError unless this is a name: text that is not empty and can be written in UTF-8."""
    if not isinstance(name, str) or not name.strip() or not is_unicode(name):
        message = say(
            "class {place} is named {name}; allowed is text that is not empty", place=place, name=repr(name)
        )
        raise ValueError(message)


def is_unicode(text: str) -> bool:
    """Say whether the text can be written in UTF-8: it holds no half of a surrogate pair."""
    return text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text)


def _table_of(values: ArrayLike, what: str) -> Numbers:
    array = frozen(np.atleast_2d(np.asarray(values)))
    if array.ndim != 2 or 0 in array.shape:
        message = f"{what} have shape {array.shape}; allowed is (rows, classes) with 1 or more of each"
        raise ValueError(message)
    return array


def _check_count(what: str, given: int, wanted: int) -> None:
    if given != wanted:
        message = f"{given} {what} are given; allowed are exactly {wanted}"
        raise ValueError(message)


def _unpickled(logits: Numbers, targets: Numbers, *rest: Any) -> ArraySource:
    return ArraySource(read_only(logits), read_only(targets), *rest)


def _fingerprint(source: ArraySource) -> str:
    digest = hashlib.blake2b(digest_size=16)
    digest.update(json.dumps([source.classes, source.samples, source.logits.shape]).encode())
    digest.update(np.ascontiguousarray(source.logits).data)
    digest.update(np.ascontiguousarray(source.targets).data)
    return digest.hexdigest()
