"""Signs of severity at the classes that findings name, over the bars of a sample."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from explorer.plots.figure import Place
from explorer.plots.names import NARROW_COLUMNS
from explorer.ui.scaling import scale
from explorer.ui.severity import SEVERITIES, SIZE, draw_severity

if TYPE_CHECKING:
    from explorer.paint.theme import Theme
    from explorer.ui.cards.canvas import Canvas
    from explorer.ui.panels.doctor import DoctorPanel

SHOWN: Final = SEVERITIES[:2]  # notes would stand at nearly every class
AWAY: Final = 11.0  # from the zero line, on the side where the bar is not
BEYOND_GRIP: Final = 17.0  # the same where the bar is so short that its grip lies on the line
SHORT: Final = 10.0


class DoctorMarks(QWidget):
    """Lies over the canvas of the bars and lets the mouse through.

    A sign stands across the zero line from the bar, where nothing else is; more classes than have columns
    have no signs.
    """

    def __init__(self, doctor: DoctorPanel, canvas: Canvas, theme: Theme) -> None:
        super().__init__(canvas)
        self.theme = theme
        self._doctor, self._canvas = doctor, canvas
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setGeometry(canvas.rect())
        canvas.installEventFilter(self)
        doctor.changed.connect(self.update)

    @property
    def severities(self) -> dict[int, str]:
        """The worst severity of each class that is named, of those that are shown."""
        worst: dict[int, str] = {}
        for finding in self._doctor.findings:  # worst first
            if finding.severity.value in SHOWN:
                for place in finding.classes:
                    worst.setdefault(place, finding.severity.value)
        return worst

    def places(self) -> dict[int, QPointF]:
        """Return the middle of the sign of each class that has one."""
        sample, layout = self._doctor.session.state.sample, self._canvas.layout_of_figure
        if len(sample.classes) > NARROW_COLUMNS or self._canvas.figure.note:
            return {}
        plot, size, found = layout.plot, scale(), {}
        if plot.width / len(sample.classes) < SIZE * size:
            return {}
        for index in self.severities:
            x, zero = layout.to_pixels(Place(index, 0.0))
            end = layout.to_pixels(Place(index, float(sample.logits[index])))[1]
            away = (BEYOND_GRIP if abs(end - zero) < SHORT * size else AWAY) * size
            y = zero - away if end > zero else zero + away
            if plot.y + SIZE <= y <= plot.bottom - SIZE:
                found[index] = QPointF(x, y)
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._canvas.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        severities, places = self.severities, self.places()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale(), scale())
            for index, place in places.items():
                draw_severity(painter, self.theme, severities[index], place / scale())
