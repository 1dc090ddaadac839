from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.paint.theme import LIGHT
from explorer.plots import moves
from explorer.study.history import MOST_ENTRIES
from explorer.ui.panels.history import HistoryModel
from tests.ui.panel_parts import focus

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot, make_window):
    """The open list of a window in which cat, dog and night were labelled or unlabelled, night undone."""
    window = make_window()
    window.activateWindow()
    focus(qtbot, window.desk.cards["logits"].canvas)
    names(window, "cat", "dog", "night")
    for index in (0, 1, 2):
        move = moves.toggle(window.session.state, index)
        window.session.apply(move.label, move.state.study)
    window.session.undo()
    window.actions_by_id["history"].trigger()
    return window.class_parts.history


def names(window, *wanted: str) -> None:
    study = window.session.state.study
    for index, name in enumerate(wanted):
        study = study.with_class_renamed(index, name)
    window.session.open(study, window.session.state.look)


def texts(panel) -> list[str]:
    return [panel.model.text(row) for row in range(panel.model.rowCount())]


def test_every_step_is_listed_and_now_is_marked(panel) -> None:
    assert texts(panel) == ["Opened", "Unlabel cat", "Unlabel dog", "Label night"]
    assert panel.model.now == 2
    assert panel.list.currentIndex().row() == 2
    assert panel.list.hasFocus()
    said = [panel.model.data(panel.model.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(4)]
    assert said == ["Opened", "Unlabel cat", "Unlabel dog, now", "Label night, undone"]


def test_a_click_goes_there_and_the_list_stays(panel) -> None:
    QTest.mouseClick(panel.list.viewport(), LEFT, pos=panel.list.visualRect(panel.model.index(0)).center())
    assert panel.session.history.position == 0
    assert panel.session.state.sample.targets.tolist()[:3] == [1.0, 1.0, 0.0]
    assert panel.isVisible()
    assert panel.model.now == 0
    QTest.mouseClick(panel.list.viewport(), LEFT, pos=panel.list.visualRect(panel.model.index(3)).center())
    assert panel.session.state.sample.targets.tolist()[:3] == [0.0, 0.0, 1.0]


def test_arrows_move_and_return_goes_there(panel) -> None:
    QTest.keyClick(panel.list, Key.Key_Up)
    assert panel.session.history.position == 2
    QTest.keyClick(panel.list, Key.Key_Return)
    assert panel.session.history.position == 1
    QTest.keyClick(panel.list, Key.Key_End)
    QTest.keyClick(panel.list, Key.Key_Return)
    assert panel.session.history.position == 3


def test_what_happens_elsewhere_is_shown(panel) -> None:
    move = moves.set_logit(panel.session.state, 1, 2.0)
    panel.session.apply(move.label, move.state.study)
    assert texts(panel) == ["Opened", "Unlabel cat", "Unlabel dog", "Set logit of dog to +2.00"]
    assert (panel.model.now, panel.list.currentIndex().row()) == (3, 3)
    panel.session.undo()
    assert panel.model.now == 2


def test_escape_and_leaving_close_it(panel) -> None:
    QTest.keyClick(panel.list, Key.Key_Escape)
    assert not panel.isVisible()
    window = panel.parentWidget()
    window.actions_by_id["history"].trigger()
    assert panel.isVisible()
    window.desk.cards["logits"].canvas.setFocus()
    QApplication.processEvents()
    assert not panel.isVisible()
    window.actions_by_id["history"].trigger()
    window.actions_by_id["history"].trigger()
    assert not panel.isVisible()


def test_undone_steps_are_muted_and_now_has_a_sign(panel) -> None:
    picture = panel.grab().toImage()

    def area(row: int) -> QRect:
        place = panel.list.visualRect(panel.model.index(row))
        return place.translated(panel.list.viewport().mapTo(panel, QPoint(0, 0)))

    def darkest(row: int) -> int:
        """Return how dark the letters of a row are at most."""
        letters = area(row).adjusted(26, 5, -60, -5)
        across, down = (range(letters.left(), letters.right()), range(letters.top(), letters.bottom()))
        return min(picture.pixelColor(x, y).lightness() for x in across for y in down)

    now = area(2)
    assert picture.pixelColor(now.left() + 13, now.center().y()) == QColor(LIGHT.colour("ink"))
    assert darkest(1) < QColor(LIGHT.colour("ink2")).lightness() < darkest(3)


def test_a_long_history_shows_where_it_is_and_keeps_its_rows(make_window) -> None:
    window = make_window()
    study = window.session.state.study
    for number in range(MOST_ENTRIES):
        window.session.history.apply(f"Step {number}", replace(study, title=str(number)))
    window.session.travel_to(500)
    window.actions_by_id["history"].trigger()
    panel = window.class_parts.history
    assert panel.model.rowCount() == MOST_ENTRIES + 1
    assert panel.list.viewport().rect().intersects(panel.list.visualRect(panel.model.index(500)))
    resets = []
    panel.model.modelReset.connect(lambda: resets.append(1))
    window.session.redo()
    assert (panel.model.now, resets) == (501, [])


def test_new_steps_are_said_as_new_rows(make_window) -> None:
    window = make_window()
    model = HistoryModel(window.session)
    added = []
    model.rowsInserted.connect(lambda _parent, first, last: added.append((first, last)))
    move = moves.toggle(window.session.state, 0)
    window.session.apply(move.label, move.state.study)
    model.refresh()
    model.refresh()
    assert added == [(1, 1)]
    model.deleteLater()
