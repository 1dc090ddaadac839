"""One row of an experiment's form: a word, a field or a box of names, and what is wrong with its text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QSizePolicy, QWidget

from explorer.paint.text import width_of
from explorer.ui.bars import Elided
from explorer.ui.controls.choice import Choice
from explorer.ui.controls.field import travels
from explorer.ui.controls.wrong import show_wrong
from explorer.ui.lettering import write
from explorer.ui.scaling import px, scale

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from explorer.paint.theme import Theme
    from explorer.ui.panels.population_rows import Path, Row

HEIGHT: Final = 28
GAP: Final = 3  # to the next row
CONTROL: Final = 152  # width of field or box
LABEL: Final = 92  # least width of the word, where there is room for both
BESIDE: Final = 8  # between word and control
UNIT_ROOM: Final = 8  # from the unit to the field's edge
LEAST_TEXT: Final = 60  # a unit that leaves less for the text is left out


class TypedField(QLineEdit):
    """A text that is taken as a whole: Return or leaving says `entered`, Esc puts back what was shown.

    Unlike a field for one number it keeps a text that is refused, until another is shown or typed. Undo and
    redo act on what is being typed, and then on the texts that were entered here, until another is shown.
    """

    entered = Signal(str)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = ""
        self._unit = ""
        self._past: list[str] = []  # texts that were shown before those entered here
        self._future: list[str] = []
        self._is_own = False  # while what was entered here is taken
        self.setObjectName("number")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.update()

    def show_text(self, text: str, unit: str) -> None:
        """Show a text and the word after it; a text that is being typed, or was refused, stays."""
        self._unit = unit
        if text == self._shown and (self.isModified() or self.text() == text):
            self.update()
            return
        if self.isModified() and self.hasFocus():
            return
        if not self._is_own:
            self._past, self._future = [], []
        self._shown = text
        self.setText(text)
        self.setModified(False)
        self.setCursorPosition(0)

    def take_back(self) -> None:
        """Show again what was shown before anything was typed."""
        self.setText(self._shown)
        self.setModified(False)

    def commit(self) -> None:
        """Say what was typed, if anything was."""
        if self.isModified():
            self._past.append(self._shown)
            self._future = []
            self._enter(self.text())

    def _enter(self, text: str) -> None:
        self._is_own = True
        try:
            self.entered.emit(text)
        finally:
            self._is_own = False

    def _travel(self, event: QKeyEvent) -> bool:
        """Enter again what was shown before, or after; say whether there was anything."""
        is_undo = event.matches(QKeySequence.StandardKey.Undo)
        texts, others = (self._past, self._future) if is_undo else (self._future, self._past)
        while texts and texts[-1] == self._shown:
            texts.pop()
        if texts:
            others.append(self._shown)
            self._enter(texts.pop())
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
            self.selectAll()
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self.take_back()
            self.entered.emit(self._shown)
            event.accept()
        elif travels(event) and not self.isModified():
            event.setAccepted(self._travel(event))  # else undo and redo are the window's
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and travels(event) and not self.isModified():
            event.setAccepted(bool(self._past or self._future))
            return event.isAccepted()
        if (
            override
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.isModified()
        ):
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()
            self.deselect()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        room = self.width() / scale() - 2 * UNIT_ROOM
        text = self.fontMetrics().horizontalAdvance(self.text()) / scale()
        if not self._unit or text + width_of(self._unit, "tick") + 2 * UNIT_ROOM > room:
            return
        with QPainter(self) as painter:
            painter.scale(scale(), scale())
            right, middle = self.width() / scale() - UNIT_ROOM, self.height() / scale() / 2
            write(
                painter, self._theme, right, middle, self._unit, size="tick", colour_of="mut", anchor="right"
            )


class FieldRow(QWidget):
    """A row of the form; `entered` carries its path and the text that was typed or chosen.

    `menu_asked` comes with a menu that is about to open, to which what belongs to the row may be added.
    """

    entered = Signal(object, str)
    menu_asked = Signal(object)

    def __init__(self, row: Row, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path: Path = row.path
        self.problem = ""
        self.label = Elided("row-label", self)
        self._wrong = QLabel(self)
        self._wrong.setObjectName("problem")
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        self.field: TypedField | None = None
        self.choice: Choice | None = None
        self._names: tuple[str, ...] = ()
        if row.names:
            self.choice = Choice(row.label, theme, self)
            self.choice.activated.connect(lambda place: self.entered.emit(self.path, self._names[place]))
        else:
            self.field = TypedField(row.label, theme, self)
            self.field.entered.connect(lambda text: self.entered.emit(self.path, text))
            self.field.textEdited.connect(lambda _text: self.say_wrong(""))
        for part in (self.control, self.label):
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            part.customContextMenuRequested.connect(partial(self._open_menu, part))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_row(row)
        self._fit()

    @property
    def control(self) -> QWidget:
        """The field or the box."""
        found = self.field if self.field is not None else self.choice
        assert found is not None
        return found

    def menu(self) -> QMenu:
        """Return the menu of the row: what a text field has, and what is added to it."""
        menu = self.field.createStandardContextMenu() if self.field is not None else QMenu(self)
        menu.setParent(self, menu.windowFlags())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_asked.emit(menu)
        return menu

    def _open_menu(self, part: QWidget, at: QPoint) -> None:
        self.menu().popup(part.mapToGlobal(at))

    def put_back(self) -> None:
        """Forget what was typed and not taken."""
        self.say_wrong("")
        if self.field is not None:
            self.field.take_back()

    def show_row(self, row: Row) -> None:
        """Show a row of the same kind."""
        self.path = row.path
        self.label.say(row.label)
        self.control.setAccessibleName(row.label)
        self.control.setToolTip(row.tip)
        self.label.meaning = row.tip
        if self.choice is not None:
            if row.names != self._names:
                self._names = row.names
                self.choice.offer(row.titles or row.names)
            self.choice.show_place(row.names.index(row.text) if row.text in row.names else 0)
        elif self.field is not None:
            self.field.show_text(row.text, row.unit)

    def say_wrong(self, problem: str) -> None:
        """Say in words what is wrong with the text, or nothing."""
        if problem == self.problem:
            return
        self.problem = problem
        self._wrong.setText(problem)
        self._wrong.setVisible(bool(problem))
        if self.field is not None:
            show_wrong(self.field, bool(problem))
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        for control in (self.field, self.choice):
            if control is not None:
                control.set_theme(theme)
        self._fit()

    def _fit(self) -> None:
        """Take the height that the row and its problem need."""
        needed = px(HEIGHT) + px(GAP)
        if self.problem:
            needed += self._wrong.heightForWidth(max(self.width(), px(CONTROL))) + px(GAP)
        self.setFixedHeight(needed)
        self._place()

    def _place(self) -> None:
        width, tall = self.width(), px(HEIGHT)
        control = min(px(CONTROL), max(width - px(LABEL), px(LEAST_TEXT)))
        self.control.setGeometry(QRect(width - control, 0, control, tall))
        self.label.setGeometry(QRect(0, 0, width - control - px(BESIDE), tall))
        if self.problem:
            self._wrong.setGeometry(QRect(0, tall + px(2), width, self.height() - tall - px(2)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(px(240), self.height())
