"""Where a figure's parts lie inside a card: pure arithmetic, the same for painting and for grabbing.

Pixels count from the card's top left corner, y downwards. Everything is multiplied by `scale`, so
a card twice as large at scale 2 has the same layout.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, hypot, isfinite, isnan
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from explorer.plots.figure import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.plots.figure import Axis, Figure, Handle, Numbers, Place, Strip

HEADER: Final = 30.0  # height of the title line
ABOUT_LINE: Final = 16.0  # of each line of the sentence under it
ABOUT_LETTER: Final = 5.9  # pixels of a letter there, rather more than less
PADDING: Final = 12.0  # between the card's edge and texts that follow it
TARGET: Final = 24.0  # no target is smaller in either direction
CURVE_REACH: Final = 12.0  # a line is grabbed this near
CHIP_GAP: Final = 4.0  # between two chips or grips of neighbouring columns
PILL_HEIGHT: Final = 18.0
PILL_LETTER: Final = 7.0  # advance of the fixed-width face at a handle's size
PILL_PADDING: Final = 9.0
OVERHANG: Final = 6.0  # of a cursor's head beyond the plot's right side
NARROW: Final = 300.0  # cards narrower than this show markers instead of names
LARGEST: Final = 1e300  # no axis reaches further, so that its length is a number
FAR: Final = 20_000.0  # pixels: nothing is placed further away, so that dashes stay few


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.height

    @property
    def centre(self) -> tuple[float, float]:
        """The middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def contains(self, px: float, py: float) -> bool:
        """Say whether a point lies inside or on the edge."""
        return self.x <= px <= self.right and self.y <= py <= self.bottom

    def touches(self, other: Box) -> bool:
        """Say whether two rectangles share any area."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )

    def grown(self, by: float) -> Box:
        """Return the rectangle with each side moved outwards."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def at_least(self, size: float) -> Box:
        """Return the rectangle about the same centre, neither side shorter than `size`."""
        width, height = max(self.width, size), max(self.height, size)
        middle_x, middle_y = self.centre
        return Box(middle_x - width / 2, middle_y - height / 2, width, height)

    def distance(self, px: float, py: float) -> float:
        """Return how far outside a point lies (0 inside)."""
        return hypot(max(self.x - px, px - self.right, 0.0), max(self.y - py, py - self.bottom, 0.0))


def clamp(value: float, low: float, high: float) -> float:
    """Bring a number between two limits given in any order; NaN becomes the lower one."""
    low, high = min(low, high), max(low, high)
    return low if isnan(value) else min(max(value, low), high)


def _held(pixels: np.ndarray) -> np.ndarray:
    """Hold fresh pixels within +-FAR, in place; np.clip would take three times as long."""
    np.maximum(pixels, -FAR, out=pixels)
    np.minimum(pixels, FAR, out=pixels)
    return pixels


def _limits(axis: Axis) -> tuple[float, float]:
    """Return usable limits: an axis without extent is widened, an undefined one is 0 to 1."""
    if not (isfinite(axis.low) and isfinite(axis.high)):
        return 0.0, 1.0
    low, high = clamp(axis.low, -LARGEST, LARGEST), clamp(axis.high, -LARGEST, LARGEST)
    if low == high:
        half = max(0.5, 1e-9 * abs(low))  # beside a large number 0.5 is nothing
        return low - half, high + half
    return low, high


class Frame(NamedTuple):
    """The map from data to pixels alone, cheap to compare: what a traced curve depends on."""

    x_step: float
    x_start: float  # pixel of x = 0
    y_step: float
    y_start: float
    width: float  # of the plot

    @np.errstate(over="ignore")  # what is too far for a number is held as well
    def points(self, x: Numbers, y: Numbers) -> np.ndarray:
        """Return pixels as complex numbers x + iy, kept within +-20,000 px; NaN stays NaN."""
        pixels = np.empty(len(x), dtype=np.complex128)
        across, down = pixels.real, pixels.imag
        np.multiply(x, self.x_step, out=across)
        np.multiply(y, self.y_step, out=down)
        across += self.x_start
        down += self.y_start
        _held(pixels.view(np.float64))
        return pixels


class Layout:
    """The rectangles of one figure in a card of width x height pixels, and the maps between units.

    figure: what is shown; width, height: of the card in pixels (0 is allowed); scale: UI scale, > 0.
    """

    __slots__ = ("_x", "_x_step", "_y", "_y_step", "body", "card", "figure", "frame", "plot", "scale")

    def __init__(self, figure: Figure, width: float, height: float, scale: float = 1.0) -> None:
        if not scale > 0:
            message = f"scale {scale!r} of a layout must be above 0"
            raise ValueError(message)
        header = (HEADER + self._about(figure.about, width / scale)) * scale if figure.title else 0.0
        self.figure, self.scale = figure, scale
        self.card = Box(0.0, 0.0, width, height)
        self.body = Box(0.0, header, width, max(height - header, 0.0))
        self._x, self._y = _limits(figure.x), _limits(figure.y)
        self.plot = self._plot()
        self._x_step = self.plot.width / (self._x[1] - self._x[0])
        self._y_step = self.plot.height / (self._y[1] - self._y[0])
        self.frame = Frame(
            self._x_step,
            self.plot.x - self._x[0] * self._x_step,
            -self._y_step,
            self.plot.bottom + self._y[0] * self._y_step,
            self.plot.width,
        )

    @property
    def is_narrow(self) -> bool:
        """Whether the card has no room for names beside the plot."""
        return self.card.width < NARROW * self.scale

    @staticmethod
    def _about(text: str, width: float) -> float:
        """Return the height of the sentence under the title, at scale 1."""
        return ABOUT_LINE * ceil(len(text) * ABOUT_LETTER / max(width - 2 * PADDING, 1.0)) if text else 0.0

    def _plot(self) -> Box:
        """Take the margins off; with equal units wanted, shrink the longer side to the top left."""
        scale, body = self.scale, self.body
        margins = (self.figure.narrow if self.is_narrow else None) or self.figure.margins
        width = max(body.width - (margins.left + margins.right) * scale, 1.0)
        height = max(body.height - (margins.top + margins.bottom) * scale, 1.0)
        if self.figure.keep_aspect:
            unit = min(width / abs(self._x[1] - self._x[0]), height / abs(self._y[1] - self._y[0]))
            width, height = unit * abs(self._x[1] - self._x[0]), unit * abs(self._y[1] - self._y[0])
        return Box(margins.left * scale, body.y + margins.top * scale, width, height)

    # -- data to pixels and back -----------------------------------------------------------------

    @np.errstate(over="ignore")
    def across(self, x: Numbers) -> np.ndarray:
        """Return pixel positions of data along x; kept within +-20,000 px, NaN stays NaN."""
        pixels = np.array(x, dtype=np.float64)
        pixels *= self.frame.x_step
        pixels += self.frame.x_start
        return _held(pixels)

    @np.errstate(over="ignore")
    def down(self, y: Numbers) -> np.ndarray:
        """Return pixel positions of data along y (downwards); NaN stays NaN."""
        pixels = np.array(y, dtype=np.float64)
        pixels *= self.frame.y_step
        pixels += self.frame.y_start
        return _held(pixels)

    def _across_one(self, value: float, unit: Unit) -> float:
        if unit is Unit.DATA:
            return self.plot.x + (float(value) - self._x[0]) * self._x_step
        frame = self.plot if unit is Unit.PLOT else self.body
        return frame.x + value * frame.width

    def _down_one(self, value: float, unit: Unit) -> float:
        if unit is Unit.DATA:
            return self.plot.bottom - (float(value) - self._y[0]) * self._y_step
        frame = self.plot if unit is Unit.PLOT else self.body
        return frame.bottom - value * frame.height

    def to_pixels(self, place: Place) -> tuple[float, float]:
        """Return the pixel of a place; data outside the limits are held at the plot's edge."""
        px, py = self._across_one(place.x, place.across), self._down_one(place.y, place.up)
        if place.across is Unit.DATA:
            px = clamp(px, self.plot.x, self.plot.right)
        if place.up is Unit.DATA:
            # an undefined height stands at 0, or at the limit next to it
            py = self._down_one(0.0, Unit.DATA) if isnan(py) else py
            py = clamp(py, self.plot.y, self.plot.bottom)
        return px + place.dx * self.scale, py + place.dy * self.scale

    def to_data(self, px: float, py: float) -> tuple[float, float]:
        """Return the data at a pixel, also outside the plot."""
        return (
            self._x[0] + (px - self.plot.x) / self._x_step,
            self._y[0] + (self.plot.bottom - py) / self._y_step,
        )

    def is_outside(self, place: Place) -> tuple[int, int]:
        """Return on which side a place leaves the plot: (-1 left, 1 right; -1 above, 1 below; 0 within)."""
        px, py = self._across_one(place.x, place.across), self._down_one(place.y, place.up)
        slack = 0.5 * self.scale
        beside = beyond = 0
        if place.across is Unit.DATA:
            beside = (px > self.plot.right + slack) - (px < self.plot.x - slack)
        if place.up is Unit.DATA:
            beyond = (py > self.plot.bottom + slack) - (py < self.plot.y - slack)
        return beside, beyond

    def centres(self, handles: Sequence[Handle]) -> tuple[np.ndarray, np.ndarray]:
        """Return `to_pixels` of many handles as x + iy, and whether each `is_outside`.

        Each coordinate must be in data for all handles or for none.
        """
        places = [handle.place for handle in handles]
        centres = np.array([complex(place.dx, place.dy) * self.scale for place in places])
        outside, slack, plot = np.zeros(len(places), dtype=bool), 0.5 * self.scale, self.plot
        if places[0].across is Unit.DATA:
            px = self.across([place.x for place in places])
            outside |= (px < plot.x - slack) | (px > plot.right + slack)
            centres.real += np.fmin(np.fmax(px, plot.x), plot.right)
        else:
            centres.real += [self._across_one(place.x, place.across) for place in places]
        if places[0].up is Unit.DATA:
            py = self.down([place.y for place in places])
            outside |= (py < plot.y - slack) | (py > plot.bottom + slack)
            py[np.isnan(py)] = self._down_one(0.0, Unit.DATA)
            centres.imag += np.fmin(np.fmax(py, plot.y), plot.bottom)
        else:
            centres.imag += [self._down_one(place.y, place.up) for place in places]
        return centres, outside

    def strip(self, mark: Strip) -> Box:
        """Return the rectangle of an overview."""
        left, scale = PADDING * self.scale, self.scale
        width = max(self.card.width - 2 * left, 1.0)
        return Box(left, self.body.y + mark.top * scale, width, mark.height * scale)

    # -- handles ---------------------------------------------------------------------------------

    def share_of_chip(self, handle: Handle, px: float) -> float | None:
        """Return the share of a chip that lies left of a pixel, for chips that stand beside the data.

        Below 0 or above 1 outside of it. None for every other handle, whose place is the data's.
        """
        if handle.shape != "chip" or handle.place.across is Unit.DATA:
            return None
        box = self.box(handle)
        return (px - box.x) / max(box.width, 1.0)

    def column(self, handle: Handle) -> Box:
        """Return the strip of the plot a handle moves in: upright for y, lying for x."""
        px, py = self.to_pixels(handle.place)
        plot = self.plot
        if handle.axis == "x":
            half = abs(handle.span * self._y_step)
            return Box(plot.x, py - half, plot.width, 2 * half)
        half = abs(handle.span * self._x_step)
        return Box(px - half, plot.y, 2 * half, plot.height)

    def _shape(self, handle: Handle) -> tuple[float, float]:
        """Return width and height of a handle's shape; neighbours leave each other a gap."""
        width, height = handle.width * self.scale, handle.height * self.scale
        if handle.shape == "knob":
            return height, height
        if handle.shape in ("tile", "row"):
            return abs(2 * handle.span * self._x_step), abs(2 * handle.span * self._y_step)
        gap = min(CHIP_GAP * self.scale, 0.2 * self._room(handle))
        if handle.axis == "x" and handle.shape == "grip":
            if handle.reach == "column":
                height = min(height, max(self._room(handle) - gap, 2 * self.scale))
            return width, height
        in_a_column = handle.axis == "y" or handle.shape in ("chip", "dot")
        if handle.place.across is Unit.DATA and in_a_column:
            width = min(width, max(self._room(handle) - gap, 2 * self.scale))
        if handle.shape == "dot":
            width = height = min(width, height)
        return width, height

    def _room(self, handle: Handle) -> float:
        """Return the width of a handle's column, or the height of its row if it is a lying bar's."""
        is_row = handle.axis == "x" and handle.shape not in ("chip", "dot")
        step = self._y_step if is_row else self._x_step
        return abs(2 * handle.span * step)

    def _pill(self, handle: Handle) -> Box:
        """Return the pill at the head of a cursor: above the plot, kept inside the card."""
        px, py = self.to_pixels(handle.place)
        height = PILL_HEIGHT * self.scale
        width = (len(handle.text) * PILL_LETTER + 2 * PILL_PADDING) * self.scale
        edge = 4.0 * self.scale
        if handle.axis == "y":
            return Box(self.plot.right - width, py - height / 2, width, height)
        # held off the labels that stand right of the plot
        right = min(self.plot.right + OVERHANG * self.scale, self.card.width - edge)
        left = clamp(px - width / 2, edge, max(right - width, edge))
        return Box(left, max(self.plot.y - height + 2 * self.scale, self.body.y), width, height)

    def box(self, handle: Handle) -> Box:
        """Return the rectangle of a handle's shape, for painting it and its focus ring."""
        if handle.shape == "cursor":
            return self._pill(handle)
        px, py = self.to_pixels(handle.place)
        width, height = self._shape(handle)
        return Box(px - width / 2, py - height / 2, width, height)

    def hit(self, px: float, py: float) -> Handle | None:
        """Return the handle to grab at a pixel: shapes before lines before columns, nearest first."""
        handles = self.figure.handles
        return (
            self._nearest_box(handles, px, py)
            or self._nearest(tuple(h for h in handles if h.reach == "line"), px, py, CURVE_REACH * self.scale)
            or self._nearest_column(handles, px, py)
            or self._everywhere(handles, px, py)
        )

    def _nearest_box(self, handles: tuple[Handle, ...], px: float, py: float) -> Handle | None:
        found: list[tuple[float, float, int]] = []
        size = TARGET * self.scale
        for index, handle in enumerate(handles):
            box = self.box(handle)
            if box.at_least(size).contains(px, py):
                middle_x, middle_y = box.centre
                found.append((box.distance(px, py), hypot(px - middle_x, py - middle_y), index))
        return handles[min(found)[2]] if found else None

    def _nearest_column(self, handles: tuple[Handle, ...], px: float, py: float) -> Handle | None:
        if not self.plot.contains(px, py):
            return None
        columns = tuple(handle for handle in handles if handle.reach == "column")
        half = max((self._room(handle) / 2 for handle in columns), default=0.0)
        return self._nearest(columns, px, py, max(half, TARGET / 2 * self.scale))

    def _everywhere(self, handles: tuple[Handle, ...], px: float, py: float) -> Handle | None:
        inside = self.plot.contains(px, py)
        return next((handle for handle in handles if inside and handle.reach == "plot"), None)

    def _nearest(self, handles: tuple[Handle, ...], px: float, py: float, reach: float) -> Handle | None:
        """Return the handle whose line of movement's position is nearest, at most `reach` away."""
        if not handles or not self.plot.grown(TARGET / 2 * self.scale).contains(px, py):
            return None
        measured = []
        for index, handle in enumerate(handles):
            at_x, at_y = self.to_pixels(handle.place)
            # a cursor along x is an upright line; a bar along y owns an upright column
            upright = (handle.axis == "x") == (handle.reach == "line")
            measured.append((abs(px - at_x) if upright else abs(py - at_y), index))
        distance, index = min(measured)
        return handles[index] if distance <= reach else None
