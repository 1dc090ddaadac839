"""Gestures that something comes in between of; each was found by a random hand."""

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from explorer.analysis.readings import sigma_of_double
from explorer.analysis.survey import survey
from explorer.plots import PLOTS, listing
from explorer.plots.pins import moved_since
from explorer.study.opening import default_study
from explorer.study.state import State
from explorer.study.study import Pin, ShownLoss, Study
from explorer.study.table import Table
from explorer.ui.notice import Way
from tests.ui.panel_parts import mouse
from tests.ui.pointer import Pointer

Type = QEvent.Type


@pytest.fixture
def window(make_window):
    return make_window()


@pytest.fixture
def slider(window):
    return window.desk.losses.cards[1].rows[0].slider


@pytest.fixture
def pointer(window):
    return Pointer(window.desk.cards["logits"].canvas)


def hold(slider, share=0.7):
    mouse(slider, Type.MouseButtonPress, slider.width() * 0.5)
    mouse(slider, Type.MouseMove, slider.width() * share)
    QApplication.processEvents()


def test_a_slider_goes_on_after_an_undo_took_its_drag_back(window, slider):
    before = window.session.state.study
    hold(slider)
    window.session.undo()
    mouse(slider, Type.MouseMove, slider.width() * 0.9)
    mouse(slider, Type.MouseButtonRelease, slider.width() * 0.9)
    assert window.session.state.study == before
    assert not window.session.history.entries


def test_a_bar_rests_after_an_undo_took_its_drag_back(window, pointer):
    before, start = window.session.state.study, pointer.at("logit:1")
    pointer.press(start)
    pointer.move(start + QPointF(0, -40))
    window.session.undo()
    pointer.move(start + QPointF(0, -60))
    pointer.release(start + QPointF(0, -60))
    assert window.session.state.study == before
    assert not window.session.history.entries


def test_a_slider_that_is_taken_away_ends_its_drag(window, slider):
    hold(slider)
    study = window.session.state.study
    again = Study(study.title, study.table, (*study.shown, ShownLoss("soft_zlpr")), study.pin)
    window.session.apply("Add soft ZLPR", again)  # makes every card of a loss anew
    QCoreApplication.sendPostedEvents(None, Type.DeferredDelete)
    assert not window.session.in_gesture
    assert len(window.session.history.entries) == 1


@pytest.mark.parametrize("part", ["slider", "canvas"])
def test_a_menu_that_takes_the_pointer_ends_a_drag(window, slider, pointer, part):
    if part == "slider":
        hold(slider)
    else:
        start = pointer.at("logit:1")
        pointer.press(start)
        pointer.move(start + QPointF(0, -40))
    assert window.session.in_gesture
    widget = slider if part == "slider" else pointer.canvas
    QApplication.sendEvent(widget, QFocusEvent(Type.FocusOut, Qt.FocusReason.PopupFocusReason))
    assert not window.session.in_gesture
    assert len(window.session.history.entries) == 1


def test_a_canvas_that_is_hidden_ends_its_drag(window, pointer):
    start = pointer.at("logit:1")
    pointer.press(start)
    pointer.move(start + QPointF(0, -40))
    window.session.look(board="samples")
    assert not window.session.in_gesture
    assert len(window.session.history.entries) == 1


def test_a_canvas_keeps_one_menu(window, pointer):
    menus = []
    for _ in range(3):
        pointer.canvas.open_menu()
        menus.append(pointer.canvas._menu)
        menus[-1].close()
        QCoreApplication.sendPostedEvents(None, Type.DeferredDelete)
    assert sum(child is menus[-1] for child in pointer.canvas.children()) == 1
    assert sum(type(child).__name__ == "QMenu" for child in pointer.canvas.children()) == 1


def test_a_survey_of_a_table_of_another_length_is_not_shown(window):
    session = window.session
    session.keep_result("survey", survey(session.state.study))
    session.look(board="samples")
    assert window.samples.model.rowCount() == 5
    QGuiApplication.clipboard().setText("1\t2\n3\t4\n")
    window.commands.paste_table()
    assert window.samples.model.survey is None
    assert window.samples.distribution.figure.note


def test_a_press_beyond_the_last_bin_lists_the_last(window):
    session = window.session
    session.keep_result("survey", survey(session.state.study))
    session.look(board="samples")
    distribution = window.samples.distribution
    edges = distribution._bins().edges
    assert distribution._edges(edges[-1] + 1, edges[-1] + 2) == (edges[-2], edges[-1])
    assert distribution._edges(edges[0] - 2, edges[0] - 1) == (edges[0], edges[1])


def test_the_history_is_listed_as_it_is_while_a_form_is_open(window):
    session = window.session
    window.commands.history_asked.emit()
    panel = window.class_parts.history
    session.apply("Rename", Study("other", session.state.study.table, session.state.study.shown))
    panel.close_it()
    session.open(default_study(Table.of([1.0, 2.0], [0.0, 1.0])), session.state.look)
    session.begin("Shift the logit by")  # as a form does that shows what it would do
    panel.open_at(window.title_bar)
    assert panel.model.rowCount() == 1
    session.cancel()


def test_pinned_infinities_have_not_moved():
    logits = np.array([np.inf, -np.inf, np.nan, 1.0, 2.0])
    assert moved_since(logits, np.array([np.inf, np.inf, 0.0, 1.004, 2.5])).tolist() == [1, 4]
    table = Table.of(np.resize(logits, 70), np.resize([1.0, 0.0], 70))
    for few in (table, Table.of(logits, np.ones(5))):
        study = default_study(few)
        far = study.table.with_logits(0, np.full(few.class_count, -1e308))
        pinned = Study(study.title, far, study.shown, Pin.of(study.table.sample(0)))
        assert PLOTS["logits"].figure(State(pinned)).handles
        pinned = Study(study.title, study.table, study.shown, Pin.of(study.table.sample(0)))
        assert PLOTS["logits"].figure(State(pinned)).handles  # a warning would be an error here
    assert listing._pinned(State(pinned), np.arange(5)) == []


def test_readings_of_the_largest_logits_say_nothing_on_the_way():
    assert sigma_of_double(np.array([1e308, -1e308, 0.0])).tolist() == [1.0, 0.0, 0.5]


@pytest.mark.parametrize("part", ["notice", "palette"])
def test_a_field_of_the_table_that_is_gone_gets_no_keyboard_back(window, part):
    view = window.desk.classes.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(1, 1))
    view.edit(view.currentIndex())
    ran = []
    if part == "notice":
        window.notice.ask("Not closed yet.", Way("Discard", lambda: ran.append(True)))
    else:
        window.palette_of_commands.open()
    QCoreApplication.sendPostedEvents(None, Type.DeferredDelete)
    if part == "notice":
        window.notice.button.click()
        assert ran
    else:
        window.palette_of_commands.close_again()
    assert not window.notice.isVisible()
    assert not window.palette_of_commands.isVisible()
