"""Clipping in SVG: Qt's generator leaves it out, so it is marked while painting and put in afterwards.

A mark is a rectangle in a colour that nothing else has; where it stands in the text, a clipped group begins
or ends.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

BEGIN: Final = "#01c1b0"
END: Final = "#01c1b1"
_GROUP: Final = re.compile(rf'<g fill="({BEGIN}|{END})"([^>]*)>(.*?)</g>', re.DOTALL)
_RECTANGLE: Final = re.compile(r"<rect\b[^>]*/>")
_TRANSFORM: Final = re.compile(r'transform="[^"]*"')


def mark_begin(painter: QPainter, rectangle: QRectF) -> None:
    """Mark that what follows is cut at a rectangle."""
    _mark(painter, rectangle, BEGIN)


def mark_end(painter: QPainter) -> None:
    """Mark that the last cut that began ends."""
    _mark(painter, QRectF(0.0, 0.0, 1.0, 1.0), END)


def _mark(painter: QPainter, rectangle: QRectF, code: str) -> None:
    painter.save()
    painter.setOpacity(1.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(code))
    painter.drawRect(rectangle)
    painter.restore()


def with_clips(svg: bytes) -> bytes:
    """Return an SVG drawing with clipped groups in the place of the marks."""
    count = 0

    def groups(match: re.Match[str]) -> str:
        nonlocal count
        rectangles = _RECTANGLE.findall(match[3])
        if match[1] == END:
            return "</g>" * len(rectangles)
        transform = _TRANSFORM.search(match[2])
        made = ""
        for rectangle in rectangles:
            count += 1
            placed = rectangle.replace("<rect", f"<rect {transform[0]}" if transform else "<rect", 1)
            made += f'<defs><clipPath id="clip{count}">{placed}</clipPath></defs>'
            made += f'<g clip-path="url(#clip{count})">'
        return made

    return _GROUP.sub(groups, svg.decode("utf-8")).encode("utf-8")
