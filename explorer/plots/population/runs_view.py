"""Which runs the list of a population shows: of the cells in sight or of all, in the order of a metric."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.population_runs import Ranking, values_of
from explorer.plots.phrases import listed
from explorer.plots.population.reading import (
    curves,
    metric_of,
    note_of,
    population_of,
    record_of,
    shown_in,
)
from explorer.wording import noted, say

if TYPE_CHECKING:
    from explorer.analysis.populations import Population
    from explorer.plots.population.reading import Curve
    from explorer.study.state import State

RUN: Final = "population.run"  # the option, "cell:seed", and the handle
FIRST: Final = "population.first"  # the rank of the first run in sight, from 0; none: the list at a glance
LISTED: Final = {"shown": noted("Of the curves shown"), "all": noted("Of every cell")}
ORDERS: Final = {"best": noted("Best first"), "worst": noted("Worst first")}
BEST, AROUND, LAST = 3, 1, 1  # runs at a glance: at the top, to either side of the chosen one, at the end
ROWS, ROWS_ENLARGED = 8, 24
LATER: Final = noted("The runs of earlier updates are known when the training has come to its end.")


@dataclass(frozen=True, slots=True)
class Run:
    """One run. rank: counted from 1. seed: counted from the experiment's first, as in `Trajectories`."""

    rank: int
    cell: int
    seed: int


@dataclass(frozen=True, eq=False)
class View:
    """The runs that are listed.

    metrics: keys of the columns, the first of them decides the order, (1 or 2). values: of each metric those
    of every run, (cells, seeds). cells: those whose runs are listed.
    """

    population: Population
    metrics: tuple[str, ...]
    values: tuple[np.ndarray | None, ...]
    cells: tuple[int, ...]
    ranking: Ranking
    rising: bool

    @property
    def count(self) -> int:
        """How many runs are listed."""
        return len(self.ranking.values)

    @property
    def seeds(self) -> int:
        """How many runs a cell has."""
        return self.population.experiment.seeds

    def between(self, first: int, last: int) -> tuple[Run, ...]:
        """Return the runs of the ranks first to last - 1, counted from 0."""
        start = max(first, 0)
        return tuple(
            Run(start + place + 1, self.cells[run // self.seeds], run % self.seeds)
            for place, run in enumerate(self.ranking.between(first, last).tolist())
        )

    def rank_of(self, cell: int, seed: int) -> int | None:
        """Return the rank of a run, counted from 0; None for one that is not listed."""
        if cell not in self.cells or not 0 <= seed < self.seeds:
            return None
        return self.ranking.rank(self.cells.index(cell) * self.seeds + seed)


def view_of(state: State) -> View | None:
    """Return what is listed; None where there is no population, or its runs are not at hand one by one."""
    population = population_of(state)
    record = None if population is None or note_of(population) else record_of(state, population)
    if population is None or record is None:
        return None
    metrics = tuple(dict.fromkeys(metric_of(state, population, slot) for slot in (1, 2)))
    if state.look.option("population.sort.by") == "2":
        metrics = metrics[::-1]
    values = tuple(_values(population, metric, record) for metric in metrics)
    if values[0] is None:
        return None
    cells = _cells(state, population)
    rising = is_better_low(metrics[0]) == (state.look.option("population.sort") != "worst")
    return View(
        population, metrics, values, cells, _ranking(population, metrics[0], record, cells, rising), rising
    )


def is_better_low(metric: str) -> bool:
    """Say whether small numbers of a metric are the good ones."""
    return metric == "loss" or metric.startswith("calibration")


def _cells(state: State, population: Population) -> tuple[int, ...]:
    """Return the cells whose runs are listed, without those that were not trained."""
    if state.look.option("population.runs") == "all":
        cells = tuple(range(len(population.experiment.cells)))
    else:
        cells = tuple(curve.cell for curve in shown_in(state, population))
    return tuple(cell for cell in cells if not population.summary.refused[cell])


@lru_cache(maxsize=4)
def _values(population: Population, metric: str, record: int) -> np.ndarray | None:
    return values_of(population, metric, record)


@lru_cache(maxsize=4)
def _ranking(
    population: Population, metric: str, record: int, cells: tuple[int, ...], rising: bool
) -> Ranking:
    values = _values(population, metric, record)
    found = np.empty(0) if values is None else np.asarray(values, dtype=np.float64)[list(cells)].ravel()
    return Ranking(found, rising)


# What is in sight


def chosen_run(state: State) -> tuple[int, int] | None:
    """Return cell and seed of the run that is chosen; None where none is."""
    cell, _, seed = state.look.option(RUN).partition(":")
    return (int(cell), int(seed)) if cell.isdecimal() and seed.isdecimal() else None


def rows(state: State, view: View, most: int) -> tuple[Run, ...]:
    """Return the runs in sight: from where one has scrolled to, or the list at a glance.

    That is the best, the chosen one with its neighbours, the best of each loss, and the last; then those that
    follow the best, as far as there is room.
    """
    text = state.look.option(FIRST)
    if text.isdecimal():
        first = min(int(text), max(view.count - most, 0))
        return view.between(first, first + most)
    if view.count <= most:
        return view.between(0, most)
    ranks = dict.fromkeys(range(BEST))
    run = chosen_run(state)
    rank = None if run is None else view.rank_of(*run)
    if rank is not None:
        ranks |= dict.fromkeys(range(max(rank - AROUND, 0), min(rank + AROUND + 1, view.count)))
    ranks |= dict.fromkeys(range(view.count - LAST, view.count))
    ranks |= dict.fromkeys(_best_of_each(view))
    ranks |= dict.fromkeys(range(BEST, most))
    return _runs_of(view, sorted(list(ranks)[:most]))


def _best_of_each(view: View) -> list[int]:
    """Return the rank of the best run of each entry that is listed."""
    by_cell = view.ranking.keys.reshape(len(view.cells), view.seeds)
    best: dict[int, int] = {}
    for curve in curves(view.population.experiment):
        places = [place for place, cell in enumerate(view.cells) if _is_of(view, curve, cell)]
        if places:
            run = int(np.argmin(by_cell[places]))
            best[curve.place] = view.ranking.rank(places[run // view.seeds] * view.seeds + run % view.seeds)
    return sorted(best.values())


def _is_of(view: View, curve: Curve, cell: int) -> bool:
    from explorer.plots.population.reading import grid_of

    return int(grid_of(view.population).entry_of[cell]) == curve.place


def _runs_of(view: View, ranks: list[int]) -> tuple[Run, ...]:
    """Return the runs of some ranks, neighbours together: each piece takes one pass."""
    found: list[Run] = []
    start = 0
    for place in range(1, len(ranks) + 1):
        if place == len(ranks) or ranks[place] != ranks[place - 1] + 1:
            found += view.between(ranks[start], ranks[place - 1] + 1)
            start = place
    return tuple(found)


def ranks_in_words(runs: tuple[Run, ...], count: str) -> str:
    """Say which ranks are in sight: "60 in all, ranks 1–3, 20–22, 60"."""
    pieces: list[list[int]] = []
    for run in runs:
        if pieces and pieces[-1][-1] == run.rank - 1:
            pieces[-1].append(run.rank)
        else:
            pieces.append([run.rank])
    written = [f"{piece[0]:,}–{piece[-1]:,}" if len(piece) > 1 else f"{piece[0]:,}" for piece in pieces]
    one = len(runs) == 1
    return say(
        "{count} in all, rank {ranks}" if one else "{count} in all, ranks {ranks}",
        count=count,
        ranks=listed(written),
    )
