"""A whole array at once is its rows one by one, for any number of threads."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.analysis.whole import evaluate_whole
from explorer.losses import LOSSES


@pytest.mark.parametrize("threads", [1, 2, 5])
@pytest.mark.parametrize("shape", [(0, 3), (1, 1), (700, 100), (3, 30_000)])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_blocks_are_rows(threads, shape, dtype):
    random = np.random.default_rng(0)
    logits = random.normal(0, 3, shape).astype(dtype)
    targets = (random.random(shape) < 0.2).astype(dtype)
    for key, settings in (("zlpr", {}), ("focal", {"gamma": 1.5}), ("bce", {"weight": [0.5] * shape[1]})):
        values, gradients = evaluate_whole(LOSSES[key], logits, targets, settings, threads=threads)
        assert values.dtype == gradients.dtype == np.dtype(dtype)
        whole = LOSSES[key].value_and_gradient(logits, targets, **settings)
        np.testing.assert_allclose(values, whole[0], rtol=1e-6 if dtype == "float32" else 1e-14)
        np.testing.assert_allclose(gradients, whole[1], rtol=1e-5 if dtype == "float32" else 1e-13)


def test_answers_go_where_they_are_wanted():
    logits, targets = np.zeros((5, 2)), np.eye(2)[[0, 1, 0, 1, 1]]
    out = np.empty(5), np.empty((5, 2))
    found = evaluate_whole(LOSSES["bce"], logits, targets, out=out)
    assert found[0] is out[0]
    assert found[1] is out[1]
    np.testing.assert_allclose(out[0], 2 * np.log(2))
    np.testing.assert_array_equal(out[1], 0.5 - targets)


@pytest.mark.parametrize("threads", [1, 2])
def test_what_a_block_raises_is_raised(threads):
    with pytest.raises(ValueError, match="epsilon=2 outside"):
        evaluate_whole(
            LOSSES["smoothed_bce"], np.zeros((9, 2)), np.zeros((9, 2)), {"epsilon": 2}, threads=threads
        )


def test_other_logits_have_a_row_for_each():
    random = np.random.default_rng(1)
    logits, others = random.normal(0, 3, (2, 400, 100))
    targets = np.eye(100)[random.integers(0, 100, 400)]
    values, gradients = evaluate_whole(LOSSES["r_drop"], logits, targets, {"other_logits": others})
    whole = LOSSES["r_drop"].value_and_gradient(logits, targets, other_logits=others)
    np.testing.assert_allclose(values, whole[0], rtol=1e-14)
    np.testing.assert_allclose(gradients, whole[1], rtol=1e-12, atol=1e-15)
