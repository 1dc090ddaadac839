"""How much memory a step of the history keeps that the study before it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.study.source import ArraySource

if TYPE_CHECKING:
    from explorer.study.study import Study
    from explorer.study.table import Table
    from explorer.study.values import Numbers


def added_bytes(before: Study, after: Study) -> int:
    """Count the bytes of numbers that `after` holds and `before` does not: rows edited, tables, a pin.

    What two studies share counts nothing, nor what lies in a file; names and settings are small.
    """
    added = 0 if after.table is before.table else _of_tables(before.table, after.table)
    if after.pin is not None and after.pin is not before.pin:
        added += _own(after.pin.logits) + _own(after.pin.targets)
    if after.stories is not before.stories:
        known = {id(step.study.table) for story in before.stories for step in story.steps}
        tables = (step.study.table for story in after.stories for step in story.steps)
        added += sum(_of_tables(before.table, table) for table in tables if id(table) not in known)
    return added


def _of_tables(before: Table, after: Table) -> int:
    added = 0
    if after.source is not before.source and isinstance(after.source, ArraySource):
        added += after.source.logits.nbytes + after.source.targets.nbytes
    if after.edits is not before.edits:
        for index, row in after.edits.items():
            old = before.edits.get(index)
            if row is not old:
                added += sum(
                    _own(new)
                    for new, kept in ((row.logits, old and old.logits), (row.targets, old and old.targets))
                    if new is not kept
                )
    return added


def _own(numbers: Numbers) -> int:
    """Bytes of an array that owns them; a view of another keeps that one, which is counted where it came."""
    return numbers.nbytes if numbers.base is None else 0
