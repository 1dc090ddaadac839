"""The distribution of one column over all samples, with those that are listed and the one looked at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.browsing import QueryFailure, column, columns_of, listed
from explorer.analysis.keeping import Same
from explorer.analysis.survey import known
from explorer.plots import numbers
from explorer.plots.figure import Axis, Figure, Margins, Place, Rectangles, Segments, Text, Tick, Unit
from explorer.plots.limits import nice_step, ticks
from explorer.wording import noted, say

if TYPE_CHECKING:
    from explorer.analysis.browsing import Column
    from explorer.analysis.survey import Survey
    from explorer.plots.figure import Mark
    from explorer.study.state import State
    from explorer.study.study import Browse

KEY: Final = "histogram"
TITLE: Final = noted("Distribution")
MOST_BINS: Final = 32
LEAST_BINS: Final = 6  # few samples make few bins, twice the root of their count
TAIL: Final = 0.001  # share of the samples at either end that may lie beyond the axis, gathered at its border
FAR: Final = 4.0  # times the width of the rest from which a tail is gathered
NARROW: Final = 1e-9
LARGEST: Final = 1e300  # what lies beyond is counted there, so that widths and steps stay numbers
NOTHING: Final = noted("No sample has a value here.")
WAITING: Final = noted("Not computed yet.")
MARGINS: Final = Margins(left=44.0, top=26.0, right=16.0, bottom=26.0)


@dataclass(frozen=True, slots=True, eq=False)
class Bins:
    """Counts between edges. below, beyond: how many samples lie outside, counted in the end bins."""

    edges: np.ndarray
    counts: np.ndarray
    below: int
    beyond: int


def shown_column(survey: Survey, browse: Browse) -> Column:
    """Return the column whose distribution is shown: the sorted one, else the first loss's value."""
    found = column(survey, browse.sort)
    columns = columns_of(survey)
    return found or (columns[1] if survey.shown else columns[0])


@lru_cache(maxsize=8)
def _bins(values: Same[np.ndarray], whole: bool) -> Bins | None:
    defined = np.clip(values.it[np.isfinite(values.it)].astype(np.float64), -LARGEST, LARGEST)
    if not defined.size:
        return None
    low, high = _range(defined)
    most = min(MOST_BINS, max(LEAST_BINS, round(2 * defined.size**0.5)))
    narrow = NARROW * max(1.0, abs(low), abs(high))  # so far apart are edges that can be told apart
    step = nice_step(low, max(high, low + narrow), most)
    if whole:
        step = max(1.0, np.ceil(step))
    first = np.floor(low / step) - (0.5 / step if whole else 0.0)
    count = max(int(np.floor(high / step - first)) + 1, 1)
    edges = (first + np.arange(count + 1)) * step
    if step < 1:
        edges = np.round(edges, 12)  # 0.3, not 0.30000000000000004
    below, beyond = int(np.count_nonzero(defined < edges[0])), int(np.count_nonzero(defined > edges[-1]))
    return Bins(edges, _counted(defined, edges), below, beyond)


def _range(defined: np.ndarray) -> tuple[float, float]:
    """Return the limits, without a tail that would squeeze all the rest into a few bins."""
    low, high = float(defined.min()), float(defined.max())
    inner_low = float(np.quantile(defined, TAIL, method="higher"))
    inner_high = float(np.quantile(defined, 1.0 - TAIL, method="lower"))
    width = inner_high - inner_low
    if width > 0:
        low = inner_low if inner_low - low > FAR * width else low
        high = inner_high if high - inner_high > FAR * width else high
    return low, high


def _counted(defined: np.ndarray, edges: np.ndarray) -> np.ndarray:
    return np.histogram(np.clip(defined, edges[0], edges[-1]), edges)[0]


def bins_of(state: State) -> Bins | None:
    """Return the bins that are shown, None while there is nothing to count."""
    survey = known(state)
    if survey is None:
        return None
    found = shown_column(survey, state.look.browse)
    return _bins(Same(found.values), found.kind == "count")


def figure(state: State) -> Figure:
    """Return the distribution that belongs to the list of samples; a note while there is none."""
    survey = known(state)
    if survey is None:
        return _empty(say(WAITING))
    found = shown_column(survey, state.look.browse)
    bins = _bins(Same(found.values), found.kind == "count")
    if bins is None:
        return _empty(say(NOTHING))
    chosen = _listed_counts(state, survey, found, bins)
    top = max(float(bins.counts.max()), 1.0)
    low, high = float(bins.edges[0]), float(bins.edges[-1])
    here = float(found.values[state.look.sample])
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle=_subtitle(bins),
        x=Axis(low=low, high=high, title=_unit(found), ticks=ticks(low, high, signed=found.kind == "margin")),
        y=Axis(low=0.0, high=1.12 * top, title=say("↑ samples"), ticks=_count_ticks(top), grid=True),
        margins=MARGINS,
        marks=(*_bars(bins, chosen), *_here(here, bins, state)),
        description=_description(found, bins, here),
    )


def _empty(note: str) -> Figure:
    axis = Axis(low=0.0, high=1.0)
    return Figure(key=KEY, title=TITLE, x=axis, y=axis, margins=MARGINS, note=note, description=note)


def _subtitle(bins: Bins) -> str:
    outside = bins.below + bins.beyond
    return say("{count} outside", count=numbers.count(outside)) if outside else ""


def _unit(found: Column) -> str:
    title = found.title
    return say("{loss}, nat", loss=title) if found.kind == "value" else title


def _count_ticks(top: float) -> tuple[Tick, ...]:
    whole = (tick.at for tick in ticks(0.0, 1.12 * top) if tick.at == int(tick.at))
    return tuple(Tick(at, numbers.count(int(at))) for at in whole)


def _listed_counts(state: State, survey: Survey, found: Column, bins: Bins) -> np.ndarray | None:
    """Count the listed samples; None where all are listed."""
    try:
        rows = listed(survey, state.study.table, state.look.browse)
    except QueryFailure:
        return None
    if len(rows) == survey.rows:
        return None
    values = found.values[rows]
    return _counted(values[np.isfinite(values)], bins.edges)


def _bars(bins: Bins, chosen: np.ndarray | None) -> list[Mark]:
    left, right = bins.edges[:-1], bins.edges[1:]
    gap = 0.04 * (right - left)
    zero = np.zeros(len(left))
    marks: list[Mark] = [
        Rectangles(x0=left + gap, y0=zero, x1=right - gap, y1=bins.counts.astype(float), fill="neg")
    ]
    if chosen is not None:
        marks.append(Rectangles(x0=left + gap, y0=zero, x1=right - gap, y1=chosen.astype(float), fill="pos"))
    return marks


def _here(value: float, bins: Bins, state: State) -> list[Mark]:
    """Mark the sample that is looked at, at the border if it lies beyond."""
    if not np.isfinite(value):
        return []
    low, high = float(bins.edges[0]), float(bins.edges[-1])
    x = min(max(value, low), high)
    share = (x - low) / max(high - low, 1e-300)
    place = Place(x, 1.0, up=Unit.PLOT, dx=5.0 if share < 0.7 else -5.0, dy=6.0)
    text = numbers.count(state.look.sample + 1)
    top = 1.12 * max(float(bins.counts.max()), 1.0)
    return [
        Segments(x0=[x], y0=[0.0], x1=[x], y1=[top], colour="ink", width=2.0),
        Text(
            place=place,
            text=text,
            anchor="left" if share < 0.7 else "right",
            colour="ink",
            size="tick",
            bold=True,
            halo=True,
        ),
    ]


def _description(found: Column, bins: Bins, here: float) -> str:
    fullest = int(np.argmax(bins.counts))
    return say(
        "Distribution of {title}: most samples, {count}, lie between {low} and {high}; this sample has"
        " {value}.",
        title=found.title,
        count=numbers.count(int(bins.counts[fullest])),
        low=numbers.fixed(bins.edges[fullest]),
        high=numbers.fixed(bins.edges[fullest + 1]),
        value=numbers.fixed(here),
    )
