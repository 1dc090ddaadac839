"""One fix for every sample that a rule is about. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from explorer.analysis import doctor
from explorer.analysis.browsing import OF_RULE
from explorer.analysis.doctor.edits import MOST_ROWS
from explorer.plots import numbers
from explorer.ui.panels.changes import Change
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.analysis.doctor import Fix
    from explorer.analysis.survey import Survey
    from explorer.study.study import Study

MOST: Final = MOST_ROWS  # samples that are mended in one step; each is examined first


def words(study: Study, survey: Survey, group: str) -> str:
    """Say what would be done to all samples of a rule's group, "" where that is no edit of each."""
    rows = _rows(survey, group)
    if not 1 < len(rows) <= MOST:
        return ""
    fix = _fix(study, rows[0], group)
    if fix is None or fix.change(study).shown != study.shown:
        return ""
    return _label(fix, len(rows))


def for_all(study: Study, survey: Survey, group: str) -> Change | None:
    """Make the fix of each sample of a rule's group; None where `words` says nothing."""
    if not words(study, survey, group):
        return None
    changed, rows, label = study, _rows(survey, group), ""
    for row in rows:
        fix = _fix(study, row, group)
        if fix is not None:
            changed, label = fix.change(changed), label or _label(fix, len(rows))
    return Change(label, changed)


def _rows(survey: Survey, group: str) -> list[int]:
    rule = group.removeprefix(OF_RULE)
    if rule == group or rule not in doctor.RULES:
        return []
    rows: list[int] = doctor.rows_of(survey, rule).tolist()
    return rows


def _fix(study: Study, row: int, group: str) -> Fix | None:
    rule = group.removeprefix(OF_RULE)
    found = doctor.examine(study, study.table.sample(row))
    return next((each.fix for each in found if each.rule == rule), None)


def _label(fix: Fix, count: int) -> str:
    return say("{way}, {count} samples", way=fix.label, count=numbers.count(count))
