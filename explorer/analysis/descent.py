"""Descent path: where plain gradient descent takes two logits while all others stay."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from explorer.analysis.evaluation import evaluate
from explorer.analysis.given import compared, of
from explorer.analysis.keeping import frozen
from explorer.analysis.landscape import checked_classes
from explorer.analysis.others import others
from explorer.analysis.slopes import slopes_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.analysis.keeping import Same
    from explorer.study.study import ShownLoss
    from explorer.study.table import Sample

    Numbers = NDArray[np.float64]


def descent_path(
    sample: Sample,
    shown: ShownLoss,
    classes: tuple[int, int],
    rate: float = 0.5,
    steps: int = 60,
    other: Numbers | None = None,
) -> Numbers:
    """Path of gradient descent on the logits of two different classes, shape (steps + 1, 2), from now on.

    rate: the learning rate; there is no momentum. other: the logits that the loss compares with, if it
    does. Read-only and kept. A refused loss gives NaN after the
    start. Raises ValueError when the two classes are the same.
    """
    checked_classes(classes)
    return _path(sample, shown, tuple(classes), float(rate), int(steps), compared(shown, other))


@lru_cache(maxsize=32)
def _path(
    sample: Sample,
    shown: ShownLoss,
    classes: tuple[int, int],
    rate: float,
    steps: int,
    other: Same[Numbers] | None,
) -> Numbers:
    x, y = sample.logits[list(classes)].tolist()
    if evaluate(sample, shown, of(other)).refusal is not None:
        return frozen(np.array([(x, y)] + [(np.nan, np.nan)] * steps))
    path = [(x, y)]
    with np.errstate(all="ignore"):
        slopes = slopes_of(others(sample, classes), shown, classes, of(other))
        for _ in range(steps):
            across, up = slopes((x, y))
            x, y = x - rate * across, y - rate * up
            path.append((x, y))
    return frozen(np.array(path))
