"""Newton's identities for sums over sets of k classes: right on paper, of no use in floating point.

Only for a lesson that shows it: `combinatorial_softmax` adds positive terms instead. The identities
alternate in sign, and what is left of large terms that cancel is their rounding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


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
