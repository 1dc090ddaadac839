"""The table's view: header, rows and cells painted in the theme's roles; keys; the cell editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from explorer.paint.surface import colour
from explorer.ui.controls.field import travels
from explorer.ui.lettering import write
from explorer.ui.panels import cells
from explorer.ui.panels.cells import Column
from explorer.ui.scaling import px, scale

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from explorer.paint.theme import Theme
    from explorer.ui.panels.classes_model import ClassesModel

HEADER: Final = 27
ROW: Final = 24
PAD: Final = 8.0  # from a cell's side to its text
BAND_RADIUS: Final = 5.0
OUTLINE: Final = 1.6
EDITOR_SIDES: Final = 20  # border, padding and the room that a line edit keeps for its cursor
WIDE: Final = (66, 45, 60, 60)  # s, t, σ(s), σ(2s)
NARROW: Final = (60, 40, 48, 52)
NARROW_BELOW: Final = 290  # width of the whole table
STARTS: Final = frozenset("0123456789.+-\u2212ni")  # typing one of these edits; "n" is nan, "i" inf
STEPS: Final = {Qt.KeyboardModifier.ShiftModifier: 1.0, Qt.KeyboardModifier.ControlModifier: 0.01}
Index = QModelIndex | QPersistentModelIndex
Key = Qt.Key


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
        cell = _at_1(painter, rect)
        write(
            painter,
            self.theme,
            cell.left() + PAD if named else cell.right() - PAD,
            cell.center().y(),
            cells.HEADS[logical],
            size="tick",
            colour_of="mut",
            anchor="left" if named else "right",
        )
        painter.setPen(QPen(colour(self.theme.colour("line")), 1.0))
        bottom = cell.bottom() - 0.5
        painter.drawLine(QPointF(cell.left(), bottom), QPointF(cell.right(), bottom))
        painter.restore()


class CellDelegate(QStyledItemDelegate):
    """Paints cells and makes their editors; an editor with a wrong text stays open and says why."""

    entered = Signal()

    def __init__(self, model: ClassesModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.classes = model
        self._at = QPersistentModelIndex()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = index.row(), index.column()
        painter.save()
        cell = _at_1(painter, option.rect)
        text = self.classes.text(row, column)
        named = column == Column.NAME
        soft_or_on = column == Column.TARGET and text != "0"
        write(
            painter,
            self.theme,
            cell.left() + PAD if named else cell.right() - PAD,
            cell.center().y(),
            text,
            size="name",
            colour_of=_ink(column, text),
            anchor="left" if named else "right",
            bold=soft_or_on or (named and self.classes.is_labelled(row)),
            mono=not named,
            room=cell.width() - PAD - 2.0,
        )
        painter.restore()

    # Editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        self._at = QPersistentModelIndex(index)
        editor = QLineEdit(parent)
        editor.setObjectName("cell")
        editor.setFrame(False)
        if index.column() != Column.NAME:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setAccessibleName(str(self.classes.data(index, Qt.ItemDataRole.AccessibleTextRole)))
        editor.textEdited.connect(lambda: self._mark(editor, ""))
        editor.textEdited.connect(lambda: self._widen(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # only once: an edit elsewhere must not replace what is being typed
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(self.classes.data(index, Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, QLineEdit) and editor.isModified():
            editor.setModified(False)
            self.classes.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        if not isinstance(editor, QLineEdit):
            return
        # the view asks before the editor has its text and its face
        editor.ensurePolished()
        text = (
            editor.text() if editor.isModified() else str(self.classes.data(index, Qt.ItemDataRole.EditRole))
        )
        editor.setGeometry(_room(editor, text, option.rect, index.column() == Column.NAME))

    def _widen(self, editor: QLineEdit) -> None:
        """Make an editor grow with what is typed."""
        area, named = editor.geometry(), self._at.column() == Column.NAME
        editor.setGeometry(_room(editor, editor.text(), area, named))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and isinstance(editor, QLineEdit):
            if travels(event) and not editor.isModified():
                event.ignore()  # nothing is half typed: the window's action takes it
                return True
            return super().eventFilter(editor, event)
        if event.type() != QEvent.Type.KeyPress or not isinstance(editor, QLineEdit):
            return super().eventFilter(editor, event)
        assert isinstance(event, QKeyEvent)
        if event.key() not in (Key.Key_Return, Key.Key_Enter, Key.Key_Tab, Key.Key_Backtab):
            return super().eventFilter(editor, event)
        problem = self.classes.problem(self._at, editor.text()) if editor.isModified() else ""
        if problem:
            self._mark(editor, problem)
            return True
        if event.key() in (Key.Key_Tab, Key.Key_Backtab):
            return super().eventFilter(editor, event)
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.entered.emit()
        return True

    def _mark(self, editor: QLineEdit, problem: str) -> None:
        """Mark an editor as wrong, or as right again; say why in the tool tip and the status."""
        if bool(editor.property("wrong")) != bool(problem):
            editor.setProperty("wrong", bool(problem))
            editor.style().unpolish(editor)
            editor.style().polish(editor)
        if problem or editor.toolTip():
            editor.setToolTip(problem)
            self.classes.said.emit(problem)
        if problem:
            QToolTip.showText(editor.mapToGlobal(editor.rect().bottomLeft()), problem, editor)


class ClassesView(QTableView):
    """The table itself.

    `nudged(amount)` and `toggled()` ask for moves of the current row's class; `pasted(text)` for a
    paste from the current cell on. The held class's row is a band, the current cell is outlined.
    """

    nudged = Signal(float)
    toggled = Signal()
    paste_asked = Signal(str)

    def __init__(self, model: ClassesModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.held = 0
        self.setObjectName("classes")
        self.setAccessibleName("Classes")
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
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.viewport().setAutoFillBackground(False)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        self.theme = self.header.theme = self.delegate.theme = theme
        self.header.setFixedHeight(px(HEADER))
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self._share_width()
        self.header.viewport().update()
        self.viewport().update()

    def show_held(self, row: int) -> None:
        """Put the band on a row."""
        if row != self.held:
            self.held = row
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Give numbers fixed widths and the name the rest."""
        width = self.viewport().width()
        numbers = [px(wide) for wide in (WIDE if self.width() >= px(NARROW_BELOW) else NARROW)]
        self.setColumnWidth(Column.NAME, max(px(24), width - sum(numbers)))
        for column, wanted in enumerate(numbers, 1):
            self.setColumnWidth(column, wanted)

    # Picture

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self.theme.colour("hover")))
        painter.drawRoundedRect(self._band(), BAND_RADIUS, BAND_RADIUS)
        for rect in self._selected():
            painter.setBrush(colour(self.theme.colour("line")))
            painter.drawRoundedRect(rect, 4.0, 4.0)
        painter.end()
        super().paintEvent(event)
        if self.hasFocus():
            self._outline_current()

    def _band(self) -> QRectF:
        top = self.rowViewportPosition(self.held)
        return QRectF(0.0, top + 1.0, self.viewport().width(), px(ROW) - 2.0)

    def _selected(self) -> list[QRectF]:
        """Return the selected cells, where there are several."""
        chosen = self.selectedIndexes()
        if len(chosen) < 2:
            return []
        area = self.visualRect(min(chosen)).united(self.visualRect(max(chosen)))
        return [QRectF(area).adjusted(1, 1, -1, -1)]

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
            return cells.is_block(QGuiApplication.clipboard().text(), self.currentIndex().column())
        return event.matches(QKeySequence.StandardKey.Copy) or bool(event.text() and event.text() in STARTS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Key(event.key()), event.modifiers()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit(QGuiApplication.clipboard().text())
        elif key in (Key.Key_Up, Key.Key_Down) and modifiers & Qt.KeyboardModifier.AltModifier:
            self.nudged.emit(_step(modifiers) * (1 if key == Key.Key_Up else -1))
        elif key == Key.Key_Space:
            self.toggled.emit()
        elif key in (Key.Key_Return, Key.Key_Enter):
            self.go_down()
        elif event.text() and event.text().isprintable() and event.text() not in STARTS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected cells on the clipboard, at full precision, tabs between them."""
        chosen = self.selectedIndexes() or [self.currentIndex()]
        rows = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen})
        model = self.delegate.classes
        QGuiApplication.clipboard().setText(cells.tab_separated(model.sample, rows, columns))

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


def _at_1(painter: QPainter, rect: QRect) -> QRectF:
    """Let a painter paint at the scale in use; return a cell in the units that it then has."""
    size = scale()
    painter.scale(size, size)
    return QRectF(rect.x() / size, rect.y() / size, rect.width() / size, rect.height() / size)


def _room(editor: QLineEdit, text: str, cell: QRect, named: bool) -> QRect:
    """Return a cell's place, wider where the text needs it: to the right; of a number to the left first."""
    carrier = editor.parentWidget()
    most = carrier.width() if carrier is not None else cell.right() + 1
    wanted = max(cell.width(), editor.fontMetrics().horizontalAdvance(text) + px(EDITOR_SIDES))
    left = cell.left() if named else max(0, cell.right() + 1 - wanted)
    return QRect(left, cell.top(), min(wanted, most - left), cell.height())


def _ink(column: int, text: str) -> str:
    if column in (Column.SIGMA, Column.DOUBLE):
        return "ink2"
    return "mut" if column == Column.TARGET and text == "0" else "ink"


def _step(modifiers: Qt.KeyboardModifier) -> float:
    """How far one press moves a logit: 0.1, with Shift 1, with Ctrl 0.01."""
    return next((step for modifier, step in STEPS.items() if modifiers & modifier), 0.1)
