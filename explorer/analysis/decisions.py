"""How good a decision (the predicted label set of one loss) is on one sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

LABELLED_ABOVE = 0.5


def labelled(targets: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which classes count as labelled: targets above 1/2, so a soft target counts as its likelier label.

    NaN does not count as labelled.
    """
    return np.greater(targets, LABELLED_ABOVE)


def f1(decision: NDArray[np.bool_], targets: NDArray[np.float64]) -> float:
    """F1 of a predicted label set on one sample: 2 |both| / (|predicted| + |labelled|).

    decision, targets: shape (n,). Nothing labelled and nothing predicted gives 1.0: the empty set is
    then exactly right, and 0.0 would call a perfect answer the worst one.
    """
    truth = labelled(targets)
    counted = int(np.count_nonzero(decision)) + int(np.count_nonzero(truth))
    if counted == 0:
        return 1.0
    return 2.0 * int(np.count_nonzero(decision & truth)) / counted
