"""The figures of a population by key, as cards ask for them: the same functions for two slots and sides."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from explorer.plots.population import choices as offers
from explorer.plots.population import handles, heat, numbered, ribbons, runs
from explorer.plots.population.reading import SIDES
from explorer.plots.population.ribbons_view import depends

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from explorer.plots.choices import Choice
    from explorer.plots.figure import Figure
    from explorer.plots.lens import Lens
    from explorer.plots.move import Move
    from explorer.plots.population.reading import Side
    from explorer.study.state import State


@dataclass(frozen=True, slots=True)
class Ribbons:
    """A card of ribbons: its slot, 1 or 2, whose metric it shows, and which population."""

    KEY: str
    TITLE: str
    slot: int
    side: Side

    def figure(self, state: State) -> Figure:
        """Return the ribbons."""
        return ribbons.figure(state, self.KEY, self.slot, self.side)

    def depends(self, state: State) -> Hashable:
        """Return what of the state the ribbons are about."""
        return depends(state), self.slot

    def choices(self, state: State) -> tuple[Choice, ...]:
        """Return the metrics, how updates are spread, and the values of the axes."""
        return offers.of_ribbons(state, self.slot, self.side)

    def lens(self, state: State, figure: Figure, x: float, y: float) -> Lens | None:
        """Read every loss at an update."""
        return numbered.ribbons_lens(state, self.slot, self.side, x)

    def copied(self, state: State) -> str:
        """Return the ribbons as a table."""
        return numbered.ribbons_copied(state, self.slot, self.side)

    def move(self, state: State, handle_id: str, position: tuple[float, float]) -> Move | None:
        """Bring a handle of any figure of a population to a place."""
        return handles.move(state, handle_id, position)

    def nudge(self, state: State, handle_id: str, amount: float) -> Move | None:
        """Move a handle of any figure of a population by a key."""
        return handles.nudge(state, handle_id, amount)

    def nudge_up(self, state: State, handle_id: str, amount: float) -> Move | None:
        """Move one that goes both ways up or down by a key."""
        return handles.nudge_up(state, handle_id, amount)


@dataclass(frozen=True, slots=True)
class HeatMap:
    """The card of the heat map."""

    KEY: str = heat.KEY
    TITLE: str = heat.TITLE

    def figure(self, state: State) -> Figure:
        """Return the heat map."""
        return heat.figure(state)

    def depends(self, state: State) -> Hashable:
        """Return what of the state the heat map is about."""
        return depends(state)

    def choices(self, state: State) -> tuple[Choice, ...]:
        """Return axes, metric, losses, and the values of the axes that are not drawn."""
        return offers.of_heat(state)

    def lens(self, state: State, figure: Figure, x: float, y: float) -> Lens | None:
        """Read a tile."""
        return numbered.heat_lens(state, x, y)

    def copied(self, state: State) -> str:
        """Return the heat map as a table."""
        return numbered.heat_copied(state)


@dataclass(frozen=True, slots=True)
class Runs:
    """The card of the runs."""

    KEY: str = runs.KEY
    TITLE: str = runs.TITLE

    def figure(self, state: State) -> Figure:
        """Return the list."""
        return runs.figure(state)

    def depends(self, state: State) -> Hashable:
        """Return what of the state the list is about."""
        return depends(state), state.look.enlarged == self.KEY

    def choices(self, state: State) -> tuple[Choice, ...]:
        """Return whose runs are listed, and their order."""
        return offers.of_runs(state)

    def copied(self, state: State) -> str:
        """Return the runs as a table."""
        return runs.copied(state)


FIGURES: Final[Mapping[str, Any]] = MappingProxyType(
    {
        made.KEY: made
        for made in (
            Ribbons("population", "Ribbons", 1, SIDES[0]),
            Ribbons("population_second", "Second ribbons", 2, SIDES[0]),
            Ribbons("population_beside", "Ribbons beside", 1, SIDES[1]),
            Ribbons("population_second_beside", "Second ribbons beside", 2, SIDES[1]),
            HeatMap(),
            Runs(),
        )
    }
)
