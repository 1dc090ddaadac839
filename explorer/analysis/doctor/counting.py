"""What was found in a whole table: rows, counts and severities from the marks of a survey."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from explorer.analysis.doctor.registry import BITS, RULES
from explorer.analysis.keeping import Same

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.analysis.doctor.rules import Finding
    from explorer.analysis.survey import Survey
    from explorer.study.study import Study

    Marks = NDArray[np.uint64]


def rows_of(survey: Survey, rule: str) -> NDArray[np.intp]:
    """Return the rows for which a rule holds, ascending. Raises KeyError for a rule there is not."""
    if RULES[rule].scope != "sample":
        return np.empty(0, dtype=np.intp)
    return np.flatnonzero(survey.marks & BITS[rule])


def counts(survey: Survey, study: Study) -> dict[str, int]:
    """Count what was found by rule, in order of severity; rules that found nothing are left out."""
    found = dict(_marked(Same(survey)))
    for finding in table_findings(survey, study):
        found[finding.rule] = max(1, found.get(finding.rule, 0))
    return {rule: found[rule] for rule in RULES if found.get(rule)}


@lru_cache(maxsize=4)
def _marked(survey: Same[Survey]) -> dict[str, int]:
    marks = survey.it.marks
    marks = marks[marks != 0]
    return {rule: int(np.count_nonzero(marks & bit)) for rule, bit in BITS.items()}


@lru_cache(maxsize=4)
def _severities(survey: Same[Survey]) -> NDArray[np.int8]:
    marks = survey.it.marks
    ranks = np.zeros(len(marks), dtype=np.int8)
    for rank in (1, 2, 3):
        of_rank = [int(bit) for rule, bit in BITS.items() if RULES[rule].severity.rank == rank]
        ranks[(marks & np.uint64(sum(of_rank))) != 0] = rank
    ranks.flags.writeable = False
    return ranks


def severities(survey: Survey) -> NDArray[np.int8]:
    """Return 3 for a sample with an error, 2 for one with a warning, 1 for one with a note, else 0."""
    return _severities(Same(survey))


def table_findings(survey: Survey, study: Study) -> tuple[Finding, ...]:
    """Return what there is to say of the table and of the study, worst first."""
    return ()
