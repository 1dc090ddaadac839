"""One run once more, to look at the logits that it had at some update."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from explorer.training.device import find
from explorer.training.engine.batches import batches_of
from explorer.training.engine.blocks import EAGER, advanced, block_of
from explorer.training.engine.feeds import fed
from explorer.training.engine.measure import seen_logits
from explorer.training.engine.problems import Problems
from explorer.training.engine.refusals import refusal
from explorer.training.moments import Cancelled
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from explorer.training.engine.batches import Batch
    from explorer.training.experiment import Cell, Experiment
    from explorer.training.problem import Problem


@dataclass(frozen=True, eq=False)
class Replayed:
    """What a run saw at an update: the rows on which its metrics are taken.

    logits, targets: (rows, n). other: the logits that its loss compares with, None where the task has none.
    update: the one that was asked for. diverged: the first update after which a weight was not finite, up to
    that one; -1 where none.
    """

    cell: Cell
    seed: int
    update: int
    logits: NDArray[np.float64]
    targets: NDArray[np.float64]
    other: NDArray[np.float64] | None
    diverged: int


def replay(
    experiment: Experiment,
    cell: int,
    seed: int,
    update: int,
    device: str = "numpy",
    cancel: Callable[[], bool] | None = None,
) -> Replayed:
    """Train one run alone up to an update, and return its logits and targets then.

    They are those that `simulate` records as raw logits, up to rounding. cell: its index. seed: counted from
    the experiment's first, as in `Trajectories`. cancel: asked at every update.

    Raises
    ------
    IndexError
        for a cell, a seed or an update that the experiment does not have.
    ValueError
        for a cell whose loss refuses the task; it says why.
    Cancelled
        when `cancel` says so.
    """
    _check("cell", cell, len(experiment.cells) - 1)
    _check("seed", seed, experiment.seeds - 1)
    _check("update", update, experiment.updates)
    place = find(device, experiment.dtype)
    batch = next(each for each in batches_of(experiment) if cell in each.indices)
    own = np.flatnonzero(batch.indices == cell)
    with place.quiet():
        problem = Problems(experiment, lambda: _pause(cancel), compared=True).of(batch, np.array([seed]))
        _check_meant(batch, int(own[0]), problem)
        block = block_of(batch, own, np.array([seed]), problem, place)
        for step in range(1, update + 1):
            _pause(cancel)
            rows = fed(block.trained, block.feed, place, step) if block.feed.is_fresh else block.trained
            block = advanced(block, rows, EAGER, place, [batch.coefficients(step)])
        logits = place.numbers(seen_logits(block, place))[0]
    held = problem.held_targets is not None
    targets, other = (problem.held_targets, problem.held_other) if held else (problem.targets, problem.other)
    return Replayed(
        experiment.cells[cell],
        seed,
        update,
        logits.astype(np.float64),
        np.array(targets)[0],
        None if other is None else np.array(other)[0],
        int(block.diverged[0]),
    )


def _check(name: str, given: int, last: int) -> None:
    if not 0 <= given <= last:
        message = f"replay: {name} {given} is not among 0 to {last}"
        raise IndexError(message)


def _check_meant(batch: Batch, place: int, problem: Problem) -> None:
    reason = refusal(batch, place, problem)
    if reason:
        message = say(
            "loss {name} is not trained on this task: it {reason}", name=repr(batch.loss.key), reason=reason
        )
        raise ValueError(message)


def _pause(cancel: Callable[[], bool] | None) -> None:
    if cancel is not None and cancel():
        raise Cancelled
