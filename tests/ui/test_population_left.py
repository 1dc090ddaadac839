"""The life of a population in the window: other studies, a closed window, what the next one offers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer.jobs import process, results, unfinished
from explorer.jobs.events import Cancelled, Failed, Finished, Progress
from explorer.training.engine import checkpoints
from explorer.training.experiment import Expectation, LossChoice
from explorer.training.result_file import ResultFile
from explorer.ui.panels.population_menus import fill_stopped
from explorer.ui.population_parts import status_words
from tests.ui import population_parts
from tests.ui.population_parts import Asked, result, run, stage

CELL = (("loss", "zlpr"),)
SMALL = replace(
    population_parts.SMALL,
    title="which is it",
    about="Why it is asked.",
    losses=(LossChoice("zlpr"), LossChoice("bce")),
    expected=(Expectation("loss", CELL, 100, 0.0, 0.1),),
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where results lie."""
    monkeypatch.setattr(results, "results_folder", lambda: tmp_path)
    return tmp_path


@pytest.fixture
def make(make_window, folder):
    """Open windows with the experiment in the form and nobody who trains."""

    def made(experiment=SMALL):
        window = make_window()
        window.commands.population._jobs = Asked()
        if experiment is not None:
            window.commands.population.describe(experiment)
        return window

    return made


def begin(window, update=50):
    population = window.commands.population
    return run(population, population._jobs, update)


def look_into(window, folder, **how):
    window.commands.population.left.look_into(folder, **how)


def left(make, folder, experiment=SMALL):
    """Close a window in the middle of a training."""
    window = make(experiment)
    begin(window)
    path = window.commands.population.training.path
    checkpoint(path)
    window.close()
    return path


def checkpoint(path, done=200):
    """Leave what the worker leaves: here only how far it was."""
    there = checkpoints.folder_of(path)
    there.mkdir(exist_ok=True)
    checkpoints.write(there, {"done": done, "refused": {}}, {})


class TestOtherStudies:
    def test_experiment_population_and_verdicts_stay_together(self, make):
        window = make()
        window.session.look(board="population")
        population = window.commands.population
        generation = begin(window)
        population.choose("population.metric.1", "loss")
        window.commands.open_example("five-samples")
        assert population.experiment == SMALL
        assert window.session.state.look.option("population.metric.1") == "loss"
        window.session.look(board="population")
        assert window.title_bar.title.whole == SMALL.title
        result(population.training.path, SMALL)
        population._finished(Finished(generation, "simulate", stage(SMALL, 100)))
        window.commands.open_example("five-samples")
        window.session.look(board="population")
        assert population.experiment == population.population.experiment
        assert "1 of 1 as expected" in window.population.form.fields.expected.text
        assert "Why it is asked." in window.population.form.fields.expected.text

    def test_what_is_shown_goes_on_to_grow_after_another_study(self, make):
        window = make()
        window.session.look(board="population")
        population = window.commands.population
        generation = begin(window, 10)
        window.session.look(board="desk")
        window.commands.open_example("five-samples")
        window.resize(1024, 700)
        window.session.look(board="population")
        part = stage(SMALL, 50)
        population._progressed(Progress(generation, "simulate", 200, 400, 2.0, part))
        assert window.population.bar.update_words.text() == "update 50 of 100"
        assert population.population.summary.reached == 3
        assert window.population.card("1").canvas.session.state.results["population"].summary.reached == 3

    def test_a_study_brings_its_own_experiment_where_there_is_no_population(self, make):
        window = make()
        population = window.commands.population
        look = window.session.state.look
        other = make(replace(SMALL, title="of the study")).session.state.look
        window.session.open(window.session.state.study, other)
        assert population.experiment.title == "of the study"
        window.session.open(window.session.state.study, replace(look, options=()))
        assert population.experiment.title == "of the study"  # the other has none

    def test_nothing_else_of_the_look_is_kept(self, make):
        window = make()
        begin(window)
        look = window.session.state.look
        window.session.show_look(look.with_option("dtypes.loss", "bce"))
        window.session.open(window.session.state.study, replace(look, options=()))
        assert window.session.state.look.option("dtypes.loss") == ""
        assert window.session.history.is_saved


class TestTheNextWindow:
    def test_it_offers_what_was_left(self, make, folder):
        left(make, folder)
        window = make(None)
        look_into(window, folder)
        assert window.notice.text.text() == "A population was stopped at update 50 of 100: which is it."
        assert [button.text() for button in window.notice.buttons] == ["Resume", "Forget…"]
        window.notice.button.click()
        request = window.commands.population._jobs.requests[-1]
        assert request["resume"]
        assert request["output"].parent == folder
        assert window.session.state.look.board == "population"
        assert window.commands.population.experiment == SMALL

    def test_the_board_offers_it_too(self, make, folder):
        left(make, folder)
        window = make(None)
        look_into(window, folder, tell=False)
        assert not window.notice.isVisible()
        window.session.look(board="population")
        bar = window.population.bar
        assert bar.update_words.text() == "update 50 of 100, stopped"
        assert bar.resume_button.isVisible()
        bar.forget_button.click()
        assert window.notice.text.text().startswith(
            "Forget what was trained? which is it · ZLPR, BCE · 4 classes"
        )
        window.notice.buttons[1].click()
        assert bar.resume_button.isVisible()  # it was kept
        bar.forget_button.click()
        window.notice.buttons[0].click()
        assert not bar.forget_button.isVisible()
        assert bar.update_words.text() == "Nothing has run yet."
        assert list(folder.iterdir()) == []

    def test_all_that_were_stopped_are_in_one_list(self, make, folder):
        for title in ("first", "second", "third"):
            left(make, folder, replace(SMALL, title=title))
        window = make(None)
        look_into(window, folder)
        population = window.commands.population
        assert window.notice.text.text().endswith("The board lists 2 more, under Stopped.")
        window.session.look(board="population")
        button = window.population.bar.stopped_button
        assert (button.text(), button.isVisible()) == ("Stopped (2)", True)
        listed = population.left.stopped()
        titles = {population.training.experiment.title, *(each.training.experiment.title for each in listed)}
        assert titles == {"first", "second", "third"}
        fill_stopped(window.population.bar.stopped_menu, population)
        menus = [action.menu() for action in window.population.bar.stopped_menu.actions()]
        assert len(menus) == 2
        assert "ZLPR, BCE · 4 classes · update 50 of 100 · " in menus[0].title()
        menus[0].actions()[1].trigger()  # forget
        assert len(population.left.stopped()) == 2
        window.notice.buttons[0].click()
        assert [each.words for each in population.left.stopped()] == [listed[1].words]
        assert button.text() == "Stopped (1)"
        assert population.can_resume  # that of the bar is another one
        before = population.training.path
        fill_stopped(window.population.bar.stopped_menu, population)
        window.population.bar.stopped_menu.actions()[0].menu().actions()[0].trigger()
        assert population.is_running
        assert population.training.experiment.title == listed[1].training.experiment.title
        assert population.experiment == population.training.experiment
        population.cancel()
        assert [each.training.path for each in population.left.stopped()] == [before]

    def test_a_forgotten_one_does_not_bring_the_next_under_the_pointer(self, make, folder):
        for title in ("first", "second"):
            left(make, folder, replace(SMALL, title=title))
        window = make(None)
        look_into(window, folder)
        window.commands.population.forget_now()
        assert window.commands.population.training is None
        assert not window.notice.isVisible()
        assert window.commands.population.left.count == 1

    def test_the_update_that_is_kept_is_the_one_that_every_run_has(self, make, folder):
        path = left(make, folder)
        there = checkpoints.folder_of(path)
        blocks = [[0, 2, 60, 1], [0, 2, 40, 1]]
        checkpoints.write(there, {"done": 200, "refused": {}, "blocks": blocks}, {})
        window = make(None)
        look_into(window, folder)
        assert window.commands.population.training.update == 40

    def test_the_board_has_one_pair_of_resume_and_forget(self, make, folder):
        left(make, folder)
        window = make(None)
        look_into(window, folder)
        assert window.notice.isVisible()
        window.session.look(board="population")
        assert not window.notice.isVisible()
        assert window.population.bar.resume_button.isVisible()

    def test_what_has_not_come_to_its_first_update_is_not_offered(self, make, folder):
        path = left(make, folder)
        checkpoint(path, done=0)
        window = make(None)
        look_into(window, folder)
        assert window.commands.population.training is None
        checkpoints.removed(checkpoints.folder_of(path))
        look_into(make(None), folder)
        assert list(folder.iterdir()) == []

    def test_one_that_is_over_is_not_offered(self, make, folder):
        window = make()
        generation = begin(window)
        path = result(window.commands.population.training.path, SMALL)
        window.commands.population._finished(Finished(generation, "simulate", stage(SMALL, 100)))
        assert [each.name for each in folder.iterdir()] == [path.name]
        window.close()
        assert list(unfinished.found(folder)) == []

    def test_two_that_were_cancelled_are_both_found(self, make, folder):
        window = make()
        begin(window)
        window.commands.population.cancel()
        first = window.commands.population.training.path
        checkpoint(first)
        window.commands.population.describe(replace(SMALL, title="other"))
        begin(window)
        second = window.commands.population.training.path
        checkpoint(second)
        window.commands.population.cancel()
        assert [each.training.path for each in window.commands.population.left.stopped()] == [first]
        window.close()
        assert {claim.path for claim in unfinished.found(folder)} == {first, second}

    def test_one_that_another_window_trains_is_not_offered(self, make, folder):
        begin(make())
        other = make(None)
        look_into(other, folder)
        assert other.commands.population.training is None

    def test_another_one_that_is_run_leaves_it_for_the_next_start(self, make, folder):
        left(make, folder)
        window = make(None)
        look_into(window, folder)
        path = window.commands.population.training.path
        begin(window)
        assert [claim.path for claim in unfinished.found(folder)] == [path]

    def test_one_of_a_newer_program_stays_and_is_not_offered(self, make, folder):
        unfinished.Claim.new(folder / "a.npz", "what = 'is this'", "auto").leave()
        window = make(None)
        look_into(window, folder)
        assert window.commands.population.training is None
        assert [claim.spec for claim in unfinished.found(folder)] == ["what = 'is this'"]

    def test_a_failure_before_the_first_picture_leaves_the_offer(self, make, folder):
        left(make, folder)
        window = make(None)
        look_into(window, folder)
        population = window.commands.population
        population.resume()
        population._left(Failed(1, "simulate", "no room", ""))
        assert population.can_resume

    def test_one_that_never_began_leaves_nothing(self, make, folder):
        window = make()
        window.commands.population.run()
        window.commands.population._left(Cancelled(1, "simulate"))
        assert list(folder.iterdir()) == []


# Put before what starts the worker: once it is in the middle it waits until it is left.
HELD = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
import time
from explorer.jobs.training import Showing
show = Showing.show
def held(self, moment):
    self._due = 0.0  # a picture each time
    show(self, moment)
    while moment.update > 100 and not self._control.is_cancelled():
        time.sleep(0.01)
Showing.show = held
"""


class TestTheWorker:
    def test_a_window_closed_in_the_middle_and_the_next_one_come_to_the_same_result(
        self, make_window, folder, qtbot, monkeypatch
    ):
        long = replace(SMALL, updates=3_000, expected=())
        boot = process.BOOT
        monkeypatch.setattr(process, "BOOT", HELD + boot)
        first = make_window()
        population = first.commands.population
        population.choose("population.device", "numpy")
        population.describe(long)
        population.run()
        path = population.training.path
        state = checkpoints.folder_of(path) / checkpoints.STATE
        qtbot.waitUntil(lambda: (population.training.update or 0) > 100)
        assert population.is_running
        first.close()
        qtbot.waitUntil(state.exists)
        monkeypatch.setattr(process, "BOOT", boot)

        second = make_window()
        population = second.commands.population
        population.left.look_into(folder)
        assert 0 < population.training.update < long.updates
        assert f"stopped at update {population.training.update:,} of 3,000" in second.notice.text.text()
        shown = population.population  # what was reached can be looked at, runs and earlier updates too
        assert 0 < shown.summary.reached < len(shown.summary.updates)
        early = shown.at("loss", 1)
        assert np.isfinite(early).all()
        np.testing.assert_array_equal(shown.run("loss", 1, 0)[1], early[1, 0])
        assert np.isnan(shown.run("loss", 1, 0)[shown.summary.reached :]).all()
        np.testing.assert_allclose(np.median(early, axis=1), shown.medians("loss", 1))
        second.notice.button.click()
        qtbot.waitUntil(lambda: population.training.stage is not None)
        qtbot.waitUntil(lambda: population.training is None)
        assert population.population.path == path
        assert sorted(folder.iterdir()) == [path]

        population.run()
        whole = population.training.path
        qtbot.waitUntil(lambda: population.training is None)
        for name in ("loss", "micro_f1", "diverged"):
            np.testing.assert_array_equal(ResultFile(path).array(name), ResultFile(whole).array(name))


class TestTheWayBackAndTheStatusLine:
    def test_the_board_has_a_way_back_to_the_desk(self, make):
        window = make()
        assert not window.title_bar.back.isVisible()
        window.session.look(board="population")
        window.title_bar.back.click()
        assert window.session.state.look.board == "desk"
        assert not window.title_bar.back.isVisible()

    def test_the_desk_says_how_the_training_is(self, make):
        window = make()
        population, label = window.commands.population, window.status._labels["population"]
        assert not label.isVisible()
        generation = begin(window)
        assert label.whole == "population: update 50 of 100"
        assert label.isVisible()
        population.toggle_pause()
        assert label.whole == "population: update 50 of 100, paused"
        population.toggle_pause()
        QTest.mouseClick(label, Qt.MouseButton.LeftButton)
        assert window.session.state.look.board == "population"
        assert not label.isVisible()  # the board says it
        window.session.look(board="desk")
        result(population.training.path, SMALL)
        population._finished(Finished(generation, "simulate", stage(SMALL, 100)))
        assert label.whole == "population: done"
        window.session.look(board="population")
        window.session.look(board="desk")
        assert not label.isVisible()  # it was seen

    def test_one_that_was_stopped_or_begins(self, make):
        window = make()
        population = window.commands.population
        population.run()
        assert status_words(population) == "population: starting"
        begin_again = stage(SMALL, 10)
        population._progressed(Progress(1, "simulate", 40, 400, 1.0, begin_again))
        population.cancel()
        assert status_words(population) == "population: update 10 of 100, stopped"
