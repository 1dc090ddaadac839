"""The words of the stage: the talk's clock, long titles, two even lines, what the panel warns of."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFontMetricsF, QHoverEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle

from explorer.analysis.story_numbers import staged, unknown
from explorer.paint.fonts import has_chinese_face, is_chinese
from explorer.paint.stage import _lettered, fits
from explorer.paint.theme import LIGHT
from explorer.plots import stage
from explorer.study.failures import ImportFailure
from explorer.study.importers import read_text
from explorer.study.stories import STORIES
from explorer.study.stories.usual_controls import limits, names, titles, usual
from explorer.ui.export_moving import film_of
from explorer.ui.export_plan import Plan
from explorer.ui.panels import stories_list
from explorer.ui.stage.overlays import stage_font
from explorer.ui.stage.presenter import Presenter
from explorer.ui.stage.speaker import Speaker
from explorer.ui.stage.stage import Stage

pytestmark = pytest.mark.usefixtures("qapp")
STORY = STORIES["overconfident"]


def test_the_clock_counts_from_the_beginning_of_the_talk(qtbot):
    now = [10.0]
    shown = Stage(Presenter("en", story=STORY, is_still=True, now=lambda: now[0]), LIGHT)
    qtbot.addWidget(shown)
    now[0] += 65.0
    for _ in range(2):  # opened in the middle, closed, opened again
        speaker = Speaker(shown, LIGHT)
        qtbot.addWidget(speaker)
        assert speaker.elapsed.text() == "1:05"


def lettered(text, lines):
    box = stage.places(stage.WIDTH, stage.HEIGHT, 1, has_slider=False, has_story=True)
    where, pixels = (box.title, stage.TITLE) if lines == 1 else (box.caption, stage.CAPTION)
    role = "title" if lines == 1 else "body"
    return _lettered(text, where.width, where.height, pixels, 1.0, role, lines), where


@pytest.mark.parametrize("lines", [1, 2])
def test_what_is_too_long_ends_with_an_ellipsis(lines):
    (_, shown, _), _ = lettered("words that go on " * 40, lines)
    assert shown.endswith("…")
    assert 40 < len(shown) < 400
    whole = fits("words that go on " * 40, "words that go on " * 40)
    assert whole == (False, False)
    assert fits("A title", "A caption.") == (True, True)


@pytest.mark.parametrize(
    "text", ["a few words of one line and then some more of it, " * 3, "一个标签时的说明" * 7]
)
def test_two_lines_are_alike(text):
    if is_chinese(text) and not has_chinese_face():
        pytest.skip("no Chinese face is installed")
    (letters, shown, width), _ = lettered(text.strip(), 2)
    assert shown == text.strip()
    assert width < 0.62 * QFontMetricsF(letters).horizontalAdvance(shown), "about half of it"


def test_one_line_uses_the_whole_width():
    (_, _, width), where = lettered("One line.", 2)
    assert width == where.width
    assert where.width > 0.9 * stage.WIDTH


def test_a_name_that_no_number_has_is_found():
    numbers = STORY.steps[0].numbers
    known = f"{{{numbers[0].name}}}" if numbers else ""
    assert unknown(f"{known} {{nothing}} {{nothing}} {{{{brace}}}}", numbers) == ("{nothing}",)
    assert unknown("half {open", numbers) == ()


def test_a_slider_of_a_setting_has_its_symbol_and_its_limits():
    step = next(
        step for step in STORIES["every-loss-fails"].steps if step.control and step.control.kind == "setting"
    )
    state = staged(step)
    words = titles("setting", state)
    assert len(words) == len(names("setting", state))
    assert any(each.startswith("ε of ") for each in words)
    assert not any("epsilon" in each for each in words)
    name = next(each for each in names("setting", state) if each.endswith(".epsilon"))
    assert limits(usual("setting", name, state), state) == (0.0, 1.0)
    assert limits(usual("target", "", state), state) == (0.0, 1.0)


def test_a_script_is_called_a_script():
    with pytest.raises(ImportFailure, match="script of Python"):
        read_text("# Written by a program\nimport torch\n\ndef f(x):\n    return x, x\n\nprint(f(1), 2)\n")
    with pytest.raises(ImportFailure) as failure:
        read_text("a,b\n1,2,3\n")
    assert "script" not in str(failure.value)


@pytest.fixture
def window(make_window):
    made = make_window(size=(1600, 1000))
    editing = made.commands.story_editing
    editing.show()
    for _ in range(4):
        editing.record()
    return made


def test_recorded_steps_are_numbered(window):
    found = [step.titles["en"] for step in window.commands.story_editing.story.steps]
    assert len(set(found)) == 4
    assert found[1] == f"{found[0]} 2"


def test_the_panel_warns_of_what_the_stage_cuts(window):
    form, editing = window.desk.stories.form, window.commands.story_editing
    assert not form.warning.isVisible()
    editing.write("titles", "a title that goes on " * 20)
    assert form.warning.isVisible()
    assert "title is too long" in form.warning.text()
    editing.write("titles", "short")
    editing.write("captions", "{nothing}")
    assert "{nothing}" in form.warning.text()
    editing.write("captions", "something")
    assert not form.warning.isVisible()


def test_the_other_language_shows_in_pale_what_is_to_be_translated(window):
    form, editing = window.desk.stories.form, window.commands.story_editing
    title = editing.step.titles["en"]
    editing.speak("zh")
    assert form.title.text() == ""
    assert form.title.placeholderText() == title
    editing.write("titles", "梯度")
    assert form.title.placeholderText() == ""


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_word_beside_the_dots_is_whole(qtbot, language):
    shown = Stage(Presenter(language, story=STORY, is_still=True), LIGHT)
    qtbot.addWidget(shown)
    shown.resize(1280, 720)
    shown.show()
    for key in (Qt.Key.Key_9, Qt.Key.Key_9, Qt.Key.Key_Return):
        QTest.keyClick(shown, key)
        needed = QFontMetricsF(stage_font(stage.COUNT * shown.word.unit, shown.word.text))
        assert shown.word.isVisible()
        assert needed.horizontalAdvance(shown.word.text) <= shown.word.width()


def test_a_drag_of_a_step_leaves_no_shade_behind(window, monkeypatch):
    view = window.desk.stories.list
    row = view.visualRect(view.steps.index(0)).height()
    start, end = QPoint(40, 3 * row + row // 2), QPoint(40, row + 2)
    QApplication.sendEvent(view.viewport(), QHoverEvent(QEvent.Type.HoverMove, start, start, QPoint()))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert window.commands.story_editing.at == 1
    shaded = []
    over = QStyle.StateFlag.State_MouseOver

    def noted(_painter, area, state, _theme):
        if state & over:
            shaded.append(round(area.top() / row))

    monkeypatch.setattr(stories_list, "_ground", noted)
    view.viewport().grab()
    assert shaded in ([], [1])


@pytest.mark.parametrize(("form", "has_notes"), [("pdf", True), ("mp4", False), ("html", False)])
def test_notes_go_into_a_story_s_pdf_alone(form, has_notes):
    plan = Plan(what="story", form=form, has_notes=True)
    film = film_of(plan, Path(f"talk.{form}"), staged(STORY.steps[0]), STORY, ())
    assert film.with_notes is has_notes
