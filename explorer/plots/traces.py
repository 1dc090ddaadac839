"""What the editor shows of descents: ticks where the other losses' copies are, and trails of a drag.

At a later step the bars are the copy of the selected loss; every other loss has a hollow tick in its style
at its own copy. While a bar is dragged at step 0, a faint trail for each loss runs from the bar to where its
descent would take it; it may lag behind the hand.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.at_time import copies, near_descents_of, own, selected, step_shown, watched
from explorer.plots import numbers
from explorer.plots.figure import Points, Segments
from explorer.plots.limits import WIDEST
from explorer.plots.shown import seen_of, sight
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from explorer.analysis.descents import Descents
    from explorer.plots.figure import LossLook, Mark
    from explorer.plots.limits import Limits
    from explorer.plots.shown import Shown
    from explorer.study.state import State

FUTURE: Final = 0.43  # opacity of what is to come
TICK: Final = 2.2  # width of a tick's stroke
BESIDE: Final = 1.4  # half of a tick, in halves of its bar: its ends are seen beside the grip
TRAIL: Final = 1.4  # of a trail's
END: Final = 7.0  # size of the marker at its end
NEAR: Final = 40.0  # as far as copies widen an axis; what lies further is marked at its edge


def traced(state: State) -> Hashable:
    """Return what the ticks and trails depend on: nothing at step 0 while no bar is dragged."""
    if state.look.time:
        return seen_of(state), selected(state), step_shown(state)
    return (seen_of(state), _trailing(state)) if state.before is not None else None


def subtitle(state: State) -> str:
    """Say whose copy the bars are: "ZLPR, step 37"; "" at step 0."""
    place = selected(state)
    if place is None:
        return ""
    chosen = next((entry.label for entry in sight(state).losses if entry.place == place), "")
    return say("{loss}, step {step}", loss=chosen, step=numbers.count(step_shown(state)))


def ends(state: State) -> np.ndarray:
    """Return the logits of all copies that are shown, flat, as far out as an axis should hold them."""
    if selected(state) is None:
        return np.zeros(0)
    found = [watched(state).logits, *(entry.evaluation.sample.logits for entry in _others(state))]
    return np.clip(np.concatenate(found), -NEAR, NEAR)


def followed(state: State, index: int) -> float:
    """Return the logit of a class that an axis follows: a copy's only so far; 0 where it is not a number."""
    logit = float(state.sample.logits[index])
    far = max(NEAR, abs(float(np.nan_to_num(own(state).logits[index])))) if state.look.time else WIDEST
    return min(max(logit, -min(far, WIDEST)), min(far, WIDEST)) if np.isfinite(logit) else 0.0


def column_ticks(state: State, half: float, limits: Limits) -> list[Mark]:
    """Draw a tick across each bar, which is twice `half` wide, for every other loss's copy.

    Of copies outside the limits the loss's marker, which paint holds at the edge.
    """
    half *= BESIDE
    columns = np.arange(len(state.sample.classes), dtype=np.float64)
    marks: list[Mark] = []
    for entry in _others(state):
        logits = entry.evaluation.sample.logits
        marks.append(
            Segments(x0=columns - half, y0=logits, x1=columns + half, y1=logits, look=entry.look, width=TICK)
        )
        out = (logits < limits[0]) | (logits > limits[1])
        if out.any():
            marks.append(Points(x=columns[out], y=logits[out], look=entry.look, size=END))
    return marks


def row_ticks(state: State, classes: np.ndarray, half: float, limits: Limits) -> list[Mark]:
    """Draw the same upright on rows that show some classes."""
    half *= BESIDE
    rows = np.arange(len(classes), dtype=np.float64)
    marks: list[Mark] = []
    for entry in _others(state):
        logits = entry.evaluation.sample.logits[classes]
        marks.append(
            Segments(x0=logits, y0=rows + half, x1=logits, y1=rows - half, look=entry.look, width=TICK)
        )
        out = (logits < limits[0]) | (logits > limits[1])
        if out.any():
            marks.append(Points(x=logits[out], y=rows[out], look=entry.look, size=END))
    return marks


def _others(state: State) -> list[Shown]:
    """Return the losses whose copies are not the bars; none at step 0."""
    if not state.look.time or copies(state) is None:
        return []
    place = selected(state)
    return [entry for entry in sight(state).losses if entry.place != place]


# Trails


def column_trails(state: State, half: float) -> list[Mark]:
    """Draw for each loss, side by side over the dragged bars, how far its descent would take them."""
    found = _trailing(state)
    if found is None:
        return []
    classes, marks = _dragged(state), []
    now, looks = state.sample.logits[classes], _looks(state, found)
    for turn, (look, course_ends) in enumerate(looks):
        x = classes + half * ((2 * turn + 1) / len(looks) - 1)
        marks += _trail(x, now, x, course_ends[classes], look)
    return marks


def row_trails(state: State, classes: np.ndarray, half: float) -> list[Mark]:
    """Draw the same along rows that show some classes."""
    found = _trailing(state)
    if found is None:
        return []
    dragged, marks = set(_dragged(state).tolist()), []
    rows = np.array([row for row, index in enumerate(classes.tolist()) if index in dragged], dtype=np.intp)
    now, looks = state.sample.logits[classes[rows]], _looks(state, found)
    for turn, (look, course_ends) in enumerate(looks):
        y = rows + half * (1 - (2 * turn + 1) / len(looks))
        marks += _trail(now, y, course_ends[classes[rows]], y, look)
    return marks


def _trailing(state: State) -> Descents | None:
    """Return the descents whose trails are shown, while something is dragged."""
    return near_descents_of(state) if state.before is not None and not state.look.time else None


def _dragged(state: State) -> np.ndarray:
    return np.array(sorted(state.look.selected | {state.look.held}), dtype=np.intp)


def _looks(state: State, found: Descents) -> list[tuple[LossLook, np.ndarray]]:
    """Return for each loss that descends its look, faint, and the logits at the end of its course."""
    pairs = [(entry.look, found.courses[entry.place]) for entry in sight(state).losses]
    return [
        (replace(look, opacity=FUTURE * look.opacity), course.at(course.done))
        for look, course in pairs
        if course is not None
    ]


def _trail(
    x0: Sequence[float] | np.ndarray,
    y0: Sequence[float] | np.ndarray,
    x1: Sequence[float] | np.ndarray,
    y1: Sequence[float] | np.ndarray,
    look: LossLook,
) -> list[Mark]:
    return [
        Segments(x0=x0, y0=y0, x1=x1, y1=y1, look=look, width=TRAIL),
        Points(x=x1, y=y1, look=look, size=END, halo=False),
    ]
