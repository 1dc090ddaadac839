"""The histogram beside the list of samples; a range dragged on it filters the list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from explorer.paint.painter import paint
from explorer.paint.surface import colour
from explorer.plots import histogram, numbers
from explorer.plots.figure import Place
from explorer.plots.layout import Layout
from explorer.ui.scaling import scale
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.paint.theme import Theme
    from explorer.plots.figure import Figure
    from explorer.plots.histogram import Bins
    from explorer.ui.session import Session


class Distribution(QWidget):
    """The distribution of the sorted column.

    `ranged` carries (low, high): the bins that were dragged over, from the first edge to before the last;
    None where the range reaches the end of the axis, (None, None) after a double click.
    """

    ranged = Signal(object, object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.theme = session, theme
        self._figure: Figure | None = None
        self._drag: tuple[float, float] | None = None  # in data units
        self.setMouseTracking(True)
        self.setAccessibleName(say(histogram.TITLE))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def sizeHint(self) -> QSize:
        return QSize(200, 220)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.theme = theme
        self.update()

    def refresh(self) -> None:
        """Show the state as it is now."""
        self._figure = None
        self.update()

    @property
    def figure(self) -> Figure:
        """The figure of the session's state."""
        if self._figure is None:
            made = histogram.figure(self.session.state)
            self._figure = replace(made, title=say(made.title))
            self.setAccessibleDescription(self._figure.description)
        return self._figure

    def _layout(self) -> Layout:
        return Layout(self.figure, float(self.width()), float(self.height()), scale())

    def _bins(self) -> Bins | None:
        return histogram.bins_of(self.session.state)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colour(self.theme.colour("card")))
            if self._drag is not None:
                plot = self._layout().plot
                ends = [self._layout().to_pixels(Place(x, 0.0))[0] for x in self._edges(*self._drag)]
                band = QRectF(min(ends), plot.y, abs(ends[1] - ends[0]), plot.height)
                painter.fillRect(band, colour(self.theme.colour("hover")))
            paint(self.figure, painter, QRectF(self.rect()), self.theme, scale())

    # A range

    def _at(self, position: QPointF) -> float:
        layout = self._layout()
        x = min(max(position.x(), layout.plot.x), layout.plot.right)
        return layout.to_data(x, layout.plot.y)[0]

    def _edges(self, start: float, end: float) -> tuple[float, float]:
        """Return the borders of the bins that a drag touches."""
        bins = self._bins()
        if bins is None:
            return start, end
        low, high = min(start, end), max(start, end)
        count = len(bins.counts)
        first = min(max(int(np.searchsorted(bins.edges, low, side="right")) - 1, 0), count - 1)
        last = min(int(np.searchsorted(bins.edges, high, side="left")), count)
        return float(bins.edges[first]), float(bins.edges[max(last, first + 1)])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self.figure.note:
            at = self._at(event.position())
            self._drag = (at, at)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            self._drag = (self._drag[0], self._at(event.position()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            return
        (low, high), self._drag = self._edges(*self._drag), None
        bins = self._bins()
        if bins is not None:
            self.ranged.emit(None if low <= bins.edges[0] else low, None if high >= bins.edges[-1] else high)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._drag = None
        self.ranged.emit(None, None)

    def cancel(self) -> bool:
        """Leave a drag under way; say whether there was one."""
        was, self._drag = self._drag is not None, None
        self.update()
        return was

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and not self.figure.note:
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _tell(self, position: QPoint, screen: QPoint) -> None:
        bins = self._bins()
        if bins is None:
            return
        at = self._at(QPointF(position))
        place = min(max(int(np.searchsorted(bins.edges, at, side="right")) - 1, 0), len(bins.counts) - 1)
        low, high = bins.edges[place], bins.edges[place + 1]
        count = numbers.count(int(bins.counts[place]))
        found = say(
            "{low} to {high}: {count} samples", low=numbers.fixed(low), high=numbers.fixed(high), count=count
        )
        text = f"{found}\n{say('drag over bars: list these only; double click: list all')}"
        QToolTip.showText(screen, text, self)
