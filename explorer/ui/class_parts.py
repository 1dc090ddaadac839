"""What the commands of classes and the history open in the window: forms, lists, menus of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QToolButton

from explorer.ui.cards.layout import EDITOR

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from explorer.paint.theme import Theme
    from explorer.ui.class_commands import Form
    from explorer.ui.panels.classes_form import ClassesForm
    from explorer.ui.panels.history import HistoryPanel
    from explorer.ui.window import Window

# Their keys mean something else elsewhere: they act with the focus in the table or the editor.
NEAR_CLASSES: Final = ("remove_classes", "select_all_classes")


class ClassParts(QObject):
    """Answers what `Commands.classes` and the action "history" ask for; each part is made when first used."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._form: ClassesForm | None = None
        self._history: HistoryPanel | None = None
        commands, classes = window.commands, window.commands.classes
        classes.form_asked.connect(self.ask)
        classes.add_asked.connect(self._add)
        classes.rename_asked.connect(self._rename)
        commands.history_asked.connect(self._show_history)
        window.desk.classes.show_actions(window.actions_by_id)
        for name in NEAR_CLASSES:
            self._bind(window.actions_by_id[name])

    def _bind(self, action: QAction) -> None:
        """Let the keys of an action act in the table and the editor alone."""
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._window.removeAction(action)
        self._window.desk.classes.addAction(action)
        self._window.desk.cards[EDITOR].addAction(action)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        for part in (self._form, self._history):
            if part is not None:
                part.set_theme(theme)

    @property
    def form(self) -> ClassesForm:
        """The form for one number or one name."""
        if self._form is None:
            from explorer.ui.panels.classes_form import ClassesForm  # not needed to show the window

            self._form = ClassesForm(self._window.session, self._window.appearance.theme, self._window)
        return self._form

    @property
    def history(self) -> HistoryPanel:
        """The list of steps."""
        if self._history is None:
            from explorer.ui.panels.history import HistoryPanel  # not needed to show the window

            self._history = HistoryPanel(self._window.session, self._window.appearance.theme, self._window)
        return self._history

    def ask(self, form: Form) -> None:
        """Ask for a number or a name, beside the table or what stands in its place."""
        self.form.ask(form, self._anchor())

    def _anchor(self) -> QWidget:
        desk = self._window.desk
        parts: tuple[QWidget, ...] = (desk.classes, desk.cards[EDITOR])
        return next((part for part in parts if part.isVisible()), desk)

    def _add(self) -> None:
        panel = self._window.desk.classes
        if panel.isVisible():
            panel.add_class()
        else:
            self.ask(self._window.commands.classes.add_form())

    def _rename(self, index: int) -> None:
        panel = self._window.desk.classes
        if panel.isVisible():
            panel.rename_class(index)
        else:
            self.ask(self._window.commands.classes.rename_form(index))

    def _show_history(self) -> None:
        """Open the list of steps under the undo button."""
        undo = self._window.actions_by_id["undo"]
        buttons = (part for part in undo.associatedObjects() if isinstance(part, QToolButton))
        anchor = next((button for button in buttons if button.isVisible()), self._window.title_bar)
        self.history.open_at(anchor)
