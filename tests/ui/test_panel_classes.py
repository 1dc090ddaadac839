from __future__ import annotations

from dataclasses import replace
from math import inf, isnan

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStyle, QStyleOptionFrame

from explorer.paint.text import width_of
from explorer.paint.theme import LIGHT
from explorer.plots import moves
from explorer.plots.numbers import Format, use
from explorer.plots.selection import chosen
from explorer.study.study import ShownLoss
from explorer.ui.panels import cells, class_list
from explorer.ui.panels.cells import Column
from explorer.ui.panels.classes import ClassesPanel
from explorer.ui.panels.classes_cell import PAD
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


def drag(panel, start, end, down=0, release=True):
    """Drag from the middle of one cell to that of another, or so many pixels below it."""
    viewport, none = panel.view.viewport(), Qt.MouseButton.NoButton
    places = [panel.view.visualRect(panel.model.index(*cell)).center() for cell in (start, end)]
    QTest.mousePress(viewport, LEFT, pos=places[0])
    for share in (0.5, 1.0):
        place = QPointF(places[0]) + share * QPointF(places[1] + QPoint(0, down) - places[0])
        screen = viewport.mapToGlobal(place)
        keys = Qt.KeyboardModifier.NoModifier
        move = QMouseEvent(QEvent.Type.MouseMove, place, screen, none, LEFT, keys)
        QApplication.sendEvent(viewport, move)
    if release:
        QTest.mouseRelease(viewport, LEFT, pos=places[1] + QPoint(0, down))


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
        with qtbot.waitSignal(panel.said) as said:
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
    def test_copies_the_cell_at_full_precision(self, open_panel):
        _, panel = open_panel(row=1, column=Column.SIGMA)
        QTest.keyClick(panel.view, Key.Key_C, CTRL)
        assert float(QGuiApplication.clipboard().text()) == 1 / (1 + np.exp(0.7993438))

    def test_copies_the_rows_of_several_under_a_header(self, open_panel):
        _, panel = open_panel(targets=SOFT, row=3)
        QTest.keyClick(panel.view, Key.Key_Down, SHIFT)
        QTest.keyClick(panel.view, Key.Key_C, CTRL)
        text = "class\tlogit\ttarget\nindoor\t3.2199187\t0\nblur\t4.5777845\t0.3\n"
        assert QGuiApplication.clipboard().text() == text

    def test_pastes_a_block_as_one_entry(self, open_panel):
        session, panel = open_panel(row=1)
        QGuiApplication.clipboard().setText("1.5\t0\n\u22122.5\t0.5\r\n")
        QTest.keyClick(panel.view, Key.Key_V, CTRL)
        assert session.state.sample.logits.tolist()[1:3] == [1.5, -2.5]
        assert session.state.sample.targets.tolist()[1:3] == [0.0, 0.5]
        assert session.history.undo_label == "Paste 4 numbers"
        session.undo()
        assert session.state.sample.logits[1] == -0.7993438
        assert not session.history.can_undo

    def test_too_many_rows_are_refused(self, qtbot, open_panel):
        session, panel = open_panel(row=3)
        with qtbot.waitSignal(panel.said) as said:
            panel.paste("1\n2\n3")
        assert said.args == ["paste: 3 rows from indoor on; there are 2"]
        assert not session.history.can_undo


class TestChoosing:
    def click(self, panel, row, modifiers=Qt.KeyboardModifier.NoModifier, column=Column.LOGIT):
        place = panel.view.visualRect(panel.model.index(row, column)).center()
        QTest.mouseClick(panel.view.viewport(), LEFT, modifiers, place)

    def test_shift_and_arrows_reach_from_the_held_class(self, open_panel):
        session, panel = open_panel(row=2)
        for key, wanted in ((Key.Key_Down, (2, 3)), (Key.Key_Down, (2, 3, 4)), (Key.Key_Up, (2, 3))):
            QTest.keyClick(panel.view, key, SHIFT)
            assert chosen(session.state) == wanted
        QTest.keyClick(panel.view, Key.Key_Home, SHIFT)
        assert chosen(session.state) == (0, 1, 2)
        assert session.state.look.held == 2
        QTest.keyClick(panel.view, Key.Key_Down)
        assert chosen(session.state) == (1,)
        assert not session.history.can_undo

    def test_a_class_of_several_held_elsewhere_becomes_the_current_row(self, open_panel):
        session, panel = open_panel(row=0)
        session.look(held=2, selected=frozenset({0, 2}))
        assert panel.view.currentIndex().row() == 2

    def test_shift_and_ctrl_with_the_mouse(self, open_panel):
        session, panel = open_panel(row=0)
        self.click(panel, 2, SHIFT)
        self.click(panel, 4, CTRL)
        assert (chosen(session.state), session.state.look.held) == ((0, 1, 2, 4), 4)
        self.click(panel, 1, CTRL)
        assert chosen(session.state) == (0, 2, 4)
        self.click(panel, 2)
        assert chosen(session.state) == (2,)

    def test_a_drag_over_numbers_chooses_what_it_passes(self, open_panel):
        session, panel = open_panel(row=0)
        drag(panel, (1, Column.LOGIT), (3, Column.TARGET))
        assert chosen(session.state) == (1, 2, 3)
        assert not session.history.can_undo

    def test_keys_act_on_all(self, open_panel):
        session, panel = open_panel(row=1)
        QTest.keyClick(panel.view, Key.Key_Down, SHIFT)
        before = session.state.sample.logits.copy()
        QTest.keyClick(panel.view, Key.Key_Up, ALT)
        assert session.state.sample.logits == pytest.approx(before + np.array([0, 0.1, 0.1, 0, 0]))
        QTest.keyClick(panel.view, Key.Key_Space)
        assert session.state.sample.targets.tolist() == [1.0, 1.0, 1.0, 0.0, 0.0]

    def test_chosen_rows_are_seen_and_the_held_one_apart(self, open_panel):
        _, panel = open_panel(row=1)
        QTest.keyClick(panel.view, Key.Key_Down, SHIFT)
        picture = panel.grab().toImage()
        places = [panel.view.visualRect(panel.model.index(row, Column.DOUBLE)) for row in range(4)]
        corners = [panel.view.viewport().mapTo(panel, place.topLeft() + QPoint(3, 5)) for place in places]
        found = [picture.pixelColor(corner).name().upper() for corner in corners]
        assert found == [LIGHT.colour(role) for role in ("card", "line", "hover", "card")]


class TestMoving:
    def test_a_name_is_dragged_to_another_place(self, open_panel):
        session, panel = open_panel(row=0)
        drag(panel, (1, Column.NAME), (3, Column.NAME), down=6)
        assert session.state.sample.classes == ("cat", "night", "indoor", "dog", "blur")
        assert session.history.undo_label == "Move dog"
        assert (session.state.look.held, panel.view.currentIndex().row()) == (3, 3)
        session.undo()
        assert session.state.look.held == 1

    def test_chosen_rows_are_dragged_together(self, open_panel):
        session, panel = open_panel(row=0)
        QTest.keyClick(panel.view, Key.Key_Down, SHIFT)
        drag(panel, (1, Column.NAME), (4, Column.NAME), down=6)
        assert session.state.sample.classes == ("night", "indoor", "blur", "cat", "dog")
        assert chosen(session.state) == (3, 4)
        assert session.history.undo_label == "Move 2 classes"

    def test_escape_leaves_the_drag(self, open_panel):
        session, panel = open_panel(row=0)
        drag(panel, (1, Column.NAME), (3, Column.NAME), down=6, release=False)
        assert panel.view.pointer.is_dragging
        QTest.keyClick(panel.view, Key.Key_Escape)
        place = panel.view.visualRect(panel.model.index(3, Column.NAME)).center()
        QTest.mouseRelease(panel.view.viewport(), LEFT, pos=place)
        assert session.state.sample.classes == CLASSES
        assert not session.history.can_undo

    def test_a_line_shows_where_rows_will_be_put(self, open_panel):
        _, panel = open_panel(row=0)
        drag(panel, (0, Column.NAME), (2, Column.NAME), down=6, release=False)
        picture = panel.view.viewport().grab().toImage()
        y = panel.view.rowViewportPosition(3)
        assert picture.pixelColor(150, y).name().upper() == LIGHT.colour("ink")
        panel.view.pointer.cancel()
        assert panel.view.viewport().grab().toImage().pixelColor(150, y).name().upper() != LIGHT.colour("ink")


class TestAdding:
    def test_a_name_is_asked_under_the_table(self, open_panel):
        session, panel = open_panel()
        QTest.keyClick(panel.view, Key.Key_Insert)
        field = QApplication.focusWidget()
        assert field is panel.add_row.field
        QTest.keyClicks(field, " wolf ")
        QTest.keyClick(field, Key.Key_Return)
        assert session.state.sample.classes == (*CLASSES, "wolf")
        assert session.history.undo_label == "Add wolf"
        assert session.state.look.held == 5
        assert panel.view.hasFocus()
        assert panel.add_row.button.isVisible()

    @pytest.mark.parametrize(("name", "reason"), [("cat", "is the name of another class"), ("", "is empty")])
    def test_a_name_that_is_not_allowed_stays_and_is_said(self, qtbot, open_panel, name, reason):
        session, panel = open_panel()
        panel.add_row.button.click()
        field = panel.add_row.field
        QTest.keyClicks(field, name)
        with qtbot.waitSignal(panel.said) as said:
            QTest.keyClick(field, Key.Key_Return)
        assert reason in said.args[0]
        assert (field.isVisible(), field.property("wrong"), field.text()) == (True, True, name)
        assert session.state.sample.classes == CLASSES

    def test_escape_and_leaving_put_the_button_back(self, qtbot, open_panel):
        session, panel = open_panel()
        for leave in (lambda field: QTest.keyClick(field, Key.Key_Escape), lambda _: panel.view.setFocus()):
            panel.add_class()
            leave(panel.add_row.field)
            qtbot.waitUntil(panel.add_row.button.isVisible)
            assert not panel.add_row.field.isVisible()
        assert not session.history.can_undo

    def test_weights_of_the_classes_follow(self, open_panel):
        session, _ = open_panel(row=0)
        study = session.state.study
        weights = ShownLoss(key="bce", settings=(("pos_weight", (1.0, 2.0, 3.0, 4.0, 5.0)),))
        session.apply("weights", replace(study, shown=(weights,)))

        def weights_after(change):
            session.apply(change.label, change.study)
            return dict(session.state.study.shown[0].settings)["pos_weight"]

        assert weights_after(class_list.removed(session.state, (0, 3))) == (2.0, 3.0, 5.0)
        assert weights_after(class_list.added(session.state)) == (2.0, 3.0, 5.0, 1.0)
        assert weights_after(class_list.moved(session.state, (0, 2), 4)) == (3.0, 1.0, 2.0, 5.0)


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
        assert sum(columns[1:]) <= 205, "numbers take no more than they need"

    @pytest.mark.parametrize("digits", [-1, 0, 1])
    @pytest.mark.parametrize("number", [0.5, -99.4, -123.456, -1234.5, 12345.6, -1e7])
    def test_numbers_are_never_cut(self, open_panel, number, digits):
        use(Format(digits=digits))
        try:
            session, panel = open_panel()
            session.perform(moves.set_logit(session.state, 0, number))
            session.perform(moves.set_target(session.state, 1, number))
            for row in range(len(session.state.sample.classes)):
                for column in range(1, len(Column)):
                    bold = column == Column.TARGET and panel.model.text(row, column) != "0"
                    needed = width_of(panel.model.text(row, column), "name", bold, mono=True)
                    assert needed <= panel.view.columnWidth(column) - PAD - 2
        finally:
            use(Format())

    def test_columns_keep_still_while_usual_numbers_change(self, open_panel):
        session, panel = open_panel()
        before = [panel.view.columnWidth(column) for column in range(5)]
        for number in (9.99, -10.0, 0.0, -99.0):
            session.perform(moves.set_logit(session.state, 0, number))
            assert [panel.view.columnWidth(column) for column in range(5)] == before
