"""Reductions: the numbers that libraries make of the same terms by summing or averaging them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from explorer.analysis.keeping import Same, frozen
from explorer.analysis.passes import evaluate_block
from explorer.analysis.survey import asked, known

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.analysis.evaluation import LossEvaluation
    from explorer.study.state import State
    from explorer.study.study import ShownLoss
    from explorer.study.table import Sample, Table

    Numbers = NDArray[np.float64]

MOST_NUMBERS: Final = 20_000  # of a table that is computed at once; a larger one needs the survey


@dataclass(frozen=True, slots=True)
class Reduction:
    """One way to make one number of all terms. users: what has it by default, or is known for it."""

    key: str
    head: str
    short: str  # where there is little room
    meaning: str
    users: tuple[str, ...]
    of_table: bool


REDUCTIONS: Final = (
    Reduction("none", "none", "none", "one number a class", ("torchvision sigmoid_focal_loss",), False),
    Reduction("sum", "sum", "sum", "over classes", (), False),
    Reduction(
        "mean", "mean", "mean", "over classes", ("torch MultiLabelSoftMarginLoss", "Keras by sample"), False
    ),
    Reduction("total", "sum", "sum", "over classes and samples", ("ASL, the official code",), True),
    Reduction("batch", "batch mean", "batch", "over samples of the sum over classes", ("timm ASL",), True),
    Reduction("all", "mean of all", "all", "over classes and samples", ("torch BCEWithLogitsLoss",), True),
)


class Spread(NamedTuple):
    """The least and the largest of the terms of one sample."""

    low: float
    high: float


def terms(sample: Sample, evaluation: LossEvaluation) -> Numbers | None:
    """Return the term of each class, shape (n,); None for a loss that is no sum of such terms."""
    if not evaluation.loss.elementwise or evaluation.refusal is not None:
        return None
    with np.errstate(all="ignore"):
        found = evaluation.loss.terms(sample.logits, evaluation.given.second, **evaluation.given.settings)
    return frozen(np.asarray(found, dtype=np.float64))


def reduced(
    sample: Sample, evaluation: LossEvaluation, values: Numbers | None
) -> dict[str, float | Spread | None]:
    """Return a number for each of REDUCTIONS, by key; None where there is none.

    values: the loss of every sample of the table, summed over classes, shape (rows,); None if not known.
    """
    classes, found = len(sample.logits), terms(sample, evaluation)
    with np.errstate(all="ignore"):  # of logits up to the largest number the sum is infinite, and says so
        total = None if values is None else float(values.sum())
    return {
        "none": None if found is None else Spread(float(found.min()), float(found.max())),
        "sum": evaluation.value,
        "mean": evaluation.value / classes,
        "total": total,
        "batch": None if values is None or total is None else total / len(values),
        "all": None if values is None or total is None else total / (len(values) * classes),
    }


def is_small(table: Table) -> bool:
    """Say whether a table is computed at once."""
    return len(table) * table.class_count <= MOST_NUMBERS


def values_of_table(state: State) -> Numbers | None:
    """Return the value of every loss that is on for every sample, shape (losses, rows), summed over classes.

    A small table is computed at once; of a larger one the survey says it, where it answers this study.
    """
    table, shown = state.study.table, asked(state.study)
    if is_small(table):
        return _values(Same(table), shown)
    found = known(state)
    return found.values if found is not None and found.is_current(state.study) else None


@lru_cache(maxsize=4)
def _values(table: Same[Table], shown: tuple[ShownLoss, ...]) -> Numbers:
    logits, targets = table.it.arrays()
    return evaluate_block(logits, targets, shown).values
