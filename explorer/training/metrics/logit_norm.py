"""How long the logits are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.training.metrics.metric import Metric, Seen

if TYPE_CHECKING:
    from explorer.numeric import Array


def logit_norm(seen: Seen) -> Array:
    """Return the Euclidean norm of a row's logits, mean over rows, (runs,)."""
    return seen.xp.mean(seen.xp.linalg.vector_norm(seen.logits, axis=-1), axis=-1)


METRIC = Metric(
    key="logit_norm",
    title="norm of the logits",
    order=50,
    words="The Euclidean norm of a row's logits, mean over rows.",
    function=logit_norm,
    arithmetic=True,
)
