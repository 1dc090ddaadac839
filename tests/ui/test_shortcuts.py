import pytest
from PySide6.QtGui import QKeySequence

from explorer.study import examples
from explorer.ui import actions, application
from explorer.ui.cards.keys import ARROWS, ENDS, TARGETS
from explorer.ui.program.settings import Settings
from explorer.ui.program.shortcuts import Shortcuts, is_typed
from explorer.ui.program.shortcuts_page import ShortcutsPage


@pytest.fixture
def window(make_window):
    return make_window()


def shown(window, name):
    return [keys.toString(QKeySequence.SequenceFormat.PortableText) for keys in window.shortcuts.keys(name)]


def test_no_two_actions_come_with_the_same_keys(window):
    for row in actions.ACTIONS:
        for keys in window.shortcuts.keys(row.id):
            assert window.shortcuts.holder(keys, but=row.id) is None, (row.id, keys.toString())


def test_keys_are_given_taken_away_and_kept(window):
    window.shortcuts.assign("pin", [QKeySequence("Ctrl+Z")])
    assert shown(window, "pin") == ["Ctrl+Z"]
    assert "Ctrl+Z" not in shown(window, "undo")
    assert "(Ctrl+Z)" in window.actions_by_id["pin"].toolTip()
    assert "(Ctrl+Z)" not in window.actions_by_id["undo"].toolTip()
    assert window.settings.get("shortcuts", {}) == {"pin": ["Ctrl+Z"], "undo": []}
    window.shortcuts.reset("undo")
    assert (shown(window, "undo"), shown(window, "pin")) == (["Ctrl+Z"], [])
    window.shortcuts.reset()
    assert shown(window, "pin") == ["P"]
    assert window.settings.get("shortcuts", {}) == {}


def test_kept_keys_are_there_at_the_next_start_and_nonsense_is_left_out(qtbot):
    settings = Settings()
    settings.set("shortcuts", {"pin": ["Ctrl+K"], "gone": ["Ctrl+L"], "undo": "no list", "redo": [3]})
    window = application.window(examples.opening(), "light", settings)
    qtbot.addWidget(window)
    assert shown(window, "pin") == ["Ctrl+K"]
    assert shown(window, "undo") == ["Ctrl+Z"]
    assert "Ctrl+Y" in shown(window, "redo")
    assert "(Ctrl+K)" in window.actions_by_id["pin"].toolTip()


def test_the_beginning_of_other_keys_is_not_free(window):
    window.shortcuts.assign("fit", [QKeySequence("Ctrl+K, Ctrl+C")])
    assert window.shortcuts.holder(QKeySequence("Ctrl+K")) == "fit"
    assert isinstance(window.shortcuts, Shortcuts)


def test_the_page_sets_keys_and_says_whose_they_are(window, qtbot):
    page = ShortcutsPage(window.shortcuts, window.actions_by_id, window)
    qtbot.addWidget(page)
    page.search.setText("reset views")
    assert page.current == "fit"
    page.keys.setKeySequence(QKeySequence("Ctrl+S"))
    assert page.hint.text() == "Ctrl+S belongs to save; it is taken from there."
    page.set_button.click()
    assert (shown(window, "fit"), shown(window, "save")) == (["Ctrl+S"], [])
    page.reset_button.click()
    assert shown(window, "fit") == ["R", "Ctrl+R"]
    page.search.setText("save")
    page.reset_button.click()
    assert shown(window, "save") == ["Ctrl+S"]
    assert not page.reset_button.isEnabled()
    page.remove_button.click()
    assert shown(window, "save") == []
    page.reset_all_button.click()
    assert shown(window, "save") == ["Ctrl+S"]


def test_every_action_has_a_row_in_the_page(window, qtbot):
    page = ShortcutsPage(window.shortcuts, window.actions_by_id, window)
    qtbot.addWidget(page)
    assert len(page._items()) == len(actions.ACTIONS)


@pytest.mark.parametrize(
    ("keys", "hint"),
    [
        ("Return", "Return is used by cards and tables; it would stop working there."),
        ("Space", "Space belongs to descend; it is taken from there."),
        ("Shift+Up", "Shift+Up is used by cards and tables; it would stop working there."),
        ("Ctrl+Left", "Ctrl+Left is used by cards and tables; it would stop working there."),
        ("7", "7 is used by cards and tables; it would stop working there."),
        ("S", "S is used by cards and tables; it would stop working there."),
        ("Ctrl+Shift+F9", "Ctrl+Shift+F9 is free."),
        ("F9", "F9 is free."),
        ("B", "B is free."),
    ],
)
def test_the_page_says_what_cards_and_tables_use(window, qtbot, keys, hint):
    page = ShortcutsPage(window.shortcuts, window.actions_by_id, window)
    qtbot.addWidget(page)
    page.keys.setKeySequence(QKeySequence(keys))
    assert page.hint.text() == hint
    assert page.set_button.isEnabled()


@pytest.mark.parametrize("key", [*TARGETS, *ARROWS, *ENDS])
def test_every_key_of_a_card_counts_as_used(key):
    assert is_typed(QKeySequence(key))


def test_rows_of_the_page_are_as_high_as_the_sheet_says(window):
    window.actions_by_id["shortcuts"].trigger()
    page = window.findChild(ShortcutsPage)
    assert page.tree.visualItemRect(page._items()[0]).height() >= 24
    page.close()
