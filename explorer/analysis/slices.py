"""Slices: a loss while one logit moves and all others stay."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from explorer.analysis.evaluation import evaluate
from explorer.analysis.keeping import Content, frozen, unanswered
from explorer.analysis.others import others
from explorer.losses import LOSSES

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from explorer.study.study import ShownLoss
    from explorer.study.table import Sample


def slice_along(sample: Sample, shown: ShownLoss, class_index: int, grid: ArrayLike) -> NDArray[np.float64]:
    """Value of a loss with the logit of one class set to each number of a grid, shape (len(grid),).

    Read-only and kept while the other logits stay. NaN throughout when the loss refuses the targets.
    """
    return _slice(others(sample, (class_index,)), shown, int(class_index), Content.of(grid))


@lru_cache(maxsize=64)
def _slice(sample: Sample, shown: ShownLoss, class_index: int, grid: Content) -> NDArray[np.float64]:
    if evaluate(sample, shown).refusal is not None:
        return unanswered(len(grid.array))
    with np.errstate(all="ignore"):
        values = LOSSES[shown.key].along(
            sample.logits, sample.targets, (class_index,), (grid.array,), **dict(shown.settings)
        )
        return frozen(np.array(values, dtype=np.float64))
