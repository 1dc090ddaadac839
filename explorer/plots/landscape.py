"""The landscape: one loss over two logits, with every loss's descent from where the sample stands.

The paths are the courses of the descents, seen in the two logits; before those are computed, descents of the
two logits alone. At a later step the landscape is that round the selected loss's copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from explorer.analysis.at_time import own, settled
from explorer.analysis.landscape import landscape
from explorer.plots import numbers
from explorer.plots.choices import landscape_choices
from explorer.plots.figure import (
    Arrows,
    Axis,
    Figure,
    Handle,
    Image,
    Line,
    Margins,
    Place,
    Ramp,
    Swatch,
    Text,
    Unit,
)
from explorer.plots.limits import FOURS, WIDEST, grown, held, ticks
from explorer.plots.moves import FARTHEST
from explorer.plots.paths import followed, path_marks, paths_of, words
from explorer.plots.phrases import clauses
from explorer.plots.shown import seen_of, sight
from explorer.wording import cached, noted, say

if TYPE_CHECKING:
    from collections.abc import Hashable

    from explorer.analysis.landscape import Landscape
    from explorer.plots.figure import Mark, View
    from explorer.plots.limits import Limits
    from explorer.plots.paths import Path
    from explorer.plots.shown import Shown, Sight
    from explorer.study.state import State

KEY: Final = "landscape"
TITLE: Final = "Landscape"
WANTED: Final = (-4.0, 6.0)
FOLLOWED: Final = 12.0  # a fresh view holds the ends of paths as far as this
STEP: Final = 2.0  # in which the limits of a fresh view go beyond what is wanted
MARGINS: Final = Margins(left=40.0, top=26.0, right=158.0, bottom=26.0)
NARROW: Final = Margins(left=36.0, top=26.0, right=16.0, bottom=26.0)
KEY_LEFT: Final = -142.0  # pixels from the card's right side to the key
KEY_WIDTH: Final = 128.0
KEY_TOP, KEY_STEP = 8.0, 18.0  # pixels from the card's body to the first line, and between lines
MOST_NAMED: Final = 6
MOST_NAMED_ENLARGED: Final = 20
TOO_FEW: Final = noted("A landscape needs two classes. A right click on the table adds one.")

choices: Final = landscape_choices


def depends(state: State) -> Hashable:
    """Return what of the state the figure is about."""
    look = state.look
    about = (look.landscape, look.landscape_loss, look.enlarged == KEY)
    return seen_of(state), about, followed(state), state.views.get(KEY)


def figure(state: State) -> Figure:
    """Return the landscape of the chosen loss; a note with one class, or where no loss has a value."""
    seen = sight(state)
    note = say(TOO_FEW) if len(state.sample.classes) < 2 else seen.note
    return _empty(note) if note else _figure(state, seen)


def _empty(note: str) -> Figure:
    axis = Axis(low=WANTED[0], high=WANTED[1])
    return Figure(key=KEY, title=TITLE, x=axis, y=axis, margins=MARGINS, note=note, description=note)


def _figure(state: State, seen: Sight) -> Figure:
    sample, classes = state.sample, state.look.landscape
    field = _field(state, seen)
    start = tuple(float(own(state).logits[index]) for index in classes)
    paths = paths_of(state, seen, field)
    ends = np.array([path.end for path in paths]).reshape(-1, 2)
    x, y = _squared(
        _limits(state, "x", start[0], ends[:, 0]),
        _limits(state, "y", start[1], ends[:, 1]),
        state.views.get(KEY),
    )
    about = field.evaluation
    ground = settled(state, classes) if about.sample is sample else about.sample
    drawn = landscape(ground, about.shown, classes, x, y, other=about.other)
    names = tuple(numbers.shortened(sample.classes[index], 12) for index in classes)
    return Figure(
        key=KEY,
        title=TITLE,
        has_menu=True,
        subtitle=say("{loss}, two logits", loss=field.label),
        corner=words(state, seen, paths),
        x=Axis(
            low=x[0],
            high=x[1],
            title=f"s({names[0]})",
            ticks=ticks(*x, signed=True, factors=FOURS),
            free=True,
        ),
        y=Axis(
            low=y[0],
            high=y[1],
            title=f"↑ s({names[1]})",
            ticks=ticks(*y, signed=True, factors=FOURS),
            free=True,
        ),
        margins=MARGINS,
        narrow=NARROW,
        keep_aspect=True,
        marks=(*_ground(drawn), *path_marks(paths)),
        aside=tuple(_key(seen, drawn, state.look.enlarged == KEY)),
        handles=(_start(state, start),),
        description=_description(state, seen, paths),
    )


def field_of(state: State) -> Shown | None:
    """Return the loss whose landscape is drawn; None where no loss has a value."""
    seen = sight(state)
    return _field(state, seen) if seen.losses else None


def _field(state: State, seen: Sight) -> Shown:
    """Return the loss chosen for the landscape, or the first that has a value."""
    shown, chosen = state.study.shown, state.look.landscape_loss
    wanted = shown[chosen] if 0 <= chosen < len(shown) else None
    return next((entry for entry in seen.losses if entry.evaluation.shown is wanted), seen.losses[0])


def _limits(state: State, axis: Literal["x", "y"], start: float, ends: np.ndarray) -> Limits:
    """Hold −4 to 6, where the paths start and, in a fresh view, where they end unless that is far."""
    at = min(max(start, -WIDEST), WIDEST) if np.isfinite(start) else 0.0
    near = ends[np.abs(ends) <= FOLLOWED].tolist()
    low, high = min(WANTED[0], at, *near), max(WANTED[1], at, *near)
    fit = grown(WANTED, (low, high), STEP)
    return held(state.views.get(KEY), axis, fit, (at, at), FOURS)


def _squared(x: Limits, y: Limits, view: View | None) -> tuple[Limits, Limits]:
    """Widen the shorter axis, so that equal units fill the card; limits chosen by hand stay."""
    if view is not None and view.chosen:
        return x, y
    span = max(x[1] - x[0], y[1] - y[0])
    wide_x, wide_y = (
        (low - (span - (high - low)) / 2, high + (span - (high - low)) / 2) for low, high in (x, y)
    )
    return wide_x, wide_y


@cached(maxsize=4)
def _ground(drawn: Landscape) -> tuple[Mark, ...]:
    """Draw the field on the neutral ramp, its contours and where a descent of it would go.

    The same landscape gives the same marks, so that paint can keep what it made of them.
    """
    marks: list[Mark] = []
    if np.isfinite(drawn.low):
        # the outermost points are the middles of the outermost cells
        half_x, half_y = ((grid[1] - grid[0]) / 2 for grid in (drawn.xs, drawn.ys))
        marks.append(
            Image(
                values=drawn.values,
                low=drawn.low,
                high=drawn.high,
                x0=drawn.xs[0] - half_x,
                x1=drawn.xs[-1] + half_x,
                y0=drawn.ys[0] - half_y,
                y1=drawn.ys[-1] + half_y,
            )
        )
    lines = [line for _, level in drawn.contours for line in level]
    if lines:
        # one mark for all: a NaN after each line breaks them
        broken = np.concatenate([np.vstack((line, (np.nan, np.nan))) for line in lines])
        marks.append(Line(x=broken[:, 0], y=broken[:, 1], colour="mut", width=0.8))
    field = drawn.field
    return (*marks, Arrows(x=field.x, y=field.y, u=field.u, v=field.v))


def _key(seen: Sight, drawn: Landscape, enlarged: bool) -> list[Mark]:
    """Return the key beside the plot: paths, start, and the ramp with its limits."""
    most = MOST_NAMED_ENLARGED if enlarged else MOST_NAMED
    named = seen.losses if len(seen.losses) <= most else seen.losses[: most - 1]
    marks: list[Mark] = [_key_text(0, say("descent paths"), 0.0)]
    for line, entry in enumerate(named, start=1):
        marks.append(Swatch(place=_key_place(line, 13.0), look=entry.look))
        marks.append(_key_text(line, entry.label, 32.0))
    if len(named) < len(seen.losses):
        more = say("and {count} more", count=len(seen.losses) - len(named))
        marks.append(_key_text(len(named) + 1, more, 32.0))
    start = len(named) + (len(named) < len(seen.losses)) + 1
    dot = Text(place=_key_place(start, 13.0), text="●", anchor="center", colour="ink", size="body")
    marks += [dot, _key_text(start, say("start"), 32.0)]
    if np.isfinite(drawn.low):
        low = Place(1.0, 0.0, across=Unit.CARD, up=Unit.CARD, dx=KEY_LEFT, dy=-46.0)
        unit = say("contour each {step} nat", step=f"{drawn.step:g}") if drawn.step else say("nat")
        marks.append(Text(place=low, text=unit, colour="mut", size="tick", room=KEY_WIDTH))
        below = Place(1.0, 0.0, across=Unit.CARD, up=Unit.CARD, dx=KEY_LEFT, dy=-34.0)
        limits = (numbers.fixed(drawn.low, 1), numbers.fixed(drawn.high, 1))
        marks.append(Ramp(place=below, width=KEY_WIDTH, low=limits[0], high=limits[1]))
    return marks


def _key_place(line: int, dx: float) -> Place:
    dy = KEY_TOP + line * KEY_STEP
    return Place(1.0, 1.0, across=Unit.CARD, up=Unit.CARD, dx=KEY_LEFT + dx, dy=dy)


def _key_text(line: int, text: str, dx: float) -> Text:
    colour = "mut" if line == 0 else "ink2"
    return Text(place=_key_place(line, dx), text=text, colour=colour, size="name", room=KEY_WIDTH - dx)


def _start(state: State, start: tuple[float, ...]) -> Handle:
    """Return the dot where the sample stands, which moves both logits."""
    first, second = (state.sample.classes[index] for index in state.look.landscape)
    x, y = (value if np.isfinite(value) else 0.0 for value in start)
    values = f"s({first}) = {numbers.exact(start[0])}\ns({second}) = {numbers.exact(start[1])}"
    return Handle(
        id="landscape",
        place=Place(x, y),
        axis="both",
        low=-FARTHEST,
        high=FARTHEST,
        shape="knob",
        width=12.0,
        height=12.0,
        name=f"{first} {numbers.signed(start[0])}, {second} {numbers.signed(start[1])}",
        tip=say("start of the descents\n{values}", values=values),
    )


def _description(state: State, seen: Sight, paths: list[Path]) -> str:
    first, second = (state.sample.classes[index] for index in state.look.landscape)
    ends = [
        f"{path.entry.label} {numbers.signed(float(path.end[0]))}, {numbers.signed(float(path.end[1]))}"
        for path in paths
    ]
    about = say(
        "Descents over the logits of {first} and {second} end at: {ends}.",
        first=first,
        second=second,
        ends=clauses(ends),
    )
    return about + seen.missing
