"""A whole table in which 0 and 1 are exchanged, or the logits have the wrong sign: said once, not by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.decisions import labelled
from explorer.analysis.doctor import edits
from explorer.analysis.doctor.checks import Words
from explorer.analysis.doctor.rules import Rule, Severity
from explorer.analysis.doctor.words import joined
from explorer.wording import say

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.analysis.doctor.losses import Trait
    from explorer.study.table import Table

    Numbers = NDArray[np.float64]

ENOUGH_ROWS: Final = 20
ENOUGH_NUMBERS: Final = 100  # so many logits are not correlated with their targets by chance
CORRELATED: Final = -0.4  # of logits with targets, within each class: a start by chance is near 0
MOST_NUMBERS: Final = 200_000  # logits that are read again
PIECES: Final = 16  # of a larger table, from its start to its end
LARGE: Final = 30.0  # one logit far out decides nothing

RULE: Final = Rule(
    id="labels-inverted",
    severity=Severity.WARNING,
    title="Labels of the whole table likely flipped",
    why="Training on exchanged labels teaches the opposite, and every measure of the model is upside down.",
    advice="Look at whether the file writes 1 for a class that is there, and at the sign of the logits; take "
    "1 − targets, or −logits, whichever is wrong.",
    lesson="pairwise-threshold",
    scope="table",
)
EXPLAINED: Final = ("flipped", "mislabelled", "saturated", "nothing-right")  # rules that say it of one sample


def words(table: Table, losses: tuple[Trait, ...], turned: int) -> Words | None:
    """Say that 0 and 1 are exchanged; `turned`: how many samples have labels below their mean logit."""
    rows = len(table)
    if rows < ENOUGH_ROWS or 2 * turned <= rows or not any(trait.by_sign for trait in losses):
        return None
    logits, targets = _read(table)
    if logits.size < ENOUGH_NUMBERS or not _correlation(logits, targets) <= CORRELATED:
        return None
    before, after = _f1(logits, targets), _f1(logits, 1.0 - targets)
    if after <= before:
        return None
    fix = None
    if rows <= edits.MOST_ROWS:
        label = say("Exchange 0 and 1 in all {rows} samples", rows=f"{rows:,}")
        fix = edits.retarget_all(label, rows, _exchanged)
    meaning = say(
        "With 0 and 1 exchanged F1 at s > 0 rises from {before} to {after} on average: the labels "
        "are exchanged, or the logits have the wrong sign.",
        before=f"{before:.2f}",
        after=f"{after:.2f}",
    )
    if fix is None:
        meaning = joined(meaning, say("The table is too large for one edit: mend the file."))
    return Words(
        (),
        say("0 and 1 exchanged"),
        say(
            "In {turned} of {rows} samples the logits of labelled classes lie below the mean logit.",
            turned=f"{turned:,}",
            rows=f"{rows:,}",
        ),
        meaning,
        fix,
    )


def _exchanged(targets: Numbers) -> Numbers:
    """Turn targets that can be turned; others are left to their own findings."""
    return 1.0 - targets if ((targets >= 0.0) & (targets <= 1.0)).all() else targets


def _read(table: Table) -> tuple[Numbers, Numbers]:
    """Return logits and targets of the samples, or of some all over a large table, that hold numbers."""
    rows, most = len(table), max(MOST_NUMBERS // table.class_count, PIECES)
    if rows <= most:
        logits, targets = table.block(0, rows)
    else:
        size = most // PIECES
        starts = np.linspace(0, rows - size, PIECES).astype(int).tolist()
        pieces = [table.block(start, start + size) for start in starts]
        logits, targets = (np.concatenate(part) for part in zip(*pieces, strict=True))
    whole = np.isfinite(logits).all(axis=-1) & ((targets >= 0.0) & (targets <= 1.0)).all(axis=-1)
    return logits[whole], targets[whole]


def _correlation(logits: Numbers, targets: Numbers) -> float:
    """Correlation after the mean of each class was taken off: frequent classes may have any logits."""
    bounded = np.clip(logits, -LARGE, LARGE)
    one, other = (numbers - numbers.mean(axis=0) for numbers in (bounded, targets))
    size = float(np.sqrt((one**2).sum() * (other**2).sum()))
    return float((one * other).sum()) / size if size else 0.0


def _f1(logits: Numbers, targets: Numbers) -> float:
    """Mean over samples of F1 of the classes with s > 0."""
    predicted, truth = logits > 0.0, labelled(targets)
    counted = predicted.sum(axis=-1) + truth.sum(axis=-1)
    both = (predicted & truth).sum(axis=-1)
    return float(np.where(counted == 0, 1.0, 2.0 * both / np.maximum(counted, 1)).mean())
