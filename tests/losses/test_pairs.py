"""What the losses of pairs, cosines and directions have to do with each other and with the older ones."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.losses import LOSSES

CE, ZLPR, PAIRS, THRESHOLD, TWO_WAY, CIRCLE, AM, INFO, FLAT, NORM = (
    LOSSES[key]
    for key in (
        "cross_entropy", "zlpr", "pairwise", "threshold_pairwise", "two_way", "circle", "am_softmax",
        "info_nce", "flat_nce", "logit_norm",
    )
)  # fmt: skip
METHODS = ("value", "gradient")


def rows(classes, count=100, seed=0):
    """Logits of three sizes, one-hot targets and 0/1 targets."""
    random = np.random.default_rng(seed)
    logits = random.choice([0.3, 2.0, 10.0], (count, 1)) * random.standard_normal((count, classes))
    one_hot = np.eye(classes)[random.integers(0, classes, count)]
    return logits, one_hot, (random.random((count, classes)) < 0.4).astype(float)


def assert_same(found, expected):
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("classes", [1, 2, 7, 100])
def test_one_label_makes_several_losses_cross_entropy(method, classes):
    logits, one_hot, _ = rows(classes)
    expected = getattr(CE, method)(logits, one_hot)
    assert_same(getattr(PAIRS, method)(logits, one_hot), expected)
    assert_same(getattr(AM, method)(logits, one_hot, scale=1.0, margin=0.0), expected)
    found = getattr(INFO, method)(logits, one_hot, temperature=0.5)
    assert_same(found, getattr(CE, method)(logits, one_hot, temperature=0.5))


def test_margin_and_scale_of_am_softmax_are_those_of_the_pairs():
    """And those of cross entropy on kappa (s - m t), the way in which the paper writes it."""
    logits, one_hot, _ = rows(6)
    cosines = np.tanh(logits)
    given = AM.value(cosines, one_hot, scale=20.0, margin=0.3)
    assert_same(given, PAIRS.value(cosines, one_hot, gamma=20.0, margin=0.3))
    assert_same(given, CE.value(20.0 * (cosines - 0.3 * one_hot), one_hot))
    expected = 20.0 * CE.gradient(20.0 * (cosines - 0.3 * one_hot), one_hot)
    np.testing.assert_allclose(
        AM.gradient(cosines, one_hot, scale=20.0, margin=0.3), expected, rtol=1e-10, atol=1e-12
    )


@pytest.mark.parametrize("method", METHODS)
def test_a_threshold_of_0_is_zlpr_and_any_other_a_shift(method):
    logits, _, hard = rows(9)
    assert_same(getattr(THRESHOLD, method)(logits, hard), getattr(ZLPR, method)(logits, hard))
    moved = getattr(THRESHOLD, method)(logits + 2.5, hard, threshold=2.5)
    np.testing.assert_allclose(moved, getattr(ZLPR, method)(logits, hard), rtol=1e-10, atol=1e-12)


def test_zlpr_is_the_pairs_and_the_threshold_with_each_class():
    """The product of the two sums: 1, every pair, s0 below every labelled, above every unlabelled logit."""
    logits, _, hard = rows(5)
    for threshold in (0.0, 0.75):
        others = np.sum(np.where(hard == 0, np.exp(logits - threshold), 0.0), axis=-1)
        labelled = np.sum(np.where(hard == 1, np.exp(threshold - logits), 0.0), axis=-1)
        pairs = np.expm1(PAIRS.value(logits, hard))
        found = np.expm1(THRESHOLD.value(logits, hard, threshold=threshold))
        np.testing.assert_allclose(found, pairs + others + labelled, rtol=1e-9)


def test_gradient_of_the_learned_threshold():
    """It balances the classes, as all may move together; and it is what differences of the value give."""
    logits, _, hard = rows(9)
    for threshold in (-1.5, 0.0, 0.25):
        found = THRESHOLD.parameter_gradient("threshold", logits, hard, threshold=threshold)
        balance = -THRESHOLD.gradient(logits, hard, threshold=threshold).sum(axis=-1)
        np.testing.assert_allclose(found, balance, rtol=1e-9, atol=1e-14)
        above, below = (THRESHOLD.value(logits, hard, threshold=threshold + h) for h in (1e-5, -1e-5))
        np.testing.assert_allclose(found, (above - below) / 2e-5, atol=1e-8)
    refused = THRESHOLD.parameter_gradient("threshold", [0.0, 1.0], [0.5, 0.0])
    assert np.isnan(refused)


def test_the_threshold_decides():
    np.testing.assert_array_equal(THRESHOLD.decide([0.2, 0.75, 0.8], threshold=0.75), [False, False, True])


@pytest.mark.parametrize("key", ["pairwise", "two_way", "circle"])
def test_a_side_without_classes_gives_no_signal(key):
    logits = np.array([0.5, -0.25, np.inf, -np.inf, 3.0])
    for targets in (np.zeros(5), np.ones(5)):
        for finite in (logits, np.nan_to_num(logits, posinf=7.0, neginf=-7.0)):
            assert LOSSES[key].value(finite, targets) == 0
            assert not LOSSES[key].gradient(finite, targets).any()
    assert LOSSES[key].value([0.3], [1]) == LOSSES[key].value([0.3], [0]) == 0


@pytest.mark.parametrize("key", ["pairwise", "two_way", "circle"])
def test_what_only_ranks_is_told_how_many(key):
    logits = np.array([[3.0, 1.0, 2.0, 2.0], [0.0, 0.0, -1.0, 5.0]])
    found = LOSSES[key].decide(logits, [[1, 1, 0, 0], [0, 0, 0, 0]])
    np.testing.assert_array_equal(found, [[True, False, True, False], [False] * 4])
    np.testing.assert_array_equal(LOSSES[key].decide(logits).sum(axis=-1), [1, 1])


def test_two_way_at_temperature_1_is_the_pairs():
    logits, _, hard = rows(8)
    even = {"positive_temperature": 1.0, "negative_temperature": 1.0}
    for method in METHODS:
        assert_same(getattr(TWO_WAY, method)(logits, hard, **even), getattr(PAIRS, method)(logits, hard))


def test_two_way_does_not_leak_as_a_mask_of_minus_100_does():
    """Officially a labelled logit stands among the others at e^-100; here it has no place."""
    logits, targets = np.array([150.0, -300.0, -250.0]), np.array([1.0, 0.0, 0.0])
    filled = np.where(targets == 1, -100.0, logits)
    leaking = np.log(np.exp(filled).sum()) - logits[0]
    assert leaking == pytest.approx(-250)
    assert TWO_WAY.value(logits, targets) == pytest.approx(np.exp(-400.0), rel=1e-9)


def test_circle_with_weights_held_is_the_derivative():
    """Differences of the value with alpha kept at the point, as code that detaches it sees the loss."""
    random = np.random.default_rng(3)
    for gamma, margin in ((80.0, 0.4), (256.0, 0.25), (1.0, 0.25)):
        cosines, hard = random.uniform(-1, 1, 6), np.array([1.0, 0, 0, 1, 0, 1])
        alpha = np.where(hard == 1, np.maximum(1 + margin - cosines, 0), np.maximum(cosines + margin, 0))

        def held(s, alpha=alpha, hard=hard, gamma=gamma, margin=margin):
            others = np.exp(gamma * (alpha * (s - margin))[..., hard == 0] - 200).sum(-1)
            labelled = np.exp(gamma * (alpha * (1 - margin - s))[..., hard == 1] - 200).sum(-1)
            return np.logaddexp(0.0, np.log(others) + np.log(labelled) + 400)

        step = 1e-4 / gamma
        slope = (held(cosines + step * np.eye(6)) - held(cosines - step * np.eye(6))) / (2 * step)
        found = CIRCLE.gradient(cosines, hard, gamma=gamma, margin=margin)
        np.testing.assert_allclose(found, slope, rtol=1e-5, atol=1e-6)


def test_where_circle_is_lowest_its_gradient_still_pulls():
    """The value is least at cosines 0 and 1; with weights held the pull ends only at -m and 1 + m."""
    logits, hard = np.array([1.0, 0.0, 0.0, 1.0]), np.array([1.0, 0.0, 0.0, 1.0])
    given = {"gamma": 4.0, "margin": 0.25}
    assert CIRCLE.value(logits, hard, **given) == pytest.approx(
        float(CIRCLE.lowest(hard, **given)), rel=1e-14
    )
    assert np.all(np.abs(CIRCLE.gradient(logits, hard, **given)) > 0.01)
    ends = np.where(hard == 1, 1.25, -0.25)
    np.testing.assert_allclose(CIRCLE.gradient(ends, hard, **given), 0.0, atol=1e-15)


def test_exponents_of_hundreds_are_safe_in_float32():
    worst = np.float32([-1, 1, 1, 1, -1]), np.float32([1, 0, 0, 0, 1])
    assert CIRCLE.value(*worst, gamma=256.0, margin=0.25) == pytest.approx(1249.7918, rel=1e-6)
    assert np.isfinite(CIRCLE.gradient(*worst, gamma=256.0, margin=0.25)).all()


def test_flat_nce_is_the_logarithm_of_the_odds_of_info_nce():
    logits, one_hot, _ = rows(5)
    cosines = np.tanh(logits)
    odds = np.expm1(INFO.value(cosines, one_hot))
    np.testing.assert_allclose(np.exp(FLAT.value(cosines, one_hot)), odds, rtol=1e-9)


def test_flat_nce_never_fades_and_has_no_floor():
    far = np.array([1.0, -1.0, -1.0])
    for size in (1.0, 100.0, 1e4):
        gradient = FLAT.gradient(size * far, [1, 0, 0])
        np.testing.assert_allclose(gradient, np.array([-1, 0.5, 0.5]) / 0.07, rtol=1e-13)
    assert FLAT.value(1e4 * far, [1, 0, 0]) < -2e5
    assert FLAT.lowest([1, 0, 0]) == -np.inf
    assert FLAT.value([0.4], [1]) == -np.inf  # nothing to be told from
    assert FLAT.gradient([0.4], [1]) == 0


def test_info_nce_keeps_in_float32_what_the_usual_code_loses():
    """Eight candidates at a gap of 25: log(1 + 7 e^-25), which a softmax in float32 rounds to 0."""
    logits, one_hot = np.float32([25.0] + [0.0] * 7), np.float32(np.eye(8)[0])
    exact = np.log1p(7 * np.exp(-25.0))
    assert INFO.value(logits, one_hot, temperature=1.0) == pytest.approx(exact, rel=1e-6)
    assert INFO.gradient(logits, one_hot, temperature=1.0)[0] == pytest.approx(-exact, rel=1e-6)
    usual = np.exp(logits - logits.max())
    assert np.log(usual.sum()) == 0


@pytest.mark.parametrize("size", [1e-30, 1e-3, 7.0, 1e30, 1e150])
def test_logit_norm_takes_the_direction_alone(size):
    logits, one_hot, _ = rows(6)
    np.testing.assert_allclose(NORM.value(size * logits, one_hot), NORM.value(logits, one_hot), rtol=1e-11)
    gradient = size * NORM.gradient(size * logits, one_hot)
    np.testing.assert_allclose(gradient, NORM.gradient(logits, one_hot), rtol=1e-9, atol=1e-11)
    along = np.sum(logits * NORM.gradient(logits, one_hot), axis=-1)
    np.testing.assert_allclose(along, 0.0, atol=1e-11)


def test_logit_norm_is_cross_entropy_of_the_direction():
    logits, one_hot, _ = rows(6)
    direction = logits / np.sqrt(np.sum(logits**2, axis=-1, keepdims=True))
    for temperature in (0.04, 1.0):
        found = NORM.value(logits, one_hot, temperature=temperature)
        assert_same(found, CE.value(direction, one_hot, temperature=temperature))


@pytest.mark.parametrize("classes", [2, 3, 50])
def test_logit_norm_cannot_fall_below_its_floor(classes):
    """Reached where the labelled class is as far above the others as a direction can be."""
    one_hot = np.eye(classes)[0]
    best = np.where(one_hot == 1, classes - 1.0, -1.0)
    for temperature in (0.04, 0.5, 2.0):
        gap = np.sqrt(classes / (classes - 1)) / temperature
        floor = float(NORM.lowest(one_hot, temperature=temperature))
        assert floor == pytest.approx(np.log1p((classes - 1) * np.exp(-gap)), rel=1e-13)
        assert NORM.value(best, one_hot, temperature=temperature) == pytest.approx(floor, rel=1e-9)
        np.testing.assert_allclose(NORM.gradient(best, one_hot, temperature=temperature), 0.0, atol=1e-12)


def test_what_no_direction_reads_has_no_known_floor():
    assert np.isnan(NORM.lowest([0.9, 0.1], temperature=2.0))
    even = NORM.lowest([0.25] * 4, temperature=0.04)
    assert even == pytest.approx(np.log(4), rel=1e-14)


def test_logit_norm_without_a_direction():
    """All classes alike, and a gradient that leads away from there."""
    assert NORM.value(np.zeros(4), [1, 0, 0, 0]) == pytest.approx(np.log(4), rel=1e-14)
    gradient = NORM.gradient(np.zeros(4), [1, 0, 0, 0], temperature=1.0)
    np.testing.assert_allclose(gradient, [-0.75, 0.25, 0.25, 0.25], rtol=1e-14)


def test_an_infinite_logit_is_the_direction():
    found = NORM.value([np.inf, 3.0, -2.0], [1, 0, 0])
    assert found == pytest.approx(float(NORM.value([1.0, 0.0, 0.0], [1, 0, 0])), rel=1e-14)
