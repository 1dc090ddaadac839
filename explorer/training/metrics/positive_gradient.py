"""How much of the gradient is on the labelled classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.training.metrics.metric import Metric, Seen

if TYPE_CHECKING:
    from explorer.numeric import Array


def positive_gradient(seen: Seen) -> Array:
    """Return the sum of |d loss / d logit| over labelled classes, mean over rows, (runs,)."""
    return seen.sides[0]


METRIC = Metric(
    key="positive_gradient",
    title="gradient on labelled classes",
    order=20,
    words="The sizes of the gradient's entries on labelled classes, summed, mean over rows.",
    function=positive_gradient,
    arithmetic=True,
)
