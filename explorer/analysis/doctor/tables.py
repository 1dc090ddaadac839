"""Rules about all samples together: classes, balance, contradictions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.doctor import inverted, smoothing
from explorer.analysis.doctor.checks import Words
from explorer.analysis.doctor.rules import Finding, Rule, Severity
from explorer.analysis.doctor.twins import contradict
from explorer.analysis.doctor.words import named, number
from explorer.wording import say, say_count

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
        fact = say("No class is ever labelled.")
        meaning = say("The file may have no targets; without them all are 0.")
        return Words(places, say("no class is ever labelled"), fact, meaning)
    if positives.mean() < ENOUGH_LABELS:
        return None  # classes without a label are to be expected
    return Words(
        places,
        say_count(len(places), "{count} class never labelled", "{count} classes never labelled"),
        say_count(
            len(places),
            "{names} is never labelled in {rows} samples.",
            "{names} are never labelled in {rows} samples.",
            names=named(names, places),
            rows=f"{survey.rows:,}",
        ),
        say(
            "The other classes have {labels} labels on average.",
            labels=number(round(float(positives[positives > 0].mean()), 1)),
        ),
    )


def _always(survey: Survey, names: tuple[str, ...]) -> Words | None:
    places = np.flatnonzero(survey.positives == survey.rows).tolist()
    if survey.rows < ENOUGH_ROWS or not places:
        return None
    return Words(
        places,
        say_count(len(places), "{count} class always labelled", "{count} classes always labelled"),
        say_count(
            len(places),
            "{names} is labelled in all {rows} samples.",
            "{names} are labelled in all {rows} samples.",
            names=named(names, places),
            rows=f"{survey.rows:,}",
        ),
        say("Nothing can be learnt from it but a large logit for everything."),
    )


def _imbalance(names: tuple[str, ...], losses: tuple[Trait, ...], labels: float) -> Words | None:
    summed = [trait for trait in losses if trait.sums_classes]
    rest = len(names) - labels
    if not summed or labels == 0.0 or rest / labels < EXTREME:
        return None
    return Words(
        (),
        say("{count} unlabelled classes for every label", count=number(round(rest / labels))),
        say(
            "A sample has {labels} labels among {classes} classes on average.",
            labels=number(round(labels, 2)),
            classes=f"{len(names):,}",
        ),
        say(
            "At s = 0 BCE pushes them up with {up} in all and pulls the others down with {down}; ZLPR has "
            "{zlpr_up} and {zlpr_down}.",
            up=f"{labels / 2:.2f}",
            down=f"{rest / 2:.2f}",
            zlpr_up=f"{labels / (labels + 1):.3f}",
            zlpr_down=f"{rest / (rest + 1):.3f}",
        ),
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
        say("logits look like probabilities"),
        say(
            "In {units} of {rows} samples all logits lie from 0 to 1: σ or softmax was applied already.",
            units=f"{units:,}",
            rows=f"{survey.rows:,}",
        ),
        say(
            "The loss applies it once more: no logit is below the threshold 0, so that every class is "
            "predicted."
        ),
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
            say("same logits as {first}, other targets", first=first.name),
            say_count(
                len(places),
                "{second} has the logits of {first} to the last bit, and other targets: {names} is {target} "
                "against {other}.",
                "{second} has the logits of {first} to the last bit, and other targets: {names} are {target} "
                "against {other}.",
                second=second.name,
                first=first.name,
                names=named(names, places),
                target=number(float(second.targets[places[0]])),
                other=number(float(first.targets[places[0]])),
            ),
            say("No model can be right on both."),
        )
        yield table_finding(CONTRADICTING, other, words)
