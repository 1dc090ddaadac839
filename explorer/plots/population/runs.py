"""The runs of a population as a list: loss, settings that vary, seed, two metrics, by order of the first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.plots import numbers
from explorer.plots.figure import Axis, Band, Figure, Handle, Margins, Place, Segments, Swatch, Text, Unit
from explorer.plots.phrases import joined, listed, sentence, stated
from explorer.plots.population.reading import curves, grid_of, note_of, population_of
from explorer.plots.population.runs_view import (
    LATER,
    ROWS,
    ROWS_ENLARGED,
    RUN,
    chosen_run,
    ranks_in_words,
    rows,
    view_of,
)
from explorer.plots.population.words import axis_words, digits_for, metric_words, value_words
from explorer.plots.tabbed import tabbed
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.plots.figure import Mark
    from explorer.plots.population.runs_view import Run, View
    from explorer.plots.population.words import Words
    from explorer.study.state import State

KEY: Final = "population_runs"
TITLE: Final = noted("Runs")
MARGINS: Final = Margins(left=12.0, top=26.0, right=12.0, bottom=6.0)
SIGN, NAME = 8.0, 20.0  # pixels from the plot's left
SEED, SECOND, FIRST = 0.47, 0.70, 1.0  # right ends of the columns, shares of the plot
NAME_END, SETTINGS, SETTINGS_END = 0.40, 0.25, 0.41
HEAD_LINE: Final = -10.0  # pixels from the first row
OPEN_BUTTON: Final = 120.0  # pixels of the button that opens a run, beyond the one that others have there
HEAD_ROOM, FIRST_ROOM = 92.0, 116.0  # pixels of a head, of that which has the arrow
DIGITS: Final = 3
MOST_COPIED: Final = 10_000
RANKS: Final = noted(
    "Ranks: of all runs that are listed, 1 is the best by the metric with the arrow. Those in sight are the "
    "first three, the chosen one with its neighbours, the best of each loss and the last; the wheel goes "
    "through all. A dotted line stands for ranks left out."
)
TIPS: Final = {
    "loss": noted("What the run was trained with"),
    "settings": noted("Where the listed runs differ beside loss and seed"),
    "seed": noted("Runs of one seed have the same data and the same start, whatever their loss"),
}
DIVERGED: Final = noted(
    "A weight was no finite number after this update: the run ends here, the others go on"
)


def figure(state: State) -> Figure:
    """Return the list; a note where the runs are not at hand."""
    population, view = population_of(state), view_of(state)
    if population is None or view is None:
        return _empty(note_of(population) or say(LATER))
    most = ROWS_ENLARGED if state.look.enlarged == KEY else ROWS
    runs = rows(state, view, most)
    chosen = chosen_run(state)
    place = next((row for row, run in enumerate(runs) if (run.cell, run.seed) == chosen), None)
    return Figure(
        key=KEY,
        title=say(TITLE),
        subtitle=ranks_in_words(runs, numbers.count(view.count)),
        details=f"{ranks_in_words(runs, numbers.count(view.count))}\n{say(RANKS)}",
        has_menu=True,
        header_room=OPEN_BUTTON,
        x=Axis(low=0.0, high=1.0),
        y=Axis(low=most - 0.5, high=-0.5),
        margins=MARGINS,
        scrolls=view.count > most,
        marks=(*_band(place), *_gaps(runs), *_cells(view, runs)),
        still=_heads(view),
        aside=_seconds(view, runs),
        handles=_handle(view, runs, place),
        description=_description(view, runs),
    )


def _empty(note: str) -> Figure:
    axis = Axis(low=0.0, high=1.0)
    return Figure(key=KEY, title=say(TITLE), x=axis, y=axis, note=note, description=note)


def run_at(state: State, row: int) -> Run | None:
    """Return the run in a row; None below the last."""
    view = view_of(state)
    if view is None:
        return None
    runs = rows(state, view, ROWS_ENLARGED if state.look.enlarged == KEY else ROWS)
    return runs[row] if 0 <= row < len(runs) else None


def copied(state: State) -> str:
    """Return the runs from the best on, at most MOST_COPIED of them."""
    view = view_of(state)
    if view is None:
        return ""
    axes = tuple(grid_of(view.population).axes)
    head = ("rank", "loss", *(axis_words(view.population.experiment, name) for name in axes), "seed")
    lines = (
        [
            str(run.rank),
            _label(view, run),
            *(_coordinate(view, run, name) for name in axes),
            str(_seed(view, run)),
        ]
        + [_value(view, column, run) for column in range(len(view.metrics))]
        for run in view.between(0, MOST_COPIED)
    )
    return tabbed([(*head, *view.metrics)]) + tabbed(lines)


# Marks


def _band(place: int | None) -> tuple[Mark, ...]:
    return () if place is None else (Band(x0=place - 0.5, x1=place + 0.5, across=True),)


def _gaps(runs: Sequence[Run]) -> tuple[Mark, ...]:
    """Draw a dotted line where ranks are left out."""
    between = [row + 0.5 for row, run in enumerate(runs[1:]) if run.rank != runs[row].rank + 1]
    at = np.array(between)
    ends = np.zeros_like(at), np.ones_like(at)
    dotted = Segments(x0=ends[0], y0=at, x1=ends[1], y1=at, colour="line2", width=1.0, dash=(1.0, 2.0))
    return (dotted,) if between else ()


def _heads(view: View) -> tuple[Text, ...]:
    arrow = "▴" if view.rising else "▾"
    return (
        _head(0.0, say("loss"), "left", tip=say(TIPS["loss"])),
        _head(SEED, say("seed"), tip=say(TIPS["seed"])),
        _head(
            FIRST,
            f"{_words_of(view, view.metrics[0]).short} {arrow}",
            bold=True,
            tip=_order(view),
        ),
    )


def _words_of(view: View, metric: str) -> Words:
    return metric_words(metric, view.population.experiment)


def _order(view: View) -> str:
    """Say what the list is in the order of."""
    return say(
        "{metric}: the list goes by it, the smallest first"
        if view.rising
        else "{metric}: the list goes by it, the largest first",
        metric=_words_of(view, view.metrics[0]).title,
    )


def _seconds(view: View, runs: Sequence[Run]) -> tuple[Text, ...]:
    """Return the column of the second metric, which a narrow card has no room for, and the settings' head."""
    head = _head(SETTINGS, say("settings"), "left", tip=say(TIPS["settings"]))
    found = [head] if _varied(view) else []
    for title in view.metrics[1:]:
        found.append(
            _head(
                SECOND,
                _words_of(view, title).short,
                tip=_words_of(view, title).title,
            )
        )
        found += [
            _number(SECOND, row, numbers.fixed(_value(view, 1, run), _digits(view, 1)))
            for row, run in enumerate(runs)
            if _ended(view, run) is None
        ]
    return tuple(found)


def _head(across: float, text: str, anchor: str = "right", bold: bool = False, tip: str = "") -> Text:
    place = Place(across, 1.0, across=Unit.PLOT, up=Unit.PLOT, dy=HEAD_LINE)
    colour = "ink" if bold else "mut"
    return Text(
        place=place,
        text=text,
        anchor=anchor,  # type: ignore[arg-type]
        colour=colour,
        size="tick",
        bold=bold,
        room=FIRST_ROOM if bold else HEAD_ROOM,
        tip=tip,
    )


def _cells(view: View, runs: Sequence[Run]) -> list[Mark]:
    marks: list[Mark] = []
    looks = curves(view.population.experiment)
    varied = _varied(view)
    for row, run in enumerate(runs):
        look = looks[int(grid_of(view.population).entry_of[run.cell])].look
        end = Place(SETTINGS - 0.02 if varied else NAME_END, row, across=Unit.PLOT)
        marks.append(Swatch(place=_place(0.0, row, SIGN), look=look, line=False))
        marks.append(Text(place=_place(0.0, row, NAME), text=_label(view, run), size="name", until=end))
        if varied:
            until = Place(SETTINGS_END, row, across=Unit.PLOT)
            words = listed(_coordinate(view, run, name) for name in varied)
            marks.append(Text(place=_place(SETTINGS, row), text=words, size="name", until=until))
        marks.append(_number(SEED, row, numbers.count(_seed(view, run))))
        marks.append(_first(view, row, run))
    return marks


def _first(view: View, row: int, run: Run) -> Text:
    """Write the metric that decides the order, or when the run diverged."""
    ended = _ended(view, run)
    if ended is not None:
        return replace(_number(FIRST, row, f"{numbers.DASH} {ended}", mono=False), tip=say(DIVERGED))
    return _number(FIRST, row, numbers.fixed(_value(view, 0, run), _digits(view, 0)), bold=True)


def _number(across: float, row: int, text: str, bold: bool = False, mono: bool = True) -> Text:
    colour = "ink" if bold else "ink2"
    return Text(
        place=_place(across, row), text=text, anchor="right", colour=colour, size="name", bold=bold, mono=mono
    )


def _place(across: float, row: int, dx: float = 0.0) -> Place:
    return Place(across, float(row), across=Unit.PLOT, dx=dx)


def _handle(view: View, runs: Sequence[Run], place: int | None) -> tuple[Handle, ...]:
    """Return what keys and clicks act on: the row of the chosen run, else the first."""
    if not runs:
        return ()
    row = place or 0
    words = _words(view, runs[row])
    return (
        Handle(
            id=RUN,
            place=Place(0.5, float(row)),
            axis="y",
            low=-0.5,
            high=len(runs) - 0.5,
            shape="row",
            reach="plot",
            selected=place is not None,
            name=words,
            tip=words,
        ),
    )


# One run


def _varied(view: View) -> tuple[str, ...]:
    """Return the axes in which the listed runs differ, other than settings that a loss is named by."""
    grid = grid_of(view.population)
    cells = list(view.cells)
    return tuple(
        name
        for name, codes in grid.codes.items()
        if not grid.is_of_loss(name) and len(np.unique(codes[cells])) > 1
    )


def _label(view: View, run: Run) -> str:
    return curves(view.population.experiment)[int(grid_of(view.population).entry_of[run.cell])].label


def _coordinate(view: View, run: Run, name: str) -> str:
    """Write a coordinate of a run; "" where its cell has none of this name."""
    experiment, grid = view.population.experiment, grid_of(view.population)
    place = int(grid.codes[name][run.cell])
    return value_words(experiment, name, grid.axes[name][place]) if place >= 0 else ""


def _seed(view: View, run: Run) -> int:
    return view.population.experiment.seed + run.seed


def _value(view: View, column: int, run: Run) -> float:
    values = view.values[column]
    return float("nan") if values is None else float(values[run.cell, run.seed])


def _digits(view: View, column: int) -> int:
    """Return how many decimals a column has: three, of small numbers more."""
    values = view.values[column]
    listed = () if values is None else values[list(view.cells)].ravel().tolist()
    return max(DIGITS, digits_for(listed[:MOST_COPIED]))


def _ended(view: View, run: Run) -> str | None:
    """Say when a run diverged, of one that has no number; None for one that has."""
    if np.isfinite(_value(view, 0, run)) or not view.population.summary.diverged[run.cell]:
        return None
    ended = view.population.ended
    update = -1 if ended is None else int(ended()[run.cell, run.seed])
    return say("diverged at {update}", update=numbers.count(update)) if update >= 0 else say("diverged")


def _words(view: View, run: Run) -> str:
    where = [
        f"{axis_words(view.population.experiment, name)} {_coordinate(view, run, name)}"
        for name in _varied(view)
    ]
    ended = _ended(view, run)
    found = (
        [ended]
        if ended is not None
        else [
            f"{_words_of(view, key).title} {numbers.fixed(_value(view, column, run), _digits(view, column))}"
            for column, key in enumerate(view.metrics)
        ]
    )
    rank = say("rank {rank}: {loss}", rank=numbers.count(run.rank), loss=_label(view, run))
    return stated((rank, *where, say("seed {seed}", seed=_seed(view, run)), *found))


def _description(view: View, runs: Sequence[Run]) -> str:
    if not runs:
        return say("No runs.")
    metric = _words_of(view, view.metrics[0]).title
    said = [say("{count} runs by {metric}.", count=numbers.count(view.count), metric=metric)]
    said += [sentence(_words(view, run)) for run in (runs[0], runs[-1])]
    return joined(*said)
