"""The editor: a bar for each logit that is dragged, a chip for each label that is clicked.

Labelled bars are full, unlabelled ones pale with an edge, soft ones filled to t across. Up to 12
classes have chips with names, up to 60 dots; above that the bars alone.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.plots import numbers
from explorer.plots.captions import free_captions
from explorer.plots.figure import (
    Axis,
    Band,
    Figure,
    Handle,
    Margins,
    Place,
    Rectangles,
    Text,
    Unit,
)
from explorer.plots.limits import extent, fitted, held, ticks
from explorer.plots.moves import FARTHEST, chip_span
from explorer.plots.names import COLUMNS, NARROW_COLUMNS, said, side, tip
from explorer.plots.pins import pinned_logits

if TYPE_CHECKING:
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
PIN_CLEAR: Final = 30.0  # pixels beyond the bar from which a pinned bar has room for its own value
MARGINS: Final = Margins(left=40.0, top=36.0, right=16.0, bottom=64.0)
CHIP_LINE, TARGET_LINE, BAND_END = 22.0, 47.0, 58.0  # pixels below the plot
DOT_LINE, NAME_LINE = 14.0, 36.0


def figure(state: State) -> Figure:
    """Return the editor of the current sample. Never fails: undefined logits have no bar, but a handle."""
    sample, look = state.sample, state.look
    count = len(sample.classes)
    pinned = pinned_logits(state)
    low, high = _limits(state, pinned)
    width, height = ENLARGED_SIZE if look.enlarged == KEY else PLOT_SIZE
    column, unit = width / max(count, 1), height / (high - low)
    return Figure(
        key=KEY,
        title=TITLE,
        corner="drag · click · type",
        x=Axis(low=-0.5, high=max(count, 1) - 0.5),
        y=Axis(
            low=low,
            high=high,
            title="↑ logit s",
            ticks=ticks(low, high, signed=True),
            grid=True,
            zero=True,
            free=True,
        ),
        margins=MARGINS,
        marks=(
            Band(x0=look.held - 0.5, x1=look.held + 0.5, below=BAND_END),
            *_bars(sample),
            *_pinned_bars(sample, pinned, unit),
            *_values(sample, pinned, look.held, column, unit),
            *_under(sample, look.held),
        ),
        handles=_handles(sample, look.held),
        description=_description(sample, look.held),
    )


def _limits(state: State, pinned: np.ndarray | None) -> Limits:
    """Fit the bars with room for their values; kept limits grow only for the bars themselves."""
    arrays = [LEAST, state.sample.logits] if pinned is None else [LEAST, state.sample.logits, pinned]
    low, high = extent(*arrays)
    room = HEADROOM * (high - low)
    fit = fitted(low if low >= LEAST[0] else low - room, high if high <= LEAST[1] else high + room, part=0.5)
    return held(state.views.get(KEY), "y", fit, (low, high))


# Bars


def _half(count: int) -> float:
    """Return half the width of a bar, in columns."""
    return 0.3 if count <= COLUMNS else 0.38 if count <= NARROW_COLUMNS else 0.45


def _bars(sample: Sample) -> list[Mark]:
    shares = np.clip(np.nan_to_num(sample.targets, nan=0.0), 0.0, 1.0)
    half = _half(len(shares))
    left = np.arange(len(shares)) - half
    # thin bars have no room for an edge, and the fill of unlabelled ones is too pale without
    pale, edge = ("neg", "edge") if len(shares) <= NARROW_COLUMNS else ("edge", None)
    kinds = ((shares < 1.0, pale, edge, 1.0), (shares > 0.0, "pos", None, shares))
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


def _pinned_bars(sample: Sample, pinned: np.ndarray | None, unit: float) -> list[Mark]:
    """Draw where moved logits were pinned, with the value where it does not lie on something."""
    if pinned is None:
        return []
    count = len(pinned)
    moved = np.flatnonzero(np.abs(pinned - sample.logits) >= 0.005)
    if not moved.size:
        return []
    half, tops = _half(count), pinned[moved]
    outline = Rectangles(
        x0=moved - half, y0=np.zeros_like(tops), x1=moved + half, y1=tops, edge="pinned", dash=(3.0, 2.0)
    )
    if PLOT_SIZE[0] / count < ROOMY:
        return [outline]
    apart = _beyond(pinned[moved], sample.logits[moved]) * unit
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
    return np.where(others < 0, others - ends, ends - others)


# Numbers at the bars


def _values(
    sample: Sample, pinned: np.ndarray | None, held_class: int, column: float, unit: float
) -> list[Mark]:
    """Write values over bars that go up, under bars that go down; the held one lies on top."""
    logits = sample.logits
    away = _grip_height(len(logits)) / 2 + 10.0
    texts = [numbers.signed(value) for value in logits.tolist()]
    shown = _chosen(logits, texts, held_class, column, unit, away)
    reach = away + _lifts(logits, pinned, unit)
    offsets = np.where(logits < 0, reach + 1.0, -reach).tolist()
    return [
        Text(
            place=Place(index, logits[index], dy=offsets[index]),
            text=texts[index],
            anchor="center",
            colour="ink",
            size="handle",
            bold=True,
            mono=True,
            halo=index == held_class and column < ROOMY,
        )
        for index in shown
    ]


def _chosen(
    logits: np.ndarray, texts: list[str], held_class: int, column: float, unit: float, away: float
) -> list[int]:
    """Choose which bars carry a value: all where columns are wide, else what fits, the held one first."""
    if column >= ROOMY:
        return list(range(len(logits)))
    held_first = [held_class] if held_class < len(logits) else []
    if len(logits) > NARROW_COLUMNS:
        return held_first
    ends = np.clip(np.nan_to_num(logits), -FARTHEST, FARTHEST) * unit
    order = held_first + [index for index in np.argsort(-np.abs(ends)).tolist() if index != held_class]
    chosen = free_captions(ends, texts, order, column, away, _grip_height(len(logits)) / 2)
    return chosen[::-1]


def _lifts(logits: np.ndarray, pinned: np.ndarray | None, unit: float) -> np.ndarray:
    """Return by how many pixels a value moves on, where the end of the pinned bar would cross it."""
    if pinned is None:
        return np.zeros(len(logits))
    apart = np.nan_to_num(_beyond(pinned, logits) * unit)
    crossed = (apart > 4.0) & (apart <= PIN_CLEAR) & (pinned * logits > 0)
    lifts: np.ndarray = np.where(crossed, np.maximum(apart - 8.0, 0.0), 0.0)
    return lifts


# The line of labels


def _under(sample: Sample, held_class: int) -> list[Mark]:
    """Write the targets under the chips; of many classes the held one's name and target."""
    count = len(sample.classes)
    if count > COLUMNS:
        return _held_name(sample, held_class) if held_class < count else []
    texts: list[Mark] = [
        Text(
            place=Place(index, 0.0, up=Unit.PLOT, dy=TARGET_LINE),
            text=_written(target, count),
            anchor="center",
            colour="ink" if 0 < target < 1 else "mut",
            size="tick",
            bold=0 < target < 1,
            mono=True,
        )
        for index, target in enumerate(sample.targets.tolist())
    ]
    if count > 5:
        texts.append(
            Text(
                place=Place(0.0, 0.0, across=Unit.PLOT, up=Unit.PLOT, dx=-8.0, dy=TARGET_LINE),
                text="t",
                anchor="right",
                colour="mut",
                size="tick",
            )
        )
    return texts


def _written(target: float, count: int) -> str:
    """Write a target as long as its column allows."""
    if count > 10:
        return numbers.target(target) if target in (0.0, 1.0) else numbers.fixed(target, 1)
    return f"t = {numbers.target(target)}" if count <= 5 else numbers.target(target)


def _held_name(sample: Sample, held_class: int) -> list[Mark]:
    line = DOT_LINE - 2.0 if len(sample.classes) > NARROW_COLUMNS else NAME_LINE
    target = numbers.target(float(sample.targets[held_class]))
    return [
        Text(
            place=Place(held_class, 0.0, up=Unit.PLOT, dy=line),
            text=f"{numbers.shortened(sample.classes[held_class], 20)}  t = {target}",
            anchor=side(held_class, len(sample.classes)),
            colour="ink",
            size="name",
            bold=True,
        )
    ]


# Handles


def _handles(sample: Sample, held_class: int) -> tuple[Handle, ...]:
    """Return the bars' grips and the chips; a class that did not change keeps its handle object."""
    count = len(sample.classes)
    rows = list(zip(sample.classes, sample.logits.tolist(), sample.targets.tolist(), strict=True))
    grips = [_grip(index, count, *row, index == held_class) for index, row in enumerate(rows)]
    if count > NARROW_COLUMNS:
        return tuple(grips)
    return (*grips, *[_chip(index, count, *row, index == held_class) for index, row in enumerate(rows)])


def _grip_height(count: int) -> float:
    return 12.0 if count <= COLUMNS else 9.0 if count <= 24 else 6.0 if count <= NARROW_COLUMNS else 4.0


@lru_cache(maxsize=8192)
def _grip(index: int, count: int, name: str, logit: float, target: float, selected: bool) -> Handle:
    return Handle(
        id=f"logit:{index}",
        place=Place(index, logit),
        axis="y",
        low=-FARTHEST,
        high=FARTHEST,
        shape="grip",
        reach="column",
        width=38.0,
        height=_grip_height(count),
        selected=selected,
        name=said(name, logit, target),
        tip=tip(name, logit, target),
    )


@lru_cache(maxsize=1024)
def _chip(index: int, count: int, name: str, logit: float, target: float, selected: bool) -> Handle:
    named = count <= COLUMNS
    return Handle(
        id=f"target:{index}",
        place=Place(index, 0.0, up=Unit.PLOT, dy=CHIP_LINE if named else DOT_LINE),
        axis="x",
        low=0.0,
        high=1.0,
        shape="chip" if named else "dot",
        span=chip_span(count) if named else 0.5,
        width=200.0 if named else 12.0,
        height=28.0 if named else 12.0,
        text=name,
        fill=target,
        selected=selected,
        name=f"label of {said(name, logit, target)}",
        tip=tip(name, logit, target),
    )


def _description(sample: Sample, held_class: int) -> str:
    count = len(sample.classes)
    labelled = np.flatnonzero(sample.targets > 0.5).tolist()
    if len(labelled) <= COLUMNS:
        words = ", ".join(sample.classes[index] for index in labelled) or "no class"
    else:
        words = f"{numbers.count(len(labelled))} classes"
    logit = numbers.signed(float(sample.logits[held_class])) if held_class < count else numbers.DASH
    name = sample.classes[held_class] if held_class < count else "none"
    noun = "class" if count == 1 else "classes"
    return f"{numbers.count(count)} {noun}, labelled: {words}; held: {name} with logit {logit}."
