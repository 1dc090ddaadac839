"""Sharpening: what multiplying every logit by alpha does to readings, entropy and losses.

Alphas are numbers >= 0, usually spaced evenly in their logarithm (`alpha_grid`). An infinite logit stays
infinite at every alpha, also at 0, where all is what it comes to as alpha falls to 0. For many classes
nothing of shape (alphas, classes) is kept: softmax and sigma grow with the logit, so the quantiles of
the probabilities are the probabilities of the quantile classes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from explorer.analysis.evaluation import evaluate
from explorer.analysis.given import compared, of
from explorer.analysis.keeping import Content, frozen, unanswered
from explorer.analysis.others import others
from explorer.analysis.readings import sigma
from explorer.numeric import difference, times

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import ArrayLike, NDArray

    from explorer.analysis.keeping import Same
    from explorer.study.study import ShownLoss
    from explorer.study.table import Sample

    Numbers = NDArray[np.float64]

# Numbers of one block: small enough to stay in the processor's cache through all passes over it.
BLOCK = 16_384

FARTHEST = float(np.finfo(np.float64).max)

QUANTILES = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sharpness:
    """How peaked softmax(alpha s) is. All of shape (alphas,).

    log_sum: log of the sum of exp(alpha (s - largest s)). entropy: nat. effective: exp(entropy), the
    number of equally likely classes that it is worth.
    """

    alphas: Numbers
    log_sum: Numbers
    entropy: Numbers
    effective: Numbers


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bands:
    """Curves of a few named classes, and what the others do as bands.

    named: indices of the classes with their own curve; curves: shape (alphas, named). others: how many
    classes the bands stand for. quantiles: shape (5, alphas): least, lower quartile, median, upper
    quartile, largest probability of the others at each alpha; NaN when there are no others.
    """

    alphas: Numbers
    named: tuple[int, ...]
    curves: Numbers
    others: int
    quantiles: Numbers


def alpha_grid(low: float = 0.1, high: float = 10.0, count: int = 200) -> Numbers:
    """Alphas from low to high, both above 0, evenly spaced in their logarithm; read-only."""
    return _alpha_grid(float(low), float(high), int(count))


def sharpness(sample: Sample, alphas: ArrayLike) -> Sharpness:
    """Entropy and effective classes of softmax(alpha s) at each alpha, for any number of classes."""
    return _sharpness(sample, _checked(alphas))


def softmax_bands(sample: Sample, alphas: ArrayLike, named: Sequence[int], moving: int = 0) -> Bands:
    """softmax(alpha s): exact curves of the named classes, quantiles of the others.

    moving: the class that may be dragged; what all others add to the sums is kept while they stay.
    """
    return _softmax_bands(sample, _checked(alphas), tuple(named), int(moving))


def sigmoid_bands(sample: Sample, alphas: ArrayLike, named: Sequence[int]) -> Bands:
    """sigma(alpha s): exact curves of the named classes, quantiles of the others."""
    return _sigmoid_bands(sample, _checked(alphas), tuple(named))


def loss_against_alpha(
    sample: Sample, shown: ShownLoss, alphas: ArrayLike, other: Numbers | None = None
) -> Numbers:
    """Value of a loss at the logits alpha s, shape (alphas,); NaN when it refuses the targets.

    other: the logits that the loss compares with, if it does; they stay as they are.
    """
    return _loss_against_alpha(sample, shown, _checked(alphas), compared(shown, other))


def _checked(alphas: ArrayLike) -> Content:
    content = Content.of(alphas)
    wrong = ~(content.array >= 0.0)
    if wrong.any():
        message = f"alpha {content.array[wrong][0]} is not allowed: alphas are numbers from 0 up"
        raise ValueError(message)
    return content


@lru_cache(maxsize=8)
def _alpha_grid(low: float, high: float, count: int) -> Numbers:
    return frozen(np.geomspace(low, high, count))


@lru_cache(maxsize=16)
def _sharpness(sample: Sample, alphas: Content) -> Sharpness:
    with np.errstate(all="ignore"):
        distances = _below(sample.logits, np.max(sample.logits))
        # A logit of -inf has probability 0: it must add 0, not 0 times infinity, to the mean.
        weights = np.where(distances == -np.inf, 0.0, distances)
        log_sum, mean = np.empty(len(alphas.array)), np.empty(len(alphas.array))
        for rows in _blocks(len(alphas.array), len(distances)):
            shares = np.exp(_scaled(alphas.array[rows], distances))
            sums = shares.sum(axis=-1)
            log_sum[rows] = np.log(sums)
            mean[rows] = (shares @ weights) / sums
        # Both terms are >= 0, so a small entropy keeps its digits; at alpha 0 the mean may have overflowed.
        entropy = log_sum - times(np, alphas.array, mean)
        return Sharpness(
            alphas=alphas.array,
            log_sum=frozen(log_sum),
            entropy=frozen(entropy),
            effective=frozen(np.exp(entropy)),
        )


@lru_cache(maxsize=8)
def _softmax_bands(sample: Sample, alphas: Content, named: tuple[int, ...], moving: int) -> Bands:
    with np.errstate(all="ignore"):
        largest = np.max(sample.logits)
        rest, anchor = _log_sum_of_rest(others(sample, (moving,)), alphas, moving)
        ends = _scaled(alphas.array, _below(np.array([anchor, sample.logits[moving]]), largest))
        log_sum = np.logaddexp(rest + ends[:, 0], ends[:, 1])

    def probabilities(logits: Numbers) -> Numbers:
        shares: Numbers = np.exp(_scaled(alphas.array, _below(logits, largest)) - log_sum[:, np.newaxis])
        return shares

    return _bands(sample.logits, alphas.array, named, probabilities)


@lru_cache(maxsize=8)
def _log_sum_of_rest(rest: Sample, alphas: Content, moving: int) -> tuple[Numbers, float]:
    """Return the log of the sum of exp(alpha (s - anchor)) over all classes but one, and the anchor."""
    logits = np.delete(rest.logits, moving)
    with np.errstate(all="ignore"):
        anchor = float(np.max(logits, initial=-np.inf))
        if anchor == -np.inf:  # there is no other class that could be predicted
            return frozen(np.full(len(alphas.array), -np.inf)), 0.0
        distances = _below(logits, anchor)
        log_sum = np.empty(len(alphas.array))
        for rows in _blocks(len(alphas.array), len(logits)):
            log_sum[rows] = np.log(np.exp(_scaled(alphas.array[rows], distances)).sum(axis=-1))
    return frozen(log_sum), anchor


@lru_cache(maxsize=8)
def _sigmoid_bands(sample: Sample, alphas: Content, named: tuple[int, ...]) -> Bands:
    return _bands(sample.logits, alphas.array, named, lambda logits: sigma(_scaled(alphas.array, logits)))


def _bands(
    logits: Numbers, alphas: Numbers, named: tuple[int, ...], probabilities: Callable[[Numbers], Numbers]
) -> Bands:
    others = np.ones(len(logits), dtype=np.bool_)
    others[list(named)] = False
    count = int(others.sum())
    with np.errstate(all="ignore"):
        curves = probabilities(logits[list(named)])
        quantiles = _quantiles(logits[others], probabilities) if count else unanswered(5, len(alphas))
    return Bands(alphas=alphas, named=named, curves=frozen(curves), others=count, quantiles=frozen(quantiles))


def _quantiles(logits: Numbers, probabilities: Callable[[Numbers], Numbers]) -> Numbers:
    """Quantiles of the probabilities by linear interpolation between neighbours in rank."""
    position = np.array(QUANTILES) * (len(logits) - 1)
    below = position.astype(np.intp)
    above = np.minimum(below + 1, len(logits) - 1)
    ranked = np.partition(logits, np.unique(np.concatenate((below, above))))
    low, high = probabilities(ranked[below]), probabilities(ranked[above])
    result: Numbers = np.ascontiguousarray((low + (position - below) * (high - low)).T)
    return result


@lru_cache(maxsize=32)
def _loss_against_alpha(
    sample: Sample, shown: ShownLoss, alphas: Content, other: Same[Numbers] | None
) -> Numbers:
    found = evaluate(sample, shown, of(other))
    if found.refusal is not None:
        return unanswered(len(alphas.array))
    values = np.empty(len(alphas.array))
    for rows in _blocks(len(alphas.array), len(sample.logits)):
        values[rows] = found.given.value(_scaled(alphas.array[rows], sample.logits))
    return frozen(values)


def _below(logits: Numbers, largest: float) -> Numbers:
    """Distance from the largest logit; between finite ones it is finite, though it may be off the scale."""
    distances: Numbers = difference(np, logits, largest)
    if np.isfinite(largest):
        distances = np.where(np.isfinite(logits), np.maximum(distances, -FARTHEST), distances)
    return distances


def _scaled(alphas: Numbers, logits: Numbers) -> Numbers:
    """Every alpha times every logit, shape (alphas, n); an infinite logit is infinite also at alpha 0."""
    with np.errstate(all="ignore"):
        products = np.multiply.outer(alphas, logits)
    nowhere = alphas == 0.0
    if nowhere.any():
        products[nowhere] = np.where(np.isinf(logits), logits, products[nowhere])
    return products


def _blocks(rows: int, columns: int) -> list[slice]:
    """Split rows so that a block has at most BLOCK numbers, and at least one row."""
    height = max(1, BLOCK // max(1, columns))
    return [slice(start, start + height) for start in range(0, rows, height)]
