"""A rule with its two halves: whether it applies to rows of a block, and its words for one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from explorer.analysis.doctor.block import Block
    from explorer.analysis.doctor.losses import Trait
    from explorer.analysis.doctor.rules import Fix, Rule
    from explorer.study.table import Sample


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One sample to be put into words, with the losses shown and its block of one row."""

    sample: Sample
    block: Block

    @property
    def losses(self) -> tuple[Trait, ...]:
        """The shown losses whose settings fit."""
        return self.block.losses

    def where(self, mask: NDArray[np.bool_]) -> list[int]:
        """Return the classes of a mask, shape (classes,)."""
        places: list[int] = np.flatnonzero(mask).tolist()
        return places


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of one sample; see `Finding`."""

    classes: tuple[int, ...] | list[int]
    short: str
    fact: str
    meaning: str
    fix: Fix | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Check:
    """A rule of scope sample: `holds(block)` gives bool (rows,), `words(case)` speaks of one such row.

    The first half costs little and is asked of every row; the second is asked of rows on screen. unless: ids
    of rules, at least as severe, that say it better where they hold too.
    """

    rule: Rule
    holds: Callable[[Block], NDArray[np.bool_]]
    words: Callable[[Case], Words]
    unless: tuple[str, ...] = ()
