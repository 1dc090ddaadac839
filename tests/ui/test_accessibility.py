"""The window as a screen reader and a keyboard meet it: every name, every stop, focus that is seen."""

from collections import Counter

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from explorer.analysis.survey import survey
from explorer.study import examples
from tests.paint.pixels import pixels
from tests.ui.panel_parts import wait_for_descents

Text = QAccessible.Text
STOPS = 80  # more than there are in the window
LEAST_SEEN = 12  # pixels that differ where focus is seen


@pytest.fixture(autouse=True)
def _active():
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


@pytest.fixture(
    params=[
        ("five-samples", (1440, 900), "desk"),
        ("five-samples", (1024, 700), "desk"),
        ("five-samples", (1440, 900), "samples"),
        ("n-choose-k", (1440, 900), "desk"),
        ("a-thousand-classes", (1440, 900), "desk"),
    ],
    ids=lambda window: f"{window[0]}-{window[1][0]}-{window[2]}",
)
def window(request, make_window):
    name, size, board = request.param
    made = make_window(examples.EXAMPLES[name].open(), size=size)
    made.activateWindow()
    if board == "samples":
        made.session.keep_result("survey", survey(made.session.state.study))
        made.session.look(board=board)
        made.samples.progress_row.hide()
    QApplication.processEvents()
    return made


def tree(thing):
    """Every element under this one that is not hidden, whatever its kind."""
    for number in range(thing.childCount()):
        child = thing.child(number)
        if child is None or child.state().invisible:
            continue
        yield child
        if child.role() not in (QAccessible.Role.Table, QAccessible.Role.MenuBar):
            yield from tree(child)


def named(thing):
    return thing.text(Text.Name).strip()


def test_everything_that_takes_the_keyboard_has_a_name(window):
    stops = [thing for thing in tree(QAccessible.queryAccessibleInterface(window)) if thing.state().focusable]
    assert len(stops) > 12
    nameless = [(thing.role(), type(thing.object()).__name__) for thing in stops if not named(thing)]
    assert nameless == []


def test_no_two_buttons_are_called_the_same(window):
    root = QAccessible.queryAccessibleInterface(window)
    kinds = (QAccessible.Role.Button, QAccessible.Role.ButtonMenu, QAccessible.Role.CheckBox)
    names = Counter(named(thing) for thing in tree(root) if thing.role() in kinds)
    assert [name for name, count in names.items() if count > 1] == []


def test_every_card_says_what_it_shows(window, qtbot):
    if window.desk.isVisible():  # till then the landscape has more to say with each frame
        wait_for_descents(qtbot, window)
    for key, card in window.desk.cards.items():
        if not card.isVisible():
            continue
        thing = QAccessible.queryAccessibleInterface(card.canvas)
        assert named(thing) == card.canvas.plot.title
        assert thing.text(Text.Description) == card.canvas.figure.description, key
        assert thing.text(Text.Description), key


def test_a_card_says_what_changed(window):
    if not window.desk.isVisible():
        window.session.look(board="desk")
    canvas = window.desk.cards["logits"].canvas
    before = QAccessible.queryAccessibleInterface(canvas).text(Text.Description)
    state = window.session.state
    table = state.study.table.with_logit(0, state.look.held, 7.25)
    window.session.apply("Set", state.study.with_table(table))
    QApplication.processEvents()
    after = QAccessible.queryAccessibleInterface(canvas).text(Text.Description)
    assert "+7.25" in after
    assert after != before


def test_every_menu_entry_has_a_name(window):
    for name, action in window.actions_by_id.items():
        assert action.text().replace("&", "").strip(), name
        assert action.toolTip(), name


def stops(window):
    """What Tab goes through, from the editor on until it comes back."""
    start = window.desk.cards["logits"].canvas if window.desk.isVisible() else window.samples.view
    start.setFocus(Qt.FocusReason.TabFocusReason)
    first = found = window.focusWidget()
    chain = []
    for _ in range(STOPS):
        chain.append(found)
        window.focusNextPrevChild(True)
        found = window.focusWidget()
        if found is first:
            return chain
    raise AssertionError("Tab does not come back")


def test_tab_reaches_everything_and_comes_back(window):
    chain = stops(window)
    assert len(chain) == len(set(chain)), "Tab stops twice at one place"
    wanted = {
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.window() is window
        and widget.focusProxy() is None
    }
    left_out = [widget.accessibleName() or type(widget).__name__ for widget in wanted - set(chain)]
    assert left_out == []


def test_focus_is_seen_wherever_it_is(window):
    unseen = []
    window.setFocus()
    for widget in stops(window):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        focused = pixels(window.grab().toImage()).astype(int)
        widget.clearFocus()
        QApplication.processEvents()
        plain = pixels(window.grab().toImage()).astype(int)
        if np.count_nonzero(np.abs(focused - plain).max(axis=2) > 40) < LEAST_SEEN:
            unseen.append(widget.accessibleName() or type(widget).__name__)
    assert unseen == []
