"""The chosen run among the ribbons: its own course, from the result that keeps every run."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.plots import numbers
from explorer.plots.figure import EndLabel, Line, Points
from explorer.plots.phrases import stated
from explorer.plots.population import updates
from explorer.plots.population.reading import SIDES, population_of
from explorer.plots.population.runs_view import chosen_run
from explorer.plots.population.words import digits_for
from explorer.wording import noted, say

if TYPE_CHECKING:
    from explorer.analysis.populations import Population
    from explorer.plots.figure import Mark
    from explorer.plots.population.reading import Side
    from explorer.plots.population.ribbons_view import View
    from explorer.study.state import State

WIDTH: Final = 0.9  # of its line: half of a median's
DIGITS: Final = 3
LATER: Final = noted("the chosen run is drawn when the training has come to its end")
ELSEWHERE: Final = noted("the chosen run is of another cell")


def words(state: State, view: View, side: Side) -> str:
    """Say which run is drawn, or why the chosen one is not; "" where none is chosen."""
    chosen = _chosen(state, view, side)
    if chosen is None:
        return ""
    if chosen[0] not in (curve.cell for curve in view.curves):
        return say(ELSEWHERE)
    if view.population.run is None:
        return say(LATER)
    return say("the thin line is {run}", run=_name(view, *chosen))


def marks(state: State, view: View, side: Side, record: int) -> tuple[tuple[Mark, ...], tuple[EndLabel, ...]]:
    """Return the line of the chosen run with its place at a record, and its label; nothing where none is."""
    chosen = _chosen(state, view, side)
    found = None if chosen is None else _course(view.population, view.metric, *chosen)
    if chosen is None or found is None or chosen[0] not in (curve.cell for curve in view.curves):
        return (), ()
    x, course = updates.places(view.updates, view.scale), found[: len(view.updates)]
    line = Line(x=x, y=course, width=WIDTH)
    value = float(course[record])
    if not np.isfinite(value):
        return (line,), ()
    spot = Points(x=x[record : record + 1], y=course[record : record + 1], size=6.0)
    text = f"{_seed(view, chosen[1])} {numbers.fixed(value, max(DIGITS, digits_for([value])))}"
    return (line, spot), (EndLabel(y=value, text=text, colour="ink"),)


def _chosen(state: State, view: View, side: Side) -> tuple[int, int] | None:
    """Return cell and seed of the run that is chosen of this population; the other one's have no list."""
    chosen = chosen_run(state) if side == SIDES[0] and population_of(state) is not None else None
    experiment = view.population.experiment
    if chosen is None or chosen[0] >= len(experiment.cells) or chosen[1] >= experiment.seeds:
        return None
    return chosen


@lru_cache(maxsize=16)
def _course(population: Population, metric: str, cell: int, seed: int) -> np.ndarray | None:
    """Return a metric of one run at every record; None where the runs are not at hand."""
    if population.run is None:
        return None
    return np.asarray(population.run(metric, cell, seed), dtype=np.float64)


def _name(view: View, cell: int, seed: int) -> str:
    """Name a run: "BCE, seed 3"."""
    label = next(curve.label for curve in view.curves if curve.cell == cell)
    return stated((label, _seed(view, seed)))


def _seed(view: View, seed: int) -> str:
    return say("seed {seed}", seed=numbers.count(view.population.experiment.seed + seed))
