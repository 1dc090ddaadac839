"""The timeline in one row: every curve over the same plot, for windows without room for a lane each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from explorer.analysis.keeping import Same
from explorer.analysis.plans import plan_of
from explorer.plots.figure import Axis, Figure, Margins
from explorer.plots.shown import sight
from explorer.plots.timeline import (
    FUTURE,
    copied,
    cursor,
    depends,
    description,
    lanes_of,
    lens,
    time_of,
    travelled,
)
from explorer.plots.timeline_curves import whole_of
from explorer.wording import cached

if TYPE_CHECKING:
    from explorer.analysis.courses import Told
    from explorer.plots.figure import LossLook, Mark
    from explorer.study.state import State

__all__ = ["KEY", "TITLE", "copied", "depends", "figure", "lens"]

KEY: Final = "timeline_row"
TITLE: Final = "Descent"
MARGINS: Final = Margins(left=20.0, top=20.0, right=16.0, bottom=3.0)
LIMITS: Final = (0.5, -0.5)


def figure(state: State) -> Figure:
    """Return every loss's curve, each on a scale of its own; a note where none has a value."""
    seen = sight(state)
    lanes, note = lanes_of(state, seen), seen.note
    known = tuple(
        (lane.entry.look, Same(lane.course.told), lane.entry.evaluation.lowest)
        for lane in lanes
        if lane.course is not None
    )
    time = time_of(state)
    return Figure(
        key=KEY,
        title="",
        x=Axis(low=0.0, high=float(plan_of(state.look).updates)),
        y=Axis(low=LIMITS[0], high=LIMITS[1]),
        margins=MARGINS,
        marks=() if note else tuple(mark for lane in lanes for mark in travelled(lane, 0, time)),
        still=() if note else _still(known),
        handles=() if note else (cursor(state),),
        note=note,
        description=note or description(state, lanes) + seen.missing,
    )


@cached(maxsize=16)  # the same marks are told from others at once
def _still(known: tuple[tuple[LossLook, Same[Told], float], ...]) -> tuple[Mark, ...]:
    """Draw the whole curves, pale."""
    return tuple(
        whole_of(replace(look, opacity=look.opacity * FUTURE), course, lowest, 0)
        for look, course, lowest in known
    )
