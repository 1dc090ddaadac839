"""What training gives: every recorded metric of every run."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from explorer.training.experiment import Experiment

    Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Trajectories:
    """The answer of `simulate`.

    updates: the recorded updates, (records,), 0 is the start. metrics: name -> (records, cells, seeds), cells
    as in `experiment.cells`, seed j is `experiment.seed + j`; NaN of a run from where it diverged on, and of
    cells whose loss refuses the task. diverged: the first update after which a weight was not finite,
    (cells, seeds), -1 where none. refused: for each cell why, "" where it is trained. raw: the logits
    (records, cells, seeds, rows, n), where they were asked for and are held in memory.
    device: where it ran ("cpu, 2 threads", the name of a GPU); rung: how ("eager blocks of 512 runs").
    notes: what a person should know, such as why something quicker was not used.
    """

    experiment: Experiment
    updates: NDArray[np.int64]
    metrics: Mapping[str, Numbers]
    diverged: NDArray[np.int64]
    refused: tuple[str, ...]
    device: str
    rung: str
    seconds: float
    versions: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    notes: tuple[str, ...] = ()
    raw: NDArray[np.float32] | None = None
