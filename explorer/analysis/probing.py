"""Probing: the logits at a single place of a figure; an evaluation's `given` says what the loss is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from explorer.study.table import Sample

    Numbers = NDArray[np.float64]


def logits_with(sample: Sample, logits: Mapping[int, float]) -> Numbers:
    """Return the sample's logits with some replaced: class -> logit, shape (n,)."""
    moved = sample.logits.copy()
    for index, logit in logits.items():
        moved[index] = logit
    return moved
