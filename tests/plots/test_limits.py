from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.plots import PLOTS, limits
from explorer.plots.figure import View
from tests.plots.states import state

SPANS = st.floats(1e-3, 1e6)
STARTS = st.floats(-1e4, 1e4)


@given(STARTS, SPANS)
def test_ticks_are_three_to_six_and_lie_within(low: float, span: float) -> None:
    found = limits.nice_ticks(low, low + span)
    assert 3 <= len(found) <= 6
    assert all(low - 1e-6 * span <= tick <= low + span * (1 + 1e-6) for tick in found)


@given(STARTS, SPANS)
def test_steps_are_1_2_2_5_or_5_times_a_power_of_ten(low: float, span: float) -> None:
    step = limits.nice_step(low, low + span)
    mantissa = step / 10.0 ** math.floor(math.log10(step) + 1e-9)
    assert min(abs(mantissa - nice) for nice in limits.NICE) < 1e-6


@pytest.mark.parametrize(
    ("low", "high", "texts"),
    [
        (-4.0, 6.0, ["−4", "−2", "0", "+2", "+4", "+6"]),
        (0.0, 8000.0, ["0", "+2,000", "+4,000", "+6,000", "+8,000"]),
        (-25_000.0, 100_000.0, ["−25k", "0", "+25k", "+50k", "+75k", "+100k"]),
        (0.0, 5e6, ["0", "+1M", "+2M", "+3M", "+4M", "+5M"]),
        (0.0, 1e6, ["0.0", "+0.2M", "+0.4M", "+0.6M", "+0.8M", "+1.0M"]),
    ],
)
def test_large_ticks_stay_short(low: float, high: float, texts: list[str]) -> None:
    assert [tick.text for tick in limits.ticks(low, high, signed=True)] == texts


def test_ticks_of_the_pictures() -> None:
    assert limits.nice_ticks(0.0, 20.0) == (0.0, 5.0, 10.0, 15.0, 20.0)
    assert limits.nice_ticks(-4.0, 6.0) == (-4.0, -2.0, 0.0, 2.0, 4.0, 6.0)
    assert limits.nice_ticks(-8.0, 8.0, factors=limits.FOURS) == (-8.0, -4.0, 0.0, 4.0, 8.0)
    assert [tick.text for tick in limits.ticks(-1.0, 1.0, signed=True)] == [
        "−1.0",
        "−0.5",
        "0.0",
        "+0.5",
        "+1.0",
    ]
    assert limits.nice_ticks(6.0, -4.0) == limits.nice_ticks(-4.0, 6.0)


@given(STARTS, SPANS)
def test_fitted_limits_hold_the_data_without_much_room(low: float, span: float) -> None:
    found = limits.fitted(low, low + span)
    slack = 1e-6 * span
    assert found[0] <= low + slack
    assert found[1] >= low + span - slack
    assert found[1] - found[0] <= 2 * span + slack


@given(STARTS, SPANS, st.floats(-1e5, 1e5))
def test_kept_limits_only_grow_and_by_whole_steps(low: float, span: float, value: float) -> None:
    kept = (low, low + span)
    step = limits.nice_step(*kept)
    grown = limits.grown(kept, (value, value), step)
    assert grown[0] <= kept[0]
    assert grown[1] >= kept[1]
    assert grown[0] <= value + 1e-6 * step
    assert grown[1] >= value - 1e-6 * step
    for old, new in zip(kept, grown, strict=True):
        steps = (new - old) / step
        assert abs(steps - round(steps)) < 1e-3 * max(1.0, abs(steps))
    if kept[0] <= value <= kept[1]:
        assert grown == kept


def test_limits_chosen_by_hand_stay() -> None:
    view = View((0.0, 1.0), (-1.0, 1.0), chosen=True)
    assert limits.held(view, "x", (-5.0, 5.0), (-9.0, 9.0)) == (0.0, 1.0)
    assert limits.held_symmetric(view, 1.0, 50.0) == (-1.0, 1.0)


def test_a_fresh_view_is_the_fit_and_a_kept_one_grows() -> None:
    assert limits.held(None, "y", (-3.0, 6.0), (-1.0, 5.0)) == (-3.0, 6.0)
    assert limits.held(View((0, 1), (-3.0, 6.0)), "y", (-3.0, 9.0), (-1.0, 6.2)) == (-3.0, 8.0)


def test_symmetric_limits_hold_one_until_something_exceeds_it() -> None:
    assert limits.held_symmetric(None, 1.0, 0.2) == (-1.0, 1.0)
    assert limits.held_symmetric(None, 1.0, 1.7) == (-2.0, 2.0)
    assert limits.held_symmetric(View((0, 1), (-1.0, 1.0)), 1.0, 1.2) == (-1.5, 1.5)
    assert limits.held_symmetric(View((0, 1), (-2.0, 2.0)), 1.0, 0.2) == (-2.0, 2.0)


@pytest.mark.parametrize("rubbish", [np.nan, np.inf, -np.inf])
def test_extent_leaves_out_what_is_not_a_number(rubbish: float) -> None:
    assert limits.extent([rubbish, 1.0], [2.0]) == (1.0, 2.0)
    assert limits.extent([rubbish]) == (0.0, 0.0)
    assert limits.extent([-1e300, 1e300]) == (-limits.WIDEST, limits.WIDEST)


@pytest.mark.parametrize("end", [-3.0, -2.9, 2.95, 3.0])
def test_a_bar_that_ends_with_the_least_view_has_room_for_its_number(end):
    axis = PLOTS["logits"].figure(state([end, 0.5], [1.0, 0.0], None)).y
    assert min(end - axis.low, axis.high - end) >= 0.4


@pytest.mark.parametrize("largest", [1.4e308, 9e307])
def test_limits_whose_difference_is_no_number_have_few_ticks(largest: float) -> None:
    found = limits.nice_ticks(-largest, largest)
    assert 3 <= len(found) <= 6
    assert 0.0 in found
    assert all(-largest <= tick <= largest for tick in found)
