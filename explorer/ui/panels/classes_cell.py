"""How a cell of the table is painted and edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from explorer.ui.controls.field import travels
from explorer.ui.controls.wrong import say_wrong, show_wrong
from explorer.ui.lettering import at_1, write
from explorer.ui.panels.cells import Column
from explorer.ui.scaling import px

if TYPE_CHECKING:
    from explorer.paint.theme import Theme
    from explorer.ui.panels.classes_model import ClassesModel

PAD: Final = 8.0  # from a cell's side to its text
EDITOR_SIDES: Final = 20  # border, padding and the room that a line edit keeps for its cursor
Index = QModelIndex | QPersistentModelIndex
Key = Qt.Key


class CellEditor(QLineEdit):
    """The field of a cell. of: the document and sample that it was opened for, which alone takes its text."""

    taken = Signal()

    def __init__(self, of: object, parent: QWidget) -> None:
        super().__init__(parent)
        self.of = of
        self.setObjectName("cell")
        self.setFrame(False)

    def commit(self) -> None:
        """Take what was typed, if anything was, and close."""
        if self.isModified():
            self.taken.emit()

    def follow(self, of: object) -> bool:
        """Stay open for another document or sample where nothing was typed; say whether it stays."""
        if self.isModified() and of != self.of:
            self.setModified(False)
            return False
        self.of = of
        return True


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
        cell = at_1(painter, option.rect)
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
        self.classes.begin_edit()
        self._at = QPersistentModelIndex(index)
        editor = CellEditor(self.classes.watched, parent)
        editor.taken.connect(lambda: self.close(editor, takes=True))
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
        if isinstance(editor, CellEditor) and editor.isModified():
            editor.setModified(False)
            if editor.of == self.classes.watched:
                self.classes.setData(index, editor.text())

    def close(self, editor: QLineEdit, takes: bool) -> None:
        """Close an editor, with what was typed or without."""
        if takes:
            self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

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
        self.close(editor, takes=True)
        self.entered.emit()
        return True

    def _mark(self, editor: QLineEdit, problem: str) -> None:
        """Mark an editor as wrong, or as right again; say why in the tool tip and the status."""
        show_wrong(editor, bool(problem))
        if problem or editor.toolTip():
            editor.setToolTip(problem)
            self.classes.said.emit(problem)
        if problem:
            say_wrong(editor, problem)


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
