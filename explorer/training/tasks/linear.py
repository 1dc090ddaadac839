"""A linear model on synthetic data: features to logits by one matrix, towards a teacher's labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.training import draws
from explorer.training.inputs.synthetic import synthetic
from explorer.training.models import LINEAR
from explorer.training.problem import Problem
from explorer.training.tasks.task import Settings, Shape, Task, TaskParameter, require_labels
from explorer.wording import noted

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from explorer.training.models import Model

    Weights = tuple[NDArray[np.float64], ...]
    Seeds = NDArray[np.int64]

KEY: Final = "linear"
OTHER: Final = "the teacher's scores, without noise"


def shape(settings: Settings) -> Shape:
    """Return the size of a run: one matrix, the last input being always 1."""
    require_labels(KEY, settings)
    inputs, classes = settings["features"] + 1, settings["classes"]
    return Shape(settings["rows"], inputs, classes, inputs * classes, settings["held_rows"])


def prepare(seeds: Seeds, settings: Settings, other: bool, pause: Callable[[], None]) -> Problem:
    """Return data of each run's own teacher, and a start of which 0 is usual."""
    outputs = (len(seeds), settings["features"] + 1, settings["classes"])
    if settings["start"]:
        start = settings["start"] * draws.normal(seeds, "start weights", *outputs[1:], pause=pause)
    else:
        start = np.zeros(outputs)
    return problem(seeds, settings, LINEAR, (start,), other, pause)


def problem(
    seeds: Seeds, settings: Settings, model: Model, start: Weights, other: bool, pause: Callable[[], None]
) -> Problem:
    """Return rows to train on, held-out rows of the same teacher where wanted, and the start."""
    rows = synthetic(seeds, settings, "training", scores=other, pause=pause)
    held = None
    if settings["held_rows"]:
        held = synthetic(seeds, settings, "held out", scores=other, pause=pause)
    return Problem(
        model,
        start,
        rows.targets,
        rows.features,
        held_features=None if held is None else held.features,
        held_targets=None if held is None else held.targets,
        other=rows.scores,
        held_other=None if held is None else held.scores,
    )


def integer(
    name: str, title: str, default: int, low: int, high: int, meaning: str, **more: Any
) -> TaskParameter:
    """Return a setting that is a whole number."""
    return TaskParameter(
        name=name, title=title, kind="integer", default=default, low=low, high=high, meaning=meaning, **more
    )


def number(name: str, title: str, default: float, high: float, meaning: str, **more: Any) -> TaskParameter:
    """Return a setting that is a number from 0 on."""
    return TaskParameter(
        name=name, title=title, kind="number", default=default, low=0.0, high=high, meaning=meaning, **more
    )


def data_parameters(start: TaskParameter) -> tuple[TaskParameter, ...]:
    """Return the settings of synthetic data, the start of the weights last."""
    return (
        integer("features", noted("features d"), 64, 1, 100_000, noted("numbers that a row is known by")),
        integer("classes", noted("classes n"), 100, 1, 100_000, noted("how many logits a row has")),
        TaskParameter(
            name="labels",
            title="labels k",
            kind="range",
            whole=True,
            default=(1, 5),
            low=0,
            high=100_000,
            meaning="how many classes of a row are labelled, every number of the range equally likely",
        ),
        integer("rows", noted("rows"), 2_000, 1, 10_000_000, noted("rows that are trained on")),
        integer(
            "held_rows",
            noted("rows held out"),
            2_000,
            0,
            10_000_000,
            noted("rows that metrics are taken on; 0: on the rows trained on"),
        ),
        number(
            "label_noise",
            noted("label noise"),
            0.15,
            100.0,
            noted(
                "what is added to the teacher's scores before the largest are labelled, also of rows held out"
            ),
            unit=noted("sd"),
        ),
        number(
            "flipped",
            noted("labels flipped"),
            0.0,
            1.0,
            noted("share of labels of the rows trained on that are exchanged, 0 for 1 and 1 for 0, for good"),
        ),
        number(
            "imbalance",
            noted("imbalance"),
            0.0,
            100.0,
            noted("what the scores of the first class have more and of the last less, evenly between"),
            unit=noted("sd"),
        ),
        start,
    )


TASK = Task(
    key=KEY,
    title="Linear model",
    order=20,
    about="One matrix from features to logits, on synthetic rows whose labels a teacher gives.",
    parameters=data_parameters(
        number("start", noted("start"), 0.0, 100.0, noted("standard deviation of the weights at the start"))
    ),
    shape_function=shape,
    prepare_function=prepare,
    other=OTHER,
)
