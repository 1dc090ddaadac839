"""What is half typed, dragged or asked for stays with the study and the sample that it was meant for."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.study import storage
from explorer.study.opening import default_study
from explorer.study.storage import Opened
from explorer.study.study import Look
from explorer.study.table import Table
from explorer.training import shipped
from explorer.ui.cards.canvas import Canvas
from explorer.ui.controls import NumberField
from explorer.ui.panels.cells import Column
from explorer.ui.panels.classes_cell import CellEditor
from tests.ui.random_studies import drawn

LONG = 30_000  # milliseconds until something that must come is missed
ROW = 1
ALL = Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(make_window, qtbot):
    made = make_window(drawn(5, seed=1))
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=LONG)
    yield made
    made._closes_anyway = True


def typed_in_cell(window, text="7.5"):
    """Type a logit over that of a class, without Return."""
    view = window.desk.classes.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(ROW, Column.LOGIT))
    view.edit(view.currentIndex())
    editor = window.focusWidget()
    assert isinstance(editor, CellEditor)
    QTest.keyClicks(editor, text)


def typed_in_setting(window, loss, text="0.3"):
    """Type a setting of a shown loss, without Return."""
    card = next(card for card in window.desk.losses.cards if card.loss.key == loss)
    field = next(part for part in card.findChildren(NumberField) if part.isVisible())
    field.setFocus()
    QTest.keyClick(field, *ALL)
    QTest.keyClicks(field, text)
    assert field.is_half_typed


def settings(window):
    return {loss.key: dict(loss.settings) for loss in window.session.state.study.shown}


def logits(window):
    table = window.session.history.study.table
    return [table.sample(row).logits[ROW] for row in range(len(table))]


def left_and_come_back_to(window, opened):
    """Open another study in place of this one; return the history of the one that was left."""
    left = window.session.history
    window.session.open(opened.study, opened.look)
    QApplication.processEvents()
    assert window.session.history.study.table is opened.study.table
    assert not window.session.history.entries
    return left


def test_a_number_typed_into_a_cell_is_of_the_study_that_is_left(window):
    typed_in_cell(window)
    left = left_and_come_back_to(window, drawn(5, seed=2))
    assert left.study.table.sample(0).logits[ROW] == 7.5


def test_a_setting_half_typed_is_of_the_study_that_is_left(window):
    typed_in_setting(window, "smoothed_bce")
    left = left_and_come_back_to(window, drawn(5, seed=2))
    assert dict(left.study.shown[3].settings) == {"epsilon": 0.3}


def test_a_number_that_is_not_allowed_is_of_neither(window):
    typed_in_cell(window, "abc")
    assert not left_and_come_back_to(window, drawn(5, seed=2)).entries


def test_what_is_half_typed_is_asked_for_before_another_study_opens(window):
    before = window.session.history
    typed_in_cell(window)
    window.commands.open(drawn(5, seed=2))
    assert window.session.history is before
    assert window.notice.isVisible()
    assert logits(window)[0] == 7.5


def test_what_is_half_typed_is_asked_for_before_the_window_closes(window):
    typed_in_cell(window)
    window.close()
    assert window.isVisible()
    assert window.notice.isVisible()


def test_what_is_half_typed_is_saved(window, tmp_path):
    typed_in_cell(window)
    path = tmp_path / "kept.study.json"
    assert window.commands.save_to(path)
    assert storage.load(path).study.table.sample(0).logits[ROW] == 7.5


def test_going_to_another_sample_takes_what_was_typed_of_this_one(window):
    before = logits(window)
    typed_in_cell(window)
    window.commands.step_sample(1)
    window.desk.editor.canvas.setFocus()
    assert logits(window) == [7.5, *before[1:]]


def test_an_undo_that_goes_to_another_sample_drops_what_was_typed_of_this_one(window):
    session = window.session
    session.apply("Edit", session.state.study.with_table(session.state.study.table.with_logit(0, 0, 9.0)))
    session.look(sample=2)
    before = logits(window)
    typed_in_cell(window)
    session.undo()
    assert session.state.look.sample == 0
    window.desk.editor.canvas.setFocus()
    assert logits(window) == before
    assert session.history.can_redo


def test_an_editor_without_letters_stays_for_the_next_sample(window):
    typed_in_cell(window, "")
    window.commands.step_sample(1)
    editor = window.focusWidget()
    assert isinstance(editor, CellEditor)
    QTest.keyClicks(editor, "4")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert logits(window)[1] == 4.0


class TestALossThatGoes:
    """The fields of a loss go with its card; what is half typed in them is no other loss's."""

    def test_by_an_undo(self, window):
        window.commands.toggle_loss("focal")
        typed_in_setting(window, "focal", "3")
        window.session.undo()
        assert "focal" not in settings(window)
        assert window.session.history.can_redo

    def test_by_a_redo(self, window):
        window.commands.toggle_loss("zlpr")
        window.session.undo()
        typed_in_setting(window, "smoothed_bce")
        window.session.redo()
        assert settings(window) == {"smoothed_zlpr": {}, "bce": {}, "smoothed_bce": {}}

    def test_and_another_that_comes_takes_it_first(self, window):
        typed_in_setting(window, "smoothed_bce")
        window.commands.toggle_loss("focal")
        assert settings(window)["smoothed_bce"] == {"epsilon": 0.3}
        assert "focal" in settings(window)

    def test_in_its_own_menu(self, window):
        typed_in_setting(window, "smoothed_bce")
        panel = window.desk.losses
        menu = panel.menu_of(panel.cards[3])
        next(action for action in menu.actions() if action.text() == "Move up").trigger()
        assert list(settings(window)) == ["zlpr", "smoothed_zlpr", "smoothed_bce", "bce"]
        assert settings(window)["smoothed_bce"] == {"epsilon": 0.3}


def test_a_menu_of_a_loss_that_was_open_meanwhile_changes_the_study_as_it_is_now(window):
    panel, session = window.desk.losses, window.session
    menu = panel.menu_of(panel.cards[1])
    session.rebase(lambda study: replace(study, table=study.table.with_logit(0, 0, 5.0)))  # newer arrays came
    next(action for action in menu.actions() if action.text() == "Move up").trigger()
    assert next(iter(settings(window))) == "smoothed_zlpr"
    assert session.state.sample.logits[0] == 5.0


def test_a_name_that_is_asked_for_is_not_given_to_another_class(window):
    window.class_parts.ask(window.commands.classes.rename_form(1))
    form = window.class_parts.form
    assert form.isVisible()
    window.commands.classes.remove()  # the first class
    assert not form.isVisible()


class TestADragThatIsOpen:
    """Another study opens while a button is down."""

    def test_ends_in_the_study_that_is_left(self, window):
        session = window.session
        left, study = session.history, session.state.study
        session.begin("Drag")
        session.update(study.with_table(study.table.with_logit(0, 0, 3.0)))
        other = drawn(5, seed=2)
        session.open(other.study, other.look)
        assert not left.in_gesture
        assert [entry.label for entry in left.entries] == ["Drag"]
        session.open(left.study, Look(), left)
        assert not session.in_gesture

    def test_takes_hold_of_nothing_in_the_next(self, window):
        canvas = window.desk.cards["logits"].canvas
        assert isinstance(canvas, Canvas)
        handle = next(each for each in canvas.figure.handles if each.id == "logit:1")
        x, y = canvas.layout_of_figure.to_pixels(handle.place)
        at = canvas.rect().center()
        at.setX(int(x))
        at.setY(int(y))
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        other = drawn(5, seed=2)
        window.session.open(other.study, other.look)
        for step in (10, 40):
            at.setY(at.y() + step)
            QTest.mouseMove(canvas, at)
            QApplication.processEvents()
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        assert window.session.history.study.table is other.study.table
        assert not window.session.history.entries


def test_a_row_of_an_experiment_half_typed_is_not_of_the_experiment_that_is_opened(window):
    population, other = window.commands.population, shipped.shipped("hard-labels-reading")
    population.toggle()
    QApplication.processEvents()
    field = window.population.form.fields.rows["updates"].field
    field.setFocus()
    QTest.keyClick(field, *ALL)
    QTest.keyClicks(field, "77")
    population.describe(other)
    QApplication.processEvents()
    assert population.experiment.updates == other.updates


def test_a_file_that_is_written_is_not_the_file_of_a_study_opened_meanwhile(
    make_window, qtbot, tmp_path, monkeypatch
):
    monkeypatch.setattr(storage, "LONG", 1000)
    numbers = np.random.default_rng(2).normal(0.0, 2.0, (400, 5))
    window = make_window(Opened(default_study(Table.of(numbers)), Look()))
    left, other, done = window.session.history, drawn(5, seed=2), []
    with qtbot.waitSignal(window.jobs.finished, timeout=LONG):
        window.commands.save_to(tmp_path / "kept.study.json", then=lambda: done.append(True))
        window.commands._replace(other)
    assert (window.commands.path, window.session.state.study.title) == (None, other.study.title)
    assert window.session.history.is_saved
    assert (left.is_saved, left.study.title, done) == (True, "kept", [])
