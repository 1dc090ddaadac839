"""Micro F1: of all labels of all rows together, decided by the loss's own rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.training.metrics.metric import Metric, Seen
from explorer.training.scores.f1 import f1

if TYPE_CHECKING:
    from explorer.numeric import Array


def micro_f1(seen: Seen) -> Array:
    """Return 2 |both| / (|predicted| + |labelled|), counted over rows and classes, (runs,)."""
    both, total = (seen.xp.sum(count, axis=-1) for count in seen.counts)
    return f1(seen.xp, both, total, seen.logits.dtype)


METRIC = Metric(
    key="micro_f1",
    title="micro F1",
    order=90,
    words="F1 of all labels of all rows together, predicted by the loss's own rule.",
    function=micro_f1,
    high=1.0,
    arithmetic=True,
)
