"""The reading lens on screen: a small panel beside what the pointer rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QCursor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from explorer.paint.marks import smooth
from explorer.paint.signs import SWATCH, draw_swatch
from explorer.paint.surface import Tools
from explorer.paint.text import width_of, write
from explorer.plots.layout import Box

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explorer.paint.theme import Theme
    from explorer.plots.lens import Lens, Row
    from explorer.ui.cards.canvas import Canvas
    from explorer.ui.session import Session

REST: Final = 120  # milliseconds of rest before the panel comes
AWAY: Final = 14.0  # logical pixels from what is read
EDGE: Final = 4.0  # least distance from the window's edge
PADDING: Final = 10.0
ROW: Final = 17.0
HEAD: Final = 20.0  # height of the title's line
GAP: Final = 14.0  # between a name and its number


class LensPanel(QWidget):
    """Title and rows of numbers. It takes neither pointer nor focus."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.ui_scale = 1.0
        self.title = ""
        self.rows: tuple[Row, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("lens")
        self.hide()

    def read(self, title: str, rows: tuple[Row, ...], scale: float) -> None:
        """Show other numbers, at a scale of the interface."""
        if (title, rows, scale) != (self.title, self.rows, self.ui_scale):
            self.title, self.rows, self.ui_scale = title, rows, scale
            self.setAccessibleName(title)
            self.setAccessibleDescription(", ".join(f"{row.label} {row.text}".strip() for row in rows))
            self.resize(self.sizeHint())
            self.update()

    def sizeHint(self) -> QSize:
        widths = [self._left + width_of(row.label, "name") + GAP + self._number(row) for row in self.rows]
        width = 2 * PADDING + max([width_of(self.title, "name", bold=True), *widths])
        height = HEAD + ROW * len(self.rows) + PADDING
        return QSize(round(width * self.ui_scale) + 1, round(height * self.ui_scale) + 1)

    @property
    def _left(self) -> float:
        """The room for the signs of losses, if there are any."""
        return SWATCH + 8.0 if any(row.look is not None for row in self.rows) else 0.0

    @staticmethod
    def _number(row: Row) -> float:
        return width_of(row.text, "name", mono=True) if row.text else 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            smooth(painter)
            painter.scale(self.ui_scale, self.ui_scale)
            self._draw(Tools(painter, self.theme))
        finally:
            painter.end()

    def _draw(self, tools: Tools) -> None:
        width, height = self.width() / self.ui_scale, self.height() / self.ui_scale
        tools.both("card", "edge")
        tools.pill(Box(0.5, 0.5, width - 1, height - 1), 6.0)
        write(tools, PADDING, HEAD / 2 + 2, self.title, size="name", colour="ink", bold=True)
        for line, row in enumerate(self.rows):
            middle = HEAD + ROW * (line + 0.5)
            if row.look is not None:
                draw_swatch(tools, PADDING + SWATCH / 2, middle, row.look)
            left = PADDING + (self._left if row.look is not None else 0.0)
            write(tools, left, middle, row.label, size="name", colour="ink2")
            right = width - PADDING
            write(tools, right, middle, row.text, size="name", colour="ink", anchor="right", mono=True)


class Reader:
    """Shows the lens of what is pointed at: after a moment's rest, then as long as something is read.

    It is no part of any card, so nothing is painted or computed while the pointer is elsewhere.
    """

    def __init__(
        self, session: Session, theme: Theme, canvases: Mapping[str, Canvas], parent: QWidget
    ) -> None:
        self.panel = LensPanel(theme, parent)
        self._session = session
        self._canvases = canvases
        self._rest = QTimer(parent)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.show)
        self._soon = QTimer(parent)  # several moves between two frames are read once
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.show)
        session.pointed.connect(self._pointed)
        session.changed.connect(self._changed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from the next frame on."""
        self.panel.theme = theme
        self.panel.update()

    def _pointed(self) -> None:
        if self._session.pointer is None:
            self._hide()
        elif self.panel.isVisible():
            self._soon.start()
        else:
            self._rest.start()

    def _changed(self) -> None:
        if self._session.in_gesture:
            self._hide()
        elif self.panel.isVisible():
            self._soon.start()

    def _hide(self) -> None:
        self._rest.stop()
        self._soon.stop()
        self.panel.hide()

    def show(self) -> None:
        """Read what is pointed at now; hide where there is nothing to read."""
        pointer = self._session.pointer
        canvas = self._canvases.get(pointer.key) if pointer is not None else None
        if canvas is not None:
            found = canvas.lens() if canvas.isVisible() else None
            if found is not None:
                self._show(found.title, found.rows, canvas.ui_scale, self._read_area(canvas, found))
                return
        elif pointer is not None and pointer.class_index is not None:
            from explorer.plots.lens import class_rows, class_title  # not needed to show the window

            state, index = self._session.state, pointer.class_index
            if 0 <= index < len(state.sample.classes):
                scale = next(iter(self._canvases.values())).ui_scale
                here = self._parent.mapFromGlobal(QCursor.pos())
                row = QRect(here - QPoint(0, 12), QSize(1, 24))
                self._show(class_title(state, index), class_rows(state, index), scale, row)
                return
        self.panel.hide()

    def _show(self, title: str, rows: tuple[Row, ...], scale: float, area: QRect) -> None:
        self.panel.read(title, rows, scale)
        room = self._parent.rect()
        place = placed(self.panel.size(), area, room, AWAY * scale, EDGE * scale)
        self.panel.move(place)
        self.panel.raise_()
        self.panel.show()

    @property
    def _parent(self) -> QWidget:
        parent = self.panel.parentWidget()
        assert parent is not None
        return parent

    def _read_area(self, canvas: Canvas, found: Lens) -> QRect:
        """Return what is read in the parent's pixels, cut to the card's plot."""
        layout = canvas.layout_of_figure
        left, low, right, high = found.area
        x0, x1 = sorted(layout.across([left, right]).tolist())
        y0, y1 = sorted(layout.down([low, high]).tolist())
        plot = layout.plot
        x0, x1 = max(x0, plot.x), min(x1, plot.right)
        y0, y1 = max(y0, plot.y), min(y1, plot.bottom)
        inside = QRectF(x0, y0, max(x1 - x0, 1.0), max(y1 - y0, 1.0)).toAlignedRect()
        return QRect(canvas.mapTo(self._parent, inside.topLeft()), inside.size())


def placed(size: QSize, area: QRect, room: QRect, away: float, edge: float) -> QPoint:
    """Return where a panel goes: right of what is read, else left, below, above; inside the room.

    Where no side has room it goes where most of it is free.
    """
    gap, rim = round(away), round(edge)
    inner = room.adjusted(rim, rim, -rim, -rim)
    top = area.top() if area.height() <= size.height() else area.top() + gap
    wanted = (
        QPoint(area.right() + 1 + gap, top),
        QPoint(area.left() - gap - size.width(), top),
        QPoint(area.left(), area.bottom() + 1 + gap),
        QPoint(area.left(), area.top() - gap - size.height()),
    )
    held = [_within(QRect(place, size), inner) for place in wanted]
    return min(held, key=lambda place: _covered(place, area)).topLeft()


def _within(place: QRect, room: QRect) -> QRect:
    """Move a rectangle into the room, its top left corner first of all."""
    x = max(min(place.left(), room.right() + 1 - place.width()), room.left())
    y = max(min(place.top(), room.bottom() + 1 - place.height()), room.top())
    return QRect(QPoint(x, y), place.size())


def _covered(place: QRect, area: QRect) -> int:
    both = place.intersected(area)
    return max(both.width(), 0) * max(both.height(), 0)
