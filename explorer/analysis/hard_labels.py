"""What ZLPR learns from labels that are drawn, 0 or 1: exact expectations over the label sets."""

from __future__ import annotations

from functools import lru_cache
from math import lgamma
from typing import TYPE_CHECKING

import numpy as np

from explorer.analysis.minimising import lowest_point
from explorer.analysis.readings import sigma, sigma_of_double

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]


def read_of_hard_labels(classes: int, chance: float, by: str) -> float:
    """Return sigma(s) or sigma(2s) at the best common logit of classes that share one probability.

    by: "logit", "sigma" or "sigma2". The labels are drawn independently.
    """
    logit = _common_logit(classes, chance)
    read = {"logit": lambda s: s, "sigma": sigma, "sigma2": sigma_of_double}[by]
    return float(read(np.array([logit]))[0])


def drifted(classes: int, others: float) -> float:
    """Return the best logit of a label of probability 1/2 among `classes` - 1 others of one probability."""
    return _drifted(classes, others)


@lru_cache(maxsize=64)
def _common_logit(classes: int, chance: float) -> float:
    if not 0.0 < chance < 1.0:
        return float("nan")
    labels = np.arange(classes + 1)
    weights = _binomial(classes, chance)

    def gradient(at: Numbers) -> Numbers:
        up, down = labels * np.exp(-at), (classes - labels) * np.exp(at)
        return np.array([np.sum(weights * (down / (1.0 + down) - up / (1.0 + up)))])

    def value(at: Numbers) -> float:
        up, down = labels * np.exp(-at), (classes - labels) * np.exp(at)
        return float(np.sum(weights * (np.log1p(down) + np.log1p(up))))

    found = lowest_point(value, gradient, np.zeros(1))
    return float("nan") if found is None else float(found[0])


@lru_cache(maxsize=64)
def _drifted(classes: int, others: float) -> float:
    """Minimise over two logits: the label's own, and one that the others share."""
    if not 0.0 < others < 1.0:
        return float("nan")
    labels = np.arange(classes)
    weights = np.concatenate([_binomial(classes - 1, others)] * 2) / 2.0
    mine = np.repeat([0.0, 1.0], classes)
    theirs = np.concatenate([labels, labels]).astype(np.float64)
    rest = classes - 1 - theirs

    def parts(at: Numbers) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        own, other = np.exp(at[0]), np.exp(at[1])
        return mine / own, theirs / other, (1.0 - mine) * own, rest * other

    def value(at: Numbers) -> float:
        one, two, three, four = parts(at)
        return float(np.sum(weights * (np.log1p(one + two) + np.log1p(three + four))))

    def gradient(at: Numbers) -> Numbers:
        one, two, three, four = parts(at)
        above, below = 1.0 + one + two, 1.0 + three + four
        return np.array(
            [np.sum(weights * (three / below - one / above)), np.sum(weights * (four / below - two / above))]
        )

    found = lowest_point(value, gradient, np.zeros(2))
    return float("nan") if found is None else float(found[0])


def _binomial(count: int, chance: float) -> Numbers:
    """Return the probability of 0 to `count` labels."""
    labels = np.arange(count + 1)
    ways = [lgamma(count + 1) - lgamma(k + 1) - lgamma(count - k + 1) for k in range(count + 1)]
    shares = np.exp(np.array(ways) + labels * np.log(chance) + (count - labels) * np.log1p(-chance))
    return np.asarray(shares / shares.sum(), dtype=np.float64)
