"""The file of settings: kept whole, damaged, in the way, forgotten."""

import json

import pytest

from explorer.ui.program.settings import Settings


@pytest.fixture
def path(tmp_path):
    return tmp_path / "folder" / "settings.json"


def test_a_choice_is_there_the_next_time(path):
    Settings(path).set("theme", "dark")
    assert Settings(path).get("theme", "system") == "dark"
    Settings(path).set("theme", None)
    assert json.loads(path.read_text()) == {}


def test_what_another_program_wrote_stays(path):
    path.parent.mkdir()
    path.write_text('{"later": [1]}')
    Settings(path).set("theme", "dark")
    assert json.loads(path.read_text()) == {"later": [1], "theme": "dark"}


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b"[" * 100_000])
def test_a_damaged_file_is_no_settings(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    settings = Settings(path)
    assert dict(settings.all) == {}
    settings.set("theme", "dark")
    assert Settings(path).get("theme", "system") == "dark"


@pytest.mark.parametrize(
    ("kept", "default", "expected"),
    [("x", 1.0, 1.0), (2, 1.0, 2), (True, 1.0, 1.0), (1, False, False), ([1], [], [1]), ({}, [], [])],
)
def test_a_setting_of_another_type_is_the_default(kept, default, expected):
    settings = Settings()
    settings.set("name", kept)
    assert settings.get("name", default) == expected


def test_a_disk_that_cannot_be_written_loses_only_that(tmp_path):
    (tmp_path / "file").write_text("")
    settings = Settings(tmp_path / "file" / "settings.json")
    settings.set("theme", "dark")
    assert settings.get("theme", "system") == "dark"


def test_everything_is_forgotten(path):
    settings, told = Settings(path), []
    settings.set("theme", "dark")
    settings.set("ui_scale", 1.5)
    settings.changed.connect(told.append)
    settings.clear()
    assert dict(Settings(path).all) == {}
    assert sorted(told) == ["theme", "ui_scale"]


def test_a_change_is_told_once():
    settings, told = Settings(), []
    settings.changed.connect(told.append)
    settings.set("theme", "dark")
    settings.set("theme", "dark")
    assert told == ["theme"]
