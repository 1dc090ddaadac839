"""Macro F1 at a threshold of its own for each class, the one at which its F1 is largest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.training.metrics.metric import Metric, Seen
from explorer.training.pauses import by_rows
from explorer.training.scores.f1 import best_f1

if TYPE_CHECKING:
    from explorer.catalogue import Loss
    from explorer.numeric import Array
    from explorer.training.tasks.task import Shape


def has_rows(shape: Shape, _losses: tuple[Loss, ...]) -> bool:
    """Whether there are several rows: of one, some threshold is right for each class."""
    return shape.seen_rows > 1


def best_macro_f1(seen: Seen) -> Array:
    """Return the largest F1 of each class over all its thresholds, mean over classes, (runs,)."""
    xp = seen.xp
    logits = xp.matrix_transpose(seen.logits)
    labelled = xp.broadcast_to(xp.matrix_transpose(seen.labelled), logits.shape)
    own = by_rows(xp, lambda *each: best_f1(xp, *each), (logits, labelled), seen.pause)  # classes are rows
    return xp.mean(own, axis=-1)


METRIC = Metric(
    key="best_macro_f1",
    title="macro F1 at the best thresholds",
    order=120,
    words="F1 of each class at the threshold at which it is largest on these rows, mean over classes.",
    function=best_macro_f1,
    high=1.0,
    says_something=has_rows,
    reference="Lipton, Elkan & Narayanaswamy 2014, arXiv:1402.1892",
)
