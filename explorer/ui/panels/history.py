"""The history as a list one can click: every step by its name, and where the study is now."""

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
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from explorer.paint.surface import colour
from explorer.plots.numbers import count
from explorer.ui.lettering import write
from explorer.ui.panels.popover import Popover
from explorer.ui.scaling import px, scale
from explorer.wording import again, noted, say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from explorer.paint.theme import Theme
    from explorer.study.history import Entry
    from explorer.ui.session import Session

ROW: Final = 24
WIDTH: Final = 264
MOST: Final = 14  # rows in sight
FEWEST: Final = 4
FIRST: Final = noted("Opened")
MARK: Final = 13.0  # from the row's left to the middle of the sign of now
TEXT: Final = 26.0
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class HistoryModel(QAbstractListModel):
    """One row a position: the document as it was opened, then the state after each entry."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._entries: tuple[Entry, ...] = ()
        self.now = 0

    def refresh(self) -> None:
        """Show the session's history; new steps at the end are said as such, so that the list keeps still."""
        history = self._session.history
        entries, before = history.entries, self._entries
        if entries[: len(before)] == before and len(entries) > len(before):
            self.beginInsertRows(QModelIndex(), len(before) + 1, len(entries))
            self._entries = entries
            self.endInsertRows()
        elif entries != before:
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()
        if history.position != self.now:
            self.now = history.position
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._entries) + 1

    def text(self, row: int) -> str:
        """Return the name of a row."""
        return again(self._entries[row - 1].label) if row else say(FIRST)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row = index.row()
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return self.text(row)
        if role == Role.AccessibleTextRole:
            if row == self.now:
                return say("{step}, now", step=self.text(row))
            return say("{step}, undone", step=self.text(row)) if row > self.now else self.text(row)
        return None


class _Row(QStyledItemDelegate):
    """Paints a row: now with a full sign and in bold, what is undone muted."""

    def __init__(self, model: HistoryModel, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(WIDTH), px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, now, size = index.row(), self._model.now, scale()
        area: QRect = option.rect  # type: ignore[attr-defined, unused-ignore]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, QRectF(area), option.state)  # type: ignore[attr-defined, unused-ignore]
        painter.scale(size, size)
        top, width = area.top() / size, area.width() / size
        middle = top + area.height() / size / 2
        if row == now:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(self.theme.colour("ink")))
            painter.drawEllipse(QRectF(MARK - 3.5, middle - 3.5, 7.0, 7.0))
        write(
            painter,
            self.theme,
            TEXT,
            middle,
            self._model.text(row),
            size="name",
            colour_of="mut" if row > now else "ink",
            bold=row == now,
            room=width - TEXT - 8.0,
        )
        painter.restore()

    def _ground(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> None:
        """Paint the band under the pointer, and the outline of the row that the keys are at."""
        if state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(self.theme.colour("hover")))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 4.0, 4.0)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(self.theme.colour("ink")), 1.6))
            painter.drawRoundedRect(area.adjusted(1, 1.8, -1, -1.8), 4.0, 4.0)


class _List(QListView):
    """The list; Return travels as a click does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape or (event.text() and event.text().isprintable()):
            event.ignore()
        else:
            super().keyPressEvent(event)


class HistoryPanel(Popover):
    """The list of steps; a click or Return goes to the one chosen, and the list stays."""

    def __init__(self, session: Session, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window)
        self.setObjectName("history")
        self.setAccessibleName(say("History"))
        self.session = session
        self.head = QLabel()
        self.head.setObjectName("status")
        self.model = HistoryModel(session, self)
        self.list = _List(self)
        self.list.setObjectName("palette-list")
        self.list.setAccessibleName(say("History"))
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.viewport().setAutoFillBackground(False)
        self._row = _Row(self.model, theme, self)
        self.list.setItemDelegate(self._row)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addWidget(self.list)
        self.list.clicked.connect(lambda index: self.session.travel_to(index.row()))
        session.changed.connect(self.refresh)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._row.theme = theme
        self.list.viewport().update()

    def open_at(self, anchor: QWidget) -> None:
        """Show the list under a part of the window, or close it if it is shown."""
        if self.isVisible():
            self.close_it()
            return
        self._column.setContentsMargins(px(6), px(8), px(6), px(6))
        self._column.setSpacing(px(4))
        self.list.setFixedWidth(px(WIDTH))
        self.show_at(anchor)
        self._show()  # also while a form shows what it would do
        self.show_at(anchor)
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def refresh(self) -> None:
        """Show the history as it is, and the row of now; costs nothing while it is closed."""
        if self.isVisible() and not self.session.in_gesture:
            self._show()

    def _show(self) -> None:
        self.model.refresh()
        rows = self.model.rowCount()
        if rows == 1:
            self.head.setText(say("History, no steps yet"))
        else:
            self.head.setText(
                say("History, 1 step" if rows == 2 else "History, {count} steps", count=count(rows - 1))
            )
        self.list.setFixedHeight(px(ROW) * min(max(rows, FEWEST), MOST))
        self.adjustSize()
        here = self.model.index(self.model.now)
        self.list.setCurrentIndex(here)
        self.list.scrollTo(here)
