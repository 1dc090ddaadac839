"""One line of text in a panel that paints its own words, centred on the height of its capitals."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from explorer.paint.fonts import font, is_chinese, metrics
from explorer.paint.surface import colour
from explorer.paint.text import SHIFT, elided, width_of
from explorer.ui.scaling import scale
from explorer.wording import HAN, language

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from explorer.paint.theme import Theme
    from explorer.plots.figure import Anchor, Size

_STEP = 8.0  # pixels by which lines are made narrower while they stay as many
_SPACE = "\u3000"
_BEGIN, _END = "（“‘《「", "，。：；？！、）”’》」…"  # marks that end no line, and that begin none
_UNIT = re.compile(rf"[{_BEGIN}]*(?:{HAN.pattern}|[^\u3400-\u9fff{_BEGIN}{_END}]+)?[{_END}]*")


def at_1(painter: QPainter, rect: QRect) -> QRectF:
    """Let a painter paint at the scale in use; return a rectangle in the units that it then has."""
    size = scale()
    painter.scale(size, size)
    return QRectF(rect.x() / size, rect.y() / size, rect.width() / size, rect.height() / size)


def write(
    painter: QPainter,
    theme: Theme,
    x: float,
    y: float,
    text: str,
    *,
    size: Size = "body",
    colour_of: str = "ink2",
    anchor: Anchor = "left",
    bold: bool = False,
    mono: bool = False,
    room: float = 0.0,
) -> float:
    """Write a line whose capitals are centred on y, cut when wider than `room` (0: never); its width.

    x: of the anchor, in logical pixels; colour_of: a role of the theme.
    """
    if not text:
        return 0.0
    if room:
        text = elided(text, size, room, bold, mono)
    width = width_of(text, size, bold, mono)
    chinese = is_chinese(text)
    capitals = metrics(size, bold, mono, chinese)[2]
    painter.setFont(font(size, bold, mono, chinese))
    painter.setPen(colour(theme.colour(colour_of)))
    # on whole pixels: letters that start between two look blurred at scale 1
    painter.drawText(QPointF(round(x - SHIFT[anchor] * width), round(y + capitals / 2)), text)
    return width


def level(text: str) -> str:
    """Return the text of a table's cell, which has a line as high as Chinese in the cell beside it.

    Lines of Latin letters alone are lower; a Chinese space makes them as high.
    """
    is_lower = language() == "zh" and text and not is_chinese(text)
    return f"{text}{_SPACE}" if is_lower else text


@lru_cache(maxsize=256)
def wrapped(text: str, size: Size, room: float, lines: int) -> tuple[str, ...]:
    """Break a text into lines no wider than `room`, of like width; beyond the last it is elided."""
    made = filled(text, size, room, lines)
    narrower, whole = made, text.replace(" ", "")
    while len(narrower) == len(made) > 1 and room > 0 and "".join(narrower).replace(" ", "") == whole:
        made, room = narrower, room - _STEP
        narrower = filled(text, size, room, lines)
    return made


def filled(text: str, size: Size, room: float, lines: int, bold: bool = False) -> tuple[str, ...]:
    """Fill one line after the other with words; beyond the last, and a word too wide, is elided."""
    rest, made = _parts(text), list[str]()
    while rest and len(made) < lines:
        last = len(made) == lines - 1
        count = len(rest) if last else _fitting(rest, size, room, bold)
        made.append(elided("".join(rest[:count]).strip(), size, room, bold))
        rest = rest[count:]
    return tuple(made)


def _parts(text: str) -> list[str]:
    """Split a text where a line may end, each part with the space before it.

    That is between words, and in Chinese between letters, but for marks that begin or end no line.
    """
    parts = list[str]()
    for word in text.split():
        units = [unit for unit in _UNIT.findall(word) if unit] if HAN.search(word) else [word]
        parts += [f" {units[0]}" if parts else units[0], *units[1:]]
    return parts


def _fitting(parts: list[str], size: Size, room: float, bold: bool) -> int:
    """Count how many parts fit, at least one."""
    width, space = width_of(parts[0].strip(), size, bold), width_of(" ", size, bold)
    for count, part in enumerate(parts[1:], 1):
        width += space * part.startswith(" ") + width_of(part.strip(), size, bold)
        if width > room:
            return count
    return len(parts)
