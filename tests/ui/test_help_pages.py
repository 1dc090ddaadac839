"""The page of keys names every key there is, as it is now, and fits the window."""

import re
from html import unescape

import numpy
import PySide6
import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QTextBrowser

from explorer.analysis.doctor import RULES
from explorer.losses import LOSSES
from explorer.study.lessons import LESSONS
from explorer.ui import actions
from explorer.ui.help_pages import FIGURES, about_page, keys_page


def said(page: str) -> set[tuple[str, str]]:
    """Every row of the page: keys or gesture, and what it does."""
    plain = re.findall(r"<b>([^<]*)</b></td><td[^>]*>([^<]*)</td>", page)
    return {(unescape(what), does) for what, does in plain}


@pytest.fixture
def window(make_window):
    return make_window()


@pytest.fixture
def shown(qtbot, window):
    def show(width: int, height: int) -> QTextBrowser:
        window.resize(width, height)
        window.actions_by_id["keys"].trigger()
        page = window.findChild(QDialog)
        qtbot.waitExposed(page)
        return page.findChild(QTextBrowser)

    return show


def test_every_action_with_keys_is_named(window):
    rows = said(keys_page(window.actions_by_id))
    for entry in actions.ACTIONS:
        if entry.keys and entry.menu != FIGURES:
            keys = ", ".join(QKeySequence(key).toString(QKeySequence.NativeText) for key in entry.keys)
            assert (keys, entry.text.replace("&", "")) in rows, entry.id
    cards = [entry for entry in actions.ACTIONS if entry.menu == FIGURES]
    assert (f"Ctrl+1 … Ctrl+{len(cards)}", "Enlarge a card") in rows


def test_what_the_hand_does_in_time_stands_beside_its_keys(window):
    page = keys_page(window.actions_by_id)
    for row in (
        ("Drag the timeline", "goes to a step; edits start there"),
        ("Space", "Descend"),
        (".", "Step on"),
    ):
        assert row in said(page)
    run = page[page.index("<h4>Run</h4>") :].split("<h4>")[1]
    assert run.index("Drag the timeline") < run.index("Space") < run.index("Ctrl+Return")
    population = page[page.index("<h4>Population</h4>") :].split("<h4>")[1]
    assert "another update" in population


def test_keys_that_were_chosen_are_said(window):
    window.actions_by_id["pin"].setShortcuts([QKeySequence("F7")])
    window.actions_by_id["save_as"].setShortcuts([])
    window.actions_by_id["enlarge.slice"].setShortcuts([QKeySequence("F8")])
    rows = said(keys_page(window.actions_by_id))
    words = {does for _, does in rows}
    assert ("F7", "Pin") in rows
    assert "Save as…" not in words
    assert ("F8", "Slice") in rows
    assert "Enlarge a card" not in words


def test_what_undo_would_undo_just_now_is_no_name_of_a_key(window):
    window.commands.toggle_pin()
    assert ("P", "Pin") in said(keys_page(window.actions_by_id))


def test_the_page_fits_a_window_of_the_usual_size(shown):
    browser = shown(1440, 900)
    assert browser.verticalScrollBar().maximum() == 0
    assert browser.horizontalScrollBar().maximum() == 0


def test_in_a_small_window_it_has_two_columns_and_no_line_is_broken(shown):
    browser = shown(1000, 640)
    assert browser.window().width() < 1000
    assert browser.horizontalScrollBar().maximum() == 0
    block, broken = browser.document().begin(), []
    while block.isValid():
        if block.layout().lineCount() > 1:
            broken.append(block.text())
        block = block.next()
    assert not broken


def test_the_about_page_says_the_versions(window):
    text = about_page()
    assert numpy.__version__ in text
    assert PySide6.__version__ in text


def test_the_about_page_counts_what_there_is(window):
    assert f"{len(LOSSES)} losses, {len(RULES)} rules of the doctor, {len(LESSONS)} lessons." in about_page()
