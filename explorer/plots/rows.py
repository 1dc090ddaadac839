"""Figures with a row for each loss: which losses get one, and where the rows lie."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Final

from explorer.plots import numbers
from explorer.plots.figure import Axis
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.plots.figure import LossLook
    from explorer.plots.shown import Shown

NAME_ROOM: Final = 94.0  # pixels for the name of a loss
LEAST_ROWS: Final = 4  # fewer losses leave room below, so that rows keep their height
MOST_ROWS: Final = 8
MOST_ENLARGED: Final = 30
LARGE: Final = 1e5  # from here on a number in a narrow column is a power of ten


Signs = tuple[tuple["LossLook", str], ...]


def signs_of(shown: tuple[Shown, ...]) -> Signs:
    """Return look and label of each loss: what names of rows depend on, and nothing else."""
    return tuple((entry.look, entry.label) for entry in shown)


def rows(losses: tuple[Shown, ...], enlarged: bool) -> tuple[tuple[Shown, ...], Axis, str]:
    """Return the losses that have room, the axis of their rows (0 at the top), and what is left out."""
    most = MOST_ENLARGED if enlarged else MOST_ROWS
    shown = losses[:most]
    left_out = say("{count} of {all} losses", count=most, all=len(losses)) if len(losses) > most else ""
    count = max(len(shown), LEAST_ROWS)
    return shown, Axis(low=count - 0.5, high=-0.5), left_out


def tight(value: float) -> str:
    """Write a number into a narrow column: of large ones fewer decimals, then a power of ten ("5×10²⁴⁰")."""
    size = abs(value)
    if LARGE <= size < inf:
        return numbers.scientific(value, 0).replace(" ", "")
    return numbers.fixed(value, 2 if size < 1e2 else 1 if size < 1e3 else 0)
