"""The table under the editor: every class with its logit, target and two readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from explorer.plots import moves, selection
from explorer.ui.ground import Ground
from explorer.ui.panels import cells
from explorer.ui.panels.cells import Column
from explorer.ui.panels.class_list import added_and_held, moved
from explorer.ui.panels.classes_add import HEIGHT, AddRow
from explorer.ui.panels.classes_model import ClassesModel
from explorer.ui.panels.classes_paste import pasted
from explorer.ui.panels.classes_view import HEADER, ROW, ClassesView
from explorer.ui.scaling import px
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction, QContextMenuEvent, QResizeEvent, QShowEvent

    from explorer.paint.theme import Theme
    from explorer.plots.move import Move
    from explorer.ui.panels.changes import Change
    from explorer.ui.session import Session

SIDE: Final = 6  # from the card's edge to the table
TOP: Final = 2
BOTTOM: Final = 4
# The menu of a row: ids of actions, None a line, a text before others a menu of them.
MENU: Final = (
    "rename_class", "remove_classes", "add_class", None,
    "scale_logits", "shift_logits", "set_logits", "negate_logits", None,
    "set_targets", "flip_labels", None,
    "move_classes_up", "move_classes_down", "sort_classes.logit", "sort_classes.name",
    "sort_classes.target", None,
    "select_all_classes", "select_labelled_classes",
)  # fmt: skip


class ClassesPanel(Ground):
    """The same numbers as the bars, to be read and typed.

    The current row is the held class, both ways; rows chosen with it are the session's selection. `said`
    carries what is wrong with a typed text, "" when all is well again.
    """

    said = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("classes-panel")
        self.session = session
        self.actions_by_id: Mapping[str, QAction] = {}
        self.model = ClassesModel(session, self)
        self.view = ClassesView(self.model, theme, self)
        self.add_row = AddRow(theme, self)
        self._showing = False
        self.model.said.connect(self.said)
        self._connect()
        session.changed.connect(self.refresh)
        self.refresh()

    def _connect(self) -> None:
        view = self.view
        view.nudged.connect(self._nudge)
        view.toggled.connect(lambda: self._perform(selection.label(self.session.state)))
        view.paste_asked.connect(self.paste)
        view.reached.connect(self._reach)
        view.joined.connect(lambda row: self._go(row, selection.toggle(self.session.state, row)))
        view.chosen.connect(lambda row: self._go(row, selection.select(self.session.state, {row})))
        view.dropped.connect(self._drop)
        view.add_asked.connect(self.add_class)
        view.selectionModel().currentRowChanged.connect(self._hold)
        self.add_row.entered.connect(self._add)
        self.add_row.left.connect(lambda: self.said.emit(""))

    @staticmethod
    def height_of(classes: int) -> int:
        """Return the height that shows that many classes without scrolling."""
        return px(TOP) + px(HEADER) + px(ROW) * classes + px(HEIGHT) + px(BOTTOM)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.view.set_theme(theme)
        self.add_row.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        area = self.rect()
        side, top, add = px(SIDE), px(TOP), px(HEIGHT)
        width, height = area.width() - 2 * side, area.height() - top - px(BOTTOM) - add
        self.view.setGeometry(QRect(side, top, width, height))
        self.add_row.setGeometry(QRect(side, top + height, width, add))

    def refresh(self) -> None:
        """Show the session's state; a table that is not seen waits until it is."""
        if not self.isVisible():
            return
        self._showing = True
        look = self.session.state.look
        current = self.view.currentIndex()  # a renamed class makes all rows new and none the current one
        column = current.column() if current.isValid() else Column.LOGIT
        self.view.leave_typed()
        self.model.refresh()
        self.view.share_width()
        held_elsewhere = look.held != self.view.held
        self.view.show_chosen(look.held, look.selected)
        current = self.view.currentIndex()
        if current.row() != look.held and (held_elsewhere or not self.view.is_chosen(current.row())):
            self.view.setCurrentIndex(self.model.index(look.held, column))
        self._showing = False

    # Which classes

    def _hold(self, current: QModelIndex, _previous: QModelIndex) -> None:
        """Hold the class whose row became the current one by hand, and it alone."""
        if self._showing or not current.isValid():
            return
        state = self.session.state
        within = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        kept = within and selection.several(state, current.row())  # a press may begin a drag of all
        self.session.perform(
            moves.hold(state, current.row()) if kept else selection.select(state, {current.row()})
        )

    def _reach(self, row: int) -> None:
        self._go(row, selection.extend(self.session.state, row))

    def _go(self, row: int, move: Move) -> None:
        """Choose, and make a row the current one without holding it."""
        self._showing = True
        self.view.setCurrentIndex(self.model.index(row, max(self.view.currentIndex().column(), 0)))
        self._showing = False
        self.session.perform(move)

    # Keys

    def _row(self) -> int:
        return self.view.currentIndex().row()

    def _nudge(self, amount: float) -> None:
        self._perform(moves.nudge(self.session.state, f"logit:{self._row()}", amount))

    def _perform(self, move: Move | None) -> None:
        self.session.perform(move)

    def paste(self, text: str) -> None:
        """Paste numbers from the current cell on, as one step that can be undone."""
        current = self.view.currentIndex()
        self._apply(lambda: pasted(self.session.state, current.row(), current.column(), text))

    def _drop(self, before: int) -> None:
        """Put the chosen classes in front of a row."""
        state = self.session.state
        self._apply(lambda: moved(state, selection.chosen(state), before))

    def _apply(self, make: Callable[[], Change | None]) -> bool:
        """Carry out what `make` returns; say the problem that it raises instead. Whether there was none."""
        try:
            change = make()
        except ValueError as problem:
            self.said.emit(str(problem))
            return False
        self.said.emit("")
        if change is not None:
            self.session.apply(change.label, change.study)
        return True

    # The list of classes

    def show_actions(self, actions: Mapping[str, QAction]) -> None:
        """Offer the window's actions in the menu of the rows."""
        self.actions_by_id = actions

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_at(self.view.viewport().mapFrom(self, event.pos())).popup(event.globalPos())

    def menu_at(self, place: QPoint) -> QMenu:
        """Return the menu of the row at a place of the table: of its class, or of those chosen with it."""
        index = self.view.indexAt(place)
        if index.isValid():
            self._showing = True  # choosing is done below, where a selection of several stays
            self.view.setCurrentIndex(index)
            self._showing = False
            if not self.view.is_chosen(index.row()):
                self.session.perform(selection.select(self.session.state, {index.row()}))
        return self.menu()

    def menu(self) -> QMenu:
        """Return the menu of the current row: copying and pasting here, else the window's actions."""
        menu = QMenu(self)
        column = self.view.currentIndex().column()
        copy, paste = (_keys(key) for key in (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Paste))
        words = say("Copy name") if column == Column.NAME else say("Copy number")
        menu.addAction(f"{words}\t{copy}", self._copy_cell)
        if "copy_classes" in self.actions_by_id:
            menu.addAction(self.actions_by_id["copy_classes"])
        menu.addAction(
            f"{say('Paste numbers')}\t{paste}", lambda: self.paste(QGuiApplication.clipboard().text())
        )
        menu.addSeparator()
        for entry in MENU:
            if entry is None:
                menu.addSeparator()
            elif entry in self.actions_by_id:
                menu.addAction(self.actions_by_id[entry])
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _copy_cell(self) -> None:
        current = self.view.currentIndex()
        QGuiApplication.clipboard().setText(cells.full(self.model.sample, current.row(), current.column()))

    def add_class(self) -> None:
        """Let the name of a new class be typed under the table."""
        self.add_row.ask()

    def _add(self, name: str) -> None:
        """Add a class at the end with logit 0 and target 0, and hold it."""
        try:
            move = added_and_held(self.session.state, name)
        except ValueError as problem:
            self.add_row.refuse(str(problem))
            self.said.emit(str(problem))
            return
        with QSignalBlocker(self.add_row):
            self.add_row.finish()
        self.said.emit("")
        self.session.perform(move)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def rename_class(self, row: int) -> None:
        """Let the name of a class be typed over it."""
        index = self.model.index(row, Column.NAME)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._showing = True
        self.view.setCurrentIndex(index)
        self._showing = False
        self.view.edit(index)


def _keys(key: QKeySequence.StandardKey) -> str:
    """Return how a usual shortcut is written here."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
