"""What the losses have to do with each other, with torch, and with what is known of them."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.catalogue import Invariance
from explorer.losses import LOSSES
from explorer.numeric import sigmoid, softmax
from tests.losses.samples import cases, targets_of

CE, BCE, ZLPR, SOFT = (LOSSES[key] for key in ("cross_entropy", "bce", "zlpr", "soft_zlpr"))


def random_rows(classes, rows=200, seed=0):
    random = np.random.default_rng(seed)
    logits = random.choice([0.3, 2.0, 10.0], (rows, 1)) * random.standard_normal((rows, classes))
    return random, logits


@pytest.mark.parametrize("classes", [1, 2, 5, 100])
def test_order_of_three_losses(classes):
    """CE <= ZLPR on one label, ZLPR <= BCE on any."""
    random, logits = random_rows(classes)
    one_hot = np.eye(classes)[random.integers(0, classes, len(logits))]
    assert np.all(CE.value(logits, one_hot) <= ZLPR.value(logits, one_hot) * (1 + 1e-12))
    hard = (random.random(logits.shape) < 0.3).astype(float)
    assert np.all(ZLPR.value(logits, hard) <= BCE.value(logits, hard) * (1 + 1e-12))


def test_with_one_class_zlpr_is_bce():
    random, logits = random_rows(1)
    hard = (random.random(logits.shape) < 0.5).astype(float)
    np.testing.assert_allclose(ZLPR.value(logits, hard), BCE.value(logits, hard), rtol=1e-14)
    np.testing.assert_allclose(ZLPR.gradient(logits, hard), BCE.gradient(logits, hard), rtol=1e-13)


def test_two_classes_of_softmax_are_one_sigmoid():
    _, logits = random_rows(1)
    pairs = np.concatenate([logits, np.zeros_like(logits)], axis=-1)
    ours = CE.value(pairs, np.broadcast_to([1.0, 0.0], pairs.shape))
    np.testing.assert_allclose(ours, BCE.value(logits, np.ones_like(logits)), rtol=1e-13)


@pytest.mark.parametrize("classes", [1, 3, 50])
def test_on_hard_labels_soft_zlpr_is_zlpr(classes):
    random, logits = random_rows(classes)
    hard = (random.random(logits.shape) < 0.3).astype(float)
    np.testing.assert_allclose(SOFT.value(logits, hard), ZLPR.value(logits, hard), rtol=1e-13)
    np.testing.assert_allclose(
        SOFT.gradient(logits, hard), ZLPR.gradient(logits, hard), rtol=1e-12, atol=1e-15
    )


def test_gradient_mass_of_a_side_of_zlpr():
    """Each side's mass is 1 - e^-(loss of that side), under 1 for any number of classes."""
    random, logits = random_rows(30)
    hard = (random.random(logits.shape) < 0.2).astype(float)
    gradient = ZLPR.gradient(logits, hard)
    # with every class on one side, the other side's loss is log 1 = 0; a logit of -inf leaves its sum
    unlabelled = ZLPR.value(np.where(hard == 0, logits, -np.inf), np.zeros_like(hard))
    labelled = ZLPR.value(np.where(hard == 1, logits, np.inf), np.ones_like(hard))
    np.testing.assert_allclose(
        np.where(gradient > 0, gradient, 0).sum(-1), -np.expm1(-unlabelled), atol=1e-14
    )
    np.testing.assert_allclose(np.where(gradient < 0, -gradient, 0).sum(-1), -np.expm1(-labelled), atol=1e-14)
    np.testing.assert_allclose(unlabelled + labelled, ZLPR.value(logits, hard), rtol=1e-13)


def test_gradient_at_zero():
    """1000 classes, 3 labelled: 3/4 against 997/998 for ZLPR, 1.5 against 498.5 for BCE."""
    targets = np.arange(1000) < 3
    for loss, up, down in ((ZLPR, 3 / 4, 997 / 998), (BCE, 1.5, 498.5)):
        gradient = loss.gradient(np.zeros(1000), targets)
        assert gradient[targets].sum() == pytest.approx(-up, rel=1e-14)
        assert gradient[~targets].sum() == pytest.approx(down, rel=1e-14)


@pytest.mark.parametrize("classes", [1, 3, 50, 1000])
def test_optimum_of_soft_zlpr_reads_sigma_of_2s(classes):
    targets = np.random.default_rng(classes).uniform(0.001, 0.999, classes)
    logits = 0.5 * np.log(targets / (1 - targets))
    np.testing.assert_allclose(SOFT.read(SOFT.readings[0], logits), targets, rtol=1e-13)
    np.testing.assert_allclose(SOFT.gradient(logits, targets), 0.0, atol=1e-15)
    assert SOFT.value(logits, targets) == pytest.approx(float(SOFT.lowest(targets)), rel=1e-13)


@pytest.mark.parametrize("epsilon", [0.0, 0.1, 0.5, 1.0])
def test_smoothing_is_a_convex_combination(epsilon):
    random, logits = random_rows(7)
    one_hot, uniform = np.eye(7)[random.integers(0, 7, len(logits))], np.full(logits.shape, 1 / 7)
    expected = (1 - epsilon) * CE.value(logits, one_hot) + epsilon * CE.value(logits, uniform)
    found = LOSSES["label_smoothing"].value(logits, one_hot, epsilon=epsilon)
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize(("key", "base"), [("smoothed_bce", BCE), ("smoothed_zlpr", SOFT)])
@pytest.mark.parametrize("epsilon", [0.0, 0.1, 0.5, 1.0])
def test_smoothed_losses_are_their_base_on_smoothed_targets(key, base, epsilon):
    random, logits = random_rows(7)
    targets = targets_of(LOSSES[key].labels, random, logits.shape)
    smoothed = (1 - epsilon) * targets + epsilon / 2
    for method in ("value", "gradient"):
        found = getattr(LOSSES[key], method)(logits, targets, epsilon=epsilon)
        np.testing.assert_allclose(found, getattr(base, method)(logits, smoothed), rtol=1e-13, atol=1e-15)


def test_known_optimum_of_label_smoothing():
    """Gap log(1 + n (1 - e) / e): log 28 = 3.3322 for three classes and e = 0.1."""
    loss, logits = LOSSES["label_smoothing"], np.array([np.log(28), 0.0, 0.0])
    np.testing.assert_allclose(loss.gradient(logits, [1, 0, 0]), 0.0, atol=1e-15)
    assert loss.value(logits, [1, 0, 0]) == pytest.approx(float(loss.lowest([1, 0, 0])), rel=1e-14)


def test_temperature_divides_logits_and_gradient():
    random, logits = random_rows(6)
    targets = random.dirichlet(np.ones(6), len(logits))
    for temperature in (0.05, 0.5, 3.0):
        found = CE.value(logits, targets, temperature=temperature)
        np.testing.assert_allclose(found, CE.value(logits / temperature, targets), rtol=1e-12)
        gradient = CE.gradient(logits, targets, temperature=temperature)
        expected = CE.gradient(logits / temperature, targets) / temperature
        np.testing.assert_allclose(gradient, expected, rtol=1e-9, atol=1e-12)


def test_targets_of_any_sum_under_cross_entropy():
    """T logsumexp(s) - sum of t s; the gradient is T p - t, which sums to 0."""
    logits, targets = np.array([0.5, -1.25, 2.0, 0.0]), np.array([1.0, 0.0, 1.0, 1.0])
    total = np.log(np.exp(logits).sum())
    assert CE.value(logits, targets) == pytest.approx(3 * total - targets @ logits, rel=1e-14)
    np.testing.assert_allclose(CE.gradient(logits, targets), 3 * np.exp(logits - total) - targets, rtol=1e-13)
    assert CE.gradient(logits, targets).sum() == pytest.approx(0, abs=1e-14)


def test_torch_says_the_same(torch):
    functional = torch.nn.functional
    random, rows = random_rows(6)
    logits = torch.tensor(rows)
    places = torch.tensor(random.integers(0, 6, len(rows)))
    one_hot = functional.one_hot(places, 6)
    soft = torch.tensor(random.dirichlet(np.ones(6), len(rows)))
    hard = torch.tensor(random.random(rows.shape) < 0.3).double()
    pos_weight, weight = torch.tensor(random.uniform(0.5, 3, (2, 6)))
    elementwise = functional.binary_cross_entropy_with_logits(
        logits, hard, pos_weight=pos_weight, weight=weight, reduction="none"
    )
    pairs = [
        (CE.value(logits, one_hot), functional.cross_entropy(logits, places, reduction="none")),
        (CE.value(logits, soft), functional.cross_entropy(logits, soft, reduction="none")),
        (
            LOSSES["label_smoothing"].value(logits, one_hot, epsilon=0.2),
            functional.cross_entropy(logits, places, reduction="none", label_smoothing=0.2),
        ),
        (BCE.value(logits, hard, pos_weight=pos_weight, weight=weight), elementwise.sum(-1)),
    ]
    for ours, theirs in pairs:
        torch.testing.assert_close(ours, theirs, rtol=1e-12, atol=1e-13)


@pytest.mark.parametrize("kind", list(Invariance))
def test_invariances(loss, kind):
    """Stated ones hold; shift and flip that are not stated do not hold."""
    change = {
        Invariance.SHIFT: lambda s, t: (s + 1.75, t),
        Invariance.FLIP: lambda s, t: (-s, 1 - t),
        Invariance.SCALE: lambda s, t: (2.5 * s, t),
        Invariance.ORDER: lambda s, t: (s[::-1], t[::-1]),
    }[kind]
    differences = []
    for logits, targets, settings in cases(loss):
        if settings or logits.shape[0] < 3:
            continue
        before, after = loss.value(logits, targets), loss.value(*change(logits, targets))
        differences.append(abs(float(before - after)) / max(1.0, abs(float(before))))
    assert (np.max(differences) < 1e-12) == (kind in loss.invariances)


def test_decisions_follow_their_words(loss):
    _, logits = random_rows(5)
    decision = loss.decide(logits)
    expected = {
        "s > 0": logits > 0,
        "argmax": logits == logits.max(axis=-1, keepdims=True),
        "top k": logits == logits.max(axis=-1, keepdims=True),  # one, where nobody says how many
        "s > s₀": logits > 0,
        "s > s₀, at most K": logits > 0,
        "q > 1/2": logits > 0.5,
        "Z p > 1/2": softmax(np, logits) > 0.5,
    }[loss.decision]
    np.testing.assert_array_equal(decision, expected)


def test_argmax_takes_the_first_of_equals():
    np.testing.assert_array_equal(CE.decide([1.0, 2.0, 2.0]), [False, True, False])


def test_readings_follow_their_names(loss):
    _, logits = random_rows(5)
    given = loss.settings()
    norm = np.sqrt(np.sum(logits**2, axis=-1, keepdims=True))

    def softmax(rows):
        powers = np.exp(rows - rows.max(-1, keepdims=True))
        return powers / powers.sum(-1, keepdims=True)

    expected = {
        "σ(s)": lambda: sigmoid(np, logits),
        "σ(2s)": lambda: sigmoid(np, 2 * logits),
        "σ(s − log π)": lambda: sigmoid(np, logits),
        "σ(s − s₀)": lambda: sigmoid(np, logits - given["threshold"]),
        "σ(2(s − s₀))": lambda: sigmoid(np, 2 * (logits - given["threshold"])),
        "softmax(s)": lambda: softmax(logits),
        "Z softmax(s)": lambda: softmax(logits),
        "q": lambda: logits,
        "σ(cs)": lambda: sigmoid(np, logits),
        "softmax(s/τ)": lambda: softmax(logits / given["temperature"]),
        "softmax(γs)": lambda: softmax(logits * given["gamma"]),
        "softmax(κs)": lambda: softmax(logits * given["scale"]),
        "softmax(s/(τ‖s‖))": lambda: softmax(logits / norm / given["temperature"]),
    }
    assert loss.readings or loss.counted  # what only ranks is no probability
    for reading in loss.readings:
        np.testing.assert_allclose(loss.read(reading, logits), expected[reading.name](), rtol=1e-12)


def test_softmax_reading_uses_the_temperature():
    found = CE.read(CE.readings[0], [1000.0, 1001.0], temperature=0.5)
    np.testing.assert_allclose(found, [1 / (1 + np.exp(2)), 1 / (1 + np.exp(-2))], rtol=1e-14)
