"""The losses where there is little room: rows, popovers, focus that scrolls, texts that are cut."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.losses import LOSSES
from explorer.paint.theme import LIGHT
from explorer.study.study import ShownLoss
from explorer.ui.focus import WIDTH
from explorer.ui.panels.loss_card import HEADER
from explorer.ui.panels.loss_words import predicted_set
from explorer.ui.panels.losses import LossesPanel
from explorer.ui.scaling import px
from tests.ui.panel_parts import SOFT, focus, on_screen, session_of


@pytest.fixture
def open_panel(qtbot):
    def opened(width=296, height=700, compact=False, **changes):
        session = session_of(**changes)
        panel = LossesPanel(session, LIGHT)
        panel.set_compact(compact)
        return session, on_screen(qtbot, panel, width, height)

    return opened


@pytest.fixture
def compact(open_panel):
    session, panel = open_panel(width=196, compact=True)
    yield session, panel
    panel.popover.hide()


class TestRows:
    def test_a_row_says_value_f1_and_main_setting(self, compact):
        _, panel = compact
        rows = {row.card.loss.key: row for row in panel.list.rows}
        assert rows["zlpr"].card.words.value == "6.4591"
        assert rows["zlpr"].setting == ""
        assert rows["smoothed_bce"].setting == "ε 0.10"
        assert "6.3742" in rows["smoothed_zlpr"].accessibleDescription()
        assert all(not card.isVisibleTo(panel) for card in panel.cards)

    def test_the_main_setting_is_the_one_that_was_changed(self, compact):
        session, panel = compact
        study = session.state.study
        names = [row.parameter.name for row in panel.cards[2].rows]
        assert len(names) == 2
        shown = (*study.shown[:2], ShownLoss("bce", ((names[1], 2.0),)), *study.shown[3:])
        session.apply("Set", replace(study, shown=shown))
        symbol = panel.cards[2].rows[1].parameter.symbol
        assert panel.list.rows[2].setting == f"{symbol} 2.00"

    def test_rows_and_button_lie_below_each_other(self, compact):
        _, panel = compact
        tops = [row.y() for row in panel.list.rows]
        assert tops == sorted(set(tops))
        assert panel.add_button.y() >= panel.list.geometry().bottom()

    def test_values_follow(self, compact):
        session, panel = compact
        before = panel.list.rows[0].accessibleDescription()
        study = session.state.study
        session.apply("Set", study.with_table(study.table.with_logit(0, 0, 5.0)))
        assert panel.list.rows[0].accessibleDescription() != before

    def test_back_to_cards(self, compact):
        _, panel = compact
        panel.set_compact(False)
        assert all(card.isVisibleTo(panel) for card in panel.cards)
        assert not panel.list.isVisibleTo(panel)

    def test_a_refused_loss_says_why(self, open_panel):
        _, panel = open_panel(width=196, compact=True, targets=SOFT)
        row = panel.list.rows[0]
        assert row.card.words.severity == "error"
        assert row.card.words.problem in row.tip


class TestPopover:
    def test_enter_opens_the_card_and_closing_gives_it_back(self, qtbot, compact):
        session, panel = compact
        row = panel.list.rows[1]
        focus(qtbot, row)
        QTest.keyClick(row, Qt.Key.Key_Space)
        assert panel.popover.isVisible()
        card = panel.cards[1]
        assert card.parentWidget() is panel.popover
        assert card.toggle.isVisible()
        card.toggle.click()
        assert not session.state.study.shown[1].on
        assert panel.popover.height() == card.wanted_height + 2 * px(6)
        panel.popover.hide()
        assert card.parentWidget() is panel.content
        assert not card.isVisibleTo(panel)

    def test_return_opens_too(self, qtbot, compact):
        _, panel = compact
        row = panel.list.rows[0]
        focus(qtbot, row)
        QTest.keyClick(row, Qt.Key.Key_Return)
        assert panel.popover.card is panel.cards[0]

    def test_a_loss_that_goes_takes_its_popover_along(self, compact):
        session, panel = compact
        panel.list.rows[2].click()
        study = session.state.study
        session.apply("Remove", replace(study, shown=study.shown[:2]))
        assert not panel.popover.isVisible()
        assert len(panel.list.rows) == len(panel.cards) == 2

    def test_growing_the_window_closes_it(self, compact):
        _, panel = compact
        panel.list.rows[2].click()
        panel.set_compact(False)
        assert not panel.popover.isVisible()
        assert panel.cards[2].isVisibleTo(panel)


class TestManyLosses:
    def test_focus_scrolls_into_view(self, qtbot, open_panel):
        _, panel = open_panel(height=400, shown=tuple(LOSSES)[:7])
        assert panel.content.height() > panel.height()
        panel.cards[0].toggle.setFocus(Qt.FocusReason.TabFocusReason)
        seen = set()
        for _ in range(200):
            now = QApplication.focusWidget()
            place = now.mapTo(panel.viewport(), QPoint(0, 0))
            assert place.y() >= 0
            assert place.y() + now.height() <= panel.viewport().height()
            seen.add(now)
            if now is panel.add_button:
                break
            QTest.keyClick(now, Qt.Key.Key_Tab)
        assert {card.toggle for card in panel.cards} <= seen

    def test_focus_from_elsewhere_scrolls_too(self, qtbot, open_panel):
        _, panel = open_panel(height=300, shown=tuple(LOSSES)[:7])
        focus(qtbot, panel.cards[0].toggle)
        panel.verticalScrollBar().setValue(0)
        panel.add_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        qtbot.waitUntil(panel.add_button.hasFocus)
        assert panel.add_button.visibleRegion().boundingRect().height() == panel.add_button.height()


class TestTexts:
    def test_the_menu_buttons_ring_ends_above_the_formula(self, open_panel):
        _, panel = open_panel()
        for card in panel.cards:
            assert card.more.geometry().bottom() + 1 + WIDTH + 1 <= HEADER

    def test_a_setting_for_each_class_is_cut_with_an_ellipsis_and_whole_in_the_tip(self, qtbot, open_panel):
        session, panel = open_panel()
        row = next(row for row in panel.cards[2].rows if row.parameter.kind == "per_class")
        weights = (1.123456, 2.234567, 3.345678, 4.456789, 5.567891)
        whole = ", ".join(map(str, weights))
        study = session.state.study
        shown = (*study.shown[:2], ShownLoss("bce", ((row.parameter.name, weights),)), *study.shown[3:])
        session.apply("Set", replace(study, shown=shown))
        field = row.field
        assert field.text().endswith("…")
        assert field.text().startswith("1.123456, 2.23")  # the field has the room of the slider
        assert QFontMetrics(field.font()).horizontalAdvance(field.text()) <= field.contentsRect().width() - 8
        assert whole in field.tip
        focus(qtbot, field)
        assert field.text() == whole
        panel.add_button.setFocus()
        qtbot.waitUntil(panel.add_button.hasFocus)
        assert field.text().endswith("…")
        assert session.state.study.shown[2].settings == ((row.parameter.name, weights),)

    def test_a_long_predicted_set_names_two(self):
        names = tuple(f"n{number}" for number in range(11))
        assert predicted_set(names, 100, len) == "{" + ", ".join(names) + "}"
        assert predicted_set(names, 30, len) == "{n0, n1, +9}"
        assert predicted_set(names, 9, len) == "{n0, +10}"
        assert predicted_set(names, 3, len) == "{+11}"


def test_losses_that_change_unseen_can_become_rows_unseen(make_window):
    window = make_window(size=(1440, 900))
    window.session.look(board="samples")
    study = window.session.state.study
    window.session.apply("Fewer", replace(study, shown=study.shown[:1]))
    window.commands.cards.zoom_to(2.0)
    window.session.look(board="desk")
    assert window.desk.losses.compact
    assert len(window.desk.losses.cards) == 1
