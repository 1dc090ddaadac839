"""The list of samples: sortable columns, rows painted in the theme's roles, keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from explorer.paint.surface import colour
from explorer.paint.text import width_of
from explorer.plots import numbers
from explorer.plots.tabbed import tabbed
from explorer.ui.lettering import at_1, write
from explorer.ui.panels.samples_model import SAMPLE
from explorer.ui.scaling import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from explorer.paint.theme import Theme
    from explorer.ui.panels.samples_model import SamplesModel

HEADER: Final = 30
ROW: Final = 27
PAD: Final = 10.0
LEAST_WIDTH: Final = 64
MOST_NAME: Final = 0.4  # of the list's width are the names of samples where room is short
MEASURED: Final = 50  # names by which their column's width is found
MOST_COPIED: Final = 100_000  # rows; more would fill the clipboard for a minute
Index = QModelIndex | QPersistentModelIndex


class SamplesHeader(QHeaderView):
    """Titles that sort; the sorted one is bold with an arrow, that of the current cell has a line.

    `asked` carries the column that was clicked. Qt's own clicks would also choose the cells of a column.
    """

    asked = Signal(int)

    def __init__(self, model: SamplesModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme, self.samples = theme, model
        self.current = -1
        self._pressed = -1
        self.setHighlightSections(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Columns; click one to sort by it")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.logicalIndexAt(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, -1
        if pressed >= 0 and pressed == self.logicalIndexAt(event.position().toPoint()):
            self.asked.emit(pressed)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        browse = self.samples.session.state.look.browse
        text = self.samples.head(logical) if logical < self.samples.columnCount() else ""
        name = "sample" if logical == SAMPLE else self.samples.columns[logical - 1].name
        is_sorted = browse.sort == name
        if is_sorted:
            text = f"{text} {'▾' if browse.descending else '▴'}"
        painter.save()
        painter.setPen(QPen(colour(self.theme.colour("line2")), 1.0))
        bottom = rect.bottom() + 0.5
        painter.drawLine(QPointF(rect.left(), bottom), QPointF(rect.right() + 1, bottom))
        if logical == self.current:
            painter.setPen(QPen(colour(self.theme.colour("ink")), 2.0))
            painter.drawLine(
                QPointF(rect.left() + px(PAD), bottom), QPointF(rect.right() + 1 - px(PAD), bottom)
            )
        cell, left = at_1(painter, rect), logical == SAMPLE
        write(
            painter,
            self.theme,
            cell.left() + PAD if left else cell.right() - PAD,
            cell.center().y(),
            text,
            size="name" if is_sorted else "tick",
            colour_of="ink" if is_sorted else "mut",
            anchor="left" if left else "right",
            bold=is_sorted,
            room=cell.width() - PAD,
        )
        painter.restore()


class _Cells(QStyledItemDelegate):
    """Paints one cell: the sorted column bold, the rest in second ink."""

    def __init__(self, model: SamplesModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self.samples = theme, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        column = index.column()
        name = "sample" if column == SAMPLE else self.samples.columns[column - 1].name
        strong = name == self.samples.session.state.look.browse.sort
        named = column == SAMPLE
        painter.save()
        cell = at_1(painter, option.rect)
        write(
            painter,
            self.theme,
            cell.left() + PAD if named else cell.right() - PAD,
            cell.center().y(),
            self.samples.text(index.row(), column),
            size="name",
            colour_of="ink" if strong or named else "ink2",
            anchor="left" if named else "right",
            bold=strong,
            mono=not named,
            room=cell.width() - PAD,
        )
        painter.restore()


class SamplesView(QTableView):
    """The rows. `chosen` carries the sample that became the current one, `opened` the one to go to."""

    chosen = Signal(int)
    opened = Signal(int)
    copied = Signal(str)

    def __init__(self, model: SamplesModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.samples = theme, model
        self._showing = False
        self._to_top = False
        self.setObjectName("samples")
        self.setAccessibleName("Samples")
        self.heads = SamplesHeader(model, theme, self)
        self.setModel(model)  # after all that `currentChanged` uses: Qt calls it from here
        self.setHorizontalHeader(self.heads)
        self.heads.asked.connect(self.sort_by)
        self.setItemDelegate(_Cells(model, theme, self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.sample_at(index.row())))
        self.dress()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme and scale."""
        self.theme = self.heads.theme = theme
        self.itemDelegate().theme = theme  # type: ignore[attr-defined]
        self.dress()
        self.viewport().update()
        self.heads.viewport().update()

    def dress(self) -> None:
        """Take the heights and widths of the scale in use."""
        self.heads.setFixedHeight(px(HEADER))
        self.verticalHeader().setMinimumSectionSize(px(ROW))
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self._share_width()

    def show_sample(self, sample: int) -> None:
        """Make the sample's row the current one, and bring it into sight."""
        row = self.samples.place_of(sample)
        self._showing = True
        try:
            if row >= 0:
                column = max(self.currentIndex().column(), 0)
                self.setCurrentIndex(self.samples.index(row, column))
            else:
                self.setCurrentIndex(QModelIndex())
        finally:
            self._showing = False
        if self._to_top:  # who sorts wants to see what comes first
            self._to_top = False
            self.scrollToTop()
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._mark_column()
        self.viewport().update()
        if current.isValid() and current.row() != previous.row() and not self._showing:
            self.chosen.emit(self.samples.sample_at(current.row()))

    def sort_by(self, column: int) -> None:
        """Sort by a column, numbers from the largest; by the same one the other way round."""
        self._to_top = True
        session = self.samples.session
        browse = session.state.look.browse
        name = "sample" if column == SAMPLE else self.samples.columns[column - 1].name
        turned = not browse.descending if browse.sort == name else column != SAMPLE
        session.look(browse=replace(browse, sort=name, descending=turned))

    # Widths: all columns share the room, none is cut

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Give every column what its title needs and share what is left; short of room, share all."""
        count = self.samples.columnCount()
        if not count:
            return
        room = self.viewport().width()
        needed = [self._needed(column) for column in range(count)]
        if sum(needed) > room:
            needed = [min(needed[SAMPLE], round(room * MOST_NAME)), *[px(LEAST_WIDTH)] * (count - 1)]
        spare, left = divmod(max(room - sum(needed), 0), count)
        for column, width in enumerate(needed):
            self.setColumnWidth(column, width + spare + (left if column == SAMPLE else 0))

    def _needed(self, column: int) -> int:
        texts = [f"{self.samples.head(column)} ▾"]
        if column == SAMPLE:
            texts += [self.samples.text(row, SAMPLE) for row in range(min(len(self.samples.rows), MEASURED))]
        widest = max(width_of(text, "name", bold=True) for text in texts)
        return max(px(LEAST_WIDTH), px(widest + 2 * PAD))

    def reset(self) -> None:
        super().reset()
        self._share_width()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = self.viewport().width()
            first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
            last = last if last >= 0 else len(self.samples.rows) - 1
            for row in range(max(first, 0), last + 1):
                if row % 2:
                    painter.fillRect(
                        0, self.rowViewportPosition(row), width, self.rowHeight(row), self._role("sunk")
                    )
            current = self.currentIndex().row()
            if first <= current <= last and current >= 0:
                self._band(painter, current, width)
        super().paintEvent(event)

    def _role(self, name: str) -> QColor:
        return colour(self.theme.colour(name))

    def _band(self, painter: QPainter, row: int, width: int) -> None:
        """Draw the current row as a band; with the keyboard in the list it has an outline."""
        area = QRectF(0, self.rowViewportPosition(row), width, self.rowHeight(row)).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(self._role("ink"), 1.6) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(self._role("hover"))
        painter.drawRoundedRect(area, 5, 5)

    def _mark_column(self) -> None:
        """Show in the header which column Space would sort by."""
        column = self.currentIndex().column() if self.hasFocus() else -1
        if column != self.heads.current:
            self.heads.current = column
            self.heads.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark_column()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark_column()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, last = self.currentIndex(), len(self.samples.rows) - 1
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(self.samples.sample_at(index.row()))
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            self.sort_by(index.column())
        elif event.matches(QKeySequence.StandardKey.Copy) and index.isValid():
            self.copy([index.row()])
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            row = 0 if event.key() == Qt.Key.Key_Home else last
            self.setCurrentIndex(self.samples.index(row, max(index.column(), 0)))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row, count = self.currentIndex().row(), len(self.samples.rows)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_it = menu.addAction("Open in the editor", lambda: self.opened.emit(self.samples.sample_at(row)))
        copy_it = menu.addAction("Copy this row", lambda: self.copy([row]))
        for action in (open_it, copy_it):
            action.setEnabled(row >= 0)
        whole = menu.addAction(f"Copy all {numbers.count(count)} rows", lambda: self.copy(range(count)))
        whole.setEnabled(0 < count <= MOST_COPIED)
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        menu.popup(place)

    def copy(self, rows: Sequence[int]) -> None:
        """Copy rows with the titles, every digit of every number; counts are whole."""
        columns = range(self.samples.columnCount())
        lines = ([self.samples.plain(row, column) for column in columns] for row in rows)
        QGuiApplication.clipboard().setText(tabbed([map(self.samples.head, columns), *lines]))
        what = f"sample {self.samples.text(rows[0], SAMPLE)}" if len(rows) == 1 else f"{len(rows):,} samples"
        self.copied.emit(f"Copied {what}")
