from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from explorer.analysis.descent import descent_path
from explorer.analysis.landscape import landscape
from explorer.catalogue import Invariance
from explorer.losses import LOSSES
from explorer.study.study import ShownLoss
from tests.analysis.conftest import make_sample, random_sample

if TYPE_CHECKING:
    from explorer.study.table import Sample

X, Y = (-4.0, 6.0), (-5.0, 3.0)
ZLPR = ShownLoss("zlpr")


def value_at(sample: Sample, shown: ShownLoss, classes: tuple[int, int], x: float, y: float) -> float:
    logits = sample.logits.copy()
    logits[list(classes)] = (x, y)
    return float(LOSSES[shown.key].value(logits, sample.targets, **dict(shown.settings)))


def gradient_at(
    sample: Sample, shown: ShownLoss, classes: tuple[int, int], x: float, y: float
) -> tuple[float, float]:
    logits = sample.logits.copy()
    logits[list(classes)] = (x, y)
    gradient = LOSSES[shown.key].gradient(logits, sample.targets, **dict(shown.settings))
    return float(gradient[classes[0]]), float(gradient[classes[1]])


@pytest.mark.parametrize("classes", [(0, 1), (4, 2)])
def test_values_are_the_loss_at_two_changed_logits(
    sample: Sample, shown: ShownLoss, classes: tuple[int, int]
) -> None:
    answer = landscape(sample, shown, classes, X, Y, size=9)
    assert (answer.xs[0], answer.xs[-1], answer.ys[0], answer.ys[-1]) == (*X, *Y)
    expected = [[value_at(sample, shown, classes, x, y) for x in answer.xs] for y in answer.ys]
    np.testing.assert_allclose(answer.values, expected, rtol=1e-12, atol=1e-14)
    assert (answer.low, answer.high) == (answer.values.min(), answer.values.max())


def test_contours_lie_on_their_level(sample: Sample, shown: ShownLoss) -> None:
    loss = LOSSES[shown.key]
    if loss.inputs[0] != "logits" or loss.family == "pairs" or Invariance.SCALE in loss.invariances:
        pytest.skip("it may be curved more than a cell allows")
    answer = landscape(sample, shown, (0, 1), X, Y)
    assert 3 <= len(answer.contours) <= 12
    cell = max(np.diff(answer.xs).max(), np.diff(answer.ys).max())
    for level, lines in answer.contours:
        assert lines
        assert level / answer.step == pytest.approx(round(level / answer.step))
        for x, y in np.concatenate(lines):
            # Linear interpolation in a cell errs by at most (cell^2 / 8) times the curvature, here below 1.
            assert value_at(sample, shown, (0, 1), x, y) == pytest.approx(level, abs=cell**2 / 4)


def test_field_is_minus_the_gradient(sample: Sample, shown: ShownLoss) -> None:
    field = landscape(sample, shown, (3, 1), X, Y).field
    assert field.x.shape == field.y.shape == field.u.shape == field.v.shape == (64,)
    for x, y, u, v in zip(field.x, field.y, field.u, field.v, strict=True):
        assert X[0] < x < X[1]
        assert Y[0] < y < Y[1]
        slope_x, slope_y = gradient_at(sample, shown, (3, 1), x, y)
        assert (u, v) == pytest.approx((-slope_x, -slope_y), abs=1e-8)


def test_descent_is_plain_gradient_descent(sample: Sample, shown: ShownLoss) -> None:
    classes = (5, 0)
    path = descent_path(sample, shown, classes, rate=0.3, steps=40)
    x, y = sample.logits[5], sample.logits[0]
    assert path.shape == (41, 2)
    for point in path:
        assert tuple(point) == pytest.approx((x, y), rel=1e-10, abs=1e-10)
        slope_x, slope_y = gradient_at(sample, shown, classes, x, y)
        x, y = x - 0.3 * slope_x, y - 0.3 * slope_y


@pytest.mark.parametrize("x", [-1e4, -800.0, 3.0, 800.0, 1e4])
@pytest.mark.parametrize("y", [-800.0, 0.5, 800.0])
@pytest.mark.parametrize("classes", [(0, 1), (1, 2), (2, 0)])
def test_descent_of_large_logits(shown: ShownLoss, x: float, y: float, classes: tuple[int, int]) -> None:
    logits = np.array([0.3, -0.4, 1.2, 700.0])
    logits[list(classes)] = x, y
    path = descent_path(make_sample(logits, [1.0, 0.0, 0.0, 0.0]), shown, classes, steps=1)
    slopes = LOSSES[shown.key].gradient(logits, np.array([1.0, 0.0, 0.0, 0.0]))[list(classes)]
    np.testing.assert_allclose(path[0] - path[1], 0.5 * slopes, rtol=1e-9, atol=1e-11)


@pytest.mark.parametrize("count", [2, 50, 1_000])
def test_descent_never_climbs(shown: ShownLoss, count: int) -> None:
    if LOSSES[shown.key].inputs[0] == "cosines":
        pytest.skip("scaled cosines bend so sharply that steps of this rate overshoot")
    sample = random_sample(count, labels=1, seed=3)
    path = descent_path(sample, shown, (0, 1))
    assert path.shape == (61, 2)
    heights = [value_at(sample, shown, (0, 1), x, y) for x, y in path]
    assert all(after <= before + 1e-12 * before for before, after in pairwise(heights))
    assert heights[-1] < heights[0]


def test_settings_reach_landscape_and_descent(sample: Sample) -> None:
    strong = ShownLoss("smoothed_zlpr", (("epsilon", 0.6),))
    values = landscape(sample, strong, (0, 1), X, Y, size=5).values
    assert values[3, 2] == pytest.approx(value_at(sample, strong, (0, 1), 1.0, 1.0), rel=1e-12)
    path = descent_path(sample, strong, (0, 1), steps=1)
    start = sample.logits[:2]
    slopes = gradient_at(sample, strong, (0, 1), *start)
    np.testing.assert_allclose(path, [start, start - 0.5 * np.array(slopes)], rtol=1e-10)


def test_settings_per_class_reach_the_descent(sample: Sample) -> None:
    weighted = ShownLoss("bce", (("pos_weight", (1.0, 2.0, 3.0, 4.0, 5.0, 6.0)), ("weight", 2.0)))
    path = descent_path(sample, weighted, (3, 1), steps=1)
    slopes = gradient_at(sample, weighted, (3, 1), *path[0])
    np.testing.assert_allclose(path[1], path[0] - 0.5 * np.array(slopes), rtol=1e-12)


def test_descent_without_floats_is_the_same(
    sample: Sample, shown: ShownLoss, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A loss that does not state its slopes takes the whole gradient at each step."""
    quick = descent_path(sample, shown, (2, 4), steps=30)
    loss = LOSSES[shown.key]
    monkeypatch.setitem(LOSSES.own, shown.key, replace(loss, accumulators=None))
    slow = descent_path(random_sample(6, labels=1), shown, (2, 4), steps=30)
    np.testing.assert_allclose(slow, quick, rtol=1e-12, atol=1e-13)


def test_two_different_classes() -> None:
    for answer_of in (
        lambda: landscape(random_sample(3), ZLPR, (1, 1), X, Y),
        lambda: descent_path(random_sample(3), ZLPR, (1, 1)),
    ):
        with pytest.raises(ValueError, match=r"classes \(1, 1\): .* two different"):
            answer_of()


def test_a_refused_loss_has_an_empty_landscape() -> None:
    soft = make_sample([0.0, 1.0, 2.0], [0.3, 1.0, 0.0])
    answer = landscape(soft, ZLPR, (0, 1), X, Y)
    assert answer.values.shape == (64, 64)
    assert np.isnan(answer.values).all()
    assert np.isnan(answer.field.u).all()
    assert (answer.contours, answer.step) == ((), 0.0)
    assert math.isnan(answer.low)
    path = descent_path(soft, ZLPR, (0, 1))
    assert path.shape == (61, 2)
    assert np.isnan(path[1:]).all()


@pytest.mark.parametrize("odd", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("label", [0.0, 1.0])
def test_odd_logits_are_quiet(shown: ShownLoss, odd: float, label: float) -> None:
    strange = make_sample([odd, 1.0, 0.5, -1.0], [label, 1.0 - label, 0.0, 0.0])
    for classes in ((1, 2), (0, 1)):
        assert landscape(strange, shown, classes, X, Y).values.shape == (64, 64)
        assert descent_path(strange, shown, classes).shape == (61, 2)
    assert np.isfinite(landscape(strange, shown, (0, 1), X, Y).values).all()


def test_answers_are_kept_and_never_stale(sample: Sample) -> None:
    first, path = landscape(sample, ZLPR, (0, 1), X, Y), descent_path(sample, ZLPR, (0, 1))
    assert landscape(sample, ShownLoss("zlpr"), (0, 1), X, Y, 64) is first
    assert descent_path(sample, ShownLoss("zlpr"), (0, 1), 0.5, steps=60) is path
    assert not path.flags.writeable
    assert not first.values.flags.writeable
    assert landscape(sample, ZLPR, (1, 0), X, Y) is not first
    moved = make_sample(sample.logits + np.arange(6.0), sample.targets)
    assert landscape(moved, ZLPR, (0, 1), X, Y).values.tolist() != first.values.tolist()
    assert descent_path(moved, ZLPR, (0, 1)).tolist() != path.tolist()


def test_a_landscape_is_kept_while_only_its_own_two_logits_move(sample: Sample) -> None:
    first = landscape(sample, ZLPR, (0, 1), X, Y)
    step = np.zeros(6)
    step[:2] = 0.7, -1.3
    own = make_sample(sample.logits + step, sample.targets)
    assert landscape(own, ZLPR, (0, 1), X, Y) is first
    assert landscape(own, ZLPR, (0, 2), X, Y) is not landscape(sample, ZLPR, (0, 2), X, Y)
    labelled = make_sample(sample.logits, 1.0 - sample.targets)
    assert landscape(labelled, ZLPR, (0, 1), X, Y) is not first
