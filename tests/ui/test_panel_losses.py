from __future__ import annotations

from dataclasses import replace
from math import isclose

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from explorer.catalogue import by_family
from explorer.losses import LOSSES
from explorer.paint.theme import LIGHT
from explorer.study.study import ShownLoss
from explorer.ui.panels.loss_words import parameter_words, predicted_set
from explorer.ui.panels.losses import LossesPanel
from tests.ui.panel_parts import OPENING, SOFT, focus, mouse, on_screen, session_of

LEFT = Qt.MouseButton.LeftButton
PRESS, MOVE, RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease


@pytest.fixture
def open_panel(qtbot):
    def opened(height=700, **changes):
        session = session_of(**changes)
        return session, on_screen(qtbot, LossesPanel(session, LIGHT), 296, height)

    return opened


def card_of(panel, key):
    return next(card for card in panel.cards if card.loss.key == key)


def row_of(panel, key, name):
    return next(row for row in card_of(panel, key).rows if row.parameter.name == name)


def menu_entry(panel, key, text):
    menu = panel.menu_of(card_of(panel, key))
    return next(action for action in menu.actions() if action.text() == text)


def test_losses_from_outside_that_are_broken_are_told_once(open_panel, monkeypatch):
    _, panel = open_panel()
    told = []
    panel.warned.connect(lambda *words: told.append(words))
    outside = {}, ("loss 'a' from a:LOSS: ImportError: no\n module", "loss 'b' from b:LOSS: TypeError: it is")
    monkeypatch.setitem(vars(LOSSES), "_outside", outside)
    assert told == []  # until the list of all losses is asked for
    panel.add_menu.aboutToShow.emit()
    panel.add_menu.aboutToShow.emit()
    text = "Left out: loss 'a' from a:LOSS: ImportError: no module"
    assert told == [(f"{text}; and 1 more, which loss-explorer losses names", "warning")]


class TestWords:
    def test_values_of_the_opening_study(self, open_panel):
        _, panel = open_panel()
        assert panel.cards[0].words.value == "6.4591"
        assert card_of(panel, "bce").words.value == "13.3601"

    def test_copied_and_tip_have_every_digit(self, open_panel):
        session, panel = open_panel()
        card = card_of(panel, "bce")
        value = float(LOSSES["bce"].value(session.state.sample.logits, session.state.sample.targets))
        assert float(card.words.copied) == value
        assert repr(value) in card.words.tip
        assert "nat, sum over classes" in card.words.tip

    def test_decision_and_f1(self, open_panel):
        _, panel = open_panel()
        card = card_of(panel, "bce")
        assert card.words.decision == "s > 0 → {cat, night, indoor, blur}"
        assert card.words.f1 == "F1 0.33"

    def test_refused_labels_show_a_dash_and_the_reason(self, open_panel):
        _, panel = open_panel(targets=SOFT)
        card = card_of(panel, "zlpr")
        assert card.words.value == "—"
        assert card.words.severity == "error"
        assert "blur is 0.30" in card.words.problem
        assert card.words.way_out == "use soft"
        assert card.link.isVisible()
        assert not card.is_open

    def test_no_way_out_to_a_loss_that_refuses_too(self, open_panel):
        _, panel = open_panel(targets=(1.0, 1.0, 0.0, 0.0, 1.7))
        card = card_of(panel, "zlpr")
        assert card.words.severity == "error"
        assert card.words.way_out == ""
        assert not card.link.isVisible()

    def test_out_of_its_domain_is_computed_and_marked(self, open_panel):
        _, panel = open_panel(shown=("cross_entropy",))
        card = card_of(panel, "cross_entropy")
        assert card.words.severity == "warning"
        assert float(card.words.value) > 0
        assert card.is_open

    def test_nothing_but_the_name_when_off(self, open_panel):
        session, panel = open_panel()
        study = session.state.study
        off = (replace(study.shown[0], on=False), *study.shown[1:])
        session.apply("off", replace(study, shown=off))
        card = panel.cards[0]
        assert card.words.value == ""
        assert card.wanted_height == 36
        assert not any(row.slider.isVisible() for row in card.rows)
        assert card.toggle.isVisible()

    def test_predicted_set_keeps_as_many_names_as_fit(self):
        names = tuple(f"class {number}" for number in range(1000))
        assert predicted_set(("a", "b"), 10, len) == "{a, b}"
        assert predicted_set(names, 24, len) == "{class 0, class 1, +998}"
        assert predicted_set(names, 3, len) == "{+1000}"
        assert predicted_set((), 3, len) == "{}"


class TestSwitch:
    def test_click_switches_off_and_undo_switches_on(self, open_panel):
        session, panel = open_panel()
        QTest.mouseClick(panel.cards[2].toggle, LEFT)
        assert not session.state.study.shown[2].on
        assert session.history.undo_label == "Switch BCE off"
        session.undo()
        assert panel.cards[2].toggle.isChecked()
        assert panel.cards[2].words.value == "13.3601"

    def test_way_out_swaps_the_loss_in_one_entry(self, open_panel):
        session, panel = open_panel(targets=SOFT)
        QTest.mouseClick(card_of(panel, "zlpr").link, LEFT)
        assert session.state.study.shown[0].key == "soft_zlpr"
        assert panel.cards[0].words.value == "6.2878"
        session.undo()
        assert session.state.study.shown[0].key == "zlpr"
        assert not session.history.can_undo


class TestSettings:
    def test_drag_is_one_entry(self, qtbot, open_panel):
        session, panel = open_panel()
        row = row_of(panel, "smoothed_zlpr", "epsilon")
        start = row.slider.knob().x()
        before = panel.cards[1].words.value
        mouse(row.slider, PRESS, start)
        for step in range(1, 6):
            mouse(row.slider, MOVE, start + 8 * step)
            qtbot.wait(2)
        assert session.in_gesture
        mouse(row.slider, RELEASE, start + 40)
        setting = dict(session.state.study.shown[1].settings)["epsilon"]
        assert setting > 0.2
        assert row.slider.number == setting
        assert row.field.text() == f"{setting:.2f}"
        assert panel.cards[1].words.value != before
        assert session.history.undo_label == f"Set {row.parameter.symbol} of ZLPR smoothed"
        session.undo()
        assert not session.history.can_undo
        assert row.slider.number == row.parameter.default
        assert panel.cards[1].words.value == before

    def test_escape_puts_the_setting_back(self, qtbot, open_panel):
        session, panel = open_panel()
        row = row_of(panel, "smoothed_bce", "epsilon")
        focus(qtbot, row.slider, Qt.FocusReason.MouseFocusReason)
        start = row.slider.knob().x()
        mouse(row.slider, PRESS, start)
        mouse(row.slider, MOVE, start + 50)
        qtbot.waitUntil(lambda: session.state.study.shown[3].settings != ())
        QTest.keyClick(row.slider, Qt.Key.Key_Escape)
        mouse(row.slider, RELEASE, start + 50)
        assert session.state.study.shown[3].settings == ()
        assert not session.in_gesture
        assert not session.history.can_undo
        assert row.slider.number == row.parameter.default

    def test_panel_cancels_a_drag(self, open_panel):
        session, panel = open_panel()
        slider = row_of(panel, "smoothed_bce", "epsilon").slider
        assert not panel.cancel_gesture()
        mouse(slider, PRESS, slider.width() - 15)
        assert session.in_gesture
        assert panel.cancel_gesture()
        assert not session.in_gesture

    def test_arrow_keys_step_and_merge(self, qtbot, open_panel):
        session, panel = open_panel()
        row = row_of(panel, "smoothed_bce", "epsilon")
        focus(qtbot, row.slider)
        for _ in range(3):
            QTest.keyClick(row.slider, Qt.Key.Key_Right)
        expected = row.scale.moved(row.parameter.default, 3)
        assert isclose(dict(session.state.study.shown[3].settings)["epsilon"], expected)
        session.undo()
        assert not session.history.can_undo

    def test_typing_sets_and_double_click_resets(self, qtbot, open_panel):
        session, panel = open_panel()
        row = row_of(panel, "smoothed_bce", "epsilon")
        focus(qtbot, row.field)
        QTest.keyClicks(row.field, "0.25")
        QTest.keyClick(row.field, Qt.Key.Key_Return)
        assert session.state.study.shown[3].settings == (("epsilon", 0.25),)
        assert row.slider.number == 0.25
        QTest.mouseDClick(row.slider, LEFT)
        assert session.state.study.shown[3].settings == ()

    def test_wrong_text_is_said_with_what_is_allowed(self, qtbot, open_panel):
        session, panel = open_panel()
        row = row_of(panel, "smoothed_bce", "epsilon")
        focus(qtbot, row.field)
        QTest.keyClicks(row.field, "7")
        with qtbot.waitSignal(panel.said) as said:
            QTest.keyClick(row.field, Qt.Key.Key_Return)
        assert "7 is out of range; allowed: numbers from" in said.args[0]
        assert session.state.study.shown[3].settings == ()

    def test_too_few_numbers_are_said_under_the_field(self, qtbot, open_panel):
        _, panel = open_panel()
        field = row_of(panel, "bce", "pos_weight").field
        focus(qtbot, field)
        QTest.keyClicks(field, "1, 2, 3")
        QTest.keyClick(field, Qt.Key.Key_Return)
        said = (
            "π: “1, 2, 3” is 3 numbers; allowed: numbers from 0 to 1000000, one or 5 with commas between them"
        )
        assert QToolTip.isVisible()
        assert QToolTip.text() == said
        QTest.keyClicks(field, ", 4, 5")
        qtbot.waitUntil(lambda: not QToolTip.isVisible())

    def test_a_weight_for_each_class(self, qtbot, open_panel):
        session, panel = open_panel()
        row = row_of(panel, "bce", "pos_weight")
        focus(qtbot, row.field)
        QTest.keyClicks(row.field, "1, 2, 3, 4, 5")
        QTest.keyClick(row.field, Qt.Key.Key_Return)
        assert dict(session.state.study.shown[2].settings)["pos_weight"] == (1.0, 2.0, 3.0, 4.0, 5.0)
        assert not row.slider.isEnabled()


class TestNamesOfParameters:
    WHAT = "pos_weight (π): weight of the labelled side; the optimum moves by log π"
    ALLOWED = "0 to 1e6, one number, or one for each class with commas between them"

    def test_symbol_slider_and_field_say_what_a_parameter_is(self, open_panel):
        _, panel = open_panel()
        card, row = card_of(panel, "bce"), row_of(panel, "bce", "pos_weight")
        tip = f"{self.WHAT}\n{self.ALLOWED}"
        middle = row.slider.geometry().center().y()
        assert card.tip_at(15, middle) == tip
        assert card.tip_at(15, middle + 28).startswith("weight (w): weight of the whole class\n")
        assert row.slider.toolTip() == f"{tip}\ndouble click: back to 1.00"
        assert row.field.tip == f"1\n{tip}"

    def test_for_those_who_listen(self, open_panel):
        _, panel = open_panel()
        row = row_of(panel, "bce", "pos_weight")
        for control in (row.slider, row.field):
            assert control.accessibleName() == f"{self.WHAT}; {self.ALLOWED}"
            assert control.accessibleDescription() == "Setting of BCE"

    @pytest.mark.parametrize("key", LOSSES)
    def test_every_parameter_is_described(self, key):
        for parameter in LOSSES[key].parameters:
            what, allowed = parameter_words(parameter)
            assert what.startswith(parameter.name)
            assert parameter.symbol in what
            assert "e+" not in allowed


class TestHeight:
    def test_does_not_follow_the_numbers(self, open_panel):
        session, panel = open_panel()
        heights = [card.height() for card in panel.cards]
        for logit in (-700.0, 0.123456, 12345.678):
            table = session.state.study.table.with_logit(0, 1, logit)
            session.apply("edit", replace(session.state.study, table=table))
            assert [card.height() for card in panel.cards] == heights

    def test_cards_do_not_overlap_after_a_refusal(self, open_panel):
        session, panel = open_panel()
        session.apply(
            "soft", replace(session.state.study, table=session.state.study.table.with_target(0, 4, 0.3))
        )
        bottoms = [card.geometry().bottom() for card in panel.cards]
        tops = [card.y() for card in panel.cards[1:]] + [panel.add_button.y()]
        assert [top - bottom for bottom, top in zip(bottoms, tops, strict=True)] == [9, 9, 9, 9]

    def test_scrolls_when_too_tall(self, open_panel):
        _, panel = open_panel(height=200)
        assert panel.verticalScrollBar().maximum() > 0
        bar = panel.verticalScrollBar()
        assert panel.cards[0].geometry().right() < bar.mapTo(panel, QPoint(0, 0)).x()

    def test_a_loss_that_is_added_and_what_has_the_keyboard_are_seen_whole(self, qtbot, open_panel):
        def is_seen(card):
            return (
                panel.viewport()
                .rect()
                .contains(QRect(card.mapTo(panel.viewport(), QPoint(0, 0)), card.size()))
            )

        session, panel = open_panel(height=300)
        study = session.state.study
        session.apply("Add", replace(study, shown=(*study.shown, ShownLoss("asl"))))
        assert is_seen(panel.cards[-1])
        assert not is_seen(panel.cards[1])
        focus(qtbot, panel.cards[1].more)
        assert is_seen(panel.cards[1])
        focus(qtbot, panel.cards[2].toggle)
        assert is_seen(panel.cards[2])
        panel.set_compact(True)
        panel.resize(300, 120)
        session.apply(
            "Add", replace(session.state.study, shown=(*session.state.study.shown, ShownLoss("hill")))
        )
        assert is_seen(panel.list.rows[-1])


class TestMenus:
    def test_add_lists_the_losses_that_are_not_shown(self, open_panel):
        session, panel = open_panel()
        panel.add_menu.aboutToShow.emit()
        families = {entry.text(): entry.menu().actions() for entry in panel.add_menu.actions()}
        missing = by_family(loss for key, loss in LOSSES.items() if key not in OPENING)
        found = {family: [action.text() for action in actions] for family, actions in families.items()}
        assert found == {family: [loss.title for loss in losses] for family, losses in missing.items()}
        titles = found["Softmax"]
        families["Softmax"][0].trigger()
        assert LOSSES[session.state.study.shown[-1].key].title == titles[0]
        assert session.history.undo_label == f"Add {titles[0]}"
        assert len(panel.cards) == 5

    def test_remove_and_move(self, open_panel):
        session, panel = open_panel()
        menu_entry(panel, "bce", "Move up").trigger()
        assert [loss.key for loss in session.state.study.shown] == [
            "zlpr",
            "bce",
            "smoothed_zlpr",
            "smoothed_bce",
        ]
        menu_entry(panel, "zlpr", "Remove").trigger()
        assert [card.loss.key for card in panel.cards] == ["bce", "smoothed_zlpr", "smoothed_bce"]
        assert not menu_entry(panel, "bce", "Move up").isEnabled()

    def test_the_landscape_keeps_its_loss(self, open_panel):
        session, panel = open_panel()
        menu_entry(panel, "bce", "Show in the landscape").trigger()
        assert session.state.look.landscape_loss == 2
        menu_entry(panel, "zlpr", "Remove").trigger()
        assert session.state.look.landscape_loss == 1

    def test_copies(self, qtbot, open_panel):
        _, panel = open_panel()
        clipboard = QGuiApplication.clipboard()
        menu_entry(panel, "bce", "Copy formula as LaTeX").trigger()
        assert clipboard.text() == LOSSES["bce"].formula
        card = card_of(panel, "bce")
        with qtbot.waitSignal(panel.said):
            QTest.mouseDClick(card, LEFT, pos=QPoint(card.width() - 70, 20))
        assert clipboard.text() == card.words.copied

    def test_duplicate_is_drawn_fainter_and_reset(self, open_panel):
        session, panel = open_panel()
        row_of(panel, "smoothed_bce", "epsilon").entered.emit(0.3)
        menu_entry(panel, "smoothed_bce", "Duplicate").trigger()
        assert [card.look.opacity for card in panel.cards] == [1.0, 1.0, 1.0, 1.0, 0.6]
        assert session.state.study.shown[4] == ShownLoss("smoothed_bce", (("epsilon", 0.3),))
        menu_entry(panel, "smoothed_bce", "Reset settings").trigger()
        assert session.state.study.shown[3].settings == ()

    def test_menu_button_opens_by_keyboard(self, qtbot, open_panel):
        _, panel = open_panel()
        card = panel.cards[0]
        focus(qtbot, card.more)
        assert card.more.is_shown
        with qtbot.waitSignal(card.menu_asked):
            QTest.keyClick(card.more, Qt.Key.Key_Space)
        QTest.qWait(10)
        popup = panel.findChildren(type(panel.add_menu))
        for menu in popup:
            menu.close()


def test_hidden_panel_waits(qtbot):
    session = session_of()
    panel = LossesPanel(session, LIGHT)
    qtbot.addWidget(panel)
    before = panel.cards[2].words.value
    session.apply("edit", replace(session.state.study, table=session.state.study.table.with_logit(0, 1, 9.0)))
    assert panel.cards[2].words.value == before
    panel.show()
    assert panel.cards[2].words.value != before
