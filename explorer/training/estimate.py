"""How large an experiment is and about how long it takes, before it runs; without torch, in some 10 ms."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from explorer.training.device import WAVE_BYTES
from explorer.training.engine import gauges
from explorer.training.engine.batches import batches_of
from explorer.training.engine.measure import metric_names
from explorer.training.engine.problems import KEPT_BYTES, shape_of
from explorer.training.engine.speeds import DRAW, Speeds
from explorer.training.ladder import choose
from explorer.training.ladder.stepper import Work
from explorer.training.memory import memory
from explorer.training.metrics import METRICS
from explorer.training.records import record_updates
from explorer.wording import noted, say, say_count

if TYPE_CHECKING:
    from explorer.training.engine.batches import Batch
    from explorer.training.experiment import Experiment
    from explorer.training.tasks import Shape

NUMBER_BYTES: Final = {"float32": 4, "float64": 8}
LINEAR_WORK: Final = 4  # additions and multiplications for each row and weight, there and back ...
DEEP_WORK: Final = 6  # ... and with a hidden layer, through which the gradient also goes
RECORDED_BYTES: Final = 8
DRAWN_BYTES: Final = 8
DERIVED: Final = 10  # arrays like the logits while metrics are taken
RAW_BYTES: Final = 4
CARDS: Final = ("cuda", "mps")
ABOUT: Final = (
    (1.0, noted("about {count} s")),
    (60.0, noted("about {count} min")),
    (3600.0, noted("about {count} h")),
    (86400.0, noted("about {count} days")),
)
LARGE_FILE: Final = 100_000_000  # bytes of a result from which it is said
START: Final = 0.1
"""Seconds until the first update, however little there is to do."""
CALL: Final = 50e-6
"""Seconds that an update takes however little there is to do, measured."""
EAGER_GAIN: Final = 0.6
"""Times as quick as NumPy, which is tried, that torch's own functions are on one core, measured."""
COMPILED_GAIN: Final = 5.0
"""Times as quick as NumPy that a compiled loss is on one core, measured: 2.3 for BCE, 6 for ZLPR."""
METRICS_GAIN: Final = 10.0
"""The same of metrics."""
CARD_SPEED: Final = 50e9
"""Numbers of the logits that a graphics card updates in a second; from data sheets, not measured here."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What an experiment will take.

    weights: of one run, the most of any. updates: of each run. bytes: of weights, optimizer's slots and data
    that are in memory together, with what is held beside them while they are prepared, or while blocks are
    at work; file_bytes: of the result. device: where, in words. seconds: good to a
    factor of 2 on a processor that does nothing else. memory: bytes that there are for all of it, None where
    that is not known.
    """

    runs: int
    weights: int
    updates: int
    bytes: int
    file_bytes: int
    seconds: float
    device: str
    dtype: str
    memory: int | None = None

    @property
    def is_too_large(self) -> bool:
        """Whether it needs more memory than there is."""
        return self.memory is not None and self.bytes > self.memory

    @property
    def too_large(self) -> str:
        """What is too large, in one sentence without its full stop; "" where it is not."""
        if self.memory is None or not self.is_too_large:
            return ""
        needed, there = size(self.bytes), size(self.memory)
        return say(
            "it needs about {needed} of memory at once, and this machine has {there}",
            needed=needed,
            there=there,
        )

    @property
    def words(self) -> tuple[str, ...]:
        """The same in plain lines, the size first."""
        lines: tuple[str, ...] = (
            say(
                "{runs} of {updates}",
                runs=say_count(self.runs, "{count} run", "{count} runs"),
                updates=say_count(self.updates, "{count} update", "{count} updates"),
            ),
            say("{duration} on {device}", duration=duration(self.seconds), device=self.device),
            say(
                "{weights} each, {bytes} at once, {dtype}",
                weights=say_count(self.weights, "{count} weight", "{count} weights"),
                bytes=size(self.bytes),
                dtype=self.dtype,
            ),
        )
        lines = (*lines, self.too_large) if self.is_too_large else lines
        if self.file_bytes < LARGE_FILE:
            return lines
        return (*lines, say("{bytes} of results", bytes=size(self.file_bytes)))


def estimate(experiment: Experiment, device: str = "auto") -> Estimate:
    """Return what an experiment will take on a device, one of `training.device.DEVICES`.

    How quick this machine is at the experiment's own losses, optimizers and metrics is tried once, on few
    numbers, with NumPy; how much quicker torch is comes from measurements elsewhere. Raises ValueError for
    settings that do not fit together.
    """
    batches = batches_of(experiment)
    shapes = [shape_of(batch) for batch in batches]
    where = likely(device)
    names = metric_names(experiment.recording, batches)
    records = len(record_updates(experiment.recording, experiment.updates))
    seconds, together, raw, largest, beside = START, 0.0, 0.0, 0, 0
    for batch, shape in zip(batches, shapes, strict=True):
        runs = len(batch.cells) * experiment.seeds
        seconds += runs * _seconds_of_run(batch, shape, where, records, names)
        seconds += _calls(batch, shape, where) + _seconds_of_compiler(batch, shape, where, records)
        together += runs * _bytes_of_run(batch, shape)
        beside = max(beside, _bytes_beside(batch, shape, where))
        raw += runs * shape.seen_rows * shape.classes * RAW_BYTES * records
    largest = max(map(_bytes_of_run, batches, shapes))
    recorded = experiment.runs * records * len(names) * RECORDED_BYTES
    return Estimate(
        runs=experiment.runs,
        weights=max(shape.weights for shape in shapes),
        updates=experiment.updates,
        bytes=int(min(together, max(WAVE_BYTES, largest))) + beside,
        file_bytes=int(recorded + (raw if experiment.recording.raw else 0)),
        seconds=seconds,
        device=_words(where),
        dtype=experiment.dtype,
        memory=None if where in CARDS else memory(),
    )


def memory_words(experiment: Experiment, device: str, problem: BaseException | None = None) -> str:
    """Say that the memory was not enough, in one line: with what is needed where that alone explains it."""
    found = estimate(experiment, device)
    said = str(problem or "").strip()
    why = found.too_large or (
        said
        if said and not said.startswith("Unable to allocate")
        else say("it needs about {needed} at once, and other programs take some", needed=size(found.bytes))
    )
    return say(
        "the memory is not enough: {why}. Fewer classes, rows, inputs or hidden units need less", why=why
    )


def _seconds_of_run(batch: Batch, shape: Shape, where: str, records: int, names: tuple[str, ...]) -> float:
    """Return the seconds of one run: data, updates, metrics, and its part of what a compiler takes."""
    experiment = batch.experiment
    rows = min(experiment.batch or shape.rows, shape.rows)
    work, speeds = _work_of(batch, shape, rows), Speeds.of(batch, shape.classes)
    # Compiled losses and optimizers are quicker; products of matrices are a library's in either case.
    gain, cores = _gain(work, where), _cores(work, where)
    product = speeds.product if shape.inputs else 0.0
    update = (rows * shape.classes * speeds.slopes + shape.weights * speeds.optimizer) / gain
    update += rows * shape.weights * _products(shape) * product
    if experiment.noise > 0.0:
        update += rows * shape.classes * DRAW
    if shape.anew:  # of all rows, also where a mini-batch is taken of them
        update += shape.rows * shape.classes * DRAW
    taken = speeds.metrics(names)
    if _is_gauged(batch, shape, where, records):
        sorted_ones = speeds.metrics(name for name in names if not METRICS[name].arithmetic)
        taken = sorted_ones + (taken - sorted_ones) / METRICS_GAIN
    elif where == "cpu":
        taken /= EAGER_GAIN
    seen = shape.seen_rows * (shape.classes * taken + 2 * shape.weights * product)
    drawn = (shape.rows + shape.held_rows) * (shape.inputs + shape.classes) * DRAW / len(batch.cells)
    return drawn + (experiment.updates * update + records * seen) / cores


def _seconds_of_compiler(batch: Batch, shape: Shape, where: str, records: int) -> float:
    """Return the seconds of a compiler that is started cold, for all runs of a batch."""
    work = _work_of(batch, shape, min(batch.experiment.batch or shape.rows, shape.rows))
    if not _is_compiled(work, where):
        return 0.0
    gauged = gauges.COMPILE_SECONDS if _is_gauged(batch, shape, where, records) else 0.0
    return choose.compile_seconds(work) + gauged


def _is_gauged(batch: Batch, shape: Shape, where: str, records: int) -> bool:
    """Whether metrics go through a kernel."""
    work = _work_of(batch, shape, min(batch.experiment.batch or shape.rows, shape.rows))
    numbers = work.runs * shape.seen_rows * shape.classes * records
    return _is_compiled(work, where) and choose.has_many_logits(work) and gauges.pays(numbers)


def _calls(batch: Batch, shape: Shape, where: str) -> float:
    """Return the seconds of updates beside their numbers."""
    work = _work_of(batch, shape, min(batch.experiment.batch or shape.rows, shape.rows))
    return batch.experiment.updates * _blocks(batch, shape, where) * CALL / _cores(work, where)


def _cores(work: Work, where: str) -> float:
    """Return how many blocks are at work at once; a card, and a kernel of whole updates, divide theirs."""
    if where in CARDS:
        return CARD_SPEED / choose.EAGER_SPEED
    return min(threads(where), ceil(work.runs / choose.block_of(where, work)))


def _blocks(batch: Batch, shape: Shape, where: str) -> int:
    """Return in how many blocks the runs of a batch are updated, each a call of its own."""
    work = _work_of(batch, shape, min(batch.experiment.batch or shape.rows, shape.rows))
    return ceil(work.runs / choose.block_of(where, work))


def _products(shape: Shape) -> int:
    """Return the work of matrices for each row and weight."""
    return LINEAR_WORK if shape.weights == shape.inputs * shape.classes else DEEP_WORK


def _bytes_of_run(batch: Batch, shape: Shape) -> int:
    data = (shape.rows + shape.held_rows) * (shape.inputs + shape.classes)
    weights = shape.weights * (1 + len(batch.optimizer.slots))
    return NUMBER_BYTES[batch.experiment.dtype] * (data + weights)


def _bytes_beside(batch: Batch, shape: Shape, where: str) -> int:
    """Return what is held for a while: draws in float64 at first, then what is derived from logits."""
    work = _work_of(batch, shape, min(batch.experiment.batch or shape.rows, shape.rows))
    numbers = (shape.rows + shape.held_rows) * (shape.inputs + shape.classes) + shape.weights
    drawn = DRAWN_BYTES * max(min(batch.experiment.seeds * numbers, KEPT_BYTES // DRAWN_BYTES), numbers)
    block = choose.block_of(where, work)
    at_work = 1 if where in CARDS else min(threads("cpu"), ceil(work.runs / block))
    logits = max(work.rows, shape.seen_rows) * shape.classes
    return max(drawn, at_work * block * logits * DERIVED * work.size)


def _work_of(batch: Batch, shape: Shape, rows: int) -> Work:
    experiment = batch.experiment
    return Work(
        runs=len(batch.cells) * experiment.seeds,
        rows=rows,
        classes=shape.classes,
        weights=shape.weights,
        slots=len(batch.optimizer.slots),
        updates=experiment.updates,
        size=NUMBER_BYTES[experiment.dtype],
        fresh=rows < shape.rows or experiment.noise > 0.0 or shape.anew,
    )


def _gain(work: Work, where: str) -> float:
    """Return how many times as quick as NumPy the loss is on the rung that will be taken, on one core."""
    if where in CARDS:
        return 1.0  # as many times as quick in all that it does, see `_cores`
    if _is_compiled(work, where):
        return COMPILED_GAIN
    return EAGER_GAIN if where == "cpu" else 1.0


def _is_compiled(work: Work, where: str) -> bool:
    return where == "cpu" and choose.pays(where, work)


def likely(device: str) -> str:
    """Return where "auto" will train, as far as it can be told without torch."""
    if device != "auto":
        return device
    if find_spec("torch") is None:
        return "numpy"
    if Path("/proc/driver/nvidia/version").exists():
        return "cuda"
    return "mps" if sys.platform == "darwin" and os.uname().machine == "arm64" else "cpu"


def threads(where: str) -> int:
    """Return how many processors take part."""
    if where == "numpy":
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _words(where: str) -> str:
    if where in CARDS:
        return say("the graphics card")
    processor = say_count(threads(where), "this CPU, {count} thread", "this CPU, {count} threads")
    return processor if where == "cpu" else say("{processor}, with NumPy", processor=processor)


def duration(seconds: float) -> str:
    """Write about how long it takes: "about 34 s", "about 3 min"."""
    if seconds < 1.0:
        return say("less than 1 s")
    for unit, words in ABOUT:
        count = ceil(seconds / unit)
        if count < (100 if unit < 86400.0 else sys.maxsize):
            return say(words, count=f"{count:,}")
    return say("more than a lifetime")


def size(number: float) -> str:
    """Write a size in memory: "48 MB"."""
    for unit, name in ((1e9, "GB"), (1e6, "MB"), (1e3, "KB")):
        if number >= unit:
            count = number / unit
            return f"{count:,.0f} {name}" if count >= 10 else f"{count:.1f} {name}"
    return say("{count} bytes", count=f"{number:.0f}")
