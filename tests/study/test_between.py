from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from explorer.losses import LOSSES
from explorer.study.between import between, is_smooth, labels_mixed, mixed, rows_mixed
from explorer.study.state import State
from explorer.study.study import Look, Pin, ShownLoss, Study
from explorer.study.table import Table
from tests.study.strategies import floats

SHARES = st.floats(0.0, 1.0)
FINITE = st.floats(allow_nan=False, allow_infinity=False)
CLASSES = ["cat", "dog", "owl"]


@dataclass(frozen=True)
class Limits:
    """Limits of a card, as `plots.figure.View` has them."""

    x: tuple[float, float]
    y: tuple[float, float]
    chosen: bool = False


def state_of(
    logits=(1.0, 2.0, 3.0), targets=(1, 0, 0), shown=("bce",), views=None, pin=None, **look
) -> State:
    table = Table.of(logits, targets, CLASSES)
    entries = tuple(ShownLoss(each) if isinstance(each, str) else each for each in shown)
    return State(Study("x", table, entries, pin), Look(**look), views or {})


@st.composite
def states(draw):
    rows = draw(st.lists(st.lists(floats, min_size=3, max_size=3), min_size=2, max_size=2))
    epsilon = draw(st.none() | st.floats(0, 1))
    smoothed = ShownLoss("smoothed_bce", () if epsilon is None else (("epsilon", epsilon),))
    weights = draw(
        st.none() | st.floats(0, 9) | st.tuples(*[st.floats(0, 9)] * 3) | st.tuples(*[st.floats(0, 9)] * 2)
    )
    bce = ShownLoss("bce", () if weights is None else (("pos_weight", weights),))
    pin = draw(st.none() | st.just(Pin(0, "p", rows[0], rows[1])))
    ends = draw(st.tuples(FINITE, FINITE))
    views = draw(st.sampled_from([{}, {"slice": Limits(ends, ends)}]))
    look = {"alpha": draw(st.floats(0.01, 100)), "time": draw(st.integers(0, 500))}
    return state_of(*rows, (smoothed, bce), views, pin, **look)


def numbers_of(state: State) -> np.ndarray:
    """All numbers that move, in one row."""
    sample = state.sample
    epsilon = LOSSES["smoothed_bce"].settings(**dict(state.study.shown[0].settings))["epsilon"]
    return np.array([*sample.logits, *sample.targets, epsilon, state.look.alpha, state.look.time])


@given(states(), states(), SHARES)
def test_the_ends_are_the_states_themselves(a, b, u) -> None:
    assert between(a, b, 0.0) is a
    assert between(a, b, 1.0) is b
    assert between(a, b, -u) is a
    assert between(a, b, 1.0 + u) is b


@given(states(), states(), SHARES)
def test_what_lies_between_never_passes_the_ends(a, b, u) -> None:
    first, middle, last = (numbers_of(state) for state in (a, between(a, b, u), b))
    known = ~np.isnan(first) & ~np.isnan(last)
    low, high = np.minimum(first, last)[known], np.maximum(first, last)[known]
    assert ((low <= middle[known]) & (middle[known] <= high)).all()
    finite = np.isfinite(first) & np.isfinite(last)
    assert np.isfinite(middle[finite]).all()


@given(states(), states(), SHARES, SHARES)
def test_every_number_goes_one_way(a, b, u, v) -> None:
    earlier, later = sorted((u, v))
    first, last = numbers_of(a), numbers_of(b)
    one, other = numbers_of(between(a, b, earlier)), numbers_of(between(a, b, later))
    known = np.isfinite(first) & np.isfinite(last)
    rises, falls = known & (last > first), known & (last < first)
    assert (one[rises] <= other[rises]).all()
    assert (one[falls] >= other[falls]).all()
    assert (one[known & (first == last)] == first[known & (first == last)]).all()


@given(states(), states(), SHARES)
def test_every_loss_allows_what_lies_between(a, b, u) -> None:
    for shown in between(a, b, u).study.shown:
        LOSSES[shown.key].settings(**dict(shown.settings))


@given(FINITE, FINITE, SHARES)
def test_one_number_and_a_row_of_it_agree(a, b, u) -> None:
    row = rows_mixed(np.array([a]), np.array([b]), u)
    with np.errstate(all="ignore"):
        assert row[0] == mixed(a, b, u)


def test_half_way_is_the_middle() -> None:
    a = state_of((0.0, 2.0, -1.0), (1, 0, 0.5), alpha=1.0, time=10)
    b = state_of((1.0, 2.0, -3.0), (0, 0, 1), alpha=3.0, time=21)
    middle = between(a, b, 0.5)
    assert middle.sample.logits.tolist() == [0.5, 2.0, -2.0]
    assert middle.sample.targets.tolist() == [0.5, 0.0, 0.75]
    assert (middle.look.alpha, middle.look.time) == (2.0, 16)


def test_settings_go_from_the_default_and_choices_change_half_way() -> None:
    a = state_of(shown=(ShownLoss("smoothed_bce", (("convention", 1),)), ShownLoss("asl")))
    b = state_of(shown=(ShownLoss("smoothed_bce", (("epsilon", 0.3),)), ShownLoss("asl", (("clip", 0.25),))))
    quarter, late = between(a, b, 0.25).study.shown, between(a, b, 0.75).study.shown
    assert dict(quarter[0].settings) == pytest.approx({"epsilon": 0.15, "convention": 1})
    assert dict(late[0].settings) == pytest.approx({"epsilon": 0.25, "convention": 2})
    assert dict(quarter[1].settings) == pytest.approx({"clip": 0.1})


def test_numbers_for_each_class_and_whole_ones() -> None:
    a = state_of(
        shown=(ShownLoss("bce", (("weight", (1.0, 2.0, 3.0)),)), ShownLoss("combinatorial_threshold"))
    )
    b = state_of(shown=("bce", ShownLoss("combinatorial_threshold", (("max_labels", 2),))))
    bce, sets = between(a, b, 0.5).study.shown
    assert dict(bce.settings) == {"weight": (1.0, 1.5, 2.0)}
    assert dict(sets.settings) == {"max_labels": 4.0}


@given(SHARES)
def test_kept_limits_move_and_others_are_those_of_the_end(u) -> None:
    assume(0.0 < u < 1.0)
    a = state_of(views={"slice": Limits((0.0, 1.0), (2.0, 4.0)), "gone": Limits((0, 0), (1, 1))})
    b = state_of(views={"slice": Limits((4.0, 1.0), (2.0, 8.0), True), "new": Limits((5, 6), (7, 8))})
    views = between(a, b, u).views
    assert views["slice"].x == pytest.approx((4.0 * u, 1.0))
    assert views["slice"].y == pytest.approx((2.0, 4.0 + 4.0 * u))
    assert views["slice"].chosen
    assert views["new"] == b.views["new"]
    assert "gone" not in views


def test_labels_change_at_once_where_a_loss_takes_no_soft_ones() -> None:
    a, b = state_of(targets=(1, 0, 0), shown=("zlpr",)), state_of(targets=(0, 1, 0), shown=("zlpr",))
    seen = [between(a, b, u).sample.targets.tolist() for u in (0.1, 0.3, 0.7, 0.8)]
    assert seen == [[1, 0, 0], [0, 0, 0], [0, 0, 0], [0, 1, 0]]
    off = [replace(each.study.shown[0], on=False) for each in (a, b)]
    a, b = (
        state_of(each.sample.logits, each.sample.targets, (loss,))
        for each, loss in zip((a, b), off, strict=True)
    )
    assert between(a, b, 0.5).sample.targets.tolist() == [0.5, 0.5, 0.0]


@given(st.lists(st.sampled_from([0.0, 1.0]), min_size=4, max_size=4), SHARES, SHARES)
def test_hard_labels_stay_hard_and_go_one_way(ends, u, v) -> None:
    a, b = np.array(ends), np.array([1.0, 0.0, 1.0, 0.0])
    earlier, later = (labels_mixed(a, b, share) for share in sorted((u, v)))
    assert set(earlier) <= {0.0, 1.0}
    assert ((earlier == b) <= (later == b)).all()


def test_the_same_sample_stays_the_very_same() -> None:
    a, b = state_of(alpha=1.0), state_of(alpha=2.0)
    middle = between(a, b, 0.5)
    assert middle.study is b.study
    assert middle.sample is b.sample


def test_only_states_of_the_same_classes_and_losses_are_smooth() -> None:
    a = state_of(shown=("bce", "zlpr"))
    assert is_smooth(a, state_of((9.0, 9.0, 9.0), (1, 1, 1), ("bce", "zlpr"), alpha=7.0))
    assert is_smooth(a, state_of(shown=(ShownLoss("bce", (("weight", 2.0),)), "zlpr")))
    others = (
        state_of(shown=("zlpr", "bce")),
        state_of(shown=("bce",)),
        state_of(shown=("bce", ShownLoss("zlpr", on=False))),
    )
    renamed = State(a.study.with_class_renamed(0, "cow"))
    for other in (*others, renamed):
        assert not is_smooth(a, other)
        with pytest.raises(ValueError, match="allowed are two that `is_smooth`"):
            between(a, other, 0.5)
