"""What a loss is given beside the logits: targets or other logits, and settings, each in its place.

The other logits are the pinned ones of the same sample. Whoever computes a loss anywhere else than at the
sample's own logits asks `given` (or the `given` of an evaluation), so that nobody forgets them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.analysis.keeping import Same
from explorer.losses import LOSSES
from explorer.wording import noted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from explorer.catalogue import Loss
    from explorer.study.state import State
    from explorer.study.study import ShownLoss, Study
    from explorer.study.table import Sample

    Numbers = NDArray[np.float64]

NOT_PINNED: Final = noted("compares with pinned logits; pin this sample first")


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """A loss with its second argument, shape (n,), and settings: a function of the logits alone.

    other: the other logits, shape (n,), wherever among the two they are; None for a loss without.

    `value`, `gradient` take logits (..., n). The loss must not refuse what it is given.
    """

    loss: Loss
    second: Numbers
    settings: Mapping[str, Any]
    other: Numbers | None = None

    def value(self, logits: Numbers) -> Numbers:
        """Return the value in nat, (..., n) -> (...)."""
        with np.errstate(all="ignore"):  # NaN and infinities are data
            values: Numbers = self.loss.value(logits, self._wide(logits), **self._settings(logits))
        return values

    def gradient(self, logits: Numbers) -> Numbers:
        """Return d value / d logits, (..., n) -> (..., n)."""
        with np.errstate(all="ignore"):
            slopes = self.loss.gradient(logits, self._wide(logits), **self._settings(logits))
        return np.asarray(slopes, dtype=np.float64)

    def prepared(self, logits: Numbers) -> Callable[[Numbers], Numbers]:
        """Return the gradient as a function of logits shaped like these, (n,), all else checked once.

        It does not keep NumPy from warning of numbers that overflow.
        """
        return self.loss.prepared(logits, self.second, **self.settings)

    def along(self, logits: Numbers, classes: Sequence[int], grids: Sequence[Numbers]) -> Numbers:
        """Return the value where some logits of one sample, (n,), take the values of grids."""
        with np.errstate(all="ignore"):
            values: Numbers = self.loss.along(logits, self.second, classes, grids, **self.settings)
        return values

    def parameter_gradient(self, name: str, logits: Numbers) -> Numbers:
        """Return d value / d a learned parameter, (..., n) -> (...)."""
        with np.errstate(all="ignore"):
            slopes: Numbers = self.loss.parameter_gradient(
                name, logits, self._wide(logits), **self._settings(logits)
            )
        return slopes

    def _wide(self, logits: Numbers) -> Numbers:
        return self.second if logits.ndim == 1 else np.broadcast_to(self.second, logits.shape)

    def _settings(self, logits: Numbers) -> Mapping[str, Any]:
        name = self.loss.other_parameter
        if name is None or logits.ndim == 1:
            return self.settings
        return {**self.settings, name: np.broadcast_to(self.settings[name], logits.shape)}


def given(targets: Numbers, shown: ShownLoss, other: Numbers | None) -> Given:
    """Give a shown loss a sample's targets, and the other logits where it compares with them."""
    loss, settings = LOSSES[shown.key], dict(shown.settings)
    if other is None or not loss.takes_other_logits:
        return Given(loss, targets, settings)
    if loss.other_parameter is None:
        return Given(loss, other, settings, other)
    return Given(loss, targets, {**settings, loss.other_parameter: other}, other)


def lacks_other(shown: ShownLoss, other: Numbers | Same[Numbers] | None) -> bool:
    """Say whether a loss compares with other logits and there are none."""
    return other is None and LOSSES[shown.key].takes_other_logits


def compared(shown: ShownLoss, other: Numbers | None) -> Same[Numbers] | None:
    """Return other logits as a part of a cache's key: only where the loss compares with them."""
    return Same(other) if other is not None and LOSSES[shown.key].takes_other_logits else None


def of(same: Same[Numbers] | None) -> Numbers | None:
    """Return the other logits in a cache's key."""
    return None if same is None else same.it


def pinned_logits(study: Study, sample: Sample) -> Numbers | None:
    """Return the pinned logits of this sample, shape (n,); None without a pin of it and its classes."""
    pin = study.pin
    if pin is None or pin.sample != sample.index or len(pin.logits) != len(sample.logits):
        return None
    return pin.logits


def other_logits(state: State) -> Numbers | None:
    """Return the logits that losses compare with now, shape (n,): the pinned ones of this sample."""
    return pinned_logits(state.study, state.sample)


def compared_in(state: State) -> Same[Numbers] | None:
    """Return the other logits that the losses on depend on; None where none of them compares."""
    compares = any(shown.on and LOSSES[shown.key].takes_other_logits for shown in state.study.shown)
    other = other_logits(state) if compares else None
    return None if other is None else Same(other)
