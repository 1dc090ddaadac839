"""Safe pieces of log-sum-exp arithmetic, for any namespace of the array standard.

`xp` is the namespace of the arrays (NumPy, torch, ...) as array-api-compat gives it; classes are the last
axis. Every function keeps dtype and device, takes infinities, hands NaN on, and is written so that automatic
differentiation also gets the right answer, at 0 and where a branch is not taken.
"""

from __future__ import annotations

import math
from typing import Any

Array = Any  # an array of whichever namespace `xp` is

INFINITY = float("inf")


def smallest(xp: Any, values: Array) -> Array:
    """Least positive normal number, shaped like the values: to divide by, or take the logarithm of, at 0."""
    return xp.full_like(values, xp.finfo(values.dtype).smallest_normal)


def finite(xp: Any, values: Array) -> Array:
    """Values with the largest number in place of +inf: a factor that underflowed to 0 then silences it."""
    return xp.minimum(values, xp.full_like(values, xp.finfo(values.dtype).max))


def times(xp: Any, weight: Array, values: Array) -> Array:
    """Product in which a weight of 0 silences its value, even an infinite one."""
    return xp.where(weight == 0, 0.0, weight * values)


def masked(xp: Any, mask: Array, values: Array) -> Array:
    """Values as exponents of a sum: -inf, so e^-inf = 0, where the mask is off."""
    return xp.where(mask, values, -INFINITY)


def is_spread(setting: Any) -> bool:
    """Whether a setting of a loss is an array (..., 1) that spreads over classes: one number a run."""
    return getattr(setting, "ndim", 0) > 1


def per_row(setting: Any) -> Any:
    """Return a setting for what is summed over classes: (..., 1) -> (...); any other stays."""
    return setting[..., 0] if is_spread(setting) else setting


def filled(xp: Any, values: Array, setting: Any) -> Array:
    """Return an array like the values that is a setting everywhere."""
    return xp.zeros_like(values) + setting if is_spread(setting) else xp.full_like(values, setting)


def log_of(xp: Any, setting: Any) -> Any:
    """Return the logarithm of a setting, -inf of 0."""
    if is_spread(setting):
        return xp.log(setting)
    return math.log(setting) if setting > 0.0 else -INFINITY


def difference(xp: Any, values: Array, anchor: Array) -> Array:
    """Distance from an anchor; +inf is at distance 0 from +inf, so that an infinite logit simply wins."""
    both_infinite = (values == anchor) & (values == INFINITY)
    return xp.where(both_infinite, 0.0, values - anchor)


def below_largest(xp: Any, values: Array) -> Array:
    """Distance from the largest value of the last axis, 0 or less; differences of large logits are exact."""
    return difference(xp, values, xp.max(values, axis=-1, keepdims=True))


def weighted(xp: Any, weights: Array, exponents: Array) -> Array:
    """Exponents of w e^a, a + log w; a weight of 0 (or less) silences its exponent, even an infinite one."""
    present = weights > 0
    return masked(xp, present, exponents + xp.log(xp.where(present, weights, 1.0)))


def softplus(xp: Any, values: Array) -> Array:
    """log(1 + e^x), accurate relative to itself at both ends.

    The maximum with `zeros_like` shares the derivative at a tie, so automatic differentiation finds 1/2 at 0,
    where a form with `where` or with `maximum(x, 0.0)` finds 0 or 1. It takes a fifth of NumPy's logaddexp.
    """
    return xp.maximum(values, xp.zeros_like(values)) + softplus_tail(xp, values)


def softplus_tail(xp: Any, values: Array) -> Array:
    """log(1 + e^-|x|): what softplus has above max(x, 0), the same for x and -x."""
    return xp.log1p(xp.exp(-xp.abs(values)))


def sigmoids(xp: Any, values: Array) -> tuple[Array, Array]:
    """Pair of sigma(x) and sigma(-x), each accurate relative to itself (1 - sigma(x) would lose digits)."""
    rise, fall, tail = exponentials(xp, values)
    whole = 1.0 + tail
    return rise / whole, fall / whole


def exponentials(xp: Any, values: Array) -> tuple[Array, Array, Array]:
    """e^min(x, 0), e^min(-x, 0) and their product e^-|x|: what sigma and softplus are made of.

    One of the first two is always 1. A choice by the sign of x with `where` would take longer than the
    exponential that it saves, as no processor guesses the signs; a compiler's kernel, which chooses without
    a jump, takes one exponential. Both ways give the same bits.
    """
    if getattr(xp, "chooses_quickly", False):
        tail = xp.exp(-xp.abs(values))
        one = xp.ones_like(values)
        return xp.where(values >= 0.0, one, tail), xp.where(values <= 0.0, one, tail), tail
    zero = xp.zeros_like(values)
    rise, fall = xp.exp(xp.minimum(values, zero)), xp.exp(xp.minimum(-values, zero))
    return rise, fall, rise * fall


def softplus_and_sigmoid(xp: Any, values: Array) -> tuple[Array, Array]:
    """Pair of softplus and its derivative, from the same exponentials."""
    rise, _, tail = exponentials(xp, values)
    return xp.maximum(values, xp.zeros_like(values)) + xp.log1p(tail), rise / (1.0 + tail)


def sigmoid(xp: Any, values: Array) -> Array:
    """1 / (1 + e^-x) without overflow."""
    return sigmoids(xp, values)[0]


def logsumexp(xp: Any, values: Array) -> Array:
    """Logarithm of the sum of e^x over the last axis, (..., n) -> (...); -inf where every value is -inf.

    The largest terms are counted, the rest enters through log1p: a result near 0 (a loss near its minimum)
    keeps all its digits instead of 1 + tiny = 1.
    """
    largest = xp.max(values, axis=-1, keepdims=True)
    below = xp.exp(masked(xp, values < largest, values - largest))
    ties = xp.sum(xp.astype(values == largest, values.dtype), axis=-1)
    return xp.squeeze(largest, axis=-1) + xp.log1p(xp.sum(below, axis=-1) + (ties - 1.0))


def logaddexp(xp: Any, first: Array, second: Array) -> Array:
    """log(e^a + e^b) elementwise, shapes broadcast; equal infinities stay what they are."""
    gap = xp.where(first == second, 0.0, -xp.abs(first - second))
    return xp.maximum(first, second) + xp.log1p(xp.exp(gap))


def softmax(xp: Any, values: Array) -> Array:
    """e^x / sum of e^x over the last axis."""
    terms = xp.exp(below_largest(xp, values))
    return terms / xp.sum(terms, axis=-1, keepdims=True)


def largest(xp: Any, values: Array, count: Array) -> Array:
    """Mask of the `count` largest values of the last axis, the first of equals; count is (...)."""
    order = xp.argsort(-values, axis=-1, stable=True)
    return xp.argsort(order, axis=-1) < count[..., None]


def tops_of_sides(xp: Any, labelled: Array, values: Array) -> tuple[Array, Array]:
    """Largest value of the classes that are not labelled and of those that are, (..., 1); -inf where none is.

    A class stands on one side only, so with these one exponential does for both: see `from_tops`.
    """
    first, second = (
        xp.max(masked(xp, mask, values), axis=-1, keepdims=True) for mask in (~labelled, labelled)
    )
    return first, second


def from_tops(xp: Any, labelled: Array, values: Array, tops: tuple[Array, Array]) -> Array:
    """Distance of each value from the top of its side, 0 for +inf from +inf."""
    outer, inner = (finite(xp, top) for top in tops)
    return finite(xp, values) - xp.where(labelled, inner, outer)


def sums_of_sides(xp: Any, labelled: Array, terms: Array) -> tuple[Array, Array]:
    """Sum of the terms that are not labelled and of those that are, (..., 1)."""
    weights = xp.astype(labelled, terms.dtype)
    return xp.vecdot(terms, 1.0 - weights)[..., None], xp.vecdot(terms, weights)[..., None]


def weighted_shares(xp: Any, weights: Array, exponents: Array) -> Array:
    """Return w e^a / (1 + sum of w e^a) over the last axis, weights from 0."""
    return weighted_log_and_shares(xp, weights, exponents)[1]


def weighted_log_and_shares(xp: Any, weights: Array, exponents: Array) -> tuple[Array, Array]:
    """Pair of log(1 + sum of w e^a), (..., n) -> (...), and the shares of its terms, (..., n).

    The anchor includes log w, the terms do not: rounding a + log w at a = 1000 would cost 3e-5 in float32.
    A tiny weight may need an exponential beyond all numbers: it is taken as a square. Where no weight is
    it is e^0, as e^-inf takes processors four times as long.
    """
    anchor = at_least_zero(xp, xp.max(weighted(xp, weights, exponents), axis=-1, keepdims=True))
    root = xp.exp(0.5 * xp.where(weights > 0, difference(xp, exponents, anchor), 0.0))
    return _normalised(xp, weights * root * root, anchor)


def _normalised(xp: Any, terms: Array, anchor: Array) -> tuple[Array, Array]:
    """Return log(e^m (e^-m + sum)) and the shares of terms that were scaled by e^-m."""
    total = xp.sum(terms, axis=-1, keepdims=True)
    return log_one_and(xp, anchor, total)[..., 0], terms / (xp.exp(-anchor) + total)


def at_least_zero(xp: Any, values: Array) -> Array:
    """max(x, 0): the anchor of a sum that has the term 1 = e^0."""
    return xp.maximum(values, xp.zeros_like(values))


def log_one_and(xp: Any, anchor: Array, total: Array) -> Array:
    """log(1 + e^m total), m from 0, of 1 + what is beyond 1, so that a sum near 0 keeps its digits."""
    return anchor + xp.log1p(xp.expm1(-anchor) + total)
