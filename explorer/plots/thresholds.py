"""Thresholds: F1 of this sample for every threshold on the logits, and for every rule that sets one.

The cursor is dragged and kept with the look; labelled classes are discs, the others rings, under the curve.
"""

from __future__ import annotations

from functools import lru_cache
from math import isfinite
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.given import compared_in
from explorer.analysis.keeping import Same
from explorer.analysis.thresholds import best, f1_at, f1_over, rules, step_curve, table_curve
from explorer.plots import numbers
from explorer.plots.figure import (
    Axis,
    Figure,
    Handle,
    Line,
    Margins,
    Place,
    Points,
    Segments,
    Swatch,
    Text,
    Tick,
    Unit,
)
from explorer.plots.lens import Lens, Row
from explorer.plots.limits import FOURS, extent, fitted, held, ticks
from explorer.plots.move import FARTHEST, Move
from explorer.plots.phrases import listed
from explorer.plots.shown import sight
from explorer.plots.tabbed import tabbed
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Hashable

    from explorer.plots.figure import Mark, Size
    from explorer.plots.limits import Limits
    from explorer.plots.shown import Sight
    from explorer.study.state import State
    from explorer.study.table import Sample

KEY: Final = "thresholds"
TITLE: Final = "Thresholds"
CUT: Final = "thresholds.cut"  # the handle, and the option that keeps where it is
MARGINS: Final = Margins(left=40.0, top=26.0, right=158.0, bottom=26.0)
NARROW: Final = Margins(left=36.0, top=26.0, right=16.0, bottom=26.0)
LEAST: Final = (-4.0, 4.0)
FLOOR: Final = -0.30  # of the y axis: under 0 lie the classes
LABELLED_AT, OTHERS_AT = -0.12, -0.23
TICKS: Final = tuple(Tick(at, f"{at:g}") for at in (0.0, 0.5, 1.0))
STEPS_MOST: Final = 150  # classes up to which every step is drawn
GRID: Final = 301  # thresholds of a curve drawn at some places
RUG_MOST: Final = 24  # classes that are discs and rings; more are strokes
LIST_LEFT: Final = -150.0  # pixels from the card's right side to the names of rules
LINE: Final = 15.5  # pixels from one rule to the next
LINES, LINES_ENLARGED = 9, 24
NUDGE: Final = 1.0  # logit for an amount of 1
DIGITS: Final = 2


def depends(state: State) -> Hashable:
    """Return what of the state the figure is about."""
    table = Same(state.study.table) if _is_small(state) else None
    about = (state.look.option(CUT), state.look.enlarged == KEY, state.views.get(KEY))
    return state.sample, Same(state.study.shown), compared_in(state), table, about


def cut_of(state: State) -> float:
    """Return the threshold that was chosen; 0 where none was."""
    try:
        value = float(state.look.option(CUT, "0"))
    except ValueError:
        return 0.0
    return min(max(value, -FARTHEST), FARTHEST) if isfinite(value) else 0.0


def figure(state: State) -> Figure:
    """Return F1 over thresholds, the rules, and the classes in the order of their logits."""
    sample, cut, seen = state.sample, cut_of(state), sight(state)
    low, high = _limits(state, cut)
    now = f1_at(sample, cut)
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle=say("F1 {f1} for s > {threshold}", f1=numbers.fixed(now), threshold=numbers.fixed(cut)),
        x=Axis(
            low=low,
            high=high,
            title=say("threshold on s"),
            ticks=ticks(low, high, signed=True, factors=FOURS),
            free=True,
        ),
        y=Axis(low=FLOOR, high=1.05, title="↑ F1", ticks=TICKS, grid=True, zero=True),
        margins=MARGINS,
        narrow=NARROW,
        marks=(*_curves(state, low, high), *_classes(sample, low, high), *_places(state, cut, now)),
        aside=_list(state, seen),
        handles=(_cursor(cut, now),),
        description=_description(state, cut, now),
    )


def move(state: State, handle_id: str, position: tuple[float, float]) -> Move | None:
    """Bring the threshold to a logit."""
    return _cut_at(state, position[0]) if handle_id == CUT else None


def nudge(state: State, handle_id: str, amount: float) -> Move | None:
    """Move the threshold by a key."""
    return _cut_at(state, cut_of(state) + NUDGE * amount) if handle_id == CUT else None


def _cut_at(state: State, value: float) -> Move:
    held_to = round(min(max(value, -FARTHEST), FARTHEST), DIGITS) + 0.0
    options = state.look.with_option(CUT, repr(held_to)).options
    return Move(state.with_look(options=options), say("Move the threshold"), CUT)


def lens(state: State, figure: Figure, x: float, y: float) -> Lens | None:
    """Read F1 at a threshold: of this sample, and of the table where that is known."""
    if not figure.x.low <= x <= figure.x.high:
        return None
    sample = state.sample
    predicted = int(np.count_nonzero(sample.logits > x))
    found = f1_at(sample, x)
    rows = [
        Row(say("F1 of this sample"), numbers.fixed(found, 3)),
        Row(
            say("predicted"),
            say(
                "{count} of {all}",
                count=numbers.count(predicted),
                all=numbers.count(len(sample.classes)),
            ),
        ),
    ]
    whole = table_curve(state.study.table, np.array([x]))
    if whole is not None:
        rows.append(Row(say("micro-F1 of the table"), numbers.fixed(float(whole[0]), 3)))
    return Lens(f"s > {numbers.signed(x)}", tuple(rows), (x, figure.y.low, x, figure.y.high), found)


def copied(state: State) -> str:
    """Return every rule with its threshold and F1, then those of the losses."""
    lines = [(rule.name, rule.threshold, rule.f1) for rule in rules(state.sample)]
    own = [
        (f"{entry.label}: {entry.evaluation.loss.decision}", float("nan"), entry.evaluation.f1)
        for entry in sight(state).losses
    ]
    cut = cut_of(state)
    chosen = [("chosen", cut, f1_at(state.sample, cut))]
    return tabbed([("rule", "threshold", "F1")]) + tabbed([*lines, *own, *chosen])


def _is_small(state: State) -> bool:
    return table_curve(state.study.table, np.zeros(0)) is not None


def _limits(state: State, cut: float) -> Limits:
    low, high = extent(LEAST, state.sample.logits, (cut,))
    room = 0.04 * (high - low)
    return held(state.views.get(KEY), "x", fitted(low - room, high + room), (low, high), FOURS)


def _curves(state: State, low: float, high: float) -> list[Mark]:
    """Draw F1 of the table in the background, and of this sample in steps."""
    sample, marks = state.sample, []
    grid = np.linspace(low, high, GRID)
    whole = table_curve(state.study.table, grid)
    if whole is not None and len(state.study.table) > 1:
        marks.append(Line(x=grid, y=whole, colour="mut", width=1.5, dash=(5.0, 3.0)))
    if len(sample.logits) <= STEPS_MOST:
        x, y = step_curve(sample, low, high)
    else:
        x, y = grid, f1_over(sample.logits, sample.targets, grid)
    marks.append(Line(x=x, y=y, colour="ink", width=2.0, halo=True))
    return list(marks)


def _classes(sample: Sample, low: float, high: float) -> list[Mark]:
    """Draw every class at its logit: labelled ones full, the others hollow under them."""
    labelled = sample.targets > 0.5
    marks: list[Mark] = []
    for chosen, at, full in ((~labelled, OTHERS_AT, False), (labelled, LABELLED_AT, True)):
        x = sample.logits[chosen & np.isfinite(sample.logits)]
        x = x[(x >= low) & (x <= high)]
        if len(sample.logits) > RUG_MOST:
            # as many strokes as there are places to tell apart
            x = np.unique(np.rint((x - low) / (high - low) * GRID)) / GRID * (high - low) + low
        y = np.full(len(x), at)
        if len(sample.logits) <= RUG_MOST:
            marks.append(
                Points(x=x, y=y, colour="ink" if full else "mut", size=8.0, hollow=not full, halo=False)
            )
        else:
            colour, width = ("ink", 1.6) if full else ("mut", 1.0)
            marks.append(Segments(x0=x, y0=y - 0.045, x1=x, y1=y + 0.045, colour=colour, width=width))
    return marks


def _places(state: State, cut: float, now: float) -> list[Mark]:
    """Mark the best threshold by a ring, and where the cursor meets the curve by a disc."""
    at, largest = best(state.sample)
    marks: list[Mark] = []
    if isfinite(at):
        marks.append(Points(x=np.array([at]), y=np.array([largest]), hollow=True, size=11.0))
    if isfinite(now):
        marks.append(Points(x=np.array([cut]), y=np.array([now]), size=9.0))
    return marks


def _list(state: State, seen: Sight) -> tuple[Mark, ...]:
    """List every rule with its F1; rules of losses with the loss's sign."""
    most = LINES_ENLARGED if state.look.enlarged == KEY else LINES
    marks: list[Mark] = [_cell(0, say("rule"), "mut"), _value(0, "F1", "mut")]
    line = 1
    for rule in rules(state.sample):
        marks += [_cell(line, rule.name), _value(line, numbers.fixed(rule.f1))]
        line += 1
    for entry in seen.losses[: max(most - line, 0)]:
        marks.append(Swatch(place=_place(0, line, across=LIST_LEFT + 8.0), look=entry.look, line=False))
        decision = numbers.shortened(say(entry.evaluation.loss.decision), 18)
        marks += [_cell(line, decision, dx=20.0), _value(line, numbers.fixed(entry.evaluation.f1))]
        line += 1
    whole = table_curve(state.study.table, np.array([cut_of(state)]))
    if whole is not None and len(state.study.table) > 1 and line <= most:
        marks += [_cell(line, say("table, micro ╌╌")), _value(line, numbers.fixed(float(whole[0])))]
    return tuple(marks)


def _place(x: float, line: int, across: float = 0.0) -> Place:
    return Place(1.0 + x, 1.0, across=Unit.CARD, up=Unit.CARD, dx=across, dy=9.0 + LINE * line)


@lru_cache(maxsize=512)
def _cell(line: int, text: str, colour: str = "ink2", dx: float = 0.0) -> Text:
    size: Size = "tick" if colour == "mut" else "name"
    return Text(
        place=_place(0, line, across=LIST_LEFT + dx), text=text, colour=colour, size=size, room=100.0 - dx
    )


@lru_cache(maxsize=512)
def _value(line: int, text: str, colour: str = "ink") -> Text:
    size: Size = "tick" if colour == "mut" else "name"
    return Text(
        place=_place(0, line, across=-14.0), text=text, anchor="right", colour=colour, size=size, mono=True
    )


def _cursor(cut: float, now: float) -> Handle:
    return Handle(
        id=CUT,
        place=Place(cut, 1.0, up=Unit.PLOT),
        axis="x",
        low=-FARTHEST,
        high=FARTHEST,
        shape="cursor",
        reach="line",
        text=numbers.signed(cut),
        name=say("threshold {threshold}, F1 {f1}", threshold=numbers.signed(cut), f1=numbers.fixed(now)),
        tip=say(
            "Classes with s > {threshold} are predicted: F1 {f1}",
            threshold=numbers.signed(cut),
            f1=numbers.fixed(now, 3),
        ),
    )


def _description(state: State, cut: float, now: float) -> str:
    at, largest = best(state.sample)
    words = [f"{rule.name} {numbers.fixed(rule.f1)}" for rule in rules(state.sample)]
    return say(
        "F1 at threshold {threshold} is {f1}; best is {best} at {place}. {rules}.",
        threshold=numbers.signed(cut),
        f1=numbers.fixed(now),
        best=numbers.fixed(largest),
        place=numbers.signed(at),
        rules=listed(words),
    )
