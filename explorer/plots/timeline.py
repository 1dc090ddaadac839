"""Timeline: the value of every loss over the steps of its descent, a lane each, and a cursor in time.

Each lane has a scale of its own, from the lowest value of its course on its grey line to its highest; it is
logarithmic, of what is left above the floor, where that falls through decades, and says so. What is
travelled is full, what is to come pale. Of many losses some are seen, the others by scrolling; the lane of
the loss whose copy the cards show is banded.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.at_time import near_descents_of, selected
from explorer.analysis.evaluation import evaluations
from explorer.analysis.keeping import Same
from explorer.analysis.plans import plan_of
from explorer.plots import numbers
from explorer.plots.figure import (
    Axis,
    Band,
    Figure,
    Handle,
    Margins,
    Place,
    Points,
    Segments,
    Swatch,
    Text,
    Unit,
)
from explorer.plots.limits import ticks
from explorer.plots.move import Move
from explorer.plots.phrases import clauses
from explorer.plots.shown import seen_of, sight
from explorer.plots.tabbed import tabbed
from explorer.plots.timeline_columns import SLIM, SLIM_BELOW, WIDE
from explorer.plots.timeline_curves import HALF, is_logarithmic, whole_of
from explorer.wording import cached, noted, say

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from explorer.analysis.courses import Told
    from explorer.analysis.descents import Course
    from explorer.plots.figure import LossLook, Mark
    from explorer.plots.lens import Lens
    from explorer.plots.shown import Shown, Sight
    from explorer.plots.timeline_columns import Columns
    from explorer.study.state import State
    from explorer.study.study import Look

KEY: Final = "timeline"
TITLE: Final = "Descent"
TIME: Final = "timeline.time"  # the handle
FIRST: Final = "timeline.first"  # option: the first lane that is seen
NARROW: Final = Margins(left=46.0, top=28.0, right=84.0, bottom=8.0)
LANES: Final = 5  # that are seen at once
FUTURE: Final = 0.43  # opacity of what is to come
HEAD: Final = -7.0  # pixels from the plot's top to the line of the steps, as high as the cursor's pill
FLOOR_MEANS: Final = noted("The lowest value that the loss can have with these targets, whatever the logits")


@dataclass(frozen=True, slots=True, eq=False)
class Lane:
    """One loss: what it is, how it looks, where it stands now, and its course as far as it is known."""

    entry: Shown
    index: int  # among the study's shown losses
    course: Course | None

    @property
    def ended(self) -> int | None:
        """The step at which the loss left the numbers, if it did."""
        return None if self.course is None else self.course.diverged

    @property
    def stopped(self) -> str:
        """What is said of a loss that left the numbers; "" of others."""
        at = self.ended
        return "" if at is None else say("diverged at step {step}", step=numbers.count(at))


def depends(state: State) -> Hashable:
    """Return what of the state the figure is about."""
    look = state.look
    return (
        seen_of(state),
        Same(near_descents_of(state)),
        plan_of(look),
        (look.time, look.landscape_loss, look.option(FIRST)),
    )


def time_of(state: State) -> int:
    """Return the step that is shown, at most the last."""
    return min(state.look.time, plan_of(state.look).updates)


def lanes_of(state: State, seen: Sight | None = None) -> tuple[Lane, ...]:
    """Return the losses that are on and have a value, each with its course where there is one.

    seen: what `sight` says of the state, for callers that have asked already.
    """
    made, entries = near_descents_of(state), iter((seen or sight(state)).losses)
    on = [index for index, shown in enumerate(state.study.shown) if shown.on]
    courses: Sequence[Course | None] = [None] * len(on) if made is None else made.courses
    return tuple(
        Lane(next(entries), index, course)
        for index, evaluation, course in zip(on, evaluations(state), courses, strict=True)
        if evaluation.refusal is None
    )


def shown_index(state: State) -> int:
    """Return which of the study's losses has the copy that the cards show."""
    place = selected(state)
    if place is None:
        return state.look.landscape_loss
    return [index for index, shown in enumerate(state.study.shown) if shown.on][place]


# The figure with lanes


def figure(state: State) -> Figure:
    """Return the lanes of the losses, those that are seen; a note where none has a value."""
    return _figure(state, WIDE)


def figure_in(state: State, width: float) -> Figure:
    """Return the lanes for a picture so many pixels wide: without the floors where there is little room."""
    return _figure(state, SLIM if width < SLIM_BELOW else WIDE)


def _figure(state: State, columns: Columns) -> Figure:
    seen = sight(state)
    lanes = lanes_of(state, seen)
    first, updates = first_of(state.look, len(lanes)), plan_of(state.look).updates
    visible = lanes[first : first + LANES]
    return Figure(
        key=KEY,
        title="",
        x=Axis(low=0.0, high=float(updates)),
        y=Axis(low=max(len(visible), 1) - 0.5, high=-0.5),
        margins=columns.margins,
        narrow=NARROW,
        marks=()
        if seen.note
        else (*_band(state, visible), *_now(state, visible, columns), *_steps(state, columns)),
        still=() if seen.note else _still(tuple(_drawn(lane) for lane in visible), columns),
        aside=() if seen.note else _scrolled(first, len(visible), len(lanes)),
        handles=() if seen.note else (cursor(state),),
        scrolls=len(lanes) > LANES,
        note=seen.note,
        description=seen.note or description(state, lanes) + seen.missing,
    )


def first_of(look: Look, count: int) -> int:
    """Return the first lane that is seen of so many."""
    text = look.option(FIRST, "0")
    wanted = int(text) if text.isdecimal() else 0
    return min(wanted, max(count - LANES, 0))


def scrolled(look: Look, count: int, lines: float) -> Look:
    """Return the look with the lanes so many further down, as far as there are lanes."""
    first = first_of(look, count) + (1 if lines > 0 else -1)
    return look.with_option(FIRST, str(min(max(first, 0), max(count - LANES, 0))))


def in_sight(look: Look, count: int, place: int) -> Look:
    """Return the look with this one of so many lanes among those that are seen."""
    first = first_of(look, count)
    first = min(max(first, place - LANES + 1), place)
    return look if first == first_of(look, count) else look.with_option(FIRST, str(first))


def _band(state: State, visible: Sequence[Lane]) -> tuple[Mark, ...]:
    """Mark the lane of the loss whose copy the cards show, where there are several."""
    if len(visible) < 2:
        return ()
    shown = shown_index(state)
    rows = (row for row, lane in enumerate(visible) if lane.index == shown)
    return tuple(Band(x0=row - 0.5, x1=row + 0.5, across=True) for row in rows)


def _drawn(lane: Lane) -> tuple[LossLook, str, Same[Told] | None, float]:
    """Return all that the part of a lane depends on that stays while time runs."""
    course = None if lane.course is None else Same(lane.course.told)
    return lane.entry.look, lane.entry.label, course, lane.entry.evaluation.lowest


@cached(maxsize=16)  # the same marks are told from others at once
def _still(
    drawn: tuple[tuple[LossLook, str, Same[Told] | None, float], ...], columns: Columns
) -> tuple[Mark, ...]:
    """Draw what stays while time runs: heads, signs, names, grey lines, floors, and each whole curve."""
    marks: list[Mark] = [
        Text(place=_head(0.0, Unit.PLOT, -20.0), text=say("step"), anchor="right", colour="mut", size="tick"),
        _column_head(columns.loss, say("loss")),
    ]
    if columns.floor is not None:
        marks.append(replace(_column_head(columns.floor, say("floor")), tip=say(FLOOR_MEANS)))
    for row, (look, label, course, lowest) in enumerate(drawn):
        marks.append(Swatch(place=Place(0.0, row, across=Unit.CARD, dx=25.0), look=look))
        marks.append(_name(row, label, columns.name))
        if columns.floor is not None:
            floor = "" if course is not None and course.it.diverged is not None else numbers.fixed(lowest, 3)
            marks.append(_number(row, columns.floor, floor, "ink2"))
        if course is not None:
            marks += _whole(row, look, course, lowest)
            if is_logarithmic(course, lowest):
                place = Place(1.0, row, across=Unit.PLOT, dx=6.0)
                marks.append(Text(place=place, text=say("log"), colour="mut", size="tick"))
    return tuple(marks)


def _head(x: float, unit: Unit, dx: float) -> Place:
    return Place(x, 1.0, across=unit, up=Unit.PLOT, dx=dx, dy=HEAD)


def _column_head(dx: float, text: str) -> Text:
    return Text(place=_head(1.0, Unit.CARD, dx), text=text, anchor="right", colour="mut", size="tick")


def _name(row: int, label: str, room: float) -> Text:
    return Text(place=Place(0.0, row, across=Unit.CARD, dx=44.0), text=label, size="name", room=room)


def _number(row: int, dx: float, text: str, colour: str, bold: bool = False) -> Text:
    place = Place(1.0, row, across=Unit.CARD, dx=dx)
    return Text(
        place=place, text=text, anchor="right", colour=colour, size="name", bold=bold, mono=True, room=84.0
    )


def _whole(row: int, look: LossLook, course: Same[Told], lowest: float) -> list[Mark]:
    """Draw the grey line of a lane and, pale, the curve of all its steps."""
    base = np.array([row + HALF])
    curve = whole_of(replace(look, opacity=look.opacity * FUTURE), course, lowest, row)
    return [
        Segments(x0=np.array([0.0]), y0=base, x1=np.asarray(curve.x)[-1:], y1=base, colour="grid", width=1.0),
        curve,
    ]


def _now(state: State, visible: Sequence[Lane], columns: Columns) -> list[Mark]:
    """Draw the travelled part of every curve, its marker at the cursor, and the loss there."""
    time = time_of(state)
    marks: list[Mark] = []
    for row, lane in enumerate(visible):
        marks += travelled(lane, row, time)
        if columns.floor is None and lane.ended is not None:
            marks.append(_ended(row, lane.ended, time, columns))
        if columns.floor is not None or lane.ended is None or time < lane.ended:
            value = lane.entry.evaluation.value
            marks.append(_number(row, columns.loss, numbers.fixed(value, 3), "ink", bold=True))
        if lane.stopped and columns.floor is not None:
            place = Place(1.0, row, across=Unit.CARD, dx=columns.floor)
            marks.append(Text(place=place, text=lane.stopped, anchor="right", size="tick", room=112.0))
    return marks


def _ended(row: int, ended: int, time: int, columns: Columns) -> Text:
    """Say that a loss diverged: behind the end of its curve, and from there on in the place of its number."""
    if time >= ended:
        place = Place(1.0, row, across=Unit.CARD, dx=columns.loss)
        return Text(place=place, text=say("diverged"), anchor="right", size="name", room=84.0)
    place = Place(float(ended), row, dx=5.0)
    return Text(place=place, text=say("diverged"), size="tick", until=Place(1.0, row, across=Unit.PLOT))


def travelled(lane: Lane, row: int, time: int) -> list[Mark]:
    """Draw a curve as far as time has come, and the loss's marker at its end."""
    look, course = lane.entry.look, lane.course
    if course is None:
        return []
    whole = whole_of(look, Same(course.told), lane.entry.evaluation.lowest, row)
    at, heights = np.asarray(whole.x), np.asarray(whole.y)
    count = int(np.searchsorted(at, time, side="right"))
    now = min(float(time), float(at[-1]))
    x, y = np.append(at[:count], now), np.append(heights[:count], np.interp(now, at, heights))
    marks: list[Mark] = [replace(whole, x=x, y=y, part_of=whole)] if len(x) > 2 else []
    return [*marks, Points(x=x[-1:], y=y[-1:], look=look, size=8.0)]


def _steps(state: State, columns: Columns) -> list[Text]:
    """Write round steps over the lanes, but for those that the cursor's pill would touch."""
    updates, time = plan_of(state.look).updates, time_of(state)
    return [
        Text(place=_head(tick.at, Unit.DATA, 0.0), text=tick.text, anchor="center", colour="mut", size="tick")
        for tick in ticks(0.0, float(updates), most=columns.ticks)
        if tick.at == int(tick.at) and abs(tick.at - time) >= columns.away * updates
    ]


def _scrolled(first: int, visible: int, count: int) -> tuple[Mark, ...]:
    """Say which lanes are seen where there are more."""
    if count <= visible:
        return ()
    words = say("{first}–{last} of {all}", first=first + 1, last=first + visible, all=count)
    place = Place(0.0, 1.0, across=Unit.CARD, up=Unit.PLOT, dx=12.0, dy=HEAD)
    return (Text(place=place, text=words, colour="mut", size="tick"),)


def cursor(state: State) -> Handle:
    """Return the cursor in time."""
    time, updates = time_of(state), plan_of(state.look).updates
    words = say("step {step} of {all}", step=numbers.count(time), all=numbers.count(updates))
    return Handle(
        id=TIME,
        place=Place(float(time), 1.0, up=Unit.PLOT),
        axis="x",
        low=0.0,
        high=float(updates),
        shape="cursor",
        reach="line",
        text=numbers.count(time),
        name=words,
        tip=words,
    )


def description(state: State, lanes: Sequence[Lane]) -> str:
    """Say the step, and of every loss its value there, its floor, and whether it diverged."""
    words = []
    for lane in lanes:
        value, lowest = lane.entry.evaluation.value, lane.entry.evaluation.lowest
        text = say(
            "{loss} {value}, floor {floor}",
            loss=lane.entry.label,
            value=numbers.fixed(value, 3),
            floor=numbers.fixed(lowest, 3),
        )
        words.append(say("{loss}, {stopped}", loss=text, stopped=lane.stopped) if lane.stopped else text)
    time, updates = time_of(state), plan_of(state.look).updates
    return say(
        "Step {step} of {all}. {losses}.",
        step=numbers.count(time),
        all=numbers.count(updates),
        losses=clauses(words),
    )


# What the hand does


def move(state: State, handle_id: str, position: tuple[float, float]) -> Move | None:
    """Bring the cursor to a step."""
    return at_step(state, round(position[0])) if handle_id == TIME else None


def nudge(state: State, handle_id: str, amount: float) -> Move | None:
    """Step by a key: by one, with Shift (an amount of 1) by ten."""
    steps = max(1, round(10 * abs(amount))) if abs(amount) >= 1 else 1
    return at_step(state, time_of(state) + (steps if amount > 0 else -steps)) if handle_id == TIME else None


def at_step(state: State, step: int) -> Move:
    """Show a step, kept within those that there are."""
    held = min(max(step, 0), plan_of(state.look).updates)
    return Move(state.with_look(time=held), say("Go to step {step}", step=held), TIME)


def lens(state: State, figure: Figure, x: float, y: float) -> Lens | None:
    """Read every loss at a step, as far as its descent is computed."""
    from explorer.plots.lens import Lens, Row  # not needed to show the window

    if not figure.x.low <= x <= figure.x.high:
        return None
    step = round(x)
    known = [
        (lane, float(lane.course.values[step]))
        for lane in lanes_of(state)
        if lane.course is not None and step < len(lane.course.values)
    ]
    if not known:
        return None
    rows = tuple(Row(lane.entry.label, numbers.fixed(value, 4), lane.entry.look) for lane, value in known)
    chosen = [value for lane, value in known if lane.index == shown_index(state)]
    area = (step, figure.y.low, step, figure.y.high)
    return Lens(say("step {step}", step=numbers.count(step)), rows, area, (chosen or [known[0][1]])[0])


def copied(state: State) -> str:
    """Return the value of every loss at every step that is computed."""
    lanes = [(lane, lane.course) for lane in lanes_of(state)]
    courses = [(lane, course) for lane, course in lanes if course is not None]
    longest = max((len(course.values) for _, course in courses), default=0)
    rows = [
        (step, *(course.values[step] if step < len(course.values) else float("nan") for _, course in courses))
        for step in range(longest)
    ]
    return tabbed([("step", *(lane.entry.label for lane, _ in courses))]) + tabbed(rows)
