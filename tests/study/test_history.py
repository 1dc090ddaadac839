from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.study.history import History, changed_sample
from explorer.study.state import State
from explorer.study.stories import Story, recorded
from explorer.study.study import Look, Pin, ShownLoss, Study
from explorer.study.table import Table
from explorer.study.weighing import added_bytes

FIRST = Study("first", Table.of([[0.0, 0.0], [0.0, 0.0]]))


def with_logit(value, row=0):
    return FIRST.with_table(FIRST.table.with_logit(row, 0, value))


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def history(clock):
    return History(FIRST, clock)


def test_undo_and_redo_put_whole_studies_back(history):
    one, two = with_logit(1.0), with_logit(2.0)
    history.apply("Drag a", one)
    history.apply("Label a", two)
    assert (history.undo_label, history.redo_label) == ("Label a", None)
    assert history.undo() is one
    assert (history.undo_label, history.redo_label) == ("Drag a", "Label a")
    assert history.undo() is FIRST
    assert (history.can_undo, history.undo_label) == (False, None)
    assert history.undo() is FIRST
    assert history.redo() is one
    assert history.redo() is two
    assert not history.can_redo
    assert history.redo() is two


def test_a_new_edit_forgets_what_was_undone(history):
    history.apply("one", with_logit(1.0))
    history.undo()
    history.apply("two", with_logit(2.0))
    assert not history.can_redo
    assert [entry.label for entry in history.entries] == ["two"]


def test_an_unchanged_study_makes_no_entry(history):
    history.apply("nothing", FIRST)
    history.apply("nothing", with_logit(0.0))
    history.apply("nothing", Study("first", Table.of([[0.0, 0.0], [0.0, 0.0]])))
    assert history.entries == ()
    assert history.study is FIRST


def test_a_gesture_is_one_entry(history):
    history.begin("Drag a")
    for value in range(5):
        history.update(with_logit(float(value)), f"Drag a to {value}")
        assert history.study.table.sample(0).logits[0] == value
        assert history.in_gesture
    history.end()
    assert [entry.label for entry in history.entries] == ["Drag a to 4"]
    assert history.undo() is FIRST


def test_cancel_puts_back_what_was_before_the_gesture_and_keeps_redo(history):
    one = with_logit(1.0)
    history.apply("one", one)
    history.undo()
    history.begin("Drag a")
    history.update(with_logit(9.0))
    history.cancel()
    assert history.study is FIRST
    assert history.redo() is one
    history.cancel()
    history.end()
    assert history.study is one, "end and cancel without a gesture do nothing"


def test_a_gesture_that_ends_where_it_began_makes_no_entry_and_keeps_redo(history):
    history.apply("one", with_logit(1.0))
    history.undo()
    history.begin("Drag a")
    history.update(with_logit(9.0))
    history.update(with_logit(0.0))
    history.end()
    assert history.can_redo
    assert history.study is FIRST


def test_undo_in_a_gesture_cancels_it(history):
    history.apply("one", with_logit(1.0))
    history.begin("Drag a")
    history.update(with_logit(9.0))
    assert (history.can_undo, history.undo_label, history.can_redo) == (True, "Drag a", False)
    assert history.undo() == with_logit(1.0)
    assert not history.in_gesture


def test_a_gesture_left_open_is_ended_by_the_next(history):
    history.begin("first")
    history.update(with_logit(1.0))
    history.begin("second")
    history.update(with_logit(2.0))
    history.end()
    assert [entry.label for entry in history.entries] == ["first", "second"]


def test_apply_inside_a_gesture_belongs_to_it(history):
    history.begin("Drag a")
    history.apply("Nudge a", with_logit(1.0), target="logit:0")
    history.end()
    assert [entry.label for entry in history.entries] == ["Drag a"]


def test_update_without_a_gesture_is_refused(history):
    with pytest.raises(RuntimeError, match="no gesture is open"):
        history.update(with_logit(1.0))


def test_quick_repeats_on_one_target_are_one_entry(history, clock):
    for step in range(1, 6):
        clock.now += 0.99
        history.apply("Nudge a", with_logit(float(step)), target="logit:0")
    assert len(history.entries) == 1
    clock.now += 1.0
    history.apply("Nudge a", with_logit(6.0), target="logit:0")
    history.apply("Nudge b", with_logit(7.0), target="logit:1")
    history.apply("Reset", with_logit(8.0))
    history.apply("Reset", with_logit(9.0))
    assert [entry.label for entry in history.entries] == ["Nudge a", "Nudge a", "Nudge b", "Reset", "Reset"]


def test_repeats_that_come_back_leave_no_entry_and_do_not_eat_the_one_before(history):
    one = with_logit(5.0, row=1)
    history.apply("one", one)
    there = one.with_table(one.table.with_logit(0, 0, 0.1))
    history.apply("Nudge a", there, target="logit:0")
    history.apply("Nudge a", one, target="logit:0")
    assert [entry.label for entry in history.entries] == ["one"]
    history.apply("Nudge a", there, target="logit:0")
    assert [entry.label for entry in history.entries] == ["one", "Nudge a"]


@pytest.mark.parametrize("between", ["undo", "save", "gesture"])
def test_nothing_merges_across(history, between):
    history.apply("first", with_logit(1.0), target="logit:0")
    history.apply("other", with_logit(2.0), target="logit:1")
    history.apply("second", with_logit(3.0), target="logit:1")
    if between == "undo":
        history.undo()
        history.apply("third", with_logit(4.0), target="logit:0")
        assert [entry.label for entry in history.entries] == ["first", "third"]
        return
    if between == "save":
        history.mark_saved()
    else:
        history.begin("Drag")
        history.update(with_logit(9.0))
        history.end()
    history.apply("third", with_logit(4.0), target="logit:1")
    assert history.entries[-1].label == "third"
    assert history.entries[-1].before == (with_logit(3.0) if between == "save" else with_logit(9.0))


def test_saved_follows_the_study(history):
    assert history.is_saved
    history.apply("one", with_logit(1.0))
    assert not history.is_saved
    history.mark_saved()
    assert history.is_saved
    history.undo()
    assert not history.is_saved
    history.redo()
    assert history.is_saved
    history.apply("away", with_logit(2.0))
    history.apply("by hand back", with_logit(1.0))
    assert history.is_saved


def test_the_oldest_entries_are_forgotten(clock):
    history = History(FIRST, clock, limit=3)
    for value in range(1, 6):
        history.apply(f"{value}", with_logit(float(value)))
    assert [entry.label for entry in history.entries] == ["3", "4", "5"]
    for _ in range(5):
        history.undo()
    assert history.study == with_logit(2.0)


def test_changed_sample():
    one, two = with_logit(1.0, row=1), with_logit(1.0, row=0)
    assert changed_sample(FIRST, one) == changed_sample(one, FIRST) == 1
    assert changed_sample(one, two) == 0
    assert changed_sample(one, two, current=1) == 1
    assert changed_sample(FIRST, FIRST) is None
    assert changed_sample(FIRST, Study("first", FIRST.table, (ShownLoss("bce"),))) is None
    assert changed_sample(FIRST, FIRST.with_class_added("x")) is None
    assert changed_sample(FIRST, Study("first", Table.of([1.0]))) is None
    pinned = Study("first", FIRST.table, pin=Pin.of(FIRST.table.sample(1)))
    assert changed_sample(FIRST, pinned) == changed_sample(pinned, FIRST) == 1


class Model:
    """The plainest history: a list of studies and a place in it."""

    def __init__(self):
        self.studies, self.place = [FIRST], 0

    def push(self, study):
        if study != self.studies[self.place]:
            self.studies = [*self.studies[: self.place + 1], study]
            self.place += 1

    def move(self, step):
        self.place = min(max(self.place + step, 0), len(self.studies) - 1)


@given(
    st.lists(st.tuples(st.sampled_from(["apply", "gesture", "cancel", "undo", "redo"]), st.integers(0, 3)))
)
def test_history_is_a_list_and_a_place(actions):
    history, model = History(FIRST), Model()
    for kind, value in actions:
        study = with_logit(float(value))
        if kind == "apply":
            history.apply("apply", study)
            model.push(study)
        elif kind in ("gesture", "cancel"):
            history.begin("gesture")
            history.update(with_logit(77.0))
            history.update(study)
            history.end() if kind == "gesture" else history.cancel()
            if kind == "gesture":
                model.push(study)
        else:
            getattr(history, kind)()
            model.move(-1 if kind == "undo" else 1)
        assert history.study == model.studies[model.place]
        assert history.can_undo == (model.place > 0)
        assert history.can_redo == (model.place < len(model.studies) - 1)
        assert len(history.entries) == len(model.studies) - 1
        assert history.position == model.place


def test_the_study_before_a_gesture_is_known_while_it_lasts(history):
    assert history.before_gesture is None
    history.begin("Drag")
    history.update(with_logit(1.0))
    history.update(with_logit(2.0))
    assert history.before_gesture is FIRST
    history.end()
    assert history.before_gesture is None


def test_another_title_holds_at_every_step_and_is_none(history):
    history.apply("Set", with_logit(3.0))
    history.mark_saved()
    history.retitle("lecture")
    assert history.is_saved
    assert [entry.label for entry in history.entries] == ["Set"]
    assert history.undo().title == "lecture"
    assert history.redo().title == "lecture"
    history.mark_unsaved()
    assert not history.is_saved


class TestMemory:
    """What the entries hold, which is bounded in bytes too."""

    WIDE = Study("wide", Table.of(np.zeros((3, 1000)), np.zeros((3, 1000))))
    ROW = 8 * 1000

    def moved(self, study, value, row=0):
        return study.with_table(study.table.with_logit(row, 0, value))

    def test_an_edit_holds_the_arrays_that_are_new(self):
        one = self.moved(self.WIDE, 1.0)
        assert added_bytes(self.WIDE, one) == self.ROW  # the targets are those of the source
        assert added_bytes(one, self.moved(one, 2.0)) == self.ROW
        assert added_bytes(one, self.moved(one, 2.0, row=1)) == self.ROW
        assert added_bytes(one, replace(one, title="named")) == 0

    def test_another_table_holds_all_of_its_own(self):
        other = self.WIDE.with_table(Table.of(np.ones((5, 1000)), np.ones((5, 1000))))
        assert added_bytes(self.WIDE, other) == 2 * 5 * self.ROW

    def test_a_pin_and_a_step_of_a_story_hold_theirs(self):
        sample = self.moved(self.WIDE, 1.0).table.sample(0)
        pinned = replace(self.WIDE, pin=Pin.of(sample))
        assert added_bytes(self.WIDE, pinned) >= self.ROW
        assert added_bytes(pinned, self.moved(pinned, 1.0)) == self.ROW
        story = Story("s", {"en": "a story"}, (recorded(State(self.WIDE, Look()), ("logits",)),))
        told = replace(self.WIDE, stories=(story,))
        assert added_bytes(self.WIDE, told) >= self.ROW
        assert added_bytes(told, replace(told, title="named")) == 0

    def test_the_oldest_entries_are_forgotten_where_all_hold_too_much(self, clock):
        history = History(self.WIDE, clock, most_bytes=3 * self.ROW)
        for value in range(1, 6):
            history.apply(f"{value}", self.moved(self.WIDE, float(value)))
        assert [entry.label for entry in history.entries] == ["3", "4", "5"]
        assert history.position == 3
        for _ in range(5):
            history.undo()
        assert history.study == self.moved(self.WIDE, 2.0)

    def test_the_newest_stays_however_much_it_holds(self, clock):
        history = History(self.WIDE, clock, most_bytes=1)
        history.apply("one", self.moved(self.WIDE, 1.0))
        history.apply("two", self.moved(self.WIDE, 2.0))
        assert [entry.label for entry in history.entries] == ["two"]
        assert history.undo() == self.moved(self.WIDE, 1.0)

    def test_names_cost_nothing(self, clock):
        history = History(self.WIDE, clock, most_bytes=self.ROW)
        for title in "abc":
            history.apply(title, replace(history.study, title=title))
        assert len(history.entries) == 3
