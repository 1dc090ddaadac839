"""Heat maps of few or many cells as marks, and the key of their colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    from explorer.plots.figure import LossLook, Place


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tiles:
    """Cells of a heat map: that of row i and column j lies about (j, i), half a unit to each side.

    values: (rows, columns), NaN for a tile without colour. colours: roles of the theme at equal distances
    from `low` to `high`, the ramp that runs through them. texts: what is written in each tile, in the colour
    that is seen best on it, () where there are too many: then they touch; below: a line under it, or ().
    A text without room is left out.
    """

    values: np.ndarray
    low: float
    high: float
    colours: tuple[str, ...] = ("card", "ramp_high")
    texts: tuple[tuple[str, ...], ...] = ()
    below: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ramp:
    """The key of a field: a bar `width` wide with its two limits written under it.

    colours: see `Tiles`. ends: losses whose markers stand at the ends, low and high; none or both.
    """

    place: Place
    width: float
    low: str
    high: str
    colours: tuple[str, ...] = ("card", "ramp_high")
    ends: tuple[LossLook, ...] = ()
