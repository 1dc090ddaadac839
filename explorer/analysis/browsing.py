"""Browsing many samples: columns to sort by, conditions to filter by, pure and over whole arrays."""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal

import numpy as np

from explorer.analysis import doctor
from explorer.analysis.keeping import Same
from explorer.losses import LOSSES
from explorer.study.study import GROUPS
from explorer.wording import LANGUAGES, cached, say, speaking

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from explorer.analysis.survey import Survey
    from explorer.study.study import Browse
    from explorer.study.table import Table

    Rows = NDArray[np.intp]
    Mask = NDArray[np.bool_]

Kind = Literal["count", "value", "norm", "margin", "share"]

COMPARISONS: Final[Mapping[str, Callable[[np.ndarray, float], np.ndarray]]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "!=": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
}
NUMBER: Final = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[+-]?inf|nan"
TERM: Final = re.compile(
    rf"(?P<name>[^\s<>=!]+)\s*(?P<sign><=|>=|!=|==|<|>|=)\s*(?P<number>{NUMBER})(?=\s|$)", re.IGNORECASE
)
STRAY: Final = re.compile(r"(?:[^\s<>=!]+\s*)?[<>=!]*[<>=]\s*\S*")
NO_TITLES: Final[Mapping[str, str]] = MappingProxyType({})
OF_RULE: Final = "rule:"  # before a rule's id: the group of the samples that it is about
SEVERITY: Final = "severity"  # sorts by it, then by the value of the first loss
MOST_NAMED: Final = 200_000  # rows whose names are searched; more would stop the window


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One column: its name in queries, its title, what it counts, one float a sample (NaN: undefined)."""

    name: str
    title: str
    kind: Kind
    values: NDArray[np.float64] | NDArray[np.int32]
    tip: str = ""


class QueryFailure(ValueError):  # noqa: N818 - what a person typed is no error of the program
    """A query that cannot be read; the message says what and what is allowed, in one line."""


@cached(maxsize=4)
def _columns(survey: Same[Survey]) -> tuple[Column, ...]:
    found = survey.it
    columns = [
        Column(
            "labels", say("labels", "column"), "count", found.labels, say("classes with a target above 1/2")
        )
    ]
    titles = [say(LOSSES[shown.key].title) for shown in found.shown]
    keys = [shown.key for shown in found.shown]
    for place, (shown, title) in enumerate(zip(found.shown, titles, strict=True)):
        again = keys[:place].count(shown.key)
        name = shown.key + (f"_{again + 1}" if again else "")
        settings = (f"{key} {value}" for key, value in shown.settings)
        tip = say(", ", "between clauses").join([say("nat, sum over classes"), *settings])
        columns.append(Column(name, title, "value", found.values[place], tip))
    if found.shown:
        tip = say("length of the gradient of {loss}", loss=titles[0])
        columns.append(Column("norm", f"‖∇{titles[0]}‖", "norm", found.norms[0], tip))
    tip = say("smallest logit of a labelled class minus largest of an unlabelled one")
    columns.append(Column("margin", say("margin", "column"), "margin", found.margin, tip))
    if found.shown:
        tip = say("of the decision of {loss}", loss=titles[0])
        columns.append(Column("f1", "F1", "share", found.f1[0], tip))
    return tuple(columns)


def columns_of(survey: Survey) -> tuple[Column, ...]:
    """Return the columns of a survey: labels, a value for each loss, then norm, margin and F1.

    Norm and F1 are those of the first loss.
    """
    return _columns(Same(survey))


def column(survey: Survey, name: str) -> Column | None:
    """Return the column of this name, None where there is none (it may be of a loss taken out since)."""
    return next((found for found in columns_of(survey) if found.name == name), None)


# Groups


def group(survey: Survey, table: Table, name: str) -> Mask:
    """Return which samples belong to one of GROUPS, or to the group of a rule.

    findings: the doctor has something to say; missed: nothing predicted right by the first loss (F1 is 0);
    unlabelled: no class is labelled; undefined: some loss has no value.
    """
    if name == "findings":
        return doctor.severities(survey) > 0
    if name.startswith(OF_RULE):
        return _of_rule(survey, name.removeprefix(OF_RULE))
    if name == "edited":
        mask = np.zeros(survey.rows, dtype=np.bool_)
        mask[list(table.edits)] = True
        return mask
    if name == "missed":
        return np.equal(survey.f1[0], 0.0) if survey.shown else np.zeros(survey.rows, dtype=np.bool_)
    if name == "unlabelled":
        return np.equal(survey.labels, 0)
    if name == "undefined":
        mask = np.logical_or.reduce(np.isnan(survey.values), axis=0)
        return mask if survey.shown else np.zeros(survey.rows, dtype=np.bool_)
    return np.ones(survey.rows, dtype=np.bool_)


def _of_rule(survey: Survey, rule: str) -> Mask:
    """Return which samples a rule is about; none for a rule that there is no longer."""
    mask = np.zeros(survey.rows, dtype=np.bool_)
    if rule in doctor.RULES:
        mask[doctor.rows_of(survey, rule)] = True
    return mask


def group_counts(survey: Survey, table: Table) -> dict[str, int]:
    """Count the samples of every group."""
    return {name: int(np.count_nonzero(group(survey, table, name))) for name in GROUPS}


# Queries


@dataclass(frozen=True, slots=True)
class Condition:
    """A column compared with a number."""

    name: str
    sign: str
    number: float

    def holds(self, values: NDArray[Any]) -> Mask:
        """Say for every value whether the condition holds; NaN is equal to nan alone."""
        undefined: Mask = np.isnan(np.asarray(values, dtype=np.float64))
        if np.isnan(self.number):
            return undefined if self.sign == "=" else np.logical_not(undefined)
        with np.errstate(invalid="ignore"):
            answer: Mask = COMPARISONS[self.sign](values, self.number)
        return np.logical_and(answer, np.logical_not(undefined))


@dataclass(frozen=True, slots=True)
class Query:
    """All conditions must hold, and the sample's name must contain every word."""

    conditions: tuple[Condition, ...]
    words: tuple[str, ...]


def parse(text: str, names: tuple[str, ...], titles: Mapping[str, str] = NO_TITLES) -> Query:
    """Read a query such as "zlpr > 5 labels = 0 owl".

    names: the columns there are; an unambiguous beginning of a name will do. titles: what else columns are
    called, title -> name. Raises QueryFailure.
    """
    for title in sorted(titles, key=len, reverse=True):
        called = re.compile(rf"(?<!\S){re.escape(title)}(?=\s*[<>=!])", re.IGNORECASE)
        text = called.sub(titles[title], text)
    conditions, rest, start = [], [], 0
    for found in TERM.finditer(text):
        rest.append(text[start : found.start()])
        start = found.end()
        sign = found["sign"].replace("==", "=")
        number = float(found["number"])
        if np.isnan(number) and sign not in ("=", "!="):
            message = say("'{given}': nan has no order; allowed are = nan and != nan", given=found[0].strip())
            raise QueryFailure(message)
        conditions.append(Condition(_name(found["name"], names), sign, number))
    rest.append(text[start:])
    left = " ".join(rest)
    stray = STRAY.search(left)
    if stray is not None:
        message = say(
            "'{given}' is no condition; allowed is NAME SIGN NUMBER, such as {name} > 2",
            given=stray[0].strip(),
            name=names[-1],
        )
        raise QueryFailure(message)
    words = tuple(word for word in left.lower().split() if word != "and")
    return Query(tuple(conditions), words)


def _name(given: str, names: tuple[str, ...]) -> str:
    wanted = given.lower()
    if wanted in names:
        return wanted
    fitting = [name for name in names if name.startswith(wanted)]
    if len(fitting) == 1:
        return fitting[0]
    message = say(
        "'{given}' is more than one column; allowed: {names}"
        if fitting
        else "'{given}' is no column; allowed: {names}",
        given=given,
        names=say(" or ", "between names").join(fitting) if fitting else ", ".join(names),
    )
    raise QueryFailure(message)


def with_range(text: str, name: str, low: float | None, high: float | None, names: tuple[str, ...]) -> str:
    """Return the query with other bounds for one column: low <= value < high; None leaves a side open.

    What else the query says stays. names: as for `parse`.
    """

    def kept(found: re.Match[str]) -> str:
        try:
            return "" if _name(found["name"], names) == name else found[0]
        except QueryFailure:
            return found[0]

    bounds = [
        f"{name} >= {low:.9g}" if low is not None else "",
        f"{name} < {high:.9g}" if high is not None else "",
    ]
    return " ".join(" ".join([TERM.sub(kept, text), *bounds]).split())


def query_names(survey: Survey) -> tuple[str, ...]:
    """Return the names that a query can use.

    "sample" is the number of the sample, counted from 1; "severity" is 3 where the doctor found an error, 2 a
    warning, 1 a note, else 0.
    """
    return ("sample", SEVERITY, *(found.name for found in columns_of(survey)))


def query_titles(survey: Survey) -> dict[str, str]:
    """Return what the columns are called on screen, title -> name; two of one title have none.

    Those of every language: a study may have been kept in another one.
    """
    named: dict[str, set[str]] = {}
    for language in LANGUAGES:
        with speaking(language):
            called = [(say("sample"), "sample"), (say("severity"), SEVERITY)]
            called += [(found.title, found.name) for found in columns_of(survey)]
        for title, name in called:
            named.setdefault(title, set()).add(name)
    return {title: names.pop() for title, names in named.items() if len(names) == 1}


def matching(survey: Survey, table: Table, query: Query) -> Mask:
    """Return which samples a query means."""
    mask = np.ones(survey.rows, dtype=np.bool_)
    for condition in query.conditions:
        mask &= condition.holds(_queried(survey, condition.name))
    return mask & _named(table, query.words, mask) if query.words else mask


def _queried(survey: Survey, name: str) -> NDArray[Any]:
    """Return what a condition compares, one number a sample."""
    if name == SEVERITY:
        return doctor.severities(survey)
    found = column(survey, name)
    return np.arange(1.0, survey.rows + 1) if found is None else found.values


def _named(table: Table, words: tuple[str, ...], among: Mask) -> Mask:
    """Search names, of the samples that still matter only."""
    rows = np.flatnonzero(among)
    if len(rows) > MOST_NAMED:
        message = say(
            "names are searched among {most} samples; narrow {count} down first",
            most=f"{MOST_NAMED:,}",
            count=f"{len(rows):,}",
        )
        raise QueryFailure(message)
    mask = np.zeros(len(among), dtype=np.bool_)
    for row in rows.tolist():
        name = table.source.sample_name(row).lower()
        mask[row] = all(word in name for word in words)
    return mask


# The list


@lru_cache(maxsize=8)
def _listed(survey: Same[Survey], edits: Same[object], table: Same[Table], browse: Browse) -> Rows:
    found, shown = survey.it, table.it
    mask = group(found, shown, browse.group)
    if browse.query.strip():
        mask &= matching(found, shown, parse(browse.query, query_names(found), query_titles(found)))
    rows = np.flatnonzero(mask)
    key = column(found, browse.sort)
    if browse.sort == SEVERITY:
        rows = _by_severity(rows, found, browse.descending)
    elif key is not None:
        rows = _sorted(rows, key.values[rows], browse.descending)
    elif browse.sort == "sample" and browse.descending:
        rows = rows[::-1]
    rows.flags.writeable = False
    return rows


def listed(survey: Survey, table: Table, browse: Browse) -> Rows:
    """Return the rows that are listed, in order: equal ones as in the table, undefined ones last.

    Raises QueryFailure for a query that cannot be read.
    """
    return _listed(Same(survey), Same(table.edits), Same(table), browse)


def _sorted(rows: Rows, values: np.ndarray, descending: bool) -> Rows:
    keys = -values if descending else values  # NaN is sorted to the end either way
    return rows[np.argsort(keys, kind="stable")]


def _by_severity(rows: Rows, survey: Survey, descending: bool) -> Rows:
    """Sort by severity, the worst first where it descends; equal ones by the first loss from the largest."""
    if survey.shown:
        rows = _sorted(rows, survey.values[0][rows], descending=True)
    return _sorted(rows, doctor.severities(survey)[rows], descending)


def next_finding(survey: Survey, rows: Rows, sample: int, step: int) -> int | None:
    """Return the next of these rows with a finding, or the one before (step < 0), None where there is none.

    The list goes round: after the last comes the first. A sample that is not listed stands before the first.
    """
    places = np.flatnonzero(doctor.severities(survey)[rows] > 0)
    if not len(places):
        return None
    here = np.flatnonzero(rows == sample)
    start = int(here[0]) if len(here) else -1
    beyond = places[places > start] if step > 0 else places[places < start][::-1]
    place = beyond[0] if len(beyond) else places[0 if step > 0 else -1]
    return int(rows[place])
