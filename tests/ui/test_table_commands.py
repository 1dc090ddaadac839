"""Targets from a second file, tables that come as text, files that are read again."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog

from explorer.study.embedding import embedded
from explorer.study.examples import EXAMPLES
from explorer.study.opening import open_any
from explorer.study.pictures import state_text
from explorer.study.state import State
from explorer.study.state_code import code_of
from explorer.ui.program import folder
from explorer.ui.program.settings import Settings

LOGITS = "cat,dog\n1.5,2\n4,5\n"
LABELS = "labels\ndog\ncat|dog\n"
WANTED = [[0, 1], [1, 1]]


@pytest.fixture
def window(make_window):
    return make_window()


@pytest.fixture
def files(tmp_path):
    made = tmp_path / "logits.csv", tmp_path / "labels.csv"
    for path, text in zip(made, (LOGITS, LABELS), strict=True):
        path.write_text(text)
    return made


def choose(window, qtbot, *paths):
    """Choose files in the dialog that is open."""
    dialog = window.findChild(QFileDialog)
    assert dialog.isVisible()
    dialog.filesSelected.emit([str(path) for path in paths])
    if len(paths) == 1:
        dialog.fileSelected.emit(str(paths[0]))
    dialog.close()
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is None)


def way(window, words):
    return next(button for button in window.notice.buttons if button.text() == words)


def trigger(window, name):
    assert window.actions_by_id[name].isEnabled()
    window.actions_by_id[name].trigger()


def targets(window):
    return window.session.state.study.table.arrays()[1].tolist()


def test_two_chosen_files_are_opened_as_a_pair(window, qtbot, files):
    trigger(window, "open")
    assert window.findChild(QFileDialog).fileMode() == QFileDialog.FileMode.ExistingFiles
    choose(window, qtbot, *reversed(files))
    assert window.notice.text.text().startswith("labels.csv has labels for the rows of logits.csv.")
    way(window, "Open as a pair").click()
    assert targets(window) == WANTED
    assert window.notice.text.text() == "labels.csv: Targets read as label names."


def test_targets_are_taken_as_one_step(window, qtbot, files):
    window.commands.open_path(files[0])
    window.session.look(sample=1)
    trigger(window, "add_targets")
    choose(window, qtbot, files[1])
    assert targets(window) == WANTED
    assert window.session.history.undo_label == "Take targets from labels.csv"
    assert window.session.state.look.sample == 1
    assert window.notice.text.text() == "labels.csv: Targets read as label names."
    trigger(window, "undo")
    assert targets(window) == [[0, 0], [0, 0]]


def test_a_file_without_targets_gives_the_way_to_some(window, qtbot, files):
    window.commands.open_path(files[0])
    assert window.notice.text.text() == "No targets in this file: all are 0."
    way(window, "Choose targets…").click()
    choose(window, qtbot, files[1])
    assert targets(window) == WANTED


def test_targets_that_do_not_fit_are_said_and_change_nothing(window, files):
    window.commands.open_path(files[0])
    before = window.session.state.study
    files[1].write_text("labels\ncow\ncat\n")
    window.commands.tables.take_targets(files[1])
    assert "'cow' is not a class" in window.notice.text.text()
    assert window.notice.severity == "error"
    assert window.session.state.study is before


def test_a_table_that_comes_as_text_is_shown_from_its_first_sample(window):
    window.session.look(sample=3)
    window.commands.take_text("a,b\n1,2\n3,4\n5,6\n7,8\n", "clipboard", "Paste a table")
    assert window.session.state.look.sample == 0
    assert window.notice.text.text() == "No targets in the pasted table: all are 0."
    window.commands.take_text("a,b,labels\n1,2,a\n", "clipboard", "Paste a table")
    assert window.notice.text.text() == "Targets read as label names."
    window.commands.take_text("logit:a,target:a\n1,1\n", "clipboard", "Paste a table")
    assert not window.notice.isVisible()


def test_what_is_said_of_a_pasted_table_goes_with_it(window):
    window.commands.take_text("a,b\n1,2\n3,4\n", "clipboard", "Paste a table")
    assert way(window, "Choose targets…").isVisible()
    window.session.apply(
        "Set", window.session.state.study.with_table(window.session.state.study.table.with_logit(0, 0, 5.0))
    )
    assert window.notice.isVisible()  # an edit of it leaves it without targets
    window.session.undo()
    assert window.notice.isVisible()
    window.session.undo()
    assert not window.notice.isVisible()
    window.commands.said.emit("The disk is full.", "error")
    window.session.redo()
    window.session.undo()
    assert window.notice.text.text() == "The disk is full."
    assert window.notice.isVisible()


def test_a_changed_file_is_read_again_from_the_menu(window, make_window, tmp_path, monkeypatch):
    assert not window.actions_by_id["reload"].isEnabled()
    monkeypatch.setattr("explorer.study.sources.opening.IN_MEMORY", 0)
    np.save(tmp_path / "logits.npy", np.arange(6.0).reshape(2, 3))
    window = make_window(open_any(tmp_path / "logits.npy"))
    np.save(tmp_path / "logits.npy", np.arange(9.0).reshape(3, 3))
    trigger(window, "reload")
    assert len(window.session.state.study.table) == 3
    assert window.session.history.undo_label == "Reload the file"


# The folder of the file dialogs


def test_dialogs_begin_where_the_last_one_ended(window, qtbot, files, tmp_path):
    trigger(window, "open")
    assert Path(window.findChild(QFileDialog).directory().path()) == Path.cwd()
    choose(window, qtbot, files[0])
    trigger(window, "save_as")
    assert Path(window.findChild(QFileDialog).directory().path()) == tmp_path
    (tmp_path / "deep").mkdir()
    choose(window, qtbot, tmp_path / "deep" / "mine.study.json")
    trigger(window, "add_targets")
    assert Path(window.findChild(QFileDialog).directory().path()) == tmp_path / "deep"


@pytest.mark.parametrize("kept", ["", "/no/such/folder", "a\0b", 7, ["x"]])
def test_a_folder_that_is_not_there_is_not_begun_in(kept, tmp_path):
    settings = Settings()
    settings.set(folder.SETTING, kept)
    assert folder.last(settings) == Path.cwd()
    assert folder.last(settings, tmp_path / "mine.study.json") == tmp_path


def test_a_pasted_state_code_opens(window):
    opened = EXAMPLES["overconfidence"].open()
    window.commands.take_text(f" {code_of(opened.study, opened.look)}\n", "clipboard", "Paste a table")
    assert window.session.state.study.title == "Overconfidence"
    assert window.session.state.look.alpha == 5.0
    said = []
    window.commands.said.connect(lambda text, kind: said.append((text, kind)))
    window.commands.take_text("LX1-ABCD", "clipboard", "Paste a table")
    ((text, kind),) = said
    assert (kind, window.session.state.study.title) == ("error", "Overconfidence")
    assert text.startswith("state code 'LX1-ABCD': a letter is wrong or missing; allowed is")


def test_a_dropped_picture_opens_the_study_inside(window, tmp_path):
    state = State(EXAMPLES["overconfidence"].open().study)
    path = tmp_path / "picture.svg"
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"></svg>'
    path.write_bytes(embedded(svg, "svg", state_text(state)))
    window.commands.open_dropped([path])
    assert window.session.state.study.title == "Overconfidence"
    assert window.commands.path is None  # saving asks for a name
    said = []
    window.commands.said.connect(lambda text, _: said.append(text))
    path.write_bytes(svg)
    window.commands.open_dropped([path])
    assert said[0].startswith("picture.svg: this picture has no study inside; allowed are")
