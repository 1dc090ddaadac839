"""Edits of a whole sample: smoothing, mixing, exchanging."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.catalogue.smoothing import CONVENTIONS
from explorer.plots import mixing
from explorer.study.opening import default_study
from explorer.study.state import State
from explorer.study.study import Look
from explorer.study.table import Table

LOGITS = [[2.0, -1.0, 0.5, -3.0], [1.0, 0.0, np.inf, 4.0], [0.0, 0.0, 0.0, 0.0]]
TARGETS = [[1.0, 0.0, 1.0, 0.0], [0.0, 0.0, 1.0, 0.25], [0.0, 0.0, 0.0, 0.0]]
NAMES = ("owl", "", "nothing")


def state(sample: int = 0) -> State:
    table = Table.of(LOGITS, TARGETS, samples=list(NAMES))
    return State(default_study(table, "three"), Look(sample=sample))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("all", [0.925, 0.025, 0.925, 0.025]),
        ("others", [0.9, 0.1 / 3, 0.9, 0.1 / 3]),
        ("half", [0.95, 0.05, 0.95, 0.05]),
        ("flip", [0.9, 0.1, 0.9, 0.1]),
    ],
)
def test_four_conventions_smooth_as_their_formulas_say(name, expected):
    move = mixing.smoothed(state(), 0.1, mixing.convention_of(name))
    np.testing.assert_allclose(move.state.sample.targets, expected, rtol=1e-15)
    np.testing.assert_array_equal(move.state.sample.logits, LOGITS[0])
    assert mixing.convention_of(name).title in move.label


def test_a_convention_is_found_by_its_title_too():
    assert [mixing.convention_of(one.title) for one in CONVENTIONS] == list(CONVENTIONS)
    with pytest.raises(ValueError, match=r"“thirds” is no convention; allowed: all, others, half, flip"):
        mixing.convention_of("thirds")


def test_one_class_has_no_others_to_smooth_to():
    assert mixing.convention_of("others").smooth(np.array([1.0]), 0.1) == 1.0


@given(st.floats(0.0, 1.0))
def test_a_mixture_lies_between_its_samples(share):
    move = mixing.mixed(state(), 2, share)
    np.testing.assert_allclose(move.state.sample.targets, np.multiply(TARGETS[0], 1 - share), atol=1e-15)
    np.testing.assert_allclose(move.state.sample.logits, np.multiply(LOGITS[0], 1 - share), atol=1e-15)
    assert move.state.study.table.sample(2).name == "nothing"  # the other stays


def test_the_ends_of_a_mixture_are_its_samples_also_where_a_logit_is_infinite():
    whole = mixing.mixed(state(), 1, 1.0).state.sample
    np.testing.assert_array_equal(whole.logits, LOGITS[1])
    np.testing.assert_array_equal(mixing.mixed(state(), 1, 0.0).state.sample.logits, LOGITS[0])


def test_what_cannot_be_mixed_is_said():
    with pytest.raises(ValueError, match="itself"):
        mixing.mixed(state(1), 1, 0.5)
    with pytest.raises(ValueError, match=r"the share is −0.5; allowed: 0 to 1"):
        mixing.mixed(state(), 1, -0.5)
    with pytest.raises(ValueError, match=r"ε is nan; allowed: 0 to 1"):
        mixing.smoothed(state(), np.nan, CONVENTIONS[0])


def test_labels_name_the_other_sample():
    assert mixing.mixed(state(1), 0, 0.25).label == "Mix with owl, share 0.25"
    assert mixing.mixed(state(), 1, 0.25).label == "Mix with sample 2, share 0.25"


def test_exchanged_twice_is_as_before():
    once = mixing.exchanged(state(1))
    np.testing.assert_array_equal(once.state.sample.targets, [1.0, 1.0, 0.0, 0.75])
    np.testing.assert_array_equal(mixing.exchanged(once.state).state.sample.targets, TARGETS[1])
