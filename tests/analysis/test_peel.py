"""The peel: shares of orders against brute force, its value against ZLPR and BCE."""

from itertools import combinations

import numpy as np
import pytest

from explorer.analysis.peel import ORDERS, log_orders, peel, side
from explorer.losses import LOSSES
from tests.analysis.conftest import make_sample, random_sample


def orders_by_hand(exponents):
    return [
        np.log(sum(np.exp(sum(chosen)) for chosen in combinations(exponents, order)))
        for order in range(len(exponents) + 1)
    ]


@pytest.mark.parametrize("count", [1, 2, 3, 7, 10])
def test_orders_are_the_elementary_symmetric_polynomials(count):
    exponents = np.random.default_rng(count).normal(0.0, 3.0, count)
    np.testing.assert_allclose(log_orders(exponents), orders_by_hand(exponents), rtol=1e-12, atol=1e-12)


def test_no_classes_have_order_0_alone():
    assert log_orders([]).tolist() == [0.0]
    assert side([]).shares.tolist() == [1.0]
    assert side([]).value(0.3) == pytest.approx(0.0, abs=1e-15)


def test_shares_are_chances_of_a_sum_of_coins():
    exponents = np.array([0.3, -1.2, 2.0])
    chances = 1.0 / (1.0 + np.exp(-exponents))
    wanted = np.array([1.0])
    for chance in chances:
        wanted = np.convolve(wanted, [1.0 - chance, chance])
    found = side(exponents)
    np.testing.assert_allclose(found.shares, wanted, rtol=1e-13)
    assert found.expected == pytest.approx(chances.sum())


def test_many_classes_do_not_overflow():
    exponents = np.random.default_rng(0).normal(-8.0, 1.0, 10_000)
    found = side(exponents)
    assert len(found.shares) == ORDERS + 1
    assert 0.0 < found.rest < 1.0
    mean = found.expected
    wanted = np.exp(-mean + 2 * np.log(mean) - np.log(2))  # nearly Poisson, for rare classes
    assert found.shares[2] == pytest.approx(wanted, rel=0.05)
    assert side(np.full(10_000, 800.0)).value(0.5) == pytest.approx(8e6 + np.log(0.5))


def test_ends_are_zlpr_and_bce():
    sample = random_sample(6, 3, seed=4)
    found = peel(sample)
    zlpr, bce = (float(LOSSES[key].value(sample.logits, sample.targets)) for key in ("zlpr", "bce"))
    assert found.value(0.0) == pytest.approx(zlpr, rel=1e-14)
    assert found.value(1.0) == pytest.approx(bce, rel=1e-14)
    half = found.value(0.5)
    product = np.prod(1.0 + np.exp(np.where(sample.targets == 1, -np.inf, sample.logits)))
    first = 1.0 + np.exp(sample.logits[sample.targets == 0]).sum()
    assert float(found.others.value(0.5)) == pytest.approx(np.log(first + 0.5 * (product - first)))
    assert zlpr < half < bce


@pytest.mark.parametrize("amount", [0.0, 0.2, 0.5, 1.0])
def test_value_and_pull_are_those_of_the_loss(amount):
    sample = random_sample(9, 3, seed=1)
    found = peel(sample)
    gradient = LOSSES["peel"].gradient(sample.logits, sample.targets, amount=amount)
    value = LOSSES["peel"].value(sample.logits, sample.targets, amount=amount)
    assert found.value(amount) == pytest.approx(float(value), rel=1e-12)
    assert found.labelled.pull(amount) == pytest.approx(-gradient[sample.targets == 1].sum(), rel=1e-12)
    assert found.others.pull(amount) == pytest.approx(gradient[sample.targets == 0].sum(), rel=1e-12)


def test_soft_labels_have_no_orders():
    assert peel(make_sample([1.0, 2.0], [0.5, 1.0])) is None
    assert peel(make_sample([1.0, np.nan], [0.0, 1.0])) is None


@pytest.mark.parametrize("logit", [np.inf, -np.inf, 1e300])
def test_odd_logits_keep_their_ends(logit):
    found = peel(make_sample([logit, 0.0], [0.0, 1.0]))
    assert not np.isnan(found.value(np.array([0.0, 0.5, 1.0]))).any()
