"""The way from one step of a story to the next: states between two, whose axes move too; pure.

What plays it decides when; a share u of its time, 0 to 1, says where.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from explorer.analysis.at_time import at_step, descents_of
from explorer.analysis.story_numbers import descended
from explorer.plots import card_of
from explorer.plots.figure import View
from explorer.study.between import between, is_smooth
from explorer.study.values import same_numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.study.state import State

BEFORE_DESCENT: Final = 0.35  # share of the time in which the start of another descent is reached


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """States from a start to an end, in one or two legs: (from, to, share of the time at which it ends)."""

    legs: tuple[tuple[State, State, float], ...]

    @property
    def end(self) -> State:
        """The state at which it arrives, with the limits of its cards."""
        return self.legs[-1][1]

    def at(self, u: float) -> State:
        """Return the state a share u of the time on: the start at 0 and less, the end at 1 and more."""
        begin = 0.0
        for start, end, until in self.legs:
            if u < until:
                return between(start, end, (u - begin) / (until - begin))
            begin = until
        return self.end


def passage(start: State, end: State, cards: Sequence[str]) -> Passage | None:
    """Return the way between two states as these cards show it; None where one can only fade.

    That is where the classes differ, or the losses. A descent of the same sample plays on or back; before
    one of another sample its beginning is reached. Each end gets limits that fit its data where it has none.
    """
    if not is_smooth(start, end):
        return None
    start, end = with_views(start, cards), with_views(end, cards)
    if not (start.look.time or end.look.time):
        return Passage(((start, end, 1.0),))
    if _same_descent(start, end):
        if descents_of(end) is None:
            end = descended(end)
        return Passage(((start, end, 1.0),))
    start = stopped(start)
    if not end.look.time:
        return Passage(((start, end, 1.0),))
    begin = with_views(replace(end.with_look(time=0), views=MappingProxyType({})), cards)
    return Passage(((start, begin, BEFORE_DESCENT), (begin, end, 1.0)))


def with_views(state: State, cards: Sequence[str]) -> State:
    """Return the state with limits for these cards: those it keeps, else those that its figures find."""
    made = dict(state.views)
    for key in cards:
        if key not in made:
            figure = card_of(key).figure(state)
            made[key] = View((figure.x.low, figure.x.high), (figure.y.low, figure.y.high))
    return replace(state, views=MappingProxyType(made))


def stopped(state: State) -> State:
    """Return a state at step 0 whose sample is the copy that was shown."""
    shown = at_step(state).sample
    table = state.study.table.with_row(state.look.sample, shown.logits, shown.targets)
    return state.with_study(state.study.with_table(table)).with_look(time=0)


def _same_descent(a: State, b: State) -> bool:
    one, other = (each.study.table.sample(each.look.sample) for each in (a, b))
    same = same_numbers(one.logits, other.logits) and same_numbers(one.targets, other.targets)
    return same and a.study.shown == b.study.shown
