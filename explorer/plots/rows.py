"""Figures with a row for each loss: which losses get one, and where the rows lie."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Final

from explorer.plots import numbers
from explorer.plots.figure import Axis, Legend, Place, Unit
from explorer.wording import cached, say

if TYPE_CHECKING:
    from explorer.plots.figure import LossLook
    from explorer.plots.shown import Shown

NAME_ROOM: Final = 94.0  # pixels for the name of a loss
LEAST_ROWS: Final = 4  # fewer losses leave room below, so that rows keep their height
MOST_ROWS: Final = 8
MOST_ENLARGED: Final = 30
ROOMY: Final = 30.0  # pixels of a row that has room for its name above what it shows
ABOVE, ABOVE_LEFT = -15.0, 20.0  # pixels from its middle, and from the card's left, to that name
LARGE: Final = 1e5  # from here on a number in a narrow column is a power of ten


Signs = tuple[tuple["LossLook", str], ...]


@cached(maxsize=8)  # the same marks are told from others at once
def names_above(signs: Signs) -> tuple[Legend, ...]:
    """Name the rows above what they show, in narrow cards whose rows are high enough for a line more."""
    return tuple(
        Legend(
            place=Place(0.0, row, across=Unit.CARD, dx=ABOVE_LEFT, dy=ABOVE),
            items=((look, label),),
            narrow=True,
            bare=True,
            least=ROOMY,
        )
        for row, (look, label) in enumerate(signs)
    )


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
