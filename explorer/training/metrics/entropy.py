"""How spread the probability is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.training.metrics.metric import Metric, Seen

if TYPE_CHECKING:
    from explorer.numeric import Array


def entropy(seen: Seen) -> Array:
    """Return the entropy of softmax(s) in nat, mean over rows, (runs,)."""
    xp = seen.xp
    below, terms, total = seen.softmax
    # Both parts are 0 or more, so that a small entropy keeps its digits.
    return xp.mean(xp.log(total) - xp.vecdot(terms, below) / total, axis=-1)


METRIC = Metric(
    key="entropy",
    title="entropy",
    order=80,
    words="The entropy of softmax(s), mean over rows: 0 for one sure class, log n for n equal ones.",
    function=entropy,
    unit="nat",
    arithmetic=True,
)
