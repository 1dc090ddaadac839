from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt

from explorer.plots import ranking
from explorer.study.examples import EXAMPLES
from explorer.study.lessons import LESSONS
from explorer.study.table import Table
from explorer.ui import actions
from explorer.ui.program.recent import remember
from explorer.ui.reference import ReferenceWindow
from explorer.wording import speaking


@pytest.fixture
def window(make_window, qtbot):
    made = make_window()
    made.activateWindow()
    return made


@pytest.fixture
def palette(window):
    window.actions_by_id["palette"].trigger()
    return window.palette_of_commands


def found(palette):
    return [entry.words for entry, _ in palette.model.found]


def press(qtbot, palette, key):
    qtbot.keyClick(palette.field, key)


def test_it_lists_every_action_but_itself(palette):
    ids = {entry.id for entry, _ in palette.model.found}
    assert ids == {row.id for row in actions.ACTIONS} - {"palette"}


def test_letters_find_an_action_and_enter_runs_it(window, palette, qtbot):
    qtbot.keyClicks(palette.field, "pin")
    assert found(palette)[0] == "Pin"
    press(qtbot, palette, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert window.session.state.study.pin is not None
    palette.open()
    assert found(palette)[0] == "Unpin", "the last one that was run comes first"


@pytest.mark.parametrize(
    ("query", "words", "key"),
    [
        ("formula adamw", "Formula of AdamW (optimizer)", "optimizer.adamw"),
        ("formula cosine", "Formula of cosine (schedule)", "schedule.cosine"),
        ("formula of asl", "Formula of ASL", "asl"),
    ],
)
def test_a_formula_is_found_and_opens_the_reference_there(window, palette, query, words, key):
    asked = []
    window.commands.help_asked.connect(asked.append)
    palette.field.setText(query)
    assert found(palette)[0] == words
    palette._run(palette.model.index(0))
    assert asked == [f"formulas/{key}"]
    (reference,) = window.findChildren(ReferenceWindow)
    assert reference.page.verticalScrollBar().value() > 0


def test_words_of_the_menu_find_it_too(palette):
    palette.field.setText("dark theme")
    assert found(palette) == ["Dark"]


def test_arrows_choose_and_stop_at_the_ends(window, palette, qtbot):
    for key, row in (
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_PageDown, 12),
        (Qt.Key.Key_PageUp, 1),
    ):
        press(qtbot, palette, key)
        assert palette.list.currentIndex().row() == row


def test_a_class_and_a_sample_are_found_by_name_and_number(window, palette, qtbot):
    table = Table.of(np.zeros((3, 2)), classes=["cat", "hot dog"], samples=["Ada", "Bo", "Cy"])
    window.session.apply("Load", replace(window.session.state.study, table=table, pin=None))
    palette.field.setText("hot")
    assert "hot dog" in found(palette)
    palette._run(palette.model.index(found(palette).index("hot dog")))
    assert (window.session.state.look.held, window.session.state.look.slice_class) == (1, 1)
    palette.open()
    palette.field.setText("Cy")
    assert found(palette)[0] == "Cy"
    palette.field.setText("2")
    assert found(palette)[0] == "Go to sample 2"
    press(qtbot, palette, Qt.Key.Key_Enter)
    assert window.session.state.look.sample == 1


def test_what_cannot_be_done_now_is_last_and_does_nothing(window, palette, qtbot):
    palette.field.setText("redo")
    entry = next(entry for entry, _ in palette.model.found if entry.id == "redo")
    assert not entry.enabled
    row = [entry.id for entry, _ in palette.model.found].index("redo")
    palette._run(palette.model.index(row))
    assert palette.isVisible()


@pytest.mark.parametrize(
    ("query", "id"),
    [
        ("ASL", "loss.asl"),
        ("KL softmax", "loss.symmetric_kl_softmax"),
        ("soft ZLPR", "loss.soft_zlpr"),
        ("soft zl", "loss.soft_zlpr"),
        ("thresholds", "enlarge.thresholds"),
        ("keep thresholds", "card.thresholds"),
        ("view figures thresholds", "enlarge.thresholds"),
        ("who gets the gradient", "enlarge.balance"),  # a lesson is called so too
        ("add asl", "loss.asl"),
        ("samples", "samples"),  # a lesson begins with it
        ("next lesson", "next_lesson"),  # now worded "First lesson"
    ],
)
def test_what_is_named_exactly_comes_first(palette, query, id):
    palette.field.setText(query)
    assert palette.model.found[0][0].id == id


def test_a_loss_says_what_choosing_it_does(window, palette, qtbot):
    palette.field.setText("asl")
    assert found(palette)[0] == "Add ASL"
    press(qtbot, palette, Qt.Key.Key_Return)
    assert window.session.state.study.shown[-1].key == "asl"
    palette.open()
    palette.field.setText("asl")
    assert found(palette)[0] == "Remove ASL"


def test_what_is_named_and_cannot_be_done_runs_nothing_else(window, palette, qtbot):
    window.commands.lessons.open(list(LESSONS)[-1])
    before = window.session.state.study
    palette.open()
    palette.field.setText("next lesson")
    entry = palette.model.found[0][0]
    assert (entry.id, entry.enabled) == ("next_lesson", False)
    press(qtbot, palette, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert window.session.state.study == before
    palette.field.setText("lesson")
    for _ in palette.model.found:
        press(qtbot, palette, Qt.Key.Key_Down)
        assert palette.model.found[palette.list.currentIndex().row()][0].enabled


def test_escape_gives_the_keyboard_back(window, qtbot):
    before = window.desk.cards["logits"].canvas
    before.setFocus()
    window.palette_of_commands.open()
    assert window.focusWidget() is window.palette_of_commands.field
    press(qtbot, window.palette_of_commands, Qt.Key.Key_Escape)
    assert not window.palette_of_commands.isVisible()
    assert window.focusWidget() is before


@pytest.mark.parametrize("query", ["qqqq", "soft smells"])
def test_nothing_found_says_so(palette, query):
    palette.field.setText(query)
    assert palette.nothing.isVisible()
    assert not palette.list.isVisible()


def test_recent_files_and_sizes_are_found(window, palette, tmp_path):
    path = tmp_path / "both.csv"
    path.write_text("logit:cat,target:cat\n1.5,1\n")
    remember(window.settings, path)
    remember(window.settings, tmp_path / "gone.csv")
    palette.field.setText("both")
    entry = palette.model.found[0][0]
    assert (entry.words, entry.place) == ("Open both.csv", "File › Open recent")
    palette._run(palette.model.index(0))
    assert window.session.state.sample.classes == ("cat",)
    palette.open()
    palette.field.setText("gone")
    assert [entry.enabled for entry, _ in palette.model.found if entry.words == "Open gone.csv"] == [False]
    palette.field.setText("size 125")
    assert found(palette)[0] == "Interface size 125 %"
    palette._run(palette.model.index(0))
    assert window.appearance.scale == 1.25
    window.commands.cards.zoom_to(1.0)


def test_a_class_hides_commands_that_have_its_letters_here_and_there(window, palette):
    window.session.apply("Load", with_classes(window, "tiger", "lynx"))
    palette.field.setText("tiger")
    assert found(palette) == ["tiger", "Remove tiger"]


def test_a_class_of_many_is_brought_into_sight(make_window, qtbot):
    window = make_window(EXAMPLES["a-thousand-classes"].open())
    window.session.look(order="index", only="labelled", search="class 7")
    palette = window.palette_of_commands
    palette.open()
    palette.field.setText(window.session.state.sample.classes[640])
    press(qtbot, palette, Qt.Key.Key_Return)
    state = window.session.state
    assert state.look.held == 640
    assert 640 in ranking.visible(state, window.desk.editor.rows)


def with_classes(window, *names):
    table = Table.of(np.zeros((1, len(names))), classes=list(names))
    return replace(window.session.state.study, table=table, pin=None)


@pytest.mark.parametrize("shown", ["en", "zh"])
@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("chinese", {"zh"}),
        ("english", {"en"}),
        ("中文", {"zh"}),
        ("language", {"system", "en", "zh"}),
        ("语言", {"system", "en", "zh"}),
    ],
)
def test_a_language_is_found_in_the_words_of_either(make_window, shown, query, ids):
    with speaking(shown):
        palette = make_window().palette_of_commands
        palette.open()
        palette.field.setText(query)
        assert {entry.id for entry, _ in palette.model.found[: len(ids)]} == {
            f"language.{key}" for key in ids
        }
