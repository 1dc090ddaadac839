"""The work of `simulate`: wave after wave, the blocks of a wave in turn, so that all runs grow together."""

from __future__ import annotations

import heapq
import time
from dataclasses import astuple
from functools import partial
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.locking import release
from explorer.training.device import is_out_of_memory, versions
from explorer.training.engine import checkpoints, told
from explorer.training.engine.batches import batches_of
from explorer.training.engine.breath import Breath
from explorer.training.engine.crew import Crew
from explorer.training.engine.measure import metric_names
from explorer.training.engine.opening import blocks_of, packed, refused_cells, unpacked
from explorer.training.engine.problems import Problems, shape_of
from explorer.training.engine.recorder import Recorder
from explorer.training.engine.rungs import Rungs
from explorer.training.engine.turns import Turns
from explorer.training.engine.waves import Wave, waves_of
from explorer.training.how import said_how
from explorer.training.moments import Moment
from explorer.training.trajectories import Trajectories
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from explorer.training.device import Place
    from explorer.training.engine.blocks import Block
    from explorer.training.experiment import Experiment
    from explorer.training.summary import Summary
    from explorer.training.tasks import Shape

TURN: Final = 0.02
"""Seconds that a block goes on before another one has its turn."""
POLLED: Final = 0.02
"""Seconds after which it is asked again whether to go on, while blocks are at work."""
SAVED_EVERY: Final = 5.0
"""Seconds between two checkpoints, where writing one takes much less."""
SAVING: Final = 0.05
"""The part of the time that writing checkpoints may take."""


class Simulation:
    """One experiment on one device. folder: where its checkpoint lies, None without an output.

    What is computed depends neither on the clock nor on where a simulation was interrupted: the clock only
    decides which block is next.
    """

    def __init__(
        self,
        experiment: Experiment,
        place: Place,
        progress: Callable[[Moment], None] | None,
        cancel: Callable[[], bool] | None,
        folder: Path | None,
        resume: bool,
    ) -> None:
        self.experiment, self.place, self.folder = experiment, place, folder
        self.batches = batches_of(experiment)
        self.names = metric_names(experiment.recording, self.batches)
        raw = self._raw_rows([shape_of(batch) for batch in self.batches])  # mistakes before files are touched
        self.header: dict[str, Any] = {}
        self.arrays: dict[str, Any] = {}
        self.identity: dict[str, str] = {}
        self.claim = None if folder is None else checkpoints.claimed(folder)
        try:
            goes_on = folder is not None and self._opened_in(folder, resume)
            self.recorder = Recorder(experiment, self.names, raw, folder, goes_on)
        except BaseException:
            self._clear()
            raise
        self.problems = Problems(experiment, self.breathe)
        self.breath = Breath(progress, cancel, self.header.get("seconds", 0.0))
        self.rungs = Rungs(place, self.header.get("limits", {}), self.names)
        self.notes: list[str] = list(self.header.get("notes", []))
        self.index: int = self.header.get("index", 0)
        self.waves: list[Wave] = []
        self.blocks: list[Block] = []
        self.done: int = self.header.get("done", 0)
        self.is_planned = False
        self.saved, self.pace = time.monotonic(), SAVED_EVERY

    def _opened_in(self, folder: Path, resume: bool) -> bool:
        """Read the checkpoint of a folder; whether there is one to go on from."""
        goes_on = checkpoints.opened(folder, resume)
        # Told once, as a file that changes later has been read by then.
        self.identity = checkpoints.identity(self.experiment, self.place)
        if goes_on:
            self.header, self.arrays = checkpoints.read(folder, self.identity)
        return goes_on

    def run(self) -> Trajectories:
        """Train every run; raises as `simulate` says."""
        with self.place.quiet():
            self._plan()
            self.is_planned = True
            while self.index < len(self.waves):
                if not self.blocks:
                    self._open()
                self._train()
                self.index, self.blocks = self.index + 1, []
                self.save()
            self.breathe(at_once=True)
        return self._trajectories()

    def breathe(self, at_once: bool = False) -> None:
        """Tell how far it is, and raise Cancelled where it is asked to end."""
        self.breath.take(self._moment, at_once)

    def _raw_rows(self, shapes: Sequence[Shape]) -> tuple[int, int] | None:
        """Return rows and classes of the logits that are kept, the most of any task."""
        if not self.experiment.recording.raw:
            return None
        return max(shape.seen_rows for shape in shapes), max(shape.classes for shape in shapes)

    def _plan(self) -> None:
        """Divide the runs into waves, or go on with those of the checkpoint."""
        if not self.header:
            sizes = np.zeros(len(self.experiment.cells), dtype=np.int64)
            for batch in self.batches:
                sizes[batch.indices] = self.problems.bytes_of_run(batch, self.place.size)
            self.waves = waves_of(sizes.tolist(), self.experiment.seeds, self.place.wave_bytes)
            return
        try:
            self._go_on()
        except (LookupError, TypeError, ValueError) as error:
            if self.breath.is_left or self.folder is None:
                raise
            raise checkpoints.damaged(self.folder, error) from error

    def _go_on(self) -> None:
        """Put together what the checkpoint holds; what it raises depends on where it is damaged."""
        cells, seeds = self.recorder.diverged.shape
        self.waves = [Wave(*wave) for wave in self.header["waves"]]
        runs = sum(wave.runs for wave in self.waves)
        if runs != cells * seeds:
            message = f"waves of {runs} runs, of {cells * seeds}"
            raise ValueError(message)
        self.recorder.restore(self.arrays, self.header["refused"])
        blocks = self.header["blocks"]
        for index in {block[0] for block in blocks}:
            self.rungs.choose(self.batches[index], self.problems)
        self.blocks = unpacked(blocks, self.arrays, self.batches, self.problems, self.place, self.breathe)
        self.problems.forget()
        self.arrays = {}

    def _open(self) -> None:
        """Make the blocks of the wave; where the device has no memory for them, of half of it."""
        while True:
            wave = self.waves[self.index]
            try:
                self.blocks = self._opened(wave)
            except (MemoryError, RuntimeError) as error:
                halves = wave.halves()
                if not is_out_of_memory(error) or len(halves) == 1:
                    raise
                self.waves[self.index : self.index + 1] = halves
                self.note(
                    say(
                        "{count} waves: the device has no memory for {fewer}",
                        count=len(self.waves),
                        fewer=len(self.waves) - 1,
                    )
                )
                self.problems.forget()
                self.place.forget()
                continue
            return

    def _opened(self, wave: Wave) -> list[Block]:
        for batch in self.batches:
            for cell, reason in refused_cells(wave, batch, self.problems, self.breathe).items():
                if cell not in self.recorder.refused:
                    self.done -= self._done_of(cell)
                self.recorder.refuse(cell, reason)
        found: list[Block] = []
        refused = self.recorder.refused
        for batch in self.batches:
            if not set(batch.indices.tolist()) <= refused.keys():
                self.rungs.choose(batch, self.problems)
                size = self.rungs.runs(batch)
                found += blocks_of(wave, batch, refused, self.problems, self.place, size, self.breathe)
        self.problems.forget()  # the blocks have copies
        return found

    def _done_of(self, cell: int) -> int:
        """Return the updates of all runs of a cell together in the waves that are over."""
        waves = [wave for wave in self.waves[: self.index] if wave.first_cell <= cell < wave.last_cell]
        return self.experiment.updates * sum(wave.last_seed - wave.first_seed for wave in waves)

    def _train(self) -> None:
        """Take the blocks of the wave to the last update, always those that are furthest behind."""
        waiting, raw = self._waiting(), self.recorder.raw is not None
        with Crew(self.place, self.rungs.workers) as crew:
            turns = Turns(self.place, self.rungs, self.names, raw, TURN, crew.pause)
            while waiting or crew.is_busy:
                while waiting and crew.has_room:
                    index = heapq.heappop(waiting)[1]
                    block = self.blocks[index]
                    last = self.recorder.next_after(block.update)
                    self.rungs.prepare(block, last, self.breathe)
                    crew.start(index, partial(turns.taken, block, last))
                ended = self._ended(crew.ended(POLLED))
                if any(isinstance(each, Exception) for _, each in ended):
                    ended += self._ended(crew.ended(None))
                    self._halve(*next((index, each) for index, each in ended if isinstance(each, Exception)))
                    waiting = self._waiting()
                else:
                    for index, _ in ended:
                        self._wait(index, waiting)
                self.breathe()
                self._save_in_time()

    def _waiting(self) -> list[tuple[int, int]]:
        """Return update and place of the blocks that are not done, as a heap."""
        waiting: list[tuple[int, int]] = []
        for index in range(len(self.blocks)):
            self._wait(index, waiting)
        return waiting

    def _wait(self, index: int, waiting: list[tuple[int, int]]) -> None:
        block = self.blocks[index]
        if not block.begun or block.update < self.experiment.updates:
            heapq.heappush(waiting, (block.update, index))

    def _ended(self, jobs: list[tuple[int, Future[Any]]]) -> list[tuple[int, Exception | None]]:
        """Keep what turns have come to; return of each block the error, where the device had no memory."""
        found: list[tuple[int, Exception | None]] = []
        for index, job in jobs:
            try:
                block, kept = job.result()
            except (MemoryError, RuntimeError) as error:
                if not is_out_of_memory(error):
                    raise
                found.append((index, error))
                continue
            for each in kept:
                self.recorder.record(each.block, each.values, each.logits)
            self.recorder.mark(block)
            self.done += (block.update - self.blocks[index].update) * block.runs
            self.blocks[index] = block
            found.append((index, None))
        return found

    def _halve(self, index: int, error: Exception) -> None:
        """Divide a block that the device has no memory for, and all others of its batch that are as large."""
        batch, runs = self.blocks[index].batch, self.blocks[index].runs
        if runs == 1:
            message = say(
                "one run alone does not fit in the memory of the device ({device}): {problem}",
                device=said_how(self.place.words),
                problem=error,
            )
            raise MemoryError(message) from error
        size = (runs + 1) // 2
        self.rungs.limit(batch, size)
        self.note(
            say(
                "blocks of {count} runs: the device has no memory for {more}",
                count=f"{size:,}",
                more=f"{runs:,}",
            )
        )
        self.place.forget()
        self.blocks = list(
            chain.from_iterable(
                block.halves() if block.batch is batch and block.runs > size else (block,)
                for block in self.blocks
            )
        )

    def note(self, words: str) -> None:
        """Keep what a person should know."""
        if words not in self.notes:
            self.notes.append(words)

    def _moment(self) -> Moment:
        wave = self.waves[min(self.index, len(self.waves) - 1)] if self.waves else Wave(0, 0, 0, 0)
        rung, device = self._rung, self.place.words
        is_over = self.is_planned and self.index == len(self.waves)

        def summary() -> Summary:
            return self.recorder.summary(wave, device, rung, is_over)

        trained = self.experiment.runs - len(self.recorder.refused) * self.experiment.seeds
        total = trained * self.experiment.updates
        return Moment(
            min(self.done, total),
            total,
            min((block.update for block in self.blocks), default=self.experiment.updates if is_over else 0),
            min(self.index + 1, max(len(self.waves), 1)),
            max(len(self.waves), 1),
            self.recorder.lost,
            device,
            rung,
            self._told_notes(),
            self.breath.seconds,
            summary,
        )

    def _how(self) -> dict[str, str]:
        """Return on what the last bits depend."""
        return versions(self.place)

    @property
    def _rung(self) -> str:
        return told.rungs(self.header, self.rungs.by_batch)

    def _told_notes(self) -> tuple[str, ...]:
        noted = (*self.rungs.notes, *self.notes)
        return told.notes(self.header, self._how(), self.rungs.by_batch, noted)

    def _save_in_time(self) -> None:
        if time.monotonic() - self.saved >= self.pace:
            self.save()

    def leave(self) -> None:
        """Write a checkpoint where the simulation was ended from outside, between two pieces of work.

        Where there is none then, the files go.
        """
        if self.breath.is_left and self.is_planned:
            self.save()
        self._clear()

    def release(self) -> None:
        """Let other processes train into the folder."""
        if self.claim is not None:
            release(self.claim)
            self.claim = None

    def _clear(self) -> None:
        """Let go of the folder, and take it away where nothing says how far it was."""
        self.release()
        if self.folder is not None and not checkpoints.is_there(self.folder):
            checkpoints.removed(self.folder)

    def save(self) -> None:
        """Write a checkpoint, where there is an output."""
        if self.folder is None:
            return
        began = time.monotonic()
        blocks, arrays = packed(self.blocks, self.place)
        header = {
            "identity": self.identity,
            "how": self._how(),
            "waves": [astuple(wave) for wave in self.waves],
            "index": self.index,
            "blocks": blocks,
            "limits": self.rungs.limits,
            "rungs": {**self.header.get("rungs", {}), **self.rungs.by_batch},
            **checkpoints.spoken(self.notes, self.recorder.refused),
            "done": self.done,
            "seconds": self.breath.seconds,
        }
        self.recorder.flush()
        checkpoints.write(self.folder, header, {**arrays, **self.recorder.state()})
        self.saved = time.monotonic()
        self.pace = max(SAVED_EVERY, (self.saved - began) / SAVING)

    def _trajectories(self) -> Trajectories:
        return Trajectories(
            self.experiment,
            self.recorder.updates,
            MappingProxyType(dict(self.recorder.metrics)),
            self.recorder.diverged,
            self.recorder.reasons,
            self.place.words,
            self._rung,
            self.breath.seconds,
            versions(self.place),
            self._told_notes(),
            self.recorder.raw,
        )
