"""What the card of a loss says, as plain texts. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import isfinite
from textwrap import fill
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from explorer.analysis.given import NOT_PINNED
from explorer.losses import LOSSES
from explorer.plots.numbers import DASH, exact, fixed, signed, with_minus
from explorer.ui.controls.numbers import plain
from explorer.wording import language, noted, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from explorer.analysis.evaluation import LossEvaluation
    from explorer.catalogue import Loss, Parameter, Reading
    from explorer.study.table import Sample

VALUE_DIGITS = 4
KINDS: Final = {
    "number": noted("{low} to {high}"),
    "integer": noted("{low} to {high}, a whole number"),
    "per_class": noted("{low} to {high}, one number, or one for each class with commas between them"),
}
TIP_LETTERS = 76  # of a line of a tool tip, which breaks none itself
LOGITS: Final = {
    "cosines": noted("{labels}; its logits are cosines"),
    "predictions": noted("{labels}; its logits are predictions"),
}
NAMED = 2  # names of a predicted set that is too long to be said whole
PIN: Final = noted("pin")
REDUCTION = noted("nat, sum over classes")


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one card; those that do not apply are "".

    copied: the value as it is put on the clipboard. names: of the predicted classes. slopes: for each learned
    parameter its name and "∂L/∂s₀ +0.12".
    """

    value: str = ""
    copied: str = ""
    tip: str = ""
    rule: str = ""
    names: tuple[str, ...] = ()
    f1: str = ""
    problem: str = ""
    severity: Literal["", "error", "warning"] = ""
    way_out: str = ""
    slopes: tuple[tuple[str, str], ...] = ()

    @property
    def decision(self) -> str:
        """The rule and the whole predicted set."""
        return f"{self.rule} → {{{', '.join(self.names)}}}" if self.rule else ""


def words(evaluation: LossEvaluation | None, sample: Sample) -> Words:
    """Return what a card says about an evaluation of a sample; None for a loss that is switched off."""
    if evaluation is None:
        return Words()
    if evaluation.refusal is not None:
        return Words(
            value=DASH,
            copied=plain(evaluation.value),
            tip=say("No value: {problem}", problem=evaluation.refusal),
            problem=evaluation.refusal,
            severity="error",
            way_out=_way_out(evaluation.loss, sample.targets, evaluation.refusal),
        )
    return Words(
        value=fixed(evaluation.value, VALUE_DIGITS),
        copied=plain(evaluation.value),
        tip=_tip(evaluation),
        rule=evaluation.loss.rule,
        names=_names(evaluation.decision, sample.classes),
        f1=f"F1 {fixed(evaluation.f1, 2)}",
        problem=evaluation.caution or "",
        severity="warning" if evaluation.caution else "",
        slopes=tuple(
            (parameter.name, f"∂L/∂{parameter.symbol} {signed(evaluation.learned[parameter.name])}")
            for parameter in evaluation.loss.parameters
            if parameter.learned
        ),
    )


def takes(loss: Loss) -> str:
    """Return what a loss takes: its labels, or other logits, and whether its logits are special ones."""
    logits, others = loss.inputs
    if others != "targets":
        return say("pinned logits to compare with, whatever the labels")
    taken = loss.labels.words
    if loss.other_parameter is not None:
        taken = say("{labels}, and pinned logits to compare with", labels=taken)
    return taken if logits == "logits" else say(LOGITS[logits], labels=taken)


def decision_tip(loss: Loss, words: Words) -> str:
    """Return what the line of the decision means: the set in full, and how the logits are read."""
    lines = [words.decision, say("F1 counts targets above 1/2 as labelled")]
    if loss.counted:
        lines.append(say("k is the number of targets above 1/2"))
    return "\n".join([*lines, *(fill(line, TIP_LETTERS) for line in reading_lines(loss))])


def reading_lines(loss: Loss) -> list[str]:
    """Say of each reading of a loss when it is the probability, and when not."""
    if not loss.readings:
        return [say("No reading of its logits is a probability")]
    parts = map(reading_words, loss.readings)
    return [say("{name}: {words}", name=name, words=words) if name else words for name, words in parts]


def reading_words(reading: Reading) -> tuple[str, str]:
    """Return the name of a reading and what is to be known of it; no name where the words begin with it."""
    joint = "" if language() == "zh" else " "
    words = joint.join(say(part) for part in (reading.holds, reading.fails) if part)
    return "" if words.startswith(reading.name) else reading.name, words


def parameter_words(parameter: Parameter) -> tuple[str, str]:
    """Return what a parameter is, and what it may be.

    "pos_weight (π): weight of the labelled side", "0 to 1e6, one number, or one for
    each class with commas between them".
    """
    name = parameter.name if parameter.name == parameter.symbol else f"{parameter.name} ({parameter.symbol})"
    what = say("{name}: {words}", name=name, words=say(parameter.meaning))
    if parameter.names:
        return what, parameter.interval
    interval = KINDS.get(parameter.kind, KINDS["number"])
    return what, say(interval, low=_short(parameter.low), high=_short(parameter.high))


def _short(number: float) -> str:
    """Write the end of an interval: "0", "0.05", "1e6", "-1e6"."""
    return with_minus(f"{number:g}".replace("e+0", "e").replace("e-0", "e-"))


def _way_out(loss: Loss, targets: np.ndarray, refusal: str) -> str:
    """Say what helps: the pin that a loss compares with, or the loss that takes these targets, if any.

    "use soft" for soft ZLPR in place of ZLPR, else its title; in Chinese no such word stands alone.
    """
    if refusal == say(NOT_PINNED):
        return PIN
    if loss.instead is None or not _takes(loss.instead, targets.tobytes()):
        return ""
    title = LOSSES[loss.instead].said
    short = title.removesuffix(loss.said).strip() if language() == "en" else ""
    return say("use {loss}", loss=short or title)


@lru_cache(maxsize=64)
def _takes(key: str, targets: bytes) -> bool:
    """Say whether a loss takes these targets; kept, for they stay while logits are dragged."""
    return LOSSES[key].refuses(np.frombuffer(targets)) is None


def _tip(evaluation: LossEvaluation) -> str:
    value = exact(evaluation.value)
    lines = [f"{evaluation.loss.said} = {value}", say(REDUCTION)]
    if not isfinite(evaluation.value):
        lines.append(say("the logits or targets hold nan or an infinity, or the value is beyond float64"))
    if isfinite(evaluation.lowest):
        lowest = fixed(evaluation.lowest, VALUE_DIGITS)
        lines.append(say("lowest possible for these targets: {value}", value=lowest))
    lines.append(say("double click copies every digit"))
    return "\n".join(lines)


def _names(decision: np.ndarray, classes: tuple[str, ...]) -> tuple[str, ...]:
    return _chosen_names(decision.tobytes(), classes)


@lru_cache(maxsize=64)
def _chosen_names(decision: bytes, classes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of the classes whose byte is set; kept, for few drags change a decision."""
    return tuple(name for name, chosen in zip(classes, decision, strict=True) if chosen)


def predicted_set(names: Sequence[str], room: float, width: Callable[[str], float]) -> str:
    """Return the names if all fit into `room`, else "{cat, night, +9}": the first few and how many more.

    width: of a text, in the unit of room. At least the count is always said.
    """
    whole = f"{{{', '.join(names)}}}"
    if len(names) <= 40 and width(whole) <= room:
        return whole
    kept: list[str] = []
    for name in names[:NAMED]:
        if width(_cut([*kept, name], len(names))) > room:
            break
        kept.append(name)
    return _cut(kept, len(names))


def _cut(kept: Sequence[str], count: int) -> str:
    left = count - len(kept)
    return f"{{{', '.join((*kept, f'+{left}') if left else kept)}}}"
