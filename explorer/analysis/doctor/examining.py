"""One sample put into words: live, for the sample that is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from explorer.analysis.doctor.block import Block
from explorer.analysis.doctor.checks import Case
from explorer.analysis.doctor.losses import judged, traits
from explorer.analysis.doctor.registry import STUDY_CHECKS, holding
from explorer.analysis.doctor.tables import table_finding
from explorer.analysis.evaluation import evaluate
from explorer.wording import cached

if TYPE_CHECKING:
    from explorer.analysis.doctor.checks import Check
    from explorer.analysis.doctor.rules import Finding
    from explorer.study.study import ShownLoss, Study
    from explorer.study.table import Sample

KEPT = 512  # samples, for a list that is scrolled


def examine(study: Study, sample: Sample) -> tuple[Finding, ...]:
    """Return what there is to say of one sample and of the study, worst first.

    The same tuple as long as the sample and the losses that are on stay as they are.
    """
    return _examined(sample, tuple(shown for shown in study.shown if shown.on))


def words_of(study: Study, row: int) -> str:
    """Return a few words about the worst finding of a row, "" where there is none."""
    own = [found for found in examine(study, study.table.sample(row)) if found.sample is not None]
    return own[0].short if own else ""


@cached(maxsize=KEPT)
def _examined(sample: Sample, shown: tuple[ShownLoss, ...]) -> tuple[Finding, ...]:
    case = Case(sample, block_of(sample, shown))
    with np.errstate(all="ignore"):
        found = [finding(check, case) for check, _ in holding(case.block)]
    found += study_findings(shown, len(sample.logits))
    return tuple(sorted(found, key=lambda one: -one.severity.rank))


@cached(maxsize=64)
def study_findings(shown: tuple[ShownLoss, ...], classes: int) -> tuple[Finding, ...]:
    """Return what there is to say of losses and the number of classes, worst first."""
    losses = judged(traits(shown, classes))
    said = ((check.rule, check.words(losses, classes)) for check in STUDY_CHECKS)
    return tuple(table_finding(rule, None, words) for rule, words in said if words is not None)


def block_of(sample: Sample, shown: tuple[ShownLoss, ...]) -> Block:
    """Return the block of one row, with what the losses say about it."""
    found = [evaluate(sample, one) for one in shown]
    gradients = np.array([one.gradient for one in found]).reshape(len(shown), len(sample.logits))
    return Block(
        sample.logits[None],
        sample.targets[None],
        traits(shown, len(sample.logits)),
        np.array([[one.value] for one in found]).reshape(-1, 1),
        np.sqrt(np.einsum("...n,...n->...", gradients, gradients))[:, None],
        np.array([[one.f1] for one in found]).reshape(-1, 1),
    )


def finding(check: Check, case: Case) -> Finding:
    """Put a rule that holds for this sample into words."""
    return table_finding(check.rule, case.sample.index, check.words(case))
