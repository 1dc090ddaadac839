"""`check`: what the doctor finds in every sample and in the table; exit status 1 where there is an error."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from explorer.analysis import doctor
from explorer.analysis.doctor import RULES, Severity
from explorer.analysis.passes import evaluate_all
from explorer.analysis.survey import Survey
from explorer.cli import messages
from explorer.cli.choice import chosen, give_back_file
from explorer.cli.messages import one_line
from explorer.cli.progress import Progress
from explorer.cli.sources import opened
from explorer.cli.text import write_json
from explorer.wording import say, say_count

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator

    from explorer.analysis.doctor import Finding, Rule
    from explorer.study.study import Study

FAILED: Final = 1
MOST_IN_TEXT: Final = 10  # findings of a rule that are put into words
MOST_IN_JSON: Final = 100
FEW: Final = 3  # of a rule that a finding of the table explains


def run(arguments: Namespace) -> int:
    """Print what was found, by rule and worst first; 1 where any of it is an error.

    In another language than English ids and severities in JSON stay as they are.
    """
    give_back_file(arguments)
    most = arguments.most if arguments.most is not None else MOST_IN_JSON if arguments.json else MOST_IN_TEXT
    with Progress("reading") as progress:
        study = opened(arguments.file, arguments.targets).study
        shown = chosen(study.shown, arguments.losses, arguments.settings, study.table.class_count)
        study = replace(study, shown=shown)
        survey = _surveyed(study, progress)
        progress.now("putting findings into words")
        groups = tuple(_groups(study, survey, most, MOST_IN_JSON if arguments.json else FEW))
    trouble = study.table.trouble()
    if trouble is not None:
        messages.say(trouble)
    if arguments.json:
        write_json(_as_json(study, groups))
    else:
        sys.stdout.write(_as_text(study, groups, doctor.summary(survey, study)))
    return FAILED if any(group.rule.severity is Severity.ERROR for group in groups) else 0


@dataclass(frozen=True, slots=True)
class Group:
    """What one rule found: how often, and the first of it in words."""

    rule: Rule
    count: int
    findings: tuple[Finding, ...]


def _surveyed(study: Study, progress: Progress) -> Survey:
    """Judge every sample, on all cores."""

    def checked(done: int, total: int) -> None:
        progress.now(f"checked {done:,} of {total:,} samples")

    found = evaluate_all(study.table, study.table.class_count, study.shown, checked, threads=_cores())
    return Survey.of(study, found)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _groups(study: Study, survey: Survey, most: int, few: int) -> Iterator[Group]:
    """Yield what each rule found, at most so many of it in words, and few of what the table explains."""
    of_table = doctor.table_findings(survey, study)
    explained = {one for finding in of_table for one in doctor.explained_by(finding)}
    for rule, count in doctor.counts(survey, study).items():
        said = [finding for finding in of_table if finding.rule == rule]
        if RULES[rule].scope == "sample":
            said = list(_of_samples(study, survey, rule, min(most, few) if rule in explained else most))
        yield Group(RULES[rule], count, tuple(said[:most]))


def _of_samples(study: Study, survey: Survey, rule: str, most: int) -> Iterator[Finding]:
    for row in doctor.rows_of(survey, rule)[:most].tolist():
        sample = study.table.sample(row)
        yield from (finding for finding in doctor.examine(study, sample) if finding.rule == rule)


def _namer(study: Study) -> Callable[[Finding], str | None]:
    source = study.table.source
    return lambda finding: None if finding.sample is None else source.sample_name(finding.sample)


def _as_text(study: Study, groups: tuple[Group, ...], found: str) -> str:
    lines, name = [], _namer(study)
    for group in groups:
        rule = group.rule
        head = {"severity": rule.severity.said, "title": say(rule.title), "rule": rule.id}
        if _is_counted(group):
            line = say_count(
                group.count,
                "{severity}: {title}: {count} sample ({rule})",
                "{severity}: {title}: {count} samples ({rule})",
                **head,
            )
        else:
            line = say("{severity}: {title} ({rule})", **head)
        lines.append(line)
        for finding in group.findings:
            sample = name(finding)
            of = say("{what}: {fact}", what=sample, fact=finding.message) if sample else finding.message
            lines.append(f"  {of}")
        if _is_counted(group) and group.count > len(group.findings):
            lines.append("  " + say("and {count} more", count=f"{group.count - len(group.findings):,}"))
        lines += ["  " + say("What to do: {advice}", advice=say(rule.advice)), ""]
    lines.append(say("{what}: {fact}", what=_size(study), fact=found))
    return "".join(f"{one_line(line)}\n" for line in lines)


def _is_counted(group: Group) -> bool:
    """Whether the count is one of samples, not that of the table or of the losses."""
    return any(finding.sample is not None for finding in group.findings) or group.rule.scope == "sample"


def _size(study: Study) -> str:
    rows, classes = len(study.table), study.table.class_count
    samples = say_count(rows, "{count} sample", "{count} samples")
    return say_count(classes, "{samples} of {count} class", "{samples} of {count} classes", samples=samples)


def _as_json(study: Study, groups: tuple[Group, ...]) -> dict[str, object]:
    name, classes = _namer(study), study.table.classes
    return {
        "samples": len(study.table),
        "losses": [shown.key for shown in study.shown],
        "counts": {group.rule.id: group.count for group in groups},
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity.value,
                "sample": name(finding),
                "classes": [classes[place] for place in finding.classes],
                "message": finding.message,
            }
            for group in groups
            for finding in group.findings
        ],
    }
