"""A bar under the title in which problems are said, with the ways on and a way to close it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
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
    from explorer.ui.commands import Commands

GROUNDS = {"error": "error_ground", "warning": "warning_ground", "note": "sunk"}


class Way(NamedTuple):
    """One way on: the words of its button and what it does; stays: it changes nothing."""

    words: str
    run: Callable[[], object]
    stays: bool = False


def way_back(words: str) -> Way:
    """Return the way that leaves all as it is."""
    return Way(words, lambda: None, stays=True)


class Message(NamedTuple):
    """What the bar says. task: what takes long and is still under way, of which it is news; "" for none."""

    text: str
    severity: str
    ways: tuple[Way, ...]
    task: str = ""


class _WayButton(QPushButton):
    """A button that Enter presses, not Space alone, without looking like the primary one.

    The second half of a double click presses nothing: it was meant for the question before.
    """

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Notice(QWidget):
    """One message at a time: what happened, what was kept, the ways on. Taking a way closes it.

    News of a task that takes long waits behind a question, whose buttons would else be read as answers to it,
    and comes back once any other message is closed; closed itself, it comes back with its end.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.severity = "note"
        self._shown = Message("", "note", ())
        self._asks = False
        self._behind: dict[str, Message] = {}  # task -> its newest news
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.buttons: list[QPushButton] = []
        self.closer = QToolButton()
        self.closer.setObjectName("quiet")
        self.closer.setAccessibleName(say("Close this message"))
        self.closer.setToolTip(say("Close"))
        self.closer.clicked.connect(self.leave)
        self._before = Earlier()  # what had the keyboard before a question
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self.text, 1)
        self._layout.addWidget(self.closer)
        self.set_theme(theme)
        self.hide()

    def say(self, text: str, severity: str = "error", *ways: Way) -> None:
        """Show a message of severity error, warning or note; every way on has a button."""
        self._show(Message(text, severity, ways))

    def tell(self, task: str, text: str, *ways: Way) -> None:
        """Show that something goes on; it waits while there is a question or the news of another task."""
        message = Message(text, "note", ways, task)
        if self._is_shown and self._shown.task != task and (self._asks or self._shown.task):
            self._behind[task] = message
        else:
            self._behind.pop(task, None)
            self._show(message)

    def change(self, task: str, text: str) -> None:
        """Say in other words how far a task has come, where it is shown or waits."""
        if task in self._behind:
            self._behind[task] = self._behind[task]._replace(text=text)
        elif self._is_shown and self._shown.task == task:
            self._shown = self._shown._replace(text=text)
            self.text.setText(text)
            self._name_it(text)

    def end(self, task: str, text: str = "", severity: str = "note", *ways: Way) -> None:
        """Forget a task, which is over, and say what came of it, after the question if there is one."""
        self._behind.pop(task, None)
        message = Message(text, severity, ways)
        if text and self._is_shown and self._asks:
            self._behind[task] = message
        elif text:
            self._shown = self._shown._replace(task="") if self._shown.task == task else self._shown
            self._show(message)
        elif self._shown.task == task:
            self.leave()

    def clear(self) -> None:
        """Close a message that is no longer true; what is under way goes on being told."""
        if not self._shown.task:
            self.leave()

    def follow(self, commands: Commands) -> None:
        """Show what is said, asked and offered."""
        commands.said.connect(self.say)
        commands.asked.connect(lambda text, way, run: self.ask(text, Way(way, run)))
        commands.choice.connect(lambda text, ways: self.ask(text, *ways))
        commands.offered.connect(lambda text, severity, ways: self.say(text, severity, *ways))
        commands.unsaid.connect(self.clear)
        commands.void.connect(self.take_back)
        commands.choice_changed.connect(self._ask_instead)
        commands.task_said.connect(lambda task, text, ways: self.tell(task, text, *ways))
        commands.progress_said.connect(self.change)
        commands.task_over.connect(lambda task, text, severity, ways: self.end(task, text, severity, *ways))

    def take_back(self, text: str) -> None:
        """Close the bar if this is what it says; a later message stays."""
        if self.text.text() == text:
            self.leave()

    def leave(self) -> None:
        """Close what is shown; what waits behind it comes."""
        self.hide()
        if self._behind:
            self._show(self._behind.pop(next(iter(self._behind))))

    @property
    def _is_shown(self) -> bool:
        """Whether there is a message, be the window shown or not."""
        return not self.isHidden()

    def _show(self, message: Message) -> None:
        """Put a message into the bar, and news of a task that it covers behind it."""
        before = self._shown
        if self._is_shown and before.task and before.task != message.task:
            self._behind[before.task] = before
        self._shown, self._asks = message, False
        self.severity = message.severity
        self.text.setText(message.text)
        self._show_ways(message.ways)
        self._name_it(message.text)
        self.show()
        self.update()

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
        self._asks = True
        if before is not None and not self.isAncestorOf(before):
            self._before.keep(before)
        first = next((place for place, way in enumerate(ways) if way.stays), 0)
        self.buttons[first].setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_instead(self, before: str, text: str, ways: tuple[Way, ...]) -> None:
        """Put a question in the place of one that is still there and no longer true."""
        if self._is_shown and self.text.text() == before:
            self.ask(text, *ways)

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
            self.leave()
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
