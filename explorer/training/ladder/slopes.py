"""The rung of models with many rows: the loss compiled, between products of matrices that a library does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from explorer.optimizers.optimizer import Optimizer
from explorer.training.draws import no_pause
from explorer.training.ladder.arrays import at_each_update
from explorer.training.ladder.compiled import Compiled
from explorer.training.models import FREE

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.numeric import Array
    from explorer.training.ladder.rule import Rows, Rule, Slots, Weights
    from explorer.training.ladder.stepper import Coefficients


def _handed_out(
    _xp: Any, _weights: Array, gradient: Array, slots: tuple[Array, ...], **_coefficients: Any
) -> tuple[Array, tuple[Array, ...]]:
    return gradient, slots


HANDS_OUT: Final = Optimizer(
    key="hands_out",
    title="The gradient itself",
    order=0,
    slots=(),
    update_function=_handed_out,
    coefficients_function=lambda _count, rate, _decay: {"rate": rate},
    rate=1.0,
    formula=r"w \leftarrow g",
    reference="",
)
"""Makes of a kernel that updates free logits one that returns their slopes."""


class Slopes:
    """Takes the gradient of the loss by the logits through a kernel; the rest is that of the eager rung.

    For a few hundred rows and more nearly all numbers of an update are logits, and a compiler makes one pass
    of the twenty to forty over them. The kernel has no matrices and one update, so it is soon made.
    """

    updates = 1

    def __init__(self, block: int) -> None:
        """Block: the runs of a kernel."""
        self._kernels = Compiled(block, group=1)

    @property
    def words(self) -> str:
        """How it works now."""
        return self._kernels.words if self._kernels.notes else "loss compiled"

    @property
    def notes(self) -> tuple[str, ...]:
        """Why kernels are not used, where they are not."""
        return self._kernels.notes

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
        """Make the kernel of the loss for logits of this shape."""
        logits, _ = rule.model.forward(xp, weights, rows.features)
        self._kernels.prepare(
            _of_logits(rule), xp, (logits,), ((),), replace(rows, features=None), [{"rate": 1.0}], pause
        )

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
        """Take one update after another."""
        loss, answers = _of_logits(rule), replace(rows, features=None)
        for made in at_each_update(xp, coefficients, weights[0]):
            pause()
            logits, kept = rule.model.forward(xp, weights, rows.features)
            given = loss, xp, (logits,), ((),), answers, [{"rate": 1.0}], pause
            (slopes,), _ = self._kernels.advance(*given)
            weights, slots = rule.moved(xp, weights, slots, rows, kept, slopes, made)
        return weights, slots


def _of_logits(rule: Rule) -> Rule:
    """Return the rule whose update gives the slopes."""
    return replace(rule, model=FREE, optimizer=HANDS_OUT)
