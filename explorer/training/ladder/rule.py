"""One update of a batch of runs, as a pure function: every rung of the ladder computes this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from explorer.numeric import is_spread
from explorer.training.pauses import by_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy as np
    from numpy.typing import NDArray

    from explorer.catalogue import Loss
    from explorer.numeric import Array
    from explorer.optimizers.optimizer import Optimizer
    from explorer.training.models import Model

    Weights = tuple[Array, ...]
    Slots = tuple[tuple[Array, ...], ...]
    Index = slice | NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Rows:
    """What a model is given and what it should answer; the first axis is the runs, 1 where they share it.

    features: (runs or 1, rows, inputs), None for free logits. targets: (runs or 1, rows, n). other: logits to
    compare with, like the targets, None where the loss has no use for them.
    """

    features: Array | None
    targets: Array
    other: Array | None = None

    def of(self, runs: Index) -> Rows:
        """Return the rows of some of the runs."""
        return Rows(some_of(self.features, runs), some_of(self.targets, runs), some_of(self.other, runs))


@dataclass(frozen=True, eq=False)
class Part:
    """Consecutive runs of a batch that one call of the loss takes: runs first to last (exclusive).

    settings: numbers that these runs share, arrays (n,) of one number a class, or arrays (runs, 1, 1) of one
    number a run, where the loss has a parameter that varies.
    """

    first: int
    last: int
    settings: Mapping[str, Any]

    def of(self, first: int, last: int) -> Part:
        """Return the part for runs of it, first to last (exclusive), counted as its own are."""
        return Part(first, last, some_settings(self.settings, slice(first - self.first, last - self.first)))


@dataclass(frozen=True, eq=False)
class Rule:
    """How all runs of a batch go on: one model, one loss, one optimizer; the runs differ in their numbers.

    parts: the settings of the loss, over all runs of the batch in order.
    """

    model: Model
    loss: Loss
    optimizer: Optimizer
    parts: tuple[Part, ...]

    def slopes(self, xp: Any, logits: Array, rows: Rows, pause: Callable[[], None] | None = None) -> Array:
        """Return d (mean over rows of the loss) / d logits, (runs, rows, n).

        pause: called between pieces of the rows, and may raise; without it there are no pieces.
        """
        count = logits.shape[1]
        found = [self._slopes(xp, part, logits, rows, pause) for part in self.parts]
        slopes = found[0] if len(found) == 1 else xp.concat(found, axis=0)
        return slopes if count == 1 else slopes / count

    def _slopes(
        self, xp: Any, part: Part, logits: Array, rows: Rows, pause: Callable[[], None] | None
    ) -> Array:
        """Return the slopes of the runs of a part, one for each row."""
        runs = slice(part.first, part.last)
        own = rows.of(runs)

        def gradient(logits: Array, targets: Array, other: Array | None) -> Array:
            settings = dict(part.settings)
            if self.loss.other_parameter is not None:
                settings[self.loss.other_parameter] = other
            elif self.loss.takes_other_logits:
                targets = other
            return self.loss.gradient_function(xp, logits, targets, **settings)

        return by_rows(xp, gradient, (some_of(logits, runs), own.targets, own.other), pause)

    def update(
        self,
        xp: Any,
        weights: Weights,
        slots: Slots,
        rows: Rows,
        coefficients: Mapping[str, Any],
        pause: Callable[[], None] | None = None,
    ) -> tuple[Weights, Slots]:
        """Return the weights and, for each of them, the slots after one update.

        coefficients: of the optimizer, numbers or arrays (runs, 1, 1). pause: as in `slopes`.
        """
        logits, kept = self.model.forward(xp, weights, rows.features)
        slopes = self.slopes(xp, logits, rows, pause)
        return self.moved(xp, weights, slots, rows, kept, slopes, coefficients)

    def moved(
        self,
        xp: Any,
        weights: Weights,
        slots: Slots,
        rows: Rows,
        kept: Any,
        slopes: Array,
        coefficients: Mapping[str, Any],
    ) -> tuple[Weights, Slots]:
        """Return the same from the gradient of the logits; kept: what the model's `forward` gave."""
        gradients = self.model.backward(xp, weights, rows.features, kept, slopes)
        after = [
            self.optimizer.update_function(xp, weight, gradient, held, **coefficients)
            for weight, gradient, held in zip(weights, gradients, slots, strict=True)
        ]
        return tuple(weight for weight, _ in after), tuple(held for _, held in after)


def some_of(array: Array | None, runs: Index) -> Array | None:
    """Return some of the runs; what all share stays whole."""
    return array if array is None or array.shape[0] == 1 else array[runs]


def some_settings(settings: Mapping[str, Any], runs: Any) -> dict[str, Any]:
    """Return the settings of some of a part's runs, by a slice or an array of places."""
    return {name: each[runs] if is_spread(each) else each for name, each in settings.items()}
