"""A whole table under one loss at a time: blocks of rows, no loop over samples."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.given import given
from explorer.losses import LOSSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from explorer.catalogue import Loss
    from explorer.study.study import Setting, ShownLoss
    from explorer.study.table import Table

    Numbers = NDArray[np.float64]

NO_OTHER: Final = "compares with other logits; give their table by --other FILE"
BLOCK: Final = 1 << 16  # logits at a time: half a megabyte, so that temporaries stay in the cache


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Column:
    """One loss over all m samples of n classes.

    label: its key, "key#2" for the second time that a study shows it. values: (m,), in nat, sum
    over classes. gradients: (m, n), d value / d logit. learned: (m,) each, d value / d learned parameter.
    refusals and cautions: row -> sentence. misfits: whether the settings do not fit, so that nothing is
    computed.
    """

    label: str
    loss: Loss
    shown: ShownLoss
    settings: Mapping[str, Setting]
    values: Numbers
    gradients: Numbers | None
    learned: Mapping[str, Numbers]
    refusals: dict[int, str]
    cautions: dict[int, str]
    misfits: bool = False


def columns_of(
    table: Table, shown: Sequence[ShownLoss], *, gradient: bool = False, other: Table | None = None
) -> tuple[Column, ...]:
    """Evaluate every sample of a table under every loss, with gradients when asked for.

    other: a table of the same shape, whose logits losses compare with. The rows are read once, in blocks,
    each for all losses.
    """
    labels = _labels([loss.key for loss in shown])
    columns = [
        _column(label, loss, table, gradient, other) for label, loss in zip(labels, shown, strict=True)
    ]
    step = max(1, BLOCK // table.class_count)
    for start in range(0, len(table), step):
        stop = min(start + step, len(table))
        second = None if other is None else other.block(start, stop)[0]
        block = Block(start, table.classes, *table.block(start, stop), second)
        for column in columns:
            _fill(column, block)
    return tuple(columns)


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Some rows of a table, the first of them at `start`: logits, targets, other logits, (rows, n) each."""

    start: int
    classes: Sequence[str]
    logits: Numbers
    targets: Numbers
    other: Numbers | None


def _labels(keys: Sequence[str]) -> list[str]:
    counts: Counter[str] = Counter()
    labels = []
    for key in keys:
        counts[key] += 1
        labels.append(key if counts[key] == 1 else f"{key}#{counts[key]}")
    return labels


def _column(label: str, shown: ShownLoss, table: Table, gradient: bool, other: Table | None) -> Column:
    """Return a column without values yet; one whose settings do not fit is refused in every row."""
    loss, settings = LOSSES[shown.key], dict(shown.settings)
    misfit = _misfit(loss, settings, table.class_count)
    if misfit is None and other is None and loss.takes_other_logits:
        misfit = NO_OTHER
    return Column(
        label=label,
        loss=loss,
        shown=shown,
        settings=settings if misfit is not None else _settings(loss, settings),
        values=np.full(len(table), np.nan),
        gradients=np.full((len(table), table.class_count), np.nan) if gradient else None,
        learned={name: np.full(len(table), np.nan) for name in loss.learned_functions if gradient},
        refusals={} if misfit is None else dict.fromkeys(range(len(table)), misfit),
        cautions={},
        misfits=misfit is not None,
    )


def _settings(loss: Loss, settings: Mapping[str, Setting]) -> dict[str, Setting]:
    """Fill in the defaults; the other logits are no setting here."""
    found = loss.settings(**settings).items()
    return {name: setting for name, setting in found if name != loss.other_parameter}


def _misfit(loss: Loss, settings: Mapping[str, Setting], class_count: int) -> str | None:
    """Say which setting does not fit, as a study file may hold it: the loss checks before it computes."""
    nothing = np.zeros(class_count)
    other = {} if loss.other_parameter is None else {loss.other_parameter: nothing}
    try:
        loss.value(nothing, nothing, **{**settings, **other})
    except ValueError as failure:
        return f"cannot be computed: {failure}"
    return None


def _fill(column: Column, block: Block) -> None:
    """Evaluate the rows of a block, and say of each what there is to say."""
    rows = slice(block.start, block.start + len(block.logits))
    if not column.misfits:
        asked = given(block.targets, column.shown, block.other)
        column.values[rows] = asked.value(block.logits)
        if column.gradients is not None:
            column.gradients[rows] = asked.gradient(block.logits)
            for name, slopes in column.learned.items():
                slopes[rows] = asked.parameter_gradient(name, block.logits)
        column.refusals.update(_refusals(column, block, column.values[rows]))
    column.cautions.update(_cautions(column, block))


def _refusals(column: Column, block: Block, values: Numbers) -> Iterator[tuple[int, str]]:
    """Say of each row with NaN why it is refused; that a logit is NaN is no refusal."""
    for row in np.flatnonzero(np.isnan(values)).tolist():
        sentence = column.loss.refuses(block.targets[row], block.classes, **column.settings)
        if sentence:
            yield block.start + row, sentence


def _cautions(column: Column, block: Block) -> Iterator[tuple[int, str]]:
    """Say of each row how its targets or logits are not what the loss, which computes it, is meant for."""
    if column.loss.inputs[0] != "logits":
        for row in range(len(block.logits)):
            sentence = column.loss.misreads(block.logits[row], block.classes)
            if sentence and not column.loss.refuses(block.targets[row], block.classes, **column.settings):
                yield block.start + row, sentence
    for row in np.flatnonzero(~column.loss.labels.hold(np, block.targets)).tolist():
        sentence = column.loss.cautions(block.targets[row], block.classes)
        if sentence:
            yield block.start + row, sentence
