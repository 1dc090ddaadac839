"""Stories as files: dropped, opened, saved, shipped ones copied; what goes wrong is one line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from explorer.study.stories import STORIES, read_story, words_in, write_story
from explorer.ui.actions.stories import ACTIONS
from tests.study.test_stories_foreign import changed, step_of


def stories_of(window):
    return window.session.state.study.stories


def drop(window, path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(600, 400),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


@pytest.fixture
def talk(tmp_path):
    path = tmp_path / "talk.story.json"
    path.write_text(write_story(replace(STORIES["soft-labels"], key="talk")), encoding="utf-8")
    return path


def test_the_menu_has_every_shipped_story_in_its_order() -> None:
    rows = [row for row in ACTIONS if row.id.startswith("edit_story.")]
    assert [row.id.removeprefix("edit_story.") for row in rows] == list(STORIES)
    assert [row.text for row in rows] == [words_in(each.titles, "en") for each in STORIES.values()]
    assert [row.words(None) for row in rows] == [words_in(each.titles) for each in STORIES.values()]


@pytest.mark.parametrize("key", list(STORIES))
def test_a_shipped_story_is_copied_into_the_study(make_window, key) -> None:
    window = make_window()
    table = window.session.state.study.table
    window.actions_by_id[f"edit_story.{key}"].trigger()
    assert stories_of(window) == (STORIES[key],)
    assert window.session.state.study.table is table
    assert window.desk.stories.list.steps.rowCount() == len(STORIES[key])
    window.actions_by_id[f"edit_story.{key}"].trigger()
    assert len(stories_of(window)) == 1  # it is there already
    window.commands.story_editing.name_story("Mine")
    window.actions_by_id[f"edit_story.{key}"].trigger()
    assert [story.key for story in stories_of(window)] == [key, f"{key}-2"]
    assert words_in(STORIES[key].titles, "en") == words_in(stories_of(window)[1].titles, "en")
    window.session.travel_to(0)
    assert stories_of(window) == ()


def test_a_dropped_story_opens_in_the_panel(make_window, talk) -> None:
    window = make_window()
    drop(window, talk)
    assert window.desk.stories.isVisible()
    assert [story.key for story in stories_of(window)] == ["talk"]
    assert window.session.history.undo_label == "Open the story “Soft labels and σ(2s)”"
    assert window.desk.stories.title.text() == "Soft labels and σ(2s)"
    assert not window.notice.isVisible()


@pytest.mark.parametrize("text", ["{", '{"format": 1}', '{"format": 1, "key": "x", "steps": []}'])
def test_what_is_no_story_is_said_in_one_line(make_window, tmp_path, text) -> None:
    window = make_window()
    path = tmp_path / "broken.story.json"
    path.write_text(text, encoding="utf-8")
    before = window.session.state.study
    drop(window, path)
    assert window.notice.isVisible()
    said = window.notice.text.text()
    assert "broken.story.json" in said
    assert "\n" not in said
    assert window.session.state.study is before
    assert window.desk.stories is None


def test_letters_that_are_no_text_and_a_file_that_is_gone_are_said(make_window, tmp_path) -> None:
    window = make_window()
    path = tmp_path / "bytes.story.json"
    path.write_bytes(b"\xff\xfe\x00{")
    assert not window.commands.story_files.open_path(path)
    assert "bytes.story.json" in window.notice.text.text()
    assert not window.commands.story_files.open_path(tmp_path / "gone.story.json")
    assert "gone.story.json" in window.notice.text.text()
    assert stories_of(window) == ()


def test_dialogs_open_and_save_and_remember_the_folder(make_window, talk, qtbot) -> None:
    window = make_window()
    window.actions_by_id["open_story"].trigger()
    dialog = window.findChild(QFileDialog)
    dialog.selectFile(str(talk))
    dialog.fileSelected.emit(str(talk))
    dialog.filesSelected.emit([str(talk)])
    dialog.close()
    assert [story.key for story in stories_of(window)] == ["talk"]
    window.commands.story_editing.write("notes", "Slowly.")
    window.actions_by_id["save_story"].trigger()
    dialog = next(each for each in window.findChildren(QFileDialog) if each.isVisible())
    assert dialog.directory().absolutePath() == str(talk.parent)
    dialog.fileSelected.emit(str(talk.parent / "mine"))
    dialog.close()
    saved = talk.parent / "mine.story.json"
    story = read_story(saved.read_text(encoding="utf-8"), saved.name)
    assert words_in(story.steps[0].notes, "en") == "Slowly."
    assert story.steps == stories_of(window)[0].steps


def test_a_file_that_is_there_is_asked_for_where_the_dialog_did_not(make_window, talk) -> None:
    window = make_window()
    drop(window, talk)
    window.commands.story_editing.write("notes", "Slowly.")
    before = talk.read_text(encoding="utf-8")
    window.commands.story_files._save_chosen(str(talk).removesuffix(".story.json"))
    assert talk.read_text(encoding="utf-8") == before
    next(button for button in window.notice.buttons if button.text() == "Replace it").click()
    assert "Slowly." in talk.read_text(encoding="utf-8")


def test_a_story_that_cannot_be_saved_is_said(make_window, tmp_path) -> None:
    window = make_window()
    window.actions_by_id["record_step"].trigger()
    assert not window.commands.story_files.save_to(tmp_path / "no folder" / "a.story.json")
    assert "a.story.json" in window.notice.text.text()


def test_half_a_letter_that_no_file_can_hold_is_said_and_the_file_stays(make_window, talk) -> None:
    window = make_window()
    title = STORIES["soft-labels"].titles["en"]
    talk.write_text(talk.read_text(encoding="utf-8").replace(title, "\\ud800"), encoding="utf-8")
    drop(window, talk)
    before = talk.read_bytes()
    assert b"ud800" in before
    assert not window.commands.story_files.save_to(talk)
    assert "surrogates not allowed" in window.notice.text.text()
    assert talk.read_bytes() == before


def test_stories_are_saved_with_the_study_and_listed_in_the_menu(make_window, tmp_path) -> None:
    window = make_window()
    window.actions_by_id["edit_story.zlpr"].trigger()
    window.actions_by_id["new_story"].trigger()
    panel = window.desk.stories
    panel.menu.aboutToShow.emit()
    names = [action.text() for action in panel.menu.actions() if action.isCheckable()]
    assert names == ["How ZLPR arises", "New story"]
    panel.menu.actions()[0].trigger()
    assert panel.title.text() == "How ZLPR arises"
    window.actions_by_id["remove_story"].trigger()
    assert [words_in(story.titles, "en") for story in stories_of(window)] == ["New story"]
    window.session.undo()
    path = tmp_path / "talk.study.json"
    assert window.commands.save_to(path)
    kept = stories_of(window)
    window.session.travel_to(0)
    window.session.mark_saved()
    assert window.commands.open_path(path)
    assert stories_of(window) == kept


def foreign(tmp_path, change):
    path = tmp_path / "foreign.story.json"
    path.write_text(changed(change), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("arguments", "said"),
    [({"loss": "bcee"}, "no loss 'bcee'"), ({"zzz": 1}, "unexpected keyword argument 'zzz'")],
)
def test_a_story_whose_numbers_cannot_be_computed_is_not_opened(
    make_window, tmp_path, arguments, said
) -> None:
    window = make_window()
    path = foreign(tmp_path, lambda found: step_of(found)["numbers"][0].update(arguments))
    assert not window.commands.story_files.open_path(path)
    assert said in window.notice.text.text()
    assert stories_of(window) == ()


def test_a_story_with_an_unknown_card_opens_with_a_message_and_is_presented(make_window, tmp_path) -> None:
    window = make_window()
    path = foreign(tmp_path, lambda found: step_of(found).update(cards=["hologram", "values"]))
    assert window.commands.story_files.open_path(path)
    assert "no figure 'hologram'" in window.notice.text.text()
    stage = window.commands.stories.present()
    stage.grab()
    assert stage.page.figures[0].note == "This program has no figure 'hologram'."
    stage.close()


def test_a_study_with_a_number_that_cannot_be_computed_shows_a_dash(make_window, tmp_path, qtbot) -> None:
    window = make_window()
    path = foreign(tmp_path, lambda found: step_of(found)["numbers"][0].update(loss="bcee"))
    window.commands.story_files.open(read_story(path.read_text(encoding="utf-8"), path.name))
    stage = window.commands.stories.present()
    stage.grab()
    assert stage.page.caption == "The pairwise loss is —."
    stage.close()
    window.desk.stories.grab()
