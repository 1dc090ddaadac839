"""Cells that train together: one task, one loss, one optimizer; they differ in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.losses import LOSSES
from explorer.optimizers import OPTIMIZERS
from explorer.training.schedules import factor

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from explorer.catalogue import Loss
    from explorer.optimizers.optimizer import Optimizer
    from explorer.training.experiment import Cell, Experiment, Value

Numbers = dict[str, Any]
"""Coefficient -> a float where all cells share it, else float64 (cells,)."""
MOST_PARTS: Final = 16
"""Settings of a loss that are handed on as numbers, with one call for the runs of each of them."""
FEWEST_RUNS: Final = 64
"""Runs of a setting from which a call of their own costs nothing that counts."""


@dataclass(frozen=True, eq=False)
class Batch:
    """Cells of an experiment that share the task's settings, the loss and the optimizer, in order.

    index: the place among the batches. settings: those of the loss, complete, of each cell.
    """

    index: int
    experiment: Experiment
    task: Mapping[str, Value]
    loss: Loss
    optimizer: Optimizer
    cells: tuple[Cell, ...]
    settings: tuple[Mapping[str, Any], ...]

    @cached_property
    def indices(self) -> NDArray[np.int64]:
        """The cells' places in the experiment, (cells,)."""
        return np.array([cell.index for cell in self.cells], dtype=np.int64)

    @cached_property
    def varying(self) -> Mapping[str, NDArray[np.float64]]:
        """Settings that are one number a run, which makes many of them one call: name -> (cells,).

        It follows from the experiment, not from the runs of a block, so the arithmetic of a run does not
        depend on its neighbours.
        """
        kinds = {parameter.name: parameter.varies for parameter in self.loss.parameters}
        columns = {name: [each[name] for each in self.settings] for name in self.settings[0] if kinds[name]}
        found = {
            name: np.array(column, dtype=np.float64)
            for name, column in columns.items()
            if not any(isinstance(setting, tuple) for setting in column) and len(set(column)) > 1
        }
        count = len(set(zip(*(column.tolist() for column in found.values()), strict=True)))
        runs = len(self.cells) * self.experiment.seeds
        return found if count > MOST_PARTS or runs < FEWEST_RUNS * count else {}

    @cached_property
    def fixed(self) -> tuple[Mapping[str, Any], ...]:
        """The other settings of each cell."""
        return tuple(
            {name: setting for name, setting in each.items() if name not in self.varying}
            for each in self.settings
        )

    def coefficients(self, update: int) -> Numbers:
        """Return the optimizer's numbers of an update, 1 to the last, in float64.

        What all cells share is one float, whichever of them a block holds: so the arithmetic of a run does
        not depend on its neighbours.
        """
        rate, decay, hyper = self._rates
        scale = factor(self.experiment.schedule, update, self.experiment.updates)
        return {
            name: number if isinstance(number, float) else np.broadcast_to(number, len(self.cells))
            for name, number in self.optimizer.coefficients(update, rate * scale, decay, **hyper).items()
        }

    @cached_property
    def _rates(self) -> tuple[Any, Any, dict[str, Any]]:
        """Learning rates, weight decays and the optimizer's own settings of the cells."""
        hyper = [self.optimizer.settings(**cell.hyper) for cell in self.cells]
        return (
            _shared([cell.rate for cell in self.cells]),
            _shared([cell.decay for cell in self.cells]),
            {name: _shared([each[name] for each in hyper]) for name in hyper[0]},
        )


def _shared(numbers: Sequence[Any]) -> Any:
    """Return the one number that all are, or an array of them."""
    return numbers[0] if len(set(numbers)) == 1 else np.array(numbers, dtype=np.float64)


def batches_of(experiment: Experiment) -> tuple[Batch, ...]:
    """Return the batches of an experiment, in the order of their first cells.

    Raises
    ------
    KeyError
        for a loss or an optimizer that there is not.
    ValueError
        for a setting that it does not have or that is out of bounds.
    """
    groups: dict[Any, list[Cell]] = {}
    for cell in experiment.cells:
        groups.setdefault((tuple(cell.task.items()), cell.loss, cell.optimizer), []).append(cell)
    return tuple(_batch(index, experiment, cells) for index, cells in enumerate(groups.values()))


def _batch(index: int, experiment: Experiment, cells: Sequence[Cell]) -> Batch:
    loss, optimizer = LOSSES[cells[0].loss], OPTIMIZERS[cells[0].optimizer]
    settings = tuple(_complete(loss, cell.settings) for cell in cells)
    for cell in cells:
        optimizer.settings(**cell.hyper)
    return Batch(index, experiment, cells[0].task, loss, optimizer, tuple(cells), settings)


def _complete(loss: Loss, given: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return all settings of a loss; the other logits come from the task."""
    return {name: setting for name, setting in loss.settings(**given).items() if name != loss.other_parameter}
