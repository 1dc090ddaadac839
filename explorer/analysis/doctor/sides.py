"""Rules about logits on the wrong side of their labels: flipped, mislabelled, saturated.

Thresholds are chosen by chance: where sigma(s) is the probability of a label, logits that are so wrong are
that rare.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.analysis.decisions import labelled
from explorer.analysis.doctor import edits
from explorer.analysis.doctor.block import every
from explorer.analysis.doctor.checks import Case, Check, Words
from explorer.analysis.doctor.losses import titles
from explorer.analysis.doctor.rules import Rule, Severity
from explorer.analysis.doctor.words import listed, named, number, signed
from explorer.wording import say, say_count

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.analysis.doctor.block import Block
    from explorer.analysis.doctor.losses import Trait

    Numbers = NDArray[np.float64]
    Mask = NDArray[np.bool_]

FLIPPED_ODDS: Final = 12.0  # nat; by chance once in 160,000 samples at most, with the share below far less
FLIPPED_SHARE: Final = 0.75  # of the classes that lie on the wrong side
FLIPPED_CLASSES: Final = 4
SURE: Final = 12.0  # by chance once in 160,000 labels
SATURATED: Final = 17.0  # beyond any clip of probabilities, and sigma(s) is 1 in float32
CLIPPED_MARGIN: Final = 16.2  # -log of the 1e-7 at which common code clips a softmax
STUCK_VALUE: Final = 1.0  # nat above the lowest value
STUCK_NORM: Final = 1e-3  # of the gradient
# From where sigma(s) rounds to 1, so that its own gradient is 0.
DTYPES: Final = (("bfloat16", 6.25), ("float16", 8.3203125), ("float32", 16.6356), ("float64", 36.7369))
FAINT: Final = dict(DTYPES)["float16"]


def _wrong(logits: Numbers, targets: Numbers) -> Mask:
    """Logits on the wrong side of 0; 0 is on neither."""
    wrong: Mask = np.where(labelled(targets), logits < 0.0, logits > 0.0)
    return wrong


def _against(case: Case) -> Numbers:
    """How far each logit lies on the wrong side, negative on the right one."""
    return np.where(labelled(case.sample.targets), -case.sample.logits, case.sample.logits)


# 0 and 1 exchanged


def _flipped(block: Block) -> Mask:
    if block.classes < FLIPPED_CLASSES:
        return block.nowhere
    likely = block.sided & (block.worst > 0.0) & (block.evidence >= FLIPPED_ODDS)
    return block.among(likely, _mostly_wrong)


def _mostly_wrong(logits: Numbers, targets: Numbers) -> Mask:
    hard = every(np.equal(targets, 0.0) | np.equal(targets, 1.0))
    count = np.add.reduce(_wrong(logits, targets), axis=-1, dtype=np.int64)
    mostly: Mask = count >= FLIPPED_SHARE * logits.shape[-1]
    return hard & mostly


def _say_flipped(case: Case) -> Words:
    sample = case.sample
    places = case.where(_wrong(sample.logits, sample.targets))
    wrong, count = len(places), len(sample.logits)
    return Words(
        places,
        say("{wrong} of {count} labels on the wrong side", wrong=wrong, count=count),
        say("{wrong} of {count} labels lie on the wrong side of s = 0.", wrong=wrong, count=count),
        _fall(case),
        edits.retarget(say("Exchange 0 and 1"), sample.index, lambda t: 1.0 - t),
    )


def _fall(case: Case) -> str:
    """Say how the first loss that predicts s > 0 changes where every label is turned."""
    trait = next(trait for trait in case.losses if trait.by_sign)
    before, after = (
        _value(trait, case, targets) for targets in (case.sample.targets, 1 - case.sample.targets)
    )
    return say(
        "With 0 and 1 exchanged {loss} falls from {before} to {after}."
        if after < before
        else "With 0 and 1 exchanged {loss} goes from {before} to {after}.",
        loss=trait.title,
        before=f"{before:.2f}",
        after=f"{after:.2f}",
    )


def _value(trait: Trait, case: Case, targets: Numbers) -> float:
    return float(trait.loss.value(case.sample.logits, targets, **trait.settings))


# One class


def _mislabelled(block: Block) -> Mask:
    return block.among(block.sided & (block.worst >= SURE), _one_wrong)


def _one_wrong(logits: Numbers, targets: Numbers) -> Mask:
    one: Mask = np.add.reduce(_wrong(logits, targets), axis=-1, dtype=np.int64) == 1
    return one if logits.shape[-1] > 1 else np.zeros(len(logits), dtype=np.bool_)


def _say_mislabelled(case: Case) -> Words:
    sample = case.sample
    place = int(_against(case).argmax())
    name, logit = sample.classes[place], float(sample.logits[place])
    on = logit > 0.0
    value = 1.0 if on else 0.0

    def corrected(targets: Numbers) -> Numbers:
        turned = targets.copy()
        turned[place] = value
        return turned

    return Words(
        (place,),
        say("{name} is likely a label" if on else "{name} is likely no label", name=name),
        say(
            "{name} has logit {logit} and target {target}; "
            "each of the {count} other classes lies on its own side of 0.",
            name=name,
            logit=signed(logit),
            target=number(float(sample.targets[place])),
            count=len(sample.logits) - 1,
        ),
        say(
            "Read as σ(s), a label against such a logit is drawn once in {count} times: it is "
            "likely wrong, or the model is far too sure.",
            count=_times(abs(logit)),
        ),
        edits.retarget(say("Label {name}" if on else "Unlabel {name}", name=name), sample.index, corrected),
    )


def _times(size: float) -> str:
    """Return exp(size) as one would say it."""
    return f"{float(f'{np.exp(size):.2g}'):,.0f}" if size < 20.0 else say("500 million and more")


# Several, and saturated


def _single(block: Block) -> list[Trait]:
    return [trait for trait in block.losses if trait.is_single and trait.takes_logits]


def _saturated(block: Block) -> Mask:
    found = block.sided & (block.worst >= SATURATED)
    if _single(block):
        found = found | block.among(block.finite & block.proper, _beyond_clip)
    return found


def _beyond_clip(logits: Numbers, targets: Numbers) -> Mask:
    """Whether a whole label lies so far below the largest logit that clipped code has no gradient."""
    label = np.where(targets == 1.0, logits, np.inf).min(axis=-1)
    beyond: Mask = logits.max(axis=-1) - label >= CLIPPED_MARGIN
    return beyond


def _say_saturated(case: Case) -> Words:
    sample, against = case.sample, _against(case)
    wrong = case.where(against >= SATURATED) if case.block.sided[0] else []
    if wrong:
        worst = int(against.argmax())
        return Words(
            wrong,
            say_count(len(wrong), "{count} class confident and wrong", "{count} classes confident and wrong"),
            say_count(
                len(wrong),
                "{count} logit of {all} at {limit} or more on the wrong side of 0; the worst is {logit} of "
                "{name}.",
                "{count} logits of {all} at {limit} or more on the wrong side of 0; the worst is {logit} of "
                "{name}.",
                all=len(against),
                limit=number(SATURATED),
                logit=signed(float(sample.logits[worst])),
                name=sample.classes[worst],
            ),
            say(
                "Code that clips probabilities at 10⁻⁷ has gradient 0 from ±16.1 on, and in float32 σ(s) "
                "itself is 1 from 16.7 on: neither ever corrects it. A loss of logits still does."
            ),
        )
    places = case.where(sample.targets == 1.0)
    place = min(places, key=lambda index: float(sample.logits[index]))
    gap = float(sample.logits.max() - sample.logits[place])
    return Words(
        (place,),
        say("{name} is {gap} below the largest logit", name=sample.classes[place], gap=number(gap)),
        say(
            "The label {name} has a logit {gap} below the largest one.",
            name=sample.classes[place],
            gap=number(gap),
        ),
        say(
            "Its softmax is below 10⁻⁷, where common code clips: there the loss stays at 16.12 with gradient "
            "0."
        ),
    )


def _faint(block: Block) -> Mask:
    return block.sided & (block.outside >= FAINT)


def _say_faint(case: Case) -> Words:
    logits, names = case.sample.logits, case.sample.classes
    over = np.where(case.block.truth[0], -np.inf, logits)
    places, worst = case.where(over >= FAINT), int(over.argmax())
    lost = [name for name, size in DTYPES if logits[worst] >= size]
    return Words(
        places,
        say("σ of {names} is 1 in {dtype}", names=named(names, places), dtype=lost[-1]),
        say(
            "{name} has no label and a logit of {logit}: in {dtypes} σ(s) is exactly 1.",
            name=names[worst],
            logit=signed(float(logits[worst])),
            dtypes=listed(lost),
        ),
        say(
            "Code that takes σ first, in that type, has gradient 0 here or an infinite loss. σ(s) is 1 from "
            "6.25 on in bfloat16, 8.32 in float16, 16.64 in float32 and 36.74 in float64; a loss of logits "
            "keeps its gradient."
        ),
    )


# A loss that does not move


def _stuck_losses(block: Block) -> list[tuple[Trait, Mask]]:
    """Losses with the rows that they leave alone though they could fall by more than a little."""
    found = []
    for place, trait in enumerate(block.traits):
        if trait is None or trait.loss.inputs[1] != "targets":
            continue
        suspect = (block.values[place] > STUCK_VALUE) & (block.norms[place] < STUCK_NORM)
        rows = np.flatnonzero(suspect & block.finite)
        if len(rows):
            mask = block.nowhere.copy()
            lowest = np.asarray(trait.loss.lowest(block.targets[rows], **trait.settings))
            mask[rows] = block.values[place][rows] - lowest > STUCK_VALUE
            found.append((trait, mask))
    return found


def _stuck(block: Block) -> Mask:
    found = block.nowhere
    for _, mask in _stuck_losses(block):
        found = found | mask
    return found


def _say_stuck(case: Case) -> Words:
    stuck: list[Any] = [trait for trait, mask in _stuck_losses(case.block) if mask[0]]
    place = case.block.traits.index(stuck[0])
    value, norm = float(case.block.values[place, 0]), float(case.block.norms[place, 0])
    return Words(
        (),
        say("no gradient left under {loss}", loss=stuck[0].title),
        say(
            "{loss} is {value} and its gradient has length {norm}.",
            loss=stuck[0].title,
            value=f"{value:.2f}",
            norm=number(norm),
        ),
        say(
            "{losses} can fall by more than 1 nat here, but training hardly moves this sample.",
            losses=listed(titles(stuck)),
        ),
    )


CHECKS: Final = (
    Check(
        Rule(
            id="flipped",
            severity=Severity.WARNING,
            title="Labels likely flipped",
            why="A sample with 0 and 1 exchanged pulls every logit to the wrong side.",
            advice="Look at the sample; exchange 0 and 1 if it is so.",
            lesson="hard-labels-reading",
            scope="sample",
        ),
        _flipped,
        _say_flipped,
    ),
    Check(
        Rule(
            id="mislabelled",
            severity=Severity.WARNING,
            title="One class likely mislabelled",
            why="One wrong label with a sure logit has more gradient than all right ones together.",
            advice="Look at the sample; turn the label if it is wrong.",
            lesson="hard-labels-reading",
            scope="sample",
        ),
        _mislabelled,
        _say_mislabelled,
    ),
    Check(
        Rule(
            id="saturated",
            severity=Severity.WARNING,
            title="Confident and wrong",
            why="So far out clipped probabilities have gradient 0, and σ is exactly 1 in float32.",
            advice="Use a loss of logits, never the logarithm of a σ; lower the learning rate.",
            lesson="saturation",
            scope="sample",
        ),
        _saturated,
        _say_saturated,
        unless=("flipped", "mislabelled"),
    ),
    Check(
        Rule(
            id="no-gradient",
            severity=Severity.WARNING,
            title="Wrong, and no gradient left",
            why="The loss is far above its lowest value and yet has no gradient: the sample is given up.",
            advice="Choose a loss or settings without a floor or a focus that fades on wrong classes.",
            lesson="saturation",
            scope="sample",
        ),
        _stuck,
        _say_stuck,
        unless=("flipped", "mislabelled", "saturated"),
    ),
    Check(
        Rule(
            id="dtype-loss",
            severity=Severity.NOTE,
            title="Gradient lost in short floats",
            why="σ(s) is exactly 1 from 6.25 on in bfloat16, 8.32 in float16 and 16.64 in float32, and its "
            "own gradient is 0.",
            advice="Compute the loss of logits in float32, also under mixed precision.",
            lesson="saturation",
            scope="sample",
        ),
        _faint,
        _say_faint,
        unless=("flipped", "mislabelled", "saturated", "no-gradient"),
    ),
)
