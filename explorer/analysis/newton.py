"""Newton's identities for sums over sets of k classes: right on paper, of no use in floating point.

Only for a lesson that shows it. The identities give the sum over sets from sums of powers, with signs that
alternate: large terms cancel, and what is left is their rounding. The losses add positive terms instead
(`catalogue.polynomials`).
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import floor, log10
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.keeping import Content
from explorer.losses import LOSSES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

SCALE: Final = 200  # bits after the point: exact for exponentials from 2^-147 on
MOST_DIGITS: Final = 16.0
LARGEST: Final = 90.0  # logit
NAN: Final = float("nan")


def set_sums(logits: NDArray[np.float64], most: int) -> NDArray[np.float64]:
    """Sum over sets of k classes of e^(sum of s) by Newton's identities, for k = 0 to `most`, (most + 1,).

    k Z_k = sum over j from 1 to k of (-1)^(j - 1) Z_(k - j) S_j, with the power sums S_j = sum of e^(j s).
    """
    with np.errstate(all="ignore"):
        powers = np.exp(np.multiply.outer(np.arange(most + 1), logits)).sum(axis=-1)
        sums = np.ones(most + 1)
        for size in range(1, most + 1):
            terms = [(-1) ** (power - 1) * sums[size - power] * powers[power] for power in range(1, size + 1)]
            sums[size] = sum(terms) / size
    return sums


def digits_by_identities(logits: Numbers, size: int) -> float:
    """Return how many leading digits the identities have right, 0 to 16."""
    return _digits_by_identities(Content.of(logits), size)


def digits_by_loss(logits: Numbers, targets: Numbers) -> float:
    """Return the same of the combinatorial softmax, from its value; the size is the number of labels."""
    return _digits_by_loss(Content.of(logits), Content.of(targets))


@lru_cache(maxsize=16)
def _digits_by_identities(logits: Content, size: int) -> float:
    if not _is_fit(logits, size):
        return NAN
    found = float(set_sums(logits.array, size)[size])
    if not np.isfinite(found):
        return NAN
    exact = Fraction(_exact(logits, size), 1 << (SCALE * size))
    return _digits(float(abs(Fraction(found) / exact - 1)))


@lru_cache(maxsize=16)
def _digits_by_loss(logits: Content, targets: Content) -> float:
    size = int(np.count_nonzero(targets.array == 1.0))
    if not _is_fit(logits, size):
        return NAN
    value = float(LOSSES["combinatorial_softmax"].value(logits.array, targets.array))
    with_labels = float(np.exp(logits.array[targets.array == 1.0]).prod())
    share = with_labels / (_exact(logits, size) / (1 << (SCALE * size)))
    return _digits(abs(np.exp(value) * share - 1.0))


@lru_cache(maxsize=16)
def _exact(logits: Content, size: int) -> int:
    """Return the sum for the exponentials as they are rounded, times 2^(SCALE size), in whole numbers."""
    sums = [1] + [0] * size
    for exponential in np.exp(logits.array).tolist():
        whole = int(Fraction(exponential) * (1 << SCALE))
        for k in range(size, 0, -1):
            sums[k] += whole * sums[k - 1]
    return sums[size]


def _is_fit(logits: Content, size: int) -> bool:
    """Say whether there are such sets, and the exponentials are numbers that can be told from 0."""
    return 0 < size <= len(logits.array) and bool(np.all(np.abs(logits.array) < LARGEST))


def _digits(error: float) -> float:
    if error != error:  # the loss refuses the targets
        return NAN
    return MOST_DIGITS if error == 0.0 else min(max(floor(-log10(error)), 0.0), MOST_DIGITS)
