"""F1 of predicted label sets: 2 |both| / (|predicted| + |labelled|).

Nothing labelled and nothing predicted gives 1: the empty set is then exactly right, and 0 would call a
perfect answer the worst one. So it is for one sample elsewhere in the program; scikit-learn would warn and
give what its `zero_division` says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explorer.numeric import Array
    from explorer.training.metrics.metric import Seen


def counted(seen: Seen, axes: tuple[int, ...]) -> tuple[Array, Array]:
    """Return how many labels are predicted rightly, and how many are predicted plus how many there are.

    Whole numbers, counted over the axes of rows (-2), of classes (-1), or both.
    """
    both, predicted, there = (
        seen.xp.sum(mask, axis=axes, dtype=seen.xp.int64)
        for mask in (seen.decided & seen.labelled, seen.decided, seen.labelled)
    )
    return both, predicted + there


def f1(seen: Seen, both: Array, total: Array) -> Array:
    """Return F1 from counts, in the dtype of the logits; 1 where nothing is labelled and nothing predicted."""
    xp, dtype = seen.xp, seen.logits.dtype
    empty = total == 0
    found = 2.0 * xp.astype(both, dtype) / xp.astype(xp.where(empty, 1, total), dtype)
    return xp.where(empty, 1.0, found)
