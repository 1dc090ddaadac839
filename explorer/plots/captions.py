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


def caption_widths(texts: Sequence[str]) -> np.ndarray:
    """Return how wide captions are, in pixels, shape (n,)."""
    return np.array([len(text) * LETTER for text in texts])


def shifts_inside(widths: np.ndarray, column: float, beyond: float) -> np.ndarray:
    """Return by how much captions move sideways so that they stay over the plot, shape (n,).

    beyond: how far they may reach over its right edge; at the left are the axis' numbers.
    """
    centres = (np.arange(len(widths)) + 0.5) * column
    right = len(widths) * column + beyond
    shifts: np.ndarray = np.maximum(widths / 2 - centres, 0.0) - np.maximum(centres + widths / 2 - right, 0.0)
    return shifts


def free_captions(
    ends: np.ndarray,
    widths: np.ndarray,
    shifts: np.ndarray,
    order: Sequence[int],
    column: float,
    away: float,
    thick: float,
) -> list[int]:
    """Choose the bars whose captions fit, taking them in an order of importance.

    ends: where each bar ends, in pixels above its foot; widths, shifts: of the captions, in pixels;
    all of shape (n,). Captions stand over (under) the bars at `away` pixels from the end. order: bars,
    the most important first; column: pixels from one bar to the next; thick: half height of the grip.
    """
    middles = ends + np.where(ends < 0, -away, away)
    bars = np.arange(len(ends)) * column
    captions = bars + shifts
    low, high = np.minimum(ends, 0.0) - thick, np.maximum(ends, 0.0) + thick
    beside = np.abs(np.subtract.outer(captions, bars)) < widths[:, None] / 2 + column / 2
    level = (middles[:, None] + HALF_HEIGHT > low) & (middles[:, None] - HALF_HEIGHT < high)
    np.fill_diagonal(beside, val=False)
    blocked = (beside & level).any(axis=1)
    near = np.abs(np.subtract.outer(captions, captions)) < np.add.outer(widths, widths) / 2 + GAP
    close = near & (np.abs(np.subtract.outer(middles, middles)) < 2 * HALF_HEIGHT)
    chosen: list[int] = []
    for index in order:
        if not (blocked[index] or close[index, chosen].any()):
            chosen.append(index)
    return chosen
