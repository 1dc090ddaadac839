"""Thresholds: what every rule that turns logits into labels decides on one sample, and its F1."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.decisions import f1, labelled
from explorer.analysis.keeping import Same, frozen, unanswered
from explorer.wording import cached, say

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from explorer.study.table import Sample, Table

    Numbers = NDArray[np.float64]

CHANCE: Final = 0.3  # of the rules that ask for a probability other than 1/2
MOST_NUMBERS: Final = 50_000  # of a table whose F1 over thresholds is computed at once
BEYOND: Final = 1.0  # how far outside of all logits a threshold is that takes all classes, or none


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One way to decide. threshold: labels are the logits above it, NaN where no logit can be compared.

    decision: the predicted labels, shape (n,). f1: 0 to 1; NaN where a logit is. note: what it comes to.
    """

    name: str
    threshold: float
    decision: NDArray[np.bool_]
    f1: float
    note: str = ""


def f1_at(sample: Sample, threshold: float) -> float:
    """Return F1 of the classes whose logit is above a threshold; NaN where a logit is."""
    return float(f1_over(sample.logits, sample.targets, [threshold])[0])


def f1_over(logits: Numbers, targets: Numbers, thresholds: ArrayLike) -> Numbers:
    """Return F1 of the logits above each threshold, over all numbers together, shape (thresholds,).

    logits, targets: any one shape; of a table that is micro-F1. Nothing labelled and nothing predicted is 1.
    """
    at = np.asarray(thresholds, dtype=np.float64)
    if np.isnan(logits).any():
        return unanswered(len(at))
    every, true = np.sort(logits, axis=None), np.sort(logits[labelled(targets)], axis=None)
    predicted = len(every) - np.searchsorted(every, at, side="right")
    right = len(true) - np.searchsorted(true, at, side="right")
    total = predicted + len(true)
    found: Numbers = np.where(total == 0, 1.0, 2.0 * right / np.maximum(total, 1))
    return found


def best(sample: Sample) -> tuple[float, float]:
    """Return the threshold with the largest F1 on this sample, and that F1; of equally good ones nearest 0.

    Between two logits it is their middle. (NaN, NaN) where a logit is NaN.
    """
    return _best(Same(sample.logits), Same(sample.targets))


def rules(sample: Sample) -> tuple[Rule, ...]:
    """Return what every rule decides; those of the losses are in their evaluations."""
    return _rules(Same(sample.logits), Same(sample.targets))


def table_curve(table: Table, thresholds: Numbers) -> Numbers | None:
    """Return micro-F1 of a whole table at each threshold; None for a table too large to be read at once."""
    if len(table) * table.class_count > MOST_NUMBERS:
        return None
    return f1_over(*_arrays(Same(table)), thresholds)


@lru_cache(maxsize=2)
def _arrays(table: Same[Table]) -> tuple[Numbers, Numbers]:
    return table.it.arrays()


@lru_cache(maxsize=8)
def _best(logits: Same[Numbers], targets: Same[Numbers]) -> tuple[float, float]:
    if np.isnan(logits.it).any():
        return float("nan"), float("nan")
    steps = np.unique(logits.it)
    with np.errstate(all="ignore"):
        between = steps[:-1] / 2 + steps[1:] / 2
        at = np.concatenate((steps[:1] - BEYOND, between, steps[-1:] + BEYOND))
    at = at[np.isfinite(at)] if np.isfinite(at).any() else np.zeros(1)
    found = f1_over(logits.it, targets.it, at)
    good = at[found == found.max()]
    return float(good[np.argmin(np.abs(good))]), float(found.max())


@cached(maxsize=8)
def _rules(logits: Same[Numbers], targets: Same[Numbers]) -> tuple[Rule, ...]:
    s, t = logits.it, targets.it
    odds = float(np.log(CHANCE / (1.0 - CHANCE)))
    with np.errstate(all="ignore"):
        largest = np.max(s)
        even = float(largest + np.log(np.mean(np.exp(s - largest))))
    count = int(np.count_nonzero(labelled(t)))
    tuned = _best(logits, targets)[0]
    return (
        _above("s > 0", s, t, 0.0, say("the same set as σ(s) > ½ and σ(2s) > ½")),
        _above(f"σ(s) > {CHANCE:g}", s, t, odds, say("a lower bar for what is rare")),
        _above(f"σ(2s) > {CHANCE:g}", s, t, odds / 2.0, say("the same of the reading of soft ZLPR")),
        _above("softmax > 1/n", s, t, even, say("more likely than if all were alike")),
        _top(s, t, count),
        _above(say("best here"), s, t, tuned, say("the threshold with the largest F1 on this sample")),
    )


def _above(name: str, logits: Numbers, targets: Numbers, threshold: float, note: str) -> Rule:
    decision = logits > threshold
    return Rule(name, threshold, frozen_set(decision), _f1(decision, logits, targets), note)


def _top(logits: Numbers, targets: Numbers, count: int) -> Rule:
    """Predict as many classes as are labelled, the largest logits; of equal ones the first."""
    order = np.argsort(-logits, kind="stable")
    decision = np.zeros(len(logits), dtype=np.bool_)
    decision[order[:count]] = True
    edges = logits[order[max(count - 1, 0) : count + 1]]
    # each halved first: the sum of two of the largest numbers is none
    threshold = float((edges / len(edges)).sum()) if 0 < count < len(logits) else float("nan")
    found, note = _f1(decision, logits, targets), say("as many as are labelled")
    return Rule(say("top {count}", count=count), threshold, frozen_set(decision), found, note)


def _f1(decision: NDArray[np.bool_], logits: Numbers, targets: Numbers) -> float:
    return float("nan") if np.isnan(logits).any() else f1(decision, targets)


def frozen_set(decision: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Make a set of classes read-only."""
    decision.flags.writeable = False
    return decision


def step_curve(sample: Sample, low: float, high: float) -> tuple[Numbers, Numbers]:
    """Return F1 over thresholds from low to high as corners of its steps, x and y."""
    steps = np.unique(sample.logits[(sample.logits > low) & (sample.logits < high)])
    at = np.concatenate(([low], steps))
    height = f1_over(sample.logits, sample.targets, at)
    x = np.concatenate((np.repeat(at, 2)[1:], [high]))
    return frozen(x), frozen(np.repeat(height, 2))
