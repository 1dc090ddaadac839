"""The rows that runs learn, and what changes with each update: mini-batches, labels drawn or flipped anew."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from explorer.training import draws
from explorer.training.ladder.rule import Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from explorer.numeric import Array
    from explorer.training.device import Place
    from explorer.training.experiment import Experiment
    from explorer.training.problem import Problem

    Index = slice | NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Feed:
    """The draws of the runs of a block, by their seeds alone.

    seeds: of the runs, each once. run: of each run its place among them. rows: all of a run; batch: of a
    mini-batch, as many as there are where there are none. chances: where labels are drawn at each update.
    """

    seeds: NDArray[np.int64]
    run: NDArray[np.int64]
    rows: int
    batch: int
    noise: float
    chances: NDArray[np.float64] | None
    _orders: dict[int, NDArray[np.int64]] = field(default_factory=dict, repr=False)

    @property
    def is_fresh(self) -> bool:
        """Whether the rows or their labels change with each update."""
        return self.batch < self.rows or self.noise > 0.0 or self.chances is not None

    def of(self, runs: Index) -> Feed:
        """Return the draws of some of the runs."""
        own, run = np.unique(self.run[runs], return_inverse=True)
        shared = self.chances is None or self.chances.shape[0] == 1
        chances = self.chances if shared or self.chances is None else self.chances[own]
        return replace(self, seeds=self.seeds[own], run=run, chances=chances, _orders={})

    def order(self, update: int) -> NDArray[np.int64]:
        """Return the rows of an update from 1 on, (seeds, batch).

        An epoch is a permutation of the rows; what is left of one, fewer than a mini-batch, is not used.
        """
        epoch, place = divmod(update - 1, self.rows // self.batch)
        if epoch not in self._orders:
            self._orders.clear()
            self._orders[epoch] = draws.row_order(self.seeds, epoch, self.rows)
        return self._orders[epoch][:, place * self.batch : (place + 1) * self.batch]


def feed_of(experiment: Experiment, seeds: NDArray[np.int64], problem: Problem) -> Feed:
    """Return what changes for runs with these seeds, counted from the experiment's first."""
    own, run = np.unique(seeds, return_inverse=True)
    rows = problem.targets.shape[1]
    batch = min(experiment.batch, rows) if experiment.batch else rows
    chances = problem.chances if problem.anew else None
    if chances is not None and chances.shape[0] > 1:
        chances = chances[np.unique(seeds, return_index=True)[1]]
    return Feed(experiment.seed + own, run, rows, batch, experiment.noise, chances)


def fed(
    trained: Rows, feed: Feed, place: Place, update: int, pause: Callable[[], None] = draws.no_pause
) -> Rows:
    """Return the rows that runs learn at an update, from 1 on. pause: called between pieces."""
    features, targets, other = trained.features, trained.targets, trained.other
    if feed.chances is not None:
        targets = place.array(draws.labels(feed.seeds, update, feed.chances, feed.rows, pause)[feed.run])
    if feed.batch < feed.rows:
        order = feed.order(update)[feed.run]
        features, targets, other = (_chosen(place, each, order) for each in (features, targets, other))
    if feed.noise > 0.0:
        shape = (feed.batch, targets.shape[-1])
        flipped = place.array(draws.flips(feed.seeds, update, feed.noise, *shape, pause=pause)[feed.run])
        targets = targets + flipped * (1.0 - 2.0 * targets)
    return Rows(features, targets, other)


def _chosen(place: Place, array: Array | None, order: NDArray[np.int64]) -> Array | None:
    """Return some rows of each run, (runs, batch, ...)."""
    if array is None:
        return None
    runs = np.zeros(len(order), dtype=np.int64) if array.shape[0] == 1 else np.arange(len(order))
    index: tuple[Any, Any] = (runs[:, None], order)
    if place.key != "numpy":
        index = tuple(place.xp.asarray(each).to(place.device) for each in index)
    return array[index]
