from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from explorer.paint.theme import DARK, LIGHT
from explorer.ui.sheet import sheet
from explorer.ui.style import Appearance, palette


@pytest.fixture
def appearance(qapp):
    made = Appearance(qapp, "light")
    yield made
    made.choose("light")


def test_palette_names_every_role():
    made = palette(DARK)
    dark = {QColor(code).name() for code in DARK.roles.values()}
    for role in QPalette.ColorRole:
        if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles):
            assert made.color(role).name() in dark, role


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_sheet_has_no_name_left_unfilled(theme):
    text = sheet(theme)
    assert "@" not in text
    assert "$" not in text
    assert theme.colour("line2") in text


def test_choice_changes_the_application(qtbot, qapp, appearance):
    assert appearance.theme is LIGHT
    with qtbot.waitSignal(appearance.changed):
        appearance.choose("dark")
    assert appearance.theme is DARK
    assert qapp.palette().color(QPalette.ColorRole.Base).name() == DARK.colour("card").lower()
    assert DARK.colour("card") in qapp.styleSheet()
    with qtbot.assertNotEmitted(appearance.changed):
        appearance.choose("dark")


def test_system_without_a_word_is_light(qapp, appearance):
    appearance.choose("dark")
    appearance.choose("system")
    scheme = qapp.styleHints().colorScheme()
    assert appearance.theme is (DARK if scheme == Qt.ColorScheme.Dark else LIGHT)


def test_unknown_choice_is_refused(appearance):
    with pytest.raises(ValueError, match="allowed: system, light, dark"):
        appearance.choose("pink")


def test_ring_follows_the_focused_button(qtbot, appearance):
    window = QWidget()
    layout = QHBoxLayout(window)
    first, second = QPushButton("Pin"), QPushButton("Export")
    layout.addWidget(first)
    layout.addWidget(second)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    assert appearance.ring.shown_at is first
    second.setFocus()
    qtbot.waitUntil(second.hasFocus)
    assert appearance.ring.shown_at is second
    second.clearFocus()
    qtbot.waitUntil(lambda: appearance.ring.shown_at is None)
    assert QApplication.focusWidget() is None
