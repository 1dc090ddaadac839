"""The editor's card with a thousand classes: what wheel, keys, pointer and controls do to the list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.paint.theme import LIGHT
from explorer.plots import PLOTS, ranking
from explorer.study.examples import EXAMPLES
from explorer.study.generated import many_classes
from explorer.study.opening import default_study
from explorer.study.study import Look
from explorer.ui.panels.editor import WHEEL_ROWS, EditorCard
from explorer.ui.session import Session
from tests.ui.panel_parts import focus, on_screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from explorer.ui.window import Window

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def card_of(qtbot: QtBot, count: int = 1000, **look: object) -> EditorCard:
    session = Session(default_study(many_classes(count), "many"), Look(**look))  # type: ignore[arg-type]
    card = EditorCard(session, PLOTS["logits"], LIGHT)
    session.setParent(card)
    on_screen(qtbot, card, 316, 760)
    focus(qtbot, card.canvas)
    return card


def rows(card: EditorCard) -> list[int]:
    handles = card.canvas.figure.handles
    return [int(handle.id.partition(":")[2]) for handle in handles if handle.id.startswith("logit:")]


def look(card: EditorCard) -> Look:
    return card.session.state.look


def place(card: EditorCard, identity: str) -> QPoint:
    layout = card.canvas.layout_of_figure
    handle = next(handle for handle in card.canvas.figure.handles if handle.id == identity)
    return QPointF(*layout.box(handle).centre).toPoint()


def turn(card: EditorCard, notches: float) -> None:
    at = QPointF(150.0, 400.0)
    event = QWheelEvent(
        at, card.canvas.mapToGlobal(at), QPoint(), QPoint(0, round(-120 * notches)),
        Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(card.canvas, event)


def test_as_many_rows_as_have_room(qtbot: QtBot) -> None:
    card = card_of(qtbot)
    few = len(rows(card))
    assert few == card.rows
    card.resize(316, 900)
    assert len(rows(card)) == card.rows > few
    card.session.fit()
    assert len(rows(card)) == card.rows


def test_few_classes_are_columns_without_controls(qtbot: QtBot) -> None:
    card = card_of(qtbot, 60)
    assert card.tools is not None
    assert not card.tools.isVisible()
    assert not card.bar.isVisible()
    study = card.session.state.study.with_class_added("one more")
    card.session.apply("Add", study)
    assert card.tools.isVisible()
    assert len(rows(card)) == card.rows
    card.session.undo()
    assert not card.tools.isVisible()
    assert len(rows(card)) == 60


def test_the_wheel_scrolls_and_the_bar_follows(qtbot: QtBot) -> None:
    card = card_of(qtbot, order="index")
    turn(card, 2)
    assert look(card).first == card.bar.value() == 2 * WHEEL_ROWS
    turn(card, 0.25)
    assert look(card).first == 2 * WHEEL_ROWS
    turn(card, 0.25)
    assert look(card).first == 2 * WHEEL_ROWS + 1
    turn(card, -50)
    assert look(card).first == card.bar.value() == 0
    card.bar.setValue(300)
    assert rows(card)[0] == 300


def test_keys_go_through_the_list(qtbot: QtBot) -> None:
    card = card_of(qtbot, order="index", held=4, slice_class=4)
    QTest.keyClick(card.canvas, Qt.Key.Key_Down)
    assert look(card).held == look(card).slice_class == 5
    QTest.keyClick(card.canvas, Qt.Key.Key_PageDown)
    assert (look(card).held, look(card).first) == (5, card.rows)
    QTest.keyClick(card.canvas, Qt.Key.Key_End)
    assert rows(card)[-1] == 999
    QTest.keyClick(card.canvas, Qt.Key.Key_Right)  # acts on the held class, and shows it
    assert 5 in rows(card)
    QTest.keyClick(card.canvas, Qt.Key.Key_Home)
    assert look(card).first == 0


def test_the_right_key_moves_the_held_bar(qtbot: QtBot) -> None:
    card = card_of(qtbot, held=805, slice_class=805)
    QTest.keyClick(card.canvas, Qt.Key.Key_Right)
    assert card.session.state.sample.logits[805] == pytest.approx(-1.0)


def test_a_row_keeps_its_place_under_a_drag(qtbot: QtBot) -> None:
    card = card_of(qtbot, order="logit")
    card.session.look(first=0)
    before = rows(card)
    start = place(card, f"logit:{before[9]}")
    QTest.mousePress(card.canvas, LEFT, NONE, start)
    QTest.mouseMove(card.canvas, start + QPoint(30, 0))
    qtbot.waitUntil(lambda: card.session.state.sample.logits[before[9]] > 0.9)
    assert rows(card) == before
    QTest.mouseRelease(card.canvas, LEFT, NONE, start + QPoint(30, 0))
    after = rows(card)
    assert after != before
    assert after.index(before[9]) < 9


def test_a_chip_is_clicked_and_dragged(qtbot: QtBot) -> None:
    card = card_of(qtbot, order="index")
    targets = lambda: card.session.state.sample.targets  # noqa: E731
    QTest.mouseClick(card.canvas, LEFT, NONE, place(card, "target:3"))
    assert targets()[3] == 1.0
    start = place(card, "target:4")
    QTest.mousePress(card.canvas, LEFT, NONE, start)
    QTest.mouseMove(card.canvas, start + QPoint(-12, 0))
    qtbot.waitUntil(lambda: targets()[4] > 0)
    QTest.mouseRelease(card.canvas, LEFT, NONE, start + QPoint(-12, 0))
    assert targets()[4] == pytest.approx(0.5 - 12 / 86, abs=0.02)


@pytest.mark.parametrize(("typed", "held"), [("805", 805), ("CLASS 99", 99), ("462", 462)])
def test_a_class_is_found_by_name_or_index(qtbot: QtBot, typed: str, held: int) -> None:
    card = card_of(qtbot, only="labelled")
    card.start_search()
    assert card.tools is not None
    field = card.tools.search
    QTest.keyClicks(field, typed)
    assert look(card).search == typed
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (look(card).held, look(card).slice_class, look(card).search) == (held, held, "")
    assert held in rows(card)
    assert field.text() == ""
    qtbot.waitUntil(card.canvas.hasFocus)


def test_search_lists_what_is_found_and_is_given_up(qtbot: QtBot) -> None:
    card = card_of(qtbot, order="index")
    assert card.tools is not None
    field = card.tools.search
    card.start_search()
    QTest.keyClicks(field, "class 99")
    assert rows(card) == [99, *range(990, 1000)]
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert (look(card).held, look(card).search) == (99, "class 99")
    QTest.keyClick(card.canvas, Qt.Key.Key_Down)
    assert look(card).held == 990
    card.start_search()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert look(card).search == ""
    assert look(card).held == 990


def test_nothing_found_holds_nothing(qtbot: QtBot) -> None:
    card = card_of(qtbot, held=7)
    assert card.tools is not None
    QTest.keyClicks(card.tools.search, "zebra")
    assert rows(card) == []
    QTest.keyClick(card.tools.search, Qt.Key.Key_Return)
    assert look(card).held == 7


def test_order_and_filter_are_the_looks(qtbot: QtBot) -> None:
    card = card_of(qtbot)
    assert card.tools is not None
    buttons = {button.text(): button for button in card.tools.orders}
    buttons["logit"].click()
    assert look(card).order == "logit"
    assert rows(card) == ranking.ranking(card.session.state)[: card.rows].tolist()
    card.tools.filter.menu().actions()[1].trigger()
    assert look(card).only == "labelled"
    assert rows(card) == [137, 462, 805]
    assert not card.bar.isVisible()
    card.session.look(order="index", only="all")
    assert buttons["index"].isChecked()
    assert card.tools.filter.text() == "all"


def test_a_press_in_the_overview_goes_to_the_class_there(qtbot: QtBot) -> None:
    card = card_of(qtbot, order="index")
    box = card._overview
    at = QPoint(round(box.x + 0.137 * box.width) + 2, round(box.bottom) - 5)
    QTest.mousePress(card.canvas, LEFT, NONE, at)
    assert look(card).held == 137
    assert 137 in rows(card)
    QTest.mouseMove(card.canvas, QPoint(round(box.x + 0.805 * box.width), at.y()))
    QTest.mouseRelease(card.canvas, LEFT, NONE, at)
    assert look(card).held == 805
    assert 805 in rows(card)
    assert not card.session.history.can_undo


def test_controls_can_be_named_and_reached(qtbot: QtBot) -> None:
    card = card_of(qtbot)
    assert card.tools is not None
    parts = (card.tools.search, card.tools.filter, *card.tools.orders)
    assert all(part.accessibleName() for part in parts)
    reached = [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    chosen = next(button for button in card.tools.orders if button.isChecked())
    assert reached == [card.tools.search, card.tools.filter, chosen], "arrows go on among the orders"


def test_the_list_takes_the_hand_and_the_table_is_away(make_window: Callable[..., Window]) -> None:
    window = make_window(EXAMPLES["a-thousand-classes"].open())
    card = window.desk.cards["logits"]
    assert not window.desk.classes.isVisible()
    assert card.height() == window.desk.doctor.geometry().bottom() - window.desk.losses.y() + 1
    window.commands.open_example("n-choose-k")
    assert not window.desk.classes.isVisible()
    window.commands.open_example("five-samples")
    assert window.desk.classes.isVisible()


def test_a_study_opens_with_its_held_class_in_sight(qtbot: QtBot, make_window: Callable[..., Window]) -> None:
    card = card_of(qtbot, held=900, order="index")
    assert 900 in rows(card)
    window = make_window()
    opened = EXAMPLES["a-thousand-classes"].open()
    window.session.open(opened.study, replace(opened.look, held=700, order="index"))
    qtbot.wait(1)
    assert 700 in rows(window.desk.editor)
    window.desk.editor._scroll(-100)
    window.session.fit()
    assert 700 not in rows(window.desk.editor), "later the list stays where it was put"
