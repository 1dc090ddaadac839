"""What the formula reference says of optimizers and schedules. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explorer.optimizers import LETTERS, OPTIMIZERS
from explorer.training import schedules
from explorer.wording import cached, noted, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explorer.catalogue import Parameter
    from explorer.optimizers import Optimizer
    from explorer.training.schedules import ScheduleKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One optimizer or schedule. key: "optimizer.adam", also the name of its picture; name: "adam".

    kind: "optimizer" or "schedule"; said: the title in the language in use; latex: its formula; rows: what
    else is said, under which head.
    """

    kind: str
    name: str
    title: str
    said: str
    latex: str
    rows: tuple[tuple[str, str], ...]
    parameters: tuple[Parameter, ...]
    source: str = ""

    @property
    def key(self) -> str:
        return f"{self.kind}.{self.name}"

    @property
    def searched(self) -> str:
        """The letters in which it is looked for."""
        parts = [self.kind, self.name, self.title, self.said, self.source]
        parts += [say(HEADS[self.kind]), say(WORDS[self.kind])]
        parts += [say(text) for _, text in self.rows]
        parts += [f"{each.name} {each.symbol} {say(each.meaning)}" for each in self.parameters]
        return " ".join(parts).casefold()


HEADS = {"optimizer": noted("optimizers"), "schedule": noted("schedules")}
COUNTS = {"optimizer": noted("{count} optimizers"), "schedule": noted("{count} schedules")}
WORDS = {"optimizer": LETTERS, "schedule": schedules.LETTERS}  # what the letters of their formulas mean


@cached(maxsize=1)
def entries() -> tuple[Entry, ...]:
    """Return all optimizers, those from outside too, then all schedules."""
    return (*map(_optimizer, OPTIMIZERS.values()), *map(_schedule, schedules.SCHEDULES.values()))


def _optimizer(optimizer: Optimizer) -> Entry:
    return Entry(
        kind="optimizer",
        name=optimizer.key,
        title=optimizer.title,
        said=optimizer.said,
        latex=optimizer.formula,
        rows=((noted("Usual rate"), f"{optimizer.rate:g}"),),
        parameters=optimizer.parameters,
        source=optimizer.reference,
    )


def _schedule(kind: ScheduleKind) -> Entry:
    return Entry(
        kind="schedule",
        name=kind.key,
        title=kind.title,
        said=kind.said,
        latex=kind.formula,
        rows=((noted("Meaning"), kind.meaning),),
        parameters=(*kind.parameters, schedules.WARM_UP),
    )


def found(query: str) -> list[Entry]:
    """Return the entries in which every word of a query is found, whatever its case."""
    words = query.casefold().split()
    return [entry for entry in entries() if all(word in entry.searched for word in words)]


def by_kind(found: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Return entries under what they are, "optimizer" or "schedule"."""
    kinds: dict[str, list[Entry]] = {}
    for entry in found:
        kinds.setdefault(entry.kind, []).append(entry)
    return kinds
