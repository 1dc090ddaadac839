"""Descents: a copy of the sample's logits for every loss that is on, trained as the plan says.

Computed a little at a time, in the window, on NumPy: `advance` goes on for a few milliseconds. The rows are
kept as float64 while they are at most KEPT numbers (128 MB) together; of more, every so many-th row is kept
with the optimizer's slots, and those between are computed again when they are asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf
from time import perf_counter
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.at_time import kept, own
from explorer.analysis.courses import Course, Runner, Track, numbers_of
from explorer.analysis.evaluation import evaluate
from explorer.analysis.given import compared, of, other_logits
from explorer.analysis.plans import Plan, plan_of, speed_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.analysis.keeping import Same
    from explorer.study.state import State
    from explorer.study.study import ShownLoss
    from explorer.study.table import Sample

    Numbers = NDArray[np.float64]

__all__ = ["Course", "Descents", "Plan", "kept", "plan_of", "speed_of"]

KEPT: Final = 2**24  # numbers of all rows together
STEPPING: Final = 0.6  # share of a slice of work that makes updates; the rest computes their values


@dataclass(frozen=True, eq=False)
class Descents:
    """Every loss's descent from one sample, as far as it is computed. Compared by identity.

    sample: where all start. shown: the losses that are on, in order; others: for each the logits that it
    compares with, if it does. courses: in the same order, None for a loss that refuses the targets.
    """

    sample: Sample
    plan: Plan
    shown: tuple[ShownLoss, ...]
    others: tuple[Same[Numbers] | None, ...]
    courses: tuple[Course | None, ...]

    @classmethod
    def of(cls, state: State, before: Descents | None = None) -> Descents:
        """Start the descents of a state; courses of `before` that are the same go on where they are."""
        sample, plan, other = own(state), plan_of(state.look), other_logits(state)
        shown = tuple(entry for entry in state.study.shown if entry.on)
        others = tuple(compared(entry, other) for entry in shown)
        found = [evaluate(sample, entry, of(its)) for entry, its in zip(shown, others, strict=True)]
        meant = sum(evaluation.refusal is None for evaluation in found)
        every = spacing(len(sample.logits), plan, meant)
        had = {} if before is None else before._courses_for(sample, plan, every)
        courses = [
            None
            if evaluation.refusal is not None
            else had.get((entry, its)) or Course.of(entry, Track(evaluation.given, sample, plan, every))
            for entry, its, evaluation in zip(shown, others, found, strict=True)
        ]
        return cls(sample, plan, shown, others, tuple(courses))

    def _courses_for(
        self, sample: Sample, plan: Plan, every: int
    ) -> dict[tuple[ShownLoss, Same[Numbers] | None], Course]:
        if sample is not self.sample or plan != self.plan:
            return {}
        each = zip(self.shown, self.others, self.courses, strict=True)
        return {(shown, its): course for shown, its, course in each if course and course.every == every}

    @property
    def complete(self) -> bool:
        """Whether every course is at its end."""
        return all(course is None or course.complete for course in self.courses)

    @property
    def done(self) -> int:
        """Updates up to which all courses are computed, those aside that diverged."""
        going = [course.done for course in self.courses if course and course.diverged is None]
        return min(going, default=self.plan.updates)

    def advance(self, seconds: float = inf) -> Descents:
        """Go on for about so long, at least one update of one loss; itself when there is nothing left."""
        runners = [Runner(course) for course in self.courses if course and not course.complete]
        if not runners:
            return self
        with np.errstate(all="ignore"):  # what overflows diverges, and is told
            _run(runners, self.plan, perf_counter() + STEPPING * seconds)
            made = {runner.course: runner.finish() for runner in runners}
        return replace(self, courses=tuple(course and made.get(course, course) for course in self.courses))

    def answers(self, state: State) -> bool:
        """Say whether these are the descents of a state: its sample, losses, other logits and plan."""
        if own(state) is not self.sample or plan_of(state.look) != self.plan:
            return False
        shown = tuple(entry for entry in state.study.shown if entry.on)
        other = other_logits(state)
        return shown == self.shown and tuple(compared(entry, other) for entry in shown) == self.others

    def is_near(self, state: State) -> bool:
        """Say whether these are of the same sample, classes and losses, though numbers may have changed."""
        sample, start = own(state), self.sample
        keys = [entry.key for entry in state.study.shown if entry.on]
        same = sample is start or (sample.index, sample.classes) == (start.index, start.classes)
        return same and keys == [entry.key for entry in self.shown]

    def sample_at(self, state: State, index: int) -> Sample:
        """Return the copy of the index-th loss that is on, at the step that the look shows.

        The study's own sample at step 0, for a loss that refuses the targets, and where these descents are
        not of this state; the last step computed where it is not computed yet.
        """
        course = self.courses[index] if self.answers(state) else None
        return own(state) if course is None else course.sample_at(state.look.time)


def spacing(classes: int, plan: Plan, losses: int) -> int:
    """Return every how many-th row is kept, 1 for all."""
    numbers = losses * (plan.updates + 1) * classes
    if numbers <= KEPT:
        return 1
    return -(-numbers * (1 + len(plan.rule.slots)) // KEPT)


def _run(runners: list[Runner], plan: Plan, end: float) -> None:
    """Make updates, all losses side by side, until the time is over."""
    first = min(runner.done for runner in runners) + 1
    for count in range(first, plan.updates + 1):
        numbers = numbers_of(plan, count)
        for runner in runners:
            if runner.done < count and not runner.is_over:
                runner.step(numbers)
                if perf_counter() >= end:
                    return
