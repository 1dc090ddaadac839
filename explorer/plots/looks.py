"""How a loss looks, apart from its colour: family -> marker, member -> dash and filling."""

from __future__ import annotations

from typing import Final, Literal, get_args

Marker = Literal["circle", "triangle_up", "diamond", "square", "triangle_down", "hexagon", "star"]
MarkerFilling = Literal["full", "hollow", "left_half", "full_dot", "hollow_dot", "hollow_cross"]
BarFilling = Literal["solid", "hatch", "dots", "cross_hatch", "rows", "columns"]

MARKER_FILLINGS: Final[tuple[MarkerFilling, ...]] = get_args(MarkerFilling)
BAR_FILLINGS: Final[tuple[BarFilling, ...]] = get_args(BarFilling)

MARKERS: Final[dict[str, Marker]] = {
    "zlpr": "circle",
    "sigmoid": "triangle_up",
    "weighted": "diamond",
    "softmax": "square",
    "pairs": "triangle_down",
    "divergence": "hexagon",
    "own": "star",
}

# Lengths of strokes and gaps in pen widths, so that they grow with the line.
DASHES: Final[tuple[tuple[float, ...], ...]] = (
    (),
    (4.0, 2.2),
    (1.0, 1.6),
    (5.0, 2.0, 1.0, 2.0),
    (8.0, 3.0),
    (5.0, 1.8, 1.0, 1.8, 1.0, 1.8),
)


def marker(family: str) -> Marker:
    """Return the marker of a family; KeyError names the families there are."""
    if family not in MARKERS:
        message = f"loss family {family!r} is unknown; allowed: {', '.join(MARKERS)}"
        raise KeyError(message)
    return MARKERS[family]


def dash(member: int) -> tuple[float, ...]:
    """Return the dashes of the member-th loss of a family; members start again after the sixth."""
    return DASHES[member % len(DASHES)]


def marker_filling(member: int) -> MarkerFilling:
    """Return how the member-th loss of a family fills its marker."""
    return MARKER_FILLINGS[member % len(MARKER_FILLINGS)]


def bar_filling(member: int) -> BarFilling:
    """Return how the member-th loss of a family fills its bars."""
    return BAR_FILLINGS[member % len(BAR_FILLINGS)]
