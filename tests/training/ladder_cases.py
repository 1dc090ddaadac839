"""Cases that the rungs of the ladder are compared on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from explorer.losses import LOSSES
from explorer.optimizers import OPTIMIZERS
from explorer.training.ladder.rule import Part, Rows, Rule
from explorer.training.models import FREE, LINEAR, PERCEPTRON

if TYPE_CHECKING:
    from explorer.training.models import Model

INPUTS, HIDDEN, ROWS = 4, 3, 6


@dataclass(frozen=True)
class Case:
    """Runs of one rule, each with its own rate, in two parts where there are two runs or more.

    varying: settings of the loss that go from one number to another over the runs, which then are one part.
    """

    loss: str = "zlpr"
    optimizer: str = "adam"
    model: Model = FREE
    runs: int = 5
    classes: int = 7
    updates: int = 3
    decay: float = 0.0
    dtype: str = "float32"
    shared: bool = False  # one row of targets for all runs
    settings: tuple[dict[str, Any], ...] = ({}, {})
    spread: float = 1.5  # of the weights
    varying: tuple[tuple[str, float, float], ...] = ()

    @property
    def rule(self) -> Rule:
        loss, middle = LOSSES[self.loss], self.runs // 3
        made = [_settings(loss, given) for given in self.settings]
        parts = (Part(0, middle, made[0]), Part(middle, self.runs, made[1]))
        return Rule(self.model, loss, OPTIMIZERS[self.optimizer], parts if middle else (parts[1],))

    @property
    def numbers(self) -> dict[str, Any]:
        """What varies, (runs,) each."""
        return {name: np.linspace(low, high, self.runs) for name, low, high in self.varying}

    def varied(self, xp: Any) -> Rule:
        """The rule whose runs are one part, with an array of what varies."""
        settings = dict(_settings(LOSSES[self.loss], self.settings[0]))
        for name, numbers in self.numbers.items():
            settings[name] = xp.asarray(numbers.astype(self.dtype))[:, None, None]
        return replace(self.rule, parts=(Part(0, self.runs, settings),))

    @property
    def one_by_one(self) -> Rule:
        """The same rule with a part for each run."""
        given = [
            {name: float(numbers[run]) for name, numbers in self.numbers.items()} for run in range(self.runs)
        ]
        loss = LOSSES[self.loss]
        parts = [
            Part(run, run + 1, _settings(loss, {**self.settings[0], **own})) for run, own in enumerate(given)
        ]
        return replace(self.rule, parts=tuple(parts))

    @property
    def coefficients(self) -> list[dict[str, Any]]:
        optimizer = OPTIMIZERS[self.optimizer]
        rates = np.linspace(0.02, 0.1, self.runs)[:, None, None]
        return [
            optimizer.coefficients(count, rates, self.decay, **optimizer.settings())
            for count in range(1, self.updates + 1)
        ]

    def arrays(self, xp: Any) -> tuple[Any, ...]:
        """Weights, slots and rows, as `advance` takes them."""
        random = np.random.default_rng(3)

        def array(values: Any) -> Any:
            return xp.asarray(np.asarray(values, dtype=self.dtype))

        rows = 1 if self.model is FREE else ROWS
        shapes = {
            FREE: [(1, self.classes)],
            LINEAR: [(INPUTS, self.classes)],
            PERCEPTRON: [(INPUTS, HIDDEN), (HIDDEN + 1, self.classes)],
        }[self.model]
        weights = tuple(
            array(self._in_domain(random.normal(0.0, self.spread, (self.runs, *s)))) for s in shapes
        )
        names = OPTIMIZERS[self.optimizer].slots
        slots = tuple(tuple(xp.abs(weight) for _ in names) for weight in weights)
        features = None if self.model is FREE else array(random.normal(size=(1, rows, INPUTS)))
        shape = (1 if self.shared else self.runs, rows, self.classes)
        targets, other = array(_targets(self.loss, random, shape)), array(random.normal(size=shape))
        loss = LOSSES[self.loss]
        uses = loss.other_parameter is not None or loss.takes_other_logits
        return weights, slots, Rows(features, targets, other if uses else None)

    def _in_domain(self, numbers: Any) -> Any:
        kind = LOSSES[self.loss].inputs[0]
        if kind == "cosines":
            return np.tanh(numbers)
        return 1.0 / (1.0 + np.exp(-numbers)) if kind == "predictions" else numbers


VARIED = (
    Case(loss="smoothed_zlpr", varying=(("epsilon", 0.0, 1.0),), dtype="float64"),
    Case(loss="smoothed_bce", varying=(("epsilon", 0.0, 1.0),), dtype="float64", shared=True),
    Case(loss="label_smoothing", varying=(("epsilon", 0.0, 0.5),), dtype="float64"),
    Case(loss="cross_entropy", varying=(("temperature", 0.5, 3.0),), dtype="float64"),
    Case(loss="bce", varying=(("pos_weight", 0.5, 3.0), ("weight", 0.1, 2.0)), dtype="float64"),
    Case(loss="focal", varying=(("gamma", 0.0, 5.0), ("alpha", -0.5, 0.9)), dtype="float64"),
    Case(loss="asl", varying=(("clip", 0.0, 0.4), ("floor", 0.0, 0.1)), dtype="float64"),
)
"""Cases of what the kernel of a graphics card knows too."""


def _settings(loss: Any, given: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in loss.settings(**given).items() if name != loss.other_parameter}


def _targets(key: str, random: np.random.Generator, shape: tuple[int, ...]) -> Any:
    if LOSSES[key].labels.is_one:
        return (np.arange(shape[-1]) == random.integers(0, shape[-1], (*shape[:2], 1))).astype(float)
    targets = (random.random(shape) < 0.3).astype(float)
    targets[..., 0] = 1.0
    return targets


def flat(answer: tuple[Any, Any]) -> list[Any]:
    """Weights and slots as NumPy's arrays, one after the other."""
    weights, slots = answer
    return [np.asarray(array) for array in (*weights, *(array for each in slots for array in each))]


def difference(first: tuple[Any, Any], second: tuple[Any, Any]) -> float:
    """The largest difference of two answers, relative to 1 and more; infinite where one alone is NaN."""
    pairs = list(zip(flat(first), flat(second), strict=True))
    if any((np.isnan(one) != np.isnan(other)).any() for one, other in pairs):
        return float("inf")
    return max(
        float(np.nanmax(np.abs(one - other) / np.maximum(1.0, np.abs(other)), initial=0.0))
        for one, other in pairs
    )
