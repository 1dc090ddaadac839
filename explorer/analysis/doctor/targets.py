"""Rules about targets alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.doctor import edits
from explorer.analysis.doctor.block import some
from explorer.analysis.doctor.checks import Case, Check, Words
from explorer.analysis.doctor.rules import Rule, Severity
from explorer.analysis.doctor.words import named, number, stated
from explorer.wording import say

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.analysis.doctor.block import Block

    Numbers = NDArray[np.float64]
    Mask = NDArray[np.bool_]

IGNORED: Final = (-1.0, -100.0)  # what other losses of torch skip


def _is_ignored(targets: Numbers) -> Mask:
    return np.equal(targets, IGNORED[0]) | np.equal(targets, IGNORED[1])


def _is_outside(targets: Numbers) -> Mask:
    return np.isfinite(targets) & ((targets < 0.0) | (targets > 1.0)) & ~_is_ignored(targets)


# Not finite


def _not_finite(block: Block) -> Mask:
    return ~(np.isfinite(block.most) & np.isfinite(block.least))


def _say_not_finite(case: Case) -> Words:
    targets, names = case.sample.targets, case.sample.classes
    places = case.where(~np.isfinite(targets))
    value = number(float(targets[places[0]]))
    return Words(
        places,
        say("target of {names} is {value}", names=named(names, places), value=value),
        say("{stated}.", stated=stated("Target", names, places, targets)),
        say(
            "Every loss of this sample is NaN, and one such sample makes the mean of its batch NaN. "
            "Allowed are targets from 0 to 1."
        ),
        edits.retarget(
            say("Set targets that are not finite to 0"),
            case.sample.index,
            lambda t: np.where(np.isfinite(t), t, 0.0),
        ),
    )


# -1 and -100


def _ignored(block: Block) -> Mask:
    return block.among(block.least <= IGNORED[0], lambda _, targets: some(_is_ignored(targets)))


def _say_ignored(case: Case) -> Words:
    targets, names = case.sample.targets, case.sample.classes
    places = case.where(_is_ignored(targets))
    cost = "505.0" if IGNORED[1] in targets else "10.007"
    value = number(float(targets[places[0]]))
    return Words(
        places,
        say("target of {names} is {value}", names=named(names, places), value=value),
        say(
            "{stated}; elsewhere this means: ignore the class.",
            stated=stated("Target", names, places, targets),
        ),
        say(
            "BCE and ZLPR do not ignore it: torch's BCEWithLogits takes it as a number and raises no "
            "error; a logit of 5 then costs {cost}. Allowed are targets from 0 to 1.",
            cost=cost,
        ),
        edits.retarget(
            say("Set ignored targets to 0"), case.sample.index, lambda t: np.where(_is_ignored(t), 0.0, t)
        ),
    )


# Outside 0 to 1


def _outside(block: Block) -> Mask:
    suspect = ~block.proper
    return block.among(suspect, lambda _, targets: some(_is_outside(targets)))


def _say_outside(case: Case) -> Words:
    targets, names = case.sample.targets, case.sample.classes
    places = case.where(_is_outside(targets))
    value = number(float(targets[places[0]]))
    return Words(
        places,
        say("target of {names} is {value}", names=named(names, places), value=value),
        say("{stated}.", stated=stated("Target", names, places, targets)),
        say(
            "Allowed are targets from 0 to 1. Outside, BCE is computed without an error: it may be negative, "
            "and it has no lowest value."
        ),
        edits.retarget(say("Clip targets to 0 to 1"), case.sample.index, lambda t: np.clip(t, 0.0, 1.0)),
    )


CHECKS: Final = (
    Check(
        Rule(
            id="targets-not-finite",
            severity=Severity.ERROR,
            title="Targets that are not finite",
            why="One NaN in the targets makes every loss of the sample NaN, and the mean of its batch.",
            advice="Find out where the table was made; a missing label is often written as NaN.",
            lesson="targets-outside",
            scope="sample",
        ),
        _not_finite,
        _say_not_finite,
    ),
    Check(
        Rule(
            id="ignore-index",
            severity=Severity.ERROR,
            title="Targets of −1 or −100",
            why="They mean ignore in losses of one label. A loss of several labels takes them as numbers.",
            advice="Mask these classes out of the loss, or set them to 0.",
            lesson="targets-outside",
            scope="sample",
        ),
        _ignored,
        _say_ignored,
    ),
    Check(
        Rule(
            id="targets-outside",
            severity=Severity.ERROR,
            title="Targets outside 0 to 1",
            why="BCE is computed all the same and may fall for ever; losses of hard labels have no value.",
            advice="Scale or clip the targets; counts and class numbers have to become 0 and 1 first.",
            lesson="targets-outside",
            scope="sample",
        ),
        _outside,
        _say_outside,
    ),
)
