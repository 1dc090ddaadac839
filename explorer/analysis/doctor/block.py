"""Some rows as the rules see them: what several rules ask of every row is found once, when first asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from explorer.analysis.decisions import labelled
from explorer.analysis.doctor.losses import judged

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from explorer.analysis.doctor.losses import Trait

    Numbers = NDArray[np.float64]
    Mask = NDArray[np.bool_]


def some(mask: Mask) -> Mask:
    """Whether any class is meant, (rows, classes) -> (rows,)."""
    found: Mask = np.logical_or.reduce(mask, axis=-1)
    return found


def every(mask: Mask) -> Mask:
    """Whether all classes are meant, (rows, classes) -> (rows,)."""
    found: Mask = np.logical_and.reduce(mask, axis=-1)
    return found


@dataclass(frozen=True, eq=False)
class Block:
    """Rows of logits and targets, shape (rows, classes), and what the shown losses say about them.

    traits: the shown losses, None for one whose settings do not fit. values, norms, f1: as in
    `passes.Answers`, shape (losses, rows). Everything below has shape (rows,).
    """

    logits: Numbers
    targets: Numbers
    traits: tuple[Trait | None, ...]
    values: Numbers
    norms: Numbers
    f1: Numbers

    def __len__(self) -> int:
        return len(self.logits)

    @property
    def classes(self) -> int:
        """How many classes."""
        return int(self.logits.shape[1])

    @cached_property
    def losses(self) -> tuple[Trait, ...]:
        """The shown losses whose settings fit, but for those that compare two outputs."""
        return judged(self.traits)

    @cached_property
    def nowhere(self) -> Mask:
        """No row."""
        return np.zeros(len(self), dtype=np.bool_)

    def among(self, mask: Mask, holds: Callable[[Numbers, Numbers], Mask]) -> Mask:
        """Ask closely, of the rows of a mask only: the costly half of a rule, after a cheap one."""
        rows = np.flatnonzero(mask)
        if not len(rows):
            return self.nowhere
        found = self.nowhere.copy()
        found[rows] = holds(self.logits[rows], self.targets[rows])
        return found

    # Logits

    @cached_property
    def top(self) -> Numbers:
        """Largest logit, NaN where one is."""
        largest: Numbers = self.logits.max(axis=-1)
        return largest

    @cached_property
    def low(self) -> Numbers:
        """Smallest logit, NaN where one is."""
        smallest: Numbers = self.logits.min(axis=-1)
        return smallest

    @cached_property
    def finite(self) -> Mask:
        """Whether all logits are numbers."""
        return np.isfinite(self.top) & np.isfinite(self.low)

    @cached_property
    def is_unit(self) -> Mask:
        """Whether all logits lie from 0 to 1 and are not all the same."""
        return (self.low >= 0.0) & (self.top <= 1.0) & (self.top > self.low)

    # Targets

    @cached_property
    def most(self) -> Numbers:
        """Largest target, NaN where one is."""
        largest: Numbers = self.targets.max(axis=-1)
        return largest

    @cached_property
    def least(self) -> Numbers:
        """Smallest target, NaN where one is."""
        smallest: Numbers = self.targets.min(axis=-1)
        return smallest

    @cached_property
    def proper(self) -> Mask:
        """Whether all targets lie from 0 to 1."""
        return (self.least >= 0.0) & (self.most <= 1.0)

    @cached_property
    def hard(self) -> Mask:
        """Whether all targets are 0 or 1."""
        ends = np.equal(self.targets, 0.0) | np.equal(self.targets, 1.0)
        return every(ends)

    @cached_property
    def soft(self) -> Mask:
        """Whether all targets lie from 0 to 1, and some between."""
        return self.proper & ~self.hard

    @cached_property
    def total(self) -> Numbers:
        """Sum of the targets."""
        summed: Numbers = self.targets.sum(axis=-1)
        return summed

    # Both

    @cached_property
    def sided(self) -> Mask:
        """Rows in which a sign can be wrong: finite, proper, under a loss that predicts s > 0."""
        by_sign = any(trait.by_sign for trait in self.losses)
        return self.finite & self.proper if by_sign else self.nowhere

    @cached_property
    def truth(self) -> Mask:
        """Which classes are labelled, shape (rows, classes)."""
        return labelled(self.targets)

    @cached_property
    def inside(self) -> Numbers:
        """Smallest logit of a labelled class, infinity where there is none."""
        smallest: Numbers = np.where(self.truth, self.logits, np.inf).min(axis=-1)
        return smallest

    @cached_property
    def outside(self) -> Numbers:
        """Largest logit of another class, minus infinity where there is none."""
        largest: Numbers = np.where(self.truth, -np.inf, self.logits).max(axis=-1)
        return largest

    @cached_property
    def worst(self) -> Numbers:
        """How far the worst logit lies on the wrong side of 0: negative where every sign is right."""
        furthest: Numbers = np.maximum(self.outside, -self.inside)
        return furthest

    @cached_property
    def summed(self) -> Numbers:
        """Sum of the logits."""
        whole: Numbers = self.logits.sum(axis=-1)
        return whole

    @cached_property
    def together(self) -> Numbers:
        """Sum of the logits, each times its target."""
        of_labels: Numbers = np.einsum("...n,...n->...", self.logits, self.targets)
        return of_labels

    @cached_property
    def evidence(self) -> Numbers:
        """Sum of logits without a label minus sum of those with: log odds that 0 and 1 are exchanged."""
        odds: Numbers = self.summed - 2.0 * self.together
        return odds

    @cached_property
    def is_turned(self) -> Mask:
        """Whether logits of labelled classes lie below the mean logit."""
        return self.sided & (self.together < self.summed / self.classes * self.total)
