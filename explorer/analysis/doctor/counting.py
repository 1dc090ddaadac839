"""What was found in a whole table: rows, counts and severities from the marks of a survey."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.doctor import inverted, tables
from explorer.analysis.doctor.examining import study_findings
from explorer.analysis.doctor.losses import judged, traits
from explorer.analysis.doctor.registry import BITS, RULES, TURNED, UNIT
from explorer.analysis.doctor.rules import Severity
from explorer.analysis.keeping import Same
from explorer.wording import cached, noted, say, say_count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from explorer.analysis.doctor.rules import Finding
    from explorer.analysis.passes import Answers
    from explorer.analysis.survey import Survey
    from explorer.study.study import Study
    from explorer.study.table import Table

    Marks = NDArray[np.uint64]
    Ranks = NDArray[np.int8]

MASKS = tuple(
    (rank, np.uint64(sum(int(bit) for rule, bit in BITS.items() if RULES[rule].severity.rank == rank)))
    for rank in (1, 2, 3)
)


TALLIED = {**BITS, "unit": UNIT, "turned": TURNED}


def rows_of(survey: Survey, rule: str) -> NDArray[np.intp]:
    """Return the rows for which a rule holds, ascending; none for a rule that is not about samples.

    Raises KeyError for a rule there is not.
    """
    if RULES[rule] is tables.CONTRADICTING:
        return np.unique(survey.twins)
    return np.flatnonzero(survey.marks & BITS[rule]) if rule in BITS else np.empty(0, dtype=np.intp)


def counts(survey: Survey, study: Study) -> dict[str, int]:
    """Count what was found by rule, in order of severity; rules that found nothing are left out.

    Samples for a rule about samples, 1 for one about the table or the losses.
    """
    found = _marked(survey)
    found |= dict.fromkeys((finding.rule for finding in table_findings(survey, study)), 1)
    if tables.CONTRADICTING.id in found:
        found[tables.CONTRADICTING.id] = len(np.unique(survey.twins))
    return {rule: found[rule] for rule in RULES if found.get(rule)}


def _marked(survey: Survey) -> dict[str, int]:
    """Count marks by rule, and the two of the table: those of the pass once, the few patched rows anew."""
    found = dict(_marked_by_pass(Same(survey.found)))
    if survey.patch is not None:
        before, now = _tally(survey.found.marks[survey.patch.rows]), _tally(survey.patch.answers.marks)
        found = {name: found[name] - before[name] + now[name] for name in found}
    return found


@lru_cache(maxsize=4)
def _marked_by_pass(found: Same[Answers]) -> Mapping[str, int]:
    return _tally(found.it.marks)


def _tally(marks: Marks) -> dict[str, int]:
    marked = marks[marks != 0]
    return {name: int(np.count_nonzero(marked & bit)) for name, bit in TALLIED.items()}


@lru_cache(maxsize=4)
def _severities(survey: Same[Survey]) -> Ranks:
    found, patch = survey.it.found, survey.it.patch
    ranks = _severities_of_pass(Same(found))
    if patch is not None:
        ranks = ranks.copy()
        ranks[patch.rows] = _ranks(patch.answers.marks)
        ranks.flags.writeable = False
    return ranks


@lru_cache(maxsize=4)
def _severities_of_pass(found: Same[Answers]) -> Ranks:
    return _ranks(found.it.marks)


def _ranks(marks: Marks) -> Ranks:
    ranks = np.zeros(len(marks), dtype=np.int8)
    for rank, mask in MASKS:
        ranks[(marks & mask) != 0] = rank
    ranks.flags.writeable = False
    return ranks


def severities(survey: Survey) -> Ranks:
    """Return 3 for a sample with an error, 2 for one with a warning, 1 for one with a note, else 0.

    Read-only. Contradicting samples are found together and do not count here.
    """
    return _severities(Same(survey))


# one and several; the second pair follows another count of samples
WITH: Final[Mapping[Severity, tuple[tuple[str, str], tuple[str, str]]]] = MappingProxyType(
    {
        Severity.ERROR: (
            (noted("{count} sample with an error"), noted("{count} samples with errors")),
            (noted("{count} with an error"), noted("{count} with errors")),
        ),
        Severity.WARNING: (
            (noted("{count} sample with a warning"), noted("{count} samples with warnings")),
            (noted("{count} with a warning"), noted("{count} with warnings")),
        ),
        Severity.NOTE: (
            (noted("{count} sample with a note"), noted("{count} samples with notes")),
            (noted("{count} with a note"), noted("{count} with notes")),
        ),
    }
)
ABOUT: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "table": (noted("{count} finding about the table"), noted("{count} findings about the table")),
        "study": (noted("{count} finding about the losses"), noted("{count} findings about the losses")),
    }
)


def summary(survey: Survey, study: Study) -> str:
    """Say how much was found, in a line: "2 samples with errors; 1 finding about the table".

    A sample counts once, under its worst finding.
    """
    ranks: list[int] = np.bincount(severities(survey), minlength=4).tolist()
    there = [each for each in Severity if ranks[each.rank]]
    said = [
        say_count(ranks[each.rank], *WITH[each][0 if place == 0 else 1]) for place, each in enumerate(there)
    ]
    rules = dict.fromkeys(each.rule for each in table_findings(survey, study))
    scopes = [str(RULES[rule].scope) for rule in rules]
    of_all = [say_count(scopes.count(scope), *words) for scope, words in ABOUT.items() if scope in scopes]
    if of_all and not said:
        said = [say("nothing in single samples")]
    parts = (say(", ", "between clauses").join(part) for part in (said, of_all) if part)
    return say("; ", "between clauses").join(parts) or say("nothing found")


def explained_by(finding: Finding) -> tuple[str, ...]:
    """Return the rules about samples that a finding of the table says better."""
    return inverted.EXPLAINED if finding.rule == inverted.RULE.id else ()


def table_findings(survey: Survey, study: Study) -> tuple[Finding, ...]:
    """Return what there is to say of the table and of the study, worst first.

    The same tuple as long as survey and table stay.
    """
    return _of_table(Same(survey), Same(study.table))


@cached(maxsize=4)
def _of_table(survey: Same[Survey], table: Same[Table]) -> tuple[Finding, ...]:
    found, shown = survey.it, survey.it.shown
    classes = table.it.class_count
    losses = judged(traits(shown, classes))
    marked = _marked(found)
    of_table = tables.findings(found, table.it, losses, marked["unit"], marked["turned"])
    said = [*of_table, *study_findings(shown, classes)]
    return tuple(sorted(said, key=lambda finding: -finding.severity.rank))
