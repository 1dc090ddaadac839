"""The speaker's view, the Present menu, and which screen the stage goes to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer.study.stories import STORIES
from explorer.ui.program.motion import is_still, keep_still
from explorer.ui.stage.stopwatch import Stopwatch

Key = Qt.Key
STORY = next(iter(STORIES))


@pytest.fixture
def window(make_window):
    made = make_window()
    keep_still(made.settings, still=True)
    yield made
    made.commands.stories.leave()


@pytest.fixture
def stage(window, qtbot):
    return window.commands.stories.present_shipped(STORY)


@pytest.fixture
def speaker(window, stage):
    window.commands.stories.open_speaker()
    return window.commands.stories.speaker


def test_f5_presents_the_study_and_closing_the_window_leaves(window, qtbot):
    window.actions_by_id["present"].trigger()
    stage = window.commands.stories.stage
    assert stage.presenter.story is None
    assert stage.presenter.session is window.session
    assert stage.presenter.cards == ("logits", window.commands.cards.layout.open[0])
    window.commands.session.look(enlarged="slice")
    again = window.commands.stories.present()
    assert again.presenter.cards == ("slice",)
    window.closed.emit()
    assert window.commands.stories.stage is None


def test_a_story_of_the_study_is_presented_from_the_start_or_the_step(window):
    session, stories = window.session, window.commands.stories
    assert not window.actions_by_id["present_here"].isEnabled()
    from dataclasses import replace

    session.apply("Add a story", replace(session.state.study, stories=(STORIES[STORY],)))
    assert stories.present().presenter.story == STORIES[STORY]

    class Desk:
        story, at = STORIES[STORY], 3

    stories.desk = Desk()
    assert stories.present().presenter.place == 0
    assert stories.present_here().presenter.place == 3


@pytest.mark.parametrize("key", STORIES)
def test_every_shipped_story_has_its_row(window, key):
    window.actions_by_id[f"present.{key}"].trigger()
    assert window.commands.stories.stage.presenter.story is STORIES[key]


def test_the_stage_fills_its_screen(window, stage):
    assert stage.isFullScreen()
    assert stage.size() == window.commands.stories.screen.size()


def test_the_speaker_goes_with_the_stage(stage, speaker):
    story = STORIES[STORY]
    assert speaker.steps.count() == len(story)
    assert speaker.notes.text()
    first = speaker.notes.text()
    QTest.keyClick(stage, Key.Key_PageDown)
    assert speaker.steps.currentRow() == 1
    assert speaker.notes.text() != first
    QTest.keyClick(speaker, Key.Key_PageDown)
    assert stage.presenter.place == 2
    speaker.steps.itemClicked.emit(speaker.steps.item(0))
    assert stage.presenter.place == 0
    QTest.keyClick(stage, Key.Key_End)
    assert speaker.ahead.text() == "The end"


def test_the_pictures_are_this_step_and_the_next(stage, speaker, qtbot):
    qtbot.waitUntil(lambda: speaker.present.accessibleName() != "")
    story = STORIES[STORY]
    assert speaker.present.accessibleName() == story.steps[0].titles["en"]
    assert speaker.next.accessibleName() == story.steps[1].titles["en"]


def test_blank_and_language_from_the_speaker(stage, speaker):
    speaker.black.click()
    assert stage.blank.covers
    assert speaker.black.text() == "Show"
    QTest.keyClick(speaker, Key.Key_L)
    QTest.keyClick(speaker, Key.Key_L)
    assert not stage.blank.covers, "the first key uncovers"
    assert stage.presenter.language == "zh"
    assert speaker.steps.item(0).text().endswith(STORIES[STORY].steps[0].titles["zh"])


def test_notes_grow(speaker):
    before = speaker.notes.font().pointSizeF()
    QTest.keyClick(speaker, Key.Key_Plus)
    assert speaker.notes.font().pointSizeF() > before


def test_esc_in_the_speaker_leaves_both(window, speaker):
    QTest.keyClick(speaker, Key.Key_Escape)
    assert window.commands.stories.stage is None
    assert window.commands.stories.speaker is None


def test_n_opens_and_closes_the_speaker(window, stage):
    QTest.keyClick(stage, Key.Key_N)
    assert window.commands.stories.has_speaker
    assert window.actions_by_id["speaker_view"].isChecked()
    QTest.keyClick(stage, Key.Key_N)
    assert not window.commands.stories.has_speaker


def test_a_stopwatch_pauses_and_begins_again():
    now = [10.0]
    watch = Stopwatch(lambda: now[0])
    now[0] += 65.0
    assert watch.written == "1:05"
    watch.toggle()
    now[0] += 100.0
    assert watch.written == "1:05"
    watch.toggle()
    now[0] += 3600.0
    assert watch.written == "1:01:05"
    watch.reset()
    assert watch.written == "0:00"


def test_motion_is_a_preference(window):
    from explorer.ui.program.preferences import Preferences

    page = Preferences(window.commands, window)
    keep_still(window.settings, still=False)
    page.motion.button(True).click()
    assert is_still(window.settings)
    assert window.commands.stories.present_shipped(STORY).presenter.is_still
    page.defaults.click()
    assert not is_still(window.settings)
    page.close()


class Screen:
    """As much of a screen as the choice of one asks for."""

    def __init__(self, name):
        self._name = name

    def name(self):
        return self._name


def test_the_stage_goes_to_the_other_screen_or_the_chosen_one(window, monkeypatch):
    stories = window.commands.stories
    own, second, third = window.screen(), Screen("second"), Screen("third")
    monkeypatch.setattr(type(stories), "screens", [own])
    assert stories.screen is own
    monkeypatch.setattr(type(stories), "screens", [own, second, third])
    assert stories.screen is second
    stories.next_screen()
    assert stories.screen is third
    assert stories.screen_words == "third"


def test_the_small_pages_are_light_or_dark_as_the_stage_is(stage, speaker, qtbot):
    qtbot.waitUntil(lambda: bool(speaker.present.accessibleName()))

    def ground(picture):
        return picture.grab().toImage().pixelColor(6, 6).lightness()

    before = [ground(picture) for picture in (speaker.present, speaker.next)]
    QTest.keyClick(speaker, Key.Key_T)
    after = [ground(picture) for picture in (speaker.present, speaker.next)]
    assert all(abs(now - then) > 100 for now, then in zip(after, before, strict=True)), (before, after)
    QTest.keyClick(stage, Key.Key_T)
    assert [ground(picture) for picture in (speaker.present, speaker.next)] == before


def test_the_keys_are_listed_where_the_speaker_looks(stage, speaker):
    QTest.keyClick(speaker, Key.Key_F1)
    assert speaker.key_list.isVisible()
    assert not stage.key_list.isVisible()
    assert speaker.rect().contains(speaker.key_list.geometry())
    QTest.keyClick(speaker, Key.Key_Escape)
    assert not speaker.key_list.isVisible()
    assert stage.isVisible()
