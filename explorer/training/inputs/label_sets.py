"""Sets of labels drawn from the chances of classes, independent or together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.training import draws

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

AT_ONCE: Final = 1 << 18  # numbers that are drawn between two pauses
MOST_CLASSES: Final = 12
"""Classes of which every set of labels is counted: 4,096 sets."""


def drawn_sets(
    seeds: NDArray[np.int64], chances: Numbers, rows: int, together: float, pause: Callable[[], None]
) -> Numbers:
    """Return labels drawn once, (runs, rows, n), from chances (runs or 1, 1 or rows, n).

    together: the share of rows in which one number decides all classes: a class is labelled where it lies
    below its chance. Each class then has the same chance as before, but labels come together.
    """
    classes = chances.shape[-1]
    found = np.empty((len(seeds), rows, classes))
    for part in draws.pieces(rows, len(seeds) * classes, AT_ONCE):
        pause()
        own = slice(*part)
        made = draws.uniform(seeds, "labels drawn", rows, classes, part=part)
        if together > 0.0:
            mixed = draws.uniform(seeds, "labels drawn together", rows, 2, part=part)
            made = np.where(mixed[..., :1] < together, mixed[..., 1:], made)
        found[:, own] = made < (chances if chances.shape[1] == 1 else chances[:, own])
    return found


def sets_in_proportion(chances: Numbers, rows: int, together: float = 0.0) -> Numbers:
    """Return labels (runs, rows, n) in which each of the 2^n sets comes as often as it is likely.

    chances: (runs, n), n up to `MOST_CLASSES`. A set comes `rows` times its likelihood, up to 1 more or less:
    the mean over rows is the expectation, without the chance of drawing. together: as in `drawn_sets`.
    """
    runs, classes = chances.shape
    sets = (np.arange(2**classes)[:, np.newaxis] >> np.arange(classes)) & 1
    likely = (1.0 - together) * _independent(chances, sets) + together * _nested(chances, sets)
    edges = np.floor(np.cumsum(likely, axis=-1) * rows + 0.5).astype(np.int64)
    edges[:, -1] = rows  # the sum of all, whatever rounding did to it
    counts = np.diff(np.minimum(edges, rows), axis=-1, prepend=0)
    which = np.repeat(np.tile(np.arange(len(sets)), runs), counts.reshape(-1))
    return sets.astype(np.float64)[which].reshape(runs, rows, classes)


def _independent(chances: Numbers, sets: NDArray[np.int64]) -> Numbers:
    """Return how likely each set is where labels are independent, (runs, sets)."""
    found = np.ones((len(chances), len(sets)))
    for place in range(chances.shape[1]):
        chance = chances[:, place : place + 1]
        found *= np.where(sets[:, place], chance, 1.0 - chance)
    return found


def _nested(chances: Numbers, sets: NDArray[np.int64]) -> Numbers:
    """Return how likely each set is where one even number u labels all classes with u below their chance."""
    inside = np.where(sets, chances[:, np.newaxis], 1.0).min(axis=-1)
    outside = np.where(sets, 0.0, chances[:, np.newaxis]).max(axis=-1)
    found: Numbers = np.maximum(inside - outside, 0.0)
    return found
