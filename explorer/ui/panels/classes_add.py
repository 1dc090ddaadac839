"""The row under the table that adds a class: a button that becomes a field for the name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from explorer.ui.controls.wrong import say_wrong, show_wrong
from explorer.ui.escape import claims_escape
from explorer.ui.focus import Earlier
from explorer.ui.icons import icon
from explorer.ui.scaling import px
from explorer.wording import say

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from explorer.paint.theme import Theme

HEIGHT: Final = 24
SIGN: Final = 12


class AddRow(QWidget):
    """Asks for the name of a new class, in place.

    Return says `entered`; the owner answers with `finish` or, where the name is not allowed, with
    `refuse`. Esc and leaving the field put the button back.
    """

    entered = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QToolButton(self)
        self.button.setObjectName("quiet")
        self.button.setText(say("Add a class"))
        self.button.setToolTip(
            say("Add a class (Insert)\nAt the end, with logit 0 and target 0 in every sample")
        )
        self.button.setAccessibleName(say("Add a class"))
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.ask)
        self._before = Earlier()  # what had the keyboard before the field
        self.field = _NameField(self)
        self.field.hide()
        self.field.returnPressed.connect(lambda: self.entered.emit(self.field.text()))
        self.field.left.connect(self._leave)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        self.button.setIcon(icon("plus", theme.colour("mut")))
        self.button.setIconSize(QSize(px(SIGN), px(SIGN)))

    def ask(self) -> None:
        """Let a name be typed."""
        self.field.mark("")
        self.field.clear()
        if self.field.isHidden():
            self._before.keep(self.window().focusWidget())
        self.button.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Put the button back."""
        has_keyboard, before = self.field.hasFocus(), self._before.take()
        self.button.show()
        self.field.hide()
        if has_keyboard and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, problem: str) -> None:
        """Mark the name that was typed, and say why."""
        self.field.mark(problem)

    def _leave(self) -> None:
        if self.field.isVisible():
            self.finish()
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.button.setGeometry(
            0, 0, min(self.button.sizeHint().width() + px(8), self.width()), self.height()
        )
        self.field.setGeometry(0, 0, self.width(), self.height())


class _NameField(QLineEdit):
    """The field; `left` comes with Esc and when the keyboard goes elsewhere."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cell")
        self.setPlaceholderText(say("name of the new class"))
        self.setAccessibleName(say("Name of the new class"))
        self.textEdited.connect(lambda: self.mark(""))

    def mark(self, problem: str) -> None:
        """Mark the text as wrong, or as right again; say why at the field."""
        show_wrong(self, bool(problem))
        self.setToolTip(problem)
        if problem:
            say_wrong(self, problem)

    def event(self, event: QEvent) -> bool:
        return claims_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.left.emit()
