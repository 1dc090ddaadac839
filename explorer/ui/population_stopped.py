"""What trainings have come to that are under way or were stopped: pictures of them, and a list of all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QDateTime, QLocale

from explorer.losses import LOSSES
from explorer.plots.phrases import listed
from explorer.ui.population_training import Training, update_words
from explorer.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from explorer.analysis.populations import Population
    from explorer.training.summary import Summary

MOST_NAMED: Final = 3  # losses in a line of the list


def population_now(training: Training, *, running: bool) -> Population | None:
    """Return the population of a training as far as it has come; None where nothing is known of it yet."""
    if training.stage is not None:
        stage = training.stage
        summary = stage.summary_of(training.experiment)
        return _population(training, summary, stage.waves, stage.seconds, running=running)
    from explorer.training.engine.left import summary_left

    found = summary_left(training.experiment, training.path)
    return None if found is None else _population(training, *found, 0.0, running=running)


def _population(
    training: Training, summary: Summary, waves: int, seconds: float, *, running: bool
) -> Population:
    """Return it with its runs one by one, where all of them are as far as the records that are reached."""
    from explorer.analysis.populations import Population

    found = Population(summary, running=running, seconds=seconds)
    if waves > 1:
        return found  # later waves have not recorded anything yet
    at, run = partial(_at, training.path, summary), partial(_run, training.path, summary)
    return Population(summary, None, running, seconds, at=at, run=run)


def _at(path: Path, summary: Summary, metric: str, record: int) -> NDArray[np.float64]:
    from explorer.training.engine.left import metric_left

    found = metric_left(path, metric)
    if found is None or record >= summary.reached:
        return np.full((len(summary.diverged), summary.experiment.seeds), np.nan)
    return np.array(found[record])


def _run(path: Path, summary: Summary, metric: str, cell: int, seed: int) -> NDArray[np.float64]:
    from explorer.training.engine.left import metric_left

    found, course = metric_left(path, metric), np.full(len(summary.updates), np.nan)
    if found is not None:
        course[: summary.reached] = found[: summary.reached, cell, seed]
    return course


@dataclass(frozen=True, slots=True, eq=False)
class Stopped:
    """A training that was stopped and can go on. when: seconds since 1970 at its beginning, 0: unknown."""

    training: Training
    when: float = 0.0

    @property
    def words(self) -> str:
        """Name it so that it is told apart: title, losses, classes, how far it came, when it began."""
        experiment = self.training.experiment
        keys = dict.fromkeys(choice.key for choice in experiment.losses)
        losses = [LOSSES[key].said if key in LOSSES else key for key in keys]
        named = listed(losses[:MOST_NAMED])
        if len(losses) > MOST_NAMED:
            named = say("{losses} and {count} more", losses=named, count=len(losses) - MOST_NAMED)
        classes = dict(experiment.task.settings).get("classes", ())
        counts = say("{counts} classes", counts=", ".join(map(str, classes))) if classes else ""
        began = QDateTime.fromSecsSinceEpoch(int(self.when))
        date = QLocale().toString(began, QLocale.FormatType.ShortFormat) if self.when else ""
        parts = (experiment.said_title, named, counts, update_words(self.training), date)
        return " · ".join(part for part in parts if part)
