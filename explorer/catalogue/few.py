"""Products of (1 + x z) over classes where the top has few, and their derivatives without a tree's way back.

The factors of the classes below are multiplied as in a tree. The product without one of them is found by
dividing it out, for all classes at once: from its coefficients e_l come, without the class of x,

    E_l = e_l - x E_(l-1).

Here that loses next to nothing. As x is 1 or less, the error of E_l is some roundings of e_l + e_(l-1) + ...,
which E_l + E_(l-1) + ... is at least half of. And E_l only counts times G_l, the ways to fill up from the
top: G_m is at most G_l times the ways to choose m - l of its k classes. So roundings grow at most 2^k times:
to 1e-13 with as many as `FEW`.

The top has no such bound, as the ways from below are many. Of so few classes each product without one is made
by itself, of positive terms only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.numeric import Array

FEW: Final = 8  # classes of the top, and degrees


@dataclass(frozen=True, slots=True, eq=False)
class Few:
    """The two sides of a split whose top has few classes.

    top: its logits, NaN for others, (..., n). below: e^(s - tau), 0 in the top, (..., n). keys: the logits of
    the top from the largest, (..., k), NaN where it has fewer; above: e^(tau - s) of them, 0 there. degree:
    of both products.
    """

    top: Array
    below: Array
    keys: Array
    above: Array
    degree: int

    def coefficients(self, xp: Any) -> tuple[Array, Array]:
        """Return the coefficients of the products below and of the top, (degree + 1, ...) each."""
        return _product(xp, self.below, self.degree), _product(xp, self.above, self.degree)

    def unlikely(self, xp: Any, taken: Array, of_taken: Array, of_left: Array) -> Array:
        """Weight of the sets that leave a class of the top, that take another, (..., n).

        taken: coefficients below. of_taken, of_left: derivatives of the sum over all sets, by them and by
        those of the top, (degree + 1, ...).
        """
        weights = self.below * _divided(xp, taken, of_taken, self.below)
        left = self.above * _by_the_others(xp, of_left, self.above)
        for place in range(self.keys.shape[-1]):
            here = self.top == self.keys[..., place : place + 1]
            weights = xp.where(here, left[..., place : place + 1], weights)
        return weights


def _product(xp: Any, weights: Array, degree: int) -> Array:
    """Coefficients of the product of 1 + x z over the last axis up to z^degree, (degree + 1, ...)."""
    rest: list[Array] = []
    one = xp.ones(weights.shape[:-1], dtype=weights.dtype, device=weights.device)
    # classes first, and so in memory: a half of them is then one piece
    weights = xp.moveaxis(weights, -1, 0)
    sums = [xp.reshape(xp.reshape(weights, (-1,)), weights.shape)]
    while sums[0].shape[0]:
        half, odd = divmod(sums[0].shape[0], 2)
        if odd:
            rest = _times([part[-1, ...] for part in sums], rest, degree)
        if not half:
            break
        first, second = ([part[start : start + half, ...] for part in sums] for start in (0, half))
        sums = _times(first, second, degree)
    return xp.stack([one, *rest, *[xp.zeros_like(one)] * (degree - len(rest))])


def _times(first: list[Array], second: list[Array], degree: int) -> list[Array]:
    """Multiply 1 + a z + b z^2 + ... by another, each given by a, b, ..., up to z^degree."""
    product = []
    for power in range(1, min(len(first) + len(second), degree) + 1):
        parts = [each[power - 1] for each in (first, second) if power <= len(each)]
        for lower in range(max(1, power - len(second)), min(len(first), power - 1) + 1):
            parts.append(first[lower - 1] * second[power - lower - 1])
        product.append(_sum(parts))
    return product


def _divided(xp: Any, sums: Array, ways: Array, weights: Array) -> Array:
    """Sum over l of G_(l+1) E_l for each class: as powers of -x, (..., n).

    sums: e_l; ways: G_l, (degree + 1, ...) each.
    """
    degree = sums.shape[0] - 1
    found = xp.zeros_like(weights)
    for power in range(degree - 1, -1, -1):
        share = xp.sum(ways[power + 1 :, ...] * sums[: degree - power, ...], axis=0)
        found = share[..., None] - weights * found
    return found


def _by_the_others(xp: Any, ways: Array, weights: Array) -> Array:
    """Sum over l of G_(l+1) E_l for each class, the product of all others made for each, (..., k)."""
    count = weights.shape[-1]
    around = xp.concat([weights, weights], axis=-1)
    sums: list[Array] = []
    for start in range(1, count):
        sums = _times(sums, [around[..., start : start + count]], ways.shape[0] - 2)
    first = xp.broadcast_to(ways[1, ...][..., None], weights.shape)
    return _sum([first, *(ways[power, ...][..., None] * part for power, part in enumerate(sums, 2))])


def _sum(parts: Sequence[Array]) -> Array:
    total = parts[0]
    for part in parts[1:]:
        total = total + part
    return total
