"""Blocks: runs that are updated together, small enough for the processor's cache."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.catalogue.arrays import as_array_like, namespace
from explorer.training.draws import no_pause
from explorer.training.engine.feeds import Feed, feed_of
from explorer.training.ladder.eager import Eager
from explorer.training.ladder.rule import Part, Rows, Rule, some_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from explorer.numeric import Array
    from explorer.training.device import Place
    from explorer.training.engine.batches import Batch, Numbers
    from explorer.training.ladder.rule import Slots, Weights
    from explorer.training.ladder.stepper import Stepper
    from explorer.training.problem import Problem

    Index = slice | NDArray[np.int64]
    Numbers64 = NDArray[np.float64]

EAGER: Final = Eager()
NEVER: Final = -1
"""The update at which a run diverged that has not."""


@dataclass(frozen=True, eq=False)
class Block:
    """Runs of a batch and how far they are.

    places, seeds: of each run its cell among those of the batch, and its seed counted from the experiment's
    first, (runs,). trained: rows that are learned, from which `feed` makes those of an update. seen: rows on
    which metrics are taken; chances: how likely their labels are, where it is known. update: how many updates
    are done; begun: the start has been recorded. diverged: the first update after which a run was not
    finite, (runs,), or NEVER.
    """

    batch: Batch
    places: NDArray[np.int64]
    seeds: NDArray[np.int64]
    rule: Rule
    trained: Rows
    feed: Feed
    seen: Rows
    chances: Array | None
    weights: Weights
    slots: Slots
    update: int
    diverged: NDArray[np.int64]
    begun: bool = False

    @property
    def runs(self) -> int:
        """How many runs it has."""
        return len(self.seeds)

    @property
    def cells(self) -> NDArray[np.int64]:
        """Of each run the cell of the experiment, (runs,)."""
        return self.batch.indices[self.places]

    def of(self, runs: Index) -> Block:
        """Return the block of some of the runs, which are rising; a slice copies nothing."""
        places = self.places[runs]
        return replace(
            self,
            places=places,
            seeds=self.seeds[runs],
            rule=replace(self.rule, parts=parts_of(self.batch, places, self.weights[0])),
            trained=self.trained.of(runs),
            feed=self.feed.of(runs),
            seen=self.seen.of(runs),
            chances=some_of(self.chances, runs),
            weights=tuple(array[runs] for array in self.weights),
            slots=tuple(tuple(array[runs] for array in held) for held in self.slots),
            diverged=self.diverged[runs],
        )

    def halves(self) -> tuple[Block, Block]:
        """Return two blocks, for a device that has no memory for one."""
        middle = (self.runs + 1) // 2
        return self.of(slice(0, middle)), self.of(slice(middle, self.runs))


def block_of(
    batch: Batch, places: NDArray[np.int64], seeds: NDArray[np.int64], problem: Problem, place: Place
) -> Block:
    """Return a block before its first update, from the problem of its runs."""
    xp = place.xp
    weights = tuple(_every(place.array(start), len(seeds), xp) for start in problem.weights)
    trained = _rows(place, problem.features, problem.targets, problem.other)
    seen = trained
    if problem.held_targets is not None:
        seen = _rows(place, problem.held_features, problem.held_targets, problem.held_other)
    return Block(
        batch,
        places,
        seeds,
        Rule(problem.model, batch.loss, batch.optimizer, parts_of(batch, places, weights[0])),
        trained,
        feed_of(batch.experiment, seeds, problem),
        seen,
        None if problem.chances is None else place.array(problem.chances),
        weights,
        tuple(batch.optimizer.start(weight) for weight in weights),
        0,
        np.full(len(seeds), NEVER, dtype=np.int64),
    )


def of_block(block: Block, numbers: Sequence[Numbers]) -> list[Numbers]:
    """Return the optimizer's numbers of several updates for the runs of a block, floats or (runs, 1, 1)."""
    return [
        {
            name: number if isinstance(number, float) else number[block.places][:, None, None]
            for name, number in each.items()
        }
        for each in numbers
    ]


def advanced(
    block: Block,
    rows: Rows,
    stepper: Stepper,
    place: Place,
    numbers: Sequence[Numbers],
    pause: Callable[[], None] = no_pause,
) -> Block:
    """Return a block after as many updates as there are numbers, all on the same rows.

    Runs that are no longer finite are taken once more, one update at a time, from where the block was: so
    the update at which a run diverged is exact, however many the stepper takes at once.
    """
    weights, slots = _stepped(block, rows, stepper, place, numbers, pause)
    diverged = block.diverged
    lost = np.flatnonzero((diverged == NEVER) & ~finite(place, weights))
    if lost.size:
        diverged = diverged.copy()
        diverged[lost] = _diverging(block.of(lost), rows.of(lost), place, numbers, pause)
    return replace(block, weights=weights, slots=slots, update=block.update + len(numbers), diverged=diverged)


def _diverging(
    block: Block, rows: Rows, place: Place, numbers: Sequence[Numbers], pause: Callable[[], None]
) -> NDArray[np.int64]:
    """Return the first update after which each run is not finite; the last one where it was finite alone."""
    found = np.full(block.runs, block.update + len(numbers), dtype=np.int64)
    for each in numbers:
        weights, slots = _stepped(block, rows, EAGER, place, [each], pause)
        block = replace(block, weights=weights, slots=slots, update=block.update + 1)
        lost = ~finite(place, weights)
        found[lost] = np.minimum(found[lost], block.update)
        if lost.all():
            break
    return found


def _stepped(
    block: Block,
    rows: Rows,
    stepper: Stepper,
    place: Place,
    numbers: Sequence[Numbers],
    pause: Callable[[], None],
) -> tuple[Weights, Slots]:
    made = of_block(block, numbers)
    return stepper.advance(block.rule, place.xp, block.weights, block.slots, rows, made, pause)


def finite(place: Place, weights: Weights) -> NDArray[np.bool_]:
    """Whether every weight of a run is finite, (runs,).

    The sum of x - x is 0 exactly where all are: one pass, and no mask as large as the weights.
    """
    xp = place.xp
    found = np.ones(weights[0].shape[0], dtype=bool)
    for array in weights:
        found &= place.numbers(xp.sum(array - array, axis=(1, 2))) == 0.0
    return found


def parts_of(batch: Batch, places: NDArray[np.int64], like: Array) -> tuple[Part, ...]:
    """Return the runs in a row that have equal settings of the loss, those that vary aside."""
    changes = np.flatnonzero(np.diff(places)) + 1
    own = [batch.fixed[place] for place in places[changes - 1].tolist()]
    new = [batch.fixed[place] for place in places[changes].tolist()]
    starts = [start for start, last, first in zip(changes.tolist(), own, new, strict=True) if last != first]
    return tuple(
        Part(first, last, _settings_of(batch, places[first:last], like))
        for first, last in pairwise([0, *starts, len(places)])
    )


def _settings_of(batch: Batch, places: NDArray[np.int64], like: Array) -> dict[str, Any]:
    """Return the settings of a part as the functions of a loss take them.

    One number a class becomes an array (n,), one a run (runs, 1, 1).
    """
    given: dict[str, Any] = dict(batch.fixed[int(places[0])])
    given |= {name: numbers[places][:, None, None] for name, numbers in batch.varying.items()}
    return {
        name: setting if isinstance(setting, float) else as_array_like(namespace(like), setting, like)
        for name, setting in given.items()
    }


def _rows(place: Place, features: Numbers64 | None, targets: Numbers64, other: Numbers64 | None) -> Rows:
    return Rows(
        None if features is None else place.array(features),
        place.array(targets),
        None if other is None else place.array(other),
    )


def _every(start: Array, runs: int, xp: Any) -> Array:
    """Return a start of each run, also where all begin alike."""
    return start if start.shape[0] == runs else xp.concat([start] * runs, axis=0)


def cuts(batch: Batch, places: NDArray[np.int64], size: int) -> list[tuple[int, int]]:
    """Return where the runs of a batch are cut into blocks of at most so many runs, about equal ones.

    The settings of a part are constants of a kernel: settings that fill blocks have blocks of their own,
    others share one.
    """
    changes = [
        int(index) + 1
        for index in np.flatnonzero(np.diff(places))
        if batch.fixed[places[index]] != batch.fixed[places[index + 1]]
    ]
    found: list[tuple[int, int]] = []
    begin = 0
    for first, last in pairwise([0, *changes, len(places)]):
        if last - begin > size and first > begin:
            found += _even(begin, first, size)
            begin = first
    return found + _even(begin, len(places), size)


def _even(first: int, last: int, size: int) -> list[tuple[int, int]]:
    """Cut first to last into as few parts of one size as there must be; the last may be smaller."""
    count = -(-(last - first) // size)
    step = -(-(last - first) // max(count, 1))
    return [(begin, min(begin + step, last)) for begin in range(first, last, step)] if step else []
