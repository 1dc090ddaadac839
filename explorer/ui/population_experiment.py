"""The experiment of the form: what was described, else a small one of the losses that the study shows."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from explorer.study.state import State
    from explorer.study.study import Look, Study
    from explorer.training.experiment import Experiment

SPEC: Final = "population.experiment"
UNNAMED: Final = "Population"  # title of an experiment that nobody named
# Of an experiment that nobody described: with the losses of a new window some 8 seconds of a core, measured.
# What a specification leaves out is for who wants to know it well: some twenty times as much work.
FEW_ROWS, FEW_UPDATES, FEW_SEEDS = 500, 200, 8
METRICS_FIRST: Final = ("micro_f1", "labelled_share")  # what the two upper figures show at first
METRIC_OPTIONS: Final = ("population.metric.1", "population.metric.2", "population.heat.metric")
SHOWN_FIRST: Final = ("zlpr", "bce")  # losses of an experiment where the study has none that are on


def experiment_of(state: State) -> Experiment:
    """Return the experiment of the form; where none was written yet, the losses that the study shows."""
    return _experiment(state.look.option(SPEC)) or usual_experiment(state.study, state.look)


@lru_cache(maxsize=8)
def _experiment(text: str) -> Experiment | None:
    from explorer.training import spec

    try:
        return spec.read(text, "experiment") if text else None
    except spec.SpecFailure:  # of a newer program, or by another hand: the form begins anew
        return None


def usual_experiment(study: Study, look: Look) -> Experiment:
    """Return what is trained where nothing else was asked for: the losses of the study that are on.

    It is small, so that something is seen soon, and records the loss and the metrics that figures show.
    """
    from explorer.training.experiment import Experiment, LossChoice, Recording, TaskChoice
    from explorer.training.metrics import METRICS

    chosen = tuple(
        LossChoice(shown.key, tuple((name, (value,)) for name, value in shown.settings))
        for shown in study.shown
        if shown.on
    )
    shown_metrics = ("loss", *METRICS_FIRST, *(look.option(option) for option in METRIC_OPTIONS))
    return Experiment(
        title=UNNAMED,
        task=TaskChoice("linear", (("held_rows", (FEW_ROWS,)), ("rows", (FEW_ROWS,)))),
        losses=chosen or tuple(map(LossChoice, SHOWN_FIRST)),
        updates=FEW_UPDATES,
        seeds=FEW_SEEDS,
        recording=Recording(metrics=tuple(dict.fromkeys(key for key in shown_metrics if key in METRICS))),
    )
