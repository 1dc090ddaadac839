"""Logits of very many classes, drawn the same way on every machine: an example and a load for tests."""

from __future__ import annotations

from statistics import NormalDist
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.study.table import Table
from explorer.wording import say

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Most classes are told apart well; about one in a hundred is above 0 without a label.
UNLABELLED: Final = NormalDist(-3.41, 1.43)
LABELLED: Final = ((0.137, 2.4), (0.462, 0.6), (0.805, -1.1))  # where among the classes, and the logit


def many_classes(count: int = 1000, seed: int = 0) -> Table:
    """Return one sample of `count` classes, 3 or more, with three labelled; logits to two digits.

    The bits come from Philox and become normal by the inverse distribution, both the same for ever; NumPy's
    own normal numbers may change from version to version.
    """
    logits, targets = _drawn(count, seed), np.zeros(count)
    for share, logit in LABELLED:
        logits[round(share * count)], targets[round(share * count)] = logit, 1.0
    names = [f"class {index}" for index in range(count)]
    return Table.of(logits, targets, names, ["generated"], say("generated, seed {seed}", seed=seed))


def _drawn(count: int, seed: int) -> NDArray[np.float64]:
    bits = np.random.Philox(seed).random_raw(count) >> np.uint64(11)
    shares = (bits + 0.5) * 2.0**-53  # never 0 or 1
    return np.array([round(UNLABELLED.inv_cdf(share), 2) + 0.0 for share in shares.tolist()])
