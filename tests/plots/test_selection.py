from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.plots import PLOTS, moves, selection
from explorer.plots.figure import Axis, Figure, Handle, Place
from tests.plots.states import LOGITS, TARGETS, state

SOME = frozenset({0, 2, 3})
places = st.frozensets(st.integers(0, 4))


def some(**look):
    return state(selected=SOME, **{"held": 2, **look})


def logits(move: moves.Move | None) -> list[float]:
    assert move is not None
    return move.state.sample.logits.tolist()


def targets(move: moves.Move | None) -> list[float]:
    assert move is not None
    return move.state.sample.targets.tolist()


class TestChosen:
    def test_is_the_held_class_where_nothing_is_selected(self) -> None:
        assert selection.chosen(state(held=3)) == (3,)

    def test_is_the_selection_in_order(self) -> None:
        assert selection.chosen(some()) == (0, 2, 3)

    @given(places, st.integers(0, 4))
    def test_the_held_class_is_among_what_was_selected(self, wanted, held) -> None:
        after = selection.select(state(held=held), wanted).state
        assert set(selection.chosen(after)) == set(wanted or {held})
        assert after.look.held in selection.chosen(after)
        assert len(after.look.selected) != 1

    def test_the_slice_follows_the_held_class_only(self) -> None:
        before = state(held=1, slice_class=4)
        assert selection.select(before, {0, 1}).state.look.slice_class == 4
        assert selection.select(before, {2, 3}).state.look.slice_class == 2

    def test_classes_that_are_not_there_are_left_out(self) -> None:
        assert selection.chosen(selection.select(state(), {-1, 1, 2, 5}).state) == (1, 2)

    def test_selecting_is_no_change_of_the_study(self) -> None:
        before = state()
        assert selection.select_all(before).state.study is before.study


class TestExtend:
    def test_reaches_from_the_held_class_and_again_from_it(self) -> None:
        first = selection.extend(state(held=2), 4).state
        assert (selection.chosen(first), first.look.held) == ((2, 3, 4), 2)
        back = selection.extend(first, 1).state
        assert (selection.chosen(back), back.look.held) == ((1, 2), 2)
        assert selection.chosen(selection.extend(back, 2).state) == (2,)

    def test_follows_the_order_shown(self) -> None:
        after = selection.extend(state(held=4), 3, order=(2, 4, 0, 3, 1)).state
        assert selection.chosen(after) == (0, 3, 4)

    def test_a_held_class_that_is_not_shown_is_no_beginning(self) -> None:
        assert selection.chosen(selection.extend(state(held=4), 3, order=(0, 3)).state) == (3,)


class TestToggle:
    def test_adds_and_takes_away(self) -> None:
        more = selection.toggle(state(held=1), 3).state
        assert (selection.chosen(more), more.look.held) == ((1, 3), 3)
        less = selection.toggle(more, 3).state
        assert (selection.chosen(less), less.look.held) == ((1,), 1)

    def test_one_always_stays(self) -> None:
        assert selection.chosen(selection.toggle(state(held=1), 1).state) == (1,)

    @given(places, st.integers(0, 4), st.integers(0, 4))
    def test_twice_is_as_before(self, wanted, held, index) -> None:
        before = selection.select(state(held=held), wanted).state
        once = selection.toggle(before, index).state
        if set(selection.chosen(before)) != {index}:
            assert selection.chosen(selection.toggle(once, index).state) == selection.chosen(before)


class TestInside:
    def test_columns_count_at_any_height(self) -> None:
        figure = PLOTS["logits"].figure(state())
        assert selection.inside(figure, 0.6, 2.9, 3.4, 3.0) == {1, 2, 3}
        assert selection.inside(figure, 3.4, 3.0, 0.6, 2.9) == {1, 2, 3}  # drawn from any corner
        assert selection.inside(figure, -5.0, 0.0, -4.0, 9.0) == frozenset()

    def test_rows_count_where_their_handle_lies(self) -> None:
        rows = tuple(
            Handle(id=f"logit:{index}", place=Place(float(at), row), axis="x", low=-9, high=9, shape="grip")
            for row, (index, at) in enumerate([(7, 1.0), (3, -2.0), (5, 4.0)])
        )
        axis = Axis(low=-5.0, high=5.0)
        figure = Figure(key="logits", title="", x=axis, y=axis, handles=rows)
        assert selection.inside(figure, -3.0, -0.5, 2.0, 1.5) == {3, 7}


class TestEdits:
    def test_scale(self) -> None:
        after = selection.scale(some(), 2.0)
        assert logits(after) == [2 * LOGITS[0], LOGITS[1], 2 * LOGITS[2], 2 * LOGITS[3], LOGITS[4]]
        assert after.label == "Scale 3 logits by 2"

    def test_shift(self) -> None:
        after = selection.shift(some(), -0.5)
        assert logits(after) == pytest.approx(
            [LOGITS[0] - 0.5, LOGITS[1], LOGITS[2] - 0.5, LOGITS[3] - 0.5, LOGITS[4]]
        )
        assert after.label == "Shift 3 logits by −0.5"

    def test_set_logits_takes_any_float(self) -> None:
        assert logits(selection.set_logits(some(), -math.inf))[3] == -math.inf
        assert selection.set_logits(state(held=1), 1.5).label == "Set logit of dog to +1.5"

    @pytest.mark.parametrize(
        ("value", "label"),
        [(1.0, "Label 3 classes"), (0.0, "Unlabel 3 classes"), (0.3, "Set 3 classes to 0.3")],
    )
    def test_set_targets(self, value, label) -> None:
        after = selection.set_targets(some(), value)
        assert (targets(after), after.label) == ([value, 1.0, value, value, 0.0], label)

    def test_flip(self) -> None:
        after = selection.flip(state(targets=(1.0, 0.0, 0.3, math.nan, 0.0), selected=range(4)))
        assert targets(after)[:3] == [0.0, 1.0, 0.7]
        assert math.isnan(targets(after)[3])
        assert targets(after)[4] == 0.0
        assert after.label == "Flip 4 labels"

    def test_negate_makes_no_negative_zero(self) -> None:
        after = selection.negate(state(logits=(0.0, -2.0, 1.0, 0.0, 0.0), selected=SOME))
        assert [math.copysign(1.0, value) for value in logits(after)] == [1.0, 1.0 - 2.0, -1.0, 1.0, 1.0]

    def test_label_labels_all_or_none(self) -> None:
        on = selection.label(some())
        assert targets(on) == [1.0, 1.0, 1.0, 1.0, 0.0]
        assert targets(selection.label(on.state)) == [0.0, 1.0, 0.0, 0.0, 0.0]

    @given(
        st.lists(st.floats(allow_nan=False), min_size=5, max_size=5),
        places,
        st.floats(allow_nan=False),
        st.sampled_from(["scale", "shift", "set_logits", "set_targets"]),
    )
    def test_only_the_chosen_are_changed(self, values, wanted, number, name) -> None:
        before = state(logits=values, selected=wanted)
        after = getattr(selection, name)(before, number)
        others = [index for index in range(5) if index not in selection.chosen(before)]
        assert after.state.sample.logits[others].tolist() == before.sample.logits[others].tolist()
        assert after.state.sample.targets[others].tolist() == [TARGETS[index] for index in others]

    @given(places, st.floats(-1e4, 1e4))
    def test_shifting_there_and_back(self, wanted, amount) -> None:
        before = state(selected=wanted)
        after = selection.shift(selection.shift(before, amount).state, -amount)
        assert logits(after) == pytest.approx(LOGITS, abs=1e-11)


class TestTogether:
    def test_dragging_one_selected_bar_shifts_all(self) -> None:
        after = moves.move(some(), "logit:2", (2.0, 5.113389))
        amount = 5.11 - LOGITS[2]
        assert logits(after) == pytest.approx(
            [LOGITS[0] + amount, LOGITS[1], 5.11, LOGITS[3] + amount, LOGITS[4]], abs=1e-11
        )
        assert after is not None
        assert after.label == "Drag 3 logits"

    def test_dragging_another_bar_moves_it_alone(self) -> None:
        after = moves.move(some(), "logit:1", (1.0, 0.5))
        assert logits(after) == [LOGITS[0], 0.5, *LOGITS[2:]]

    @given(st.floats(-1e9, 1e9))
    def test_a_drag_keeps_distances_and_limits(self, y) -> None:
        moved = np.array(logits(moves.move(some(), "logit:0", (0.0, y))))[sorted(SOME)]
        assert np.diff(moved) == pytest.approx(np.diff(np.array(LOGITS)[sorted(SOME)]), abs=1e-8)
        assert np.abs(moved).max() <= moves.FARTHEST

    @pytest.mark.parametrize("strange", [math.nan, math.inf, -math.inf, 3e5])
    def test_strange_logits_among_the_selected_stop_nobody(self, strange) -> None:
        before = state(logits=(strange, 0.0, 1.0, 2.0, 3.0), selected=SOME)
        assert logits(moves.move(before, "logit:2", (2.0, 1.5)))[2:4] == [1.5, 2.5]
        assert logits(moves.nudge(before, "logit:2", -1.0))[2:4] == [0.0, 1.0]

    def test_nudging_one_selected_bar_nudges_all(self) -> None:
        after = moves.nudge(some(), "logit:3", 0.1)
        assert logits(after)[:2] == pytest.approx([LOGITS[0] + 0.1, LOGITS[1]])
        assert after is not None
        assert after.label == "Nudge 3 logits"

    def test_marking_one_selected_class_marks_all(self) -> None:
        assert targets(moves.mark(some(), 3, 0.5)) == [0.5, 1.0, 0.5, 0.5, 0.0]
        assert targets(moves.mark(some(), 1, 0.5)) == [1.0, 0.5, 0.0, 0.0, 0.0]

    def test_a_click_on_one_of_several_bars_chooses_it_alone(self) -> None:
        alone = moves.click(some(), "logit:3")
        assert alone is not None
        assert selection.chosen(alone.state) == (3,)
        assert moves.click(some(), "logit:1") is None

    def test_holding_within_the_selection_keeps_it_and_outside_gives_it_up(self) -> None:
        inside = moves.grab(some(), "logit:3")
        assert inside is not None
        assert inside.state.look.selected == SOME
        outside = moves.grab(some(), "logit:1")
        assert outside is not None
        assert outside.state.look.selected == frozenset()
        assert moves.choose(some(), 1).state.look.selected == frozenset()
