"""Copies of a card in every way, and what other programs find on the clipboard."""

import ast
import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage

from explorer.plots import PLOTS
from explorer.study.embedding import embedded, found_in
from explorer.study.pictures import opened_text
from explorer.ui import actions
from explorer.ui.cards.copies import COPIES, SCRIPTS
from explorer.ui.cards.copying import WAYS
from explorer.ui.cards.menu import card_menu
from explorer.ui.export_sources import Sources
from tests.ui.export_parts import kept_of


@pytest.fixture
def window(make_window):
    QGuiApplication.clipboard().clear()
    return make_window()


def focused(window, key):
    window.desk.cards[key].canvas.setFocus(Qt.FocusReason.TabFocusReason)


def clipboard():
    return QGuiApplication.clipboard().mimeData()


def test_a_copied_picture_is_pixels_and_vectors_with_the_state_in_both(window):
    focused(window, "slice")
    window.actions_by_id["copy_picture"].trigger()
    canvas = window.desk.cards["slice"].canvas
    png, svg = (bytes(clipboard().data(kind).data()) for kind in ("image/png", "image/svg+xml"))
    assert QImage.fromData(png).size() == canvas.size() * 2 == clipboard().imageData().size()
    assert svg.startswith(b"<?xml")
    for content in (png, svg):
        opened = opened_text(found_in(content), "picture")
        assert opened.look.enlarged == "slice"
        assert opened.study.table.sample(0).logits.tolist() == window.session.state.sample.logits.tolist()


def test_a_copied_picture_is_pasted_as_its_study(make_window, window):
    window.commands.step_sample(2)
    focused(window, "budget")
    window.actions_by_id["copy_picture"].trigger()
    other = make_window()
    other.actions_by_id["paste_table"].trigger()
    assert kept_of(other.session.state) == kept_of(window.session.state, "budget")
    said = []
    other.commands.said.connect(lambda text, kind: said.append((text, kind)))
    data = QMimeData()
    data.setData("image/svg+xml", embedded(b"<svg></svg>", "svg", "{}"))
    QGuiApplication.clipboard().setMimeData(data)
    other.actions_by_id["paste_table"].trigger()
    ((text, kind),) = said
    assert kind == "error"
    assert "the study inside this picture is damaged" in text


def test_a_clipboard_that_tells_nothing_holds_no_picture(window):
    assert not window.commands.sharing.open_picture(None)


def test_a_picture_of_a_population_carries_no_study(window):
    assert not Sources.can_have_state("population")
    assert all(Sources.can_have_state(key) for key in (*PLOTS, "board"))


def test_a_table_is_copied_as_latex_and_as_python(window):
    focused(window, "values")
    window.actions_by_id["copy_latex"].trigger()
    assert "\\begin{tabular}" in clipboard().text()
    window.actions_by_id["copy_python"].trigger()
    scope = {}
    exec(compile(ast.parse(clipboard().text()), "copied", "exec"), scope)
    table = scope["data"]
    window.actions_by_id["copy_numbers"].trigger()
    head, *lines = clipboard().text().splitlines()
    assert list(table) == head.split("\t")
    assert [repr(number) for number in table["value"]] == [line.split("\t")[1] for line in lines]


def test_a_copied_numpy_script_prints_the_values_shown(window):
    window.actions_by_id["copy_script.numpy"].trigger()
    ran = subprocess.run(
        [sys.executable, "-c", clipboard().text()], capture_output=True, text=True, check=True
    )
    printed = [float(line.split()[-1]) for line in ran.stdout.splitlines() if not line.startswith(" ")]
    focused(window, "values")
    window.actions_by_id["copy_numbers"].trigger()
    shown = [float(line.split("\t")[1]) for line in clipboard().text().splitlines()[1:]]
    assert sorted(printed) == pytest.approx(sorted(shown), rel=1e-12)


def test_every_way_is_in_the_menus_and_the_palette(window):
    menu = card_menu(window.desk.cards["slice"].canvas, None)
    (copies,) = (action.menu() for action in menu.actions() if action.objectName() == "copy_as")
    ids = [way.id for way in (*COPIES, *SCRIPTS)]
    assert [action.objectName() for action in copies.actions() if not action.isSeparator()] == ids
    assert set(ids) <= {row.id for row in actions.ACTIONS}
    assert {way.id for way in COPIES} == set(WAYS)
    mnemonics = [way.text[way.text.index("&") + 1].lower() for way in (*COPIES, *SCRIPTS)]
    assert len(set(mnemonics)) == len(mnemonics)


def test_without_a_card_the_way_to_one_is_said(window):
    window.title_bar.open.setFocus()
    window.actions_by_id["copy_svg"].trigger()
    assert "Choose a card first" in window.status.said.whole


def test_a_copied_code_is_pasted_as_its_study(make_window, window):
    window.commands.step_sample(3)
    window.actions_by_id["copy_code"].trigger()
    assert clipboard().text().startswith("LX1-")
    other = make_window()
    other.actions_by_id["paste_table"].trigger()
    assert kept_of(other.session.state) == kept_of(window.session.state)


@pytest.mark.parametrize("way", ["picture", "code"])
def test_what_is_pasted_over_a_study_offers_the_way_back_to_it(make_window, tmp_path, way):
    window = make_window()
    assert window.commands.save_to(tmp_path / "mine.study.json")
    window.commands.session.apply("Edit", replace(window.session.state.study, pin=None, shown=()))
    assert window.commands.save_to(tmp_path / "mine.study.json")
    mine, history = window.session.state.study, window.session.history
    offered = []
    window.commands.offered.connect(lambda text, kind, ways: offered.append((text, ways)))
    if way == "picture":
        focused(window, "values")
        window.actions_by_id["copy_picture"].trigger()
    else:
        window.commands.sharing.copy_code()
    window.actions_by_id["paste_table"].trigger()
    assert len(window.session.state.study.table) == 1
    assert window.commands.file_words == "clipboard"
    ((text, (back,)),) = offered
    assert (text, back.words) == ("Opened in place of mine.study.json.", "Back to mine.study.json")
    back.run()
    assert window.session.state.study == mine
    assert window.session.history is history
    assert window.session.history.can_undo
    assert window.commands.file_words == "mine.study.json"
