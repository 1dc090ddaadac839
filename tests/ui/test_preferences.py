"""The page of preferences: each choice holds at once, everywhere, and can be taken back."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer.plots import numbers
from explorer.plots.numbers import MINUS, Format
from explorer.study.opening import default_study
from explorer.study.study import Look
from explorer.study.table import Table
from explorer.ui.program.number_format import chosen_format
from explorer.ui.program.preferences import Preferences
from explorer.ui.program.settings import Settings
from explorer.ui.scaling import STEPS


@pytest.fixture(autouse=True)
def usual_numbers():
    yield
    numbers.use(Format())


@pytest.fixture
def window(make_window):
    return make_window()


@pytest.fixture
def page(window):
    window.actions_by_id["preferences"].trigger()
    return window.findChild(Preferences)


def texts(window):
    """Every number and word of the editor and the names said for its handles."""
    figure = window.desk.cards["logits"].canvas.figure
    found = [mark.text for mark in figure.marks if hasattr(mark, "text")]
    return found + [handle.name for handle in figure.handles]


def test_it_blocks_nothing_and_escape_closes_it(window, page, qtbot):
    assert page.isVisible()
    assert not page.isModal()
    window.actions_by_id["preferences"].trigger()
    assert len(window.findChildren(Preferences)) == 1
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()
    qtbot.waitUntil(lambda: not window.findChildren(Preferences))
    window.actions_by_id["preferences"].trigger()
    assert window.findChild(Preferences).isVisible()


def test_the_theme_holds_at_once_and_is_kept(window, page):
    page.theme.button("dark").click()
    assert window.appearance.theme.name == "dark"
    assert window.settings.get("theme", "system") == "dark"
    window.actions_by_id["theme.light"].trigger()
    assert page.theme.button("light").isChecked()


def test_the_size_holds_at_once_and_is_kept(window, page):
    page.scale.button(1.25).click()
    assert window.appearance.scale == 1.25
    assert window.settings.get("ui_scale", 1.0) == 1.25
    assert [page.scale.button(scale).isChecked() for scale in STEPS].count(True) == 1


def test_numbers_change_everywhere_at_once(window, page):
    assert any(f"{MINUS}0.80" in text for text in texts(window))
    page.minus.button("-").click()
    assert any("-0.80" in text for text in texts(window))
    assert not any(MINUS in text for text in texts(window))
    page.digits.button(1).click()
    assert any("-0.799" in text for text in texts(window))
    assert "-0.799" in page.sample.text() or "-1,234.568" in page.sample.text()
    assert chosen_format(window.settings) == Format(digits=1, minus="-")


def test_the_page_shows_how_numbers_look(page):
    page.thousands.button("").click()
    assert page.sample.text().startswith(f"{MINUS}1234.57")
    page.thousands.button("\u2009").click()
    assert page.sample.text().startswith(f"{MINUS}1\u2009234.57")


def test_counts_are_parted_as_chosen(window, page):
    table = Table.of(np.zeros((1200, 2)))
    window.session.open(default_study(table), Look(sample=1100))
    assert "1,101 of 1,200" in window.title_bar.sample.whole
    page.thousands.button("").click()
    assert "1101 of 1200" in window.title_bar.sample.whole


def test_all_goes_back(window, page):
    window.settings.set("shortcuts", {"pin": ["Q"]})
    for button in (page.theme.button("dark"), page.scale.button(1.5), page.digits.button(-1)):
        button.click()
    page.defaults.click()
    assert window.appearance.choice == "system"
    assert window.appearance.scale == 1.0
    assert numbers.current() == Format()
    assert set(window.settings.all) & {"theme", "ui_scale", "numbers"} == set()
    assert window.settings.get("shortcuts", {}) == {"pin": ["Q"]}


@pytest.mark.parametrize("kept", [3, {"digits": 9}, {"minus": "~"}, {"digits": [1]}, {"thousands": None}, []])
def test_a_damaged_choice_is_the_usual_one(kept):
    settings = Settings()
    settings.set("numbers", kept)
    assert chosen_format(settings) == Format()


def test_everything_is_reached_by_key(page, qtbot):
    page.activateWindow()
    page.theme.button("system").setFocus()
    reached = set()
    for _ in range(40):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        reached.add(page.focusWidget())
    assert {page.defaults, page.closer} <= reached
    for choices in (page.theme, page.scale, page.digits, page.minus, page.thousands):
        assert any(choices.isAncestorOf(widget) for widget in reached)
