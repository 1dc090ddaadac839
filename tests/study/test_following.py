from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.study.following import following
from explorer.study.study import Look, Study
from explorer.study.table import Table

COUNT = 7
LOOK = Look(held=3, slice_class=4, landscape=(1, 5), selected=frozenset({2, 3, 5}))


def table_of(count: int = COUNT) -> Table:
    return Table.of(np.arange(count)[None, :], classes=[f"c{index}" for index in range(count)])


def names(table: Table, look: Look) -> dict[str, object]:
    """Say what is watched by name."""
    classes = table.columns.names
    return {
        "held": classes[look.held],
        "slice": classes[look.slice_class],
        "landscape": tuple(classes[index] for index in look.landscape),
        "selected": {classes[index] for index in look.selected},
    }


@given(st.permutations(range(COUNT)))
def test_every_order_keeps_what_is_watched(order) -> None:
    before = table_of()
    after = before.with_classes_reordered(order)
    moved = following(LOOK, before, after)
    assert names(after, moved) == names(before, LOOK)
    assert following(moved, after, before) == LOOK


@given(st.sets(st.integers(0, COUNT - 1), max_size=COUNT - 1), st.permutations(range(COUNT)))
def test_what_is_left_is_still_watched(gone, order) -> None:
    before = table_of()
    ordered = before.with_classes_reordered(order)
    after = ordered.with_classes_removed([ordered.columns.names.index(f"c{index}") for index in gone])
    look = following(LOOK, before, after).within(Study("", after))
    left, now = names(before, LOOK), names(after, look)
    classes = set(after.columns.names)
    for part in ("held", "slice"):
        assert now[part] == left[part] or left[part] not in classes
    kept = left["selected"] & classes
    assert now["selected"] == (kept if len(kept) > 1 else set())


def test_the_next_class_comes_in_place_of_one_that_is_gone() -> None:
    before = table_of()
    after = before.with_classes_removed([3, 4])
    assert names(after, following(LOOK, before, after))["held"] == "c5"
    ends = before.with_classes_removed([3, 4, 5, 6])
    assert names(ends, following(LOOK, before, ends))["held"] == "c2"


def test_a_class_that_comes_back_moves_the_others_back() -> None:
    before = table_of()
    after = before.with_class_removed(0)
    there = following(LOOK, before, after)
    assert (there.held, there.selected) == (2, {1, 2, 4})
    assert following(there, after, before) == LOOK


def test_added_and_renamed_classes_change_nothing() -> None:
    before = table_of()
    for after in (before.with_class_added("new"), before.with_class_renamed(3, "new")):
        assert following(LOOK, before, after) is LOOK


def test_another_table_is_not_followed() -> None:
    before, after = table_of(), table_of().with_classes_removed([0])
    other = Table.of([[1.0, 2.0]])
    assert following(LOOK, before, other) is LOOK
    assert following(LOOK, after, other) is LOOK


@pytest.mark.parametrize("gone", [[7], [-1]])
def test_classes_that_are_not_there_cannot_be_removed(gone) -> None:
    with pytest.raises(IndexError, match="is not in the table"):
        table_of().with_classes_removed(gone)


def test_all_classes_cannot_be_removed() -> None:
    with pytest.raises(ValueError, match="all 7 classes would go"):
        table_of().with_classes_removed(range(COUNT))


def test_removing_many_at_once_is_removing_one_by_one() -> None:
    study = Study("", table_of())
    once = study.with_classes_removed([1, 4, 6])
    assert once.table == study.with_class_removed(6).with_class_removed(4).with_class_removed(1).table
    assert study.table.with_classes_removed([]) == study.table
