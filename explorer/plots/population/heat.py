"""The heat map: medians of a metric over two settings, of one loss or of one minus another.

A click on a tile shows that cell in the ribbons. One loss lies on the neutral ramp; a difference runs from
one loss's hue through the card's colour to the other's, alike to both sides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.analysis.populations import LOSS, heat
from explorer.plots import numbers
from explorer.plots.figure import (
    Axis,
    Figure,
    Handle,
    Margins,
    Place,
    Ramp,
    Text,
    Tick,
    Tiles,
    Unit,
)
from explorer.plots.limits import fitted
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
from explorer.plots.population.words import axis_words, digits_for, metric_words, value_words

if TYPE_CHECKING:
    from explorer.analysis.populations import Chosen, Heat, Population
    from explorer.plots.limits import Limits
    from explorer.study.state import State

KEY: Final = "population_heat"
TITLE: Final = "Heat map"
CELL: Final = "population.cell"  # the handle
NUMBERED: Final = 12  # rows and columns up to which every tile has its number
MOST_TICKS: Final = 12
LETTER: Final = 6.2  # pixels of a letter at an axis, rather more than less
LEFT: Final = (40.0, 120.0)  # of the margin, for the names of the rows
TOP, RIGHT, BELOW = 28.0, 12.0, 74.0
KEY_LEFT, KEY_WIDTH, KEY_TOP = 30.0, 150.0, -20.0
OUTLINED: Final = "outlined: shown at left"
ONE_CELL: Final = "One cell alone: there is nothing to compare. Give a setting several values, or add a loss."
SAME_HUE: Final = ("ramp_high", "card")  # for the loss that is taken off, where both have one hue


@dataclass(frozen=True, eq=False)
class View:
    """What the heat map shows.

    table: the cells; place: row and column of the one that is shown at left, None where it has none. main,
    minus: the losses, minus None for one alone, both None where the losses are an axis. values, diverged:
    (rows, columns).
    """

    population: Population
    metric: str
    record: int
    table: Heat
    place: tuple[int, int] | None
    main: Curve | None
    minus: Curve | None
    values: np.ndarray
    diverged: np.ndarray


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
    return x, y


def offered(population: Population) -> tuple[str, ...]:
    """Return what can be an axis: every coordinate that varies, the losses last."""
    grid = grid_of(population)
    names = sorted(grid.axes, key=lambda name: grid.is_of_loss(name))
    return (*names, LOSS) if len(grid.entries) > 1 else tuple(names)


def losses_of(state: State, population: Population) -> tuple[Curve, Curve | None]:
    """Return the loss that is shown and the one that is taken off: the first minus the second at first."""
    entries = curves(population.experiment)
    main = entries[_index(state.look.option("population.heat.loss"), len(entries), 0)]
    text = state.look.option("population.heat.minus")
    usual = 1 if main.place == 0 else 0
    place = _index(text, len(entries), usual if usual < len(entries) else -1)
    none = text == "none" or place in (-1, main.place)
    return main, None if none else entries[place]


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
    at = chosen_in(state, population, tuple(name for name in axes if name != LOSS))
    table = heat(grid_of(population), at, *axes, main.place, None if minus is None else minus.place)
    apart = LOSS not in axes
    return View(
        population=population,
        metric=metric,
        record=record,
        table=table,
        place=_place(at, axes, main.place),
        main=main if apart else None,
        minus=minus if apart else None,
        values=table.values(population, metric, record),
        diverged=table.diverged(population),
    )


def _place(at: Chosen, axes: tuple[str, str], entry: int) -> tuple[int, int] | None:
    """Return row and column of the cell that is shown; a setting of a loss may be open."""
    places = [entry if name == LOSS else at.places.get(name, -1) if name else 0 for name in axes]
    return None if -1 in places else (places[1], places[0])


def figure(state: State) -> Figure:
    """Return the heat map; a note where there is none."""
    view = view_of(state)
    if view is None:
        population = population_of(state)
        return _empty(note_of(population) or ONE_CELL)
    words, (rows, columns) = metric_words(view.metric), view.values.shape
    labels = _labels(view, view.table.x), _labels(view, view.table.y)
    update = numbers.count(int(view.population.summary.updates[view.record]))
    low, high = _limits(view)
    experiment = view.population.experiment
    rows_of = axis_words(experiment, view.table.y) if view.table.y else ""
    return Figure(
        key=KEY,
        title=_title(view, words.title),
        subtitle=f"{words.axis} after {update} updates"
        if view.main is not None
        else f"after {update} updates",
        corner=_corner(view),
        has_menu=True,
        x=Axis(low=-0.5, high=columns - 0.5, ticks=_ticks(labels[0])),
        y=Axis(
            low=-0.5,
            high=rows - 0.5,
            title=f"↑ {rows_of}" if rows_of else "",
            ticks=_ticks(labels[1]),
            names=view.table.y in (LOSS, "optimizer"),
        ),
        margins=Margins(left=_left(labels[1]), top=TOP, right=RIGHT, bottom=BELOW),
        marks=(_tiles(view, low, high),),
        still=_key(view, low, high),
        handles=_handles(view, labels),
        description=_description(view, labels, words.title),
    )


def _empty(note: str) -> Figure:
    axis = Axis(low=0.0, high=1.0)
    return Figure(key=KEY, title=TITLE, x=axis, y=axis, note=note, description=note)


# Axes and colours


def _labels(view: View, name: str) -> tuple[str, ...]:
    """Return the words of every value of an axis."""
    if not name:
        return ("",)
    experiment = view.population.experiment
    if name == LOSS:
        return tuple(curve.label for curve in curves(experiment))
    values: Any = grid_of(view.population).values(name)
    return tuple(value_words(experiment, name, value) for value in values)


def _ticks(labels: tuple[str, ...]) -> tuple[Tick, ...]:
    """Return the words of the rows or columns; of many every second, third and so on."""
    step = -(-len(labels) // MOST_TICKS)
    return tuple(Tick(float(place), labels[place]) for place in range(0, len(labels), step))


def _left(labels: tuple[str, ...]) -> float:
    return min(max(LETTER * max(map(len, labels)) + 14.0, LEFT[0]), LEFT[1])


def _limits(view: View) -> Limits:
    """Return the ends of the ramp: alike to both sides of a difference, else the metric's own where it has.

    A metric whose range is known keeps its ramp at all times, so that colours can be compared while the
    cursor is dragged.
    """
    words, population = metric_words(view.metric), view.population
    bounded = np.isfinite(words.low) and np.isfinite(words.high)
    records = range(population.summary.reached) if bounded else (view.record,)
    seen = [view.table.values(population, view.metric, record) for record in records]
    finite = np.concatenate([values[np.isfinite(values)] for values in seen])
    if view.minus is not None:
        most = fitted(0.0, float(np.abs(finite).max(initial=0.0)) or 1.0, 4)[1]
        return -most, most
    if not finite.size:
        return 0.0, 1.0
    low = words.low if np.isfinite(words.low) else float(finite.min())
    return fitted(min(low, float(finite.min())), max(float(finite.max()), low + 1e-9), 4)


def _colours(view: View) -> tuple[str, ...]:
    if view.minus is None or view.main is None:
        return ("card", "ramp_high")
    family, other = view.main.look.family, view.minus.look.family
    return (other if other != family else SAME_HUE[0], "card", family)


def _tiles(view: View, low: float, high: float) -> Tiles:
    shows = max(view.values.shape) <= NUMBERED
    texts, below = _texts(view), _lost(view)
    return Tiles(
        values=view.values,
        low=low,
        high=high,
        colours=_colours(view),
        texts=texts if shows else (),
        below=below if shows else (),
    )


def _texts(view: View) -> tuple[tuple[str, ...], ...]:
    digits = digits_for(view.values.ravel().tolist())
    return tuple(
        tuple(
            "" if cell < 0 else _written(view, value, digits) for value, cell in zip(row, cells, strict=True)
        )
        for row, cells in zip(view.values.tolist(), view.table.cells.tolist(), strict=True)
    )


def _written(view: View, value: float, digits: int) -> str:
    return (numbers.fixed if view.minus is None else numbers.signed)(value, digits)


def _lost(view: View) -> tuple[tuple[str, ...], ...]:
    """Count the runs that diverged, under the number of each tile."""
    if not view.diverged.any():
        return ()
    return tuple(
        tuple(f"{numbers.count(count)} div." if count else "" for count in row)
        for row in view.diverged.tolist()
    )


def _key(view: View, low: float, high: float) -> tuple[Text | Ramp, ...]:
    """Return the words under the map: the x axis, the ramp with its ends, what the frame means."""
    bottom = Place(1.0, 0.0, across=Unit.CARD, up=Unit.CARD, dx=-RIGHT, dy=KEY_TOP + 4.0)
    across = Place(1.0, 0.0, across=Unit.PLOT, up=Unit.PLOT, dy=30.0)
    words = axis_words(view.population.experiment, view.table.x)
    digits = digits_for((low, high))
    ends = (view.minus.look, view.main.look) if view.minus is not None and view.main is not None else ()
    left = KEY_LEFT if ends else KEY_LEFT - 14.0
    place = Place(0.0, 0.0, across=Unit.CARD, up=Unit.CARD, dx=left, dy=KEY_TOP - 8.0)
    return (
        Text(place=across, text=f"{words} →", anchor="right", colour="mut", size="tick"),
        Ramp(
            place=place,
            width=KEY_WIDTH,
            low=_written(view, low, digits),
            high=_written(view, high, digits),
            colours=_colours(view),
            ends=ends,
        ),
        Text(place=bottom, text=OUTLINED, anchor="right", colour="mut", size="tick"),
    )


# The frame


def _handles(view: View, labels: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[Handle, ...]:
    if view.place is None:
        return ()
    row, column = view.place
    words = _cell_words(view, labels, row, column)
    return (
        Handle(
            id=CELL,
            place=Place(float(column), float(row)),
            axis="both",
            low=-0.5,
            high=max(view.values.shape) - 0.5,
            shape="tile",
            reach="plot",
            selected=True,
            name=words,
            tip=f"Shown at left: {words}",
        ),
    )


def _cell_words(view: View, labels: tuple[tuple[str, ...], tuple[str, ...]], row: int, column: int) -> str:
    """Say one tile: "learning rate 0.05, classes 100: +0.33"."""
    experiment = view.population.experiment
    where = [f"{axis_words(experiment, view.table.x)} {labels[0][column]}"]
    if view.table.y:
        where.insert(0, f"{axis_words(experiment, view.table.y)} {labels[1][row]}")
    value = float(view.values[row, column])
    lost = int(view.diverged[row, column])
    more = f", {numbers.count(lost)} runs diverged" if lost else ""
    return f"{', '.join(where)}: {_written(view, value, digits_for((value,)))}{more}"


# Words


def _title(view: View, metric: str) -> str:
    if view.main is None:
        return metric
    return view.main.label if view.minus is None else f"{view.main.label} minus {view.minus.label}"


def _corner(view: View) -> str:
    lost = int(view.diverged.sum())
    return f"{numbers.count(lost)} runs diverged" if lost else ""


def _description(view: View, labels: tuple[tuple[str, ...], tuple[str, ...]], metric: str) -> str:
    """Say what is drawn, the largest tile and the smallest, and the one that is shown."""
    experiment = view.population.experiment
    over = " and ".join(axis_words(experiment, name) for name in (view.table.y, view.table.x) if name)
    said = [f"{_title(view, metric)}, {metric} over {over}."]
    if np.isfinite(view.values).any():
        places = (
            ("Highest", np.unravel_index(int(np.nanargmax(view.values)), view.values.shape)),
            ("Lowest", np.unravel_index(int(np.nanargmin(view.values)), view.values.shape)),
        )
        said += [f"{word}: {_cell_words(view, labels, int(at[0]), int(at[1]))}." for word, at in places]
    if view.place is not None:
        said.append(f"Shown: {_cell_words(view, labels, *view.place)}.")
    return " ".join(said)
