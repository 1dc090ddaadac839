"""How much of the gradient is on the classes that are not labelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.training.metrics.metric import Metric, Seen

if TYPE_CHECKING:
    from explorer.numeric import Array


def negative_gradient(seen: Seen) -> Array:
    """Return the sum of |d loss / d logit| over classes that are not labelled, mean over rows, (runs,)."""
    return seen.sides[1]


METRIC = Metric(
    key="negative_gradient",
    title="gradient on other classes",
    order=30,
    words="The sizes of the gradient's entries on classes that are not labelled, summed, mean over rows.",
    function=negative_gradient,
    arithmetic=True,
)
