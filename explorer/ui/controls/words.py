"""Fields for words: of one line or of several; every letter typed is said, undo and redo are the window's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QWidget

from explorer.ui.controls.field import travels
from explorer.ui.scaling import px

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

SIDES: Final = 12  # of a field of several lines: its frame and the room above and below


def _leaves(event: QEvent) -> bool:
    """Leave undo and redo to the window's actions; say whether this event asked whose they are."""
    asks = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and travels(event)
    if asks:
        event.ignore()
    return asks


class WordsLine(QLineEdit):
    """One line of words; `typed` comes with every letter."""

    typed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.textEdited.connect(self.typed)

    def show_words(self, text: str) -> None:
        """Show a text in silence; the cursor stays where the text is the one that is typed."""
        if text != self.text():
            place = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(place, len(text)) if self.hasFocus() else 0)

    def event(self, event: QEvent) -> bool:
        return False if _leaves(event) else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if travels(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class WordsText(QPlainTextEdit):
    """Several lines of words; `typed` comes with every letter, Tab goes on to the next field."""

    typed = Signal(str)

    def __init__(self, name: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("words")
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines = lines
        self._known = ""
        self.textChanged.connect(self._say)

    def refit(self) -> None:
        """Take the height of its lines in the face that it has."""
        self.document().setDocumentMargin(3)
        self.setFixedHeight(self._lines * self.fontMetrics().lineSpacing() + px(SIDES))

    def show_words(self, text: str) -> None:
        """Show a text in silence; the cursor stays where the text is the one that is typed."""
        if text == self._known:
            return
        self._known = text
        place = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(text)) if self.hasFocus() else 0)
        self.setTextCursor(cursor)

    def _say(self) -> None:
        """Say what is typed; Qt's signal comes with a new face or margin too."""
        text = self.toPlainText()
        if text != self._known:
            self._known = text
            self.typed.emit(text)

    def put(self, text: str) -> None:
        """Put a text where the cursor is, over what is chosen, with a space to a word before it."""
        cursor = self.textCursor()
        start = cursor.selectionStart()
        before = self.toPlainText()[start - 1 : start]
        cursor.insertText(text if not before or before.isspace() or before in "([“" else f" {text}")
        self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        return False if _leaves(event) else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if travels(event) or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()  # Qt paints what is inside alone, not the border of the sheet

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # without the focus the wheel scrolls the form
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
