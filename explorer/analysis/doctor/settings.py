"""Rules about the shown losses and the number of classes alone."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.doctor import edits
from explorer.analysis.doctor.checks import Words
from explorer.analysis.doctor.losses import titles
from explorer.analysis.doctor.rules import Rule, Severity
from explorer.analysis.doctor.words import listed, number
from explorer.wording import say, say_count

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.analysis.doctor.losses import Trait

    Losses = tuple[Trait, ...]

MANY: Final = 100  # classes


@dataclass(frozen=True, slots=True, eq=False)
class StudyCheck:
    """A rule of scope study: `words(losses, classes)` speaks, or gives None where there is nothing to say."""

    rule: Rule
    words: Callable[[Losses, int], Words | None]


def _pos_weight(losses: Losses, _classes: int) -> Words | None:
    weighted = [trait for trait in losses if _weights(trait) is not None]
    if not weighted:
        return None
    trait = weighted[0]
    weights = np.asarray(_weights(trait), dtype=np.float64).reshape(-1)
    other = [index for index in range(len(weights)) if weights[index] != 1.0]
    low, high = float(weights[other].min()), float(weights[other].max())
    shifts = _from_to(*(math.log(weight) if weight else -math.inf for weight in (low, high)))
    means = (
        say("s falls without end where π is 0")
        if low == 0.0
        else say("s is {by} off the log odds", by=shifts)
    )
    said = say(
        "{loss} has π (pos_weight) {weights} by class: at its optimum {means}."
        if high > low
        else "{loss} has π (pos_weight) {weights}: at its optimum {means}.",
        loss=trait.title,
        weights=_from_to(low, high),
        means=means,
    )
    return Words(
        tuple(other) if len(weights) > 1 else (),
        say("pos_weight {weights} in the reading", weights=_from_to(low, high)),
        said,
        say(
            "σ(s) is then no probability: a class is predicted from p = {odds} on. "
            "Subtract log π from the logits before they are read.",
            odds=_from_to(1.0 / (1.0 + high), 1.0 / (1.0 + low)),
        ),
        edits.reset(say("Set pos_weight to 1"), {one.loss.key for one in weighted}, "pos_weight", 1.0),
    )


def _from_to(low: float, high: float) -> str:
    return number(low) if low == high else say("{low} to {high}", low=number(low), high=number(high))


def _weights(trait: Trait) -> object:
    weight = trait.settings.get("pos_weight", 1.0)
    return None if np.all(np.equal(weight, 1.0)) else weight


def _no_threshold(losses: Losses, _classes: int) -> Words | None:
    found = [trait for trait in losses if not trait.has_threshold and not trait.loss.labels.is_one]
    if not found:
        return None
    names = titles(found)
    return Words(
        (),
        say("{loss} learns no threshold", loss=names[0]),
        say_count(
            len(names),
            "{losses} compares labelled logits with the others, never with a threshold.",
            "{losses} compare labelled logits with the others, never with a threshold.",
            losses=listed(names),
        ),
        say(
            "So it learns an order and no threshold; here its decision is: {decision}. For a "
            "label set of unknown size the threshold has to be tuned on other data.",
            decision=say(found[0].loss.decision),
        ),
    )


def _reduction(losses: Losses, classes: int) -> Words | None:
    summed = [trait for trait in losses if trait.sums_classes]
    if classes < MANY or not summed:
        return None
    trait = summed[0]
    nothing = np.zeros(classes)
    value = float(trait.loss.value(nothing, nothing, **trait.settings))
    return Words(
        (),
        say("{loss} grows with the number of classes", loss=trait.title),
        say(
            "{loss} is a sum over {classes} classes: {value} nat at s = 0 without labels.",
            loss=trait.title,
            classes=f"{classes:,}",
            value=number(value),
        ),
        say(
            "The mean over classes, the default of torch and Keras, is {mean}; learning "
            "rates and weights beside other losses do not carry over from one to the other.",
            mean=number(value / classes),
        ),
    )


CHECKS: Final = (
    StudyCheck(
        Rule(
            id="pos-weight-reading",
            severity=Severity.WARNING,
            title="pos_weight left in the reading",
            why="pos_weight moves every logit by its logarithm; σ(s) is then no probability.",
            advice="Subtract log π before reading, or train without it and tune the threshold.",
            lesson="n-sigmoids",
            scope="study",
        ),
        _pos_weight,
    ),
    StudyCheck(
        Rule(
            id="no-threshold",
            severity=Severity.NOTE,
            title="A threshold that the loss does not learn",
            why="Only the order of the logits is learnt. A fixed threshold then gives a poor F1.",
            advice="Tune a threshold on other data, take the top k, or use ZLPR, whose threshold is 0.",
            lesson="pairwise-threshold",
            scope="study",
        ),
        _no_threshold,
    ),
    StudyCheck(
        Rule(
            id="reduction-with-n",
            severity=Severity.NOTE,
            title="A value that grows with the number of classes",
            why="A sum over classes and a mean over classes differ by a factor of n, and so do their "
            "gradients.",
            advice="Say which reduction a number has; compare losses at the same one.",
            lesson="value-and-n",
            scope="study",
        ),
        _reduction,
    ),
)
