"""A file that changes under the window: said once, with both ways on."""

import numpy as np
import pytest

from explorer.study.opening import open_any
from explorer.ui.program.watch import Watch


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setattr("explorer.study.sources.opening.IN_MEMORY", 0)  # small ones stay in their files too
    made = tmp_path / "logits.npy"
    np.save(made, np.arange(12.0).reshape(4, 3))
    return made


@pytest.fixture
def window(make_window, path):
    return make_window(open_any(path))


@pytest.fixture
def watch(window):
    window.notice.hide()
    return Watch(window.commands, window)


def way(window, words):
    return next(button for button in window.notice.buttons if button.text() == words)


def edit(window):
    study = window.session.state.study
    window.session.apply("Set", study.with_table(study.table.with_logit(1, 1, 3.25)))


def test_a_file_that_is_as_it_was_is_not_spoken_of(window, watch):
    watch.look()
    assert not window.notice.isVisible()


def test_a_changed_file_is_said_once_and_reloaded_with_the_edits(window, watch, path):
    edit(window)
    np.save(path, np.arange(15.0).reshape(5, 3) * 2)
    watch.look()
    assert "logits.npy was changed" in window.notice.text.text()
    window.notice.hide()
    watch.look()
    assert not window.notice.isVisible()
    path.unlink()
    watch.look()
    assert "no longer there" in window.notice.text.text()
    np.save(path, np.arange(15.0).reshape(5, 3) * 2)
    watch.look()
    way(window, "Reload").click()
    table = window.session.state.study.table
    assert len(table) == 5
    assert table.sample(1).logits[1] == 3.25
    assert table.sample(4).logits.tolist() == [24.0, 26.0, 28.0]
    window.session.undo()
    assert len(window.session.state.study.table) == 4


def test_a_shortened_file_leaves_the_edits(window, watch, path):
    edit(window)
    path.write_bytes(path.read_bytes()[:-40])
    watch.look()
    assert "shortened" in window.notice.text.text()
    way(window, "Keep the edits").click()
    table = window.session.state.study.table
    assert len(table) == 1
    assert table.sample(0).logits[1] == 3.25
    watch.look()
    assert not window.notice.isVisible()


def test_a_reload_that_is_not_possible_is_said_and_changes_nothing(window, watch, path):
    before = window.session.state.study
    np.save(path, np.zeros((4, 7)))
    watch.look()
    way(window, "Reload").click()
    assert "the table stays as it was" in window.notice.text.text()
    assert window.session.state.study is before


def test_nothing_is_said_under_a_gesture(window, watch, path):
    window.session.begin("Drag")
    path.unlink()
    watch.look()
    assert not window.notice.isVisible()
    window.session.end()
    watch.look()
    assert window.notice.isVisible()


def test_nothing_to_keep_without_edits(window, watch, path):
    path.unlink()
    watch.look()
    assert [button.text() for button in window.notice.buttons] == ["Reload"]
