"""One line of text: measured, elided and centred on the height of its capitals."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText, QTransform

from explorer.paint.cuts import tell
from explorer.paint.fonts import font, is_chinese, line_of, metrics
from explorer.paint.surface import colour as shared_colour

if TYPE_CHECKING:
    from explorer.paint.surface import Tools
    from explorer.plots.figure import Anchor, Size

SHIFT: dict[Anchor, float] = {"left": 0.0, "center": 0.5, "right": 1.0}
COMMAS: Final = (", ", "，")
_RIM: Final = 2.0  # of a halo, beside the text, above its capitals and under its baseline


@lru_cache(maxsize=4096)
def width_of(text: str, size: Size, bold: bool = False, mono: bool = False) -> float:
    """Return the width of a text in logical pixels at scale 1."""
    measured: QFontMetricsF = metrics(size, bold, mono, is_chinese(text))[0]
    return float(measured.horizontalAdvance(text))


@lru_cache(maxsize=2048)
def elided(text: str, size: Size, room: float, bold: bool = False, mono: bool = False) -> str:
    """Return the text, cut with an ellipsis when it is wider than `room` pixels."""
    if width_of(text, size, bold, mono) <= room:
        return text
    measured = metrics(size, bold, mono, is_chinese(text))[0]
    cut = measured.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0.0))
    return cut if cut != "…" or len(text) > 1 else text


def clauses(text: str, size: Size, room: float) -> str:
    """Return a text up to the last comma before which it fits; whole where no part fits."""
    part = text
    while width_of(part, size) > room:
        comma = max(part.rfind(sign) for sign in COMMAS)
        if comma < 0:
            return text
        part = part[:comma]
    return part


class _Set(NamedTuple):
    """A text laid out for one face and device ratio."""

    layout: QStaticText
    font: QFont
    width: float
    ascent: float
    middle: float  # half the height of its capitals


@lru_cache(maxsize=4096)
def _set(text: str, size: Size, bold: bool, mono: bool, ratio: float) -> _Set:
    chinese = is_chinese(text)
    face = font(size, bold, mono, chinese)
    layout = QStaticText(text)
    layout.setTextFormat(Qt.TextFormat.PlainText)
    layout.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    layout.prepare(QTransform.fromScale(ratio, ratio), face)
    _, ascent, capitals = metrics(size, bold, mono, chinese)
    if chinese:  # a line of two faces is as high as the higher one
        ascent = line_of(text, face)[0]
    return _Set(layout, face, width_of(text, size, bold, mono), ascent, capitals / 2)


def write(
    surface: Tools,
    x: float,
    y: float,
    text: str,
    *,
    size: Size = "body",
    colour: str = "ink2",
    anchor: Anchor = "left",
    bold: bool = False,
    mono: bool = False,
    halo: bool = False,
    room: float = 0.0,
    whole: str = "",
) -> float:
    """Write a line whose capitals are centred on y; return its width.

    x: of the anchor; room: width beyond which the text is elided (0: never). whole: what it is a part of,
    where it was cut already.
    """
    if not text:
        return 0.0
    whole = whole or text
    if room:
        text = elided(text, size, room, bold, mono)
    line = _set(text, size, bold, mono, surface.ratio)
    left = surface.snap(x - SHIFT[anchor] * line.width)
    baseline = surface.snap(y + line.middle)
    painter = surface.painter
    if text != whole:
        tell(painter, left, y, line.width, whole)
    painter.setFont(line.font)
    if halo:
        _clear(surface, left, baseline, line)
    painter.setPen(shared_colour(surface.theme.colour(colour)))
    if surface.raster:
        painter.drawStaticText(QPointF(left, baseline - line.ascent), line.layout)
    else:
        painter.drawText(QPointF(left, baseline), text)
    return line.width


def _clear(surface: Tools, left: float, baseline: float, line: _Set) -> None:
    """Clear the text's box in the card's colour: on data, no stroke is read as one between its letters."""
    height = 2 * line.middle + 2 * _RIM
    box = QRectF(left - _RIM, baseline - height + _RIM, line.width + 2 * _RIM, height)
    surface.painter.fillRect(box, shared_colour(surface.theme.colour("card")))
