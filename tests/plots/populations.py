"""Populations for the tests of figures: summaries made by hand, from curves of which everything is known."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

from explorer.analysis.populations import Population
from explorer.study.state import State
from explorer.training.experiment import Experiment, LossChoice, OptimizerChoice, TaskChoice
from explorer.training.summary import SPREAD, Summary
from tests.plots.states import state

if TYPE_CHECKING:
    from collections.abc import Mapping

THREE = (LossChoice("zlpr"), LossChoice("bce"), LossChoice("smoothed_zlpr", (("epsilon", (0.1,)),)))
EIGHT = tuple(
    map(LossChoice, ("zlpr", "soft_zlpr", "bce", "focal", "asl", "cross_entropy", "pairwise", "hill"))
)
METRICS = ("loss", "labelled_share", "micro_f1")


def experiment(
    losses: tuple[LossChoice, ...] = THREE,
    classes: tuple[int, ...] = (10, 25, 50, 100, 250, 500),
    rates: tuple[float, ...] = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2),
    **changes: Any,
) -> Experiment:
    """Return an experiment over classes and learning rates."""
    task = TaskChoice("linear", (("classes", classes),))
    return Experiment(task=task, losses=losses, optimizers=(OptimizerChoice("adam", rates),), **changes)


def runs_of(asked: Experiment, updates: np.ndarray) -> dict[str, np.ndarray]:
    """Return metrics of every run, (records, cells, seeds): they depend on the cell as one can say."""
    cells = np.arange(len(asked.cells))
    losses = {choice.key: place for place, choice in enumerate(asked.losses)}
    which = np.array([losses[cell.loss] for cell in asked.cells])
    rates = np.array([cell.rate for cell in asked.cells])
    noise = 1.0 + 0.05 * np.random.default_rng(3).standard_normal((len(cells), asked.seeds))
    done = updates[:, None, None] * rates[None, :, None] * noise[None] / (1.0 + which[None, :, None])
    share = 0.15 + 0.35 * (1.0 - np.exp(-0.3 * done)) * noise[None]
    return {
        "loss": 30.0 * np.exp(-0.2 * done) + 1.0,
        "labelled_share": share,
        "micro_f1": done / (done + 4.0),
    }


def population(
    asked: Experiment | None = None,
    reached: int | None = None,
    diverged: Mapping[int, int] = MappingProxyType({}),
    refused: Mapping[int, str] = MappingProxyType({}),
    latest: bool = True,
    **changes: Any,
) -> Population:
    """Return a population as it would be summarised.

    reached: records that all runs have passed, None for all. diverged: cell -> how many of its first runs are
    lost from the middle record on. refused: cell -> why.
    """
    asked = asked or experiment()
    updates = np.unique(np.rint(np.geomspace(1, asked.updates + 1, 40)).astype(np.int64) - 1)
    metrics = runs_of(asked, updates)
    reached = len(updates) if reached is None else reached
    ended = np.full((len(asked.cells), asked.seeds), -1)
    for cell, count in diverged.items():
        ended[cell, :count] = updates[len(updates) // 2]
    for values in metrics.values():
        values[:, list(refused)] = np.nan
        values[(ended >= 0)[None] & (updates[:, None, None] > ended[None])] = np.nan
    summary = Summary(
        asked,
        updates,
        reached,
        {key: _spread(values, reached) for key, values in metrics.items()},
        np.count_nonzero(ended >= 0, axis=1),
        tuple(refused.get(cell, "") for cell in range(len(asked.cells))),
        device="cpu, 2 threads",
        latest={key: values[reached - 1] for key, values in metrics.items()} if latest and reached else {},
    )
    found = Population(
        summary,
        at=lambda metric, record: metrics[metric][record],
        run=lambda metric, cell, seed: metrics[metric][:, cell, seed],
        ended=lambda: ended,
    )
    return replace(found, **changes)


def _spread(values: np.ndarray, reached: int) -> np.ndarray:
    found = np.moveaxis(np.quantile(values, SPREAD, axis=-1), 0, -1)
    for record, cell in np.argwhere(np.isnan(values).any(axis=-1)).tolist():
        left = values[record, cell][np.isfinite(values[record, cell])]
        found[record, cell] = np.quantile(left, SPREAD) if left.size else np.nan
    found[reached:] = np.nan
    return found


def shown(main: Population | None = None, beside: Population | None = None, **options: str) -> State:
    """Return a state with a population; options: of the look, "_" for "." ("population." left out)."""
    found = {"population": main or population()}
    if beside is not None:
        found["population.beside"] = beside
    look = tuple(sorted((f"population.{name.replace('__', '.')}", text) for name, text in options.items()))
    before = state(options=look)
    return State(before.study, before.look, results=found)
