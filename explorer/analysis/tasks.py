"""Two tasks at once: ways to weigh two losses by their values and gradients, and what each does to both.

Everything follows from the values and the inner products of the two gradients, so the gradients may be of any
length. A step goes along -u with u = w_1 g_1 + w_2 g_2.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.numeric import logsumexp, sigmoids, softplus, times, weighted, weighted_shares
from explorer.wording import noted

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import ArrayLike, NDArray

    Numbers = NDArray[np.float64]

NAN: Final = float("nan")


@dataclass(frozen=True, eq=False)
class Pair:
    """Two tasks at one point: their values, and their gradients, shape (m,) each."""

    values: tuple[float, float]
    first: Numbers
    second: Numbers

    @cached_property
    def products(self) -> tuple[float, float, float]:
        """The inner products <g_1, g_1>, <g_1, g_2>, <g_2, g_2>."""
        one, two = self.first, self.second
        with np.errstate(all="ignore"):  # beyond the largest number they are infinite
            return float(one @ one), float(one @ two), float(two @ two)

    @property
    def norms(self) -> tuple[float, float]:
        """Lengths of the two gradients."""
        return self.products[0] ** 0.5, self.products[2] ** 0.5

    @property
    def cosine(self) -> float:
        """Cosine of the angle between them; NaN where one is 0."""
        one, two = self.norms
        return self.products[1] / (one * two) if one > 0 and two > 0 else NAN

    def plane(self, weights: tuple[float, float]) -> tuple[float, float]:
        """Return w_1 g_1 + w_2 g_2 in the plane of both: along g_1, and across it on the side of g_2."""
        one, both, two = self.products
        along = both / one**0.5 if one > 0 else 0.0
        across = max(two - along * along, 0.0) ** 0.5
        return weights[0] * one**0.5 + weights[1] * along, weights[1] * across

    def length(self, weights: tuple[float, float]) -> float:
        """Return the length of w_1 g_1 + w_2 g_2."""
        return float(np.hypot(*self.plane(weights)))

    def decreases(self, weights: tuple[float, float]) -> tuple[float, float]:
        """By how much each task falls, to first order, in a step of length 1 along -u; NaN for u = 0."""
        one, both, two = self.products
        length = self.length(weights)
        if not length > 0:
            return NAN, NAN
        return (weights[0] * one + weights[1] * both) / length, (
            weights[0] * both + weights[1] * two
        ) / length


@dataclass(frozen=True, slots=True)
class Weighting:
    """One way to weigh two tasks: `weights(pair)` gives w_1 and w_2, NaN where it is undefined."""

    key: str
    title: str
    formula: str
    weights: Callable[[Pair], tuple[float, float]]


def plain(_pair: Pair) -> tuple[float, float]:
    """Both as they are."""
    return 1.0, 1.0


def inverse_loss(pair: Pair) -> tuple[float, float]:
    """1 / L, anew at each step: descends the product of the losses; undefined where one is not above 0."""
    one, two = pair.values
    return (1.0 / one, 1.0 / two) if one > 0 and two > 0 else (NAN, NAN)


def inverse_norm(pair: Pair) -> tuple[float, float]:
    """1 / |g|: the sum of two directions; undefined where a gradient is 0."""
    one, two = pair.norms
    return (1.0 / one, 1.0 / two) if one > 0 and two > 0 else (NAN, NAN)


def common_descent(pair: Pair) -> tuple[float, float]:
    """Weights that sum to 1 of the shortest such sum: no task rises along it; 0 where none can fall alone."""
    one, both, two = pair.products
    apart = one - 2.0 * both + two
    share = min(max((two - both) / apart, 0.0), 1.0) if apart > 0 else 0.5
    return share, 1.0 - share


def first_leads(pair: Pair) -> tuple[float, float]:
    """g_1, and as much of g_2 as keeps the second from rising."""
    return 1.0, _correction(pair.products[1], pair.products[2])


def second_leads(pair: Pair) -> tuple[float, float]:
    """g_2, and as much of g_1 as keeps the first from rising."""
    return _correction(pair.products[1], pair.products[0]), 1.0


def _correction(both: float, auxiliary: float) -> float:
    return max(-both, 0.0) / auxiliary if auxiliary > 0 else 0.0


WEIGHTINGS: Final = (
    Weighting("sum", noted("sum"), "g₊ + g₋", plain),
    Weighting("inverse_loss", noted("1 / loss"), "g₊/L₊ + g₋/L₋", inverse_loss),
    Weighting("inverse_norm", noted("1 / norm"), "g₊/‖g₊‖ + g₋/‖g₋‖", inverse_norm),
    Weighting("common_descent", noted("min-norm"), noted("shortest α g₊ + (1 − α) g₋"), common_descent),
    Weighting("positive_leads", noted("labelled first"), "g₊ + λ g₋, λ = [−⟨g₊, g₋⟩]₊/‖g₋‖²", first_leads),
    Weighting("negative_leads", noted("others first"), "g₋ + λ g₊, λ = [−⟨g₊, g₋⟩]₊/‖g₊‖²", second_leads),
)


# The two halves of a loss


def halves_of_bce(
    logits: ArrayLike, targets: ArrayLike, pos_weight: ArrayLike = 1.0, weight: ArrayLike = 1.0
) -> Pair:
    """Split BCE into what pushes labelled classes up and what pulls the others down."""
    s, t = _floats(logits), _floats(targets)
    up, down = _floats(weight) * _floats(pos_weight) * t, _floats(weight) * (1.0 - t)
    with np.errstate(all="ignore"):
        probability, complement = sigmoids(np, s)
        missing, excess = times(np, up, softplus(np, -s)), times(np, down, softplus(np, s))
        return Pair((float(missing.sum()), float(excess.sum())), -up * complement, down * probability)


def halves_of_zlpr(logits: ArrayLike, targets: ArrayLike) -> Pair:
    """Split ZLPR, soft or hard, into the logarithms of its two sums."""
    s, t = _floats(logits), _floats(targets)
    with np.errstate(all="ignore"):
        return Pair(
            (_log_of_sum(t, -s), _log_of_sum(1.0 - t, s)),
            -np.asarray(weighted_shares(np, t, -s)),
            np.asarray(weighted_shares(np, 1.0 - t, s)),
        )


def through_scale_and_shift(pair: Pair, logits: ArrayLike) -> Pair:
    """Return the same tasks where the logits are a s + b with two numbers to train, at a = 1 and b = 0."""
    s = _floats(logits)

    def through(gradient: Numbers) -> Numbers:
        return np.array([float(gradient @ s), float(gradient.sum())])

    return Pair(pair.values, through(pair.first), through(pair.second))


def _floats(values: Any) -> Numbers:
    return np.asarray(values, dtype=np.float64)


def _log_of_sum(weights: Numbers, exponents: Numbers) -> float:
    return float(softplus(np, np.asarray(logsumexp(np, weighted(np, weights, exponents)))))
