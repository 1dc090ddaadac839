from dataclasses import dataclass, replace

import numpy as np
import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from explorer.analysis.survey import survey
from explorer.paint.text import width_of
from explorer.paint.theme import DARK, LIGHT
from explorer.plots.figure import Place
from explorer.study.opening import default_study
from explorer.study.storage import Opened
from explorer.study.study import Browse, Look
from explorer.study.table import Table
from explorer.ui.panels.samples import SamplesBoard
from explorer.ui.session import Session

ROWS = 60


@dataclass(frozen=True)
class Event:
    generation: int
    done: int = 0
    total: int = ROWS
    elapsed: float = 1.0


class Passes(QObject):
    """Evaluates when told to, so that what happens meanwhile can be looked at."""

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal(object)

    def __init__(self, session):
        super().__init__()
        self.session, self.asked, self.left = session, [], []

    def survey(self, study):
        self.asked.append(study)
        return len(self.asked)

    def cancel(self, generation):
        self.left.append(generation)
        self.cancelled.emit(Event(generation))

    def answer(self):
        self.session.keep_result("survey", survey(self.asked[-1]))
        self.finished.emit(Event(len(self.asked)))


@pytest.fixture
def session(qapp):
    random = np.random.default_rng(5)
    targets = (random.random((ROWS, 6)) < 0.4).astype(float)
    targets[7] = 0.0
    table = Table.of(random.normal(0.0, 2.0, (ROWS, 6)), targets)
    return Session(default_study(table), Look(board="samples"))


@pytest.fixture
def passes(session):
    return Passes(session)


@pytest.fixture
def board(session, passes, qtbot):
    made = SamplesBoard(session, passes, LIGHT)
    qtbot.addWidget(made)
    made.resize(1300, 760)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: len(passes.asked) == 1)
    return made


@pytest.fixture
def full(board, passes):
    passes.answer()
    return board


def rows(board):
    return board.model.rows.tolist()


def click_head(board, column):
    """Click a column's title as a pointer does."""
    heads = board.view.heads
    x = heads.sectionViewportPosition(column) + heads.sectionSize(column) // 2
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, heads.height() // 2))


def test_it_evaluates_when_it_is_first_seen_and_shows_every_sample(board, passes, session):
    assert rows(board) == []
    assert board.facts._whole == "not evaluated yet"
    passes.answer()
    assert rows(board) == list(range(ROWS))
    assert board.model.columnCount() == 11
    text = board.model.text(3, 3)
    assert text == f"{session.state.results['survey'].values[0][3]:.3f}"
    assert "60, " not in board.facts._whole
    assert board.facts._whole.startswith("60; losses in nat")


def test_a_click_on_a_title_sorts_and_a_second_one_turns_the_order(full, session):
    click_head(full, 3)
    values = session.state.results["survey"].values[0]
    assert rows(full) == np.argsort(-values, kind="stable").tolist()
    click_head(full, 3)
    assert rows(full) == np.argsort(values, kind="stable").tolist()
    click_head(full, 1)
    assert rows(full) == list(range(ROWS))
    assert "sorted by" not in full.facts._whole


def test_arrows_go_through_the_list_in_its_order(full, session, qtbot):
    session.look(browse=Browse(sort="zlpr"))
    session.look(sample=rows(full)[0])
    qtbot.keyClick(full.view, Qt.Key.Key_Down)
    assert session.state.look.sample == rows(full)[1]
    qtbot.keyClick(full.view, Qt.Key.Key_End)
    assert session.state.look.sample == rows(full)[-1]
    qtbot.keyClick(full.view, Qt.Key.Key_Home)
    assert session.state.look.sample == rows(full)[0]


def test_enter_and_a_double_click_open_the_sample(full, session, qtbot):
    with qtbot.waitSignal(full.opened):
        qtbot.keyClick(full.view, Qt.Key.Key_Return)
    place = full.view.visualRect(full.model.index(4, 1)).center()
    qtbot.mouseClick(full.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.state.look.sample == 4
    with qtbot.waitSignal(full.opened):
        qtbot.mouseDClick(full.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_group_and_a_filter_narrow_the_list(full, session, qtbot):
    full.groups.buttons["unlabelled"].click()
    assert rows(full) == np.flatnonzero(session.state.results["survey"].labels == 0).tolist()
    assert 7 in rows(full)
    full.groups.buttons["all"].click()
    qtbot.keyClicks(full.search, "labels = 0")
    assert 7 in rows(full)
    assert session.state.look.browse.query == "labels = 0"
    assert "of 60 shown" in full.facts._whole


def test_a_filter_that_cannot_be_read_says_so_and_keeps_the_list(full, qtbot):
    qtbot.keyClicks(full.search, "labels > 1")
    before = rows(full)
    assert 0 < len(before) < ROWS
    full.search.setFocus()
    full.search.setText("labels > 1 nothing = 3")
    full.search.textEdited.emit(full.search.text())
    assert full.problem.isVisible()
    assert "no column" in full.problem.text()
    assert rows(full) == before, "typing on empties nothing"
    qtbot.keyClick(full.search, Qt.Key.Key_Escape)
    assert not full.problem.isVisible()
    assert full.search.text() == ""


def test_an_edited_sample_is_answered_at_once_without_a_pass(full, session, passes):
    before = session.state.results["survey"].values[0].copy()
    table = session.state.study.table.with_logit(5, 0, 12.5)
    session.apply("Set", replace(session.state.study, table=table))
    after = session.state.results["survey"].values[0]
    assert np.flatnonzero(after != before).tolist() == [5]
    assert len(passes.asked) == 1
    full.groups.buttons["edited"].click()
    assert rows(full) == [5]


def test_other_losses_ask_for_another_pass_once_they_rest(full, session, passes, qtbot):
    study = session.state.study
    session.apply("Fewer", replace(study, shown=study.shown[:2]))
    session.apply("Fewer still", replace(study, shown=study.shown[:1]))
    assert len(passes.asked) == 1
    qtbot.waitUntil(lambda: len(passes.asked) == 2)
    assert passes.asked[1].shown == study.shown[:1]
    passes.answer()
    assert full.model.columnCount() == 8


def test_losses_changed_during_a_pass_begin_it_again(board, session, passes, qtbot):
    study = session.state.study
    session.apply("Fewer", replace(study, shown=study.shown[:2]))
    qtbot.waitUntil(lambda: len(passes.asked) == 2)
    passes.answer()
    assert board.model.columnCount() == 9
    qtbot.wait(300)
    assert len(passes.asked) == 2


def test_progress_is_said_and_a_pass_is_cancelled(board, passes, qtbot):
    passes.progressed.emit(Event(1, done=20, total=60, elapsed=2.0))
    assert board.progress_row.words.whole == "20 of 60 samples, about 4 s left"
    assert (board.progress_row.bar.value(), board.progress_row.bar.maximum()) == (20, 60)
    assert board.progress_row.isVisible()
    board.progress_row.cancel_button.click()
    assert passes.left == [1]
    assert board.progress_row.words.whole == "Not evaluated."
    qtbot.wait(300)
    assert len(passes.asked) == 1, "what was cancelled does not begin again by itself"
    board.progress_row.again_button.click()
    assert len(passes.asked) == 2
    passes.answer()
    assert not board.progress_row.isVisible()


def test_a_pass_that_failed_is_not_tried_again_by_itself(board, passes, qtbot):
    passes.failed.emit(Event(1))
    qtbot.wait(300)
    assert len(passes.asked) == 1
    assert board.progress_row.again_button.isVisible()


def test_progress_of_another_generation_is_not_shown(board, passes):
    passes.progressed.emit(Event(99, done=20, elapsed=2.0))
    assert board.progress_row.bar.value() == 0


def test_a_range_dragged_on_the_distribution_filters_the_list(full, session, qtbot):
    chart = full.distribution
    layout = chart._layout()
    plot = layout.plot
    start = QPoint(round(plot.x + 0.3 * plot.width), round(plot.y + 5))
    end = QPoint(round(plot.x + 0.6 * plot.width), round(plot.y + 5))
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(chart, end)
    low, high = chart._edges(chart._at(QPointF(start)), chart._at(QPointF(end)))
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=end)
    values = session.state.results["survey"].values[0]
    assert rows(full) == np.flatnonzero((values >= low) & (values < high)).tolist()
    assert 0 < len(rows(full)) < ROWS
    assert full.search.text() == session.state.look.browse.query
    qtbot.mouseDClick(chart, Qt.MouseButton.LeftButton, pos=start)
    assert rows(full) == list(range(ROWS))
    assert layout.to_pixels(Place(chart.figure.x.low, 0.0))[0] == pytest.approx(plot.x)


def test_a_drag_on_the_distribution_can_be_left(full, session, qtbot):
    chart = full.distribution
    place = QPoint(chart.width() // 2, chart.height() // 2)
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=place)
    assert full.cancel_gesture()
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=place)
    assert session.state.look.browse.query == ""
    assert not full.cancel_gesture()


def test_a_row_is_copied_with_every_digit(full, session, qtbot):
    session.look(sample=3)
    full.view.copy([full.view.currentIndex().row()])
    head, row = QGuiApplication.clipboard().text().splitlines()
    assert head.split("\t")[:4] == ["severity", "sample", "labels", "ZLPR"]
    assert row.split("\t")[1:3] == ["sample 4", str(session.state.results["survey"].labels[3])]
    assert float(row.split("\t")[3]) == session.state.results["survey"].values[0][3]


def test_it_has_words_for_those_who_hear_it(full):
    index = full.model.index(2, 2)
    said = full.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("labels of sample 3: ")
    assert "60" in full.groups.buttons["all"].accessibleName()
    assert "Distribution of ZLPR" in full.distribution.figure.description


def test_it_can_be_seen_in_both_themes(full):
    light = full.grab().toImage().pixelColor(400, 300).lightness()
    full.set_theme(DARK)
    assert full.grab().toImage().pixelColor(400, 300).lightness() < light - 100


def test_the_window_goes_there_and_back_with_a_real_worker(make_window, qtbot, session):
    window = make_window(Opened(session.state.study, Look()))
    window.actions_by_id["samples"].trigger()
    assert window.samples.isVisible()
    assert not window.desk.isVisible()
    qtbot.waitUntil(lambda: window.session.state.results.get("survey") is not None)
    here = survey(window.session.state.study)
    assert np.array_equal(window.session.state.results["survey"].values, here.values)
    window.session.look(sample=9)
    qtbot.keyClick(window.samples.view, Qt.Key.Key_Return)
    assert window.desk.isVisible()
    assert window.session.state.sample.index == 9
    window.actions_by_id["samples"].trigger()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.desk.isVisible()


def test_sorting_keeps_the_sample_and_shows_the_top(full, session, qtbot):
    session.look(sample=37)
    click_head(full, 3)
    assert session.state.look.sample == 37
    assert full.view.rowAt(0) == 0
    click_head(full, 3)
    assert session.state.look.sample == 37
    assert full.view.rowAt(0) == 0


def test_space_sorts_by_the_column_of_the_current_cell(full, session, qtbot):
    for _ in range(3):
        qtbot.keyClick(full.view, Qt.Key.Key_Right)
    assert full.view.heads.current == 4
    qtbot.keyClick(full.view, Qt.Key.Key_Space)
    assert session.state.look.browse.sort == "smoothed_zlpr"


def test_what_is_listed_is_copied_with_all_its_rows(full, session, qtbot):
    session.look(browse=Browse(query="labels >= 3", sort="bce"))
    wanted = rows(full)
    QGuiApplication.sendEvent(
        full.view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    )
    menu = full.view.findChild(QMenu)
    whole = menu.actions()[-1]
    assert whole.text() == f"Copy all {len(wanted)} rows"
    whole.trigger()
    menu.close()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[1] for line in lines[1:]] == [f"sample {row + 1}" for row in wanted]


def test_titles_are_names_too(full, session):
    full.search.setText("ZLPR smoothed > 5")
    full.search.textEdited.emit(full.search.text())
    values = session.state.results["survey"].values[1]
    assert rows(full) == np.flatnonzero(values > 5).tolist()


def test_nothing_that_fits_is_said(full):
    full.search.setText("labels > 99")
    full.search.textEdited.emit(full.search.text())
    assert rows(full) == []
    assert full.nothing.isVisible()
    assert not full.problem.isVisible()


def test_short_of_room_the_list_stays(full, qtbot):
    for width, seen in ((1300, (True, True)), (900, (True, False)), (600, (False, False))):
        full.resize(width, 700)
        assert (full.left.isVisible(), full.right.isVisible()) == seen
        assert full.middle.width() >= 380


def test_names_of_samples_are_not_cut_where_there_is_room(session, passes, qtbot):
    names = [f"img_{number:04}.jpg" for number in range(ROWS)]
    numbers = session.state.study.table.arrays()
    table = Table.of(*numbers, samples=names)
    session.apply("Names", replace(session.state.study, table=table))
    made = SamplesBoard(session, passes, LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: len(passes.asked) >= 1)
    passes.answer()
    made.view.sort_by(1)
    wanted = width_of(names[0], "name", bold=True) + 20
    assert made.view.columnWidth(1) >= wanted


def test_another_table_comes_while_the_list_is_not_seen(make_window, session, qtbot):
    many = Table.of(np.zeros((ROWS, 3)), samples=[f"row {number}" for number in range(ROWS)])
    few = Table.of(np.zeros((2, 3)), samples=["a", "b"])
    window = make_window(Opened(default_study(many), Look(board="samples")))
    qtbot.waitUntil(lambda: window.session.state.results.get("survey") is not None)
    window.session.look(board="desk")
    window.session.open(default_study(few), Look())
    window.commands.cards.zoom_to(1.25)
    window.resize(1200, 800)
    window.grab()
    assert window.samples.model.rowCount() == ROWS, "what is not seen is not listed anew"
    window.commands.cards.zoom_to(1.0)
