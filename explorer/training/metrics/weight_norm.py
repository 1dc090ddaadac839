"""How long the weights are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.training.metrics.metric import Metric, Seen
from explorer.training.scores.lengths import length

if TYPE_CHECKING:
    from explorer.catalogue import Loss
    from explorer.numeric import Array
    from explorer.training.tasks.task import Shape


def has_model(shape: Shape, _losses: tuple[Loss, ...]) -> bool:
    """Whether the weights are other numbers than the logits."""
    return shape.weights > shape.classes


def weight_norm(seen: Seen) -> Array:
    """Return the Euclidean norm of all weights of a run together, (runs,)."""
    return length(seen.xp, seen.weights)


METRIC = Metric(
    key="weight_norm",
    title="norm of the weights",
    order=60,
    words="The Euclidean norm of all weights of a run together.",
    function=weight_norm,
    says_something=has_model,
)
