"""A box that shows one of several names and lets another be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QStandardItemModel,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QWidget

from explorer.ui.scaling import px, scale

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from explorer.paint.theme import Theme

ARROW: Final = 4.0  # half its width
FROM_RIGHT: Final = 13.0
DEPTH: Final = 0.6  # of the arrow, in halves of its width


class Choice(QComboBox):
    """One of several names; `activated` says which was chosen by hand."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setItemDelegate(QStyledItemDelegate(self))  # the one of boxes minds no style sheet

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.update()

    def offer(self, names: Sequence[str], typed: bool = False) -> None:
        """List these names, the first of them chosen, in silence; typed: others may be typed too."""
        blocked = self.blockSignals(True)
        self.clear()
        self.addItems(list(names))
        self.setEditable(typed)
        self.blockSignals(blocked)

    def add_absent(self, names: Mapping[str, str]) -> None:
        """List names that cannot be chosen now below the others, each with the reason as its tool tip."""
        blocked = self.blockSignals(True)
        model = self.model()
        for name, reason in names.items():
            self.addItem(name)
            place = self.count() - 1
            self.setItemData(place, reason, Qt.ItemDataRole.ToolTipRole)
            self.setItemData(place, f"{name}: {reason}", Qt.ItemDataRole.AccessibleTextRole)
            if isinstance(model, QStandardItemModel):
                model.item(place).setEnabled(False)
        self.blockSignals(blocked)

    def show_place(self, place: int) -> None:
        """Show the name at a place, in silence."""
        if place != self.currentIndex():
            blocked = self.blockSignals(True)
            self.setCurrentIndex(place)
            self.blockSignals(blocked)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(48), super().minimumSizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        # without the focus the wheel scrolls what the box lies in
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale(), scale())
            pen = QPen(QColor(self._theme.colour("ink2" if self.isEnabled() else "edge")), 1.5)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            x, y = self.width() / scale() - FROM_RIGHT, self.height() / scale() / 2
            down = ARROW * DEPTH
            painter.drawPolyline(
                QPolygonF([QPointF(x - ARROW, y - down), QPointF(x, y + down), QPointF(x + ARROW, y - down)])
            )
