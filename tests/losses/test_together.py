"""Value and gradient at once, terms of classes, choices by name, readings: what the catalogue promises."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np
import pytest

from explorer.catalogue.smoothing import CONVENTIONS
from explorer.losses import LOSSES
from tests.losses.conftest import plain
from tests.losses.samples import cases, targets_of

BCE, SOFT, ZLPR, PEEL = (LOSSES[key] for key in ("bce", "soft_zlpr", "zlpr", "peel"))
PUBLISHED = ([2.0, -1.0, 0.5, -3.0], [1.0, 0.0, 1.0, 0.0])
SMOOTHED = ("label_smoothing", "smoothed_bce", "smoothed_zlpr")


@pytest.mark.parametrize("spread", [3.0, 300.0])
def test_value_and_gradient_at_once(loss, make, spread):
    if loss.other_parameter is not None:
        pytest.skip("compares with other logits")
    for logits, targets, settings in cases(loss, spread=spread):
        arguments = make(logits), make(targets)
        value, gradient = loss.value_and_gradient(*arguments, **settings)
        assert value.shape == ()
        assert value.dtype == gradient.dtype == arguments[0].dtype
        apart = plain(loss.value(*arguments, **settings)), plain(loss.gradient(*arguments, **settings))
        # A value is made of logits that round with their size, whichever way it is added up.
        scale = 1.0 + float(np.abs(logits).max())
        np.testing.assert_allclose(plain(value), apart[0], rtol=1e-12, atol=1e-15 * scale)
        np.testing.assert_allclose(plain(gradient), apart[1], rtol=1e-12, atol=1e-15)


def test_refused_samples_are_nan_in_both(loss, make):
    if not loss.strict:
        pytest.skip("takes any targets")
    value, gradient = loss.value_and_gradient(make([[1.0, 2.0, 3.0]] * 2), make([[1, 0, 7], [1, 0, 0]]))
    np.testing.assert_array_equal(np.isnan(plain(value)), [True, False])
    np.testing.assert_array_equal(np.isnan(plain(gradient)).all(axis=-1), [True, False])


@pytest.mark.parametrize(
    "logits", [[math.inf, 0.5], [-math.inf, 0.5], [math.inf, -math.inf], [math.nan, 1.0]]
)
@pytest.mark.parametrize(
    "key", ["cross_entropy", "bce", "zlpr", "soft_zlpr", "smoothed_bce", "focal", "peel"]
)
def test_infinite_logits_in_both(make, key, logits):
    loss = LOSSES[key]
    for targets in ([1, 0], [0, 1]):
        value, gradient = loss.value_and_gradient(make(logits), make(targets))
        np.testing.assert_allclose(plain(value), plain(loss.value(make(logits), make(targets))), rtol=1e-12)
        np.testing.assert_allclose(plain(gradient), plain(loss.gradient(make(logits), make(targets))))


def test_terms_sum_to_the_value(loss):
    if not loss.elementwise:
        with pytest.raises(ValueError, match="is no sum of one term a class"):
            loss.terms([0.0, 1.0], [1, 0])
        return
    for logits, targets, settings in cases(loss):
        terms = loss.terms(logits, targets, **settings)
        assert terms.shape == logits.shape
        np.testing.assert_allclose(terms.sum(), loss.value(logits, targets, **settings), rtol=1e-13)
        moved = np.where(np.arange(len(logits)) == 0, 9.0, logits)  # another class's term stays
        np.testing.assert_array_equal(loss.terms(moved, targets, **settings)[1:], terms[1:])


def test_choices_have_names(loss):
    for parameter in loss.parameters:
        for place, name in enumerate(parameter.names):
            assert loss.settings(**{parameter.name: name})[parameter.name] == place
            by_name, by_number = (
                loss.value([0.5, -1.0, 2.0], [1, 0, 0], **{parameter.name: choice})
                for choice in (name, place)
            )
            assert by_name == by_number


def test_readings_say_when_they_hold(loss):
    for reading in loss.readings:
        assert reading.holds or reading.fails, reading.name
        for sentence in filter(None, (reading.holds, reading.fails)):
            assert not sentence[0].islower() or sentence[0] in "σ"
            assert sentence.endswith(".")


def test_the_reading_of_a_weighted_bce_takes_the_weight_back():
    """Optimum of labels that are on 3 times in 10, at pos_weight 4: its logit is log(4 * 3 / 7)."""
    logits, targets = [math.log(4 * 0.3 / 0.7)], [0.3]
    assert abs(float(BCE.gradient(logits, targets, pos_weight=4.0)[0])) < 1e-15
    plainly, corrected = (float(BCE.read(way, logits, pos_weight=4.0)[0]) for way in BCE.readings)
    assert corrected == pytest.approx(0.3, rel=1e-14)
    assert plainly == pytest.approx(1.2 / 1.9, rel=1e-14)


# Smoothing


@pytest.mark.parametrize("key", SMOOTHED)
def test_conventions_smooth_the_targets_of_the_base(key):
    base = {"label_smoothing": "cross_entropy", "smoothed_bce": "bce", "smoothed_zlpr": "soft_zlpr"}[key]
    random = np.random.default_rng(0)
    targets, logits = targets_of(LOSSES[key].labels, random, (20, 4)), random.normal(0, 2, (20, 4))
    for convention in CONVENTIONS:
        smoothed = convention.smooth(targets, 0.2)
        settings = {"epsilon": 0.2, "convention": convention.name}
        found, expected = (
            LOSSES[key].value_and_gradient(logits, targets, **settings),
            LOSSES[base].value_and_gradient(logits, smoothed),
        )
        for one, other in zip(found, expected, strict=True):
            np.testing.assert_allclose(one, other, rtol=1e-13, atol=1e-15)
        lowest = LOSSES[key].lowest(targets, **settings)
        np.testing.assert_allclose(lowest, LOSSES[base].lowest(smoothed), rtol=1e-14)


@pytest.mark.parametrize(
    ("convention", "mean"), [("all", 0.3126), ("others", 0.3365), ("half", 0.3220), ("flip", 0.4032)]
)
def test_one_epsilon_means_another_thing_in_each_convention(convention, mean):
    """Published figures of BCE, the mean over 4 classes, at epsilon 0.1."""
    logits, targets = PUBLISHED
    value = LOSSES["smoothed_bce"].value(logits, targets, epsilon=0.1, convention=convention)
    assert float(value) / 4 == pytest.approx(mean, abs=5e-5)


# From ZLPR to BCE


@pytest.mark.parametrize("classes", [1, 2, 7, 100, 10_000])
def test_the_ends_of_the_peel(classes):
    random = np.random.default_rng(classes)
    logits = random.normal(0, 3, (4, classes))
    hard = (random.random((4, classes)) < 0.3).astype(float)
    for targets in (hard, random.random((4, classes))):
        for amount, end in ((0.0, SOFT), (1.0, BCE)):
            found = PEEL.value_and_gradient(logits, targets, amount=amount)
            np.testing.assert_allclose(found[0], end.value(logits, targets), rtol=1e-14, atol=1e-14)
            np.testing.assert_allclose(found[1], end.gradient(logits, targets), rtol=1e-11, atol=1e-14)
    np.testing.assert_allclose(PEEL.value(logits, hard, amount=0.0), ZLPR.value(logits, hard), rtol=1e-14)


@pytest.mark.parametrize("amount", [0.0, 0.01, 0.5, 1.0])
def test_the_peel_is_the_sum_of_all_products(amount):
    """Every set of classes of a side gives the product of its e^a: of two and more by the amount."""
    logits, targets = np.random.default_rng(1).normal(0, 1.5, 6), np.array([1, 0, 0, 1, 0, 1.0])
    expected = 0.0
    for side in (logits[targets == 0], -logits[targets == 1]):
        products = [
            math.prod(np.exp(chosen)) * (1.0 if count < 2 else amount)
            for count in range(len(side) + 1)
            for chosen in combinations(side, count)
        ]
        expected += math.log(math.fsum(products))
    assert float(PEEL.value(logits, targets, amount=amount)) == pytest.approx(expected, abs=1e-14)


def test_the_peel_rises_with_its_amount_and_does_not_overflow():
    logits, targets = np.full(10_000, 30.0), np.zeros(10_000)
    values = [float(PEEL.value(logits, targets, amount=amount)) for amount in (0.0, 1e-300, 0.5, 1.0)]
    assert np.isfinite(values).all()
    assert values == sorted(values)
    assert values[-1] == pytest.approx(300_000, rel=1e-9)
    assert np.isfinite(PEEL.gradient(logits, targets)).all()


# Weighted losses


def test_weighted_losses_without_their_weights_are_bce():
    random = np.random.default_rng(2)
    logits, hard = random.normal(0, 4, (50, 6)), (random.random((50, 6)) < 0.3).astype(float)
    plainly = {
        "focal": {"gamma": 0.0, "alpha": -1.0},
        "asl": {"gamma_positive": 0.0, "gamma_negative": 0.0, "clip": 0.0, "floor": 0.0},
        "distribution_balanced": {"negative_scale": 1.0},
    }
    for key, settings in plainly.items():
        found = LOSSES[key].value_and_gradient(logits, hard, **settings)
        np.testing.assert_allclose(found[0], BCE.value(logits, hard), rtol=1e-13)
        np.testing.assert_allclose(found[1], BCE.gradient(logits, hard), rtol=1e-12, atol=1e-16)


def test_asl_without_margin_is_focal_without_alpha():
    random = np.random.default_rng(3)
    logits, hard = random.normal(0, 4, (50, 6)), (random.random((50, 6)) < 0.3).astype(float)
    for gamma in (0.5, 1.0, 2.0, 3.7):
        same = {"gamma_positive": gamma, "gamma_negative": gamma, "clip": 0.0, "floor": 0.0}
        found = LOSSES["asl"].value_and_gradient(logits, hard, **same)
        expected = LOSSES["focal"].value_and_gradient(logits, hard, gamma=gamma, alpha=-1.0)
        for one, other in zip(found, expected, strict=True):
            np.testing.assert_allclose(one, other, rtol=1e-12, atol=1e-16)


def test_flat_places_of_asl():
    """Under the margin and far out a class has no say; a floor cuts what a labelled class can cost."""
    asl = LOSSES["asl"]
    assert plain(asl.gradient([-4.0], [0.0]))[0] == 0.0
    assert plain(asl.value([-4.0], [0.0])) == 0.0
    assert abs(plain(asl.gradient([60.0], [0.0]))[0]) < 1e-20
    assert plain(asl.value([-1000.0], [1.0])) == pytest.approx(8 * math.log(10), rel=1e-12)
    assert plain(asl.gradient([-1000.0], [1.0]))[0] == 0.0


@pytest.mark.parametrize("gamma", [0.0, 0.1, 0.5, 1.0, 2.0])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_slopes_of_saturated_focal_are_finite(make, dtype, gamma):
    logits = make([-1e4, -800.0, -100.0, 0.0, 100.0, 800.0, 1e4], dtype)
    for targets in ([1.0] * 7, [0.0] * 7, [0.3] * 7):
        value, gradient = LOSSES["focal"].value_and_gradient(logits, make(targets, dtype), gamma=gamma)
        assert np.isfinite(plain(value))
        assert np.isfinite(plain(gradient)).all()


@pytest.mark.parametrize("gamma", [0.1, 0.5, 0.9])
def test_automatic_differentiation_of_focal_under_1(torch, gamma):
    """As commonly written its slope at a saturated class is 0 times infinity, NaN."""
    leaf = torch.tensor([100.0, -100.0, 1e4, 0.5], dtype=torch.float64, requires_grad=True)
    targets = torch.tensor([1.0, 0.0, 1.0, 1.0])
    LOSSES["focal"].value(leaf, targets, gamma=gamma).backward()
    closed = LOSSES["focal"].gradient(leaf.detach(), targets, gamma=gamma)
    torch.testing.assert_close(leaf.grad, closed, rtol=1e-10, atol=1e-13)
