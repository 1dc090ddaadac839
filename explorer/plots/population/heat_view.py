"""What a heat map shows: which cells over which axes, of which losses, at which time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from explorer.analysis.populations import LOSS, heat
from explorer.plots.population.reading import (
    Curve,
    chosen_in,
    curves,
    grid_of,
    metric_of,
    note_of,
    population_of,
    record_of,
)

if TYPE_CHECKING:
    import numpy as np

    from explorer.analysis.populations import Chosen, Heat, Population
    from explorer.study.state import State

USUAL: Final = ("zlpr", "bce")  # what is compared at first where both are there


@dataclass(frozen=True, eq=False)
class View:
    """What the heat map shows.

    at: the place of the grid that is shown at left. table: the cells; place: row and column of the one of
    them that is shown, None where it is not among them. main, minus: the losses, minus None for one alone,
    both None where the losses are an axis. values, diverged: (rows, columns).
    """

    population: Population
    metric: str
    record: int
    at: Chosen
    table: Heat
    place: tuple[int, int] | None
    main: Curve | None
    minus: Curve | None
    values: np.ndarray
    diverged: np.ndarray

    @property
    def listed(self) -> bool:
        """Whether the rows are words, which are read from the top; numbers grow upwards."""
        if self.table.y in ("", LOSS):
            return True
        return isinstance(grid_of(self.population).axes[self.table.y][0], str)


def axes_of(state: State, population: Population) -> tuple[str, str] | None:
    """Return the names of the two axes, x and y, y "" where one alone varies; None where none does."""
    found = offered(population)
    if not found:
        return None
    y = state.look.option("population.heat.y")
    x = state.look.option("population.heat.x")
    y = y if y in found and y != x else ""
    x = x if x in found else ""
    usual_y = next((name for name in ("rate", *found) if name in found and name != x), "")
    y = y or (usual_y if len(found) > 1 else "")
    x = x or next(name for name in found if name != y)
    swaps = x == LOSS and not state.look.option("population.heat.x")  # names of losses have room at the left
    return (y, x) if swaps and y else (x, y)


def offered(population: Population) -> tuple[str, ...]:
    """Return what can be an axis: every coordinate that varies, the losses last."""
    grid = grid_of(population)
    names = sorted(grid.axes, key=lambda name: grid.is_of_loss(name))
    return (*names, LOSS) if len(grid.entries) > 1 else tuple(names)


def losses_of(state: State, population: Population) -> tuple[Curve, Curve | None]:
    """Return the loss that is shown and the one that is taken off: ZLPR minus BCE, or the first two."""
    entries = curves(population.experiment)
    first, second = _usual(population, len(entries))
    main = entries[_index(state.look.option("population.heat.loss"), len(entries), first)]
    text = state.look.option("population.heat.minus")
    usual = second if main.place == first else first
    place = _index(text, len(entries), usual if usual < len(entries) else -1)
    none = text == "none" or place in (-1, main.place)
    return main, None if none else entries[place]


def _usual(population: Population, count: int) -> tuple[int, int]:
    """Return the places of the two that are compared at first."""
    keys = [entry.key for entry in grid_of(population).entries]
    if all(key in keys for key in USUAL):
        return keys.index(USUAL[0]), keys.index(USUAL[1])
    return 0, min(1, count)


def _index(text: str, count: int, usual: int) -> int:
    return int(text) if text.isdecimal() and int(text) < count else usual


def view_of(state: State) -> View | None:
    """Return what the heat map shows; None where there is nothing to show."""
    population = population_of(state)
    if population is None or note_of(population):
        return None
    axes, record = axes_of(state, population), record_of(state, population)
    if axes is None or record is None:
        return None
    wanted = state.look.option("population.heat.metric")
    metric = wanted if wanted in population.metrics else metric_of(state, population, 1)
    main, minus = losses_of(state, population)
    at = chosen_in(state, population)
    table = heat(grid_of(population), at, *axes, main.place, None if minus is None else minus.place)
    apart = LOSS not in axes
    return View(
        population=population,
        metric=metric,
        record=record,
        at=at,
        table=table,
        place=_place(at, table, main.place),
        main=main if apart else None,
        minus=minus if apart else None,
        values=table.values(population, metric, record),
        diverged=table.diverged(population),
    )


def _place(at: Chosen, table: Heat, entry: int) -> tuple[int, int] | None:
    """Return row and column of the cell that is shown; a setting of a loss may be open."""
    found: list[int] = []
    for name, laid_out in ((table.y, table.rows), (table.x, table.columns)):
        place = entry if name == LOSS else at.places.get(name, -1) if name else 0
        if place not in laid_out:
            return None
        found.append(laid_out.index(place))
    return found[0], found[1]
