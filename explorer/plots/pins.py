"""The pinned state, where it belongs to the sample that is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.given import other_logits

if TYPE_CHECKING:
    from explorer.study.state import State

SEEN: Final = 0.005  # a smaller change has the same two digits


def pinned_logits(state: State) -> np.ndarray | None:
    """Return the pinned logits, shape (n,); None without a pin of this sample and class count."""
    return other_logits(state)


def moved_since(pinned: np.ndarray, logits: np.ndarray) -> np.ndarray:
    """Return the places where logits are seen to be others than the pinned ones; not where either is NaN."""
    with np.errstate(invalid="ignore", over="ignore"):  # equal infinities have not moved
        return np.flatnonzero(np.abs(pinned - logits) >= SEEN)
