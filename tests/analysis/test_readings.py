from __future__ import annotations

import math

import numpy as np
import pytest

from explorer.analysis.readings import effective_classes, entropy, sigma, sigma_of_double, softmax

EXAMPLE = np.array([1.5, 1.2, 1.0])  # the known example of overconfidence


def test_sigma_is_the_logistic_function() -> None:
    logits = np.array([-800.0, -30.0, -1.0, 0.0, 0.5, 30.0, 800.0])
    expected = [0.0, math.exp(-30.0) / (1 + math.exp(-30.0)), 1 / (1 + math.e), 0.5]
    expected += [1 / (1 + math.exp(-0.5)), 1 / (1 + math.exp(-30.0)), 1.0]
    np.testing.assert_allclose(sigma(logits), expected, rtol=1e-15, atol=1e-300)
    np.testing.assert_allclose(sigma_of_double(logits), sigma(logits * 2), rtol=1e-15)


def test_sigma_at_the_edges() -> None:
    assert sigma(np.array([-np.inf, np.inf])).tolist() == [0.0, 1.0]
    assert np.isnan(sigma(np.array([np.nan]))).all()
    assert sigma(np.array([-0.0, 0.0])).tolist() == [0.5, 0.5]


@pytest.mark.parametrize(
    ("alpha", "shares", "nats", "effective"),
    [(1.0, (0.426, 0.316, 0.258), 1.077, 2.94), (5.0, (0.766, 0.171, 0.063), 0.680, 1.97)],
)
def test_the_example_of_overconfidence(
    alpha: float, shares: tuple[float, ...], nats: float, effective: float
) -> None:
    probabilities = softmax(alpha * EXAMPLE)
    np.testing.assert_allclose(probabilities, shares, atol=5e-4)
    assert entropy(probabilities) == pytest.approx(nats, abs=5e-4)
    assert effective_classes(probabilities) == pytest.approx(effective, abs=5e-3)


def test_entropy_of_certainty_and_of_ignorance() -> None:
    assert entropy(np.array([0.0, 1.0, 0.0])) == 0.0
    assert effective_classes(np.full(7, 1 / 7)) == pytest.approx(7.0, rel=1e-14)


def test_softmax_has_no_answer_for_nan() -> None:
    probabilities = softmax(np.array([[np.nan, 0.0, 1.0], [-np.inf, 0.0, 0.0]]))
    assert np.isnan(probabilities[0]).all()
    assert probabilities[1].tolist() == [0.0, 0.5, 0.5]
    assert np.isnan(entropy(probabilities)).tolist() == [True, False]


def test_an_infinite_logit_wins() -> None:
    probabilities = softmax(np.array([[np.inf, 0.0, 1.0], [np.inf, np.inf, -np.inf]]))
    assert probabilities.tolist() == [[1.0, 0.0, 0.0], [0.5, 0.5, 0.0]]
    assert entropy(probabilities) == pytest.approx([0.0, np.log(2.0)], rel=1e-15)
