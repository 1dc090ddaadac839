"""The table's view: header, rows and cells painted in the theme's roles; keys and the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from explorer.paint.surface import colour
from explorer.paint.text import width_of
from explorer.ui.clipboard import class_rows
from explorer.ui.lettering import at_1, write
from explorer.ui.panels import cells
from explorer.ui.panels.cells import Column
from explorer.ui.panels.classes_cell import PAD, CellDelegate, CellEditor
from explorer.ui.panels.classes_paste import is_cells
from explorer.ui.panels.classes_pointer import RowPointer
from explorer.ui.scaling import px
from explorer.wording import say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from explorer.paint.theme import Theme
    from explorer.ui.panels.classes_model import ClassesModel

HEADER: Final = 27
ROW: Final = 24
BAND_RADIUS: Final = 5.0
OUTLINE: Final = 1.6
BESIDE: Final = PAD + 4.0  # what a cell needs beside its number
STARTS: Final = frozenset("0123456789.+-\u2212ni")  # typing one of these edits; "n" is nan, "i" inf
STEPS: Final = {Qt.KeyboardModifier.ShiftModifier: 1.0, Qt.KeyboardModifier.ControlModifier: 0.01}
Key = Qt.Key
FAR: Final = 1 << 30  # rows: beyond every end
REACHES: Final = {
    Key.Key_Up: -1,
    Key.Key_Down: 1,
    Key.Key_PageUp: -1,
    Key.Key_PageDown: 1,
    Key.Key_Home: -FAR,
    Key.Key_End: FAR,
}
PAGES: Final = (Key.Key_PageUp, Key.Key_PageDown)


class Header(QHeaderView):
    """Names of the columns in the style of ticks, over a faint line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme = theme
        self.setFixedHeight(px(HEADER))
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        named = logical == Column.NAME
        painter.save()
        cell = at_1(painter, rect)
        write(
            painter,
            self.theme,
            cell.left() + PAD if named else cell.right() - PAD,
            cell.center().y(),
            str(self.model().headerData(logical, self.orientation())),
            size="tick",
            colour_of="mut",
            anchor="left" if named else "right",
        )
        painter.setPen(QPen(colour(self.theme.colour("line")), 1.0))
        bottom = cell.bottom() - 0.5
        painter.drawLine(QPointF(cell.left(), bottom), QPointF(cell.right(), bottom))
        painter.restore()


class ClassesView(QTableView):
    """The table itself.

    `nudged(amount)` and `toggled()` ask for moves of the current row's class; `paste_asked(text)` for a
    paste from the current cell on. `reached(row)` asks to choose every class from the held one to this,
    `joined(row)` to choose one more or less, `chosen(row)` one alone; `dropped(row)` to put the chosen
    classes in front of a row. The held class's row is a band, those of others that are chosen too, the
    current cell is outlined. Whatever is asked for is the session's: the view selects nothing by itself.
    """

    nudged = Signal(float)
    toggled = Signal()
    paste_asked = Signal(str)
    reached = Signal(int)
    joined = Signal(int)
    chosen = Signal(int)
    dropped = Signal(int)
    add_asked = Signal()

    def __init__(self, model: ClassesModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.held = 0
        self.others: frozenset[int] = frozenset()
        self.pointer = RowPointer(self)
        self._pointed = -1
        self.setObjectName("classes")
        self.setAccessibleName(say("Classes"))
        self.header = Header(theme, self)
        self.setHorizontalHeader(self.header)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.delegate = CellDelegate(model, theme, self)
        self.delegate.entered.connect(self.go_down)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        self.header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.header.setMinimumSectionSize(1)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.AnyKeyPressed)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        self.theme = self.header.theme = self.delegate.theme = theme
        self.header.setFixedHeight(px(HEADER))
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.share_width()
        self.header.viewport().update()
        self.viewport().update()

    def show_chosen(self, held: int, others: frozenset[int]) -> None:
        """Put the bands on the rows of the held class and of those chosen with it."""
        if (held, others) != (self.held, self.others):
            self.held, self.others = held, others
            self.viewport().update()

    def is_chosen(self, row: int) -> bool:
        """Whether the class of a row is the held one or chosen with it."""
        return row == self.held or row in self.others

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Give numbers what they need and the name the rest; does nothing where all have that."""
        sample = self.delegate.classes.sample
        numbers = [px(_room_for(cells.widest(sample, column), column)) for column in range(1, len(Column))]
        wanted = [max(px(24), self.viewport().width() - sum(numbers)), *numbers]
        for column, width in enumerate(wanted):
            if self.columnWidth(column) != width:
                self.setColumnWidth(column, width)

    def leave_typed(self) -> None:
        """Close an editor whose text was typed for another sample, without taking it."""
        for editor in self.viewport().findChildren(CellEditor):
            if not editor.follow(self.delegate.classes.watched):
                self.delegate.close(editor, takes=False)

    # Picture

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for row in self._rows_in_sight():
                if self.is_chosen(row):
                    self._band(painter, row)
                elif row == self._pointed:
                    painter.setBrush(colour(self.theme.colour("grid")))
                    painter.drawRoundedRect(self._ground_of(row), BAND_RADIUS, BAND_RADIUS)
        super().paintEvent(event)
        if self.hasFocus():
            self._outline_current()
        self.pointer.paint(self.theme)

    def _rows_in_sight(self) -> range:
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        return range(first, (self.model().rowCount() if last < 0 else last + 1))

    def _band(self, painter: QPainter, row: int) -> None:
        """Paint the ground of a chosen row; of several, the held one is the darker."""
        role = "line" if self.others and row == self.held else "hover"
        painter.setBrush(colour(self.theme.colour(role)))
        painter.drawRoundedRect(self._ground_of(row), BAND_RADIUS, BAND_RADIUS)

    def _ground_of(self, row: int) -> QRectF:
        return QRectF(0.0, self.rowViewportPosition(row) + 1.0, self.viewport().width(), px(ROW) - 2.0)

    def show_pointed(self, row: int) -> None:
        """Mark the row of the class that is pointed at in another card; -1 for none."""
        if row != self._pointed:
            self._pointed = row
            self.viewport().update()

    def _outline_current(self) -> None:
        current = self.currentIndex()
        if not current.isValid():
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(self.theme.colour("ink")), OUTLINE))
        inset = 1.0 + OUTLINE / 2
        cell = QRectF(self.visualRect(current)).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(cell, 4.0, 4.0)
        painter.end()

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.pointer.press(event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.pointer.move(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.pointer.release(event):
            super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.pointer.leave()
        super().leaveEvent(event)

    # Keys

    def event(self, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._mine(event):
            event.accept()
            return True
        return super().event(event)

    def _mine(self, event: QKeyEvent) -> bool:
        """Whether a key acts here although the window has a shortcut for it."""
        if event.matches(QKeySequence.StandardKey.Paste):
            return is_cells(QGuiApplication.clipboard().text())
        if event.key() == Key.Key_Escape and self.pointer.is_dragging:
            return True
        return event.matches(QKeySequence.StandardKey.Copy) or _starts(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Key(event.key()), event.modifiers()
        upright = key in (Key.Key_Up, Key.Key_Down)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit(QGuiApplication.clipboard().text())
        elif key == Key.Key_Escape and self.pointer.cancel():
            event.accept()
        elif upright and modifiers & Qt.KeyboardModifier.AltModifier:
            self.nudged.emit(_step(modifiers) * (1 if key == Key.Key_Up else -1))
        elif key in REACHES and modifiers == Qt.KeyboardModifier.ShiftModifier:
            self._reach(key)
        elif key == Key.Key_Space:
            self.toggled.emit()
        elif key == Key.Key_Insert:
            self.add_asked.emit()
        elif key in (Key.Key_Return, Key.Key_Enter):
            self.go_down()
        elif event.text() and event.text().isprintable() and not _starts(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _reach(self, key: Key) -> None:
        """Choose up to where a key leads from the current row."""
        page = max(1, self.viewport().height() // px(ROW) - 1)
        step = REACHES[key]
        row = self.currentIndex().row() + (step * page if key in PAGES else step)
        self.reached.emit(min(max(row, 0), self.model().rowCount() - 1))

    def copy(self) -> None:
        """Put the current cell on the clipboard in full; of several chosen classes their rows."""
        if self.others:
            text = class_rows(self.delegate.classes.sample, sorted(self.others | {self.held}))
        else:
            text = str(self.delegate.classes.data(self.currentIndex(), Qt.ItemDataRole.EditRole))
        QGuiApplication.clipboard().setText(text)

    def go_down(self) -> None:
        """Make the cell below the current one, if there is one."""
        current = self.currentIndex()
        below = current.siblingAtRow(current.row() + 1)
        self.setCurrentIndex(below if below.isValid() else current)
        self.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


def _room_for(text: str, column: int) -> float:
    """Return the width that a column of numbers needs for a text and its head."""
    number = width_of(text, "name", bold=column == Column.TARGET, mono=True)
    return max(number, width_of(cells.head(column), "tick")) + BESIDE


def _starts(event: QKeyEvent) -> bool:
    """Whether a key begins a number."""
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
    return event.text() in STARTS and not event.modifiers() & commands


def _step(modifiers: Qt.KeyboardModifier) -> float:
    """How far one press moves a logit: 0.1, with Shift 1, with Ctrl 0.01."""
    return next((step for modifier, step in STEPS.items() if modifiers & modifier), 0.1)
