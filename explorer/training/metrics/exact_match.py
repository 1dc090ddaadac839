"""How many rows have exactly their labels predicted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.training.metrics.metric import Metric, Seen

if TYPE_CHECKING:
    from explorer.numeric import Array


def exact_match(seen: Seen) -> Array:
    """Return the share of rows whose predicted set is the labelled set, (runs,): subset accuracy."""
    xp = seen.xp
    right = xp.all(seen.decided == seen.labelled, axis=-1)
    return xp.mean(xp.astype(right, seen.logits.dtype), axis=-1)


METRIC = Metric(
    key="exact_match",
    title="exact match",
    order=130,
    words="Share of rows whose predicted label set, by the loss's own rule, is exactly right.",
    function=exact_match,
    high=1.0,
    arithmetic=True,
)
