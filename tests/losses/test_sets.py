"""Sums over sets of classes: stable at any size, batched over different k, and what they have in common."""

from __future__ import annotations

from fractions import Fraction
from math import log

import numpy as np
import pytest

from explorer.catalogue import subsets
from explorer.losses import LOSSES
from tests.losses.conftest import plain
from tests.losses.exact import exact
from tests.losses.samples import cases

SOFTMAX, THRESHOLD = LOSSES["combinatorial_softmax"], LOSSES["combinatorial_threshold"]


@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_a_hundred_of_a_thousand(make, dtype):
    """log e_100 of 1,000 classes by exact fractions of the same weights."""
    random = np.random.default_rng(0)
    logits = np.float32(random.normal(0, 2, 1000))
    targets = np.isin(np.arange(1000), random.choice(1000, 100, replace=False)).astype(float)
    sums = [1] + [0] * 100  # integers of 60 binary digits a weight more
    for weight in np.exp(np.float64(logits)):
        scaled = int(Fraction(float(weight)) * 2**60)
        for size in range(100, 0, -1):
            sums[size] += scaled * sums[size - 1]
    bits = sums[100].bit_length() - 60
    expected = log(sums[100] >> bits) + (bits - 6000) * log(2) - float(np.float64(logits)[targets == 1].sum())
    value = float(plain(SOFTMAX.value(make(logits, dtype), make(targets, dtype))))
    assert value == pytest.approx(expected, rel=1e-12 if dtype == "float64" else 2e-6)
    gradient = plain(SOFTMAX.gradient(make(logits, dtype), make(targets, dtype)))
    assert gradient.sum() == pytest.approx(0.0, abs=1e-11 if dtype == "float64" else 1e-4)
    assert np.all((gradient + targets >= 0) & (gradient + targets <= 1))


def test_inclusion_probabilities_sum_to_k():
    random = np.random.default_rng(1)
    logits, targets = random.normal(0, 30, (60, 25)), (random.random((60, 25)) < 0.3).astype(float)
    np.testing.assert_allclose(SOFTMAX.gradient(logits, targets).sum(-1), 0.0, atol=1e-13)


def test_one_label_is_cross_entropy():
    logits, targets = 3 * np.random.default_rng(2).standard_normal((50, 9)), np.eye(9)[np.arange(50) % 9]
    ce = LOSSES["cross_entropy"]
    np.testing.assert_allclose(SOFTMAX.value(logits, targets), ce.value(logits, targets), rtol=1e-13)
    np.testing.assert_allclose(SOFTMAX.gradient(logits, targets), ce.gradient(logits, targets), rtol=1e-11)


@pytest.mark.parametrize("most", [7, 8, 50])
def test_room_for_every_class_is_bce(most):
    random = np.random.default_rng(3)
    logits, targets = random.normal(0, 4, (80, 7)), (random.random((80, 7)) < 0.5).astype(float)
    bce = LOSSES["bce"]
    found = THRESHOLD.value(logits, targets, max_labels=most)
    np.testing.assert_allclose(found, bce.value(logits, targets), rtol=1e-12)
    found = THRESHOLD.gradient(logits, targets, max_labels=most)
    np.testing.assert_allclose(found, bce.gradient(logits, targets), rtol=1e-11)


def test_none_and_all_are_no_signal():
    logits = np.array([0.5, -2.0, 1e4])
    for targets in ([0, 0, 0], [1, 1, 1]):
        assert SOFTMAX.value(logits, targets) == 0
        np.testing.assert_array_equal(SOFTMAX.gradient(logits, targets), 0.0)


def test_a_sure_and_right_answer_keeps_its_digits():
    assert SOFTMAX.value([25.0, -25.0, 25.0], [1, 0, 1]) == pytest.approx(2 * np.exp(-50), rel=1e-12)
    assert THRESHOLD.value([30.0, -30.0], [1, 0]) == pytest.approx(2 * np.exp(-30), rel=1e-12)


@pytest.mark.parametrize("loss", [SOFTMAX, THRESHOLD], ids=lambda loss: loss.key)
def test_by_logarithms_the_same(loss, monkeypatch, torch):
    """The way that is taken where the sums would be beyond float64, here for all."""
    monkeypatch.setattr(subsets, "LARGEST", -1.0)
    for logits, targets, settings in cases(loss):
        value, gradient = exact(loss.key, logits, targets, settings)
        assert float(loss.value(logits, targets, **settings)) == pytest.approx(value, rel=1e-12, abs=1e-13)
        np.testing.assert_allclose(loss.gradient(logits, targets, **settings), gradient, atol=1e-12)
        leaf = torch.tensor(logits, requires_grad=True)
        loss.value(leaf, torch.tensor(targets), **settings).backward()
        np.testing.assert_allclose(leaf.grad.numpy(), gradient, atol=1e-12)


@pytest.mark.parametrize("loss", [SOFTMAX, THRESHOLD], ids=lambda loss: loss.key)
@pytest.mark.parametrize("few", [0, 8])
def test_few_classes_or_not_the_same_digits(loss, few, make, monkeypatch):
    """Each probability relative to itself; ties at the edge of the top, where a factor is divided out."""
    monkeypatch.setattr(subsets, "FEW", few)
    tied, ladder = np.repeat([0.9, -30.0], [9, 4]), np.linspace(0, -60, 13)
    rows = np.stack([tied, tied - 700, ladder, ladder[::-1] ** 3, np.round(ladder) % 3, 3 * ladder % 7])
    for labels in (1, 3, 8):
        targets = np.zeros(rows.shape)
        for place, row in enumerate(rows):  # the largest, all but one of them, or fewer by one
            chosen = np.argsort(-row, kind="stable")[place % 2 : labels]
            targets[place, chosen] = 1.0
        settings = {} if loss is SOFTMAX else {"max_labels": labels}
        value, gradient = (
            plain(part) for part in loss.value_and_gradient(make(rows), make(targets), **settings)
        )
        for place, row in enumerate(rows):
            found = exact(loss.key, row, targets[place], settings)
            assert value[place] == pytest.approx(found[0], rel=1e-12, abs=1e-15)
            np.testing.assert_allclose(gradient[place], found[1], rtol=1e-12, atol=1e-45)


def test_few_classes_differentiated_automatically(torch):
    """At ties too, and in rows with different numbers of labels; the last sets leave only one class out."""
    logits = np.array([[0.5, 0.5, 0.5, -1.0, 2.0], [0.0] * 5, [3.0, -3.0, 0.0, 0.0, 3.0]])
    targets = np.array([[1, 0, 0, 0, 0], [1, 1, 1, 1, 0], [1, 0, 1, 0, 0.0]])
    for loss, settings in ((SOFTMAX, {}), (THRESHOLD, {"max_labels": 4, "threshold": 0.5})):
        leaf = torch.tensor(logits, requires_grad=True)
        loss.value(leaf, torch.tensor(targets), **settings).sum().backward()
        expected = loss.gradient(logits, targets, **settings)
        np.testing.assert_allclose(leaf.grad.numpy(), expected, rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize(("classes", "labels"), [(3000, 1500), (10_000, 300)])
def test_sums_beyond_float64(classes, labels):
    """Of equal logits it is the logarithm of a binomial coefficient."""
    from math import lgamma

    targets = (np.arange(classes) < labels).astype(float)
    expected = lgamma(classes + 1) - lgamma(labels + 1) - lgamma(classes - labels + 1)
    assert SOFTMAX.value(np.full(classes, 3.0), targets) == pytest.approx(expected, rel=1e-12)


def test_gradient_of_the_threshold():
    step, random = 1e-4, np.random.default_rng(4)
    logits, targets = random.normal(0, 2, 8), np.array([1, 0, 1, 0, 0, 0, 0, 0.0])
    for most in (2, 5, 8):
        values = [
            THRESHOLD.value(logits, targets, max_labels=most, threshold=0.3 + move) for move in (step, -step)
        ]
        found = THRESHOLD.parameter_gradient("threshold", logits, targets, max_labels=most, threshold=0.3)
        assert found == pytest.approx((values[0] - values[1]) / (2 * step), rel=1e-6)


def test_too_many_labels_are_refused():
    assert THRESHOLD.refuses([1, 1, 1], max_labels=2) == "needs at most 2 labels, as K says"
    values = THRESHOLD.value(np.zeros((2, 3)), [[1, 1, 1], [1, 0, 1]], max_labels=2)
    np.testing.assert_array_equal(np.isnan(values), [True, False])


@pytest.mark.parametrize("loss", [SOFTMAX, THRESHOLD], ids=lambda loss: loss.key)
def test_slopes_of_moving_classes(loss):
    for logits, targets, settings in cases(loss):
        arguments = loss.settings(**settings)
        moving = tuple(dict.fromkeys([0, len(logits) - 1]))
        slopes = loss.accumulators.moving_slopes(np, logits, targets, moving, arguments)
        expected = loss.gradient(logits, targets, **settings)[list(moving)]
        np.testing.assert_allclose(slopes(tuple(logits[list(moving)].tolist())), expected, atol=1e-12)


def test_the_k_largest_are_decided():
    logits = [[0.5, 2.0, 2.0, -1.0], [0.5, 2.0, 2.0, -1.0]]
    found = SOFTMAX.decide(logits, [[1, 0, 0, 0], [1, 1, 1, 0]])
    np.testing.assert_array_equal(found, [[False, True, False, False], [True, True, True, False]])
    np.testing.assert_array_equal(
        THRESHOLD.decide(logits[0], max_labels=2, threshold=0.0), [False, True, True, False]
    )


def test_gradient_of_the_partition():
    loss = LOSSES["partition_distribution"]
    for raw, expected in ((3.5, 3.0), (0.01, 0.0), (-4.0, 0.0)):
        found = loss.parameter_gradient("raw_partition", [0.5, 0.0, 1.0], [1, 0, 1], raw_partition=raw)
        assert found == expected
    assert "needs a target above 0" in loss.refuses([0, 0])
