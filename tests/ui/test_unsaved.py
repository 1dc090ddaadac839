"""The question about what is not saved: it goes when the study is that of its file again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from explorer.study.examples import EXAMPLES
from explorer.ui.notice import Way


class Films(QObject):
    """Whoever makes films: one that is as far as a test wants it."""

    ended = Signal(object)

    def __init__(self, window) -> None:
        super().__init__(window)
        self.commands, self.name, self.left = window.commands, "", False
        self.commands.sharing.use(self)

    def begin(self):
        self.name = "a.mp4"
        self.commands.task_said.emit("a.mp4", "Making a.mp4…", (Way("Cancel", self.leave),))

    def go_on(self, share):
        self.commands.progress_said.emit("a.mp4", f"Making a.mp4: {share}%")

    def leave(self):
        self.left = True

    def end(self):
        self.name = ""
        self.commands.task_over.emit("a.mp4", "a.mp4 is made.", "note", (Way("Open it", lambda: None),))
        self.ended.emit("a.mp4")


@pytest.fixture
def window(make_window):
    return make_window()


@pytest.fixture
def films(window):
    return Films(window)


def said(window):
    """Return what the bar says, and the words of its buttons."""
    if not window.notice.isVisible():
        return None
    return window.notice.text.text(), [button.text() for button in window.notice.buttons]


def press(window, words):
    next(button for button in window.notice.buttons if button.text() == words).click()


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


CHANGED = "Not closed yet: the changes to “{}” are not saved"
BOTH = ["Save, discard the film", "Discard changes and film", "Stay"]


def test_a_film_waits_behind_the_question(window, films):
    edit(window)
    films.begin()
    films.go_on(10)
    assert said(window) == ("Making a.mp4: 10%", ["Cancel"])
    window.close()
    question = CHANGED.format(window.session.state.study.title) + ", and a.mp4 is still being made."
    assert said(window) == (question, BOTH)
    films.go_on(14)
    assert said(window) == (question, BOTH)
    press(window, "Stay")
    assert said(window) == ("Making a.mp4: 14%", ["Cancel"])
    films.go_on(20)
    assert said(window) == ("Making a.mp4: 20%", ["Cancel"])
    press(window, "Cancel")
    assert films.left
    assert said(window) is None
    assert window.isVisible()


def test_a_film_that_is_made_meanwhile_leaves_the_rest_of_the_question(window, films):
    edit(window)
    films.begin()
    window.close()
    films.end()
    question = CHANGED.format(window.session.state.study.title) + "."
    assert said(window) == (question, ["Save", "Discard changes", "Stay"])
    press(window, "Stay")
    assert said(window) == ("a.mp4 is made.", ["Open it"])


def test_a_film_alone_is_asked_about_before_it_is_lost(window, films):
    films.begin()
    assert not window.close()
    assert said(window) == ("Not closed yet: a.mp4 is still being made.", ["Discard the film", "Stay"])
    films.end()
    assert said(window) == ("a.mp4 is made.", ["Open it"])
    films.begin()
    window.close()
    press(window, "Discard the film")
    assert not window.isVisible()


def test_the_question_before_opening_says_nothing_of_a_film_which_goes_on(window, films):
    edit(window)
    films.begin()
    window.commands.open_example(next(iter(EXAMPLES)))
    text, ways = said(window)
    assert text.endswith("are not saved.")
    assert ways == ["Save", "Discard changes", "Stay"]
    films.go_on(50)
    assert said(window) == (text, ways)
    press(window, "Discard changes")
    assert said(window) == ("Making a.mp4: 50%", ["Cancel"])


def test_what_is_under_way_comes_back_once_another_message_is_closed(window, films):
    films.begin()
    window.commands.said.emit("The disk is full.", "error")
    films.go_on(30)
    assert said(window) == ("The disk is full.", [])
    window.commands.unsaid.emit()
    assert said(window) == ("Making a.mp4: 30%", ["Cancel"])
    window.commands.unsaid.emit()  # what was said is void, what goes on is not
    assert said(window) == ("Making a.mp4: 30%", ["Cancel"])
    window.notice.closer.click()
    films.go_on(40)
    assert said(window) is None
    films.end()
    assert said(window) == ("a.mp4 is made.", ["Open it"])


def test_two_that_are_under_way_are_told_one_after_the_other(window, films):
    films.begin()
    window.commands.task_said.emit("1", "Saving b.study.json…", (Way("Cancel", lambda: None),))
    assert said(window) == ("Making a.mp4…", ["Cancel"])
    films.go_on(60)
    assert said(window) == ("Making a.mp4: 60%", ["Cancel"])
    window.commands.progress_said.emit("1", "Saving b.study.json: 1 of 2 MB")
    films.end()
    assert said(window) == ("a.mp4 is made.", ["Open it"])
    window.notice.closer.click()
    assert said(window) == ("Saving b.study.json: 1 of 2 MB", ["Cancel"])
    window.commands.task_over.emit("1", "", "note", ())
    assert said(window) is None
