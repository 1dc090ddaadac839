"""Ribbons: how a metric goes over the updates, for each loss its median, middle half and range over seeds.

Runs that have diverged are left out and counted at the end of the curve. Where a second population stands
beside, both have the same axes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.plots import numbers
from explorer.plots.figure import (
    Axis,
    EndLabel,
    EndLabels,
    Figure,
    Handle,
    Line,
    Margins,
    Place,
    Points,
    Ribbon,
    Segments,
    Text,
    Unit,
)
from explorer.plots.limits import ticks
from explorer.plots.phrases import joined, listed, stated
from explorer.plots.population import at_start, one_run, updates
from explorer.plots.population.beside import all_told_apart, name_of, told_apart
from explorer.plots.population.reading import (
    SIDES,
    Curve,
    chosen_in,
    cursor_of,
    curves,
    grid_of,
    note_of,
    population_of,
    record_of,
)
from explorer.plots.population.ribbons_view import View, limits, most_updates, view_of
from explorer.plots.population.words import coordinate_words, digits_for, metric_words
from explorer.wording import again, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.analysis.populations import Population
    from explorer.plots.figure import Mark
    from explorer.plots.population.reading import Side
    from explorer.plots.population.words import Words
    from explorer.study.state import State

MARGINS: Final = Margins(left=46.0, top=28.0, right=150.0, bottom=26.0)
RIGHT: Final = (122.0, 200.0)  # of the margin, for names and numbers
LETTER: Final = 6.4  # pixels of a letter there, rather more than less
TOP_SHARE: Final = 0.08  # of the axis, over which a line has its words below
NUMBER: Final = 6  # letters of a number behind a name
NARROW: Final = Margins(left=42.0, top=28.0, right=34.0, bottom=26.0)
RANGE_OPACITY, HALF_OPACITY = 0.10, 0.24
CURSOR: Final = "population.time"


def figure(state: State, key: str, slot: int, side: Side) -> Figure:
    """Return the ribbons of a slot, 1 or 2, of the population or of the one beside it."""
    view = view_of(state, slot, side)
    if view is None:
        return _empty(key, note_of(population_of(state, side), side))
    words = metric_words(view.metric, view.population.experiment)
    both = [shown for each in SIDES if (shown := view_of(state, slot, each)) is not None]
    low, high = limits(words, [shown for shown in both if shown.metric == view.metric])
    record, axis = record_of(state, view.population) or 0, updates.axis(most_updates(state), view.scale)
    if at_start.is_at_start(view):
        return _at_start(state, key, view, side, words)
    run, run_label = one_run.marks(state, view, side, record)
    return Figure(
        key=key,
        title=words.question,
        subtitle=_subtitle(state, view, side),
        details=_details(state, view, side),
        corner=_missing(view),
        has_menu=True,
        x=axis,
        y=Axis(low=low, high=high, title=f"↑ {words.axis}", ticks=ticks(low, high), grid=True, zero=True),
        margins=_margins(view.curves),
        narrow=NARROW,
        marks=(
            *_level(words, axis, low, high),
            *_areas(view),
            *run,  # under the medians, which else could not be seen
            *_medians(view),
            *_ends(view, record, run_label),
        ),
        handles=(_cursor(state, view, record),),
        description=_description(view, words, record),
    )


def _at_start(state: State, key: str, view: View, side: Side, words: Words) -> Figure:
    """Return bars: with no update there is no time, and nothing that falls or grows."""
    across, up = at_start.axes(view, f"↑ {words.axis}")
    return Figure(
        key=key,
        title=say("At the start: {metric}", metric=words.title),
        subtitle=_subtitle(state, view, side),
        details=_details(state, view, side),
        corner=_missing(view),
        has_menu=True,
        x=across,
        y=up,
        margins=replace(MARGINS, right=16.0),
        narrow=NARROW,
        marks=at_start.marks(view),
        description=_description(view, words, 0),
    )


def _empty(key: str, note: str) -> Figure:
    axis = Axis(low=0.0, high=1.0)
    return Figure(
        key=key, title=say("Population"), x=axis, y=axis, margins=MARGINS, note=note, description=note
    )


def _margins(shown: Sequence[Curve]) -> Margins:
    """Leave room for the longest name; it does not depend on the numbers, so that nothing jumps."""
    letters = max((len(curve.label) for curve in shown), default=0) + NUMBER
    return replace(MARGINS, right=min(max(LETTER * letters + 36.0, RIGHT[0]), RIGHT[1]))


# Marks


def _level(words: Words, axis: Axis, low: float, high: float) -> tuple[Mark, ...]:
    """Draw the height that means something, with what it means."""
    if words.level is None or not low <= words.level[0] <= high:
        return ()
    at, text = words.level
    line = Line(x=(axis.low, axis.high), y=(at, at), colour="mut", width=1.2, dash=(3.0, 2.4))
    below = at > high - TOP_SHARE * (high - low)  # over the line stands the title of the axis
    place = Place(0.0, at, across=Unit.PLOT, dx=6.0, dy=9.0 if below else -8.0)
    return (line, Text(place=place, text=text, colour="mut", size="tick", halo=True))


def _areas(view: View) -> tuple[Mark, ...]:
    """Draw all ranges, then all middle halves; over one update alone, strokes."""
    x = updates.places(view.updates, view.scale)
    paired = tuple(zip(view.curves, view.spreads, strict=True))
    areas = [
        Ribbon(x=x, low=spread[:, first], high=spread[:, last], look=curve.look, opacity=opacity)
        for first, last, opacity in ((0, 4, RANGE_OPACITY), (1, 3, HALF_OPACITY))
        for curve, spread in paired
        if view.population.experiment.seeds > 1
    ]
    return tuple(areas) if len(x) > 1 else _strokes(view, x)


def _medians(view: View) -> tuple[Mark, ...]:
    """Draw all medians, over all areas."""
    x = updates.places(view.updates, view.scale)
    return tuple(
        Line(x=x, y=spread[:, 2], look=curve.look, halo=True)
        for curve, spread in zip(view.curves, view.spreads, strict=True)
    )


def _strokes(view: View, x: np.ndarray) -> tuple[Mark, ...]:
    """Draw the ranges at one update as thin strokes, the middle halves as broad ones."""
    return tuple(
        Segments(x0=x, y0=spread[:, low], x1=x, y1=spread[:, high], look=curve.look, width=width, opacity=0.6)
        for low, high, width in ((0, 4, 1.6), (1, 3, 6.0))
        for curve, spread in zip(view.curves, view.spreads, strict=True)
        if view.population.experiment.seeds > 1
    )


def _ends(view: View, record: int, others: tuple[EndLabel, ...]) -> tuple[Mark, ...]:
    """Draw the medians at the cursor: a marker on each curve, its name and number beside the plot."""
    x = updates.places([view.updates[record]], view.scale)
    values = [float(spread[record, 2]) for spread in view.spreads]
    points = [
        Points(x=x, y=np.array([value]), look=curve.look, size=10.0)
        for curve, value in zip(view.curves, values, strict=True)
    ]
    digits = digits_for(values)
    labels = tuple(
        _end(view, curve, spread[: record + 1, 2], digits)
        for curve, spread in zip(view.curves, view.spreads, strict=True)
    )
    return (*points, EndLabels(items=(*labels, *others)))


def _end(view: View, curve: Curve, medians: np.ndarray, digits: int) -> EndLabel:
    """Name a curve: with its number and how many runs have left it, or where it ended when all have."""
    finite = medians[np.isfinite(medians)]
    if not np.isfinite(medians[-1]):
        at = float(finite[-1]) if finite.size else float("nan")
        said = say("{loss} diverged", loss=curve.label)
        kept = said.removeprefix(curve.label)
        return EndLabel(y=at, text=said, kept=kept, look=curve.look, colour="mut")
    written = f"{curve.label} {numbers.fixed(float(medians[-1]), digits)}"
    lost = int(view.population.summary.diverged[curve.cell])
    return EndLabel(
        y=float(medians[-1]),
        text=stated((written, say("{count} diverged", count=numbers.count(lost)))) if lost else written,
        short=written,
        kept=written.removeprefix(curve.title),
        look=curve.look,
    )


def _cursor(state: State, view: View, record: int) -> Handle:
    """Return the cursor: of two populations at one update, whatever either has recorded there."""
    update, own = cursor_of(state), int(view.updates[record])
    last = updates.places(max(most_updates(state), 1), view.scale)
    whole = view.population.experiment.updates
    tip = say("Update {update} of {whole}", update=numbers.count(update), whole=numbers.count(whole))
    if own != update:
        tip = say(
            "Update {update}; these numbers are of update {own}, the end"
            if own == whole
            else "Update {update}; these numbers are of update {own}, the last record before",
            update=numbers.count(update),
            own=numbers.count(own),
        )
    return Handle(
        id=CURSOR,
        place=Place(float(updates.places(update, view.scale)), 1.0, up=Unit.PLOT),
        axis="x",
        low=0.0,
        high=float(last),
        shape="cursor",
        reach="line",
        text=numbers.count(update),
        name=say("update {update}", update=numbers.count(update)),
        tip=f"{tip}\n{say('End or a double click: to the newest update, and along with it')}",
    )


# Words


def _subtitle(state: State, view: View, side: Side) -> str:
    """Say what the ribbons are, or of which cell of which file, and what tells it from the one beside it."""
    apart = told_apart(*(population_of(state, each) for each in SIDES))
    if apart:
        where = place_words(state, view.population)
        return stated(filter(None, (where, name_of(view.population), apart[SIDES.index(side)])))
    run = one_run.words(state, view, side)
    return stated(filter(None, (run, place_words(state, view.population), _seeds(view))))


def place_words(state: State, population: Population) -> str:
    """Say which place of the grid is shown: "classes 100, learning rate 0.05"; "" where there is one."""
    grid, places = grid_of(population), chosen_in(state, population).places
    names = [name for name in population.experiment.axes if name in places and not grid.is_of_loss(name)]
    found = {name: grid.axes[name][places[name]] for name in names}
    return coordinate_words(population.experiment, found)


def _details(state: State, view: View, side: Side) -> str:
    """Say it in full, a line each: the experiment, its file, all in which two differ, the curves."""
    mine, other = population_of(state, side), population_of(state, SIDES[1 - SIDES.index(side)])
    said = [_seeds(view)] if other is None else []
    if mine is not None and other is not None:
        said += [_both(name_of(mine), name_of(other)), mine.experiment.said_title]
        if where := place_words(state, view.population):
            said.append(say("{place}; another is in the menu … of this card", place=where))
        said += [
            say("{own} (the other: {theirs})", own=own, theirs=theirs)
            for own, theirs in all_told_apart(mine, other)
        ]
    said.append(say("Losses: {names}", names=listed(curve.label for curve in view.curves)))
    hidden = len(curves(view.population.experiment, chosen_in(state, view.population))) - len(view.curves)
    if hidden:
        said.append(say("{count} hidden, from the menu … of this card", count=hidden))
    run = one_run.words(state, view, side)
    return "\n".join(filter(None, (*said, run[:1].upper() + run[1:])))


def _both(mine: str, other: str) -> str:
    """Name two results, as far as they have names."""
    return say("{one}, beside {other}", one=mine, other=other) if mine and other else mine or other


def _seeds(view: View) -> str:
    seeds = view.population.experiment.seeds
    if seeds == 1:
        return say("one seed")
    return say("median, middle half and range of {count} seeds", count=numbers.count(seeds))


def _missing(view: View) -> str:
    """Count the runs that are left out: "3 of 60 diverged, without ZLPR"."""
    summary = view.population.summary
    lost = sum(int(summary.diverged[curve.cell]) for curve in view.curves)
    runs = len(view.curves) * view.population.experiment.seeds
    words = (
        [say("{lost} of {runs} diverged", lost=numbers.count(lost), runs=numbers.count(runs))] if lost else []
    )
    refused = [curve.label for curve in view.curves if summary.refused[curve.cell]]
    if refused:
        one = len(refused) == 1
        words.append(
            say("without {loss}", loss=refused[0])
            if one
            else say("without {count} losses", count=len(refused))
        )
    return stated(words)


def _description(view: View, words: Words, record: int) -> str:
    """Say the medians at the cursor, what diverged and what is left out."""
    values = [float(spread[record, 2]) for spread in view.spreads]
    digits = digits_for(values)
    medians = [
        f"{curve.label} {numbers.fixed(value, digits)}"
        for curve, value in zip(view.curves, values, strict=True)
        if np.isfinite(value)
    ]
    update = numbers.count(int(view.updates[record]))
    said = [
        say(
            "{metric} after update {update}, medians: {medians}.",
            metric=words.title,
            update=update,
            medians=listed(medians) or say("none"),
        )
    ]
    summary = view.population.summary
    for curve in view.curves:
        lost, refusal = int(summary.diverged[curve.cell]), summary.refused[curve.cell]
        if lost:
            said.append(say("{loss}: {count} runs diverged.", loss=curve.label, count=numbers.count(lost)))
        if refusal:
            said.append(
                say("Left out: {loss}, {reason}.", loss=curve.label, reason=again(refusal).rstrip(".。"))
            )
    if view.population.running or view.population.message:
        said.append(again(view.population.message) or say("Running."))
    return joined(*said)
