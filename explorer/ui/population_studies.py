"""From a run of a population to a study of its rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from explorer.losses import LOSSES
from explorer.study.study import Look, ShownLoss, Study
from explorer.study.table import Table
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explorer.training.experiment import Experiment, Value
    from explorer.training.replay import Replayed

Options = tuple[tuple[str, str], ...]  # names and texts

OPTIONS: Final = "population."  # what the names of all that is chosen about populations begin with


def run_title(experiment: Experiment, cell: int, seed: int, update: int) -> str:
    """Return how a run is called at a time: "ZLPR, seed 5, update 212"."""
    loss = LOSSES[experiment.cells[cell].loss].said
    return say(
        "{loss}, seed {seed}, update {update}",
        loss=loss,
        seed=experiment.seed + seed,
        update=f"{update:,}",
    )


def study_of(replayed: Replayed, experiment: Experiment, title: str) -> Study:
    """Return the study of a run: its rows as samples, the losses of the experiment.

    The loss that was trained has the settings of the run, another one the first of its own.
    """
    table = Table.of(replayed.logits, replayed.targets, origin=experiment.said_title)
    shown = dict.fromkeys(loss.key for loss in experiment.losses)
    settings = {loss.key: {name: values[0] for name, values in loss.settings} for loss in experiment.losses}
    settings[replayed.cell.loss] = dict(replayed.cell.settings)
    return Study(title, table, tuple(_shown(key, settings[key]) for key in shown))


def _shown(key: str, settings: Mapping[str, Value]) -> ShownLoss:
    """Return a loss as a study shows it: a choice that was given by its name is a number there."""
    known = LOSSES[key].settings(**settings)
    return ShownLoss(key, tuple((name, known[name]) for name in settings))


def options_of(look: Look) -> Options:
    """Return what was chosen about populations."""
    return tuple(pair for pair in look.options if pair[0].startswith(OPTIONS))


def kept_options(look: Look) -> Look:
    """Return a new look in which only what was chosen about populations is kept."""
    return Look(options=options_of(look))


def with_options_of(look: Look, options: Options) -> Look:
    """Return a look with these options in place of all that it has about populations."""
    others = (pair for pair in look.options if not pair[0].startswith(OPTIONS))
    return replace(look, options=tuple(sorted((*others, *options))))
