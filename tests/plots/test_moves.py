from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.plots import PLOTS, moves
from explorer.plots.layout import Layout
from tests.plots.states import LOGITS, state


def logit(after: moves.Move | None, index: int) -> float:
    assert after is not None
    return float(after.state.sample.logits[index])


def target(after: moves.Move | None, index: int) -> float:
    assert after is not None
    return float(after.state.sample.targets[index])


def test_dragging_a_bar_sets_its_logit_rounded_and_names_itself() -> None:
    before = state()
    after = moves.move(before, "logit:1", (1.0, 2.3456))
    assert after is not None
    assert logit(after, 1) == 2.35
    assert after.label == "Drag dog"
    assert before.sample.logits[1] == LOGITS[1]
    untouched = [0, 2, 3, 4]
    assert after.state.sample.logits[untouched].tolist() == [LOGITS[index] for index in untouched]


def test_a_drag_keeps_within_the_limits_of_the_handle() -> None:
    assert logit(moves.move(state(), "logit:0", (0.0, 1e9)), 0) == moves.FARTHEST
    assert logit(moves.move(state(), "slice", (-1e9, 0.0)), 0) == -moves.FARTHEST
    assert math.copysign(1.0, logit(moves.move(state(), "logit:0", (0.0, -0.001)), 0)) == 1.0


@pytest.mark.parametrize("handle", ["logit:0", "target:0", "slice", "alpha", "landscape"])
@pytest.mark.parametrize("position", [(math.nan, 0.0), (0.0, math.inf)])
def test_a_position_that_is_no_number_moves_nothing(handle: str, position: tuple[float, float]) -> None:
    assert moves.move(state(), handle, position) is None


@pytest.mark.parametrize("handle", ["logit:5", "target:9", "logit:-1", "nothing"])
def test_a_handle_that_is_not_there_does_nothing(handle: str) -> None:
    before = state()
    assert moves.move(before, handle, (0.0, 0.0)) is None
    assert moves.nudge(before, handle, 1.0) is None
    assert moves.click(before, handle) is None
    assert moves.grab(before, handle) is None


def test_chips_are_clicked_on_and_off() -> None:
    off = moves.click(state(), "target:0")
    assert off is not None
    assert (off.label, target(off, 0)) == ("Unlabel cat", 0.0)
    on = moves.click(off.state, "target:0")
    assert on is not None
    assert (on.label, target(on, 0)) == ("Label cat", 1.0)
    assert off.target == on.target


def test_a_soft_target_is_named_with_its_value() -> None:
    after = moves.set_target(state(), 1, 0.3)
    assert (after.label, target(after, 1)) == ("Set dog to 0.30", 0.3)


@pytest.mark.parametrize("count", [1, 2, 5, 12])
@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.9])
def test_a_chip_is_filled_to_where_the_pointer_is(count: int, share: float) -> None:
    before = state(np.zeros(count), np.zeros(count), None)
    figure = PLOTS["logits"].figure(before)
    layout = Layout(figure, 316.0, 560.0)
    chip = next(handle for handle in figure.handles if handle.id == f"target:{count - 1}")
    box = layout.box(chip)
    x, y = layout.to_data(box.x + share * box.width, box.y)
    assert target(moves.move(before, chip.id, (x, y)), count - 1) == pytest.approx(share, abs=0.06)


def test_the_pointer_beyond_a_chip_sets_0_or_1() -> None:
    assert target(moves.move(state(), "target:2", (9.0, 0.0)), 2) == 1.0
    assert target(moves.move(state(), "target:2", (-9.0, 0.0)), 2) == 0.0


def test_the_slices_cursor_moves_the_slice_class() -> None:
    after = moves.move(state(slice_class=3, held=1), "slice", (-2.0, 5.0))
    assert logit(after, 3) == -2.0
    assert after is not None
    assert after.label == "Drag indoor"


def test_the_landscapes_start_moves_both_logits_in_one_step() -> None:
    after = moves.move(state(landscape=(1, 4)), "landscape", (0.5, -1.25))
    assert after is not None
    assert after.label == "Drag dog and blur"
    assert (logit(after, 1), logit(after, 4)) == (0.5, -1.25)
    assert moves.move(state([1.0], [1.0], ["cat"]), "landscape", (0.0, 0.0)) is None


def test_alpha_is_the_look_alone() -> None:
    before = state()
    after = moves.move(before, "alpha", (math.log10(3.0), 0.0))
    assert after is not None
    assert after.state.look.alpha == 3.0
    assert after.state.study is before.study
    far = moves.move(before, "alpha", (400.0, 0.0))
    assert far is not None
    assert far.state.look.alpha == 10.0


@pytest.mark.parametrize("start", [0.1, 0.5, 1.0, 5.0])
@pytest.mark.parametrize("amount", [0.1, 0.01])
def test_every_key_press_changes_alpha(start: float, amount: float) -> None:
    after = moves.nudge(state(alpha=start), "alpha", amount)
    assert after is not None
    assert after.state.look.alpha > start
    back = moves.nudge(after.state, "alpha", -amount)
    assert back is not None
    assert back.state.look.alpha == pytest.approx(start, abs=0.011)


def test_grabbing_a_bar_holds_its_class_and_slices_along_it() -> None:
    before = state()
    after = moves.grab(before, "logit:3")
    assert after is not None
    assert (after.state.look.held, after.state.look.slice_class) == (3, 3)
    assert after.state.study is before.study
    assert moves.grab(after.state, "logit:3") is None
    assert moves.grab(before, "alpha") is None


def test_choosing_stops_at_the_ends() -> None:
    assert moves.choose(state(held=4), 1).state.look.held == 4
    assert moves.choose(state(held=4), -1).state.look.held == 3


def test_ten_nudges_of_a_tenth_make_one() -> None:
    now = state([0.0, 0.0], [0.0, 0.0], None)
    for _ in range(10):
        after = moves.nudge(now, "logit:1", 0.1)
        assert after is not None
        now = after.state
    assert now.sample.logits.tolist() == [0.0, 1.0]


def test_nudges_start_from_zero_where_there_is_no_number_and_stay_where_far() -> None:
    assert logit(moves.nudge(state([math.nan], [1.0], None), "logit:0", 0.1), 0) == 0.1
    assert logit(moves.nudge(state([3e5], [1.0], None), "logit:0", 1.0), 0) == 3e5
    assert logit(moves.nudge(state([3e5], [1.0], None), "logit:0", -1.0), 0) == 3e5 - 1.0


def test_nudging_the_landscape_moves_the_axis_asked_for() -> None:
    after = moves.nudge(state(landscape=(2, 3)), "landscape", 1.0, axis="y")
    assert logit(after, 3) == pytest.approx(LOGITS[3] + 1.0)
    assert logit(after, 2) == LOGITS[2]


def test_keys_act_on_the_held_bar_or_the_figures_own_handle() -> None:
    before = state(held=2)
    found = {key: moves.held_handle(before, plot.figure(before)) for key, plot in PLOTS.items()}
    names = {key: handle.id if handle else None for key, handle in found.items()}
    assert names == {
        "logits": "logit:2", "gradient": None, "slice": "slice", "budget": None, "sharpening": "alpha",
        "values": None, "landscape": "landscape", "check": None, "dtypes": "slice", "tasks": None,
        "peel": "peel.amount", "flips": "flips.class:2", "thresholds": "thresholds.cut", "reductions": None,
        "balance": None, "sweeps": "sweeps.epsilon",
    }  # fmt: skip


@given(st.integers(0, 4), st.floats(-1e4, 1e4))
def test_moving_a_handle_and_reading_it_gives_the_position(index: int, value: float) -> None:
    after = moves.move(state(), f"logit:{index}", (index, value))
    assert after is not None
    handle = next(h for h in PLOTS["logits"].figure(after.state).handles if h.id == f"logit:{index}")
    assert handle.place.y == pytest.approx(value, abs=0.005000001)
    again = moves.move(after.state, handle.id, (handle.place.x, handle.place.y))
    assert again is not None
    assert again.state.sample.logits.tolist() == after.state.sample.logits.tolist()


def test_a_move_that_changes_nothing_keeps_the_study() -> None:
    before = state([0.5, 1.0], [1.0, 0.0], None)
    after = moves.move(before, "logit:0", (0.0, 0.5))
    assert after is not None
    assert after.state.study is before.study
