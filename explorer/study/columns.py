"""Which columns a table shows: a map over the source, so that a class is added without copying."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import starmap
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.study.source import check_class, check_classes
from explorer.study.values import Row, number, read_only
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    from explorer.study.values import Numbers


_BITS: Final = struct.Struct("<dd")


@dataclass(frozen=True, slots=True)
class Column:
    """One class as it is shown: its name, the slot of its numbers, what rows without that slot hold.

    Slots 0 to n - 1 are the source's columns; every added class takes the next free slot for ever.
    """

    name: str
    slot: int
    logit: float = field(default=0.0, compare=False)
    target: float = field(default=0.0, compare=False)
    bits: bytes = field(init=False, repr=False)  # what is compared: 0.0 is not -0.0, NaN is NaN

    def __post_init__(self) -> None:
        object.__setattr__(self, "bits", _BITS.pack(self.logit, self.target))


@dataclass(frozen=True)
class Columns:
    """The shown columns in order. `slots` counts all slots ever used, the first `own` the source's."""

    shown: tuple[Column, ...]
    own: int = field(compare=False)
    slots: int = field(compare=False)
    names: tuple[str, ...] = field(init=False, repr=False, compare=False)
    _gather: NDArray[np.intp] | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", tuple(column.name for column in self.shown))
        slots = [column.slot for column in self.shown]
        plain = len(slots) == self.slots and slots == list(range(self.slots))
        object.__setattr__(self, "_gather", None if plain else np.array(slots, dtype=np.intp))

    @classmethod
    def of(cls, names: Sequence[str]) -> Columns:
        """Show a source's columns as they are."""
        shown = tuple(Column(name, slot) for slot, name in enumerate(names))
        return cls(shown, len(shown), len(shown))

    def checked(self) -> Columns:
        """Return the columns themselves; raise ValueError for names that are not allowed."""
        check_classes(self.names)
        return self

    @property
    def is_plain(self) -> bool:
        """Whether the source's columns are shown as they are, under any names."""
        return self._gather is None and self.slots == self.own

    def added(self, name: str, logit: float, target: float) -> Columns:
        """Show one more class at the end; every row holds these numbers. Refuses a taken name."""
        self._check_name(name, len(self.shown))
        column = Column(name, self.slots, number(logit), number(target))
        return Columns((*self.shown, column), self.own, self.slots + 1)

    def removed(self, index: int) -> Columns:
        """Show one class less; the last one stays."""
        self.check(index)
        if len(self.shown) == 1:
            message = say(
                "class {name} is the last one; allowed are 1 and more classes", name=repr(self.names[0])
            )
            raise ValueError(message)
        return Columns((*self.shown[:index], *self.shown[index + 1 :]), self.own, self.slots)

    def without(self, indices: Collection[int]) -> Columns:
        """Show several classes less; one at least stays."""
        for index in indices:
            self.check(index)
        gone = frozenset(indices)
        if len(gone) == len(self.shown):
            message = say("all {count} classes would go; allowed are 1 and more classes", count=len(gone))
            raise ValueError(message)
        left = tuple(column for index, column in enumerate(self.shown) if index not in gone)
        return Columns(left, self.own, self.slots) if gone else self

    def renamed(self, index: int, name: str) -> Columns:
        """Show one class under another name. Refuses a taken name."""
        self.check(index)
        self._check_name(name, index)
        column = replace(self.shown[index], name=name)
        return Columns((*self.shown[:index], column, *self.shown[index + 1 :]), self.own, self.slots)

    def reordered(self, order: Sequence[int]) -> Columns:
        """Show the class `order[0]` first and so on; `order` names every class once."""
        if sorted(order) != list(range(len(self.shown))):
            last = len(self.shown) - 1
            message = f"order {list(order)!r} is not allowed; allowed is every class from 0 to {last} once"
            raise ValueError(message)
        return Columns(tuple(self.shown[index] for index in order), self.own, self.slots)

    def check(self, index: int) -> None:
        """Raise IndexError unless this is a shown class."""
        if not 0 <= index < len(self.shown):
            message = say(
                "class {place} is not in the table; allowed are 0 to {last}",
                place=index,
                last=len(self.shown) - 1,
            )
            raise IndexError(message)

    def _check_name(self, name: str, index: int) -> None:
        check_class(name, index + 1)
        if name in self.names and self.names.index(name) != index:
            message = say("class name {name} is taken; allowed are names that differ", name=repr(name))
            raise ValueError(message)

    # Between a row as it is kept, by slot, and a row as it is shown, by column.

    def show(self, row: Row) -> Row:
        """Return a kept row as it is shown; the very row where nothing differs."""
        full = self.complete(row)
        if self._gather is None:
            return full
        return Row(read_only(full.logits[self._gather]), read_only(full.targets[self._gather]))

    def keep(self, shown: Row, before: Row) -> Row:
        """Return a shown row as it is kept; classes that are not shown stay as they were before."""
        if self._gather is None:
            return shown
        full = self.complete(before)
        logits, targets = full.logits.copy(), full.targets.copy()
        logits[self._gather], targets[self._gather] = shown.logits, shown.targets
        return Row(read_only(logits), read_only(targets))

    def complete(self, row: Row) -> Row:
        """Return a kept row with a place for every slot: later classes hold what they were added with."""
        width = len(row.logits)
        if width == self.slots:
            return row
        logits, targets = self._added
        later = slice(width - self.own, None)
        return Row(
            read_only(np.concatenate((row.logits, logits[later]))),
            read_only(np.concatenate((row.targets, targets[later]))),
        )

    def show_all(self, logits: Numbers, targets: Numbers) -> tuple[Numbers, Numbers]:
        """Return new arrays (rows, shown classes) of a whole source of shape (rows, own)."""
        if self._gather is None and self.slots == self.own:
            return logits.copy(), targets.copy()
        slots = np.arange(self.slots) if self._gather is None else self._gather
        read = slots < self.own
        if read.all():
            return logits.take(slots, axis=1), targets.take(slots, axis=1)
        found = []
        for numbers, added in zip((logits, targets), self._added, strict=True):
            every = np.empty((len(numbers), len(slots)))
            every[:, read] = numbers[:, slots[read]]
            every[:, ~read] = added[slots[~read] - self.own]
            found.append(every)
        return found[0], found[1]

    @cached_property
    def _added(self) -> tuple[Numbers, Numbers]:
        """What rows without them hold in the slots after the source's; 0 where a class was removed again."""
        logits, targets = np.zeros(self.slots - self.own), np.zeros(self.slots - self.own)
        for column in self.shown:
            if column.slot >= self.own:
                logits[column.slot - self.own], targets[column.slot - self.own] = column.logit, column.target
        return logits, targets

    def __reduce__(self) -> tuple[object, ...]:
        columns = [(column.name, column.slot, column.logit, column.target) for column in self.shown]
        return _unpickled, (columns, self.own, self.slots)


def _unpickled(columns: list[tuple[str, int, float, float]], own: int, slots: int) -> Columns:
    return Columns(tuple(starmap(Column, columns)), own, slots)
