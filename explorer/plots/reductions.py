"""Reductions: the same losses as one number a class, summed, and averaged in every way that libraries do.

The table's numbers are those of all samples: of a small table computed at once, of a larger one known when
the list of all samples was looked at.
"""

from __future__ import annotations

from functools import lru_cache
from math import isfinite
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.keeping import Same
from explorer.analysis.reductions import REDUCTIONS, Spread, is_small, reduced, values_of_table
from explorer.plots import numbers
from explorer.plots.figure import Axis, Figure, Margins, Place, Segments, Swatch, Text, Unit
from explorer.plots.lens import Lens, Row
from explorer.plots.phrases import clauses, listed, sentence
from explorer.plots.rows import rows, signs_of
from explorer.plots.shown import seen_of, sight
from explorer.plots.tabbed import tabbed
from explorer.wording import cached, noted, say

if TYPE_CHECKING:
    from collections.abc import Hashable

    from explorer.analysis.reductions import Reduction
    from explorer.plots.figure import Mark
    from explorer.plots.rows import Signs
    from explorer.plots.shown import Shown
    from explorer.study.state import State

KEY: Final = "reductions"
TITLE: Final = "Reductions"
MARGINS: Final = Margins(left=134.0, top=44.0, right=14.0, bottom=10.0)
NARROW: Final = Margins(left=40.0, top=44.0, right=10.0, bottom=10.0)
COLUMNS: Final = {"sum": 0.21, "mean": 0.46, "batch": 0.75, "all": 1.0}  # right ends, shares of the plot
COLUMNS_ENLARGED: Final = {"none": 0.23, "sum": 0.36, "mean": 0.49, "total": 0.68, "batch": 0.84, "all": 1.0}
PARTED: Final = {False: 0.49, True: 0.53}  # between sample and table, enlarged or not
GROUP_LINE, HEAD_LINE = -30.0, -14.0  # pixels from the plot's top
NAME_ROOM: Final = 91.0  # pixels for the name of a loss
NOTE_STEP: Final = 0.62  # rows from one line about a reduction to the next
MOST_WITH_NOTES: Final = 10  # losses above which an enlarged card has no room for these lines
SMALLEST: Final = 0.001
BY_KEY: Final = {reduction.key: reduction for reduction in REDUCTIONS}
UNKNOWN: Final = noted("see View › All samples for the table")


def depends(state: State) -> Hashable:
    """Return what of the state the figure is about."""
    table = Same(state.study.table)
    found = None if is_small(state.study.table) else Same(values_of_table(state))
    return seen_of(state), table, found, state.look.enlarged == KEY


def figure(state: State) -> Figure:
    """Return a row for every loss that is on; a note where none has a value."""
    seen, enlarged = sight(state), state.look.enlarged == KEY
    shown, y, left_out = rows(seen.losses, enlarged)
    known = values_of_table(state) is not None
    columns = COLUMNS_ENLARGED if enlarged else COLUMNS
    notes = _notes(len(shown)) if enlarged and len(shown) <= MOST_WITH_NOTES else ()
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle="nat",
        corner=("" if known else say(UNKNOWN)) or left_out or seen.corner,
        x=Axis(low=0.0, high=1.0),
        y=Axis(low=len(shown) + 0.5 + NOTE_STEP * len(notes) / 2, high=y.high) if notes else y,
        margins=MARGINS,
        narrow=NARROW,
        marks=()
        if seen.note
        else tuple(
            mark
            for row, entry in enumerate(shown)
            for mark in _row(row, _numbers(state, entry), tuple(columns.items()))
        ),
        still=() if seen.note else (*_still(signs_of(shown), len(state.study.table), enlarged), *notes),
        aside=_names(signs_of(shown)),
        note=seen.note,
        description=seen.note or _description(state, shown) + seen.missing,
    )


def lens(state: State, figure: Figure, x: float, y: float) -> Lens | None:
    """Read one loss: every reduction with all digits."""
    shown, _, _ = rows(sight(state).losses, state.look.enlarged == KEY)
    row = round(y)
    if not 0 <= row < len(shown) or abs(y - row) > 0.5:
        return None
    found = _numbers(state, shown[row])
    written = tuple(Row(_said(each), _exact(found[each.key])) for each in REDUCTIONS)
    value = shown[row].evaluation.value
    return Lens(shown[row].label, written, (0.0, row - 0.5, 1.0, row + 0.5), value)


def copied(state: State) -> str:
    """Return every reduction of every loss, the least and the largest term in columns of their own."""
    heads = [_full_name(each) for each in REDUCTIONS[1:]]
    lines: list[list[str | float]] = []
    for entry in sight(state).losses:
        found = _numbers(state, entry)
        spread = found["none"]
        ends = spread if isinstance(spread, Spread) else (float("nan"), float("nan"))
        lines.append([entry.label, *ends, *(_plain(found[each.key]) for each in REDUCTIONS[1:])])
    return tabbed([("loss", "least term", "largest term", *heads)]) + tabbed(lines) if lines else ""


Found = dict[str, "float | Spread | None"]


def _numbers(state: State, entry: Shown) -> Found:
    """Return the reductions of one loss; of the table only where it is known."""
    values = values_of_table(state)
    on = [shown for shown in state.study.shown if shown.on]
    place = next(index for index, shown in enumerate(on) if shown == entry.evaluation.shown)
    return reduced(state.sample, entry.evaluation, None if values is None else values[place])


def _full_name(reduction: Reduction) -> str:
    """Return the head of a column of what is copied."""
    if reduction.key == "none":
        return "none, per class"
    return f"{reduction.head}, {'table' if reduction.of_table else 'this sample'}"


def _said(reduction: Reduction) -> str:
    if reduction.key == "none":
        return say("none, per class")
    head = say(reduction.head)
    return say("{reduction}, table" if reduction.of_table else "{reduction}, this sample", reduction=head)


def _plain(value: float | Spread | None) -> float:
    return float("nan") if value is None or isinstance(value, Spread) else value


def _exact(value: float | Spread | None) -> str:
    if value is None:
        return numbers.DASH
    if isinstance(value, Spread):
        return say("{low} to {high}", low=short(value.low), high=short(value.high))
    return numbers.exact(value)


def short(value: float) -> str:
    """Write a number in about five letters, for columns that are narrow."""
    size = abs(value)
    if not isfinite(value) or value == 0.0:
        return numbers.fixed(value, 0 if value == 0.0 else 3)
    if size < SMALLEST / 2:
        return f"<{SMALLEST}"
    digits = 3 if size < 10 else 2 if size < 100 else 1 if size < 10_000 else 0
    return numbers.fixed(value, digits, exactly=True)


def _row(row: int, found: Found, columns: tuple[tuple[str, float], ...]) -> list[Mark]:
    marks: list[Mark] = []
    for key, right in columns:
        value = found[key]
        text = _spread(value) if isinstance(value, Spread) else _short(value)
        marks.append(_cell(row, right, text, key == "sum"))
    return marks


def _short(value: float | None) -> str:
    return numbers.DASH if value is None else short(value)


def _spread(value: Spread) -> str:
    return f"{short(value.low)} … {short(value.high)}"


@lru_cache(maxsize=512)
def _cell(row: int, right: float, text: str, bold: bool) -> Text:
    return Text(
        place=Place(right, row, across=Unit.PLOT),
        text=text,
        anchor="right",
        colour="ink" if bold else "ink2",
        size="name",
        bold=bold,
        mono=True,
    )


@cached(maxsize=8)
def _still(signs: Signs, samples: int, enlarged: bool) -> tuple[Mark, ...]:
    """Head the columns and their two groups, part the groups, and give every row its sign."""
    columns = COLUMNS_ENLARGED if enlarged else COLUMNS
    marks: list[Mark] = [
        _head(right, say(BY_KEY[key].short), HEAD_LINE, "mut") for key, right in columns.items()
    ]
    parted = PARTED[enlarged]
    marks.append(_head(parted - 0.02, say("this sample"), GROUP_LINE, "ink2"))
    words = say("{count} sample" if samples == 1 else "{count} samples", count=numbers.count(samples))
    words = say("table, {samples}", samples=words) if enlarged else words
    marks.append(_head(1.0, words, GROUP_LINE, "ink2"))
    ends = np.array([parted + 0.01])
    marks.append(
        Segments(
            x0=ends, y0=np.array([-0.5]), x1=ends, y1=np.array([max(len(signs), 1) - 0.5]),
            colour="edge", width=1.0,
        )
    )  # fmt: skip
    for row, (look, _) in enumerate(signs):
        marks.append(Swatch(place=Place(0.0, row, across=Unit.CARD, dx=22.0), look=look, line=False))
    return tuple(marks)


def _head(right: float, text: str, line: float, colour: str) -> Text:
    place = Place(right, 1.0, across=Unit.PLOT, up=Unit.PLOT, dy=line)
    return Text(place=place, text=text, anchor="right", colour=colour, size="tick")


@cached(maxsize=8)
def _names(signs: Signs) -> tuple[Mark, ...]:
    return tuple(
        Text(place=Place(0.0, row, across=Unit.CARD, dx=40.0), text=label, size="name", room=NAME_ROOM)
        for row, (_, label) in enumerate(signs)
    )


@cached(maxsize=4)
def _notes(below: int) -> tuple[Mark, ...]:
    """Say below so many rows what every reduction is, and what has it."""
    marks: list[Mark] = []
    for line, reduction in enumerate(REDUCTIONS):
        y = below + 0.5 + NOTE_STEP * line
        head, meaning = say(reduction.head), say(reduction.meaning)
        if reduction.key != "none":
            head = say("{reduction}, table" if reduction.of_table else "{reduction}, sample", reduction=head)
        if reduction.users:
            users = listed(say(user) for user in reduction.users)
            meaning = say("{meaning}: {users}", meaning=meaning, users=users)
        for dx, text, colour in ((22.0, head, "ink"), (134.0, meaning, "ink2")):
            place = Place(0.0, y, across=Unit.CARD, dx=dx)
            marks.append(Text(place=place, text=text, colour=colour, size="name"))
    return tuple(marks)


def _description(state: State, shown: tuple[Shown, ...]) -> str:
    words = []
    for entry in shown:
        found = _numbers(state, entry)
        parts = [f"{_said(BY_KEY[key])} {_short(_plain(found[key]))}" for key in COLUMNS]
        words.append(say("{loss}: {values}", loss=entry.label, values=listed(parts)))
    return sentence(clauses(words))
