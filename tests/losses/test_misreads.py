"""Numbers that are no cosines or predictions: computed all the same, and said."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from explorer.losses import LOSSES

NAMES = ("cat", "dog", "fox")


@pytest.mark.parametrize("key", ["circle", "am_softmax", "info_nce", "flat_nce"])
def test_losses_of_cosines(key, make):
    loss = LOSSES[key]
    assert loss.misreads([0.5, -1.0, 1.0]) is None
    sentence = "expects cosines from −1 to 1; dog is 3.20"
    assert loss.misreads([0.5, 3.2, 1.0], NAMES) == sentence
    assert loss.misreads(make([0.5, 3.2, 1.0]), NAMES) == sentence
    assert loss.misreads([-1.5, 3.2, 1.0]) == (
        "expects cosines from −1 to 1; class 1 is −1.50, and 1 more class is outside"
    )
    assert loss.misreads([[0.0, 1.0], [0.0, 2.0]]).endswith("class 2 is 2.00 (sample 2)")
    assert "class 1 is NaN" in loss.misreads([np.nan, 0.0])
    assert np.isfinite(loss.value([0.5, 3.2, 1.0], [1, 0, 0]))


def test_a_cosine_may_round_to_a_little_more_than_1():
    assert LOSSES["circle"].misreads(np.float32([1.0000001, -1.0000001])) is None
    assert LOSSES["circle"].misreads([1.001]) == "expects cosines from −1 to 1; class 1 is 1.001"


def test_losses_of_predictions():
    loss = replace(LOSSES["bce"], inputs=("predictions", "targets"))
    assert loss.misreads([0.0, 0.25, 1.0]) is None
    assert loss.misreads([0.0, -0.25, 1.0], NAMES) == "expects predictions from 0 to 1; dog is −0.25"


def test_any_numbers_are_logits(loss):
    if loss.inputs[0] == "logits":
        assert loss.misreads([1e9, np.nan, -np.inf]) is None
