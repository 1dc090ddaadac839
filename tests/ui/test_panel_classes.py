from __future__ import annotations

from dataclasses import replace
from math import inf, isnan

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStyle, QStyleOptionFrame

from explorer.paint.theme import LIGHT
from explorer.study.study import ShownLoss
from explorer.ui.panels import cells
from explorer.ui.panels.cells import Column
from explorer.ui.panels.classes import ClassesPanel
from explorer.ui.sheet import sheet
from tests.ui.panel_parts import CLASSES, SOFT, focus, on_screen, session_of

LEFT = Qt.MouseButton.LeftButton
ALT, SHIFT, CTRL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
Key = Qt.Key


@pytest.fixture
def open_panel(qtbot):
    def opened(row=0, column=Column.LOGIT, **changes):
        session = session_of(**changes)
        panel = on_screen(qtbot, ClassesPanel(session, LIGHT), 316, 160)
        focus(qtbot, panel.view)
        panel.view.setCurrentIndex(panel.model.index(row, column))
        return session, panel

    return opened


@pytest.fixture
def dressed(qapp):
    """Dresses widgets in the application's sheet, as the window does."""
    before = qapp.styleSheet()
    qapp.setStyleSheet(sheet(LIGHT))
    yield
    qapp.setStyleSheet(before)


def type_into(panel, text, end=Key.Key_Return):
    """Type over the current cell and end with a key, through whatever has the keyboard."""
    for letter in text:
        # QTest knows the keys of Latin letters only
        press = QKeyEvent(QEvent.Type.KeyPress, Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(QApplication.focusWidget(), press)
    QTest.keyClick(QApplication.focusWidget(), end)


def texts(panel, row):
    return [panel.model.text(row, column) for column in range(5)]


class TestCells:
    def test_are_written_as_pictured(self, open_panel):
        _, panel = open_panel(targets=SOFT)
        assert texts(panel, 0) == ["cat", "+1.440", "1", "0.808", "0.947"]
        assert texts(panel, 1) == ["dog", "\u22120.799", "1", "0.310", "0.168"]
        assert texts(panel, 4) == ["blur", "+4.578", "0.30", "0.990", "1.000"]

    def test_tool_tip_has_every_digit(self, open_panel):
        _, panel = open_panel()
        index = panel.model.index(1, Column.LOGIT)
        assert panel.model.data(index, Qt.ItemDataRole.ToolTipRole) == "s of dog = -0.7993438"

    @pytest.mark.parametrize(
        ("logit", "text"),
        [(-0.0001, "0.000"), (123.456, "+123.46"), (-12345.6, "\u221212,346"), (np.nan, "—"), (inf, "—")],
    )
    def test_large_and_strange_logits_stay_in_their_column(self, open_panel, logit, text):
        _, panel = open_panel(logits=(logit, 0.0, 0.0, 0.0, 0.0))
        assert panel.model.text(0, Column.LOGIT) == text
        assert len(text) <= 8

    def test_only_changed_rows_are_said(self, open_panel):
        session, panel = open_panel()
        rows = []
        panel.model.dataChanged.connect(lambda first, last: rows.append((first.row(), last.row())))
        for edited in (lambda table: table.with_logit(0, 3, 9.0), lambda table: table.with_target(0, 1, 0.0)):
            study = session.state.study
            session.apply("edit", replace(study, table=edited(study.table)))
        assert rows == [(3, 3), (1, 1)]
        assert panel.model.text(1, Column.TARGET) == "0"
        assert not panel.model.is_labelled(1)

    def test_many_changed_rows_are_said_at_once(self, open_panel):
        names = tuple(f"class {number}" for number in range(50))
        session, panel = open_panel(logits=(0.0,) * 50, targets=(0.0,) * 50, classes=names)
        rows = []
        panel.model.dataChanged.connect(lambda first, last: rows.append((first.row(), last.row())))
        table = session.state.study.table.with_logits(0, np.linspace(-3.0, 3.0, 50))
        session.apply("edit", replace(session.state.study, table=table))
        assert rows == [(0, 49)]


class TestHolding:
    def test_current_row_becomes_held_and_sliced(self, open_panel):
        session, panel = open_panel()
        QTest.keyClick(panel.view, Key.Key_Down)
        QTest.keyClick(panel.view, Key.Key_Down)
        assert session.state.look.held == session.state.look.slice_class == 2
        assert panel.view.held == 2
        assert not session.history.can_undo

    def test_held_elsewhere_moves_the_row_and_keeps_the_column(self, open_panel):
        session, panel = open_panel(column=Column.TARGET)
        changes = []
        session.changed.connect(lambda: changes.append(1))
        session.look(held=3)
        assert panel.view.currentIndex().row() == 3
        assert panel.view.currentIndex().column() == Column.TARGET
        assert len(changes) == 1  # showing it is no change of its own

    def test_click_on_a_row_holds(self, open_panel):
        session, panel = open_panel()
        place = panel.view.visualRect(panel.model.index(4, Column.SIGMA)).center()
        QTest.mouseClick(panel.view.viewport(), LEFT, pos=place)
        assert session.state.look.held == 4


class TestTyping:
    def test_replaces_the_logit_and_goes_down(self, open_panel):
        session, panel = open_panel(row=1)
        type_into(panel, "-2.5")
        assert session.state.sample.logits[1] == -2.5
        assert panel.view.currentIndex().row() == 2
        assert session.state.look.held == 2
        session.undo()
        assert session.state.sample.logits[1] == -0.7993438

    def test_editor_shows_full_precision(self, open_panel):
        _, panel = open_panel(row=1)
        panel.view.edit(panel.view.currentIndex())
        assert panel.view.findChild(QLineEdit, "cell").text() == "-0.7993438"

    @pytest.mark.parametrize("logit", [4.5777845, -0.30000000000000004])
    def test_editor_shows_the_number_whole(self, dressed, open_panel, logit):
        _, panel = open_panel(row=4, logits=(0.0, 0.0, 0.0, 0.0, logit))
        panel.view.edit(panel.view.currentIndex())
        editor = QApplication.focusWidget()
        cell = panel.view.visualRect(panel.view.currentIndex())
        inner = QStyleOptionFrame()
        editor.initStyleOption(inner)
        room = editor.style().subElementRect(QStyle.SubElement.SE_LineEditContents, inner, editor)
        # a line edit keeps two pixels free on each side, and one for its cursor
        assert room.width() - 5 >= editor.fontMetrics().horizontalAdvance(repr(logit))
        assert editor.geometry().contains(cell)
        QTest.keyClick(editor, Key.Key_Home)
        QTest.keyClicks(editor, "123456")
        assert editor.width() - 17 >= editor.fontMetrics().horizontalAdvance(editor.text())

    def test_undo_is_the_windows_until_something_is_typed(self, open_panel):
        session, panel = open_panel(row=1)
        type_into(panel, "-2.5")
        undo = QAction("Undo", panel)
        undo.setShortcuts(QKeySequence.StandardKey.Undo)
        undo.triggered.connect(session.undo)
        panel.addAction(undo)
        panel.view.edit(panel.model.index(1, Column.LOGIT))
        editor = QApplication.focusWidget()
        QTest.keyClicks(editor, "7")
        QTest.keyClick(editor, Key.Key_Z, CTRL)
        assert editor.text() == "-2.5"
        assert session.state.sample.logits[1] == -2.5
        QTest.keyClick(editor, Key.Key_Z, CTRL)
        assert session.state.sample.logits[1] == -0.7993438
        assert editor.text() == "-0.7993438"

    @pytest.mark.parametrize(("text", "value"), [("inf", inf), ("\u22123", -3.0), ("1e-3", 0.001)])
    def test_any_float_is_data(self, open_panel, text, value):
        session, panel = open_panel()
        type_into(panel, text)
        assert session.state.sample.logits[0] == value

    def test_nan_is_data_too(self, open_panel):
        session, panel = open_panel(column=Column.TARGET)
        type_into(panel, "nan")
        assert isnan(session.state.sample.targets[0])

    def test_soft_target(self, open_panel):
        session, panel = open_panel(row=4, column=Column.TARGET)
        type_into(panel, "0.3")
        assert session.state.sample.targets[4] == 0.3
        assert panel.view.currentIndex().row() == 4  # there is no row below

    def test_wrong_text_stays_and_is_said(self, qtbot, open_panel):
        session, panel = open_panel()
        with qtbot.waitSignal(panel.said, timeout=500) as said:
            type_into(panel, "1x")
        assert said.args == ["logit of cat: “1x” is no number; allowed: any number, nan, inf, -inf"]
        editor = panel.view.findChild(QLineEdit, "cell")
        assert editor.property("wrong") is True
        assert editor.text() == "1x"
        QTest.keyClick(editor, Key.Key_Backspace)
        QTest.keyClick(editor, Key.Key_Return)
        assert session.state.sample.logits[0] == 1.0

    def test_escape_leaves_the_cell_alone(self, open_panel):
        session, panel = open_panel()
        type_into(panel, "5", end=Key.Key_Escape)
        assert session.state.sample.logits[0] == 1.4397182
        assert not session.history.can_undo

    def test_letters_that_begin_no_number_do_not_edit(self, open_panel):
        _, panel = open_panel()
        QTest.keyClick(panel.view, Key.Key_P)
        assert panel.view.findChild(QLineEdit, "cell") is None

    def test_rename(self, open_panel):
        session, panel = open_panel(row=1, column=Column.NAME)
        panel.view.edit(panel.view.currentIndex())
        editor = panel.view.findChild(QLineEdit, "cell")
        editor.selectAll()
        QTest.keyClicks(editor, "wolf")
        QTest.keyClick(editor, Key.Key_Return)
        assert session.state.sample.classes[1] == "wolf"
        assert session.history.undo_label == "Rename dog"

    def test_a_name_that_is_taken_is_refused(self, open_panel):
        session, _ = open_panel()
        with pytest.raises(ValueError, match="is the name of another class"):
            cells.typed(session.state, 1, Column.NAME, "cat")


class TestKeys:
    @pytest.mark.parametrize(("modifier", "step"), [(ALT, 0.1), (ALT | SHIFT, 1.0), (ALT | CTRL, 0.01)])
    def test_alt_up_and_down_nudge(self, open_panel, modifier, step):
        session, panel = open_panel(row=2)
        before = session.state.sample.logits[2]
        QTest.keyClick(panel.view, Key.Key_Up, modifier)
        assert session.state.sample.logits[2] == pytest.approx(before + step)
        QTest.keyClick(panel.view, Key.Key_Down, modifier)
        assert session.state.sample.logits[2] == pytest.approx(before)

    def test_space_toggles_the_label(self, open_panel):
        session, panel = open_panel(row=2)
        QTest.keyClick(panel.view, Key.Key_Space)
        assert session.state.sample.targets[2] == 1.0
        QTest.keyClick(panel.view, Key.Key_Space)
        assert session.state.sample.targets[2] == 0.0

    def test_shortcuts_of_the_window_do_not_take_digits(self, open_panel):
        _, panel = open_panel()
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_1, Qt.KeyboardModifier.NoModifier, "1")
        event.ignore()
        QApplication.sendEvent(panel.view, event)
        assert event.isAccepted()


class TestClipboard:
    def test_copies_cells_at_full_precision(self, open_panel):
        _, panel = open_panel(row=0, column=Column.LOGIT)
        QTest.keyClick(panel.view, Key.Key_Right, SHIFT)
        QTest.keyClick(panel.view, Key.Key_Down, SHIFT)
        QTest.keyClick(panel.view, Key.Key_C, CTRL)
        assert QGuiApplication.clipboard().text() == "1.4397182\t1\n-0.7993438\t1"

    def test_pastes_a_block_as_one_entry(self, open_panel):
        session, panel = open_panel(row=1)
        QGuiApplication.clipboard().setText("1.5\t0\n\u22122,5\t0.5\r\n".replace(",", "."))
        QTest.keyClick(panel.view, Key.Key_V, CTRL)
        assert session.state.sample.logits.tolist()[1:3] == [1.5, -2.5]
        assert session.state.sample.targets.tolist()[1:3] == [0.0, 0.5]
        session.undo()
        assert session.state.sample.logits[1] == -0.7993438
        assert not session.history.can_undo

    def test_copied_rows_can_be_pasted_back(self, open_panel):
        session, panel = open_panel()
        text = cells.tab_separated(session.state.sample, range(5), range(5))
        panel.view.setCurrentIndex(panel.model.index(0, Column.NAME))
        panel.paste(text)
        assert not session.history.can_undo  # the same numbers are no change

    def test_too_many_rows_are_refused(self, qtbot, open_panel):
        session, panel = open_panel(row=3)
        with qtbot.waitSignal(panel.said, timeout=500) as said:
            panel.paste("1\n2\n3")
        assert said.args == ["paste: 3 rows from indoor on; there are 2"]
        assert not session.history.can_undo

    def test_a_word_among_numbers_is_refused(self, qtbot, open_panel):
        _, panel = open_panel()
        with qtbot.waitSignal(panel.said, timeout=500) as said:
            panel.paste("1\nhello")
        assert said.args[0].startswith("paste: row 2, “hello” is no number")

    def test_a_whole_table_is_left_to_the_window(self):
        assert cells.is_block("1\t0\n2\t1", Column.LOGIT)
        assert not cells.is_block("sample,logit:a\nfirst,1.0", Column.LOGIT)
        assert not cells.is_block("", Column.LOGIT)


class TestListOfClasses:
    def entry(self, panel, text):
        return next(action for action in panel.menu().actions() if action.text() == text)

    def test_add_remove_move(self, open_panel):
        session, panel = open_panel(row=1)
        self.entry(panel, "Move dog down").trigger()
        assert session.state.sample.classes == ("cat", "night", "dog", "indoor", "blur")
        assert session.state.sample.logits[2] == -0.7993438
        panel.view.setCurrentIndex(panel.model.index(2, Column.LOGIT))
        self.entry(panel, "Remove dog").trigger()
        assert session.state.sample.classes == ("cat", "night", "indoor", "blur")
        self.entry(panel, "Add a class").trigger()
        assert session.state.sample.classes[-1] == "class 5"
        for _ in range(3):
            session.undo()
        assert session.state.sample.classes == CLASSES

    def test_weights_of_the_classes_follow(self, open_panel):
        session, panel = open_panel(row=0)
        study = session.state.study
        weights = ShownLoss(key="bce", settings=(("pos_weight", (1.0, 2.0, 3.0, 4.0, 5.0)),))
        session.apply("weights", replace(study, shown=(weights,)))
        self.entry(panel, "Remove cat").trigger()
        assert dict(session.state.study.shown[0].settings)["pos_weight"] == (2.0, 3.0, 4.0, 5.0)
        panel.add_class()
        assert dict(session.state.study.shown[0].settings)["pos_weight"] == (2.0, 3.0, 4.0, 5.0, 1.0)


class TestPicture:
    def test_outline_only_with_the_keyboard(self, qtbot, open_panel):
        _, panel = open_panel(row=1)
        cell = panel.view.visualRect(panel.view.currentIndex())
        place = panel.view.viewport().mapTo(panel, cell.topLeft() + QPoint(cell.width() // 2, 1))
        ink = LIGHT.colour("ink").lower()

        def outlined():
            image = panel.grab().toImage()
            return ink in {image.pixelColor(place.x(), place.y() + step).name() for step in range(3)}

        assert outlined()
        panel.view.clearFocus()
        assert not outlined()

    @pytest.mark.parametrize("width", [316, 268])
    def test_columns_fill_the_table(self, open_panel, width):
        _, panel = open_panel()
        panel.resize(width, 160)
        columns = [panel.view.columnWidth(column) for column in range(5)]
        assert sum(columns) == panel.view.viewport().width()
        assert min(columns) >= 40
