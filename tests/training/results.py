"""Trajectories with known numbers, and a small experiment that really is trained."""

from __future__ import annotations

from types import MappingProxyType

import numpy as np

from explorer.training.experiment import Experiment, LossChoice, OptimizerChoice, Recording, TaskChoice
from explorer.training.trajectories import Trajectories

SMALL = Experiment(
    title="Two losses",
    task=TaskChoice("logits", (("classes", (4,)), ("labels", ("1 to 2",)))),
    losses=(LossChoice("zlpr"), LossChoice("smoothed_bce", (("epsilon", (0.1, 0.2)),))),
    optimizers=(OptimizerChoice("sgd", (0.1,)),),
    updates=6,
    seeds=3,
    recording=Recording(updates=(0, 2, 6), metrics=("loss", "micro_f1")),
)


def trajectories(experiment: Experiment = SMALL, *, raw: bool = False) -> Trajectories:
    """Return numbers that say where they are: 100 record + 10 cell + seed, half in the second metric."""
    cells, seeds = len(experiment.cells), experiment.seeds
    record, cell, seed = np.ogrid[0:3, 0:cells, 0:seeds]
    numbers = (100.0 * record + 10.0 * cell + seed).astype(np.float64)
    lost = np.full((cells, seeds), -1)
    lost[1, 2] = 4
    numbers[2, 1, 2] = np.nan
    return Trajectories(
        experiment=experiment,
        updates=np.array([0, 2, 6]),
        metrics=MappingProxyType({"loss": numbers, "micro_f1": numbers / 2}),
        diverged=lost,
        refused=tuple("it cannot" if index == cells - 1 else "" for index in range(cells)),
        device="numpy",
        rung="eager",
        seconds=1.5,
        versions={"python": "3.11"},
        notes=("a note",),
        raw=np.broadcast_to(numbers[..., None, None], (3, cells, seeds, 1, 4)).astype(np.float32)
        if raw
        else None,
    )
