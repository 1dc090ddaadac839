"""Macro F1: of each class over all rows, mean over classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.training.metrics.metric import Metric, Seen
from explorer.training.scores.f1 import f1

if TYPE_CHECKING:
    from explorer.numeric import Array


def macro_f1(seen: Seen) -> Array:
    """Return F1 of each class, counted over rows, mean over classes, (runs,)."""
    return seen.xp.mean(f1(seen.xp, *seen.counts, seen.logits.dtype), axis=-1)


METRIC = Metric(
    key="macro_f1",
    title="macro F1",
    order=100,
    words="F1 of each class over all rows, predicted by the loss's own rule, mean over classes.",
    function=macro_f1,
    high=1.0,
    arithmetic=True,
)
