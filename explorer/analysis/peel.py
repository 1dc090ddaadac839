"""The peel: which terms come back between ZLPR and BCE, side by side.

With x_i = e^a the exponentials of one side (a = s of the others, -s of the labelled), BCE is
log prod(1 + x) = log(e_0 + e_1 + e_2 + ...) and ZLPR log(e_0 + e_1), e_j being the elementary symmetric
polynomials. The share e_j / prod(1 + x) is the chance that j of independent coins with sigma(a) come up: a
Poisson binomial. All in logarithms, so that nothing overflows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.keeping import frozen
from explorer.numeric import logsumexp, sigmoid, softplus

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from explorer.study.table import Sample

    Numbers = NDArray[np.float64]

ORDERS: Final = 24  # the highest order that is told apart from the rest


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Side:
    """One side of a sample: its classes, and the logarithms of what it sums.

    shares: of order 0 to ORDERS (or the number of classes, where that is smaller) in prod(1 + x);
    rest: of all higher orders together. kept: log(1 + e_1), what ZLPR has; full: log prod(1 + x), BCE's.
    expected: the sum of sigma(a), the mean order.
    """

    classes: int
    shares: Numbers
    rest: float
    first: float  # log e_1
    kept: float
    full: float
    expected: float

    def value(self, amounts: ArrayLike) -> Numbers:
        """log(1 + e_1 + lambda (e_2 + e_3 + ...)) for each lambda from 0 to 1; same shape."""
        part = np.asarray(amounts, dtype=np.float64)
        return np.asarray(np.logaddexp(_weighted(1.0 - part, self.kept), _weighted(part, self.full)))

    def pull(self, amounts: ArrayLike) -> Numbers:
        """Sum over the side's classes of the absolute gradient, for each lambda; same shape."""
        part = np.asarray(amounts, dtype=np.float64)
        value = self.value(part)
        with np.errstate(all="ignore"):
            by_first = np.exp(_weighted(1.0 - part, self.first) - value)
            return np.asarray(by_first + np.exp(_weighted(part, self.full) - value) * self.expected)


@dataclass(frozen=True, slots=True, eq=False)
class Peel:
    """Both sides of a sample: the labelled classes and the others."""

    labelled: Side
    others: Side

    def value(self, amounts: ArrayLike) -> Numbers:
        """Return the loss for each lambda: ZLPR at 0, BCE at 1."""
        with np.errstate(all="ignore"):
            return np.asarray(self.labelled.value(amounts) + self.others.value(amounts))


@lru_cache(maxsize=32)
def peel(sample: Sample) -> Peel | None:
    """Peel a sample; None where a target is neither 0 nor 1, or a logit is no number."""
    targets, logits = sample.targets, sample.logits
    if not ((targets == 0) | (targets == 1)).all() or np.isnan(logits).any():
        return None
    return Peel(side(-logits[targets == 1]), side(logits[targets == 0]))


def side(exponents: ArrayLike) -> Side:
    """Return one side from its exponents a, shape (m,), m from 0."""
    values = np.asarray(exponents, dtype=np.float64).reshape(-1)
    with np.errstate(all="ignore"):
        full = float(np.sum(softplus(np, values)))
        first = float(logsumexp(np, values)) if values.size else -np.inf
        orders = log_orders(values)
        shares = np.exp(orders - full) if np.isfinite(full) else np.full(len(orders), np.nan)
        rest = max(0.0, 1.0 - float(shares.sum())) if values.size > ORDERS else 0.0
        return Side(
            classes=values.size,
            shares=frozen(shares),
            rest=rest,
            first=first,
            kept=float(softplus(np, np.asarray(first))),
            full=full,
            expected=float(np.sum(sigmoid(np, values))),
        )


def log_orders(exponents: ArrayLike, most: int = ORDERS) -> Numbers:
    """Return log e_0, log e_1, ... of x = e^a up to order `most`, shape (min(m, most) + 1,).

    A tree of products of polynomials, each kept to its first orders: m log m steps, all terms positive, so
    that no digit is lost.
    """
    values = np.asarray(exponents, dtype=np.float64).reshape(-1)
    if not values.size:
        return np.zeros(1)
    orders = np.stack([np.zeros_like(values), values], axis=1)
    with np.errstate(all="ignore"):
        while len(orders) > 1:
            if len(orders) % 2:
                one = np.full((1, orders.shape[1]), -np.inf)
                one[0, 0] = 0.0  # the polynomial 1
                orders = np.concatenate([orders, one])
            orders = _products(orders[::2], orders[1::2], most)
    return np.asarray(orders[0, : min(values.size, most) + 1])


def _products(left: Numbers, right: Numbers, most: int) -> Numbers:
    """Multiply polynomials row by row, in logarithms: each order is a logsumexp over its splits."""
    width = left.shape[1]
    orders = min(2 * width - 1, most + 1)
    product = np.empty((len(left), orders))
    for order in range(orders):
        first, last = max(0, order - width + 1), min(order, width - 1)
        terms = left[:, first : last + 1] + right[:, order - last : order - first + 1][:, ::-1]
        largest = terms.max(axis=1, keepdims=True)
        anchor = np.where(np.isfinite(largest), largest, 0.0)
        product[:, order] = anchor[:, 0] + np.log(np.exp(terms - anchor).sum(axis=1))
    return product


def _weighted(part: Numbers, exponent: float) -> Numbers:
    """Return log(w e^a); a weight of 0 silences even an infinite exponent."""
    present = part > 0
    return np.where(present, np.log(np.where(present, part, 1.0)) + exponent, -np.inf)
