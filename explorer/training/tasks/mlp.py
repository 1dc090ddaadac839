"""One hidden layer of rectified units, on synthetic data whose teacher has a hidden layer too."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from explorer.training import draws
from explorer.training.models import PERCEPTRON
from explorer.training.tasks import linear
from explorer.training.tasks.task import Settings, Shape, Task, require_labels
from explorer.wording import noted

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from explorer.training.problem import Problem

    Numbers = NDArray[np.float64]
    Seeds = NDArray[np.int64]

KEY: Final = "mlp"


def shape(settings: Settings) -> Shape:
    """Return the size of a run: a matrix into the hidden layer and one out of it, each with an input of 1."""
    require_labels(KEY, settings)
    inputs, classes, hidden = settings["features"] + 1, settings["classes"], settings["hidden"]
    weights = inputs * hidden + (hidden + 1) * classes
    return Shape(settings["rows"], inputs, classes, weights, settings["held_rows"])


def prepare(seeds: Seeds, settings: Settings, other: bool, pause: Callable[[], None]) -> Problem:
    """Return data of each run's own teacher, and a random start."""
    sizes = settings["features"], settings["hidden"], settings["classes"]
    start = layers(seeds, *sizes, settings["start"], pause)
    return linear.problem(seeds, settings, PERCEPTRON, start, other, pause)


def layers(
    seeds: Seeds, features: int, hidden: int, classes: int, start: float, pause: Callable[[], None]
) -> tuple[Numbers, Numbers]:
    """Return both matrices at the start, (runs, features + 1, hidden) and (runs, hidden + 1, classes).

    Normal with variance 2 / features and 1 / hidden, times start^2, so that neither layer changes the size
    of what goes through it (He et al. 2015, arXiv:1502.01852); the weights of the ones are 0.
    """
    first = draws.normal(seeds, "start weights, hidden layer", features + 1, hidden, pause=pause)
    last = draws.normal(seeds, "start weights", hidden + 1, classes, pause=pause)
    first *= start * math.sqrt(2.0 / features)
    last *= start * math.sqrt(1.0 / hidden)
    first[:, -1], last[:, -1] = 0.0, 0.0
    return first, last


TASK = Task(
    key=KEY,
    title="Hidden layer",
    order=30,
    about="One hidden layer of rectified units, on synthetic rows whose labels a teacher of that kind gives.",
    parameters=(
        linear.integer(
            "hidden", noted("hidden units"), 32, 1, 100_000, noted("units of the layer that is trained")
        ),
        linear.integer(
            "teacher_units",
            noted("teacher's units"),
            16,
            0,
            100_000,
            noted("units of the teacher; 0: it is linear"),
        ),
        *linear.data_parameters(
            linear.number(
                "start",
                noted("start"),
                1.0,
                100.0,
                noted("size of the weights at the start, 1: He et al. 2015"),
            )
        ),
    ),
    shape_function=shape,
    prepare_function=prepare,
    other=linear.OTHER,
    reference="He et al. 2015, arXiv:1502.01852",
)
