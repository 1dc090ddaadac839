"""A figure on any device: the one function behind screen, PNG, SVG and PDF."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from explorer.paint.axes import (
    draw_grid,
    draw_lit_title,
    draw_x_texts,
    draw_y_texts,
    pills_near_texts,
)
from explorer.paint.handles import draw_handles, draw_hovered_column, hovered_column, resting_beside
from explorer.paint.header import draw_note, draw_subtitle, draw_title
from explorer.paint.marks import draw_band, draw_marks, smooth
from explorer.paint.order import parts_of
from explorer.paint.surface import Surface
from explorer.plots.figure import NO_INTERACTION, Band
from explorer.plots.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from explorer.paint.axes import AxisName
    from explorer.paint.order import Halos, Zero
    from explorer.paint.theme import Theme
    from explorer.paint.underlay import Underlay
    from explorer.plots.figure import Figure, Interaction, Mark


def paint(
    figure: Figure,
    painter: QPainter,
    rectangle: QRectF,
    theme: Theme,
    scale: float = 1.0,
    interaction: Interaction = NO_INTERACTION,
    underlay: Underlay | None = None,
) -> None:
    """Draw a figure inside a rectangle of the painter; the ground and frame are the card's.

    rectangle: in the painter's units, any size; scale: UI scale by which everything grows. underlay: keeps
    what stays from frame to frame, for screens; it then draws the ground too.
    """
    width, height = rectangle.width() / scale, rectangle.height() / scale
    if width <= 0 or height <= 0:
        return
    layout = Layout(figure, width, height)

    def under(device: QPainter) -> None:
        with _surface(device, rectangle, theme, scale, layout) as surface:
            _draw_under(surface, interaction)

    def over(device: QPainter, some: Sequence[Mark | Zero | Halos]) -> None:
        with _surface(device, rectangle, theme, scale, layout) as surface:
            draw_marks(surface, some)

    parts, held = [] if figure.note else parts_of(figure), 0
    if underlay is None:
        under(painter)
    else:
        shows = _under_shows(layout, scale, interaction)
        # texts that give way to a cursor come before the data, so that none of these can stay
        staying = [] if pills_near_texts(layout) else parts
        held = underlay.draw(painter, rectangle, theme, shows, under, staying, over)
    with _surface(painter, rectangle, theme, scale, layout) as surface:
        _draw_over(surface, interaction, parts[held:])


def paint_over(
    marks: Sequence[Mark],
    figure: Figure,
    painter: QPainter,
    rectangle: QRectF,
    theme: Theme,
    scale: float = 1.0,
    lit: AxisName | None = None,
) -> None:
    """Draw marks over a figure that is painted already, and one axis' title as what a click acts on."""
    width, height = rectangle.width() / scale, rectangle.height() / scale
    if width <= 0 or height <= 0 or figure.note:
        return
    with _surface(painter, rectangle, theme, scale, Layout(figure, width, height)) as surface:
        draw_marks(surface, marks)
        if lit is not None:
            draw_lit_title(surface, lit)


@contextmanager
def _surface(
    painter: QPainter, rectangle: QRectF, theme: Theme, scale: float, layout: Layout
) -> Iterator[Surface]:
    """Give the surface of a rectangle; the painter is as before when it is left."""
    painter.save()
    try:
        smooth(painter)
        painter.setClipRect(rectangle, Qt.ClipOperation.IntersectClip)
        painter.translate(rectangle.topLeft())
        painter.scale(scale, scale)
        yield Surface(painter, theme, layout)
    finally:
        painter.restore()


def _draw_under(surface: Surface, interaction: Interaction) -> None:
    """Draw what stays while something is dragged."""
    figure = surface.layout.figure
    draw_title(surface)
    if figure.note:
        return
    draw_hovered_column(surface, interaction)
    for mark in _bands(figure):
        draw_band(surface, mark)
    draw_grid(surface)
    draw_x_texts(surface)
    if not pills_near_texts(surface.layout):
        draw_y_texts(surface, [])
    draw_marks(surface, _still(surface.layout))
    draw_handles(surface, interaction, resting_beside(surface.layout, interaction))


def _under_shows(layout: Layout, scale: float, interaction: Interaction) -> Hashable:
    """Return all that `_draw_under` depends on: what it draws must be named here."""
    figure = layout.figure
    head = (figure.title, figure.corner, figure.hint, figure.about, figure.has_menu, bool(figure.note))
    if figure.note:
        return head, scale
    return (
        head,
        scale,
        *(figure.x, figure.y, figure.margins, figure.narrow, figure.keep_aspect),
        tuple(_bands(figure)),
        hovered_column(layout, interaction),
        bool(pills_near_texts(layout)),
        _still(layout),
        resting_beside(layout, interaction),
    )


def _still(layout: Layout) -> tuple[Mark, ...]:
    """Return the marks under all others."""
    figure = layout.figure
    return figure.still if layout.is_narrow else (*figure.still, *figure.aside)


def _draw_over(surface: Surface, interaction: Interaction, parts: Sequence[Mark | Zero | Halos]) -> None:
    """Draw what may change with every frame: these parts of the data, and the texts that give way to it."""
    figure = surface.layout.figure
    draw_subtitle(surface)
    if figure.note:
        draw_note(surface)
        return
    pills = pills_near_texts(surface.layout)
    if pills:
        draw_y_texts(surface, pills)
    draw_marks(surface, parts)
    resting = set(map(id, resting_beside(surface.layout, interaction)))
    draw_handles(surface, interaction, [each for each in figure.handles if id(each) not in resting])


def _bands(figure: Figure) -> Iterator[Band]:
    return (mark for mark in figure.marks if isinstance(mark, Band))
