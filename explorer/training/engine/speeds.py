"""How quick this machine is at a loss, an optimizer and metrics: tried once in a process, on few numbers."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import numpy

from explorer.losses import LOSSES
from explorer.optimizers import OPTIMIZERS
from explorer.training.ladder.rule import Part, Rows, Rule
from explorer.training.metrics import METRICS, Seen
from explorer.training.models import FREE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from explorer.training.engine.batches import Batch

NUMBERS: Final = 1 << 14  # of the logits of a try: what stays in the processor's cache, as blocks do
MOST_CLASSES: Final = 1 << 12
TRIES: Final = 5  # of which the quickest counts: others have waited for another process
SIDE: Final = 64  # of the matrices of a try, which one thread multiplies
DRAW: Final = 30e-9
"""Seconds for a normal number and its part in a teacher's scores, measured on one core."""


@dataclass(frozen=True, slots=True)
class Speeds:
    """Seconds of NumPy for each number: of the logits, of the weights; and for an addition of a product."""

    loss: str
    classes: int
    dtype: str
    slopes: float
    optimizer: float
    product: float

    @classmethod
    def of(cls, batch: Batch, classes: int) -> Speeds:
        """Return how quick a batch goes; losses and optimizers are tried with their defaults."""
        few, dtype = min(classes, MOST_CLASSES), batch.experiment.dtype
        return cls(
            batch.loss.key,
            few,
            dtype,
            _of_loss(batch.loss.key, few, dtype),
            _of_optimizer(batch.optimizer.key, dtype),
            _of_product(dtype),
        )

    def metrics(self, names: Iterable[str]) -> float:
        """Return the seconds for each number of the logits that these metrics take together."""
        return _of_metrics(tuple(names), self.loss, self.classes, self.dtype)


@cache
def _of_loss(key: str, classes: int, dtype: str) -> float:
    seen = _seen(key, classes, dtype)
    rule = Rule(FREE, seen.loss, OPTIMIZERS["sgd"], (Part(0, 1, seen.settings),))
    rows, numbers = Rows(None, seen.targets, seen.other), _rows(classes) * classes
    return _best(lambda: rule.slopes(numpy, seen.logits, rows)) / numbers


@cache
def _of_optimizer(key: str, dtype: str) -> float:
    optimizer = OPTIMIZERS[key]
    weights = numpy.full((1, 1, NUMBERS), 0.5, dtype=dtype)
    slots = optimizer.start(weights)
    made = optimizer.coefficients(1, optimizer.rate, **optimizer.settings())
    numbers: dict[str, Any] = {name: float(number) for name, number in made.items()}
    return _best(lambda: optimizer.update(weights, weights, slots, numbers)) / NUMBERS


@cache
def _of_product(dtype: str) -> float:
    side = numpy.ones((SIDE, SIDE), dtype=dtype)
    return _best(lambda: side @ side) / (2 * SIDE**3)


@cache
def _of_metrics(names: tuple[str, ...], key: str, classes: int, dtype: str) -> float:
    """Several together, as they share the value and the slopes of the loss."""

    def measured() -> list[object]:
        seen = _seen(key, classes, dtype)
        return [METRICS[name].function(seen) for name in names]

    return _best(measured) / (_rows(classes) * classes)


@cache
def _arrays(classes: int, dtype: str) -> tuple[Any, Any]:
    """Return logits and targets, (1, rows, n), each row with one label, which nearly every loss takes."""
    rows = _rows(classes)
    logits = numpy.linspace(-3.0, 3.0, rows * classes, dtype=dtype).reshape(1, rows, classes)
    targets = numpy.zeros_like(logits)
    targets[0, numpy.arange(rows), numpy.arange(rows) % classes] = 1.0
    return logits, targets


def _seen(key: str, classes: int, dtype: str) -> Seen:
    """Return one run of a loss, of which nothing is computed yet."""
    loss = LOSSES[key]
    logits, targets = _arrays(classes, dtype)
    settings = {name: each for name, each in loss.settings().items() if name != loss.other_parameter}
    return Seen(numpy, loss, settings, logits, targets, (logits,), logits * 0.5, targets)


def _rows(classes: int) -> int:
    return max(1, NUMBERS // classes)


def _best(work: Callable[[], object]) -> float:
    """Return the seconds of the quickest try, after one that is not counted."""
    found = []
    with numpy.errstate(all="ignore"):
        for _ in range(TRIES + 1):
            begun = time.perf_counter()
            work()
            found.append(time.perf_counter() - begun)
    return min(found[1:])
