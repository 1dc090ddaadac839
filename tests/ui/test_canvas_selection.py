"""Several classes selected by the pointer and by keys, and a class chosen for an axis, offscreen."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.pointer import Pointer

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(make_window):
    return make_window()


@pytest.fixture
def editor(window):
    return Pointer(window.desk.cards["logits"].canvas)


def on(window, key):
    return Pointer(window.desk.cards[key].canvas)


def selected(window):
    return sorted(window.session.state.look.selected)


def test_a_rubber_band_selects_the_classes_inside(window, editor):
    before = window.session.state.study
    start, end = editor.over(0.7, 0.5), editor.over(2.8, -0.5)
    editor.press(start, SHIFT)
    editor.move(end, SHIFT)
    assert editor.canvas._gesture.marks()
    editor.release(end, SHIFT)
    assert selected(window) == [1, 2, 3]
    assert window.session.state.study is before
    assert not window.session.history.can_undo


def test_escape_leaves_the_band_and_selects_nothing(window, editor):
    editor.press(editor.over(0.7, 0.5), SHIFT)
    editor.move(editor.over(2.8, -0.5), SHIFT)
    QTest.keyClick(editor.canvas, Qt.Key.Key_Escape)
    editor.release(editor.over(2.8, -0.5), SHIFT)
    assert selected(window) == []


def test_shift_extends_and_ctrl_toggles(window, editor):
    editor.click(editor.at("logit:1"))
    editor.click(editor.at("logit:3"), SHIFT)
    assert selected(window) == [1, 2, 3]
    editor.click(editor.at("logit:2"), CONTROL)
    assert selected(window) == [1, 3]
    editor.click(editor.at("logit:4"), CONTROL)
    assert selected(window) == [1, 3, 4]


@pytest.mark.parametrize("clicked", [0, 2])
def test_a_plain_click_chooses_one_class_alone(window, editor, clicked):
    editor.click(editor.at("logit:1"))
    editor.click(editor.at("logit:3"), SHIFT)
    editor.press(editor.at(f"logit:{clicked}"))
    assert selected(window) == ([] if clicked == 0 else [1, 2, 3])  # else a drag would move one alone
    editor.release(editor.at(f"logit:{clicked}"))
    assert selected(window) == []
    assert window.session.state.look.held == clicked


def test_a_drag_of_one_moves_all_that_are_selected(window, editor):
    editor.click(editor.at("logit:1"))
    editor.click(editor.at("logit:2"), SHIFT)
    before = window.session.state.sample.logits.copy()
    start = editor.at("logit:1")
    editor.drag(start, start + QPointF(0, 15), start + QPointF(0, 30))
    change = window.session.state.sample.logits - before
    assert change[1] < -0.1
    assert change[2] == pytest.approx(change[1])
    assert (change[[0, 3, 4]] == 0).all()
    assert len(window.session.history.entries) == 1


def test_shift_and_arrows_grow_and_shrink_a_selection(window, editor):
    editor.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        QTest.keyClick(editor.canvas, Qt.Key.Key_Right, SHIFT)
    assert selected(window) == [0, 1, 2]
    QTest.keyClick(editor.canvas, Qt.Key.Key_Left, SHIFT)
    assert selected(window) == [0, 1]
    QTest.keyClick(editor.canvas, Qt.Key.Key_End)
    assert window.session.state.look.held == 4
    assert selected(window) == []


def test_space_at_a_bar_is_the_window_s(window, editor):
    editor.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    before = window.session.state.study
    QTest.keyClick(editor.canvas, Qt.Key.Key_Space)
    assert window.session.state.study is before
    assert window.commands.descend.is_playing


def test_a_click_in_the_gradient_holds_the_class(window):
    gradient = on(window, "gradient")
    gradient.click(gradient.over(3.1, 0.4))
    assert window.session.state.look.held == 3
    gradient.click(gradient.over(1.0, 0.4), CONTROL)
    assert selected(window) == [1, 3]


def test_arrows_choose_classes_in_the_gradient_too(window):
    gradient = on(window, "gradient")
    gradient.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(gradient.canvas, Qt.Key.Key_Right)
    assert window.session.state.look.held == 1


def title(pointer, side):
    layout = pointer.canvas.layout_of_figure
    if side == "x":
        return QPointF(layout.plot.right - 8, layout.plot.bottom + 13)
    return QPointF(18, layout.body.y + 8)


@pytest.mark.parametrize(("key", "side", "expected"), [
    ("slice", "x", (3, (0, 1))),
    ("landscape", "x", (0, (3, 1))),
    ("landscape", "y", (0, (0, 3))),
])  # fmt: skip
def test_a_click_on_an_axis_title_waits_for_a_class(window, editor, key, side, expected):
    pointer = on(window, key)
    pointer.hover(title(pointer, side))
    assert pointer.canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
    pointer.click(title(pointer, side))
    assert "Click a class" in window.status.said.text()
    editor.hover(editor.at("logit:3"))
    assert editor.canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
    editor.click(editor.at("logit:3"))
    look = window.session.state.look
    assert (look.slice_class, look.landscape) == expected
    assert window.session.picking.axis is None
    assert window.status.said.text() == ""


def test_choosing_an_axis_can_be_left(window, editor):
    slice_ = on(window, "slice")
    slice_.click(title(slice_, "x"))
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.session.picking.axis is None
    editor.click(editor.at("target:3"))
    assert window.session.state.look.slice_class == 3


def test_a_chip_or_a_column_of_the_gradient_can_be_picked(window, editor):
    labels = window.session.state.sample.targets.copy()
    window.session.picking.start("across")
    editor.click(editor.at("target:4"))
    window.session.picking.start("up")
    gradient = on(window, "gradient")
    gradient.click(gradient.over(2.0, 0.1))
    assert window.session.state.look.landscape == (4, 2)
    assert (window.session.state.sample.targets == labels).all()


def test_a_title_that_can_be_clicked_shows_it(window):
    slice_ = on(window, "slice")
    before = slice_.canvas.grab().toImage()
    slice_.hover(title(slice_, "x"))
    assert slice_.canvas.grab().toImage() != before
    slice_.leave()
    QApplication.processEvents()
    assert slice_.canvas.grab().toImage() == before


def test_an_unknown_axis_is_refused(window):
    with pytest.raises(ValueError, match="sideways"):
        window.session.picking.start("sideways")


def test_a_row_of_the_table_is_pointed_at_and_can_be_picked(window):
    view = window.desk.classes.view
    row = Pointer(view.viewport())
    spot = QPointF(view.visualRect(view.model().index(3, 0)).center())
    row.hover(spot)
    assert window.session.pointer.class_index == 3
    window.session.picking.start("up")
    row.click(spot)
    assert window.session.state.look.landscape == (0, 3)
    assert window.session.state.look.held == 0
    row.leave()
    assert window.session.pointer is None
