"""What stays while a few logits move: computed once for a whole drag of one of them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from explorer.analysis.keeping import Content, Same
from explorer.study.table import Sample

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]


def others(sample: Sample, moving: Sequence[int]) -> Sample:
    """Return the sample with the moving logits at 0: one object as long as all else stays the same.

    A landscape does not depend on where its own two logits are, so dragging one of them asks for
    the same landscape again; kept under this sample it is found.
    """
    return _others_of(sample, tuple(moving))


@lru_cache(maxsize=16)  # comparing all the others' numbers costs more than what is asked of them
def _others_of(sample: Sample, moving: tuple[int, ...]) -> Sample:
    logits = sample.logits.copy()
    logits[list(moving)] = 0.0
    names = (sample.index, sample.name, sample.classes)
    return _others(*names, Content.of(logits), _content(Same(sample.targets)))


@lru_cache(maxsize=16)  # one object for the same targets: what is kept under them is found
def _content(targets: Same[Numbers]) -> Content:
    return Content.of(targets.it)


@lru_cache(maxsize=16)
def _others(index: int, name: str, classes: tuple[str, ...], logits: Content, targets: Content) -> Sample:
    return Sample(index, name, classes, logits.array, targets.array)
