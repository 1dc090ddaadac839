"""A card: a canvas with its buttons, and a title by which it is dragged to another place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolButton, QToolTip, QWidget

from explorer.plots.layout import HEADER
from explorer.ui import menus
from explorer.ui.cards.canvas import Canvas
from explorer.ui.cards.layout import EDITOR
from explorer.ui.icons import icon
from explorer.ui.panels.more_button import MoreButton
from explorer.ui.scaling import px, scale
from explorer.wording import say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from explorer.paint.theme import Theme
    from explorer.plots import Plot
    from explorer.ui.session import Session

BUTTON: Final = 24  # side
SIDE: Final = 7  # from the last button to the card's edge
FAR_ENOUGH: Final = 8.0  # logical pixels after which a press on the title is a drag


class Card(QWidget):
    """One figure in its frame.

    A card has a second button beside the one that enlarges it: its menu, in which one closes it, or
    where there is no menu a cross that shows while pointer or focus is near. Where a closed card is seen
    enlarged, both put it on the desk instead. The editor stays. Enlarged, it has one to its lesson too.
    A drag of the title says `dragged` (place on screen), then `dropped` or `let_go`.
    """

    enlarge_asked = Signal(str)
    close_asked = Signal(str)
    keep_asked = Signal(str)
    lesson_asked = Signal(str)
    dragged = Signal(str, QPointF)
    dropped = Signal(str, QPointF)
    let_go = Signal(str)

    def __init__(self, session: Session, plot: Plot, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.key = plot.key
        self._press: QPointF | None = None
        self._dragging = False
        self.setObjectName(f"card-{plot.key}")
        self.canvas = Canvas(session, plot, theme, self)
        self.canvas.enlarge_asked.connect(self.enlarge_asked)
        self.canvas.installEventFilter(self)
        self.button = QToolButton(self)
        self.button.setObjectName("quiet")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(lambda: self.enlarge_asked.emit(plot.key))
        self.closer = MoreButton(say("Close {card}", card=plot.said.lower()), self)
        self.closer.setVisible(self.is_movable and plot.choices is None)
        self.closer.clicked.connect(self._close_or_keep)
        self.menu_button = QToolButton(self)
        self.menu_button.setObjectName("quiet")
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setVisible(plot.choices is not None)
        self.menu_button.setToolTip(say("What {card} shows", card=plot.said.lower()))
        self.menu_button.setAccessibleName(say("What {card} shows", card=plot.said.lower()))
        self.lesson_button = QToolButton(self)
        self.lesson_button.setObjectName("quiet")
        self.lesson_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.lesson_button.hide()
        self.lesson_button.clicked.connect(lambda: self.lesson_asked.emit(plot.lesson))
        self.canvas.lesson_asked.connect(self.lesson_asked)
        self.menu = QMenu(self.menu_button)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.menu_button.setMenu(self.menu)
        self._enlarged, self._on_desk = False, True
        self.set_theme(theme)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the keyboard goes through."""
        return self.canvas, self.button, self.closer, self.menu_button, self.lesson_button

    @property
    def is_movable(self) -> bool:
        """Whether the card may be closed and moved."""
        return self.key != EDITOR

    def _fill_menu(self) -> None:
        """List what can be chosen about the figure now."""
        menus.clear(self.menu)
        choices = self.canvas.plot.choices
        for choice in choices(self.canvas.session.state) if choices else ():
            menu = self.menu.addMenu(choice.title) if choice.title else self.menu
            for option in choice.options:
                action = menu.addAction(option.text.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(option.chosen)
                action.triggered.connect(partial(self.canvas.session.show_look, option.look))
        if self.menu.isEmpty():  # a menu that does not open would say nothing of why
            self.menu.addAction(self.canvas.figure.note or say("Nothing to choose")).setEnabled(False)
        if self.is_movable:
            self.menu.addSeparator()
            from explorer.ui.cards.menu import add_lesson  # not needed to show the window

            add_lesson(self.menu, self.canvas)
            self.menu.addAction(self._way_out, self._close_or_keep)

    @property
    def _way_out(self) -> str:
        """What the second button does."""
        return say(
            "Close {card}" if self._on_desk else "Keep {card} on the desk", card=self.canvas.plot.said.lower()
        )

    def _close_or_keep(self) -> None:
        (self.close_asked if self._on_desk else self.keep_asked).emit(self.key)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, and at the scale in use, from the next frame on."""
        self.theme = theme
        self.canvas.set_scale(scale())
        self.canvas.set_theme(theme)
        self.button.setIconSize(QSize(px(14), px(14)))
        self.menu_button.setIconSize(QSize(px(16), px(16)))
        self.lesson_button.setIconSize(QSize(px(16), px(16)))
        self.closer.set_size(px(BUTTON), px(14))
        self._show_buttons()
        self._place_buttons()

    def show_enlarged(self, enlarged: bool, on_desk: bool = True) -> None:
        """Show the way back when the card is enlarged, the way out when it is not; or onto the desk."""
        if (enlarged, on_desk) != (self._enlarged, self._on_desk):
            self._enlarged, self._on_desk = enlarged, on_desk
            self._show_buttons()
            self._place_buttons()

    def _show_buttons(self) -> None:
        enlarged = self._enlarged
        words = (
            say("Back to all cards (Esc)")
            if enlarged
            else say("Enlarge {card}", card=self.canvas.plot.said.lower())
        )
        self.button.setIcon(icon("shrink" if enlarged else "enlarge", self.theme.colour("mut")))
        self.menu_button.setIcon(icon("more", self.theme.colour("mut")))
        lesson = self.canvas.plot.lesson
        self.lesson_button.setVisible(enlarged and bool(lesson))
        if enlarged and lesson:
            self.lesson_button.setIcon(icon("lesson", self.theme.colour("mut")))
            from explorer.ui.cards.menu import lesson_words  # not needed to show the window

            self.lesson_button.setToolTip(lesson_words(lesson))
            self.lesson_button.setAccessibleName(lesson_words(lesson))
        self.button.setToolTip(words)
        self.button.setAccessibleName(words)
        self.closer.set_sign(icon("close" if self._on_desk else "plus", self.theme.colour("mut")))
        self.closer.set_near(not self._on_desk or self.underMouse())
        self.closer.setToolTip(self._way_out)
        self.closer.setAccessibleName(self._way_out)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.canvas.setGeometry(self.rect())
        self._place_buttons()

    def _place_buttons(self) -> None:
        size, left = px(BUTTON), self.width() - px(SIDE)
        for button in (self.button, self.menu_button, self.closer, self.lesson_button):
            if button.isVisibleTo(self):
                left -= size
                button.setGeometry(left, px(4), size, size)

    def enterEvent(self, event: QEvent) -> None:
        self.closer.set_near(True)

    def leaveEvent(self, event: QEvent) -> None:
        self.closer.set_near(not self._on_desk)

    # The title: dragging the card, and its words in full

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            return self.is_movable and self._title_mouse(event)
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return self._tell_title(event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return event.key() == Qt.Key.Key_Escape and self.cancel_drag()
        return False

    def _is_on_title(self, place: QPointF) -> bool:
        inside = 0 <= place.y() < HEADER * scale() and 0 <= place.x() < self.width()
        return inside and self.canvas.layout_of_figure.hit(place.x(), place.y()) is None

    def _title_mouse(self, event: QMouseEvent) -> bool:
        """Follow a drag of the title; say whether the event was one of it."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            on_title = self._is_on_title(event.position())
            self._press = event.position() if on_title else None
            if on_title:
                self.canvas.setFocus(Qt.FocusReason.MouseFocusReason)
            return on_title
        if self._press is None:
            return kind == QEvent.Type.MouseMove and self._hover_title(event)
        if kind == QEvent.Type.MouseMove:
            far = (event.position() - self._press).manhattanLength() >= FAR_ENOUGH
            self._dragging = self._dragging or (far and not self._enlarged)
            if self._dragging:
                self.canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.dragged.emit(self.key, event.globalPosition())
        elif kind == QEvent.Type.MouseButtonRelease:
            was_dragging = self._dragging
            self._end_drag()
            if was_dragging:
                self.dropped.emit(self.key, event.globalPosition())
        return kind != QEvent.Type.MouseButtonDblClick

    def _hover_title(self, event: QMouseEvent) -> bool:
        """Show that the title can be dragged; say whether the pointer is on it."""
        if event.buttons() or self._enlarged or not self._is_on_title(event.position()):
            return False
        self.canvas.mouseMoveEvent(event)  # what was lit under the pointer goes out
        self.canvas.setCursor(Qt.CursorShape.OpenHandCursor)
        return True

    def _end_drag(self) -> None:
        self._press, self._dragging = None, False
        self.canvas.unsetCursor()

    def cancel_drag(self) -> bool:
        """Leave a drag of the title; say whether there was one."""
        if self._press is None:
            return False
        self._end_drag()
        self.let_go.emit(self.key)
        return True

    def _tell_title(self, event: QHelpEvent) -> bool:
        """Say title and subtitle in full where they may be cut, or what stands for them."""
        if not self._is_on_title(QPointF(event.pos())):
            return False
        figure = self.canvas.figure
        words = [figure.title, figure.details or figure.subtitle, figure.corner]
        QToolTip.showText(event.globalPos(), "\n".join(text for text in words if text), self.canvas)
        return True
