"""A whole table under one loss at a time: blocks of rows, no loop over samples."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.losses import LOSSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from explorer.catalogue import Loss
    from explorer.study.study import Setting, ShownLoss
    from explorer.study.table import Table

    Numbers = NDArray[np.float64]

BLOCK: Final = 1 << 16  # logits at a time: half a megabyte, so that temporaries stay in the cache


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Column:
    """One loss over all m samples of n classes.

    label: its key, "key#2" for the second time that a study shows it. values: (m,), in nat, sum
    over classes. gradients: (m, n), d value / d logit. refusals and cautions: row -> sentence.
    """

    label: str
    loss: Loss
    settings: Mapping[str, Setting]
    values: Numbers
    gradients: Numbers | None
    refusals: Mapping[int, str]
    cautions: Mapping[int, str]


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The numbers of a table: logits and targets, shape (m, n) each."""

    classes: Sequence[str]
    logits: Numbers
    targets: Numbers

    def blocks(self) -> Iterator[slice]:
        """Slices of consecutive rows that hold about BLOCK logits each."""
        count, width = self.logits.shape
        step = max(1, BLOCK // width)
        return (slice(start, start + step) for start in range(0, count, step))


def columns_of(table: Table, shown: Sequence[ShownLoss], *, gradient: bool = False) -> tuple[Column, ...]:
    """Evaluate every sample of a table under every loss, with gradients when asked for."""
    rows = Rows(table.classes, *table.arrays())
    labels = _labels([loss.key for loss in shown])
    return tuple(_column(label, loss, rows, gradient) for label, loss in zip(labels, shown, strict=True))


def _labels(keys: Sequence[str]) -> list[str]:
    counts: Counter[str] = Counter()
    labels = []
    for key in keys:
        counts[key] += 1
        labels.append(key if counts[key] == 1 else f"{key}#{counts[key]}")
    return labels


def _column(label: str, shown: ShownLoss, rows: Rows, gradient: bool) -> Column:
    loss, settings = LOSSES[shown.key], dict(shown.settings)
    values = np.full(len(rows.logits), np.nan)
    gradients = np.full(rows.logits.shape, np.nan) if gradient else None
    misfit = _misfit(loss, settings, len(rows.classes))
    if misfit is None:
        settings = loss.settings(**settings)
        _fill(loss, settings, rows, values, gradients)
        refusals = _refusals(loss, settings, rows, values)
    else:
        refusals = dict.fromkeys(range(len(values)), misfit)
    return Column(
        label=label,
        loss=loss,
        settings=settings,
        values=values,
        gradients=gradients,
        refusals=refusals,
        cautions=_cautions(loss, rows),
    )


def _misfit(loss: Loss, settings: Mapping[str, Setting], class_count: int) -> str | None:
    """Say which setting does not fit, as a study file may hold it: the loss checks before it computes."""
    nothing = np.zeros(class_count)
    try:
        loss.value(nothing, nothing, **settings)
    except ValueError as failure:
        return f"cannot be computed: {failure}"
    return None


def _fill(
    loss: Loss, settings: Mapping[str, Setting], rows: Rows, values: Numbers, gradients: Numbers | None
) -> None:
    for block in rows.blocks():
        logits, targets = rows.logits[block], rows.targets[block]
        values[block] = loss.value(logits, targets, **settings)
        if gradients is not None:
            gradients[block] = loss.gradient(logits, targets, **settings)


def _refusals(loss: Loss, settings: Mapping[str, Setting], rows: Rows, values: Numbers) -> dict[int, str]:
    """Say of each row with NaN why it is refused; that a logit is NaN is no refusal."""
    missing = np.flatnonzero(np.isnan(values)).tolist()
    said = ((row, loss.refuses(rows.targets[row], rows.classes, **settings)) for row in missing)
    return {row: sentence for row, sentence in said if sentence}


def _cautions(loss: Loss, rows: Rows) -> dict[int, str]:
    """Say of each row how its targets are not those that the loss, which computes it, is meant for."""
    outside = np.flatnonzero(~loss.labels.hold(np, rows.targets)).tolist()
    said = ((row, loss.cautions(rows.targets[row], rows.classes)) for row in outside)
    return {row: sentence for row, sentence in said if sentence}
