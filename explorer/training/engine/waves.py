"""Waves: the runs that are in memory together; the next wave begins when all of one are done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from explorer.training.draws import BLOCK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from explorer.training.engine.batches import Batch


@dataclass(frozen=True, slots=True)
class Wave:
    """Cells first_cell to last_cell (exclusive) and seeds first_seed to last_seed (exclusive), from 0."""

    first_cell: int
    last_cell: int
    first_seed: int
    last_seed: int

    @property
    def runs(self) -> int:
        """How many runs there are in it."""
        return (self.last_cell - self.first_cell) * (self.last_seed - self.first_seed)

    def places_of(self, batch: Batch) -> NDArray[np.int64]:
        """Return the places of the batch's cells that are in this wave, (cells,)."""
        found: NDArray[np.int64] = np.flatnonzero(
            (batch.indices >= self.first_cell) & (batch.indices < self.last_cell)
        )
        return found

    def halves(self) -> tuple[Wave, ...]:
        """Return two waves with the same runs, or one that has a single run."""
        if self.last_seed - self.first_seed > 1:
            middle = (self.first_seed + self.last_seed + 1) // 2
            return (
                Wave(self.first_cell, self.last_cell, self.first_seed, middle),
                Wave(self.first_cell, self.last_cell, middle, self.last_seed),
            )
        if self.last_cell - self.first_cell > 1:
            middle = (self.first_cell + self.last_cell + 1) // 2
            return (
                Wave(self.first_cell, middle, self.first_seed, self.last_seed),
                Wave(middle, self.last_cell, self.first_seed, self.last_seed),
            )
        return (self,)


def waves_of(bytes_of_cells: Sequence[int], seeds: int, budget: int) -> list[Wave]:
    """Return waves of at most `budget` bytes: all cells with as many seeds as fit, so that they grow alike.

    bytes_of_cells: what a run of each cell takes. Where a single seed of all cells does not fit, the cells
    are divided; one run is always taken.
    """
    needed = sum(bytes_of_cells)
    if needed <= budget or len(bytes_of_cells) == 1:
        step = min(seeds, max(1, budget // max(needed, 1)))
        if BLOCK < step < seeds:
            step -= step % BLOCK  # seeds that are drawn together stay together
        cells = len(bytes_of_cells)
        return [Wave(0, cells, first, min(first + step, seeds)) for first in range(0, seeds, step)]
    found: list[Wave] = []
    for first, last in _groups(bytes_of_cells, budget):
        found += [
            Wave(first, last, wave.first_seed, wave.last_seed)
            for wave in waves_of(bytes_of_cells[first:last], seeds, budget)
        ]
    return found


def _groups(sizes: Sequence[int], budget: int) -> list[tuple[int, int]]:
    """Return consecutive cells that fit together."""
    found, first, taken = [], 0, 0
    for index, size in enumerate(sizes):
        if taken and taken + size > budget:
            found.append((first, index))
            first, taken = index, 0
        taken += size
    return [*found, (first, len(sizes))]
