"""Losses that compare with other logits: every figure gives them the pinned ones, or says to pin."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from explorer.analysis.evaluation import evaluate, evaluations, pinned
from explorer.analysis.given import NOT_PINNED
from explorer.analysis.survey import survey
from explorer.losses import LOSSES
from explorer.plots import landscape, lens, ranking, sharpening, slice
from explorer.plots.figure import Line
from explorer.plots.shown import seen_of
from explorer.study.study import Pin, ShownLoss
from tests.plots.states import state

KEYS = ("symmetric_kl_softmax", "symmetric_kl_sigmoid", "r_drop")
OTHER = np.array([0.3, -1.0, 2.0, 0.5, 1.0])


def watched(key: str, **look: object):
    targets = (1.0, 0.0, 0.0, 0.0, 0.0)
    before = state(OTHER, targets, shown=(key,))
    return state(targets=targets, shown=(key,), pin=Pin.of(before.sample, before.study.shown), **look)


def value(key: str, logits: np.ndarray, targets: np.ndarray) -> float:
    loss = LOSSES[key]
    if loss.other_parameter is None:
        return float(loss.value(logits, OTHER))
    return float(loss.value(logits, targets, **{loss.other_parameter: OTHER}))


@pytest.mark.parametrize("key", KEYS)
def test_evaluations_compare_with_the_pin(key):
    seen = watched(key)
    (found,) = evaluations(seen)
    assert found.value == value(key, seen.sample.logits, seen.sample.targets)
    (before,) = pinned(seen)
    assert before.value == value(key, OTHER, seen.sample.targets)
    assert key == "r_drop" or before.value == 0
    assert evaluate(seen.sample, ShownLoss(key), seen.study.pin.logits) is found


@pytest.mark.parametrize("key", KEYS)
def test_without_a_pin_they_say_so(key):
    seen = watched(key)
    bare = seen.with_study(replace(seen.study, pin=None))
    (found,) = evaluations(bare)
    assert found.refusal == NOT_PINNED
    assert np.isnan(found.value)
    assert np.isnan(found.gradient).all()
    assert seen_of(bare) != seen_of(seen)
    elsewhere = replace(seen.study.pin, sample=3)
    (found,) = evaluations(seen.with_study(replace(seen.study, pin=elsewhere)))
    assert found.refusal == NOT_PINNED


@pytest.mark.parametrize("key", KEYS)
def test_curves_go_through_the_value(key):
    seen = watched(key, sharpening="loss", slice_class=2)
    for module in (slice, sharpening):
        figure = module.figure(seen)
        line = next(mark for mark in figure.marks if isinstance(mark, Line) and mark.look is not None)
        assert np.isfinite(line.y).all()
        assert len(np.unique(line.y)) > 10
    at, logits = float(slice.figure(seen).marks[0].x[10]), seen.sample.logits.copy()
    logits[2] = at
    assert slice.figure(seen).marks[0].y[10] == pytest.approx(value(key, logits, seen.sample.targets))


@pytest.mark.parametrize("key", KEYS)
def test_landscape_and_lens(key):
    seen = watched(key)
    figure = landscape.figure(seen)
    path = next(mark for mark in figure.marks if isinstance(mark, Line) and mark.look is not None)
    assert np.isfinite(path.x).all()
    logits = seen.sample.logits.copy()
    logits[:2] = 1.0, -1.0
    found = lens.lens(seen, figure, 1.0, -1.0)
    assert found.number == pytest.approx(value(key, logits, seen.sample.targets))


def test_the_order_by_gradient_knows_the_pin():
    seen = watched("symmetric_kl_sigmoid", order="gradient")
    (found,) = evaluations(seen)
    assert ranking.ranking(seen).tolist() == np.argsort(-np.abs(found.gradient), kind="stable").tolist()


@pytest.mark.parametrize("key", KEYS)
def test_a_pass_over_all_samples_has_no_value_for_them(key):
    answers = survey(watched(key).study)
    assert np.isnan(answers.values).all()
    assert np.isnan(answers.norms).all()
