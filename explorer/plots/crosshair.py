"""The crosshair: what is pointed at in one card, marked faintly in every card that shows it too.

The marks lie over a figure that stays as it is. The same numbers give the same marks, so that a card
whose marks are the ones it has need not be painted again.
"""

from __future__ import annotations

from functools import lru_cache
from math import isfinite
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.at_time import at_step
from explorer.analysis.readings import sigma, softmax
from explorer.plots import budget, gradient, landscape, numbers, sharpening, values
from explorer.plots import logits as editor
from explorer.plots import slice as slice_
from explorer.plots.figure import Line, Place, Points, Rectangles, Text, Unit
from explorer.plots.moves import ALPHAS
from explorer.plots.names import COLUMNS
from explorer.plots.pointing import area_of, has_rows, levels

if TYPE_CHECKING:
    from explorer.plots.figure import Axis, Figure, Mark
    from explorer.plots.pointing import Area, Pointer
    from explorer.study.state import State

Marks = tuple["Mark", ...]

TINT: Final = 0.07  # of a marked column or row
TINIEST: Final = 1e-300  # the least share that has a logarithm
DASH: Final = (3.0, 3.0)
TICK_LINE: Final = 13.0  # centre of the x ticks under the plot
TICK_GAP: Final = 4.0  # between the plot and what is written on the y axis
ROWS: Final = (budget.KEY, values.KEY)  # figures with a row for each loss


def crosshair(state: State, figure: Figure, pointer: Pointer | None) -> Marks:
    """Return what a card marks of what is pointed at; () for nothing."""
    if pointer is None or figure.note:
        return ()
    here, state = figure.key == pointer.key, at_step(state)
    if figure.key in ROWS:
        return _row(figure, pointer) if pointer.key in ROWS else ()
    if figure.key == editor.KEY:
        return (*(() if here else _class(state, figure, pointer)), *_editor_levels(state, figure, pointer))
    if figure.key == gradient.KEY:
        level = _across(figure, pointer.y, signed=True) if here and figure.x.names else ()
        return (*_class(state, figure, pointer), *level)
    if figure.key == slice_.KEY:
        return _slice(state, figure, pointer)
    if figure.key == sharpening.KEY:
        return _sharpening(state, figure, pointer)
    if figure.key == landscape.KEY:
        return _landscape(state, figure, pointer)
    return _class(state, figure, pointer)


# One function a kind of figure


def _class(state: State, figure: Figure, pointer: Pointer) -> Marks:
    """Tint the column or row of the hovered class; a column too thin for that gets a line."""
    index = pointer.class_index
    if index is None or not 0 <= index < len(state.sample.classes):
        return ()
    area = area_of(figure, index)
    if area is None:
        return ()
    is_thin = figure.key == gradient.KEY and len(state.sample.classes) > COLUMNS
    return _upright((area[0] + area[2]) / 2, area[1], area[3]) if is_thin else _tinted(area)


def _row(figure: Figure, pointer: Pointer) -> Marks:
    row = round(pointer.y)
    low, high = sorted((figure.y.low, figure.y.high))
    if not (low <= row <= high and abs(pointer.y - row) <= 0.5):
        return ()
    return _tinted((figure.x.low, row - 0.5, figure.x.high, row + 0.5))


def _editor_levels(state: State, figure: Figure, pointer: Pointer) -> Marks:
    """Mark in each class's column, or on its row, the logit that is pointed at."""
    marks: list[Mark] = []
    rows = has_rows(figure)
    for index, level in levels(state, pointer).items():
        area = area_of(figure, index)
        if area is None or not _inside(figure.x if rows else figure.y, level):
            continue
        left, low, right, high = area
        if rows:
            marks += _stroke(level, low, level, high)
        else:
            marks += (*_stroke(left, level, right, level), *_tag_beside(level, numbers.signed(level)))
    return tuple(marks)


def _slice(state: State, figure: Figure, pointer: Pointer) -> Marks:
    level = levels(state, pointer).get(state.look.slice_class)
    if level is None:
        return ()
    upright = _along(figure, level)
    return (*upright, *_across(figure, pointer.y)) if pointer.key == figure.key else upright


def _sharpening(state: State, figure: Figure, pointer: Pointer) -> Marks:
    if pointer.key == figure.key:
        if not _inside(figure.x, pointer.x):
            return ()
        low, high = figure.y.low, figure.y.high
        return (
            *_upright(pointer.x, low, high),
            *_tag_below(pointer.x, numbers.fixed(10.0**pointer.x)),
            *(() if _is_log(figure) else _across(figure, pointer.y)),
        )
    index = pointer.class_index
    if index is None or state.look.sharpening == "loss" or not 0 <= index < len(state.sample.classes):
        return ()
    alpha = min(max(state.look.alpha, ALPHAS[0]), ALPHAS[1])
    with np.errstate(all="ignore"):
        shares = (sigma if state.look.sharpening == "sigmoid" else softmax)(alpha * state.sample.logits)
    share = float(shares[index])
    if not isfinite(share):
        return ()
    height = float(np.log10(max(share, TINIEST))) if _is_log(figure) else share
    return _ring(float(np.log10(alpha)), height) if _inside(figure.y, height) else ()


def _landscape(state: State, figure: Figure, pointer: Pointer) -> Marks:
    found = levels(state, pointer)
    first, second = state.look.landscape
    marks: list[Mark] = []
    if first in found:
        marks += _along(figure, found[first])
    if second in found:
        marks += _across(figure, found[second], signed=True)
    return tuple(marks)


# The marks themselves


def _along(figure: Figure, x: float) -> Marks:
    """An upright line at a logit, with its value on the axis."""
    if not _inside(figure.x, x):
        return ()
    return (*_upright(x, figure.y.low, figure.y.high), *_tag_below(x, numbers.signed(x)))


def _across(figure: Figure, y: float, signed: bool = False) -> Marks:
    """A level line, with its value on the axis."""
    if not _inside(figure.y, y):
        return ()
    text = numbers.signed(y) if signed else numbers.fixed(y)
    return (*_stroke(figure.x.low, y, figure.x.high, y, faint=True), *_tag_beside(y, text))


def _is_log(figure: Figure) -> bool:
    """Say whether shares are drawn by their logarithms, as those of many classes are."""
    return figure.y.low < 0.0


def _inside(axis: Axis, value: float) -> bool:
    return min(axis.low, axis.high) <= value <= max(axis.low, axis.high)


def _upright(x: float, low: float, high: float) -> Marks:
    return _stroke(x, low, x, high, faint=True)


@lru_cache(maxsize=64)
def _stroke(x0: float, y0: float, x1: float, y1: float, faint: bool = False) -> Marks:
    width, dash = (1.0, DASH) if faint else (1.6, ())
    return (Line(x=(x0, x1), y=(y0, y1), colour="edge" if faint else "ink2", width=width, dash=dash),)


@lru_cache(maxsize=64)
def _tinted(area: Area) -> Marks:
    left, low, right, high = area
    return (
        Rectangles(
            x0=np.array([left]), y0=np.array([low]), x1=np.array([right]), y1=np.array([high]),
            fill="ink", opacity=TINT,
        ),
    )  # fmt: skip


@lru_cache(maxsize=64)
def _tag_below(x: float, text: str) -> Marks:
    place = Place(x, 0.0, up=Unit.PLOT, dy=TICK_LINE)
    return (Text(place=place, text=text, anchor="center", size="tick", colour="card", ground="ink2"),)


@lru_cache(maxsize=64)
def _tag_beside(y: float, text: str) -> Marks:
    place = Place(0.0, y, across=Unit.PLOT, dx=-TICK_GAP)
    return (Text(place=place, text=text, anchor="right", size="tick", colour="card", ground="ink2"),)


@lru_cache(maxsize=64)
def _ring(x: float, y: float) -> Marks:
    return (Points(x=np.array([x]), y=np.array([y]), size=13.0, hollow=True, halo=False),)
