"""What the tests of populations share: a small experiment, an idle worker, results that nobody trained."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer.jobs.events import Progress
from explorer.jobs.training import BARE, Stage
from explorer.training.experiment import Experiment, Recording, TaskChoice
from explorer.training.result_file import write
from explorer.training.summary import Summary
from explorer.training.trajectories import Trajectories

SMALL = Experiment(
    title="small",
    task=TaskChoice("logits", (("classes", (4,)),)),
    updates=100,
    seeds=2,
    recording=Recording(count=4, metrics=("loss", "micro_f1")),
)
METRICS = ("loss", "micro_f1", "labelled_share")


@dataclass
class Asked:
    """A worker that does nothing by itself."""

    requests: list = field(default_factory=list)
    words: list = field(default_factory=list)

    def simulate(self, **request):
        self.requests.append(request)
        return len(self.requests)

    replay = simulate

    def cancel(self, generation):
        self.words.append(("cancel", generation))

    def pause(self, generation, paused=True):
        self.words.append(("pause" if paused else "go on", generation))


def stage(experiment, update, diverged=0):
    """A picture of a training: the loss falls, F1 rises."""
    cells, updates = len(experiment.cells), np.array([0, 10, 50, 100])
    reached = int(np.searchsorted(updates, update, side="right"))
    line = np.linspace(1.0, 0.0, 4)[:, None, None] * np.ones((4, cells, 5))
    line[reached:] = np.nan
    summary = Summary(
        BARE, updates, reached, MappingProxyType(dict.fromkeys(METRICS, line)),
        np.full(cells, diverged), ("",) * cells,
        latest=MappingProxyType({name: np.full((cells, experiment.seeds), 0.5) for name in METRICS}),
    )  # fmt: skip
    return Stage(summary, update, 1, 1, diverged, "numpy", "eager", (), 2.0)


def result(path, experiment=SMALL):
    """Write a result that nobody trained."""
    cells, updates = len(experiment.cells), np.array([0, 10, 50, experiment.updates])
    values = np.linspace(1.0, 0.0, 4)[:, None, None] * np.ones((4, cells, experiment.seeds))
    diverged, metrics = np.full((cells, experiment.seeds), -1), dict.fromkeys(METRICS, values)
    write(
        path,
        Trajectories(experiment, updates, metrics, diverged, ("",) * cells, "numpy", "eager", 3.0),
    )
    return path


def run(population, asked, update=50):
    """Begin, and come as far as an update."""
    population.run()
    generation = len(asked.requests)
    part = stage(population.training.experiment, update)
    population._progressed(Progress(generation, "simulate", 4 * update, 400, 2.0, part))
    return generation


def type_into(board, path, text):
    field = board.form.fields.rows[path].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
