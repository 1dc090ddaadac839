"""Rules about smoothing: on targets that are smoothed already, and more of it than there are labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.analysis.doctor import edits
from explorer.analysis.doctor.block import every
from explorer.analysis.doctor.checks import Case, Check, Words
from explorer.analysis.doctor.losses import titles
from explorer.analysis.doctor.rules import Rule, Severity
from explorer.analysis.doctor.words import listed, number
from explorer.catalogue.smoothing import smoothed, towards_half
from explorer.wording import say

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.analysis.doctor.block import Block
    from explorer.analysis.doctor.losses import Trait

    Numbers = NDArray[np.float64]
    Mask = NDArray[np.bool_]


def _smoothing(losses: tuple[Trait, ...]) -> list[Trait]:
    return [trait for trait in losses if trait.epsilon > 0.0]


def _twice(block: Block) -> Mask:
    """Two values only, neither 0 nor 1, one on either side of 1/2: what smoothing makes of 0 and 1."""
    if not _smoothing(block.losses):
        return block.nowhere
    between = (block.least > 0.0) & (block.most < 1.0) & (block.least < 0.5) & (block.most > 0.5)
    return block.among(between, _has_two_values)


def _has_two_values(_logits: Numbers, targets: Numbers) -> Mask:
    least, most = targets.min(axis=-1, keepdims=True), targets.max(axis=-1, keepdims=True)
    return every(np.equal(targets, least) | np.equal(targets, most))


def _say_twice(case: Case) -> Words:
    found = _smoothing(case.losses)
    low, high = number(float(case.block.least[0])), number(float(case.block.most[0]))
    epsilon = number(found[0].epsilon)
    return Words(
        (),
        say("targets are {low} and {high}: smoothed already", low=low, high=high),
        say(
            "All targets are {low} or {high}, as smoothing makes them, and {losses} smooths them "
            "again by ε = {epsilon}.",
            low=low,
            high=high,
            losses=listed(titles(found)),
            epsilon=epsilon,
        ),
        say("Smoothed twice the optimum moves further in than either value of ε says."),
        edits.reset(say("Set ε of the losses to 0"), {trait.loss.key for trait in found}, "epsilon", 0.0),
    )


CHECKS: Final = (
    Check(
        Rule(
            id="smoothed-twice",
            severity=Severity.WARNING,
            title="Targets smoothed twice",
            why="Targets that are smoothed already are smoothed again by the loss.",
            advice="Smooth either the targets or in the loss.",
            lesson="smoothing-conventions",
            scope="sample",
        ),
        _twice,
        _say_twice,
    ),
)


# More of it than labels: of the whole table

MASS: Final = Rule(
    id="smoothed-mass",
    severity=Severity.WARNING,
    title="Smoothing outweighs the labels",
    why="Every unlabelled class gets a little of a label. ZLPR sums them: over many classes they are more "
    "than the labels, and no logit rises above the threshold. A linear model of 64 features on 100 classes "
    "with 1 to 5 labels found F1 0.40 without smoothing, 0.08 with ε = 0.01 and 0.004 with ε = 0.1.",
    advice="Divide ε by the number of classes, or do not smooth.",
    lesson="smoothed-mass",
    scope="table",
)


def added_mass(trait: Trait, classes: int, labels: float) -> float:
    """Return how much label smoothing gives to classes without one, for so many labels a sample."""
    convention: Any = trait.loss.settings(**trait.settings).get("convention")
    empty = np.zeros(classes)
    spread = (
        towards_half(empty, trait.epsilon)
        if convention is None
        else smoothed(empty, trait.epsilon, convention)
    )
    return float(spread[0]) * (classes - labels)


def mass(losses: tuple[Trait, ...], classes: int, labels: float) -> Words | None:
    """Compare it with the labels that a sample has on average; BCE, one class at a time, does not mind."""
    heavy = [
        trait
        for trait in _smoothing(losses)
        if trait.loss.family == "zlpr" and added_mass(trait, classes, labels) > labels > 0.0
    ]
    if not heavy:
        return None
    trait = heavy[0]
    added, there = number(round(added_mass(trait, classes, labels), 2)), number(round(labels, 2))
    return Words(
        (),
        say("smoothing adds {added} labels to {there}", added=added, there=there),
        say(
            "With ε = {epsilon} {loss} gives the {classes} classes {added} labels more "
            "in a sample that has {there} on average.",
            epsilon=number(trait.epsilon),
            loss=trait.title,
            classes=f"{classes:,}",
            added=added,
            there=there,
        ),
        say("A model that is not sure of its labels then learns to predict none: F1 falls towards 0."),
        edits.reset(say("Set ε of the losses to 0"), {one.loss.key for one in heavy}, "epsilon", 0.0),
    )
