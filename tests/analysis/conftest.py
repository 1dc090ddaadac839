"""Samples and shown losses that the tests of the analysis share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from explorer.losses import LOSSES
from explorer.study.study import ShownLoss
from explorer.study.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.study.table import Sample

SHOWN = tuple(ShownLoss(key) for key in LOSSES)
ALONE = tuple(shown for shown in SHOWN if not LOSSES[shown.key].takes_other_logits)


def make_sample(logits: Sequence[float], targets: Sequence[float]) -> Sample:
    names = tuple(f"class {index}" for index in range(len(logits)))
    return Table.of(np.array([logits], float), np.array([targets], float), classes=names).sample(0)


def random_sample(count: int, labels: int = 2, seed: int = 0) -> Sample:
    random = np.random.default_rng(seed)
    targets = np.zeros(count)
    targets[random.permutation(count)[:labels]] = 1.0
    return make_sample(random.normal(0.0, 2.0, count), targets)


@pytest.fixture(params=ALONE, ids=lambda shown: shown.key)
def shown(request: pytest.FixtureRequest) -> ShownLoss:
    """Every loss of the catalogue with its defaults; those that compare are in tests/plots/test_compared."""
    return request.param


@pytest.fixture
def sample() -> Sample:
    """One label of six: every loss of the catalogue has a meaning here."""
    return random_sample(6, labels=1)
