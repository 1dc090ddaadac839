"""What finds, filters and orders the classes of the list: a field, a menu, and buttons of which one is on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.plots.ranking import ORDER_WORDS, TOP, found, ranking
from explorer.study.study import FILTERS, ORDERS
from explorer.ui.focus import tab_to_chosen
from explorer.ui.icons import icon
from explorer.ui.scaling import px
from explorer.wording import noted, say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from explorer.paint.theme import Theme
    from explorer.ui.session import Session

CONTROL: Final = 30  # height
GAP: Final = 8
FILTER: Final = 84  # width of the menu's button
SIGN: Final = 44  # of the field that its sign and edges take
SHORT_HINT: Final = noted("Find a class")
SHORT: Final = {"all": noted("all"), "labelled": noted("labelled"), "top": noted("top {most}")}
FULL: Final = {
    "all": noted("All classes"),
    "labelled": noted("Labelled only"),
    "top": noted("Top {most} by gradient"),
}
BY: Final = {
    "label": noted("Order by label"),
    "logit": noted("Order by logit"),
    "gradient": noted("Order by gradient"),
    "index": noted("Order by index"),
}


class SearchField(QLineEdit):
    """A line that says when its text is done with: taken (Enter), left downwards, or given up (Esc)."""

    taken = Signal()
    left_downwards = Signal()
    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif key == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class ListTools(QWidget):
    """The controls of the list; they show and change the look, `chosen` says which class was found."""

    chosen = Signal(int)
    left = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("list-tools")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = SearchField(self)
        self.search.setObjectName("find")
        self.search.setAccessibleName(say("Find a class"))
        self.search.setToolTip(say("A part of a name, or an index. Enter holds the first one found."))
        self.search.textEdited.connect(self._searched)
        self.search.taken.connect(self._take_first)
        self.search.left_downwards.connect(self._enter_list)
        self.search.given_up.connect(self._give_up)
        self._sign = self.search.addAction(
            icon("search", theme.colour("mut")), QLineEdit.ActionPosition.LeadingPosition
        )
        self.filter = QToolButton(self)
        self.filter.setObjectName("filter")
        self.filter.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.filter.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.filter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign behind the word
        self.filter.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.filter.setMenu(self._filter_menu())
        self._orders = QButtonGroup(self)
        self._frame = self._order_buttons()
        self._lay_out()
        self.set_theme(theme)
        self.refresh()

    @property
    def orders(self) -> list[QAbstractButton]:
        """The buttons of the orders, from the left."""
        return self._orders.buttons()

    def _filter_menu(self) -> QMenu:
        menu = QMenu(self.filter)
        for only in FILTERS:
            action = menu.addAction(say(FULL[only], most=TOP))
            action.setCheckable(True)
            action.setData(only)
            action.triggered.connect(partial(self._choose, "only", only))
        return menu

    def _order_buttons(self) -> QFrame:
        frame = QFrame(self)
        frame.setObjectName("segments")
        layout = QHBoxLayout(frame)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(0)
        for order in ORDERS:
            button = QPushButton(say(ORDER_WORDS[order]))
            button.setObjectName("segment")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
            button.setAccessibleName(say(BY[order]))
            button.clicked.connect(partial(self._choose, "order", order))
            self._orders.addButton(button, ORDERS.index(order))
            layout.addWidget(button, 1)
        return frame

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.addWidget(self.search, 1)
        line.addWidget(self.filter)
        layout.addLayout(line)
        layout.addWidget(self._frame)
        layout.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, and at the scale in use, from the next frame on."""
        self._sign.setIcon(icon("search", theme.colour("mut")))
        self.filter.setIcon(icon("down", theme.colour("mut")))
        self.filter.setIconSize(QSize(px(10), px(10)))
        self.search.setFixedHeight(px(CONTROL))
        self.filter.setFixedSize(px(FILTER), px(CONTROL))
        self._frame.setFixedHeight(px(CONTROL))
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(px(GAP))

    def refresh(self) -> None:
        """Show what the look says; does nothing where that is seen already."""
        look, count = self._session.state.look, len(self._session.state.sample.classes)
        if self.search.text().strip() != look.search.strip():
            self.search.setText(look.search)
        self._hint(say("Find a class, or type {index}", index=count * 4 // 5))
        button = self._orders.button(ORDERS.index(look.order))
        if not button.isChecked():
            button.setChecked(True)
            tab_to_chosen(self.orders)
        short, full = say(SHORT[look.only], most=TOP), say(FULL[look.only], most=TOP)
        if self.filter.text() != short:
            self.filter.setText(short)
            self.filter.setAccessibleName(say("Classes listed: {which}", which=full))
            self.filter.setToolTip(say("Which classes are listed: {which}", which=full))
            for action in self.filter.menu().actions():
                action.setChecked(action.data() == look.only)

    def _hint(self, words: str) -> None:
        """Say in the empty field what can be typed, as far as there is room."""
        room = self.search.width() - px(SIGN)
        hint = words if self.search.fontMetrics().horizontalAdvance(words) <= room else say(SHORT_HINT)
        if self.search.placeholderText() != hint:
            self.search.setPlaceholderText(hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.refresh()

    def start_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _choose(self, field: str, value: str, _checked: bool = False) -> None:
        self._session.look(**{field: value, "first": 0})
        self.refresh()
        for action in self.filter.menu().actions():
            action.setChecked(action.data() == self._session.state.look.only)

    # Search

    def _searched(self, text: str) -> None:
        self._session.look(search=text, first=0)

    def _take_first(self) -> None:
        """Hold the first class found, and end the search."""
        state = self._session.state
        if not state.look.search.strip():
            return
        hits = ranking(state)
        if not len(hits):  # what a filter hides is found all the same
            hits = found(state.sample.classes, state.look.search)
        if len(hits):
            self._session.look(search="")
            self.chosen.emit(int(hits[0]))
            self.left.emit()

    def _enter_list(self) -> None:
        """Go from the field to the first row."""
        hits = ranking(self._session.state)
        if len(hits):
            self.chosen.emit(int(hits[0]))
            self.left.emit()

    def _give_up(self) -> None:
        self._session.look(search="", first=0)
        self.left.emit()
