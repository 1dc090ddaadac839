"""What a simulation tells while it runs, and how it is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.training.summary import Summary


class SimulationFailure(ValueError):  # noqa: N818 - named as the failures of studies and importers are
    """Why a simulation cannot be begun or gone on with here, in one line for a person."""


class Cancelled(Exception):  # noqa: N818 - to be cancelled is no error
    """The simulation was asked to end; with an output its checkpoint lies there to go on from."""


@dataclass(frozen=True, eq=False)
class Moment:
    """How far a simulation is.

    done, total: updates of all runs together. update: the last one that every run of this wave has taken.
    wave: from 1 to waves. diverged: runs lost so far. device, rung, notes: as in `Trajectories`. seconds:
    since the start, those before an interruption included. summary: the population so far; it costs some
    milliseconds, and is asked within `progress`.
    """

    done: int
    total: int
    update: int
    wave: int
    waves: int
    diverged: int
    device: str
    rung: str
    notes: tuple[str, ...]
    seconds: float
    summary: Callable[[], Summary]
