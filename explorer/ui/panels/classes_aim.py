"""The class table as a card among the others: its row under the pointer is read and can be picked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent

from explorer.plots.pointing import Pointer

if TYPE_CHECKING:
    from explorer.ui.panels.classes_view import ClassesView
    from explorer.ui.session import Session

KEY: Final = "classes"


class ClassesAim(QObject):
    """Tells the session which class of a table the pointer is over; a press puts it on a waiting axis.

    The class that the pointer is over in another card is marked in the table.
    """

    def __init__(self, session: Session, view: ClassesView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)
        session.pointed.connect(self._show)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Leave:
            self._point(-1)
        elif isinstance(event, QMouseEvent):
            row = self._view.indexAt(event.position().toPoint()).row()
            if kind == QEvent.Type.MouseButtonPress:
                self._point(-1)
                return event.button() == Qt.MouseButton.LeftButton and row >= 0 and self._take(row)
            if kind == QEvent.Type.MouseMove and not event.buttons():
                self._point(row)
        return False

    def _show(self) -> None:
        pointer = self._session.pointer
        elsewhere = pointer is not None and pointer.key != KEY
        row = pointer.class_index if pointer is not None and elsewhere else None
        self._view.show_pointed(-1 if row is None else row)

    def _take(self, row: int) -> bool:
        return self._session.picking.take(row)

    def _point(self, row: int) -> None:
        now = self._session.pointer
        if row >= 0:
            self._session.point(Pointer(KEY, 0.0, 0.0, row))
        elif now is not None and now.key == KEY:
            self._session.point(None)
