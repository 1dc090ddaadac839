"""Products of (1 + x z) over classes, cut at a degree, and their derivatives: two at a time, as in a tree.

All coefficients are positive and only added and multiplied, so nothing cancels. Newton's identities would
give the same numbers by sums of alternating signs, and lose every digit for a few dozen classes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from explorer.numeric import Array, logaddexp

if TYPE_CHECKING:
    from collections.abc import Callable

NOTHING = -1e300  # stands for log 0: -inf minus -inf would be NaN, also in automatic differentiation


@dataclass(frozen=True, slots=True)
class Ring:
    """How weights are multiplied and added: as they are, or by their logarithms."""

    zero: float
    one: float
    times: Callable[[Array, Array], Array]
    plus: Callable[[Any, Array, Array], Array]


PLAIN = Ring(0.0, 1.0, lambda first, second: first * second, lambda _xp, first, second: first + second)
LOGARITHMIC = Ring(NOTHING, 0.0, lambda first, second: first + second, logaddexp)


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """Products of neighbours, level over level; a level is (degrees + 1, ..., factors)."""

    ring: Ring
    levels: list[Array]

    @classmethod
    def of(cls, xp: Any, ring: Ring, weights: Array, degree: int) -> Tree:
        """Multiply 1 + x z over the last axis of the weights x, (..., n), up to z^degree."""
        level = xp.stack([xp.full_like(weights, ring.one), weights])
        levels = [level]
        while level.shape[-1] > 1:
            first, second = _halves(xp, ring, level)
            level = _product(xp, ring, first, second, degree)
            levels.append(level)
        return cls(ring, levels)

    def coefficients(self, xp: Any, degree: int) -> Array:
        """Return the coefficients of the product up to z^degree, (degree + 1, ...)."""
        root = self.levels[-1][..., 0]
        return _placed(xp, self.ring, _part(root, 0, degree + 1), 0, degree + 1)

    def slopes(self, xp: Any, of_root: Array) -> tuple[Array, Array]:
        """Return the derivatives of a function of the coefficients by the 1 and by the x of every factor.

        of_root: its derivatives by the coefficients, (degree + 1, ...). (..., n) each.
        """
        count = self.levels[-1].shape[0]
        slopes = _placed(xp, self.ring, _part(of_root, 0, count), 0, count)[..., None]
        for level in self.levels[-2::-1]:
            first, second = _halves(xp, self.ring, level)
            both = (_slopes(xp, self.ring, slopes, second), _slopes(xp, self.ring, slopes, first))
            slopes = xp.concat(both, axis=-1)[..., : level.shape[-1]]
        return slopes[0, ...], slopes[1, ...]


def _halves(xp: Any, ring: Ring, level: Array) -> tuple[Array, Array]:
    """Split the factors in two; where they are odd in number, a factor 1 fills up."""
    count = level.shape[-1]
    half = (count + 1) // 2
    first, second = level[..., :half], level[..., half:]
    if count % 2:
        one = _placed(xp, ring, xp.full_like(level[:1, ..., :1], ring.one), 0, level.shape[0])
        second = xp.concat([second, one], axis=-1)
    return first, second


def _product(xp: Any, ring: Ring, first: Array, second: Array, degree: int) -> Array:
    count = min(first.shape[0] + second.shape[0] - 1, degree + 1)
    total = _placed(xp, ring, ring.times(first[0, ...], _part(second, 0, count)), 0, count)
    for power in range(1, min(first.shape[0], count)):
        part = ring.times(first[power, ...], _part(second, 0, count - power))
        total = ring.plus(xp, total, _placed(xp, ring, part, power, count))
    return total


def _slopes(xp: Any, ring: Ring, of_product: Array, other: Array) -> Array:
    """Return the derivatives by one factor's coefficients, from those by the product's."""
    count = other.shape[0]
    total = None
    for power in range(min(count, of_product.shape[0])):
        part = ring.times(_part(of_product, power, power + count), other[power, ...])
        part = _placed(xp, ring, part, 0, count)
        total = part if total is None else ring.plus(xp, total, part)
    return total


def _part(coefficients: Array, start: int, stop: int) -> Array:
    """Return coefficients from z^start, as far as there are any, to before z^stop."""
    return coefficients[start : min(stop, coefficients.shape[0]), ...]


def _placed(xp: Any, ring: Ring, part: Array, start: int, count: int) -> Array:
    """Put coefficients at z^start and on, among `count` of them."""
    after = count - start - part.shape[0]
    pieces = [part]
    if start:
        pieces.insert(0, xp.full((start, *part.shape[1:]), ring.zero, dtype=part.dtype, device=part.device))
    if after:
        pieces.append(xp.full((after, *part.shape[1:]), ring.zero, dtype=part.dtype, device=part.device))
    return xp.concat(pieces, axis=0) if len(pieces) > 1 else part
