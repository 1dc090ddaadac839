"""Problems of any runs, put together from seeds that are prepared some hundred at a time."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import fields, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.losses import LOSSES
from explorer.training.problem import Problem
from explorer.training.tasks import TASKS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from explorer.training.engine.batches import Batch
    from explorer.training.experiment import Experiment
    from explorer.training.tasks import Shape

GROUP: Final = 1024
"""Seeds that are prepared together: as many as the draws make together."""
KEPT: Final = 8
"""Groups that are kept, as cells share seeds ..."""
KEPT_BYTES: Final = 1 << 28
"""... and what they may take together; the last one is kept however large it is."""
AT_ONCE: Final = 1 << 20
"""Numbers of a group beyond which fewer seeds are prepared together, so that nobody waits for cancelling."""
ARRAYS: Final = tuple(
    field.name for field in fields(Problem) if field.name not in ("model", "weights", "anew")
)


class Problems:
    """Starts and data of the runs of an experiment. `pause` is called between pieces, and may raise.

    compared: whether logits to compare with are wanted where no loss compares; they may double the room.
    """

    def __init__(self, experiment: Experiment, pause: Callable[[], None], *, compared: bool = False) -> None:
        self._experiment = experiment
        self._pause = pause
        losses = (LOSSES[choice.key] for choice in experiment.losses)
        self._compared = compared or any(loss.takes_other_logits for loss in losses)
        self._kept: OrderedDict[Any, Problem] = OrderedDict()

    def of(self, batch: Batch, seeds: NDArray[np.int64]) -> Problem:
        """Return the problem of runs with these seeds, counted from the first of the experiment.

        Its arrays may be those that are kept for the next call: they are not to be written to.
        """
        size = self.together(batch)
        edges = np.flatnonzero(np.r_[True, np.diff(seeds // size) != 0, True]).tolist()
        return _joined(
            [
                (self._group(batch, int(seeds[first]) // size), seeds[first:last] % size)
                for first, last in pairwise(edges)
            ]
        )

    def bytes_of_run(self, batch: Batch, size: int) -> int:
        """Return what weights, optimizer's slots and data of a run take; `size`: bytes of a number.

        What all runs share is not counted, unless a group has one run, which nobody shares it with.
        """
        sample = self._group(batch, 0)
        runs = sample.weights[0].shape[0]
        weights = sum(int(start[0].size) for start in sample.weights)
        data = sum(int(array[0].size) for array in _arrays(sample).values() if array.shape[0] == runs)
        return size * (weights * (1 + len(batch.optimizer.slots)) + data)

    def forget(self) -> None:
        """Let go of what is kept; it is prepared anew where it is needed again."""
        self._kept.clear()

    def together(self, batch: Batch) -> int:
        """Return how many seeds are prepared together."""
        shape = shape_of(batch)
        numbers = (shape.rows + shape.held_rows) * (shape.inputs + shape.classes) + shape.weights
        return int(max(1, min(GROUP, AT_ONCE // numbers)))

    def _group(self, batch: Batch, index: int) -> Problem:
        key = (tuple(batch.task.items()), index)
        if key not in self._kept:
            self._pause()
            size = self.together(batch)
            last = min((index + 1) * size, self._experiment.seeds)
            seeds = self._experiment.seed + np.arange(index * size, last, dtype=np.int64)
            self._make_room(batch, len(seeds))
            task = TASKS[self._experiment.task.kind]
            made = task.prepare(batch.task, seeds, other=self._compared, pause=self._pause)
            self._kept[key] = made
        self._kept.move_to_end(key)
        return self._kept[key]

    def _make_room(self, batch: Batch, seeds: int) -> None:
        """Forget the groups that were used the longest time ago, for one of so many seeds."""
        shape = shape_of(batch)
        numbers = (shape.rows + shape.held_rows) * (shape.inputs + shape.classes) + shape.weights
        left = KEPT_BYTES - 8 * seeds * numbers
        while self._kept and (len(self._kept) >= KEPT or sum(map(_bytes, self._kept.values())) > left):
            self._kept.popitem(last=False)


def shape_of(batch: Batch) -> Shape:
    """Return how large one run of a batch is."""
    return TASKS[batch.experiment.task.kind].shape(batch.task)


def _arrays(problem: Problem) -> dict[str, NDArray[np.float64]]:
    """Return the arrays beside the weights that there are, by name."""
    found = {name: getattr(problem, name) for name in ARRAYS}
    return {name: array for name, array in found.items() if array is not None}


def _bytes(problem: Problem) -> int:
    """Return what the arrays of a problem take."""
    return sum(array.nbytes for array in (*problem.weights, *_arrays(problem).values()))


def _joined(groups: Sequence[tuple[Problem, NDArray[np.int64]]]) -> Problem:
    """Return one problem of some runs of each group."""
    arrays = [_arrays(problem) for problem, _ in groups]
    places = [places for _, places in groups]
    own: dict[str, Any] = {name: _taken([each[name] for each in arrays], places) for name in arrays[0]}
    starts = zip(*(problem.weights for problem, _ in groups), strict=True)
    return replace(groups[0][0], weights=tuple(_taken(list(each), places) for each in starts), **own)


def _taken(arrays: Sequence[NDArray[np.float64]], places: Sequence[NDArray[np.int64]]) -> NDArray[np.float64]:
    """Return the runs at these places of each group; what all runs share stays one."""
    if _is_shared(arrays):
        return arrays[0]
    if len(arrays) == 1 and (np.diff(places[0]) == 1).all():
        return arrays[0][places[0][0] : places[0][-1] + 1]  # not copied, as a device makes a copy anyway
    return np.concatenate([array[own] for array, own in zip(arrays, places, strict=True)])


def _is_shared(arrays: Sequence[NDArray[np.float64]]) -> bool:
    """Whether arrays of one run each are the same: one that all runs of a group share, or its only run's."""
    first = arrays[0]
    return (
        all(
            array is first or (array.shape[0] == 1 == first.shape[0] and np.array_equal(array, first))
            for array in arrays
        )
        and first.shape[0] == 1
    )
