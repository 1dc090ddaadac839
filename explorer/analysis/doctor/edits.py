"""Edits that fixes make: pure, of one row or of the shown losses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from explorer.analysis.doctor.rules import Fix

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    import numpy as np
    from numpy.typing import NDArray

    from explorer.study.study import Setting, ShownLoss, Study

    Numbers = NDArray[np.float64]


MOST_ROWS: Final = 500  # that one step mends: each is kept as an edited row


def retarget(label: str, row: int, change: Callable[[Numbers], Numbers]) -> Fix:
    """Change the targets of one row."""

    def changed(study: Study) -> Study:
        table = study.table
        return study.with_table(table.with_targets(row, change(table.sample(row).targets)))

    return Fix(label, changed)


def retarget_all(label: str, rows: int, change: Callable[[Numbers], Numbers]) -> Fix:
    """Change the targets of every row of a table that is small enough."""

    def changed(study: Study) -> Study:
        table = study.table
        for row in range(rows):
            table = table.with_targets(row, change(table.sample(row).targets))
        return study.with_table(table)

    return Fix(label, changed)


def relogit(label: str, row: int, change: Callable[[Numbers], Numbers]) -> Fix:
    """Change the logits of one row."""

    def changed(study: Study) -> Study:
        table = study.table
        return study.with_table(table.with_logits(row, change(table.sample(row).logits)))

    return Fix(label, changed)


def reset(label: str, keys: Collection[str], name: str, setting: Setting) -> Fix:
    """Set one parameter of the shown losses of these keys."""

    def changed(study: Study) -> Study:
        shown = tuple(loss.with_setting(name, setting) if loss.key in keys else loss for loss in study.shown)
        return replace(study, shown=shown)

    return Fix(label, changed)


def instead(label: str, keys: dict[str, str]) -> Fix:
    """Show other losses in place of some that are on, each once; key -> key of the other."""

    def changed(study: Study) -> Study:
        return replace(study, shown=_replaced(study.shown, keys))

    return Fix(label, changed)


def _replaced(shown: tuple[ShownLoss, ...], keys: dict[str, str]) -> tuple[ShownLoss, ...]:
    there = {loss.key for loss in shown if loss.key not in keys}
    left: list[ShownLoss] = []
    for loss in shown:
        other = keys.get(loss.key) if loss.on else None
        if other is None:
            left.append(replace(loss, on=True) if loss.key in keys.values() else loss)
        elif other not in there:
            left.append(type(loss)(other))
            there.add(other)
    return tuple(left)
