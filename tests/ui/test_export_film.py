"""Films from the window: made by a process of their own, told in the bar, left without a trace."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QProcess, Signal

from explorer.study.examples import opening
from explorer.study.state import State
from explorer.study.stories import STORIES
from explorer.ui.export_film import Film, FilmExport, words_of

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("PIL")


class Said(QObject):
    """The signals of `Commands` that a film uses."""

    task_said = Signal(str, str, object)
    progress_said = Signal(str, str)
    task_over = Signal(str, str, str, object)

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[str, str, tuple]] = []
        self.progress: list[str] = []
        self.task_said.connect(lambda task, text, ways: self._hear(task, text, "note", ways))
        self.task_over.connect(self._hear)
        self.progress_said.connect(lambda _task, text: self.progress.append(text))

    def _hear(self, _task: str, *words: object) -> None:
        if words[0]:
            self.heard.append(words)


@pytest.fixture
def said(qtbot):
    made = Said()
    yield made
    made.deleteLater()


@pytest.fixture
def films(said):
    made = FilmExport(said, said)
    yield made
    made.close()


def _film(tmp_path: Path, name: str = "a.gif", **changes) -> Film:
    story = STORIES["overconfident"]
    film = Film(
        tmp_path / name, replace(story, steps=story.steps[:2]), "light", "en", size=(320, 180), seconds=1.0
    )
    return replace(film, **changes)


def test_a_film_of_a_story_is_made_and_offered(films, said, qtbot, tmp_path):
    film = _film(tmp_path)
    with qtbot.waitSignal(films.ended) as ended:
        assert films.begin(film)
        assert films.is_running
        assert films.name == "a.gif"
        assert not films.begin(film)  # one at a time
    assert ended.args == [film.path]
    assert film.path.read_bytes().startswith(b"GIF89a")
    assert said.heard[0][0] == "Making a.gif…"
    assert said.heard[-1][0].startswith("a.gif is made: ")
    assert [way.words for way in said.heard[-1][2]] == ["Open it", "Show in folder"]
    assert said.progress[-1] == "Making a.gif: 100%"
    assert not films.is_running
    assert films.name == ""


def test_a_film_of_the_state_that_is_watched(films, said, qtbot, tmp_path):
    opened = opening()
    state = State(opened.study, opened.look).with_look(sample=2)
    film = _film(tmp_path, what=state, sweep="logit:c=-4..4", cards=("logits",), rate=4)
    with qtbot.waitSignal(films.ended) as ended:
        films.begin(film)
    assert ended.args == [film.path], said.heard


def test_a_film_that_is_left_leaves_nothing(films, said, qtbot, tmp_path):
    pytest.importorskip("av")
    film = _film(tmp_path, "a.mp4", what=STORIES["overconfident"], size=(1920, 1080), seconds=5.0)
    films.begin(film)
    qtbot.waitUntil(lambda: bool(said.progress))
    with qtbot.waitSignals([films.ended, said.task_over]):
        said.heard[0][2][0].run()  # Cancel
    assert not list(tmp_path.iterdir())
    assert len(said.heard) == 1


def test_a_film_whose_process_is_killed_leaves_nothing(films, said, qtbot, tmp_path):
    pytest.importorskip("av")
    film = _film(tmp_path, "a.mp4", what=STORIES["overconfident"], size=(1920, 1080), seconds=5.0)
    films.begin(film)
    qtbot.waitUntil(lambda: bool(list(tmp_path.iterdir())))
    with qtbot.waitSignal(films.ended) as ended:
        films.findChild(QProcess).kill()
    assert ended.args == [None]
    assert not list(tmp_path.iterdir())


def test_what_went_wrong_is_said_with_a_way_to_try_again(films, said, qtbot, tmp_path):
    with qtbot.waitSignal(films.ended) as ended:
        films.begin(_film(tmp_path / "nowhere"))
    assert ended.args == [None]
    text, severity, ways = said.heard[-1]
    assert severity == "error"
    assert "there is no folder" in text
    assert [way.words for way in ways] == ["Try again"]


def test_the_words_of_a_film(tmp_path):
    film = _film(tmp_path, "a.pdf", seconds=None, size=None, with_notes=True)
    words = words_of(film, tmp_path / "x.story.json")
    assert words[2:] == [
        "export", str(tmp_path / "x.story.json"), "-o", str(film.path), "--theme", "light",
        "--language", "en", "--progress", "json", "--notes",
    ]  # fmt: skip


def test_the_key_of_a_strangers_story_leads_out_of_no_folder(films, said, tmp_path):
    film = _film(tmp_path / "made", "a.gif")
    evil = tmp_path / "evil"
    films.begin(replace(film, what=replace(film.what, key=str(evil))))
    films.cancel()
    assert list(tmp_path.glob("evil*")) == []
