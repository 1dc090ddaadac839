"""The study's own file, written by another window or program meanwhile: nothing of theirs goes unasked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.study import storage


def edited(study, value):
    return replace(study, table=study.table.with_logit(0, 0, value))


def logit(path):
    return storage.load(path).study.table.sample(0).logits[0]


@pytest.fixture
def window(make_window, tmp_path):
    """A window whose study lies in a file, which another window then wrote; its own edit is not saved."""
    made = make_window()
    path = tmp_path / "shared.study.json"
    assert made.commands.save_to(path)
    made.session.apply("Set", edited(made.session.state.study, 5.0))
    theirs = storage.load(path)
    storage.save(path, edited(theirs.study, 11.0), theirs.look)
    return made


def choose(window, words):
    next(button for button in window.notice.buttons if button.text() == words).click()


def test_saving_asks_and_writes_nothing(window):
    path = window.commands.path
    assert not window.commands.save_to(path)
    text = "Not saved: shared.study.json was changed by another window or program meanwhile."
    assert window.notice.text.text() == text
    assert [button.text() for button in window.notice.buttons][:3] == [
        "Replace it",
        "Save as…",
        "Leave the file",
    ]
    assert logit(path) == 11.0
    choose(window, "Leave the file")
    assert logit(path) == 11.0
    assert not window.session.history.is_saved


def test_it_can_be_replaced_and_is_then_ones_own_again(window):
    path = window.commands.path
    done = []
    window.commands.save(then=lambda: done.append(True))
    assert done == []
    choose(window, "Replace it")
    assert (logit(path), done) == (5.0, [True])
    window.session.apply("Set", edited(window.session.state.study, 6.0))
    assert window.commands.save_to(path)
    assert logit(path) == 6.0


def test_what_was_opened_anew_is_saved_without_a_question(window):
    path = window.commands.path
    window.session.undo()
    assert window.commands.open_path(path)
    window.session.apply("Set", edited(window.session.state.study, 7.0))
    assert window.commands.save_to(path)
    assert logit(path) == 7.0


def test_a_file_that_was_touched_or_removed_is_no_reason_to_ask(make_window, tmp_path):
    made = make_window()
    path = tmp_path / "own.study.json"
    assert made.commands.save_to(path)
    path.write_bytes(path.read_bytes())
    made.session.apply("Set", edited(made.session.state.study, 5.0))
    assert made.commands.save_to(path)
    path.unlink()
    made.session.apply("Set", edited(made.session.state.study, 6.0))
    assert made.commands.save_to(path)
    assert logit(path) == 6.0


def test_another_file_is_the_dialogs_to_ask_about(window, tmp_path):
    other = tmp_path / "other.study.json"
    other.write_text("theirs")
    assert window.commands.save_to(other)
    assert logit(other) == 5.0


def test_the_second_half_of_a_double_click_answers_no_question_that_came_meanwhile(window):
    path = window.commands.path
    window.show()
    window.commands.save_to(path)
    replace_it = next(button for button in window.notice.buttons if button.text() == "Replace it")
    middle = replace_it.rect().center()
    left = Qt.MouseButton.LeftButton
    place = (middle.toPointF(), replace_it.mapToGlobal(middle).toPointF())
    second = QMouseEvent(QEvent.Type.MouseButtonDblClick, *place, left, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(replace_it, second)
    QTest.mouseRelease(replace_it, left, pos=middle)
    assert logit(path) == 11.0
    QTest.mouseClick(replace_it, left, pos=middle)
    assert logit(path) == 5.0
