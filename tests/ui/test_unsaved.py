"""The question about what is not saved: it goes when the study is that of its file again."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton


@pytest.fixture
def window(make_window):
    return make_window()


def edit(window, value=3.25):
    study = window.session.state.study
    window.session.apply("Set", study.with_table(study.table.with_logit(0, 1, value)))


def test_an_undo_to_what_was_saved_takes_the_question_back(window):
    edit(window)
    edit(window, 4.5)
    assert not window.close()
    assert window.notice.isVisible()
    window.session.undo()
    assert window.notice.isVisible()  # one change is left
    window.session.undo()
    assert not window.notice.isVisible()
    assert window.close()


def test_a_later_message_stays(window):
    edit(window)
    window.close()
    window.commands.said.emit("The disk is full.", "error")
    window.session.undo()
    assert window.notice.isVisible()
    assert window.notice.text.text() == "The disk is full."


def test_the_keyboard_goes_back_to_the_bars(window):
    canvas = window.desk.editor.canvas
    edit(window)
    canvas.setFocus()
    window.close()
    assert isinstance(window.focusWidget(), QPushButton)
    window.session.undo()
    assert canvas.hasFocus()
