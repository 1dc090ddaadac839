"""The pieces that losses are made of, against plain formulas where those hold and known limits where not."""

from __future__ import annotations

import math

import array_api_compat
import numpy as np
import pytest

from explorer import numeric
from tests.losses.conftest import plain

INFINITE = float("inf")
GRID = np.linspace(-30, 30, 121)


@pytest.fixture
def xp(make):
    return array_api_compat.array_namespace(make([0.0]))


@pytest.fixture(autouse=True)
def _quiet():
    with np.errstate(all="ignore"):
        yield


def test_softplus_and_sigmoids(xp, make):
    exact = [math.log1p(math.exp(x)) for x in GRID]
    np.testing.assert_allclose(plain(numeric.softplus(xp, make(GRID))), exact, rtol=1e-14)
    rising, falling = numeric.sigmoids(xp, make(GRID))
    np.testing.assert_allclose(plain(rising), 1 / (1 + np.exp(-GRID)), rtol=1e-14)
    np.testing.assert_array_equal(plain(falling), plain(rising)[::-1])


def test_far_out(xp, make):
    far = make([-INFINITE, -1e4, -700.0, 700.0, 1e4, INFINITE])
    tiny = math.exp(-700)
    np.testing.assert_allclose(plain(numeric.softplus(xp, far)), [0, 0, tiny, 700, 1e4, INFINITE], rtol=1e-13)
    np.testing.assert_allclose(plain(numeric.sigmoid(xp, far)), [0, 0, tiny, 1, 1, 1], rtol=1e-13)


def test_slope_of_softplus_at_zero(torch):
    leaf = torch.zeros(3, requires_grad=True)
    numeric.softplus(array_api_compat.array_namespace(leaf), leaf).sum().backward()
    assert leaf.grad.tolist() == [0.5, 0.5, 0.5]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ([0.0, -50.0], math.exp(-50)),
        ([-INFINITE, -INFINITE], -INFINITE),
        ([INFINITE, 0.0], INFINITE),
        ([INFINITE, -INFINITE], INFINITE),
        ([1000.0, 1000.0, 1000.0, 1000.0], 1000 + math.log(4)),
        ([-1e4, -1e4 + 1], -1e4 + 1 + math.log1p(math.exp(-1))),
        ([7.0], 7.0),
    ],
)
def test_logsumexp(xp, make, row, expected):
    np.testing.assert_allclose(plain(numeric.logsumexp(xp, make(row))), expected, rtol=1e-15)
    if len(row) == 2:
        pair = numeric.logaddexp(xp, make(row[:1]), make(row[1:]))
        np.testing.assert_allclose(plain(pair), [expected], rtol=1e-15)


def test_nan_is_handed_on(xp, make):
    row = make([0.0, float("nan")])
    assert np.isnan(plain(numeric.logsumexp(xp, row)))
    assert np.isnan(plain(numeric.softmax(xp, row))).all()
    assert np.isnan(plain(numeric.logaddexp(xp, row, row)))[1]


@pytest.mark.parametrize("level", [0.0, 1e4, -1e4])
def test_softmax(xp, make, level):
    row = np.array([[3.0, 1.0, -2.0, 3.0], [50.0, 0.0, -2.0, -4.0]])
    expected = np.exp(row) / np.exp(row).sum(-1, keepdims=True)
    np.testing.assert_allclose(plain(numeric.softmax(xp, make(row + level))), expected, rtol=1e-14)


def test_sums_of_two_sides(xp, make):
    """Each side is measured from its own top, whatever the other one is."""
    values, labelled = np.array([[1.0, 1e4, -INFINITE, 0.0]]), np.array([[True, False, False, True]])
    mask = xp.asarray(labelled)
    outer, inner = numeric.tops_of_sides(xp, mask, make(values))
    assert (float(outer[0, 0]), float(inner[0, 0])) == (1e4, 1.0)
    terms = xp.exp(numeric.from_tops(xp, mask, make(values), (outer, inner)))
    np.testing.assert_allclose(plain(terms), [[1.0, 1.0, 0.0, np.exp(-1.0)]], rtol=1e-15)
    found = [float(total[0, 0]) for total in numeric.sums_of_sides(xp, mask, terms)]
    np.testing.assert_allclose(found, [1.0, 1.0 + np.exp(-1.0)], rtol=1e-15)
    none, _ = numeric.tops_of_sides(xp, mask | ~mask, make(values))
    assert plain(none) == -INFINITE


def test_an_infinite_logit_wins(xp, make):
    np.testing.assert_array_equal(plain(numeric.softmax(xp, make([INFINITE, 1e4, -INFINITE]))), [1, 0, 0])
    np.testing.assert_array_equal(plain(numeric.softmax(xp, make([INFINITE, INFINITE]))), [0.5, 0.5])
    np.testing.assert_array_equal(
        plain(numeric.weighted_shares(xp, make([1, 1]), make([INFINITE, 5.0]))), [1, 0]
    )


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_shares(xp, make, dtype):
    """In float32 round 1000, exponents with log w in them would be off by 3e-5."""
    tolerance = 1e-6 if dtype == "float32" else 1e-14
    exponents, weights = np.array([1.0, -2.0, 0.5]), np.array([0.25, 1.0, 0.125])
    plainly = weights * np.exp(exponents) / (1 + weights @ np.exp(exponents))
    found = numeric.weighted_shares(xp, make(weights, dtype), make(exponents, dtype))
    np.testing.assert_allclose(plain(found), plainly, rtol=tolerance)
    far = weights * np.exp(exponents) / (weights @ np.exp(exponents))
    found = numeric.weighted_shares(xp, make(weights, dtype), make(exponents + 1000, dtype))
    np.testing.assert_allclose(plain(found), far, rtol=tolerance)


def test_no_weight_no_say(xp, make):
    zero = make([0.0, 0.0, 0.0])
    wild = make([INFINITE, -INFINITE, 1e300])
    assert plain(numeric.times(xp, zero, wild)).tolist() == [0, 0, 0]
    assert plain(numeric.weighted(xp, zero, wild)).tolist() == [-INFINITE] * 3
    assert plain(numeric.weighted_shares(xp, zero, wild)).tolist() == [0, 0, 0]


def test_tiny_weights_neither_overflow_nor_vanish(xp, make):
    found = numeric.weighted_shares(xp, make([1e-300, 1e-300]), make([700.0, 0.0]))
    exact = math.exp(700) * 1e-300
    np.testing.assert_allclose(plain(found), [exact / (1 + exact), 1e-300 / (1 + exact)], rtol=1e-12)
