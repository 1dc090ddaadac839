"""The board of populations: its form, a training in a worker that answers when told to, what is kept."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from explorer.jobs.events import Cancelled, Died, Failed, Finished, Progress
from explorer.losses import LOSSES
from explorer.training import shipped, spec
from explorer.training.experiment import Expectation, Experiment, LossChoice, Recording
from explorer.training.replay import replay
from explorer.ui.panels.population_bar import duration
from explorer.ui.panels.population_menus import fill_more, fill_ready
from explorer.ui.panels.population_places import places
from explorer.ui.panels.population_ready import first_sentence
from explorer.ui.population_studies import study_of
from explorer.ui.population_training import Training
from tests.ui import population_parts
from tests.ui.population_parts import SMALL, Asked, result, run, stage, type_into

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(make_window):
    made = make_window()
    made.commands.population.describe(SMALL)
    made.session.look(board="population")
    return made


@pytest.fixture
def population(window):
    return window.commands.population


@pytest.fixture
def asked(population):
    """Nothing is trained; what would be asked of the worker is gathered."""
    population._jobs = population.runs._jobs = Asked()
    return population._jobs


@pytest.fixture
def board(window):
    return window.population


class TestForm:
    def test_it_begins_with_the_losses_of_the_study(self, make_window):
        window = make_window()
        window.session.look(board="population")
        shown = [loss.key for loss in window.session.state.study.shown if loss.on]
        assert [head.key for head in window.population.form.fields.heads] == shown

    def test_a_typed_setting_is_the_experiment_at_once(self, board, population):
        type_into(board, "seeds", "3")
        assert population.experiment.seeds == 3
        assert "0 to 2" in board.form.fields.rows["seeds"].field._unit

    def test_a_refused_text_stays_with_what_is_wrong_and_nothing_is_lost(self, board, population):
        type_into(board, "seeds", "many")
        row = board.form.fields.rows["seeds"]
        assert "is no whole number" in row.problem
        assert row._wrong.isVisible()
        assert row.field.text() == "many"
        assert population.experiment == SMALL
        assert not board.form.run_button.isEnabled()
        type_into(board, "updates", "200")
        assert board.form.fields.rows["seeds"].field.text() == "many"
        type_into(board, "seeds", "4")
        assert board.form.fields.rows["seeds"].problem == ""
        assert (population.experiment.seeds, population.experiment.updates) == (4, 200)
        assert board.form.run_button.isEnabled()

    def test_nothing_is_saved_while_a_text_is_refused(self, board):
        type_into(board, "seeds", "many")
        assert not board.form.save_button.isEnabled()
        type_into(board, "seeds", "3")
        assert board.form.save_button.isEnabled()

    def test_escape_takes_a_text_back(self, board, population):
        field = board.form.fields.rows["seeds"].field
        field.setFocus()
        QTest.keyClicks(field, "9")
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert field.text() == "2"
        assert population.session.state.look.board == "population"
        type_into(board, "seeds", "many")
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert (field.text(), board.form.fields.rows["seeds"].problem) == ("2", "")

    def test_undo_brings_back_what_was_entered_before(self, board, population):
        field = board.form.fields.rows["seeds"].field
        for text in ("3", "many", "5"):
            type_into(board, "seeds", text)
        field.setFocus()
        for seeds in (3, 2, 2):
            QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            assert (population.experiment.seeds, field.text()) == (seeds, str(seeds))
        QTest.keyClick(field, Qt.Key.Key_Z, CONTROL_SHIFT)
        assert population.experiment.seeds == 3
        assert not population.session.history.can_undo  # none of it is the study's
        population.describe(replace(SMALL, seeds=7))
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert population.experiment.seeds == 7  # that was another experiment's

    def test_undo_takes_back_letters_first(self, board, population):
        field = board.form.fields.rows["seeds"].field
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, "9")
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert field.text() == "2"

    def test_each_field_has_a_way_back_to_its_default(self, board, population):
        board.form.fields._turn()
        for path, text, usual in (
            ("updates", "200", str(Experiment.updates)),
            ("batch", "8", "0"),
            ("seeds", "many", ""),
        ):
            type_into(board, path, text)
            row = board.form.fields.rows[path]
            action = row.menu().findChild(QAction, "default")
            assert action.isEnabled(), path
            assert action.text().endswith(usual)
            action.trigger()
            assert row.problem == ""
            assert not row.menu().findChild(QAction, "default").isEnabled(), path
        assert (population.experiment.updates, population.experiment.batch) == (Experiment.updates, 0)

    def test_a_box_has_it_too_and_what_must_be_chosen_has_none(self, board, population):
        board.form.fields._turn()
        choice = board.form.fields.rows["dtype"]
        choice.choice.activated.emit(choice._names.index("float64"))
        assert population.experiment.dtype == "float64"
        choice.menu().findChild(QAction, "default").trigger()
        assert population.experiment.dtype == Experiment.dtype
        kind = board.form.fields.rows["optimizers[0].key"]
        assert not kind.menu().findChild(QAction, "default").isEnabled()

    def test_a_task_is_chosen_and_its_settings_come(self, board, population):
        choice = board.form.fields.rows["task.kind"].choice
        place = board.form.fields.rows["task.kind"]._names.index("linear")
        choice.activated.emit(place)
        assert population.experiment.task.kind == "linear"
        assert "task.features" in board.form.fields.rows

    def test_losses_are_switched_and_their_settings_unfolded(self, board, population):
        head = next(each for each in board.form.fields.heads if each.key == "smoothed_zlpr")
        assert not head.toggle.isChecked()
        head.toggle.click()
        assert [loss.key for loss in population.experiment.losses] == ["zlpr", "bce", "smoothed_zlpr"]
        head = next(each for each in board.form.fields.heads if each.key == "smoothed_zlpr")
        assert "losses[2].epsilon" not in board.form.fields.rows
        head.more.click()
        type_into(board, "losses[2].epsilon", "0.1, 0.2")
        assert len(population.experiment.cells) == 4
        board.form.fields.heads[0].toggle.click()
        assert [loss.key for loss in population.experiment.losses] == ["bce", "smoothed_zlpr"]

    def test_the_last_loss_cannot_be_left_out(self, board, population):
        population.describe(replace(SMALL, losses=(LossChoice("zlpr"),)))
        assert not board.form.fields.heads[0].toggle.isEnabled()

    def test_a_loss_of_the_catalogue_is_added(self, board, population):
        board.form.fields.add_menu.aboutToShow.emit()
        actions = [
            action
            for menu in board.form.fields.add_menu.findChildren(QMenu)
            for action in menu.actions()
            if action.text() == LOSSES["focal"].title
        ]
        actions[0].trigger()
        assert population.experiment.losses[-1].key == "focal"

    def test_more_settings_are_one_click_away(self, board):
        assert "dtype" not in board.form.fields.rows
        board.form.fields._turn()
        assert {"dtype", "batch", "device", "schedule.kind"} <= board.form.fields.rows.keys()
        board.form.fields.rows["device"].choice.activated.emit(4)
        assert board.population.device == "numpy"

    def test_the_estimate_says_how_large_it_is(self, board):
        assert board.form.estimate.head.text().startswith("4 runs")

    def test_an_experiment_of_a_newer_program_is_no_trouble(self, board, population):
        population.choose("population.experiment", "what = 'is this'")
        assert population.experiment.title == "Population"

    def test_what_no_longer_fits_is_left_out_and_said(self, window, board, population):
        population.describe(shipped.shipped("n-choose-k"))
        type_into(board, "updates", "20")
        assert board.form.fields.rows["updates"].problem == ""
        assert population.experiment.updates == 20
        assert board.form.name.whole == "n choose k, changed"
        assert "no longer fitting: 12 expectations and " in window.status.said.whole


class TestTraining:
    def test_what_is_asked_of_the_worker(self, population, asked):
        population.choose("population.device", "numpy")
        population.run()
        request = asked.requests[0]
        assert spec.read(request["spec"], "") == SMALL
        assert (request["device"], request["resume"]) == ("numpy", False)
        population.run()  # one at a time
        assert len(asked.requests) == 1

    def test_pictures_are_shown_as_they_come(self, board, population, asked):
        run(population, asked, 10)
        shown = population.population
        assert shown.running
        assert shown.experiment == SMALL
        assert shown.summary.reached == 2
        assert board.bar.update_words.text() == "update 10 of 100"
        assert board.bar.bar.value() == 1000
        assert board.bar.runs.whole == "4 running, 0 diverged"
        assert not board.form.run_button.isEnabled()
        assert board.bar.pause_button.isVisible()

    def test_what_is_waited_for_before_the_first_update_is_said(self, board, population, asked):
        population.run()

        def words(done, rung):
            part = replace(stage(population.training.experiment, done // 4), rung=rung)
            population._progressed(Progress(1, "simulate", done, 400, 2.0, part))
            return board.bar.update_words.text()

        assert board.bar.update_words.text() == "Starting…"
        assert words(0, "") == "Preparing the data…"
        assert words(0, "eager, blocks of 4 runs") == "Taking the first update…"
        assert words(0, "loss compiled, blocks of 4 runs") == "Preparing the kernels…"
        assert words(40, "loss compiled, blocks of 4 runs") == "update 10 of 100"

    def test_seconds_are_seen_to_pass_before_the_first_update(self, board, population, asked):
        population.run()
        part = replace(stage(SMALL, 0), rung="")
        population._progressed(Progress(1, "simulate", 0, 400, 2.0, part))
        assert board.bar._clock.isActive()
        board.bar._since -= 120.0  # nothing more is told for two minutes
        board.bar._clock.timeout.emit()
        assert board.bar.time.whole.startswith("2 min")
        population._progressed(Progress(1, "simulate", 40, 400, 2.0, stage(SMALL, 10)))
        assert not board.bar._clock.isActive()
        assert board.bar.time.whole == "2.0 s, about 18 s left"

    def test_the_estimate_follows_what_was_measured(self, board, population, asked):
        run(population, asked, 10)
        part = replace(stage(SMALL, 50), seconds=700.0)
        population._progressed(Progress(1, "simulate", 200, 400, 600.0, part))
        assert "about 25 min on " in board.form.estimate.lines.text()
        population.cancel()
        assert "about 25 min on " in board.form.estimate.lines.text()
        type_into(board, "seeds", "3")
        board.form.estimate._estimate()
        assert "about 25 min on " not in board.form.estimate.lines.text()

    def test_a_pause_and_going_on(self, board, population, asked):
        generation = run(population, asked)
        board.bar.pause_button.click()
        assert asked.words == [("pause", generation)]
        assert board.bar.update_words.text().endswith(", paused")
        board.bar.pause_button.click()
        assert asked.words[-1] == ("go on", generation)

    def test_one_that_was_left_stays_and_goes_on_in_its_own_file(self, board, population, asked):
        generation = run(population, asked)
        board.bar.cancel_button.click()
        assert asked.words == [("cancel", generation)]
        assert not population.is_running  # at once, whatever the worker still has to do
        assert not population.population.running
        population._left(Cancelled(generation, "simulate"))
        assert board.bar.update_words.text() == "update 50 of 100, stopped"
        population.describe(replace(SMALL, seeds=9))  # another one by now
        board.bar.resume_button.click()
        again = asked.requests[-1]
        assert again["resume"]
        assert again["output"] == asked.requests[0]["output"]
        assert spec.read(again["spec"], "") == SMALL

    def test_the_bar_names_the_training_that_is_not_what_is_shown(self, board, population, asked, tmp_path):
        run(population, asked)
        population.cancel()
        assert not board.bar.whose.isVisible()
        other = replace(SMALL, title="mine", seeds=3)
        population.files.open_result(result(tmp_path / "mine.npz", other))
        assert board.bar.whose.whole == "small, stopped at update 50 of 100"
        assert board.bar.whose.isVisible()
        assert board.bar.update_words.text() == "100 updates"
        assert board.bar.runs.whole == "6 runs, 0 diverged"
        assert board.population.session.state.look.option("population.experiment") == spec.write(other)
        board.bar.resume_button.click()
        assert population.experiment == SMALL
        assert population.population.experiment == SMALL
        assert not board.bar.whose.isVisible()
        assert board.bar.update_words.text() == "update 50 of 100"
        assert asked.requests[-1]["resume"]

    def test_the_death_of_the_worker_is_told_with_the_way_on(self, window, population, asked):
        generation = run(population, asked)
        died = Died(generation, "simulate", -9, "")
        population._tell_trouble(died)
        population._left(died)
        assert "Training stopped at update 50: its process was ended by signal 9" in window.notice.text.text()
        assert window.notice.button.text() == "Resume"
        window.notice.button.click()
        assert asked.requests[-1]["resume"]

    def test_one_that_has_no_room_here_asks_with_what_is_too_large(
        self, window, board, population, asked, monkeypatch
    ):
        monkeypatch.setattr("explorer.training.estimate.memory", lambda: 10)
        population.describe(replace(SMALL, seeds=3))
        board.form.estimate._estimate()
        box = board.form.estimate
        assert box.property("wrong")
        assert box.head.text().startswith("It needs about ")
        assert box.head.text().endswith("of memory at once, and this machine has 10 bytes")
        board.form.run_button.click()
        assert asked.requests == []
        assert "and this machine has 10 bytes" in window.notice.text.text()
        window.notice.buttons[1].click()
        assert asked.requests == []
        board.form.run_button.click()
        window.notice.buttons[0].click()
        assert len(asked.requests) == 1

    def test_a_changed_one_that_takes_long_waits_for_a_word_too(self, window, board, asked, monkeypatch):
        monkeypatch.setattr("explorer.ui.population_training.LONG", 0.0)
        type_into(board, "seeds", "3")
        board.form.run_button.click()
        assert asked.requests == []
        assert window.notice.text.text().endswith(" here. It has not begun.")
        window.notice.buttons[0].click()
        assert len(asked.requests) == 1

    def test_one_that_has_no_room_beside_other_programs_waits_for_a_word(
        self, window, board, asked, monkeypatch
    ):
        monkeypatch.setattr("explorer.training.memory.free_memory", lambda: 10)
        board.form.run_button.click()
        assert asked.requests == []
        assert "and 10 bytes are free now" in window.notice.text.text()
        window.notice.buttons[1].click()
        assert asked.requests == []
        monkeypatch.setattr("explorer.training.memory.free_memory", lambda: None)
        board.form.run_button.click()
        assert len(asked.requests) == 1

    def test_one_that_was_cancelled_before_its_first_update_is_no_result(self, board, population, asked):
        population.run()
        part = replace(stage(SMALL, 0), update=0, rung="")
        part = replace(part, summary=replace(part.summary, reached=0))
        population._progressed(Progress(1, "simulate", 0, 400, 2.0, part))
        board.bar.cancel_button.click()
        assert board.bar.update_words.text() == "update 0 of 100, stopped"
        assert (board.bar.bar.value(), board.bar.time.whole, board.bar.runs.whole) == (0, "", "4 runs")

    def test_what_was_left_and_forgotten_says_how_far_it_came(self, board, population, asked):
        run(population, asked)
        board.bar.cancel_button.click()
        population.forget_now()
        assert board.bar.update_words.text() == "update 50 of 100, stopped"
        assert board.bar.bar.value() == board.bar.bar.maximum() // 2

    def test_nothing_that_is_clicked_comes_to_lie_where_cancel_was(self, window, board, population, asked):
        run(population, asked)
        window.resize(1200, 800)
        QTest.qWait(0)
        cancel = board.bar.cancel_button.geometry()
        board.bar.cancel_button.click()
        board.bar.layout().activate()
        shown = [button for button in board.bar.buttons if button.isVisible()]
        assert board.bar.forget_button in shown
        assert not any(button.geometry().intersects(cancel) for button in shown)

    def test_one_whose_process_died_says_the_update_that_is_kept(
        self, window, board, population, asked, monkeypatch
    ):
        generation = run(population, asked)
        monkeypatch.setattr("explorer.jobs.unfinished.Claim.update", 40)
        died = Died(generation, "simulate", -9, "")
        population._tell_trouble(died)
        population._left(died)
        assert "recorded until update 40 is kept" in window.notice.text.text()
        assert board.bar.update_words.text() == "update 40 of 100, stopped"

    def test_one_that_failed_at_its_start_is_not_offered_again(self, window, board, population, asked):
        generation = run(population, asked, 0)
        population.training = replace(population.training, done=0)
        failed = Failed(generation, "simulate", "the memory is not enough", "")
        population._tell_trouble(failed)
        population._left(failed)
        assert window.notice.text.text().startswith("Training stopped before its first update: the memory")
        assert [button.text() for button in window.notice.buttons] == ["Run again"]
        assert not population.can_resume
        assert not population.population.running

    def test_the_estimate_says_which_field_is_not_understood(self, board):
        type_into(board, "seeds", "ten")
        box = board.form.estimate
        assert box.head.text() == "A field is not understood"
        assert box.lines.text().startswith("seeds: ")
        assert "no whole number" in box.lines.text()
        type_into(board, "seeds", "2")
        assert box.head.text() == "4 runs of 100 updates"
        assert not box.property("wrong")

    def test_one_that_was_left_before_it_began_leaves_nothing(self, board, population, asked):
        population.run()
        board.bar.cancel_button.click()
        assert not population.can_resume
        assert board.bar.update_words.text() == "Nothing has run yet."

    def test_a_new_one_is_looked_at_from_its_end(self, population, asked):
        population.choose("population.time", "10")
        population.choose("population.run", "0:1")
        population.run()
        look = population.session.state.look
        assert (look.option("population.time"), look.option("population.run")) == ("", "")

    def test_the_result_is_read_from_its_file(self, board, population, asked):
        generation = run(population, asked)
        result(population.training.path)
        population._finished(Finished(generation, "simulate", stage(SMALL, 100)))
        shown = population.population
        assert not shown.running
        assert shown.at("loss", 3).shape == (2, 2)
        assert board.bar.time.whole == "took 3.0 s"
        assert population.training is None
        assert board.form.run_button.text() == "Run again"

    def test_verdicts_come_with_the_result(self, board, population, tmp_path):
        cell = (("loss", "zlpr"),)
        expected = (
            Expectation("loss", cell, 100, 0.0, 0.1),
            Expectation("micro_f1", cell, 100, 0.9, side="above"),
        )
        experiment = replace(SMALL, expected=expected, about="What it shows.")
        population.describe(experiment)
        assert "expected" in board.form.fields.expected.text
        population.files.show_result(result(tmp_path / "a.npz", experiment))
        lines = board.form.fields.expected.text.splitlines()
        assert lines[:2] == ["What it shows.", "1 of 2 as expected"]
        assert lines[2] == "✓ loss of ZLPR at update 100: 0.000, expected 0 ± 0.1"
        assert lines[3].startswith("✗ ")
        table, theme = board.form.fields.expected._lines.text(), board.theme
        assert f'color: {theme.colour("error")}"><b>✗</b>' in table
        assert f'color: {theme.colour("ink")}"><b>✓</b>' in table

    def test_the_lines_of_what_is_expected_are_folded_away(self, board, population):
        population.describe(replace(SMALL, expected=(Expectation("loss", (), 100, 0.0, 0.1),)))
        expected = board.form.fields.expected
        assert expected.head.text() == "1 to come"
        assert not expected._lines.isVisible()
        expected.head.click()
        assert expected._lines.isVisible()
        assert all(head in expected._lines.text() for head in ("what", "expected", "measured", "to come"))
        other = replace(SMALL, title="other", expected=(Expectation("loss", (), 10, 1.0),))
        population.describe(other)
        assert not expected._lines.isVisible()
        assert expected.text.splitlines()[-1] == "— loss at update 10: to come, expected 1"

    def test_no_field_moves_when_a_ready_made_experiment_is_changed(self, window, board, population):
        window.resize(1240, 640)
        population.describe(shipped.shipped("n-choose-k-heat-map"))
        fields, bar = board.form.fields, board.form.column.verticalScrollBar()
        QTest.qWait(0)
        field = fields.rows["optimizers[0].rate"]
        bar.setValue(60)
        before, about = field.mapTo(board, QPoint(0, 0)), fields.expected._about.text()
        assert bar.value() == 60
        type_into(board, "optimizers[0].rate", "0.1, 0.2")
        QTest.qWait(0)
        assert population.experiment.about == ""
        assert fields.rows["optimizers[0].rate"].mapTo(board, QPoint(0, 0)) == before
        assert fields.expected._about.text() == about
        assert not fields.expected._about.isEnabled()
        assert fields.expected.head.text() == "said before the change"
        population.describe(replace(SMALL, title="other"))
        assert fields.expected.isHidden()
        population.describe(shipped.shipped("n-choose-k-heat-map"))
        assert fields.expected._about.isEnabled()
        assert fields.expected.head.text() != "said before the change"

    def test_what_is_not_reached_neither_holds_nor_fails(self, board, population, asked):
        near, far = (
            Expectation("loss", (("loss", "zlpr"),), 10, 0.667, 0.1),
            Expectation("loss", (), 100, 0.0),
        )
        population.describe(replace(SMALL, recording=Recording((0, 10, 50, 100)), expected=(near, far)))
        expected = board.form.fields.expected
        generation = run(population, asked, update=0)
        assert expected.text.splitlines()[0] == "2 to come"
        population._progressed(
            Progress(generation, "simulate", 200, 400, 2.0, stage(population.training.experiment, 50))
        )
        lines = expected.text.splitlines()
        assert lines[0] == "1 of 2 as expected, 1 to come"
        assert lines[1].startswith("✓ ")
        assert lines[2] == "— loss at update 100: to come, expected 0"
        population.cancel()
        assert expected.text.splitlines() == lines


class TestBoard:
    def test_cards_are_made_when_they_are_seen(self, make_window, tmp_path):
        window = make_window()
        assert window.population_parts.made is None
        window.session.look(board="population")
        assert window.population.cards == {}
        window.commands.population.files.show_result(result(tmp_path / "a.npz"))
        assert set(window.population.cards) == {"1", "2", "heat", "runs"}

    def test_an_empty_board_offers_the_ready_made_experiments(self, board, population, asked, qtbot):
        assert board.ready.isVisible()
        qtbot.waitUntil(lambda: len(board.ready.links) == len(shipped.paths()))
        experiment = shipped.shipped("soft-labels")
        next(link for link in board.ready.links if link.text() == experiment.title).click()
        assert spec.read(asked.requests[0]["spec"], "") == experiment
        assert not board.ready.isVisible()
        assert board.card("1").isVisible()

    def test_one_that_takes_long_waits_for_a_word(self, window, board, population, asked, monkeypatch):
        monkeypatch.setattr("explorer.ui.population_training.LONG", 0.0)
        population.run_shipped(shipped.shipped("soft-labels"))
        assert asked.requests == []
        assert board.form.name.whole == "Soft labels"
        assert "has not begun" in window.notice.text.text()
        window.notice.button.click()
        assert len(asked.requests) == 1

    def test_a_chosen_update_is_left_for_the_newest(self, board, population, asked):
        run(population, asked)
        assert not board.bar.follow_link.isVisible()
        population.choose("population.time", "10")
        assert board.bar.follow_link.isVisible()
        board.bar.follow_link.click()
        assert population.is_newest
        assert not board.bar.follow_link.isVisible()

    @pytest.mark.parametrize("way", ["link", "end", "end on a card", "double click"])
    def test_a_cursor_that_was_dragged_goes_to_the_newest_again(self, board, population, tmp_path, way):
        population.files.show_result(result(tmp_path / "a.npz"))
        population.choose("population.time", "10")
        assert board.bar.follow_link.isVisible()
        canvas = board.card("1").canvas
        if way == "link":
            board.bar.follow_link.click()
        elif way == "double click":
            layout = canvas.layout_of_figure
            x, y = layout.to_pixels(canvas.figure.handles[0].place)
            QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
        else:
            QTest.keyClick(board if way == "end" else canvas, Qt.Key.Key_End)
        assert population.is_newest
        assert canvas.figure.handles[0].text == "100"
        assert not board.bar.follow_link.isVisible()
        QTest.keyClick(canvas, Qt.Key.Key_Home)
        assert canvas.figure.handles[0].text == "0"

    def test_the_time_left_is_by_the_pace_of_late(self):
        training = Training(SMALL, "", "numpy", Path("a.npz"), generation=1)
        for second in range(1, 21):  # code is made for the losses
            training = training.at(0, 1000, float(second), None)
            assert training.left is None
        for second in range(21, 61):
            training = training.at(10 * (second - 20), 1000, float(second), None)
        assert training.left == pytest.approx(60.0, rel=0.15)
        assert len(training.moments) < 60

    def test_one_sentence_says_what_an_experiment_is_about(self):
        assert first_sentence("At a rate of 0.5 it\n learns. Then not.") == "At a rate of 0.5 it learns."
        assert first_sentence("It learns.") == "It learns."

    def test_a_population_is_kept_while_another_study_is_opened(self, window, population, tmp_path):
        population.files.show_result(result(tmp_path / "a.npz"))
        kept = population.population
        window.commands.open_example("five-samples")
        assert population.population is kept

    def test_a_second_result_stands_beside(self, board, population, tmp_path):
        population.files.show_result(result(tmp_path / "a.npz"))
        population.files.open_result(result(tmp_path / "b.npz", replace(SMALL, seeds=5)), beside=True)
        assert board.card("beside 1").isVisible()
        assert not board.card("heat").isVisible()
        assert board.bar.sides.whole == "left a.npz, right b.npz"
        assert board.bar.sides.isVisible()
        board.bar.alone_link.click()
        assert board.card("heat").isVisible()
        assert not board.bar.sides.isVisible()
        assert not board.bar.alone_link.isVisible()

    def test_the_bar_says_which_of_two_results_took_how_long(self, board, population, tmp_path):
        population.files.open_result(result(tmp_path / "a.npz"))
        assert board.bar.time.whole == "took 3.0 s"
        population.files.open_result(result(tmp_path / "b.npz"), beside=True)
        assert (board.bar.time.whole, board.bar.runs.whole) == ("left: took 3.0 s, 4 runs, 0 diverged", "")

    def test_both_sides_have_names(self, board, population, asked, tmp_path):
        run(population, asked)
        population.cancel()
        population.files.open_result(result(tmp_path / "fast.npz"), beside=True)
        assert board.bar.sides.whole == "left small, stopped at update 50 of 100, right fast.npz"

    def test_the_keyboard_does_not_jump_to_save_after_run(self, window, board, asked):
        window.activateWindow()
        board.form.run_button.setFocus()
        board.form.run_button.click()
        assert len(asked.requests) == 1
        assert not board.form.save_button.hasFocus()
        assert board.hasFocus()

    def test_an_empty_list_of_runs_has_no_run_to_open(self, board, population, asked, tmp_path):
        population.run()
        card = board.card("runs")
        assert not card.open_button.isVisible()
        population._left(Cancelled(1, "simulate"))
        population.files.open_result(result(tmp_path / "a.npz"))
        assert card.open_button.isVisible()

    def test_ready_made_ones_say_why_they_are_off(self, board, population, asked):
        run(population, asked)
        fill_ready(board.form.ready_menu, population)
        first = board.form.ready_menu.actions()[0]
        assert first.text() == "A population is in training: wait for its end, or cancel it"
        population.cancel()
        fill_ready(board.form.ready_menu, population)
        assert board.form.ready_menu.actions()[0].isEnabled()

    def test_one_metric_alone_has_one_large_chart(self, board, population, tmp_path, monkeypatch):
        population.files.open_result(result(tmp_path / "whole.npz"))
        assert board.card("2").isVisible()
        height = board.card("1").height()
        monkeypatch.setattr(population_parts, "METRICS", ("loss",))
        population.files.open_result(result(tmp_path / "one.npz"))
        assert not board.card("2").isVisible()
        assert board.card("1").height() > 1.5 * height

    def test_a_card_is_enlarged_and_put_back(self, board, window, population, tmp_path):
        population.files.show_result(result(tmp_path / "a.npz"))
        board.card("runs").button.click()
        assert board.card("runs").width() > board.width() / 2
        assert not board.card("1").isVisible()
        QTest.keyClick(window, Qt.Key.Key_Escape)
        assert board.card("1").isVisible()
        QTest.keyClick(window, Qt.Key.Key_Escape)
        assert window.session.state.look.board == "desk"

    def test_a_chosen_run_is_opened_as_a_study(self, window, board, population, asked, tmp_path):
        population.files.show_result(result(tmp_path / "a.npz"))
        button = board.card("runs").open_button
        assert not button.isEnabled()
        population.choose("population.run", "1:0")
        population.choose("population.time", "50")
        button.click()
        request = asked.requests[0]
        assert (request["cell"], request["seed"], request["update"]) == (1, 0, 50)
        replayed = replay(SMALL, 1, 0, 50)
        population.runs._finished(Finished(1, "replay", replayed))
        state = window.session.state
        assert state.study.title == "BCE, seed 0, update 50"
        assert state.study.table.origin == "small"  # not the title once more
        np.testing.assert_allclose(state.sample.logits, replayed.logits[0])
        assert [loss.key for loss in state.study.shown] == ["zlpr", "bce"]
        assert state.look.board == "desk"
        population.toggle()
        assert population.population is not None
        assert population.experiment == SMALL

    def test_the_wheel_scrolls_the_list_of_runs(self, window, board, population, tmp_path):
        population.files.show_result(result(tmp_path / "a.npz", replace(SMALL, seeds=30)))
        canvas = board.card("runs").canvas
        assert canvas.figure.subtitle.startswith("60 in all, ranks ")
        for notches, seen in ((1.0, "ranks 3–10"), (0.2, "ranks 3–10"), (0.2, "ranks 4–11")):
            canvas.scrolled.emit(notches)
            assert canvas.figure.subtitle == f"60 in all, {seen}"

    def test_no_button_of_the_runs_covers_another(self, board, population, tmp_path):
        population.files.show_result(result(tmp_path / "a.npz"))
        card = board.card("runs")
        buttons = (card.open_button, card.menu_button, card.button)
        assert all(one.isVisibleTo(card) for one in buttons)
        assert all(one.geometry().right() < other.x() for one, other in pairwise(buttons))

    def test_unsaved_changes_are_asked_for_before_a_run_is_opened(self, window, population, asked, tmp_path):
        population.files.show_result(result(tmp_path / "a.npz"))
        window.session.apply("Set", replace(window.session.state.study, title="changed"))
        population.runs.open(0, 0, 10)
        population.runs._finished(Finished(1, "replay", replay(SMALL, 0, 0, 10)))
        assert window.session.state.study.title == "changed"
        assert "is not opened yet" in window.notice.text.text()

    def test_the_status_line_tells_of_the_population(self, window, population, tmp_path):
        population.files.show_result(result(tmp_path / "mine.npz"))
        words = {name: label.whole for name, label in window.status._labels.items()}
        assert words["dtype"] == "float32"
        assert words["device"] == "numpy, eager"
        assert words["checked"] == "seeds 0 to 1"
        assert words["findings"] == "Result: mine.npz"
        population.toggle()
        words = {name: label.whole for name, label in window.status._labels.items()}
        assert (words["dtype"], words["checked"], words["findings"]) == ("float64", "", "")

    def test_all_samples_and_populations_take_turns(self, window):
        window.actions_by_id["samples"].trigger()
        assert window.samples.isVisible()
        window.actions_by_id["population"].trigger()
        assert window.population.isVisible()
        assert not window.samples.isVisible()
        window.actions_by_id["population"].trigger()
        assert window.desk.isVisible()


def test_the_study_of_a_run_has_the_settings_of_that_run():
    smoothed = LossChoice("smoothed_zlpr", (("epsilon", (0.1, 0.3)), ("convention", ("half",))))
    experiment = replace(SMALL, losses=(LossChoice("zlpr"), smoothed))
    study = study_of(replay(experiment, 2, 1, 3), experiment, "run")
    settings = dict(study.shown[1].settings)
    assert settings["epsilon"] == 0.3
    assert isinstance(settings["convention"], float)


class TestFiles:
    def test_a_result_is_known_by_its_header(self, window, population, tmp_path):
        path = result(tmp_path / "a.npz", replace(SMALL, title="from the file"))
        window.session.look(board="desk")
        window.commands.open_path(path)
        assert window.session.state.look.board == "population"
        assert population.population.path == path
        assert population.experiment.title == "from the file"
        table = tmp_path / "table.npz"
        np.savez(table, logits=np.zeros((2, 3)), targets=np.zeros((2, 3)))
        window.commands.open_path(table)
        assert window.session.state.study.table.class_count == 3

    def test_a_damaged_result_changes_nothing(self, window, population, tmp_path):
        path = result(tmp_path / "a.npz")
        path.write_bytes(path.read_bytes()[:3000])
        assert not population.files.open_result(path)
        assert window.notice.isVisible()
        assert population.population is None

    def test_the_experiment_is_saved_and_opened(self, window, population, tmp_path):
        path = tmp_path / "mine.toml"
        population.files.save_spec(path)
        population.describe(replace(SMALL, seeds=9))
        window.commands.open_path(path)
        assert population.experiment == SMALL
        path.write_text("[task]\nkind = 'nothing'\n")
        window.commands.open_path(path)
        assert "mine.toml" in window.notice.text.text()
        assert population.experiment == SMALL

    def test_the_result_is_saved(self, window, population, tmp_path, qtbot):
        population.files.show_result(result(tmp_path / "a.npz"))
        population.files.save_result(tmp_path / "kept.npz")
        qtbot.waitUntil(lambda: population.population.path == tmp_path / "kept.npz")
        assert (tmp_path / "kept.npz").read_bytes() == (tmp_path / "a.npz").read_bytes()

    def test_a_result_that_cannot_be_saved_is_said(self, window, population, tmp_path, qtbot):
        population.files.show_result(result(tmp_path / "a.npz"))
        population.files.save_result(tmp_path / "no folder" / "kept.npz")
        qtbot.waitUntil(lambda: "was not written" in window.notice.text.text())

    def test_the_samples_of_the_study_become_the_task(self, window, population, board):
        population.files.use_samples()
        experiment, table = population.experiment, window.session.state.study.table
        (path,) = dict(experiment.task.settings)["file"]
        np.testing.assert_array_equal(np.load(path)["logits"], table.arrays()[0])
        assert experiment.seeds == len(table)
        assert board.form.estimate.head.text()

    def test_ready_made_experiments_run_at_one_click(self, population, asked):
        menu = QMenu()
        fill_ready(menu, population)
        menu.actions()[0].trigger()
        assert spec.read(asked.requests[0]["spec"], "") == population.experiment
        fill_ready(menu, population)
        assert not menu.actions()[0].isEnabled()
        menu.deleteLater()

    def test_the_menu_of_files_offers_what_can_be_done(self, population, tmp_path):
        menu = QMenu()
        fill_more(menu, population)
        enabled = {action.text(): action.isEnabled() for action in menu.actions()}
        assert not enabled["Save the result as…"]
        population.files.show_result(result(tmp_path / "a.npz"))
        fill_more(menu, population)
        enabled = {action.text(): action.isEnabled() for action in menu.actions()}
        assert enabled["Save the result as…"]
        menu.deleteLater()


@pytest.mark.parametrize("size", [(988, 500), (980, 400), (690, 320), (1400, 640)])
@pytest.mark.parametrize("beside", [False, True])
def test_cards_of_a_small_board_can_be_read_and_are_scrolled(size, beside):
    scale = 2.0 if size == (1400, 640) else 1.0
    found = dict(places(*size, scale, beside=beside))
    view, cards = (
        found["cards"],
        {name: found[name] for name in found if name not in ("form", "bar", "cards")},
    )
    assert len(cards) == 4
    for room in cards.values():
        assert (room.width, room.height) >= (250 * scale, 190 * scale)
        assert view.x <= room.x
        assert room.x + room.width <= view.x + view.width
    assert view.y + view.height <= found["bar"].y


def test_a_small_board_scrolls_its_cards(window, board, population, tmp_path):
    population.files.show_result(result(tmp_path / "a.npz"))
    board.resize(690, 320)
    bar = board.column.verticalScrollBar()
    assert bar.maximum() > 400
    assert board.card("runs").height() >= 220
    board.column.ensureWidgetVisible(board.card("runs"))
    assert bar.value() > 0
    board.resize(1400, 800)
    assert bar.maximum() == 0


@pytest.mark.parametrize("size", [(1440, 800), (1024, 600), (2880, 1600)])
@pytest.mark.parametrize("beside", [False, True])
def test_parts_neither_touch_nor_leave_the_board(size, beside):
    scale = 2.0 if size[0] > 2000 else 1.0
    found = dict(places(*size, scale, beside=beside))
    del found["cards"]  # which holds them
    rooms = list(found.values())
    for number, one in enumerate(rooms):
        assert one.x >= 0
        assert one.x + one.width <= size[0]
        assert one.y + one.height <= size[1]
        for other in rooms[:number]:
            apart_x = one.x + one.width <= other.x or other.x + other.width <= one.x
            apart_y = one.y + one.height <= other.y or other.y + other.height <= one.y
            assert apart_x or apart_y


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.04, "0.0 s"), (9.94, "9.9 s"), (18.2, "18 s"), (200.0, "3 min 20 s"), (7500.0, "2 h 5 min")],
)
def test_a_time_is_said_as_a_person_says_it(seconds, said):
    assert duration(seconds) == said
