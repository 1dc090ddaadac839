"""Which bars can carry their value: a number must touch no other number, bar or grip.

A figure knows no pixels, so this reckons with the card's usual size; a larger card only has more room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

LETTER: Final = 7.2  # advance of the fixed-width face at a value's size, in pixels
HALF_HEIGHT: Final = 6.5  # of a line of digits
GAP: Final = 2.0


def free_captions(
    ends: np.ndarray, texts: Sequence[str], order: Sequence[int], column: float, away: float, thick: float
) -> list[int]:
    """Choose the bars whose captions fit, taking them in an order of importance.

    ends: where each bar ends, in pixels above its foot, shape (n,); texts: the captions, centred
    over (under) the bars at `away` pixels from the end; order: bars, the most important first, which
    always keeps its caption; column: pixels from one bar to the next; thick: half height of the grip.
    """
    widths = np.array([len(text) * LETTER for text in texts])
    middles = ends + np.where(ends < 0, -away, away)
    distances = np.abs(np.subtract.outer(np.arange(len(ends)), np.arange(len(ends)))) * column
    low, high = np.minimum(ends, 0.0) - thick, np.maximum(ends, 0.0) + thick
    beside = distances < widths[:, None] / 2 + column / 2
    level = (middles[:, None] + HALF_HEIGHT > low) & (middles[:, None] - HALF_HEIGHT < high)
    np.fill_diagonal(beside, val=False)
    blocked = (beside & level).any(axis=1)
    close = (distances < np.add.outer(widths, widths) / 2 + GAP) & (
        np.abs(np.subtract.outer(middles, middles)) < 2 * HALF_HEIGHT
    )
    chosen: list[int] = []
    for index in order:
        if not chosen or not (blocked[index] or close[index, chosen].any()):
            chosen.append(index)
    return chosen
