"""Which classes a list of many shows, in which order: pure, kept, and still under a drag.

The order is that of the state, or of the study before the gesture under way: a row that is dragged never
runs away under the pointer, and finds its new place when it is let go.
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.evaluation import evaluate
from explorer.analysis.given import compared, of, pinned_logits
from explorer.analysis.keeping import Same
from explorer.plots.move import Move
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from explorer.study.state import State
    from explorer.study.study import Look, ShownLoss, Study
    from explorer.study.table import Sample

    Classes = NDArray[np.intp]
    Numbers = NDArray[np.float64]

TOP: Final = 50  # classes of the filter "top": those with the largest gradient
ORDER_WORDS: Final = {
    "label": noted("label"),
    "logit": noted("logit"),
    "gradient": noted("gradient"),
    "index": noted("index"),
}
FILTER_WORDS: Final = {
    "all": noted("All classes"),
    "labelled": noted("Labelled only"),
    "top": noted("Top 50 by gradient"),  # as many as TOP, tested
}


def ranking(state: State) -> Classes:
    """Return the classes listed, first to last: filtered, searched and in the order of the look.

    label: by target, the largest first, then by logit. logit, gradient (of the first loss that is on and has
    a value, by size): the largest first. index: as in the table. Equal ones keep its order; NaN is last.
    """
    look, study = state.look, _judged(state)
    sample = study.table.sample(look.sample)
    needs_loss = look.order == "gradient" or look.only == "top"
    pinned = pinned_logits(study, sample)
    shown = _first_with_value(sample, study.shown, pinned) if needs_loss else None
    other = compared(shown, pinned) if shown is not None else None
    return _ranking(sample, look.order, look.only, look.search.strip(), shown, other)


def _judged(state: State) -> Study:
    """Return the study that decides the order: that before the gesture, while it has the same classes."""
    before = state.before
    return before if before is not None and before.table.columns is state.study.table.columns else state.study


def _first_with_value(
    sample: Sample, shown: tuple[ShownLoss, ...], other: Numbers | None
) -> ShownLoss | None:
    return next((loss for loss in shown if loss.on and evaluate(sample, loss, other).refusal is None), None)


@lru_cache(maxsize=8)
def _ranking(
    sample: Sample, order: str, only: str, search: str, shown: ShownLoss | None, other: Same[Numbers] | None
) -> Classes:
    strength = partial(_strength, sample, shown, of(other))
    listed = _listed(sample, only, strength)
    if search:
        listed = np.intersect1d(listed, found(sample.classes, search))
    ranked = listed
    if order != "index":
        keys = tuple(-key[listed] for key in _keys(sample, order, strength))
        ranked = listed[np.lexsort(keys)]
    if search:  # who types a whole name or an index means that class
        best = found(sample.classes, search)[:1]
        ranked = np.concatenate((best[np.isin(best, ranked)], ranked[~np.isin(ranked, best)]))
    ranked.flags.writeable = False
    return ranked


def _listed(sample: Sample, only: str, strength: Callable[[], Numbers]) -> Classes:
    """Return the classes that a filter lets through, ascending."""
    if only == "labelled":
        return np.flatnonzero(sample.targets > 0)
    count = len(sample.classes)
    if only == "top" and count > TOP:
        sizes = np.nan_to_num(strength(), nan=-1.0)
        return np.sort(np.argsort(-sizes, kind="stable")[:TOP])
    return np.arange(count)


def _keys(sample: Sample, order: str, strength: Callable[[], Numbers]) -> tuple[Numbers, ...]:
    """Return what is sorted by, the least important first; larger comes first."""
    if order == "gradient":
        return (strength(),)
    if order == "logit":
        return (sample.logits,)
    return sample.logits, sample.targets


def _strength(sample: Sample, shown: ShownLoss | None, other: Numbers | None) -> Numbers:
    """Return the size of each class's gradient; 0 where no loss has one."""
    if shown is None:
        return np.zeros(len(sample.classes))
    strength: Numbers = np.abs(evaluate(sample, shown, other).gradient)
    return strength


# Search


def found(classes: tuple[str, ...], search: str) -> Classes:
    """Return the classes that a text means, the best first; every class for an empty text.

    A whole name comes first, then the class of that index (counted from 0), then those that have the text in
    their name, whatever its case, in the table's order.
    """
    wanted = search.strip().casefold()
    names = _folded(Same(classes))
    if not wanted:
        return np.arange(len(names))
    exact = [index for index, name in enumerate(names) if name == wanted]
    index = int(wanted) if wanted.isascii() and wanted.isdigit() else -1
    number = [index] if 0 <= index < len(names) else []
    parts = [index for index, name in enumerate(names) if wanted in name]
    return np.array(list(dict.fromkeys((*exact, *number, *parts))), dtype=np.intp)


@lru_cache(maxsize=2)
def _folded(classes: Same[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(name.casefold() for name in classes.it)


# The window onto the list


def first_row(state: State, rows: int) -> int:
    """Return the top row when `rows` of the list are in sight: the look's, as far as the list goes."""
    return _held_within(state.look.first, len(ranking(state)), rows)


def _held_within(first: int, count: int, rows: int) -> int:
    return min(max(first, 0), max(count - rows, 0))


def visible(state: State, rows: int) -> Classes:
    """Return the classes in the rows in sight, from the top."""
    first = first_row(state, rows)
    return ranking(state)[first : first + rows]


def place_of(state: State, class_index: int) -> int | None:
    """Return the row of a class in the list, counted from 0; None when it is filtered out."""
    places = np.flatnonzero(ranking(state) == class_index)
    return int(places[0]) if places.size else None


def scrolled(state: State, steps: int, rows: int) -> Look:
    """Return the look with the list moved on by some rows, as far as it goes."""
    first = first_row(state, rows) + steps
    return state.with_look(first=_held_within(first, len(ranking(state)), rows)).look


def revealed(state: State, rows: int) -> State:
    """Return the state with the held class in sight: the list moves no further than needed.

    A filter or search that leaves the class out stays, and then so does the list.
    """
    place = place_of(state, state.look.held)
    if place is None:
        return state
    first = first_row(state, rows)
    wanted = min(max(first, place - rows + 1), place)
    return state if wanted == first else state.with_look(first=wanted)


def gone_to(state: State, class_index: int, rows: int) -> State:
    """Return the state with a class held and in sight; a filter or search that hides it is given up."""
    held = state.with_look(held=class_index, slice_class=class_index, selected=frozenset())
    if place_of(held, class_index) is None:
        held = held.with_look(search="", only="all")
    return revealed(held, rows)


def stepped(state: State, step: int, rows: int) -> Move:
    """Hold the class `step` rows further down the list, stopping at its ends, and show it."""
    listed = ranking(state)
    place = place_of(state, state.look.held)
    if not len(listed):
        held = state.look.held
    elif place is None:
        held = int(listed[first_row(state, rows)])
    else:
        held = int(listed[min(max(place + step, 0), len(listed) - 1)])
    return Move(gone_to(state, held, rows), say("Hold {name}", name=state.sample.classes[held]), "held")
