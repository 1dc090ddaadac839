"""Metrics: what is recorded of a run, one file each, found here by its `METRIC`.

Metrics from outside come by entry points of the group `loss_explorer.metrics` that name a `Metric`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.catalogue.records import Records
from explorer.training.metrics.metric import Metric, Seen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explorer.catalogue import Loss
    from explorer.training.tasks.task import Shape

__all__ = ["ENTRY_POINTS", "METRICS", "Metric", "Seen", "usual"]

ENTRY_POINTS = "loss_explorer.metrics"

METRICS: Records[Metric] = Records(
    __name__, __path__, Metric, attribute="METRIC", group=ENTRY_POINTS, kind="metric"
)


def usual(shape: Shape, losses: Iterable[Loss]) -> tuple[str, ...]:
    """Return the metrics that say something of a task of this shape with one of the losses, in order."""
    several = tuple(losses)
    return tuple(key for key, metric in METRICS.items() if metric.says_something(shape, several))
