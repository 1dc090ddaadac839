"""The table under the editor: every class with its logit, target and two readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QRect, Signal
from PySide6.QtWidgets import QMenu, QWidget

from explorer.plots import moves
from explorer.ui.ground import Ground
from explorer.ui.panels import cells
from explorer.ui.panels.cells import Column
from explorer.ui.panels.class_list import added, moved, removed
from explorer.ui.panels.classes_model import ClassesModel
from explorer.ui.panels.classes_view import HEADER, ROW, ClassesView
from explorer.ui.scaling import px

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QContextMenuEvent, QResizeEvent

    from explorer.paint.theme import Theme
    from explorer.ui.panels.changes import Change
    from explorer.ui.session import Session

SIDE: Final = 6  # from the card's edge to the table
TOP: Final = 2
BOTTOM: Final = 6


class ClassesPanel(Ground):
    """The same numbers as the bars, to be read and typed.

    The current row is the held class, both ways; `said` carries what is wrong with a typed text,
    "" when all is well again.
    """

    said = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("classes-panel")
        self.session = session
        self.model = ClassesModel(session, self)
        self.view = ClassesView(self.model, theme, self)
        self._showing = False
        self.model.said.connect(self.said)
        self.view.nudged.connect(self._nudge)
        self.view.toggled.connect(self._toggle)
        self.view.paste_asked.connect(self.paste)
        self.view.selectionModel().currentRowChanged.connect(self._hold)
        session.changed.connect(self.refresh)
        self.refresh()

    @staticmethod
    def height_of(classes: int) -> int:
        """Return the height that shows that many classes without scrolling."""
        return px(TOP) + px(HEADER) + px(ROW) * classes + px(BOTTOM)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.view.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        area = self.rect()
        side, top = px(SIDE), px(TOP)
        self.view.setGeometry(QRect(side, top, area.width() - 2 * side, area.height() - top - px(BOTTOM)))

    def refresh(self) -> None:
        """Show the session's state."""
        self._showing = True
        self.model.refresh()
        held = self.session.state.look.held
        self.view.show_held(held)
        current = self.view.currentIndex()
        if current.row() != held:
            column = current.column() if current.isValid() else Column.LOGIT
            self.view.setCurrentIndex(self.model.index(held, column))
        self._showing = False

    def _hold(self, current: QModelIndex, _previous: QModelIndex) -> None:
        """Hold the class whose row became the current one by hand."""
        if not self._showing and current.isValid():
            self.session.perform(moves.grab(self.session.state, f"logit:{current.row()}"))

    # Keys

    def _row(self) -> int:
        return self.view.currentIndex().row()

    def _nudge(self, amount: float) -> None:
        self.session.perform(moves.nudge(self.session.state, f"logit:{self._row()}", amount))

    def _toggle(self) -> None:
        self.session.perform(moves.click(self.session.state, f"target:{self._row()}"))

    def paste(self, text: str) -> None:
        """Paste numbers from the current cell on, as one step that can be undone."""
        current = self.view.currentIndex()
        self._apply(lambda: cells.pasted(self.session.state, current.row(), current.column(), text))

    def _apply(self, make: Callable[[], Change | None]) -> None:
        """Carry out what `make` returns; say the problem that it raises instead."""
        try:
            change = make()
        except ValueError as problem:
            self.said.emit(str(problem))
            return
        self.said.emit("")
        if change is not None:
            self.session.apply(change.label, change.study)

    # The list of classes

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return the menu of the current row's class."""
        menu = QMenu(self)
        state, row = self.session.state, self._row()
        name = state.sample.classes[row]
        count = len(state.sample.classes)
        menu.addAction("Copy cells", self.view.copy)
        menu.addSeparator()
        menu.addAction(f"Rename {name}", lambda: self.view.edit(self.model.index(row, Column.NAME)))
        up = menu.addAction(f"Move {name} up", lambda: self._apply(lambda: moved(state, row, row - 1)))
        down = menu.addAction(f"Move {name} down", lambda: self._apply(lambda: moved(state, row, row + 1)))
        menu.addSeparator()
        menu.addAction("Add a class", self.add_class)
        drop = menu.addAction(f"Remove {name}", lambda: self._apply(lambda: removed(state, row)))
        up.setEnabled(row > 0)
        down.setEnabled(row < count - 1)
        drop.setEnabled(count > 1)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def add_class(self) -> None:
        """Add a class at the end with logit 0 and target 0, and let its name be typed."""
        self._apply(lambda: added(self.session.state))
        last = len(self.session.state.sample.classes) - 1
        self.view.setCurrentIndex(self.model.index(last, Column.NAME))
        self.view.edit(self.model.index(last, Column.NAME))
