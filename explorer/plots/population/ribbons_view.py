"""What a card of ribbons shows: whose curves of which metric, and how high its axis is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.plots.limits import fitted
from explorer.plots.population import updates
from explorer.plots.population.reading import (
    SIDES,
    Curve,
    metric_of,
    note_of,
    population_of,
    shown_in,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from explorer.analysis.populations import Population
    from explorer.plots.limits import Limits
    from explorer.plots.population.reading import Side
    from explorer.plots.population.updates import Scale
    from explorer.plots.population.words import Words
    from explorer.study.state import State

LEAST_SHARE: Final = 0.2  # of the range of a metric that an axis has from the first record on
LEAST: Final = 0.1  # of an axis whose metric has no such range
FLAT: Final = 20.0  # how much smaller than that all curves are where the axis is theirs alone
FARTHEST: Final = 1e6  # no axis reaches further
OUTLYING: Final = 3.0  # heights of all middle halves: ranges beyond do not decide how high the axis is


@dataclass(frozen=True, eq=False)
class View:
    """What one card of ribbons shows.

    metric: the key of what is shown. spreads: of each curve the quantiles, (records reached, 5).
    """

    population: Population
    metric: str
    curves: tuple[Curve, ...]
    spreads: tuple[np.ndarray, ...]
    scale: Scale

    @property
    def updates(self) -> np.ndarray:
        """The updates of the records that are reached."""
        summary = self.population.summary
        return summary.updates[: summary.reached]


def view_of(state: State, slot: int, side: Side) -> View | None:
    """Return what a card shows; None where there is nothing to show.

    The metric is that of the population itself, also beside it, where both have it.
    """
    population = population_of(state, side)
    if population is None or note_of(population):
        return None
    main = population_of(state)
    metric = metric_of(state, main if main is not None and main.metrics else population, slot)
    if metric not in population.metrics:
        metric = metric_of(state, population, slot)
    summary = population.summary
    shown = shown_in(state, population)
    spreads = tuple(summary.ribbons[metric][: summary.reached, curve.cell] for curve in shown)
    return View(population, metric, shown, spreads, updates.scale_of(state, most_updates(state)))


def most_updates(state: State) -> int:
    """Return how long the longer experiment is: both have one axis."""
    found = [population for side in SIDES if (population := population_of(state, side)) is not None]
    return max((population.experiment.updates for population in found), default=1)


def depends(state: State) -> Hashable:
    """Return what of the state the figures of a population are about."""
    options = tuple(pair for pair in state.look.options if pair[0].startswith("population."))
    return tuple(state.results.get(side) for side in SIDES), options


def limits(words: Words, views: Sequence[View]) -> Limits:
    """Hold what has been recorded so far, and the end of the metric's range that is a number.

    Records are never taken back, so that the axis of a running population only grows, and in steps of its
    ticks. A few runs far out do not press all others flat: their range leaves the plot.
    """
    halves = _extent([spread[:, 1:4] for view in views for spread in view.spreads])
    ranges = _extent([spread for view in views for spread in view.spreads])
    low = words.low if np.isfinite(words.low) else halves[0]
    reach = OUTLYING * (halves[1] - min(low, halves[0]))
    low = min(low, halves[0], max(ranges[0], halves[0] - reach))
    high = max(halves[1], min(ranges[1], halves[1] + reach))
    least = _least(words)
    if high - low > least / FLAT or high <= low:
        high = max(high, low + least)
    return fitted(max(low, -FARTHEST), min(high, FARTHEST))


def _least(words: Words) -> float:
    """Return how far an axis reaches at least: a part of what the metric can be, where that is known."""
    span = words.high - words.low
    return LEAST_SHARE * span if np.isfinite(span) else LEAST


def _extent(arrays: Sequence[np.ndarray]) -> Limits:
    finite = [array[np.isfinite(array)] for array in arrays]
    low = min((float(array.min()) for array in finite if array.size), default=0.0)
    return low, max((float(array.max()) for array in finite if array.size), default=low)
