"""The loss: its mean over rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.training.metrics.metric import Metric, Seen

if TYPE_CHECKING:
    from explorer.numeric import Array


def loss(seen: Seen) -> Array:
    """Return the mean over rows of the loss, (runs,)."""
    return seen.xp.mean(seen.value, axis=-1)


METRIC = Metric(
    key="loss",
    title="loss",
    order=10,
    words="The loss, summed over classes, mean over rows.",
    function=loss,
    low=float("-inf"),
    unit="nat",
    arithmetic=True,
)
