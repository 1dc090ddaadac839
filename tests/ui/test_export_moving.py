"""Films and stories from the export dialog: what the process is asked for, its progress, and leaving it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from explorer.study.stories import STORIES
from explorer.ui.export_moving import cards_of, chosen_sweep, sweeps
from explorer.ui.export_plan import MOVING, Plan
from tests.paint.pixels import pixels
from tests.ui.export_parts import export_dialog, use


@pytest.fixture
def window(make_window):
    return make_window()


@pytest.fixture
def dialog(window):
    return export_dialog(window, "slice")


def choose(dialog, what):
    place = dialog.form._keys.index(what)
    dialog.form.what.setCurrentIndex(place)
    dialog.form.what.activated.emit(place)


def test_a_story_is_offered_where_there_is_one(window, dialog):
    assert "story" not in dialog.sources.offered()
    story = next(iter(STORIES.values()))
    study = window.session.state.study
    window.session.apply("Add a story", replace(study, stories=(story,)))
    assert dialog.sources.offered()[-3:] == MOVING
    choose(dialog, "story")
    film = dialog.sources.film(dialog.plan, Path("talk.mp4"))
    assert film.what == dialog.sources.story
    assert film.size == (1920, 1080)
    dialog.preview.grab()
    assert len(set(map(tuple, pixels(dialog.preview.image).reshape(-1, 3).tolist()))) > 20


def test_the_form_shows_the_rows_that_a_film_has(dialog):
    for what, seen, hidden in (
        ("sweep", ("moves", "beside", "film", "seconds"), ("preset", "points", "state", "dpi")),
        ("descent", ("beside", "film", "seconds"), ("moves", "preset", "state")),
        ("slice", ("preset", "points", "state", "dpi"), ("moves", "beside", "film", "seconds")),
    ):
        choose(dialog, what)
        rows = dialog.form._rows
        assert all(part.isVisible() for name in seen for part in rows[name]), what
        assert not any(part.isVisible() for name in hidden for part in rows[name]), what
        assert dialog.copy_button.isVisible() == (what == "slice")


def test_what_is_swept_is_asked_for_in_the_words_of_the_verb(window, dialog):
    from explorer.cli.moving import control_of

    state = window.session.state
    there = sweeps(state)
    assert {"alpha=0.1..10", "logit:a=-6..6", "target:a=0..1"} <= set(there)
    assert any(words.startswith("bce.pos_weight=") for words in there)
    for words, control in there.items():
        read = control_of(words, state)
        assert (read.kind, read.name, read.low, read.high, read.log) == (
            control.kind, control.name, control.low, control.high, control.log,
        )  # fmt: skip
        assert read.words["en"] == control.words["en"]
    assert chosen_sweep(Plan(moves="logit:gone=-6..6"), state) == next(iter(there))


def test_a_sweep_of_alpha_shows_the_card_that_it_moves():
    assert cards_of(Plan("sweep"), ()) == ("logits", "sharpening")
    assert cards_of(Plan("sweep", moves="logit:a=-6..6"), ()) == ("logits", "values")
    assert cards_of(Plan("sweep", beside="slice"), ()) == ("logits", "slice")
    assert cards_of(Plan("descent", beside="board"), ("logits", "a", "b")) == ("logits", "a", "b")


def test_a_film_is_made_by_a_process_and_its_progress_is_said(window, dialog, qtbot, tmp_path):
    pytest.importorskip("PIL")
    choose(dialog, "sweep")
    use(dialog, form="gif", film=(960, 540), seconds=0.5)
    heard = []
    dialog.films.progressed.connect(lambda done, total, left: heard.append((done, total)))
    with qtbot.waitSignal(dialog.exported):
        dialog.write(tmp_path / "sweep.gif")
        assert dialog.cancel_button.isVisible()
        assert not dialog.export_button.isEnabled()
    image = QImage(str(tmp_path / "sweep.gif"))
    assert (image.width(), image.height()) == (960, 540)
    assert heard
    assert dialog.about.text().startswith("sweep.gif is there, ")
    assert dialog.export_button.isEnabled()
    assert not dialog.cancel_button.isVisible()


def test_a_film_is_left_and_nothing_of_it_stays(dialog, qtbot, tmp_path):
    pytest.importorskip("PIL")
    choose(dialog, "descent")
    use(dialog, form="gif", seconds=30.0)
    dialog.write(tmp_path / "long.gif")
    with qtbot.waitSignal(dialog.films.ended):
        dialog.cancel_button.click()
    assert list(tmp_path.iterdir()) == []
    assert dialog.about.text() == "No film was made"
    assert dialog.export_button.isEnabled()
