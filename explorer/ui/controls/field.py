"""A field for one number, or for one number a class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from explorer.ui.controls.numbers import Bounds, Setting, plain
from explorer.ui.controls.wrong import say_wrong, show_wrong
from explorer.ui.scaling import px

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = 10  # steps of a press with Shift
SIDES = 14  # padding, and the room that a line edit keeps for its cursor


def travels(event: QKeyEvent) -> bool:
    """Say whether a key undoes or redoes."""
    keys = QKeySequence.StandardKey
    return event.matches(keys.Undo) or event.matches(keys.Redo)


class NumberField(QLineEdit):
    """A typed setting.

    At rest it shows the number rounded; while it is edited, in full. Return or leaving says
    `entered`; Esc puts the shown one back; Up, Down and the wheel say `stepped`. A text that is no
    allowed setting is kept, marked, and said by `refused`, after Return in a bubble too; leaving then puts
    the shown one back.
    Undo and redo act on the text while it is half typed, else they are the window's.
    """

    entered = Signal(object)
    stepped = Signal(int)
    refused = Signal(str)

    def __init__(self, bounds: Bounds, write: Callable[[float], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("number")
        self.bounds = bounds
        self._write = write
        self._setting: Setting | None = None
        self._problem = ""
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(bounds.name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.textEdited.connect(self._forgive)

    @property
    def problem(self) -> str:
        """What is wrong with the text typed, "" when nothing is."""
        return self._problem

    @property
    def tip(self) -> str:
        """The tool tip: the problem, or the setting in use in full and what the field is for."""
        shown = "" if self._setting is None else plain(self._setting)
        return self._problem or f"{shown}\n{self.toolTip() or self.bounds.words}"

    @property
    def is_half_typed(self) -> bool:
        """Whether the text is another than that of the setting in use."""
        return self.isModified() and self.text() != self._resting_text()

    def show_setting(self, setting: Setting) -> None:
        """Show a setting; a text that is being typed stays."""
        if setting == self._setting:
            return
        edited = self.hasFocus() and self.is_half_typed
        whole = self.hasSelectedText() and self.selectedText() == self.text()
        self._setting = setting
        if not edited:
            self._rest()
            if whole:
                self._choose()

    def _rest(self) -> None:
        """Write the shown setting: in full with the focus, else rounded."""
        self._mark("")
        if self._setting is None:
            return
        text = self._resting_text()
        # a text set anew has no edits that could be undone in the field alone
        if text != self.text() or self.isUndoAvailable() or self.isRedoAvailable():
            self.setText(text)
        self.setModified(False)
        if isinstance(self._setting, tuple):
            self.setCursorPosition(0)  # of a long list the beginning is seen

    def _choose(self) -> None:
        """Select the text, so that its beginning is seen."""
        self.end(False)
        self.home(True)

    def _resting_text(self) -> str:
        """Return the setting in use as it is written here now."""
        if self._setting is None:
            return ""
        if self.hasFocus():
            return plain(self._setting)
        if isinstance(self._setting, tuple):
            room = self.contentsRect().width() - px(SIDES)
            return self.fontMetrics().elidedText(plain(self._setting), Qt.TextElideMode.ElideRight, room)
        return self._write(self._setting)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.hasFocus() and isinstance(self._setting, tuple):
            self._rest()

    def _mark(self, problem: str) -> None:
        show_wrong(self, bool(problem))
        self._problem = problem

    def _forgive(self) -> None:
        if self._problem:
            QToolTip.hideText()
        self._mark("")

    def commit(self) -> bool:
        """Take what was typed; say whether it was an allowed setting."""
        if not self.isModified():
            return True
        try:
            setting = self.bounds.read(self.text())
        except ValueError as problem:
            self._mark(str(problem))
            self.refused.emit(self._problem)
            return False
        self.setModified(False)
        changed = setting != self._setting
        self._setting = setting
        self._rest()
        if changed:
            self.entered.emit(setting)
        return True

    def forget(self) -> None:
        """Let go of what was typed: the field goes with what it was about."""
        self.setModified(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.commit():
                self._choose()
            else:
                say_wrong(self, self._problem)
            event.accept()
        elif key == Qt.Key.Key_Escape and (self.isModified() or self._problem):
            self._rest()
            self._choose()
            event.accept()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            many = PAGE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._step(many if key == Qt.Key.Key_Up else -many)
            event.accept()
        elif travels(event) and not self.is_half_typed:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _step(self, steps: int) -> None:
        if self.commit() and not isinstance(self._setting, tuple):
            self.stepped.emit(steps)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # without the focus the wheel scrolls the column
        steps = round(event.angleDelta().y() / 120)
        if not self.hasFocus() or not steps:
            event.ignore()
            return
        event.accept()
        self._step(steps)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._rest()
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._choose()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()
            self._rest()
            self.deselect()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip, self)
            return True
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and travels(event) and not self.is_half_typed:
            event.ignore()  # so that the window's action takes it
            return False
        return super().event(event)
