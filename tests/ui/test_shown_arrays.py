"""The window on a script's arrays: it takes the newest, pauses under the hand, and goes on."""

import os
import time
from dataclasses import replace

import numpy as np
import pytest

from explorer.jobs.lines.message import Arrays, Opening
from explorer.study.study import Pin, ShownLoss
from explorer.ui.shown_arrays import Reading, ShownArrays, first_study
from tests.jobs.lines import line

OPENING = Opening("live", ("a", "b", "c"), None, (("bce", {}), ("smoothed_bce", {"epsilon": 0.2})))


class Script:
    """What a script does, with the window in the same process."""

    def __init__(self, outgoing, incoming, make_window, qtbot, opening):
        self.outgoing, self.qtbot = outgoing, qtbot
        self.sequence = 0
        self.put(np.zeros((4, 3)), np.eye(4, 3))
        reading = Reading(incoming, opening)
        source = reading.next()
        self.window = make_window(first_study(source, opening))
        self.shown = ShownArrays(self.window.commands, self.window.status, reading, source)
        self.session = self.window.session

    def put(self, logits, targets=None):
        self.sequence += 1
        self.outgoing.put(Arrays(np.array(logits, dtype=np.float64), targets, self.sequence))

    def update(self, logits, targets=None):
        self.put(logits, targets)
        self.qtbot.waitUntil(lambda: self.shown.updates == self.sequence - 1)

    @property
    def logits(self):
        return self.session.state.sample.logits.tolist()

    @property
    def status(self):
        return self.window.status._labels["script"].whole


@pytest.fixture
def script(make_window, qtbot):
    with line("slots", OPENING.written()) as (outgoing, incoming):
        made = Script(outgoing, incoming, make_window, qtbot, OPENING)
        yield made
        outgoing.close()
        made.shown._wanted.set()
        made.shown._thread.join(120)
        assert not made.shown._thread.is_alive()


def full(value, rows=4):
    return np.full((rows, 3), float(value))


def test_newer_arrays_take_the_place_and_the_rest_stays(script):
    session = script.session
    session.look(sample=2, held=1, alpha=2.0)
    study = session.state.study
    pinned = _pinned(session)
    session.apply("Pin", pinned)
    script.update([[1, 2, 3]] * 4)
    state = session.state
    assert script.logits == [1.0, 2.0, 3.0]
    assert state.study.shown == study.shown
    assert study.shown == (ShownLoss("bce"), ShownLoss("smoothed_bce", (("epsilon", 0.2),)))
    assert (state.look.sample, state.look.held, state.look.alpha) == (2, 1, 2.0)
    assert state.study.table.classes == ("a", "b", "c")
    assert state.sample.targets.tolist() == [0.0, 0.0, 1.0], "those of before"
    assert state.study.pin == pinned.pin, "so that the moment can be compared with"
    assert [entry.label for entry in session.history.entries] == ["Pin"], "an update is no step"
    assert script.status == "live from script, update 1"


def _pinned(session):
    state = session.state
    return replace(state.study, pin=Pin.of(state.sample, state.study.shown))


def test_rows_may_come_and_go_and_a_window_nobody_edited_closes_unasked(script):
    script.session.look(sample=3)
    script.update(full(1, 2), full(0, 2))
    assert (len(script.session.state.study.table), script.session.state.look.sample) == (2, 1)
    script.update(full(2, 6), full(1, 6))
    assert len(script.session.state.study.table) == 6
    assert script.session.history.is_saved
    script.window.close()
    assert not script.window.isVisible()


def test_an_edit_pauses_and_going_on_drops_it(script):
    session = script.session
    session.apply("Edit", session.state.study.with_table(session.state.study.table.with_logit(0, 0, 9.0)))
    assert script.shown.is_paused
    assert script.window.notice.isVisible()
    script.put(full(1))
    script.qtbot.waitUntil(lambda: "newer" in script.status)
    assert script.logits == [9.0, 0.0, 0.0]
    script.window.actions_by_id["script_arrays"].trigger()
    assert script.logits == [1.0, 1.0, 1.0]
    assert (session.history.entries, script.shown.is_paused) == ((), False)
    script.update(full(2))
    assert script.logits == [2.0, 2.0, 2.0]


def test_going_on_without_news_shows_what_was_shown(script):
    session = script.session
    session.apply("Edit", session.state.study.with_table(session.state.study.table.with_logit(0, 0, 9.0)))
    script.window.status.script_asked.emit()
    assert script.logits == [0.0, 0.0, 0.0]


def test_a_descent_pauses(script):
    script.session.look(time=3)
    assert script.shown.is_paused
    script.shown.go_on()
    assert script.session.state.look.time == 0
    assert not script.shown.is_paused


def test_nothing_changes_under_a_drag(script):
    session = script.session
    session.begin("Drag a")
    script.put(full(1))
    script.qtbot.waitUntil(lambda: script.shown._waiting is not None)
    assert script.logits == [0.0, 0.0, 0.0]
    session.end()
    script.qtbot.waitUntil(lambda: script.logits == [1.0, 1.0, 1.0])


def test_columns_of_the_person_stay(script):
    session = script.session
    study = session.state.study.with_classes_reordered([2, 0, 1]).with_class_renamed(0, "last")
    session.apply("Reorder", study)
    assert not script.shown.is_paused
    script.update([[1, 2, 3]] * 4)
    assert script.logits == [3.0, 1.0, 2.0]
    assert session.state.study.table.classes == ("last", "a", "b")
    session.undo()
    assert script.logits == [1.0, 2.0, 3.0], "undo is of the person's step, over the newest arrays"
    assert session.state.study.table.classes == ("a", "b", "c")


def test_another_document_is_left_alone(script):
    script.window.commands.program.new()
    script.put(full(1))
    script.qtbot.waitUntil(lambda: script.shown._waiting is not None)
    assert script.shown.is_paused
    assert script.session.state.study.title != "live"
    script.shown.go_on()
    assert (script.session.state.study.title, script.logits) == ("live", [1.0, 1.0, 1.0])
    assert not script.shown.is_paused
    script.update(full(2))
    assert script.logits == [2.0, 2.0, 2.0]


def test_nan_and_infinities_are_data(script):
    script.update([[np.nan, np.inf, -np.inf]] * 4)
    np.testing.assert_array_equal(script.logits, [np.nan, np.inf, -np.inf])


def test_at_most_one_update_a_frame(script):
    """What comes while a frame is under way is dropped, but for the newest."""
    for value in range(30):  # the window's loop stands still, as under a long paint
        script.put(full(value))
        time.sleep(0.005)
    script.qtbot.waitUntil(lambda: script.logits == [29.0] * 3)
    assert script.shown.updates <= 3


def test_the_end_of_the_script_is_said_and_the_window_stays(script):
    script.outgoing.close()
    script.qtbot.waitUntil(lambda: script.shown.has_ended)
    assert script.status == "nothing more comes from the script"
    assert script.window.isVisible()


def test_the_script_closes_the_window_whatever_was_done_in_it(script):
    session = script.session
    session.apply("Edit", session.state.study.with_table(session.state.study.table.with_logit(0, 0, 9.0)))
    script.outgoing.ask_to_close()
    script.qtbot.waitUntil(lambda: not script.window.isVisible())


def test_the_script_ends_and_another_document_that_is_not_saved_is_asked_for(script):
    script.window.commands.program.new()
    session = script.session
    session.apply("Edit", session.state.study.with_table(session.state.study.table.with_logit(0, 0, 9.0)))
    script.outgoing.ask_to_close()
    script.qtbot.waitUntil(lambda: script.window.notice.isVisible())
    assert script.window.isVisible()
    assert not session.history.is_saved
    script.window._closes_anyway = True


def test_what_cannot_be_read_is_said(script):
    script.outgoing.put(Arrays(np.ones((1, 3)), None, 2))
    file = script.outgoing._files[1 + script.outgoing._words[0] % 4]
    os.pwrite(file, b"\xff" * 64, 0)
    # the window may have been quicker than the damage: then the next arrays are damaged too
    script.outgoing._words[0] += 4
    script.outgoing._ring()
    script.qtbot.waitUntil(lambda: script.shown.has_ended)
    assert "cannot be shown" in script.window.notice.text.text()
