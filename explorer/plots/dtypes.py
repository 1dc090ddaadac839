"""The dtype microscope: what one loss loses in 32 and 16 bits while a logit runs through a range.

A band for each form and format. Grey is the relative error on a log ramp; where the gradient is 0 and should
not be, the band is full ink; hatched where the format has no number so small; crossed where it is no number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.dtypes import microscope, runs, worst
from explorer.analysis.narrow import FORMATS
from explorer.plots import numbers
from explorer.plots.figure import (
    Axis,
    Figure,
    Image,
    Margins,
    Place,
    Ramp,
    Rectangles,
    Segments,
    Text,
    Tick,
    Unit,
)
from explorer.plots.limits import ticks
from explorer.plots.one_loss import chosen_loss, loss_choice, option, options
from explorer.plots.phrases import joined, listed, stated
from explorer.plots.shown import seen_of, sight
from explorer.plots.slice import cursor
from explorer.plots.tabbed import tabbed
from explorer.wording import cached, noted, say

if TYPE_CHECKING:
    from collections.abc import Hashable

    from explorer.analysis.dtypes import Band, Errors, Microscope
    from explorer.plots.choices import Choice
    from explorer.plots.figure import Mark
    from explorer.plots.lens import Lens
    from explorer.plots.shown import Shown
    from explorer.study.state import State

KEY: Final = "dtypes"
TITLE: Final = "Dtype microscope"
QUANTITIES: Final = {"gradient": noted("gradient"), "value": noted("value")}
RANGES: Final = {
    "40": noted("−40 to 40"),
    "10": noted("−10 to 10"),
    "100": noted("−100 to 100"),
    "1000": noted("−1,000 to 1,000"),
}
POINTS: Final = 181
POINTS_ENLARGED: Final = 361
STEP: Final = 3.7  # from one form to the next, in bands
ROOM_FOR_FORMATS: Final = 3  # forms up to which each band can carry the name of its format
EXACT: Final = -16.0  # decades of the ramp: this error and smaller ones have the colour of the card
HATCH: Final = 1 / 44  # of the range from one stroke to the next
MARGINS: Final = Margins(left=112.0, top=26.0, right=16.0, bottom=62.0)
NAMED: Final = Margins(left=112.0, top=26.0, right=66.0, bottom=62.0)
ENLARGED: Final = Margins(left=212.0, top=26.0, right=66.0, bottom=62.0)
NARROW: Final = Margins(left=92.0, top=26.0, right=12.0, bottom=26.0)
KEY_LINE: Final = 20.0
SOURCE_LINE: Final = 14.0  # from a form's name down to where it comes from


def depends(state: State) -> Hashable:
    """Return what of the state the figure is about."""
    look = state.look
    names = (f"{KEY}.loss", f"{KEY}.error", f"{KEY}.range")
    return seen_of(state), look.slice_class, look.enlarged == KEY, tuple(look.option(name) for name in names)


def choices(state: State) -> tuple[Choice, ...]:
    """Return the losses, what of them is looked at, and how far the logit runs."""
    return (
        loss_choice(state, KEY),
        options(state, f"{KEY}.error", noted("Error of the"), QUANTITIES),
        options(state, f"{KEY}.range", noted("Logit from"), RANGES),
    )


def figure(state: State) -> Figure:
    """Return the bands of the chosen loss; a note where no loss has a value."""
    seen = sight(state)
    entry = chosen_loss(state, KEY, seen)
    if entry is None:
        axis = Axis(low=0.0, high=1.0)
        return Figure(
            key=KEY, title=TITLE, has_menu=True, x=axis, y=axis, note=seen.note, description=seen.note
        )
    found = _found(state, entry)
    quantity = option(state, f"{KEY}.error", QUANTITIES)
    count = len(found.bands) // len(FORMATS)
    enlarged = state.look.enlarged == KEY
    named = count <= ROOM_FOR_FORMATS or enlarged
    reach = float(found.grid[-1])
    name = numbers.shortened(state.sample.classes[state.look.slice_class], 16)
    formats = listed(dtype.name for dtype in FORMATS)
    order = "" if named else say("{formats} downwards", formats=formats)
    return Figure(
        key=KEY,
        title=TITLE,
        has_menu=True,
        subtitle=say("{loss}, error of the {quantity}", loss=entry.label, quantity=say(QUANTITIES[quantity])),
        corner=_corner(found),
        x=Axis(low=-reach, high=reach, title=f"s({name})", ticks=ticks(-reach, reach, signed=True)),
        y=Axis(
            low=count * STEP - (STEP - len(FORMATS)) + 0.2,
            high=-0.2,
            title=order,
            ticks=_names(found),
            names=True,
        ),
        margins=ENLARGED if enlarged else NAMED if named else MARGINS,
        narrow=NARROW,
        marks=_bands(found, quantity),
        aside=(*_key(), *(_formats(count) if named else ()), *(_sources(found) if enlarged else ())),
        handles=(cursor(state.sample, state.look.slice_class),),
        description=_description(entry, found, quantity) + seen.missing,
    )


def _found(state: State, entry: Shown) -> Microscope:
    points = POINTS_ENLARGED if state.look.enlarged == KEY else POINTS
    reach = float(option(state, f"{KEY}.range", RANGES))
    evaluation = entry.evaluation
    found = microscope(
        state.sample, evaluation.shown, state.look.slice_class, reach, points, evaluation.other
    )
    assert found is not None  # a loss that refuses is not among those seen
    return found


def _corner(found: Microscope) -> str:
    if found.missing:
        if len(found.missing) == 1:
            return say("without {name}", name=say(found.missing[0]))
        return say("without {count} forms", count=len(found.missing))
    if found.beside < found.others:
        return say("with {count} of {all} others", count=found.beside, all=numbers.count(found.others))
    return ""


def _top(index: int) -> float:
    """Return the upper edge of a band in rows counted downwards."""
    form, dtype = divmod(index, len(FORMATS))
    return form * STEP + dtype


def _names(found: Microscope) -> tuple[Tick, ...]:
    """Name each form beside the middle one of its bands."""
    return tuple(
        Tick(_top(index) + len(FORMATS) / 2, band.title, bold=not band.form, keep=True)
        for index, band in enumerate(found.bands)
        if index % len(FORMATS) == 0
    )


def _sources(found: Microscope) -> list[Mark]:
    """Say under each form's name which code computes so."""
    return [
        Text(
            place=Place(0.0, _top(index) + 0.5 * len(FORMATS), across=Unit.PLOT, dx=-7.0, dy=SOURCE_LINE),
            text=band.source,
            anchor="right",
            colour="mut",
            size="tick",
            room=ENLARGED.left - 18.0,
        )
        for index, band in enumerate(found.bands)
        if index % len(FORMATS) == 0
    ]


def _formats(count: int) -> list[Mark]:
    return [
        Text(
            place=Place(1.0, _top(index) + 0.5, across=Unit.PLOT, dx=6.0),
            text=FORMATS[index % len(FORMATS)].name,
            colour="mut",
            size="tick",
        )
        for index in range(count * len(FORMATS))
    ]


@cached(maxsize=4)  # the same marks are told from others at once
def _bands(found: Microscope, quantity: str) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    half = float(found.grid[1] - found.grid[0]) / 2
    hatches: list[np.ndarray] = []
    for index, band in enumerate(found.bands):
        errors: Errors = getattr(band, quantity)
        top = _top(index)
        left, right = float(found.grid[0]) - half, float(found.grid[-1]) + half
        marks.append(
            Image(values=_logs(errors), low=EXACT, high=0.0, x0=left, x1=right, y0=top + 0.94, y1=top + 0.06)
        )
        marks += _filled(found.grid, errors, half, top)
        hatches += [*_hatched(found.grid, errors.small, half, top, (1,)),
                    *_hatched(found.grid, errors.broken, half, top, (1, -1))]  # fmt: skip
    if hatches:
        x0, y0, x1, y1 = np.concatenate(hatches).T
        marks.append(Segments(x0=x0, y0=y0, x1=x1, y1=y1, colour="ink", width=1.0))
    return tuple(marks)


def _logs(errors: Errors) -> np.ndarray:
    """Return log10 of the relative errors as one row, from exact to all wrong; marked stretches are blank."""
    with np.errstate(all="ignore"):
        logs = np.clip(np.log10(errors.relative), EXACT, 0.0)
    plain = np.where(np.isnan(logs) | errors.broken | errors.small | errors.dead, EXACT, logs)
    return plain[None]


def _filled(grid: np.ndarray, errors: Errors, half: float, top: float) -> list[Mark]:
    """Fill the dead stretches, and outline those that are marked otherwise."""
    marks: list[Mark] = []
    for mask, fill in ((errors.dead, "ink"), (errors.small, None), (errors.broken, None)):
        found = runs(mask)
        if found:
            x0 = np.array([grid[first] - half for first, _ in found])
            x1 = np.array([grid[last] + half for _, last in found])
            low, high = np.full(len(found), top + 0.94), np.full(len(found), top + 0.06)
            marks.append(Rectangles(x0=x0, y0=low, x1=x1, y1=high, fill=fill, edge=None if fill else "ink"))
    return marks


def _hatched(
    grid: np.ndarray, mask: np.ndarray, half: float, top: float, leanings: tuple[int, ...]
) -> list[np.ndarray]:
    """Return slanted strokes over the stretches where a mask is on, rows of x0, y0, x1, y1."""
    step = (grid[-1] - grid[0]) * HATCH
    strokes = []
    for first, last in runs(mask):
        left, right = grid[first] - half, grid[last] + half
        starts = np.arange(np.ceil(left / step) * step, right, step)
        for leaning in leanings:
            x0 = starts
            x1 = np.minimum(starts + step, right)
            share = (x1 - x0) / step  # the last stroke ends where the stretch does
            y0 = np.full_like(x0, top + (0.94 if leaning > 0 else 0.06))
            y1 = y0 - leaning * 0.88 * share
            strokes.append(np.stack([x0, y0, x1, y1], axis=1))
    return strokes


@cached(maxsize=1)
def _key() -> tuple[Mark, ...]:
    """Say what the greys and the patterns mean."""
    return (
        Text(place=_at(12.0, 8.0), text=say("error", "of a number"), colour="mut", size="tick"),
        Ramp(place=_at(48.0, 12.0), width=64.0, low=numbers.power(round(EXACT)), high="1"),
        Text(place=_at(128.0, 8.0), text=say("■ 0 where it should not be"), size="tick"),
        Text(place=_at(282.0, 8.0), text=say("☒ NaN or infinite"), size="tick"),
        Text(place=_at(128.0, -8.0), text=say("▨ 0, too small for the format"), size="tick"),
    )


def _at(dx: float, higher: float = 0.0) -> Place:
    return Place(0.0, 0.0, across=Unit.CARD, up=Unit.CARD, dx=dx, dy=-KEY_LINE - higher)


def _description(entry: Shown, found: Microscope, quantity: str) -> str:
    about = say(
        "{loss}, relative error of the {quantity} against float64.",
        loss=entry.label,
        quantity=say(QUANTITIES[quantity]),
    )
    bands = (
        say(
            "{form} in {format}: {errors}.",
            form=band.title,
            format=band.dtype,
            errors=_said(found, band, quantity),
        )
        for band in found.bands
    )
    return joined(about, *bands)


def _said(found: Microscope, band: Band, quantity: str) -> str:
    errors: Errors = getattr(band, quantity)
    words = [say("at most {error}", error=numbers.scientific(worst(band, quantity), 1))]
    for mask, is_dead in ((errors.dead, True), (errors.broken, False)):
        ends = [[numbers.signed(float(found.grid[end]), 1) for end in run] for run in runs(mask)[:2]]
        stretches = [say("{low} to {high}", low=low, high=high) for low, high in ends]
        if stretches:
            where = stretches[0]
            if len(stretches) > 1:
                where = say("{first} and {second}", first=where, second=stretches[1])
            words.append(
                say("0 from {stretches}" if is_dead else "no number from {stretches}", stretches=where)
            )
    return stated(words)


def lens(state: State, figure: Figure, x: float, y: float) -> Lens | None:
    """Read one band at one logit: what comes out, what is true, and what is special about the form."""
    from explorer.plots.lens import Lens, Row

    entry = chosen_loss(state, KEY, sight(state))
    if entry is None or not figure.x.low <= x <= figure.x.high:
        return None
    found = _found(state, entry)
    index = next((place for place in range(len(found.bands)) if 0.0 <= y - _top(place) < 1.0), None)
    if index is None:
        return None
    band = found.bands[index]
    errors: Errors = getattr(band, option(state, f"{KEY}.error", QUANTITIES))
    at = int(np.abs(found.grid - x).argmin())
    relative = float(errors.relative[at])
    rows = (
        Row(band.source, ""),
        Row("s", numbers.signed(float(found.grid[at]))),
        Row(say("found"), numbers.exact(float(errors.found[at]))),
        Row(say("truth"), numbers.exact(float(errors.truth[at]))),
        Row(say("relative error"), numbers.scientific(relative)),
        *([Row(_special(errors, at), "")] if _special(errors, at) else []),
    )
    top = _top(index)
    area = (float(found.grid[at]), top, float(found.grid[at]), top + 1.0)
    title = say("{form}, {format}", form=band.title, format=band.dtype)
    return Lens(title, rows, area, float(errors.found[at]))


def _special(errors: Errors, at: int) -> str:
    if errors.dead[at]:
        return say("dead: 0 where the truth is not")
    if errors.small[at]:
        return say("0: the format has no number so small")
    return say("no number") if errors.broken[at] else ""


def copied(state: State) -> str:
    """Return the relative errors of every band along the range."""
    entry = chosen_loss(state, KEY, sight(state))
    if entry is None:
        return ""
    found, quantity = _found(state, entry), option(state, f"{KEY}.error", QUANTITIES)
    head = (f"s({state.sample.classes[state.look.slice_class]})",)
    names = (f"{band.title}, {band.dtype}" for band in found.bands)
    columns = (getattr(band, quantity).relative for band in found.bands)
    return tabbed([(*head, *names)]) + tabbed(zip(found.grid, *columns, strict=True))
