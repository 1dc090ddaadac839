"""How wide the texts beside the lanes of a descent are, in a window and in a narrow picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from explorer.plots.figure import Margins


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide the texts beside the lanes are.

    name: pixels that a name has. loss, floor: from the card's right side to the right end of each column;
    None for none. away: of all steps, how near to the cursor a tick gives way to its pill; ticks: at most.
    """

    margins: Margins
    name: float
    loss: float
    floor: float | None
    away: float
    ticks: int


WIDE: Final = Columns(
    Margins(left=144.0, top=28.0, right=236.0, bottom=8.0),
    name=96.0,
    loss=-132.0,
    floor=-14.0,
    away=0.06,
    ticks=5,
)
SLIM: Final = Columns(
    Margins(left=132.0, top=28.0, right=96.0, bottom=8.0),
    name=84.0,
    loss=-14.0,
    floor=None,
    away=0.3,
    ticks=3,
)
SLIM_BELOW: Final = 560.0  # pixels of a picture's width: lanes of a third of it have room for both columns
