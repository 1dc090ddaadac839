"""The window offscreen: every action, drag and drop, messages, themes, sizes."""

import json

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from explorer.losses import LOSSES
from explorer.plots.pointing import Pointer
from explorer.study.examples import EXAMPLES
from explorer.study.storage import load
from explorer.ui import actions

CSV = "sample,logit:cat,logit:dog,target:cat,target:dog\nfirst,1.5,-0.8,1,0\nsecond,0,1,0,1\n"


@pytest.fixture
def window(make_window):
    return make_window()


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(CSV)
    return path


def trigger(window, name):
    window.actions_by_id[name].trigger()


def drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, buttons, none))


def test_the_opening_study_shows_its_numbers(window):
    shown = window.session.state.study.shown
    assert [loss.key for loss in shown] == ["zlpr", "smoothed_zlpr", "bce", "smoothed_bce"]
    assert "Five samples" in window.windowTitle()
    assert window.session.history.is_saved


def in_menus(menu):
    for action in menu.actions():
        if action.menu() is not None:
            yield from in_menus(action.menu())
        elif not action.isSeparator():
            yield action


def test_every_action_is_in_a_menu_once_and_has_words(window):
    found = [action.objectName() for action in in_menus(window.menuBar())]
    assert sorted(found) == sorted(entry.id for entry in actions.ACTIONS)
    for action in window.actions_by_id.values():
        assert action.text()
        assert action.toolTip()


def test_no_two_actions_share_a_key(window):
    taken = {}
    for name, action in window.actions_by_id.items():
        for key in action.shortcuts():
            assert taken.setdefault(key.toString(), name) == name


def test_a_dropped_table_opens(window, table):
    drop(window, table)
    assert window.session.state.sample.classes == ("cat", "dog")
    assert window.session.state.sample.logits.tolist() == [1.5, -0.8]
    assert window.commands.file_words == "mine.csv"


def test_a_bad_file_is_said_and_changes_nothing(window, tmp_path):
    before = window.session.state.study
    bad = tmp_path / "bad.csv"
    bad.write_text("sample,logit:cat\nfirst,high\n")
    drop(window, bad)
    assert window.session.state.study is before
    assert window.notice.isVisible()
    text = window.notice.text.text()
    assert "bad.csv" in text
    assert "high" in text
    assert "\n" not in text


def test_a_missing_file_is_said(window, tmp_path):
    assert not window.commands.open_path(tmp_path / "none.csv")
    assert "none.csv" in window.notice.text.text()


def test_saving_and_opening_again_gives_the_same_study(window, table, tmp_path):
    drop(window, table)
    study = window.session.state.study
    window.session.apply("Set", type(study)(study.title, study.table.with_logit(0, 1, 3.25), study.shown))
    target = tmp_path / "mine.study.json"
    assert window.commands.save_to(target)
    assert window.session.history.is_saved
    assert json.loads(target.read_text())["format"] == 1
    assert load(target).study == window.session.state.study
    assert window.commands.open_path(target)
    assert window.session.state.sample.logits.tolist() == [1.5, 3.25]


def test_saving_where_nothing_can_be_written_is_said(window, tmp_path):
    assert not window.commands.save_to(tmp_path / "no" / "such" / "folder.study.json")
    assert window.notice.isVisible()
    assert not window.commands.path


def test_the_open_dialog_opens_what_is_chosen(window, table, qtbot):
    trigger(window, "open")
    dialog = window.findChild(QFileDialog)
    assert dialog.isVisible()
    dialog.filesSelected.emit([str(table)])
    dialog.close()
    assert window.session.state.sample.classes == ("cat", "dog")


def test_pasting_a_table_is_one_step_that_can_be_undone(window):
    before = window.session.state.study
    QGuiApplication.clipboard().setText("1\t2\t3\n4\t5\t6\n")
    trigger(window, "paste_table")
    assert window.session.state.sample.logits.tolist() == [1, 2, 3]
    assert window.session.history.undo_label == "Paste a table"
    trigger(window, "undo")
    assert window.session.state.study == before


def test_pasting_words_is_said(window):
    before = window.session.state.study
    QGuiApplication.clipboard().setText("no table at all")
    trigger(window, "paste_table")
    assert window.session.state.study is before
    assert window.notice.isVisible()


def test_pin_and_unpin(window):
    trigger(window, "pin")
    assert np.array_equal(window.session.state.study.pin.logits, window.session.state.sample.logits)
    assert window.title_bar.pin.text() == "Unpin"
    trigger(window, "pin")
    assert window.session.state.study.pin is None
    trigger(window, "undo")
    assert window.session.state.study.pin is not None


def test_going_to_other_samples(window):
    assert not window.actions_by_id["previous_sample"].isEnabled()
    for _ in range(10):
        trigger(window, "next_sample")
    assert window.session.state.look.sample == 4
    assert not window.actions_by_id["next_sample"].isEnabled()
    assert not window.session.history.can_undo


def test_undo_goes_to_the_sample_it_changes(window):
    study = window.session.state.study
    window.session.apply("Set", type(study)(study.title, study.table.with_logit(0, 1, 3.25), study.shown))
    trigger(window, "next_sample")
    trigger(window, "undo")
    assert window.session.state.look.sample == 0


@pytest.mark.parametrize("key", list(LOSSES))
def test_a_loss_is_shown_and_removed_from_its_menu(window, key):
    shown = window.commands.shows(key)
    trigger(window, f"loss.{key}")
    assert window.commands.shows(key) is not shown
    assert window.actions_by_id[f"loss.{key}"].isChecked() is not shown
    trigger(window, "undo")
    assert window.commands.shows(key) is shown


@pytest.mark.parametrize("key", list(EXAMPLES))
def test_every_example_opens(window, key, qtbot):
    trigger(window, f"example.{key}")
    assert window.session.state.study.title
    assert window.grab().width() == 1440
    assert not window.notice.isVisible() or window.notice.severity == "note"


def test_enlarging_and_going_back(window):
    trigger(window, "enlarge.landscape")
    assert window.desk.cards["landscape"].isVisible()
    assert not window.desk.cards["gradient"].isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.desk.cards["gradient"].isVisible()


def test_the_theme_is_switched_while_running(window):
    def corner():
        return window.grab().toImage().pixelColor(4, 400).lightnessF()

    assert corner() > 0.9
    trigger(window, "theme.dark")
    assert corner() < 0.2
    assert window.actions_by_id["theme.dark"].isChecked()
    trigger(window, "theme.light")
    assert corner() > 0.9


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (1920, 1080)])
def test_the_size_got_is_the_size_asked_for(make_window, size):
    window = make_window(size=size)
    assert (window.width(), window.height()) == size


def test_the_status_line_says_how_numbers_are_made(window):
    texts = [label.text() for label in window.status._labels.values()]
    assert "float64" in texts
    assert any("sum over classes" in text for text in texts)


def test_the_frame_time_is_shown_after_an_edit(window, qtbot):
    study = window.session.state.study
    window.session.apply("Set", type(study)(study.title, study.table.with_logit(0, 1, 3.25), study.shown))
    qtbot.waitUntil(lambda: "edit to paint" in window.status._labels["frame"].text())


def test_the_window_does_not_leave_its_place(window):
    assert window.mapFromGlobal(window.mapToGlobal(QPoint(0, 0))) == QPoint(0, 0)


def test_closing_with_unsaved_changes_says_so_and_stays(window):
    study = window.session.state.study
    window.session.apply("Set", study.with_table(study.table.with_logit(0, 1, 3.25)))
    assert not window.close()
    assert window.isVisible()
    assert "not saved" in window.notice.text.text()
    way(window, "Discard changes").click()
    assert not window.isVisible()


def way(window, words):
    return next(button for button in window.notice.buttons if button.text() == words)


def test_saving_on_the_way_out_asks_for_a_file_and_closes(window, tmp_path):
    edited = edit(window)
    assert not window.close()
    way(window, "Save").click()
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "mine"))
    dialog.close()
    assert not window.isVisible()
    assert load(tmp_path / "mine.study.json").study.table == edited.table


def test_a_file_that_cannot_be_saved_keeps_the_window_open(window, tmp_path):
    edit(window)
    window.close()
    way(window, "Save").click()
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "no" / "folder"))
    dialog.close()
    assert window.isVisible()
    assert "cannot be saved" in window.notice.text.text()


def test_the_question_has_the_keyboard_and_escape_stays(window, qtbot):
    window.activateWindow()
    editor = window.desk.cards["logits"].canvas
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    edited = edit(window)
    window.close()
    assert way(window, "Stay").hasFocus()
    QTest.keyClick(way(window, "Stay"), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert way(window, "Discard changes").hasFocus()
    QTest.keyClick(way(window, "Discard changes"), Qt.Key.Key_Escape)
    assert window.isVisible()
    assert not window.notice.isVisible()
    assert editor.hasFocus()
    assert window.session.state.study is edited


def test_a_study_is_called_as_its_first_file_and_no_step_is_lost(window, tmp_path):
    edit(window)
    trigger(window, "undo")
    assert window.commands.save_to(tmp_path / "lecture.study.json")
    assert window.session.state.study.title == "lecture"
    assert load(tmp_path / "lecture.study.json").study.title == "lecture"
    assert window.session.history.is_saved
    trigger(window, "redo")
    assert window.session.state.study.title == "lecture"
    assert window.commands.save_to(tmp_path / "exercise.study.json")
    assert window.session.state.study.title == "exercise"


def test_a_title_that_was_chosen_stays(window, tmp_path):
    assert window.commands.save_to(tmp_path / "a.study.json")
    window.session.retitle("My own words")
    assert window.commands.save_to(tmp_path / "b.study.json")
    assert window.session.state.study.title == "My own words"


def test_closing_without_changes_closes(window):
    window.session.look(alpha=2.0)
    assert window.close()
    assert not window.isVisible()


def edit(window):
    study = window.session.state.study
    window.session.apply("Set", study.with_table(study.table.with_logit(0, 1, 3.25)))
    return window.session.state.study


def test_opening_with_unsaved_changes_asks_first(window, table):
    edited = edit(window)
    drop(window, table)
    assert window.session.state.study is edited
    assert "not saved" in window.notice.text.text()
    way(window, "Discard changes").click()
    assert window.session.state.sample.classes == ("cat", "dog")
    assert not window.notice.isVisible()


def test_what_was_not_opened_is_named_and_the_keyboard_changes_nothing(window, table, qtbot):
    edited = edit(window)
    for ask, named in (
        (lambda: drop(window, table), table.name),
        (lambda: trigger(window, "example.overconfidence"), "The example “Overconfidence”"),
        (lambda: trigger(window, "new"), "A new study"),
        (lambda: window.commands.open_lesson("peel"), "The lesson “From ZLPR to BCE”"),
    ):
        ask()
        assert window.notice.text.text().startswith(f"{named} is not opened yet: the changes to “")
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
        assert not window.notice.isVisible()
        assert window.session.state.study is edited
        assert not window.session.history.is_saved


def test_a_figure_asked_for_on_the_board_of_all_samples_is_shown_on_the_desk(window):
    for action in ("enlarge.slice", "enlarge.slice", "card.thresholds"):
        trigger(window, "samples")
        trigger(window, action)
        assert window.session.state.look.board == "desk"
        assert window.desk.shows(action.partition(".")[2])
    trigger(window, "enlarge.slice")
    trigger(window, "enlarge.slice")
    assert window.session.state.look.enlarged is None


def test_saving_under_a_name_without_its_ending_replaces_nothing_unasked(window, tmp_path):
    there = tmp_path / "other.study.json"
    there.write_text("precious")
    trigger(window, "save_as")
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "other"))
    dialog.close()
    assert there.read_text() == "precious"
    assert "other.study.json" in window.notice.text.text()
    assert window.focusWidget().text() == "Keep it"
    window.notice.button.click()
    assert load(there).study == window.session.state.study
    assert not window.notice.isVisible()


def test_a_pasted_table_no_longer_bears_the_name_of_a_file(window, table):
    drop(window, table)
    QGuiApplication.clipboard().setText("1\t2\t3\n4\t5\t6\n")
    trigger(window, "paste_table")
    assert "mine" not in window.windowTitle()
    assert "mine.csv" not in window.commands.file_words
    trigger(window, "undo")
    assert window.commands.file_words == "mine.csv"


def test_small_news_fades(window, tmp_path, qtbot, monkeypatch):
    window.status._fading.setInterval(30)
    assert window.commands.save_to(tmp_path / "x.study.json")
    assert "x.study.json" in window.status.said.text()
    qtbot.waitUntil(lambda: not window.status.said.text())


def test_two_dropped_files_of_one_table_are_offered_as_a_pair(window, tmp_path):
    scores, labels = tmp_path / "scores.csv", tmp_path / "labels.csv"
    scores.write_text("cat,dog\n1.5,-0.8\n")
    labels.write_text("cat,dog\n0,1\n")
    before = window.session.state.study
    drop(window, labels, scores)
    assert window.session.state.study is before
    question = "scores.csv and labels.csv have the same shape. Open them as logits and targets?"
    assert window.notice.text.text() == question
    window.notice.button.click()
    sample = window.session.state.sample
    assert (sample.logits.tolist(), sample.targets.tolist()) == ([1.5, -0.8], [0, 1])


def test_of_files_that_make_no_pair_the_first_opens_and_it_is_said(window, table, tmp_path):
    other = tmp_path / "other.csv"
    other.write_text("a,b,c\n1,2,3\n4,5,6\n")
    drop(window, table, other)
    assert window.session.state.sample.classes == ("cat", "dog")
    assert window.notice.text.text() == "mine.csv is open; the other was not: they make no pair."
    drop(window, table, other, other)
    assert window.notice.text.text() == "mine.csv is open; 2 others were not: they make no pair."


def test_text_that_is_dropped_is_taken_as_a_table_that_can_be_undone(window):
    before = window.session.state.study
    data = QMimeData()
    data.setText("tensor([[1.5, -2.0], [0.5, 3.0]])")
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, buttons, none))
    assert window.session.state.study.table.arrays()[0].tolist() == [[1.5, -2.0], [0.5, 3.0]]
    assert window.session.history.undo_label == "Drop a table"
    window.session.undo()
    assert window.session.state.study == before


def test_find_looks_among_many_classes_in_the_list_and_else_in_the_palette(window):
    window.actions_by_id["find"].trigger()
    assert window.palette_of_commands.isVisible()
    window.palette_of_commands.close_again()
    window.commands.open_example("a-thousand-classes")
    window.grab()
    window.actions_by_id["find"].trigger()
    assert not window.palette_of_commands.isVisible()
    assert window.desk.editor.tools.search.hasFocus()


def test_a_class_that_is_pointed_at_in_a_card_is_marked_in_the_table(window):
    view = window.desk.classes.view
    plain = window.grab().toImage()
    window.session.point(Pointer("gradient", 3.0, 0.1, 3))
    marked = window.grab().toImage()
    place = view.viewport().mapTo(window, view.visualRect(view.model().index(3, 0)).center())
    assert marked.pixelColor(place.x(), place.y()) != plain.pixelColor(place.x(), place.y())
    window.session.point(None)
    assert window.grab().toImage().pixelColor(place.x(), place.y()) == plain.pixelColor(place.x(), place.y())


def test_a_drop_is_a_copy_whatever_is_proposed(window, table):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(table))])
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    event = QDropEvent(QPointF(50, 50), both, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event.setDropAction(Qt.DropAction.MoveAction)
    window.dropEvent(event)
    assert event.isAccepted()
    assert event.dropAction() == Qt.DropAction.CopyAction
    assert window.session.state.sample.classes == ("cat", "dog")


def test_the_keyboard_goes_to_the_bars_when_what_had_it_goes(window):
    window.activateWindow()
    window.desk.classes.view.setFocus()
    window.resize(1024, 700)
    window.grab()
    assert not window.desk.classes.isVisible()
    assert window.focusWidget() is window.desk.editor.canvas
