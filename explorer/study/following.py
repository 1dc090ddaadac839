"""A look that keeps to its classes while the study gets, loses or reorders them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.study.study import Look
    from explorer.study.table import Table


def following(look: Look, before: Table, after: Table) -> Look:
    """Return the look on `after` that watches the classes that `look` watches on `before`.

    In place of a class that is gone comes the next one that is left, else the one before it; it is no
    longer selected. The look itself where the classes are in their places, or where the tables have not
    one source, so that no class of one is a class of the other.
    """
    if not _moved(before, after):
        return look
    places = _places(before, after)
    near = _nearest(places, after.class_count)

    def at(index: int) -> int:
        return near[min(max(index, 0), len(near) - 1)]

    kept = (places[index] for index in look.selected if index < len(places))
    selected = frozenset(place for place in kept if place is not None)
    return replace(
        look,
        held=at(look.held),
        slice_class=at(look.slice_class),
        landscape=(at(look.landscape[0]), at(look.landscape[1])),
        selected=selected if len(selected) > 1 else frozenset(),
    )


def _moved(before: Table, after: Table) -> bool:
    """Say whether classes of one source stand elsewhere than before; new ones at the end do not count."""
    if before.columns is after.columns:
        return False
    if before.source is not after.source and before.source.fingerprint != after.source.fingerprint:
        return False
    slots = _slots(before)
    return slots != _slots(after)[: len(slots)]


def _slots(table: Table) -> list[int]:
    return [column.slot for column in table.columns.shown]


def _places(before: Table, after: Table) -> list[int | None]:
    """Return for every class its place afterwards, None where it is gone."""
    now = {slot: place for place, slot in enumerate(_slots(after))}
    return [now.get(slot) for slot in _slots(before)]


def _nearest(places: Sequence[int | None], count: int) -> list[int]:
    """Return for every class its place afterwards, or that of its nearest neighbour."""
    found: list[int] = []
    last: int | None = None
    for place in reversed(places):
        last = last if place is None else place
        found.append(-1 if last is None else last)
    found.reverse()
    known = 0
    for index, place in enumerate(found):
        known = place if place >= 0 else known
        found[index] = known
    return found
