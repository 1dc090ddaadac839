"""Rules about logits alone: not numbers, probabilities taken for logits, cosines expected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.doctor import edits
from explorer.analysis.doctor.block import some
from explorer.analysis.doctor.checks import Case, Check, Words
from explorer.analysis.doctor.losses import titles
from explorer.analysis.doctor.rules import Rule, Severity
from explorer.analysis.doctor.words import listed, named, number, stated
from explorer.catalogue.labels import RANGE_TOLERANCE, RANGES
from explorer.wording import noted, say

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.analysis.doctor.block import Block
    from explorer.analysis.doctor.losses import Trait

    Numbers = NDArray[np.float64]
    Mask = NDArray[np.bool_]

ENOUGH: Final = 10  # classes: so many logits are not all from 0 to 1 by chance
ENOUGH_TO_SUM: Final = 3  # classes: so many logits do not sum to 1 by chance
CLOSE: Final = 1e-4  # how well probabilities in float32 sum to 1
CLIPPED: Final = 1e-7  # probabilities of 0 and 1 become logits of -16.1 and 16.1


# Not finite


def _is_bad(logits: Numbers, targets: Numbers) -> Mask:
    """NaN, infinity, and minus infinity where there is something of a label; elsewhere that is a mask."""
    bad: Mask = np.isnan(logits) | np.isposinf(logits) | (np.isneginf(logits) & (targets != 0.0))
    return bad


def _not_finite(block: Block) -> Mask:
    return block.among(~block.finite, lambda logits, targets: some(_is_bad(logits, targets)))


def _say_not_finite(case: Case) -> Words:
    logits, targets, names = case.sample.logits, case.sample.targets, case.sample.classes
    places = case.where(_is_bad(logits, targets))
    value = number(float(logits[places[0]]))
    return Words(
        places,
        say("logit of {names} is {value}", names=named(names, places), value=value),
        say("{stated}.", stated=stated("Logit", names, places, logits)),
        say(
            "The loss of this sample is NaN or infinite, and in training one such sample makes every weight "
            "NaN. Allowed are finite numbers, and −∞ where the target is 0."
        ),
        edits.relogit(
            say("Set logits that are not finite to 0"),
            case.sample.index,
            lambda s: np.where(np.isfinite(s), s, 0.0),
        ),
    )


def _masked(block: Block) -> Mask:
    return block.among(~block.finite, lambda logits, targets: _is_masked(logits, targets))


def _is_masked(logits: Numbers, targets: Numbers) -> Mask:
    return some(np.isneginf(logits)) & ~some(_is_bad(logits, targets))


def _say_masked(case: Case) -> Words:
    names, places = case.sample.classes, case.where(np.isneginf(case.sample.logits))
    return Words(
        places,
        say("logit of {names} is {value}", names=named(names, places), value="−∞"),
        say("{stated}, and the target 0: a mask.", stated=stated("Logit", names, places, case.sample.logits)),
        say(
            "It leaves the class out of the loss. Smoothing gives it a share of the label, so that a "
            "smoothed loss is infinite; torch's cross entropy with targets as probabilities is NaN."
        ),
    )


# Probabilities


def _of_logits(block: Block) -> bool:
    return any(trait.takes_logits for trait in block.losses)


def _softmax_rows(block: Block) -> Mask:
    if block.classes < ENOUGH_TO_SUM or not _of_logits(block):
        return block.nowhere
    return block.among(block.is_unit, lambda logits, _: _sums_to_one(logits))


def _sums_to_one(logits: Numbers) -> Mask:
    """Whether rows are distributions; a row of zeros and a one is more likely typed by hand."""
    one: Mask = np.abs(logits.sum(axis=-1) - 1.0) <= CLOSE
    return one & some((logits > 0.0) & (logits < 1.0))


def _say_softmax_rows(case: Case) -> Words:
    return Words(
        (),
        say("logits sum to 1"),
        say(
            "All {count} logits lie from 0 to 1 and sum to 1: softmax was applied already.",
            count=len(case.sample.logits),
        ),
        say(
            "The loss applies it, or σ, once more. The largest probability can then not come near 1 and the "
            "gradient is a small part of what it should be."
        ),
        edits.relogit(say("Take logarithms"), case.sample.index, lambda s: np.log(np.maximum(s, CLIPPED))),
    )


def _probabilities(block: Block) -> Mask:
    if block.classes < ENOUGH or not _of_logits(block):
        return block.nowhere
    return block.is_unit


def _say_probabilities(case: Case) -> Words:
    low, top = number(float(case.block.low[0])), number(float(case.block.top[0]))
    return Words(
        (),
        say("logits look like probabilities"),
        say(
            "All {count} logits lie between {low} and {top}, as probabilities do: σ was applied already.",
            count=len(case.sample.logits),
            low=low,
            top=top,
        ),
        say(
            "The loss applies it once more: no logit is below the threshold 0, so that every class is "
            "predicted, and the loss cannot come near its lowest value."
        ),
        edits.relogit(say("Undo σ"), case.sample.index, _undone),
    )


def _undone(probabilities: Numbers) -> Numbers:
    kept = np.clip(probabilities, CLIPPED, 1.0 - CLIPPED)
    logits: Numbers = np.log(kept) - np.log1p(-kept)
    return logits


# Cosines and predictions


MISREAD: Final = {
    "cosines": (
        noted("{names}: no cosines"),
        noted("A scale multiplies them many times: the value is large and says nothing."),
    ),
    "predictions": (
        noted("{names}: no predictions"),
        noted("They are compared with targets as probabilities: σ or softmax is missing."),
    ),
}


def _is_outside(numbers: Numbers, kind: str) -> Mask:
    low, high, _ = RANGES[kind]
    outside: Mask = (numbers < low - RANGE_TOLERANCE) | (numbers > high + RANGE_TOLERANCE)
    return outside


def _kinds(losses: tuple[Trait, ...]) -> list[str]:
    """What the shown losses take where it is not logits."""
    return list(dict.fromkeys(trait.loss.inputs[0] for trait in losses if not trait.takes_logits))


def _out_of_range(block: Block) -> Mask:
    """Whether a loss that takes cosines or predictions is given something else."""
    found = block.nowhere
    for kind in _kinds(block.losses):
        found = found | _is_outside(block.low, kind) | _is_outside(block.top, kind)
    return found & block.finite


def _say_out_of_range(case: Case) -> Words:
    logits, names = case.sample.logits, case.sample.classes
    kind = next(kind for kind in _kinds(case.losses) if _is_outside(logits, kind).any())
    places = case.where(_is_outside(logits, kind))
    takers = [trait for trait in case.losses if trait.loss.inputs[0] == kind]
    said, takes = takers[0].loss.misreads(logits, names) or "", titles(takers)
    expects = said if len(takes) == 1 else said.replace("expects", "expect", 1)
    short, meaning = MISREAD[kind]
    return Words(
        places,
        say(short, names=named(names, places)),
        say("{losses} {expects}.", losses=listed(takes), expects=expects),
        say(meaning),
    )


CHECKS: Final = (
    Check(
        Rule(
            id="not-finite",
            severity=Severity.ERROR,
            title="Logits that are not finite",
            why="One NaN or infinity makes the loss of its batch NaN, and every weight after the next "
            "update.",
            advice="Look for a division by 0, a logarithm of 0, or an overflow of float16 before the loss.",
            lesson="clamped-logs",
            scope="sample",
        ),
        _not_finite,
        _say_not_finite,
    ),
    Check(
        Rule(
            id="masked-logits",
            severity=Severity.NOTE,
            title="Masked logits",
            why="A logit of −∞ leaves a class out, but not out of a smoothed loss.",
            advice="Mask with a large negative number where targets are smoothed.",
            lesson="smoothing-conventions",
            scope="sample",
        ),
        _masked,
        _say_masked,
    ),
    Check(
        Rule(
            id="softmax-rows",
            severity=Severity.WARNING,
            title="Softmax applied already",
            why="A loss that takes logits applies softmax or σ itself; twice, it cannot reach its lowest "
            "value.",
            advice="Give the loss what comes before the softmax.",
            lesson="double-activation",
            scope="sample",
        ),
        _softmax_rows,
        _say_softmax_rows,
    ),
    Check(
        Rule(
            id="probabilities",
            severity=Severity.WARNING,
            title="Logits that look like probabilities",
            why="A loss that takes logits applies σ itself; twice, ZLPR of a perfect prediction stays at "
            "5.33 for 100 classes and 3 labels, where it should be near 0.",
            advice="Give the loss what comes before the σ.",
            lesson="double-activation",
            scope="sample",
        ),
        _probabilities,
        _say_probabilities,
        unless=("softmax-rows",),
    ),
    Check(
        Rule(
            id="input-range",
            severity=Severity.WARNING,
            title="Numbers that the loss does not take",
            why="Losses of cosines multiply by a large scale; other numbers make them huge.",
            advice="Divide features and class vectors by their norms first.",
            lesson="margins-precision",
            scope="sample",
        ),
        _out_of_range,
        _say_out_of_range,
    ),
)
