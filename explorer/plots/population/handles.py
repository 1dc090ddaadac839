"""What the handles of a population's figures do: the cursor of time, and the frame of the heat map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.populations import LOSS
from explorer.plots import numbers
from explorer.plots.move import Move
from explorer.plots.population import heat_view, runs_view, updates
from explorer.plots.population.heat import CELL
from explorer.plots.population.reading import AT, SIDES, TIME, furthest, grid_of, population_of, record_of
from explorer.plots.population.ribbons import CURSOR
from explorer.plots.population.runs import run_at
from explorer.plots.population.runs_view import RUN
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.analysis.populations import Population
    from explorer.plots.population.heat_view import View
    from explorer.plots.population.runs_view import Run
    from explorer.study.state import State

PER_AMOUNT: Final = 10  # records for an amount of 1, so that a plain key goes one further


def move(state: State, handle_id: str, position: tuple[float, float]) -> Move | None:
    """Bring the cursor to the nearest record, or the frame to a tile."""
    x, y = position
    if handle_id == CURSOR:
        population = furthest(state)
        return None if population is None else _go(state, population, _nearest(state, population, x))
    if handle_id == RUN:
        return _choose_run(state, run_at(state, round(y)))
    return frame(state, round(y), round(x)) if handle_id == CELL else None


def nudge(state: State, handle_id: str, amount: float) -> Move | None:
    """Move the cursor by records, the frame by columns."""
    if handle_id == CURSOR:
        population = furthest(state)
        record = None if population is None else record_of(state, population)
        if population is None or record is None:
            return None
        return _go(state, population, record + _steps(amount, PER_AMOUNT))
    return _stepped(state, 0, _steps(amount, 1)) if handle_id == CELL else None


def nudge_up(state: State, handle_id: str, amount: float) -> Move | None:
    """Move the frame by rows, or choose the run above or below."""
    if handle_id == RUN:
        return _next_run(state, -_steps(amount, PER_AMOUNT))
    view = heat_view.view_of(state) if handle_id == CELL else None
    if view is None:
        return None
    return _stepped(state, _steps(-amount if view.listed else amount, 1), 0)


def newest(state: State) -> Move:
    """Look at the last record there is, and go along with a running population."""
    look = state.look.with_option(TIME, "")
    return Move(replace(state, look=look), say("Go to the newest update"), CURSOR)


def _steps(amount: float, most: int) -> int:
    """Return how many places a key goes: one, with Shift `most`."""
    size = max(round(abs(amount) * most), 1)
    return size if amount > 0 else -size


# The cursor


def _nearest(state: State, population: Population, x: float) -> int:
    most = max(each.experiment.updates for side in SIDES if (each := population_of(state, side)) is not None)
    recorded = population.summary.updates[: population.summary.reached]
    return updates.nearest(x, recorded, updates.scale_of(state, most))


def _go(state: State, population: Population, record: int) -> Move:
    """Look at a record; at the last one reached the cursor goes along with a running population."""
    last = population.summary.reached - 1
    record = min(max(record, 0), last)
    update = int(population.summary.updates[record])
    look = state.look.with_option(TIME, "" if record == last else str(update))
    return Move(replace(state, look=look), say("Go to update {update}", update=numbers.count(update)), CURSOR)


# The frame


def frame(state: State, row: int, column: int) -> Move | None:
    """Show the cell of a tile at left; None where no cell is there."""
    view = heat_view.view_of(state)
    if view is None:
        return None
    rows, columns = view.values.shape
    if not (0 <= row < rows and 0 <= column < columns) or view.table.cells[row, column] < 0:
        return None
    look = state.look
    grid = grid_of(view.population)
    for name, place in ((view.table.x, view.table.columns[column]), (view.table.y, view.table.rows[row])):
        if name == LOSS:
            look = look.with_option("population.heat.loss", str(place))
        elif name:
            look = look.with_option(AT + name, str(grid.axes[name][place]))
    return Move(replace(state, look=look), say("Show a cell"), CELL)


def _stepped(state: State, up: int, across: int) -> Move | None:
    """Move the frame over places without a cell to the next that has one, stopping at the edge."""
    view = heat_view.view_of(state)
    if view is None:
        return None
    row, column = view.place or _first(view)
    rows, columns = view.values.shape
    while True:
        row, column = row + up, column + across
        if not (0 <= row < rows and 0 <= column < columns):
            return None
        if view.table.cells[row, column] >= 0:
            return frame(state, row, column)


def _first(view: View) -> tuple[int, int]:
    row, column = np.argwhere(view.table.cells >= 0)[0].tolist()
    return row, column


# The list of runs


def _choose_run(state: State, run: Run | None) -> Move | None:
    if run is None:
        return None
    look = state.look.with_option(RUN, f"{run.cell}:{run.seed}")
    return Move(replace(state, look=look), say("Choose a run"), RUN)


def _next_run(state: State, step: int) -> Move | None:
    """Choose the run so many ranks further down; without a chosen one the first in sight."""
    view, chosen = runs_view.view_of(state), runs_view.chosen_run(state)
    if view is None:
        return None
    rank = None if chosen is None else view.rank_of(*chosen)
    if rank is None:
        return _choose_run(state, run_at(state, 0))
    at = min(max(rank + step, 0), view.count - 1)
    found = view.between(at, at + 1)
    return _choose_run(state, found[0]) if found else None


def scrolled(state: State, lines: int) -> State:
    """Return the state with the list of runs scrolled by lines; above its start it is at a glance again."""
    view = runs_view.view_of(state)
    if view is None:
        return state
    now = state.look.option(runs_view.FIRST)
    first = (int(now) if now.isdecimal() else -1) + lines
    last = max(view.count - runs_view.ROWS, 0)
    look = state.look.with_option(runs_view.FIRST, "" if first < 0 else str(min(first, last)))
    return replace(state, look=look)
