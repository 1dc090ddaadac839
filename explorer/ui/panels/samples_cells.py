"""How the list of samples is painted: titles that sort, and cells with numbers, words and signs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from explorer.paint.surface import colour
from explorer.ui.lettering import at_1, write
from explorer.ui.panels.samples_model import SAMPLE, SIGN
from explorer.ui.scaling import px
from explorer.ui.severity import draw_severity
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.paint.theme import Theme
    from explorer.ui.panels.samples_model import SamplesModel

PAD: Final = 10.0
Index = QModelIndex | QPersistentModelIndex


class SamplesHeader(QHeaderView):
    """Titles that sort; the sorted one is bold with an arrow, that of the current cell has a line.

    `asked` carries the column that was clicked. Qt's own clicks would also choose the cells of a column.
    """

    asked = Signal(int)

    def __init__(self, model: SamplesModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme, self.samples = theme, model
        self.current = -1
        self._pressed = -1
        self.setHighlightSections(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(say("Columns; click one to sort by it"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.logicalIndexAt(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, -1
        if pressed >= 0 and pressed == self.logicalIndexAt(event.position().toPoint()):
            self.asked.emit(pressed)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        browse = self.samples.session.state.look.browse
        is_there = logical < self.samples.columnCount()
        text = self.samples.head(logical) if is_there and logical != SIGN else ""
        is_sorted = is_there and browse.sort == self.samples.name(logical) and logical != SIGN
        if is_sorted:
            text = f"{text} {'▾' if browse.descending else '▴'}"
        painter.save()
        painter.setPen(QPen(colour(self.theme.colour("line2")), 1.0))
        bottom = rect.bottom() + 0.5
        painter.drawLine(QPointF(rect.left(), bottom), QPointF(rect.right() + 1, bottom))
        if logical == self.current:
            painter.setPen(QPen(colour(self.theme.colour("ink")), 2.0))
            painter.drawLine(
                QPointF(rect.left() + px(PAD), bottom), QPointF(rect.right() + 1 - px(PAD), bottom)
            )
        cell, left = at_1(painter, rect), not self.samples.is_number(logical)
        write(
            painter,
            self.theme,
            cell.left() + PAD if left else cell.right() - PAD,
            cell.center().y(),
            text,
            size="name" if is_sorted else "tick",
            colour_of="ink" if is_sorted else "mut",
            anchor="left" if left else "right",
            bold=is_sorted,
            room=cell.width() - PAD,
        )
        painter.restore()


class Cells(QStyledItemDelegate):
    """Paints one cell: a sign of severity, or text; the sorted column bold, the rest in second ink."""

    def __init__(self, model: SamplesModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self.samples = theme, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        column = index.column()
        painter.save()
        cell = at_1(painter, option.rect)
        if column == SIGN:
            severity = self.samples.severity(index.row())
            if severity:
                draw_severity(painter, self.theme, severity, cell.center())
        else:
            self._write(painter, cell, index.row(), column)
        painter.restore()

    def _write(self, painter: QPainter, cell: QRectF, row: int, column: int) -> None:
        found = column == self.samples.last
        named = found or column == SAMPLE
        strong = not found and self.samples.name(column) == self.samples.session.state.look.browse.sort
        write(
            painter,
            self.theme,
            cell.left() + PAD if named else cell.right() - PAD,
            cell.center().y(),
            self.samples.text(row, column),
            size="name",
            colour_of="ink" if strong or named else "ink2",
            anchor="left" if named else "right",
            bold=strong,
            mono=not named,
            room=cell.width() - (PAD if found else 2 * PAD),
        )
