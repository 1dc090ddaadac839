"""One update of a batch of runs, as a pure function: every rung of the ladder computes this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explorer.catalogue import Loss
    from explorer.numeric import Array
    from explorer.optimizers.optimizer import Optimizer
    from explorer.training.models import Model

    Weights = tuple[Array, ...]
    Slots = tuple[tuple[Array, ...], ...]


@dataclass(frozen=True, eq=False)
class Part:
    """Consecutive runs of a batch whose loss has the same settings: runs first to last (exclusive)."""

    first: int
    last: int
    settings: Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Rule:
    """How all runs of a batch go on: one model, one loss, one optimizer; the runs differ in their numbers.

    parts: the settings of the loss, over all runs of the batch in order.
    """

    model: Model
    loss: Loss
    optimizer: Optimizer
    parts: tuple[Part, ...]

    def slopes(self, xp: Any, logits: Array, targets: Array, other: Array | None) -> Array:
        """Return d (mean over rows of the loss) / d logits, (runs, rows, n)."""
        rows = logits.shape[1]
        found = [
            self._slopes(
                xp,
                part,
                _of(logits, part),
                _of(targets, part),
                None if other is None else _of(other, part),
            )
            for part in self.parts
        ]
        slopes = found[0] if len(found) == 1 else xp.concat(found, axis=0)
        return slopes if rows == 1 else slopes / rows

    def _slopes(self, xp: Any, part: Part, logits: Array, targets: Array, other: Array | None) -> Array:
        settings = dict(part.settings)
        if self.loss.other_parameter is not None:
            settings[self.loss.other_parameter] = other
        elif self.loss.takes_other_logits:
            targets = other
        return self.loss.gradient_function(xp, logits, targets, **settings)

    def update(
        self,
        xp: Any,
        weights: Weights,
        slots: Slots,
        features: Array | None,
        targets: Array,
        other: Array | None,
        coefficients: Mapping[str, Any],
    ) -> tuple[Weights, Slots]:
        """Return the weights and, for each of them, the slots after one update.

        coefficients: of the optimizer, numbers or arrays (runs, 1, 1).
        """
        logits, kept = self.model.forward(xp, weights, features)
        slopes = self.slopes(xp, logits, targets, other)
        return self.moved(xp, weights, slots, features, kept, slopes, coefficients)

    def moved(
        self,
        xp: Any,
        weights: Weights,
        slots: Slots,
        features: Array | None,
        kept: Any,
        slopes: Array,
        coefficients: Mapping[str, Any],
    ) -> tuple[Weights, Slots]:
        """Return the same from the gradient of the logits; kept: what the model's `forward` gave."""
        gradients = self.model.backward(xp, weights, features, kept, slopes)
        after = [
            self.optimizer.update_function(xp, weight, gradient, held, **coefficients)
            for weight, gradient, held in zip(weights, gradients, slots, strict=True)
        ]
        return tuple(weight for weight, _ in after), tuple(held for _, held in after)


def _of(array: Array, part: Part) -> Array:
    """Return the runs of a part; an array that all runs share stays whole."""
    return array if array.shape[0] == 1 else array[part.first : part.last]
