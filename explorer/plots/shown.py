"""The losses that a figure shows: their evaluations, looks and names, the same in every figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from explorer.analysis.at_time import copies
from explorer.analysis.evaluation import evaluations, pinned
from explorer.analysis.given import compared_in
from explorer.analysis.keeping import Same
from explorer.losses import LOSSES
from explorer.plots import numbers
from explorer.plots.figure import LossLook
from explorer.plots.phrases import listed
from explorer.wording import cached, noted, say

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from explorer.analysis.evaluation import LossEvaluation
    from explorer.catalogue import Loss
    from explorer.study.state import State
    from explorer.study.study import ShownLoss

    Settings = tuple[tuple[str, float | str | tuple[float, ...]], ...]

REPEATED: Final = 0.6  # opacity of a loss that is shown a second time with other settings

# What is said where nothing can be drawn.
NONE_ON: Final = noted("No loss is on. Switch one on in its card.")


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """One loss that has a value for these targets. place: which of the losses that are on it is, from 0."""

    place: int
    evaluation: LossEvaluation
    pinned: LossEvaluation | None
    look: LossLook
    label: str


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """What can be shown of the losses that are on, and the names of those that refuse the targets."""

    losses: tuple[Shown, ...]
    refused: tuple[str, ...]
    reason: str

    @property
    def corner(self) -> str:
        """The short text that says which losses are missing: "without ZLPR"."""
        if not self.refused:
            return ""
        return without(self.refused)

    @property
    def note(self) -> str:
        """What an empty card says; "" while there is a loss to show."""
        if self.losses:
            return ""
        return self.reason if self.refused else say(NONE_ON)

    @property
    def missing(self) -> str:
        """The end of a description: which losses are left out and that the targets are why."""
        if not self.refused:
            return ""
        return say(" Left out, refusing these targets: {losses}.", losses=listed(self.refused))


def without(missing: Sequence[str]) -> str:
    """Name the one loss that is missing, or count them."""
    some = missing[0] if len(missing) == 1 else say("{count} losses", count=len(missing))
    return say("without {name}", name=some)


def seen_of(state: State) -> Hashable:
    """Return what the losses of a figure depend on, their pinned evaluations aside."""
    return state.sample, copies(state), Same(state.study.shown), compared_in(state)


@cached(maxsize=4)  # a state counts by identity: every figure of a frame asks for the same one
def sight(state: State) -> Sight:
    """Gather the losses that are on: those with a meaning for the targets, and those without."""
    found = evaluations(state)
    before = pinned(state) or (None,) * len(found)
    keys = [evaluation.shown.key for evaluation in found]
    losses, refused, reason = [], [], ""
    for index, evaluation in enumerate(found):
        key, loss = evaluation.shown.key, evaluation.loss
        label = label_with(loss, _own(evaluation.shown, [other.shown for other in found]))
        if evaluation.refusal is None:
            losses.append(Shown(index, evaluation, before[index], look_of(loss, key in keys[:index]), label))
        else:
            refused.append(label)
            reason = reason or say("{loss} {refusal}.", loss=label, refusal=evaluation.refusal)
    return Sight(tuple(losses), tuple(refused), reason)


def label_of(state: State, index: int) -> str:
    """Return the name of a shown loss, with the settings that tell it from others of the same loss."""
    shown = state.study.shown[index]
    return label_with(LOSSES[shown.key], _own(shown, state.study.shown))


def _own(shown: ShownLoss, among: Sequence[ShownLoss]) -> Settings:
    """Return the settings of a loss that not all others of the same loss have too."""
    same = [other.settings for other in among if other.key == shown.key]
    return tuple(pair for pair in shown.settings if not all(pair in settings for settings in same))


def look_of(loss: Loss, repeated: bool) -> LossLook:
    """Return how a loss looks; repeated: whether it is shown before with other settings."""
    return LossLook(loss.family, loss.member, REPEATED if repeated else 1.0)


def label_with(loss: Loss, settings: Settings) -> str:
    """Return the title, with the parameters in it where they tell two of the same loss apart."""
    parameters = {parameter.name: parameter for parameter in loss.parameters}
    written = [
        f"{parameters[name].symbol} {_setting(value, parameters[name].names)}"
        if name in parameters
        else f"{name} {_setting(value)}"
        for name, value in settings
    ]
    return ", ".join([loss.said, *written])


def _setting(value: float | str | tuple[float, ...], names: Sequence[str] = ()) -> str:
    """Write a setting: a choice by its name."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return " ".join(_setting(entry) for entry in value)
    if 0 <= value < len(names):
        return str(names[int(value)])
    return numbers.with_minus(f"{value:g}")
