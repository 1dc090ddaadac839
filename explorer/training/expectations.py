"""Whether an experiment shows what it is expected to show."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy

from explorer.training.summary import SPREAD
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explorer.training.experiment import Cell, Expectation, Experiment, Value
    from explorer.training.summary import Summary

    Coordinates = Iterable[tuple[str, Value]]

MEDIAN: Final = SPREAD.index(0.5)
SLACK: Final = 1e-12  # of a tolerance, for what is lost by writing a number in decimals


class SelectionFailure(ValueError):  # noqa: N818  named as the failures of specifications are
    """Why the cells of an expectation cannot be told."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found of one expectation.

    cells: the cells that were judged, measured: the number farthest from what is expected among them; NaN
    where there is none, which never holds. reached: whether all runs have come as far as its update.
    """

    expectation: Expectation
    measured: float
    holds: bool
    cells: tuple[int, ...]
    reached: bool = True

    @property
    def expected(self) -> str:
        """What is expected, in words: "0.33 ± 0.05", "above 0.1"."""
        held = self.expectation
        if held.side == "within":
            return f"{held.value:.10g} ± {held.tolerance:.2g}" if held.tolerance else f"{held.value:.10g}"
        value = f"{held.value:.10g}"
        return (
            say("above {value}", value=value) if held.side == "above" else say("below {value}", value=value)
        )

    @property
    def what(self) -> str:
        """What is measured, in words: "micro_f1 of loss zlpr, less loss bce, at update 100"."""
        held = self.expectation
        of = f" of {_words(held.where)}" if held.where else ""
        less = f", less {_words(held.minus)}," if held.minus else ""
        return f"{held.metric}{of}{less} at update {held.update}"

    @property
    def word(self) -> str:
        """Holds, fails, or not reached."""
        if not self.reached:
            return "not reached"
        return "holds" if self.holds else "fails"


def judge(experiment: Experiment, summary: Summary) -> tuple[Verdict, ...]:
    """Return a verdict for each expectation of the experiment, in order.

    The median over the seeds that have not diverged is judged, in every cell that `where` names, less that of
    its partner where `minus` names one: all of them have to hold. What the population has not come to yet
    does not hold, and says that it is not reached.
    """
    return tuple(_judged(expectation, experiment, summary) for expectation in experiment.expected)


def _judged(expectation: Expectation, experiment: Experiment, summary: Summary) -> Verdict:
    chosen = pairs(expectation, experiment)
    if expectation.update in summary.updates[summary.reached :]:
        return Verdict(expectation, math.nan, False, tuple(cell for cell, _ in chosen), reached=False)
    found = [_median(expectation, summary, cell) for cell, _ in chosen]
    taken = [0.0 if other is None else _median(expectation, summary, other) for _, other in chosen]
    numbers = [mine - other for mine, other in zip(found, taken, strict=True)]
    measured = max(numbers, key=lambda number: _misses_by(expectation, number))
    holds = _misses_by(expectation, measured) <= SLACK
    return Verdict(expectation, measured, holds, tuple(cell for cell, _ in chosen))


def pairs(expectation: Expectation, experiment: Experiment) -> list[tuple[int, int | None]]:
    """Return the cells that are named, each with the one that is taken off.

    The partner has the coordinates of `minus`, and in all else those of its cell. Raises SelectionFailure
    where no cell is named, or no or several partners.
    """
    cells = [cell for cell in experiment.cells if _agrees(cell, expectation.where)]
    if not cells:
        message = say(
            "no cell has {place}; the grid has {grid}",
            place=_words(expectation.where),
            grid=_grid(experiment),
        )
        raise SelectionFailure(message)
    if not expectation.minus:
        return [(cell.index, None) for cell in cells]
    return [(cell.index, _partner(cell, expectation, experiment)) for cell in cells]


def _partner(cell: Cell, expectation: Expectation, experiment: Experiment) -> int:
    named = dict(expectation.minus)
    kept = [(name, value) for name, value in cell.coordinates.items() if name not in named]
    candidates = [each for each in experiment.cells if _agrees(each, named.items())]
    candidates = [each for each in candidates if _agrees(each, kept, strictly=False)]
    if len(candidates) != 1:
        message = say(
            "minus: {count} cells have {place} and else agree with {other}; allowed: exactly one",
            count=len(candidates),
            place=_words(expectation.minus),
            other=_words(cell.coordinates.items()),
        )
        raise SelectionFailure(message)
    return candidates[0].index


def _agrees(cell: Cell, coordinates: Coordinates, *, strictly: bool = True) -> bool:
    """Whether a cell has these coordinates; what it does not have at all counts only strictly."""
    own = cell.coordinates
    return all(own[name] == value if name in own else not strictly for name, value in coordinates)


def _median(expectation: Expectation, summary: Summary, cell: int) -> float:
    """Return the median of a cell at the update that is asked for; NaN where it is not recorded."""
    ribbon = summary.ribbons.get(expectation.metric)
    records = numpy.flatnonzero(summary.updates == expectation.update)
    return math.nan if ribbon is None or not len(records) else float(ribbon[records[0], cell, MEDIAN])


def _misses_by(expectation: Expectation, number: float) -> float:
    """How far a number is from what is expected, 0 or less where it holds; infinite for NaN."""
    if math.isnan(number):
        return math.inf
    if expectation.side == "above":
        return expectation.value - number if number != expectation.value else math.inf
    if expectation.side == "below":
        return number - expectation.value if number != expectation.value else math.inf
    return abs(number - expectation.value) - expectation.tolerance


def _words(coordinates: Coordinates) -> str:
    return ", ".join(f"{name} {value}" for name, value in coordinates) or say("nothing")


def _grid(experiment: Experiment) -> str:
    losses = tuple(dict.fromkeys(cell.loss for cell in experiment.cells))
    axes = {"loss": losses, **experiment.axes}
    return "; ".join(f"{name} {', '.join(map(str, values))}" for name, values in axes.items())
