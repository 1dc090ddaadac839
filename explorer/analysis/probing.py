"""Probing: what one shown loss says at logits other than the sample's, at a single place.

Nothing is kept: a pointer asks once at each place, and what is kept for figures must stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from explorer.analysis.evaluation import evaluate
from explorer.analysis.keeping import unanswered
from explorer.losses import LOSSES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from explorer.study.study import ShownLoss
    from explorer.study.table import Sample

    Numbers = NDArray[np.float64]


def logits_with(sample: Sample, logits: Mapping[int, float]) -> Numbers:
    """Return the sample's logits with some replaced: class -> logit, shape (n,)."""
    moved = sample.logits.copy()
    for index, logit in logits.items():
        moved[index] = logit
    return moved


def value_at(sample: Sample, shown: ShownLoss, logits: Numbers) -> float:
    """Return the value at other logits, shape (n,), in nat; NaN where the loss refuses the targets."""
    if evaluate(sample, shown).refusal is not None:
        return float("nan")
    with np.errstate(all="ignore"):
        return float(LOSSES[shown.key].value(logits, sample.targets, **dict(shown.settings)))


def gradient_at(sample: Sample, shown: ShownLoss, logits: Numbers) -> Numbers:
    """Return the gradient at other logits, shape (n,); NaN where the loss refuses the targets."""
    if evaluate(sample, shown).refusal is not None:
        return unanswered(len(logits))
    with np.errstate(all="ignore"):
        gradient = LOSSES[shown.key].gradient(logits, sample.targets, **dict(shown.settings))
    return np.asarray(gradient, dtype=np.float64)
