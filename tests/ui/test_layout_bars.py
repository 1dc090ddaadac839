"""Title bar and status line: they give way, and never push the window wider than asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

SIZES = ((1000, 640), (1024, 700), (1440, 900))
LONG = "A study of everything that could be thought of about labels, their losses and their limits"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [0.75, 1.0, 2.0])
def test_the_size_got_is_the_size_asked_for(qtbot, make_window, size, scale):
    window = make_window(size=size)
    window.appearance.choose_scale(scale)
    study = window.session.state.study
    window.session.apply("Rename the study to something long", replace(study, title=LONG))
    window.commands.said.emit(LONG * 4, "error")
    window.commands.noted.emit(LONG * 3)
    window.grab()
    assert (window.width(), window.height()) == size
    assert window.minimumSizeHint().width() <= 1000
    for button in (window.title_bar.open, window.title_bar.pin, window.title_bar.finder):
        assert button.geometry().right() < window.width()
    qtbot.waitUntil(lambda: window.title_bar.title.text().endswith("…") or scale < 2)


def test_long_titles_are_cut_and_whole_in_the_tip(make_window):
    window = make_window(size=(1024, 700))
    study = window.session.state.study
    window.session.apply("Rename", replace(study, title=LONG))
    window.grab()
    title = window.title_bar.title
    assert title.text().endswith("…")
    assert title.toolTip() == LONG
    assert title.whole == LONG


def test_words_become_signs(make_window):
    window = make_window(size=(1440, 900))
    bar = window.title_bar
    assert bar.finder.text() == "Find a command"
    assert bar.pin.text() == "Pin"
    window.resize(1024, 700)
    window.grab()
    assert bar.finder.text() == bar.pin.text() == ""
    assert bar.finder.width() == bar.pin.width() == 32
    assert bar.pin.accessibleName() == "Pin"
    assert "Ctrl+Shift+P" in bar.finder.toolTip()
    assert bar.file.isVisible()
    window.resize(1440, 900)
    window.grab()
    assert bar.pin.text() == "Pin"


def test_the_file_is_the_last_to_go(make_window):
    window = make_window(size=(1440, 900))
    window.appearance.choose_scale(2.0)
    window.grab()
    assert not window.title_bar.file.isVisible()
    for part in (window.title_bar.title, window.title_bar.sample, window.status):
        assert part.isVisible()


def test_the_button_finds(make_window):
    window = make_window()
    asked = []
    window.commands.palette_asked.connect(lambda: asked.append(True))
    window.title_bar.finder.click()
    assert asked


def test_undo_has_the_list_of_steps_beside_it(make_window):
    bar = make_window().title_bar
    undo, history, redo = (bar._icons[name] for name in ("undo", "history", "redo"))
    assert undo.x() < history.x() < redo.x()
    assert history.accessibleName()


def test_the_time_of_a_frame_says_what_it_is(make_window):
    status = make_window().status
    status.show_facts(frame="edit to paint 5.1 ms")
    assert status._labels["frame"].toolTip().startswith("From the last edit to the end of the painting")
    status.resize(60, 20)
    status.grab()
    cut = status._labels["frame"]
    assert cut.text() != cut.whole
    assert cut.toolTip().startswith("edit to paint 5.1 ms\n")
