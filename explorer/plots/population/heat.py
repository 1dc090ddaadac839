"""The heat map: medians of a metric over two settings, of one loss or of one minus another.

A click on a tile shows that cell in the ribbons. One loss lies on the neutral ramp; a difference runs from
one loss's hue through the card's colour to the other's, alike to both sides.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final
from unicodedata import east_asian_width

import numpy as np

from explorer.analysis.populations import LOSS
from explorer.plots import numbers
from explorer.plots.figure import (
    Axis,
    Figure,
    Handle,
    Margins,
    Place,
    Swatch,
    Text,
    Tick,
    Unit,
)
from explorer.plots.layout import PADDING
from explorer.plots.phrases import joined, listed, stated
from explorer.plots.population.heat_view import View, view_of
from explorer.plots.population.reading import (
    Curve,
    curves,
    grid_of,
    note_of,
    population_of,
    shown_in,
)
from explorer.plots.population.shades import KEY_TOP, key, limits, tiles, written
from explorer.plots.population.words import axis_words, digits_for, metric_words, value_words
from explorer.wording import noted, say

if TYPE_CHECKING:
    from explorer.plots.population.words import Words
    from explorer.study.state import State

KEY: Final = "population_heat"
TITLE: Final = noted("Heat map")
CELL: Final = "population.cell"  # the handle
MOST_TICKS: Final = 12
LETTER: Final = 6.2  # pixels of a letter at an axis, rather more than less
NAME_LETTER, NAME_MORE = 6.7, 4.0  # of a loss's name beside the rows: capitals are wider
LEFT: Final = (40.0, 176.0)  # of the margin, for the names of the rows
TOP, RIGHT, BELOW = 28.0, 12.0, 74.0
NAMED: Final = 3  # columns of losses up to which they have their names
SIGN_ROOM: Final = 8.0
SIGN_BELOW, SIGN_BESIDE, NAME_BESIDE = 13.0, -14.0, -26.0  # pixels from the plot to signs and names of losses
BOARD: Final = "population"  # where the tile is outlined: a picture alone has nothing at its left
OUTLINED: Final = noted("outlined: shown at left")
ONE_OF_MANY: Final = noted("outlined: one of those at left")
ONE_CELL: Final = noted(
    "One cell alone: there is nothing to compare. Give a setting several values, or add a loss."
)


def figure(state: State) -> Figure:
    """Return the heat map; a note where there is none."""
    view = view_of(state)
    if view is None:
        population = population_of(state)
        return _empty(note_of(population) or say(ONE_CELL))
    words, (rows, columns) = metric_words(view.metric, view.population.experiment), view.values.shape
    table = view.table
    labels = _labels(view, table.x, table.columns), _labels(view, table.y, table.rows)
    update = numbers.count(int(view.population.summary.updates[view.record]))
    low, high = limits(view)
    left = _left(labels[1], signs=table.y == LOSS)
    experiment = view.population.experiment
    rows_of = axis_words(experiment, view.table.y) if view.table.y else ""
    return Figure(
        key=KEY,
        title=_title(view, words.title),
        subtitle=_subtitle(view, words, update),
        corner=_corner(view),
        has_menu=True,
        x=Axis(low=-0.5, high=columns - 0.5, ticks=() if view.table.x == LOSS else _ticks(labels[0])),
        y=Axis(
            low=rows - 0.5 if view.listed else -0.5,
            high=-0.5 if view.listed else rows - 0.5,
            title=rows_of if view.listed or not rows_of else f"↑ {rows_of}",
            ticks=() if view.table.y == LOSS else _ticks(labels[1]),
        ),
        margins=Margins(left=left, top=TOP, right=RIGHT, bottom=BELOW),
        marks=(tiles(view, low, high),),
        still=(*key(view, low, high), *_signs(view, left)),
        aside=(_outlined(is_one_of_many(state, view)),) if state.look.board == BOARD else (),
        handles=_handles(view, labels, selected=state.look.board == BOARD),
        description=_description(view, labels, words.title),
    )


def _empty(note: str) -> Figure:
    axis = Axis(low=0.0, high=1.0)
    return Figure(key=KEY, title=say(TITLE), x=axis, y=axis, note=note, description=note)


# Axes and colours


def _labels(view: View, name: str, places: tuple[int, ...]) -> tuple[str, ...]:
    """Return the words of the values that are laid out along an axis."""
    if not name:
        return ("",)
    experiment = view.population.experiment
    if name == LOSS:
        entries = curves(experiment)
        return tuple(entries[place].label for place in places)
    values = grid_of(view.population).axes[name]
    return tuple(value_words(experiment, name, values[place]) for place in places)


def _ticks(labels: tuple[str, ...]) -> tuple[Tick, ...]:
    """Return the words of the rows or columns; of many every second, third and so on."""
    step = -(-len(labels) // MOST_TICKS)
    return tuple(Tick(float(place), labels[place]) for place in range(0, len(labels), step))


def _left(labels: tuple[str, ...], signs: bool) -> float:
    """Return the margin that the longest name of a row takes, and its sign, where it has one."""
    letters = max(map(_letters, labels))
    wanted = NAME_LETTER * letters + NAME_MORE + PADDING - NAME_BESIDE if signs else LETTER * letters + 14.0
    return min(max(wanted, LEFT[0]), LEFT[1])


def _letters(text: str) -> int:
    """Count letters; a Chinese one is as wide as two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _signs(view: View, left: float) -> list[Swatch | Text]:
    """Return the signs of the losses where they are an axis, beside rows with their names.

    left: the margin in which those are; a name that is longer is cut.
    """
    entries = curves(view.population.experiment)
    if view.table.x == LOSS:
        return [
            mark
            for column, place in enumerate(view.table.columns)
            for mark in _sign_below(entries[place], column, len(view.table.columns) <= NAMED)
        ]
    rows = view.table.rows if view.table.y == LOSS else ()
    return [mark for row, place in enumerate(rows) for mark in _sign_beside(entries[place], row, left)]


def _sign_below(curve: Curve, column: int, named: bool) -> tuple[Swatch | Text, ...]:
    place = Place(float(column), 0.0, up=Unit.PLOT, dy=SIGN_BELOW)
    if not named:
        return (Swatch(place=place, look=curve.look, line=False),)
    beside = replace(place, dx=-LETTER * len(curve.label) / 2)
    name = Text(place=replace(place, dx=SIGN_ROOM), text=curve.label, anchor="center", size="tick")
    return Swatch(place=beside, look=curve.look, line=False), name


def _sign_beside(curve: Curve, row: int, left: float) -> tuple[Swatch | Text, ...]:
    place = Place(0.0, float(row), across=Unit.PLOT, dx=SIGN_BESIDE)
    name = replace(place, dx=NAME_BESIDE)
    room = left + NAME_BESIDE - PADDING
    return (
        Swatch(place=place, look=curve.look, line=False),
        Text(place=name, text=curve.label, anchor="right", size="tick", room=room),
    )


def is_one_of_many(state: State, view: View) -> bool:
    """Whether the outlined tile is of one loss of several that are shown at left."""
    return LOSS in (view.table.x, view.table.y) and len(shown_in(state, view.population)) > 1


def _outlined(one_of_many: bool) -> Text:
    bottom = Place(1.0, 0.0, across=Unit.CARD, up=Unit.CARD, dx=-RIGHT, dy=KEY_TOP + 4.0)
    return Text(
        place=bottom,
        text=say(ONE_OF_MANY if one_of_many else OUTLINED),
        anchor="right",
        colour="mut",
        size="tick",
    )


# The frame


def _handles(
    view: View, labels: tuple[tuple[str, ...], tuple[str, ...]], *, selected: bool
) -> tuple[Handle, ...]:
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
            selected=selected,
            name=words,
            tip=say("Shown at left: {words}", words=words),
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
    tile = say("{place}: {value}", place=listed(where), value=written(view, value, digits_for((value,))))
    return stated((tile, say("{count} runs diverged", count=numbers.count(lost)))) if lost else tile


# Words


def _title(view: View, metric: str) -> str:
    if view.main is None:
        return metric
    if view.minus is None:
        return _name(view, view.main)
    if view.main.title == view.minus.title:  # two settings of one loss: its name once
        return say(
            "{loss}: {main} minus {other}",
            loss=view.main.title,
            main=_setting(view.main),
            other=_setting(view.minus),
        )
    return say("{main} minus {other}", main=_name(view, view.main), other=_name(view, view.minus))


def _name(view: View, curve: Curve) -> str:
    """Return the name of a loss, without a setting that is an axis."""
    key = grid_of(view.population).entries[curve.place].key
    is_axis = any(name.startswith(f"{key}.") for name in (view.table.x, view.table.y))
    return curve.title if is_axis else curve.label


def _setting(curve: Curve) -> str:
    return curve.label.removeprefix(curve.title).removeprefix(", ") or curve.label


def _subtitle(view: View, words: Words, update: str) -> str:
    metric = words.title
    if words.unit and view.main is None:
        return say("after {update} updates, {unit}", update=update, unit=words.unit)
    if words.unit:
        return say("{metric} after {update} updates, {unit}", metric=metric, update=update, unit=words.unit)
    if view.main is None:
        return say("after {update} updates", update=update)
    return say("{metric} after {update} updates", metric=metric, update=update)


def _corner(view: View) -> str:
    lost = int(view.diverged.sum())
    words = [say("{count} runs diverged", count=numbers.count(lost))] if lost else []
    return stated((*words, *_nearest(view)))


def _nearest(view: View) -> list[str]:
    """Say of which settings some tiles have the nearest value, for they have not the one shown at left."""
    grid, cells = grid_of(view.population), view.table.cells[view.table.cells >= 0]
    return [
        say("nearest {setting}", setting=axis_words(view.population.experiment, name))
        for name, place in view.at.places.items()
        if name not in (view.table.x, view.table.y)
        and not grid.is_of_loss(name)
        and not np.isin(grid.codes[name][cells], (place, -1)).all()
    ]


def _description(view: View, labels: tuple[tuple[str, ...], tuple[str, ...]], metric: str) -> str:
    """Say what is drawn, the largest tile and the smallest, and the one that is shown."""
    experiment = view.population.experiment
    over = say(" and ").join(axis_words(experiment, name) for name in (view.table.y, view.table.x) if name)
    said = [say("{title}, {metric} over {axes}.", title=_title(view, metric), metric=metric, axes=over)]
    if np.isfinite(view.values).any():
        places = (
            (noted("Highest: {tile}."), np.unravel_index(int(np.nanargmax(view.values)), view.values.shape)),
            (noted("Lowest: {tile}."), np.unravel_index(int(np.nanargmin(view.values)), view.values.shape)),
        )
        said += [say(words, tile=_cell_words(view, labels, int(at[0]), int(at[1]))) for words, at in places]
    if view.place is not None:
        said.append(say("Shown: {tile}.", tile=_cell_words(view, labels, *view.place)))
    return joined(*said)
