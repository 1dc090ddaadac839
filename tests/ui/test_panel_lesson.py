from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from explorer.paint.fonts import faces, heavy_chinese
from explorer.study import examples
from explorer.study.lessons import LESSONS
from explorer.ui.cards.arrangement import Arrangement, Rectangle
from explorer.ui.panels.lesson_place import LEAST_BARS, LEAST_LIST, with_lesson
from tests.ui.panel_parts import focus

LEFT = Qt.MouseButton.LeftButton
KEYS = tuple(LESSONS)


@pytest.fixture
def window(make_window):
    made = make_window()
    made.actions_by_id["lesson.one-sample-many-losses"].trigger()
    return made


def edit(window) -> None:
    study = window.session.state.study
    window.session.apply("Edit", study.with_table(study.table.with_logit(0, 0, -1.0)))


def discard(window) -> None:
    next(button for button in window.notice.buttons if button.text() == "Discard changes").click()


def now_of(window) -> dict[str, str]:
    return {words: now for words, now, _ in window.desk.lesson.numbers.texts}


def test_without_a_lesson_nothing_of_it_is_made(make_window) -> None:
    window = make_window()
    assert window.desk.lesson is None
    assert not window.actions_by_id["previous_lesson"].isEnabled()
    assert not window.actions_by_id["close_lesson"].isEnabled()


def test_an_action_opens_the_study_and_the_panel_over_the_bars(window) -> None:
    panel, desk = window.desk.lesson, window.desk
    assert window.session.state.study.title == "One sample, many losses"
    assert panel.isVisible()
    assert panel.title.text() == "One sample, many losses"
    assert panel.place.whole == "2 of 27 · Traps"
    assert panel.geometry().left() == desk.editor.geometry().left()
    assert panel.geometry().bottom() < desk.editor.geometry().top()
    assert panel.height() == panel.height_of(panel.width())
    assert all(desk.cards[key].isVisible() for key in ("gradient", "slice", "budget", "landscape"))
    assert window.actions_by_id["lesson.one-sample-many-losses"].isChecked()
    assert all(now == stated for _, now, stated in panel.numbers.texts)


def test_the_numbers_follow_the_edits(window) -> None:
    before = now_of(window)
    edit(window)
    after = now_of(window)
    assert before["ZLPR"] == "0.9040"
    assert after["ZLPR"] != before["ZLPR"]
    assert after["BCE, sum"] != before["BCE, sum"]
    assert window.desk.lesson.numbers.texts[0][2] == "0.9040"
    window.session.undo()
    assert now_of(window) == before


def test_reset_is_one_step_that_can_be_undone(window) -> None:
    before = now_of(window)
    edit(window)
    edited = now_of(window)
    window.session.look(alpha=3.0)
    QTest.mouseClick(window.desk.lesson.reset, LEFT)
    assert now_of(window) == before
    assert window.session.state.look.alpha == 1.0
    assert window.session.history.undo_label == "Reset the lesson"
    window.session.undo()
    assert now_of(window) == edited


def test_next_and_previous_go_through_all_and_end(make_window) -> None:
    window = make_window()
    window.actions_by_id["next_lesson"].trigger()
    panel = window.desk.lesson
    assert not panel.previous.isEnabled()
    seen = [panel.title.text()]
    while panel.next.isEnabled():
        QTest.mouseClick(panel.next, LEFT)
        seen.append(panel.title.text())
    assert seen == [LESSONS[key].title() for key in KEYS]
    QTest.mouseClick(panel.previous, LEFT)
    assert panel.title.text() == LESSONS[KEYS[-2]].title()


def test_what_was_changed_in_a_lesson_stays_with_it(window) -> None:
    panel = window.desk.lesson
    edit(window)
    edited = now_of(window)
    QTest.mouseClick(panel.next, LEFT)
    assert not window.notice.isVisible()
    assert window.session.history.is_saved
    QTest.mouseClick(panel.previous, LEFT)
    assert now_of(window) == edited
    assert not window.session.history.is_saved  # closing the window asks
    window.session.undo()
    assert now_of(window) != edited  # what was done to it is known still


def test_it_is_said_that_changes_stay(window) -> None:
    said = []
    window.commands.noted.connect(said.append)
    window.actions_by_id["next_lesson"].trigger()
    assert said == []  # nothing was changed
    edit(window)
    window.actions_by_id["previous_lesson"].trigger()
    assert said == ["Your changes stay with “How soft ZLPR is read” until the window closes."]
    window.actions_by_id["next_lesson"].trigger()
    assert said[-1] == "Your changes to this lesson are still here; Reset puts it as it was."


def test_closing_brings_back_what_was_open_before(make_window) -> None:
    window = make_window()
    session = window.session
    edit(window)
    before = session.state.study
    session.look(held=1)
    window.commands.open_lesson("peel")
    discard(window)
    window.actions_by_id["next_lesson"].trigger()
    edit(window)
    window.actions_by_id["close_lesson"].trigger()
    assert session.state.study == before
    assert session.state.look.held == 1
    assert not session.history.is_saved
    session.undo()
    assert session.state.study != before
    assert not window.desk.lesson.isVisible()
    assert window.commands.lessons.lesson is None


def test_a_lesson_that_was_saved_to_a_file_stays_open(window, tmp_path) -> None:
    edit(window)
    assert window.commands.save_to(tmp_path / "mine.study.json")
    edited = window.session.state.study
    window.actions_by_id["close_lesson"].trigger()
    assert window.session.state.study == edited
    assert not window.desk.lesson.isVisible()


def test_unsaved_changes_are_asked_for_first(make_window) -> None:
    window = make_window()
    edit(window)
    window.commands.open_lesson("peel")
    assert window.notice.isVisible()
    assert window.desk.lesson is None
    assert "The lesson “From ZLPR to BCE” is not opened yet" in window.notice.text.text()
    next(button for button in window.notice.buttons if button.text() == "Discard changes").click()
    assert window.desk.lesson.isVisible()
    assert window.session.state.study.title == "From ZLPR to BCE"


def test_another_document_closes_the_lesson(window) -> None:
    window.commands.open(examples.EXAMPLES["overconfidence"].open())
    assert not window.desk.lesson.isVisible()
    assert window.commands.lessons.lesson is None
    assert not window.actions_by_id["lesson.one-sample-many-losses"].isChecked()


def test_escape_puts_back_what_is_enlarged_before_it_closes_the_lesson(window) -> None:
    window.session.look(enlarged="slice")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.session.state.look.enlarged is None
    assert window.desk.lesson.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.desk.lesson.isVisible()
    assert window.session.state.study.title != "One sample, many losses"  # what was open before is back


def test_closing_gives_the_room_back_and_the_keyboard(qtbot, window) -> None:
    panel = window.desk.lesson
    focus(qtbot, panel.closer)
    QTest.keyClick(panel.closer, Qt.Key.Key_Space)
    assert not panel.isVisible()
    assert window.desk.editor.geometry().top() == 0
    assert window.desk.editor.canvas.hasFocus()


def test_the_language_is_chosen_and_kept(window) -> None:
    panel = window.desk.lesson
    QTest.mouseClick(panel.languages["zh"], LEFT)
    assert panel.title.text() == "一个样本，多个损失"
    assert panel.reset.text() == "重置"
    assert panel.next.accessibleName() == "下一课"
    assert window.settings.get("lesson_language", "en") == "zh"
    QTest.mouseClick(panel.next, LEFT)
    assert panel.title.text() == LESSONS["soft-zlpr-reading"].title("zh")
    QTest.mouseClick(panel.languages["en"], LEFT)
    assert panel.title.text() == LESSONS["soft-zlpr-reading"].title()
    assert "lesson_language" not in window.settings.all


def test_chinese_words_have_latin_letters_of_their_weight(window) -> None:
    window.commands.lessons.speak("zh")
    panel = window.desk.lesson
    labels = [panel.title, panel.text, panel.place, *panel.numbers.findChildren(QLabel)]
    chinese = [label for label in labels if any("\u4e00" <= letter <= "\u9fff" for letter in label.text())]
    assert len(chinese) > 5
    for label in chinese:
        assert label.font().families() == faces(mono=False)
        assert label.font().weight() in (QFont.Weight.Normal, heavy_chinese())


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_lesson_is_whole_in_its_panel(make_window, key, language) -> None:
    window = make_window()
    window.commands.lessons.speak(language)
    window.commands.open_lesson(key)
    QApplication.processEvents()
    panel = window.desk.lesson
    assert not panel._scroll.verticalScrollBar().isVisible()
    assert [stated for _, _, stated in panel.numbers.texts] == [each.stated for each in LESSONS[key].numbers]
    assert "—" not in [now for _, now, _ in panel.numbers.texts]


@pytest.mark.parametrize("size", [(1024, 700), (1440, 900), (2560, 1440)])
def test_the_bars_keep_their_room(make_window, size) -> None:
    window = make_window(size=size)
    for key, least in (("margins-precision", LEAST_BARS), ("gradient-budget", LEAST_LIST)):
        window.commands.open_lesson(key)
        QApplication.processEvents()
        assert window.desk.editor.height() >= least
        assert window.desk.lesson.height() >= 200
        assert (window.width(), window.height()) == size


def test_the_table_of_classes_goes_only_where_there_is_no_room(make_window) -> None:
    assert not make_window(size=(1440, 900)).desk.classes.isHidden()
    for size, hidden in (((1440, 900), True), ((2560, 1440), False)):
        window = make_window(size=size)
        window.commands.open_lesson("peel")
        assert window.desk.classes.isHidden() is hidden


def test_a_lesson_lies_over_the_editor() -> None:
    editor, table = Rectangle(12, 0, 316, 500), Rectangle(12, 508, 316, 270)
    made = Arrangement({"logits": editor, "classes": table}, (), 0, compact=False)
    found = with_lesson(made, lambda width: width, lists=False).places
    assert found["lesson"] == Rectangle(12, 0, 316, 316)
    assert found["logits"] == Rectangle(12, 324, 316, 778 - 324)
    assert "classes" not in found
    tall = with_lesson(made, lambda width: 2000, lists=True).places
    assert tall["logits"].height == LEAST_LIST


def test_text_can_be_selected_and_buttons_have_names(window) -> None:
    panel = window.desk.lesson
    flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert panel.text.textInteractionFlags() & flags == flags
    buttons = (panel.closer, panel.previous, panel.next, *panel.languages.values())
    assert all(button.accessibleName() for button in buttons)
    assert panel.accessibleName() == "Lesson: One sample, many losses"
    assert panel.numbers._rows[1][1].accessibleName() == "ZLPR: 0.9040, 0.9040"
