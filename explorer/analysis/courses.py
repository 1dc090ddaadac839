"""One loss's descent: the rows of its copy of the logits, update by update."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.analysis.keeping import frozen
from explorer.study.table import Sample

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from explorer.analysis.given import Given
    from explorer.analysis.plans import Plan
    from explorer.study.study import ShownLoss

    Numbers = NDArray[np.float64]
    Slots = tuple[Numbers, ...]

COPIES: Final = 4  # of the samples made last: a frame asks for the same one many times
SETTLED: Final = 4  # answers of how far a course is settled that are kept
GRAIN: Final = 0.05  # of a logit: what moved less leaves a field as it is, to the eye
SETTLING: Final = 2**21  # numbers of the rows, beyond which nobody looks how far they moved
VALUED: Final = 2**13  # numbers of the rows whose values are computed at once, within a slice of work


class Track:
    """Where the rows of a course are written, and what makes them.

    Only ever written to at its end, and always with the same numbers, so that a `Course` that shows its
    beginning stays true. Of many classes only every so many-th row is kept, with the optimizer's slots;
    those between are computed again.
    """

    def __init__(self, given: Given, sample: Sample, plan: Plan, every: int) -> None:
        self.given, self.sample, self.plan, self.every = given, sample, plan, every
        self.slopes: Callable[[Numbers], Numbers] = given.prepared(sample.logits)
        count, classes = plan.updates // every + 1, len(sample.logits)
        self.rows = np.empty((count, classes))
        self.values = np.empty(plan.updates + 1)
        self.start = plan.rule.start(sample.logits)
        self.slots = [np.empty((count, classes)) for _ in self.start] if every > 1 else []
        self.recent: tuple[int, Numbers, Slots] = (0, sample.logits, self.start)
        self.copies: dict[int, Sample] = {}
        self.settled: dict[tuple[int, tuple[int, int]], NDArray[np.intp] | None] = {}

    def keep(self, update: int, logits: Numbers, slots: Slots) -> None:
        """Write a row, where it is one of those that are kept."""
        place, rest = divmod(update, self.every)
        if not rest:
            self.rows[place] = logits
            for kept, slot in zip(self.slots, slots, strict=bool(self.slots)):
                kept[place] = slot

    def step(self, logits: Numbers, slots: Slots, numbers: Mapping[str, Any]) -> tuple[Numbers, Slots]:
        """Make one update with the coefficients of the optimizer."""
        moved, kept = self.plan.rule.update_function(np, logits, self.slopes(logits), slots, **numbers)
        return moved, kept

    def row(self, update: int) -> Numbers:
        """Return the logits after an update that was made."""
        place, rest = divmod(update, self.every)
        row: Numbers = self.rows[place]
        if not rest:
            return row
        now, logits, slots = self.recent
        if not update - rest <= now <= update:
            now, logits = update - rest, row
            slots = tuple(kept[place] for kept in self.slots)
        with np.errstate(all="ignore"):
            for count in range(now + 1, update + 1):
                logits, slots = self.step(logits, slots, numbers_of(self.plan, count))
        self.recent = update, logits, slots
        return logits

    def copy(self, update: int, row: Numbers) -> Sample:
        """Return the sample with the logits after an update: the same object for the same update."""
        made = self.copies.get(update)
        if made is None:
            while len(self.copies) >= COPIES:
                self.copies.pop(next(iter(self.copies)))
            like = self.sample
            made = Sample(like.index, like.name, like.classes, frozen(row.copy()), like.targets)
            self.copies[update] = made
        return made


def numbers_of(plan: Plan, count: int) -> Mapping[str, Any]:
    """Return the optimizer's coefficients of update `count`, from 1 on."""
    return plan.rule.coefficients(count, plan.rate, plan.decay, **dict(plan.settings))


@dataclass(frozen=True, eq=False)
class Told:
    """What is told of a course: the value after each update, and where it diverged. Compared by identity.

    Caches keep this in place of the course, whose rows may be a hundred MB.
    """

    values: Numbers
    diverged: int | None


@dataclass(frozen=True, eq=False)
class Course:
    """One loss's descent, as far as it is computed. Compared by identity; arrays are read-only.

    shown: the loss with its settings. done: updates made; 0 at the start. values: (done + 1,), nat.
    diverged: the first update after which a logit is not finite, NaN from there on; None where all are.
    logits: (rows, n), after the updates 0, `every`, 2 `every`, ...; `at` gives those between.
    """

    shown: ShownLoss
    done: int
    diverged: int | None
    track: Track = field(repr=False)
    last: tuple[Numbers, Slots] = field(repr=False)  # where it goes on from

    @classmethod
    def of(cls, shown: ShownLoss, track: Track) -> Course:
        """Start a course."""
        logits = track.sample.logits
        track.keep(0, logits, track.start)
        track.values[0] = track.given.value(logits)
        diverged = None if np.isfinite(logits).all() else 0
        return cls(shown, 0, diverged, track, (logits, track.start))

    @property
    def every(self) -> int:
        """How many updates lie between two rows of `logits`; 1 unless there are very many numbers."""
        return self.track.every

    @property
    def values(self) -> Numbers:
        """The loss after each update, (done + 1,)."""
        return self.told.values

    @cached_property
    def told(self) -> Told:
        """Its values alone: the same object each time."""
        return Told(frozen(self.track.values[: self.done + 1]), self.diverged)

    @property
    def logits(self) -> Numbers:
        """The rows that are kept, (done // every + 1, n)."""
        return frozen(self.track.rows[: self.done // self.every + 1])

    @property
    def complete(self) -> bool:
        """Whether there is no update left to make."""
        return self.diverged is not None or self.done >= self.track.plan.updates

    def at(self, update: int) -> Numbers:
        """Return the logits after an update, (n,): the last ones where it is not reached yet."""
        update = min(max(update, 0), self.done)
        if self.diverged is not None and update >= self.diverged and update:
            return np.full(len(self.track.sample.logits), np.nan)
        return frozen(self.track.row(update)[:])

    def sample_at(self, update: int) -> Sample:
        """Return the sample with the logits of `at`: one object for one update."""
        update = min(max(update, 0), self.done)
        return self.track.copy(update, self.at(update)) if update else self.track.sample

    def settled(self, update: int, classes: tuple[int, int]) -> int:
        """Return an earlier update since which all logits but those of two classes have hardly moved.

        At most GRAIN, summed over all steps and logits: what depends on those others alone need not be
        computed again. The update itself where not every row is kept, or there are very many numbers.
        """
        update = min(max(update, 0), self.done)
        keys = self._settled(classes) if self.every == 1 and self.logits.size <= SETTLING else None
        return update if keys is None else int(keys[update])

    def _settled(self, classes: tuple[int, int]) -> NDArray[np.intp] | None:
        """Return what `_settled` does, kept with the rows and not longer than they are."""
        kept, key = self.track.settled, (self.done, classes)
        if key not in kept:
            while len(kept) >= SETTLED:
                kept.pop(next(iter(kept)))
            kept[key] = _settled(self.logits, classes)
        return kept[key]

    def path(self, classes: tuple[int, ...]) -> tuple[NDArray[np.intp], Numbers]:
        """Return updates (points,), ascending from 0, and the logits of some classes there, (points, k)."""
        updates = np.arange(0, self.done + 1, self.every)
        points = self.logits[:, list(classes)]
        if updates[-1] != self.done:
            updates = np.append(updates, self.done)
            points = np.vstack((points, self.at(self.done)[list(classes)]))
        return updates, frozen(points)


def _settled(logits: Numbers, classes: tuple[int, int]) -> NDArray[np.intp] | None:
    """Return for each update the first one in the same GRAIN of the way; None where it is not finite."""
    rest = np.delete(logits, list(classes), axis=1)
    with np.errstate(all="ignore"):
        way = np.append(0.0, np.abs(np.diff(rest, axis=0)).sum(1).cumsum())
    if not np.isfinite(way).all():
        return None
    grains = np.floor(way / GRAIN)
    return np.searchsorted(grains, grains)


class Runner:
    """A course under way, for one slice of work: it makes updates, and in the end a `Course` of them."""

    def __init__(self, course: Course) -> None:
        self.course, self.track, self.done = course, course.track, course.done
        self.logits, self.slots = course.last
        self.diverged = course.diverged
        self._fresh: list[Numbers] = []  # rows that have no value yet

    @property
    def is_over(self) -> bool:
        """Whether it makes no more updates."""
        return self.diverged is not None

    def step(self, numbers: Mapping[str, Any]) -> None:
        """Make one update."""
        self.logits, self.slots = self.track.step(self.logits, self.slots, numbers)
        self.done += 1
        self.track.keep(self.done, self.logits, self.slots)
        self._fresh.append(self.logits)
        if len(self._fresh) * len(self.logits) >= VALUED:
            self._value()

    def _value(self) -> None:
        """Compute the values of the rows made since, all at once, and see whether one is not finite."""
        if not self._fresh:
            return
        rows = np.stack(self._fresh)
        self._fresh.clear()
        first = self.done - len(rows) + 1
        self.track.values[first : self.done + 1] = self.track.given.value(rows)
        broken = np.flatnonzero(~np.isfinite(rows).all(axis=-1))
        if len(broken):
            self.diverged = self.done = first + int(broken[0])
            self.track.values[self.done] = np.nan
            if self.done % self.track.every == 0:
                self.track.rows[self.done // self.track.every] = np.nan

    def finish(self) -> Course:
        """Return the course as far as it has come."""
        if self.done == self.course.done:
            return self.course
        self._value()
        return replace(self.course, done=self.done, diverged=self.diverged, last=(self.logits, self.slots))
