"""The doctor: what is wrong with logits, targets and losses, before it costs a week.

A new rule is one `Check` in the module of its theme, with its words and its test study.
"""

from explorer.analysis.doctor.counting import (
    counts,
    explained_by,
    rows_of,
    severities,
    summary,
    table_findings,
)
from explorer.analysis.doctor.examining import examine, words_of
from explorer.analysis.doctor.registry import RULES
from explorer.analysis.doctor.rules import Finding, Fix, Rule, Severity

__all__ = [
    "RULES",
    "Finding",
    "Fix",
    "Rule",
    "Severity",
    "counts",
    "examine",
    "explained_by",
    "rows_of",
    "severities",
    "summary",
    "table_findings",
    "words_of",
]
