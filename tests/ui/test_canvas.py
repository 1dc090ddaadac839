"""Cards under the pointer and the keyboard, offscreen."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from explorer.analysis.at_time import watched
from explorer.plots import numbers
from tests.ui.panel_parts import wait_for_descents
from tests.ui.pointer import LEFT, NO_KEYS, NONE, Pointer, Type


@pytest.fixture
def window(qtbot, make_window):
    made = make_window()
    wait_for_descents(qtbot, made)
    return made


@pytest.fixture
def editor(window):
    return Pointer(window.desk.cards["logits"].canvas)


def test_a_drag_is_one_entry_and_follows_the_pointer(window, editor):
    start = editor.at("logit:2")
    before = window.session.state.sample.logits.copy()
    editor.drag(start, *(start + QPointF(0, step) for step in (10, 20, 40)))
    after = window.session.state.sample.logits
    layout = editor.canvas.layout_of_figure
    moved = layout.to_data(0, start.y())[1] - layout.to_data(0, start.y() + 40)[1]
    assert after[2] == pytest.approx(before[2] - moved, abs=0.006)
    assert [entry.label for entry in window.session.history.entries] == ["Drag c"]
    assert window.session.state.look.held == window.session.state.look.slice_class == 2


def test_a_press_anywhere_in_the_column_takes_the_bar_without_a_jump(window, editor):
    start = editor.at("logit:0") + QPointF(0, 60)
    before = window.session.state.sample.logits[0]
    editor.press(start)
    assert window.session.state.sample.logits[0] == before
    editor.move(start + QPointF(0, 8))
    assert 0 < before - window.session.state.sample.logits[0] < 0.5
    editor.release(start + QPointF(0, 8))


def test_escape_puts_back_what_was_there(window, editor):
    before = window.session.state.study
    start = editor.at("logit:1")
    editor.press(start)
    editor.move(start + QPointF(0, -40))
    assert window.session.state.study != before
    QTest.keyClick(editor.canvas, Qt.Key.Key_Escape)
    assert window.session.state.study == before
    editor.move(start + QPointF(0, -60))
    editor.release(start + QPointF(0, -60))
    assert window.session.state.study == before
    assert not window.session.history.can_undo


def test_a_click_on_a_chip_toggles_the_label(window, editor):
    editor.click(editor.at("target:3"))
    assert window.session.state.sample.targets.tolist() == [1, 1, 0, 1, 0]
    editor.click(editor.at("target:3"))
    assert window.session.state.sample.targets.tolist() == [1, 1, 0, 0, 0]


def test_a_drag_across_a_chip_makes_a_soft_target(window, editor):
    middle = editor.at("target:4")
    editor.drag(middle - QPointF(18, 0), middle - QPointF(10, 0), middle)
    assert window.session.state.sample.targets[4] == pytest.approx(0.5, abs=0.03)
    assert len(window.session.history.entries) == 1


def test_keys_nudge_choose_and_label(window, editor):
    canvas = editor.canvas
    editor.click(editor.at("logit:0"))
    start = window.session.state.sample.logits[0]
    for key, modifier, step in (
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, 0.1),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier, -1.0),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier, 0.01),
    ):
        before = window.session.state.sample.logits[0]
        QTest.keyClick(canvas, key, modifier)
        assert window.session.state.sample.logits[0] == pytest.approx(before + step)
    assert len(window.session.history.entries) == 1
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert window.session.state.look.held == 1
    for key, target in ((Qt.Key.Key_0, 0.0), (Qt.Key.Key_S, 0.5), (Qt.Key.Key_1, 1.0)):
        QTest.keyClick(canvas, key)
        assert window.session.state.sample.targets[1] == target
    assert window.session.state.sample.logits[0] == pytest.approx(start - 0.89)


def test_the_cursor_of_the_slice_moves_the_same_logit(window):
    pointer = Pointer(window.desk.cards["slice"].canvas)
    start = pointer.at("slice")
    before = window.session.state.sample.logits[0]
    pointer.drag(start, start + QPointF(10, 0), start + QPointF(30, 0))
    assert window.session.state.sample.logits[0] > before + 0.5
    assert window.session.history.undo_label == "Drag a"


def test_alpha_is_a_look_and_never_undone(window):
    pointer = Pointer(window.desk.cards["sharpening"].canvas)
    start = pointer.at("alpha")
    pointer.drag(start, start + QPointF(10, 0), start + QPointF(40, 0))
    assert window.session.state.look.alpha > 1.5
    assert not window.session.history.can_undo


def test_the_dot_of_the_landscape_moves_two_logits(window):
    pointer = Pointer(window.desk.cards["landscape"].canvas)
    start = pointer.at("landscape")
    before = window.session.state.sample.logits.copy()
    pointer.drag(start, start + QPointF(10, -10), start + QPointF(20, -20))
    after = window.session.state.sample.logits
    assert after[0] > before[0]
    assert after[1] > before[1]
    assert (after[2:] == before[2:]).all()


@pytest.mark.parametrize("key", ["slice", "landscape"])
def test_the_wheel_zooms_about_the_pointer_and_a_double_click_fits(window, key):
    canvas = window.desk.cards[key].canvas
    fitted = canvas.figure.x
    point = QPointF(*canvas.layout_of_figure.plot.centre)
    wheel = QWheelEvent(point, canvas.mapToGlobal(point), QPoint(), QPoint(0, 120), NONE,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(canvas, wheel)
    assert canvas.figure.x.high - canvas.figure.x.low < 0.9 * (fitted.high - fitted.low)
    assert window.session.views[key].chosen
    window.session.fit()
    assert (canvas.figure.x.low, canvas.figure.x.high) == (fitted.low, fitted.high)


def test_limits_hold_still_while_a_bar_moves_inside_them(window, editor):
    start = editor.at("logit:4")
    seen = set()
    editor.press(start)
    for step in range(8, 200, 12):
        editor.move(start + QPointF(0, step))
        seen.add((editor.canvas.figure.y.low, editor.canvas.figure.y.high))
    editor.release(start + QPointF(0, 200))
    assert len(seen) == 1


@pytest.mark.parametrize("key", ["logits", "slice", "sharpening", "landscape"])
def test_a_tool_tip_says_the_number_in_full(window, key):
    canvas = window.desk.cards[key].canvas
    handle = canvas.figure.handles[0]
    point = QPointF(*canvas.layout_of_figure.to_pixels(handle.place)).toPoint()
    QApplication.sendEvent(canvas, QHelpEvent(Type.ToolTip, point, canvas.mapToGlobal(point)))
    assert QToolTip.text() == handle.tip
    assert handle.tip
    QToolTip.hideText()


def test_a_hidden_card_computes_nothing(window):
    window.commands.enlarge("slice")
    canvas = window.desk.cards["gradient"].canvas
    window.session.look(held=2)
    QApplication.processEvents()
    assert canvas._figure is None


def test_moves_between_two_frames_become_one_edit(window, editor, monkeypatch):
    performed = []
    monkeypatch.setattr(window.session, "perform", performed.append)
    start = editor.at("logit:2")
    canvas = editor.canvas
    editor.press(start)
    performed.clear()
    for step in range(10, 60, 5):
        point = start + QPointF(0, step)
        event = QMouseEvent(Type.MouseMove, point, canvas.mapToGlobal(point), NONE, LEFT, NO_KEYS)
        QApplication.sendEvent(canvas, event)
    QApplication.processEvents()
    assert len(performed) == 1
    editor.release(start)


def failing(plot, figure):
    """Return a plot whose module makes its figure in this way."""
    return replace(plot, module=lambda key: SimpleNamespace(figure=figure, depends=plot.depends))


def test_a_plot_that_fails_says_so_and_leaves_the_rest_alive(window, monkeypatch, caplog):
    canvas = window.desk.cards["slice"].canvas

    def broken(state):
        message = "no such thing"
        raise ArithmeticError(message)

    monkeypatch.setattr(canvas, "plot", failing(canvas.plot, broken))
    window.session.look(slice_class=2)
    assert window.grab().width() == 1440
    assert "no such thing" in canvas.figure.note
    assert "the card 'slice' failed" in caplog.text
    monkeypatch.undo()
    window.session.look(alpha=3.0)
    assert not canvas.figure.note


def test_the_menu_of_a_card_lists_its_choices_and_takes_one(window):
    card = window.desk.cards["sharpening"]
    card.menu.aboutToShow.emit()
    texts = [action.text() for action in card.menu.actions()]
    assert texts[:3] == ["softmax(α s)", "σ(α s)", "Losses at α s"]
    assert [action.isChecked() for action in card.menu.actions()][:3] == [True, False, False]
    card.menu.actions()[2].trigger()
    assert window.session.state.look.sharpening == "loss"
    assert "loss" in card.canvas.figure.y.title
    assert not window.session.history.can_undo
    assert not window.desk.cards["gradient"].menu_button.isVisible()


def test_a_painting_that_fails_says_so_and_does_not_crash(window, monkeypatch, caplog):
    canvas = window.desk.cards["slice"].canvas

    def broken(figure, *given):
        if not figure.note:
            message = "no such colour"
            raise KeyError(message)

    monkeypatch.setattr("explorer.ui.cards.figure_view.paint", broken)
    window.session.look(alpha=2.0)
    assert window.grab().width() == 1440
    assert "no such colour" in canvas.figure.note
    assert "the card 'slice' failed" in caplog.text
    monkeypatch.undo()
    window.session.look(alpha=3.0)
    assert not canvas.figure.note


def painted(window, act):
    """Do something and return the keys of the cards that are painted for it."""
    before = {key: card.canvas.figure for key, card in window.desk.cards.items()}
    QApplication.processEvents()
    act()
    QApplication.processEvents()
    return {key for key, card in window.desk.cards.items() if card.canvas.figure is not before[key]}


def test_only_the_cards_that_show_a_change_make_their_figure_anew(qtbot, window):
    session = window.session
    wait_for_descents(qtbot, window)
    assert painted(window, lambda: session.look(alpha=2.0)) == {"sharpening"}
    assert painted(window, lambda: session.look(slice_class=1)) == {"slice"}
    assert painted(window, lambda: session.retitle("another")) == set()
    moved = session.state.study.table.with_logit(0, 1, 2.5)
    edit = lambda: session.apply("Set", session.state.study.with_table(moved))  # noqa: E731
    assert painted(window, edit) == set(window.desk.cards)
    assert session.clock.close() > 0.0
    usual = numbers.current()
    try:
        numbers.use(replace(usual, minus="-"))
        assert painted(window, session.refresh) == set(window.desk.cards)
    finally:
        numbers.use(usual)


def test_what_lies_over_a_card_follows_a_change_that_leaves_its_figure(window):
    slice_, state = window.desk.cards["slice"].canvas, window.session.state
    alpha = Pointer(window.desk.cards["slice"].canvas)
    alpha.move(QPointF(*slice_.layout_of_figure.plot.centre))
    QApplication.processEvents()
    editor = window.desk.cards["logits"].canvas
    before = editor._marks
    assert before  # the level in the column of the slice's class
    window.session.look(slice_class=state.look.slice_class + 1)
    QApplication.processEvents()
    assert editor._marks != before


def test_a_card_that_failed_tries_again_with_every_change(window, monkeypatch, caplog):
    canvas = window.desk.cards["budget"].canvas
    monkeypatch.setattr(canvas, "plot", failing(canvas.plot, lambda state: 1 / 0))
    canvas.renew()
    QApplication.processEvents()
    monkeypatch.undo()
    assert "failed" in canvas.figure.note
    window.session.look(alpha=2.0)
    QApplication.processEvents()
    assert not canvas.figure.note


def test_a_bar_beyond_the_scale_is_dragged_from_its_value_and_not_from_the_edge(qtbot, window, editor):
    window.commands.descend.choose("rate", 100.0, 0.1)
    wait_for_descents(qtbot, window)
    window.commands.descend.go_to(1)
    state, limits = window.session.state, editor.canvas.figure.y
    copy = watched(state).logits
    far = int(np.argmax(np.abs(copy)))
    assert limits.high + 5 < abs(copy[far]) or limits.low - 5 > -abs(copy[far])
    start = editor.at(f"logit:{far}")
    inwards = QPointF(0, 1 if copy[far] > 0 else -1)
    editor.press(start)
    values = []
    for step in (6, 8, 10, 12):
        editor.move(start + inwards * step)
        values.append(window.session.state.sample.logits[far])
    editor.release(start + inwards * 12)
    assert abs(values[0] - copy[far]) < 5
    assert abs(values[-1] - values[0]) < 5
