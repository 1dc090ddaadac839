"""Where a convex function of a few logits is least: damped Newton steps with the slopes' own slopes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.analysis.keeping import Content, frozen
from explorer.losses import LOSSES

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from explorer.study.study import Setting

    Numbers = NDArray[np.float64]

STEPS: Final = 200
TINY: Final = 1e-13  # sum of |gradient| at which the lowest point is found
MOST: Final = 60  # classes: the slopes' slopes are a square of them
APART: Final = 1e-6  # for a difference of gradients
FARTHEST: Final = 25.0  # a logit beyond has gone to infinity
ROUNDS, POINTS = 6, 33  # of the search for a scale
LEAST_STEP: Final = 2.0**-40


def lowest_point(
    value: Callable[[Numbers], float], gradient: Callable[[Numbers], Numbers], start: Numbers
) -> Numbers | None:
    """Return where a convex function is least, by Newton from a start; None where it falls for ever.

    Of several lowest points, as of a function of differences alone, the one nearest to the start.
    """
    at, now = start, value(start)
    for _ in range(STEPS):
        slopes = gradient(at)
        if not np.isfinite(slopes).all():
            return None
        if np.abs(slopes).sum() < TINY:
            return at
        step = -np.linalg.lstsq(_curvature(gradient, at), slopes, rcond=1e-9)[0]
        share = 1.0
        while share > LEAST_STEP and not value(at + share * step) <= now:
            share /= 2.0
        if share <= LEAST_STEP:
            return at  # no lower number there is
        at = at + share * step
        if np.abs(at).max() > FARTHEST:
            return None
        now = value(at)
    return at


def _curvature(gradient: Callable[[Numbers], Numbers], at: Numbers) -> Numbers:
    rows = [gradient(at + APART * row) - gradient(at - APART * row) for row in np.eye(len(at))]
    square = np.array(rows) / (2.0 * APART)
    return np.asarray((square + square.T) / 2.0, dtype=np.float64)


def best_logits(key: str, targets: Numbers, settings: tuple[tuple[str, Setting], ...]) -> Numbers | None:
    """Return the logits at which a loss is lowest for these targets; None without any, or for too many."""
    return _best_logits(key, Content.of(targets), settings) if len(targets) <= MOST else None


@lru_cache(maxsize=64)
def _best_logits(key: str, targets: Content, settings: tuple[tuple[str, Setting], ...]) -> Numbers | None:
    loss, wanted, given = LOSSES[key], targets.array, _keywords(settings)
    if loss.refuses(wanted, **given) is not None:
        return None
    found = lowest_point(
        lambda logits: float(loss.value(logits, wanted, **given)),
        lambda logits: np.asarray(loss.gradient(logits, wanted, **given), dtype=np.float64),
        np.zeros(len(wanted)),
    )
    return None if found is None else frozen(found)


def _keywords(settings: tuple[tuple[str, Setting], ...]) -> dict[str, Any]:
    return dict(settings)


def best_scale(values: Callable[[Numbers], Numbers], low: float = 1e-3, high: float = 1e3) -> float:
    """Return the number from low to high at which a function with one lowest point is least; NaN at an end.

    The function takes many numbers at once, and each round looks closer where the last was least.
    """
    left, right = float(np.log(low)), float(np.log(high))
    for _ in range(ROUNDS):
        points = np.linspace(left, right, POINTS)
        place = int(np.argmin(values(np.exp(points))))
        left, right = float(points[max(place - 1, 0)]), float(points[min(place + 1, POINTS - 1)])
    found = float(np.exp((left + right) / 2.0))
    return found if low * 1.01 < found < high / 1.01 else float("nan")
