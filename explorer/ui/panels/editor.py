"""The editor's card. For many classes it also has what searches, filters, orders and scrolls the list.

The canvas draws everything, here are the controls over the strip that the figure leaves free, the scroll
bar, and what wheel, keys and pointer do to the list and its overview. A press or drag in the overview goes
to the class that is meant there.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QRegion
from PySide6.QtWidgets import QScrollBar, QToolTip

from explorer.plots import listing, ranking
from explorer.plots.figure import Strip
from explorer.plots.layout import HEADER, PADDING, Box
from explorer.plots.move import Move
from explorer.plots.names import NARROW_COLUMNS, tip
from explorer.plots.overview import class_at
from explorer.ui.cards.card import Card
from explorer.ui.panels.list_tools import ListTools
from explorer.ui.scaling import px
from explorer.wording import say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from explorer.paint.theme import Theme
    from explorer.plots import Plot
    from explorer.study.state import State
    from explorer.study.study import Look
    from explorer.ui.session import Session

WHEEL_ROWS: Final = 3  # of one notch of the wheel
BAR, BAR_SIDE = 8, 5  # width of the scroll bar, and its distance from the card's edge
STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
PAGES: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
ENDS: Final = {Qt.Key.Key_Home: -1, Qt.Key.Key_End: 1}
PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
POINTING: Final = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class EditorCard(Card):
    """The card of the bars and labels."""

    def __init__(self, session: Session, plot: Plot, theme: Theme, parent: QWidget | None = None) -> None:
        self.tools: ListTools | None = None
        super().__init__(session, plot, theme, parent)
        self.session = session
        self._seeking = False
        self._wheel = 0.0
        self._is_new = True  # the study has not been seen yet
        self.tools = ListTools(session, theme, self)
        self.tools.chosen.connect(self.go_to)
        self.tools.left.connect(partial(self.canvas.setFocus, Qt.FocusReason.OtherFocusReason))
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar.setAccessibleName(say("Rows of the list of classes"))
        self.bar.valueChanged.connect(lambda value: session.look(first=value))
        self.canvas.scrolled.connect(self._wheeled)
        session.replaced.connect(self._begin)
        session.changed.connect(self._refresh)
        self._place()

    # Showing

    @property
    def lists(self) -> bool:
        """Whether there are so many classes that they are a list."""
        return len(self._state.sample.classes) > NARROW_COLUMNS

    @property
    def _state(self) -> State:
        return self.session.state

    @property
    def rows(self) -> int:
        """How many rows of the list have room."""
        margins = listing.MARGINS
        taken = px(HEADER + margins.top + margins.bottom)
        return max(1, (self.height() - taken) // px(listing.ROW))

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if self.tools is not None:
            self.tools.set_theme(theme)
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Put the controls into the free strip and the bar beside the rows; the canvas spares them."""
        if self.tools is None:
            return
        lists, wide = self.lists, self.width()
        self.tools.setVisible(lists)
        self.bar.setVisible(lists)
        if not lists:
            self.canvas.clearMask()
            return
        free = QRect(px(PADDING), px(HEADER + listing.TOOLS_TOP), wide - 2 * px(PADDING), px(listing.TOOLS))
        top = px(HEADER + listing.MARGINS.top)
        beside = QRect(wide - px(BAR + BAR_SIDE), top, px(BAR), self.height() - top - px(8))
        self.tools.setGeometry(free)
        self.bar.setGeometry(beside)
        # what lies over the canvas is not painted again with each of its frames
        self.canvas.setMask(QRegion(self.canvas.rect()).subtracted(QRegion(free)))
        self._refresh()

    def _begin(self) -> None:
        self._is_new = True

    def _refresh(self) -> None:
        """Keep as many rows as have room, and show controls and bar as the state has them."""
        if self.tools is None:
            return
        if self.lists == self.tools.isHidden():
            self._place()
            return
        if not self.lists:
            return
        state, rows = self._state, self.rows
        if listing.list_view(state) is None or listing.rows_in_sight(state) != rows:
            self.canvas.choose(listing.view_of_rows(state, rows))
            state = self._state
        if self._is_new:  # its list begins at the held class, however the card is laid out at first
            self._show(ranking.revealed(state, rows).look)
            state = self._state
        self.tools.refresh()
        listed = len(ranking.ranking(state))
        self.bar.setVisible(listed > rows)
        self.bar.blockSignals(True)
        self.bar.setPageStep(rows)
        self.bar.setRange(0, max(listed - rows, 0))
        self.bar.setValue(ranking.first_row(state, rows))
        self.bar.blockSignals(False)

    def sizeHint(self) -> QSize:
        return QSize(px(316), px(700))

    # The list

    def start_search(self) -> None:
        """Put the cursor into the search field, if there is one."""
        if self.tools is not None and self.lists:
            self.tools.start_search()

    def go_to(self, class_index: int) -> None:
        """Hold a class and bring its row into sight."""
        state = ranking.gone_to(self._state, class_index, self.rows)
        if state.look != self._state.look:
            label = say("Hold {name}", name=state.sample.classes[class_index])
            self.session.perform(Move(state, label, "held"))

    def _scroll(self, steps: int) -> None:
        self.session.show_look(ranking.scrolled(self._state, steps, self.rows))

    def _show(self, look: Look) -> None:
        self.session.show_look(look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.canvas and event.type() == QEvent.Type.Paint:
            self._is_new = False
        if watched is self.canvas and self.tools is not None and self.lists and self._list_event(event):
            return True
        return super().eventFilter(watched, event)

    def _list_event(self, event: QEvent) -> bool:
        """Let the list and its overview have an event of the canvas first; say whether it was theirs."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if isinstance(event, QMouseEvent):
            return self._pointed(event)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            return self._tell(event)
        return False

    def _wheeled(self, notches: float) -> None:
        """Scroll by notches of the wheel; what touch pads send in parts of one is gathered."""
        self._wheel += notches * WHEEL_ROWS
        steps = int(self._wheel)
        self._wheel -= steps
        if steps and self.lists:
            self._scroll(steps)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() not in PLAIN:
            return False
        if key in STEPS:
            self.session.perform(ranking.stepped(self._state, STEPS[key], self.rows))
        elif key in PAGES:
            self._scroll(PAGES[key] * self.rows)
        elif key in ENDS:
            self._scroll(ENDS[key] * len(self._state.sample.classes))
        else:  # any other key acts on the held class, which is then to be seen
            self._show(ranking.revealed(self._state, self.rows).look)
            return False
        return True

    # The overview

    @property
    def _overview(self) -> Box:
        """Where the overview is, with its triangles, in logical pixels of the canvas."""
        marks = self.canvas.figure.marks
        strip = next((mark for mark in marks if isinstance(mark, Strip)), None)
        return Box(0.0, 0.0, 0.0, 0.0) if strip is None else self.canvas.layout_of_figure.strip(strip)

    def _class_at(self, place: QPointF) -> int:
        box = self._overview
        low, high = listing.limits_of(self._state)
        logit = low + (box.bottom - place.y()) / box.height * (high - low)
        enlarged = self._state.look.enlarged == self.key
        return class_at(self._state, (place.x() - box.x) / box.width, logit, enlarged)

    def _pointed(self, event: QMouseEvent) -> bool:
        kind, place = event.type(), event.position()
        if kind in POINTING and event.button() == Qt.MouseButton.LeftButton:
            self._seeking = self._overview.grown(px(6)).contains(place.x(), place.y())
            if self._seeking:
                self.canvas.setFocus(Qt.FocusReason.MouseFocusReason)
                self.go_to(self._class_at(place))
            return self._seeking
        if not self._seeking:
            return False
        if kind == QEvent.Type.MouseMove:
            self.session.clock.input()
            self.go_to(self._class_at(place))
        elif kind == QEvent.Type.MouseButtonRelease:
            self._seeking = False
        return True

    def _tell(self, event: QHelpEvent) -> bool:
        place = QPointF(event.pos())
        if not self._overview.contains(place.x(), place.y()):
            return False
        sample, index = self._state.sample, self._class_at(place)
        words = tip(sample.classes[index], float(sample.logits[index]), float(sample.targets[index]))
        QToolTip.showText(event.globalPos(), words, self.canvas)
        return True
