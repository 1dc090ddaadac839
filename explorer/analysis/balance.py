"""Who gets the gradient: how much of it falls on the labelled classes and on the others, for any n and k.

All labelled logits are equal, and all others; then every loss that does not tell classes apart has one
gradient for each side, and what counts is how many classes share it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from explorer.analysis.decisions import labelled
from explorer.analysis.evaluation import misfit
from explorer.analysis.keeping import frozen
from explorer.catalogue.accumulators import Accumulators
from explorer.losses import LOSSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from explorer.study.study import ShownLoss
    from explorer.study.table import Sample

    Numbers = NDArray[np.float64]

MOST: Final = 100_000  # classes
NEAR: Final = 7  # counts 1, 2, 4 and so on above the least, where most happens
MOST_WITHOUT_PARTS: Final = 2_000  # of a loss that is no sum of parts, which may cost n k


class Sides(NamedTuple):
    """Sums of |gradient| over the labelled classes and over the others."""

    labelled: float
    others: float


class Levels(NamedTuple):
    """The logit of every labelled class, and of every other one."""

    labelled: float = 0.0
    others: float = 0.0


ZERO: Final = Levels()


def levels_of(sample: Sample) -> Levels:
    """Return the mean logit of the labelled classes and of the others; 0 where it is not a finite number."""
    chosen = labelled(sample.targets)
    with np.errstate(all="ignore"):
        found = [float(np.mean(sample.logits[side])) if side.any() else 0.0 for side in (chosen, ~chosen)]
    return Levels(*(value if np.isfinite(value) else 0.0 for value in found))


def sides(shown: ShownLoss, classes: int, labels: int, levels: Levels = ZERO) -> Sides:
    """Return the gradient of both sides with `labels` of `classes` labelled.

    NaN where the loss has no meaning for these labels, and for more classes than it can be computed for.
    """
    return _sides(shown, classes, labels, levels)


def over_classes(shown: ShownLoss, counts: Sequence[int], labels: int, levels: Levels = ZERO) -> Numbers:
    """Return both sides for each number of classes, shape (2, counts)."""
    return frozen(np.array([sides(shown, count, labels, levels) for count in counts]).T)


def over_labels(shown: ShownLoss, classes: int, counts: Sequence[int], levels: Levels = ZERO) -> Numbers:
    """Return both sides for each number of labels, shape (2, counts)."""
    return frozen(np.array([sides(shown, classes, count, levels) for count in counts]).T)


def counts_between(low: int, high: int, most: int = 33) -> tuple[int, ...]:
    """Return whole numbers from low to high: evenly spaced in their logarithm, and denser near low."""
    high = max(low, high)
    spaced = {int(count) for count in np.rint(np.geomspace(low, high, most))}
    near = {low + 2**power for power in range(NEAR) if low + 2**power < high}
    return tuple(sorted(spaced | near | {low, high}))


@lru_cache(maxsize=4096)
def _sides(shown: ShownLoss, classes: int, labels: int, levels: Levels) -> Sides:
    loss = LOSSES[shown.key]
    undefined = Sides(float("nan"), float("nan"))
    if not 0 <= labels <= classes or loss.takes_other_logits or misfit(loss, shown, classes) is not None:
        return undefined
    if not isinstance(loss.accumulators, Accumulators) and classes > MOST_WITHOUT_PARTS:
        return undefined
    targets = np.zeros(classes)
    targets[:labels] = 1.0
    logits = np.where(targets > 0, levels.labelled, levels.others)
    with np.errstate(all="ignore"):
        sizes = np.abs(np.asarray(loss.gradient(logits, targets, **dict(shown.settings)), dtype=np.float64))
        return Sides(float(sizes[:labels].sum()), float(sizes[labels:].sum()))
