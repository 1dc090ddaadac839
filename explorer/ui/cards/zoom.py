"""Zooming and panning as arithmetic on the limits that a card keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.plots.figure import View

if TYPE_CHECKING:
    from explorer.plots.figure import Axis, Figure

STEP = 1.2  # one notch of the wheel
NARROWEST, WIDEST = 1e-3, 1e6  # of an axis, in its own units


def zoomed(figure: Figure, view: View, about: tuple[float, float], steps: float) -> View | None:
    """Limits after `steps` notches of the wheel about a point that stays where it is.

    Class names and rows are no numbers: such an axis stays. None when neither axis can be zoomed.
    """
    factor = STEP**-steps
    x = _scaled(figure.x, view.x, about[0], factor)
    y = _scaled(figure.y, view.y, about[1], factor)
    return None if x is None and y is None else View(x or view.x, y or view.y, chosen=True)


def panned(figure: Figure, view: View, shift: tuple[float, float]) -> View | None:
    """Limits moved by a shift in data units. None when neither axis can be moved."""
    x = _shifted(figure.x, view.x, shift[0])
    y = _shifted(figure.y, view.y, shift[1])
    return None if x is None and y is None else View(x or view.x, y or view.y, chosen=True)


def _scaled(
    axis: Axis, limits: tuple[float, float], about: float, factor: float
) -> tuple[float, float] | None:
    if not axis.free:
        return None
    low, high = (about + (limit - about) * factor for limit in limits)
    return (low, high) if NARROWEST <= abs(high - low) <= WIDEST else None


def _shifted(axis: Axis, limits: tuple[float, float], shift: float) -> tuple[float, float] | None:
    return (limits[0] + shift, limits[1] + shift) if axis.free else None
