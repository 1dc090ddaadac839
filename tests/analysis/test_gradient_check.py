"""The gradient check finds what is wrong, and nothing where all is right."""

import math
from dataclasses import replace

import numpy as np
import pytest

from explorer.analysis import gradient_check
from explorer.analysis.evaluation import evaluate
from explorer.analysis.gradient_check import TOLERANCES, autograd, checked, ridders
from explorer.losses import LOSSES
from explorer.study.study import ShownLoss
from tests.analysis.conftest import make_sample, random_sample

SAMPLES = [random_sample(5, 1, seed=0), random_sample(9, 3, seed=1)]


def slopes(function, at, step=0.25, levels=10):
    steps = step / 2.0 ** np.arange(levels)
    return ((function(at + steps) - function(at - steps)) / (2 * steps))[None]


def test_ridders_is_exact_to_rounding():
    for function, slope in ((np.exp, np.exp), (np.sin, np.cos), (np.tanh, lambda x: 1 - np.tanh(x) ** 2)):
        best, doubt = ridders(slopes(function, 0.7))
        assert best[0] == pytest.approx(slope(0.7), abs=1e-12)
        assert abs(best[0] - slope(0.7)) <= 10 * doubt[0] + 1e-15
        few, _ = ridders(slopes(function, 0.7, levels=5))
        assert few[0] == pytest.approx(slope(0.7), abs=1e-11)  # five plain differences reach 1e-5


def test_every_loss_passes(shown):
    if LOSSES[shown.key].gradient_of != "value":
        pytest.skip("its gradient is another on purpose")
    for sample in SAMPLES:
        found = checked(sample, shown)
        if found is None:
            continue
        errors = found.errors(found.differences)
        assert np.nanmax(errors, initial=0.0) <= TOLERANCES["differences"], shown.key


def test_a_wrong_gradient_is_found(monkeypatch):
    """One sign turned round in one class."""
    bce = LOSSES["bce"]

    def wrong(xp, logits, targets, **settings):
        gradient = xp.asarray(bce.gradient_function(xp, logits, targets, **settings), copy=True)
        gradient[..., 2] = -gradient[..., 2]
        return gradient

    monkeypatch.setitem(LOSSES.own, "bce", replace(bce, gradient_function=wrong))
    sample = random_sample(5, 2, seed=8)
    found = checked(sample, ShownLoss("bce"))
    errors = found.errors(found.differences)
    assert np.flatnonzero(errors > TOLERANCES["differences"]).tolist() == [2]


def test_classes_at_a_kink_are_left_out_and_others_step_on_one_side(monkeypatch):
    """A hinge: the derivative jumps at a logit of 0."""
    bce = LOSSES["bce"]
    hinge = replace(
        bce,
        value_function=lambda xp, s, t, **_: xp.sum(xp.maximum(s, 0.0 * s) * 3.0, axis=-1),
        gradient_function=lambda xp, s, t, **_: xp.where(s > 0, 3.0, 0.0) + 0.0 * s,
        kinks=lambda targets, **_: (np.zeros_like(targets),),
        accumulators=None,
    )
    monkeypatch.setitem(LOSSES.own, "bce", hinge)
    found = checked(make_sample([0.0, 0.01, -2.0, 1e-4], [1.0, 0.0, 0.0, 0.0]), ShownLoss("bce"))
    assert found.kinked.tolist() == [True, False, False, True]
    errors = found.errors(found.differences)
    assert np.isnan(errors[[0, 3]]).all()
    assert errors[[1, 2]].max() < 1e-9


def test_of_very_many_classes_the_wanted_and_the_steepest_are_checked():
    sample = random_sample(10_000, 5)
    found = checked(sample, ShownLoss("zlpr"), first=(123,))
    steepest = int(np.abs(evaluate(sample, ShownLoss("zlpr")).gradient).argmax())
    assert len(found.classes) == gradient_check.LEAST
    assert {123, steepest} <= set(found.classes.tolist())
    assert found.errors(found.differences).max() <= TOLERANCES["differences"]


def test_a_loss_that_refuses_is_not_checked():
    assert checked(make_sample([0.0, 1.0], [0.5, 1.0]), ShownLoss("zlpr")) is None


# Automatic differentiation


def test_every_loss_agrees_with_torch(shown):
    pytest.importorskip("torch")
    for sample in SAMPLES:
        found = checked(sample, shown)
        if found is None:
            continue
        answer = autograd(sample.logits, sample.targets, [shown])
        gradient = answer.of(sample, shown)
        if LOSSES[shown.key].gradient_of == "value":
            assert not isinstance(gradient, str), gradient
            assert np.nanmax(found.errors(gradient[found.classes]), initial=0.0) <= TOLERANCES["autograd"]


def test_an_answer_is_of_its_sample_alone():
    pytest.importorskip("torch")
    sample, shown = random_sample(4), ShownLoss("bce")
    answer = autograd(sample.logits, sample.targets, [shown])
    assert answer.of(random_sample(4), shown) is not None  # other objects, the same numbers
    assert answer.of(random_sample(4, seed=9), shown) is None
    assert answer.of(sample, ShownLoss("zlpr")) is None


def test_a_loss_that_torch_cannot_differentiate_says_why(monkeypatch):
    pytest.importorskip("torch")
    foreign = replace(
        LOSSES["bce"], accumulators=None, value_function=lambda xp, s, t, **_: math.inf / xp.nothing(s)
    )
    monkeypatch.setitem(LOSSES.own, "bce", foreign)
    sample = random_sample(4)
    answer = autograd(sample.logits, sample.targets, [ShownLoss("bce")])
    assert "AttributeError" in answer.of(sample, ShownLoss("bce"))


def test_without_torch_it_says_so(monkeypatch):
    monkeypatch.setattr(gradient_check, "find_spec", lambda name: None)
    sample = random_sample(4)
    answer = autograd(sample.logits, sample.targets, [ShownLoss("bce")])
    assert answer.of(sample, ShownLoss("bce")) == "torch is not installed"


def test_it_can_be_cancelled_between_losses():
    def cancelled():
        raise KeyboardInterrupt

    sample = random_sample(4)
    with pytest.raises(KeyboardInterrupt):
        autograd(sample.logits, sample.targets, [ShownLoss("bce")], check=cancelled)
