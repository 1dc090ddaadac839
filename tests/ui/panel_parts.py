"""What the tests of panels share: a study, a session, a window that is on screen, or has come to rest."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from explorer.study.study import Look, ShownLoss, Study
from explorer.study.table import Table
from explorer.ui.session import Session

CLASSES = ("cat", "dog", "night", "indoor", "blur")
LOGITS = (1.4397182, -0.7993438, 4.113389, 3.2199187, 4.5777845)
HARD = (1.0, 1.0, 0.0, 0.0, 0.0)
SOFT = (1.0, 1.0, 0.0, 0.0, 0.3)
OPENING = ("zlpr", "smoothed_zlpr", "bce", "smoothed_bce")


def study_of(targets=HARD, shown=OPENING, logits=LOGITS, classes=CLASSES) -> Study:
    losses = tuple(ShownLoss(key=key) for key in shown)
    return Study(title="Test", table=Table.of([logits], [targets], classes=classes), shown=losses)


def session_of(**changes) -> Session:
    return Session(study_of(**changes), Look())


def on_screen(qtbot, widget: QWidget, width: int, height: int) -> QWidget:
    """Show a panel in a window of its own that has the keyboard."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    return widget


def descents_ended(window) -> bool:
    """Whether every descent of what a window shows is computed."""
    state = window.session.state
    found = state.results.get("descents")
    return found is not None and found.complete and found.answers(state)


def wait_for_descents(qtbot, window) -> None:
    """Wait until the descents have ended: until then a window paints by itself."""
    qtbot.waitUntil(lambda: descents_ended(window))
    QApplication.processEvents()


def focus(qtbot, widget: QWidget, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
    widget.setFocus(reason)
    qtbot.waitUntil(widget.hasFocus)


def mouse(widget: QWidget, kind: QEvent.Type, x: float, y: float | None = None) -> None:
    """Send one event of the left button."""
    place = QPointF(x, widget.height() / 2 if y is None else y)
    moved, released = kind == QEvent.Type.MouseMove, kind == QEvent.Type.MouseButtonRelease
    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    event = QMouseEvent(
        kind,
        place,
        widget.mapToGlobal(place),
        none if moved else left,
        none if released else left,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)
