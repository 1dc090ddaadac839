from __future__ import annotations

from dataclasses import replace
from math import inf, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from explorer.plots.moves import set_target
from explorer.plots.selection import chosen
from explorer.study.importers import read_text
from explorer.study.state import State
from explorer.study.storage import Opened
from explorer.study.study import Look, Study
from explorer.study.table import Table
from explorer.ui import clipboard
from explorer.ui.panels import class_list
from explorer.ui.panels.cells import Column
from tests.ui.panel_parts import CLASSES, LOGITS, SOFT, focus, study_of

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
MANY = 10_000
floats = st.floats(allow_nan=True)
letters = st.characters(exclude_categories=("Cs", "Cc", "Cf", "Cn", "Co", "Zs", "Zl", "Zp"))
names = st.lists(st.text(letters, min_size=1), min_size=1, max_size=4, unique=True)


def state(**changes) -> State:
    return State(study_of(**changes), Look())


@pytest.fixture
def opened(qtbot, make_window):
    """A window on five classes, with the keyboard in the table."""
    window = make_window(Opened(study_of(targets=SOFT), Look()))
    window.activateWindow()
    focus(qtbot, window.desk.classes.view)
    return window


def do(window: QWidget, *ids: str) -> None:
    for name in ids:
        assert window.actions_by_id[name].isEnabled()
        window.actions_by_id[name].trigger()


def select(window, *classes: int) -> None:
    window.session.look(selected=frozenset(classes), held=classes[0])


class TestList:
    def test_several_are_removed_as_one_step(self, opened) -> None:
        select(opened, 1, 3, 4)
        action = opened.actions_by_id["remove_classes"]
        assert action.text().replace("&", "") == "Remove 3 classes"
        QTest.keyClick(opened.desk.classes.view, Key.Key_Delete)
        session = opened.session
        assert session.state.sample.classes == ("cat", "night")
        assert session.history.undo_label == "Remove 3 classes"
        assert chosen(session.state) == (1,)
        session.undo()
        assert session.state.sample.classes == CLASSES
        assert chosen(session.state) == (2,)  # night, as before the undo

    def test_delete_acts_in_the_editor_and_not_elsewhere(self, opened) -> None:
        opened.desk.cards["gradient"].canvas.setFocus()
        QTest.keyClick(opened.desk.cards["gradient"].canvas, Key.Key_Delete)
        assert opened.session.state.sample.classes == CLASSES
        opened.desk.cards["logits"].canvas.setFocus()
        QTest.keyClick(opened.desk.cards["logits"].canvas, Key.Key_Delete)
        assert opened.session.state.sample.classes == CLASSES[1:]

    def test_the_last_classes_stay_and_it_is_said(self, qtbot, opened) -> None:
        do(opened, "select_all_classes")
        with qtbot.waitSignal(opened.commands.noted) as said:
            do(opened, "remove_classes")
        assert said.args == ["all 5 classes are chosen; a table needs one"]
        assert opened.session.state.sample.classes == CLASSES

    def test_add_asks_in_the_table(self, opened) -> None:
        QTest.keyClick(opened.desk.classes.view, Key.Key_N, CTRL | SHIFT)
        field = QApplication.focusWidget()
        QTest.keyClicks(field, "wolf")
        QTest.keyClick(field, Key.Key_Return)
        assert opened.session.state.sample.classes == (*CLASSES, "wolf")

    def test_rename_from_anywhere(self, opened) -> None:
        opened.session.look(held=2)
        opened.desk.cards["logits"].canvas.setFocus()
        QTest.keyClick(opened.desk.cards["logits"].canvas, Key.Key_F2)
        field = QApplication.focusWidget()
        assert field.text() == "night"
        QTest.keyClicks(field, "day")
        QTest.keyClick(field, Key.Key_Return)
        assert opened.session.state.sample.classes[2] == "day"
        assert opened.session.history.undo_label == "Rename night"

    def test_chosen_rows_move_up_and_down(self, opened) -> None:
        select(opened, 1, 3)
        view = opened.desk.classes.view
        QTest.keyClick(view, Key.Key_Up, CTRL | SHIFT)
        assert opened.session.state.sample.classes == ("dog", "indoor", "cat", "night", "blur")
        assert not opened.actions_by_id["move_classes_up"].isEnabled()
        QTest.keyClick(view, Key.Key_Down, CTRL | SHIFT)
        assert opened.session.state.sample.classes == ("cat", "dog", "indoor", "night", "blur")
        assert chosen(opened.session.state) == (1, 2)

    @pytest.mark.parametrize(
        ("key", "order"),
        [
            ("logit", ("blur", "night", "indoor", "cat", "dog")),
            ("name", ("blur", "cat", "dog", "indoor", "night")),
            ("target", ("cat", "dog", "blur", "night", "indoor")),
        ],
    )
    def test_sort(self, qtbot, opened, key, order) -> None:
        do(opened, f"sort_classes.{key}")
        assert opened.session.state.sample.classes == order
        assert opened.session.state.look.held == order.index("cat")
        assert opened.session.history.undo_label == f"Sort classes by {key}"
        with qtbot.waitSignal(opened.commands.noted) as said:
            do(opened, f"sort_classes.{key}")
        assert said.args == [f"The classes are sorted by {key}."]
        opened.session.undo()
        assert not opened.session.history.can_undo

    def test_nan_is_sorted_last_and_numbers_in_names_count(self) -> None:
        before = state(logits=(nan, 1.0, -inf, inf, 1.0), classes=("c10", "c9", "C1", "d", "b"))
        by_logit = class_list.sorted_by(before, "logit")
        assert by_logit is not None
        assert by_logit.study.table.columns.names == ("d", "c9", "b", "C1", "c10")
        by_name = class_list.sorted_by(before, "name")
        assert by_name is not None
        assert by_name.study.table.columns.names == ("b", "C1", "c9", "c10", "d")

    @given(st.sets(st.integers(0, 4), min_size=1), st.integers(0, 5))
    def test_moved_classes_stand_together_before_the_row(self, moving, before) -> None:
        change = class_list.moved(state(), moving, before)
        names_now = list(change.study.table.columns.names) if change else list(CLASSES)
        carried = [CLASSES[index] for index in sorted(moving)]
        ahead = [name for index, name in enumerate(CLASSES) if index < before and index not in moving]
        assert names_now[: len(ahead)] == ahead
        assert names_now[len(ahead) : len(ahead) + len(carried)] == carried
        assert sorted(names_now) == sorted(CLASSES)


class TestNumbers:
    def test_flip_negate_and_label(self, opened) -> None:
        select(opened, 0, 4)
        do(opened, "flip_labels", "negate_logits")
        sample = opened.session.state.sample
        assert sample.targets.tolist() == [0.0, 1.0, 0.0, 0.0, 0.7]
        assert sample.logits.tolist() == [-LOGITS[0], *LOGITS[1:4], -LOGITS[4]]
        assert [entry.label for entry in opened.session.history.entries] == [
            "Flip 2 labels",
            "Negate 2 logits",
        ]

    def test_the_same_twice_are_two_steps(self, opened) -> None:
        do(opened, "flip_labels", "flip_labels")
        assert len(opened.session.history.entries) == 2

    @pytest.mark.parametrize(
        ("action", "typed", "logits", "label"),
        [
            ("scale_logits", "-2", (-2 * LOGITS[0], -2 * LOGITS[2]), "Scale 2 logits by −2"),
            ("shift_logits", "0.5", (LOGITS[0] + 0.5, LOGITS[2] + 0.5), "Shift 2 logits by +0.5"),
            ("set_logits", "3", (3.0, 3.0), "Set 2 logits to +3"),
        ],
    )
    def test_a_number_is_asked_and_its_effect_seen(self, opened, action, typed, logits, label) -> None:
        select(opened, 0, 2)
        do(opened, action)
        form = opened.class_parts.form
        assert QApplication.focusWidget() is form.field
        QTest.keyClicks(form.field, typed)
        assert opened.session.state.sample.logits[[0, 2]].tolist() == pytest.approx(logits)
        assert opened.session.in_gesture
        QTest.keyClick(form.field, Key.Key_Return)
        assert not form.isVisible()
        assert opened.session.history.undo_label == label
        opened.session.undo()
        assert opened.session.state.sample.logits.tolist() == list(LOGITS)
        assert not opened.session.history.can_undo

    def test_set_targets_begins_with_what_they_share(self, opened) -> None:
        select(opened, 0, 1)
        do(opened, "set_targets")
        form = opened.class_parts.form
        assert (form.title.text(), form.field.text()) == ("Set 2 targets to", "1")
        QTest.keyClicks(form.field, "0.25")
        QTest.keyClick(form.field, Key.Key_Return)
        assert opened.session.state.sample.targets.tolist()[:2] == [0.25, 0.25]

    def test_escape_takes_it_back(self, opened) -> None:
        do(opened, "shift_logits")
        form = opened.class_parts.form
        QTest.keyClicks(form.field, "7")
        QTest.keyClick(form.field, Key.Key_Escape)
        assert not form.isVisible()
        assert opened.session.state.sample.logits.tolist() == list(LOGITS)
        assert not opened.session.history.entries

    def test_a_text_that_is_no_number_is_refused_in_one_line(self, opened) -> None:
        do(opened, "scale_logits")
        form = opened.class_parts.form
        QTest.keyClicks(form.field, "two")
        QTest.keyClick(form.field, Key.Key_Return)
        assert form.isVisible()
        assert form.problem.text() == "“two” is no number; allowed: any number, nan, inf, -inf"
        assert form.field.property("wrong") is True
        assert opened.session.state.sample.logits.tolist() == list(LOGITS)
        form.field.selectAll()
        QTest.keyClicks(form.field, "2")
        assert not form.problem.text()

    def test_arrows_step_and_leaving_keeps(self, opened) -> None:
        do(opened, "shift_logits")
        form = opened.class_parts.form
        QTest.keyClick(form.field, Key.Key_Up)
        QTest.keyClick(form.field, Key.Key_Up, SHIFT)
        assert form.field.text() == "1.1"
        opened.desk.classes.view.setFocus()
        assert not form.isVisible()
        assert opened.session.history.undo_label == "Shift logit of cat by +1.1"

    def test_going_to_another_sample_keeps_what_was_done(self, make_window) -> None:
        study = Study("", Table.of([LOGITS, LOGITS], classes=CLASSES))
        window = make_window(Opened(study, Look()))
        do(window, "shift_logits")
        QTest.keyClicks(window.class_parts.form.field, "1")
        window.session.look(sample=1)
        assert not window.class_parts.form.isVisible()
        assert window.session.history.undo_label == "Shift logit of cat by +1"
        assert window.session.state.sample.logits.tolist() == list(LOGITS)

    def test_what_is_edited_elsewhere_meanwhile_stays(self, opened) -> None:
        do(opened, "shift_logits")
        QTest.keyClicks(opened.class_parts.form.field, "1")
        opened.session.perform(set_target(opened.session.state, 3, 1.0))
        assert not opened.class_parts.form.isVisible()
        sample = opened.session.state.sample
        assert (sample.logits[0], sample.targets[3]) == (2.4397182, 1.0)
        opened.session.undo()
        assert opened.session.state.sample.targets.tolist() == list(SOFT)

    def test_a_half_typed_text_shows_nothing(self, opened) -> None:
        do(opened, "scale_logits")
        field = opened.class_parts.form.field
        QTest.keyClicks(field, "2e")
        assert opened.session.state.sample.logits.tolist() == list(LOGITS)
        QTest.keyClicks(field, "1")
        assert opened.session.state.sample.logits[0] == 20 * LOGITS[0]

    def test_undo_while_it_is_open_takes_it_back(self, opened) -> None:
        do(opened, "shift_logits")
        QTest.keyClicks(opened.class_parts.form.field, "1")
        opened.session.undo()
        assert not opened.class_parts.form.isVisible()
        assert not opened.session.history.entries


class TestSelecting:
    def test_all_labelled_and_one(self, opened) -> None:
        QTest.keyClick(opened.desk.classes.view, Key.Key_A, CTRL)
        assert chosen(opened.session.state) == (0, 1, 2, 3, 4)
        do(opened, "select_labelled_classes")
        assert chosen(opened.session.state) == (0, 1)
        QTest.keyClick(opened.desk.classes.view, Key.Key_Escape)
        assert chosen(opened.session.state) == (0,)
        assert not opened.actions_by_id["select_one_class"].isEnabled()
        assert not opened.session.history.entries

    def test_a_screen_reader_hears_which_are_chosen(self, opened) -> None:
        select(opened, 1, 2)
        model, role = opened.desk.classes.model, Qt.ItemDataRole.AccessibleTextRole
        said = [model.data(model.index(row, Column.TARGET), role) for row in (0, 1)]
        assert said == ["t of cat: 1", "t of dog: 1, selected"]

    def test_rows_have_the_windows_actions(self, opened) -> None:
        panel = opened.desk.classes
        menu = panel.menu()
        found = menu.actions()
        for name in ("rename_class", "remove_classes", "scale_logits", "flip_labels", "move_classes_up"):
            assert opened.actions_by_id[name] in found
        menu.deleteLater()

    def test_a_menu_on_a_row_of_several_keeps_them(self, opened) -> None:
        select(opened, 1, 2)
        panel = opened.desk.classes
        for row, wanted in ((2, (1, 2)), (4, (4,))):
            place = panel.view.visualRect(panel.model.index(row, Column.LOGIT)).center()
            panel.menu_at(place).deleteLater()
            assert chosen(opened.session.state) == wanted
            assert panel.view.currentIndex().row() == row


class TestCopying:
    def test_rows(self, opened) -> None:
        select(opened, 0, 4)
        do(opened, "copy_classes")
        text = "class\tlogit\ttarget\ncat\t1.4397182\t1\nblur\t4.5777845\t0.3\n"
        assert QGuiApplication.clipboard().text() == text

    @pytest.mark.parametrize("key", clipboard.WRITERS)
    def test_a_copied_sample_is_read_back(self, opened, key) -> None:
        do(opened, f"copy_sample.{key}")
        do(opened, "paste_table")
        sample = opened.session.state.sample
        assert (sample.logits.tolist(), sample.targets.tolist()) == (list(LOGITS), list(SOFT))
        assert sample.classes == CLASSES

    @pytest.mark.parametrize("key", clipboard.WRITERS)
    @given(numbers=st.lists(st.tuples(floats, floats), min_size=1, max_size=6))
    def test_number_for_number(self, key, numbers) -> None:
        logits, targets = (np.array(part) for part in zip(*numbers, strict=True))
        sample = Table.of(logits, targets).sample(0)
        read = read_text(clipboard.WRITERS[key][1](sample)).sample(0)
        np.testing.assert_array_equal(read.logits, sample.logits)
        np.testing.assert_array_equal(read.targets, sample.targets)

    @pytest.mark.parametrize("key", clipboard.WRITERS)
    @given(classes=names)
    def test_name_for_name(self, key, classes) -> None:
        sample = Table.of(np.zeros((1, len(classes))), classes=classes).sample(0)
        assert read_text(clipboard.WRITERS[key][1](sample)).sample(0).classes == tuple(classes)

    def test_python_is_python(self) -> None:
        sample = Table.of([[1.5, nan, -inf]], [[1.0, 0.0, 0.3]], classes=['a"b', "c\\d", "猫"]).sample(0)
        found: dict[str, list[object]] = {}
        exec(clipboard.python(sample), found)
        assert found["classes"] == ['a"b', "c\\d", "猫"]
        np.testing.assert_array_equal(np.array(found["logits"], dtype=float), sample.logits)
        assert found["targets"] == [1.0, 0.0, 0.3]


class TestManyClasses:
    def many(self) -> State:
        rng = np.random.default_rng(0)
        table = Table.of(rng.normal(size=(1, MANY)), rng.integers(0, 2, size=(1, MANY)))
        look = Look(selected=frozenset(range(0, MANY, 2)))
        return State(replace(study_of(), table=table), look)

    def test_half_of_them_are_removed_moved_and_sorted(self) -> None:
        before = self.many()
        removed = class_list.removed(before, chosen(before))
        assert removed.study.table.class_count == MANY // 2
        moved = class_list.moved(before, chosen(before), 0)
        assert moved is not None
        assert moved.study.table.columns.names[: MANY // 2] == before.sample.classes[::2]
        for key in class_list.SORTS:
            change = class_list.sorted_by(before, key)
            assert (change is None) == (key == "name")

    def test_without_a_table_names_are_asked_in_the_form(self, make_window) -> None:
        window = make_window(Opened(self.many().study, Look(held=7)))
        assert not window.desk.classes.isVisible()
        do(window, "rename_class")
        form = window.class_parts.form
        assert (form.title.text(), form.field.text()) == ("Rename class 8 to", "class 8")
        QTest.keyClicks(form.field, "class 9")
        QTest.keyClick(form.field, Key.Key_Return)
        assert "is the name of another class" in form.problem.text()
        form.field.selectAll()
        QTest.keyClicks(form.field, "eight")
        QTest.keyClick(form.field, Key.Key_Return)
        assert window.session.state.sample.classes[7] == "eight"
        do(window, "add_class")
        assert form.field.text() == f"class {MANY + 1}"
        QTest.keyClick(form.field, Key.Key_Return)
        assert window.session.state.look.held == MANY
        do(window, "select_all_classes", "negate_logits")
        assert window.session.history.undo_label == f"Negate {MANY + 1:,} logits"
