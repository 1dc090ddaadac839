"""The lowest rung: `Rule.update` again and again, on a block that stays in the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.training.draws import no_pause
from explorer.training.ladder.arrays import at_each_update

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.training.ladder.rule import Rows, Rule, Slots, Weights
    from explorer.training.ladder.stepper import Coefficients


class Eager:
    """Takes any rule on NumPy and torch; the other rungs are measured against it."""

    words = "eager"
    notes: tuple[str, ...] = ()
    updates = 1

    def prepare(
        self,
        rule: Rule,
        xp: Any,
        weights: Weights,
        slots: Slots,
        rows: Rows,
        coefficients: Coefficients,
        pause: Callable[[], None],
    ) -> None:
        """Nothing has to be made."""

    def advance(
        self,
        rule: Rule,
        xp: Any,
        weights: Weights,
        slots: Slots,
        rows: Rows,
        coefficients: Coefficients,
        pause: Callable[[], None] = no_pause,
    ) -> tuple[Weights, Slots]:
        """Take one update after another, those of many rows in pieces."""
        for made in at_each_update(xp, coefficients, weights[0]):
            weights, slots = rule.update(xp, weights, slots, rows, made, pause)
        return weights, slots
