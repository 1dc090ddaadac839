"""The editor of more than 60 classes: an overview of all, and a list of rows that is a window onto them.

Each row has the class's chip, its bar with a grip that is dragged sideways, and its value. The y axis counts
the rows in sight, 0 at the top; how many have room is kept with the card's limits, as its view. Between
overview and list a strip is left free for what searches and orders the list.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.at_time import own
from explorer.plots import numbers, traces
from explorer.plots.figure import (
    Axis,
    Band,
    Figure,
    Handle,
    Margins,
    Place,
    Rectangles,
    Text,
    Tick,
    Unit,
    View,
)
from explorer.plots.limits import FOURS, extent, fitted, held, ticks
from explorer.plots.move import FARTHEST
from explorer.plots.names import said, tip
from explorer.plots.overview import ENDS, overview
from explorer.plots.phrases import listed as listed_names
from explorer.plots.pins import moved_since, pinned_logits
from explorer.plots.ranking import FILTER_WORDS, ORDER_WORDS, first_row, ranking, visible
from explorer.wording import cached, noted, say

if TYPE_CHECKING:
    from explorer.plots.figure import Mark
    from explorer.plots.limits import Limits
    from explorer.study.state import State
    from explorer.study.table import Sample

KEY: Final = "logits"
TITLE: Final = "Logits and labels"
LEAST: Final = (-3.0, 3.0)  # what the axis always holds
HEADROOM: Final = 0.04  # of the data's extent, beyond the longest bars of a fresh view
MOST_TICKS, MOST_TICKS_ENLARGED = 4, 6
ROW: Final = 24.0  # least height of a row in pixels
USUAL_ROWS: Final = 18  # before it is known how many have room
TOOLS_TOP: Final = ENDS + 11.0  # pixels below the card's header where the free strip begins
TOOLS: Final = 72.0  # its height
HEAD_LINE: Final = -12.0  # of the ticks, over the first row
MARGINS: Final = Margins(left=110.0, top=TOOLS_TOP + TOOLS + 24.0, right=74.0, bottom=8.0)
CHIP: Final = 86.0  # width
VALUE: Final = -24.0  # pixels from the card's right side to the right end of the values
THICK: Final = 0.26  # half of a bar's height, in rows
NOTHING: Final = noted("No class is listed.")


def figure(state: State) -> Figure:
    """Return the overview and the rows in sight. Never fails: undefined logits have no bar, but a handle."""
    sample, look = state.sample, state.look
    rows = rows_in_sight(state)
    listed, classes = ranking(state), visible(state, rows)
    low, high = limits_of(state)
    enlarged, labelled = look.enlarged == KEY, int(np.count_nonzero(sample.targets > 0.5))
    first = first_row(state, rows)
    whole = look.order == "index" and len(listed) == len(sample.classes) and len(listed) > rows
    window = (first / len(listed), (first + rows) / len(listed)) if whole else None
    most = MOST_TICKS_ENLARGED if enlarged else MOST_TICKS
    x_ticks = ticks(low, high, signed=True, most=most, factors=FOURS)
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle=traces.subtitle(state) or say("{count} classes", count=numbers.count(len(sample.classes))),
        x=Axis(low=low, high=high, ticks=tuple(Tick(tick.at, "") for tick in x_ticks), grid=True, zero=True),
        y=Axis(low=rows - 0.5, high=-0.5),
        margins=MARGINS,
        scrolls=True,
        marks=(
            *_bands(state, classes),
            *overview(state, enlarged, (low, high), window),
            *_bars(sample, classes),
            *_pinned(state, classes),
            *traces.row_ticks(state, classes, THICK, (low, high)),
            *traces.row_trails(state, classes, THICK),
            *_values(state, classes),
        ),
        still=(
            _caption(say("all {count}, by index", count=numbers.count(len(sample.classes))), 0.0),
            _caption(say("▾ {count} labelled", count=numbers.count(labelled)), 1.0),
            _order(state, len(listed)),
            *_heads(x_ticks),
        ),
        handles=_handles(sample, classes, look.held),
        description=_description(state, classes, len(listed), labelled),
    )


# What lies where


def rows_in_sight(state: State) -> int:
    """Return how many rows have room: as the card's view says, which then runs downwards."""
    view = list_view(state)
    return max(round(view.y[0] - view.y[1]), 1) if view is not None else USUAL_ROWS


def list_view(state: State) -> View | None:
    """Return the limits kept for the list; None for those of the columns that fewer classes have."""
    view: View | None = state.views.get(KEY)
    return view if view is not None and view.y[0] > view.y[1] else None


def view_of_rows(state: State, rows: int) -> View:
    """Return the view of a card that has room for so many rows."""
    return View(limits_of(state), (rows - 0.5, -0.5))


def limits_of(state: State) -> Limits:
    """Fit all bars, not only those in sight, so that nothing changes its length by scrolling."""
    logits, pinned = own(state).logits, pinned_logits(state)
    low, high = extent(LEAST, logits, logits if pinned is None else pinned, traces.ends(state))
    room = HEADROOM * (high - low)
    fit = fitted(low if low >= LEAST[0] else low - room, high if high <= LEAST[1] else high + room, part=0.5)
    return held(list_view(state), "x", fit, (low, high), FOURS)


# What is drawn


def _caption(text: str, share: float) -> Text:
    place = Place(share, 1.0, across=Unit.CARD, up=Unit.CARD, dx=12.0 - 24.0 * share, dy=2.0)
    return Text(place=place, text=text, anchor="right" if share else "left", colour="mut", size="tick")


def _order(state: State, listed: int) -> Text:
    """Say in the free strip what is listed; on a screen the controls lie over it."""
    look = state.look
    words = say(
        "{filter}, by {order}", filter=say(FILTER_WORDS[look.only]), order=say(ORDER_WORDS[look.order])
    )
    if look.search.strip():
        words = say("{classes}, with “{search}”", classes=words, search=look.search.strip())
    if listed < len(state.sample.classes):
        count, every = numbers.count(listed), numbers.count(len(state.sample.classes))
        words = say("{classes}: {count} of {all}", classes=words, count=count, all=every)
    place = Place(0.0, 1.0, across=Unit.CARD, up=Unit.CARD, dx=12.0, dy=TOOLS_TOP + TOOLS / 2)
    return Text(place=place, text=words, colour="mut", size="name")


def _heads(x_ticks: tuple[Tick, ...]) -> list[Mark]:
    """Head the columns: the chips, the ticks of the bars, and the values."""
    heads = [
        Text(place=_over_rows(0.0, Unit.CARD, 12.0), text=say("class"), colour="mut", size="tick"),
        Text(place=_over_rows(1.0, Unit.CARD, VALUE), text="s", anchor="right", colour="mut", size="tick"),
    ]
    middle = [
        Text(place=_over_rows(tick.at), text=tick.text, anchor="center", colour="mut", size="tick")
        for tick in x_ticks
    ]
    return [*heads, *middle]


def _over_rows(x: float, across: Unit = Unit.DATA, dx: float = 0.0) -> Place:
    return Place(x, 1.0, across=across, up=Unit.PLOT, dx=dx, dy=HEAD_LINE)


def _bands(state: State, classes: np.ndarray) -> list[Mark]:
    """Draw the rows of the held and the selected classes."""
    wanted = state.look.selected | {state.look.held}
    return [
        Band(x0=row - 0.5, x1=row + 0.5, across=True)
        for row, index in enumerate(classes.tolist())
        if index in wanted
    ]


def _bars(sample: Sample, classes: np.ndarray) -> list[Mark]:
    """Draw the bars: full where labelled, pale with an edge where not, soft ones filled to t upwards."""
    shares = np.clip(np.nan_to_num(sample.targets[classes], nan=0.0), 0.0, 1.0)
    ends, rows = sample.logits[classes], np.arange(len(classes), dtype=np.float64)
    marks: list[Mark] = []
    kinds = ((shares < 1.0, "neg", "edge", np.ones_like(shares)), (shares > 0.0, "pos", None, shares))
    for chosen, fill, edge, share in kinds:
        if chosen.any():
            below = rows[chosen] + THICK
            marks.append(
                Rectangles(
                    x0=np.zeros(len(below)), y0=below, x1=ends[chosen], y1=below - 2 * THICK * share[chosen],
                    fill=fill, edge=edge,
                )
            )  # fmt: skip
    return marks


def _pinned(state: State, classes: np.ndarray) -> list[Mark]:
    """Outline where moved logits were pinned."""
    pinned = pinned_logits(state)
    if pinned is None:
        return []
    rows = moved_since(pinned[classes], state.sample.logits[classes])
    if not rows.size:
        return []
    ends = pinned[classes[rows]]
    return [
        Rectangles(
            x0=np.zeros_like(ends), y0=rows + THICK, x1=ends, y1=rows - THICK, edge="pinned", dash=(3.0, 2.0)
        )
    ]


def _values(state: State, classes: np.ndarray) -> list[Mark]:
    if not len(classes):
        return [
            Text(place=Place(0.5, 0.0, across=Unit.CARD), text=say(NOTHING), anchor="center", colour="mut")
        ]
    sample = state.sample
    rows = zip(sample.logits[classes].tolist(), (sample.targets[classes] > 0.5).tolist(), strict=True)
    return [_value(row, numbers.logit(logit), labelled) for row, (logit, labelled) in enumerate(rows)]


@lru_cache(maxsize=4096)
def _value(row: int, text: str, labelled: bool) -> Text:
    return Text(
        place=Place(1.0, row, across=Unit.CARD, dx=VALUE),
        text=text,
        anchor="right",
        colour="ink",
        size="handle",
        bold=labelled,
        mono=True,
    )


# Handles


def _handles(sample: Sample, classes: np.ndarray, held_class: int) -> tuple[Handle, ...]:
    """Return grips and chips of the rows in sight; a row that did not change keeps its objects."""
    logits, targets = sample.logits[classes].tolist(), sample.targets[classes].tolist()
    rows = [
        (row, index, sample.classes[index], logits[row], targets[row], index == held_class)
        for row, index in enumerate(classes.tolist())
    ]
    return (*[_grip(*row) for row in rows], *[_chip(*row) for row in rows])


@cached(maxsize=2048)
def _grip(row: int, index: int, name: str, logit: float, target: float, selected: bool) -> Handle:
    return Handle(
        id=f"logit:{index}",
        place=Place(logit if np.isfinite(logit) else min(max(np.nan_to_num(logit), -1e9), 1e9), row),
        axis="x",
        low=-FARTHEST,
        high=FARTHEST,
        shape="grip",
        reach="column",
        width=11.0,
        height=20.0,
        selected=selected,
        name=said(name, logit, target),
        tip=tip(name, logit, target),
    )


@cached(maxsize=2048)
def _chip(row: int, index: int, name: str, logit: float, target: float, selected: bool) -> Handle:
    return Handle(
        id=f"target:{index}",
        place=Place(0.0, row, across=Unit.CARD, dx=12.0 + CHIP / 2),
        axis="x",
        low=0.0,
        high=1.0,
        shape="chip",
        width=CHIP,
        height=20.0,
        text=name,
        fill=target,
        selected=selected,
        name=say("label of {state}", state=said(name, logit, target)),
        tip=tip(name, logit, target),
    )


def _description(state: State, classes: np.ndarray, listed: int, labelled: int) -> str:
    sample, look = state.sample, state.look
    first = listed_names(sample.classes[index] for index in classes[:3].tolist())
    rows = say("rows show {classes} and on", classes=first) if len(classes) else say("no class is listed")
    logit = numbers.signed(float(sample.logits[look.held]))
    return say(
        "{count} classes, {labelled} labelled; {listed} listed by {order}; {rows}; held: {name} with logit"
        " {logit}.",
        count=numbers.count(len(sample.classes)),
        labelled=numbers.count(labelled),
        listed=numbers.count(listed),
        order=say(ORDER_WORDS[look.order]),
        rows=rows,
        name=sample.classes[look.held],
        logit=logit,
    )
