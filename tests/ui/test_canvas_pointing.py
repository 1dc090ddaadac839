"""What cards say of the place under the pointer: read-outs and crosshair, offscreen."""

import pytest
from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from explorer.paint.theme import DARK, LIGHT
from explorer.plots import PLOTS
from explorer.plots.pointing import Pointer as Pointed
from explorer.ui.cards.canvas import Canvas
from explorer.ui.cards.lens import REST, placed
from tests.paint.test_theme import contrast
from tests.ui.panel_parts import wait_for_descents
from tests.ui.pointer import Pointer, Type


@pytest.fixture
def window(qtbot, make_window):
    made = make_window()
    wait_for_descents(qtbot, made)
    return made


def on(window, key):
    if key not in window.desk.cards:  # it is closed until it is first asked for
        window.commands.enlarge(key)
    return Pointer(window.desk.cards[key].canvas)


def rest():
    QTest.qWait(REST + 60)


def test_the_read_out_comes_after_a_rest_and_goes_with_the_pointer(qtbot, window):
    editor, panel = on(window, "logits"), window.desk.reader.panel
    rests = window.desk.reader._rest
    assert rests.interval() == REST
    rests.setInterval(600_000)
    editor.hover(editor.at("logit:2"))
    assert rests.isActive()
    assert not panel.isVisible()
    rests.setInterval(REST)
    qtbot.waitUntil(panel.isVisible)
    assert panel.title == window.session.state.sample.classes[2]
    editor.hover(editor.at("logit:4"))
    QApplication.processEvents()
    assert panel.title == window.session.state.sample.classes[4]
    editor.leave()
    assert not panel.isVisible()


@pytest.mark.parametrize("key", tuple(PLOTS))
def test_every_card_is_read_beside_and_inside_the_window(window, key):
    pointer, panel = on(window, key), window.desk.reader.panel
    plot = pointer.canvas.layout_of_figure.plot
    for share in (0.1, 0.5, 0.9):
        spot = QPointF(plot.x + share * plot.width, plot.y + share * plot.height / 2)
        pointer.hover(spot)
        window.desk.reader.show()
        assert panel.isVisible()
        assert panel.rows
        assert window.desk.rect().contains(panel.geometry())
        under = pointer.canvas.mapTo(window.desk, spot.toPoint())
        assert not panel.geometry().contains(under)


def test_a_read_out_takes_neither_focus_nor_clicks(window):
    editor = on(window, "logits")
    editor.canvas.setFocus()
    editor.hover(editor.at("logit:0"))
    window.desk.reader.show()
    assert editor.canvas.hasFocus()
    middle = window.desk.reader.panel.geometry().center()
    assert window.desk.childAt(middle) is not window.desk.reader.panel


def test_while_something_is_dragged_nothing_is_read(qtbot, window):
    editor, panel = on(window, "logits"), window.desk.reader.panel
    start = editor.at("logit:1")
    editor.hover(start)
    window.desk.reader.show()
    editor.press(start)
    assert not panel.isVisible()
    editor.move(start + QPointF(0, 20))
    rest()
    assert not panel.isVisible()
    assert window.session.pointer is None
    editor.release(start + QPointF(0, 20))
    qtbot.waitUntil(panel.isVisible)


def test_a_class_hovered_elsewhere_is_read_too(window):
    window.session.point(Pointed("classes", 0.0, 0.0, 3))
    window.desk.reader.show()
    assert window.desk.reader.panel.title == window.session.state.sample.classes[3]


def test_the_tool_tip_gives_way_to_the_read_out(qtbot, window):
    editor = on(window, "logits")
    point = editor.at("logit:1")
    editor.hover(point)
    spot = point.toPoint()
    QToolTip.showText(editor.canvas.mapToGlobal(spot), "before", editor.canvas)
    QApplication.sendEvent(editor.canvas, QHelpEvent(Type.ToolTip, spot, editor.canvas.mapToGlobal(spot)))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_moving_pointer_makes_no_figure(qtbot, window, monkeypatch):
    made = []
    wait_for_descents(qtbot, window)
    window.grab()
    monkeypatch.setattr(Canvas, "_made", lambda self: made.append(self.plot.key))
    slice_ = on(window, "slice")
    for x in (-2.0, -1.0, 0.5, 3.0):
        slice_.hover(slice_.over(x, 1.0))
    assert not made


def test_only_the_cards_that_mark_something_else_are_painted_again(window, monkeypatch):
    painted = []
    original = Canvas._paint
    window.grab()

    def spy(self, painter):
        painted.append(self.plot.key)
        original(self, painter)

    monkeypatch.setattr(Canvas, "_paint", spy)
    QApplication.processEvents()
    painted.clear()
    gradient = on(window, "gradient")
    gradient.hover(gradient.over(1.0, 0.2))
    assert set(painted) == {"gradient", "logits", "sharpening"}
    painted.clear()
    gradient.hover(gradient.over(1.05, 0.25))
    assert set(painted) == {"gradient"}


def test_the_figure_under_the_crosshair_is_drawn_once(window):
    window.grab()
    slice_ = on(window, "slice")
    for x in (-2.0, -1.0, 0.5, 3.0):
        slice_.hover(slice_.over(x, 1.0))
    assert slice_.canvas._kept.made == 1
    slice_.leave()
    assert slice_.canvas._kept._picture is None


def test_the_crosshair_changes_pixels_and_leaves_none_behind(window):
    canvas = window.desk.cards["gradient"].canvas
    before = canvas.grab().toImage()
    window.session.point(Pointed("classes", 0.0, 0.0, 3))
    marked = canvas.grab().toImage()
    assert marked != before
    window.session.point(None)
    assert canvas.grab().toImage() == before


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_what_a_read_out_says_can_be_read(theme):
    for role in ("ink", "ink2"):
        assert contrast(theme.colour(role), theme.colour("card")) >= 4.5
    assert contrast(theme.colour("card"), theme.colour("ink2")) >= 4.5  # tags of the crosshair
    assert contrast(theme.colour("edge"), theme.colour("card")) >= 3


ROOM = QRect(0, 0, 800, 600)


@pytest.mark.parametrize("size", [QSize(160, 120), QSize(300, 200)])
@pytest.mark.parametrize("area", [
    QRect(100, 100, 40, 300),
    QRect(760, 100, 30, 400),
    QRect(0, 580, 800, 15),
    QRect(0, 0, 800, 20),
    QRect(400, 300, 1, 1),
    QRect(798, 598, 1, 1),
])  # fmt: skip
def test_a_panel_finds_a_place_beside_what_it_reads(size, area):
    place = QRect(placed(size, area, ROOM, 14, 4), size)
    assert ROOM.contains(place)
    assert not place.intersects(area)


def test_a_panel_without_room_stays_in_the_window():
    place = QRect(placed(QSize(300, 200), QRect(0, 0, 800, 600), ROOM, 14, 4), QSize(300, 200))
    assert ROOM.contains(place)


def test_a_point_of_a_chip_is_read_as_its_class(window):
    editor = on(window, "logits")
    editor.hover(editor.at("target:1"))
    assert window.session.pointer.class_index == 1
    assert window.session.pointer.y != window.session.pointer.y  # no logit is meant


def test_the_cursor_of_the_slice_is_read_where_it_stands(window):
    slice_ = on(window, "slice")
    slice_.hover(slice_.at("slice") + QPointF(3, 40))
    index = window.session.state.look.slice_class
    assert window.session.pointer.x == window.session.state.sample.logits[index]
