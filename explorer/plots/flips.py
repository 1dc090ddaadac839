"""Label flips: what every loss would gain or lose if the label of one class were the other one.

A row a class, those whose flip helps some loss most at the top, and a column a loss. A click on a row flips
that label: mislabelled classes are found and tried out in one place.
"""

from __future__ import annotations

from dataclasses import replace
from math import floor, isfinite, log10
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.flips import changes, is_whole, ranking
from explorer.plots import moves, numbers
from explorer.plots.figure import (
    Axis,
    Band,
    Figure,
    Handle,
    Margins,
    Place,
    Rectangles,
    Segments,
    Swatch,
    Text,
    Unit,
)
from explorer.plots.lens import Lens, Row, class_title
from explorer.plots.names import said
from explorer.plots.phrases import listed
from explorer.plots.rows import signs_of
from explorer.plots.shown import seen_of, sight
from explorer.plots.tabbed import tabbed
from explorer.wording import cached, say

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from explorer.plots.figure import Mark
    from explorer.plots.move import Move
    from explorer.plots.rows import Signs
    from explorer.plots.shown import Shown
    from explorer.study.state import State

KEY: Final = "flips"
TITLE: Final = "Label flips"
ROWS, ROWS_ENLARGED = 6, 20
LEAST_ROWS, LEAST_ENLARGED = 4, 8  # of fewer classes, so that rows keep their height
MOST_LOSSES: Final = 6  # columns
LEFT, CHIP = 96.0, 76.0  # pixels of the margin with the chips, and of a chip
LEFT_ENLARGED, CHIP_ENLARGED = 152.0, 128.0
REACH: Final = 0.42  # of a column from its middle to the end of the longest bar
REACH_ENLARGED: Final = 0.28  # where numbers stand beside the bars
MIDDLE_ENLARGED: Final = 0.34
THICK: Final = 0.26  # half of a bar's height, in rows
ROWS_THICK: Final = 16  # rows of an enlarged card from where on bars are as thick as that
FEW_LOSSES: Final = 4  # up to which the signs in the heads have their lines
SIGN_ROOM: Final = 20.0
HEADER_LINE: Final = -12.0  # pixels from the plot's top
NICE: Final = (1.0, 2.0, 5.0, 10.0)
LEAST: Final = 0.01  # nat that the longest bar stands for, at least


def depends(state: State) -> Hashable:
    """Return what of the state the figure is about."""
    return seen_of(state), state.look.held, state.look.enlarged == KEY


def figure(state: State) -> Figure:
    """Return the rows of the most telling flips; a note where no loss has a value."""
    seen, enlarged = sight(state), state.look.enlarged == KEY
    losses = seen.losses[:MOST_LOSSES]
    most, least = (ROWS_ENLARGED, LEAST_ENLARGED) if enlarged else (ROWS, LEAST_ROWS)
    room = max(min(most, len(state.sample.classes)), least)
    found = _changes(state, losses)
    classes = _listed(state, found, room)
    shown = np.array([column[classes] for column in found]).reshape(len(losses), len(classes))
    scale = _scale(shown)
    bottom, left = 24.0, LEFT_ENLARGED if enlarged else LEFT
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle=say("change of the loss, nat; left is lower"),
        corner=_corner(state, losses, len(classes)),
        x=Axis(low=0.0, high=float(max(len(losses), 1))),
        y=Axis(low=room - 0.5, high=-0.5),
        margins=Margins(left=left, top=26.0, right=14.0, bottom=bottom),
        marks=() if seen.note else _marks(state, losses, classes, shown, scale),
        still=_heads(signs_of(losses), enlarged),
        handles=() if seen.note else _handles(state, classes, enlarged),
        note=seen.note,
        description=seen.note or _description(state, losses, classes, found) + seen.missing,
    )


def click(state: State, handle_id: str) -> Move | None:
    """Flip the label of the class whose row it is."""
    index = moves.parts(handle_id)[1]
    return moves.toggle(state, index) if 0 <= index < len(state.sample.classes) else None


def lens(state: State, figure: Figure, x: float, y: float) -> Lens | None:
    """Read the row of one class: the change of every loss, exactly."""
    row = round(y)
    index = next((moves.parts(one.id)[1] for one in figure.handles if one.place.y == row), None)
    if index is None or abs(y - row) > 0.5:
        return None
    losses = sight(state).losses
    found = [float(column[index]) for column in _changes(state, losses)]
    labelled, name = state.sample.targets[index] > 0.5, class_title(state, index)
    title = say("unlabel {name}", name=name) if labelled else say("label {name}", name=name)
    rows = [
        Row(entry.label, numbers.signed(value, 4), entry.look)
        for entry, value in zip(losses, found, strict=True)
    ]
    area = figure.x.low, row - 0.5, figure.x.high, row + 0.5
    column = min(int(max(x, 0.0)), len(found) - 1) if isfinite(x) else 0  # a chip lies beside the plot
    return Lens(title, tuple(rows[:MOST_LOSSES]), area, found[column], index)


def copied(state: State) -> str:
    """Return the change of every loss for every class, the most helpful first."""
    losses = sight(state).losses
    if not losses:
        return ""
    found, sample = _changes(state, losses), state.sample
    order = ranking(found, len(sample.classes)).tolist()
    lines = ([sample.classes[i], sample.targets[i], *(column[i] for column in found)] for i in order)
    return tabbed([("class", "t", *(entry.label for entry in losses))]) + tabbed(lines)


def _changes(state: State, losses: Sequence[Shown]) -> list[np.ndarray]:
    return [changes(state.sample, entry.evaluation) for entry in losses]


def _listed(state: State, found: Sequence[np.ndarray], room: int) -> np.ndarray:
    """Return the classes that have a row: the most helpful flips, and the held class in any case."""
    order = ranking(found, len(state.sample.classes))
    listed = order[:room]
    if state.look.held not in listed:
        listed = np.concatenate((listed[:-1], [state.look.held]))
    return listed


def _scale(shown: np.ndarray) -> float:
    """Return what the longest bar stands for: 1, 2 or 5 times a power of ten."""
    finite = np.abs(shown[np.isfinite(shown)])
    largest = max(float(finite.max(initial=0.0)), LEAST)
    power = 10.0 ** floor(log10(largest))
    return next(factor * power for factor in NICE if factor * power >= largest * (1.0 - 1e-12))


def _corner(state: State, losses: Sequence[Shown], listed: int) -> str:
    count = len(state.sample.classes)
    if any(not is_whole(entry.evaluation, count) for entry in losses):
        return say("{count} of {all}, by gradient", count=listed, all=numbers.count(count))
    if listed < count:
        return say("{count} of {all}", count=listed, all=numbers.count(count))
    return sight(state).corner


def _middle(column: int, enlarged: bool) -> float:
    return column + (MIDDLE_ENLARGED if enlarged else 0.5)


@cached(maxsize=32)
def _feet(columns: int, rows: int, scale: float, enlarged: bool) -> tuple[Mark, ...]:
    """Say under every column how far the longest bar reaches; in narrow ones only the last has room."""
    reach = REACH_ENLARGED if enlarged else REACH
    text = f"±{numbers.fixed(scale, numbers.decimals(scale), exactly=True)}"
    marks: list[Mark] = []
    for column in range(columns) if enlarged else (columns - 1,):
        x, y = np.array([_middle(column, enlarged)]), np.array([rows - 0.42])
        marks.append(Segments(x0=x - reach, y0=y, x1=x + reach, y1=y, colour="edge", width=1.0))
        place = Place(float(x[0]), rows - 0.42, dy=9.0)
        marks.append(Text(place=place, text=text, anchor="center", colour="mut", size="tick"))
    return tuple(marks)


@cached(maxsize=8)
def _heads(signs: Signs, enlarged: bool) -> tuple[Mark, ...]:
    """Head every column with the sign of its loss; enlarged with its name."""
    marks: list[Mark] = []
    for column, (look, label) in enumerate(signs):
        place = Place(_middle(column, enlarged), 1.0, up=Unit.PLOT, dy=HEADER_LINE)
        if enlarged:
            first, crowded = Place(column + 0.04, 1.0, up=Unit.PLOT, dy=HEADER_LINE), len(signs) > FEW_LOSSES
            name = replace(first, dx=SIGN_ROOM / 2 if crowded else SIGN_ROOM)
            marks.append(Swatch(place=first, look=look, line=not crowded))
            marks.append(Text(place=name, text=label, size="name", until=Place(column + 0.98, 1.0)))
        else:
            marks.append(Swatch(place=place, look=look, line=False))
    return tuple(marks)


def _marks(
    state: State, losses: Sequence[Shown], classes: np.ndarray, shown: np.ndarray, scale: float
) -> tuple[Mark, ...]:
    enlarged = state.look.enlarged == KEY
    reach = REACH_ENLARGED if enlarged else REACH
    thick = THICK * min(max(len(classes), LEAST_ENLARGED) / ROWS_THICK, 1.0) if enlarged else THICK
    rows = np.arange(len(classes), dtype=np.float64)
    marks: list[Mark] = [
        Band(x0=row - 0.5, x1=row + 0.5, across=True)
        for row, index in enumerate(classes.tolist())
        if index == state.look.held
    ]
    middles = np.array([_middle(column, enlarged) for column in range(len(losses))])
    ends = np.full_like(middles, len(classes) - 0.5)
    marks.append(Segments(x0=middles, y0=ends - len(classes), x1=middles, y1=ends, colour="edge", width=1.0))
    for column, (entry, values) in enumerate(zip(losses, shown, strict=True)):
        there = np.isfinite(values)
        start = np.full(int(there.sum()), middles[column])
        marks.append(
            Rectangles(
                x0=start,
                y0=rows[there] + thick,
                x1=start + reach * values[there] / scale,
                y1=rows[there] - thick,
                look=entry.look,
            )
        )
        if enlarged:
            marks += [_number(column + 0.97, row, float(value)) for row, value in enumerate(values)]
    return (*marks, *_feet(len(losses), len(classes), scale, enlarged))


def _number(x: float, row: int, value: float) -> Text:
    text = numbers.signed(value) if isfinite(value) else numbers.DASH
    return Text(place=Place(x, row), text=text, anchor="right", colour="ink", size="name", mono=True)


def _handles(state: State, classes: np.ndarray, enlarged: bool) -> tuple[Handle, ...]:
    sample, held = state.sample, state.look.held
    return tuple(
        _chip(
            row,
            index,
            sample.classes[index],
            float(sample.logits[index]),
            float(sample.targets[index]),
            index == held,
            enlarged,
        )
        for row, index in enumerate(classes.tolist())
    )


@cached(maxsize=1024)
def _chip(
    row: int, index: int, name: str, logit: float, target: float, selected: bool, enlarged: bool
) -> Handle:
    width = CHIP_ENLARGED if enlarged else CHIP
    tip = say("Unlabel {name}", name=name) if target > 0.5 else say("Label {name}", name=name)
    return Handle(
        id=f"{KEY}.class:{index}",
        place=Place(0.0, row, across=Unit.CARD, dx=12.0 + width / 2),
        axis="x",
        low=0.0,
        high=1.0,
        shape="chip",
        reach="column",
        width=width,
        height=18.0,
        text=name,
        fill=target,
        selected=selected,
        name=say("flip {state}", state=said(name, logit, target)),
        tip=tip,
    )


def _description(
    state: State, losses: Sequence[Shown], classes: np.ndarray, found: Sequence[np.ndarray]
) -> str:
    first = int(classes[0])
    words = [
        say("{loss} by {change}", loss=entry.label, change=numbers.signed(float(column[first])))
        for entry, column in zip(losses, found, strict=True)
    ]
    return say(
        "Most telling: unlabelling {name} changes {losses}."
        if state.sample.targets[first] > 0.5
        else "Most telling: labelling {name} changes {losses}.",
        name=state.sample.classes[first],
        losses=listed(words),
    )
