"""Files that take long: the worker opens and saves them, the window says how far it is."""

import importlib
import os
import signal
from dataclasses import replace

import numpy as np
import pytest

from explorer.study import opening, storage
from explorer.study.sources import cache
from explorer.study.storage import Opened
from explorer.study.study import Look
from explorer.study.table import Table

RANDOM = np.random.default_rng(2)
LOGITS = RANDOM.normal(0.0, 2.0, (400, 5))


@pytest.fixture
def text(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "LONG", 1000)
    path = tmp_path / "scores.csv"
    np.savetxt(path, LOGITS, delimiter=",", header="logit:a,logit:b,logit:c,logit:d,logit:e", comments="")
    return path


@pytest.fixture
def packed(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "scores.npz"
    np.savez_compressed(path, logits=np.zeros((600_000, 8)), targets=np.ones((600_000, 8), dtype=np.int8))
    return path


def said(window):
    return window.notice.text.text()


def ways(window):
    return [button.text() for button in window.notice.buttons]


def test_a_long_text_is_read_by_the_worker(make_window, qtbot, text):
    window = make_window()
    before = window.session.state.study
    assert not window.commands.open_path(text)
    assert window.session.state.study is before
    assert said(window) == "Opening scores.csv…"
    qtbot.waitUntil(lambda: window.session.state.study is not before)
    table = window.session.state.study.table
    assert np.array_equal(table.arrays()[0], LOGITS)
    assert table.origin == "scores.csv"
    assert said(window) == "No targets in this file: all are 0."


def test_a_long_paste_is_read_by_the_worker_as_one_step(make_window, qtbot, text):
    window = make_window()
    before = window.session.state.study
    with qtbot.waitSignal(window.jobs.finished):
        window.commands.take_text(text.read_text(), "clipboard", "Paste a table")
        assert window.session.state.study is before
        assert (said(window), ways(window)) == ("Reading the table: clipboard…", ["Cancel"])
    assert np.array_equal(window.session.state.study.table.arrays()[0], LOGITS)
    assert window.session.history.undo_label == "Paste a table"
    assert said(window) == "No targets in the pasted table: all are 0."
    window.session.undo()
    assert window.session.state.study is before


def test_a_long_paste_can_be_left(make_window, qtbot, text):
    window = make_window()
    before = window.session.state.study
    with qtbot.waitSignal(window.jobs.cancelled):
        window.commands.take_text(text.read_text(), "clipboard", "Paste a table")
        window.notice.button.click()
    assert window.session.state.study is before
    assert not window.notice.isVisible()


def test_a_long_paste_goes_into_no_study_that_was_opened_meanwhile(make_window, qtbot, text):
    window = make_window()
    with qtbot.waitSignal(window.jobs.finished):
        window.commands.take_text(text.read_text(), "clipboard", "Paste a table")
        other = opening.default_study(Table.of(LOGITS[:2]))
        window.commands.open(Opened(other, Look()))
    assert window.session.state.study is other


def test_a_long_paste_that_is_no_table_is_refused(make_window, qtbot, text):
    window = make_window()
    with qtbot.waitSignal(window.jobs.failed):
        window.commands.take_text("It was a dark night. " * 60_000, "clipboard", "Paste a table")
    assert said(window).startswith("clipboard: hardly a number in its first 200,000 letters")
    assert window.notice.severity == "error"


def test_a_short_text_is_not(make_window, text, monkeypatch):
    monkeypatch.setattr(opening, "LONG", 10_000_000)
    window = make_window()
    assert window.commands.open_path(text)
    assert window.jobs.process_id is None


def test_a_long_text_that_cannot_be_read_says_why_and_changes_nothing(make_window, qtbot, text):
    text.write_text(text.read_text() + "1,2,three,4,5\n")
    window = make_window()
    before = window.session.state.study
    with qtbot.waitSignal(window.jobs.failed):
        window.commands.open_path(text)
    assert "'three'" in said(window)
    assert window.notice.severity == "error"
    assert ways(window) == []
    assert window.session.state.study is before


def test_a_file_whose_reading_died_opens_when_it_is_run_again(make_window, qtbot, text, held):
    window = make_window()
    before = window.session.state.study
    with held(), qtbot.waitSignal(window.jobs._arrived):
        window.commands.open_path(text)
    with qtbot.waitSignal(window.jobs.failed):
        os.kill(window.jobs.process_id, signal.SIGKILL)
    assert said(window).startswith("Opening the file stopped")
    assert ways(window) == ["Run again"]
    window.notice.buttons[0].click()
    qtbot.waitUntil(lambda: window.session.state.study is not before)
    assert window.session.state.study.table.origin == "scores.csv"


def test_opening_can_be_left(make_window, qtbot, text):
    window = make_window()
    before = window.session.state.study
    with qtbot.waitSignal(window.jobs.cancelled):
        window.commands.open_path(text)
        assert ways(window) == ["Cancel"]
        window.notice.button.click()
    assert window.session.state.study is before
    assert not window.notice.isVisible()


def test_unsaved_changes_are_asked_for_when_a_long_file_has_come(make_window, qtbot, text):
    window = make_window()
    study = window.session.state.study
    with qtbot.waitSignal(window.jobs.finished):
        window.commands.open_path(text)
        window.session.apply("Set", replace(study, table=study.table.with_logit(0, 0, 5.0)))
    assert window.session.state.study.table.sample(0).logits[0] == 5.0
    assert len(ways(window)) >= 2


def test_a_packed_file_says_its_size_before_it_is_unpacked(make_window, qtbot, packed):
    window = make_window()
    before = window.session.state.study
    window.commands.open_path(packed)
    assert said(window).startswith("scores.npz is compressed: unpacking its ")
    assert ways(window) == ["Unpack and open"]
    assert window.jobs.process_id is None
    window.notice.button.click()
    qtbot.waitUntil(lambda: window.session.state.study is not before)
    assert len(window.session.state.study.table) == 600_000
    assert window.session.state.sample.targets.tolist() == [1.0] * 8
    assert opening.to_unpack(packed) == ()


def test_a_packed_file_without_room_on_the_disk_is_refused(make_window, packed, monkeypatch):
    module = importlib.import_module("explorer.study.sources.unpack")
    monkeypatch.setattr(module, "free_bytes", lambda folder: 1000)
    window = make_window()
    window.commands.open_path(packed)
    assert said(window).startswith("Not opened. scores.npz is compressed")
    assert window.notice.severity == "error"
    assert cache.cache_folder()


def test_much_data_is_saved_by_the_worker_and_what_changed_since_stays_unsaved(
    make_window, qtbot, tmp_path, monkeypatch
):
    monkeypatch.setattr(storage, "LONG", 1000)
    window = make_window(Opened(opening.default_study(Table.of(LOGITS)), Look()))
    path, study = tmp_path / "kept.study.json", window.session.state.study
    with qtbot.waitSignal(window.jobs.finished):
        assert not window.commands.save_to(path)
        assert said(window) == "Saving kept.study.json…"
        window.session.apply("Set", replace(study, table=study.table.with_logit(0, 0, 5.0)))
    assert window.commands.path == path
    assert not window.session.history.is_saved
    assert np.array_equal(storage.load(path).study.table.arrays()[0], LOGITS)
    window.session.undo()
    assert window.session.history.is_saved
    assert window.session.state.study.title == "kept"


def test_what_is_to_come_comes_after_much_data_is_saved(make_window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(storage, "LONG", 1000)
    window = make_window(Opened(opening.default_study(Table.of(LOGITS)), Look()))
    done = []
    with qtbot.waitSignal(window.jobs.finished):
        window.commands.save_to(tmp_path / "kept.study.json", then=lambda: done.append(True))
        assert done == []
    assert done == [True]


def test_opening_another_file_leaves_what_is_being_saved_to_its_end(
    make_window, qtbot, tmp_path, text, monkeypatch
):
    monkeypatch.setattr(storage, "LONG", 1000)
    window = make_window(Opened(opening.default_study(Table.of(LOGITS)), Look()))
    ended = []
    window.jobs.finished.connect(lambda event: ended.append(event.kind))
    window.jobs.cancelled.connect(lambda event: ended.append("cancelled"))
    path = tmp_path / "kept.study.json"
    window.commands.save_to(path)
    window.commands.open_path(text)
    qtbot.waitUntil(lambda: len(ended) == 2, timeout=60_000)
    assert ended == ["write", "read"]
    assert np.array_equal(storage.load(path).study.table.arrays()[0], LOGITS)
