"""Axes without strokes: titles, ticks, a faint grid behind the data and a strong zero."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, Final, Literal

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from explorer.paint.spread import thin
from explorer.paint.strokes import draw_lines
from explorer.paint.text import clauses, elided, width_of, write
from explorer.plots.layout import PADDING, Box

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.paint.surface import Surface
    from explorer.plots.figure import Axis, Size, Tick
    from explorer.plots.layout import Layout

AxisName = Literal["x", "y"]

TICK_LINE: Final = 13.0  # centre of the x ticks under the plot
TICK_GAP: Final = 7.0  # between y ticks and plot
TITLE_LINE: Final = 8.0  # centre of the y title under the header
OWN_COLUMN: Final = 48.0  # columns as wide as this each show their name, cut if need be
LEAST_NAME: Final = 60.0  # in narrower ones, names cut to less than this are thinned instead
_ROW: Final = 13.0  # least distance of two y ticks


def draw_grid(surface: Surface) -> None:
    """Draw a faint line at each tick of the axes that ask for it."""
    figure, plot = surface.layout.figure, surface.layout.plot
    surface.stroke("grid", 1.0)
    if figure.y.grid and figure.y.ticks:
        y = _sharp(surface, surface.layout.down([tick.at for tick in _within(figure.y)]))
        draw_lines(surface.painter, np.full_like(y, plot.x), y, np.full_like(y, plot.right), y)
    if figure.x.grid and figure.x.ticks:
        x = _sharp(surface, surface.layout.across([tick.at for tick in _within(figure.x)]))
        draw_lines(surface.painter, x, np.full_like(x, plot.y), x, np.full_like(x, plot.bottom))


def draw_zero(surface: Surface) -> None:
    """Draw the zero line of the axes that ask for it, when zero is in sight."""
    figure, plot, layout = surface.layout.figure, surface.layout.plot, surface.layout
    surface.stroke("ink", 1.2)
    if figure.y.zero and _holds(figure.y, 0.0):
        y = float(_sharp(surface, layout.down([0.0]))[0])
        surface.painter.drawLine(QPointF(plot.x, y), QPointF(plot.right, y))
    if figure.x.zero and _holds(figure.x, 0.0):
        x = float(_sharp(surface, layout.across([0.0]))[0])
        surface.painter.drawLine(QPointF(x, plot.y), QPointF(x, plot.bottom))


def _sharp(surface: Surface, values: np.ndarray) -> np.ndarray:
    """Move lines of one pixel onto pixels, so that antialiasing does not smear them over two."""
    return (np.floor(values * surface.ratio) + 0.5) / surface.ratio


def _holds(axis: Axis, value: float) -> bool:
    low, high = min(axis.low, axis.high), max(axis.low, axis.high)
    slack = 1e-9 * (high - low)
    return low - slack <= value <= high + slack


def _within(axis: Axis) -> list[Tick]:
    return [tick for tick in axis.ticks if _holds(axis, tick.at)]


def draw_y_texts(surface: Surface, pills: list[Box]) -> None:
    """Write title and ticks of the y axis; `pills` are the heads of cursors, which they avoid."""
    figure = surface.layout.figure
    _y_title(surface, figure.y.title, pills)
    _y_ticks(surface, figure.y, pills)


def pills_near_texts(layout: Layout) -> list[Box]:
    """Return the heads of the cursors, where title or ticks of the y axis might have to give way to one."""
    figure = layout.figure
    pills = [layout.box(handle) for handle in figure.handles if handle.shape == "cursor"]
    reach = max(layout.plot.x, PADDING + width_of(figure.y.title, "tick") + 4)
    return pills if any(pill.x < reach for pill in pills) else []


def _y_title(surface: Surface, title: str, pills: list[Box]) -> None:
    """Write the y title at the top left, to the right of a cursor's head that lies there, if it fits."""
    layout = surface.layout
    left, middle = PADDING, layout.body.y + TITLE_LINE
    width = width_of(title, "tick")
    for pill in pills:
        if pill.x < left + width + 4 and pill.right > left and pill.y < middle + 6:
            left = pill.right + 6
    if left > PADDING and left + width > layout.plot.right:
        return  # pushed aside by a pill it would lie on the labels beside the curves
    room = layout.card.width - left - PADDING
    words = clauses(title, "tick", room)
    write(surface, left, middle, words, size="tick", colour="mut", room=room, whole=title)


def title_box(layout: Layout, axis: AxisName) -> Box | None:
    """Return where an axis' title stands when nothing displaces it; None where there is none.

    layout: at scale 1, as titles are measured in logical pixels.
    """
    title = layout.figure.x.title if axis == "x" else layout.figure.y.title
    if not title or layout.figure.note:
        return None
    width = width_of(title, "tick")
    if axis == "x":
        return Box(layout.plot.right - width, layout.plot.bottom + TICK_LINE - _ROW / 2, width, _ROW)
    return Box(PADDING, layout.body.y + TITLE_LINE - _ROW / 2, width, _ROW)


def draw_lit_title(surface: Surface, axis: AxisName) -> None:
    """Draw an axis' title as what the pointer is on: in ink, on the ground of what is hovered."""
    box, figure = title_box(surface.layout, axis), surface.layout.figure
    if box is None:
        return
    surface.fill("hover")
    surface.pill(Box(box.x - 4, box.y - 2, box.width + 8, box.height + 4), 4.0)
    title = figure.x.title if axis == "x" else figure.y.title
    write(surface, box.x, box.y + box.height / 2, title, size="tick", colour="ink")
    surface.stroke("ink", 1.0)
    line = surface.snap(box.bottom) + 0.5 / surface.ratio
    surface.painter.drawLine(QPointF(box.x, line), QPointF(box.right, line))


def clear_texts(surface: Surface, over: Box) -> None:
    """Take away the numbers and titles of the axes that something painted over them would cut in half."""
    layout = surface.layout
    surface.fill("card")
    for box in (*_number_boxes(layout), title_box(layout, "x"), title_box(layout, "y")):
        if box is not None and box.touches(over):
            surface.painter.drawRect(QRectF(box.x - 1, box.y, box.width + 2, box.height))


def _number_boxes(layout: Layout) -> Iterator[Box]:
    """Yield where the numbers of the axes are. Names of classes are none: what is left of one still reads."""
    line, right = layout.plot.bottom + TICK_LINE, layout.plot.x - TICK_GAP
    for tick in () if layout.figure.x.names else _within(layout.figure.x):
        width = width_of(tick.text, "tick", tick.bold)
        yield Box(float(layout.across([tick.at])[0]) - width / 2, line - _ROW / 2, width, _ROW)
    for tick in () if layout.figure.y.names else _within(layout.figure.y):
        width = width_of(tick.text, "tick", tick.bold)
        yield Box(right - width, float(layout.down([tick.at])[0]) - _ROW / 2, width, _ROW)


def _y_ticks(surface: Surface, axis: Axis, pills: list[Box]) -> None:
    layout, ticks = surface.layout, _within(axis)
    if not ticks:
        return
    heights = layout.down([tick.at for tick in ticks]).tolist()
    shown = thin(heights, [_ROW] * len(ticks), [_must_stay(axis, tick) for tick in ticks], gap=0.0)
    right, colour = layout.plot.x - TICK_GAP, "ink2" if axis.names else "mut"
    room = max(right - 2, 4.0) if axis.names else 0.0  # a cut number would be another number
    for tick, height, wanted in zip(ticks, heights, shown, strict=True):
        row = Box(0.0, height - _ROW / 2, right, _ROW)
        if wanted and not any(row.touches(pill) for pill in pills):
            write(
                surface, right, height, tick.text, size="tick", colour=colour, anchor="right", bold=tick.bold,
                room=room,
            )  # fmt: skip


def _must_stay(axis: Axis, tick: Tick) -> bool:
    return tick.keep or (tick.at == 0 and not axis.names)


def draw_x_texts(surface: Surface) -> None:
    """Write the x ticks and, at the right end of their line, the title instead of what it touches."""
    layout, axis = surface.layout, surface.layout.figure.x
    ticks = _within(axis)
    line, right = layout.plot.bottom + TICK_LINE, layout.plot.right
    title_width = width_of(axis.title, "tick") if axis.title else 0.0
    write(surface, right, line, axis.title, size="tick", colour="mut", anchor="right")
    border = right - title_width - 6 if axis.title else layout.card.width
    texts, size = _tick_texts(surface, axis, ticks)
    widths = [width_of(text, size, tick.bold) for text, tick in zip(texts, ticks, strict=True)]
    centres = layout.across([tick.at for tick in ticks]).tolist()
    clear = [i for i, centre in enumerate(centres) if centre + widths[i] / 2 <= border]
    shown = thin(
        [centres[i] for i in clear], [widths[i] for i in clear], [_must_stay(axis, ticks[i]) for i in clear]
    )
    for index, wanted in zip(clear, shown, strict=True):
        if wanted:
            write(
                surface, centres[index], line, texts[index], size=size,
                colour="ink2" if axis.names else "mut", anchor="center", bold=ticks[index].bold,
                whole=ticks[index].text,
            )  # fmt: skip


def _tick_texts(surface: Surface, axis: Axis, ticks: list[Tick]) -> tuple[list[str], Size]:
    """Return what is written: numbers as they are, class names cut to the columns they may use.

    From OWN_COLUMN on every name has its own column. In narrower ones names use several, so that
    they keep LEAST_NAME; `thin` then leaves out those between.
    """
    if not axis.names or len(ticks) < 2:
        return [tick.text for tick in ticks], "body" if axis.names else "tick"
    span = abs(ticks[-1].at - ticks[0].at) / (len(ticks) - 1)
    column = max(span / abs(axis.high - axis.low) * surface.layout.plot.width, 1e-3)
    if all(width_of(tick.text, "body", tick.bold) <= column - 6 for tick in ticks):
        return [tick.text for tick in ticks], "body"
    if all(tick.short for tick in ticks):
        ticks = [replace(tick, text=tick.short) for tick in ticks]
        if all(width_of(tick.text, "body", tick.bold) <= column - 6 for tick in ticks):
            return [tick.text for tick in ticks], "body"
    widest = max(width_of(tick.text, "tick", tick.bold) for tick in ticks)
    columns = 1 if column >= OWN_COLUMN else ceil((min(widest, LEAST_NAME) + 6) / column)
    return [elided(tick.text, "tick", columns * column - 6, tick.bold) for tick in ticks], "tick"
