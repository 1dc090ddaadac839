"""How far the most likely class is from a threshold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.training.metrics.metric import Metric, Seen

if TYPE_CHECKING:
    from explorer.numeric import Array


def largest_logit(seen: Seen) -> Array:
    """Return the largest logit of a row, mean over rows, (runs,): mean over rows of max over classes of s."""
    return seen.xp.mean(seen.xp.max(seen.logits, axis=-1), axis=-1)


METRIC = Metric(
    key="largest_logit",
    title="largest logit",
    order=65,
    words=(
        "The largest logit of a row, mean over rows: of many losses a class is predicted where it is above 0."
    ),
    function=largest_logit,
    low=-float("inf"),
    arithmetic=True,
)
