"""Heat maps: tiles on a ramp of colours with a number on each, or a picture where they are many."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from explorer.paint.surface import colour
from explorer.paint.text import width_of, write

if TYPE_CHECKING:
    from explorer.paint.surface import Surface
    from explorer.paint.theme import Theme
    from explorer.plots.figure import Tiles

GAP: Final = 2.0  # pixels between two tiles
RADIUS: Final = 3.0
LEAST: Final = 8.0  # pixels of a tile from which on it has a gap and corners of its own
TALL: Final = 30.0  # pixels of a tile that has room for two lines
LEVELS: Final = 511  # of a ramp; odd, so that the middle is one of them
PADDING: Final = 4.0


def draw_tiles(surface: Surface, mark: Tiles) -> None:
    """Draw a heat map; a tile without a value is an outline."""
    rows, columns = mark.values.shape
    layout = surface.layout
    across = layout.across(np.arange(columns + 1) - 0.5).tolist()
    down = layout.down(np.arange(rows + 1) - 0.5).tolist()
    wide, high = (abs(ends[1] - ends[0]) for ends in (across, down))
    if not mark.texts or min(wide, high) < LEAST:
        _draw_picture(surface, mark, across, down)
        return
    codes = _codes(mark, surface.theme)
    for row, (lower, upper) in enumerate(pairwise(down)):
        for column, (left, right) in enumerate(pairwise(across)):
            x, y = surface.snap(min(left, right) + GAP / 2), surface.snap(min(lower, upper) + GAP / 2)
            box = QRectF(x, y, surface.snap(wide - GAP), surface.snap(high - GAP))
            _draw_tile(surface, box, codes[row][column])
            _write(surface, mark, (row, column), box, codes[row][column] or surface.theme.colour("card"))


def _draw_tile(surface: Surface, box: QRectF, code: str) -> None:
    """Fill a tile, on a rim that tells one in the card's colour from the card."""
    surface.stroke("line", 1.0)
    if code:
        surface.painter.setBrush(colour(code))
    surface.painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def _write(surface: Surface, mark: Tiles, at: tuple[int, int], box: QRectF, ground: str) -> None:
    """Write the number of a tile, and under it what is said beside, as far as there is room."""
    row, column = at
    text, below = mark.texts[row][column], mark.below[row][column] if mark.below else ""
    room, ink = box.width() - PADDING, _seen_on(ground, surface.theme)
    if below and box.height() >= TALL and width_of(below, "tick") <= room:
        middle = box.center().y() - 6.0
        write(surface, box.center().x(), middle + 14.0, below, size="tick", colour=ink, anchor="center")
    else:
        middle = box.center().y()
    if width_of(text, "tick", mono=True) <= room and box.height() >= 12.0:
        write(surface, box.center().x(), middle, text, size="tick", colour=ink, anchor="center", mono=True)


def _draw_picture(surface: Surface, mark: Tiles, across: list[float], down: list[float]) -> None:
    """Draw one pixel a tile, stretched without smoothing."""
    left, right = sorted((across[0], across[-1]))
    top, bottom = sorted((down[0], down[-1]))
    painter = surface.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
    upwards = down[0] > down[-1]  # row 0 then lies at the bottom, Qt's first row at the top
    picture = _picture(mark, surface.theme, upwards)
    painter.drawImage(QRectF(left, top, right - left, bottom - top), picture)
    painter.restore()


@lru_cache(maxsize=4)
def _picture(mark: Tiles, theme: Theme, upwards: bool) -> QImage:
    pixels = np.full(mark.values.shape, 0, dtype=np.uint32)
    there = np.isfinite(mark.values)
    pixels[there] = _ramp(mark.colours, theme)[_levels(mark)[there]]
    pixels = np.ascontiguousarray(pixels[:: -1 if upwards else 1])
    rows, columns = mark.values.shape
    return QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_ARGB32).copy()


def _levels(mark: Tiles) -> np.ndarray:
    """Return the place of each value on its ramp, 0 to LEVELS - 1."""
    shares = np.clip((mark.values - mark.low) / ((mark.high - mark.low) or 1.0), 0.0, 1.0)
    return np.rint(np.nan_to_num(shares) * (LEVELS - 1)).astype(np.int64)


@lru_cache(maxsize=16)
def _codes(mark: Tiles, theme: Theme) -> list[list[str]]:
    """Return the colour of each tile, "" where it has no value."""
    ramp = _ramp(mark.colours, theme)
    there = np.isfinite(mark.values)
    return [
        [f"#{ramp[level] & 0xFFFFFF:06X}" if known else "" for level, known in zip(*line, strict=True)]
        for line in zip(_levels(mark), there, strict=True)
    ]


@lru_cache(maxsize=32)
def _ramp(roles: tuple[str, ...], theme: Theme) -> np.ndarray:
    """Return the colours of a ramp through some roles as Qt's pixels, (LEVELS,)."""
    stops = [QColor(theme.colour(role)) for role in roles]
    at, places = np.linspace(0.0, 1.0, LEVELS), np.linspace(0.0, 1.0, len(stops))
    parts = ([getattr(stop, part)() for stop in stops] for part in ("red", "green", "blue"))
    red, green, blue = (np.rint(np.interp(at, places, part)).astype(np.uint32) for part in parts)
    ramp: np.ndarray = np.uint32(0xFF000000) | red << 16 | green << 8 | blue
    return ramp


@lru_cache(maxsize=1024)
def _seen_on(code: str, theme: Theme) -> str:
    """Return which of ink and card has more contrast on a colour, by WCAG 2."""
    return max(("ink", "card"), key=lambda role: contrast(theme.colour(role), code))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours by WCAG 2, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(code: str) -> float:
    shown = QColor(code)
    parts = np.array([shown.redF(), shown.greenF(), shown.blueF()])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(linear @ (0.2126, 0.7152, 0.0722))
