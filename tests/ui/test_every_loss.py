"""Every loss of the catalogue on its card: a value or a way out, whole texts, sliders, menus, readings."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

from explorer.catalogue import by_family
from explorer.losses import LOSSES
from explorer.paint.formulas import lines_size
from explorer.paint.theme import LIGHT
from explorer.plots.numbers import DASH
from explorer.study.study import Look, Pin, ShownLoss
from explorer.ui.panels.losses import LossesPanel
from explorer.ui.panels.parameter_row import ParameterRow
from explorer.ui.session import Session
from tests.ui import rectangles
from tests.ui.panel_parts import CLASSES, HARD, LOGITS, SOFT, on_screen, study_of

ONE = (0.0, 0.0, 1.0, 0.0, 0.0)
COLUMN, POPOVER = 284, 296  # widths of a card
OWN = tuple(LOSSES.own)
EVERY = pytest.mark.parametrize("key", OWN)


def panel_of(qtbot, key, targets=ONE, pin=True, logits=LOGITS, classes=CLASSES) -> LossesPanel:
    study = study_of(targets=targets, shown=(key,), logits=logits, classes=classes)
    if pin:
        other = np.linspace(-1.0, 1.0, len(logits))
        study = replace(study, pin=Pin(0, "sample 1", other, np.asarray(targets)))
    return on_screen(qtbot, LossesPanel(Session(study, Look()), LIGHT), COLUMN, 600)


def texts(card, monkeypatch):
    picture = QPixmap(card.size())
    picture.fill(Qt.GlobalColor.white)
    with rectangles.recording(monkeypatch) as found:
        card.render(picture)
    return found


@EVERY
@pytest.mark.parametrize("targets", [ONE, HARD, SOFT], ids=["one", "hard", "soft"])
def test_a_card_has_a_value_or_says_why_not(qtbot, key, targets):
    (card,) = panel_of(qtbot, key, targets).cards
    assert (card.words.value == DASH) == (card.words.severity == "error")
    if card.words.severity == "error":
        assert card.words.problem.startswith(("takes ", "needs ", "compares "))
        assert not card.is_open
    else:
        assert card.words.rule == card.loss.decision
    assert targets != ONE or card.is_open


@EVERY
@pytest.mark.parametrize("targets", [HARD, SOFT], ids=["hard", "soft"])
@pytest.mark.parametrize("pin", [False, True], ids=["alone", "pinned"])
def test_a_way_out_leads_to_a_value(qtbot, key, targets, pin):
    panel = panel_of(qtbot, key, targets, pin)
    (card,) = panel.cards
    if not card.words.way_out:
        return
    QTest.mouseClick(card.link, Qt.MouseButton.LeftButton)
    assert panel.cards[0].words.value != DASH
    assert panel.session.history.undo_label


@EVERY
@pytest.mark.parametrize("width", [COLUMN, POPOVER])
@pytest.mark.parametrize("near", [False, True], ids=["rest", "pointed at"])
@pytest.mark.parametrize("targets", [ONE, SOFT], ids=["one", "soft"])
def test_no_text_of_a_card_is_cut_or_lies_on_another(qtbot, monkeypatch, key, width, targets, near):
    (card,) = panel_of(qtbot, key, targets).cards
    card.more.set_near(near)
    card.place(width)
    card.resize(width, card.wanted_height)
    found = texts(card, monkeypatch)
    assert card.loss.title in " ".join(each.text for each in found)
    cut = [each.text for each in found if "…" in each.text]
    problems = rectangles.overlaps(found) + rectangles.outside(found, QRectF(card.rect()))
    seen = [each for each in rectangles.controls(card.window()) if card.isAncestorOf(each)]
    problems += [problem for problem in map(rectangles.cut, seen) if problem]
    assert not cut + problems, "\n".join(cut + problems)


@EVERY
def test_a_formula_on_a_card_is_large_enough_to_read(qtbot, key):
    (card,) = panel_of(qtbot, key).cards
    size, room = lines_size(key), card.places.formula_area
    assert min(room.width() / size.width(), room.height() / size.height()) > 0.85
    assert not room.intersects(card.places.settings)


@EVERY
def test_sliders_reach_the_default_and_stay_within_bounds(qtbot, key):
    (card,) = panel_of(qtbot, key).cards
    for row in card.rows:
        assert row.controls[0].isVisible()
        if isinstance(row, ParameterRow):
            parameter, scale = row.parameter, row.scale
            assert parameter.low <= scale.low <= parameter.default <= scale.high <= parameter.high
            nearest = scale.number(scale.position(parameter.default))
            assert nearest == pytest.approx(parameter.default, rel=0.05)


@pytest.mark.parametrize(("classes", "last"), [(2, 5), (5, 5), (60, 60), (400, 200)])
def test_the_slider_of_labels_at_most_follows_the_classes(qtbot, classes, last):
    names = tuple(f"c{number}" for number in range(classes))
    targets = (1.0,) + (0.0,) * (classes - 1)
    panel = panel_of(
        qtbot, "combinatorial_threshold", targets, logits=(0.5,) * classes, classes=names, pin=False
    )
    row = next(each for each in panel.cards[0].rows if each.parameter.name == "max_labels")
    assert row.scale.high == last


@EVERY
def test_tool_tips_say_the_readings_and_what_is_taken(qtbot, key):
    (card,) = panel_of(qtbot, key).cards
    tip = " ".join(card.tip_at(20.0, card.places.decision.center().y()).split())
    for reading in card.loss.readings:
        assert reading.name in tip
        assert reading.holds in tip
        assert reading.fails in tip
    assert card.loss.readings or "No reading of its logits is a probability" in tip
    assert card.tip_at(20.0, 10.0).startswith(f"{card.loss.title}\ntakes ")


def test_menus_and_palette_have_every_loss(make_window):
    window = make_window()
    window.session.apply("None", replace(window.session.state.study, shown=()))
    panel = window.desk.losses
    panel.add_menu.aboutToShow.emit()
    offered = {
        menu.text(): [each.text() for each in menu.menu().actions()] for menu in panel.add_menu.actions()
    }
    families = by_family(LOSSES.values())
    assert offered == {family: [loss.title for loss in losses] for family, losses in families.items()}
    for key in OWN:
        action = window.actions_by_id[f"loss.{key}"]
        assert action.statusTip() or action.toolTip()
        action.trigger()
        assert action.isChecked()
    assert {loss.key for loss in window.session.state.study.shown} == set(OWN)
    assert [card.loss.key for card in panel.cards] == list(OWN)


def test_losses_that_were_shown_with_their_settings_are_shown_again(make_window):
    window = make_window()
    study = window.session.state.study
    many = ShownLoss("bce", (("pos_weight", (3.0, 1.0, 0.25, 4.0, 2.0)),))
    window.session.apply("Weights", replace(study, shown=(many,)))
    row = window.desk.losses.cards[0].rows[0]
    assert not row.slider.isVisible()
    assert row.field.text() == "3, 1, 0.25, 4, 2"
    narrow = window.desk.losses.cards[0].rows[1].field
    assert row.field.width() > 3 * narrow.width()
    window.session.undo()
    window.session.apply("One weight", replace(study, shown=(ShownLoss("bce", (("pos_weight", 3.0),)),)))
    row = window.desk.losses.cards[0].rows[0]
    assert row.slider.isVisible()
    assert row.field.width() == window.desk.losses.cards[0].rows[1].field.width()
