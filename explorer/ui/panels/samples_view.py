"""The list of samples: sortable columns, rows painted in the theme's roles, keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from explorer.paint.surface import colour
from explorer.paint.text import width_of
from explorer.plots import numbers
from explorer.plots.tabbed import tabbed
from explorer.ui.panels.samples_cells import PAD, Cells, Index, SamplesHeader
from explorer.ui.panels.samples_model import SAMPLE, SIGN
from explorer.ui.scaling import px
from explorer.wording import say, say_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from explorer.paint.theme import Theme
    from explorer.ui.panels.samples_model import SamplesModel

HEADER: Final = 30
ROW: Final = 27
SIGNS: Final = 30  # width of the column of severities
LEAST_WIDTH: Final = 64
LEAST_COUNT: Final = 54  # of counts and shares, which have few digits
LEAST_FINDING: Final = 116
USUAL_FINDING: Final = 200
LEAVE: Final = ("norm", "margin")  # columns that give way to the finding, in this order
FINDING_SHARE: Final = 0.6  # of the width that is left over
MOST_NAME: Final = 0.4  # of the list's width are the names of samples where room is short
MEASURED: Final = 50  # names and numbers by which their column's width is found
MOST_NUMBER: Final = 88  # width for numbers of many digits
MOST_COPIED: Final = 100_000  # rows; more would fill the clipboard for a minute


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
        self.setAccessibleName(say("Samples"))
        self.heads = SamplesHeader(model, theme, self)
        self.setModel(model)  # after all that `currentChanged` uses: Qt calls it from here
        self.setHorizontalHeader(self.heads)
        self.heads.asked.connect(self.sort_by)
        self.setItemDelegate(Cells(model, theme, self))
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
        self.heads.setMinimumSectionSize(px(SIGNS))  # Qt's own follows the letters: Chinese ones are wider
        self.verticalHeader().setMinimumSectionSize(px(ROW))
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self._share_width()

    def show_sample(self, sample: int) -> None:
        """Make the sample's row the current one, and bring it into sight."""
        row = self.samples.place_of(sample)
        self._showing = True
        try:
            if row >= 0:
                column = self._column
                self.setCurrentIndex(self.samples.index(row, column))
            else:
                self.setCurrentIndex(QModelIndex())
        finally:
            self._showing = False
        if self._to_top:  # who sorts wants to see what comes first
            self._to_top = False
            self.scrollToTop()
        self.viewport().update()

    @property
    def _column(self) -> int:
        """The column of the current cell, else that of the names."""
        column = self.currentIndex().column()
        return column if column >= 0 else SAMPLE

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
        name = self.samples.name(column)
        turned = not browse.descending if browse.sort == name else column != SAMPLE
        session.look(browse=replace(browse, sort=name, descending=turned))

    # Widths: all columns share the room, none is cut

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Give every column its least, then what its numbers need, then its title; share the rest."""
        count = self.samples.columnCount()
        if not count:
            return
        room, last = self.viewport().width(), self.samples.last
        names = min(self._needed(SAMPLE), round(room * MOST_NAME))
        widths = {column: self._least(column) for column in range(count)} | {SAMPLE: names}
        for column in self._leaving():
            if sum(widths.values()) > room:
                del widths[column]
        for wanted in (self._for_numbers, self._for_title, self._needed):
            self._widen({column: wanted(column) for column in widths}, widths, room)
        spare = max(room - sum(widths.values()), 0)
        shared = [column for column in widths if column not in (SIGN, last)]
        each = int(spare * (1.0 - FINDING_SHARE) / max(len(shared), 1))
        widths[last] += spare - each * len(shared)
        for column in range(count):
            self.setColumnHidden(column, column not in widths)
            if column in widths:
                self.setColumnWidth(column, widths[column] + (each if column in shared else 0))

    @staticmethod
    def _widen(wanted: dict[int, int], widths: dict[int, int], room: int) -> None:
        """Make columns as wide as they want to be; short of room each gets the same part of what it lacks."""
        lacks = {column: max(wanted[column] - width, 0) for column, width in widths.items()}
        spare, all_lacks = max(room - sum(widths.values()), 0), sum(lacks.values())
        part = min(1.0, spare / all_lacks) if all_lacks else 0.0
        for column, lack in lacks.items():
            widths[column] += int(part * lack)

    def _leaving(self) -> list[int]:
        """Return the columns that may be hidden where there is no room for all; never the sorted one."""
        sorted_by = self.samples.session.state.look.browse.sort
        names = {self.samples.name(column): column for column in range(self.samples.columnCount())}
        return [names[name] for name in LEAVE if name in names and name != sorted_by]

    def _least(self, column: int) -> int:
        """Return the least width of a column."""
        if column == SIGN:
            return px(SIGNS)
        if column == self.samples.last:
            return px(LEAST_FINDING)
        return px(LEAST_COUNT if self.samples.is_short(column) else LEAST_WIDTH)

    def _for_numbers(self, column: int) -> int:
        """Return the width that shows the numbers of a column that are seen first."""
        if not self.samples.is_number(column):
            return 0
        texts = {self.samples.text(row, column) for row in range(min(len(self.samples.rows), MEASURED))}
        widest = max((width_of(text, "name", bold=True, mono=True) for text in texts), default=0.0)
        return min(px(widest + 2 * PAD), px(MOST_NUMBER))

    def _for_title(self, column: int) -> int:
        return 0 if column == self.samples.last else self._needed(column)

    def _needed(self, column: int) -> int:
        if column == SIGN:
            return self._least(column)
        texts = [f"{self.samples.head(column)} ▾"]
        if column == SAMPLE:
            texts += [self.samples.text(row, SAMPLE) for row in range(min(len(self.samples.rows), MEASURED))]
        widest = max(width_of(text, "name", bold=True) for text in texts)
        least = px(USUAL_FINDING) if column == self.samples.last else self._least(column)
        return max(least, px(widest + 2 * PAD))

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
            self.setCurrentIndex(self.samples.index(row, self._column))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row, count = self.currentIndex().row(), len(self.samples.rows)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_it = menu.addAction(
            say("Open in the editor"), lambda: self.opened.emit(self.samples.sample_at(row))
        )
        copy_it = menu.addAction(say("Copy this row"), lambda: self.copy([row]))
        for action in (open_it, copy_it):
            action.setEnabled(row >= 0)
        text = say("Copy all {count} rows", count=numbers.count(count))
        whole = menu.addAction(text, lambda: self.copy(range(count)))
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
        text = say_count(
            len(rows),
            "Copied sample {sample}",
            "Copied {count} samples",
            sample=self.samples.text(rows[0], SAMPLE),
        )
        self.copied.emit(text)
