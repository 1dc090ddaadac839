"""The gradient of very many classes: how large its entries are, sorted, one curve a loss on log-log axes.

A curve says how much of a gradient the few largest entries hold; the markers on it are the labelled classes,
and the held one in a ring. What is smaller than the axis shows is marked at its edge.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil, log10
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.plots import numbers
from explorer.plots.figure import (
    Axis,
    EndLabel,
    EndLabels,
    Figure,
    Line,
    Margins,
    Points,
    Tick,
)
from explorer.plots.limits import held
from explorer.plots.phrases import clauses
from explorer.plots.shown import sight
from explorer.wording import say

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.plots.figure import Mark
    from explorer.plots.limits import Limits
    from explorer.plots.shown import Shown, Sight
    from explorer.study.state import State

    Numbers = NDArray[np.float64]

KEY: Final = "gradient"
TITLE: Final = "Gradient"
MARGINS: Final = Margins(left=46.0, top=26.0, right=124.0, bottom=26.0)
NARROW: Final = Margins(left=46.0, top=26.0, right=34.0, bottom=26.0)
FIT: Final = (-4.5, 0.3)  # decades that a fresh axis shows at least
LEFT: Final = -0.12  # of the rank's axis, so that the first marker keeps off the ticks
ROOM: Final = 0.1  # decades above the largest entry
FARTHEST: Final = (-12.0, 12.0)  # decades that are ever shown
POINTS: Final = 120  # of a curve
MOST_MARKED: Final = 24  # labelled classes with a marker, those with the largest entries
RING: Final = 16.0  # round the held class's marker
TINY: Final = 1e-300


def figure(state: State) -> Figure:
    """Return the sorted gradient of every loss that is on; a note where none has a value."""
    seen = sight(state)
    count = len(state.sample.classes)
    sizes = [np.abs(shown.evaluation.gradient) for shown in seen.losses]
    ranked = [np.sort(size)[::-1] for size in sizes]  # NaN first
    low, high = _limits(state, ranked)
    marked = _marked(state, sizes)
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle=say("by rank, per loss"),
        corner=seen.corner or ("" if seen.note else _markers(state, marked)),
        x=Axis(low=LEFT, high=log10(count), title=say("rank, log"), ticks=_rank_ticks(count)),
        y=Axis(
            low=low, high=high, title=say("↑ |∂L/∂s|, log"), ticks=_decades(low, high), grid=True, free=True
        ),
        margins=MARGINS,
        narrow=NARROW,
        marks=() if seen.note else tuple(_marks(state, seen, ranked, sizes, marked)),
        note=seen.note,
        description=_description(state, seen, ranked),
    )


def _limits(state: State, ranked: list[Numbers]) -> Limits:
    """Hold the decades of a fresh axis and, above them, the largest entry."""
    largest = max((float(np.nanmax(entries, initial=0.0)) for entries in ranked), default=0.0)
    top = log10(largest) if 0 < largest < np.inf else 0.0
    top = min(max(top + ROOM, FIT[1]), FARTHEST[1])
    fit = (FIT[0], FIT[1] if top <= FIT[1] else float(ceil(top)))
    view = state.views.get(KEY)
    return held(view if view is not None and view.x[0] == LEFT else None, "y", fit, (FIT[0], top))


@lru_cache(maxsize=64)
def _decades(low: float, high: float) -> tuple[Tick, ...]:
    """Return a tick at each power of ten, or at every second or third where there would be too many."""
    first, last = ceil(low - 1e-9), int(np.floor(high + 1e-9))
    step = max(1, ceil((last - first + 1) / 6))
    return tuple(
        Tick(float(power), _power(power)) for power in range(first, last + 1) if (last - power) % step == 0
    )


def _power(exponent: int) -> str:
    return f"{10.0**exponent:g}" if -3 <= exponent <= 3 else numbers.power(exponent)


@lru_cache(maxsize=16)
def _rank_ticks(count: int) -> tuple[Tick, ...]:
    powers = range(int(log10(count)) + 1)
    return tuple(Tick(float(power), numbers.count(10**power)) for power in powers)


@lru_cache(maxsize=16)
def _ranks(count: int) -> NDArray[np.intp]:
    """Return the ranks at which a curve is drawn, from 0: all of the first, then evenly on a log axis."""
    spread = np.geomspace(1, count, POINTS).round().astype(np.intp) - 1
    ranks: NDArray[np.intp] = np.unique(spread)
    return ranks


def _marked(state: State, sizes: list[Numbers]) -> NDArray[np.intp]:
    """Return the labelled classes that have a marker, the same for every loss."""
    labelled = np.flatnonzero(state.sample.targets > 0.5)
    if len(labelled) <= MOST_MARKED or not sizes:
        return labelled[:MOST_MARKED]
    strength = np.nan_to_num(sizes[0][labelled], nan=-1.0)
    return np.sort(labelled[np.argsort(-strength, kind="stable")[:MOST_MARKED]])


def _marks(
    state: State, seen: Sight, ranked: list[Numbers], sizes: list[Numbers], marked: NDArray[np.intp]
) -> list[Mark]:
    ranks = _ranks(len(state.sample.classes))
    across = np.log10(ranks + 1.0)
    lines, points, rings, ends = [], [], [], []
    at = state.look.held
    for shown, entries, size in zip(seen.losses, ranked, sizes, strict=True):
        curve = _log(entries[ranks])
        lines.append(Line(x=across, y=curve, look=shown.look, halo=True))
        x, y = _places(entries, size[marked])
        points.append(Points(x=x, y=y, look=shown.look))
        x, y = _places(entries, size[at : at + 1])
        if at not in marked:
            points.append(Points(x=x, y=y, look=shown.look))
        rings.append(Points(x=x, y=y, hollow=True, size=RING))
        ends.append(EndLabel(y=_end(curve), text=shown.label, look=shown.look))
    return [*lines, *rings, *points, EndLabels(items=tuple(ends))]


def _places(ranked: Numbers, sizes: Numbers) -> tuple[Numbers, Numbers]:
    """Return where entries stand on the curve of a loss: log rank and log size; NaN has no place."""
    ascending = ranked[::-1]
    ranks = len(ranked) - np.searchsorted(ascending, sizes, side="right") + 1.0
    y = _log(sizes)
    return np.where(np.isfinite(y), np.log10(ranks), np.nan), y


def _log(sizes: Numbers) -> Numbers:
    """Return log10; nothing and less than TINY is far below every axis, NaN and infinity are nowhere."""
    with np.errstate(invalid="ignore"):
        logs: Numbers = np.log10(np.maximum(sizes, TINY))
    logs[~np.isfinite(logs)] = np.nan
    return logs


def _markers(state: State, marked: NDArray[np.intp]) -> str:
    """Say which classes have markers: "markers: 3 labelled"."""
    labelled = int(np.count_nonzero(state.sample.targets > 0.5))
    if not labelled:
        return say("no class is labelled")
    amount = numbers.count(labelled)
    if labelled == len(marked):
        return say("markers: {count} labelled", count=amount)
    return say("markers: {count} of {all} labelled", count=len(marked), all=amount)


def _end(curve: Numbers) -> float:
    finite = curve[np.isfinite(curve)]
    return float(finite[-1]) if finite.size else float("nan")


def _description(state: State, seen: Sight, ranked: list[Numbers]) -> str:
    if seen.note:
        return seen.note
    held_class = state.look.held
    words = [_words(shown, entries, held_class) for shown, entries in zip(seen.losses, ranked, strict=True)]
    name = state.sample.classes[held_class]
    return say("Gradient at {name}: {losses}.", name=name, losses=clauses(words)) + seen.missing


def _words(shown: Shown, ranked: Numbers, held_class: int) -> str:
    entry = float(shown.evaluation.gradient[held_class])
    place = len(ranked) - int(np.searchsorted(ranked[::-1], abs(entry), side="right")) + 1
    if not np.isfinite(entry):
        return f"{shown.label} {numbers.DASH}"
    return say(
        "{loss} {value}, number {place} of {all}",
        loss=shown.label,
        value=numbers.signed(entry),
        place=numbers.count(place),
        all=numbers.count(len(ranked)),
    )
