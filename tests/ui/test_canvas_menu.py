"""The menu of a card: copies, axes, and the ways to it, offscreen."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.plots import PLOTS
from explorer.plots.copying import numbers_of
from explorer.ui.cards.menu import CLASS_ACTIONS, card_menu
from tests.ui.pointer import Pointer

CARD = ["copy_number", "copy_as", "export", "enlarge", "reset_view"]
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(make_window):
    QGuiApplication.clipboard().clear()
    return make_window()


def on(window, key):
    if key not in window.desk.cards:  # it is closed until it is first asked for
        window.commands.enlarge(key)
    return Pointer(window.desk.cards[key].canvas)


def choose(canvas, name, class_index=None):
    menu = card_menu(canvas, class_index)
    (copies,) = (action.menu() for action in menu.actions() if action.objectName() == "copy_as")
    both = (*menu.actions(), *copies.actions())
    next(action for action in both if action.objectName() == name).trigger()
    menu.deleteLater()


@pytest.mark.parametrize("key", tuple(PLOTS))
def test_numbers_of_every_card_are_copied(window, key):
    canvas = on(window, key).canvas
    choose(canvas, "copy_numbers")
    text = QGuiApplication.clipboard().text()
    assert text == numbers_of(window.session.state, key)
    assert text.count("\n") > 2
    assert "Copied" in window.status.said.text()


def test_a_card_is_copied_with_twice_its_pixels(window):
    canvas = window.desk.cards["slice"].canvas
    choose(canvas, "copy_picture")
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (2 * canvas.width(), 2 * canvas.height())
    colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(colours) > 10


def test_a_card_is_copied_as_a_drawing(window):
    choose(window.desk.cards["gradient"].canvas, "copy_svg")
    data = QGuiApplication.clipboard().mimeData()
    assert b"<svg" in bytes(data.data("image/svg+xml").data())
    assert "Gradient" in data.text()


def test_the_focused_card_is_copied_by_its_action(window):
    canvas = window.desk.cards["budget"].canvas
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    window.actions_by_id["copy_picture"].trigger()
    assert QGuiApplication.clipboard().image().width() == 2 * canvas.width()
    window.desk.cards["values"].button.setFocus(Qt.FocusReason.TabFocusReason)
    window.actions_by_id["copy_picture"].trigger()
    assert "loss values" in window.status.said.text()


def test_the_number_under_the_pointer_is_copied_in_full(window):
    editor = on(window, "logits")
    editor.hover(editor.at("logit:1"))
    choose(editor.canvas, "copy_number")
    assert float(QGuiApplication.clipboard().text()) == window.session.state.sample.logits[1]
    editor.leave()
    menu = card_menu(editor.canvas, None)
    action = next(action for action in menu.actions() if action.objectName() == "copy_number")
    assert not action.isEnabled()


def test_a_class_is_put_on_axes_and_labelled_from_the_menu(window):
    canvas = window.desk.cards["logits"].canvas
    choose(canvas, "slice", 3)
    choose(canvas, "across", 4)
    choose(canvas, "up", 2)
    look = window.session.state.look
    assert (look.slice_class, look.landscape) == (3, (4, 2))
    before = window.session.state.sample.targets[2]
    choose(canvas, "label", 2)
    assert window.session.state.sample.targets[2] == 1 - before
    choose(canvas, "copy_class", 1)
    assert (
        QGuiApplication.clipboard().text().splitlines()[1].startswith(window.session.state.sample.classes[1])
    )


def names(menu):
    return [action.objectName() for action in menu.actions() if not action.isSeparator()]


def test_a_right_click_names_the_class_under_it(window):
    gradient = on(window, "gradient")
    spot = gradient.over(2.0, 0.3).toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, gradient.canvas.mapToGlobal(spot))
    QApplication.sendEvent(gradient.canvas, event)
    menu = gradient.canvas._menu
    assert menu.isVisible()
    assert names(menu) == [*(entry.id for entry in CLASS_ACTIONS), *CARD]
    assert window.session.state.sample.classes[2] in menu.actions()[1].text()
    menu.close()


@pytest.mark.parametrize(("key", "keys"), [(Qt.Key.Key_Menu, None), (Qt.Key.Key_F10, SHIFT)])
def test_the_menu_is_reached_by_keys(window, key, keys):
    canvas = window.desk.cards["values"].canvas
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(canvas, key, keys or Qt.KeyboardModifier.NoModifier)
    assert canvas._menu.isVisible()
    assert names(canvas._menu) == CARD
    canvas._menu.close()


def test_return_enlarges_a_card_and_puts_it_back(window):
    canvas = window.desk.cards["values"].canvas
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert window.session.state.look.enlarged == "values"
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert window.session.state.look.enlarged is None


def test_the_view_is_reset_from_the_menu(window):
    canvas = window.desk.cards["slice"].canvas
    fitted = canvas.figure.x
    pointer = Pointer(canvas)
    start = QPointF(*canvas.layout_of_figure.plot.centre) + QPointF(40, 60)
    pointer.drag(start, start + QPointF(-30, 0), start + QPointF(-60, 0))
    assert canvas.figure.x.low != fitted.low
    choose(canvas, "reset_view")
    assert (canvas.figure.x.low, canvas.figure.x.high) == (fitted.low, fitted.high)


def test_a_screen_reader_hears_what_the_keys_act_on(window):
    canvas = window.desk.cards["logits"].canvas
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    said = QAccessible.queryAccessibleInterface(canvas)
    assert said.text(QAccessible.Text.Name) == f"Logits and labels: {canvas.figure.handles[1].name}"
    assert said.text(QAccessible.Text.Description) == canvas.figure.description
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    window.desk.cards["slice"].canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert said.text(QAccessible.Text.Name) == "Logits and labels"
