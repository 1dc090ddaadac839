"""Weightings of two tasks against brute force over the problems that they say to solve."""

import numpy as np
import pytest

from explorer.analysis.tasks import (
    WEIGHTINGS,
    Pair,
    common_descent,
    first_leads,
    halves_of_bce,
    halves_of_zlpr,
    inverse_loss,
    inverse_norm,
    second_leads,
    through_scale_and_shift,
)
from explorer.losses import LOSSES
from tests.analysis.conftest import random_sample

ANGLES = np.linspace(-np.pi, np.pi, 20_001)


@pytest.fixture(params=range(6))
def pair(request):
    random = np.random.default_rng(request.param)
    first, second = random.normal(0.0, 1.0, (2, 4)) * [[1.0], [0.3 + request.param]]
    return Pair((0.7, 2.0), first, -first + 0.4 * second if request.param % 2 else second)


def step(pair, weights):
    return weights[0] * pair.first + weights[1] * pair.second


def test_common_descent_is_the_shortest_convex_sum(pair):
    shares = np.linspace(0.0, 1.0, 10_001)
    lengths = [np.linalg.norm(step(pair, (share, 1.0 - share))) for share in shares]
    best = shares[int(np.argmin(lengths))]
    assert common_descent(pair)[0] == pytest.approx(best, abs=2e-4)
    assert sum(common_descent(pair)) == 1.0


def test_no_task_rises_along_the_common_descent(pair):
    assert min(pair.decreases(common_descent(pair))) >= -1e-12


@pytest.mark.parametrize("leads", [first_leads, second_leads])
def test_a_leading_task_goes_as_far_along_as_the_other_allows(pair, leads):
    """Brute force over the plane of both: max <u, g0> - |u|^2 / 2 with <u, g1> >= 0."""
    primary, other = (pair.first, pair.second) if leads is first_leads else (pair.second, pair.first)
    found = step(pair, leads(pair))
    assert found @ other >= -1e-12
    across = other - (other @ primary) / (primary @ primary) * primary
    plane = [primary / np.linalg.norm(primary), across / np.linalg.norm(across)]
    best = -np.inf
    for angle in ANGLES:
        along = np.cos(angle) * plane[0] + np.sin(angle) * plane[1]
        if along @ other >= 0.0:
            reach = max(along @ primary, 0.0)
            best = max(best, reach * reach / 2)
    reached = found @ primary - found @ found / 2
    assert best - 1e-9 <= reached <= best * 1.005 + 1e-9  # a grid comes near it, not to it


def test_inverse_loss_descends_the_product(pair):
    weights = inverse_loss(pair)
    np.testing.assert_allclose(step(pair, weights), pair.first / 0.7 + pair.second / 2.0)
    assert np.isnan(inverse_loss(Pair((0.0, 1.0), pair.first, pair.second))).all()


def test_inverse_norm_adds_directions(pair):
    weights = inverse_norm(pair)
    assert np.linalg.norm(weights[0] * pair.first) == pytest.approx(1.0)
    assert np.linalg.norm(weights[1] * pair.second) == pytest.approx(1.0)
    assert np.isnan(inverse_norm(Pair((1.0, 1.0), 0.0 * pair.first, pair.second))).all()


def test_the_plane_keeps_lengths_and_angles(pair):
    one, two = np.array(pair.plane((1.0, 0.0))), np.array(pair.plane((0.0, 1.0)))
    assert one @ one == pytest.approx(pair.products[0])
    assert one @ two == pytest.approx(pair.products[1])
    assert two @ two == pytest.approx(pair.products[2])


def test_a_decrease_is_the_slope_along_the_step(pair):
    for weighting in WEIGHTINGS:
        weights = weighting.weights(pair)
        direction = step(pair, weights) / np.linalg.norm(step(pair, weights))
        wanted = direction @ pair.first, direction @ pair.second
        assert pair.decreases(weights) == pytest.approx(wanted, abs=1e-10)


@pytest.mark.parametrize(("key", "halves"), [("bce", halves_of_bce), ("soft_zlpr", halves_of_zlpr)])
@pytest.mark.parametrize("soft", [False, True])
def test_halves_are_the_whole(key, halves, soft):
    sample = random_sample(7, 3)
    targets = 0.8 * sample.targets + 0.1 if soft else sample.targets
    pair = halves(sample.logits, targets)
    assert sum(pair.values) == pytest.approx(float(LOSSES[key].value(sample.logits, targets)))
    np.testing.assert_allclose(pair.first + pair.second, LOSSES[key].gradient(sample.logits, targets))
    assert (pair.first <= 0).all()
    assert (pair.second >= 0).all()
    assert (pair.products[1] == 0.0) != soft


def test_one_scale_and_shift_make_them_meet():
    sample = random_sample(7, 3)
    pair = halves_of_bce(sample.logits, sample.targets)
    shared = through_scale_and_shift(pair, sample.logits)
    step_ = 1e-6
    for first, moved in ((0, (1.0 + step_) * sample.logits), (1, sample.logits + step_)):
        slope = (halves_of_bce(moved, sample.targets).values[0] - pair.values[0]) / step_
        assert shared.first[first] == pytest.approx(slope, rel=1e-4)
    assert shared.cosine < 0
