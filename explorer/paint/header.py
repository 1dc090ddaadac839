"""The head of a card: title, subtitle and a small text at the right; and the empty card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt

from explorer.paint.fonts import font, is_chinese
from explorer.paint.surface import colour
from explorer.paint.text import clauses, elided, width_of, write
from explorer.plots.layout import HEADER, PADDING, Box

if TYPE_CHECKING:
    from explorer.paint.surface import Surface

BUTTON: Final = 36.0  # left free at the right for the card's own button
SECOND_BUTTON: Final = 24.0  # and for each beside it: one closes the card or opens its menu, one the lesson
EDITOR: Final = "logits"  # the card that is never closed
BETWEEN: Final = 12.0
ABOUT_RISE: Final = 2.0  # the sentence stands a little nearer to the title than the plot to it
LEAST: Final = 24.0  # room that is worth a cut subtitle
_MIDDLE: Final = HEADER / 2 + 1


def draw_title(surface: Surface) -> None:
    """Write title and corner; what does not fit is left out, the title last, and then cut."""
    figure = surface.layout.figure
    if not figure.title:
        return
    _, _, corner = _room(surface)
    title_room = max(_end(surface) - PADDING, 8.0)
    write(surface, PADDING, _MIDDLE, figure.title, size="title", colour="ink", room=title_room)
    write(surface, _end(surface), _MIDDLE, corner, size="name", colour="mut", anchor="right")
    if figure.about:
        _draw_about(surface, figure.about)


def _draw_about(surface: Surface, text: str) -> None:
    """Say under the title what one sees, in the lines that the layout keeps free."""
    painter, body = surface.painter, surface.layout.body
    painter.setFont(font("name"))
    painter.setPen(colour(surface.theme.colour("mut")))
    room = QRectF(PADDING, HEADER - ABOUT_RISE, body.width - 2 * PADDING, body.y - HEADER + ABOUT_RISE)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap), text)


def draw_subtitle(surface: Surface) -> None:
    """Write the subtitle between title and corner, as many of its clauses as have room."""
    figure = surface.layout.figure
    if not figure.title or not figure.subtitle:
        return
    left, right, _ = _room(surface)
    if right - left > LEAST:
        words = clauses(figure.subtitle, "name", right - left)
        write(
            surface, left, _MIDDLE, words, size="name", colour="mut", room=right - left,
            whole=figure.details or figure.subtitle,
        )  # fmt: skip


def _end(surface: Surface) -> float:
    """Return where the card's buttons begin."""
    figure = surface.layout.figure
    others = int(figure.has_menu or figure.key != EDITOR) + bool(figure.about)
    return surface.layout.card.width - BUTTON - others * SECOND_BUTTON - figure.header_room


def _room(surface: Surface) -> tuple[float, float, str]:
    """Return from where to where a subtitle may reach, and the corner's text, "" where it has no room."""
    figure, right = surface.layout.figure, _end(surface)
    title = elided(figure.title, "title", max(right - PADDING, 8.0))
    left = PADDING + width_of(title, "title") + BETWEEN
    corner = figure.corner or figure.hint
    taken = width_of(corner, "name") if corner else 0.0
    if corner and right - taken > left:
        return left, right - taken - BETWEEN, corner
    return left, right, ""


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
