"""The formula reference: losses, optimizers, schedules, with what is to be known of them, found by typing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextDocument
from PySide6.QtTest import QTest

from explorer import wording
from explorer.losses import LOSSES
from explorer.optimizers import OPTIMIZERS
from explorer.paint.formulas import lines_of
from explorer.paint.theme import DARK, LIGHT
from explorer.plots.numbers import with_minus
from explorer.training.schedules import SCHEDULES
from explorer.ui import reference_page, reference_training
from explorer.ui.reference import ReferenceWindow
from tests.paint.pixels import coloured, pixels


@pytest.fixture
def window(make_window):
    return make_window()


@pytest.fixture
def reference(window, qtbot):
    window.actions_by_id["formulas"].trigger()
    (found,) = window.findChildren(ReferenceWindow)
    qtbot.waitExposed(found)
    return found


def plain(html: str) -> str:
    document = QTextDocument()
    document.setHtml(html)
    return " ".join(document.toPlainText().split())


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("key", LOSSES)
def test_every_loss_is_told_whole(key):
    loss = LOSSES[key]
    html = reference_page.page([loss], LIGHT, 1.0, 600.0)
    assert html.count("<img") == 3  # sign, formula, gradient
    text = plain(html)
    told = [loss.title, key, loss.decision, *(each.name for each in loss.parameters)]
    told += [each.meaning for each in loss.parameters]
    told += [f"{each.holds} {each.fails}".strip() for each in loss.readings]
    told += [with_minus(each.value) for each in loss.invariances]
    for part in told:
        assert " ".join(part.split()) in text, part
    assert loss.readings or "No reading of its logits is a probability" in text
    assert "href='http" in html  # its source is a link


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("entry", reference_training.entries(), ids=lambda entry: entry.key)
def test_every_optimizer_and_schedule_is_told_whole(entry):
    html = reference_page.page([], LIGHT, 1.0, 600.0, [entry])
    assert html.count("<img") == len(lines_of(entry.key))
    assert entry.latex not in plain(html)  # its picture stands there
    text = plain(html)
    told = [f"{entry.kind}s", entry.title, entry.name, *(word for row in entry.rows for word in row)]
    told += [each.meaning.removesuffix(".") for each in entry.parameters]
    for part in told:
        assert part in text
    assert entry.source.partition(";")[0].split(",")[0] in text


@pytest.mark.parametrize("key", [*LOSSES, *OPTIMIZERS, *SCHEDULES])
def test_the_prose_of_every_entry_is_translated(key):
    record = LOSSES.get(key) or OPTIMIZERS.get(key) or SCHEDULES[key]
    prose = [text for each in record.parameters for text in (each.meaning, *each.titles, *each.notes)]
    prose += [text for each in getattr(record, "readings", ()) for text in (each.holds, each.fails) if text]
    known = wording.read("zh")
    assert [text for text in prose if (text, "") not in known] == []


def test_what_trains_is_all_there():
    keys = [entry.key for entry in reference_training.entries()]
    assert keys == [f"optimizer.{key}" for key in OPTIMIZERS] + [f"schedule.{key}" for key in SCHEDULES]


@pytest.mark.usefixtures("qapp")
def test_a_formula_without_a_file_is_written():
    outside = replace(LOSSES["bce"], key="no-file", formula="a < b", gradient_formula="c")
    text = plain(reference_page.page([outside], LIGHT, 1.0, 600.0))
    assert "a < b" in text
    assert "From outside" not in text
    trains = replace(reference_training.entries()[0], name="no-file", latex="d < e")
    assert "d < e" in plain(reference_page.page([], LIGHT, 1.0, 600.0, [trains]))


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("ADAM", ["optimizer.adam", "optimizer.adamw"]),
        ("schedule", ["schedule.constant", "schedule.step", "schedule.cosine"]),
        ("weight decay", [f"optimizer.{key}" for key in OPTIMIZERS]),
        ("1412.6980", ["optimizer.adam"]),
        ("half cosine", ["schedule.cosine"]),
        ("zlpr", []),
    ],
)
def test_words_find_what_trains(query, keys):
    assert [entry.key for entry in reference_training.found(query)] == keys


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("zlpr bce", {"peel"}),
        ("KEXUE.FM/archives/9039", {"symmetric_kl_softmax", "symmetric_kl_sigmoid"}),
        ("gamma_negative", {"asl"}),
        ("pinned", {"symmetric_kl_softmax", "symmetric_kl_sigmoid", "r_drop"}),
        ("nothing like this", set()),
    ],
)
def test_words_are_looked_for_in_the_whole_entry(query, keys):
    found = {loss.key for loss in reference_page.found(LOSSES.values(), query)}
    assert keys <= found
    assert query == "zlpr bce" or found == keys


def test_typing_keeps_what_has_the_words(reference):
    whole = reference.page.toPlainText()
    assert reference.said.text() == f"{len(LOSSES)} losses, 8 optimizers, 3 schedules"
    reference.page.setFocus()
    QTest.keyClicks(reference.page, "archives/9039")
    assert reference.search.text() == "archives/9039"
    assert len(reference.page.toPlainText()) < len(whole) / 4
    assert reference.said.text() == f"2 of {len(LOSSES) + 11} entries"
    QTest.keyClicks(reference.search, "x")
    assert reference.page.toPlainText() == "No entry has “archives/9039x” in it"
    assert reference.said.text() == "No entry"
    QTest.keyClick(reference.search, Qt.Key.Key_Escape)
    assert reference.page.toPlainText() == whole
    assert reference.isVisible()
    QTest.keyClick(reference.search, Qt.Key.Key_Escape)
    assert not reference.isVisible()


def test_keys_scroll_while_one_types(reference):
    bar = reference.page.verticalScrollBar()
    QTest.keyClick(reference.search, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(reference.search, Qt.Key.Key_Up)
    QTest.keyClick(reference.search, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_the_menu_of_a_card_opens_it_at_the_loss_and_the_window_stays_usable(window, reference):
    panel = window.desk.losses
    menu = panel.menu_of(panel.cards[2])
    (entry,) = [action for action in menu.actions() if action.text() == "How to read it"]
    assert reference.page.verticalScrollBar().value() == 0
    entry.trigger()
    assert window.findChildren(ReferenceWindow) == [reference]
    assert reference.page.verticalScrollBar().value() > 0
    assert not reference.isModal()


def test_links_go_to_entries_and_copy_formulas(reference, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    reference.page.anchorClicked.emit(QUrl("#bce"))
    assert reference.page.verticalScrollBar().value() > 0
    reference.page.anchorClicked.emit(QUrl("copy:gradient/bce"))
    assert QGuiApplication.clipboard().text() == LOSSES["bce"].gradient_formula
    assert reference.said.text() == "Copied the gradient of BCE as LaTeX"
    reference.page.anchorClicked.emit(QUrl("copy:formula/bce"))
    assert QGuiApplication.clipboard().text() == LOSSES["bce"].formula
    reference.page.anchorClicked.emit(QUrl("copy:formula/optimizer.adam"))
    assert QGuiApplication.clipboard().text() == OPTIMIZERS["adam"].formula
    assert reference.said.text() == "Copied the formula of Adam as LaTeX"
    assert opened == []
    reference.page.anchorClicked.emit(QUrl("https://arxiv.org/abs/2208.02955"))
    assert [url.host() for url in opened] == ["arxiv.org"]


def test_formulas_follow_theme_and_scale(window, reference):
    assert coloured(pixels(reference.page.grab().toImage()), LIGHT, "ink", 40).sum() > 200
    window.appearance.choose("dark")
    picture = pixels(reference.page.grab().toImage())
    assert coloured(picture, DARK, "ink", 40).sum() > 200
    assert coloured(picture, DARK, "zlpr").sum() > 20  # the signs
    before = reference.page.document().size().height()
    window.appearance.choose_scale(1.5)
    assert reference.page.document().size().height() > 1.2 * before
    window.appearance.choose_scale(1.0)
    window.appearance.choose("light")


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_pictures_are_drawn_in_the_ink_of_the_theme(window, reference, theme):
    window.appearance.choose(theme.name)
    image = QTextDocument.ResourceType.ImageResource
    for kind, wide in (("formula", 235), ("gradient", 171)):
        picture = reference.page.document().resource(image, QUrl(f"{kind}:bce"))
        assert picture.width() == wide
        assert coloured(pixels(picture), theme, "ink", 40).sum() > 50
    for line in lines_of("optimizer.adam"):
        picture = reference.page.loadResource(image.value, QUrl(f"formula:{line}"))
        assert coloured(pixels(picture), theme, "ink", 40).sum() > 50
    assert reference.page.loadResource(image.value, QUrl("formula:no-loss")) is None
    window.appearance.choose("light")


def test_no_formula_is_wider_than_the_page(reference):
    reference.resize(520, 400)
    assert reference.page.horizontalScrollBar().maximum() == 0
