"""Figures with a row for each loss: which losses get one, and where the rows lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from explorer.plots.figure import Axis

if TYPE_CHECKING:
    from explorer.plots.figure import LossLook
    from explorer.plots.shown import Shown

NAME_ROOM: Final = 94.0  # pixels for the name of a loss
LEAST_ROWS: Final = 4  # fewer losses leave room below, so that rows keep their height
MOST_ROWS: Final = 8
MOST_ENLARGED: Final = 30


Signs = tuple[tuple["LossLook", str], ...]


def signs_of(shown: tuple[Shown, ...]) -> Signs:
    """Return look and label of each loss: what names of rows depend on, and nothing else."""
    return tuple((entry.look, entry.label) for entry in shown)


def rows(losses: tuple[Shown, ...], enlarged: bool) -> tuple[tuple[Shown, ...], Axis, str]:
    """Return the losses that have room, the axis of their rows (0 at the top), and what is left out."""
    most = MOST_ENLARGED if enlarged else MOST_ROWS
    shown = losses[:most]
    left_out = f"{most} of {len(losses)} losses" if len(losses) > most else ""
    count = max(len(shown), LEAST_ROWS)
    return shown, Axis(low=count - 0.5, high=-0.5), left_out
