"""In which order the parts of a figure are drawn over its axes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from explorer.plots.figure import Band, Image, Line, Points, Rectangles, Ribbon, Segments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from explorer.plots.figure import Figure, Mark


@dataclass(frozen=True, slots=True)
class Zero:
    """The zero line of the axes that ask for it."""


@dataclass(frozen=True, slots=True)
class Halos:
    """The rims round curves that are drawn next: a halo never erases a neighbour."""

    lines: tuple[Line, ...]


_CURVES: Final = frozenset((Line, Segments, Points))
_BELOW_ZERO: Final = frozenset((Image, Rectangles, Ribbon))  # the zero line lies on bars, under curves


def parts_of(figure: Figure) -> list[Mark | Zero | Halos]:
    """Return what is drawn over axes and bands, in order: the zero line between areas and what follows them.

    Of neighbouring curves all halos come first, then all curves, then all markers.
    """
    parts: list[Mark | Zero | Halos] = []
    awaits_zero = figure.x.zero or figure.y.zero
    for is_curve, run in groupby(figure.marks, lambda mark: type(mark) in _CURVES):
        for layer in _layers(run) if is_curve else run:
            if type(layer) is Band:
                continue
            if awaits_zero and type(layer) not in _BELOW_ZERO:
                parts.append(Zero())
                awaits_zero = False
            parts.append(layer)
    if awaits_zero:
        parts.append(Zero())
    return parts


def _layers(run: Iterable[Mark]) -> Iterator[Mark | Halos]:
    """Order neighbouring curves and markers."""
    marks = list(run)
    haloed = tuple(mark for mark in marks if type(mark) is Line and mark.halo)
    if haloed:
        yield Halos(haloed)
    yield from (mark for mark in marks if type(mark) is not Points)
    yield from (mark for mark in marks if type(mark) is Points)
