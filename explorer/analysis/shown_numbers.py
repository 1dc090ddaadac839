"""Quantities of the state itself, for captions: what a slider has set, how many classes and labels there are.

Each takes what `quantities` gives every quantity, the state and the sample that is meant.
"""

from __future__ import annotations

from math import comb
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.losses import LOSSES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Protocol

    from numpy.typing import NDArray

    from explorer.study.state import State

    class At(Protocol):
        """What a quantity is computed from."""

        state: State

        @property
        def logits(self) -> NDArray[np.float64]:
            """Logits of the sample."""
            ...

        @property
        def targets(self) -> NDArray[np.float64]:
            """Targets of the sample."""
            ...

        def place(self, name: str) -> int:
            """Return the place of a class."""
            ...

        def settings(self, loss: str, given: Mapping[str, Any] | None) -> dict[str, Any]:
            """Return the settings of a loss as it is shown."""
            ...


def setting(at: At, loss: str, parameter: str) -> float:
    """Return one setting of a loss, as it is shown or by default."""
    return float(at.settings(loss, None)[parameter])


def scale(at: At) -> float:
    """Return alpha, the factor of all logits in Sharpening."""
    return at.state.look.alpha


def updates(at: At) -> float:
    """Return the update of the descent that is shown."""
    return float(at.state.look.time)


def classes(at: At) -> float:
    """Return the number of classes."""
    return float(len(at.logits))


def labelled(at: At) -> float:
    """Return the number of classes with a target above one half."""
    return float(np.count_nonzero(at.targets > 0.5))


def share(at: At) -> float:
    """Return the mean target: of hard labels the share of classes that are labelled."""
    return float(at.targets.mean())


def sets(at: At) -> float:
    """Return how many sets there are of as many classes as are labelled."""
    return float(comb(len(at.logits), int(labelled(at))))


def target(at: At, of: str) -> float:
    """Return the target of a class."""
    return float(at.targets[at.place(of)])


def level(at: At) -> float:
    """Return the mean logit."""
    return float(at.logits.mean())


def gap(at: At, of: str, under: str) -> float:
    """Return how far one logit is above another."""
    return float(at.logits[at.place(of)] - at.logits[at.place(under)])


def flipped(at: At, loss: str, of: str) -> float:
    """Return the value of a loss with the label of one class flipped."""
    targets = at.targets.copy()
    targets[at.place(of)] = 1.0 - targets[at.place(of)]
    return float(LOSSES[loss].value(at.logits, targets, **at.settings(loss, None)))


def shifted(at: At, loss: str, mean: float) -> float:
    """Return the value of a loss with all logits moved by the same, so that this is their mean."""
    logits = at.logits + (mean - at.logits.mean())
    return float(LOSSES[loss].value(logits, at.targets, **at.settings(loss, None)))


OF_STATE: Final[tuple[Callable[..., float], ...]] = (
    setting, scale, updates, classes, labelled, share, sets, target, level, gap, flipped, shifted,
)  # fmt: skip
