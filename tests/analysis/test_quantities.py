from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from explorer.analysis.hard_labels import drifted, read_of_hard_labels
from explorer.analysis.minimising import best_logits, best_scale, lowest_point
from explorer.analysis.quantities import QUANTITIES, computed, fault
from explorer.analysis.readings import sigma, sigma_of_double
from explorer.losses import LOSSES
from explorer.study.lessons import LESSONS, Number
from explorer.study.state import State
from explorer.study.stories import STORIES

STATED = [(key, number.name) for key, lesson in LESSONS.items() for number in lesson.numbers]


def state_of(key: str) -> State:
    opened = LESSONS[key].open()
    return State(study=opened.study, look=opened.look)


def number_of(key: str, name: str) -> Number:
    return next(number for number in LESSONS[key].numbers if number.name == name)


def asked(quantity: str, **arguments: object) -> Number:
    return Number("x", {"en": "x", "zh": "x"}, quantity, arguments, 0.0)


@pytest.mark.parametrize(("key", "name"), STATED)
def test_what_a_lesson_states_is_what_is_computed(key, name) -> None:
    number = number_of(key, name)
    assert fault(number) is None
    value = computed(number, state_of(key))
    assert number.holds(value), f"{value} is not {number.stated}"
    assert number.written(value) == number.stated or number.at_most or number.within >= 1.0


def test_every_quantity_is_used_by_a_lesson_or_a_story() -> None:
    steps = (step for story in STORIES.values() for step in story.steps)
    used = {number.quantity for each in (*LESSONS.values(), *steps) for number in each.numbers}
    assert used == set(QUANTITIES)


def test_a_number_follows_the_edits() -> None:
    state = state_of("one-sample-many-losses")
    number = number_of("one-sample-many-losses", "sum")
    before = computed(number, state)
    study = state.study
    moved = state.with_study(study.with_table(study.table.with_logit(0, 1, 3.0)))
    expected = before - np.logaddexp(0, -1.0) + np.logaddexp(0, 3.0)
    assert computed(number, moved) == pytest.approx(expected, abs=1e-12)


def test_a_number_follows_the_settings_of_the_card() -> None:
    state = state_of("smoothing-conventions")
    number = number_of("smoothing-conventions", "flip")
    shown = (state.study.shown[0].with_setting("epsilon", 0.0), *state.study.shown[1:])
    plain = computed(asked("value", loss="bce", mean=True), state)
    assert computed(number, state) != pytest.approx(plain)
    assert computed(number, state.with_study(replace(state.study, shown=shown))) == pytest.approx(plain)


def test_a_number_about_what_is_gone_is_nan() -> None:
    state = state_of("soft-zlpr-reading")
    study = state.study.with_class_renamed(0, "fox")
    assert np.isnan(computed(number_of("soft-zlpr-reading", "cat"), state.with_study(study)))
    assert np.isnan(computed(asked("value", loss="zlpr", sample=7), state))
    assert np.isnan(computed(asked("value", loss="symmetric_kl_sigmoid"), state))  # without a pin


def test_a_wrong_question_is_named() -> None:
    assert "no quantity 'speed'" in str(fault(asked("speed")))
    assert "missing a required argument: 'loss'" in str(fault(asked("value")))
    assert "unexpected keyword argument 'colour'" in str(fault(asked("value", loss="bce", colour=1)))


# Where a loss is lowest


@pytest.mark.parametrize("key", ["soft_zlpr", "bce"])
def test_the_lowest_point_of_soft_labels_is_read_back(key) -> None:
    targets = np.array([0.9, 0.3, 0.6, 0.05, 0.5])
    logits = best_logits(key, targets, ())
    assert logits is not None
    read = sigma_of_double if key == "soft_zlpr" else sigma
    np.testing.assert_allclose(read(logits), targets, atol=1e-9)
    assert float(LOSSES[key].value(logits, targets)) == pytest.approx(float(LOSSES[key].lowest(targets)))


def test_a_loss_that_falls_for_ever_has_no_lowest_point() -> None:
    assert best_logits("zlpr", np.array([1.0, 0.0]), ()) is None
    assert best_logits("zlpr", np.array([0.5, 0.0]), ()) is None  # refused
    assert best_logits("soft_zlpr", np.full(100, 0.5), ()) is None  # too many


def test_newton_finds_the_lowest_point_of_a_bowl() -> None:
    middle = np.array([1.0, -2.0])
    found = lowest_point(
        lambda at: float(np.sum((at - middle) ** 4 + (at - middle) ** 2)),
        lambda at: 4 * (at - middle) ** 3 + 2 * (at - middle),
        np.zeros(2),
    )
    np.testing.assert_allclose(found, middle, atol=1e-9)


def test_the_best_scale_is_where_the_slope_is_nothing() -> None:
    assert best_scale(lambda scales: (np.log(scales) - 1.0) ** 2) == pytest.approx(np.e, rel=1e-6)
    assert np.isnan(best_scale(lambda scales: -scales))  # at an end
    logits, targets = np.array([1.5, 1.2, 1.0]), np.array([1.0, 0.0, 0.0])
    scale = computed(number_of("norm-growth", "scale"), state_of("norm-growth"))
    slope = LOSSES["label_smoothing"].gradient(scale * logits, targets) @ logits
    assert abs(slope) < 1e-6


# Hard labels that are drawn, against all label sets one by one


def expected_gradient(logits: np.ndarray, chances: np.ndarray) -> np.ndarray:
    sets = np.array(list(product((0.0, 1.0), repeat=len(logits))))
    weights = np.prod(np.where(sets == 1.0, chances, 1.0 - chances), axis=1)
    return weights @ LOSSES["zlpr"].gradient(np.broadcast_to(logits, sets.shape), sets)


@pytest.mark.parametrize("count", [1, 2, 5])
def test_the_reading_of_hard_labels_is_stationary(count) -> None:
    logit = read_of_hard_labels(count, 0.2, "logit")
    assert np.abs(expected_gradient(np.full(count, logit), np.full(count, 0.2))).max() < 1e-9
    assert read_of_hard_labels(count, 0.2, "sigma") == pytest.approx(1.0 / (1.0 + np.exp(-logit)))
    assert np.isnan(read_of_hard_labels(count, 0.0, "sigma"))


def test_a_drifted_label_is_stationary() -> None:
    chances = np.array([0.5, *[0.05] * 7])
    own = drifted(8, 0.05)

    def others_slope(other: float) -> float:
        return float(expected_gradient(np.array([own, *[other] * 7]), chances)[1])

    low, high = -5.0, 0.0
    for _ in range(60):
        middle = (low + high) / 2.0
        low, high = (middle, high) if others_slope(middle) < 0 else (low, middle)
    assert abs(expected_gradient(np.array([own, *[low] * 7]), chances)[0]) < 1e-9
    assert drifted(8, 0.95) == pytest.approx(-own, abs=1e-9)
