"""Paths of descents over two logits, as the landscape draws them.

They are the courses of the descents, seen in the two logits. Where none are computed, plain gradient descent
of the two logits alone takes their place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.at_time import copies, near_descents_of
from explorer.analysis.descent import descent_path
from explorer.analysis.slopes import are_fast
from explorer.losses import LOSSES
from explorer.plots import numbers
from explorer.plots.figure import Line, Points
from explorer.plots.traces import FUTURE
from explorer.wording import say, say_count

if TYPE_CHECKING:
    from collections.abc import Hashable

    from numpy.typing import NDArray

    from explorer.analysis.courses import Course
    from explorer.analysis.descents import Descents
    from explorer.plots.figure import LossLook, Mark
    from explorer.plots.shown import Shown, Sight
    from explorer.study.state import State
    from explorer.study.study import ShownLoss

    Numbers = NDArray[np.float64]

KEY: Final = "landscape"
RATE, STEPS = 0.5, 60  # of the descent of two logits alone
MOST_POINTS: Final = 240  # of a path
GRAIN: Final = 0.03  # of a logit: points of a path that lie in one grain are drawn as one
FAR: Final = 1e6  # a path that diverges is drawn as far as this
FEW: Final = 6  # losses whose paths follow a drag, however long each takes


@dataclass(frozen=True, slots=True, eq=False)
class Path:
    """Where one loss's descent goes in the two logits: arrays (points, 2), from the start on.

    travelled: up to the step that is shown; to_come: from there on. At step 0 all of it is travelled, so
    that it is seen well.
    """

    entry: Shown
    travelled: Numbers
    to_come: Numbers

    @property
    def end(self) -> Numbers:
        """The last point, (2,)."""
        last: Numbers = (self.to_come if len(self.to_come) else self.travelled)[-1]
        return last


def followed(state: State) -> Hashable:
    """Return what the paths depend on beside the losses and the two logits."""
    found = near_descents_of(state)
    late = found is None and any(_is_late(state, shown) for shown in state.study.shown)
    return found, late, state.look.time


def paths_of(state: State, seen: Sight, field: Shown) -> list[Path]:
    """Return the paths; field: the loss whose landscape is drawn."""
    found = near_descents_of(state)
    return _short(state, seen, field) if found is None else _courses(state, seen, found)


def words(state: State, seen: Sight, paths: list[Path]) -> str:
    """Say how the paths are made ("Adam, lr 0.05, 200 steps"), or how many come when the drag ends."""
    found = near_descents_of(state)
    if found is not None:
        plan = found.plan
        return _stepped(plan.rule.said, plan.rate, numbers.count(plan.updates))
    late = len(seen.losses) - len(paths)
    if not late:
        return _stepped("SGD", RATE, str(STEPS))
    return say_count(late, "{count} path at the drag's end", "{count} paths at the drag's end")


def _stepped(optimizer: str, rate: float, steps: str) -> str:
    return say("{optimizer}, lr {rate}, {steps} steps", optimizer=optimizer, rate=f"{rate:g}", steps=steps)


def path_marks(paths: list[Path]) -> list[Mark]:
    """Draw what is to come faint, what is travelled full, and a marker where each loss is now."""
    faint: list[Mark] = [
        Line(x=path.to_come[:, 0], y=path.to_come[:, 1], look=_faint(path.entry.look))
        for path in paths
        if len(path.to_come) > 1
    ]
    lines: list[Mark] = [
        Line(x=path.travelled[:, 0], y=path.travelled[:, 1], look=path.entry.look, halo=True)
        for path in paths
    ]
    now: list[Mark] = [
        Points(x=path.travelled[-1:, 0], y=path.travelled[-1:, 1], look=path.entry.look, size=10.0)
        for path in paths
    ]
    return [*faint, *lines, *now]


def _faint(look: LossLook) -> LossLook:
    return replace(look, opacity=FUTURE * look.opacity)


def _courses(state: State, seen: Sight, found: Descents) -> list[Path]:
    """Return the courses of the descents, parted where they are at the step shown."""
    time = state.look.time if copies(state) is not None else 0
    pairs = [(entry, found.courses[entry.place]) for entry in seen.losses]
    return [
        _course(entry, course, state.look.landscape, time) for entry, course in pairs if course is not None
    ]


def _course(entry: Shown, course: Course, classes: tuple[int, int], time: int) -> Path:
    updates, points = course.path(classes)
    places = _drawn(points)
    updates, points = updates[places], np.clip(points[places], -FAR, FAR)
    if not time:
        return Path(entry, points, points[:0])
    now = np.clip(entry.evaluation.sample.logits[list(classes)], -FAR, FAR)[np.newaxis]
    behind, ahead = (int(np.searchsorted(updates, time, side)) for side in ("left", "right"))
    return Path(entry, np.concatenate((points[:behind], now)), np.concatenate((now, points[ahead:])))


def _drawn(points: Numbers) -> NDArray[np.intp]:
    """Return which points of a path are drawn: not those that hardly move on, and of many some."""
    with np.errstate(invalid="ignore", over="ignore"):
        moves = np.any(np.diff(np.round(points / GRAIN), axis=0) != 0.0, axis=1)
    places = np.flatnonzero(np.append(True, moves))
    places = places[:: -(-len(places) // MOST_POINTS)]
    last = len(points) - 1
    return places if places[-1] == last else np.append(places, last)


# Descents of the two logits alone


def _short(state: State, seen: Sight, field: Shown) -> list[Path]:
    """Return those of the losses that are quick enough for a drag, and of the landscape's own."""
    quick = [
        entry.evaluation if entry is field or not _is_late(state, entry.evaluation.shown) else None
        for entry in seen.losses
    ]
    made = [
        (entry, descent_path(asked.sample, asked.shown, state.look.landscape, RATE, STEPS, asked.other))
        for entry, asked in zip(seen.losses, quick, strict=True)
        if asked is not None
    ]
    return [Path(entry, points, points[:0]) for entry, points in made]


def _is_late(state: State, shown: ShownLoss) -> bool:
    """Say whether the path of a loss waits for the end of the drag: beside many others it takes too long.

    Enlarged, the card has the frame for itself.
    """
    many = sum(other.on for other in state.study.shown) > FEW
    drags = state.before is not None and state.look.enlarged != KEY
    return drags and many and shown.on and not are_fast(LOSSES[shown.key])
