"""The cells of the table of classes: how they are written and read. No Qt."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.at_time import grounded
from explorer.analysis.readings import sigma, sigma_of_double
from explorer.plots import moves
from explorer.plots.numbers import fixed, scientific, signed, target
from explorer.ui.controls.numbers import plain, read_number
from explorer.ui.panels.changes import Change
from explorer.ui.panels.class_list import renamed
from explorer.wording import noted, say

if TYPE_CHECKING:
    from explorer.study.state import State
    from explorer.study.table import Sample


class Column(IntEnum):
    """The columns, from the left."""

    NAME = 0
    LOGIT = 1
    TARGET = 2
    SIGMA = 3
    DOUBLE = 4


HEADS: Final = (noted("class"), "s", "t", "σ(s)", "σ(2s)")
TIPS: Final = (
    noted("Name of the class; bold when it is labelled (t above 1/2)"),
    noted("Logit s, before any sigmoid"),
    noted("Target t: 0, 1 or soft"),
    noted("σ(s): the probability that BCE reads in a logit"),
    noted("σ(2s): the probability that soft ZLPR reads in a logit"),
)
ALLOWED: Final = noted("allowed: any number, nan, inf, -inf")
PROBLEMS: Final = {
    Column.LOGIT: noted("logit of {name}: {problem}; {allowed}"),
    Column.TARGET: noted("target of {name}: {problem}; {allowed}"),
}
SHORT: Final = ((100.0, 3), (1e3, 2), (1e4, 1), (1e5, 0))  # below this size: so many decimals
READING_DIGITS: Final = 3
USUAL: Final = {  # between these lie most numbers of a column
    Column.LOGIT: (-99.9, 99.9),
    Column.TARGET: (0.0, 1.0),
    Column.SIGMA: (0.0, 1.0),
    Column.DOUBLE: (0.0, 1.0),
}
NARROW_DIGITS: Final = 1  # of a number with an exponent


def shown(sample: Sample, row: int, column: int) -> str:
    """Return what stands in a cell."""
    if column == Column.NAME:
        return sample.classes[row]
    if column == Column.LOGIT:
        return _logit(float(sample.logits[row]))
    if column == Column.TARGET:
        return target(float(sample.targets[row]))
    return reading(number(sample, row, column))


def reading(value: float) -> str:
    """Write a probability of the last two columns."""
    return fixed(value, READING_DIGITS)


def _logit(value: float) -> str:
    """Write a logit to three decimals; a large one to fewer, so that it stays in its column."""
    for limit, digits in SHORT:
        if abs(value) < limit or not np.isfinite(value):
            return signed(value, digits)
    return scientific(value, NARROW_DIGITS)


def widest(sample: Sample, column: int) -> str:
    """Return a text as wide as any that stands in a column of numbers.

    Usual numbers all have room in one width, so that columns keep still under a drag.
    """
    low, high = USUAL[Column(column)]
    values = [low, (low + high) / 2]
    given = {Column.LOGIT: sample.logits, Column.TARGET: sample.targets}.get(Column(column))
    if given is not None and np.any((given < low) | (given > high)):
        values += given.tolist()
    return max((_written(value, column) for value in values), key=len)


def head(column: int) -> str:
    """Return what stands over a column."""
    return say(HEADS[column])


def _written(value: float, column: int) -> str:
    if column == Column.LOGIT:
        return _logit(value)
    return target(value) if column == Column.TARGET else reading(value)


def number(sample: Sample, row: int, column: int) -> float:
    """Return the number in a cell of any column but the first."""
    if column == Column.TARGET:
        return float(sample.targets[row])
    logit = sample.logits[row]
    if column == Column.LOGIT:
        return float(logit)
    return float(sigma(logit) if column == Column.SIGMA else sigma_of_double(logit))


def full(sample: Sample, row: int, column: int) -> str:
    """Return a cell at full precision, as it may be typed or pasted elsewhere."""
    if column == Column.NAME:
        return sample.classes[row]
    return plain(number(sample, row, column))


def changed_rows(before: Sample, after: Sample) -> np.ndarray:
    """Return the rows whose numbers differ between two samples of the same classes."""
    same = (before.logits == after.logits) | (np.isnan(before.logits) & np.isnan(after.logits))
    same &= (before.targets == after.targets) | (np.isnan(before.targets) & np.isnan(after.targets))
    return np.flatnonzero(~same)


def typed(state: State, row: int, column: int, text: str) -> Change | None:
    """Return the change that typing a text into a cell means; None when it means none.

    Any float is data, also nan, inf and targets outside 0 to 1. ValueError says what is wrong.
    """
    name = state.sample.classes[row]
    if column == Column.NAME:
        return renamed(state, row, text)
    try:
        value = read_number(text)
    except ValueError as problem:
        message = say(PROBLEMS[Column(column)], name=name, problem=problem, allowed=say(ALLOWED))
        raise ValueError(message) from None
    if value == number(grounded(state).sample, row, column):
        return None
    make = moves.set_logit if column == Column.LOGIT else moves.set_target
    move = make(state, row, value)
    return Change(move.label, move.state.study)
