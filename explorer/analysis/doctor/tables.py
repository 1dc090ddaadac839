"""Rules about all samples together: classes, balance, contradictions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.doctor import inverted, smoothing
from explorer.analysis.doctor.checks import Words
from explorer.analysis.doctor.rules import Finding, Rule, Severity
from explorer.analysis.doctor.twins import contradict
from explorer.analysis.doctor.words import classes_are, counted, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.analysis.doctor.losses import Trait
    from explorer.analysis.survey import Survey
    from explorer.study.table import Table

ENOUGH_ROWS: Final = 100
ENOUGH_LABELS: Final = 10.0  # labels a class on average: a class has none by chance once in 20,000 times
EXTREME: Final = 30.0  # unlabelled classes for every labelled one
UNIT_SHARE: Final = 0.99  # of the samples
UNIT_NUMBERS: Final = 20  # logits in all
MOST_PAIRS: Final = 100  # contradictions put into words

NEVER: Final = Rule(
    id="never-positive",
    severity=Severity.NOTE,
    title="Classes that are never labelled",
    why="Nothing is learnt about them but to predict them never, and their F1 is undefined.",
    advice="Make sure that the columns of targets are those of the logits; leave such classes out of "
    "averages.",
    lesson="gradient-budget",
    scope="table",
)
ALWAYS: Final = Rule(
    id="always-positive",
    severity=Severity.WARNING,
    title="Classes that are always labelled",
    why="A label that every sample has says nothing; often it is a mask or a column of ones.",
    advice="Look at the column; leave it out if it is no class.",
    lesson="gradient-budget",
    scope="table",
)
IMBALANCE: Final = Rule(
    id="imbalance",
    severity=Severity.NOTE,
    title="Few labels among many classes",
    why="In a loss that sums over classes the unlabelled ones own nearly all of the gradient.",
    advice="Compare with ZLPR, in which each side has at most 1.",
    lesson="gradient-budget",
    scope="table",
)
CONTRADICTING: Final = Rule(
    id="contradicting",
    severity=Severity.WARNING,
    title="Same logits, other targets",
    why="No model can be right on both samples; the loss of the pair has a floor above 0.",
    advice="Look for the same input twice, with labels by two people, or for logits pasted twice.",
    lesson="one-sample-many-losses",
    scope="table",
)
UNIT: Final = Rule(
    id="probability-table",
    severity=Severity.WARNING,
    title="A table of probabilities",
    why="Losses here apply σ or softmax themselves; applied twice they cannot come near their lowest value.",
    advice="Export what comes before the last activation.",
    lesson="double-activation",
    scope="table",
)
FIRST: Final = (inverted.RULE,)  # said before what it explains of single samples
RULES: Final = (ALWAYS, smoothing.MASS, UNIT, CONTRADICTING, NEVER, IMBALANCE)


def findings(
    survey: Survey, table: Table, losses: tuple[Trait, ...], units: int, turned: int
) -> Iterator[Finding]:
    """Say what there is to say of the table.

    units: how many samples have all logits from 0 to 1; turned: how many have labels below their mean logit.
    """
    names = table.classes
    labels = float(survey.positives.sum()) / max(survey.rows, 1)
    for rule, words in (
        (inverted.RULE, inverted.words(table, losses, turned)),
        (ALWAYS, _always(survey, names)),
        (smoothing.MASS, smoothing.mass(losses, len(names), labels)),
        (UNIT, _probabilities(survey, names, losses, units)),
        (NEVER, _never(survey, names)),
        (IMBALANCE, _imbalance(names, losses, labels)),
    ):
        if words is not None:
            yield table_finding(rule, None, words)
    yield from _contradictions(survey, table)


def table_finding(rule: Rule, sample: int | None, words: Words) -> Finding:
    """Put words to a rule."""
    return Finding(
        rule.id,
        rule.severity,
        sample,
        tuple(words.classes),
        words.fact,
        words.meaning,
        words.fix,
        words.short,
    )


def _never(survey: Survey, names: tuple[str, ...]) -> Words | None:
    positives = survey.positives
    places = np.flatnonzero(positives == 0).tolist()
    if survey.rows < ENOUGH_ROWS or not places:
        return None
    if len(places) == len(names):
        fact, meaning = "No class is ever labelled.", "The file may have no targets; without them all are 0."
        return Words(places, "no class is ever labelled", fact, meaning)
    if positives.mean() < ENOUGH_LABELS:
        return None  # classes without a label are to be expected
    return Words(
        places,
        f"{counted(len(places), 'class', 'classes')} never labelled",
        f"{classes_are(names, places)} never labelled in {survey.rows:,} samples.",
        f"The other classes have {number(round(float(positives[positives > 0].mean()), 1))} labels on "
        "average.",
    )


def _always(survey: Survey, names: tuple[str, ...]) -> Words | None:
    places = np.flatnonzero(survey.positives == survey.rows).tolist()
    if survey.rows < ENOUGH_ROWS or not places:
        return None
    return Words(
        places,
        f"{counted(len(places), 'class', 'classes')} always labelled",
        f"{classes_are(names, places)} labelled in all {survey.rows:,} samples.",
        "Nothing can be learnt from it but a large logit for everything.",
    )


def _imbalance(names: tuple[str, ...], losses: tuple[Trait, ...], labels: float) -> Words | None:
    summed = [trait for trait in losses if trait.sums_classes]
    rest = len(names) - labels
    if not summed or labels == 0.0 or rest / labels < EXTREME:
        return None
    zlpr = f"ZLPR has {labels / (labels + 1):.3f} and {rest / (rest + 1):.3f}."
    return Words(
        (),
        f"{number(round(rest / labels))} unlabelled classes for every label",
        f"A sample has {number(round(labels, 2))} labels among {len(names):,} classes on average.",
        f"At s = 0 BCE pushes them up with {labels / 2:.2f} in all and pulls the others down with "
        f"{rest / 2:.2f}; " + zlpr,
    )


def _probabilities(
    survey: Survey, names: tuple[str, ...], losses: tuple[Trait, ...], units: int
) -> Words | None:
    """Few classes: one sample may lie from 0 to 1 by chance, a whole table does not."""
    if survey.rows < 2 or units < UNIT_SHARE * survey.rows or survey.rows * len(names) < UNIT_NUMBERS:
        return None
    if not any(trait.takes_logits for trait in losses):
        return None
    return Words(
        (),
        "logits look like probabilities",
        f"In {units:,} of {survey.rows:,} samples all logits lie from 0 to 1: σ or softmax was applied "
        "already.",
        "The loss applies it once more: no logit is below the threshold 0, so that every class is predicted.",
    )


def _contradictions(survey: Survey, table: Table) -> Iterator[Finding]:
    names = table.classes
    for one, other in survey.twins[:MOST_PAIRS].tolist():
        first, second = table.sample(one), table.sample(other)
        if not contradict((first.logits, first.targets), (second.logits, second.targets)):
            continue
        places = np.flatnonzero(first.targets != second.targets).tolist()
        words = Words(
            places,
            f"same logits as {first.name}, other targets",
            f"{second.name} has the logits of {first.name} to the last bit, and other targets: "
            f"{classes_are(names, places)} {number(float(second.targets[places[0]]))} against "
            f"{number(float(first.targets[places[0]]))}.",
            "No model can be right on both.",
        )
        yield table_finding(CONTRADICTING, other, words)
