"""Evaluation: everything that one shown loss says about one sample, computed once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from explorer.analysis.budget import Budget, budget
from explorer.analysis.decisions import f1
from explorer.analysis.keeping import Same, frozen, unanswered
from explorer.losses import LOSSES
from explorer.study.table import Sample

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.catalogue import Loss
    from explorer.study.state import State
    from explorer.study.study import Pin, Setting, ShownLoss

# Now and pinned, for every loss of the catalogue, with room for the frames of a quick undo.
KEPT = 256


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LossEvaluation:
    """One loss on one sample.

    value, lowest: nat, summed over classes; lowest is the infimum over all logits for these targets.
    gradient: d value / d logits, shape (n,), read-only. decision: the predicted label set, shape (n,).
    refusal: why the loss has no meaning for these targets or settings; then value, lowest and gradient are
    NaN.
    caution: why it is computed outside its domain. f1: of the decision, 0 to 1; NaN where a logit is.
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


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """What a loss says before it sees a logit; settings: {} where the decision falls back on defaults."""

    settings: dict[str, Setting]
    refusal: str | None
    caution: str | None
    lowest: float


@lru_cache(maxsize=KEPT)
def evaluate(sample: Sample, shown: ShownLoss) -> LossEvaluation:
    """Evaluate one shown loss on one sample; the same object for the same sample and equal loss.

    Raises KeyError for a loss that is not in the catalogue.
    """
    loss, logits, targets = LOSSES[shown.key], sample.logits, sample.targets
    standing = _standing(Same(targets), Same(sample.classes), shown)
    settings = standing.settings
    # NaN and infinities are data: they make NaN values, never a warning.
    with np.errstate(all="ignore"):
        if standing.refusal is None:
            value = float(loss.value(logits, targets, **settings))
            gradient = frozen(np.asarray(loss.gradient(logits, targets, **settings), dtype=np.float64))
        else:
            value, gradient = float("nan"), unanswered(len(logits))
        decision = np.asarray(loss.decide(logits, targets, **settings), dtype=np.bool_)
        decision.flags.writeable = False
        return LossEvaluation(
            shown=shown,
            loss=loss,
            value=value,
            gradient=gradient,
            lowest=standing.lowest,
            refusal=standing.refusal,
            caution=standing.caution,
            budget=budget(gradient),
            decision=decision,
            f1=float("nan") if np.isnan(logits).any() else f1(decision, targets),
        )


def evaluations(state: State) -> tuple[LossEvaluation, ...]:
    """Evaluate the losses that are shown and on, in order, on the sample that is looked at."""
    sample = state.sample
    return tuple(evaluate(sample, shown) for shown in state.study.shown if shown.on)


def pinned(state: State) -> tuple[LossEvaluation, ...] | None:
    """Evaluate the same losses on the pinned state, with the settings pinned with it.

    None without a pin, and where the pin is of another sample or of another number of classes.
    """
    pin, sample = state.study.pin, state.sample
    if pin is None or pin.sample != state.look.sample or len(pin.logits) != len(sample.logits):
        return None
    before = _pinned_sample(Same(pin), Same(sample.classes))
    return tuple(evaluate(before, shown) for shown in pin.settings_of(state.study.shown) if shown.on)


@lru_cache(maxsize=4)
def _pinned_sample(pin: Same[Pin], classes: Same[tuple[str, ...]]) -> Sample:
    return Sample(
        index=pin.it.sample,
        name=pin.it.name,
        classes=classes.it,
        logits=pin.it.logits,
        targets=pin.it.targets,
    )


@lru_cache(maxsize=KEPT)
def _standing(
    targets: Same[NDArray[np.float64]], classes: Same[tuple[str, ...]], shown: ShownLoss
) -> Standing:
    """Judge settings and targets; kept by themselves, for they stay while logits are dragged."""
    loss, settings = LOSSES[shown.key], dict(shown.settings)
    unfit = misfit(loss, shown, len(targets.it))
    if unfit is not None:
        return Standing({}, unfit, None, float("nan"))
    refusal = loss.refuses(targets.it, classes=classes.it, **settings)
    if refusal is not None:
        return Standing(settings, refusal, None, float("nan"))
    caution = loss.cautions(targets.it, classes=classes.it)
    return Standing(settings, None, caution, float(loss.lowest(targets.it, **settings)))


def misfit(loss: Loss, shown: ShownLoss, count: int) -> str | None:
    """Say which setting is not allowed, as a file may hold it, or has a number for each of other classes."""
    try:
        loss.settings(**dict(shown.settings))
    except ValueError as error:
        return f"cannot be computed: {error}"
    for name, setting in shown.settings:
        if isinstance(setting, tuple) and len(setting) != count:
            return f"has {len(setting)} numbers in {name} for {count} classes; it takes one, or one a class"
    return None
