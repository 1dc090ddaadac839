"""The pinned state, where it belongs to the sample that is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    from explorer.study.state import State


def pinned_logits(state: State) -> np.ndarray | None:
    """Return the pinned logits, shape (n,); None without a pin of this sample and class count."""
    pin = state.study.pin
    if pin is None or pin.sample != state.look.sample or len(pin.logits) != len(state.sample.logits):
        return None
    return pin.logits
