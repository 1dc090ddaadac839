"""Where the texts of a window lie: a walk over its widgets, and a record of what is painted by hand.

Texts that are painted go through `QPainter.drawText` or `drawStaticText`. While `recording` they are
noted with the rectangle of their ink, in the coordinates of the device that they are painted on.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QSlider, QWidget

from explorer.paint.painter import paint
from explorer.ui.cards.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Iterator

SLACK = 0.75  # pixels by which rectangles of ink may touch: antialiasing and rounding
EVERYWHERE = QRectF(-1e6, -1e6, 2e6, 2e6)
CONTROLS = (QLabel, QAbstractButton, QLineEdit, QSlider)


@dataclass(frozen=True)
class Written:
    """A text and where its ink is."""

    text: str
    ink: QRectF

    def touches(self, other: QRectF) -> bool:
        """Whether the ink lies over a rectangle by more than the slack."""
        return self.ink.adjusted(SLACK, SLACK, -SLACK, -SLACK).intersects(other)

    def __str__(self) -> str:
        ink = self.ink
        return f"“{self.text}” ({ink.x():.0f}, {ink.y():.0f}, {ink.width():.0f} x {ink.height():.0f})"


def _noted(painter: QPainter, baseline: QPointF, text: str) -> Written:
    ink = QFontMetricsF(painter.font()).tightBoundingRect(text).translated(baseline)
    return Written(text, painter.deviceTransform().mapRect(ink).intersected(_seen(painter)))


def _seen(painter: QPainter) -> QRectF:
    """Return where ink is seen: what a widget paints where it is scrolled away is not."""
    device = painter.device()
    return QRectF(seen_place(device, device.window())) if isinstance(device, QWidget) else EVERYWHERE


@contextmanager
def recording(monkeypatch) -> Iterator[list[Written]]:
    """Note every text that Python code paints, whichever painter it uses."""
    found: list[Written] = []
    draw_text, draw_static = QPainter.drawText, QPainter.drawStaticText

    def text(painter, *arguments):
        if len(arguments) == 2 and isinstance(arguments[0], QPointF | QPoint):
            found.append(_noted(painter, QPointF(arguments[0]), arguments[1]))
        elif isinstance(arguments[0], QRect | QRectF):  # a paragraph in a frame
            frame = painter.boundingRect(QRectF(arguments[0]), *arguments[1:3])
            found.append(Written(arguments[2], painter.deviceTransform().mapRect(frame)))
        return draw_text(painter, *arguments)

    def static(painter, place, laid_out):
        ascent = QFontMetricsF(painter.font()).ascent()
        found.append(_noted(painter, QPointF(place) + QPointF(0, ascent), laid_out.text()))
        return draw_static(painter, place, laid_out)

    with monkeypatch.context() as patch:
        patch.setattr(QPainter, "drawText", text)
        patch.setattr(QPainter, "drawStaticText", static)
        yield found


def of_figure(canvas: Canvas, monkeypatch) -> list[Written]:
    """Return the texts of a card's figure, in the card's coordinates."""
    picture = QImage(canvas.size(), QImage.Format.Format_ARGB32_Premultiplied)
    with recording(monkeypatch) as found:
        painter = QPainter(picture)
        paint(canvas.figure, painter, QRectF(canvas.rect()), canvas.theme, canvas.ui_scale)
        painter.end()
    return found


def of_panels(window: QWidget, monkeypatch) -> list[Written]:
    """Return the texts that panels and controls paint by hand, in the window's coordinates."""
    with monkeypatch.context() as patch, recording(monkeypatch) as found:
        patch.setattr(Canvas, "_paint", lambda canvas, painter: None)  # virtual methods are cached by Qt
        window.grab()
    seen = (each for each in found if not each.ink.isEmpty())
    return [each for each in seen if window.rect().contains(each.ink.center().toPoint())]


def place(widget: QWidget, window: QWidget) -> QRect:
    """Return where a widget is in its window."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def seen_place(widget: QWidget, window: QWidget) -> QRect:
    """Return where what is seen of a widget is: what is scrolled away lies on nothing."""
    seen = widget.visibleRegion().boundingRect()
    return seen.translated(widget.mapTo(window, QPoint(0, 0)))


def controls(window: QWidget) -> list[QWidget]:
    """Return every label, button, field and slider that is seen."""
    found = [widget for kind in CONTROLS for widget in window.findChildren(kind)]
    return [each for each in found if each.isVisible() and not each.visibleRegion().isEmpty()]


def overlaps(texts: list[Written]) -> list[str]:
    """Say which texts lie on each other; one that is painted twice in two colours is one."""
    return [
        f"{first} lies on {second}"
        for first, second in combinations(texts, 2)
        if first != second
        if first.touches(second.ink.adjusted(SLACK, SLACK, -SLACK, -SLACK))
    ]


def outside(texts: list[Written], area: QRectF) -> list[str]:
    """Say which texts leave an area."""
    grown = area.adjusted(-SLACK, -SLACK, SLACK, SLACK)
    return [
        f"{each} leaves {area.width():.0f} x {area.height():.0f}"
        for each in texts
        if not grown.contains(each.ink)
    ]


def over_handles(canvas: Canvas, texts: list[Written]) -> list[str]:
    """Say which texts lie on a handle; a text that is wholly inside is the handle's own."""
    layout, found = canvas.layout_of_figure, []
    if canvas.figure.note:
        return found
    for handle in canvas.figure.handles:
        box = layout.box(handle)
        shape = QRectF(box.x, box.y, box.width, box.height)
        own = shape.adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if handle.shape in ("grip", "chip", "cursor"):
            found += [
                f"{each} lies on {handle.id}"
                for each in texts
                if each.touches(shape) and not own.contains(each.ink)
            ]
    return found


def cut(widget: QWidget) -> str:
    """Say what of a control's text is cut without a tool tip that has it whole; "" when all is well."""
    text = widget.text() if not isinstance(widget, QSlider) else ""
    words = text.replace("&", "")
    if not words or (isinstance(widget, QAbstractButton) and not isinstance(widget, QPushButton)):
        return ""  # painted by hand: `of_panels` sees those
    if isinstance(widget, QLabel) and widget.wordWrap():
        fits = widget.heightForWidth(widget.width()) <= widget.height()
    elif isinstance(widget, QPushButton):
        wanted = QFontMetrics(widget.font()).horizontalAdvance(words)
        fits = wanted <= widget.contentsRect().width() and widget.fontMetrics().height() <= widget.height()
    else:
        metrics = QFontMetrics(widget.font())
        room = widget.contentsRect().width() - (8 if isinstance(widget, QLineEdit) else 0)
        fits = metrics.horizontalAdvance(words) <= room and metrics.height() <= widget.height() + 2
    elided = words.endswith("…")
    tip = widget.tip if hasattr(widget, "tip") else widget.toolTip()
    if not fits:
        return f"{type(widget).__name__} “{words}” does not fit {widget.width()} x {widget.height()}"
    return f"{type(widget).__name__} “{words}” is elided without a tool tip" if elided and not tip else ""


def collisions(window: QWidget) -> list[str]:
    """Say which controls lie on each other or leave the widget that carries them."""
    found, seen = [], controls(window)
    places = {each: seen_place(each, window) for each in seen}
    for first, second in combinations(seen, 2):
        if first.isAncestorOf(second) or second.isAncestorOf(first):
            continue
        if places[first].intersects(places[second]):
            found.append(f"{_said(first)} {places[first]} lies on {_said(second)} {places[second]}")
    for each in seen:
        carrier = each.parentWidget()
        if carrier is not None and not carrier.rect().contains(each.geometry()):
            found.append(f"{_said(each)} {each.geometry()} leaves {_said(carrier)} {carrier.rect()}")
    return found


def _said(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    return f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()} {text!r}"
