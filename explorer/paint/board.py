"""A board on any device: the cards of a sheet with their ground and frame as on the desk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from explorer.paint.export import Drawing, zoom_of
from explorer.paint.painter import paint
from explorer.paint.surface import Tools
from explorer.paint.text import width_of
from explorer.paint.text import write as write_line
from explorer.plots.board import places
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.paint.theme import Theme
    from explorer.plots.board import Board
    from explorer.plots.layout import Box

RADIUS: Final = 8.0
BETWEEN: Final = 12.0


def drawing_of_board(board: Board, theme: Theme, font_size: float | None = None) -> Drawing:
    """Return a sheet of cards; font_size: points of body text, see `export.zoom_of`."""
    zoom = zoom_of(font_size)
    words = "\n".join(
        say("{title}: {words}", title=figure.title, words=figure.description) for figure in board.figures
    )
    return Drawing(board.title, words, lambda painter, area: draw_board(board, painter, area, theme, zoom))


def draw_board(board: Board, painter: QPainter, area: QRectF, theme: Theme, scale: float = 1.0) -> None:
    """Draw a board over a rectangle of the painter; scale: by which everything grows."""
    sheet = places(len(board.figures), area.width() / scale, area.height() / scale)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(area, QColor(theme.colour("bg")))
    painter.translate(area.topLeft())
    painter.scale(scale, scale)
    tools = Tools(painter, theme)
    _draw_lines(board, tools, sheet.title, sheet.footer)
    for figure, place in zip(board.figures, sheet.cards, strict=True):
        tools.both("card", "line")
        tools.pill(place.grown(-0.5), RADIUS)
        inside = QRectF(place.x, place.y, place.width, place.height)
        paint(replace(figure, hint="", has_menu=False), painter, inside, theme)
    painter.restore()


def _draw_lines(board: Board, tools: Tools, title: Box, footer: Box) -> None:
    """Write the title, what stands at its right while there is room, and the line under the cards."""
    middle = title.y + title.height / 2
    aside = max(min(width_of(board.aside, "name"), title.width / 2), 1.0)
    room = max(title.width - aside - BETWEEN, 1.0)
    write_line(tools, title.x, middle, board.title, size="title", colour="ink", room=room)
    write_line(tools, title.right, middle, board.aside, size="name", colour="mut", anchor="right", room=aside)
    middle = footer.y + footer.height / 2
    write_line(tools, footer.x, middle, board.footer, size="name", colour="mut", room=footer.width)
