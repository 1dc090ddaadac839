"""The head of a card: title, subtitle and a small text at the right; and the empty card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt

from explorer.paint.fonts import font, is_chinese
from explorer.paint.surface import colour
from explorer.paint.text import width_of, write
from explorer.plots.layout import HEADER, PADDING, Box

if TYPE_CHECKING:
    from explorer.paint.surface import Surface

BUTTON: Final = 36.0  # left free at the right for the card's own button
SECOND_BUTTON: Final = 26.0  # and for the one beside it, where there is one
_MIDDLE: Final = HEADER / 2 + 1


def draw_header(surface: Surface) -> None:
    """Write title, subtitle and corner; what does not fit is elided, the title last."""
    figure, width = surface.layout.figure, surface.layout.card.width
    if not figure.title:
        return
    right = width - BUTTON - (SECOND_BUTTON if figure.has_menu else 0.0)
    title_room = max(right - PADDING, 8.0)
    used = write(surface, PADDING, _MIDDLE, figure.title, size="title", colour="ink", room=title_room)
    left = PADDING + used + 12
    corner = figure.corner or figure.hint
    taken = width_of(corner, "name") if corner else 0.0
    if corner and right - taken > left:
        write(surface, right, _MIDDLE, corner, size="name", colour="mut", anchor="right")
        right -= taken + 12
    if right - left > 24:
        write(surface, left, _MIDDLE, figure.subtitle, size="name", colour="mut", room=right - left)


def draw_note(surface: Surface) -> None:
    """Draw an empty card: a dashed frame with what is missing."""
    body = surface.layout.body
    top = 0.0 if surface.layout.figure.title else PADDING
    frame = Box(body.x + PADDING, body.y + top, body.width - 2 * PADDING, body.height - PADDING - top)
    if frame.width <= 0 or frame.height <= 0:
        return
    surface.fill("sunk")
    surface.pill(frame, 8.0)
    surface.stroke("edge", 1.0, (4.0, 3.0))
    surface.pill(frame.grown(-0.5), 8.0)
    note, painter = surface.layout.figure.note, surface.painter
    painter.setFont(font("body", chinese=is_chinese(note)))
    painter.setPen(colour(surface.theme.colour("ink2")))
    inside = frame.grown(-PADDING)
    flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
    painter.drawText(QRectF(inside.x, inside.y, inside.width, inside.height), flags, note)
