"""The editor: a bar for each logit that is dragged, a chip for each label that is clicked.

Labelled bars are full, unlabelled ones pale with an edge, soft ones filled to t across. Up to 12
classes have chips with names, up to 60 dots; of more there is a list (`listing`). At a later step of a
descent the bars are the selected loss's copy, with ticks for the others (`traces`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.at_time import own
from explorer.analysis.keeping import Same
from explorer.plots import listing, numbers, traces
from explorer.plots.captions import caption_widths, free_captions, shifts_inside
from explorer.plots.chips import grip_height, handles, held_line, lines_of, target_lines
from explorer.plots.figure import Axis, Figure, Margins, Place, Rectangles, Text
from explorer.plots.limits import extent, fitted, held, ticks
from explorer.plots.moves import FARTHEST
from explorer.plots.names import COLUMNS, NARROW_COLUMNS, class_bands
from explorer.plots.phrases import listed
from explorer.plots.pins import moved_since, pinned_logits
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Hashable

    from explorer.plots.figure import Mark
    from explorer.plots.limits import Limits
    from explorer.study.state import State
    from explorer.study.table import Sample

KEY: Final = "logits"
TITLE: Final = "Logits and labels"
LEAST: Final = (-3.0, 3.0)  # what the axis always holds
HEADROOM: Final = 0.08  # of the data's extent, above and below the longest bars of a fresh view
PLOT_SIZE: Final = (250.0, 380.0)  # pixels of the plot in the usual card
ENLARGED_SIZE: Final = (800.0, 560.0)
ROOMY: Final = 38.0  # pixels of a column in which every value fits
BEYOND: Final = 10.0  # pixels that a value may reach over the plot's right edge
INSIDE_FROM: Final = 18.0  # pixels from the lower edge below which a value would lie under the chips
PIN_CLEAR: Final = 30.0  # pixels beyond the bar from which a pinned bar has room for its own value


@dataclass(frozen=True, slots=True)
class Room:
    """About how many pixels the usual card, or the enlarged one, has for a column and for a logit."""

    column: float
    unit: float


def depends(state: State) -> Hashable:
    """Return what of the state the figure is about."""
    sample, look = state.sample, state.look
    about = (
        sample,
        look.held,
        look.selected,
        Same(state.study.pin),
        look.enlarged == KEY,
        bool(look.time),
        state.views.get(KEY),
        traces.traced(state),
    )
    if len(sample.classes) <= NARROW_COLUMNS:
        return about
    listed = (look.order, look.only, look.search, look.first)
    return about, listed, Same(state.study.shown), Same(state.before)


def figure(state: State) -> Figure:
    """Return the editor of the current sample. Never fails: undefined logits have no bar, but a handle."""
    sample, look = state.sample, state.look
    count = max(len(sample.classes), 1)
    if count > NARROW_COLUMNS:
        return listing.figure(state)
    pinned = pinned_logits(state)
    low, high = _limits(state, pinned)
    width, height = ENLARGED_SIZE if look.enlarged == KEY else PLOT_SIZE
    room = Room(width / count, height / (high - low))
    bottom = lines_of(count).bottom
    y_ticks = ticks(low, high, signed=True)
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle=traces.subtitle(state),
        hint="" if look.time else say("drag · click · type"),
        x=Axis(low=-0.5, high=count - 0.5),
        y=Axis(low=low, high=high, title=say("↑ logit s"), ticks=y_ticks, grid=True, zero=True, free=True),
        margins=Margins(left=48.0, top=36.0, right=16.0, bottom=bottom),
        marks=(
            *class_bands(state, bottom - 6.0),
            *_bars(sample),
            *_pinned_bars(sample, pinned, room),
            *traces.column_ticks(state, half_width(count), (low, high)),
            *traces.column_trails(state, half_width(count)),
            *_values(sample, pinned, look.held, room, (low, high), bool(look.time)),
            *held_line(sample, look.held),
        ),
        still=tuple(target_lines(sample)),
        handles=handles(sample, look.held, room.column),
        description=_description(sample, look.held),
    )


def _limits(state: State, pinned: np.ndarray | None) -> Limits:
    """Fit the bars with room for their values; kept limits grow only for the bars themselves."""
    logits = own(state).logits  # copies are among the ends, as far as they widen the axis
    ends = np.concatenate((logits if pinned is None else pinned, traces.ends(state)))
    low, high = extent(LEAST, logits, ends)
    room = HEADROOM * (high - low)
    lowest, highest = extent((0.0, 0.0), logits, ends)  # of the bars alone
    fit = fitted(min(low, lowest - room), max(high, highest + room), part=0.5)
    view = None if listing.list_view(state) is not None else state.views.get(KEY)
    return held(view, "y", fit, (low, high))


# Bars


def half_width(count: int) -> float:
    """Return half the width of a bar, in columns."""
    return 0.3 if count <= COLUMNS else 0.38


def _bars(sample: Sample) -> list[Mark]:
    shares = np.clip(np.nan_to_num(sample.targets, nan=0.0), 0.0, 1.0)
    half = half_width(len(shares))
    left = np.arange(len(shares)) - half
    kinds = ((shares < 1.0, "neg", "edge", 1.0), (shares > 0.0, "pos", None, shares))
    marks: list[Mark] = []
    for chosen, fill, outline, share in kinds:
        if chosen.any():
            x0 = left[chosen]
            widths = 2 * half * np.broadcast_to(share, shares.shape)[chosen]
            tops = sample.logits[chosen]
            marks.append(
                Rectangles(x0=x0, y0=np.zeros_like(tops), x1=x0 + widths, y1=tops, fill=fill, edge=outline)
            )
    return marks


@np.errstate(over="ignore", invalid="ignore")  # what overflows is far enough, equal infinities are not
def _pinned_bars(sample: Sample, pinned: np.ndarray | None, room: Room) -> list[Mark]:
    """Draw where moved logits were pinned, with the value where it does not lie on something."""
    if pinned is None:
        return []
    count = len(pinned)
    moved = moved_since(pinned, sample.logits)
    if not moved.size:
        return []
    half, tops = half_width(count), pinned[moved]
    outline = Rectangles(
        x0=moved - half, y0=np.zeros_like(tops), x1=moved + half, y1=tops, edge="pinned", dash=(3.0, 2.0)
    )
    if room.column < ROOMY:
        return [outline]
    apart = _beyond(pinned[moved], sample.logits[moved]) * room.unit
    clear = (apart > PIN_CLEAR) | (tops * sample.logits[moved] <= 0)
    texts = [
        Text(
            place=Place(index, pinned[index], dy=-8.0 if pinned[index] >= 0 else 9.0),
            text=numbers.signed(float(pinned[index])),
            anchor="center",
            colour="mut",
            size="tick",
            mono=True,
        )
        for index in moved[clear].tolist()
    ]
    return [outline, *texts]


def _beyond(ends: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Return by how much bars are longer than others on the same side of zero."""
    longer: np.ndarray = np.where(others < 0, others - ends, ends - others)
    return longer


# Numbers at the bars


def _values(
    sample: Sample, pinned: np.ndarray | None, held_class: int, room: Room, limits: Limits, halo: bool
) -> list[Mark]:
    """Write values over bars that go up and under bars that go down, beyond the limits inside the plot.

    halo: where ticks may cross them.
    """
    logits = sample.logits
    away = grip_height(len(logits)) / 2 + 10.0
    texts = [numbers.logit(value) for value in logits.tolist()]
    widths = caption_widths(texts)
    shifts = shifts_inside(widths, room.column, BEYOND)
    reach = away + _lifts(logits, pinned, room.unit)
    near = INSIDE_FROM / room.unit if halo else 0.0  # of a copy near the edge the value stays in the plot too
    beyond = np.where(logits < 0, logits < limits[0] + near, logits > limits[1] - near / 2)
    offsets = (np.where(logits < 0, reach + 1.0, -reach) * np.where(beyond, -1.0, 1.0)).tolist()
    if room.column >= ROOMY:
        shown = list(range(len(logits)))
    else:
        ends = np.clip(np.nan_to_num(logits), -FARTHEST, FARTHEST) * room.unit
        # the held class first, then the longest bars
        order = sorted(range(len(ends)), key=lambda index: (index != held_class, -abs(ends[index])))
        shown = free_captions(ends, widths, shifts, order, room.column, away, grip_height(len(logits)) / 2)
    return [
        _value(
            index, logits[index], texts[index], (float(shifts[index]), offsets[index]), halo or beyond[index]
        )
        for index in shown
    ]


def _value(index: int, logit: float, text: str, offset: tuple[float, float], halo: bool) -> Text:
    return Text(
        place=Place(index, logit, dx=offset[0], dy=offset[1]),
        text=text,
        anchor="center",
        colour="ink",
        size="handle",
        bold=True,
        mono=True,
        halo=bool(halo),
    )


@np.errstate(over="ignore", invalid="ignore")
def _lifts(logits: np.ndarray, pinned: np.ndarray | None, unit: float) -> np.ndarray:
    """Return by how many pixels a value moves on, where the end of the pinned bar would cross it."""
    if pinned is None:
        return np.zeros(len(logits))
    apart = np.nan_to_num(_beyond(pinned, logits) * unit)
    crossed = (apart > 4.0) & (apart <= PIN_CLEAR) & (pinned * logits > 0)
    lifts: np.ndarray = np.where(crossed, np.maximum(apart - 4.0, 0.0), 0.0)
    return lifts


def _description(sample: Sample, held_class: int) -> str:
    count = len(sample.classes)
    labelled = np.flatnonzero(sample.targets > 0.5).tolist()
    if len(labelled) <= COLUMNS:
        words = listed(sample.classes[index] for index in labelled) or say("no class")
    else:
        words = say("{count} classes", count=numbers.count(len(labelled)))
    logit = numbers.signed(float(sample.logits[held_class])) if held_class < count else numbers.DASH
    name = sample.classes[held_class] if held_class < count else say("none")
    return say(
        "{count} class, labelled: {classes}; held: {name} with logit {logit}."
        if count == 1
        else "{count} classes, labelled: {classes}; held: {name} with logit {logit}.",
        count=numbers.count(count),
        classes=words,
        name=name,
        logit=logit,
    )
