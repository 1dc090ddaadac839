"""A bar under the title in which problems are said, with the ways on and a way to close it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from explorer.paint.surface import colour
from explorer.ui.focus import Earlier
from explorer.ui.icons import icon
from explorer.ui.scaling import px, scale
from explorer.ui.severity import draw_severity
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.paint.theme import Theme

GROUNDS = {"error": "error_ground", "warning": "warning_ground", "note": "sunk"}


class Way(NamedTuple):
    """One way on: the words of its button and what it does; stays: it changes nothing."""

    words: str
    run: Callable[[], object]
    stays: bool = False


def way_back(words: str) -> Way:
    """Return the way that leaves all as it is."""
    return Way(words, lambda: None, stays=True)


class _WayButton(QPushButton):
    """A button that Enter presses, not Space alone, without looking like the primary one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Notice(QWidget):
    """One message at a time: what happened, what was kept, the ways on. Taking a way closes it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.severity = "note"
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.buttons: list[QPushButton] = []
        self.closer = QToolButton()
        self.closer.setObjectName("quiet")
        self.closer.setAccessibleName(say("Close this message"))
        self.closer.setToolTip(say("Close"))
        self.closer.clicked.connect(self.hide)
        self._before = Earlier()  # what had the keyboard before a question
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self.text, 1)
        self._layout.addWidget(self.closer)
        self.set_theme(theme)
        self.hide()

    def say(self, text: str, severity: str = "error", *ways: Way) -> None:
        """Show a message of severity error, warning or note; every way on has a button."""
        self.severity = severity
        self.text.setText(text)
        self._show_ways(ways)
        self._name_it(text)
        self.show()
        self.update()

    def take_back(self, text: str) -> None:
        """Close the bar if this is what it says; a later message stays."""
        if self.text.text() == text:
            self.hide()

    def change(self, text: str) -> None:
        """Say the message that is shown in other words, such as how far something has come."""
        if self.isVisible():
            self.text.setText(text)
            self._name_it(text)

    def _name_it(self, text: str) -> None:
        severity = {
            "error": say("error", "severity"),
            "warning": say("warning", "severity"),
            "note": say("note", "severity"),
        }[self.severity]
        self.setAccessibleName(say("{severity}: {text}", severity=severity, text=text))

    def ask(self, text: str, *ways: Way) -> None:
        """Show a question; closing the bar gives the keyboard back.

        The way that changes nothing has it, where there is one: a key pressed too often loses nothing.
        """
        before = self.window().focusWidget()  # not that of a file dialog, which may be closing
        self.say(text, "warning", *ways)
        if before is not None and not self.isAncestorOf(before):
            self._before.keep(before)
        first = next((place for place, way in enumerate(ways) if way.stays), 0)
        self.buttons[first].setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def button(self) -> QPushButton:
        """The button of the first way on."""
        return self.buttons[0]

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        self._theme = theme
        self.closer.setIcon(icon("close", theme.colour("mut")))
        self.closer.setIconSize(QSize(px(16), px(16)))
        self._layout.setContentsMargins(px(36), px(6), px(8), px(6))
        self.update()

    def _show_ways(self, ways: tuple[Way, ...]) -> None:
        for button in self.buttons:
            button.hide()
            button.deleteLater()  # it may be the one that was just clicked
        self.buttons = [self._button(way) for way in ways]
        for place, button in enumerate(self.buttons, start=1):
            self._layout.insertWidget(place, button)
        for one, next_one in pairwise([*self.buttons, self.closer]):
            QWidget.setTabOrder(one, next_one)

    def _button(self, way: Way) -> QPushButton:
        def go() -> None:
            self.hide()
            way.run()

        button = _WayButton(way.words, self)
        button.clicked.connect(go)
        return button

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the keyboard back to what had it before the question."""
        before = self._before.take()
        if before is not None and any(part.hasFocus() for part in (*self.buttons, self.closer)):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = colour(self._theme.colour("edge" if self.severity == "note" else self.severity))
            painter.setPen(QPen(edge, 1.0))
            painter.setBrush(colour(self._theme.colour(GROUNDS[self.severity])))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(8), px(8))
            painter.translate(px(20), self.height() / 2)
            painter.scale(scale(), scale())
            draw_severity(painter, self._theme, self.severity, QPointF(0, 0))
