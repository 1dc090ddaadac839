"""Labels move apart as little as possible; ticks give way."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.paint.spread import spread, thin

heights = st.lists(st.floats(0, 200), max_size=8)


@given(heights)
def test_labels_end_up_apart_within_limits_and_in_order(wanted):
    placed = spread(wanted, 14.0, 0.0, 200.0)
    in_order = [placed[index] for index in sorted(range(len(wanted)), key=lambda i: wanted[i])]
    assert all(second - first >= 14.0 - 1e-9 for first, second in itertools.pairwise(in_order))
    assert all(-1e-9 <= place <= 200.0 + 1e-9 for place in placed)


@given(st.lists(st.integers(0, 10), unique=True, max_size=8))
def test_labels_that_do_not_touch_stay_where_they_are(rows):
    wanted = [20.0 * row for row in rows]
    assert spread(wanted, 14.0, 0.0, 200.0) == pytest.approx(wanted)


def test_two_that_touch_part_evenly():
    assert spread([100.0, 104.0], 14.0, 0.0, 200.0) == pytest.approx([95.0, 109.0])


def test_a_block_at_the_limit_is_pushed_back_whole():
    assert spread([0.0, 1.0, 2.0], 10.0, 0.0, 100.0) == pytest.approx([0.0, 10.0, 20.0])
    assert spread([100.0, 99.0, 98.0], 10.0, 0.0, 100.0) == pytest.approx([100.0, 90.0, 80.0])


def test_too_many_share_the_room():
    assert spread([5.0] * 5, 30.0, 0.0, 100.0) == pytest.approx([0.0, 25.0, 50.0, 75.0, 100.0])


def test_moves_are_least_in_squares():
    wanted = np.array([50.0, 52.0, 60.0, 90.0])
    best = float(np.square(np.array(spread(wanted.tolist(), 14.0, 0.0, 200.0)) - wanted).sum())
    shifted = [spread((wanted + move).tolist(), 14.0, 0.0, 200.0) for move in (-3.0, -1.0, 1.0, 3.0)]
    assert all(float(np.square(np.array(other) - wanted).sum()) >= best for other in shifted)


centres = st.lists(st.integers(0, 400), min_size=1, max_size=30, unique=True).map(sorted)


@given(centres, st.data())
def test_no_two_ticks_touch_unless_both_must_stay(places, data):
    keep = data.draw(st.lists(st.booleans(), min_size=len(places), max_size=len(places)))
    widths = data.draw(st.lists(st.integers(5, 60), min_size=len(places), max_size=len(places)))
    shown = thin(places, widths, keep)
    chosen = [index for index in range(len(places)) if shown[index]]
    assert all(shown[index] for index in range(len(places)) if keep[index])
    for one in chosen:
        for other in chosen:
            if one < other and not (keep[one] and keep[other]):
                assert places[other] - places[one] >= (widths[one] + widths[other]) / 2 + 6


def test_ticks_with_room_all_stay():
    assert thin([0, 50, 100], [20, 20, 20], [False] * 3) == [True] * 3


def test_names_are_thinned_evenly():
    assert thin(list(range(0, 80, 10)), [15] * 8, [False] * 8) == [True, False, False] * 2 + [True, False]


def test_nothing_to_thin():
    assert thin([], [], []) == []


def test_thinned_ticks_count_from_the_one_that_must_stay():
    # counted from 0, every second would fit: not from 2, which the last one asks for
    shown = thin([0, 2, 11, 12, 22, 23], [5] * 6, [False] * 5 + [True])
    assert shown == [False, False, True, False, False, True]
