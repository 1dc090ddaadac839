"""Who has the keyboard after something that took it is done with."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from explorer.study import examples
from explorer.ui.cards.layout import EDITOR
from explorer.ui.focus import tab_to_chosen
from explorer.ui.panels.cells import Column
from explorer.ui.program.preferences import Preferences
from explorer.ui.program.shortcuts_page import ShortcutsPage

Key = Qt.Key


@pytest.fixture
def window(make_window):
    made = make_window()
    made.activateWindow()
    return made


def trigger(window, name):
    window.actions_by_id[name].trigger()


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


@pytest.mark.parametrize("end", [Key.Key_Return, Key.Key_Escape])
@pytest.mark.parametrize("action", ["scale_logits", "shift_logits", "set_targets"])
def test_a_form_gives_the_keyboard_back(window, qtbot, action, end):
    for before in (window.desk.cards[EDITOR].canvas, window.desk.classes.view):
        before.setFocus()
        trigger(window, action)
        assert window.focusWidget() is window.class_parts.form.field
        press(qtbot, end)
        assert not window.class_parts.form.isVisible()
        assert window.focusWidget() is before


def test_a_form_that_is_left_leaves_the_keyboard_where_it_went(window, qtbot):
    window.desk.classes.view.setFocus()
    trigger(window, "scale_logits")
    elsewhere = window.desk.cards["gradient"].canvas
    elsewhere.setFocus()
    assert not window.class_parts.form.isVisible()
    assert window.focusWidget() is elsewhere


def test_the_history_gives_the_keyboard_back(window, qtbot):
    before = window.desk.cards["gradient"].canvas
    before.setFocus()
    trigger(window, "history")
    press(qtbot, Key.Key_Escape)
    assert window.focusWidget() is before


def test_a_new_class_that_is_not_named_gives_the_keyboard_back(window, qtbot):
    before = window.desk.cards["gradient"].canvas
    before.setFocus()
    trigger(window, "add_class")
    assert window.focusWidget() is window.desk.classes.add_row.field
    press(qtbot, Key.Key_Escape)
    assert window.focusWidget() is before


def test_another_study_begins_at_the_bars(window):
    window.desk.classes.view.setFocus()
    opened = next(iter(examples.EXAMPLES.values())).open()
    window.session.open(opened.study, opened.look)
    assert window.focusWidget() is window.desk.cards[EDITOR].canvas


def test_setting_keys_leads_back_to_the_list_of_actions(window, qtbot):
    trigger(window, "shortcuts")
    page = window.findChild(ShortcutsPage)
    page.keys.setKeySequence("Ctrl+Shift+F9")
    page.set_button.setFocus()
    page.set_button.click()
    assert page.focusWidget() is page.tree
    page.close()


def test_return_after_a_rename_goes_to_the_next_name(window, qtbot):
    view = window.desk.classes.view
    window.session.look(held=0)
    view.setFocus()
    trigger(window, "rename_class")
    qtbot.keyClicks(QApplication.focusWidget(), "owl")
    press(qtbot, Key.Key_Return)
    assert window.session.state.sample.classes[0] == "owl"
    assert (view.currentIndex().row(), view.currentIndex().column()) == (1, Column.NAME)


def test_tab_comes_to_the_chosen_segment(window, qtbot):
    page = Preferences(window.commands, window)
    with qtbot.waitExposed(page):
        page.show()
    page.language.button("en").setFocus()
    qtbot.keyClick(page.focusWidget(), Key.Key_Tab)
    assert page.focusWidget() is page.scale.button(1.0)
    qtbot.keyClick(page.focusWidget(), Key.Key_Right)
    assert page.focusWidget() is page.scale.button(1.1)
    window.commands.cards.zoom_to(1.0)
    page.language.button("en").setFocus()
    qtbot.keyClick(page.focusWidget(), Key.Key_Tab)
    assert page.focusWidget() is page.scale.button(1.0), "chosen elsewhere meanwhile"
    page.close()


def test_tab_comes_to_the_first_segment_where_none_is_chosen(qtbot):
    buttons = [QPushButton(str(each)) for each in range(3)]
    for button in buttons:
        qtbot.addWidget(button)
        button.setCheckable(True)
    tab_to_chosen(buttons)
    assert [bool(button.focusPolicy().value & 1) for button in buttons] == [True, False, False]
