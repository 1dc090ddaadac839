"""What is kept of a simulation: the metrics of every run at the recorded updates, and where it diverged."""

from __future__ import annotations

import sys
from dataclasses import replace
from math import prod
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.training.engine.blocks import NEVER
from explorer.training.engine.room import Room
from explorer.training.records import record_updates, spread
from explorer.training.summary import SPREAD, Summary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from explorer.training.engine.blocks import Block
    from explorer.training.engine.waves import Wave
    from explorer.training.experiment import Experiment
    from explorer.training.trajectories import Trajectories

IN_MEMORY: Final = 1 << 28
"""Bytes of results up to which they are held in memory; more lie in a file."""
MOST_LATEST: Final = 100_000
"""Runs up to which a summary lists every one of them."""
LOOKED_AT: Final = 4_096
"""Seeds of a cell from which the ribbons of a running population are made, spread evenly over all."""
FEWEST_LOOKED_AT: Final = 256
"""The same where there are very many cells."""
AT_ONCE: Final = 1 << 20
"""Numbers that are put in order for one summary, so that it takes some 10 ms."""


class Recorder:
    """Arrays that fill up; in files of a folder where there is one, else in memory or in a nameless file.

    counts: how many runs of a cell have been recorded, (records, cells).
    """

    def __init__(
        self,
        experiment: Experiment,
        names: Sequence[str],
        rows: tuple[int, int] | None,
        folder: Path | None,
        goes_on: bool = False,
    ) -> None:
        self.experiment = experiment
        self.updates = record_updates(experiment.recording, experiment.updates)
        cells, seeds = len(experiment.cells), experiment.seeds
        shape = (len(self.updates), cells, seeds)
        total = 8 * prod(shape) * len(names) + (0 if rows is None else 4 * prod(shape) * prod(rows))
        room = Room(folder, goes_on, total > IN_MEMORY)
        self.metrics = {name: room.array(f"metric-{name}", shape, np.float64) for name in names}
        self.raw = None if rows is None else room.array("raw", (*shape, *rows), np.float32)
        self.diverged = np.full((cells, seeds), NEVER, dtype=np.int64)
        self.counts = np.zeros((len(self.updates), cells), dtype=np.int64)
        self.refused: dict[int, str] = {}
        self._places = {int(update): index for index, update in enumerate(self.updates)}
        self._ribbons = {name: np.full((*shape[:2], len(SPREAD)), np.nan) for name in names}
        self._shown = np.zeros(shape[:2], dtype=np.int64)

    def next_after(self, update: int) -> int:
        """Return the next recorded update, the last one at the end."""
        place = int(np.searchsorted(self.updates, update, "right"))
        return int(self.updates[min(place, len(self.updates) - 1)])

    def record(
        self, block: Block, values: Mapping[str, NDArray[np.float64]], logits: NDArray[Any] | None
    ) -> None:
        """Keep the metrics of a block at its update, and the logits where those are kept."""
        index, cells = self._places[block.update], block.cells
        for name, array in self.metrics.items():
            array[index, cells, block.seeds] = values[name]
        if self.raw is not None and logits is not None:
            whole = np.full((block.runs, *self.raw.shape[3:]), np.nan, dtype=np.float32)
            whole[:, : logits.shape[1], : logits.shape[2]] = logits
            self.raw[index, cells, block.seeds] = whole
        np.add.at(self.counts[index], cells, 1)

    def mark(self, block: Block) -> None:
        """Keep where runs of a block have diverged."""
        self.diverged[block.cells, block.seeds] = block.diverged

    def refuse(self, cell: int, reason: str) -> None:
        """Keep why a cell is not trained; what was recorded of it goes."""
        self.refused[cell] = reason
        self.diverged[cell] = NEVER
        for array in (*self._arrays(), *self._ribbons.values()):
            array[:, cell] = np.nan

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why each cell is not trained, "" where it is."""
        return tuple(self.refused.get(index, "") for index in range(len(self.experiment.cells)))

    @property
    def lost(self) -> int:
        """How many runs have diverged."""
        return int(np.count_nonzero(self.diverged != NEVER))

    def state(self) -> dict[str, NDArray[np.int64]]:
        """Return what a checkpoint keeps beside the files of metrics."""
        return {"diverged": self.diverged, "counts": self.counts}

    def restore(self, state: Mapping[str, NDArray[np.int64]], refused: Mapping[str, str]) -> None:
        """Go on from a checkpoint. refused: by the number of a cell as text, as JSON has it."""
        self.diverged[:] = state["diverged"]
        self.counts[:] = state["counts"]
        self.refused.update({int(cell): reason for cell, reason in refused.items()})

    def flush(self) -> None:
        """Put on the disk what lies in files."""
        for array in self._arrays():
            if isinstance(array, np.memmap):
                array.flush()

    def kept(self, trajectories: Trajectories) -> Trajectories:
        """Return trajectories that need no file of the folder any more, as far as they fit in memory.

        Larger ones stay in their files, which the system keeps until nobody holds them.
        """
        if sum(array.nbytes for array in self._arrays()) > IN_MEMORY:
            return trajectories
        metrics = {name: np.array(array) for name, array in self.metrics.items()}
        raw = None if self.raw is None else np.array(self.raw)
        return replace(trajectories, metrics=MappingProxyType(metrics), raw=raw)

    def _arrays(self) -> list[NDArray[Any]]:
        return [*self.metrics.values(), *([] if self.raw is None else [self.raw])]

    def summary(self, wave: Wave, device: str, rung: str, is_over: bool = False) -> Summary:
        """Return the population so far: of runs that this wave has not recorded yet, the waves before count.

        The ribbons of many runs are those of LOOKED_AT seeds of a cell; of a running population they may be
        of fewer, and follow within a few calls.
        """
        whole = self._whole(wave)
        numbers = max(1, len(self.experiment.cells) * len(self.metrics))
        most = max(FEWEST_LOOKED_AT, min(LOOKED_AT, AT_ONCE // numbers))
        if is_over and most < min(self.experiment.seeds, LOOKED_AT):
            self._shown[:] = 0
        if is_over:
            most = LOOKED_AT
        self._refresh(whole, most, sys.maxsize if is_over else AT_ONCE)
        trained = [cell for cell in range(len(self.experiment.cells)) if cell not in self.refused]
        reached = int(np.count_nonzero((whole[:, trained] > 0).all(axis=1))) if trained else len(self.updates)
        return Summary(
            self.experiment,
            self.updates,
            reached,
            MappingProxyType({name: ribbon.copy() for name, ribbon in self._ribbons.items()}),
            np.count_nonzero(self.diverged != NEVER, axis=1).astype(np.int64),
            self.reasons,
            device,
            rung,
            MappingProxyType(self._latest(whole, reached)),
        )

    def _whole(self, wave: Wave) -> NDArray[np.int64]:
        """Return of how many seeds, from the first on, each record is whole, (records, cells)."""
        before = np.minimum(self.counts, wave.first_seed)
        return np.where(self.counts >= wave.last_seed, self.counts, before)

    def _refresh(self, whole: NDArray[np.int64], most: int, room: int) -> None:
        """Make ribbons anew where more runs are whole than were shown: of `most` of them, in all `room`."""
        for record in np.flatnonzero((whole > self._shown).any(axis=1)).tolist():
            for count in np.unique(whole[record][whole[record] > self._shown[record]]).tolist():
                cells = np.flatnonzero((whole[record] == count) & (self._shown[record] < count))
                some = np.arange(0, count, -(-count // most))
                for name, array in self.metrics.items():
                    self._ribbons[name][record, cells] = spread(array[record][np.ix_(cells, some)])
                self._shown[record, cells] = count
                room -= len(cells) * len(some) * len(self.metrics)
            if room <= 0:
                return

    def _latest(self, whole: NDArray[np.int64], reached: int) -> dict[str, NDArray[np.float64]]:
        """Return every run at the last record reached, NaN where it has not come so far."""
        if not reached or self.experiment.runs > MOST_LATEST:
            return {}
        there = np.arange(self.experiment.seeds) < whole[reached - 1][:, None]
        return {name: np.where(there, array[reached - 1], np.nan) for name, array in self.metrics.items()}
