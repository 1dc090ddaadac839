"""How sure the logits are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.training.metrics.metric import Metric, Seen

if TYPE_CHECKING:
    from explorer.numeric import Array


def largest_probability(seen: Seen) -> Array:
    """Return the largest entry of softmax(s), mean over rows, (runs,): 1 / the sum of e^(s - largest s)."""
    return seen.xp.mean(1.0 / seen.softmax[2], axis=-1)


METRIC = Metric(
    key="largest_probability",
    title="largest probability",
    order=70,
    words="The largest entry of softmax(s), mean over rows.",
    function=largest_probability,
    high=1.0,
    arithmetic=True,
)
