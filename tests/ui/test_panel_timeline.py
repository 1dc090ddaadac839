"""Descend in the window: playing, stepping, scrubbing, keeping, the plan, and what gives way."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from explorer.analysis.at_time import watched
from explorer.plots import moves, timeline
from explorer.plots.figure import Line
from explorer.study.study import ShownLoss
from explorer.ui import descend_commands
from explorer.ui.controls.numbers import plain
from explorer.ui.descend_commands import plan_words
from tests.ui.panel_parts import descents_ended, wait_for_descents
from tests.ui.rectangles import collisions, of_figure, over_handles, overlaps

Key = Qt.Key
TIME = timeline.TIME


@pytest.fixture
def window(qtbot, make_window):
    made = make_window()
    wait_for_descents(qtbot, made)
    return made


@pytest.fixture
def panel(window):
    return window.desk.timeline


@pytest.fixture
def clock(monkeypatch):
    """A clock for playing, set by hand."""

    class Clock:
        now = 100.0

    monkeypatch.setattr(descend_commands, "perf_counter", lambda: Clock.now)
    return Clock


def time_of(window):
    return window.session.state.look.time


def point_of(canvas, step, row=0.0):
    layout = canvas.layout_of_figure
    return QPoint(round(float(layout.across([step])[0])), round(float(layout.down([row])[0])))


def key(window, name, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.focusWidget(), name, modifiers)


class TestPlaying:
    def test_steps_follow_the_clock_and_not_the_frames(self, window, clock):
        window.commands.descend.toggle()
        clock.now += 0.5
        window.commands.descend._advance()
        assert time_of(window) == 30
        clock.now += 1.0  # a slow frame: steps are left out
        window.commands.descend._advance()
        assert time_of(window) == 90

    def test_at_a_speed(self, window, clock):
        window.commands.descend.choose_speed(0.5)
        window.commands.descend.toggle()
        clock.now += 1.0
        window.commands.descend._advance()
        assert time_of(window) == 30
        window.commands.descend.choose_speed(2.0)  # from here on
        clock.now += 0.5
        window.commands.descend._advance()
        assert time_of(window) == 90

    def test_it_stops_at_the_end_and_begins_again(self, window, clock, panel):
        window.commands.descend.toggle()
        assert panel.play.text() == "Pause"
        clock.now += 60.0
        window.commands.descend._advance()
        assert time_of(window) == 200
        assert not window.commands.descend.is_playing
        assert panel.play.text() == "Descend"
        assert not window.actions_by_id["step_on"].isEnabled()
        panel.play.click()
        assert time_of(window) == 0
        assert window.commands.descend.is_playing

    def test_really(self, window, qtbot):
        window.commands.descend.choose_speed(4.0)
        window.desk.timeline.play.click()
        qtbot.waitUntil(lambda: not window.commands.descend.is_playing)
        assert time_of(window) == 200

    def test_an_edit_pauses_and_starts_there(self, window, clock):
        window.commands.descend.toggle()
        clock.now += 0.5
        window.commands.descend._advance()
        window.session.perform(moves.set_logit(window.session.state, 0, 3.0))
        assert time_of(window) == 0
        assert not window.commands.descend.is_playing
        assert window.status.said.whole.startswith("Descents now start at step 30 of ZLPR")

    def test_dragging_the_cursor_pauses(self, window, clock):
        window.commands.descend.toggle()
        window.session.perform(moves.move(window.session.state, TIME, (77, 0)))
        assert (time_of(window), window.commands.descend.is_playing) == (77, False)

    def test_another_document_pauses(self, window):
        window.commands.descend.toggle()
        window.session.open(window.session.state.study, replace(window.session.state.look, time=0))
        assert not window.commands.descend.is_playing

    def test_without_a_loss_there_is_nothing_to_descend(self, window, panel):
        window.session.apply("None", replace(window.session.state.study, shown=()))
        assert not panel.play.isEnabled()
        window.commands.descend.toggle()
        assert not window.commands.descend.is_playing


class TestKeys:
    def test_space_plays_and_pauses_from_the_bars(self, window):
        assert window.desk.editor.canvas.hasFocus()
        key(window, Key.Key_Space)
        assert window.commands.descend.is_playing
        key(window, Key.Key_Space)
        assert not window.commands.descend.is_playing

    def test_period_and_comma_step(self, window):
        for _ in range(3):
            key(window, Key.Key_Period)
        key(window, Key.Key_Comma)
        assert time_of(window) == 2

    def test_a_field_keeps_them(self, qtbot, window):
        field = next(
            row.field for card in window.desk.losses.cards for row in card.rows if hasattr(row, "field")
        )
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        assert isinstance(field, QLineEdit)
        field.selectAll()
        for name in (Key.Key_1, Key.Key_Period, Key.Key_5):
            QTest.keyClick(field, name)
        assert field.text() == "1.5"
        assert time_of(window) == 0

    def test_a_button_keeps_space(self, qtbot, window):
        button = window.desk.losses.cards[0].toggle
        button.setFocus()
        qtbot.waitUntil(button.hasFocus)
        key(window, Key.Key_Space)
        assert not window.session.state.study.shown[0].on
        assert not window.commands.descend.is_playing

    def test_the_table_keeps_them(self, qtbot, window):
        view = window.desk.classes.view
        view.setFocus()
        qtbot.waitUntil(view.hasFocus)
        before = window.session.state.study
        key(window, Key.Key_Space)
        assert not window.commands.descend.is_playing
        assert window.session.state.study is not before

    @pytest.mark.parametrize(
        ("name", "step"),
        [
            (Key.Key_Right, 41),
            (Key.Key_Left, 39),
            (Key.Key_PageUp, 50),
            (Key.Key_Home, 0),
            (Key.Key_End, 200),
        ],
    )
    def test_on_the_timeline(self, qtbot, window, panel, name, step):
        window.session.look(time=40)
        panel.canvas.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(panel.canvas.hasFocus)
        key(window, name)
        assert time_of(window) == step
        assert panel.canvas.accessibleName() == f"Descent: step {step} of 200"

    def test_up_and_down_choose_the_loss_that_is_shown(self, qtbot, window, panel):
        panel.canvas.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(panel.canvas.hasFocus)
        for name, place in ((Key.Key_Down, 1), (Key.Key_Down, 2), (Key.Key_Up, 1)):
            key(window, name)
            assert window.session.state.look.landscape_loss == place

    def test_everything_is_reached_and_has_a_name(self, panel):
        for stop in panel.stops:
            assert stop.accessibleName() or stop.text()
            assert stop.focusPolicy() & Qt.FocusPolicy.TabFocus


class TestScrubbing:
    def test_a_press_brings_the_cursor_and_a_drag_takes_it_along(self, qtbot, window, panel):
        canvas = panel.canvas
        qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=point_of(canvas, 60))
        assert time_of(window) == 60
        qtbot.mouseMove(canvas, point_of(canvas, 120))
        qtbot.waitUntil(lambda: time_of(window) == 120)
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=point_of(canvas, 120))
        assert not window.session.history.can_undo
        assert time_of(window) == 120

    def test_escape_puts_the_step_back(self, qtbot, window, panel):
        canvas = panel.canvas
        window.session.look(time=20)
        qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=point_of(canvas, 20))
        qtbot.mouseMove(canvas, point_of(canvas, 150))
        qtbot.waitUntil(lambda: time_of(window) == 150)
        QTest.keyClick(canvas, Key.Key_Escape)
        assert time_of(window) == 20
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=point_of(canvas, 150))
        assert time_of(window) == 20

    def test_a_press_on_a_name_shows_that_loss(self, qtbot, window, panel):
        layout = panel.canvas.layout_of_figure
        place = QPoint(60, round(float(layout.down([2.0])[0])))
        assert panel.canvas.lane_at(QPointF(place)).entry.label == "BCE"
        qtbot.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=place)
        assert window.session.state.look.landscape_loss == 2
        assert time_of(window) == 0

    def test_a_cancelled_drag_of_a_bar_goes_back_to_the_step(self, window):
        session = window.session
        session.look(time=30)
        session.begin("Drag")
        session.perform(moves.set_logit(session.state, 0, 5.0))
        assert time_of(window) == 0
        session.cancel()
        assert time_of(window) == 30


class TestKeeping:
    def test_the_step_becomes_the_study_s_in_one_undo_entry(self, qtbot, window, panel):
        session = window.session
        before = session.state.study
        wanted = session.state.results["descents"].courses[0].at(37)
        session.look(time=37)
        panel.keep.click()
        assert np.array_equal(session.state.study.table.sample(0).logits, wanted)
        assert [entry.label for entry in session.history.entries] == ["Keep step 37 of ZLPR"]
        assert time_of(window) == 0
        assert window.status.said.whole.startswith("Keep step 37 of ZLPR")
        session.undo()
        assert session.state.study == before

    def test_the_status_says_so_until_it_is_undone(self, window, panel):
        window.commands.descend.go_to(50)
        panel.keep.click()
        assert "Keep step 50" in window.status.said.whole
        window.session.undo()
        assert "Keep step 50" not in window.status.said.whole

    def test_on_the_board_of_populations_the_study_is_not_undone(self, window, panel):
        window.commands.descend.go_to(50)
        panel.keep.click()
        undo = window.actions_by_id["undo"]
        assert undo.isEnabled()
        window.session.look(board="population")
        assert not undo.isEnabled()  # nothing of the study is seen there
        window.session.look(board="desk")
        assert undo.isEnabled()

    def test_it_keeps_the_selected_loss_s_copy(self, window):
        session = window.session
        wanted = session.state.results["descents"].courses[2].at(50)
        session.look(time=50, landscape_loss=2)
        window.commands.descend.keep()
        assert np.array_equal(session.state.study.table.sample(0).logits, wanted)

    def test_at_step_0_there_is_nothing_to_keep(self, window, panel):
        assert not panel.keep.isEnabled()
        window.commands.descend.keep()
        assert not window.session.history.can_undo

    def test_what_diverged_is_not_kept(self, qtbot, window):
        for name, setting in (("rate", 1e3), ("decay", 10.0)):
            window.commands.descend.choose(name, setting, 0.1)
        wait_for_descents(qtbot, window)
        window.session.look(time=150)
        before = window.session.state.study
        window.commands.descend.keep()
        assert window.session.state.study is before
        assert window.status.said.whole.startswith("Nothing to keep: ZLPR diverged")

    def test_time_and_speed_are_not_undone(self, window):
        window.session.look(time=12)
        window.commands.descend.choose_speed(2.0)
        assert not window.session.history.can_undo
        assert window.session.history.is_saved


class TestPlan:
    def test_in_words(self, window, panel):
        assert panel.plan.toolTip() == "SGD, lr 0.10, 200 steps, 1×"
        window.commands.descend.choose_optimizer("adam")
        window.commands.descend.choose("updates", 1500.0, 200)
        assert panel.plan.toolTip() == "Adam, lr 0.05, 1,500 steps, 1×"
        window.commands.descend.choose_usual()
        assert plan_words(window.commands.descend.plan, 1.0) == "SGD, lr 0.10, 200 steps, 1×"

    def test_another_optimizer_has_its_own_rate_and_rows(self, qtbot, window, panel):
        window.actions_by_id["plan"].trigger()
        popover = panel._popover
        assert popover.isVisible()
        assert list(popover.rows) == ["rate", "updates", "decay"]
        popover.rows["rate"].field.entered.emit(0.7)
        assert window.commands.descend.plan.rate == 0.7
        popover.optimizer.activated.emit(6)
        assert window.commands.descend.plan.optimizer == "adam"
        assert window.commands.descend.plan.rate == 0.05
        assert list(popover.rows) == ["rate", "updates", "decay", "beta1", "beta2", "eps"]
        popover.rows["beta1"].field.entered.emit(0.5)
        assert dict(window.commands.descend.plan.settings)["beta1"] == 0.5
        for row in popover.rows.values():
            for control in row.controls:
                assert popover.rect().contains(control.geometry())
                assert control.accessibleName()

    def test_the_popover_lies_above_the_panel(self, window, panel):
        panel.open_plan()
        popover = panel._popover
        assert popover.geometry().bottom() < panel.mapTo(window, QPoint(0, 0)).y()
        QTest.keyClick(popover.optimizer, Key.Key_Escape)
        assert not popover.isVisible()

    def test_the_optimizer_is_chosen_by_the_mouse(self, qtbot, window, panel):
        QTest.mouseClick(panel.plan, Qt.MouseButton.LeftButton)
        popover = panel._popover
        QTest.mouseClick(popover.optimizer, Qt.MouseButton.LeftButton)
        listed = popover.optimizer.view()
        qtbot.waitUntil(listed.hasFocus)
        assert popover.isVisible()  # the list has the keyboard, and belongs to it
        place = listed.visualRect(listed.model().index(2, 0)).center()
        qtbot.wait(QApplication.doubleClickInterval() + 50)  # Qt takes a quicker release for the opening one
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert window.commands.descend.plan.optimizer == "nesterov"
        assert popover.isVisible()

    def test_after_the_settings_space_descends(self, window, panel):
        window.desk.pager.next.setFocus()
        QTest.mouseClick(panel.plan, Qt.MouseButton.LeftButton)
        key(window, Key.Key_Escape)
        assert panel.play.hasFocus()
        panel.plan.setFocus()
        key(window, Key.Key_Space)
        key(window, Key.Key_Escape)
        assert panel.plan.hasFocus()  # one who came by the keyboard is where he was

    def test_with_more_rows_it_lies_above_the_panel_still(self, window, panel):
        panel.open_plan()
        window.commands.descend.choose_optimizer("rmsprop")
        top = panel.mapTo(window, QPoint(0, 0)).y()
        assert panel._popover.geometry().bottom() < top
        assert panel._popover.isVisible()

    def test_each_edit_is_undone_by_itself(self, window, panel):
        descend, session = window.commands.descend, window.session
        descend.choose("rate", 0.5, 0.1)
        descend.choose_optimizer("adam")
        descend.choose("beta1", 0.5, 0.9)
        assert not session.history.is_saved  # a file has the plan
        descend.choose_usual()
        assert [entry.label for entry in session.history.entries] == [
            "Set learning rate of the descent",
            "Descend by Adam",
            "Set β₁ of the descent",
            "Usual settings of the descent",
        ]
        session.undo()
        assert (descend.plan.optimizer, dict(descend.plan.settings)["beta1"]) == ("adam", 0.5)
        session.undo()
        session.undo()
        assert (descend.plan.optimizer, descend.plan.rate) == ("sgd", 0.5)
        assert panel.plan.toolTip() == "SGD, lr 0.50, 200 steps, 1×"
        session.undo()
        assert descend.plan.rate == 0.1
        assert session.history.is_saved
        session.redo()
        assert descend.plan.rate == 0.5

    def test_a_drag_is_one_step(self, window, panel):
        panel.open_plan()
        slider = panel._popover.rows["rate"].slider
        slider.began.emit()
        for rate in (2.0, 3.0, 4.0):
            slider.moved.emit(rate)
        slider.ended.emit()
        assert window.commands.descend.plan.rate == 4.0
        assert len(window.session.history.entries) == 1
        window.session.undo()
        assert window.commands.descend.plan.rate == 0.1

    def test_the_step_that_is_shown_stays(self, qtbot, window):
        window.commands.descend.go_to(50)
        window.commands.descend.choose("rate", 0.5, 0.1)
        assert time_of(window) == 50
        window.session.undo()
        assert time_of(window) == 50

    def test_an_edit_of_the_study_keeps_the_plan(self, window):
        window.commands.descend.choose("rate", 0.5, 0.1)
        window.session.perform(moves.set_logit(window.session.state, 0, 3.0))
        window.session.undo()
        assert window.commands.descend.plan.rate == 0.5

    def test_it_is_saved_and_opened_with_the_study(self, window, tmp_path):
        window.commands.descend.choose("rate", 0.5, 0.1)
        window.commands.save_to(tmp_path / "mine.study.json")
        assert window.session.history.is_saved
        window.commands.descend.choose_usual()
        window.session.mark_saved()
        assert window.commands.open_path(tmp_path / "mine.study.json")
        assert window.commands.descend.plan.rate == 0.5
        assert window.session.history.is_saved
        assert not window.session.history.can_undo

    def test_a_drag_that_is_left_puts_the_plan_back(self, window, panel):
        panel.open_plan()
        slider = panel._popover.rows["rate"].slider
        slider.began.emit()
        slider.moved.emit(2.0)
        assert window.commands.descend.plan.rate == 2.0
        slider.cancelled.emit()
        assert window.commands.descend.plan.rate == 0.1

    def test_fewer_steps_bring_the_cursor_along(self, window):
        window.session.look(time=180)
        window.commands.descend.choose("updates", 50.0, 200)
        assert time_of(window) == 50

    def test_speeds(self, window, panel):
        commands = window.commands.descend
        for _ in range(20):
            commands.change_speed(1)
        assert commands.speed == descend_commands.SPEEDS[-1]
        for _ in range(20):
            commands.change_speed(-1)
        assert commands.speed == descend_commands.SPEEDS[0]
        panel._fill_speeds()
        panel.speeds.actions()[4].trigger()
        assert commands.speed == 1.0
        assert panel.speed.text() == "1×"


class TestComputing:
    def test_an_edit_is_followed_by_its_descents(self, qtbot, window):
        window.session.perform(moves.set_logit(window.session.state, 0, 3.0))
        assert not descents_ended(window)
        wait_for_descents(qtbot, window)

    def test_cards_follow_where_a_step_was_not_computed_yet(self, qtbot, window):
        window.session.look(time=150)
        window.commands.descend.choose("rate", 1.0, 0.1)
        wait_for_descents(qtbot, window)
        line = next(mark for mark in window.desk.timeline.canvas.figure.marks if isinstance(mark, Line))
        assert line.x[-1] == 150

    def test_a_drag_gets_descents_late(self, qtbot, window):
        session = window.session
        session.begin("Drag")
        session.perform(moves.set_logit(session.state, 0, 3.0))
        before = session.state.results["descents"]
        qtbot.waitUntil(lambda: session.state.results["descents"] is not before)
        assert session.state.results["descents"].complete
        session.end()
        wait_for_descents(qtbot, window)

    def test_at_step_0_no_card_is_made_anew(self, qtbot, window):
        session, told = window.session, []
        session.perform(moves.set_logit(session.state, 0, 3.0))
        session.changed.connect(lambda: told.append(1))
        wait_for_descents(qtbot, window)
        assert told == []

    def test_the_list_of_samples_waits_for_none(self, qtbot, window):
        window.session.look(board="samples")
        window.session.apply("x", replace(window.session.state.study, shown=(ShownLoss("bce"),)))
        qtbot.wait(60)
        assert not descents_ended(window)


class TestRoom:
    @pytest.mark.parametrize(
        ("size", "in_a_row"), [((1440, 900), False), ((1024, 700), True), ((1000, 640), True)]
    )
    def test_lanes_give_way_to_one_row(self, make_window, size, in_a_row):
        window = make_window(size=size)
        panel = window.desk.timeline
        assert panel.is_row is in_a_row
        assert panel.height() == (48 if in_a_row else 112)
        assert panel.canvas.geometry().bottom() < panel.height()
        assert window.size().toTuple() == size

    @pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (1000, 640)])
    @pytest.mark.parametrize("scale", [0.75, 1.0, 1.5, 2.0])
    def test_nothing_overlaps_and_descend_never_goes(self, make_window, monkeypatch, size, scale):
        window = make_window(size=size)
        window.appearance.choose_scale(scale)
        panel = window.desk.timeline
        assert panel.play.isVisible()
        assert collisions(panel) == []
        window.session.look(time=45)
        texts = of_figure(panel.canvas, monkeypatch)
        assert overlaps(texts) == []
        assert over_handles(panel.canvas, texts) == []
        for button in (panel.play, panel.keep):
            assert not button.isVisible() or button.minimumSizeHint().width() <= button.width()


class TestLimits:
    def wild(self, qtbot, window):
        """Show a late step of a descent that goes far; return the limits before and then."""
        before = dict(window.session.views)
        window.commands.descend.choose("rate", 1000.0, 0.1)
        wait_for_descents(qtbot, window)
        window.commands.descend.go_to(150)
        return before, self.seen(window)

    def seen(self, window):
        for card in window.desk.cards.values():
            assert card.canvas.figure
        return dict(window.session.views)

    def test_what_grew_for_a_descent_goes_at_step_0(self, qtbot, window):
        before, then = self.wild(qtbot, window)
        assert {key for key in before if then[key] != before[key]} >= {"logits", "slice", "values"}
        window.commands.descend.go_to(0)
        assert self.seen(window) == before

    def test_and_on_another_sample(self, qtbot, window):
        before, _ = self.wild(qtbot, window)
        window.session.look(sample=1)
        low, high = self.seen(window)["logits"].y
        assert high - low < 2 * (before["logits"].y[1] - before["logits"].y[0])

    def test_and_with_another_optimizer(self, qtbot, window):
        before, _ = self.wild(qtbot, window)
        window.commands.descend.choose_optimizer("adam")
        wait_for_descents(qtbot, window)
        assert time_of(window) == 150
        assert self.seen(window)["logits"] == before["logits"]

    def test_they_stay_from_step_to_step(self, qtbot, window):
        _, then = self.wild(qtbot, window)
        window.commands.descend.go_to(1)
        assert self.seen(window)["logits"] == then["logits"]

    def test_limits_chosen_by_hand_stay(self, qtbot, window):
        self.wild(qtbot, window)
        chosen = replace(window.session.views["logits"], y=(-5.0, 7.0), chosen=True)
        window.session.keep_view("logits", chosen)
        window.commands.descend.go_to(0)
        assert self.seen(window)["logits"] == chosen


class TestTable:
    def test_it_shows_the_copy_and_says_its_step(self, window):
        model = window.desk.classes.model
        assert model.head(1) == "s"
        own = [model.text(row, 1) for row in range(model.rowCount())]
        window.commands.descend.go_to(37)
        copy = watched(window.session.state).logits
        assert model.head(1) == "s at step 37"
        assert [model.data(model.index(row, 1), Qt.ItemDataRole.EditRole) for row in range(5)] == [
            plain(float(logit)) for logit in copy
        ]
        assert "at step 37" in model.data(model.index(0, 1), Qt.ItemDataRole.ToolTipRole)
        window.commands.descend.go_to(0)
        assert [model.text(row, 1) for row in range(model.rowCount())] == own


def test_the_lanes_have_their_own_ground_after_they_were_hidden(window, panel):
    canvas = panel.canvas
    before = canvas.grab().toImage()
    window.session.look(board="samples")
    window.session.look(board="desk")
    assert canvas.grab().toImage() == before
