"""The pointer over the table's rows: choosing several, and dragging rows to another place by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication

from explorer.paint.surface import colour
from explorer.ui.panels.cells import Column
from explorer.ui.scaling import px, scale

if TYPE_CHECKING:
    from explorer.paint.theme import Theme
    from explorer.ui.panels.classes_view import ClassesView

GRIP: Final = (2.5, 5.5)  # logical pixels from the row's left to the two columns of dots
DOTS: Final = (-4.0, 0.0, 4.0)  # from the row's middle
DOT: Final = 0.9  # radius
LINE: Final = 2.0
LEFT = Qt.MouseButton.LeftButton
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class RowPointer:
    """What a press, a drag and a release mean to a view.

    Shift reaches from the held class, Ctrl adds or takes away. A drag that begins on a name carries the
    chosen rows, with a line where they will be put; elsewhere it chooses the rows it passes. Esc leaves.
    """

    def __init__(self, view: ClassesView) -> None:
        self._view = view
        self._pressed: tuple[QPointF, int, bool] | None = None  # where, the row, whether on its name
        self._carrying = False
        self._moved = False
        self._before: int | None = None  # the row in front of which the carried ones would be put
        self._hovered = -1

    @property
    def is_dragging(self) -> bool:
        """Whether rows are carried."""
        return self._carrying

    # Events: each says whether it is done with

    def press(self, event: QMouseEvent) -> bool:
        """Begin; a plain press stays the view's, which makes the cell the current one."""
        index = self._view.indexAt(event.position().toPoint())
        self._pressed, self._carrying, self._moved = None, False, False
        if event.button() != LEFT or not index.isValid():
            return False
        modifiers = event.modifiers()
        if modifiers & SHIFT:
            self._view.reached.emit(index.row())
            return True
        if modifiers & CTRL:
            self._view.joined.emit(index.row())
            return True
        self._pressed = (event.position(), index.row(), index.column() == Column.NAME)
        return False

    def move(self, event: QMouseEvent) -> bool:
        """Carry rows, or choose those passed; without a button, show the grip of the row under it."""
        if self._pressed is None or not event.buttons() & LEFT:
            self._hover(event.position())
            return False
        start, _, on_name = self._pressed
        away = (event.position() - start).manhattanLength()
        if not self._moved and away < QApplication.startDragDistance():
            return True
        self._moved = True
        if on_name:
            self._carry(event.position())
        else:
            row = self._row_near(event.position().y())
            if row != self._view.currentIndex().row():
                self._view.reached.emit(row)
        return True

    def release(self, event: QMouseEvent) -> bool:
        """Put the carried rows down; a click among several chosen rows chooses its own alone."""
        if event.button() != LEFT or self._pressed is None:
            return False
        _, row, _ = self._pressed
        self._pressed = None
        before, carried = self._before, self._carrying
        self._end()
        if carried and before is not None:
            self._view.dropped.emit(before)
        elif not self._moved and self._view.others:
            self._view.chosen.emit(row)
        return self._moved

    def cancel(self) -> bool:
        """Leave the drag under way; say whether there was one."""
        if not self._carrying:
            return False
        self._pressed = None
        self._end()
        return True

    def leave(self) -> None:
        """Show no grip any more."""
        self._show_grip(-1)

    # Helpers

    def _carry(self, position: QPointF) -> None:
        if not self._carrying:
            self._carrying = True
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        row = self._row_near(position.y())
        self._view.scrollTo(self._view.model().index(row, Column.NAME))
        middle = self._view.rowViewportPosition(row) + self._view.rowHeight(row) / 2
        self._before = row if position.y() < middle else row + 1
        self._view.viewport().update()

    def _end(self) -> None:
        self._carrying, self._before = False, None
        self._view.viewport().unsetCursor()
        self._view.viewport().update()

    def _row_near(self, y: float) -> int:
        """Return the row at a height, the first or last one in sight beyond the ends."""
        view = self._view
        inside = min(max(int(y), 0), view.viewport().height() - 1)
        row = view.rowAt(inside)
        if y >= view.viewport().height():
            row = max(row, 0) + 1
        elif y < 0:
            row -= 1
        last = view.model().rowCount() - 1
        return last if row < 0 <= y else min(max(row, 0), last)

    def _hover(self, position: QPointF) -> None:
        index = self._view.indexAt(position.toPoint())
        on_name = index.isValid() and index.column() == Column.NAME
        self._show_grip(index.row() if index.isValid() else -1)
        on_grip = on_name and position.x() < px(2 * GRIP[1])
        if on_grip:
            self._view.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self._view.viewport().unsetCursor()

    def _show_grip(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self._view.viewport().update()

    # Picture

    def paint(self, theme: Theme) -> None:
        """Draw the grip of the row under the pointer, and the line where carried rows will be put."""
        if self._hovered < 0 and self._before is None:
            return
        painter = QPainter(self._view.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._before is not None:
            self._line(painter, theme, self._before)
        elif self._view.model().rowCount() > 1:
            self._grip(painter, theme, self._hovered)
        painter.end()

    def _grip(self, painter: QPainter, theme: Theme, row: int) -> None:
        view, size = self._view, scale()
        middle = view.rowViewportPosition(row) + view.rowHeight(row) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.colour("mut")))
        for across in GRIP:
            for down in DOTS:
                painter.drawEllipse(QPointF(across * size, middle + down * size), DOT * size, DOT * size)

    def _line(self, painter: QPainter, theme: Theme, before: int) -> None:
        view = self._view
        count = view.model().rowCount()
        last = view.rowViewportPosition(count - 1) + view.rowHeight(count - 1)
        edge = view.rowViewportPosition(before) if before < count else last
        y = min(max(float(edge), LINE), view.viewport().height() - LINE)
        painter.setPen(QPen(colour(theme.colour("ink")), LINE))
        painter.setBrush(colour(theme.colour("card")))
        painter.drawLine(QPointF(5.0, y), QPointF(view.viewport().width() - 1.0, y))
        painter.drawEllipse(QRectF(1.0, y - 3.0, 6.0, 6.0))
