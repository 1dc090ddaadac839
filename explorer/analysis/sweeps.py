"""Sweeps: how a loss goes with its smoothing epsilon, and with the scale of all logits (1 / temperature)."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from math import inf, isnan, nan
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from explorer.analysis.evaluation import evaluate
from explorer.analysis.given import of
from explorer.analysis.keeping import Content, Same, frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import ArrayLike, NDArray

    from explorer.analysis.evaluation import LossEvaluation
    from explorer.catalogue import Loss
    from explorer.study.study import ShownLoss
    from explorer.study.table import Sample

    Numbers = NDArray[np.float64]

EPSILON: Final = "epsilon"
SCALES: Final = (0.01, 100.0)  # where the best scale is looked for
SEARCH: Final = 33  # scales at which the slope is looked at first
ROUNDS: Final = 60  # of halving, more than float64 has digits for


class Best(NamedTuple):
    """The scale with the lowest value: 0 or infinity where the loss falls all the way to that side."""

    scale: float
    value: float


def smooths(loss: Loss) -> bool:
    """Say whether a loss has an epsilon."""
    return any(parameter.name == EPSILON for parameter in loss.parameters)


def epsilon_of(evaluation: LossEvaluation) -> float:
    """Return the epsilon that a loss has now; NaN without one."""
    if not smooths(evaluation.loss) or evaluation.refusal is not None:
        return nan
    epsilon = evaluation.loss.settings(**evaluation.given.settings)[EPSILON]
    return nan if isinstance(epsilon, tuple) else float(epsilon)


def over_epsilon(sample: Sample, shown: ShownLoss, epsilons: ArrayLike, at_optimum: bool = False) -> Numbers:
    """Return the value at each epsilon, shape (epsilons,): at the sample, or the lowest over all logits.

    NaN where the loss refuses the targets, or where its lowest value is not known.
    """
    return _over_epsilon(sample, shown, Content.of(epsilons), at_optimum)


def best_scale(sample: Sample, evaluation: LossEvaluation) -> Best:
    """Return the number that all logits are best multiplied with, and the value there; NaN without one."""
    other = None if evaluation.other is None else Same(evaluation.other)
    return _best_scale(sample, evaluation.shown, other)


@lru_cache(maxsize=32)
def _over_epsilon(sample: Sample, shown: ShownLoss, epsilons: Content, at_optimum: bool) -> Numbers:
    found = evaluate(sample, shown)
    if found.refusal is not None:
        return frozen(np.full(len(epsilons.array), nan))
    values = []
    for epsilon in epsilons.array.tolist():
        asked = replace(found.given, settings={**found.given.settings, EPSILON: epsilon})
        with np.errstate(all="ignore"):
            lowest = found.loss.lowest(asked.second, **asked.settings) if at_optimum else None
        values.append(float(asked.value(sample.logits) if lowest is None else lowest))
    return frozen(np.array(values))


@lru_cache(maxsize=32)
def _best_scale(sample: Sample, shown: ShownLoss, other: Same[Numbers] | None) -> Best:
    """Find where the slope over the scale turns from falling to rising; of several the lowest."""
    given = evaluate(sample, shown, of(other))
    if given.refusal is not None or not np.isfinite(sample.logits).all():
        return Best(nan, nan)
    asked = given.given

    def slope(scale: float) -> float:
        return float(np.dot(asked.gradient(scale * sample.logits), sample.logits))

    def value(scale: float) -> float:
        return float(asked.value(scale * sample.logits))

    scales = [0.0, *np.geomspace(*SCALES, SEARCH).tolist()]
    slopes = [slope(scale) for scale in scales]
    if any(isnan(one) for one in slopes):
        return Best(nan, nan)
    found = [
        _turn(slope, low, high)
        for low, high, before, after in zip(scales, scales[1:], slopes, slopes[1:], strict=False)
        if before < 0.0 <= after
    ]
    candidates = [Best(scale, value(scale)) for scale in found]
    if slopes[0] >= 0.0:
        candidates.append(Best(0.0, value(0.0)))
    if slopes[-1] < 0.0:
        candidates.append(Best(inf, value(scales[-1])))
    return min(candidates, key=lambda best: best.value) if candidates else Best(nan, nan)


def _turn(slope: Callable[[float], float], low: float, high: float) -> float:
    """Halve until the place where the slope becomes positive is known to the last digits."""
    for _ in range(ROUNDS):
        middle = (low + high) / 2.0
        if not low < middle < high:
            break
        low, high = (low, middle) if slope(middle) >= 0.0 else (middle, high)
    return high
