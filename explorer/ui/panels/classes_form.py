"""The small form that asks for one number or one name of the chosen classes, and shows what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from explorer.ui.controls import Choice
from explorer.ui.controls.numbers import plain, read_number
from explorer.ui.controls.wrong import show_wrong
from explorer.ui.panels.popover import Popover
from explorer.ui.scaling import px

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from explorer.paint.theme import Theme
    from explorer.study.state import State
    from explorer.study.study import Study
    from explorer.ui.class_commands import Form
    from explorer.ui.session import Session

FIELD: Final = 132  # logical pixels
HEIGHT: Final = 28
STEPS: Final = {Qt.KeyboardModifier.ShiftModifier: 10.0, Qt.KeyboardModifier.ControlModifier: 0.1}
DIGITS: Final = 12  # of a number that is stepped


class ClassesForm(Popover):
    """A line that says what is asked, a choice where there is one, a field and a button, and what is wrong.

    A form that shows its change does so as one gesture: Return keeps it, as leaving does, Esc takes it back.
    """

    def __init__(self, session: Session, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window)
        self.setObjectName("classes-form")
        self.session = session
        self._form: Form | None = None
        self._base: State | None = None  # the state in which the form was opened
        self._put: Study | None = None  # the study that the form has put there last
        self.title = QLabel()
        self.choice = Choice("", theme, self)
        self.field = _Field(self)
        self.button = QPushButton()
        self.button.setObjectName("plain")
        self.problem = QLabel()
        self.problem.setObjectName("status")
        self.problem.setWordWrap(True)
        layout = self._grid = QGridLayout(self)
        layout.addWidget(self.title, 0, 0, 1, 2)
        layout.addWidget(self.choice, 1, 0, 1, 2)
        layout.addWidget(self.field, 2, 0)
        layout.addWidget(self.button, 2, 1)
        layout.addWidget(self.problem, 3, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        self.field.textEdited.connect(self._preview)
        self.choice.currentTextChanged.connect(self._preview)
        self.field.returnPressed.connect(self.commit)
        self.button.clicked.connect(self.commit)
        self.cancelled.connect(self._take_back)
        self.closed.connect(self._end)
        session.changed.connect(self._check)

    def ask(self, form: Form, anchor: QWidget) -> None:
        """Open on a form beside the lower end of a part of the window."""
        self.close_it()
        self._form, self._base = form, self.session.state
        self._put = self._base.study
        self.title.setText(form.title)
        self.setAccessibleName(form.title)
        self.field.setAccessibleName(form.title)
        self.button.setText(form.button)
        self.field.setObjectName("number" if form.step else "name")
        self.field.setFixedSize(px(FIELD), px(HEIGHT))
        self._offer(form)
        self.field.step = form.step
        self.field.setText(form.text)
        self._say("")
        self._grid.setContentsMargins(px(12), px(9), px(12), px(9))
        self._grid.setSpacing(px(6))
        self.show_at(anchor, beside=True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()
        if form.shows is not None:
            self.session.begin(form.title)
        if form.choices:
            self._preview()

    def _offer(self, form: Form) -> None:
        """List what can be chosen."""
        self.choice.offer(form.choices, form.typed)
        self.choice.set_theme(self.theme)
        self.choice.setFixedHeight(px(HEIGHT))
        self.choice.setAccessibleName(form.title)
        self.choice.setVisible(bool(form.choices))

    def commit(self) -> None:
        """Do what the form says, and close; a text that is not allowed is said and stays."""
        form = self._form
        if form is None:
            return
        try:
            if form.does is not None:
                form.does(self.field.text())
            elif form.shows is not None:
                self._show(form)
        except ValueError as problem:
            self._say(str(problem))
            return
        self.close_it()

    def _preview(self) -> None:
        """Show what the text means, as far as it means something."""
        self._say("")
        if self._form is None or self._form.shows is None:
            return
        try:
            self._show(self._form)
        except ValueError:
            self._put_back()  # half typed: it is said when the text is taken

    def _show(self, form: Form) -> None:
        assert form.shows is not None
        assert self._base is not None
        if self.session.in_gesture:
            change = form.shows(self._base, self.field.text(), self.choice.currentText())
            self._update(change.study, change.label)

    def _put_back(self) -> None:
        if self._base is not None and self._form is not None and self.session.in_gesture:
            self._update(self._base.study, self._form.title)

    def _update(self, study: Study, label: str) -> None:
        self._put = study
        self.session.update(study, label)

    def _take_back(self) -> None:
        """Leave without a change."""
        if self._form is not None and self._form.shows is not None:
            self._form = None
            self.session.cancel()

    def _end(self) -> None:
        form, self._form, self._base = self._form, None, None
        if form is not None and form.shows is not None:
            self.session.end()

    def _check(self) -> None:
        """Close when the gesture is over, by undo for one, when other classes are watched or edited."""
        form, base = self._form, self._base
        if form is None or base is None:
            return
        if form.shows is None:
            if self.session.state.sample.classes != base.sample.classes:
                self.close_it()  # what it names may be another class now
            return
        look = self.session.state.look
        watched = (look.sample, look.selected, look.held) == (
            base.look.sample, base.look.selected, base.look.held,
        )  # fmt: skip
        others = self.session.state.study is not self._put  # what was edited elsewhere stays
        if others or not watched or not self.session.in_gesture:
            self.close_it()

    def _say(self, problem: str) -> None:
        show_wrong(self.field, bool(problem))
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        bottom = self.geometry().bottom()
        self.adjustSize()
        if self.isVisible():
            self.move(self.x(), bottom - self.height() + 1)


class _Field(QLineEdit):
    """A field whose number goes up and down by keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.step = 0.0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.step or event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
            return
        many = next((many for key, many in STEPS.items() if event.modifiers() & key), 1.0)
        sign = 1.0 if event.key() == Qt.Key.Key_Up else -1.0
        try:
            number = round(read_number(self.text()) + sign * many * self.step, DIGITS)
        except ValueError:
            return
        self.setText(plain(number))
        self.textEdited.emit(self.text())
