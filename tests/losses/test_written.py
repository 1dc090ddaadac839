"""Every loss beside the code that a user of torch would write: the baseline of the benchmark `evaluate`."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.losses import LOSSES
from tests.benchmarks._written import WRITTEN
from tests.benchmarks.evaluate import by_torch, problem
from tests.losses.conftest import plain

SHAPE = (40, 9)


def test_every_loss_is_written():
    assert set(WRITTEN) == set(LOSSES.own)


@pytest.mark.parametrize("key", WRITTEN)
def test_written_code_agrees(key, torch):
    logits, targets, settings = problem(LOSSES[key], SHAPE, "float64")
    found = LOSSES[key].value_and_gradient(logits, targets, **settings)
    arrays = (torch.from_numpy(array) for array in (logits, targets, *settings.values()))
    for ours, theirs in zip(found, by_torch(key, *arrays), strict=True):
        # torch takes softplus(x) for x from x = 20 on, which is 2e-9 off
        np.testing.assert_allclose(ours, plain(theirs), rtol=1e-8, atol=1e-8)
