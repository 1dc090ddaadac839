"""What a state says of its populations: which metric, which time, which cells, and how losses look there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from explorer.analysis.populations import Chosen, Population, chosen, grid
from explorer.losses import LOSSES
from explorer.plots.figure import LossLook
from explorer.plots.shown import label_with, look_of
from explorer.wording import again, cached, noted, say

if TYPE_CHECKING:
    from explorer.analysis.populations import Entry, Grid
    from explorer.plots.move import Move as Move
    from explorer.study.state import State
    from explorer.training.experiment import Experiment

Side = Literal["population", "population.beside"]
SIDES: Final[tuple[Side, Side]] = ("population", "population.beside")

TIME: Final = "population.time"
HIDDEN: Final = "population.hidden"  # names of the losses whose curves are not shown
BETWEEN: Final = ";"  # of these names
AT: Final = "population.at."
FIRST_CHOICES: Final = {
    1: ("micro_f1", "loss"),
    2: ("labelled_share", "loss"),
}  # of the metrics shown at first
NONE_BESIDE: Final = noted("Nothing beside yet. Open a second result to compare.")
NONE_YET: Final = noted("No numbers yet. The first come after the first updates.")
NOT_BEGUN: Final = noted("Running. The first numbers come after the first updates.")
NOTHING: Final = noted("Nothing was recorded. Press Run to start again.")


@dataclass(frozen=True, slots=True)
class Curve:
    """One entry of a grid as figures show it. place: of the entry; cell: the one shown, -1 for none."""

    place: int
    cell: int
    look: LossLook
    title: str
    label: str


def population_of(state: State, side: Side = "population") -> Population | None:
    """Return the population that a state knows; None while there is none."""
    found = state.results.get(side)
    return found if isinstance(found, Population) else None


def note_of(population: Population | None, side: Side = "population") -> str:
    """Say why there is nothing to show; "" where there is something."""
    if population is None:
        return say(NONE_YET if side == SIDES[0] else NONE_BESIDE)
    if population.summary.reached == 0 or not population.metrics:
        return say(NOT_BEGUN) if population.running else again(population.message) or say(NOTHING)
    refused = population.summary.refused
    return again(refused[0]) if refused and all(refused) else ""


# Choices


def metric_of(state: State, population: Population, slot: int) -> str:
    """Return the metric that slot 1 or 2 shows.

    That is the chosen one, else the one that the experiment expects something of, the first or the second,
    else a usual one, else the first.
    """
    wanted = state.look.option(f"population.metric.{slot}")
    expected = tuple(dict.fromkeys(each.metric for each in population.experiment.expected))
    usual = (*expected[slot - 1 : slot], *FIRST_CHOICES.get(slot, ()), *population.metrics)
    if slot > 1 and len(population.metrics) > 1:  # two charts of one metric say no more than one
        first = metric_of(state, population, 1)
        usual = tuple(key for key in usual if key != first)
    found: str = next(key for key in (wanted, *usual) if key in population.metrics)
    return found


def is_single(state: State) -> bool:
    """Whether one metric alone is recorded, which then has one large chart."""
    population = population_of(state)
    return population is not None and len(population.metrics) == 1


def time_of(state: State) -> int | None:
    """Return the update that is looked at; None for the last that there is."""
    text = state.look.option(TIME)
    return int(text) if text.isdecimal() else None


def record_of(state: State, population: Population) -> int | None:
    """Return the record that is looked at; None before the first."""
    return population.record(time_of(state))


def furthest(state: State) -> Population | None:
    """Return the population that has come furthest, on whose records the cursor stands; None before any."""
    found = [population for side in SIDES if (population := population_of(state, side)) is not None]
    going = [population for population in found if population.summary.reached]
    return max(going, key=lambda each: int(each.summary.updates[each.summary.reached - 1]), default=None)


def cursor_of(state: State) -> int:
    """Return the update at which the cursor stands: one of two populations, whatever either has recorded."""
    population = furthest(state)
    record = None if population is None else record_of(state, population)
    return 0 if population is None or record is None else int(population.summary.updates[record])


def wanted(state: State) -> dict[str, str]:
    """Return the values that were chosen of the axes, as texts."""
    return {name.removeprefix(AT): text for name, text in state.look.options if name.startswith(AT) and text}


def chosen_in(state: State, population: Population) -> Chosen:
    """Return the place of the grid that is shown."""
    return _chosen(population.experiment, tuple(sorted(wanted(state).items())))


@cached(maxsize=64)
def _chosen(experiment: Experiment, values: tuple[tuple[str, str], ...]) -> Chosen:
    return chosen(grid(experiment), dict(values))


# Losses


def hidden_in(state: State) -> frozenset[str]:
    """Return the names of the losses whose curves are not shown."""
    return frozenset(state.look.option(HIDDEN).split(BETWEEN)) - {""}


def shown_in(state: State, population: Population) -> tuple[Curve, ...]:
    """Return the curves that are shown of a population, all of them where every one is hidden."""
    found, hidden = curves(population.experiment, chosen_in(state, population)), hidden_in(state)
    return tuple(curve for curve in found if curve.label not in hidden) or found


def curves(experiment: Experiment, at: Chosen | None = None) -> tuple[Curve, ...]:
    """Return every entry of an experiment with its look, and the cell that is shown of it."""
    found = _named(experiment)
    if at is None:
        return found
    return tuple(
        Curve(each.place, int(cell), each.look, each.title, each.label)
        for each, cell in zip(found, at.cells, strict=True)
        if cell >= 0
    )


@cached(maxsize=8)
def _named(experiment: Experiment) -> tuple[Curve, ...]:
    entries = grid(experiment).entries
    keys = [entry.key for entry in entries]
    return tuple(
        _curve(place, entry, entries, entry.key in keys[:place]) for place, entry in enumerate(entries)
    )


def _curve(place: int, entry: Entry, entries: tuple[Entry, ...], repeated: bool) -> Curve:
    """Name an entry: by its loss, and by the settings in which it differs from others of the same loss."""
    same = [other.settings for other in entries if other.key == entry.key]
    own = tuple(pair for pair in entry.settings if not all(pair in settings for settings in same))
    loss = LOSSES.get(entry.key)
    if loss is None:  # a result of a program that knows more losses
        label = ", ".join([entry.key, *(f"{name} {value}" for name, value in own)])
        return Curve(place, -1, LossLook("own", 0), entry.key, label)
    return Curve(place, -1, look_of(loss, repeated), loss.said, label_with(loss, own))


def grid_of(population: Population) -> Grid:
    """Return the cells of a population by their coordinates."""
    return grid(population.experiment)
