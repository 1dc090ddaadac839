"""The losses' panel as it is seen: what is painted, and where."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtTest import QTest

from explorer.paint.text import width_of
from explorer.paint.theme import DARK, LIGHT
from explorer.ui.focus import DISTANCE, WIDTH
from explorer.ui.panels.losses import LossesPanel
from explorer.ui.sheet import sheet
from tests.ui.panel_parts import SOFT, focus, on_screen, session_of


@pytest.fixture
def open_panel(qtbot):
    def opened(height=700, **changes):
        session = session_of(**changes)
        return session, on_screen(qtbot, LossesPanel(session, LIGHT), 296, height)

    return opened


def card_of(panel, key):
    return next(card for card in panel.cards if card.loss.key == key)


class Painted(QObject):
    """What is painted of a widget."""

    def __init__(self, widget):
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event):  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.Paint:
            self.region += event.region()
        return False


def with_logits(session, *logits):
    table = session.state.study.table.with_logits(0, np.asarray(logits, dtype=np.float64))
    session.apply("edit", replace(session.state.study, table=table))


class TestPicture:
    @pytest.mark.parametrize("logit", [0.0, -1000.0])
    def test_ring_of_the_menu_button_stays_off_the_value(self, open_panel, logit):
        _, panel = open_panel(logits=(logit, 0.0, 0.0, 0.0, 0.0))
        for card in panel.cards:
            left = card.width() - 52 - round(width_of(card.words.value, "value", True))
            assert card.more.geometry().right() + DISTANCE + WIDTH + 2 <= left

    def test_no_native_focus_box_inside_the_add_button(self, qtbot, qapp, open_panel):
        before = qapp.styleSheet()
        qapp.setStyleSheet(sheet(LIGHT))
        try:
            _, panel = open_panel()
            rest = panel.add_button.grab().toImage()
            last = panel.cards[-1].rows[-1].controls[-1]
            focus(qtbot, last)
            QTest.keyClick(last, Qt.Key.Key_Tab)  # a key, as Qt minds which
            qtbot.waitUntil(panel.add_button.hasFocus)
            assert panel.add_button.grab().toImage() == rest
        finally:
            qapp.setStyleSheet(before)

    def test_a_missing_value_is_a_dash_and_no_minus(self, open_panel):
        _, panel = open_panel(targets=SOFT)
        card = card_of(panel, "zlpr")
        image = card.grab(QRect(card.width() - 100, 10, 49, 20)).toImage()
        ground = LIGHT.colour("card").lower()
        inked = [
            x
            for x in range(image.width())
            if any(image.pixelColor(x, y).name() != ground for y in range(image.height()))
        ]
        assert len(inked) > 1 + width_of("\u2212", "value", True)  # one for the smoothed ends

    @pytest.mark.parametrize("far", [-10000.0, -1000.0])
    def test_a_shorter_value_leaves_no_digits_behind(self, qtbot, open_panel, far):
        session, panel = open_panel(targets=(1.0, 0.0, 0.0, 0.0, 0.0))
        card = card_of(panel, "bce")
        with_logits(session, far, -9.0, -9.0, -9.0, -9.0)
        qtbot.wait(20)
        long, button = card.words.value, card.more.x()
        left = card.width() - 52 - round(width_of(long, "value", True))
        painted = Painted(card)
        with_logits(session, 3.0, -9.0, -9.0, -9.0, -9.0)
        qtbot.waitUntil(lambda: not painted.region.isEmpty())
        assert len(card.words.value) < len(long)
        old = QRect(left, 12, card.width() - 52 - left, 16)
        assert painted.region.intersected(old) == QRegion(old)
        assert card.more.x() > button

    def test_hue_of_the_family_is_on_the_card(self, open_panel):
        _, panel = open_panel()
        image = panel.cards[2].grab().toImage()
        ratio = image.devicePixelRatio()
        wanted = LIGHT.colour("sigmoid").lower()
        found = {
            image.pixelColor(int(x * ratio), int(20 * ratio)).name() for x in range(12, 40)
        }  # along the sign
        assert wanted in found

    def test_dark_ground(self, open_panel):
        _, panel = open_panel()
        panel.set_theme(DARK)
        image = panel.cards[2].grab().toImage()
        assert image.pixelColor(image.width() // 2, 4).name() == DARK.colour("card").lower()
