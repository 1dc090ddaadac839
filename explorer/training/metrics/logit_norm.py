"""How long the logits are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.training.metrics.metric import Metric, Seen
from explorer.training.scores.lengths import mean_length

if TYPE_CHECKING:
    from explorer.numeric import Array


def logit_norm(seen: Seen) -> Array:
    """Return the Euclidean norm of a row's logits, mean over rows, (runs,)."""
    return mean_length(seen.xp, seen.logits, seen.pause)


METRIC = Metric(
    key="logit_norm",
    title="norm of the logits",
    order=50,
    words="The Euclidean norm of a row's logits, mean over rows.",
    function=logit_norm,
    arithmetic=True,
)
