"""The runs of a population in the order of a metric: only those that are asked for are sorted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.analysis.populations import Population

    Numbers = NDArray[np.float64]
    Places = NDArray[np.int64]


def values_of(population: Population, metric: str, record: int) -> Numbers | None:
    """Return a metric of every run at a record, (cells, seeds); None where it is not at hand run by run."""
    latest = population.summary.latest
    if record == population.summary.reached - 1 and metric in latest:
        return latest[metric]
    return population.at(metric, record) if population.at is not None else None


@dataclass(frozen=True, eq=False)
class Ranking:
    """Runs by one number each, the best first; those that have none come last, equals in their order.

    values: of every run, (runs,). rising: whether the smallest is the best.
    """

    values: Numbers
    rising: bool = False

    @cached_property
    def keys(self) -> Numbers:
        """What is sorted by, (runs,): smaller is better, infinite for a run without a number."""
        keys: Numbers = self.values if self.rising else -self.values
        return np.where(np.isnan(keys), np.inf, keys)

    def between(self, first: int, last: int) -> Places:
        """Return the runs of the ranks first to last - 1, counted from 0, in order.

        What lies outside is not sorted: a part of a million runs takes one pass or two.
        """
        first, last = max(first, 0), min(last, len(self.keys))
        if first >= last:
            return np.empty(0, dtype=np.int64)
        parted = np.partition(self.keys, sorted({first, last - 1}))
        low, high = parted[first], parted[last - 1]
        found = np.flatnonzero((self.keys >= low) & (self.keys <= high))
        before = int(np.count_nonzero(self.keys < low))
        if low < high:
            found = found[np.argsort(self.keys[found], kind="stable")]
        return found[first - before : last - before]

    def rank(self, run: int) -> int:
        """Return the rank of a run, counted from 0."""
        key = self.keys[run]
        better = int(np.count_nonzero(self.keys < key))
        return better + int(np.count_nonzero(self.keys[:run] == key))
