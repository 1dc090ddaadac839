"""The numbers that a caption can state: a list with their present values, which a few letters make short."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from explorer.analysis.number_offers import offers
from explorer.paint.surface import colour
from explorer.paint.text import width_of
from explorer.ui.lettering import write
from explorer.ui.panels.popover import Popover
from explorer.ui.scaling import px, scale
from explorer.wording import say, words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.paint.theme import Theme
    from explorer.study.state import State
    from explorer.study.stated import Number

WIDTH: Final = 348
ROW: Final = 24
ROWS: Final = 12
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class NumbersModel(QAbstractListModel):
    """The numbers whose words or names have all the letters that are looked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Number, ...] = ()
        self.shown: tuple[Number, ...] = ()

    def show(self, numbers: Sequence[Number]) -> None:
        """Offer these numbers."""
        self._all = tuple(numbers)
        self.look_for("")

    def look_for(self, text: str) -> None:
        """List those that have each of these words."""
        wanted = text.lower().split()
        self.beginResetModel()
        self.shown = tuple(
            number
            for number in self._all
            if all(part in f"{words_in(number.words)} {number.name}".lower() for part in wanted)
        )
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if role not in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            return None
        number = self.shown[index.row()]
        words = words_in(number.words) or number.name
        return words if role == Role.DisplayRole else f"{words}, {number.stated}"


class _Row(QStyledItemDelegate):
    """Paints a row: what the number is at the left, its value at the right."""

    def __init__(self, model: NumbersModel, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(WIDTH) - px(16), px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        number, size = self._model.shown[index.row()], scale()
        area: QRect = option.rect  # type: ignore[attr-defined, unused-ignore]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined, unused-ignore]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(self.theme.colour("hover")))
            painter.drawRoundedRect(QRectF(area).adjusted(0, 1, 0, -1), 4.0, 4.0)
        painter.translate(area.topLeft())
        painter.scale(size, size)
        width, middle = area.width() / size, area.height() / size / 2
        value = number.stated
        taken = width_of(value, "name", mono=True)
        write(
            painter, self.theme, width - 8.0, middle, value,
            size="name", colour_of="ink", anchor="right", mono=True,
        )  # fmt: skip
        words = str(self._model.data(index))
        write(painter, self.theme, 8.0, middle, words, size="name", room=width - taken - 28.0)
        painter.restore()


class _Filter(QLineEdit):
    """A field whose arrow keys go through the list, whose Return takes what is chosen there."""

    taken = Signal()

    def __init__(self, numbers: QListView, parent: QWidget) -> None:
        super().__init__(parent)
        self._list = numbers

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            self._list.keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)


class NumbersPopover(Popover):
    """The list over the window; `taken` carries the number that was chosen."""

    taken = Signal(object)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window)
        self.setObjectName("story-numbers")
        self.setAccessibleName(say("Numbers of this step"))
        self.model = NumbersModel(self)
        self.list = QListView(self)
        self.list.setObjectName("palette-list")
        self.list.setAccessibleName(say("Numbers of this step"))
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.viewport().setAutoFillBackground(False)
        self._row = _Row(self.model, theme, self)
        self.list.setItemDelegate(self._row)
        self.filter = _Filter(self.list, self)
        self.filter.setPlaceholderText(say("Find a number"))
        self.filter.setAccessibleName(say("Find a number"))
        self.none = QLabel(say("No number is called so."))
        self.none.setObjectName("status")
        self._column = QVBoxLayout(self)
        for part in (self.filter, self.none, self.list):
            self._column.addWidget(part)
        self.filter.textChanged.connect(self._look_for)
        self.filter.taken.connect(self._take)
        self.list.clicked.connect(lambda _index: self._take())

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._row.theme = theme
        self.list.viewport().update()

    def offer(self, state: State, taken: Sequence[Number], anchor: QWidget, back: QWidget) -> None:
        """List the numbers of a state, under a button; the keyboard goes back when it is closed."""
        self._column.setContentsMargins(px(8), px(8), px(8), px(8))
        self._column.setSpacing(px(6))
        self.model.show(offers(state, taken))
        self.filter.clear()
        self.list.setFixedSize(px(WIDTH) - px(16), px(ROW) * ROWS)
        self.none.hide()
        self.list.setCurrentIndex(self.model.index(0))
        self.show_at(anchor, back=back)
        self.filter.setFocus(Qt.FocusReason.PopupFocusReason)

    def _look_for(self, text: str) -> None:
        self.model.look_for(text)
        self.list.setCurrentIndex(self.model.index(0))
        self.none.setVisible(not self.model.shown)

    def _take(self) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self.model.shown):
            number = self.model.shown[row]
            self.close_it()
            self.taken.emit(number)
