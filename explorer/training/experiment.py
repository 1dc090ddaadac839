"""An experiment: a request to train a grid of small problems, as frozen data."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from explorer.wording import language, noted, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Value = float | int | str | tuple[float, ...]
Axes = tuple[tuple[str, tuple[Value, ...]], ...]
"""Name -> the values that it runs through, sorted by name; one value is no axis."""

DTYPES: Final = ("float32", "float64")
UNNAMED: Final = (noted("Experiment"), noted("Population"))  # titles that nobody gave


@dataclass(frozen=True, slots=True)
class TaskChoice:
    """Which task (a key of `training.tasks.TASKS`) with which settings; settings left out are default."""

    kind: str = "linear"
    settings: Axes = ()


@dataclass(frozen=True, slots=True)
class LossChoice:
    """Which loss (a key of the catalogue) with which settings."""

    key: str
    settings: Axes = ()


@dataclass(frozen=True, slots=True)
class OptimizerChoice:
    """Which optimizer with which learning rates, weight decays and settings of its own."""

    key: str = "adam"
    rates: tuple[float, ...] = (0.05,)
    decays: tuple[float, ...] = (0.0,)
    settings: Axes = ()


@dataclass(frozen=True, slots=True)
class Schedule:
    """How the learning rate changes: a key of `training.schedules.SCHEDULES` and its settings.

    warm_up: updates over which the rate rises evenly from 0 to what the schedule says.
    """

    kind: str = "constant"
    settings: tuple[tuple[str, float], ...] = ()
    warm_up: int = 0


@dataclass(frozen=True, slots=True)
class Recording:
    """What is kept: at which updates (0 is the start), and which metrics (none named: all of the task).

    Without `updates`, `count` of them are spread over the whole, evenly or, with `logarithmic`, densely at
    first. raw: also the logits of every run at those updates.
    """

    updates: tuple[int, ...] = ()
    count: int = 60
    logarithmic: bool = True
    metrics: tuple[str, ...] = ()
    raw: bool = False


@dataclass(frozen=True, slots=True)
class Expectation:
    """What an experiment should show: the median over seeds of a metric in the cells that are named.

    where: coordinates of the cells, name and value as in `Cell.coordinates`. minus: coordinates of the cells
    whose median is taken off, none for the metric itself. value, tolerance: the median lies within tolerance
    of the value; with `above` or `below` instead it lies on that side. source: where the value is from.
    """

    metric: str
    where: tuple[tuple[str, Value], ...]
    update: int
    value: float
    tolerance: float = 0.0
    side: str = "within"
    minus: tuple[tuple[str, Value], ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One place of the grid; an experiment trains `seeds` runs in each.

    task: every setting of the task that was given. settings: those of the loss, hyper: of the optimizer.
    """

    index: int
    task: Mapping[str, Value]
    loss: str
    settings: Mapping[str, Value]
    optimizer: str
    rate: float
    decay: float
    hyper: Mapping[str, Value]

    @property
    def coordinates(self) -> dict[str, Value]:
        """Name -> value: "loss", "optimizer", "rate", "decay", and every setting under its own name.

        A loss's setting is named KEY.NAME as on the command line ("smoothed_zlpr.epsilon"), an optimizer's
        too ("adam.beta1"); a task's goes by its bare name ("classes").
        """
        own = {f"{self.loss}.{name}": value for name, value in self.settings.items()}
        hyper = {f"{self.optimizer}.{name}": value for name, value in self.hyper.items()}
        return {
            **self.task,
            "loss": self.loss,
            **own,
            "optimizer": self.optimizer,
            "rate": self.rate,
            "decay": self.decay,
            **hyper,
        }


@dataclass(frozen=True)
class Experiment:
    """A grid: task x losses x optimizers x learning rates, each place trained from `seeds` seeds.

    updates: optimizer steps. seed: the first seed; run j of every cell starts from seed + j, so that all
    cells share starts and data. batch: rows of a mini-batch, 0 for all rows. noise: the share of labels that
    is flipped anew at each update. dtype: one of DTYPES. words: title and about in other languages, each
    (language, "title" or "about", text).
    """

    title: str = "Experiment"
    task: TaskChoice = TaskChoice()
    losses: tuple[LossChoice, ...] = (LossChoice("zlpr"), LossChoice("bce"))
    optimizers: tuple[OptimizerChoice, ...] = (OptimizerChoice(),)
    schedule: Schedule = Schedule()
    updates: int = 400
    seeds: int = 20
    seed: int = 0
    batch: int = 0
    noise: float = 0.0
    dtype: str = "float32"
    recording: Recording = Recording()
    about: str = ""
    source: str = ""
    words: tuple[tuple[str, str, str], ...] = ()
    expected: tuple[Expectation, ...] = ()
    small: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}), hash=False)

    @property
    def said_title(self) -> str:
        """The title in the language in use, where it has one there."""
        return say(self.title) if self.title in UNNAMED else self._in_words("title", self.title)

    @property
    def said_about(self) -> str:
        """What it is about in the language in use, where that is there."""
        return self._in_words("about", self.about)

    def _in_words(self, key: str, english: str) -> str:
        now = language()
        found = (text for spoken, name, text in self.words if (spoken, name) == (now, key))
        return next(found, english)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Every place of the grid: the task's settings slowest, then losses, optimizers, rates."""
        grid = product(
            _choices(self.task.settings),
            ((loss, settings) for loss in self.losses for settings in _choices(loss.settings)),
            (
                (optimizer, hyper, decay, rate)
                for optimizer in self.optimizers
                for hyper in _choices(optimizer.settings)
                for decay in optimizer.decays
                for rate in optimizer.rates
            ),
        )
        return tuple(
            Cell(index, task, loss.key, settings, optimizer.key, rate, decay, hyper)
            for index, (task, (loss, settings), (optimizer, hyper, decay, rate)) in enumerate(grid)
        )

    @property
    def runs(self) -> int:
        """How many runs there are in all."""
        return len(self.cells) * self.seeds

    @property
    def axes(self) -> dict[str, tuple[Value, ...]]:
        """The coordinates that take more than one value over the cells, with their values in order."""
        found: dict[str, dict[Value, None]] = {}
        for cell in self.cells:
            for name, value in cell.coordinates.items():
                found.setdefault(name, {})[value] = None
        return {name: tuple(values) for name, values in found.items() if len(values) > 1}


def _choices(axes: Axes) -> Iterator[Mapping[str, Value]]:
    names = [name for name, _ in axes]
    for values in product(*(values for _, values in axes)):
        yield MappingProxyType(dict(zip(names, values, strict=True)))
