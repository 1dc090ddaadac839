"""Which classes the list shows and in which order, and how it moves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.plots import ranking
from explorer.plots.ranking import TOP, first_row, found, gone_to, place_of, revealed, scrolled, stepped
from explorer.study.study import FILTERS, ORDERS
from tests.plots.states import state

if TYPE_CHECKING:
    from explorer.study.state import State

ODD = (float("nan"), float("inf"), float("-inf"), 0.0)
LOGITS = st.lists(st.floats(-9, 9) | st.sampled_from(ODD), min_size=61, max_size=90)
NAMES = tuple(f"class {index}" for index in range(100))


def many(count: int = 100, **look: object) -> State:
    """Return a state with falling logits, so that class 0 is the largest, and three labelled classes."""
    targets = np.zeros(count)
    targets[[7, 30, 60]] = 1.0, 1.0, 0.4
    return state(np.linspace(3.0, -3.0, count), targets, NAMES[:count], **look)


@given(LOGITS, st.data(), st.sampled_from(ORDERS), st.sampled_from(FILTERS))
def test_every_class_that_passes_the_filter_is_listed_once(
    logits: list[float], data: st.DataObject, order: str, only: str
) -> None:
    targets = data.draw(
        st.lists(st.sampled_from((0.0, 1.0, 0.3)), min_size=len(logits), max_size=len(logits))
    )
    seen = state(logits, targets, None, ("soft_zlpr",), order=order, only=only)
    listed = ranking.ranking(seen)
    wanted = {
        "all": len(logits),
        "labelled": sum(target > 0 for target in targets),
        "top": min(TOP, len(logits)),
    }
    assert len(listed) == len(set(listed.tolist())) == wanted[only]
    assert set(listed.tolist()) <= set(range(len(logits)))
    if only == "labelled":
        assert all(targets[index] > 0 for index in listed.tolist())


@given(LOGITS)
def test_by_logit_the_largest_come_first_and_nan_last(logits: list[float]) -> None:
    listed = ranking.ranking(state(logits, np.zeros(len(logits)), None, order="logit"))
    shown = np.array(logits)[listed]
    numbers = shown[~np.isnan(shown)]
    assert np.isnan(shown[len(numbers) :]).all()
    assert (numbers[:-1] >= numbers[1:]).all()
    for one, other in zip(listed.tolist(), listed.tolist()[1:], strict=False):
        if logits[one] == logits[other]:
            assert one < other


def test_by_label_targets_come_before_logits() -> None:
    assert ranking.ranking(many()).tolist()[:5] == [7, 30, 60, 0, 1]


def test_by_gradient_the_first_loss_on_decides() -> None:
    seen = many(shown=("zlpr", "bce"), order="gradient")  # ZLPR refuses the soft target
    listed = ranking.ranking(seen)
    probabilities = 1 / (1 + np.exp(-seen.sample.logits))
    strength = np.abs(probabilities - seen.sample.targets)
    assert (np.diff(strength[listed]) <= 1e-12).all()
    top = ranking.ranking(seen.with_look(only="top", order="index"))
    assert top.tolist() == sorted(listed[:TOP].tolist())


def test_without_a_loss_gradients_are_all_equal() -> None:
    assert ranking.ranking(many(shown=(), order="gradient")).tolist() == list(range(100))


def test_rows_keep_their_places_until_the_gesture_ends() -> None:
    before = many(order="logit")
    table = before.study.table.with_logit(0, 99, 9.0)
    after = before.with_study(before.study.with_table(table))
    assert ranking.ranking(after)[0] == 99
    during = replace(after, before=before.study)
    assert ranking.ranking(during).tolist() == ranking.ranking(before).tolist()
    assert ranking.ranking(replace(during, before=None))[0] == 99


def test_a_gesture_that_began_with_other_classes_does_not_count() -> None:
    before = many(order="index")
    grown = before.study.with_class_added("new")
    during = replace(before.with_study(grown), before=before.study)
    assert len(ranking.ranking(during)) == 101


# Search


@pytest.mark.parametrize(
    ("search", "best", "amount"),
    [
        ("class 5", 5, 11),  # the whole name before those that only begin so
        ("CLASS 42", 42, 1),
        ("7", 7, 19),
        ("  99 ", 99, 1),
        ("100", None, 0),
        ("cat", None, 0),
        ("", 0, 100),
        ("²", None, 0),  # a digit to Python, yet no number
    ],
)
def test_a_search_finds_names_and_indices(search: str, best: int | None, amount: int) -> None:
    hits = found(NAMES, search)
    assert len(hits) == amount
    assert (int(hits[0]) if amount else None) == best


@given(st.text(max_size=4))
def test_what_is_found_has_the_text_or_is_the_index(search: str) -> None:
    for index in found(NAMES, search).tolist():
        assert search.strip().casefold() in NAMES[index].casefold() or search.strip() == str(index)


@pytest.mark.parametrize("order", ORDERS)
def test_the_list_shows_what_is_found_the_best_first(order: str) -> None:
    listed = ranking.ranking(many(order=order, search="class 9"))
    assert listed[0] == 9
    assert sorted(listed.tolist()) == [9, *range(90, 100)]


# Moving through the list


def test_the_list_ends_where_its_last_row_is_in_sight() -> None:
    assert first_row(many(first=95, order="index"), 20) == 80
    assert first_row(many(first=95, only="labelled"), 20) == 0
    assert scrolled(many(first=3, order="index"), 200, 20).first == 80
    assert scrolled(many(first=3, order="index"), -200, 20).first == 0
    assert ranking.visible(many(first=95, order="index"), 20).tolist() == list(range(80, 100))


@pytest.mark.parametrize(("held", "first"), [(5, 5), (10, 10), (29, 10), (30, 11), (99, 80)])
def test_a_class_is_brought_into_sight_by_the_shortest_way(held: int, first: int) -> None:
    shown = revealed(many(order="index", first=10, held=held), 20)
    assert shown.look.first == first
    assert revealed(shown, 20) is shown


def test_a_step_follows_the_list_not_the_table() -> None:
    seen = many(held=30, slice_class=30)
    assert stepped(seen, 1, 20).state.look.held == 60
    assert stepped(seen, -5, 20).state.look.held == 7
    moved = stepped(seen, 40, 20).state.look
    assert (moved.held, moved.slice_class, moved.first) == (40, 40, 22)
    assert stepped(many(held=3, only="labelled"), 1, 20).state.look.held == 7  # 3 is not listed
    assert stepped(many(held=3, search="no such"), 1, 20).state.look.held == 3


def test_going_to_a_hidden_class_gives_up_what_hides_it() -> None:
    look = gone_to(many(only="labelled", search="class 7", order="index"), 90, 20).look
    assert (look.held, look.only, look.search, look.first) == (90, "all", "", 71)
    kept = gone_to(many(only="labelled"), 30, 20).look
    assert kept.only == "labelled"
    assert place_of(many(only="labelled"), 90) is None
