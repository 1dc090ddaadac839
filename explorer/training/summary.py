"""A population at a glance: the spread of every metric over the seeds of a cell, at each record."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from explorer.training.experiment import Experiment

SPREAD: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
"""The quantiles of a ribbon: lowest, middle half, median, highest."""


@dataclass(frozen=True, eq=False)
class Summary:
    """A population at a glance; of a running one, as far as it has come.

    updates: the recorded updates, (records,). reached: how many of them every run has passed.
    ribbons: metric -> (records, cells, 5), the quantiles SPREAD over the runs that have not diverged by then;
    NaN where not reached or where no run is left. diverged: how many runs of each cell have diverged so far,
    (cells,). refused: for each cell why its loss has no meaning for the task, "" where it has. latest:
    metric -> (cells, seeds) at the last record reached, empty where there are very many runs.
    """

    experiment: Experiment
    updates: NDArray[np.int64]
    reached: int
    ribbons: Mapping[str, NDArray[np.float64]]
    diverged: NDArray[np.int64]
    refused: tuple[str, ...]
    device: str = ""
    rung: str = ""
    latest: Mapping[str, NDArray[np.float64]] = field(default_factory=lambda: MappingProxyType({}))
