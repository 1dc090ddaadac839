"""Long work as the window sees it: the newest survey is kept, trouble is said, nothing holds it up."""

from __future__ import annotations

import os
import signal
from dataclasses import replace

import numpy as np
import pytest

from explorer.analysis.survey import survey
from explorer.jobs.events import Cancelled, Died, Failed, Finished
from explorer.study import examples
from explorer.study.storage import Opened
from explorer.study.study import Look, ShownLoss, Study
from explorer.study.table import Table
from explorer.ui import jobs as jobs_module

ROWS = 20_000  # some blocks


@pytest.fixture(scope="module")
def large():
    random = np.random.default_rng(0)
    table = Table.of(random.normal(0.0, 2.0, (ROWS, 10)), random.random((ROWS, 10)) < 0.2)
    return Study("large", table, (ShownLoss("zlpr"), ShownLoss("bce")))


@pytest.fixture
def window(make_window, large):
    return make_window(Opened(large, Look()))


@pytest.fixture
def told(window):
    """Everything that the jobs of the window tell, in order."""
    events = []
    for signal_ in (window.jobs.finished, window.jobs.failed, window.jobs.cancelled):
        signal_.connect(events.append)
    return events


def kept(window):
    return window.session.state.results.get("survey")


@pytest.fixture
def running(held, qtbot):
    """Start a survey and wait until it has begun; it does not end by itself."""

    def run(window):
        with held(), qtbot.waitSignal(window.jobs._arrived):
            return window.jobs.survey(window.session.state.study)

    return run


def test_a_window_starts_no_process(make_window):
    assert make_window().jobs._workers == {}


def test_a_survey_is_kept_as_the_result(make_window, qtbot):
    window = make_window()
    study = window.session.state.study
    with qtbot.waitSignal(window.jobs.finished) as told:
        generation = window.jobs.survey(study)
    (event,) = told.args
    assert isinstance(event, Finished)
    assert (event.generation, event.kind) == (generation, "survey")
    assert event.result is kept(window)
    assert kept(window).is_current(study)
    here = survey(study)
    for name in here.columns():
        assert np.array_equal(kept(window).column(name), here.column(name), equal_nan=True)
    assert not window.jobs.is_running("survey")


def test_progress_is_told_to_the_end(window, qtbot, large):
    told = []
    window.jobs.progressed.connect(told.append)
    with qtbot.waitSignal(window.jobs.finished):
        generation = window.jobs.survey(large)
    assert {(event.generation, event.kind, event.total) for event in told} == {(generation, "survey", ROWS)}
    done = [event.done for event in told]
    assert done == sorted(done)
    assert done[-1] == ROWS
    assert told[-1].left == 0.0


def test_edited_rows_go_along(window, qtbot, large):
    other = int(large.table.arrays()[1][ROWS - 2].argmin())  # is not labelled
    study = replace(large, table=large.table.with_logit(ROWS - 2, other, 40.0))
    with qtbot.waitSignal(window.jobs.finished):
        window.jobs.survey(study)
    assert kept(window).is_current(study)
    assert kept(window).values[1, ROWS - 2] > 39.0


def test_only_the_newest_survey_counts(window, qtbot, told, large, running):
    first = running(window)
    with qtbot.waitSignal(window.jobs.finished):
        last = window.jobs.survey(replace(large, shown=large.shown[:1]))
    assert told[0] == Cancelled(first, "survey")
    assert [event.generation for event in told] == [first, last]
    assert len(kept(window).shown) == 1


def test_cancelling_leaves_it_and_keeps_nothing(window, qtbot, told, running):
    generation = running(window)
    with qtbot.waitSignal(window.jobs.cancelled):
        window.jobs.cancel(generation)
        assert not window.jobs.is_running("survey")
    assert told == [Cancelled(generation, "survey")]
    assert kept(window) is None
    assert window.notice.isHidden()


def test_an_answer_that_was_on_its_way_when_it_was_cancelled_is_dropped(make_window, qtbot):
    window = make_window()
    told = []
    window.jobs.finished.connect(told.append)
    with qtbot.waitSignal(window.jobs.cancelled):
        generation = window.jobs.survey(window.session.state.study)
        window.jobs._given_up.add(generation)  # cancelled here, while the worker has answered already
    assert told == []
    assert kept(window) is None


def test_another_study_does_not_get_the_survey_of_the_last_one(window, qtbot, told, running):
    generation = running(window)
    with qtbot.waitSignal(window.jobs.cancelled):
        window.commands.open(examples.opening())
    assert told == [Cancelled(generation, "survey")]
    assert kept(window) is None


def test_death_is_said_with_a_way_on_that_works(window, qtbot, told, running):
    generation = running(window)
    with qtbot.waitSignal(window.jobs.failed):
        os.kill(window.jobs.process_id, signal.SIGKILL)
    (died,) = told
    assert isinstance(died, Died)
    assert died.generation == generation
    assert window.notice.isVisible()
    assert window.notice.text.text() == (
        "Evaluating all samples stopped: its process was ended by signal 9. "
        "The study and everything on screen are kept."
    )
    assert window.notice.button.text() == "Run again"
    with qtbot.waitSignal(window.jobs.finished):
        window.notice.button.click()
    assert kept(window).is_current(window.session.state.study)


def test_a_failure_is_said_in_one_line(make_window, qtbot):
    window = make_window()
    study = window.session.state.study
    wrong = replace(study, shown=(ShownLoss("of another program"),))
    with qtbot.waitSignal(window.jobs.failed) as told:
        window.jobs.survey(wrong)
    assert isinstance(told.args[0], Failed)
    assert window.notice.text.text() == (
        "Evaluating all samples stopped: KeyError: 'of another program'. "
        "The study and everything on screen are kept."
    )


def test_a_stopped_worker_holds_the_window_up_in_nothing(window, qtbot, monkeypatch, told, running):
    monkeypatch.setattr(jobs_module, "PATIENCE", 50)
    generation = running(window)
    stopped = window.jobs.process_id
    os.kill(stopped, signal.SIGSTOP)
    with qtbot.waitSignal(window.jobs.finished):
        newest = window.jobs.survey(window.session.state.study)  # behind one that cannot be cancelled
        window.session.look(sample=7)
        qtbot.wait(1)
        assert window.session.state.look.sample == 7
    assert [event.generation for event in told] == [generation, newest]
    assert window.jobs.process_id != stopped


def test_closing_the_window_ends_a_stopped_worker(window, qtbot, running):
    running(window)
    pid = window.jobs.process_id
    os.kill(pid, signal.SIGSTOP)
    window.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_window_that_is_destroyed_unasked_takes_its_worker_along(qtbot, make_window, large, running):
    window = make_window(Opened(large, Look()))
    running(window)
    pid, worker = window.jobs.process_id, window.jobs._workers["tasks"]
    window.jobs.setParent(None)
    window.jobs.deleteLater()
    qtbot.waitUntil(lambda: worker.process_id is None)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
