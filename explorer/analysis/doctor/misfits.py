"""Rules about targets that a shown loss is not made for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.doctor import edits
from explorer.analysis.doctor.checks import Case, Check, Words
from explorer.analysis.doctor.losses import titles
from explorer.analysis.doctor.rules import Rule, Severity
from explorer.analysis.doctor.words import joined, listed, number
from explorer.catalogue.labels import SUM_TOLERANCE
from explorer.losses import LOSSES
from explorer.wording import say, say_count

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.analysis.doctor.block import Block
    from explorer.analysis.doctor.losses import Trait
    from explorer.analysis.doctor.rules import Fix

    Numbers = NDArray[np.float64]
    Mask = NDArray[np.bool_]


# Soft targets


def _hard_losses(losses: tuple[Trait, ...], strict: bool) -> list[Trait]:
    return [
        trait
        for trait in losses
        if trait.loss.labels.is_binary and trait.loss.strict is strict and trait.loss.inputs[1] == "targets"
    ]


def _soft_under_hard(block: Block) -> Mask:
    return block.soft if _hard_losses(block.losses, strict=True) else block.nowhere


def _between(targets: Numbers) -> Mask:
    return (targets > 0.0) & (targets < 1.0)


def _say_soft_under_hard(case: Case) -> Words:
    targets, names = case.sample.targets, case.sample.classes
    places, hard = case.where(_between(targets)), _hard_losses(case.losses, strict=True)
    losses = titles(hard)
    soft = say_count(
        len(places),
        "{count} target of {all} is soft, such as {value} of {name}",
        "{count} targets of {all} are soft, such as {value} of {name}",
        all=len(targets),
        value=number(float(targets[places[0]])),
        name=names[places[0]],
    )
    return Words(
        places,
        say("soft targets under {losses}", losses=listed(losses)),
        say_count(
            len(losses),
            "{soft}; {losses} takes 0 and 1 only.",
            "{soft}; {losses} take 0 and 1 only.",
            soft=soft,
            losses=listed(losses),
        ),
        _hard_code(case, hard),
        _to_soft(case, hard),
    )


def _hard_code(case: Case, hard: list[Trait]) -> str:
    """Say what code that does not look gives for this sample."""
    if not any(trait.loss.key == "zlpr" for trait in hard):
        return say("Common code computes a number all the same, which is no loss of these targets.")
    from explorer.analysis.forms import FORMS  # few samples need them: the window starts without

    form, sample = FORMS["zlpr_masked"], case.sample
    value = float(form.value(sample.logits, sample.targets))
    still = not np.any(form.gradient(sample.logits, sample.targets))
    truth = float(LOSSES["soft_zlpr"].value(sample.logits, sample.targets))
    return say(
        "The common code of hard ZLPR masks soft classes out of both of its sums: here it gives loss 0 and "
        "gradient 0, without an error. Soft ZLPR is {truth}."
        if still
        else "The common code of hard ZLPR masks soft classes out of both of its sums: here it gives "
        "{value}, with gradient 0 at soft classes, without an error. Soft ZLPR is {truth}.",
        value=f"{value:.4f}",
        truth=f"{truth:.4f}",
    )


def _to_soft(case: Case, hard: list[Trait]) -> Fix:
    others = {trait.loss.key: trait.loss.instead for trait in hard if trait.loss.instead is not None}
    if len(others) == len({trait.loss.key for trait in hard}):
        names = listed(sorted({say(LOSSES[key].title) for key in others.values()}))
        return edits.instead(say("Use {losses} instead", losses=names), others)
    return edits.retarget(
        say("Round targets to 0 and 1"), case.sample.index, lambda t: np.where(t > 0.5, 1.0, 0.0)
    )


def _soft_extension(block: Block) -> Mask:
    loose = [trait for trait in _hard_losses(block.losses, strict=False) if not trait.loss.labels.is_one]
    return block.soft if loose else block.nowhere


def _say_soft_extension(case: Case) -> Words:
    loose = [trait for trait in _hard_losses(case.losses, strict=False) if not trait.loss.labels.is_one]
    names, places = listed(titles(loose)), case.where(_between(case.sample.targets))
    soft = say_count(
        len(places),
        "{count} target of {all} between 0 and 1, such as {value} of {name}",
        "{count} targets of {all} between 0 and 1, such as {value} of {name}",
        all=len(case.sample.targets),
        value=number(float(case.sample.targets[places[0]])),
        name=case.sample.classes[places[0]],
    )
    return Words(
        places,
        say("soft targets under {losses}", losses=names),
        say_count(
            len(loose),
            "{soft}; {losses} is made for 0 and 1.",
            "{soft}; {losses} are made for 0 and 1.",
            soft=soft,
            losses=names,
        ),
        say(
            "It is computed by a formula that goes beyond its definition; its optimum is not at these "
            "targets."
        ),
    )


# Refused


def _refusing(block: Block) -> list[tuple[Trait, Mask]]:
    """Losses with the rows that they have no value for; of improper and of soft targets others speak."""
    found = []
    for place, trait in enumerate(block.traits):
        if trait is None or trait.pairs or not (trait.loss.strict or trait.loss.needs):
            continue
        refused = block.finite & block.proper & np.isnan(block.values[place])
        found.append((trait, refused & block.hard if trait.loss.labels.is_binary else refused))
    return found


def _refused(block: Block) -> Mask:
    found = block.nowhere
    for _, mask in _refusing(block):
        found = found | mask
    return found


def _say_refused(case: Case) -> Words:
    sample = case.sample
    said: dict[str, list[Trait]] = {}
    for trait, mask in _refusing(case.block):
        sentence = trait.loss.refuses(sample.targets, sample.classes, **trait.settings) if mask[0] else None
        if sentence is not None:
            said.setdefault(sentence, []).append(trait)
    names = [title for refusing in said.values() for title in titles(refusing)]
    return Words(
        case.where(sample.targets > 0.0),
        say("no value under {losses}", losses=listed(names)),
        joined(*(_refusal(titles(refusing), sentence) for sentence, refusing in said.items())),
        say_count(
            len(names),
            "{losses} has no value here; code that does not look computes a number that means nothing.",
            "{losses} have no value here; code that does not look computes a number that means nothing.",
            losses=listed(names),
        ),
    )


def _refusal(names: list[str], sentence: str) -> str:
    """Continue the names with what their cards say."""
    verb, _, rest = sentence.partition(" ")
    verb = verb if len(names) == 1 else verb.removesuffix("s")
    said = f"{verb} {rest}".strip().replace(say("; they "), say("; the targets "))
    return say("{losses} {expects}.", losses=listed(names), expects=said)


# Targets that should sum to 1


def _single(block: Block, empty: bool) -> list[Trait]:
    """Losses that compute what they are not meant for, those of two outputs among them.

    Of losses that learn nothing from a sample without labels another rule speaks.
    """
    there = (trait for trait in block.traits if trait is not None)
    loose = (trait for trait in there if trait.is_single and not trait.loss.strict)
    return [trait for trait in loose if not (empty and trait.silent_without)]


def _not_one(block: Block) -> Mask:
    if not _single(block, empty=False):
        return block.nowhere
    found = block.proper & (np.abs(block.total - 1.0) > SUM_TOLERANCE)
    return found if _single(block, empty=True) else found & (block.total > 0.0)


def _say_not_one(case: Case) -> Words:
    total = float(case.block.total[0])
    single = titles(_single(case.block, empty=total == 0.0))
    return Words(
        case.where(case.sample.targets > 0.0),
        say("targets sum to {total}", total=number(total)),
        say_count(
            len(single),
            "The targets sum to {total}; {losses} is meant for targets that sum to 1.",
            "The targets sum to {total}; {losses} are meant for targets that sum to 1.",
            total=number(total),
            losses=listed(single),
        ),
        say(
            "torch computes it without an error; TensorFlow documents that its gradient is then incorrect. "
            "The optimum shares one probability among the labels, so that no threshold tells them from the "
            "others."
        ),
        edits.retarget(say("Divide targets by their sum"), case.sample.index, lambda t: t / t.sum())
        if total
        else None,
    )


CHECKS: Final = (
    Check(
        Rule(
            id="soft-under-hard",
            severity=Severity.ERROR,
            title="Soft targets under a hard loss",
            why="Common code of hard ZLPR gives loss 0 and gradient 0 on soft targets: nothing is learnt.",
            advice="Use the soft loss, which is the same on 0 and 1.",
            lesson="soft-labels-hard-zlpr",
            scope="sample",
        ),
        _soft_under_hard,
        _say_soft_under_hard,
    ),
    Check(
        Rule(
            id="refused",
            severity=Severity.ERROR,
            title="Targets that a loss refuses",
            why="The loss is not defined for them; common code gives some number all the same.",
            advice="Use a loss of such targets, or mend the targets.",
            lesson="targets-outside",
            scope="sample",
        ),
        _refused,
        _say_refused,
    ),
    Check(
        Rule(
            id="not-one",
            severity=Severity.WARNING,
            title="Targets that do not sum to 1",
            why="Softmax shares one probability: several labels compete for it and none can be sure.",
            advice="Use a loss of several labels, or divide the targets by their sum.",
            lesson="multi-hot-cross-entropy",
            scope="sample",
        ),
        _not_one,
        _say_not_one,
    ),
    Check(
        Rule(
            id="soft-extension",
            severity=Severity.NOTE,
            title="Soft targets under a loss of 0 and 1",
            why="Focal loss and its relatives are defined for 0 and 1; for soft targets their optimum lies "
            "elsewhere.",
            advice="Read its logits as an order, not as probabilities, or use BCE or soft ZLPR.",
            lesson="soft-labels",
            scope="sample",
        ),
        _soft_extension,
        _say_soft_extension,
    ),
)
