"""What the doctor has to know of the shown losses before it sees a sample: found by asking them once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.evaluation import misfit
from explorer.catalogue import Accumulators, Gather, Invariance
from explorer.losses import LOSSES
from explorer.wording import cached, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.catalogue import Loss
    from explorer.study.study import Setting, ShownLoss

NEAR: Final = 1e-6  # a logit on either side of 0, for asking where a decision changes


@dataclass(frozen=True, slots=True, eq=False)
class Trait:
    """One shown loss with settings that fit.

    by_sign: it predicts s > 0. silent_without, silent_with_all: no gradient, or no value, whatever the logits
    are, for a sample without labels, with all labels; a loss that refuses such targets is not silent.
    epsilon: how much it smooths targets, 0 for others. pairs: it compares two outputs, so that only its
    targets can be judged.
    """

    shown: ShownLoss
    loss: Loss
    settings: dict[str, Setting]
    by_sign: bool
    silent_without: bool
    silent_with_all: bool
    epsilon: float
    pairs: bool = False

    @property
    def title(self) -> str:
        """Its name on screen."""
        return say(self.loss.title)

    @property
    def is_single(self) -> bool:
        """Whether its targets should sum to 1."""
        return self.loss.labels.is_one and self.loss.inputs[1] == "targets"

    @property
    def has_threshold(self) -> bool:
        """Whether its value says where labels end: not so where a shift of all logits changes nothing."""
        return not (self.loss.counted or Invariance.SHIFT in self.loss.invariances)

    @property
    def sums_classes(self) -> bool:
        """Whether its value is a sum of one term a class, so that it grows with their number."""
        parts = self.loss.accumulators
        return isinstance(parts, Accumulators) and parts.gathers == (Gather.SUM,)

    @property
    def takes_logits(self) -> bool:
        """Whether it takes logits of any size, not cosines or predictions."""
        return self.loss.inputs[0] == "logits"


@cached(maxsize=64)
def traits(shown: tuple[ShownLoss, ...], classes: int) -> tuple[Trait | None, ...]:
    """Ask every shown loss; None for one whose settings do not fit."""
    return tuple(_trait(one, classes) for one in shown)


def judged(found: Sequence[Trait | None]) -> tuple[Trait, ...]:
    """Return the losses that one output is enough for, and whose settings fit."""
    return tuple(trait for trait in found if trait is not None and not trait.pairs)


def _trait(shown: ShownLoss, classes: int) -> Trait | None:
    loss = LOSSES[shown.key]
    if misfit(loss, shown, classes) is not None:
        return None
    settings = dict(shown.settings)
    if loss.takes_other_logits:
        return Trait(shown, loss, settings, False, False, False, 0.0, pairs=True)
    return Trait(
        shown=shown,
        loss=loss,
        settings=settings,
        by_sign=_decides_by_sign(loss, settings, classes),
        silent_without=_is_silent(loss, settings, np.zeros(classes)),
        silent_with_all=_is_silent(loss, settings, np.ones(classes)),
        epsilon=smoothing_of(loss, settings),
    )


def _decides_by_sign(loss: Loss, settings: dict[str, Setting], classes: int) -> bool:
    if loss.counted:
        return False
    ones = np.ones(classes)
    above, below = (loss.decide(sign * NEAR * ones, **settings) for sign in (1.0, -1.0))
    return bool(above.all() and not below.any())


def _is_silent(loss: Loss, settings: dict[str, Setting], targets: np.ndarray) -> bool:
    """Whether there is no gradient at logits that are nothing special, on both sides of 0."""
    if loss.inputs[1] != "targets" or loss.refuses(targets, None, **settings) is not None:
        return False
    logits = np.linspace(-0.7, 0.9, len(targets))
    slopes = loss.gradient(logits, targets, **settings)
    return not (np.isfinite(slopes) & (slopes != 0.0)).any()


def smoothing_of(loss: Loss, settings: dict[str, Setting]) -> float:
    """Return the epsilon by which a loss smooths targets, 0 for one that does not."""
    if not any(parameter.name == "epsilon" for parameter in loss.parameters):
        return 0.0
    epsilon = loss.settings(**settings)["epsilon"]
    return float(np.max(epsilon))


def titles(found: Sequence[Trait]) -> list[str]:
    """Names on screen, each once."""
    return list(dict.fromkeys(trait.title for trait in found))
