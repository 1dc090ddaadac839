"""What can be grabbed: grips, cursors, chips, dots and knobs in every state."""

from __future__ import annotations

from functools import lru_cache, partial
from math import isfinite
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from explorer.paint.curves import polygon
from explorer.paint.stamps import HALVES, MANY, carve, press, press_many
from explorer.paint.text import width_of, write
from explorer.plots.figure import Unit
from explorer.plots.layout import Box

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from PySide6.QtGui import QPixmap

    from explorer.paint.stamps import Shift
    from explorer.paint.surface import Surface, Tools
    from explorer.paint.theme import Theme
    from explorer.plots.figure import Handle, Interaction, Size
    from explorer.plots.layout import Layout

FRAME: Final = 2.0  # of the chosen tile
CORNER: Final = 5.0  # of the ring round it
RING: Final = 3.0  # distance of the focus ring
NOTCH: Final = 4.0  # half width of the triangles on a soft chip
CHIP_PADDING: Final = 4.0
WIDE_CHIP: Final = 40.0  # narrower ones have less of it
CURSOR_DASH: Final = (4.0, 3.0)
SMALL: Final = 7.0  # grips thinner than this have a thinner outline
AROUND: Final = 2.0  # room of a stamp round its shape, for the rim of a knob
STROKES: Final = 20.0  # grips narrower than this have no room for their two strokes


def draw_hovered_column(surface: Surface, interaction: Interaction) -> None:
    """Draw the strip behind the handle that is hovered or dragged, when it owns a column."""
    box = hovered_column(surface.layout, interaction)
    if box is not None:
        surface.fill("hover")
        surface.pill(box, min(4.0, box.width / 2))


def hovered_column(layout: Layout, interaction: Interaction) -> Box | None:
    """Return the strip of the handle that is hovered or dragged; None where it owns no column."""
    wanted = interaction.pressed or interaction.hover
    for handle in layout.figure.handles if wanted else ():
        if handle.id == wanted and handle.reach == "column":
            box = layout.column(handle)
            return box if handle.axis == "x" else Box(box.x, box.y - 4, box.width, box.height + 4)
    return None


def resting_beside(layout: Layout, interaction: Interaction) -> tuple[Handle, ...]:
    """Return the handles at rest beside the plot, where no data are: they lie under all marks."""
    return tuple(
        handle
        for handle in layout.figure.handles
        if handle.place.across is Unit.CARD and not _is_busy(handle, interaction)
    )


def _is_busy(handle: Handle, interaction: Interaction) -> bool:
    return handle.id in (interaction.hover, interaction.pressed, interaction.focus)


def draw_handles(surface: Surface, interaction: Interaction, handles: Sequence[Handle]) -> None:
    """Draw handles; many at rest are pressed from one picture, the focused one comes last."""
    if surface.raster and len(handles) >= MANY:
        handles = _press_resting(surface, handles, interaction)
    for handle in sorted(handles, key=lambda handle: handle.id == interaction.focus):
        box = surface.layout.box(handle)
        active = handle.id in (interaction.pressed, interaction.hover)
        # a focused grip is inked as well: its ring would lie on a labelled bar unseen
        active = active or (handle.shape == "grip" and handle.id == interaction.focus)
        _DRAW[handle.shape](surface, handle, box, active, handle.id == interaction.pressed)
        if handle.id == interaction.focus:
            surface.stroke("ink", 2.0)
            surface.pill(box.grown(RING), CORNER if handle.shape in ("tile", "row") else None)


def _press_resting(surface: Surface, handles: Sequence[Handle], interaction: Interaction) -> list[Handle]:
    """Draw the grips and dots at rest that look alike in one go; return the others."""
    others: list[Handle] = []
    groups: dict[Hashable, list[Handle]] = {}
    for handle in handles:
        share = _share(handle) if handle.shape == "dot" else 0.0
        alike = handle.shape == "grip" or (handle.shape == "dot" and share in (0.0, 1.0))
        if not alike or _is_busy(handle, interaction):
            others.append(handle)
            continue
        kind = handle.shape, handle.axis, handle.reach, handle.span, handle.width, handle.height, share
        groups.setdefault((kind, handle.place.across is Unit.DATA, handle.place.up is Unit.DATA), []).append(
            handle
        )
    for alike_handles in groups.values():
        others += _press_alike(surface, alike_handles)
    return others


def _press_alike(surface: Surface, handles: list[Handle]) -> list[Handle]:
    """Draw handles of one shape and size; return those held at the plot's edge, which say so."""
    first = handles[0]
    centres, outside = surface.layout.centres(handles)
    size = _rounded(surface.layout.box(first))
    draw, look = (
        (_dot_shape, (_share(first),)) if first.shape == "dot" else (_grip_shape, (first.axis == "y",))
    )
    stamp = _stamp(draw, look, *size, surface.theme, surface.ratio, *HALVES)
    press_many(surface, stamp, centres[~outside])
    return [handles[index] for index in np.flatnonzero(outside)]


def _shape(surface: Surface, box: Box, draw: Callable[..., None], *look: float) -> None:
    """Draw what `draw(tools, box, *look)` draws; on screens as a stamp."""
    if surface.raster:
        stamp = partial(_stamp, draw, look, *_rounded(box), surface.theme, surface.ratio)
        press(surface, stamp, *box.centre)
    else:
        draw(surface, box, *look)


def _rounded(box: Box) -> tuple[float, float]:
    """Return the size of a box without the noise of its place."""
    return round(box.width, 2), round(box.height, 2)


@lru_cache(maxsize=512)
def _stamp(
    draw: Callable[..., None],
    look: tuple[float, ...],
    width: float,
    height: float,
    theme: Theme,
    ratio: float,
    *shifts: Shift,
) -> QPixmap:
    box = Box(-width / 2, -height / 2, width, height)
    size = width + 2 * AROUND, height + 2 * AROUND
    return carve(lambda tools: draw(tools, box, *look), size, theme, ratio, *shifts)


def _grip(surface: Surface, handle: Handle, box: Box, active: bool, pressed: bool) -> None:
    _shape(surface, box, _grip_shape, handle.axis == "y", active, pressed)
    _outside(surface, handle, box)


def _grip_shape(tools: Tools, box: Box, lying: bool, active: bool = False, pressed: bool = False) -> None:
    """Draw a pill with two strokes across the way it moves."""
    ink = "ink" if active else "mut"
    small = min(box.width, box.height) < SMALL
    tools.both("ink" if pressed else "card", ink, 1.0 if small else 1.6 if active else 1.2)
    tools.pill(box.grown(-0.6))
    if max(box.width, box.height) < STROKES:
        return
    tools.stroke("card" if pressed else ink, 1.2)
    x, y = box.centre
    for side in (-2.0, 2.0):
        if lying:
            tools.painter.drawLine(QPointF(x - 5.5, y + side), QPointF(x + 5.5, y + side))
        else:
            tools.painter.drawLine(QPointF(x + side, y - 5.5), QPointF(x + side, y + 5.5))


def _outside(surface: Surface, handle: Handle, box: Box) -> None:
    """Mark a handle held at the plot's edge: its data lie further out."""
    beside, beyond = surface.layout.is_outside(handle.place)
    if not (beside or beyond):
        return
    x, y = box.centre
    surface.fill("mut")
    if beyond:
        base = (box.bottom if beyond > 0 else box.y) + 2 * beyond
        corners = x - 4 + base * 1j, x + 4 + base * 1j, x + (base + 5 * beyond) * 1j
    else:
        base = (box.right if beside > 0 else box.x) + 2 * beside
        corners = base + (y - 4) * 1j, base + (y + 4) * 1j, base + 5 * beside + y * 1j
    surface.painter.drawConvexPolygon(polygon(np.array(corners)))


def _cursor(surface: Surface, handle: Handle, box: Box, active: bool, pressed: bool) -> None:
    """Draw a dashed line through the plot with the value in a filled pill at its head."""
    layout, plot = surface.layout, surface.layout.plot
    x, y = layout.to_pixels(handle.place)
    surface.stroke("ink" if active else "ink2", 1.6 if active else 1.2, CURSOR_DASH)
    if handle.axis == "y":
        surface.painter.drawLine(QPointF(plot.x, y), QPointF(box.x, y))
    else:
        surface.painter.drawLine(QPointF(x, box.bottom), QPointF(x, plot.bottom))
    surface.fill("ink")
    surface.pill(box)
    middle_x, middle_y = box.centre
    write(surface, middle_x, middle_y, handle.text, size="handle", colour="card", anchor="center", bold=True)


def _share(handle: Handle) -> float:
    """Return how far a chip is filled; an undefined target fills nothing."""
    return min(max(handle.fill, 0.0), 1.0) if isfinite(handle.fill) else 0.0


def _chip(surface: Surface, handle: Handle, box: Box, active: bool, pressed: bool) -> None:
    """Draw a label: outlined when off, filled when on, filled to t with two triangles when soft."""
    share = _share(handle)
    if share <= 0:
        _shape(surface, box, _empty_chip, active)
        _name(surface, handle, box, "ink2", bold=False)
    elif share >= 1:
        _shape(surface, box, _full_chip, active)
        _name(surface, handle, box, "card", bold=True)
    else:
        _soft_chip(surface, handle, box, share, active)


def _empty_chip(tools: Tools, box: Box, active: bool) -> None:
    tools.both("hover" if active else "card", "ink" if active else "edge", 1.2)
    tools.pill(box.grown(-0.6))


def _full_chip(tools: Tools, box: Box, active: bool) -> None:
    tools.fill("ink" if active else "pos")
    tools.pill(box)


def _soft_chip(surface: Surface, handle: Handle, box: Box, share: float, active: bool) -> None:
    border = box.x + share * box.width
    surface.both("hover" if active else "card", "pos", 1.8)
    surface.pill(box.grown(-0.9))
    _name(surface, handle, box, "ink", bold=True)
    with surface.clipped(Box(box.x, box.y, border - box.x, box.height)):
        surface.fill("pos")
        surface.pill(box)
        _name(surface, handle, box, "card", bold=True)
    surface.both("ink", "card", 1.0)
    for edge, inwards in ((box.y, 1), (box.bottom, -1)):
        base, tip = edge - 3.5 * inwards, edge + 3.0 * inwards
        corners = border - NOTCH + base * 1j, border + NOTCH + base * 1j, border + tip * 1j
        surface.painter.drawConvexPolygon(polygon(np.array(corners)))


def _name(surface: Surface, handle: Handle, box: Box, role: str, bold: bool) -> None:
    """Write a chip's name: smaller when it would not fit, then not bold, then elided."""
    padding = CHIP_PADDING * min(box.width / WIDE_CHIP, 1.0)  # a disc has room for "10" from edge to edge
    room = max(box.width - 2 * padding, 4.0)
    size: Size = "body" if width_of(handle.text, "body", bold) <= room else "tick"
    bold = bold and not (width_of(handle.text, size, True) > room >= width_of(handle.text, size))
    middle_x, middle_y = box.centre
    write(
        surface,
        middle_x,
        middle_y,
        handle.text,
        size=size,
        colour=role,
        anchor="center",
        bold=bold,
        room=room,
    )


def _dot(surface: Surface, handle: Handle, box: Box, active: bool, pressed: bool) -> None:
    _shape(surface, box, _dot_shape, _share(handle), active)


def _dot_shape(tools: Tools, box: Box, share: float, active: bool = False) -> None:
    """Draw a chip without room for a name: a disc filled to t."""
    edge = "ink" if active else "pos" if share > 0 else "edge"
    tools.both("pos" if share >= 1 else "card", edge, 1.2)
    tools.pill(box.grown(-0.6))
    if 0 < share < 1:
        with tools.clipped(Box(box.x, box.y, share * box.width, box.height)):
            tools.fill("pos")
            tools.pill(box)


def _tile(surface: Surface, handle: Handle, box: Box, active: bool, pressed: bool) -> None:
    """Draw the frame of the chosen tile, in ink on a rim of the card's colour."""
    with surface.clipped(surface.layout.plot.grown(FRAME)):
        for role, width in (("card", FRAME + 2.0), ("ink", FRAME)):
            surface.stroke(role, width)
            surface.pill(box, 3.0)


def _row(surface: Surface, handle: Handle, box: Box, active: bool, pressed: bool) -> None:
    """Draw nothing: the chosen row has a band, and its ring when it has the focus."""


def _knob(surface: Surface, handle: Handle, box: Box, active: bool, pressed: bool) -> None:
    if active:
        x, y = box.centre
        surface.fill("ink", 0.11)
        surface.painter.drawEllipse(QRectF(x - 13, y - 13, 26, 26))
    _shape(surface, box, _knob_shape, pressed)


def _knob_shape(tools: Tools, box: Box, pressed: bool) -> None:
    """Draw an ink disc with a rim in the card's colour, so that it stands out from what it lies on."""
    tools.both("ink", "card", 1.6)
    tools.pill(box.grown(1.0 if pressed else 0.0))


_DRAW: Final[dict[str, Callable[[Surface, Handle, Box, bool, bool], None]]] = {
    "grip": _grip,
    "cursor": _cursor,
    "chip": _chip,
    "dot": _dot,
    "knob": _knob,
    "tile": _tile,
    "row": _row,
}
