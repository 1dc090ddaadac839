"""A figure on any device: the one function behind screen, PNG, SVG and PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from explorer.paint.axes import draw_grid, draw_texts, draw_zero
from explorer.paint.handles import cursor_pills, draw_handles, draw_hovered_column
from explorer.paint.header import draw_header, draw_note
from explorer.paint.marks import draw_band, draw_halo, draw_marks, smooth
from explorer.paint.surface import Surface
from explorer.plots.figure import (
    NO_INTERACTION,
    Band,
    Image,
    Line,
    Points,
    Rectangles,
    Ribbon,
    Segments,
)
from explorer.plots.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QPainter

    from explorer.paint.theme import Theme
    from explorer.plots.figure import Figure, Interaction, Mark

_CURVES = (Line, Segments, Points)
_BELOW_ZERO = (Image, Rectangles, Ribbon)  # the zero line lies on bars and under curves


def paint(
    figure: Figure,
    painter: QPainter,
    rectangle: QRectF,
    theme: Theme,
    scale: float = 1.0,
    interaction: Interaction = NO_INTERACTION,
) -> None:
    """Draw a figure inside a rectangle of the painter; the ground and frame are the card's.

    rectangle: in the painter's units, any size; scale: UI scale by which everything grows.
    """
    width, height = rectangle.width() / scale, rectangle.height() / scale
    if width <= 0 or height <= 0:
        return
    painter.save()
    try:
        smooth(painter)
        painter.setClipRect(rectangle, Qt.ClipOperation.IntersectClip)
        painter.translate(rectangle.topLeft())
        painter.scale(scale, scale)
        surface = Surface(painter, theme, Layout(figure, width, height))
        draw_header(surface)
        if figure.note:
            draw_note(surface)
        else:
            _draw_plot(surface, interaction)
    finally:
        painter.restore()


def _draw_plot(surface: Surface, interaction: Interaction) -> None:
    figure = surface.layout.figure
    draw_hovered_column(surface, interaction)
    for mark in figure.marks:
        if isinstance(mark, Band):
            draw_band(surface, mark)
    draw_grid(surface)
    draw_texts(surface, cursor_pills(surface))
    aside = () if surface.layout.is_narrow else figure.aside
    _draw_marks(surface, [mark for mark in (*figure.marks, *aside) if not isinstance(mark, Band)])
    draw_handles(surface, interaction)


def _draw_marks(surface: Surface, marks: list[Mark]) -> None:
    """Draw marks in order, the zero line between areas and what follows them."""
    has_zero = False
    for run in _runs(marks):
        if not has_zero and not isinstance(run[0], _BELOW_ZERO):
            draw_zero(surface)
            has_zero = True
        _draw_run(surface, run)
    if not has_zero:
        draw_zero(surface)


def _runs(marks: Iterable[Mark]) -> Iterator[list[Mark]]:
    """Gather neighbouring curves and markers; every other mark stands alone."""
    run: list[Mark] = []
    for mark in marks:
        if run and not (isinstance(mark, _CURVES) and isinstance(run[-1], _CURVES)):
            yield run
            run = []
        run.append(mark)
    if run:
        yield run


def _draw_run(surface: Surface, run: list[Mark]) -> None:
    """Draw all halos, then all curves, then all markers: a halo never erases a neighbour."""
    haloed = [mark for mark in run if isinstance(mark, Line) and mark.halo]
    if haloed:
        with surface.clipped(surface.layout.plot.grown(2.0)):
            for mark in haloed:
                draw_halo(surface, mark)
    draw_marks(surface, sorted(run, key=lambda mark: isinstance(mark, Points)))
