"""Micro F1 at the one threshold for all classes at which it is largest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.training.metrics.metric import Metric, Seen
from explorer.training.scores.f1 import best_f1

if TYPE_CHECKING:
    from explorer.numeric import Array


def best_micro_f1(seen: Seen) -> Array:
    """Return the largest micro F1 of all logits above one threshold, the same for all classes, (runs,)."""
    shape = (seen.logits.shape[0], -1)
    labelled = seen.xp.broadcast_to(seen.labelled, seen.logits.shape)
    every = seen.xp.reshape(seen.logits, shape), seen.xp.reshape(labelled, shape)
    return best_f1(seen.xp, *every, pause=seen.pause)


METRIC = Metric(
    key="best_micro_f1",
    title="micro F1 at the best threshold",
    order=110,
    words="Micro F1 of the logits above the one threshold at which it is largest on these rows.",
    function=best_micro_f1,
    high=1.0,
    reference="Lipton, Elkan & Narayanaswamy 2014, arXiv:1402.1892",
)
