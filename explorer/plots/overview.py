"""The overview of very many logits: what each of its columns shows, and which class a column means."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from explorer.plots import numbers
from explorer.plots.figure import Place, Strip, Text, Unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.plots.figure import Mark
    from explorer.plots.limits import Limits
    from explorer.study.state import State
    from explorer.study.table import Sample

COLUMNS: Final = 292  # one a pixel of the usual card
COLUMNS_ENLARGED: Final = 900
TOP: Final = 16.0  # pixels below the card's header
HEIGHT: Final = 98.0
ENDS: Final = TOP + HEIGHT + 9.0  # centre of the line with the first and the last index
NEAR: Final = 4.0  # columns within which a labelled class is meant rather than the highest or lowest
MOST_FLAGS: Final = 40  # more columns with labelled classes have no triangles


def columns_of(state: State, enlarged: bool) -> int:
    """Return into how many columns the classes are gathered: at most one each."""
    return min(len(state.sample.classes), COLUMNS_ENLARGED if enlarged else COLUMNS)


def overview(
    state: State, enlarged: bool, limits: Limits, window: tuple[float, float] | None
) -> tuple[Mark, ...]:
    """Return the overview strip and the words round it; limits: logits at its bottom and top."""
    sample, columns = state.sample, columns_of(state, enlarged)
    count = len(sample.classes)
    starts = _starts(count, columns)
    logits = np.clip(np.nan_to_num(sample.logits, posinf=limits[1], neginf=limits[0]), *limits)
    marked, low, high = _marked(sample, logits, columns)
    held = state.look.held
    strip = Strip(
        top=TOP,
        height=HEIGHT,
        low=np.minimum(np.minimum.reduceat(logits, starts), 0.0),
        high=np.maximum(np.maximum.reduceat(logits, starts), 0.0),
        limits=limits,
        marked=marked,
        marked_low=low,
        marked_high=high,
        flagged=len(marked) <= MOST_FLAGS,
        held=held * columns // count if held < count else None,
        window=window,
    )
    return strip, _end(0, 0.0), _end(count - 1, 1.0)


@lru_cache(maxsize=8)
def _starts(count: int, columns: int) -> NDArray[np.intp]:
    """Return the first class of each column: class i is in column i * columns // count."""
    starts: NDArray[np.intp] = -(-np.arange(columns) * count // columns)
    return starts


def _marked(
    sample: Sample, logits: NDArray[np.float64], columns: int
) -> tuple[NDArray[np.intp], NDArray[np.float64], NDArray[np.float64]]:
    """Return the columns with labelled classes, and the lowest and highest of those in each, 0 included."""
    labelled = np.flatnonzero(sample.targets > 0.5)
    marked, starts = np.unique(labelled * columns // len(logits), return_index=True)
    if not len(marked):
        return marked, np.zeros(0), np.zeros(0)
    own = logits[labelled]
    low, high = np.minimum.reduceat(own, starts), np.maximum.reduceat(own, starts)
    return marked, np.minimum(low, 0.0), np.maximum(high, 0.0)


def _end(index: int, share: float) -> Text:
    place = Place(share, 1.0, across=Unit.CARD, up=Unit.CARD, dx=12.0 - 24.0 * share, dy=ENDS)
    anchor: Literal["left", "right"] = "right" if share else "left"
    return Text(place=place, text=numbers.count(index), anchor=anchor, colour="mut", size="tick")


def class_at(state: State, across: float, logit: float, enlarged: bool = False) -> int:
    """Return the class meant by a place in the overview; a column may stand for many.

    across: 0 to 1 from the first class to the last. Of the labelled classes within NEAR columns the nearest;
    where there is none, the highest of the column when the place is above 0, else the lowest.
    """
    sample, columns = state.sample, columns_of(state, enlarged)
    count = len(sample.classes)
    at = min(max(across, 0.0), 1.0) * columns
    labelled = np.flatnonzero(sample.targets > 0.5)
    if labelled.size:
        distances = np.abs((labelled + 0.5) * columns / count - at)
        if distances.min() <= NEAR:
            return int(labelled[distances.argmin()])
    column = min(int(at), columns - 1)
    first = int(_starts(count, columns)[column])
    last = int(_starts(count, columns)[column + 1]) if column + 1 < columns else count
    own = np.nan_to_num(sample.logits[first:last])
    return first + int(own.argmax() if logit >= 0 else own.argmin())
