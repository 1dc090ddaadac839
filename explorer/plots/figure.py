"""A figure: what a card shows, as frozen data without pixels and without Qt.

Marks are in data units, colours are roles of the theme, sizes are logical pixels at scale 1.
`paint` draws a figure on any device; `plots.layout` says where its handles are. A figure never
measures text: what depends on the width of letters (eliding, spreading labels) is paint's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Literal

from explorer.plots.tiles import Ramp as Ramp
from explorer.plots.tiles import Tiles as Tiles

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

    Numbers = np.ndarray | Sequence[float]

Anchor = Literal["left", "center", "right"]
Size = Literal["title", "name", "body", "value", "tick", "handle"]


class Unit(Enum):
    """What one coordinate of a place counts in."""

    DATA = "data"  # the axis' own numbers
    PLOT = "plot"  # 0 to 1 across the plot's rectangle; up is 1
    CARD = "card"  # 0 to 1 across the whole card below its header; up is 1


@dataclass(frozen=True, slots=True)
class Place:
    """A point: each coordinate in its own unit, then an offset in logical pixels (down is plus)."""

    x: float
    y: float
    across: Unit = Unit.DATA
    up: Unit = Unit.DATA
    dx: float = 0.0
    dy: float = 0.0


@dataclass(frozen=True, slots=True)
class LossLook:
    """How one loss looks everywhere: family gives hue and marker, member dashes and filling."""

    family: str
    member: int = 0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Line:
    """A curve; NaN breaks it. `look` gives colour and dashes of a loss, else colour and dash.

    part_of: the whole of which it is the beginning and looks alike; screens keep a picture of that.
    """

    x: Numbers
    y: Numbers
    look: LossLook | None = None
    colour: str = "ink"
    width: float = 2.0
    dash: tuple[float, ...] = ()
    opacity: float = 1.0
    halo: bool = False
    part_of: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ribbon:
    """The area between two curves over x, without an outline; NaN breaks it."""

    x: Numbers
    low: Numbers
    high: Numbers
    look: LossLook | None = None
    colour: str = "ink"
    opacity: float = 0.1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Segments:
    """Separate straight strokes from (x0, y0) to (x1, y1): stems, floors, leader lines."""

    x0: Numbers
    y0: Numbers
    x1: Numbers
    y1: Numbers
    look: LossLook | None = None
    colour: str = "ink"
    width: float = 2.6
    dash: tuple[float, ...] = ()
    opacity: float = 1.0
    caps: float = 0.0  # half length in pixels of an upright stroke drawn at (x1, y1) instead


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rectangles:
    """Bars from (x0, y0) to (x1, y1). With a look: filled as the loss's member says."""

    x0: Numbers
    y0: Numbers
    x1: Numbers
    y1: Numbers
    look: LossLook | None = None
    fill: str | None = None
    edge: str | None = None
    dash: tuple[float, ...] = ()  # of the edge
    opacity: float = 1.0
    radius: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The selected class: a column from x0 to x1 through the whole plot, `below` pixels further."""

    x0: float
    x1: float
    colour: str = "hover"
    below: float = 0.0
    across: bool = False  # True: a row from y=x0 to y=x1 through the whole card instead


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Points:
    """Markers. With a look: the family's marker, filled as the member says; else a plain disc."""

    x: Numbers
    y: Numbers
    look: LossLook | None = None
    colour: str = "ink"
    size: float = 9.5
    hollow: bool = False
    halo: bool = True
    opacity: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Image:
    """A field on the neutral ramp: values[row, column], row 0 at y0; low = card, high = grey."""

    values: np.ndarray
    x0: float
    y0: float
    x1: float
    y1: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Arrows:
    """Small arrows at (x, y) along (u, v); the longest is `length` pixels, others in proportion."""

    x: Numbers
    y: Numbers
    u: Numbers
    v: Numbers
    colour: str = "ink2"
    length: float = 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line of text at a place; elided when wider than `room` pixels (0: never).

    until: where it ends across at the latest; left out where even a few letters have no room.
    ground: the colour of a pill under it, which stays inside the card ("": none). tip: what it means, on
    hover.
    """

    place: Place
    text: str
    anchor: Anchor = "left"
    colour: str = "ink2"
    size: Size = "body"
    bold: bool = False
    mono: bool = False
    halo: bool = False
    room: float = 0.0
    until: Place | None = None
    ground: str = ""
    tip: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Swatch:
    """The sign of a loss: a short line with its marker (`line` False: the marker alone)."""

    place: Place
    look: LossLook
    line: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class EndLabel:
    """What stands beside the end of a curve: paint spreads labels that would touch.

    short: in place of the text where not every text of the labels fits. kept: the end of both, never cut.
    """

    y: float
    text: str
    look: LossLook | None = None  # a marker before the text
    short: str = ""
    kept: str = ""
    bold: bool = False
    colour: str = "ink2"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndLabels:
    """Labels at the plot's right edge, in the right margin, with leader lines when moved."""

    items: tuple[EndLabel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """A row of signs and names from a place to the right; drops names when there is no room.

    narrow: it stands in narrow cards alone. bare: the names alone, whose signs stand elsewhere. least: pixels
    of a unit of y below which it is left out.
    """

    place: Place
    items: tuple[tuple[LossLook, str], ...]
    room: float = 0.0  # pixels; 0: up to the card's right padding
    narrow: bool = False
    bare: bool = False
    least: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Strip:
    """Very many bars at a glance, in a band across the card `top` pixels below its header.

    The band has as many columns as `low` has numbers; each is filled from low to high, both in the units of
    `limits` (bottom, top), 0 within. Stronger strokes run at the columns `marked` from marked_low to
    marked_high, with a triangle above where `flagged`. held: a column whose band is drawn, or None. window:
    first and last share, 0 to 1, of the frame round the part shown elsewhere, or None.
    """

    top: float
    height: float
    low: np.ndarray
    high: np.ndarray
    limits: tuple[float, float]
    marked: np.ndarray
    marked_low: np.ndarray
    marked_high: np.ndarray
    flagged: bool = True
    held: int | None = None
    window: tuple[float, float] | None = None


Mark = (
    Line
    | Ribbon
    | Segments
    | Rectangles
    | Band
    | Points
    | Image
    | Arrows
    | Text
    | Swatch
    | EndLabels
    | Legend
    | Ramp
    | Strip
    | Tiles
)


@dataclass(frozen=True, slots=True)
class Tick:
    """One tick: where, what is written (`short` where not every text fits), whether it must stay."""

    at: float
    text: str
    bold: bool = False
    keep: bool = False
    short: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One axis: its limits in plotted units (a log axis gives log10), title and ticks.

    `grid` draws a faint line at each tick, `zero` a strong one at 0. `free`: may be zoomed and
    moved by hand; the figure then keeps to the limits chosen in the state's views.
    """

    low: float
    high: float
    title: str = ""
    ticks: tuple[Tick, ...] = ()
    grid: bool = False
    zero: bool = False
    free: bool = False
    names: bool = False  # ticks are class names: ink2, elided to their column, thinned


@dataclass(frozen=True, slots=True)
class Margins:
    """Logical pixels round the plot inside the card, below its header. Fixed, so nothing jumps."""

    left: float = 40.0
    top: float = 24.0
    right: float = 16.0
    bottom: float = 24.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Handle:
    """Something that can be grabbed.

    id: kind and index ("logit:3", "target:3", "slice", "alpha", "landscape"): `plots.moves` knows
    what each does. axis: along what it moves. low, high: limits of the moved coordinate.
    shape: grip (pill with two strokes), cursor (dashed line and filled pill with `text` at its
    top), chip (label pill filled to `fill`), dot (a chip without room for its name), knob (disc), tile (the
    frame of one tile), row (its place alone). reach: column (the whole column of half width `span` in the
    plot), line (12 px about a vertical line), box (the shape itself, at least 24 x 24), plot (all of it: a
    click brings it there).
    name: for screen readers; tip: on hover.
    """

    id: str
    place: Place
    axis: Literal["x", "y", "both"]
    low: float
    high: float
    shape: Literal["grip", "cursor", "chip", "dot", "knob", "tile", "row"]
    reach: Literal["column", "line", "box", "plot"] = "box"
    span: float = 0.5
    width: float = 32.0  # of the shape in pixels; chips use span when it gives less
    height: float = 12.0
    text: str = ""
    fill: float = 1.0
    selected: bool = False
    # words are no part of the picture: while they change with every number, a picture of the rest is kept
    name: str = field(default="", compare=False)
    tip: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Everything one card shows. Marks are drawn in the order given, handles on top.

    `keep_aspect` asks for equal units on both axes. `note` replaces the plot (an empty card).
    In cards narrower than 300 pixels `narrow` replaces the margins and the marks `aside` are left out.
    `still` and `aside` lie under all other marks and mostly stay while something is dragged, as names and
    keys do: a screen keeps their picture.
    `y` grows upwards; for rows numbered downwards give low > high. `scrolls`: the wheel goes through a list
    that is longer than the card.
    """

    key: str
    title: str
    subtitle: str = ""
    details: str = field(default="", compare=False)  # in the header's tool tip, in place of the subtitle
    corner: str = ""  # small text at the right of the header
    hint: str = ""  # what the hand can do, in the corner; on a screen only
    about: str = ""  # a sentence on what one sees, under the header; its card has a button to its lesson
    has_menu: bool = False  # the card has a second button beside the one that enlarges it
    header_room: float = 0.0  # pixels at the header's right that a button with words takes besides
    x: Axis
    y: Axis
    margins: Margins = Margins()
    narrow: Margins | None = None
    marks: tuple[Mark, ...] = ()
    still: tuple[Mark, ...] = ()
    aside: tuple[Mark, ...] = ()
    handles: tuple[Handle, ...] = ()
    keep_aspect: bool = False
    scrolls: bool = False
    note: str = ""
    description: str = ""  # one sentence for screen readers


@dataclass(frozen=True, slots=True)
class Interaction:
    """What the pointer and the keyboard are at, by handle id."""

    hover: str | None = None
    pressed: str | None = None
    focus: str | None = None


@dataclass(frozen=True, slots=True)
class View:
    """The limits a card keeps. `chosen` is True after zooming or panning: then nothing grows."""

    x: tuple[float, float]
    y: tuple[float, float]
    chosen: bool = False


NO_INTERACTION = Interaction()
