"""New studies and the files opened last."""

from pathlib import Path

import pytest

from explorer.ui.program import recent
from explorer.ui.program.settings import Settings

CSV = "sample,logit:cat,logit:dog\nfirst,1.5,-0.8\n"


@pytest.fixture
def window(make_window):
    return make_window()


@pytest.fixture
def files(tmp_path):
    paths = [tmp_path / f"{letter} & co.csv" for letter in "abc"]
    for path in paths:
        path.write_text(CSV)
    return paths


def entries(window):
    window.recent.fill()
    return [action for action in window.recent._menu.actions() if not action.objectName()]


def test_the_newest_is_first_once_and_ten_are_kept():
    settings = Settings()
    for number in [*range(14), 5]:
        recent.remember(settings, Path(f"/tmp/{number}.csv"))
    names = [path.stem for path in recent.recent(settings)]
    assert names == ["5", "13", "12", "11", "10", "9", "8", "7", "6", "4"]


@pytest.mark.parametrize("kept", ["x", {"a": 1}, [3, None, ""], 7])
def test_a_damaged_list_is_empty(kept):
    settings = Settings()
    settings.set("recent", kept)
    assert recent.recent(settings) == []


def test_what_is_opened_and_saved_is_listed_and_opens_again(window, files, tmp_path):
    for path in files[:2]:
        window.commands.open_path(path)
    window.commands.save_to(tmp_path / "mine.study.json")
    found = [action for action in entries(window) if action.text()]
    assert [action.text() for action in found] == ["mine.study.json", "b && co.csv", "a && co.csv"]
    assert found[1].toolTip() == str(tmp_path)
    found[2].trigger()
    assert window.commands.file_words == "a & co.csv"
    assert entries(window)[0].text() == "a && co.csv"


def test_a_file_that_is_gone_is_grey_and_forgotten_when_asked_for(window, files):
    window.commands.open_path(files[0])
    files[0].unlink()
    (gone,) = [action for action in entries(window) if action.text()]
    assert not gone.isEnabled()
    assert "No longer in" in gone.toolTip()
    window.commands.program.open_recent(files[0])
    assert "a & co.csv" in window.notice.text.text()
    assert recent.recent(window.settings) == []


def test_a_file_that_cannot_be_read_stays_in_the_list(window, files):
    window.commands.open_path(files[0])
    files[0].write_text("")
    window.commands.program.open_recent(files[0])
    assert recent.recent(window.settings) == [files[0]]


def test_the_list_is_cleared(window, files):
    assert not window.actions_by_id["clear_recent"].isEnabled()
    window.commands.open_path(files[0])
    window.session.look(sample=0, alpha=2.0)
    window.actions_by_id["clear_recent"].trigger()
    (nothing,) = [action for action in entries(window) if action.text()]
    assert not nothing.isEnabled()


def test_a_new_study_is_small_and_has_no_file(window):
    window.actions_by_id["new"].trigger()
    study = window.session.state.study
    assert (study.title, len(study.table), study.table.class_count) == ("Untitled", 1, 5)
    assert study.table.classes == ("a", "b", "c", "d", "e")
    assert not study.table.sample(0).logits.any()
    assert window.session.history.is_saved
    assert window.commands.path is None
    assert window.commands.file_words == ""


def test_a_new_study_is_asked_for_when_something_is_unsaved(window):
    study = window.session.state.study
    window.session.apply("Set", study.with_table(study.table.with_logit(0, 1, 3.25)))
    window.actions_by_id["new"].trigger()
    assert window.session.state.study.title == "Five samples"
    assert "not saved" in window.notice.text.text()
