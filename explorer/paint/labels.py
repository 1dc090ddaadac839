"""Names beside the things they name: at the ends of curves, in a row, under a colour ramp."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QLinearGradient

from explorer.paint.cuts import tell
from explorer.paint.fonts import PIXELS, has_power
from explorer.paint.signs import SIGN, draw_marker
from explorer.paint.spread import spread
from explorer.paint.surface import colour
from explorer.paint.text import elided, width_of, write
from explorer.plots.layout import PADDING, clamp

if TYPE_CHECKING:
    from explorer.paint.surface import Surface
    from explorer.plots.figure import EndLabel, EndLabels, Legend, Ramp

APART: Final = PIXELS["name"] + 3.5
LEADER: Final = 10.0  # from the plot's edge to the label
MOVED: Final = 2.0  # labels moved further than this get a leader line
_NAME: Final = 10.0  # from a marker's centre to its name
_BETWEEN: Final = 20.0  # from a name's end to the next marker's centre
_NEAREST: Final = 13.0  # the same where there is little room
_LEAST: Final = 22.0  # of a name that is cut: three letters and the dots
_RAMP_HEIGHT: Final = 8.0
BESIDE: Final = 11.0  # from a ramp's end to its marker's middle


def draw_end_labels(surface: Surface, mark: EndLabels) -> None:
    """Write labels at the plot's right edge, spread where they would touch; of too many the signs alone."""
    layout, plot = surface.layout, surface.layout.plot
    items = [item for item in mark.items if isfinite(item.y)]
    ends = [clamp(float(y), plot.y, plot.bottom) for y in layout.down([item.y for item in items])]
    low, high = min(plot.y, layout.body.y + APART), max(plot.bottom, plot.y + 1)
    places = spread(ends, APART, low, high)
    left = plot.right + LEADER
    crowded = (len(items) - 1) * APART > high - low
    texts = _fitting(surface, items, left)
    for item, text, end, place in zip(items, texts, ends, places, strict=True):
        if abs(end - place) > MOVED:
            surface.stroke("line2", 1.0)
            surface.painter.drawLine(QPointF(plot.right + 1, end), QPointF(left - 3, place))
        _end_label(surface, item, "" if crowded and item.look is not None else text, left, place)


def _fitting(surface: Surface, items: list[EndLabel], left: float) -> list[str]:
    """Return what labels say: their texts if all fit, else the short ones, cut before what is kept."""
    rooms = [_room(surface, left if item.look is None else left + SIGN / 2 + _NAME) for item in items]
    whole = all(
        width_of(item.text, "name", item.bold) <= room
        for item, room in zip(items, rooms, strict=True)
        if item.short
    )
    return [
        _cut(item, item.text if whole or not item.short else item.short, room)
        for item, room in zip(items, rooms, strict=True)
    ]


def _cut(item: EndLabel, text: str, room: float) -> str:
    if not item.kept or width_of(text, "name", item.bold) <= room:
        return text
    rest = room - width_of(item.kept, "name", item.bold)
    return elided(text.removesuffix(item.kept), "name", rest, item.bold) + item.kept


def _room(surface: Surface, left: float) -> float:
    return max(surface.layout.card.width - 4 - left, 4.0)


def _end_label(surface: Surface, item: EndLabel, text: str, left: float, middle: float) -> None:
    if item.look is not None:
        draw_marker(surface, left + SIGN / 2, middle, item.look, SIGN)
        left += SIGN / 2 + _NAME
        if surface.layout.is_narrow or not text:
            _tell_sign(surface, left - _NAME, middle, item.text)
            return
    room = _room(surface, left)
    write(
        surface, left, middle, text, size="name", colour=item.colour, bold=item.bold, room=room,
        whole=item.text,
    )  # fmt: skip


def _tell_sign(surface: Surface, middle: float, y: float, name: str) -> None:
    """Say what a sign stands for that has no name beside it."""
    tell(surface.painter, middle - SIGN, y, 2 * SIGN, name)


def draw_legend(surface: Surface, mark: Legend) -> None:
    """Draw signs and names in a row: nearer together, then cut, where there is little room.

    Without room for some letters of every name there are the signs alone, so that none seems to have no name.
    """
    layout = surface.layout
    unit = abs(float(layout.down([1.0])[0] - layout.down([0.0])[0])) if mark.least else 0.0
    if (mark.narrow and not layout.is_narrow) or unit < mark.least:
        return
    x, y = layout.to_pixels(mark.place)
    room = mark.room or layout.card.width - PADDING - x
    if mark.bare:
        _draw_names(surface, mark, x, y, room)
        return
    names = [name for _, name in mark.items]
    widths = [width_of(name, "name") for name in names]
    spare = room - SIGN / 2 - len(names) * _NAME  # for names and what lies between them
    gaps = max(len(names) - 1, 1)
    between = clamp((spare - sum(widths)) / gaps, _NEAREST, _BETWEEN)
    most = _most(widths, spare - (len(names) - 1) * between)
    x += SIGN / 2
    for look, name in mark.items:
        draw_marker(surface, x, y, look, SIGN)
        if most >= min(_LEAST, *widths):
            cut = elided(name, "name", most)
            x += _NAME + write(surface, x + _NAME, y, cut, size="name", whole=name)
        else:
            _tell_sign(surface, x, y, name)
        x += between


def _draw_names(surface: Surface, mark: Legend, x: float, y: float, room: float) -> None:
    """Write the names of a legend alone, as far as they have room."""
    for _, name in mark.items:
        x += write(surface, x, y, name, size="name", room=max(room, _LEAST), halo=True) + _NEAREST


def _most(widths: list[float], room: float) -> float:
    """Return the width to which names are cut so that all fit into the room: the longest give way first."""
    left, share = room, 0.0
    for place, width in enumerate(sorted(widths)):
        share = left / (len(widths) - place)
        if width > share:
            return share
        left -= width
    return max(widths, default=0.0)


def draw_ramp(surface: Surface, mark: Ramp) -> None:
    """Draw the key of a field: a bar of its colours, its limits under it, markers at its ends."""
    x, y = surface.layout.to_pixels(mark.place)
    theme, painter = surface.theme, surface.painter
    blend = QLinearGradient(x, y, x + mark.width, y)
    for index, role in enumerate(mark.colours):
        blend.setColorAt(index / (len(mark.colours) - 1), colour(theme.colour(role)))
    surface.stroke("line2", 1.0)
    painter.setBrush(QBrush(blend))
    painter.drawRect(QRectF(surface.snap(x) + 0.5, surface.snap(y) + 0.5, mark.width - 1, _RAMP_HEIGHT))
    for look, at in zip(mark.ends, (x - BESIDE, x + mark.width + BESIDE), strict=False):
        draw_marker(surface, at, y + _RAMP_HEIGHT / 2, look, SIGN)
    below = y + _RAMP_HEIGHT + 10
    write(surface, x, below, mark.low, size="tick", mono=not has_power(mark.low))
    write(
        surface, x + mark.width, below, mark.high, size="tick", mono=not has_power(mark.high), anchor="right"
    )
