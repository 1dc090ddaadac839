"""The slice: every loss while one logit moves and all others stay; dragging the cursor moves it.

At a later step of a descent each loss's curve runs through its own copy, where its marker is.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.slices import slice_along
from explorer.plots import numbers
from explorer.plots.curves import LEGEND, POINTS, POINTS_ENLARGED, loss_axis, loss_marks
from explorer.plots.figure import Axis, Figure, Handle, Margins, Place, Unit
from explorer.plots.limits import FOURS, fitted, held, ticks
from explorer.plots.moves import FARTHEST
from explorer.plots.names import said, tip
from explorer.plots.phrases import listed
from explorer.plots.shown import seen_of, sight
from explorer.plots.traces import followed
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Hashable

    from explorer.plots.limits import Limits
    from explorer.plots.shown import Sight
    from explorer.study.state import State
    from explorer.study.table import Sample

KEY: Final = "slice"
TITLE: Final = "Slice"
WANTED: Final = (-8.0, 8.0)
MARGINS: Final = Margins(left=46.0, top=26.0, right=124.0, bottom=26.0)
NARROW: Final = Margins(left=44.0, top=26.0, right=34.0, bottom=26.0 + LEGEND)


def depends(state: State) -> Hashable:
    """Return what of the state the figure is about."""
    look = state.look
    return seen_of(state), look.slice_class, look.enlarged == KEY, state.views.get(KEY)


def figure(state: State) -> Figure:
    """Return the slice along the slice class; a note where no loss has a value."""
    seen = sight(state)
    sample, index = state.sample, state.look.slice_class
    name = numbers.shortened(sample.classes[index], 16)
    low, high = _limits(state)
    grid = _grid(low, high, POINTS_ENLARGED if state.look.enlarged == KEY else POINTS)
    found = [entry.evaluation for entry in seen.losses]
    curves = [slice_along(each.sample, each.shown, index, grid, each.other) for each in found]
    values = [each.value for each in found]
    places = [float(each.sample.logits[index]) for each in found]
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle=say("loss as s({name}) moves", name=name),
        corner=seen.corner,
        x=Axis(
            low=low,
            high=high,
            title=f"s({name})",
            ticks=ticks(low, high, signed=True, factors=FOURS),
            free=True,
        ),
        y=loss_axis(state.views.get(KEY), curves, values, say("↑ loss, nat")),
        margins=MARGINS,
        narrow=NARROW,
        marks=() if seen.note else loss_marks(seen.losses, grid, curves, places, values),
        handles=(cursor(state.sample, state.look.slice_class),),
        note=seen.note,
        description=_description(state, seen),
    )


def _limits(state: State) -> Limits:
    """Hold −8 to 8 and the logit; where the logit is not a number it has no place to be held."""
    at = followed(state, state.look.slice_class)
    wanted = (min(WANTED[0], at), max(WANTED[1], at))
    fit = WANTED if wanted == WANTED else fitted(*wanted)
    return held(state.views.get(KEY), "x", fit, (at, at), FOURS)


@lru_cache(maxsize=16)
def _grid(low: float, high: float, points: int) -> np.ndarray:
    grid = np.linspace(low, high, points)
    grid.flags.writeable = False
    return grid


def cursor(sample: Sample, index: int) -> Handle:
    """Return the line at a logit, which moves it; where the logit is not a number the line is at 0."""
    at = float(sample.logits[index])
    described = sample.classes[index], at, float(sample.targets[index])
    return Handle(
        id="slice",
        place=Place(at if np.isfinite(at) else 0.0, 1.0, up=Unit.PLOT),
        axis="x",
        low=-FARTHEST,
        high=FARTHEST,
        shape="cursor",
        reach="line",
        text=numbers.signed(at),
        name=said(*described),
        tip=tip(*described),
    )


def _description(state: State, seen: Sight) -> str:
    index = state.look.slice_class
    name, at = state.sample.classes[index], numbers.signed(float(state.sample.logits[index]))
    values = [f"{entry.label} {numbers.fixed(entry.evaluation.value, 3)}" for entry in seen.losses]
    if seen.note:
        return seen.note
    words = say(
        "Loss along the logit of {name}, now {at}: {losses}.", name=name, at=at, losses=listed(values)
    )
    return words + seen.missing
