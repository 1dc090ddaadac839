"""What lies under every step of a history becomes another, as newer arrays of a script do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from explorer.study.history import History
from explorer.study.study import ShownLoss, Study
from explorer.study.table import Table

FIRST = Study("first", Table.of([[0.0, 0.0], [0.0, 0.0]]))
NEWER = Table.of([[1.0, 2.0], [3.0, 4.0]])


def on_newer(study: Study) -> Study:
    return replace(study, table=NEWER)


@pytest.fixture
def history() -> History:
    made = History(FIRST)
    made.apply("show", replace(FIRST, shown=(ShownLoss("bce"),)))
    edited = made.study.with_table(made.study.table.with_logit(0, 0, 9.0))
    made.apply("edit", edited)
    made.apply("title", replace(edited, title="second"))
    return made


def test_steps_of_the_study_stay_and_those_of_the_table_go(history: History) -> None:
    history.rebase(on_newer)
    assert [entry.label for entry in history.entries] == ["show", "title"]
    assert (history.position, history.study.title, history.study.table) == (2, "second", NEWER)
    assert history.undo().title == "first"
    assert history.undo() == replace(FIRST, table=NEWER)
    assert history.redo().shown == (ShownLoss("bce"),)
    assert history.redo().title == "second"


def test_a_step_begins_where_the_one_before_ends(history: History) -> None:
    history.rebase(on_newer)
    show, title = history.entries
    assert show.after is title.before


def test_what_was_undone_can_be_done_again(history: History) -> None:
    history.travel_to(1)
    history.rebase(on_newer)
    assert (history.position, len(history.entries)) == (1, 2)
    assert history.redo() == replace(FIRST, title="second", table=NEWER, shown=(ShownLoss("bce"),))


def test_it_is_no_step(history: History) -> None:
    plain = History(FIRST)
    plain.rebase(on_newer)
    assert (plain.entries, plain.can_undo, plain.study.table) == ((), False, NEWER)


def test_what_was_saved_is_so_still_unless_it_lies_in_a_file(history: History) -> None:
    history.mark_saved()
    history.rebase(on_newer)
    assert history.is_saved
    history.rebase(lambda study: replace(study, table=FIRST.table), is_saved=False)
    assert not history.is_saved


def test_a_gesture_is_cancelled_first(history: History) -> None:
    history.begin("drag")
    history.update(history.study.with_table(FIRST.table.with_logit(0, 1, 5.0)))
    history.rebase(on_newer)
    assert not history.in_gesture
    assert history.study.table == NEWER
