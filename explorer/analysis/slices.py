"""Slices: a loss while one logit moves and all others stay."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from explorer.analysis.evaluation import standing
from explorer.analysis.given import compared, of
from explorer.analysis.keeping import Content, frozen, unanswered
from explorer.analysis.others import others

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from explorer.analysis.keeping import Same
    from explorer.study.study import ShownLoss
    from explorer.study.table import Sample


def slice_along(
    sample: Sample,
    shown: ShownLoss,
    class_index: int,
    grid: ArrayLike,
    other: NDArray[np.float64] | None = None,
) -> NDArray[np.float64]:
    """Value of a loss with the logit of one class set to each number of a grid, shape (len(grid),).

    other: the logits that the loss compares with, if it does, shape (n,).
    Read-only and kept while the other logits stay. NaN throughout when the loss refuses the targets.
    """
    rest = others(sample, (class_index,))
    return _slice(rest, shown, int(class_index), Content.of(grid), compared(shown, other))


@lru_cache(maxsize=64)
def _slice(
    sample: Sample,
    shown: ShownLoss,
    class_index: int,
    grid: Content,
    other: Same[NDArray[np.float64]] | None,
) -> NDArray[np.float64]:
    found = standing(sample, shown, of(other))
    if found.refusal is not None:
        return unanswered(len(grid.array))
    values = found.given.along(sample.logits, (class_index,), (grid.array,))
    return frozen(np.array(values, dtype=np.float64))
