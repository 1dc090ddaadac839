"""A state at a step of its descent: which copy of the sample is shown, and which each loss has.

The descents are among the state's results ("descents": `analysis.descents.Descents`). At step 0, and while
there are none of this state, every copy is the study's own sample.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from explorer.analysis.descents import Descents
    from explorer.study.state import State
    from explorer.study.study import Study
    from explorer.study.table import Sample

KEPT: Final = 4  # states, which count by identity: every part of a frame asks for the same ones


def own(state: State) -> Sample:
    """Return the study's own sample, whatever copy the state watches."""
    return state.study.table.sample(state.look.sample)


def descents_of(state: State) -> Descents | None:
    """Return the descents of this very state; None where there are none, or of others."""
    found: Descents | None = state.results.get("descents")
    return found if found is not None and found.answers(state) else None


def near_descents_of(state: State) -> Descents | None:
    """Return the descents of this sample and these losses, though they may lag behind an edit under way."""
    found: Descents | None = state.results.get("descents")
    return found if found is not None and found.is_near(state) else None


def copies(state: State) -> tuple[Sample, ...] | None:
    """Return the copies of the losses that are on, in order; None where all are the study's own sample."""
    return _copies(state) if state.look.time else None


@lru_cache(maxsize=KEPT)
def _copies(state: State) -> tuple[Sample, ...] | None:
    found = descents_of(state)
    if found is None:
        return None
    sample, time = own(state), state.look.time
    return tuple(sample if course is None else course.sample_at(time) for course in found.courses)


def selected(state: State) -> int | None:
    """Return which of the losses that are on has the copy that is shown: the landscape's loss.

    The first that descends where that one does not; None at step 0, and where none descends.
    """
    return _selected(state) if state.look.time else None


@lru_cache(maxsize=KEPT)
def _selected(state: State) -> int | None:
    found = descents_of(state)
    if found is None:
        return None
    places = [place for place, course in enumerate(found.courses) if course is not None]
    shown, wanted = state.study.shown, state.look.landscape_loss
    if shown and shown[wanted].on:
        place = sum(entry.on for entry in shown[:wanted])
        if place in places:
            return place
    return places[0] if places else None


def watched(state: State) -> Sample:
    """Return the copy that bars, slice, sharpening and landscape show."""
    place, found = selected(state), copies(state)
    return own(state) if place is None or found is None else found[place]


def step_shown(state: State) -> int:
    """Return the step of the copy that is shown: the look's, or the last one computed where that is earlier.

    0 where the study's own sample is shown.
    """
    place, found = selected(state), descents_of(state)
    course = found.courses[place] if found is not None and place is not None else None
    return 0 if course is None else min(state.look.time, course.done)


def settled(state: State, classes: tuple[int, int]) -> Sample:
    """Return the copy that is shown as it was when all logits but these two last moved visibly.

    For what depends on the others alone: it stays for several steps, and need not be computed for each.
    """
    place, found = selected(state), descents_of(state)
    course = found.courses[place] if found is not None and place is not None else None
    return watched(state) if course is None else course.sample_at(course.settled(state.look.time, classes))


def at_step(state: State) -> State:
    """Return the state with the copy that is shown as its sample, for figures of one sample."""
    if not state.look.time:
        return state
    copy = watched(state)
    return state if copy is state.sample else _watching(state, copy)


@lru_cache(maxsize=2)  # every card of a frame asks
def _watching(state: State, copy: Sample) -> State:
    return state.watching(copy)


# Edits at a later step


def kept(state: State) -> Study:
    """Return the study with the copy that is shown as the sample's logits; itself at step 0."""
    copy, study = watched(state), state.study
    if copy is own(state):
        return study
    return study.with_table(study.table.with_row(state.look.sample, copy.logits, copy.targets))


def grounded(state: State) -> State:
    """Return the state that an edit of what is shown begins with: its sample is the copy that is shown.

    The state itself at step 0, and where the copy has logits that are no numbers, which nobody can edit.
    """
    return _grounded(state) if state.look.time else state


@lru_cache(maxsize=2)  # an edit asks more than once
def _grounded(state: State) -> State:
    import numpy as np  # not needed to list the figures, as `--help` does

    copy, start = watched(state), own(state)
    is_whole = bool(np.isfinite(copy.logits[np.isfinite(start.logits)]).all())
    return state if copy is start or not is_whole else state.with_study(kept(state))


def is_grounded(before: State, after: Study) -> bool:
    """Say whether a study has numbers of the copy that a state shows: it was edited from there."""
    copy, start = watched(before), own(before)
    if copy is start or len(after.table) <= before.look.sample:
        return False
    logits = after.table.sample(before.look.sample).logits
    if logits.shape != copy.logits.shape:
        return False
    moved = copy.logits != start.logits
    return bool((logits[moved] == copy.logits[moved]).any())
