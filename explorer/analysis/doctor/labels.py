"""Rules about how many labels a sample has, and which of them are predicted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.decisions import labelled
from explorer.analysis.doctor.checks import Case, Check, Words
from explorer.analysis.doctor.losses import titles
from explorer.analysis.doctor.rules import Rule, Severity
from explorer.analysis.doctor.words import listed, named
from explorer.wording import noted, say, say_count

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.analysis.doctor.block import Block
    from explorer.analysis.doctor.losses import Trait

    Mask = NDArray[np.bool_]


def _empty(block: Block) -> Mask:
    return np.equal(block.most, 0.0) & np.equal(block.least, 0.0)


def _full(block: Block) -> Mask:
    return np.equal(block.least, 1.0) & np.equal(block.most, 1.0)


NO_SIGNAL: Final = {  # where no class is labelled, and where all are
    False: (
        noted("no class is labelled: nothing to learn"),
        noted("No class is labelled, and {losses} then has no gradient, whatever the logits are."),
        noted("No class is labelled, and {losses} then have no gradient, whatever the logits are."),
    ),
    True: (
        noted("all classes are labelled: nothing to learn"),
        noted("All classes are labelled, and {losses} then has no gradient, whatever the logits are."),
        noted("All classes are labelled, and {losses} then have no gradient, whatever the logits are."),
    ),
}


def _silent(losses: tuple[Trait, ...], full: bool) -> list[Trait]:
    """Losses that learn nothing from such a sample; of labels that do not sum to 1 another rule speaks."""
    if full:
        return [trait for trait in losses if trait.silent_with_all and not trait.is_single]
    return [trait for trait in losses if trait.silent_without]


def _no_signal(block: Block) -> Mask:
    found = block.nowhere
    if _silent(block.losses, full=False):
        found = found | _empty(block)
    if _silent(block.losses, full=True):
        found = found | _full(block)
    return found


def _say_no_signal(case: Case) -> Words:
    full = bool(_full(case.block)[0])
    silent = titles(_silent(case.losses, full))
    short, one, several = NO_SIGNAL[full]
    return Words(
        (),
        say(short),
        say_count(len(silent), one, several, losses=listed(silent)),
        say("Training passes over this sample without a word. ZLPR and BCE learn from it."),
    )


def _no_positives(block: Block) -> Mask:
    if block.classes == 1 or _silent(block.losses, full=False):
        return block.nowhere
    return _empty(block)


def _say_no_positives(case: Case) -> Words:
    return Words(
        (),
        say("no class is labelled"),
        say("None of the {count} classes is labelled.", count=len(case.sample.targets)),
        say(
            "The shown losses push all logits down. F1 of this sample is 0 as soon as one class is predicted."
        ),
    )


def _all_positives(block: Block) -> Mask:
    if block.classes == 1 or _silent(block.losses, full=True):
        return block.nowhere
    return _full(block)


def _say_all_positives(case: Case) -> Words:
    return Words(
        (),
        say("all classes are labelled"),
        say("All {count} classes are labelled.", count=len(case.sample.targets)),
        say(
            "The shown losses push all logits up. Often a mask, or a row of ones that stands for missing "
            "labels."
        ),
    )


def _nothing_right(block: Block) -> Mask:
    """No label found by any shown loss, of a model that has begun to tell classes apart."""
    if not block.losses:
        return block.nowhere
    missed: Mask = np.logical_and.reduce(np.equal(block.f1, 0.0), axis=0)
    return missed & (block.most > 0.5) & block.proper & (block.top > block.low)


def _say_nothing_right(case: Case) -> Words:
    places = case.where(labelled(case.sample.targets))
    return Words(
        places,
        say("nothing predicted right"),
        say_count(
            len(places),
            "The label {names} is not predicted by any of the shown losses.",
            "None of the {count} labels ({names}) is predicted by any of the shown losses.",
            names=named(case.sample.classes, places),
        ),
        say("F1 of this sample is 0."),
    )


CHECKS: Final = (
    Check(
        Rule(
            id="no-signal",
            severity=Severity.WARNING,
            title="A loss learns nothing",
            why="Losses that compare labels with others have gradient 0 where one side is empty.",
            advice="Use ZLPR or BCE, or leave these samples out on purpose.",
            lesson="empty-side",
            scope="sample",
        ),
        _no_signal,
        _say_no_signal,
    ),
    Check(
        Rule(
            id="no-positives",
            severity=Severity.NOTE,
            title="No class labelled",
            why="It may be right, or the labels are missing.",
            advice="Make sure that none is missing; the shown losses take it as it is.",
            lesson="empty-side",
            scope="sample",
        ),
        _no_positives,
        _say_no_positives,
        unless=("not-one",),
    ),
    Check(
        Rule(
            id="all-positives",
            severity=Severity.NOTE,
            title="All classes labelled",
            why="It is seldom meant.",
            advice="Make sure that the row is no mask and no placeholder.",
            lesson="empty-side",
            scope="sample",
        ),
        _all_positives,
        _say_all_positives,
    ),
    Check(
        Rule(
            id="nothing-right",
            severity=Severity.NOTE,
            title="Nothing predicted right",
            why="A sample of which no label is found is the first place to look for wrong labels.",
            advice="Compare its labels with its largest logits.",
            lesson="pairwise-threshold",
            scope="sample",
        ),
        _nothing_right,
        _say_nothing_right,
        unless=("flipped", "mislabelled", "saturated", "no-gradient"),
    ),
)
