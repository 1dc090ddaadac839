from __future__ import annotations

from math import isclose

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip, QVBoxLayout, QWidget

from explorer.paint.theme import LIGHT
from explorer.ui.controls import Bounds, LinkButton, NumberField, Scale, Slider, Toggle, brief, plain
from explorer.ui.controls.wrong import say_wrong
from explorer.ui.sheet import sheet

LEFT = Qt.MouseButton.LeftButton
NOTHING = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def shown(qtbot):
    """Puts widgets into a window that is on screen and active."""
    kept = []

    def show(*widgets: QWidget) -> QWidget:
        window = QWidget()
        layout = QVBoxLayout(window)
        for widget in widgets:
            layout.addWidget(widget)
        window.resize(260, 60 * len(widgets))
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        kept.append(window)
        return window

    return show


def focus(qtbot, widget: QWidget, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
    widget.setFocus(reason)
    qtbot.waitUntil(widget.hasFocus)


def drag(slider: Slider, *across: float) -> None:
    """Press at the first place, move through the others; the button stays down."""
    for index, x in enumerate(across):
        kind = QEvent.Type.MouseButtonPress if index == 0 else QEvent.Type.MouseMove
        place = QPointF(x, slider.height() / 2)
        button = LEFT if index == 0 else Qt.MouseButton.NoButton
        event = QMouseEvent(kind, place, slider.mapToGlobal(place), button, LEFT, NOTHING)
        QApplication.sendEvent(slider, event)


def release(slider: Slider, x: float) -> None:
    place = QPointF(x, slider.height() / 2)
    kind = QEvent.Type.MouseButtonRelease
    QApplication.sendEvent(
        slider, QMouseEvent(kind, place, slider.mapToGlobal(place), LEFT, Qt.MouseButton.NoButton, NOTHING)
    )


def wheel(widget: QWidget, notches: int) -> QWheelEvent:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        NOTHING,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event


class TestScale:
    @pytest.mark.parametrize(
        "scale",
        [Scale(0, 1), Scale(-3, 7.5), Scale(0.01, 100, logarithmic=True), Scale(1, 9, whole=True)],
        ids=["share", "linear", "logarithmic", "whole"],
    )
    def test_positions_return(self, scale):
        for position in range(scale.count + 1):
            assert scale.position(scale.number(position)) == position

    def test_linear_numbers_are_round(self):
        scale = Scale(0, 1)
        assert scale.step == 0.005
        assert scale.number(20) == 0.1
        assert scale.number(60) == 0.3

    def test_whole_numbers_stay_whole(self):
        assert [Scale(1, 5, whole=True).number(position) for position in range(5)] == [1, 2, 3, 4, 5]

    def test_logarithmic_middle_is_the_geometric_mean(self):
        scale = Scale(0.01, 100, logarithmic=True)
        assert isclose(scale.number(scale.count // 2), 1.0)

    def test_moved_goes_to_the_next_position_and_stops_at_the_end(self):
        scale = Scale(0, 1)
        assert scale.moved(0.1, 1) == 0.105
        assert scale.moved(0.1012, 1) == 0.105
        assert scale.moved(0.1038, -1) == 0.1
        assert scale.moved(1.0, 1) == 1.0

    def test_beyond_the_end_goes_back_only(self):
        scale = Scale(0.01, 100, logarithmic=True)
        assert scale.moved(500.0, 1) == 500.0
        assert scale.moved(500.0, -1) == 100

    def test_refuses_a_scale_without_room(self):
        with pytest.raises(ValueError, match="low below high"):
            Scale(1, 1)
        with pytest.raises(ValueError, match="above 0"):
            Scale(0, 1, logarithmic=True)


class TestBounds:
    def test_reads_a_number_with_a_true_minus(self):
        assert Bounds("gap", -2, 2).read(" \u22121.5 ") == -1.5

    def test_reads_one_number_a_class(self):
        assert Bounds("weight", 0, 10, classes=3).read("1, 2, 3.5") == (1.0, 2.0, 3.5)

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("word", "ε: “word” is no number; allowed: numbers from 0 to 1"),
            ("2", "ε: 2 is out of range; allowed: numbers from 0 to 1"),
            ("nan", "ε: nan is out of range; allowed: numbers from 0 to 1"),
            ("0.1, 0.2", "ε: “0.1, 0.2” is 2 numbers; allowed: numbers from 0 to 1"),
            ("", "ε: “” is no number; allowed: numbers from 0 to 1"),
        ],
    )
    def test_says_what_is_wrong_and_what_is_allowed(self, text, said):
        with pytest.raises(ValueError, match="allowed") as caught:
            Bounds("ε", 0, 1).read(text)
        assert str(caught.value) == said

    def test_whole(self):
        with pytest.raises(ValueError, match="not whole"):
            Bounds("K", 1, 9, whole=True).read("1.5")

    def test_plain_is_full_precision(self):
        assert plain(0.1 + 0.2) == "0.30000000000000004"
        assert plain((1.0, 2.5)) == "1, 2.5"
        assert plain(float("-inf")) == "-inf"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1.0, "1.00"),
        (0.105, "0.105"),
        (0.1, "0.10"),
        (0.0012, "0.0012"),
        (31.62, "31.6"),
        (1000.0, "1000"),
        (1e6, "1e6"),
        (0.0, "0.00"),
        (-0.5, "\u22120.50"),
    ],
)
def test_brief_numbers_fit_their_field(number, text):
    assert brief(number) == text
    assert len(text) <= 7


class TestToggle:
    def test_click_and_space_switch(self, qtbot, shown):
        toggle = Toggle("BCE shown", LIGHT)
        shown(toggle)
        with qtbot.waitSignal(toggle.clicked):
            QTest.mouseClick(toggle, LEFT)
        assert toggle.isChecked()
        focus(qtbot, toggle)
        with qtbot.waitSignal(toggle.clicked):
            QTest.keyClick(toggle, Qt.Key.Key_Space)
        assert not toggle.isChecked()

    def test_showing_says_nothing(self, qtbot, shown):
        toggle = Toggle("BCE shown", LIGHT)
        shown(toggle)
        with qtbot.assertNotEmitted(toggle.toggled):
            toggle.show_on(True)
        assert toggle.isChecked()

    def test_target_is_large_enough(self):
        toggle = Toggle("x", LIGHT)
        assert min(toggle.width(), toggle.height()) >= 24


class TestSlider:
    @pytest.fixture
    def slider(self, shown):
        made = Slider("ε of BCE smoothed", Scale(0, 1), LIGHT)
        shown(made)
        made.show_number(0.1)
        made.moved.connect(made.show_number)
        made.stepped.connect(made.show_number)
        return made

    def test_drag_is_began_moved_ended(self, qtbot, slider):
        said = []
        slider.began.connect(lambda: said.append("began"))
        slider.moved.connect(lambda number: said.append(number))
        slider.ended.connect(lambda: said.append("ended"))
        start, end = slider.knob().x(), slider.width() - 13.0
        drag(slider, start, start + 20, end)
        assert slider.dragging
        qtbot.waitUntil(lambda: len(said) == 2)
        release(slider, end)
        assert said == ["began", 1.0, "ended"]  # moves between two frames are one
        assert slider.number == 1.0

    def test_release_says_the_last_move(self, slider):
        moves = []
        slider.moved.connect(moves.append)
        start = slider.knob().x()
        drag(slider, start, slider.width() - 13.0)
        release(slider, slider.width() - 13.0)
        assert moves == [1.0]

    def test_press_on_the_knob_moves_nothing(self, qtbot, slider):
        off_centre = slider.knob().x() + 4
        with qtbot.assertNotEmitted(slider.moved):
            drag(slider, off_centre, off_centre)
            release(slider, off_centre)
        assert slider.number == 0.1

    def test_press_on_the_track_goes_there(self, slider):
        drag(slider, slider.width() - 13.0)
        release(slider, slider.width() - 13.0)
        assert slider.number == 1.0

    def test_escape_cancels(self, qtbot, slider):
        focus(qtbot, slider, Qt.FocusReason.MouseFocusReason)
        drag(slider, slider.knob().x(), 200)
        with qtbot.waitSignal(slider.cancelled), qtbot.assertNotEmitted(slider.ended):
            QTest.keyClick(slider, Qt.Key.Key_Escape)
            release(slider, 200)
        assert not slider.dragging

    def test_keys_step(self, qtbot, slider):
        focus(qtbot, slider)
        QTest.keyClick(slider, Qt.Key.Key_Right)
        assert slider.number == 0.105
        QTest.keyClick(slider, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        assert slider.number == 0.055
        QTest.keyClick(slider, Qt.Key.Key_End)
        assert slider.number == 1.0

    def test_double_click_resets(self, qtbot, slider):
        with qtbot.waitSignal(slider.reset):
            QTest.mouseDClick(slider, LEFT)

    def test_wheel_acts_only_with_the_focus(self, qtbot, slider):
        slider.clearFocus()
        assert not wheel(slider, 1).isAccepted()
        assert slider.number == 0.1
        focus(qtbot, slider)
        assert wheel(slider, 1).isAccepted()
        assert slider.number == 0.105

    def test_keeps_a_number_between_two_positions(self, slider):
        slider.show_number(0.1234567)
        assert slider.number == 0.1234567


class TestNumberField:
    @pytest.fixture
    def field(self, shown):
        made = NumberField(Bounds("weight", 0, 10, classes=3), lambda number: f"{number:.2f}")
        shown(made, Toggle("other", LIGHT))
        made.show_setting(0.123456)
        return made

    def test_rounds_at_rest_and_is_exact_in_hand(self, qtbot, field):
        field.clearFocus()
        assert field.text() == "0.12"
        focus(qtbot, field)
        assert field.text() == "0.123456"
        field.clearFocus()
        assert field.text() == "0.12"

    def test_return_enters(self, qtbot, field):
        focus(qtbot, field)
        field.selectAll()
        with qtbot.waitSignal(field.entered) as said:
            QTest.keyClicks(field, "2.5")
            QTest.keyClick(field, Qt.Key.Key_Return)
        assert said.args == [2.5]

    def test_a_number_a_class(self, qtbot, field):
        focus(qtbot, field)
        field.selectAll()
        with qtbot.waitSignal(field.entered) as said:
            QTest.keyClicks(field, "1, 2, 3")
            field.clearFocus()
        assert said.args == [(1.0, 2.0, 3.0)]

    def test_of_many_numbers_the_beginning_is_seen(self, qtbot, field):
        field.setFixedWidth(54)
        focus(qtbot, field)
        field.selectAll()
        QTest.keyClicks(field, "1, 2, 3.5")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.selectedText() == "1, 2, 3.5"
        assert field.cursorPosition() == 0
        field.clearFocus()
        assert field.cursorPosition() == 0
        assert field.cursorRect().left() >= 0
        focus(qtbot, field)
        assert field.cursorPosition() == 0
        QTest.keyClick(field, Qt.Key.Key_End)
        field.clearFocus()
        assert field.cursorPosition() == 0
        assert field.tip.startswith("1, 2, 3.5\n")

    def test_refuses_with_the_allowed_range_and_keeps_the_text(self, qtbot, field):
        focus(qtbot, field)
        field.selectAll()
        QTest.keyClicks(field, "11")
        with qtbot.waitSignal(field.refused) as said, qtbot.assertNotEmitted(field.entered):
            QTest.keyClick(field, Qt.Key.Key_Return)
        assert said.args[0].startswith("weight: 11 is out of range; allowed: numbers from 0 to 10")
        assert field.text() == "11"
        assert field.property("wrong") is True
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert field.text() == "0.123456"
        assert field.property("wrong") is False

    def test_leaving_puts_back_what_was_refused(self, qtbot, field):
        focus(qtbot, field)
        field.selectAll()
        QTest.keyClicks(field, "word")
        field.clearFocus()
        assert field.text() == "0.12"

    def test_up_and_wheel_step(self, qtbot, field):
        focus(qtbot, field)
        with qtbot.waitSignal(field.stepped) as said:
            QTest.keyClick(field, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
        assert said.args == [10]
        with qtbot.waitSignal(field.stepped) as said:
            wheel(field, -1)
        assert said.args == [-1]

    def test_showing_does_not_disturb_typing(self, qtbot, field):
        focus(qtbot, field)
        field.selectAll()
        QTest.keyClicks(field, "0.")
        field.show_setting(7.0)
        assert field.text() == "0."


class TestUndoInAField:
    """In a window that has actions for undo and redo, as the real one has."""

    CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

    @pytest.fixture
    def asked(self):
        return []

    @pytest.fixture
    def field(self, qtbot, shown, asked):
        made = NumberField(Bounds("weight", 0, 10, classes=3), lambda number: f"{number:.2f}")
        window = shown(made)
        for name in ("Undo", "Redo"):
            action = QAction(name, window)
            action.setShortcuts(getattr(QKeySequence.StandardKey, name))
            action.triggered.connect(lambda _checked=False, name=name: asked.append(name))
            window.addAction(action)
        made.show_setting(0.5)
        focus(qtbot, made)
        return made

    def enter(self, field, text):
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def test_what_was_entered_is_undone_by_the_window(self, field, asked):
        self.enter(field, "2.5")
        QTest.keyClick(field, Qt.Key.Key_Z, self.CTRL)
        QTest.keyClick(field, Qt.Key.Key_Z, self.CTRL | self.SHIFT)
        assert asked == ["Undo", "Redo"]
        assert field.text() == "2.5"  # until the window shows another setting
        field.show_setting(0.5)
        assert field.text() == "0.5"
        assert field.selectedText() == "0.5"

    def test_what_is_half_typed_is_undone_in_the_field(self, field, asked):
        field.selectAll()
        QTest.keyClicks(field, "7")
        QTest.keyClick(field, Qt.Key.Key_Z, self.CTRL)
        assert asked == []
        assert field.text() == "0.5"
        QTest.keyClick(field, Qt.Key.Key_Z, self.CTRL)
        assert asked == ["Undo"]

    def test_typed_back_is_not_half_typed(self, field):
        field.end(False)
        QTest.keyClicks(field, "1")
        QTest.keyClick(field, Qt.Key.Key_Backspace)
        field.show_setting(3.0)
        assert field.text() == "3"

    def test_nothing_to_undo_leaves_the_text(self, field):
        for action in field.window().actions():
            action.setEnabled(False)
        self.enter(field, "2.5")
        QTest.keyClick(field, Qt.Key.Key_Z, self.CTRL)
        assert field.text() == "2.5"
        assert not field.isUndoAvailable()


class TestLinkButton:
    def test_click_and_space(self, qtbot, shown):
        link = LinkButton("use soft", LIGHT)
        shown(link)
        with qtbot.waitSignal(link.clicked):
            QTest.mouseClick(link, LEFT)
        focus(qtbot, link)
        with qtbot.waitSignal(link.clicked):
            QTest.keyClick(link, Qt.Key.Key_Space)


@pytest.fixture
def dressed(qapp):
    """The style sheet of the application, which tests before may have put on and off."""
    before = qapp.styleSheet()
    qapp.setStyleSheet(sheet(LIGHT))
    yield
    qapp.setStyleSheet(before)


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("at_the_end", [False, True])
def test_a_bubble_never_lies_over_its_field(shown, at_the_end):
    field = QLineEdit("cat")
    window = shown(field)
    screen = window.screen().geometry()
    low = screen.bottom() - window.height() + 1 if at_the_end else screen.center().y()
    window.move(screen.left() + 40, low)
    say_wrong(field, "cat is there already")
    bubbles = [part for part in QApplication.topLevelWidgets() if part.inherits("QTipLabel")]
    (bubble,) = [part for part in bubbles if part.isVisible()]
    assert bubble.text() == "cat is there already"
    area = QRect(field.mapToGlobal(QPoint(0, 0)), field.size())
    assert not bubble.geometry().intersects(area)
    assert (bubble.y() < area.y()) == at_the_end
    QToolTip.hideText()
    bubble.hide()
