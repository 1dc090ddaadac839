"""The stage by keys, mouse and clicker: steps, dropped edits, the blank, the ways out, transitions."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from explorer.paint.theme import LIGHT
from explorer.study.examples import opening
from explorer.study.state import State
from explorer.study.stories import STORIES, Control, Story, recorded
from explorer.ui.stage.keys import COMMANDS
from explorer.ui.stage.presenter import Presenter
from explorer.ui.stage.stage import Stage
from tests.ui.pointer import Pointer

Key = Qt.Key
CARDS = ("logits", "values")


class Clock:
    """A clock that goes on only when a test says so."""

    def __init__(self):
        self.seconds = 100.0

    def __call__(self):
        return self.seconds


def story_of_opening() -> Story:
    """Three steps: one logit moves, then other cards, then another loss is gone."""
    opened = opening()
    state = State(opened.study, opened.look)
    sample = state.sample
    table = state.study.table.with_row(state.look.sample, sample.logits + 10.0, sample.targets)
    moved = state.with_study(state.study.with_table(table))
    fewer = moved.with_study(replace(moved.study, shown=moved.study.shown[:1]))
    control = Control("alpha", low=0.1, high=10.0, log=True, words={"en": "Scale", "zh": "倍数"})
    steps = (
        replace(recorded(state, CARDS, {"en": "One"}), captions={"en": "First", "zh": "第一"}),
        replace(recorded(moved, CARDS, {"en": "Two"}), control=control),
        recorded(fewer, ("slice",), {"en": "Three"}),
    )
    return Story("test", {"en": "A test"}, steps)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def make_stage(qtbot, clock, monkeypatch):
    monkeypatch.setattr("explorer.ui.stage.pointer.REST", 600_000)  # the pointer rests when a test says so

    def make(presenter=None, story=None, size=(1280, 720), **options):
        presenter = presenter or Presenter(
            "en",
            story=story or story_of_opening(),
            now=clock,
            is_still=options.pop("is_still", True),
            **options,
        )
        stage = Stage(presenter, LIGHT, now=clock)
        stage.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(stage)
        stage.resize(*size)
        stage.show()
        return stage

    return make


def press(stage, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(stage, key, modifier)


def drag(canvas, handle, down):
    """Drag a handle by its grip; the first move must be a drag and no click."""
    pointer = Pointer(canvas)
    start = pointer.at(handle)
    pointer.drag(start, start + QPointF(0, down / 2), start + QPointF(0, down))


def logits(stage):
    return stage.presenter.session.state.sample.logits


@pytest.mark.parametrize("key", [key for key, name in COMMANDS.items() if name == "on"])
def test_every_key_that_goes_on(make_stage, key):
    stage = make_stage()
    press(stage, key)
    assert stage.presenter.place == 1


@pytest.mark.parametrize("key", [key for key, name in COMMANDS.items() if name == "back"])
def test_every_key_that_goes_back(make_stage, key):
    stage = make_stage(place=2)
    press(stage, key)
    assert stage.presenter.place == 1


def test_home_end_and_numbers(make_stage):
    stage = make_stage()
    press(stage, Key.Key_End)
    assert stage.presenter.place == 2
    press(stage, Key.Key_Home)
    assert stage.presenter.place == 0
    press(stage, Key.Key_2, Key.Key_Return)
    assert stage.presenter.place == 1
    press(stage, Key.Key_9, Key.Key_Return)
    assert stage.presenter.place == 1
    assert "no such" in stage.word.text


def test_the_end_is_said_and_not_left(make_stage):
    stage = make_stage(place=2)
    press(stage, Key.Key_PageDown, Key.Key_PageDown)
    assert stage.isVisible()
    assert stage.presenter.place == 2
    assert stage.word.isVisible()
    assert stage.word.text == "The end"


def test_arrows_and_dots_can_be_clicked(make_stage):
    stage = make_stage()

    def click(x, y):
        QTest.mouseClick(stage, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))

    click(*stage.places.on.centre)
    assert stage.presenter.place == 1
    click(*stage.places.back.centre)
    assert stage.presenter.place == 0
    middle = stage.places.dots.centre
    click(middle[0] + 48 * stage.places.unit, middle[1])
    assert stage.presenter.place == 2
    click(stage.width() / 2, stage.places.title.centre[1])
    assert stage.presenter.place == 2, "elsewhere nothing is clicked"


def test_a_finger_goes_on_and_back(make_stage):
    stage = make_stage()
    row = round(stage.places.caption.centre[1])
    for start, end, place in ((900, 500, 1), (300, 800, 0)):
        QTest.mousePress(stage, Qt.MouseButton.LeftButton, pos=QPoint(start, row))
        QTest.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=QPoint(end, row))
        assert stage.presenter.place == place


def test_a_bar_is_dragged_and_the_caption_follows(make_stage, qtbot):
    from tests.analysis.test_story_numbers import STEPS  # any step with a number of the logits

    key, place = next(each for each in STEPS if "logits" in STORIES[each[0]].steps[each[1]].cards
                      and STORIES[each[0]].steps[each[1]].numbers)  # fmt: skip
    stage = make_stage(story=STORIES[key], place=place)
    before, caption = logits(stage).copy(), stage.caption
    canvas = next(each for each in stage.canvases if each.plot.key == "logits")
    handle = next(each for each in canvas.figure.handles if each.id == "logit:0")
    drag(canvas, handle.id, 40)
    assert logits(stage)[0] != before[0]
    qtbot.waitUntil(lambda: stage.caption != caption)
    press(stage, Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert np.array_equal(logits(stage), before)
    qtbot.waitUntil(lambda: stage.caption == caption)


def test_edits_are_dropped_where_one_steps_on(make_stage):
    stage = make_stage()
    before = logits(stage).copy()
    canvas = stage.canvases[0]
    drag(canvas, "logit:0", 30)
    assert not np.array_equal(logits(stage), before)
    press(stage, Key.Key_PageDown, Key.Key_PageUp)
    assert np.array_equal(logits(stage), before)
    assert stage.presenter.session.history.undo_label is None


def test_r_puts_the_step_back(make_stage):
    stage = make_stage()
    before = logits(stage).copy()
    drag(stage.canvases[0], "logit:0", 30)
    press(stage, Key.Key_R)
    assert np.array_equal(logits(stage), before)


def test_arrows_are_the_bar_s_while_it_has_the_keyboard(make_stage):
    stage = make_stage()
    canvas = stage.canvases[0]
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    before = logits(stage).copy()
    press(canvas, Key.Key_Up)
    assert (logits(stage) != before).sum() == 1
    assert stage.presenter.place == 0
    press(canvas, Key.Key_PageDown)
    assert stage.presenter.place == 1, "a clicker's keys are always the stage's"
    stage.canvases[0].setFocus(Qt.FocusReason.TabFocusReason)
    press(stage.canvases[0], Key.Key_Return)
    assert stage.presenter.place == 2, "which enlarges a card at the desk"
    press(stage, Key.Key_Home)
    stage.canvases[0].setFocus(Qt.FocusReason.TabFocusReason)
    press(stage.canvases[0], Key.Key_Escape)
    assert stage.isVisible()
    assert not stage.canvases[0].hasFocus()
    press(stage, Key.Key_Down)
    assert stage.presenter.place == 1


@pytest.mark.parametrize(
    ("key", "colour"), [(Key.Key_B, "#000000"), (Key.Key_Period, "#000000"), (Key.Key_W, "#ffffff")]
)
def test_blank(make_stage, key, colour):
    stage = make_stage()
    press(stage, key)
    assert stage.blank.isVisible()
    assert stage.grab().toImage().pixelColor(300, 300).name() == colour
    press(stage, key)
    assert not stage.blank.isVisible()
    press(stage, key, Key.Key_PageDown)
    assert not stage.blank.isVisible()
    assert stage.presenter.place == 0, "what was covered is seen first"


def test_blank_takes_its_time(make_stage, clock):
    stage = make_stage(is_still=False)
    press(stage, Key.Key_B)
    clock.seconds += 0.06
    stage.blank.player.tick()
    assert stage.blank.share == pytest.approx(0.5)
    clock.seconds += 0.07
    stage.blank.player.tick()
    assert stage.blank.share == 1.0


def test_escape_leaves_in_its_order(make_stage):
    stage = make_stage()
    press(stage, Key.Key_B, Key.Key_Escape)
    assert stage.isVisible()
    assert not stage.blank.isVisible()
    press(stage, Key.Key_F1)
    assert stage.key_list.isVisible()
    press(stage, Key.Key_Escape)
    assert stage.isVisible()
    assert not stage.key_list.isVisible()
    press(stage, Key.Key_F11)
    assert stage.isFullScreen()
    press(stage, Key.Key_Escape)
    assert stage.isVisible()
    assert not stage.isFullScreen()
    press(stage, Key.Key_Escape)
    assert not stage.isVisible()


def test_a_mouse_leaves_by_the_cross(make_stage):
    stage = make_stage()
    assert not stage.closer.isVisible()
    Pointer(stage).hover(QPointF(600, 20))
    assert stage.closer.isVisible()
    QTest.mouseClick(stage.closer, Qt.MouseButton.LeftButton)
    assert not stage.isVisible()


def test_the_pointer_hides_and_comes_back(make_stage, qtbot):
    stage = make_stage()
    Pointer(stage).hover(QPointF(600, 20))
    assert stage.closer.isVisible()
    stage.activateWindow()
    qtbot.waitUntil(stage.isActiveWindow)
    stage.pointer.rested.emit()
    assert not stage.closer.isVisible()
    assert all(part.cursor().shape() == Qt.CursorShape.BlankCursor for part in (stage, *stage.canvases))
    Pointer(stage).hover(QPointF(640, 30))
    assert stage.closer.isVisible()
    assert stage.cursor().shape() != Qt.CursorShape.BlankCursor


def test_a_blank_that_is_taken_back_on_its_way(make_stage, clock):
    stage = make_stage(is_still=False)
    press(stage, Key.Key_B)
    clock.seconds += 0.06
    stage.blank.player.tick()
    press(stage, Key.Key_B)
    assert stage.blank.share == pytest.approx(0.5)
    clock.seconds += 0.2
    stage.blank.player.tick()
    assert not stage.blank.isVisible()


def test_a_transition_is_where_the_clock_says(make_stage, clock):
    stage = make_stage(is_still=False)
    before = logits(stage).copy()
    high = stage.canvases[0].figure.y.high
    press(stage, Key.Key_PageDown)
    seconds = stage.presenter.step.seconds
    assert stage.presenter.is_moving
    clock.seconds += seconds / 2
    stage.presenter.player.tick()
    assert np.allclose(logits(stage), before + 5.0)
    assert high < stage.canvases[0].figure.y.high
    assert stage.presenter.session.history.undo_label is None
    clock.seconds += seconds
    stage.presenter.player.tick()
    assert np.allclose(logits(stage), before + 10.0)
    assert not stage.presenter.is_moving


def test_a_step_during_a_move_ends_it_first(make_stage, clock):
    stage = make_stage(is_still=False)
    press(stage, Key.Key_PageDown)
    clock.seconds += 0.1
    press(stage, Key.Key_PageUp)
    assert stage.presenter.place == 0
    start = logits(stage)
    assert np.allclose(start, stage.presenter.story.steps[1].study.table.sample(0).logits), (
        "it was at its end"
    )


def test_a_hand_ends_a_move(make_stage, clock):
    stage = make_stage(is_still=False)
    press(stage, Key.Key_PageDown)
    clock.seconds += 0.1
    stage.presenter.player.tick()
    QTest.mousePress(stage.track, Qt.MouseButton.LeftButton, pos=stage.track.rect().center())
    assert not stage.presenter.is_moving


def test_other_cards_fade_for_a_moment(make_stage, clock):
    stage = make_stage(place=1, is_still=False)
    press(stage, Key.Key_PageDown)
    assert stage.fade.isVisible()
    assert [canvas.plot.key for canvas in stage.canvases] == ["slice"]
    clock.seconds += 1.0
    stage.fade.player.tick()
    assert not stage.fade.isVisible()


def test_nothing_moves_where_motion_is_reduced(make_stage):
    stage = make_stage(is_still=True)
    press(stage, Key.Key_PageDown)
    assert not stage.presenter.is_moving
    press(stage, Key.Key_PageDown)
    assert not stage.fade.isVisible()


def test_the_slider_by_mouse_and_keys(make_stage):
    stage = make_stage(place=1)
    track, session = stage.track, stage.presenter.session
    assert track.isVisible()
    y = track.height() - 3  # anywhere in its row
    QTest.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(track.width() - 1, y))
    assert session.state.look.alpha == pytest.approx(10.0)
    QTest.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(track.width() // 2, y))
    assert session.state.look.alpha == pytest.approx(1.0, rel=0.05)
    track.setFocus(Qt.FocusReason.TabFocusReason)
    before = session.state.look.alpha
    press(track, Key.Key_Right)
    assert session.state.look.alpha > before
    press(track, Key.Key_Home)
    assert session.state.look.alpha == pytest.approx(0.1)
    assert stage.presenter.place == 1
    assert stage.presenter.slider().words == "Scale"
    assert track.share == pytest.approx(0.0)


def test_theme_and_language(make_stage):
    stage = make_stage()
    light = stage.grab().toImage().pixelColor(2, 300)
    press(stage, Key.Key_T)
    assert stage.grab().toImage().pixelColor(2, 300) != light
    assert stage.caption == "First"
    press(stage, Key.Key_L)
    assert stage.caption == "第一"
    press(stage, Key.Key_L)
    assert stage.caption == "First"


def test_a_descent_follows_its_slider_even_after_an_edit(make_stage):
    found = next(
        (key, place)
        for key, story in STORIES.items()
        for place, step in enumerate(story.steps)
        if step.control is not None and step.control.kind == "time"
    )
    stage = make_stage(story=STORIES[found[0]], place=found[1])
    canvas = stage.canvases[0]
    shown = [handle.place.y for handle in canvas.figure.handles if handle.id.startswith("logit:")]
    stage.presenter.slide_to(0.5)
    later = [handle.place.y for handle in canvas.figure.handles if handle.id.startswith("logit:")]
    assert shown != later
    stage.presenter.slide_to(0.0)
    drag(canvas, "logit:1", 30)
    edited = [handle.place.y for handle in canvas.figure.handles if handle.id.startswith("logit:")]
    stage.presenter.slide_to(1.0)
    assert [handle.place.y for handle in canvas.figure.handles if handle.id.startswith("logit:")] != edited


def test_the_study_itself_on_stage(make_stage, make_window):
    window = make_window()
    presenter = Presenter("en", session=window.session, cards=CARDS, is_still=True)
    stage = make_stage(presenter)
    assert not stage.track.isVisible()
    before = logits(stage).copy()
    drag(stage.canvases[0], "logit:0", 40)
    assert window.session.state.sample.logits[0] != before[0], "edits are the study's"
    assert window.session.history.undo_label is not None
    stage.close()
    assert window.session.state.sample.logits[0] != before[0]


@pytest.mark.parametrize("key", list(STORIES))
def test_every_story_can_be_walked_through(make_stage, key, clock):
    stage = make_stage(story=STORIES[key], is_still=False)
    for place in range(1, len(STORIES[key])):
        press(stage, Key.Key_PageDown)
        clock.seconds += 0.2
        for player in (stage.presenter.player, stage.fade.player):
            player.tick()
        stage.grab()
        clock.seconds += 60.0
        for player in (stage.presenter.player, stage.fade.player):
            player.tick()
        stage.grab()
        assert stage.presenter.place == place
        assert not any(canvas._fails for canvas in stage.canvases)
