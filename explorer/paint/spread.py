"""Rules by which texts give way to each other: pure arithmetic on positions and widths."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Move positions apart as little as possible, in the order given.

    wanted: where each would like to be; gap: least distance of two; low, high: limits. Neighbours
    that collide form a block about their mean (pooling, as in isotonic regression), so the sum of
    squared moves is least. When all cannot fit, they share the room evenly.
    """
    count = len(wanted)
    if count == 0:
        return []
    if (count - 1) * gap >= high - low:
        step = (high - low) / (count - 1) if count > 1 else 0.0
        return [low + index * step for index in range(count)] if count > 1 else [(low + high) / 2]
    order = sorted(range(count), key=lambda index: wanted[index])
    # without their gaps, positions only have to stay in order
    blocks: list[tuple[float, int]] = []
    for rank, index in enumerate(order):
        mean, size = wanted[index] - rank * gap, 1
        while blocks and blocks[-1][0] > mean:
            before, members = blocks.pop()
            mean, size = (before * members + mean * size) / (members + size), members + size
        blocks.append((mean, size))
    placed = [0.0] * count
    ceiling, rank = high - (count - 1) * gap, 0
    for mean, size in blocks:
        for _ in range(size):
            placed[order[rank]] = min(max(mean, low), ceiling) + rank * gap
            rank += 1
    return placed


def thin(
    centres: Sequence[float], widths: Sequence[float], keep: Sequence[bool], gap: float = 6.0
) -> list[bool]:
    """Say which texts stay so that no two touch; those to keep always do.

    centres, widths: along the axis, in its order. Of the others every second, third, ... stays,
    the finest choice that fits; what then touches a kept one is left out.
    """
    count = len(centres)
    forced = [index for index in range(count) if keep[index]]
    first = forced[0] if forced else 0
    steps = (
        step for step in range(1, count) if _fits(centres, widths, range(first % step, count, step), gap)
    )
    step = next(steps, max(count, 1))
    start = first % step
    shown = [False] * count
    for index in forced:
        shown[index] = True
    for index in range(start, count, step):
        shown[index] |= not any(_touch(centres, widths, index, other, gap) for other in forced)
    return shown


def _touch(centres: Sequence[float], widths: Sequence[float], one: int, other: int, gap: float) -> bool:
    return abs(centres[one] - centres[other]) < (widths[one] + widths[other]) / 2 + gap


def _fits(centres: Sequence[float], widths: Sequence[float], chosen: range, gap: float) -> bool:
    return not any(_touch(centres, widths, one, other, gap) for one, other in pairwise(chosen))
