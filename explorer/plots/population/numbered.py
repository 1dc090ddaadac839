"""The numbers of a population's figures: what stands under the pointer, and what is copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from explorer.analysis.populations import LOSS
from explorer.plots import numbers
from explorer.plots.lens import MOST, Lens, Row
from explorer.plots.population import heat_view, ribbons_view, updates
from explorer.plots.population.reading import curves, grid_of, population_of
from explorer.plots.population.words import axis_words, digits_for, metric_words, plain, value_words
from explorer.plots.tabbed import tabbed
from explorer.wording import again, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.plots.population.reading import Side
    from explorer.plots.population.ribbons_view import View
    from explorer.study.state import State

DIGITS = 4
QUANTILES = ("lowest", "lower quartile", "median", "upper quartile", "highest")


# Ribbons


def ribbons_lens(state: State, slot: int, side: Side, x: float) -> Lens | None:
    """Read the medians, with the middle half, at the record nearest to a place."""
    view = ribbons_view.view_of(state, slot, side)
    if view is None or x != x:
        return None
    record = updates.nearest(x, view.updates, view.scale)
    update = int(view.updates[record])
    read = [
        Row(curve.label, _spread_words(spread[record]), curve.look)
        for curve, spread in zip(view.curves, view.spreads, strict=True)
    ]
    rows = (
        read
        if len(read) <= MOST
        else [*read[: MOST - 1], Row(say("{count} more losses", count=len(read) - MOST + 1), "")]
    )
    at = float(updates.places(update, view.scale))
    number = float(view.spreads[0][record, 2]) if view.spreads else float("nan")
    title = say(
        "{metric} after update {update}",
        metric=metric_words(view.metric, view.population.experiment).title,
        update=numbers.count(update),
    )
    return Lens(title, tuple(rows), (at, -np.inf, at, np.inf), number)


def _spread_words(quantiles: np.ndarray) -> str:
    digits = max(DIGITS, digits_for(quantiles[1:4].tolist()))
    low, middle, high = (numbers.fixed(float(value), digits) for value in quantiles[1:4])
    if low == high:
        return middle
    return say("{middle} ({low} to {high})", middle=middle, low=low, high=high)


def ribbons_copied(state: State, slot: int, side: Side) -> str:
    """Return five quantiles a loss, a row for each record."""
    view = ribbons_view.view_of(state, slot, side)
    if view is None:
        return ""
    heads = [f"{curve.label}: {name}" for curve in view.curves for name in QUANTILES]
    table = np.concatenate((view.updates[:, None].astype(np.float64), *view.spreads), axis=1)
    return tabbed([("update", *heads)]) + tabbed(_lines(view, table))


def _lines(view: View, table: np.ndarray) -> Iterator[list[str | float]]:
    for update, row in zip(view.updates.tolist(), table[:, 1:].tolist(), strict=True):
        yield [str(update), *row]


# The heat map


def heat_lens(state: State, x: float, y: float) -> Lens | None:
    """Read one tile: where it lies, its number, the two medians of a difference, what diverged."""
    view = heat_view.view_of(state)
    if view is None or x != x or y != y:
        return None
    row, column = round(y), round(x)
    rows, columns = view.values.shape
    if not (0 <= row < rows and 0 <= column < columns) or view.table.cells[row, column] < 0:
        return None
    value = float(view.values[row, column])
    read = [_axis_row(view, view.table.x, view.table.columns[column])]
    if view.table.y:
        read.append(_axis_row(view, view.table.y, view.table.rows[row]))
    read += _neighbours(view, int(view.table.cells[row, column]))
    read += _medians(view, row, column)
    if view.diverged[row, column]:
        read.append(Row(say("runs diverged"), numbers.count(int(view.diverged[row, column]))))
    refusal = view.population.summary.refused[view.table.cells[row, column]]
    if refusal:
        read.append(Row(again(refusal), ""))
    area = (column - 0.5, row - 0.5, column + 0.5, row + 0.5)
    return Lens(metric_words(view.metric, view.population.experiment).title, tuple(read), area, value)


def _axis_row(view: heat_view.View, name: str, place: int) -> Row:
    experiment = view.population.experiment
    if name == LOSS:
        curve = curves(experiment)[place]
        return Row(say("loss"), curve.label, curve.look)
    value = grid_of(view.population).axes[name][place]
    return Row(axis_words(experiment, name), value_words(experiment, name, value))


def _neighbours(view: heat_view.View, cell: int) -> list[Row]:
    """Say which other settings of a tile are not those that are shown at left."""
    grid, sides = grid_of(view.population), (view.table.x, view.table.y)
    return [
        _axis_row(view, name, int(grid.codes[name][cell]))
        for name, place in view.at.places.items()
        if name not in sides and not grid.is_of_loss(name) and grid.codes[name][cell] not in (place, -1)
    ]


def _medians(view: heat_view.View, row: int, column: int) -> list[Row]:
    medians = view.population.medians(view.metric, view.record)
    value = float(view.values[row, column])
    if view.main is None:
        return [Row(say("median"), numbers.fixed(value, max(DIGITS, digits_for([value]))))]
    read = [Row(view.main.label, _median(medians, view.table.cells[row, column]), view.main.look)]
    if view.minus is not None and view.table.minus is not None:
        read.append(Row(view.minus.label, _median(medians, view.table.minus[row, column]), view.minus.look))
        read.append(Row(say("difference"), numbers.signed(value, max(DIGITS, digits_for([value])))))
    return read


def _median(medians: np.ndarray, cell: int) -> str:
    value = float(medians[cell])
    return numbers.fixed(value, max(DIGITS, digits_for([value]))) if cell >= 0 else numbers.DASH


def heat_copied(state: State) -> str:
    """Return the heat map as a table: a row for each row, the upper first as on screen."""
    view = heat_view.view_of(state)
    population = population_of(state)
    if view is None or population is None:
        return ""
    heads = _axis_values(view, view.table.x, view.table.columns)
    rows = _axis_values(view, view.table.y, view.table.rows) if view.table.y else [""]
    corner = f"{axis_words(population.experiment, view.table.y)} / " if view.table.y else ""
    head = (corner + axis_words(population.experiment, view.table.x), *heads)
    lines = [[label, *values] for label, values in zip(rows, view.values.tolist(), strict=True)]
    return tabbed([head]) + tabbed(lines if view.listed else reversed(lines))


def _axis_values(view: heat_view.View, name: str, places: tuple[int, ...]) -> list[str]:
    if name == LOSS:
        entries = curves(view.population.experiment)
        return [entries[place].label for place in places]
    return [plain(grid_of(view.population).axes[name][place]) for place in places]
