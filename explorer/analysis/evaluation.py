"""Evaluation: everything that one shown loss says about one sample, computed once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from explorer.analysis.budget import Budget, budget
from explorer.analysis.decisions import f1
from explorer.analysis.keeping import frozen, unanswered
from explorer.losses import LOSSES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.catalogue import Loss
    from explorer.study.state import State
    from explorer.study.study import ShownLoss
    from explorer.study.table import Sample

# Now and pinned, for every loss of the catalogue, with room for the frames of a quick undo.
KEPT = 256


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LossEvaluation:
    """One loss on one sample.

    value, lowest: nat, summed over classes; lowest is the infimum over all logits for these targets.
    gradient: d value / d logits, shape (n,), read-only. decision: the predicted label set, shape (n,).
    refusal: why the loss has no meaning for these targets; then value, lowest and gradient are NaN.
    caution: why it is computed outside its domain. f1: of the decision, 0 to 1.
    """

    shown: ShownLoss
    loss: Loss
    value: float
    gradient: NDArray[np.float64]
    lowest: float
    refusal: str | None
    caution: str | None
    budget: Budget
    decision: NDArray[np.bool_]
    f1: float

    @property
    def up(self) -> float:
        """Gradient mass that pushes logits up: the sum of max(-g, 0)."""
        return self.budget.up

    @property
    def down(self) -> float:
        """Gradient mass that pulls logits down: the sum of max(g, 0)."""
        return self.budget.down


@lru_cache(maxsize=KEPT)
def evaluate(sample: Sample, shown: ShownLoss) -> LossEvaluation:
    """Evaluate one shown loss on one sample; the same object for the same sample and equal loss.

    Raises KeyError for a loss that is not in the catalogue, ValueError for a setting it does not allow.
    """
    loss, settings = LOSSES[shown.key], dict(shown.settings)
    logits, targets = sample.logits, sample.targets
    refusal = loss.refuses(targets, classes=sample.classes)
    # NaN and infinities are data: they make NaN values, never a warning.
    with np.errstate(all="ignore"):
        if refusal is None:
            value = float(loss.value(logits, targets, **settings))
            gradient = frozen(np.asarray(loss.gradient(logits, targets, **settings), dtype=np.float64))
            lowest = float(loss.lowest(targets, **settings))
        else:
            value, gradient, lowest = float("nan"), unanswered(len(logits)), float("nan")
        decision = np.asarray(loss.decide(logits, **settings), dtype=np.bool_)
        decision.flags.writeable = False
        return LossEvaluation(
            shown=shown,
            loss=loss,
            value=value,
            gradient=gradient,
            lowest=lowest,
            refusal=refusal,
            caution=None if refusal else loss.cautions(targets, classes=sample.classes),
            budget=budget(gradient),
            decision=decision,
            f1=f1(decision, targets),
        )


def evaluations(state: State) -> tuple[LossEvaluation, ...]:
    """Evaluate the losses that are shown and on, in order, on the sample that is looked at."""
    sample = state.sample
    return tuple(evaluate(sample, shown) for shown in state.study.shown if shown.on)
