"""Evaluation: everything that one shown loss says about one sample, computed once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from explorer.analysis.at_time import copies
from explorer.analysis.budget import Budget, budget
from explorer.analysis.decisions import f1
from explorer.analysis.given import NOT_PINNED, Given, compared, given, lacks_other, of, other_logits
from explorer.analysis.keeping import Same, frozen, unanswered
from explorer.catalogue.smoothing import misuse
from explorer.losses import LOSSES
from explorer.study.table import Sample
from explorer.wording import cached, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from explorer.catalogue import Loss
    from explorer.study.state import State
    from explorer.study.study import Pin, ShownLoss

# Now and pinned, for every loss of the catalogue, with room for the frames of a quick undo.
KEPT = 256


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LossEvaluation:
    """One loss on one sample.

    sample: what it is evaluated on. value, lowest: nat, summed over classes; lowest is the infimum over all
    logits for these targets.
    gradient: d value / d logits, shape (n,), read-only. decision: the predicted label set, shape (n,).
    refusal: why the loss has no meaning for these targets or settings; then value, lowest and gradient are
    NaN.
    caution: why it is computed outside its domain. f1: of the decision, 0 to 1; NaN where a logit is.
    given: the loss with all that it is given, to be computed at other logits. learned: d value / d each
    learned parameter.
    """

    sample: Sample
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
    given: Given
    learned: Mapping[str, float]

    @property
    def other(self) -> NDArray[np.float64] | None:
        """The other logits that it compares with, if it does."""
        return self.given.other

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
    """What a loss says before it sees a logit; no settings where the decision falls back on defaults."""

    given: Given
    refusal: str | None
    caution: str | None
    lowest: float


def evaluate(sample: Sample, shown: ShownLoss, other: NDArray[np.float64] | None = None) -> LossEvaluation:
    """Evaluate one shown loss on one sample; the same object for the same sample and equal loss.

    other: the logits that a loss compares with, shape (n,); others take no notice of them.
    Raises KeyError for a loss that is not in the catalogue.
    """
    return _evaluate(sample, shown, compared(shown, other))


@cached(maxsize=KEPT)
def _evaluate(sample: Sample, shown: ShownLoss, other: Same[NDArray[np.float64]] | None) -> LossEvaluation:
    loss, logits, targets = LOSSES[shown.key], sample.logits, sample.targets
    judged = _standing(Same(targets), Same(sample.classes), shown, other)
    asked, learned = judged.given, {}
    # NaN and infinities are data: they make NaN values, never a warning.
    with np.errstate(all="ignore"):
        if judged.refusal is None:
            value, gradient = float(asked.value(logits)), frozen(asked.gradient(logits))
            learned = {name: float(asked.parameter_gradient(name, logits)) for name in loss.learned_functions}
        else:
            value, gradient = float("nan"), unanswered(len(logits))
        decision = np.asarray(loss.decide(logits, targets, **asked.settings), dtype=np.bool_)
        decision.flags.writeable = False
        return LossEvaluation(
            sample=sample,
            shown=shown,
            loss=loss,
            value=value,
            gradient=gradient,
            lowest=judged.lowest,
            refusal=judged.refusal,
            caution=judged.caution or (None if judged.refusal else loss.misreads(logits, sample.classes)),
            budget=budget(gradient),
            decision=decision,
            f1=float("nan") if np.isnan(logits).any() else f1(decision, targets),
            given=asked,
            learned=learned,
        )


def standing(sample: Sample, shown: ShownLoss, other: NDArray[np.float64] | None = None) -> Standing:
    """Return what a loss says of a sample's targets alone, without its logits; arguments as `evaluate`."""
    return _standing(Same(sample.targets), Same(sample.classes), shown, compared(shown, other))


def evaluations(state: State) -> tuple[LossEvaluation, ...]:
    """Evaluate the losses that are shown and on, in order, on the sample that is looked at.

    At a later step of a descent each is evaluated on its own copy.
    """
    other, losses = other_logits(state), [shown for shown in state.study.shown if shown.on]
    samples = copies(state) or (state.sample,) * len(losses)
    return tuple(evaluate(sample, shown, other) for sample, shown in zip(samples, losses, strict=True))


def pinned(state: State) -> tuple[LossEvaluation, ...] | None:
    """Evaluate the same losses on the pinned state, with the settings pinned with it.

    A loss that compares with the pinned logits compares them with themselves.

    None without a pin, and where the pin is of another sample or of another number of classes.
    """
    pin, sample = state.study.pin, state.sample
    if pin is None or pin.sample != state.look.sample or len(pin.logits) != len(sample.logits):
        return None
    before = _pinned_sample(Same(pin), Same(sample.classes))
    return tuple(
        evaluate(before, shown, pin.logits) for shown in pin.settings_of(state.study.shown) if shown.on
    )


@lru_cache(maxsize=4)
def _pinned_sample(pin: Same[Pin], classes: Same[tuple[str, ...]]) -> Sample:
    return Sample(
        index=pin.it.sample,
        name=pin.it.name,
        classes=classes.it,
        logits=pin.it.logits,
        targets=pin.it.targets,
    )


def _misuse(loss: Loss, shown: ShownLoss, classes: int) -> str | None:
    """Say of a loss that smooths targets when its setting leaves nothing of the labels."""
    if not {"epsilon", "convention"} <= {parameter.name for parameter in loss.parameters}:
        return None
    settings = loss.settings(**dict(shown.settings))
    return misuse(float(np.max(settings["epsilon"])), float(np.max(settings["convention"])), classes)


@cached(maxsize=KEPT)
def _standing(
    targets: Same[NDArray[np.float64]],
    classes: Same[tuple[str, ...]],
    shown: ShownLoss,
    other: Same[NDArray[np.float64]] | None,
) -> Standing:
    """Judge settings and targets; kept by themselves, for they stay while logits are dragged."""
    loss = LOSSES[shown.key]
    unfit = misfit(loss, shown, len(targets.it))
    if unfit is not None:
        return Standing(Given(loss, targets.it, {}), unfit, None, float("nan"))
    asked = given(targets.it, shown, of(other))
    refusal = loss.refuses(targets.it, classes=classes.it, **dict(shown.settings))
    if refusal is None and lacks_other(shown, other):
        refusal = say(NOT_PINNED)
    if refusal is not None:
        return Standing(asked, refusal, None, float("nan"))
    caution = loss.cautions(targets.it, classes=classes.it) or _misuse(loss, shown, len(targets.it))
    return Standing(asked, None, caution, float(loss.lowest(asked.second, **asked.settings)))


def misfit(loss: Loss, shown: ShownLoss, count: int) -> str | None:
    """Say which setting is not allowed, as a file may hold it, or has a number for each of other classes."""
    try:
        loss.settings(**dict(shown.settings))
    except ValueError as error:
        return say("cannot be computed: {reason}", reason=error)
    for name, setting in shown.settings:
        if isinstance(setting, tuple) and len(setting) != count:
            return say(
                "has {numbers} numbers in {name} for {count} classes; it takes one, or one a class",
                numbers=len(setting),
                name=name,
                count=count,
            )
    return None
