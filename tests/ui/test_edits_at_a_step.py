"""Edits at a later step of a descent: they begin with what is shown, and an undo shows that step again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from explorer.analysis.at_time import watched
from explorer.plots import moves
from tests.ui.panel_parts import wait_for_descents
from tests.ui.pointer import Pointer

STEP = 37


@pytest.fixture
def window(qtbot, make_window):
    made = make_window()
    wait_for_descents(qtbot, made)
    return made


@pytest.fixture
def session(window):
    return window.session


@pytest.fixture
def hand(window):
    return Pointer(window.desk.cards["logits"].canvas)


def at_step(window, step=STEP, loss=0):
    """Show a step, and return the copy that is shown there."""
    window.session.look(landscape_loss=loss)
    window.commands.descend.go_to(step)
    return watched(window.session.state).logits.copy()


def limits(window):
    return window.desk.cards["logits"].canvas.figure.y.low, window.desk.cards["logits"].canvas.figure.y.high


def test_a_dragged_bar_moves_alone(window, session, hand):
    before, copy = session.state.study, at_step(window, loss=2)
    seen = limits(window)
    bar = hand.at("logit:1")
    hand.press(bar)
    hand.move(bar + QPointF(0, -30))
    hand.move(bar + QPointF(0, -40))
    logits = session.state.study.table.sample(0).logits
    assert np.array_equal(np.delete(logits, 1), np.delete(copy, 1))
    assert logits[1] > copy[1] + 0.3
    assert limits(window) == seen  # nothing jumps under the hand
    assert hand.at("logit:1").y() == pytest.approx(bar.y() - 40, abs=1.0)
    hand.release(bar + QPointF(0, -40))
    assert session.state.look.time == 0
    assert [entry.before for entry in session.history.entries] == [before]


def test_the_status_line_says_where_descents_start(window, session):
    at_step(window, loss=2)
    session.perform(moves.set_logit(session.state, 0, 3.0))
    assert window.status.said.whole.startswith("Descents now start at step 37 of BCE")
    session.undo()
    assert "now start" not in window.status.said.whole


def test_an_undo_shows_the_step_again(window, session):
    before, copy = session.state.study, at_step(window)
    session.perform(moves.toggle(session.state, 0))
    assert np.array_equal(session.state.sample.logits, copy)
    session.undo()
    assert session.state.study is before
    assert session.state.look.time == STEP
    session.redo()
    assert session.state.look.time == 0
    assert np.array_equal(session.state.sample.logits, copy)


def shown(window):
    """Return what loss cards and the class table say."""
    model = window.desk.classes.model
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    logits = [model.index(row, 1).data() for row in range(model.rowCount())]
    return [card.words.value for card in window.desk.losses.cards], heads, logits


def test_an_undo_shows_the_step_everywhere(qtbot, window, session):
    at_step(window)
    later = shown(window)
    assert "s at step 37" in later[1]
    window.commands.descend.keep()
    wait_for_descents(qtbot, window)
    assert shown(window) != later
    session.undo()
    wait_for_descents(qtbot, window)
    assert shown(window) == later


def test_axes_that_grew_for_a_descent_go_with_it_after_an_undo_too(qtbot, window, session):
    seen = limits(window)
    window.commands.descend.choose("rate", 1000.0, 0.1)
    wait_for_descents(qtbot, window)
    at_step(window, 150)
    window.commands.descend.keep()
    grown = limits(window)
    assert grown[1] > 10 * seen[1]
    session.undo()
    session.undo()
    wait_for_descents(qtbot, window)
    window.commands.descend.go_to(0)
    assert limits(window) == seen


def test_an_undo_of_an_edit_at_step_0_shows_step_0(window, session):
    at_step(window)
    session.perform(moves.toggle(session.state, 0))
    session.undo()
    window.commands.descend.go_to(0)
    session.perform(moves.toggle(session.state, 0))
    session.undo()
    assert session.state.look.time == 0


def test_escape_puts_all_back(window, session, hand):
    before = session.state.study
    at_step(window)
    hand.press(hand.at("logit:1"))
    hand.move(hand.at("logit:1") + QPointF(0, -30))
    assert session.state.look.time == 0
    QTest.keyClick(hand.canvas, Qt.Key.Key_Escape)
    assert session.state.study is before
    assert session.state.look.time == STEP
    assert not session.history.can_undo


@pytest.mark.parametrize("handle", ["slice", "landscape"])
def test_other_cards_begin_with_what_they_show(window, session, handle):
    copy = at_step(window, loss=1)
    session.perform(moves.nudge(session.state, handle, 0.5))
    logits = session.state.sample.logits
    assert logits[0] == pytest.approx(copy[0] + 0.5)
    assert np.array_equal(logits[1:], copy[1:])


def test_several_bars_go_the_same_way_from_where_they_are(window, session):
    session.look(selected=frozenset({0, 3}), held=0)
    copy = at_step(window)
    session.perform(moves.nudge(session.state, "logit:0", 0.5))
    assert session.state.sample.logits == pytest.approx(copy + 0.5 * np.isin(np.arange(5), (0, 3)))


def test_what_diverged_is_no_start(qtbot, window, session):
    own = session.state.sample.logits.copy()
    for name, setting in (("rate", 1e3), ("decay", 10.0)):
        window.commands.descend.choose(name, setting, 0.1)
    wait_for_descents(qtbot, window)
    at_step(window, 150)
    session.perform(moves.set_logit(session.state, 0, 3.0))
    assert session.state.sample.logits.tolist() == [3.0, *own[1:]]
    assert window.status.said.whole.startswith("Back to step 0")


def test_other_losses_go_back_to_step_0_and_an_undo_to_the_step(window, session):
    own = session.state.sample.logits.copy()
    at_step(window)
    session.apply("None", replace(session.state.study, shown=session.state.study.shown[:2]))
    assert np.array_equal(session.state.sample.logits, own)
    assert window.status.said.whole.startswith("Back to step 0")
    session.undo()
    assert session.state.look.time == STEP


class TestTable:
    def field(self, window, row):
        view, model = window.desk.classes.view, window.desk.classes.model
        view.setCurrentIndex(model.index(row, 1))
        view.edit(model.index(row, 1))
        return view.findChild(QLineEdit, "cell")

    def test_a_number_is_typed_over_the_one_that_is_shown(self, window, session):
        copy = at_step(window)
        editor = self.field(window, 2)
        assert float(editor.text()) == pytest.approx(copy[2])
        editor.selectAll()
        QTest.keyClicks(editor, "2.5")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        assert session.state.sample.logits.tolist() == [*copy[:2], 2.5, *copy[3:]]

    def test_the_same_number_changes_nothing(self, window, session):
        at_step(window)
        QTest.keyClick(self.field(window, 2), Qt.Key.Key_Return)
        assert session.state.look.time == STEP
        assert not session.history.can_undo

    def test_a_field_that_opens_stops_what_plays(self, window):
        window.commands.descend.toggle()
        self.field(window, 2)
        assert not window.commands.descend.is_playing
