"""A population as the window keeps it, and what is read from it: groups of cells, medians, heat maps."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.training.summary import SPREAD
from explorer.wording import say_between

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from explorer.training.experiment import Cell, Experiment, Value
    from explorer.training.result_file import ResultFile
    from explorer.training.summary import Summary

    Numbers = NDArray[np.float64]
    Places = NDArray[np.int64]

LOSS: Final = "loss"  # the name of the axis whose values are the entries of a grid
MEDIAN: Final = SPREAD.index(0.5)


@dataclass(frozen=True, eq=False)
class Population:
    """What is known of a population, running or done.

    path: its result file, None while there is none. seconds: how long it has run. message: what a person
    should know, such as why it stopped. at: (metric, record) -> its value of every run, (cells, seeds), read
    when it is asked for; None where only `summary.latest` is at hand. run: (metric, cell, seed) -> its value
    at every record, (records,), or None likewise. ended: the update at which each run
    diverged, (cells, seeds), -1 for none; None where it is not known run by run. Compared by identity.
    """

    summary: Summary
    path: Path | None = None
    running: bool = False
    seconds: float = 0.0
    message: str = ""
    at: Callable[[str, int], Numbers] | None = None
    run: Callable[[str, int, int], Numbers] | None = None
    ended: Callable[[], Places] | None = None

    @property
    def experiment(self) -> Experiment:
        """What was asked for."""
        return self.summary.experiment

    @property
    def metrics(self) -> tuple[str, ...]:
        """The keys of what is recorded."""
        return tuple(self.summary.ribbons)

    def record(self, update: int | None = None) -> int | None:
        """Return the last record at or before an update, None for the last of all; None before the first."""
        reached = self.summary.reached
        if reached == 0:
            return None
        if update is None:
            return reached - 1
        found = int(np.searchsorted(self.summary.updates[:reached], update, side="right"))
        return max(found - 1, 0)

    def medians(self, metric: str, record: int) -> Numbers:
        """Return the median over the seeds of every cell, (cells,); NaN where no run is left."""
        return self.summary.ribbons[metric][record, :, MEDIAN]


def of_file(file: ResultFile) -> Population:
    """Return the population of a result file: at a glance now, run by run when it is asked for."""
    return Population(
        file.summary(),
        path=file.path,
        seconds=float(file.header.get("seconds", 0.0)),
        message=say_between(" ", "", file.notes),
        at=file.at,
        run=file.run,
        ended=lambda: file.diverged,
    )


# The grid of an experiment by coordinates


@dataclass(frozen=True, slots=True)
class Entry:
    """One loss with settings of its own: what has a curve of its own in a figure."""

    key: str
    settings: tuple[tuple[str, Value], ...]


@dataclass(frozen=True, eq=False)
class Grid:
    """The cells of an experiment by their coordinates.

    axes: name -> values, numbers ascending, of every coordinate but the loss that varies. codes: name -> the
    place of each cell's value on that axis, (cells,), -1 where a cell has no such coordinate. entries: the
    losses with their settings, in the order of the experiment; entry_of: which of them each cell trains,
    (cells,).
    """

    axes: Mapping[str, tuple[Value, ...]]
    codes: Mapping[str, Places]
    entries: tuple[Entry, ...]
    entry_of: Places

    def is_of_loss(self, name: str) -> bool:
        """Say whether an axis is a setting of a loss."""
        return any(name.startswith(f"{entry.key}.") for entry in self.entries)

    def values(self, name: str) -> tuple[Value | Entry, ...]:
        """Return the values of an axis; of LOSS the entries."""
        return self.entries if name == LOSS else self.axes[name]

    def along(self, name: str) -> Places:
        """Return the place of every cell on an axis, (cells,); on LOSS that of its entry."""
        return self.entry_of if name == LOSS else self.codes[name]


@lru_cache(maxsize=8)
def grid(experiment: Experiment) -> Grid:
    """Order the cells of an experiment by their coordinates."""
    axes = {name: _ordered(values) for name, values in experiment.axes.items() if name != LOSS}
    places = {name: {value: place for place, value in enumerate(values)} for name, values in axes.items()}
    coordinates = [cell.coordinates for cell in experiment.cells]
    codes = {
        name: np.array([known.get(each[name], -1) if name in each else -1 for each in coordinates])
        for name, known in places.items()
    }
    entries: dict[Entry, int] = {}
    entry_of = [entries.setdefault(_entry(cell), len(entries)) for cell in experiment.cells]
    return Grid(MappingProxyType(axes), MappingProxyType(codes), tuple(entries), np.array(entry_of))


def _entry(cell: Cell) -> Entry:
    return Entry(cell.loss, tuple(cell.settings.items()))


def _ordered(values: tuple[Value, ...]) -> tuple[Value, ...]:
    numbers = [value for value in values if isinstance(value, int | float)]
    return tuple(sorted(numbers)) if len(numbers) == len(values) else values


# Which cells are shown


@dataclass(frozen=True, eq=False)
class Chosen:
    """One place of the grid: name of an axis -> the place of its value; every cell that lies there.

    cells: of each entry the cell that lies there, (entries,), -1 where it has none.
    """

    places: Mapping[str, int]
    cells: Places


def chosen(grid: Grid, wanted: Mapping[str, str], first: Sequence[str] = ()) -> Chosen:
    """Settle on one value of every axis, so that there is a cell.

    wanted: name of an axis -> the text of its value; one that no cell has beside the values settled before
    gives way to its neighbour. Where nothing is wanted, the middle number or the first word; a setting of a
    loss then stays open, for every setting is an entry of its own. first: axes that are settled before the
    others.
    """
    remaining = np.ones(len(grid.entry_of), dtype=bool)
    found: dict[str, int] = {}
    for name in sorted(grid.axes, key=lambda name: name not in first):
        codes = grid.codes[name]
        present = np.unique(codes[remaining & (codes >= 0)])
        if not present.size or (name not in wanted and grid.is_of_loss(name)):
            continue
        found[name] = _pick(grid.axes[name], present, wanted.get(name))
        remaining &= (codes == found[name]) | (codes < 0)
    cells = np.full(len(grid.entries), -1)
    there = np.flatnonzero(remaining)[::-1]  # of several cells of an entry the first is kept
    cells[grid.entry_of[there]] = there
    return Chosen(MappingProxyType(found), cells)


def _pick(values: tuple[Value, ...], present: Places, text: str | None) -> int:
    texts = [str(value) for value in values]
    if text in texts:
        return int(present[np.argmin(np.abs(present - texts.index(text)))])
    is_number = not isinstance(values[0], str)
    return int(present[len(present) // 2 if is_number else 0])


# Heat maps


@dataclass(frozen=True, eq=False)
class Heat:
    """A metric over two axes of the grid, at one time.

    x, y: names of the axes, y "" where there is one alone. columns, rows: the values that are laid out, by
    their places on the axes; those without any cell are left out. cells: the cell of each place, (rows,
    columns), -1 where there is none; minus: the cells whose medians are taken off, None where nothing is.
    """

    x: str
    y: str
    columns: tuple[int, ...]
    rows: tuple[int, ...]
    cells: Places
    minus: Places | None = None

    def values(self, population: Population, metric: str, record: int) -> Numbers:
        """Return the medians, or their differences, (rows, columns); NaN where there is no cell or run."""
        medians = population.medians(metric, record)
        values = _taken(medians, self.cells)
        return values if self.minus is None else values - _taken(medians, self.minus)

    def diverged(self, population: Population) -> Places:
        """Return how many runs of each place have diverged, (rows, columns)."""
        counts = _taken(population.summary.diverged, self.cells)
        if self.minus is not None:
            counts = counts + _taken(population.summary.diverged, self.minus)
        return np.nan_to_num(counts).astype(np.int64)


def heat(grid: Grid, at: Chosen, x: str, y: str, entry: int, minus: int | None = None) -> Heat:
    """Lay the cells of an entry out over two axes, at the values `at` of all others.

    x, y: names of axes, one of them LOSS for all entries side by side; then entry and minus are of no
    consequence. y: "" for one row. minus: the entry whose medians are taken off. Where a number among the
    other settings is none that a place has, as a learning rate of another optimizer, its neighbour is taken.
    """
    sides = (x, y)
    apart = LOSS not in sides
    cells = _table(grid, at, sides, entry if apart else None)
    rows, columns = np.flatnonzero((cells >= 0).any(axis=1)), np.flatnonzero((cells >= 0).any(axis=0))
    kept = np.ix_(rows, columns)
    taken = _table(grid, at, sides, minus)[kept] if apart and minus is not None else None
    return Heat(x, y, tuple(columns.tolist()), tuple(rows.tolist()), cells[kept], taken)


def _table(grid: Grid, at: Chosen, sides: tuple[str, str], entry: int | None) -> Places:
    """Return the cell of each place; one without a coordinate lies at all of its values."""
    alike = np.ones(len(grid.entry_of), dtype=bool)
    if entry is not None:
        alike = np.isin(grid.entry_of, _alike(grid, entry, sides))
    fixed = [name for name in at.places if name not in sides and not grid.is_of_loss(name)]
    words = [name for name in fixed if isinstance(grid.axes[name][0], str)]
    table = np.full(tuple(len(grid.values(name)) if name else 1 for name in sides[::-1]), -1)
    # the first pass allows a number to differ, the second overwrites where none does
    for names in (words, fixed):
        mask = alike.copy()
        for name in names:
            mask &= (grid.codes[name] == at.places[name]) | (grid.codes[name] < 0)
        cells = np.flatnonzero(mask)
        away = sum(
            (np.abs(grid.codes[name][cells] - at.places[name]) for name in fixed), np.zeros(len(cells))
        )
        _lay(grid, table, sides, cells[np.argsort(-away, kind="stable")])
    return table


def _lay(grid: Grid, table: Places, sides: tuple[str, str], cells: Places) -> None:
    """Put cells in their places; of several the last stays."""
    columns, rows = (
        grid.along(name)[cells] if name else np.zeros(len(cells), dtype=np.int64) for name in sides
    )
    whole = (columns >= 0) & (rows >= 0)
    for cell, row, column in zip(cells[~whole], rows[~whole], columns[~whole], strict=True):
        table[slice(None) if row < 0 else row, slice(None) if column < 0 else column] = cell
    table[rows[whole], columns[whole]] = cells[whole]


def _alike(grid: Grid, entry: int, axes: tuple[str, str]) -> list[int]:
    """Return the entries that differ from one only in settings that are axes themselves."""

    def kept(each: Entry) -> list[tuple[str, Value]]:
        return [pair for pair in each.settings if f"{each.key}.{pair[0]}" not in axes]

    wanted = grid.entries[entry]
    return [
        place
        for place, each in enumerate(grid.entries)
        if each.key == wanted.key and kept(each) == kept(wanted)
    ]


def _taken(of_cells: NDArray[np.float64] | Places, cells: Places) -> Numbers:
    values = np.asarray(of_cells, dtype=np.float64)[cells]
    values[cells < 0] = np.nan
    return values
