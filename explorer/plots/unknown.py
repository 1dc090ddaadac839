"""The empty card of a figure that a file names and this program does not have: it says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from explorer.plots.figure import Axis, Figure
from explorer.study.failures import quoted
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Hashable

    from explorer.study.state import State

TITLE: Final = noted("Unknown figure")


@dataclass(frozen=True)
class Unknown:
    """What stands in for the module of a figure with this key."""

    KEY: str
    TITLE: str = TITLE

    def figure(self, _state: State) -> Figure:
        """Return the empty card."""
        axis, note = Axis(low=0.0, high=1.0), say("This program has no figure {key}.", key=quoted(self.KEY))
        return Figure(key=self.KEY, title=self.TITLE, x=axis, y=axis, note=note, description=note)

    def depends(self, _state: State) -> Hashable:
        """Return that it is about nothing."""
        return self.KEY
