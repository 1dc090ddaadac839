"""Synthetic data with several labels a row: a teacher, drawn anew for each seed, scores every class.

The k classes of a row with the largest scores are labelled, k drawn evenly from a range. Features and the
teacher's weights are rounded to parts of 1/1024: their products then sum without any rounding, so that scores
and labels are the same bit for bit on every machine, and features are exact in float32.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.training import draws

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from explorer.training.tasks.task import Settings

    Numbers = NDArray[np.float64]
    Seeds = NDArray[np.int64]

PARTS: Final = 1_024.0
AT_ONCE: Final = 1 << 18  # numbers of one pass: what is needed in between stays small, and pauses come soon
# A rectified unit of a normal input has mean 1 / sqrt(2 pi) and variance 1/2 - 1 / (2 pi).
UNIT_MEAN: Final = round(PARTS / math.sqrt(2.0 * math.pi)) / PARTS
UNIT_DEVIATION: Final = math.sqrt(0.5 - 0.5 / math.pi)


@dataclass(frozen=True, eq=False)
class Rows:
    """Features (runs, rows, d + 1), the last of them 1; targets and the teacher's scores (runs, rows, n)."""

    features: Numbers
    targets: Numbers
    scores: Numbers | None


def synthetic(
    seeds: Seeds, settings: Settings, purpose: str, *, scores: bool, pause: Callable[[], None]
) -> Rows:
    """Return the rows of each run that are for "training", or those "held out", of the same teacher.

    settings: those of the task `linear`, and teacher_units where the teacher has a hidden layer. Only labels
    of the rows for training are flipped. scores: whether the teacher's scores are wanted too. pause: called
    between pieces, of some runs or of some rows of one.
    """
    features, classes = settings["features"], settings["classes"]
    rows = settings["rows"] if purpose == "training" else settings["held_rows"]
    found = Rows(
        np.empty((len(seeds), rows, features + 1)),
        np.empty((len(seeds), rows, classes)),
        np.empty((len(seeds), rows, classes)) if scores else None,
    )
    for some in draws.pieces(len(seeds), rows * (features + classes), AT_ONCE):
        runs = slice(*some)
        teacher = _teacher(seeds[runs], settings, pause)
        for part in draws.pieces(rows, (some.last - some.first) * (features + classes), AT_ONCE):
            pause()
            own = runs, slice(*part)
            inputs = rounded(draws.normal(seeds[runs], f"features, {purpose}", rows, features, part=part))
            scored = _scores(teacher, settings, inputs)
            found.features[*own, :-1], found.features[*own, -1] = inputs, 1.0
            found.targets[own] = _labels(seeds[runs], settings, scored, purpose, part)
            if found.scores is not None:
                found.scores[own] = scored
    return found


def rounded(numbers: Numbers) -> Numbers:
    """Return the nearest parts of 1/1024."""
    return np.rint(numbers * PARTS) / PARTS


def _teacher(seeds: Seeds, settings: Settings, pause: Callable[[], None]) -> tuple[Numbers, ...]:
    """Return the teacher's matrix, or those into and out of its hidden layer, a first axis of runs each."""
    features, classes, units = settings["features"], settings["classes"], settings.get("teacher_units", 0)
    last = rounded(draws.normal(seeds, "teacher", units or features, classes, pause=pause))
    if not units:
        return (last,)
    return rounded(draws.normal(seeds, "teacher, hidden layer", features, units, pause=pause)), last


def _scores(teacher: tuple[Numbers, ...], settings: Settings, inputs: Numbers) -> Numbers:
    """Return the teacher's scores: mean 0 and standard deviation about 1, before the imbalance is added."""
    *first, last = teacher
    size = math.sqrt(settings["features"])
    if first:
        inner = rounded(np.maximum(inputs @ first[0], 0.0) / size)
        inputs, size = inner - UNIT_MEAN, UNIT_DEVIATION * math.sqrt(settings["teacher_units"])
    scores: Numbers = (inputs @ last) / size
    imbalance = settings["imbalance"]
    return scores + imbalance * _ramp(settings["classes"]) if imbalance else scores


def _ramp(classes: int) -> Numbers:
    """Return even steps from 1 for the first class to -1 for the last, 0 for one class."""
    places = np.arange(classes)
    return (classes - 1 - 2.0 * places) / max(1, classes - 1)


def _labels(seeds: Seeds, settings: Settings, scores: Numbers, purpose: str, part: draws.Part) -> Numbers:
    """Return the labels of a part of the rows from their scores, (runs, rows of the part, n)."""
    training, classes = purpose == "training", scores.shape[-1]
    rows, flipped = (settings["rows"], settings["flipped"]) if training else (settings["held_rows"], 0.0)
    noise = settings["label_noise"]
    if noise:
        scores = scores + noise * draws.normal(seeds, f"label noise, {purpose}", rows, classes, part=part)
    low, high = settings["labels"]
    labels = largest(scores, draws.between(seeds, f"how many labels, {purpose}", low, high, rows, part=part))
    if flipped:
        labels ^= draws.chosen(seeds, f"labels flipped, {purpose}", flipped, rows, classes, part=part)
    return labels.astype(np.float64)


def largest(scores: Numbers, counts: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return the `counts` largest scores of the last axis, (..., n) and (...) -> bool (..., n).

    Of equal ones the first.
    """
    classes = scores.shape[-1]
    place = np.minimum(classes - counts, classes - 1)[..., np.newaxis]
    least = np.take_along_axis(np.sort(scores, axis=-1), place, axis=-1)
    above, level = scores > least, scores == least
    left = (counts - np.count_nonzero(above, axis=-1))[..., np.newaxis]
    found: NDArray[np.bool_] = above | (level & (np.cumsum(level, axis=-1) <= left))
    return found
