"""Which rung of the ladder takes each batch, and how many runs and updates at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.training.device import is_out_of_memory
from explorer.training.engine.blocks import of_block, parts_of
from explorer.training.engine.feeds import fed, feed_of
from explorer.training.engine.gauges import Gauge, pays
from explorer.training.engine.measure import seen_logits
from explorer.training.engine.problems import shape_of
from explorer.training.ladder.choose import choose
from explorer.training.ladder.compiled import Compiled
from explorer.training.ladder.eager import Eager
from explorer.training.ladder.rule import Rule
from explorer.training.ladder.slopes import Slopes
from explorer.training.ladder.stepper import Chosen, Work
from explorer.training.records import record_updates

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from explorer.training.device import Place
    from explorer.training.engine.batches import Batch, Numbers
    from explorer.training.engine.blocks import Block
    from explorer.training.engine.problems import Problems
    from explorer.training.ladder.stepper import Stepper

AT_ONCE: Final = {"numpy": 1e7, "cpu": 2e7, "mps": 3e8, "cuda": 3e9}
"""How much is handed in at once, in about nanoseconds of one update after another on a processor: some 20 ms
of each device. The clock would tell better, but a kernel for several updates rounds otherwise than several
kernels for one: the same work must always be divided alike."""
MOST: Final = 100
"""Updates handed in at once however small they are: each takes some 0.1 ms, and somebody may wait."""
KERNELS: Final = 5.0
"""How much quicker a stepper is that takes several updates at a time."""
KEPT: Final = 1 << 20
"""Numbers of the optimizer that are kept, as the blocks of a wave need the same in turn."""
UNLIMITED: Final = 1 << 62


class Rungs:
    """The steppers of the batches, chosen when they are first needed.

    limits: the most runs of a block, where the device had no memory for more; batch as text -> runs. names:
    of the metrics.
    """

    def __init__(self, place: Place, limits: Mapping[str, int], names: Sequence[str] = ()) -> None:
        self._place, self._names = place, names
        self.limits = dict(limits)
        self._chosen: dict[int, Chosen] = {}
        self._gauges: dict[int, Gauge] = {}
        self._prepared: set[tuple[int, str]] = set()
        self._numbers: dict[tuple[int, int], Numbers] = {}

    @property
    def by_batch(self) -> dict[str, str]:
        """How each batch is taken, by its number as text."""
        return {str(index): chosen.words for index, chosen in self._chosen.items()}

    @property
    def notes(self) -> tuple[str, ...]:
        """Why something quicker is not used."""
        told = [chosen.notes for chosen in self._chosen.values()]
        told += [gauge.notes for gauge in self._gauges.values()]
        return tuple(dict.fromkeys(note for notes in told for note in notes))

    @property
    def workers(self) -> int:
        """How many blocks may be at work at once: one where whole updates are compiled.

        Such a kernel divides its block over the cores by itself.
        """
        alone = any(isinstance(chosen.stepper, Compiled) for chosen in self._chosen.values())
        return 1 if alone else self._place.workers

    def choose(self, batch: Batch, problems: Problems) -> None:
        """Choose the stepper of a batch, by all of its runs."""
        if batch.index in self._chosen:
            return
        cells = np.arange(len(batch.cells))
        problem = problems.of(batch, np.zeros(1, dtype=np.int64))
        parts = parts_of(batch, cells, self._place.array(np.zeros(1)))
        rule = Rule(problem.model, batch.loss, batch.optimizer, parts)
        feed, shape = feed_of(batch.experiment, np.zeros(1, dtype=np.int64), problem), shape_of(batch)
        work = Work(
            runs=len(batch.cells) * batch.experiment.seeds,
            rows=feed.batch,
            classes=shape.classes,
            weights=shape.weights,
            slots=len(batch.optimizer.slots),
            updates=batch.experiment.updates,
            size=self._place.size,
            fresh=feed.is_fresh,
        )
        chosen = self._chosen[batch.index] = choose(self._place.key, rule, work)
        records = len(record_updates(batch.experiment.recording, batch.experiment.updates))
        taken = work.runs * shape.seen_rows * shape.classes * records
        if isinstance(chosen.stepper, Slopes) and not batch.loss.counted and pays(taken):
            self._gauges[batch.index] = Gauge(self._names, chosen.block)

    def runs(self, batch: Batch) -> int:
        """Return the most runs of a block of a batch."""
        return min(self._chosen[batch.index].block, self.limits.get(str(batch.index), UNLIMITED))

    def limit(self, batch: Batch, runs: int) -> None:
        """Keep that blocks of a batch have at most so many runs."""
        self.limits[str(batch.index)] = runs

    def updates(self, block: Block) -> int:
        """Return how many updates of a block are handed in at once."""
        if block.feed.is_fresh:
            return 1
        unit = self._chosen[block.batch.index].stepper.updates
        rows, classes = block.trained.targets.shape[1:]
        weights = sum(
            array[0].size if self._place.key == "numpy" else array[0].numel() for array in block.weights
        )
        cost = block.runs * (5.0 * rows * classes + rows * weights + 2.0 * weights)
        budget = AT_ONCE[self._place.key] * (KERNELS if unit > 1 else 1.0)
        most = MOST * (KERNELS if unit > 1 else 1.0)
        return max(unit, int(min(budget / cost, most)) // unit * unit)

    def numbers(self, batch: Batch, update: int) -> Numbers:
        """Return the optimizer's numbers of an update, made once for all blocks that need them in turn."""
        key = (batch.index, update)
        found = self._numbers.get(key)
        if found is None:
            if len(self._numbers) * len(batch.cells) > KEPT:
                self._numbers.clear()
            found = self._numbers[key] = batch.coefficients(update)
        return found

    def gauge(self, block: Block) -> Gauge | None:
        """Return what takes metrics of a block together, where that pays."""
        return self._gauges.get(block.batch.index)

    def stepper(self, block: Block) -> Stepper:
        """Return the stepper of a block."""
        return self._chosen[block.batch.index].stepper

    def prepare(self, block: Block, last: int, pause: Callable[[], None]) -> None:
        """Make the kernels that a block needs up to the update `last`, with pauses; once for its settings."""
        key = (block.batch.index, repr([_form(part.settings) for part in block.rule.parts]))
        stepper, rows = self.stepper(block), block.trained
        if type(stepper) is Eager or key in self._prepared or last == block.update:
            return
        if block.feed.is_fresh:
            rows = fed(rows, block.feed, self._place, block.update + 1, pause)
        first, count = block.update + 1, 1 if block.feed.is_fresh else stepper.updates + 1
        updates = range(first, min(first + count, last + 1))
        numbers = of_block(block, [self.numbers(block.batch, update) for update in updates])
        try:
            xp = self._place.xp
            stepper.prepare(block.rule, xp, block.weights, block.slots, rows, numbers, pause)
            self._prepare_gauge(block, pause)
        except (MemoryError, RuntimeError) as error:
            if not is_out_of_memory(error):
                raise
            return  # the block itself will not fit either, and is then made smaller
        self._prepared.add(key)

    def _prepare_gauge(self, block: Block, pause: Callable[[], None]) -> None:
        gauge = self.gauge(block)
        if gauge is not None and block.chances is None:
            logits = seen_logits(block, self._place)
            gauge.prepare(block.rule, self._place.xp, logits, block.seen, pause)


def _form(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings as far as a kernel is made for them: of an array it takes any numbers."""
    return {name: getattr(setting, "ndim", setting) for name, setting in settings.items()}
